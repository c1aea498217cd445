// SPDX-License-Identifier: GPL-3.0-or-later
// The CAP bench in the window: what the tables say of a run, and what the lecturer's buttons do to it.
#include "engine/host/engine_thread.h"
#include "engine/script/script.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/cap_panel.h"
#include "ui/widgets/cap_setup.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QtTest>
#include <qcustomplot.h>

using namespace zab;

namespace {

CapView viewAfter(const char* scenario, const char* until) {
    QFile file(QStringLiteral(ZAB_SOURCE_DIR "/resources/scenarios/") + QLatin1String(scenario));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no scenario");
    const auto parsed = parseScript(file.readAll().toStdString(), scenario);
    Lab lab(std::get<Script>(parsed).scenario);
    ScriptRunner runner(std::get<Script>(parsed), lab);
    while (!runner.atEnd() && runner.next().source.find(until) == std::string::npos && runner.step()) {}
    return lab.view().cap;
}

/// The panel alone, with an engine behind it.
struct Bench {
    EngineThread engine;
    LabClient client{engine};
    TraceFeed feed{engine, client};
    Lens lens;
    Appearance appearance;
    CapPanel panel{Workbench{client, feed, lens, appearance}};
};

QString cell(const QAbstractItemModel& model, int row, int column) { return model.index(row, column).data().toString(); }

}  // namespace

class TestCapPanel : public QObject {
    Q_OBJECT

private slots:
    void theTableSetsTheSidesSideBySide() {
        const CapView view = viewAfter("cap-partition.lab", "heal all");
        CapOutcomeModel model;
        model.show(view);
        QCOMPARE(model.rowCount(), 8);   // two sides now and the whole network before; C5 asks in a third way
        QStringList rows;
        for (int r = 0; r < model.rowCount(); ++r) rows << cell(model, r, CapOutcomeModel::Side) + "/" + cell(model, r, CapOutcomeModel::Which);
        QCOMPARE(rows, QStringList({"S1 S2/ZooKeeper", "S1 S2/ZooKeeper, cached", "S1 S2/Eureka", "S3 S4 S5/ZooKeeper", "S3 S4 S5/Eureka", "S1 S2 S3 S4 S5/ZooKeeper", "S1 S2 S3 S4 S5/ZooKeeper, cached", "S1 S2 S3 S4 S5/Eureka"}));
        const auto share = [&](int row) { return cell(model, row, CapOutcomeModel::Answered).chopped(2).toDouble(); };
        QVERIFY(share(0) < 10);              // ZooKeeper without a quorum
        QCOMPARE(share(1), 100.0);           // what it knew last
        QCOMPARE(share(2), 100.0);           // Eureka always answers
        QVERIFY(share(3) > 95);
        QCOMPARE(share(4), 100.0);
        QVERIFY(cell(model, 2, CapOutcomeModel::Stale).toInt() > cell(model, 2, CapOutcomeModel::Fresh).toInt());
        QVERIFY(cell(model, 3, CapOutcomeModel::Stale).toInt() < cell(model, 3, CapOutcomeModel::Fresh).toInt());
        QVERIFY(!model.index(5, 0).data(CapOutcomeModel::PresentRole).toBool());
    }

    void theRegistriesStandSideBySide() {
        const CapView view = viewAfter("cap-partition.lab", "heal all");
        CapContentModel model;
        model.show(view, sec(1));
        QCOMPARE(model.columnCount(), 5);
        QVERIFY(model.rowCount() >= 5);   // self-preservation and four instances
        QVERIFY(model.headerData(1, Qt::Vertical).toString().startsWith("orders1:80"));
        QVERIFY(cell(model, 1, 0).contains(QRegularExpression("[0-9]")));   // S1 has a lease of it
        QVERIFY(!cell(model, 1, 4).contains(QRegularExpression("[0-9]")));
        QVERIFY(model.index(1, 4).data(CapContentModel::WrongRole).toBool());
        CapClientModel clients;
        clients.show(view);
        QVERIFY(clients.rowCount() >= 5);
        QCOMPARE(cell(clients, 0, CapClientModel::At), QString("S1"));
        QCOMPARE(cell(clients, 0, CapClientModel::Provides), QString("orders1:80"));
    }

    void narrowAndWideItIsAllSeen_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Chinese") << "zh_CN";
    }
    /// As wide as the dock is on a small screen, and on a large one.
    void narrowAndWideItIsAllSeen() {
        QFETCH(QString, language);
        QFile file(QStringLiteral(ZAB_SOURCE_DIR "/resources/scenarios/cap-partition.lab"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        EngineThread engine;
        LabClient client(engine);
        TraceFeed feed(engine, client);
        Lens lens;
        Appearance appearance;
        appearance.setLanguage(language);
        CapPanel panel(Workbench{client, feed, lens, appearance});
        panel.resize(868, 190);
        panel.show();
        client.openScript(std::get<Script>(parseScript(file.readAll().toStdString(), "t.lab")));
        for (int i = 0; i < 4; ++i) client.nextBeat();
        auto* tabs = panel.findChild<QTabWidget*>();
        auto* outcomes = qobject_cast<QTableView*>(tabs->widget(0));
        QTRY_VERIFY_WITH_TIMEOUT(outcomes->model()->rowCount() >= 5, 20000);
        QTest::qWait(300);
        QCOMPARE(tabs->count(), 4);   // the plots are a page of their own
        QVERIFY2(outcomes->horizontalScrollBar()->maximum() == 0, qPrintable(QString::number(outcomes->horizontalScrollBar()->maximum())));
        tabs->setCurrentIndex(3);
        QTest::qWait(50);
        plotsStandApart(panel);
        for (const Registry r : {Registry::ZooKeeper, Registry::ZooKeeperCache, Registry::Eureka}) QVERIFY(panel.points(r) > 0);
        panel.resize(1400, 230);
        QTest::qWait(50);
        QCOMPARE(tabs->count(), 3);
        plotsStandApart(panel);
        panel.resize(868, 190);
        QTest::qWait(50);
        QCOMPARE(tabs->count(), 4);
        appearance.setLanguage(QStringLiteral("en"));
    }
    void plotsStandApart(CapPanel& panel) {
        QList<QCustomPlot*> plots = panel.findChildren<QCustomPlot*>();
        QCOMPARE(plots.size(), 3);   // the cached list is asked here
        for (QCustomPlot* p : plots) {
            QVERIFY(p->isVisible());
            const auto* name = p->parentWidget()->findChild<QLabel*>();
            QVERIFY2(name->sizeHint().width() + 8 <= name->width(), qPrintable(name->text()));
        }
    }

    void theButtonsCutHealAndAdd() {
        Bench bench;
        auto& [engine, client, feed, lens, appearance, panel] = bench;
        panel.resize(1000, 220);
        panel.show();
        const auto button = [&](const char* text) {
            for (QPushButton* b : panel.findChildren<QPushButton*>())
                if (b->text() == QLatin1String(text)) return b;
            qFatal("no button %s", text);
        };
        QSignalSpy wanted(&panel, &CapPanel::scenarioWanted);
        client.openScript(std::get<Script>(parseScript("servers 3\nstart all\nrun until leader\n", "t.lab")));
        QTRY_COMPARE(feed.view()->servers.size(), std::size_t{3});
        button("Open the scenario")->click();
        QCOMPARE(wanted.size(), 1);
        client.openScript(std::get<Script>(parseScript("servers 3\neureka\nstart all\nrun until leader\n", "t.lab")));
        QTRY_VERIFY(feed.view()->cap.eureka);
        client.nextBeat();
        QTRY_VERIFY(feed.view()->leader.value != 0);
        QTRY_VERIFY(button("Cut")->isVisible());
        const auto number = [&](const char* name) {
            for (QAbstractSpinBox* b : panel.findChildren<QAbstractSpinBox*>())
                if (b->accessibleName() == QLatin1String(name)) return b;
            qFatal("no number %s", name);
        };
        auto* providers = qobject_cast<QSpinBox*>(number("Providers"));
        auto* consumers = qobject_cast<QSpinBox*>(number("Consumers"));
        for (int i = 0; i < 2; ++i) QTest::keyClick(providers, Qt::Key_Up);   // faster than the run: two clients, not twice the same
        QTRY_COMPARE(feed.view()->cap.clients.size(), std::size_t{2});
        QTRY_COMPARE(feed.view()->cap.clients[0].at, ServerId{1});
        QTRY_COMPARE(feed.view()->cap.clients[1].at, ServerId{3});
        QTRY_COMPARE(feed.view()->cap.clients[1].provides.size(), std::size_t{1});
        consumers->setValue(2);
        QTRY_COMPARE(feed.view()->cap.clients.size(), std::size_t{4});
        QTRY_COMPARE(feed.view()->cap.clients[3].every, sec(1));
        qobject_cast<QDoubleSpinBox*>(number("Lookups every"))->setValue(0.5);
        QTRY_COMPARE(feed.view()->cap.clients[3].every, msec(500));
        QTRY_COMPARE(feed.view()->cap.clients[2].every, msec(500));
        button("Cut")->click();
        QTRY_COMPARE(feed.view()->cap.sides.size() >= 2 && feed.view()->cap.sides[0].servers.size() == 1, true);
        button("Heal")->click();
        QTRY_COMPARE(feed.view()->cap.sides[0].servers.size(), std::size_t{3});
        client.runAtOnce(std::get<Statement>(parseLine("run 10s", client.scenario())));
        QTRY_VERIFY(!feed.waits());
        QTRY_VERIFY(panel.points(Registry::Eureka) > 0);
        // Who is taken away leaves the registries at once, and stands nowhere any more.
        for (const CapServerView& s : feed.view()->cap.servers) {
            QCOMPARE(s.leases.size(), std::size_t{2});
            QCOMPARE(s.znodes.size(), std::size_t{2});
        }
        providers->setValue(1);
        consumers->setValue(1);
        QTRY_COMPARE(feed.view()->cap.clients.size(), std::size_t{2});
        client.runAtOnce(std::get<Statement>(parseLine("run 5s", client.scenario())));
        QTRY_VERIFY(!feed.waits());
        QCOMPARE(feed.view()->cap.truth, std::vector<std::string>{"host1:80"});
        for (const CapServerView& s : feed.view()->cap.servers) {
            QCOMPARE(s.leases.size(), std::size_t{1});
            QCOMPARE(s.znodes.size(), std::size_t{1});
        }
        QVERIFY(feed.view()->clients[1].state == "CLOSED" || feed.view()->clients[1].session.value == 0);
        QTRY_COMPARE(providers->value(), 1);
    }

    /// Any servers, not only the first ones; by keyboard alone.
    void anyServersAreCutOff() {
        Bench bench;
        auto& [engine, client, feed, lens, appearance, panel] = bench;
        panel.resize(1000, 220);
        panel.show();
        client.openScript(std::get<Script>(parseScript(capScript({5, 2, 2, sec(1)}), "t.lab")));
        QTRY_COMPARE(feed.view()->servers.size(), std::size_t{5});
        const auto sides = [&] {
            for (QPushButton* b : panel.findChildren<QPushButton*>())
                if (b->accessibleName().startsWith("Servers that are cut off")) return b;
            qFatal("no menu of servers");
        };
        QTRY_COMPARE(sides()->text(), QString("S1 S2"));
        QMenu* menu = sides()->menu();
        menu->popup(panel.mapToGlobal(QPoint()));
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Space);
        QVERIFY(menu->isVisible());   // one server after the other
        QCOMPARE(sides()->text(), QString("S2"));
        for (int i = 0; i < 3; ++i) QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Space);
        QCOMPARE(sides()->text(), QString("S2 S4"));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions()[4]).center());
        QVERIFY(menu->isVisible());
        QCOMPARE(sides()->text(), QString("S2 S4 S5"));
        QTest::keyClick(menu, Qt::Key_Escape);
        QPushButton* cut = nullptr;
        for (QPushButton* b : panel.findChildren<QPushButton*>())
            if (b->text() == "Cut") cut = b;
        cut->click();
        QTRY_COMPARE(feed.view()->cap.sides[0].servers, (std::vector<ServerId>{ServerId{1}, ServerId{3}}));
        QCOMPARE(feed.view()->cap.sides[1].servers, (std::vector<ServerId>{ServerId{2}, ServerId{4}, ServerId{5}}));
        for (QAction* a : menu->actions()) a->setChecked(false);
        menu->actions()[0]->trigger();
        QVERIFY(cut->isEnabled());
        menu->actions()[0]->trigger();
        QVERIFY(!cut->isEnabled());   // nobody: no cut
    }

    void aBenchOfAnySizeIsReadyToBeCut_data() {
        QTest::addColumn<int>("servers");
        for (const int n : {2, 3, 5, 7}) QTest::addRow("%d", n) << n;
    }
    void aBenchOfAnySizeIsReadyToBeCut() {
        QFETCH(int, servers);
        const std::string text = capScript({servers, 3, 3, msec(500)});
        const auto parsed = parseScript(text, "bench.lab");
        QVERIFY2(std::holds_alternative<Script>(parsed), text.c_str());
        Lab lab(std::get<Script>(parsed).scenario);
        ScriptRunner runner(std::get<Script>(parsed), lab);
        while (!runner.atEnd()) QVERIFY(runner.step());
        const CapView cap = lab.view().cap;
        QCOMPARE(static_cast<int>(cap.servers.size()), servers);
        for (const CapServerView& s : cap.servers) {
            QCOMPARE(s.leases.size(), std::size_t{3});
            QCOMPARE(s.znodes.size(), std::size_t{3});
        }
        QCOMPARE(cap.sides.size(), std::size_t{1});
        QVERIFY(cap.sides[0].counts[static_cast<std::size_t>(Registry::Eureka)].fresh > 0);
        QVERIFY(cap.sides[0].counts[static_cast<std::size_t>(Registry::ZooKeeper)].fresh > 0);
        QCOMPARE(cap.lookupEvery, msec(500));
    }

    void anotherSizeIsANewRun() {
        Bench bench;
        auto& [engine, client, feed, lens, appearance, panel] = bench;
        panel.resize(1000, 220);
        panel.show();
        client.openScript(std::get<Script>(parseScript("servers 3\neureka\nstart all\nrun until leader\n", "t.lab")));
        QTRY_VERIFY(feed.view()->cap.eureka);
        QSignalSpy wanted(&panel, &CapPanel::benchWanted);
        for (QMenu* menu : panel.findChildren<QMenu*>())
            for (QAction* a : menu->actions())
                if (a->text() == "New run with 7 servers") a->trigger();
        QCOMPARE(wanted.size(), 1);
        const Script script = wanted[0][0].value<Script>();
        QCOMPARE(script.scenario.ensemble.serverCount(), 7);
        const auto lines = [&](const char* word) {
            return std::count_if(script.statements.begin(), script.statements.end(), [&](const Statement& s) { return s.source.find(word) != std::string::npos; });
        };
        QCOMPARE(lines(" provide "), 2);   // nobody was there: one on each side
        QCOMPARE(lines(" lookup "), 2);
    }
};

QTEST_MAIN(TestCapPanel)
#include "tst_cap_panel.moc"
