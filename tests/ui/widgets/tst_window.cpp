// SPDX-License-Identifier: GPL-3.0-or-later
// What a lecturer relies on without thinking of it: nothing jumps, questions come before answers, answers say yes or no.
#include "tests/ui/widgets/shown_window.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/models/inspection.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/console_panel.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/legend_dialog.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/narration_strip.h"
#include "ui/widgets/run_actions.h"
#include "ui/widgets/stage_view.h"

#include <QDockWidget>
#include <QLabel>
#include <QScreen>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolBar>
#include <QtTest>

#include <memory>

using namespace zab;

class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void theStageKeepsItsSizeThroughTheLesson();
    void theToolbarStandsStill();
    void expectationsAnswerYesOrNo();
    void aCommitCarriesNoVote();
    void scenariosOpen();
    void theLegendShowsItsSigns();
    void aTabIsTheTitleOfItsDock();

private:
    bool settled();
    void next(RunActions::Step size);

    Appearance m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::init() {
    m_window = shownWindow(m_look);
    QVERIFY(m_window);
    QVERIFY(m_window->documents().openReadyLesson());
    QTRY_VERIFY(m_window->feed().view()->servers.size() == 5);
    QVERIFY(settled());
}

bool TestWindow::settled() {
    QSignalSpy noticed(&m_window->feed(), &TraceFeed::noticed);
    m_window->client().requestDocument();
    const bool answered = QTest::qWaitFor([&] {
        for (const auto& call : noticed)
            if (call[0].value<Notice>().kind == Notice::Kind::Document) return true;
        return false;
    }, 20000);
    QTest::qWait(60);
    return answered;
}

void TestWindow::next(RunActions::Step size) {
    m_window->runActions().setStepSize(size);
    m_window->runActions().stepForward->trigger();
    QVERIFY(settled());
}

void TestWindow::theStageKeepsItsSizeThroughTheLesson() {
    const QSize size = m_window->stage().size();
    const int beats = m_window->feed().progress().beats;
    for (int beat = 1; beat <= beats; ++beat) {
        next(RunActions::Step::Beat);
        QCOMPARE(m_window->feed().progress().beat, beat);
        QCOMPARE(m_window->stage().size(), size);
    }
}

void TestWindow::theToolbarStandsStill() {
    const auto bars = m_window->findChildren<QToolBar*>();
    QCOMPARE(bars.size(), 2);
    std::vector<QRect> places;
    for (const QToolBar* bar : bars) places.push_back(bar->geometry());
    for (const auto size : {RunActions::Step::Event, RunActions::Step::VoteRound, RunActions::Step::Commit, RunActions::Step::Beat}) {
        m_window->runActions().setStepSize(size);
        QTest::qWait(30);
        for (qsizetype i = 0; i < bars.size(); ++i) QCOMPARE(bars[i]->geometry(), places[static_cast<std::size_t>(i)]);
    }
}

void TestWindow::expectationsAnswerYesOrNo() {
    ConsolePanel& console = m_window->console();
    console.enter(QStringLiteral("expect no leader"));
    QTRY_VERIFY(console.transcript().contains(QStringLiteral("It holds.")));
    QVERIFY(!console.transcript().contains(QStringLiteral("It does not hold")));
    console.enter(QStringLiteral("expect leader S2"));
    QTRY_VERIFY(console.transcript().contains(QStringLiteral("It does not hold: ")));
}

void TestWindow::aCommitCarriesNoVote() {
    for (int i = 0; i < 100 && m_window->feed().progress().beat < 9; ++i) next(RunActions::Step::Beat);
    const Trace& trace = m_window->feed().trace();
    int commits = 0, votes = 0;
    for (EventId id = 0; id < trace.size(); ++id) {
        const Event& e = trace.at(id);
        if (e.kind != EventKind::PacketSent) continue;
        const QString operands = inspect(Selection::ofEvent(id), trace, *m_window->feed().view()).operands;
        if (e.message == MessageType::Commit) {
            ++commits;
            QVERIFY2(operands.contains(QStringLiteral("zxid")) && !operands.contains(QStringLiteral("round")) && !operands.contains(QStringLiteral("state")), qPrintable(operands));
        }
        if (e.message == MessageType::Notification) {
            ++votes;
            QVERIFY2(operands.contains(QStringLiteral("round")) && operands.contains(QStringLiteral("leader")), qPrintable(operands));
        }
    }
    QVERIFY(commits > 3);
    QVERIFY(votes > 10);
}

void TestWindow::scenariosOpen() {
    QVERIFY(m_window->documents().scenarios().size() >= 20);
    for (const Documents::Lesson& scenario : m_window->documents().scenarios()) QVERIFY2(m_window->documents().open(scenario.path), qPrintable(scenario.path));
    QVERIFY(settled());
}

void TestWindow::aTabIsTheTitleOfItsDock() {
    auto* events = m_window->findChild<QDockWidget*>(QStringLiteral("eventDock"));
    auto* console = m_window->findChild<QDockWidget*>(QStringLiteral("consoleDock"));
    auto* tree = m_window->findChild<QDockWidget*>(QStringLiteral("treeDock"));
    QVERIFY(events && console && tree);
    QTRY_VERIFY(events->titleBarWidget() && console->titleBarWidget());   // an empty one: the tab says it already
    QVERIFY(!tree->titleBarWidget());
    auto* tabs = m_window->findChild<QTabBar*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(tabs);
    int tab = 0;
    while (tab < tabs->count() && tabs->tabText(tab) != console->windowTitle()) ++tab;
    QVERIFY(tab < tabs->count());
    QTest::mouseDClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    QTRY_VERIFY(console->isFloating() && !console->titleBarWidget());
    console->setFloating(false);
    QTRY_VERIFY(!console->isFloating() && console->titleBarWidget());
}

void TestWindow::theLegendShowsItsSigns() {
    LegendDialog legend(m_look.theme(), m_window.get());
    legend.setAttribute(Qt::WA_DeleteOnClose, false);
    int signs = 0;
    const QSize room = legend.screen()->availableSize();
    QVERIFY2(legend.width() <= room.width() && legend.height() <= room.height(), "it scrolls where the screen is small");
    for (const QLabel* label : legend.findChildren<QLabel*>()) {
        const QImage sign = label->pixmap().toImage();
        if (sign.isNull()) continue;
        ++signs;
        QSet<QRgb> colors;
        for (int y = 0; y < sign.height(); ++y)
            for (int x = 0; x < sign.width(); ++x) colors.insert(sign.pixel(x, y));
        QVERIFY2(colors.size() > 4, "an empty picture");
    }
    QVERIFY(signs >= 19);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
