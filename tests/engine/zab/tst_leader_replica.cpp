// SPDX-License-Identifier: GPL-3.0-or-later
// What a leader, and whom it leads, do with packets that come at an unusual moment: one replica, spoken to directly.
#include "tests/engine/zab/one_replica.h"

#include <QtTest>

using namespace zab;
using namespace zab::paper;

namespace {

/// S3 leads four, of whom S1 observes, and nobody has come to it yet.
One leading() {
    One s(4, 3, 1);
    for (const int from : {2, 4}) s.hear(from, vote(3, 1, ServerState::Looking));
    s.timer(TimerKind::FinalizeWait, msec(200));
    return s;
}

const Leading& role(const One& s) { return std::get<Leading>(s.replica.role()); }

std::int64_t operandOf(One& s, RuleId rule, std::size_t i) {
    for (const Effect& e : s.out.list())
        if (const auto* note = std::get_if<Note>(&e); note && note->event.rule == rule) return note->event.args[i];
    return -1;
}

}  // namespace

class TestLeaderReplica : public QObject {
    Q_OBJECT

private slots:
    // Leader.getEpochToPropose (§3.3): participants only.
    void anObserversEpochIsHeardAndNotCounted() {
        One s = leading();
        QVERIFY(s.replica.state() == ServerState::Leading);
        s.receive(1, 7, FollowerInfo{6, true});
        QCOMPARE(operandOf(s, RuleId::EpochWaitsForQuorum, 0), std::int64_t{7});   // above what the observer has promised
        QCOMPARE(operandOf(s, RuleId::EpochWaitsForQuorum, 1), std::int64_t{1});   // its own
        s.receive(2, 8, FollowerInfo{0, false});
        QVERIFY(role(s).epochDecided);
    }
    // Leader.waitForNewLeaderAck (§3.5): the same.
    void anObserversAckOfNewLeaderIsHeardAndNotCounted() {
        One s = leading();
        s.receive(1, 7, FollowerInfo{0, true});
        s.receive(2, 8, FollowerInfo{0, false});
        s.receive(1, 7, AckEpoch{{}, 0});
        s.receive(2, 8, AckEpoch{{}, 0});
        QVERIFY(role(s).epochAcked);
        s.receive(1, 7, Ack{Zxid::make(1, 0)});
        QCOMPARE(operandOf(s, RuleId::NewLeaderAckCounted, 0), std::int64_t{1});
        QVERIFY(!role(s).established);
        s.receive(2, 8, Ack{Zxid::make(1, 0)});
        QVERIFY(role(s).established);
    }
    void aNewConnectionReplacesTheOldOne() {
        One s = leading();
        s.receive(2, 8, FollowerInfo{0, false});
        s.receive(2, 9, FollowerInfo{0, false});
        QCOMPARE(role(s).learners.size(), std::size_t{1});
        QCOMPARE(role(s).learners.front().connection, ConnectionId{9});
    }
    void whatComesOnTheOldConnectionIsNotHeard() {
        One s = leading();
        s.receive(2, 8, FollowerInfo{0, false});
        s.receive(2, 9, FollowerInfo{0, false});
        s.receive(2, 8, AckEpoch{{}, 0});
        QVERIFY(s.has(RuleId::StaleConnection) && !role(s).epochAcked);
        s.receive(2, 9, AckEpoch{{}, 0});
        QVERIFY(role(s).epochAcked);
    }
    // Learner.registerWithLeader (§3.3): an epoch that is one below the promised one is too small.
    void aPromiseIsKeptToTheLastEpoch() {
        One s = serving();
        s.receive(3, std::get<Learning>(s.replica.role()).connection, Disconnect{});
        QVERIFY(s.replica.state() == ServerState::Looking);
        s.hear(2, vote(3, 1, ServerState::Following));
        s.hear(3, vote(3, 1, ServerState::Leading));
        QVERIFY(s.replica.state() == ServerState::Following);
        s.fromLeader(LeaderInfo{0});
        QVERIFY(s.has(RuleId::EpochSmallerRefused));
        QVERIFY(s.replica.state() == ServerState::Looking);
    }
    // ZOOKEEPER-3642: what SNAP brought is in memory alone until NEWLEADER; the disk says what it votes with (§2.6).
    void aSnapshotThatIsNotWrittenYetIsForgotten() {
        One s(3, 1);
        s.hear(2, vote(3, 1, ServerState::Following));
        s.hear(3, vote(3, 1, ServerState::Leading));
        s.fromLeader(LeaderInfo{1});
        s.fromLeader(Snap{Zxid::make(0, 5), std::make_shared<Nothing>()});
        QCOMPARE(s.replica.lastProcessed().value, Zxid::make(0, 5).value);
        s.receive(3, std::get<Learning>(s.replica.role()).connection, Disconnect{});
        QCOMPARE(s.looking().proposal.zxid.value, std::int64_t{0});
    }
    void aNewProcessCountsRoundsAnew() {
        One s(3, 1);
        s.hear(2, vote(2, 5, ServerState::Looking));
        QCOMPARE(s.replica.round(), Round{5});
        s.replica.crash(0);
        s.begin();
        s.replica.start(s.config, s.app, {}, s.out);
        QCOMPARE(s.replica.round(), Round{1});
    }
};

QTEST_APPLESS_MAIN(TestLeaderReplica)
#include "tst_leader_replica.moc"
