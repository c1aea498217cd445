// SPDX-License-Identifier: GPL-3.0-or-later
// The CAP bench in the window: what the tables say of a run, and what the lecturer's buttons do to it.
#include "engine/host/engine_thread.h"
#include "engine/script/script.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/cap_panel.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
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
        EngineThread engine;
        LabClient client(engine);
        TraceFeed feed(engine, client);
        Lens lens;
        Appearance appearance;
        CapPanel panel(Workbench{client, feed, lens, appearance});
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
        button("+ providers")->click();
        QTRY_COMPARE(feed.view()->cap.clients.size(), std::size_t{2});
        QCOMPARE(feed.view()->cap.clients[1].provides.size(), std::size_t{1});
        button("+ consumers")->click();
        QTRY_COMPARE(feed.view()->cap.clients.size(), std::size_t{4});
        QTRY_COMPARE(feed.view()->cap.clients[3].every, sec(1));
        button("Cut")->click();
        QTRY_COMPARE(feed.view()->cap.sides.size() >= 2 && feed.view()->cap.sides[0].servers.size() == 1, true);
        button("Heal")->click();
        QTRY_COMPARE(feed.view()->cap.sides[0].servers.size(), std::size_t{3});
        client.runStatement(std::get<Statement>(parseLine("run 10s", client.scenario())));
        QTRY_VERIFY(panel.points(Registry::Eureka) > 0);
    }
};

QTEST_MAIN(TestCapPanel)
#include "tst_cap_panel.moc"
