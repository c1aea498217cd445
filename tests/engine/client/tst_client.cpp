// SPDX-License-Identifier: GPL-3.0-or-later
// What a client keeps and what it forgets: connections, sessions, the order of its calls (§6, §7.4).
#include "tests/engine/zab/paper_play.h"

using namespace zab;
using namespace zab::paper;

namespace {

/// Three servers, S3 leads, C1 is connected to `server`.
Play connected(int server) {
    Play p(3);
    p.start({1, 2, 3});
    p.run(sec(2));
    p.connect(1, server);
    p.run(msec(200));
    return p;
}

std::vector<ErrorCode> replies(const Play& p, EventId since) {
    std::vector<ErrorCode> all;
    for (EventId id = since; id < p.lab.trace().size(); ++id)
        if (p.at(id).kind == EventKind::ClientReply) all.push_back(static_cast<ErrorCode>(p.at(id).args[3]));
    return all;
}

}  // namespace

class TestClient : public QObject {
    Q_OBJECT

private slots:
    void aMovedSessionKeepsItsNewConnection() {
        Play p = connected(1);
        p.command(SetLink{ServerId{1}, ServerId{3}, msec(800), {}, 0, 0});
        p.call(1, create("/a"));
        p.run(msec(10));
        p.connect(1, 2);
        const EventId moved = p.now();
        p.run(sec(3));
        QCOMPARE(p.ruled(moved, RuleId::SessionMoved, 2), kNoEvent);
        QCOMPARE(p.client(1).state(), Client::State::Connected);
        QCOMPARE(p.client(1).server(), ServerId{2});
    }
    void aClientThatDiedForgetsItsSessionAndItsEphemeralsGo() {
        Play p = connected(1);
        p.call(1, create("/e", CreateMode::Ephemeral));
        p.run(msec(100));
        const SessionId before = p.client(1).session();
        p.command(CrashClient{ClientId{1}});
        p.connect(1, 2);
        p.run(sec(40));
        QVERIFY(p.client(1).session() != before);
        QVERIFY(!p.tree(3).find("/e"));
    }
    void aNewSessionIsNotRefusedForTheZxidOfTheOldOne() {
        Play p = connected(3);
        p.command(CutLink{ServerId{2}, ServerId{3}, false});   // S2 stays behind
        p.call(1, create("/a"));
        p.run(msec(100));
        p.command(CloseClient{ClientId{1}});
        p.run(msec(100));
        const EventId again = p.now();
        p.connect(1, 2);
        p.run(msec(50));
        QCOMPARE(p.ruled(again, RuleId::ClientAheadRefused, 2), kNoEvent);
        QVERIFY(p.ruled(again, RuleId::ClientAccepted, 2) != kNoEvent);
    }
    void callsBehindCloseFailAndLeaveTheNextSessionAlone() {
        Play p = connected(1);
        const EventId since = p.now();
        p.command(CloseClient{ClientId{1}});
        p.call(1, create("/late"));
        p.run(msec(200));
        const std::vector<ErrorCode> expected{ErrorCode::ConnectionLoss, ErrorCode::Ok};   // refused at once (ClientCnxn.queuePacket)
        QVERIFY(replies(p, since) == expected);
        p.connect(1, 2);
        p.run(msec(200));
        const EventId next = p.now();
        p.call(1, create("/next"));
        p.run(msec(200));
        QVERIFY(replies(p, next) == std::vector<ErrorCode>{ErrorCode::Ok});
    }
    void aClientThatClosesDoesNotComeBack() {
        Play p = connected(1);
        p.call(1, create("/e", CreateMode::Ephemeral));
        p.run(sec(1));
        const EventId since = p.now();
        p.command(CloseClient{ClientId{1}});
        p.run(msec(3));
        p.command(CrashServer{ServerId{3}, false});   // the leader has the request, the client has no answer
        p.run(sec(40));
        QVERIFY(replies(p, since) == std::vector<ErrorCode>{ErrorCode::ConnectionLoss});
        QCOMPARE(p.client(1).state(), Client::State::Closed);
        QVERIFY(p.find(since, [](const Event& e) { return e.kind == EventKind::ClientConnecting; }) == kNoEvent);
        QVERIFY(!p.tree(1).find("/e") && !p.tree(2).find("/e"));   // the session has expired
    }
    void aFrozenClientDoesNothingAndThenEverythingInOrder() {
        Play p = connected(1);
        p.connect(2, 2);
        p.call(1, create("/a"));
        p.run(msec(100));
        p.call(1, ask(OpCode::GetData, "/a", true));
        p.run(msec(100));
        p.command(FreezeClient{ClientId{1}, true});
        const EventId since = p.now();
        const std::uint64_t before = p.lab.world().digest();
        p.call(2, ask(OpCode::SetData, "/a"));
        p.call(1, ask(OpCode::Exists, "/a"));   // what its application does next
        p.run(msec(500));
        QVERIFY(p.lab.world().digest() != before);
        QVERIFY(p.find(since, [](const Event& e) { return e.actor == ActorId(ClientId{1}) && e.kind != EventKind::Command; }) == kNoEvent);
        p.command(FreezeClient{ClientId{1}, false});
        p.run(msec(100));
        const auto of = [&](EventKind kind) { return p.find(since, [=](const Event& e) { return e.kind == kind && e.actor == ActorId(ClientId{1}); }); };
        QVERIFY(of(EventKind::ClientThawed) < of(EventKind::ClientRequest));
        QVERIFY(of(EventKind::ClientRequest) < of(EventKind::ClientWatchEvent));
        QVERIFY(of(EventKind::ClientWatchEvent) < of(EventKind::ClientReply));
        QCOMPARE(p.client(1).state(), Client::State::Connected);   // a short pause is nothing
    }
    void afterALongPauseTheClockComesBeforeThePackets() {
        Play p = connected(1);
        p.connect(2, 2);
        p.call(1, create("/a"));
        p.run(msec(100));
        p.call(1, ask(OpCode::GetData, "/a", true));
        p.run(msec(100));
        p.command(FreezeClient{ClientId{1}, true});
        p.call(2, ask(OpCode::SetData, "/a"));
        p.run(sec(7));   // more than two thirds of 10 s, less than the session
        const EventId since = p.now();
        p.command(FreezeClient{ClientId{1}, false});
        p.run(msec(100));
        QVERIFY(p.find(since, [](const Event& e) { return e.rule == RuleId::ClientHeardNothing; }) != kNoEvent);
        QVERIFY(p.find(since, [](const Event& e) { return e.rule == RuleId::StaleConnection && e.actor == ActorId(ClientId{1}); }) != kNoEvent);   // the notification went with the socket
        p.run(sec(3));
        QCOMPARE(p.client(1).state(), Client::State::Connected);
        QVERIFY(p.find(since, [](const Event& e) { return e.kind == EventKind::ClientWatchEvent; }) != kNoEvent);   // the next server tells it
        QVERIFY(p.tree(3).sessionTimeout(p.client(1).session()));
    }
    void aFrozenClientCanBeKilled() {
        Play p = connected(1);
        p.command(FreezeClient{ClientId{1}, true});
        p.call(1, create("/never"));
        QVERIFY(!p.lab.execute(ConnectClient{ClientId{1}, ServerId{2}, {}}).empty());
        QVERIFY(!p.lab.execute(FreezeClient{ClientId{1}, true}).empty());
        p.command(CrashClient{ClientId{1}});
        QVERIFY(!p.lab.execute(FreezeClient{ClientId{1}, false}).empty());
        p.connect(1, 2);
        p.run(sec(2));
        QCOMPARE(p.client(1).state(), Client::State::Connected);
        QVERIFY(!p.tree(2).find("/never"));
    }
    void aClientWithoutConnectionClosesAtOnce() {
        Play p = connected(1);
        p.command(CrashServer{ServerId{1}, false});
        p.run(msec(50));
        QCOMPARE(p.client(1).state(), Client::State::Waiting);
        p.command(CloseClient{ClientId{1}});
        QCOMPARE(p.client(1).state(), Client::State::Closed);
        QCOMPARE(p.client(1).lastReply().error, ErrorCode::ConnectionLoss);
    }
    void aMovedSessionKeepsItsTimeout() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(sec(2));
        p.command(ConnectClient{ClientId{1}, ServerId{1}, sec(6)});
        p.run(sec(1));
        const EventId moved = p.now();
        p.connect(1, 2);
        p.run(sec(1));
        const EventId connected = p.find(moved, [](const Event& e) { return e.kind == EventKind::ClientConnected; });
        QVERIFY(connected != kNoEvent);
        QCOMPARE(p.at(connected).args[2], std::int64_t{6000});
    }
    void theLeaderGoesByTheTimeoutThatIsToldLast() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(sec(2));
        p.command(ConnectClient{ClientId{1}, ServerId{1}, sec(5)});
        p.run(sec(1));
        p.command(ConnectClient{ClientId{1}, ServerId{3}, sec(20)});   // the same handle asks for more
        p.run(sec(1));
        const SessionId session = p.client(1).session();
        p.command(CrashClient{ClientId{1}});
        p.run(sec(12));
        QVERIFY(p.tree(3).sessionTimeout(session));
        p.run(sec(12));
        QVERIFY(!p.tree(3).sessionTimeout(session));
    }
    // Watches after a reconnect (§7.3): what was missed comes at once, the rest is set again.
    void watchesAreSentAgain_data() {
        QTest::addColumn<int>("op");
        QTest::addColumn<bool>("there");
        QTest::addColumn<int>("change");   // OpCode of what C2 does while C1 is away; None: afterwards
        QTest::addColumn<int>("event");    // 0: none
        const auto row = [](const char* name, OpCode op, bool there, OpCode change, int event) {
            QTest::newRow(name) << static_cast<int>(op) << there << static_cast<int>(change) << event;
        };
        row("data, changed", OpCode::GetData, true, OpCode::SetData, 3);
        row("data, deleted", OpCode::GetData, true, OpCode::Delete, 2);
        row("data, untouched", OpCode::GetData, true, OpCode::None, 0);
        row("exists, created", OpCode::Exists, false, OpCode::Create, 1);
        row("exists, still missing", OpCode::Exists, false, OpCode::None, 0);
        row("exists found, deleted", OpCode::Exists, true, OpCode::Delete, 2);
        row("children, one more", OpCode::GetChildren, true, OpCode::GetChildren, 4);
        row("children, parent deleted", OpCode::GetChildren, true, OpCode::Delete, 2);
        row("children, untouched", OpCode::GetChildren, true, OpCode::None, 0);
    }
    void watchesAreSentAgain() {
        QFETCH(int, op);
        QFETCH(bool, there);
        QFETCH(int, change);
        QFETCH(int, event);
        Play p = connected(1);
        p.connect(2, 3);
        p.run(msec(200));
        if (there) p.call(1, create("/a"));
        p.run(msec(200));
        p.call(1, ask(static_cast<OpCode>(op), "/a", true));
        p.run(msec(200));
        p.command(CrashServer{ServerId{1}, false});
        p.run(msec(20));
        if (change != 0) p.call(2, static_cast<OpCode>(change) == OpCode::GetChildren ? create("/a/b") : static_cast<OpCode>(change) == OpCode::Create ? create("/a") : ask(static_cast<OpCode>(change), "/a"));
        p.run(msec(100));
        const EventId away = p.now();
        QCOMPARE(p.client(1).state(), Client::State::Waiting);
        p.run(sec(2));
        const EventId again = p.find(away, [](const Event& e) { return e.rule == RuleId::WatchesSetAgain; });
        QVERIFY(again != kNoEvent);
        QCOMPARE(p.at(again).args[1], std::int64_t{event != 0});
        QCOMPARE(p.at(again).args[2], std::int64_t{event == 0});
        const auto told = [](const Event& e) { return e.kind == EventKind::ClientWatchEvent && e.actor == ActorId(ClientId{1}); };
        const EventId first = p.find(away, told);
        if (event != 0) QCOMPARE(p.at(first).args[1], std::int64_t{event});
        else QCOMPARE(first, kNoEvent);
        // What was set again fires when its time comes; what fired is gone.
        const EventId since = p.now();
        p.call(2, static_cast<OpCode>(op) == OpCode::GetChildren ? create("/a/c") : there ? ask(OpCode::SetData, "/a") : create("/a"));
        p.run(sec(1));
        QCOMPARE(p.find(since, told) != kNoEvent, event == 0);
        QVERIFY(p.client(1).watches().empty());
    }
    void aNewSessionHasNoWatches() {
        Play p = connected(1);
        p.call(1, ask(OpCode::GetChildren, "/", true));
        p.run(msec(100));
        p.command(CrashClient{ClientId{1}});
        const EventId since = p.now();
        p.connect(1, 2);
        p.run(sec(1));
        QVERIFY(p.find(since, [](const Event& e) { return e.rule == RuleId::ClientSendsWatches; }) == kNoEvent);
    }
    void callbacksRunOneAfterTheOtherInTheOrderOfArrival() {
        Play p = connected(1);
        for (const char* path : {"/a", "/b"}) p.call(1, create(path));
        for (const char* path : {"/b", "/a"}) p.call(1, ask(OpCode::GetData, path, true));
        p.run(msec(300));
        QCOMPARE(p.client(1).watches().data().size(), std::size_t{2});
        p.command(SetCallbackTime{ClientId{1}, sec(3)});
        const EventId since = p.now();
        for (const char* path : {"/b", "/a"}) p.call(1, ask(OpCode::SetData, path));
        p.run(sec(1));
        QCOMPARE(p.client(1).events().running()->event.path, std::string("/b"));
        QCOMPARE(p.client(1).events().waiting().size(), std::size_t{1});
        QVERIFY(replies(p, since) == (std::vector<ErrorCode>{ErrorCode::Ok, ErrorCode::Ok}));   // the SendThread is not held up
        const EventId first = p.find(since, [](const Event& e) { return e.kind == EventKind::CallbackStarted; });
        p.run(sec(3));
        const EventId ended = p.find(first, [](const Event& e) { return e.kind == EventKind::CallbackEnded; });
        QVERIFY(p.at(ended).time == p.at(first).time + sec(3));
        QCOMPARE(p.client(1).events().running()->event.path, std::string("/a"));
        p.run(sec(3));
        QVERIFY(!p.client(1).events().running() && p.client(1).events().waiting().empty());
        p.command(SetCallbackTime{ClientId{1}, {}});
        p.command(CloseClient{ClientId{1}});
        p.run(msec(200));
        const EventId last = p.find(ended + 1, [&](const Event& e) { return e.kind == EventKind::CallbackStarted && p.lab.trace().text(e.text) == "Closed"; });
        QVERIFY(last != kNoEvent);
    }
    void aDeadProcessCallsNobodyBack() {
        Play p = connected(1);
        p.command(SetCallbackTime{ClientId{1}, sec(3)});
        p.connect(1, 2);   // Disconnected begins, SyncConnected waits
        p.run(msec(300));
        QVERIFY(p.client(1).events().running().has_value());
        p.command(CrashClient{ClientId{1}});
        const EventId since = p.now();
        p.run(sec(5));
        QVERIFY(p.find(since, [](const Event& e) { return e.kind == EventKind::CallbackEnded || e.kind == EventKind::CallbackStarted; }) == kNoEvent);
    }
    void materializeTakesWhatTheTypeConcerns() {
        ClientWatches w;
        const auto fill = [&] {
            w = {};
            w.registered(ask(OpCode::GetData, "/a", true), "w1", ErrorCode::Ok);
            w.registered(ask(OpCode::Exists, "/a", true), "", ErrorCode::NoNode);
            w.registered(ask(OpCode::GetChildren, "/a", true), "", ErrorCode::Ok);
        };
        fill();
        QVERIFY(w.materialize(WatchEventType::None, {}).rule == RuleId::MaterializeState);
        QVERIFY(w.materialize(WatchEventType::None, {}).watchers == (ClientWatches::Watchers{"", "w1"}));
        QCOMPARE(w.size(), std::int64_t{3});
        QVERIFY(w.materialize(WatchEventType::NodeDataChanged, "/a").rule == RuleId::MaterializeData);
        QVERIFY(w.data().empty() && w.exist().empty() && w.child().size() == 1);
        QVERIFY(w.materialize(WatchEventType::NodeCreated, "/a").rule == RuleId::MaterializeNothing);
        QVERIFY(w.materialize(WatchEventType::NodeChildrenChanged, "/a").rule == RuleId::MaterializeChildren);
        QVERIFY(w.empty());
        fill();
        QVERIFY(w.materialize(WatchEventType::NodeDeleted, "/a").rule == RuleId::MaterializeDeleted);
        QVERIFY(w.empty());
        QVERIFY(w.registered(ask(OpCode::GetData, "/a", true), "", ErrorCode::NoNode) == RuleId::ClientKeepsNoWatch);
        QVERIFY(w.empty());
    }
    void whatIsLostOfAConnectionComesLaterEvenToClients() {
        Scenario s = Play::scenario(1, {}, 0);
        s.network.lossPpm = 1000000;
        Play p(s);
        p.start({1});
        p.run(sec(1));
        p.connect(1, 1);
        p.run(sec(1));
        QVERIFY(p.find(0, [](const Event& e) { return e.kind == EventKind::PacketRetransmitted && e.actor.isClient(); }) != kNoEvent);
        QCOMPARE(p.client(1).state(), Client::State::Connecting);
    }
    void aDelayedPacketIsNotOvertakenOnItsConnection() {
        Play p = connected(1);
        const EventId since = p.now();
        p.call(1, create("/b"));
        const EventId sent = p.find(since, [](const Event& e) { return e.kind == EventKind::PacketSent && e.message == MessageType::ClientRequest; });
        QVERIFY(sent != kNoEvent);
        p.command(DelayPacket{static_cast<std::uint64_t>(p.at(sent).args[1]), msec(500)});
        p.call(1, create("/c"));
        p.run(sec(2));
        const std::vector<ErrorCode> expected{ErrorCode::Ok, ErrorCode::Ok};
        QVERIFY(replies(p, since) == expected);
        QVERIFY(p.tree(3).find("/b")->czxid < p.tree(3).find("/c")->czxid);
    }
    void aPacketThatIsDeliveredNextKeepsItsNumber() {
        Play p = connected(1);
        const EventId since = p.now();
        p.call(1, create("/b"));
        const EventId sent = p.find(since, [](const Event& e) { return e.kind == EventKind::PacketSent; });
        const std::int64_t number = p.at(sent).args[1];
        p.command(DeliverNext{static_cast<std::uint64_t>(number)});
        const EventId given = p.now();
        QVERIFY(p.lab.stepInput());
        const EventId delivered = p.find(given, [](const Event& e) { return e.kind == EventKind::PacketDelivered; });
        QCOMPARE(p.at(delivered).args[1], number);
    }
    void withGroupsTheNeededVotesDependOnWhoHasVoted() {
        EnsembleConfig c;
        for (int i = 1; i <= 9; ++i) c.members.push_back({ServerId{i}, false, 1, (i - 1) / 3 + 1});
        ServerSet one;   // a whole group and one of the second: four, and no quorum
        for (const int i : {1, 2, 3, 4}) one.add(ServerId{i});
        QVERIFY(!isQuorum(c, one));
        QCOMPARE(quorumSize(c, one), 5);
        QCOMPARE(quorumSize(c), 4);
    }
};

QTEST_APPLESS_MAIN(TestClient)
#include "tst_client.moc"
