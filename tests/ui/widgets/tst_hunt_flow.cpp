// SPDX-License-Identifier: GPL-3.0-or-later
// From the menu to a violation: rules are switched off, a hunt runs beside the window, what it finds opens where the property falls.
#include "tests/engine/host/hole_in_a_log.h"
#include "tests/ui/widgets/shown_window.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/property_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/hunt_dialog.h"
#include "ui/widgets/inspector_panel.h"
#include "ui/widgets/lamp_strip.h"
#include "ui/widgets/main_menu.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/property_panel.h"
#include "ui/widgets/run_actions.h"
#include "ui/widgets/seal_dialog.h"
#include "ui/widgets/stage_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QTimer>
#include <QtTest>

#include <functional>
#include <optional>

using namespace zab;

namespace {

EnumSet<Seal> only(Seal seal) {
    EnumSet<Seal> set;
    set.add(seal);
    return set;
}

}  // namespace

class TestHuntFlow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() {
        m_window.reset();
        m_look.setLanguage(QStringLiteral("en"));
    }
    void theExplorerFindsAndItOpensPausedThere();
    void chaosGoesOnBesideTheWindowAndCanBeCancelled();
    void chaosFindsAndTheKeysOpenIt();
    void itOpensWhereTheFoundPropertyFalls();
    void chaosFindsEveryRuleInWhatAClassWaitsFor();
    void theExplorerEndsInWhatAClassWaitsFor();
    void theEndSaysWhatWasCancelled();
    void theEndSaysWhetherEverythingWasSeen();
    void theNumbersFollowTheRules();
    void theMenuOfRulesStaysOpen();
    void itGoesOnUnderAnotherLanguageAndTellsBehindItsBack();
    void aNewRunDoesWithoutARule();
    void theExhibitOfARuleOpensWhereThePropertyFalls();
    void theMuseumHasAMenuForEachDefect();
    void whereAnExhibitOpensIsTickedInItsMenu();

private:
    HuntDialog& openHunt();
    void start();
    bool isPausedAt(Property property);

    Appearance m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestHuntFlow::init() {
    m_window = shownWindow(m_look);
    QVERIFY(m_window);
    QVERIFY(m_window->documents().openReadyLesson());
    QTRY_VERIFY(!m_window->feed().view()->servers.empty());
}

HuntDialog& TestHuntFlow::openHunt() {
    m_window->findChild<MainMenu*>()->hunt->trigger();
    return *m_window->findChild<HuntDialog*>();
}

void TestHuntFlow::start() {
    for (QPushButton* b : m_window->findChild<HuntDialog*>()->findChildren<QPushButton*>())
        if (b->text() == QStringLiteral("Start")) QTest::mouseClick(b, Qt::LeftButton);
}

/// The decisive event has just happened, and the inspector speaks of it.
bool TestHuntFlow::isPausedAt(Property property) {
    const LampButton* lamp = m_window->lamps().lamp(property);
    return lamp && !lamp->holds() && !m_window->feed().progress().playing && m_window->lens().selection() == Selection::ofProperty(propertyName(property).toStdString()) &&
           m_window->inspector().inspection().badge == propertyName(property);
}

void TestHuntFlow::theExplorerFindsAndItOpensPausedThere() {
    // S2 is about to come back to two servers whose logs lack what its own has.
    std::string text = kHoleInALog;
    text.resize(text.find("start S2") + 8);
    m_window->documents().open(std::get<Script>(parseScript(text, "hole.lab")));
    HuntDialog& hunt = openHunt();
    QVERIFY(hunt.isVisible());
    hunt.setPage(HuntDialog::Explorer);
    hunt.setBroken(only(Seal::CommitInOrder));
    for (QComboBox* box : hunt.findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Begin with")) box->setCurrentIndex(2);
    // No fault is needed for it.
    for (QSpinBox* box : hunt.findChildren<QSpinBox*>())
        for (const char* name : {"Writes", "Crashes", "Restarts"})
            if (box->accessibleName() == QLatin1String(name)) box->setValue(0);
    QSignalSpy ended(&hunt.client(), &HuntClient::ended);
    start();
    QVERIFY(hunt.client().isOn());
    QVERIFY(ended.wait(20000));
    QVERIFY2(hunt.findings().rowCount() > 0, qPrintable(QString::fromStdString(hunt.client().report().problem)));
    const Finding found = hunt.findings().findings().front();
    QCOMPARE(found.property, Property::ProcessConsistency);
    auto* table = hunt.findChild<QTableView*>();
    const QRect row = table->visualRect(hunt.findings().index(0, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, row.center());
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, row.center());
    QTRY_VERIFY_WITH_TIMEOUT(isPausedAt(found.property), 10000);
    QVERIFY(!m_window->client().scenario().ensemble.variants.holds(Seal::CommitInOrder));   // the document carries it
    QVERIFY(!hunt.isVisible());   // it does not cover what is to be seen
    QCOMPARE(openHunt().findings().rowCount(), hunt.findings().rowCount());
    // There and back: the property holds before, and not again.
    m_window->runActions().stepBack->trigger();
    QTRY_VERIFY(m_window->lamps().lamp(found.property)->holds());
    m_window->runActions().stepForward->trigger();
    QTRY_VERIFY(!m_window->lamps().lamp(found.property)->holds());
}

void TestHuntFlow::chaosGoesOnBesideTheWindowAndCanBeCancelled() {
    HuntDialog& hunt = openHunt();
    hunt.setPage(HuntDialog::Chaos);
    QSignalSpy ended(&hunt.client(), &HuntClient::ended);
    hunt.begin();
    hunt.begin();   // one at a time
    QTRY_VERIFY_WITH_TIMEOUT(hunt.client().report().counts.runs > 0, 20000);
    QVERIFY(hunt.client().isOn());
    // Meanwhile the run in the window answers.
    const std::int64_t step = m_window->feed().view()->step;
    m_window->runActions().stepForward->trigger();
    QTRY_VERIFY(m_window->feed().view()->step > step);
    // The hunt has a thread of its own: how long the window's own loop is away at most, while the run plays too.
    m_window->runActions().play->trigger();
    QElapsedTimer turn, all;
    qint64 longest = 0, turns = 0;
    for (all.start(); all.elapsed() < 1000; ++turns) {
        turn.start();
        QTest::qWait(1);
        longest = std::max(longest, turn.elapsed());
    }
    qInfo("%lld turns of the loop in a second, the longest took %lld ms", static_cast<long long>(turns), static_cast<long long>(longest));
    QVERIFY2(hunt.client().isOn() && turns > 60 && longest < 200, qPrintable(QString::number(longest)));
    hunt.close();
    QVERIFY(hunt.client().isOn());
    QCOMPARE(&openHunt(), &hunt);
    hunt.cancel();
    QVERIFY(hunt.client().isCancelling());   // it is told at once that the word was heard
    for (const QPushButton* b : hunt.findChildren<QPushButton*>()) QVERIFY(b->text() != QStringLiteral("Cancel") || !b->isEnabled());
    QVERIFY(ended.wait(20000));
    QVERIFY(!hunt.client().isCancelling());
    QCOMPARE(hunt.client().report().end, HuntReport::End::Cancelled);
    QVERIFY(hunt.client().report().findings.empty());
    QVERIFY(!hunt.client().report().rulesHit.empty());   // what was covered is told
    QVERIFY(!hunt.client().isOn());
}

void TestHuntFlow::chaosFindsAndTheKeysOpenIt() {
    HuntDialog& hunt = openHunt();
    hunt.setBroken(only(Seal::CommitInOrder));
    QSignalSpy ended(&hunt.client(), &HuntClient::ended);
    std::optional<double> searched;
    bool busy = false, canOpen = false;
    connect(&hunt.client(), &HuntClient::changed, &hunt, [&] {
        if (!hunt.client().report().shrinking) return;
        if (!searched) searched = hunt.client().seconds();
        busy = hunt.findChild<QProgressBar*>()->maximum() == 0;   // how many attempts it takes nobody knows
        for (const QPushButton* b : hunt.findChildren<QPushButton*>()) canOpen = canOpen || (b->text() == QStringLiteral("Open the run") && b->isEnabled());
    });
    start();
    QVERIFY(ended.wait(20000));
    if (searched) QVERIFY(busy && canOpen);
    QVERIFY2(hunt.endText().contains(QStringLiteral(" s, made shorter in ")), qPrintable(hunt.endText()));
    QCOMPARE(hunt.findings().rowCount(), 1);
    QVERIFY(hunt.client().report().replays > 0 && hunt.client().seconds() > 0);
    if (searched) QCOMPARE(hunt.client().seconds(), *searched);   // the rate is that of the search
    const Finding found = hunt.findings().findings().front();
    QVERIFY(hunt.endText().startsWith(QStringLiteral("Without commit-in-order: ")));
    QTest::keyClick(hunt.findChild<QTableView*>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isPausedAt(found.property), 10000);
    QVERIFY2(m_window->windowTitle().startsWith(QStringLiteral("Chaos, run ")), qPrintable(m_window->windowTitle()));
    m_look.setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY2(!m_window->windowTitle().contains(QStringLiteral("Chaos")), qPrintable(m_window->windowTitle()));
    m_look.setLanguage(QStringLiteral("en"));
}

/// Other properties may fall on the way: the run opens where the one falls that it was found for.
void TestHuntFlow::itOpensWhereTheFoundPropertyFalls() {
    Script script = std::get<Script>(parseScript(kHoleInALog, "hole.lab"));
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd()) runner.step();
    const auto fallen = lab.checker().violations();
    const ViolationFound first = fallen.front(), last = fallen.back();
    QVERIFY(lab.stepOf(first.event) < lab.stepOf(last.event));
    std::erase_if(script.statements, [](const Statement& s) { return std::holds_alternative<Expect>(s.what); });
    script.statements.push_back(std::get<Statement>(parseLine("expect violation " + std::string(propertyInfo(last.property).id), script.scenario)));
    emit openHunt().wanted(script);
    QTRY_VERIFY_WITH_TIMEOUT(isPausedAt(last.property), 10000);
    QVERIFY(!m_window->lamps().lamp(first.property)->holds());
    QCOMPARE(m_window->feed().view()->step, lab.stepOf(last.event));
}

void TestHuntFlow::chaosFindsEveryRuleInWhatAClassWaitsFor() {
    for (int i = 0; i < static_cast<int>(Seal::Count_); ++i) {
        if (static_cast<Seal>(i) == Seal::ElectionRound) continue;   // needs the most seeds, 1273: tst_rule_exhibits looks for it
        ChaosPlan plan;
        plan.broken = only(static_cast<Seal>(i));
        QVERIFY2(!runChaos(chaosOptions(plan)).findings.empty(), sealInfo(static_cast<Seal>(i)).id.data());
        QVERIFY(chaosAdvice(plan.broken, plan.servers).isEmpty());
    }
    QVERIFY(chaosAdvice(only(Seal::QuorumMajority), 3).contains(QStringLiteral("quorum-majority")));
    QVERIFY(chaosAdvice(only(Seal::QuorumMajority), 6).isEmpty());
}

void TestHuntFlow::theExplorerEndsInWhatAClassWaitsFor() {
    const auto explored = [](EnumSet<Seal> broken) {
        const Exploration e = exploration(usualExplore(broken), {});
        return explore(e.script, e.options);
    };
    const ExploreResult whole = explored({});
    QCOMPARE(whole.end, ExploreResult::End::Exhausted);
    QVERIFY(whole.totals.distinct > 10000 && whole.totals.distinct < 300000);   // enough to be worth it, and some seconds
    // Either it finds what the rule is good for, or the dialog says that chaos does.
    QVERIFY(exploreAdvice({}).isEmpty());
    int finds = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Seal::Count_); ++i) {
        const auto seal = static_cast<Seal>(i);
        const QString advice = exploreAdvice(only(seal));
        if (!advice.isEmpty()) {
            QVERIFY(advice.contains(QString::fromUtf8(sealInfo(seal).id.data())));
            continue;
        }
        ++finds;
        const ExploreResult found = explored(only(seal));
        QVERIFY2(found.end == ExploreResult::End::Found, sealInfo(seal).id.data());
    }
    QCOMPARE(finds, 6);
}

void TestHuntFlow::theEndSaysWhatWasCancelled() {
    const Hunt hunt = chaosOptions({});
    HuntReport report;
    report.findings.resize(1);
    report.end = HuntReport::End::Done;
    QVERIFY(huntEnd(hunt, report, 0.1, 0).contains(QStringLiteral("found in 0.1 s.")));
    report.replays = 56394;
    QVERIFY2(huntEnd(hunt, report, 0.1, 7.2).contains(QStringLiteral("found in 0.1 s, made shorter in 7.2 s.")), qPrintable(huntEnd(hunt, report, 0.1, 7.2)));
    report.end = HuntReport::End::Cancelled;
    const QString end = huntEnd(hunt, report, 0.1, 7.2);
    QVERIFY2(end.contains(QStringLiteral("7.2 s")) && end.contains(QStringLiteral("cancelled")), qPrintable(end));
    report.replays = 0;
    QVERIFY(huntEnd(hunt, report, 0.1).contains(QStringLiteral("then cancelled")));
}

void TestHuntFlow::theEndSaysWhetherEverythingWasSeen() {
    HuntThread thread;
    const auto endOf = [&](const ExplorePlan& plan, const Script& present = {}) {
        const Hunt hunt = exploration(plan, present);
        if (!thread.begin(hunt) || !thread.wait(20000)) return QString();
        return huntEnd(hunt, thread.report(), 1);
    };
    ExplorePlan plan;
    plan.budgets.writes = 1;
    QVERIFY2(endOf(plan).contains(QStringLiteral("everything was seen")), qPrintable(endOf(plan)));
    plan.budgets.crashes = plan.thousands = 1;
    QVERIFY2(endOf(plan).contains(QStringLiteral("not everything was seen: the search ended at its bound")), qPrintable(endOf(plan)));
    plan.broken = only(Seal::VoteOrder);
    QVERIFY(endOf(plan).startsWith(QStringLiteral("Without vote-order: ")));
    plan = {};
    plan.begin = ExplorePlan::Begin::Present;
    plan.budgets.writes = 1;
    QCOMPARE(endOf(plan, std::get<Script>(parseScript("servers 3\nstart all\n", "few.lab"))), QStringLiteral("Writes need a client: the script connects none."));
}

void TestHuntFlow::theNumbersFollowTheRules() {
    HuntDialog& hunt = openHunt();
    const QList<QSpinBox*> boxes = hunt.findChildren<QSpinBox*>();
    const auto box = [&](const char* name, int page) -> QSpinBox* {
        for (QSpinBox* b : boxes)
            if (b->accessibleName() == QLatin1String(name) && hunt.findChild<QTabWidget*>()->widget(page)->isAncestorOf(b)) return b;
        return nullptr;
    };
    QSpinBox* servers = box("Servers", HuntDialog::Explorer);
    QSpinBox* crashes = box("Crashes", HuntDialog::Explorer);
    QVERIFY(servers && crashes);
    for (QSpinBox* b : boxes) QVERIFY2(!b->toolTip().isEmpty() && !b->accessibleName().isEmpty(), qPrintable(b->accessibleName()));
    QCOMPARE(servers->value(), 3);
    hunt.setBroken(only(Seal::QuorumMajority));
    QCOMPARE(servers->value(), 2);
    hunt.setBroken(only(Seal::FsyncBeforeAck));
    QCOMPARE(servers->value(), 2);
    QCOMPARE(crashes->value(), 2);
    hunt.setBroken({});
    QCOMPARE(servers->value(), 3);
    QCOMPARE(crashes->value(), 1);
    servers->setValue(5);
    crashes->setValue(3);
    hunt.setBroken(only(Seal::QuorumMajority));   // what a person has chosen stays
    QCOMPARE(servers->value(), 5);
    QCOMPARE(crashes->value(), 3);
}

/// Several rules are ticked one after the other, by the mouse or by the keys.
void TestHuntFlow::theMenuOfRulesStaysOpen() {
    HuntDialog& hunt = openHunt();
    QPushButton* button = nullptr;
    for (QPushButton* b : hunt.findChildren<QPushButton*>())
        if (b->menu()) button = b;
    QVERIFY(button);
    QMenu* menu = button->menu();
    const QList<QAction*> rules = menu->actions();
    QCOMPARE(rules.size(), static_cast<qsizetype>(Seal::Count_) + 1);   // and the menu of defects
    const auto ticked = [&] {
        QList<qsizetype> list;
        for (qsizetype i = 0; i < rules.size(); ++i)
            if (rules[i]->isChecked()) list << i;
        return list;
    };
    // The button waits until its menu is closed.
    const auto inMenu = [&](const std::function<void()>& act) {
        int times = 0;
        QTimer::singleShot(0, menu, [&] {
            ++times;
            act();
            menu->close();
        });
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(times, 1);
    };
    const auto click = [&](qsizetype rule) { QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(rules[rule]).center()); };
    const auto key = [&](Qt::Key k) { QTest::keyClick(menu, k); };
    inMenu([&] {
        for (const qsizetype rule : {3, 8, 5, 8}) {
            click(rule);
            QVERIFY(menu->isVisible());
        }
        QCOMPARE(ticked(), (QList<qsizetype>{3, 5}));
        key(Qt::Key_Escape);
        QVERIFY(!menu->isVisible());
    });
    QCOMPARE(ticked(), (QList<qsizetype>{3, 5}));   // leaving takes nothing back
    QCOMPARE(button->text(), sealNames(hunt.broken()).join(QStringLiteral(", ")));
    inMenu([&] {
        menu->setActiveAction(rules[5]);
        key(Qt::Key_Space);
        key(Qt::Key_Down);
        key(Qt::Key_Space);
        QVERIFY(menu->isVisible());
        QCOMPARE(ticked(), (QList<qsizetype>{3, 6}));
        key(Qt::Key_Return);   // that is all
        QVERIFY(!menu->isVisible());
    });
    QCOMPARE(ticked(), (QList<qsizetype>{3, 6}));
    inMenu([&] {
        menu->setActiveAction(rules[3]);
        key(Qt::Key_Return);   // alone it takes the line that it stands on, as in every menu
        QVERIFY(!menu->isVisible());
    });
    QCOMPARE(ticked(), (QList<qsizetype>{6}));
    inMenu([&] {
        click(0);
        QTest::mouseClick(menu, Qt::LeftButton, {}, QPoint(menu->width() + 40, menu->height() + 40));
        QVERIFY(!menu->isVisible());
    });
    QCOMPARE(ticked(), (QList<qsizetype>{0, 6}));
    QVERIFY(hunt.isVisible());
}

void TestHuntFlow::itGoesOnUnderAnotherLanguageAndTellsBehindItsBack() {
    HuntDialog& hunt = openHunt();
    hunt.setPage(HuntDialog::Explorer);
    for (QSpinBox* box : hunt.findChildren<QSpinBox*>())
        for (const char* name : {"Writes", "Crashes", "Restarts", "Cuts"})
            if (box->accessibleName() == QLatin1String(name)) box->setValue(3);   // minutes of it
    QSignalSpy ended(&hunt.client(), &HuntClient::ended);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(hunt.client().report().explored.distinct > 0, 20000);
    m_look.setLanguage(QStringLiteral("zh_CN"));
    m_look.setMode(Appearance::Mode::Dark);
    QTRY_VERIFY(hunt.windowTitle() != QStringLiteral("Look for a violation"));
    QVERIFY(hunt.client().isOn());
    m_look.setLanguage(QStringLiteral("en"));
    m_look.setMode(Appearance::Mode::Light);
    hunt.close();
    QVERIFY(hunt.client().isOn());
    hunt.cancel();
    QVERIFY(ended.wait(20000));
    QVERIFY2(m_window->statusBar()->currentMessage().contains(QStringLiteral("cancelled after")), qPrintable(m_window->statusBar()->currentMessage()));
}

void TestHuntFlow::aNewRunDoesWithoutARule() {
    m_window->findChild<MainMenu*>()->breakSeals->trigger();
    auto* dialog = m_window->findChild<SealDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());   // nothing is chosen yet
    auto* list = dialog->findChild<QListWidget*>();
    QCOMPARE(list->count(), static_cast<int>(Seal::Count_));
    list->item(static_cast<int>(Seal::CommitInOrder))->setCheckState(Qt::Checked);
    QVERIFY(ok->isEnabled());
    QCOMPARE(dialog->plan(), (SealPlan{0, only(Seal::CommitInOrder)}));
    const std::size_t commands = m_window->client().script().statements.size();
    QTest::mouseClick(ok, Qt::LeftButton);
    QTRY_VERIFY(!m_window->client().scenario().ensemble.variants.holds(Seal::CommitInOrder));
    QVERIFY(m_window->client().script().statements.size() <= commands && commands > 0);
    HitTarget seal;
    seal.kind = HitKind::Variant;
    seal.path = "commit-in-order";
    QTRY_VERIFY(m_window->stage().scene().find(seal));
    for (const int servers : {3, 5, 7}) {
        const Script fresh = scriptWithout({servers, only(Seal::FifoLinks)}, {});
        QCOMPARE(fresh.scenario.ensemble.serverCount(), servers);
        QCOMPARE(fresh.scenario.ensemble.variants.broken, only(Seal::FifoLinks));
        // The document says so itself: written and read again it is the same.
        const auto again = parseScript(formatScript(fresh.scenario, {}, fresh.title), "again.lab");
        QCOMPARE(std::get<Script>(again).scenario.ensemble.variants.broken, only(Seal::FifoLinks));
    }
}

void TestHuntFlow::theExhibitOfARuleOpensWhereThePropertyFalls() {
    QVERIFY(!m_window->documents().rules().empty());
    m_window->lens().select(Selection::ofVariant("fsync-before-ack"));
    QTRY_COMPARE(m_window->inspector().inspection().badge, QStringLiteral("fsync-before-ack"));
    emit m_window->inspector().findChild<QTextBrowser*>()->anchorClicked(QUrl(QStringLiteral("exhibit:")));
    QTRY_VERIFY(!m_window->client().scenario().ensemble.variants.holds(Seal::FsyncBeforeAck));
    const auto guarded = propertyByName(sealInfo(Seal::FsyncBeforeAck).guards);
    QTRY_VERIFY_WITH_TIMEOUT(isPausedAt(*guarded), 10000);
}

/// All exhibits in one menu would be more than a small screen holds.
void TestHuntFlow::theMuseumHasAMenuForEachDefect() {
    const auto fill = [this] {
        for (QMenu* menu : m_window->findChildren<QMenu*>())
            if (menu->title() == QStringLiteral("Museum of defects")) return menu;
        return static_cast<QMenu*>(nullptr);
    };
    m_look.setLanguage(QStringLiteral("zh_CN"));
    m_look.setLanguage(QStringLiteral("en"));   // filled anew: nothing twice
    const QMenu* museum = fill();
    QVERIFY(museum);
    std::size_t exhibits = 0;
    QStringList titles;
    for (const QAction* a : museum->actions()) {
        if (!a->menu()) continue;
        titles << a->text();
        exhibits += static_cast<std::size_t>(a->menu()->actions().size());
    }
    QCOMPARE(exhibits, m_window->documents().museum().size());
    QVERIFY(titles.size() >= 10 && museum->actions().size() <= 16);
    QVERIFY2(titles.contains(QStringLiteral("ZOOKEEPER-2845: A server votes with its memory while its log holds more.")), qPrintable(titles.join('\n')));
    QCOMPARE(museum->findChildren<QMenu*>().size(), titles.size());
}

/// The tick leaves the menu open; Enter on an exhibit opens it there, though something was ticked before.
void TestHuntFlow::whereAnExhibitOpensIsTickedInItsMenu() {
    QMenu* menu = nullptr;
    for (QMenu* m : m_window->findChildren<QMenu*>())
        if (m->title() == QStringLiteral("Rules switched off")) menu = m;
    QVERIFY(menu && menu->actions().size() > 2);
    menu->popup(m_window->mapToGlobal(QPoint(20, 20)));
    menu->setActiveAction(menu->actions()[0]);
    QTest::keyClick(menu, Qt::Key_Space);
    QVERIFY(menu->isVisible() && menu->actions()[0]->isChecked());
    menu->setActiveAction(menu->actions()[2]);
    QCOMPARE(menu->activeAction()->text(), QStringLiteral("Why a quorum is more than half"));
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(!menu->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(isPausedAt(*propertyByName(sealInfo(Seal::QuorumMajority).guards)), 10000);
}

QTEST_MAIN(TestHuntFlow)
#include "tst_hunt_flow.moc"
