// SPDX-License-Identifier: GPL-3.0-or-later
// Synchronization: DIFF, TRUNC, SNAP, NEWLEADER, UPTODATE (§3.4 to §3.6).
#include "engine/zab/replica_step.h"

namespace zab {

// --- the leader's side -----------------------------------------------------------------------------------------------

void Replica::synchronize(Step& s, Learner& learner) {
    auto& l = std::get<Leading>(m_role);
    SyncInput in;
    in.peerLast = learner.lastZxid;
    in.lastProcessed = m_lastProcessed;
    in.committedLog = &m_committedLog;
    in.diskLog = &m_disk.log;
    if (const SnapshotFile* file = m_disk.newestValidSnapshot()) in.snapshotBytes = file->content->sizeBytes();
    in.snapshotSizeFactor = s.config.snapshotSizeFactor;
    in.preAllocSize = s.config.preAllocSize;
    in.forceSnapshot = s.config.forceSnapshotSync;
    in.neverCutsInside = s.config.variants.has(Defect::Zk1154);
    SyncPlan plan = planSync(in);
    bendPlan(s, in, plan);
    learner.mode = plan.mode;
    if (plan.via == SyncPlan::Via::DiskLog) {
        const Zxid min = m_committedLog.empty() ? in.lastProcessed : plan.minCommitted;
        s.out.decided(RuleId::SyncFromDiskLog, {in.peerLast.value, min.value}, learner.id);
    }
    s.out.decided(plan.rule, plan.operands, learner.id);
    s.out.note(EventKind::SyncPlanned, {static_cast<std::int64_t>(plan.mode), plan.zxid.value, in.peerLast.value,
                                        plan.minCommitted.value, plan.maxCommitted.value, in.lastProcessed.value}, learner.id);
    const auto send = [&](Message m) { forward(s.out, learner, std::move(m)); };
    if (plan.mode == SyncMode::Diff) send(Diff{plan.zxid});
    if (plan.mode == SyncMode::Trunc) send(Trunc{plan.zxid});
    const bool late = plan.mode == SyncMode::Snap && s.config.variants.has(Defect::Zk3104);
    if (plan.mode == SyncMode::Snap && !late) send(Snap{plan.zxid, s.app.snapshot(m_contentZxid, m_history)});
    if (late) snapshotLate(s, learner);
    for (const TxnRef& txn : plan.committed) {
        send(Proposal{txn});
        send(Commit{txn->zxid});
    }
    if (s.config.curedRecovery && plan.mode != SyncMode::Diff) withdrawAcks(s, learner.id, plan.zxid);
    // Leader.startForwarding: from here on nothing passes the learner by.
    std::int64_t outstanding = 0;
    if (!learner.observer) {
        for (const Outstanding& o : l.outstanding) {
            if (o.txn->zxid <= plan.lastQueued) continue;
            send(Proposal{o.txn});
            ++outstanding;
        }
    }
    s.out.decided(RuleId::SyncForwarding,
                  {plan.lastQueued.value, static_cast<std::int64_t>(plan.committed.size()), outstanding}, learner.id);
    learner.forwarding = s.holds(Seal::ProposeWhileSyncing);
    learner.stage = Learner::Stage::AwaitNewLeaderAck;
    if (!late) send(NewLeader{Zxid::make(l.epoch, 0)});
}

// What is left of the plan without the rules of synchronization.
void Replica::bendPlan(Step& s, const SyncInput& in, SyncPlan& plan) {
    if (!s.holds(Seal::SyncBeforeServe) && plan.rule != RuleId::SyncEqual) {
        plan.mode = SyncMode::Diff;
        plan.zxid = in.peerLast;
        plan.lastQueued = in.lastProcessed;
        plan.committed.clear();
        plan.rule = RuleId::WithoutSyncBeforeServe;
        plan.operands = {in.peerLast.value, in.lastProcessed.value};
    } else if (!s.holds(Seal::TruncateSurplus) && plan.mode == SyncMode::Trunc) {
        plan.mode = SyncMode::Diff;
        plan.rule = RuleId::WithoutTruncateSurplus;
        plan.operands = {in.peerLast.value, plan.zxid.value};
    }
}

// TRUNC or SNAP takes from the learner's disk what it has acknowledged and nobody has committed: it is sent again and must be
// acknowledged again before it counts.
void Replica::withdrawAcks(Step& s, ServerId learner, Zxid kept) {
    std::int64_t withdrawn = 0;
    for (Outstanding& o : std::get<Leading>(m_role).outstanding) {
        if (o.txn->zxid <= kept || !o.acks.has(learner)) continue;
        o.acks.remove(learner);
        ++withdrawn;
    }
    if (withdrawn > 0) s.out.decided(RuleId::CuredAcksWithdrawn, {learner.value, withdrawn, kept.value}, learner);
}

void Replica::newLeaderAcked(Step& s, Learner& learner, Zxid zxid) {
    auto& l = std::get<Leading>(m_role);
    learner.stage = Learner::Stage::AwaitQuorum;
    const Zxid expected = Zxid::make(l.epoch, 0);
    if (!l.established) {
        if (zxid != expected) {
            s.out.decided(RuleId::NewLeaderAckWrongZxid, {learner.id.value, zxid.value, expected.value}, learner.id);
        } else if (s.config.isVoter(learner.id)) {
            l.newLeaderAcks.add(learner.id);
        }
        const std::array<std::int64_t, 6> operands{l.newLeaderAcks.count(), s.needed(l.newLeaderAcks), l.epoch};
        if (!s.quorum(l.newLeaderAcks)) {
            s.out.decided(RuleId::NewLeaderAckCounted, operands, learner.id);
            return;
        }
        s.out.decided(RuleId::NewLeaderAckQuorum, operands, learner.id);
        establish(s);
        return;
    }
    sendUpToDate(s, learner);
}

void Replica::establish(Step& s) {
    auto& l = std::get<Leading>(m_role);
    l.established = true;
    l.lastCommitted = Zxid::make(l.epoch, 0);
    s.out.note(EventKind::LeaderEstablished, {l.epoch, m_contentZxid.value, static_cast<std::int64_t>(m_history)});
    m_lastProcessed = m_lastCommitted = l.lastCommitted;   // no transaction has this number (§1.4)
    m_serving = true;
    m_currentVote.peerEpoch = l.epoch;                     // ZOOKEEPER-1732
    setPhase(s, Phase::Broadcast);
    s.out.timer(TimerKind::JoinLimit, kNever);
    s.out.timer(TimerKind::LeaderTick, s.now + usec(s.config.tickTime.us / 2));
    s.app.startServing(ServerState::Leading);
    for (Learner& learner : l.learners)
        if (learner.stage == Learner::Stage::AwaitQuorum) sendUpToDate(s, learner);
}

void Replica::sendUpToDate(Step& s, Learner& learner) {
    learner.stage = Learner::Stage::Forwarding;
    learner.forwarding = true;
    s.out.send(learner.id, learner.connection, UpToDate{});
}

// --- the learner's side ----------------------------------------------------------------------------------------------

void Replica::onSyncPacket(Step& s, Learning& l, const Message& m) {
    if (l.stage == Learning::Stage::AwaitSync) {
        onSyncMode(s, l, m);
    } else if (const auto* p = std::get_if<Proposal>(&m)) {
        l.notCommitted.push_back(p->txn);
    } else if (const auto* c = std::get_if<Commit>(&m)) {
        onSyncCommit(s, l, c->zxid);
    } else if (const auto* i = std::get_if<Inform>(&m)) {
        if (!l.writeToLog) {
            applyTxn(s, i->txn, false);
        } else {
            l.notCommitted.push_back(i->txn);
            l.committed.push_back(i->txn->zxid);
        }
    } else if (const auto* n = std::get_if<NewLeader>(&m)) {
        onNewLeader(s, l, n->zxid);
    } else if (std::holds_alternative<UpToDate>(m) && l.stage == Learning::Stage::AwaitUpToDate) {
        onUpToDate(s, l);
    } else {
        s.out.ignored(RuleId::UnexpectedPacket, {static_cast<std::int64_t>(m_phase)}, l.leader);
    }
}

void Replica::onSyncMode(Step& s, Learning& l, const Message& m) {
    setPhase(s, Phase::Synchronization);
    l.stage = Learning::Stage::Syncing;
    if (std::holds_alternative<Diff>(m)) {
        if (m_snapAskedIn == acceptedEpoch()) {   // it said that it has nothing, and the leader has nothing either
            m_disk.log.clear();
            m_disk.snapshots.clear();
            if (!loadDatabase(s)) return;
        }
        l.mode = SyncMode::Diff;   // lastProcessedZxid is not touched
        l.writeToLog = true;
        if (s.config.variants.has(Defect::Zk2355)) believeDiff(s, l.leader, std::get<Diff>(m).zxid);
    } else if (const auto* snap = std::get_if<Snap>(&m)) {
        l.mode = SyncMode::Snap;
        l.snapshotNeeded = true;
        s.app.restore(snap->content);
        m_committedLog.clear();
        m_lastProcessed = snap->zxid;
        m_contentZxid = snap->content->contentZxid();
        m_history = snap->content->history();
        s.out.note(EventKind::SnapshotLoaded, {snap->zxid.value, static_cast<std::int64_t>(m_history), m_contentZxid.value}, l.leader);
    } else if (const auto* trunc = std::get_if<Trunc>(&m)) {
        l.mode = SyncMode::Trunc;
        l.snapshotNeeded = true;
        if (!truncateDisk(s, l, trunc->zxid) || !loadDatabase(s)) return;
        m_lastProcessed = trunc->zxid;
    } else {
        s.out.ignored(RuleId::UnexpectedPacket, {static_cast<std::int64_t>(m_phase)}, l.leader);
        l.stage = Learning::Stage::AwaitSync;
    }
}

bool Replica::truncateDisk(Step& s, Learning& l, Zxid zxid) {
    if (s.config.curedRecovery) {
        const std::optional<int> snapshots = m_disk.undoAfter(zxid);
        if (!snapshots) {
            s.out.decided(RuleId::CuredTruncAsksForSnap, {zxid.value}, l.leader);
            m_snapAskedIn = acceptedEpoch();
            backToLooking(s);
            return false;
        }
        if (*snapshots > 0) s.out.decided(RuleId::CuredTruncUndoesSnapshots, {zxid.value, *snapshots}, l.leader);
    } else if (!m_disk.log.truncate(zxid)) {
        s.out.exit(false, RuleId::TruncFailed, {zxid.value});
        return false;
    }
    s.out.note(EventKind::LogTruncated, {zxid.value}, l.leader);
    return true;
}

void Replica::onSyncCommit(Step& s, Learning& l, Zxid zxid) {
    if (l.writeToLog) {
        // After NEWLEADER the list may be empty: 3.8.6 fails here (ZOOKEEPER-4394), 3.9.3 does not.
        if (l.notCommitted.empty() && s.config.variants.has(Defect::Zk4394)) {
            s.out.decided(RuleId::SyncCommitWithoutProposal, {zxid.value}, l.leader);
            backToLooking(s);
            return;
        }
        l.committed.push_back(zxid);
    } else if (!l.notCommitted.empty() && l.notCommitted.front()->zxid == zxid) {
        const TxnRef txn = l.notCommitted.front();
        l.notCommitted.pop_front();
        applyTxn(s, txn, false);   // into the tree and the coming snapshot, never into the log (§15 no. 7)
    } else {
        s.out.decided(RuleId::FollowerCommitNothingPending, {zxid.value}, l.leader);
    }
}

void Replica::onNewLeader(Step& s, Learning& l, Zxid zxid) {
    l.newLeader = zxid;
    if (l.snapshotNeeded) takeSnapshot(s);
    // SNAP, and DIFF behind TRUNC, pass the log by: what it holds is dead or has a hole behind it.
    if (s.config.curedRecovery && l.snapshotNeeded && (l.mode == SyncMode::Snap || m_contentZxid > m_disk.log.last())) {
        s.out.decided(RuleId::CuredLogBeginsAnew, {m_lastProcessed.value}, l.leader);
        m_disk.beginAnewBehind(m_lastProcessed);
    }
    l.writeToLog = true;
    l.mode = SyncMode::None;
    s.out.timer(TimerKind::ReadTimeout, s.now + s.config.syncTimeout());
    if (!m_observer && !l.notCommitted.empty()) {
        if (acknowledgedUnwritten(s, l)) return;
        // Persist, then currentEpoch, then the ACK of NEWLEADER: the order that ZOOKEEPER-4643 and its family lacked.
        if (s.config.variants.has(Defect::Zk4643)) writeEpochFirst(s, l);
        for (const TxnRef& txn : l.notCommitted) {
            l.pending.push_back(txn);
            m_disk.log.append(txn);
            s.out.note(EventKind::LogAppended, {txn->zxid.value, static_cast<std::int64_t>(txn->digest), 0, 0});
        }
        l.persisted = std::move(l.notCommitted);
        l.notCommitted.clear();
        l.stage = Learning::Stage::Persisting;
        m_fsyncing = true;
        s.out.fsync(l.persisted.size(), l.persisted.back()->zxid);
        return;
    }
    newLeaderPersisted(s, l);
}

void Replica::newLeaderPersisted(Step& s, Learning& l) {
    const auto written = static_cast<std::int64_t>(l.persisted.size());
    if (s.config.variants.has(Defect::Zk4685)) acknowledgeTxnsFirst(s, l);
    const bool epochIsThere = s.config.variants.has(Defect::Zk4643) && written > 0;
    s.out.decided(epochIsThere ? RuleId::NewLeaderPersistedBehindEpoch : RuleId::NewLeaderPersisted, {written, l.newLeader.epoch()}, l.leader);
    if (!epochIsThere) writeCurrentEpoch(s, l.newLeader.epoch());
    acknowledgeNewLeader(s, l);
}

void Replica::acknowledgeNewLeader(Step& s, Learning& l) {
    s.out.note(EventKind::NewLeaderAccepted, {l.newLeader.epoch(), m_contentZxid.value, static_cast<std::int64_t>(m_history), l.leader.value}, l.leader);
    l.stage = Learning::Stage::AwaitUpToDate;
    l.lastHeard = s.now;
    s.out.timer(TimerKind::ReadTimeout, s.now + s.config.syncTimeout());
    s.out.send(l.leader, l.connection, Ack{l.newLeader});
    const ConnectionId connection = l.connection;
    std::deque<Message> inbox = std::move(l.inbox);
    l.inbox.clear();
    while (!inbox.empty()) {   // what arrived while the disk was written
        auto* now = std::get_if<Learning>(&m_role);
        if (!now || now->connection != connection) return;
        const Message m = std::move(inbox.front());
        inbox.pop_front();
        if (now->stage == Learning::Stage::Serving) onBroadcastPacket(s, *now, m);
        else onSyncPacket(s, *now, m);
    }
}

void Replica::onUpToDate(Step& s, Learning& l) {
    s.out.decided(RuleId::UpToDateServes, {static_cast<std::int64_t>(l.persisted.size())}, l.leader);
    s.out.send(l.leader, l.connection, Ack{l.newLeader});
    l.stage = Learning::Stage::Serving;
    m_serving = true;
    m_lastCommitted = std::max(m_lastCommitted, m_contentZxid);   // what the tree holds now came as committed
    m_currentVote.peerEpoch = l.newLeader.epoch();
    setPhase(s, Phase::Broadcast);
    s.out.note(EventKind::ServerServing, {l.newLeader.epoch(), m_contentZxid.value, static_cast<std::int64_t>(m_history), l.leader.value}, l.leader);
    s.app.startServing(m_observer ? ServerState::Observing : ServerState::Following);
    if (m_observer) {
        for (const TxnRef& txn : l.notCommitted) {
            if (l.committed.empty() || l.committed.front() != txn->zxid) continue;
            l.committed.pop_front();
            logTxn(s, txn);
            m_lastCommitted = txn->zxid;
            applyTxn(s, txn, true);
            rememberCommitted(s.config, txn);
        }
        l.notCommitted.clear();
        l.committed.clear();
        return;
    }
    for (const TxnRef& txn : l.persisted) acknowledge(s, txn->zxid, RuleId::AckAfterFsync);
    if (!s.holds(Seal::ApplyOnCommit) && !l.persisted.empty()) applyLogged(s, l, l.persisted.back()->zxid);
    l.persisted.clear();
    std::deque<TxnRef> later = std::move(l.notCommitted);
    l.notCommitted.clear();
    for (TxnRef& txn : later) {
        l.pending.push_back(txn);
        logTxn(s, std::move(txn));
    }
    if (s.config.variants.has(Defect::Zk3023) && !l.committed.empty()) {
        serveOldTree(s, l);
        return;
    }
    const std::deque<Zxid> committed = std::move(l.committed);
    l.committed.clear();
    for (const Zxid z : committed) {
        auto* now = std::get_if<Learning>(&m_role);
        if (!now) return;
        commitNext(s, *now, z);
    }
}

}  // namespace zab
