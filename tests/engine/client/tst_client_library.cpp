// SPDX-License-Identifier: GPL-3.0-or-later
// The client library from inside: its list of servers, its pings, its EventThread with named watchers and asynchronous calls, what it
// says on a new connection (§7.4).
#include "tests/engine/zab/paper_play.h"

#include <algorithm>

using namespace zab;
using namespace zab::paper;

namespace {

const ActorId kC1(ClientId{1});

/// Three servers, S3 leads, C1 is connected to S1 and C2 to S2.
Play twoClients(SimTime timeout = {}) {
    Play p(3);
    p.start({1, 2, 3});
    p.run(sec(2));
    p.command(ConnectClient{ClientId{1}, ServerId{1}, timeout});
    p.connect(2, 2);
    p.run(msec(200));
    p.call(2, create("/a"));
    p.run(msec(100));
    return p;
}

Request with(OpCode op, const std::string& path, WatchMode mode, WatcherType type = WatcherType::Any) {
    Request r = ask(op, path);
    r.watchMode = mode;
    r.watcherType = type;
    return r;
}

Request auth(const std::string& scheme) {
    Request r;
    r.op = OpCode::Auth;
    r.scheme = scheme;
    r.data = "anna:secret";
    return r;
}

void make(Play& p, int client, const Request& r, CallManner manner) { p.command(ClientCall{ClientId{client}, r, std::move(manner)}); }

/// Packets of C1 of this type that left from `since` on: their xids.
std::vector<std::int64_t> xids(const Play& p, EventId since, MessageType type) {
    std::vector<std::int64_t> all;
    for (EventId id = since; id < p.lab.trace().size(); ++id)
        if (p.at(id).kind == EventKind::PacketSent && p.at(id).actor == kC1 && p.at(id).message == type) all.push_back(p.at(id).args[2]);
    return all;
}

std::vector<SimTime> pings(const Play& p, EventId since) {
    std::vector<SimTime> all;
    for (EventId id = since; id < p.lab.trace().size(); ++id)
        if (p.at(id).kind == EventKind::PacketSent && p.at(id).actor == kC1 && p.at(id).message == MessageType::ClientPing) all.push_back(p.at(id).time);
    return all;
}

/// What C1's EventThread called from `since` on: "NodeDataChanged /a", "getData /a".
std::vector<std::string> calls(const Play& p, EventId since) {
    std::vector<std::string> all;
    for (EventId id = since; id < p.lab.trace().size(); ++id) {
        const Event& e = p.at(id);
        if (e.actor != kC1) continue;
        const std::string text = " " + p.lab.trace().text(e.text);
        if (e.kind == EventKind::CallbackStarted) all.push_back(std::string(watchEventName(static_cast<WatchEventType>(e.args[1]))) + text);
        if (e.kind == EventKind::ReplyCallbackStarted) all.push_back(std::string(opName(static_cast<OpCode>(e.args[2]))) + text);
    }
    return all;
}

EventId ruledAtC1(const Play& p, EventId since, RuleId rule) {
    return p.find(since, [&](const Event& e) { return e.rule == rule && e.actor == kC1; });
}

using Strings = std::vector<std::string>;

}  // namespace

class TestClientLibrary : public QObject {
    Q_OBJECT

private slots:
    // --- the list of servers ---
    void aListIsShuffledOnceAndGoneRound() {
        bool differs = false;
        for (std::uint64_t seed = 1; seed < 40; ++seed) {
            Prng random(seed), again(seed);
            HostProvider hosts(5, {}, random);
            QVERIFY(hosts.list() == HostProvider(5, {}, again).list());
            std::vector<ServerId> sorted = hosts.list();
            std::sort(sorted.begin(), sorted.end());
            for (int i = 0; i < 5; ++i) QCOMPARE(sorted[static_cast<std::size_t>(i)].value, i + 1);
            differs |= sorted != hosts.list();
            for (int round = 0; round < 2; ++round)
                for (int i = 0; i < 5; ++i) {
                    const HostProvider::Next next = hosts.next();
                    QCOMPARE(next.server, hosts.list()[static_cast<std::size_t>(i)]);
                    QCOMPARE(next.triedAll, round == 1 && i == 0);
                }
            QCOMPARE(HostProvider(5, ServerId{4}, random).list().front().value, 4);
        }
        QVERIFY(differs);
    }
    void afterAConnectionTheWaitComesWhenAllOthersHaveBeenTried() {
        Prng random(3);
        HostProvider hosts(3, ServerId{2}, random);
        hosts.next();
        hosts.next();
        hosts.connected();   // at the second
        QVERIFY(!hosts.next().triedAll);
        QVERIFY(!hosts.next().triedAll);
        QVERIFY(hosts.next().triedAll);
    }
    void aReconnectSleepsBelowASecondAndASecondMoreWhenAllHaveBeenTried() {
        Play p = twoClients();
        const EventId since = p.now();
        for (int s = 1; s <= 3; ++s) p.command(CrashServer{ServerId{s}, false});
        p.run(sec(30));
        int next = 0, all = 0;
        for (EventId id = since; id < p.now(); ++id) {
            const Event& e = p.at(id);
            if (e.actor != kC1) continue;
            const bool triedAll = e.rule == RuleId::ClientTriedAll;
            if (!triedAll && e.rule != RuleId::ClientTriesNext) continue;
            ++(triedAll ? all : next);
            const SimTime sleep{e.args[triedAll ? 2 : 1]};
            QVERIFY(triedAll ? sleep >= sec(1) && sleep < sec(2) : sleep < sec(1));
            const EventId opened = p.find(id, [](const Event& o) { return o.kind == EventKind::ClientConnecting && o.actor == kC1; });
            if (opened != kNoEvent) QVERIFY(p.at(opened).time <= e.time + sleep + usec(1) && p.at(opened).time >= e.time + sleep);
        }
        QVERIFY(next >= 6 && all >= 3 && next <= 2 * all + 2);
    }
    void withoutAnyConnectionItDoesNotSleepBeforeItHasTriedAll() {
        Play p(3);
        p.connect(1, 2);
        p.run(msec(100));
        QVERIFY(ruledAtC1(p, 0, RuleId::ClientTriesNext) == kNoEvent);
        const EventId all = ruledAtC1(p, 0, RuleId::ClientTriedAll);
        QVERIFY(all != kNoEvent);
        QCOMPARE(p.at(all).args[2], sec(1).us);
        QCOMPARE(p.client(1).next().value, 2);
    }
    void whatIsQueuedFailsWithTheAttempt() {
        Play p(3);
        p.connect(1, 2);
        make(p, 1, ask(OpCode::GetData, "/"), {true, {}});
        p.run(msec(100));
        QVERIFY(p.client(1).lastReply().error == ErrorCode::ConnectionLoss);
        QVERIFY(calls(p, 0) == (Strings{"getData /"}));   // no state has changed: Disconnected is not told
    }
    void aServerThatStandsStillCostsAPartOfTheTimeout() {
        Play p = twoClients();
        p.command(FreezeServer{ServerId{2}, true});
        const EventId since = p.now();
        p.connect(1, 2);
        p.run(sec(9));
        const EventId out = ruledAtC1(p, since, RuleId::ClientConnectTimesOut);
        QVERIFY(out != kNoEvent);
        QCOMPARE(p.at(out).time.us - p.at(since).time.us, sec(10).us / 3);   // negotiated / servers
        QCOMPARE(p.client(1).state(), Client::State::Connected);
    }

    // --- pings ---
    void aQuietClientPingsEveryHalfReadTimeout() {
        Play p = twoClients(sec(6));   // readTimeout 4 s
        p.run(sec(3));
        const EventId since = p.now();
        p.run(sec(20));
        const auto times = pings(p, since);
        QCOMPARE(times.size(), std::size_t{10});
        for (std::size_t i = 1; i < times.size(); ++i) QCOMPARE((times[i] - times[i - 1]).us, sec(2).us);
    }
    void aWakeUpAfterASecondBringsThePingForward() {
        Play p = twoClients(sec(9));   // readTimeout 6 s: a ping every 3 s
        p.run(sec(4));
        const EventId since = p.now();
        p.run(sec(3));
        const SimTime last = pings(p, since).back();
        p.call(1, ask(OpCode::GetData, "/a", true));   // idle again from here
        p.run(msec(100));
        const SimTime asked = p.lab.world().now() - msec(100);
        QVERIFY(asked > last);
        p.run(msec(1100));
        const EventId told = p.now();
        p.call(2, ask(OpCode::SetData, "/a"));   // its notification wakes the SendThread, idle for more than a second
        p.run(sec(3));
        QCOMPARE((pings(p, told).front() - asked).us, sec(2).us);   // 3 s - 1 s
    }
    void afterTenSecondsAnyWakeUpPings() {
        Scenario s = Play::scenario(1, {}, 0);
        s.ensemble.maxSessionTimeout = sec(90);
        Play p(s);
        p.start({1});
        p.run(sec(1));
        p.command(ConnectClient{ClientId{1}, ServerId{1}, sec(90)});   // readTimeout 60 s: a ping every 30 s
        p.connect(2, 1);
        p.call(2, create("/a"));
        p.run(msec(200));
        p.call(1, ask(OpCode::GetData, "/a", true));
        p.run(sec(11));
        const EventId since = p.now();
        QVERIFY(pings(p, 0).empty());
        p.call(2, ask(OpCode::SetData, "/a"));
        p.run(msec(100));
        QCOMPARE(pings(p, since).size(), std::size_t{1});
    }
    void aBlockedEventThreadDoesNotStopThePings() {
        Play p = twoClients(sec(6));
        p.call(1, ask(OpCode::GetData, "/a", true));
        p.run(msec(100));
        p.command(SetCallbackTime{ClientId{1}, sec(60)});
        p.call(2, ask(OpCode::SetData, "/a"));
        p.run(msec(100));
        const EventId since = p.now();
        p.run(sec(50));
        QVERIFY(!p.client(1).events().idle());
        QVERIFY(pings(p, since).size() >= 24);
        QVERIFY(p.tree(3).sessionTimeout(p.client(1).session()));
    }

    // --- watchers, asynchronous calls ---
    void manyWatchersAreOneWatchAndOneNotification() {
        Play p = twoClients();
        for (const char* name : {"", "w2", "w1", "w1"}) make(p, 1, ask(OpCode::GetData, "/a", true), {false, name});
        p.run(msec(100));
        QCOMPARE(p.lab.world().host(ServerId{1}).server.watches().dataWatches().at("/a").size(), std::size_t{1});
        QCOMPARE(p.client(1).watches().data().at("/a").size(), std::size_t{3});
        const EventId since = p.now();
        p.call(2, ask(OpCode::SetData, "/a"));
        p.run(msec(100));
        QVERIFY(calls(p, since) == (Strings{"NodeDataChanged /a", "NodeDataChanged /a \"w1\"", "NodeDataChanged /a \"w2\""}));
        QVERIFY(p.client(1).watches().empty());
    }
    void repliesWaitBehindEventsAndSynchronousCallsDoNot() {
        Play p = twoClients();
        p.call(1, ask(OpCode::GetData, "/a", true));
        p.run(msec(100));
        p.command(SetCallbackTime{ClientId{1}, sec(2)});
        const EventId since = p.now();
        p.call(2, ask(OpCode::SetData, "/a"));
        p.run(msec(100));
        make(p, 1, ask(OpCode::GetData, "/a"), {true, {}});
        make(p, 1, ask(OpCode::Exists, "/no"), {true, {}});
        p.call(1, ask(OpCode::GetChildren, "/a"));
        p.run(msec(100));
        QVERIFY(p.client(1).answered() == OpCode::GetChildren);
        QCOMPARE(p.client(1).events().waiting().size(), std::size_t{2});
        QVERIFY(calls(p, since) == (Strings{"NodeDataChanged /a"}));
        p.run(sec(7));
        QVERIFY(calls(p, since) == (Strings{"NodeDataChanged /a", "getData /a", "exists /no"}));
    }
    void anOldEventThreadEmptiesItsQueue() {
        Play p = twoClients();
        for (const char* path : {"/b", "/c"}) p.call(2, create(path));
        p.run(msec(100));
        for (const char* path : {"/a", "/b", "/c"}) p.call(1, ask(OpCode::GetData, path, true));
        p.run(msec(100));
        p.command(SetCallbackTime{ClientId{1}, sec(4)});
        const EventId since = p.now();
        for (const char* path : {"/a", "/b", "/c"}) p.call(2, ask(OpCode::SetData, path));
        p.run(msec(100));
        p.command(CloseClient{ClientId{1}});
        p.run(msec(100));
        p.connect(1, 2);   // a new handle, with a thread of its own
        p.run(msec(500));
        QCOMPARE(p.client(1).oldEvents().size(), std::size_t{1});
        QVERIFY(calls(p, since) == (Strings{"NodeDataChanged /a", "None SyncConnected"}));
        p.run(sec(20));
        QVERIFY(calls(p, since) == (Strings{"NodeDataChanged /a", "None SyncConnected", "NodeDataChanged /b", "NodeDataChanged /c", "None Closed"}));
        QVERIFY(p.client(1).oldEvents().empty());
    }

    // --- persistent watches ---
    void persistentWatchesStayInTheMapAndAreSentAgain() {
        Play p = twoClients();
        make(p, 1, with(OpCode::AddWatch, "/a", WatchMode::Persistent), {false, "p"});
        make(p, 1, with(OpCode::AddWatch, "/none", WatchMode::PersistentRecursive), {});
        p.run(msec(100));
        QVERIFY(p.client(1).lastReply().error == ErrorCode::Ok);
        const EventId since = p.now();
        p.command(CrashServer{ServerId{1}, false});
        p.run(sec(3));
        QVERIFY(xids(p, since, MessageType::ClientRequest) == (std::vector<std::int64_t>{kSetWatchesXid}));
        const EventId sent = p.find(since, [](const Event& e) { return e.kind == EventKind::PacketSent && e.message == MessageType::ClientRequest && e.actor == kC1; });
        QCOMPARE(p.at(sent).args[3], static_cast<std::int64_t>(OpCode::SetWatches2));
        for (int i = 0; i < 2; ++i) p.call(2, ask(OpCode::SetData, "/a"));
        p.call(2, create("/none"));
        p.run(msec(200));
        const Strings all = calls(p, since);
        QCOMPARE(std::count(all.begin(), all.end(), "NodeDataChanged /a \"p\""), 2);
        QCOMPARE(std::count(all.begin(), all.end(), "NodeCreated /none"), 1);
    }
    void unwatchTellsByAnEventOfTheClientsOwn() {
        Play p = twoClients();
        p.call(1, ask(OpCode::GetData, "/a", true));
        make(p, 1, ask(OpCode::GetChildren, "/a", true), {false, "c"});
        make(p, 1, with(OpCode::AddWatch, "/a", WatchMode::PersistentRecursive), {false, "r"});
        p.run(msec(100));
        const EventId since = p.now();
        p.call(1, with(OpCode::RemoveWatches, "/a", {}, WatcherType::Any));
        p.run(msec(100));
        QVERIFY(calls(p, since) == (Strings{"ChildWatchRemoved /a \"c\"", "DataWatchRemoved /a", "PersistentWatchRemoved /a \"r\""}));
        QVERIFY(p.client(1).watches().empty());
        QVERIFY(p.lab.world().host(ServerId{1}).server.watches().empty());
        p.call(1, with(OpCode::RemoveWatches, "/a", {}, WatcherType::Data));
        p.run(msec(100));
        QVERIFY(p.client(1).lastReply().error == ErrorCode::NoWatcher);
        QVERIFY(p.find(since, [](const Event& e) { return e.kind == EventKind::PacketSent && e.message == MessageType::ClientWatchEvent; }) == kNoEvent);
    }
    void manyWatchesAreSentInBatches() {
        ClientWatches w;
        for (int i = 0; i < 300; ++i) w.registered(ask(OpCode::GetData, "/" + std::string(1000, 'd') + std::to_string(i), true), "", ErrorCode::Ok);
        w.registered(with(OpCode::AddWatch, "/p", WatchMode::Persistent), "", ErrorCode::Ok);
        const auto batches = w.batches(zx(1, 2));
        QCOMPARE(batches.size(), std::size_t{3});   // of about 128 KiB
        std::size_t paths = 0;
        for (const WatchLists& b : batches) paths += b.data.size();
        QCOMPARE(paths, std::size_t{300});
        QVERIFY(batches[0].persistent.empty() && batches[1].persistent.empty() && batches[2].persistent.size() == 1);
        QVERIFY(batches[2].relative == zx(1, 2));
        QVERIFY(ClientWatches().batches({}).empty());
    }

    // --- auth ---
    void authComesBeforeWatchesAndOlderCalls() {
        Play p = twoClients();
        p.call(1, auth("digest"));
        p.call(1, ask(OpCode::GetData, "/a", true));
        p.run(msec(100));
        QVERIFY(p.lab.world().host(ServerId{1}).server.authOf(ClientId{1}) == (Strings{"digest anna"}));
        QCOMPARE(p.client(1).pending().size(), std::size_t{0});
        p.command(CrashServer{ServerId{1}, false});
        p.run(msec(20));
        const EventId since = p.now();
        p.call(1, ask(OpCode::Exists, "/a"));
        p.run(sec(3));
        const auto sent = xids(p, since, MessageType::ClientRequest);
        QCOMPARE(sent.size(), std::size_t{3});
        QCOMPARE(sent[0], std::int64_t{kAuthXid});
        QCOMPARE(sent[1], std::int64_t{kSetWatchesXid});
        QVERIFY(sent[2] > 0);
        QVERIFY(p.lab.world().host(p.client(1).server()).server.authOf(ClientId{1}) == (Strings{"digest anna"}));
    }
    void anUnknownSchemeEndsTheHandle() {
        Play p = twoClients();
        const EventId since = p.now();
        p.call(1, auth("nobody"));
        make(p, 1, ask(OpCode::GetData, "/a"), {true, {}});
        p.run(msec(200));
        QCOMPARE(p.client(1).state(), Client::State::AuthFailed);
        QVERIFY(calls(p, since) == (Strings{"None AuthFailed", "getData /a"}));
        QVERIFY(p.client(1).lastReply().error == ErrorCode::AuthFailed);
        p.call(1, ask(OpCode::Exists, "/a"));
        QVERIFY(p.client(1).lastReply().error == ErrorCode::AuthFailed);
        const SessionId before = p.client(1).session();
        p.connect(1, 3);
        p.run(sec(1));
        QCOMPARE(p.client(1).state(), Client::State::Connected);
        QVERIFY(p.client(1).session() != before && p.client(1).auth().empty());
    }
    void theSpecialNumbersStandInTheTrace() {
        Play p = twoClients(sec(6));
        p.call(1, ask(OpCode::GetData, "/a", true));
        p.call(1, auth("digest"));
        p.run(sec(5));
        p.call(2, ask(OpCode::SetData, "/a"));
        p.run(msec(100));
        QVERIFY(xids(p, 0, MessageType::ClientPing).front() == kPingXid);
        const EventId told = p.find(0, [](const Event& e) { return e.kind == EventKind::PacketDelivered && e.message == MessageType::ClientWatchEvent; });
        QCOMPARE(p.at(told).args[2], std::int64_t{kNotificationXid});
        QVERIFY(toJson(p.at(told), p.lab.trace()).find("\"xid\":-1") != std::string::npos);
        const EventId answer = p.find(0, [](const Event& e) { return e.kind == EventKind::PacketDelivered && e.message == MessageType::ClientReply && e.args[2] == kAuthXid; });
        QVERIFY(answer != kNoEvent);
    }
    // Behind Expired comes the event of death: Closed, which the SendThread queues when it ends, finds an EventThread only if that has
    // still something to do.
    void closedIsToldBehindExpiredOnlyWhileACallbackRuns_data() {
        QTest::addColumn<bool>("busy");
        QTest::newRow("a callback runs") << true;
        QTest::newRow("nothing to do") << false;
    }
    void closedIsToldBehindExpiredOnlyWhileACallbackRuns() {
        QFETCH(bool, busy);
        Play p = twoClients(sec(4));
        if (busy) p.command(SetCallbackTime{ClientId{1}, msec(10)});
        p.command(FreezeClient{ClientId{1}, true});
        p.run(sec(12));
        const EventId since = p.lab.trace().size();
        p.command(FreezeClient{ClientId{1}, false});
        p.run(sec(5));
        const Strings told = calls(p, since);
        QVERIFY(std::find(told.begin(), told.end(), "None Expired") != told.end());
        QCOMPARE(told.back(), std::string(busy ? "None Closed" : "None Expired"));
        QCOMPARE(ruledAtC1(p, since, RuleId::ClientEventThreadOver) != kNoEvent, !busy);
    }
};

QTEST_APPLESS_MAIN(TestClientLibrary)
#include "tst_client_library.moc"
