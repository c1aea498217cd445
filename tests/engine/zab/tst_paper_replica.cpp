// SPDX-License-Identifier: GPL-3.0-or-later
// Those of "the subtlest points" (§14.8) that hang on the exact order of packets: one replica, spoken to directly.
#include "engine/zab/replica.h"

#include <QtTest>

using namespace zab;

namespace {

class Bytes final : public Payload {
public:
    std::uint64_t digest() const override { return 1; }
    std::int32_t sizeBytes() const override { return 100; }
};
class Nothing final : public Snapshot {
public:
    Zxid contentZxid() const override { return {}; }
    std::uint64_t history() const override { return 0; }
    std::int64_t sizeBytes() const override { return 0; }
};
/// What is applied does not matter here.
class Void final : public StateMachine {
public:
    void apply(const TxnRef&) override {}
    void replay(const TxnRef&) override {}
    SnapshotRef snapshot(Zxid, std::uint64_t) const override { return std::make_shared<Nothing>(); }
    void restore(const SnapshotRef&) override {}
    void startServing(ServerState) override {}
    void stopServing() override {}
    void carried(ServerId, const Forwarded&) override {}
    OpaqueRef touchedSessions() override { return nullptr; }
};

TxnRef txn(Zxid z) {
    auto t = std::make_shared<Txn>();
    t->zxid = z;
    t->payload = std::make_shared<Bytes>();
    return t;
}

struct One {
    explicit One(int servers, int self) : config(ensemble(servers)), replica(config, ServerId{self}) {
        out.begin(ServerId{self});
        replica.start(config, app, {}, out);
    }
    static EnsembleConfig ensemble(int n) {
        EnsembleConfig c;
        for (int i = 1; i <= n; ++i) c.members.push_back({ServerId{i}});
        return c;
    }
    void hear(int from, const Vote& vote) { receive(from, 0, Notification{vote}); }
    void receive(int from, ConnectionId connection, const Message& m) {
        out.begin(replica.self());
        replica.receive(config, app, {}, ServerId{from}, connection, m, out);
    }
    void fromLeader(const Message& m) { receive(3, std::get<Learning>(replica.role()).connection, m); }
    const Looking& looking() const { return std::get<Looking>(replica.role()); }
    bool has(RuleId rule) {
        for (const Effect& e : out.list()) {
            if (const auto* note = std::get_if<Note>(&e); note && note->event.rule == rule) return true;
            if (const auto* x = std::get_if<Exit>(&e); x && x->rule == rule) return true;
        }
        return false;
    }
    bool exits() {
        return std::any_of(out.list().begin(), out.list().end(), [](const Effect& e) { return std::holds_alternative<Exit>(e); });
    }
    EnsembleConfig config;
    Void app;
    Effects out;
    Replica replica;
};

Vote vote(int leader, Round round, ServerState state, std::int64_t counter = 0) {
    return {ServerId{leader}, Zxid::make(0, counter), 0, round, state};
}

/// S1 follows S3 in epoch 1 and serves.
One serving() {
    One s(3, 1);
    s.hear(2, vote(3, 1, ServerState::Following));
    s.hear(3, vote(3, 1, ServerState::Leading));
    s.fromLeader(LeaderInfo{1});
    s.fromLeader(Diff{Zxid{}});
    s.fromLeader(NewLeader{Zxid::make(1, 0)});
    s.fromLeader(UpToDate{});
    return s;
}

}  // namespace

class TestPaperReplica : public QObject {
    Q_OBJECT

private slots:
    void p10ACommitOutOfOrderEndsTheProcess() {
        One s = serving();
        QVERIFY(s.replica.serving());
        s.fromLeader(Proposal{txn(Zxid::make(1, 1))});
        s.fromLeader(Proposal{txn(Zxid::make(1, 2))});
        s.fromLeader(Commit{Zxid::make(1, 2)});
        QVERIFY(s.exits() && s.has(RuleId::FollowerCommitMismatch));
    }
    void p10InOrderAndWithNothingPendingItGoesOn() {
        One s = serving();
        s.fromLeader(Proposal{txn(Zxid::make(1, 1))});
        s.fromLeader(Commit{Zxid::make(1, 1)});
        QVERIFY(!s.exits());
        QCOMPARE(s.replica.lastProcessed().value, Zxid::make(1, 1).value);
        s.fromLeader(Commit{Zxid::make(1, 2)});
        QVERIFY(!s.exits() && s.has(RuleId::FollowerCommitNothingPending));
        QVERIFY(s.replica.serving());
    }
    void p12AHigherRoundClearsAndComparesWithTheInitialVote() {
        One s(5, 1);
        s.hear(3, vote(3, 1, ServerState::Looking, 9));
        QCOMPARE(s.looking().proposal.leader.value, 3);
        s.hear(2, vote(2, 5, ServerState::Looking, 4));   // worse than what it proposes, better than itself
        QCOMPARE(s.replica.round(), Round{5});
        QCOMPARE(s.looking().proposal.leader.value, 2);
        QCOMPARE(s.looking().heard.size(), std::size_t{2});   // its own and that of S2: S3 is forgotten
        QVERIFY(s.has(RuleId::RoundNewerClearsTally));
        s.hear(4, vote(4, 4, ServerState::Looking, 9));   // an older round is not looked at
        QVERIFY(s.has(RuleId::RoundOlderIgnored));
        QCOMPARE(s.looking().proposal.leader.value, 2);
    }
    void p13WhatComesDuringTheWaitIsLost() {
        One s(5, 1);
        for (const int from : {5, 4}) s.hear(from, vote(5, 1, ServerState::Looking));
        QVERIFY(s.looking().finalizing);   // with its own, three of five
        const std::size_t heard = s.looking().heard.size();
        s.hear(2, vote(5, 1, ServerState::Looking));
        QVERIFY(s.has(RuleId::ElectionVoteConsumedWhileWaiting));
        QCOMPARE(s.looking().heard.size(), heard);
        s.hear(3, vote(3, 1, ServerState::Looking, 7));   // a better one is not lost: it ends the wait
        QVERIFY(!s.looking().finalizing);
        QCOMPARE(s.looking().proposal.leader.value, 3);
    }
    void p14HearsayAboutALeaderIsNotEnough() {
        One s(5, 1);
        for (const int from : {2, 4, 5}) s.hear(from, vote(3, 7, ServerState::Following));
        QVERIFY(s.replica.state() == ServerState::Looking);
        QVERIFY(s.has(RuleId::CheckLeaderNoWordFromLeader));
        s.hear(3, vote(3, 7, ServerState::Leading));
        QVERIFY(s.replica.state() == ServerState::Following);
        QCOMPARE(s.replica.leader().value, 3);
        QCOMPARE(s.replica.round(), Round{7});
    }
};

QTEST_APPLESS_MAIN(TestPaperReplica)
#include "tst_paper_replica.moc"
