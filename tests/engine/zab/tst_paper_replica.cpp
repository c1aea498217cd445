// SPDX-License-Identifier: GPL-3.0-or-later
// Those of "the subtlest points" (§14.8) that hang on the exact order of packets: one replica, spoken to directly.
#include "tests/engine/zab/one_replica.h"

#include <QtTest>

using namespace zab;
using namespace zab::paper;

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
    void p10ACommitThatCameBeforeEndsTheProcessToo() {
        One s = serving();
        s.fromLeader(Proposal{txn(Zxid::make(1, 1))});
        s.fromLeader(Commit{Zxid::make(1, 1)});
        s.fromLeader(Proposal{txn(Zxid::make(1, 2))});
        s.fromLeader(Commit{Zxid::make(1, 1)});
        QVERIFY(s.exits() && s.has(RuleId::FollowerCommitMismatch));
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
