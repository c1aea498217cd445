// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes through the real window: a lock is released by a click, a waiter is followed to its znode and back, a contest is started.
#include "tests/ui/widgets/recipe_window.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/event_text.h"
#include "ui/text/recipe_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/contest_dialog.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/inspector_panel.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/recipe_canvas.h"
#include "ui/widgets/recipe_comparison.h"
#include "ui/widgets/recipe_panel.h"
#include "ui/widgets/recipe_plots.h"
#include "ui/widgets/stage_view.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace zab;

class TestRecipeFlow : public RecipeWindow {
    Q_OBJECT

private slots:
    void initTestCase() { m_look = std::make_unique<Appearance>(); }
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }
    void releaseByAClick();
    void fromAWaiterToItsZnodeAndBack();
    void fromAQueueCellToTheWaiterAndDownAgain();
    void fromAnAckRowToWhoAsked();
    void fromTheTreeAndTheStageToTheWaiter();
    void theTableIsItsTwin();
    void oneAgainstAllButOne();
    void pausedHolderIsStoppedByTheFence();
    void keysWalkTheChain();

private:
    const ShapeGroup* onStage(HitKind kind, std::function<bool(const ShapeGroup&)> fits);
    void clickOnStage(const ShapeGroup* group);
    void follow(const Selection& target);
    bool recipeInFront() const;
};

const ShapeGroup* TestRecipeFlow::onStage(HitKind kind, std::function<bool(const ShapeGroup&)> fits) {
    for (const auto* layer : {&m_window->stage().scene().still, &m_window->stage().scene().packets})
        for (const ShapeGroup& g : *layer)
            if (g.target.kind == kind && fits(g)) return &g;
    return nullptr;
}

void TestRecipeFlow::clickOnStage(const ShapeGroup* group) {
    QVERIFY(group);
    QTest::mouseClick(&m_window->stage(), Qt::LeftButton, {}, group->bounds.center().toPoint());
    settle();
}

/// The link to it in the panel that explains, by the keyboard: Tab to the link, Enter.
void TestRecipeFlow::follow(const Selection& target) {
    auto* text = m_window->inspector().findChild<QTextBrowser*>();
    const auto& also = m_window->inspector().inspection().also;
    const auto it = std::find_if(also.begin(), also.end(), [&](const auto& a) { return a.target == target; });
    QVERIFY(it != also.end());
    const QString href = QStringLiteral("also:%1").arg(it - also.begin());
    text->setFocus();
    for (int i = 0; i < 60 && text->textCursor().charFormat().anchorHref() != href; ++i) QTest::keyClick(text, Qt::Key_Tab);
    QCOMPARE(text->textCursor().charFormat().anchorHref(), href);
    QTest::keyClick(text, Qt::Key_Return);
    settle();
}

bool TestRecipeFlow::recipeInFront() const { return !m_window->recipes().visibleRegion().isEmpty(); }

void TestRecipeFlow::releaseByAClick() {
    open("lock-chain-and-herd.lab", 2);
    QCOMPARE(panel().path(), kChain);
    QCOMPARE(canvas().scene().still.empty(), false);
    const RecipePartView* holder = part(kChain, 1);
    QVERIFY(holder && holder->state == RecipeState::Holding);
    click(HitKind::RecipePart, 1);
    QVERIFY(m_window->lens().selection() == Selection::ofRecipePart({1}, kChain));
    QCOMPARE(panel().subject(), ClientId{1});
    press(RecipeActs::End);
    run("run until quiet");
    QVERIFY2(part(kChain, 1)->state == RecipeState::Done, "C1 has given it back");
    QVERIFY(part(kChain, 2) && part(kChain, 2)->state == RecipeState::Holding);
    QVERIFY(shape(HitKind::RecipePart, 2)->state.startsWith(QStringLiteral("holds")));
    QCOMPARE(recipe(kChain)->turns.back().notifications, 1);
}

void TestRecipeFlow::fromAWaiterToItsZnodeAndBack() {
    open("lock-chain-and-herd.lab", 2);
    click(HitKind::RecipePart, 5);
    QTRY_COMPARE(m_window->inspector().inspection().badge, QStringLiteral("C5"));
    const Inspection seen = m_window->inspector().inspection();
    // Its znode, its session, whom it waits for, its transaction with the acks.
    const auto leadsTo = [&](Selection::Kind kind) { return std::count_if(seen.also.begin(), seen.also.end(), [&](const auto& a) { return a.target.kind == kind; }); };
    QCOMPARE(leadsTo(Selection::Kind::Znode), 1);
    QCOMPARE(leadsTo(Selection::Kind::Client), 1);
    QCOMPARE(leadsTo(Selection::Kind::RecipePart), 1);
    QVERIFY(leadsTo(Selection::Kind::Event) >= 3);
    const Trace& trace = m_window->feed().trace();
    int acks = 0;
    for (const auto& a : seen.also) acks += a.target.kind == Selection::Kind::Event && trace.at(a.target.event).kind == EventKind::AckCounted ? 1 : 0;
    QVERIFY(acks >= 1);
    // The tree has gone along.
    const auto* tree = m_window->findChild<QTreeView*>();
    const std::string znode = part(kChain, 5)->znode;
    QVERIFY(QString::fromStdString(znode).endsWith(tree->currentIndex().data().toString()));
    // By the znode to the znode, and from there back to the waiter.
    click(HitKind::RecipeZnode, 5);
    QCOMPARE(m_window->lens().selection().path, znode);
    QTRY_VERIFY(!m_window->inspector().inspection().also.empty());
    const auto& back = m_window->inspector().inspection().also;
    QVERIFY(std::any_of(back.begin(), back.end(), [&](const auto& a) { return a.target == Selection::ofRecipePart({5}, kChain); }));
    ClientId behind;
    for (const RecipePartView& p : recipe(kChain)->parts)
        if (p.waitsFor == ClientId{5}) behind = p.client;
    QVERIFY(behind);
    QVERIFY(std::any_of(back.begin(), back.end(), [&](const auto& a) { return a.target == Selection::ofRecipePart(behind, kChain); }));
    QCOMPARE(canvas().selected(), ClientId{5});
    // The token leads to the event that told of the znode, and the part stays framed.
    click(HitKind::RecipeToken, 5);
    QCOMPARE(m_window->lens().selection().event, part(kChain, 5)->created);
    QCOMPARE(canvas().selected(), ClientId{5});
}

void TestRecipeFlow::fromAQueueCellToTheWaiterAndDownAgain() {
    open("lock-chain-and-herd.lab", 2);
    run("C9 connect S1");
    run("run 20ms");
    run("cut S3-S2");   // what goes to S2 waits in its queue
    run("C9 lock /locks/chain");
    run("run 40ms");
    QVERIFY(part(kChain, 9) && part(kChain, 9)->token.value);
    const Zxid made = part(kChain, 9)->token;
    const auto& packets = m_window->feed().view()->packets;
    const auto waits = std::find_if(packets.begin(), packets.end(), [&](const PacketView& p) { return p.held && p.type == MessageType::Proposal && p.zxid == made; });
    QVERIFY(waits != packets.end());
    const Selection cell = Selection::ofPacket(waits->sequence, waits->event), waiter = Selection::ofRecipePart({9}, kChain);
    // Up: the cell is clicked, and one key more shows the waiter in its recipe, with the keys on the chain.
    QVERIFY(m_window->showPanel(QStringLiteral("event")));
    QVERIFY(!recipeInFront());
    clickOnStage(onStage(HitKind::QueueCell, [&](const ShapeGroup& g) { return g.target.sequence == cell.packet; }));
    QTRY_VERIFY(m_window->lens().selection() == cell);
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    settle();
    QVERIFY(m_window->lens().selection() == waiter);
    QVERIFY(recipeInFront());
    QCOMPARE(canvas().selected(), ClientId{9});
    QVERIFY(canvas().hasFocus());
    // Down to the same cell by its link, and up again by the link there.
    QTRY_COMPARE(m_window->inspector().inspection().badge, QStringLiteral("C9"));
    follow(cell);
    QVERIFY(m_window->lens().selection() == cell);
    QTRY_COMPARE(m_window->inspector().inspection().badge, QStringLiteral("PROPOSAL"));
    QVERIFY(m_window->showPanel(QStringLiteral("event")));
    follow(waiter);
    QVERIFY(m_window->lens().selection() == waiter);
    QVERIFY(recipeInFront());
}

void TestRecipeFlow::fromAnAckRowToWhoAsked() {
    open("lock-chain-and-herd.lab", 2);
    run("C9 connect S3");
    run("run 20ms");
    run("cut S3-S1");
    run("cut S3-S2");
    run("C9 lock /locks/chain");
    run("run 20ms");
    // Nobody has acknowledged, so no znode has this transaction: it belongs to who has asked for it.
    QVERIFY(part(kChain, 9) && !part(kChain, 9)->token.value);
    const ShapeGroup* lamp = onStage(HitKind::AckLamp, [](const ShapeGroup& g) { return g.target.server == ServerId{3}; });
    clickOnStage(lamp);
    QCOMPARE(m_window->lens().selection().kind, Selection::Kind::Proposal);
    const HitTarget seen = m_window->stage().selection();
    QTRY_VERIFY(!m_window->inspector().inspection().also.empty());
    follow(Selection::ofRecipePart({9}, kChain));
    QVERIFY(m_window->lens().selection() == Selection::ofRecipePart({9}, kChain));
    QCOMPARE(canvas().selected(), ClientId{9});
    // The same from the menu of the lamp.
    m_window->lens().select({});
    settle();
    const std::unique_ptr<QMenu> menu(m_window->stage().menuFor(seen));
    for (QAction* a : menu->actions())
        if (a->text() == QStringLiteral("Its part in a recipe")) a->trigger();
    settle();
    QVERIFY(m_window->lens().selection() == Selection::ofRecipePart({9}, kChain));
}

void TestRecipeFlow::fromTheTreeAndTheStageToTheWaiter() {
    open("lock-chain-and-herd.lab", 2);
    const auto jump = [&] {
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        settle();
    };
    m_window->lens().select(Selection::ofZnode({1}, part(kChain, 4)->znode));
    settle();
    jump();
    QVERIFY(m_window->lens().selection() == Selection::ofRecipePart({4}, kChain));
    clickOnStage(onStage(HitKind::Client, [](const ShapeGroup& g) { return g.target.client == ClientId{6}; }));
    QVERIFY(m_window->lens().selection() == Selection::ofClient({6}));
    jump();
    QCOMPARE(m_window->lens().selection().client, ClientId{6});
    QCOMPARE(m_window->lens().selection().kind, Selection::Kind::RecipePart);
    // Of the events: the acknowledgement that made C5's znode.
    const Trace& trace = m_window->feed().trace();
    EventId ack = kNoEvent;
    for (EventId id = 0; id < trace.size(); ++id)
        if (trace.at(id).kind == EventKind::AckCounted && trace.at(id).args[0] == part(kChain, 5)->token.value) ack = id;
    QVERIFY(ack != kNoEvent);
    m_window->lens().select(Selection::ofEvent(ack));
    jump();
    QVERIFY(m_window->lens().selection() == Selection::ofRecipePart({5}, kChain));
    // Nothing is selected: it is about the decision that is explained.
    m_window->lens().select({});
    settle();
    const Inspection told = m_window->inspector().inspection();
    QVERIFY(!told.also.empty());
    jump();
    QVERIFY(m_window->lens().selection() == told.also.front().target);
    // A server is of everybody.
    m_window->lens().select(Selection::ofServer({1}));
    jump();
    QVERIFY(m_window->lens().selection() == Selection::ofServer({1}));
}

void TestRecipeFlow::theTableIsItsTwin() {
    open("lock-chain-and-herd.lab", 2);
    panel().showPage(RecipePanel::Table);
    settle();
    const RecipePartModel& model = panel().parts();
    QCOMPARE(model.rowCount(), 8);
    for (int row = 0; row < 8; ++row) {
        const RecipePartView& p = recipe(kChain)->parts[static_cast<std::size_t>(row)];
        QCOMPARE(model.client(row), p.client);
        QCOMPARE(model.index(row, RecipePartModel::Znode).data().toString(), QString::fromStdString(p.znode));
        QCOMPARE(model.index(row, RecipePartModel::State).data().toString(), row == 0 ? QStringLiteral("holds") : QStringLiteral("waits"));
    }
    for (int row = 1; row < 8; ++row) QCOMPARE(model.index(row, RecipePartModel::WaitsFor).data().toString(), actorText(model.client(row - 1)));
}

void TestRecipeFlow::oneAgainstAllButOne() {
    open("lock-chain-and-herd.lab", 20);   // to its end
    QVERIFY(recipe(kChain) && recipe(kHerd));
    panel().showPage(RecipePanel::Compare);
    settle();
    const QString words = m_window->findChild<RecipeComparison*>()->text();
    QVERIFY2(words.contains(QStringLiteral("Notifications per release: 1 against 7")), qPrintable(words));
    panel().showRecipe(kHerd);
    panel().showPage(RecipePanel::Turns);
    settle();
    QCOMPARE(m_window->findChild<RecipePlots*>()->points(1), static_cast<int>(recipe(kHerd)->turns.size()));
    QCOMPARE(m_window->findChild<RecipePlots*>()->model().rowCount(), static_cast<int>(recipe(kHerd)->turns.size()));
}

void TestRecipeFlow::pausedHolderIsStoppedByTheFence() {
    open("lock-chain-and-herd.lab", 2);
    click(HitKind::RecipePart, 1);
    press(RecipeActs::Expire);   // freeze, and go on until the session has expired
    settle();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed().progress().playing, 30000);
    run("run until C2 holding /locks/chain");
    QVERIFY(part(kChain, 1)->state == RecipeState::Holding);   // it does not know
    QVERIFY(part(kChain, 2)->state == RecipeState::Holding);
    QVERIFY(shape(HitKind::RecipePart, 1)->state.contains(QStringLiteral("newer token")));
    QVERIFY(shape(HitKind::RecipePart, 1)->state.contains(QStringLiteral("frozen")));
    click(HitKind::RecipePart, 2);
    press(RecipeActs::Use);   // C2 writes to the resource
    run("run 100ms");
    QCOMPARE(recipe(kChain)->accepted, 1);
    QVERIFY(std::any_of(canvas().scene().still.begin(), canvas().scene().still.end(), [](const ShapeGroup& g) { return g.target.kind == HitKind::RecipeResource; }));
}

void TestRecipeFlow::keysWalkTheChain() {
    open("lock-chain-and-herd.lab", 2);
    canvas().setFocus();
    QTest::keyClick(&canvas(), Qt::Key_Right);
    settle();
    QCOMPARE(canvas().selected(), ClientId{1});
    QTest::keyClick(&canvas(), Qt::Key_Right);
    settle();
    QCOMPARE(canvas().selected(), ClientId{2});
    QTest::keyClick(&canvas(), Qt::Key_Left);
    settle();
    QCOMPARE(canvas().selected(), ClientId{1});
    QVERIFY(m_window->lens().selection() == Selection::ofRecipePart({1}, kChain));
}

QTEST_MAIN(TestRecipeFlow)
#include "tst_recipe_flow.moc"
