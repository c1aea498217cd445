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
        const std::vector<ErrorCode> expected{ErrorCode::Ok, ErrorCode::SessionExpired};
        QVERIFY(replies(p, since) == expected);
        p.connect(1, 2);
        p.run(msec(200));
        const EventId next = p.now();
        p.call(1, create("/next"));
        p.run(msec(200));
        QVERIFY(replies(p, next) == std::vector<ErrorCode>{ErrorCode::Ok});
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
