// SPDX-License-Identifier: GPL-3.0-or-later
// What a lecturer does, through the real window: an election by steps, a crash and a recovery by clicks, back and forth.
#include "tests/ui/widgets/shown_window.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/event_text.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/console_panel.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/event_panel.h"
#include "ui/widgets/inspector_panel.h"
#include "ui/widgets/main_menu.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/narration_strip.h"
#include "ui/widgets/run_actions.h"
#include "ui/widgets/stage_view.h"
#include "ui/widgets/status_line.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace zab;

class TestFlows : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void opensPausedOnTheReadyLesson();
    void electionBySteps();
    void crashAndRecoverByClicks();
    void aLongMessageEndsInDots();
    void backAndForthGivesTheSamePicture();
    void badFilesAreOneSentence();
    void consoleAnswers();
    void everyKeyOfALecturerWorks();
    void staysResponsiveUnderLoad();
    void whatTakesLongCanBeStopped();
    void docksGoAnywhereAndBack();
    void languageAndThemeSwitchAtRunTime();

private:
    const ServerView& server(int id) const { return m_window->feed().view()->servers[static_cast<std::size_t>(id - 1)]; }
    void key(Qt::Key key) { QTest::keyClick(&m_window->stage(), key); }
    bool settled();
    void clickOn(const HitTarget& target);
    QImage picture();

    std::unique_ptr<Appearance> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestFlows::initTestCase() {
    m_look = std::make_unique<Appearance>();
    m_look->setMode(Appearance::Mode::Light);
}

void TestFlows::init() {
    m_window = shownWindow(*m_look);
    QVERIFY(m_window);
    QVERIFY(m_window->documents().openReadyLesson());
    QTRY_VERIFY(m_window->feed().view()->servers.size() == 5);
    m_window->stage().setFocus();
}

void TestFlows::cleanup() { m_window.reset(); }

/// Every request asked for so far has been answered: a marker request's notice has come back.
bool TestFlows::settled() {
    QSignalSpy noticed(&m_window->feed(), &TraceFeed::noticed);
    m_window->client().requestDocument();
    const bool answered = QTest::qWaitFor([&] {
        for (const auto& call : noticed)
            if (call[0].value<Notice>().kind == Notice::Kind::Document) return true;
        return false;
    }, 20000);
    QTest::qWait(60);   // the lens and the panels tell once a frame
    return answered;
}

void TestFlows::clickOn(const HitTarget& target) {
    const ShapeGroup* group = m_window->stage().scene().find(target);
    QVERIFY(group);
    QTest::mouseClick(&m_window->stage(), Qt::LeftButton, {}, QPointF(group->bounds.center().x(), group->bounds.top() + 14).toPoint());
}

QImage TestFlows::picture() {
    m_window->stage().settle();
    return m_window->stage().grab().toImage();
}

void TestFlows::opensPausedOnTheReadyLesson() {
    QCOMPARE(m_window->feed().trace().size(), EventId{0});
    QVERIFY(!m_window->feed().progress().playing);
    QVERIFY(m_window->feed().progress().beats > 5);
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("ZabLab")));
}

void TestFlows::electionBySteps() {
    m_window->runActions().setStepSize(RunActions::Step::VoteRound);
    int looking = 0;
    for (int i = 0; i < 200 && !m_window->feed().view()->leader; ++i) {
        key(Qt::Key_Right);
        QVERIFY(settled());
        for (int s = 1; s <= 5; ++s) looking += server(s).state == ServerState::Looking && server(s).life == ServerLife::Up ? 1 : 0;
        if (i == 30) m_window->runActions().setStepSize(RunActions::Step::Phase);
    }
    QVERIFY(looking > 5);   // the election was seen, not skipped
    QCOMPARE(m_window->feed().view()->leader, ServerId{5});
    QVERIFY(!m_window->narration().sentence().isEmpty());
    QVERIFY(!m_window->narration().lessonText().isEmpty());
    QVERIFY(m_window->events().model().rowCount() > 50);
}

void TestFlows::crashAndRecoverByClicks() {
    m_window->runActions().setStepSize(RunActions::Step::Beat);
    for (int i = 0; i < 40 && m_window->feed().view()->phase != Phase::Broadcast; ++i) {
        key(Qt::Key_Right);
        QVERIFY(settled());
    }
    const ServerId old = m_window->feed().view()->leader;
    QVERIFY(old);
    HitTarget leader;
    leader.kind = HitKind::Server;
    leader.server = old;
    clickOn(leader);
    QVERIFY(settled());
    QCOMPARE(m_window->lens().selection(), Selection::ofServer(old));
    QTRY_COMPARE(m_window->inspector().inspection().badge, actorText(old));
    QTest::mouseClick(m_window->findChild<QToolButton*>(QStringLiteral("crash")), Qt::LeftButton);
    QVERIFY(settled());
    QCOMPARE(server(old.value).life, ServerLife::Down);
    for (int i = 0; i < 3000 && (!m_window->feed().view()->leader || m_window->feed().view()->leader == old); ++i) {
        m_window->client().stepForward(StepSize::Phase);
        QVERIFY(settled());
        QVERIFY(i < 100);
    }
    QTest::mouseClick(m_window->findChild<QToolButton*>(QStringLiteral("restart")), Qt::LeftButton);
    QVERIFY(settled());
    QCOMPARE(server(old.value).life, ServerLife::Up);
    for (int i = 0; i < 100 && server(old.value).phase != Phase::Broadcast; ++i) {
        m_window->client().stepForward(StepSize::Phase);
        QVERIFY(settled());
    }
    QCOMPARE(server(old.value).state, ServerState::Following);
    for (const PropertyView& p : m_window->feed().view()->properties) QCOMPARE(p.violated, kNoEvent);
}

void TestFlows::aLongMessageEndsInDots() {
    auto* line = qobject_cast<StatusLine*>(m_window->statusBar());
    QVERIFY(line);
    const QString message = QStringLiteral("The lesson ends here. Play goes on freely; try a fault. ");
    line->showMessage(message.repeated(20));
    QVERIFY2(line->shownMessage().endsWith(QChar(0x2026)), qPrintable(line->shownMessage()));
    line->showMessage(QStringLiteral("Saved"));
    QCOMPARE(line->shownMessage(), QStringLiteral("Saved"));
}

void TestFlows::backAndForthGivesTheSamePicture() {
    m_window->runActions().setStepSize(RunActions::Step::Packet);
    std::vector<QImage> pictures;
    for (int i = 0; i < 12; ++i) {
        key(Qt::Key_Right);
        QVERIFY(settled());
        pictures.push_back(picture());
    }
    QVERIFY(pictures.front() != pictures.back());
    const std::uint64_t digest = m_window->feed().trace().size();
    for (int i = 10; i >= 4; --i) {
        key(Qt::Key_Left);
        QVERIFY(settled());
        QVERIFY2(picture() == pictures[static_cast<std::size_t>(i)], qPrintable(QStringLiteral("back to %1").arg(i)));
    }
    for (int i = 5; i < 12; ++i) {
        key(Qt::Key_PageDown);
        QVERIFY(settled());
        QVERIFY2(picture() == pictures[static_cast<std::size_t>(i)], qPrintable(QStringLiteral("forth to %1").arg(i)));
    }
    QCOMPARE(static_cast<std::uint64_t>(m_window->feed().trace().size()), digest);
}

void TestFlows::badFilesAreOneSentence() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bad.lab"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("servers 3\nstart S9\n");
    file.close();
    QSignalSpy failed(&m_window->documents(), &Documents::failed);
    QVERIFY(!m_window->documents().open(path));
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("bad.lab:2:7")));
    QVERIFY(!m_window->documents().open(folder.filePath(QStringLiteral("none.lab"))));
    QCOMPARE(failed.size(), 2);
    QVERIFY(settled());
    QCOMPARE(m_window->feed().view()->servers.size(), std::size_t{5});   // what was open stays open
}

void TestFlows::consoleAnswers() {
    ConsolePanel& console = m_window->console();
    console.enter(QStringLiteral("crash S77"));
    QVERIFY(console.transcript().contains(QStringLiteral("column")));
    console.enter(QStringLiteral("crash S2"));
    QVERIFY(settled());
    QVERIFY2(console.transcript().contains(QStringLiteral("S2 is not running")), qPrintable(console.transcript()));
    console.enter(QStringLiteral("start all"));
    console.enter(QStringLiteral("run until leader"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed().progress().playing && m_window->feed().view()->leader == ServerId{5}, 60000);
    QTest::keyClick(console.input(), Qt::Key_Up);
    QCOMPARE(console.input()->text(), QStringLiteral("run until leader"));
    QTest::keyClick(console.input(), Qt::Key_Up);
    QCOMPARE(console.input()->text(), QStringLiteral("start all"));
    QTest::keyClick(console.input(), Qt::Key_Down);
    QTest::keyClick(console.input(), Qt::Key_Down);
    QVERIFY(console.input()->text().isEmpty());
}

void TestFlows::everyKeyOfALecturerWorks() {
    key(Qt::Key_Space);
    QTRY_VERIFY(m_window->feed().progress().playing);
    key(Qt::Key_Space);
    QTRY_VERIFY(!m_window->feed().progress().playing);
    const int speed = m_window->runActions().speed();
    key(Qt::Key_Plus);
    QVERIFY(m_window->runActions().speed() > speed);
    key(Qt::Key_Minus);
    QCOMPARE(m_window->runActions().speed(), speed);
    key(Qt::Key_PageDown);
    QVERIFY(settled());
    QVERIFY(m_window->feed().trace().size() > 0);
    key(Qt::Key_Home);
    QTRY_COMPARE(m_window->feed().trace().size(), EventId{0});
    key(Qt::Key_F5);
    QVERIFY(m_look->projector());
    QVERIFY(!m_window->events().isVisible());
    QVERIFY(m_window->narration().isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_look->projector());
    QVERIFY(m_window->events().isVisible());
}

void TestFlows::staysResponsiveUnderLoad() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("load.lab"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("servers 9\nstart all\nrun until leader\nrun until quiet\nC1 connect S1\nC2 connect S2\nrun until quiet\n"
               "C1 create /l1\nC2 create /l2\nrun until quiet\nC1 load outstanding 32\nC2 load outstanding 32\nrun 600s\n");
    file.close();
    QVERIFY(m_window->documents().open(path));
    m_window->runActions().setSpeed(RunActions::kSpeedSteps);
    key(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->feed().trace().size() > 100000, 60000);
    // How long the window's own loop is away at most: a person feels a fifth of a second.
    qint64 longest = 0;
    QElapsedTimer turn, all;
    all.start();
    while (all.elapsed() < 2000) {
        turn.start();
        QTest::qWait(1);
        longest = std::max(longest, turn.elapsed());
    }
    key(Qt::Key_Space);
    QTRY_VERIFY(!m_window->feed().progress().playing);
    QVERIFY2(longest < 200, qPrintable(QString::number(longest)));
}

/// Nine busy servers in which no phase changes: a step of that size would run for seconds. Then a goal that never comes.
void TestFlows::whatTakesLongCanBeStopped() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("long.lab"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("servers 9\nstart all\nrun until leader\nrun until quiet\nC1 connect S1\nrun until quiet\nC1 create /l1\nrun until quiet\n"
               "C1 load outstanding 64\n");
    file.close();
    QVERIFY(m_window->documents().open(path));
    m_window->client().nextBeat();
    QVERIFY(settled());
    auto* strip = m_window->findChild<QWidget*>(QStringLiteral("busy"));
    QVERIFY(strip && !strip->isVisible() && !m_window->runActions().stop->isEnabled());

    const SimTime began = m_window->feed().view()->now;
    for (int i = 0; i < 3; ++i) m_window->client().stepForward(StepSize::Phase);
    QTRY_VERIFY(strip->isVisible());
    const SimTime seen = m_window->feed().view()->now;
    QTRY_VERIFY(m_window->feed().view()->now > seen);   // it is shown how far it is
    QElapsedTimer stopping;
    stopping.start();
    key(Qt::Key_Escape);
    QTRY_VERIFY(!m_window->feed().waits());             // all three of them
    QVERIFY2(stopping.elapsed() < 1000, qPrintable(QString::number(stopping.elapsed())));
    QVERIFY(!strip->isVisible());
    QVERIFY(m_window->feed().view()->now < began + sec(30));

    const auto line = std::get<Statement>(parseLine("run until S9 OBSERVING", m_window->client().scenario()));
    m_window->client().runStatement(line);
    QTRY_VERIFY(m_window->feed().progress().playing && strip->isVisible());
    QTest::mouseClick(strip->findChild<QToolButton*>(), Qt::LeftButton);
    QTRY_VERIFY(!m_window->feed().progress().playing);
    QVERIFY(m_window->feed().progress().goal.empty());
    QTRY_VERIFY(!strip->isVisible());
}

/// Every dock floats, moves and closes; the View menu brings it back, and the layout can be reset.
void TestFlows::docksGoAnywhereAndBack() {
    const auto docks = m_window->findChildren<QDockWidget*>();
    QCOMPARE(docks.size(), 8);
    QAction* reset = m_window->findChild<MainMenu*>()->resetLayout;
    std::map<QDockWidget*, Qt::DockWidgetArea> places;
    for (QDockWidget* dock : docks) {
        places[dock] = m_window->dockWidgetArea(dock);
        QVERIFY(dock->features().testFlags(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable));
        dock->setFloating(true);
        QVERIFY(dock->isFloating() && dock->isVisible());
        QTRY_VERIFY2(!dock->titleBarWidget(), "nothing to drag it by");
        dock->close();
        QVERIFY(!dock->isVisible());
        dock->toggleViewAction()->trigger();
        QVERIFY(dock->isVisible());
        dock->setFloating(false);
        m_window->addDockWidget(Qt::LeftDockWidgetArea, dock);
    }
    reset->trigger();
    for (QDockWidget* dock : docks) QVERIFY(m_window->dockWidgetArea(dock) == places[dock] && !dock->isFloating() && !dock->isHidden());
    auto* events = m_window->findChild<QDockWidget*>(QStringLiteral("eventDock"));
    QCOMPARE(m_window->tabifiedDockWidgets(events).size(), 5);
}

void TestFlows::languageAndThemeSwitchAtRunTime() {
    const QString english = m_window->runActions().stepForward->text();
    const QColor light = m_window->palette().color(QPalette::Window);
    m_look->setMode(Appearance::Mode::Dark);
    QVERIFY(m_window->palette().color(QPalette::Window) != light);
    m_look->setMode(Appearance::Mode::Light);
    m_look->setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(m_window->runActions().stepForward->text() != english);
    m_look->setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(m_window->runActions().stepForward->text(), english);
}

QTEST_MAIN(TestFlows)
#include "tst_flows.moc"
