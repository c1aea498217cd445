// SPDX-License-Identifier: GPL-3.0-or-later
// The order of votes, when two votes are the same, and what makes a quorum (§2.4, §2.5, §14.6).
#include "engine/zab/quorum.h"
#include "engine/zab/vote.h"

#include <QtTest>

using namespace zab;

namespace {

EnsembleConfig voters(int n) {
    EnsembleConfig c;
    for (int i = 1; i <= n; ++i) c.members.push_back({ServerId{i}});
    return c;
}

EnsembleConfig threeGroupsOfThree() {
    EnsembleConfig c = voters(9);
    for (int i = 0; i < 9; ++i) c.members[static_cast<std::size_t>(i)].group = i / 3 + 1;
    return c;
}

Vote vote(int leader, Epoch epoch, Zxid zxid) { return {ServerId{leader}, zxid, epoch, 1, ServerState::Looking}; }

ServerSet set(std::initializer_list<int> servers) {
    ServerSet s;
    for (const int i : servers) s.add(ServerId{i});
    return s;
}

}  // namespace

class TestVote : public QObject {
    Q_OBJECT

private slots:
    void epochThenZxidThenId_data() {
        QTest::addColumn<int>("leaderA");
        QTest::addColumn<qint64>("epochA");
        QTest::addColumn<qint64>("zxidA");
        QTest::addColumn<int>("leaderB");
        QTest::addColumn<qint64>("epochB");
        QTest::addColumn<qint64>("zxidB");
        QTest::addColumn<bool>("wins");
        QTest::addColumn<int>("rule");
        const auto z = [](Epoch e, int c) { return qint64(Zxid::make(e, c).value); };
        const auto row = [](const char* name, int la, qint64 ea, qint64 za, int lb, qint64 eb, qint64 zb, bool wins, RuleId rule) {
            QTest::newRow(name) << la << ea << za << lb << eb << zb << wins << int(rule);
        };
        row("higher epoch beats newer zxid", 1, 5, z(4, 2), 3, 4, z(4, 9), true, RuleId::VoteHigherEpochWins);
        row("lower epoch loses with newer zxid", 3, 4, z(4, 9), 1, 5, z(4, 2), false, RuleId::VoteHigherEpochWins);
        row("newer zxid beats higher id", 2, 4, z(4, 9), 3, 4, z(4, 7), true, RuleId::VoteNewerZxidWins);
        row("older zxid loses", 3, 4, z(4, 7), 2, 4, z(4, 9), false, RuleId::VoteNewerZxidWins);
        row("higher id decides", 3, 4, z(4, 9), 2, 4, z(4, 9), true, RuleId::VoteHigherIdWins);
        row("lower id loses", 2, 4, z(4, 9), 3, 4, z(4, 9), false, RuleId::VoteHigherIdWins);
        row("the same never wins", 3, 4, z(4, 9), 3, 4, z(4, 9), false, RuleId::VoteSameCandidate);
        row("zxids compare across epochs", 1, 4, z(3, 9), 2, 4, z(4, 1), false, RuleId::VoteNewerZxidWins);
    }
    void epochThenZxidThenId() {
        QFETCH(int, leaderA); QFETCH(qint64, epochA); QFETCH(qint64, zxidA);
        QFETCH(int, leaderB); QFETCH(qint64, epochB); QFETCH(qint64, zxidB);
        QFETCH(bool, wins); QFETCH(int, rule);
        const Comparison c = compareVotes(voters(3), vote(leaderA, epochA, Zxid{zxidA}), vote(leaderB, epochB, Zxid{zxidB}));
        QCOMPARE(c.firstWins, wins);
        QCOMPARE(int(c.rule), rule);
    }
    void theWorkedElection() {   // §14.6: 4.7, 4.9, 4.9
        const EnsembleConfig c = voters(3);
        const Vote one = vote(1, 4, Zxid::make(4, 7)), two = vote(2, 4, Zxid::make(4, 9)), three = vote(3, 4, Zxid::make(4, 9));
        QVERIFY(compareVotes(c, two, one).firstWins);
        QVERIFY(compareVotes(c, three, two).firstWins);
        QVERIFY(compareVotes(c, three, one).firstWins);
        QVERIFY(!compareVotes(c, two, three).firstWins);
    }
    void weightZeroNeverWins() {
        EnsembleConfig c = voters(3);
        c.members[2].weight = 0;
        const Comparison r = compareVotes(c, vote(3, 9, Zxid::make(9, 9)), vote(1, 0, Zxid{}));
        QVERIFY(!r.firstWins);
        QVERIFY(r.rule == RuleId::VoteZeroWeightNeverWins);
    }
    void aNonVotersVoteLosesAgainstEveryOther() {
        QVERIFY(compareVotes(voters(3), vote(1, 0, Zxid{}), Vote{}).firstWins);
        QVERIFY(!compareVotes(voters(3), Vote{}, vote(1, 0, Zxid{})).firstWins);
    }
    void equalityDependsOnTheStates() {
        const Vote looking = vote(3, 4, Zxid::make(4, 9));
        Vote other = looking;
        QVERIFY(sameVote(looking, other));
        other.round = 2;
        QVERIFY(!sameVote(looking, other));
        other = looking;
        other.zxid = other.zxid.next();
        QVERIFY(!sameVote(looking, other));
        Vote following = looking, leading = other;
        following.state = ServerState::Following;
        leading.state = ServerState::Leading;
        leading.round = 7;
        QVERIFY(sameVote(following, leading));   // neither is LOOKING: only id and epoch count
        QVERIFY(!sameVote(looking, leading));
        leading.peerEpoch = 5;
        QVERIFY(!sameVote(following, leading));
    }
    void majority_data() {
        QTest::addColumn<int>("servers");
        QTest::addColumn<int>("needed");
        for (const auto& [n, k] : {std::pair{1, 1}, {2, 2}, {3, 2}, {4, 3}, {5, 3}, {6, 4}, {7, 4}, {9, 5}, {15, 8}})
            QTest::addRow("%d servers", n) << n << k;
    }
    void majority() {
        QFETCH(int, servers);
        QFETCH(int, needed);
        const EnsembleConfig c = voters(servers);
        QCOMPARE(quorumSize(c), needed);
        ServerSet s;
        for (int i = 1; i < needed; ++i) s.add(ServerId{i});
        QVERIFY(!isQuorum(c, s));
        s.add(ServerId{servers});
        QVERIFY(isQuorum(c, s));
    }
    void twoQuorumsAlwaysMeet() {
        EnsembleConfig weighted = voters(5);
        for (int i = 0; i < 5; ++i) weighted.members[static_cast<std::size_t>(i)] = {ServerId{i + 1}, false, i, 1};
        for (const EnsembleConfig& c : {voters(4), voters(5), weighted, threeGroupsOfThree()}) {
            const std::uint32_t all = 1U << c.serverCount();
            std::vector<std::uint32_t> quorums;
            for (std::uint32_t bits = 0; bits < all; ++bits) {
                ServerSet s;
                for (int i = 0; i < c.serverCount(); ++i)
                    if ((bits >> i) & 1U) s.add(ServerId{i + 1});
                if (isQuorum(c, s)) quorums.push_back(bits);
            }
            QVERIFY(!quorums.empty());
            for (const std::uint32_t a : quorums)
                for (const std::uint32_t b : quorums)
                    if ((a & b) == 0) QFAIL("two quorums without a common server");
        }
    }
    // Seal::QuorumMajority is broken: half is enough, where there is a half; with an odd number nothing changes.
    void withoutTheRuleHalfIsEnough() {
        for (int n = 1; n <= 5; ++n) {
            EnsembleConfig c = voters(n);
            c.variants.broken.add(Seal::QuorumMajority);
            ServerSet s;
            for (int i = 1; i <= n; ++i) {
                s.add(ServerId{i});
                QCOMPARE(isQuorum(c, s), i * 2 >= n);
                QCOMPARE(isQuorum(c, s), i >= quorumSize(c));
                QCOMPARE(isMajority(c, s), i * 2 > n);
            }
        }
        EnsembleConfig groups = voters(4);   // two groups of two
        for (int i = 0; i < 4; ++i) groups.members[static_cast<std::size_t>(i)].group = 1 + i / 2;
        QVERIFY(!isQuorum(groups, set({1, 2})) && isQuorum(groups, set({1, 2, 3, 4})));
        groups.variants.broken.add(Seal::QuorumMajority);
        QCOMPARE(quorumSize(groups), 1);
        QVERIFY(isQuorum(groups, set({1})) && !isMajority(groups, set({1})));
    }
    void observersDoNotCount() {
        EnsembleConfig c = voters(5);
        c.members[3].observer = c.members[4].observer = true;
        QCOMPARE(quorumSize(c), 2);
        QVERIFY(!isQuorum(c, set({1, 4, 5})));
        QVERIFY(isQuorum(c, set({1, 2})));
        QVERIFY(votersOf(c, set({1, 4, 5})) == set({1}));
    }
    void groupsNeedAMajorityOfMajorities() {
        const EnsembleConfig c = threeGroupsOfThree();
        QCOMPARE(quorumSize(c), 4);                       // two of three in two of three groups
        QVERIFY(isQuorum(c, set({1, 2, 4, 5})));
        QVERIFY(!isQuorum(c, set({1, 4, 7, 2, 3})));      // five of nine, but only one group is won
        QVERIFY(isQuorum(c, set({2, 3, 8, 9})));
        QVERIFY(!isQuorum(c, set({1, 2, 3})));            // one whole group is not enough
    }
    void weightsCountWithinAGroup() {
        EnsembleConfig c = voters(3);
        for (MemberConfig& m : c.members) m.group = 1;
        c.members[0].weight = 3;
        QVERIFY(isQuorum(c, set({1})));        // 3 of 5
        QVERIFY(!isQuorum(c, set({2, 3})));    // 2 of 5
        QCOMPARE(quorumSize(c), 1);
    }
    void aGroupOfWeightZeroIsNotCounted() {
        EnsembleConfig c = threeGroupsOfThree();
        for (int i = 6; i < 9; ++i) c.members[static_cast<std::size_t>(i)].weight = 0;
        QVERIFY(!isQuorum(c, set({1, 2, 7, 8, 9})));   // two groups count: both are needed
        QVERIFY(isQuorum(c, set({1, 2, 4, 5})));
    }
};

QTEST_APPLESS_MAIN(TestVote)
#include "tst_vote.moc"
