// SPDX-License-Identifier: GPL-3.0-or-later
// What releases of ZooKeeper did otherwise (chapter 12): each defect at the decision where they had it.
#include "engine/zab/replica_step.h"

#include <utility>

namespace zab {
namespace {

/// A thread of the server that another one does not wait for, as the name of a snapshot that no transaction has; its step ends a snapshot's time later.
Zxid nameOfThread(ConnectionId connection) { return Zxid{-static_cast<std::int64_t>(connection)}; }

}  // namespace

// Learner.syncWithLeader at NEWLEADER, where the order of four steps was wrong for years (§12): write what came with the DIFF,
// write currentEpoch, acknowledge NEWLEADER, acknowledge what came. True: NEWLEADER is acknowledged, and nothing is on disk yet.
bool Replica::acknowledgedUnwritten(Step& s, Learning& l) {
    const Variants& v = s.config.variants;
    const std::array<std::int64_t, 6> operands{static_cast<std::int64_t>(l.notCommitted.size()), l.newLeader.epoch()};
    if (v.has(Defect::Zk3911)) {   // written after UPTODATE
        s.out.decided(RuleId::NewLeaderAckedUnlogged, operands, l.leader);
        writeCurrentEpoch(s, l.newLeader.epoch());
    } else if (v.has(Defect::Zk4646) || v.has(Defect::Zk4785)) {   // the cure of 3911: handed to SyncRequestProcessor, which is another thread
        s.out.decided(RuleId::NewLeaderAckedUnwritten, operands, l.leader);
        writeCurrentEpoch(s, l.newLeader.epoch());
        for (TxnRef& txn : l.notCommitted) {
            l.pending.push_back(txn);
            logTxn(s, std::move(txn));
        }
        l.notCommitted.clear();
    } else {
        return false;
    }
    acknowledgeNewLeader(s, l);
    return true;
}

void Replica::writeEpochFirst(Step& s, const Learning& l) {
    s.out.decided(RuleId::NewLeaderEpochFirst, {static_cast<std::int64_t>(l.notCommitted.size()), l.newLeader.epoch()}, l.leader);
    writeCurrentEpoch(s, l.newLeader.epoch());
}

// The thread that writes the log was faster than the one that acknowledges NEWLEADER.
void Replica::acknowledgeTxnsFirst(Step& s, Learning& l) {
    for (const TxnRef& txn : l.persisted) {
        s.out.decided(RuleId::AckBeforeNewLeaderAck, {txn->zxid.value, l.newLeader.value}, l.leader);
        s.out.send(l.leader, l.connection, Ack{txn->zxid});
    }
    l.persisted.clear();
}

// Learner.syncWithLeader set lastProcessedZxid from the header of every synchronization, of DIFF as well.
void Replica::believeDiff(Step& s, ServerId leader, Zxid announced) {
    if (announced == m_lastProcessed) return;
    s.out.decided(RuleId::SyncDiffBelieved, {announced.value, m_lastProcessed.value}, leader);
    m_lastProcessed = announced;
}

// ZooKeeperServer.shutdown since ZOOKEEPER-2678 kept the tree as it was, and the log beside it.
bool Replica::forgetsLog(Step& s) {
    if (!s.config.variants.has(Defect::Zk2845)) return false;
    if (m_disk.log.last() > m_lastProcessed) s.out.decided(RuleId::RoleEndForgetsLog, {m_disk.log.last().value, m_lastProcessed.value});
    return true;
}

// CommitProcessor is another thread: the server serves before that has come to what was committed during the synchronization. It comes
// when it is scheduled, whatever the disk does, at the latest with the next COMMIT, which has to stand behind.
void Replica::serveOldTree(Step& s, const Learning& l) {
    s.out.decided(RuleId::UpToDateServesOldTree, {static_cast<std::int64_t>(l.committed.size()), m_lastProcessed.value}, l.leader);
    s.out.snapshot(nameOfThread(l.connection));
}

void Replica::commitLate(Step& s) {
    for (;;) {
        auto* l = std::get_if<Learning>(&m_role);
        if (!l || l->committed.empty()) return;
        const Zxid zxid = l->committed.front();
        l->committed.pop_front();
        commitNext(s, *l, zxid);
    }
}

// PrepRequestProcessor took the next number, whatever it was: behind the last number of an epoch comes (epoch + 1, 0).
bool Replica::runsOver(Step& s, Zxid zxid) {
    if (!s.config.variants.has(Defect::Zk1277)) return false;
    const Zxid last = std::get<Leading>(m_role).lastProposed;
    if (zxid.counter() == 0) s.out.decided(RuleId::CounterRunsOver, {last.value, zxid.value});
    return true;
}

// Leader.processAck: a zxid with counter 0 was NEWLEADER for it, and that is never committed. The transaction is done with, and
// nobody is told.
void Replica::takenForNewLeader(Step& s, ServerId from) {
    auto& l = std::get<Leading>(m_role);
    l.lastCommitted = l.outstanding.front().txn->zxid;
    l.outstanding.pop_front();
    s.out.decided(RuleId::CommitTakenForNewLeader, {l.lastCommitted.value}, from);
}

// LearnerHandler.run before 3.5.5: the packets are queued, then NEWLEADER, and only then the tree is read that they belong to. The
// two steps of the handler's thread are two snapshots' time here.
void Replica::snapshotLate(Step& s, Learner& learner) {
    learner.late.emplace();
    s.out.snapshot(nameOfThread(learner.connection));
}

bool Replica::otherThreadCame(Step& s, Zxid name) {
    if (name.value >= 0) return false;
    if (const auto* l = std::get_if<Learning>(&m_role); l && nameOfThread(l->connection) == name) commitLate(s);
    if (auto* l = std::get_if<Leading>(&m_role))
        for (Learner& learner : l->learners)
            if (nameOfThread(learner.connection) == name && learner.late) snapshotReadLate(s, learner, name);
    return true;
}

void Replica::snapshotReadLate(Step& s, Learner& learner, Zxid name) {
    if (!std::exchange(learner.late->newLeaderQueued, true)) {
        s.out.decided(RuleId::SnapNewLeaderFirst, {m_lastProcessed.value}, learner.id);
        learner.late->behind.push_back(NewLeader{Zxid::make(std::get<Leading>(m_role).epoch, 0)});
        s.out.snapshot(name);
        return;
    }
    s.out.decided(RuleId::SnapReadLate, {m_lastProcessed.value, static_cast<std::int64_t>(learner.late->behind.size())}, learner.id);
    s.out.send(learner.id, learner.connection, Snap{m_lastProcessed, s.app.snapshot(m_contentZxid, m_history)});
    for (Message& m : learner.late->behind) s.out.send(learner.id, learner.connection, std::move(m));
    learner.late.reset();
}

}  // namespace zab
