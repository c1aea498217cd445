// SPDX-License-Identifier: GPL-3.0-or-later
// Through the real window: a client is opened by a click, one registration is followed through its three steps, and closed again.
#include "engine/script/script.h"
#include "engine/zab/rules.h"
#include "tests/ui/widgets/shown_window.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/call_dialog.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/inspector_panel.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/stage_view.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

#include <algorithm>
#include <memory>

using namespace zab;

class TestClientFlow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_look = std::make_unique<Appearance>(); }
    void init();
    void cleanup() { m_window.reset(); }
    void opensByAClickAndFollowsTheSteps();
    void keyboardOpensAndCloses();
    void aStepBackTakesTheStepBack();
    void menuDoesWhatItSays();
    void readsWritesAndSyncsByTheMenu();
    void standsBesideByTheMenu();
    void aServerOfTheListLeadsToItsConnection();
    void aPileOpensAListOfItsClients();
    void anotherDocumentClosesTheCards();

private:
    StageView& stage() { return m_window->stage(); }
    void beats(int n);
    const ShapeGroup* part(HitKind kind, std::uint64_t sequence = 0, const std::string& path = {});
    void click(const ShapeGroup* group);
    void open();
    RuleId selectedRule() const;

    std::unique_ptr<Appearance> m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestClientFlow::init() {
    m_window = shownWindow(*m_look);
    QVERIFY(m_window);
    QVERIFY(m_window->documents().open(QStringLiteral(ZAB_SOURCE_DIR "/resources/scenarios/blocked-callback.lab")));
    QTRY_COMPARE(m_window->feed().view()->servers.size(), std::size_t(3));
    stage().setFocus();
}

void TestClientFlow::beats(int n) {
    for (int i = 0; i < n; ++i) m_window->client().nextBeat();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed().waits(), 20000);
    QTest::qWait(60);   // the lens and the panels tell once a frame
}

const ShapeGroup* TestClientFlow::part(HitKind kind, std::uint64_t sequence, const std::string& path) {
    for (const ShapeGroup& g : stage().scene().still)
        if (g.target.kind == kind && g.target.client == ClientId{1} && g.target.sequence == sequence && g.target.path == path) return &g;
    return nullptr;
}

void TestClientFlow::click(const ShapeGroup* group) {
    QVERIFY(group);
    QTest::mouseClick(&stage(), Qt::LeftButton, {}, QPointF(group->bounds.center().x(), group->bounds.top() + std::min(8.0, group->bounds.height() / 2)).toPoint());
    QTest::qWait(60);
}

void TestClientFlow::open() {
    click(part(HitKind::Client));
    QCOMPARE(stage().openedClients(), std::vector<ClientId>{ClientId{1}});
    QVERIFY(part(HitKind::ClientCard));
}

RuleId TestClientFlow::selectedRule() const {
    const Selection& s = m_window->lens().selection();
    return s.kind == Selection::Kind::Event ? m_window->feed().trace().at(s.event).rule : RuleId::None;
}

void TestClientFlow::opensByAClickAndFollowsTheSteps() {
    beats(3);   // /a has been set: its callback runs for five seconds
    open();
    QVERIFY(m_window->lens().selection() == Selection::ofClient({1}));
    QVERIFY(part(HitKind::ClientCallback));
    const std::pair<std::uint64_t, RuleId> steps[] = {{1, RuleId::ClientKeepsDataWatch}, {2, RuleId::WatchTriggered}, {3, RuleId::CallbackRuns}};
    for (const auto& [step, rule] : steps) {
        click(part(HitKind::WatchStep, step, "data /a"));
        QCOMPARE(selectedRule(), rule);
        QTRY_COMPARE(m_window->inspector().inspection().event, m_window->lens().selection().event);
    }
    // /b has not changed yet; one beat on it has, and waits behind the callback.
    QCOMPARE(part(HitKind::WatchStep, 2, "data /b")->target.event, kNoEvent);
    beats(1);
    QVERIFY(part(HitKind::WatchStep, 2, "data /b")->target.event != kNoEvent);
    QCOMPARE(part(HitKind::WatchStep, 3, "data /b")->target.event, kNoEvent);
    click(part(HitKind::ClientEvent, 1));
    QCOMPARE(selectedRule(), RuleId::MaterializeData);
    click(part(HitKind::ClientClose));
    QVERIFY(stage().openedClients().empty());
    QVERIFY(!part(HitKind::ClientCard));
}

void TestClientFlow::keyboardOpensAndCloses() {
    beats(3);
    HitTarget client = part(HitKind::Client)->target;
    for (int i = 0; i < 60 && stage().selection() != client; ++i) QTest::keyClick(&stage(), Qt::Key_Tab);
    QCOMPARE(stage().selection().kind, HitKind::Client);
    QTest::keyClick(&stage(), Qt::Key_Return);
    QVERIFY(part(HitKind::ClientCard));
    const auto isStep = [&] { return stage().selection().kind == HitKind::WatchStep && stage().selection().sequence == 1; };
    for (int i = 0; i < 60 && !isStep(); ++i) QTest::keyClick(&stage(), Qt::Key_Tab);
    QVERIFY(isStep());
    QTest::keyClick(&stage(), Qt::Key_Return);
    QTest::qWait(60);
    QCOMPARE(selectedRule(), RuleId::ClientKeepsDataWatch);
    QVERIFY(isStep());   // the frame stays where it is
    QTest::keyClick(&stage(), Qt::Key_Escape);
    QVERIFY(stage().openedClients().empty());
}

void TestClientFlow::aStepBackTakesTheStepBack() {
    beats(3);
    open();
    QVERIFY(part(HitKind::WatchStep, 3, "data /a")->target.event != kNoEvent);
    m_window->client().previousBeat();
    QTRY_VERIFY(!m_window->feed().waits());
    QTest::qWait(60);
    QVERIFY(part(HitKind::WatchStep, 1, "data /a")->target.event != kNoEvent);
    QCOMPARE(part(HitKind::WatchStep, 2, "data /a")->target.event, kNoEvent);
    QVERIFY(!part(HitKind::ClientCallback));
}

void TestClientFlow::menuDoesWhatItSays() {
    beats(2);
    const std::unique_ptr<QMenu> menu(stage().menuFor(part(HitKind::Client)->target));
    const auto action = [](QMenu* in, const QString& text) {
        const auto all = in->actions();
        const auto it = std::find_if(all.begin(), all.end(), [&](const QAction* a) { return a->text() == text; });
        return it == all.end() ? nullptr : *it;
    };
    QAction* takes = action(menu.get(), QStringLiteral("A callback takes"));
    QVERIFY(takes && takes->menu());
    action(takes->menu(), QStringLiteral("5.00 s"))->trigger();
    QTRY_VERIFY(m_window->feed().view()->clients[0].callbackTime == sec(5));
    action(menu.get(), QStringLiteral("Let the client die silently"))->trigger();
    QTRY_VERIFY(!m_window->feed().view()->clients[0].alive);
}

void TestClientFlow::readsWritesAndSyncsByTheMenu() {
    beats(3);
    const auto choose = [&](const QString& text) {
        const std::unique_ptr<QMenu> menu(stage().menuFor(part(HitKind::Client)->target));
        for (QAction* a : menu->actions())
            if (a->text() == text) return a->trigger();
        QFAIL(qPrintable(text));
    };
    const auto asked = [&](OpCode op, const std::string& path) {
        const Trace& trace = m_window->feed().trace();
        for (EventId id = trace.size() - 1; id >= 0; --id) {
            const Event& e = trace.at(id);
            if (e.kind == EventKind::ClientRequest && e.actor == ActorId(ClientId{1}) && e.args[2] == static_cast<std::int64_t>(op)) return trace.text(e.text) == path;
        }
        return false;
    };
    // Nothing is selected: the path is asked for, and one that no client library takes is not.
    choose(QStringLiteral("Read…"));
    auto* dialog = stage().findChild<CallDialog*>();
    QVERIFY(dialog);
    auto* path = dialog->findChild<QLineEdit*>();
    auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    path->setText(QStringLiteral("a"));
    QVERIFY(!ok->isEnabled());
    path->setText(QStringLiteral("/b"));
    ok->click();
    QTRY_VERIFY(asked(OpCode::GetData, "/b"));
    QTRY_VERIFY(!stage().findChild<CallDialog*>());
    // The path of before stands there; a write asks for the data too.
    choose(QStringLiteral("Write…"));
    dialog = stage().findChild<CallDialog*>();
    QVERIFY(dialog);
    const auto fields = dialog->findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 2);
    QCOMPARE(fields[0]->text(), QStringLiteral("/b"));
    fields[1]->setText(QStringLiteral("by hand"));
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(asked(OpCode::SetData, "/b"));
    m_window->client().runStatement(std::get<Statement>(parseLine("run 30s", m_window->client().scenario())));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed().waits(), 20000);
    const auto written = [&] {
        const Znode* znode = m_window->feed().view()->servers[0].tree.find("/b");
        return znode && znode->data == "by hand";
    };
    QTRY_VERIFY(written());
    // A selected znode is meant: nothing is asked.
    m_window->lens().select(Selection::ofZnode({1}, "/a"));
    QTest::qWait(60);
    choose(QStringLiteral("Sync /a"));
    QTRY_VERIFY(asked(OpCode::Sync, "/a"));
    QVERIFY(!stage().findChild<CallDialog*>());
}

void TestClientFlow::standsBesideByTheMenu() {
    beats(2);
    const QRectF atHome = part(HitKind::Client)->bounds;
    const auto choose = [&](const QString& text) {
        const std::unique_ptr<QMenu> menu(stage().menuFor(part(HitKind::Client)->target));
        for (const QAction* sub : menu->actions()) {
            if (sub->text() != QStringLiteral("Stands beside") || !sub->menu()) continue;
            for (QAction* a : sub->menu()->actions())
                if (a->text().startsWith(text)) a->trigger();
        }
    };
    choose(QStringLiteral("S3"));
    QTRY_COMPARE(m_window->feed().view()->clients[0].at, ServerId{3});
    QTRY_VERIFY(part(HitKind::Client)->bounds != atHome);
    QCOMPARE(m_window->feed().view()->clients[0].server, ServerId{1});   // it is served as before
    // Cut off with S3, it does not reach S1 any more.
    m_window->client().execute(CutLink{{1}, {3}, false});
    QTRY_VERIFY(part(HitKind::Client)->shapes.front().dash.size() > 0);
    choose(QStringLiteral("nowhere"));
    QTRY_COMPARE(m_window->feed().view()->clients[0].at, ServerId{});
    QTRY_COMPARE(part(HitKind::Client)->bounds, atHome);
}

void TestClientFlow::aServerOfTheListLeadsToItsConnection() {
    beats(3);
    open();
    const auto host = [&]() -> const ShapeGroup* {
        for (const ShapeGroup& g : stage().scene().still)
            if (g.target.kind == HitKind::ClientHost && g.target.server == ServerId{1}) return &g;
        return nullptr;
    };
    click(host());
    const Selection& s = m_window->lens().selection();
    QCOMPARE(s.kind, Selection::Kind::Event);
    QCOMPARE(m_window->feed().trace().at(s.event).kind, EventKind::ClientConnected);
}

void TestClientFlow::aPileOpensAListOfItsClients() {
    beats(2);
    m_window->client().runStatement(std::get<Statement>(parseLine("C3-C40 connect S1", m_window->client().scenario())));
    QTRY_VERIFY(m_window->feed().view()->clients.size() == 40);
    QTRY_VERIFY(!m_window->feed().waits());
    const auto pile = [&]() -> const ShapeGroup* {
        for (const ShapeGroup& g : stage().scene().still)
            if (g.target.kind == HitKind::ClientPile) return &g;
        return nullptr;
    };
    QTRY_VERIFY(pile());
    click(pile());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), pile()->state.count(QLatin1Char(',')) + 1);
    QAction* last = menu->actions().last();
    QVERIFY(last->text().startsWith(QStringLiteral("C40")));
    last->trigger();
    menu->close();
    QTest::qWait(60);
    QCOMPARE(stage().openedClients(), std::vector<ClientId>{ClientId{40}});
    QVERIFY(m_window->lens().selection() == Selection::ofClient({40}));
}

void TestClientFlow::anotherDocumentClosesTheCards() {
    beats(3);
    open();
    QVERIFY(m_window->documents().openReadyLesson());
    QVERIFY(stage().openedClients().empty());
}

QTEST_MAIN(TestClientFlow)
#include "tst_client_flow.moc"
