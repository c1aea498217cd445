// SPDX-License-Identifier: GPL-3.0-or-later
// "The subtlest points" of the protocol reference (§14.8), one test per claim, in its order: a whole ensemble shows it, or
// where only the order of packets matters, one replica that is spoken to directly (tst_paper_replica).
// Not here: multi, ACLs, persistent watches, digests and reconfiguration (15b, 17, 25 to 28), which this engine has not.
#include "engine/server/payloads.h"
#include "tests/engine/zab/paper_play.h"

using namespace zab;
using namespace zab::paper;

class TestPaper : public QObject {
    Q_OBJECT

private slots:
    void p01TheLeadersAckCountsOnlyAfterItsOwnFsync() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 1);
        p.run(msec(100));
        p.command(SetFsync{ServerId{1}, sec(9), {}});
        p.command(SetFsync{ServerId{2}, sec(9), {}});
        p.command(SetFsync{ServerId{3}, msec(300), {}});
        const EventId since = p.now();
        p.call(1, create("/a"));
        p.run(msec(200));
        QCOMPARE(p.find(since, EventKind::AckCounted, 3), kNoEvent);
        p.run(msec(300));
        const EventId own = p.find(since, EventKind::AckCounted, 3);
        QVERIFY(own > p.find(since, EventKind::FsyncDone, 3) && p.find(since, EventKind::FsyncDone, 3) > since);
        QCOMPARE(p.at(own).peer.value, 3);
        QCOMPARE(p.at(own).args[1], std::int64_t{1});
        QCOMPARE(p.find(since, EventKind::Committed, 3), kNoEvent);
    }
    void p01TwoFollowersMayCommitWithoutTheLeadersAck() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 1);
        p.run(msec(100));
        p.command(SetFsync{ServerId{3}, sec(9), {}});
        const EventId since = p.now();
        p.call(1, create("/a"));
        p.run(msec(200));
        QVERIFY(p.find(since, EventKind::Committed, 3) != kNoEvent);
        QCOMPARE(p.find(since, EventKind::FsyncDone, 3), kNoEvent);
        QVERIFY(p.replica(3).disk().log.lastSynced() < p.replica(3).lastCommitted());
        QVERIFY(p.tree(3).find("/a") && p.sound());
    }
    void p02TheElectedLeadersUncommittedTailIsCommitted() {
        Play p(3,
               {{1, disk(1, 1, {zx(1, 1), zx(1, 2)})},
                {2, disk(1, 1, {zx(1, 1), zx(1, 2)})},
                {3, disk(1, 1, {zx(1, 1), zx(1, 2), zx(1, 3)})}});
        p.start({1, 2, 3});
        p.run(sec(1));
        QCOMPARE(p.lab.view().leader.value, 3);
        for (int s = 1; s <= 3; ++s) QVERIFY(p.tree(s).find("/t-1-3"));
        QVERIFY(p.sound());
    }
    void p02AnUncommittedTailElsewhereIsTruncated() {
        Play p(3,
               {{1, disk(1, 1, {zx(1, 1), zx(1, 2)})},
                {2, disk(1, 1, {zx(1, 1), zx(1, 2)})},
                {3, disk(1, 1, {zx(1, 1), zx(1, 2), zx(1, 3)})}});
        p.start({1, 2});
        p.run(sec(1));
        p.start({3});
        p.run(sec(1));
        QCOMPARE(mode(p.plan(0, 3)), SyncMode::Trunc);
        QCOMPARE(p.replica(3).disk().log.last().value, zx(1, 2).value);
        QVERIFY(!p.tree(3).find("/t-1-3") && p.replica(3).serving() && p.sound());
    }
    void p03TheVoteCarriesTheAppliedZxidNotTheLoggedOne() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(sec(1));
        const EventId since = p.now();
        p.command(ForceTimeout{ServerId{3}});
        const EventId round = p.ruled(since, RuleId::RoundBegins, 3);
        QVERIFY(round != kNoEvent);
        QCOMPARE(p.at(round).args[2], zx(1, 0).value);   // no transaction has this number, and the log is empty
        QCOMPARE(p.replica(3).disk().log.last().value, std::int64_t{0});
    }
    void p04PersistThenCurrentEpochThenAckThenUpToDateThenAcks() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 2);
        p.run(msec(100));
        p.command(CrashServer{ServerId{1}});
        p.call(1, create("/a"));
        p.run(msec(300));
        const Zxid z = p.replica(3).lastCommitted();
        const EventId since = p.now();
        p.start({1});
        p.run(sec(1));
        const EventId logged = p.find(since, EventKind::LogAppended, 1);
        const EventId synced = p.find(logged, EventKind::FsyncDone, 1);
        const EventId epoch = p.find(since, EventKind::CurrentEpochWritten, 1);
        const EventId ack = p.sent(since, MessageType::Ack, 1, 3, zx(1, 0));
        const EventId upToDate = p.find(since, [](const Event& e) {
            return e.kind == EventKind::PacketDelivered && e.message == MessageType::UpToDate && e.actor.value == 1;
        });
        const EventId second = p.sent(ack + 1, MessageType::Ack, 1, 3, zx(1, 0));
        const EventId proposal = p.sent(since, MessageType::Ack, 1, 3, z);
        const std::vector<EventId> order{since, logged, synced, epoch, ack, upToDate, second, proposal};
        QVERIFY(std::is_sorted(order.begin(), order.end(), std::less_equal<>()));
    }
    void p05AckEpochMinusOneIsNotCountedButItsZxidIsUsed() {
        Play p(3, {{1, disk(2, 1, {zx(1, 1)})}, {2, disk(1, 1, {zx(1, 1), zx(1, 2)})}, {3, disk(1, 1, {zx(1, 1), zx(1, 2)})}});
        p.command(SetLink{ServerId{1}, ServerId{3}, msec(60), {}, 0, 0});
        p.start({1, 2, 3});
        while (p.find(0, EventKind::EpochDecided, 3) == kNoEvent && p.lab.stepInput(sec(5))) {}
        p.command(CutLink{ServerId{2}, ServerId{3}, true});   // the counted answer does not arrive
        p.run(sec(2));
        QVERIFY(p.ruled(0, RuleId::EpochAlreadyAccepted, 1) != kNoEvent);
        QVERIFY(p.ruled(0, RuleId::AckEpochNotCounted, 3) != kNoEvent);
        QCOMPARE(p.replica(3).phase(), Phase::Discovery);
        p.command(HealAll{});
        p.run(sec(2));
        QCOMPARE(p.plan(0, 1).args[2], zx(1, 1).value);
        for (int s = 1; s <= 3; ++s) QVERIFY(p.replica(s).serving());
    }
    void p06NewLeaderStandsBehindTheForwardedProposals() {
        for (const bool snap : {false, true}) {
            Scenario s = Play::scenario(3, {}, 0);
            s.ensemble.forceSnapshotSync = snap;
            Play p(s);
            p.start({1, 2, 3});
            p.run(msec(700));
            p.connect(1, 3);
            p.run(msec(100));
            p.command(CrashServer{ServerId{1}});
            p.command(SetFsync{ServerId{2}, sec(9), {}});
            p.call(1, create("/open"));
            p.run(msec(100));
            const Zxid open = p.replica(3).disk().log.last();
            QVERIFY(open > p.replica(3).lastCommitted());
            const EventId since = p.now();
            p.start({1});
            p.run(msec(500));
            const EventId first = p.find(since, [](const Event& e) {
                return e.kind == EventKind::PacketSent && e.actor.value == 3 && e.peer.value == 1 &&
                       (e.message == MessageType::Diff || e.message == MessageType::Snap);
            });
            const EventId forwarded = p.sent(since, MessageType::Proposal, 3, 1, open);
            const EventId newLeader = p.sent(since, MessageType::NewLeader, 3, 1);
            QVERIFY(since < first && first < forwarded && forwarded < newLeader);
            QVERIFY(p.sent(since, MessageType::Commit, 3, 1, open) > newLeader ||
                    p.sent(since, MessageType::Commit, 3, 1, open) == kNoEvent);
        }
    }
    void p07AStartOfEpochForbidsTrunc() {
        const DiskImage d = disk(1, 1, {zx(1, 1)});
        Play p(3, {{1, d}, {2, d}, {3, d}});
        p.start({1, 2, 3});
        p.run(sec(1));
        QCOMPARE(p.replica(3).lastProcessed().value, zx(2, 0).value);   // as if above everything that others have
        p.command(Partition{{{ServerId{3}}, {ServerId{1}, ServerId{2}}}});
        p.run(sec(40));
        const EventId since = p.now();
        p.command(HealAll{});
        p.run(sec(70));
        const Event& plan = p.plan(since, 3);
        QCOMPARE(plan.args[2], zx(2, 0).value);
        QVERIFY(Zxid{plan.args[2]} > Zxid{plan.args[4]});   // above the newest committed, and yet:
        QCOMPARE(mode(plan), SyncMode::Snap);
        QVERIFY(p.replica(3).serving() && p.sound());
    }
    void p08TruncDoesNotCrossEpochs() {
        const DiskImage newer = disk(2, 2, {zx(1, 1), zx(2, 1)});
        Play p(3, {{1, disk(1, 1, {zx(1, 1), zx(1, 2), zx(1, 3)})}, {2, newer}, {3, newer}});
        p.start({2, 3});
        p.run(sec(1));
        p.start({1});
        p.run(sec(1));
        QVERIFY(p.ruled(0, RuleId::SyncCannotTruncAcrossEpochs, 3) != kNoEvent);
        QCOMPARE(mode(p.plan(0, 1)), SyncMode::Snap);
        QVERIFY(!p.tree(1).find("/t-1-3") && p.tree(1).digest() == p.tree(3).digest() && p.sound());
    }
    void p08TruncDoesNotUndoASnapshot() {
        DiskImage ahead = disk(1, 1, {zx(1, 1), zx(1, 2), zx(1, 3)});
        ahead.snapshots.push_back({zx(1, 3), {zx(1, 1), zx(1, 2), zx(1, 3)}});
        const DiskImage d = disk(1, 1, {zx(1, 1), zx(1, 2)});
        Play p(3, {{1, ahead}, {2, d}, {3, d}});
        p.start({2, 3});
        p.run(sec(1));
        p.start({1});
        p.run(sec(1));
        QCOMPARE(mode(p.plan(0, 1)), SyncMode::Trunc);
        QCOMPARE(p.replica(1).disk().log.last().value, zx(1, 2).value);   // the log is cut ...
        QVERIFY(p.tree(1).find("/t-1-3") && !p.tree(3).find("/t-1-3"));   // ... and the snapshot brings it back
        QVERIFY(!p.sound());                                             // which does not pass unnoticed
    }
    void p09DiffDoesNotMoveTheLastZxid() {
        const DiskImage d = disk(1, 1, {zx(1, 1)});
        Play p(3, {{1, d}, {2, d}, {3, d}});
        p.start({1, 2, 3});
        p.run(sec(1));
        QCOMPARE(mode(p.plan(0, 1)), SyncMode::Diff);
        QCOMPARE(p.replica(3).lastProcessed().value, zx(2, 0).value);
        QCOMPARE(p.replica(1).lastProcessed().value, zx(1, 1).value);
        QVERIFY(p.replica(1).serving());
    }
    void p11TwoAcksOfCounterZeroPerJoin() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(sec(1));
        for (int s = 1; s <= 2; ++s) {
            const EventId first = p.sent(0, MessageType::Ack, s, 3, zx(1, 0));
            const EventId second = p.sent(first + 1, MessageType::Ack, s, 3, zx(1, 0));
            QVERIFY(first != kNoEvent && second != kNoEvent);
            QCOMPARE(p.sent(second + 1, MessageType::Ack, s, 3, zx(1, 0)), kNoEvent);
            QVERIFY(first > p.find(0, EventKind::NewLeaderAccepted, s));
        }
        QVERIFY(p.ruled(0, RuleId::AckOfNewLeaderIgnored, 3) != kNoEvent);   // the second says nothing new
    }
    void p13TheQueueTowardsAPeerHoldsOneVote() {
        Play p(3);
        p.command(CutLink{ServerId{1}, {}, false});
        p.start({1, 2});
        p.run(sec(5));   // several rounds of sending again
        int votes = 0;
        for (const PendingInput& in : p.lab.world().line(ServerId{1}, ServerId{2}).held) votes += in.connection == 0;
        QCOMPARE(votes, 1);
        QVERIFY(p.ruled(0, RuleId::NotificationOverwritten, 1) != kNoEvent);
    }
    void p15AFailedRequestConsumesAZxidAndIsReplicated() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 1);
        p.run(msec(100));
        p.call(1, create("/a"));
        p.run(msec(100));
        const Zxid before = p.replica(3).lastCommitted();
        p.call(1, create("/a"));
        p.run(msec(100));
        QVERIFY(p.client(1).lastReply().error == ErrorCode::NodeExists);
        for (int s = 1; s <= 3; ++s) {
            QCOMPARE(p.replica(s).lastProcessed().value, before.next().value);
            QCOMPARE(p.replica(s).disk().log.last().value, before.next().value);
        }
    }
    void p16DeletingDoesNotTurnTheSequenceBack() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 3);
        p.run(msec(100));
        p.call(1, create("/q"));
        p.call(1, create("/q/n-", CreateMode::PersistentSequential));
        p.run(msec(100));
        QCOMPARE(p.client(1).lastReply().path, std::string("/q/n-0000000000"));
        p.call(1, ask(OpCode::Delete, "/q/n-0000000000"));
        p.call(1, create("/q/n-", CreateMode::PersistentSequential));
        p.run(msec(100));
        QCOMPARE(p.client(1).lastReply().path, std::string("/q/n-0000000001"));
        p.call(1, ask(OpCode::Exists, "/q"));
        p.run(msec(100));
        QCOMPARE(p.client(1).lastReply().stat.cversion, 3);   // what a client sees counts the deletion as well
    }
    void p18AWatchIsToldBeforeAnyReplyThatShowsTheChange() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 1);
        p.run(msec(100));
        p.call(1, create("/w"));
        p.call(1, ask(OpCode::GetData, "/w", true));
        p.run(msec(100));
        const Zxid seen = p.client(1).lastZxid();
        const EventId since = p.now();
        p.call(1, ask(OpCode::SetData, "/w"));
        while (p.find(since, EventKind::ClientWatchEvent, -1) == kNoEvent && p.lab.stepInput(sec(9))) {}
        QCOMPARE(p.client(1).lastZxid().value, seen.value);   // told, but no newer zxid remembered
        p.run(msec(100));
        QVERIFY(p.client(1).lastZxid() > seen);
        const EventId watch = p.sent(since, MessageType::ClientWatchEvent, 1, -1);
        const EventId reply = p.sent(since, MessageType::ClientReply, 1, -1);
        QVERIFY(since < watch && watch < reply);
    }
    void p19AReadWaitsOnlyBehindWritesOfItsOwnSession() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 1);
        p.connect(2, 1);
        p.run(msec(100));
        p.command(SetFsync{{}, msec(500), {}});
        const EventId since = p.now();
        p.call(1, create("/slow"));
        p.call(1, ask(OpCode::Exists, "/"));
        p.call(2, ask(OpCode::Exists, "/"));
        p.run(msec(100));
        QVERIFY(p.find(since, EventKind::ClientReply, -2) != kNoEvent);
        QCOMPARE(p.find(since, EventKind::ClientReply, -1), kNoEvent);
        QVERIFY(p.ruled(since, RuleId::ReadWaitsForOwnWrite, 1) != kNoEvent);
        p.run(sec(1));
        QCOMPARE(p.client(1).outstanding(), 0);
        QVERIFY(p.client(1).lastReply().error == ErrorCode::Ok);
    }
    void p20SyncIsNoConsensus() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 3);
        p.run(msec(100));
        p.command(Partition{{{ServerId{3}}, {ServerId{1}, ServerId{2}}}});
        const EventId since = p.now();
        p.call(1, ask(OpCode::Sync, "/"));
        p.run(msec(100));
        QVERIFY(p.find(since, EventKind::ClientReply, -1) != kNoEvent);   // a leader without followers answers it
        QVERIFY(p.client(1).lastReply().error == ErrorCode::Ok);
        QCOMPARE(p.find(since, EventKind::Committed, 3), kNoEvent);
    }
    void p20SyncFlushesWhatIsOnItsWay() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 1);
        p.connect(2, 3);
        p.run(msec(100));
        p.command(SetLink{ServerId{1}, ServerId{3}, msec(150), {}, 0, 0});
        p.call(2, create("/new"));
        p.run(msec(60));
        QVERIFY(p.tree(3).find("/new") && !p.tree(1).find("/new"));
        p.call(1, ask(OpCode::Sync, "/new"));
        p.call(1, ask(OpCode::Exists, "/new"));
        p.run(sec(1));
        QVERIFY(p.client(1).lastReply().error == ErrorCode::Ok);
    }
    void p21AClientAheadIsDroppedWithoutAReply() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 3);
        p.run(msec(100));
        p.command(CutLink{ServerId{3}, ServerId{1}, true});
        p.call(1, create("/a"));
        p.run(msec(100));
        QVERIFY(p.client(1).lastZxid() > p.replica(1).lastProcessed());
        const EventId since = p.now();
        p.connect(1, 1);
        p.run(msec(50));
        QVERIFY(p.ruled(since, RuleId::ClientAheadRefused, 1) != kNoEvent);
        QVERIFY(p.find(since, EventKind::ClientRefused, -1) != kNoEvent);
        QCOMPARE(p.sent(since, MessageType::ClientConnected, 1, -1), kNoEvent);
    }
    void p22ANewLeaderRestartsEverySessionTimer() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.command(ConnectClient{ClientId{1}, ServerId{1}, sec(5)});
        p.run(msec(200));
        p.command(CrashClient{ClientId{1}});
        const SimTime died = p.lab.world().now();
        p.run(sec(4));
        p.command(CrashServer{ServerId{3}});
        const EventId since = p.now();
        p.run(sec(30));
        const EventId established = p.find(since, EventKind::LeaderEstablished, 2);
        const EventId expired = p.find(since, EventKind::SessionExpired, 2);
        QVERIFY(established != kNoEvent && expired != kNoEvent);
        QVERIFY(p.at(expired).time >= p.at(established).time + sec(5));
        QVERIFY(p.at(expired).time > died + sec(5) + p.lab.scenario().ensemble.tickTime);
    }
    void p23CloseSessionCarriesItsPaths() {
        Play p(3);
        p.start({1, 2, 3});
        p.run(msec(700));
        p.connect(1, 1);
        p.run(msec(100));
        p.call(1, create("/e1", CreateMode::Ephemeral));
        p.call(1, create("/e2", CreateMode::Ephemeral));
        p.run(msec(100));
        p.command(CloseClient{ClientId{1}});
        p.run(msec(100));
        const LogFile& file = p.replica(2).disk().log.files().back();
        const TxnBody& body = static_cast<const TreePayload&>(*file.records.back()->payload).body;
        QVERIFY(body.type == OpCode::CloseSession);
        QCOMPARE(body.paths, (std::vector<std::string>{"/e1", "/e2"}));
        DataTree later = p.tree(2);   // a fuzzy snapshot may hold the effect already: once more changes nothing
        const std::uint64_t digest = later.digest();
        later.apply(file.records.back()->zxid, file.records.back()->session, file.records.back()->timeMs, body);
        QCOMPARE(later.digest(), digest);
    }
    void p24ObserversNeverAcknowledgeAndAreInformed() {
        Play p(4, {}, 1);
        p.start({1, 2, 3, 4});
        p.run(sec(1));
        p.connect(1, 4);
        p.run(msec(100));
        p.call(1, create("/a"));
        p.run(msec(200));
        const Zxid z = p.replica(4).lastCommitted();
        QVERIFY(p.sent(0, MessageType::Inform, 4, 1, z) != kNoEvent);
        QCOMPARE(p.sent(0, MessageType::Proposal, 4, 1, z), kNoEvent);
        QCOMPARE(p.sent(0, MessageType::Ack, 1, 4, z), kNoEvent);
        QCOMPARE(p.find(0, [](const Event& e) { return e.kind == EventKind::AckCounted && e.peer.value == 1; }), kNoEvent);
        QVERIFY(p.tree(1).find("/a"));
        p.command(CrashServer{ServerId{1}});   // during synchronization it is another matter
        p.call(1, create("/b"));
        p.run(msec(200));
        const EventId since = p.now();
        p.start({1});
        p.run(sec(1));
        const Zxid missed = p.replica(4).lastCommitted();
        QVERIFY(p.sent(since, MessageType::Proposal, 4, 1, missed) != kNoEvent);
        QVERIFY(p.sent(since, MessageType::Commit, 4, 1, missed) != kNoEvent);
        QVERIFY(p.tree(1).find("/b") && p.sound());
    }
    void p29TheCommittedLogMayHoldWhatNobodyCommitted() {
        const DiskImage d = disk(1, 1, {zx(1, 1)});
        Play p(3, {{1, d}, {2, d}, {3, disk(1, 1, {zx(1, 1), zx(1, 2)})}});   // 1.2 was logged by S3 alone
        p.start({3});
        p.run(msec(100));
        QCOMPARE(p.replica(3).committedLog().back()->zxid.value, zx(1, 2).value);
        QCOMPARE(p.find(0, EventKind::Committed, 3), kNoEvent);
    }
};

QTEST_APPLESS_MAIN(TestPaper)
#include "tst_paper.moc"
