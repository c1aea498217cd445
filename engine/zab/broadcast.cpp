// SPDX-License-Identifier: GPL-3.0-or-later
// Broadcast: propose, log, acknowledge, commit; pings and the quorum check (§3.7, §3.8).
#include "engine/zab/replica_step.h"

#include <utility>

namespace zab {

// --- the leader ------------------------------------------------------------------------------------------------------

Zxid Replica::nextZxid(const EnsembleConfig& config) const {
    const Zxid last = std::get<Leading>(m_role).lastProposed;
    const bool over = config.variants.has(Defect::Zk1277) && last.counter() >= config.counterLimit;
    return over ? Zxid::make(last.epoch() + 1, 0) : last.next();
}

Zxid Replica::propose(const EnsembleConfig& config, StateMachine& app, SimTime now, SessionId session, std::int32_t xid,
                      std::shared_ptr<const Payload> payload, Effects& out) {
    Step s{config, app, now, out};
    ZAB_CHECK(m_serving && std::holds_alternative<Leading>(m_role));
    auto& l = std::get<Leading>(m_role);
    const Zxid zxid = nextZxid(config);
    if (!runsOver(s, zxid) && zxid.counter() >= config.counterLimit) {   // this number is never used (ZOOKEEPER-1277)
        stepDown(s, RuleId::CounterRollover, {l.epoch});
        return {};
    }
    l.lastProposed = zxid;
    auto txn = std::make_shared<Txn>();
    txn->zxid = zxid;
    txn->session = session;
    txn->xid = xid;
    txn->timeMs = now.us / 1000;
    txn->digest = payload->digest();
    txn->payload = std::move(payload);
    s.out.note(EventKind::ProposalMade, {zxid.value, static_cast<std::int64_t>(txn->digest), l.epoch, session.value, xid}, {}, RuleId::ProposeNextZxid);
    l.outstanding.push_back({txn, {}, now});
    for (Learner& learner : l.learners) {
        if (!learner.forwarding && learner.stage >= Learner::Stage::AwaitNewLeaderAck) s.out.decided(RuleId::WithoutProposeWhileSyncing, {zxid.value, learner.id.value}, learner.id);
        if (!learner.forwarding || learner.observer) continue;
        forward(s.out, learner, Proposal{txn});
        if (learner.stage == Learner::Stage::Forwarding)   // SyncLimitCheck begins with UPTODATE
            (learner.tracked.zxid.value == 0 ? learner.tracked : learner.trackedNext) = {zxid, now};
    }
    logTxn(s, std::move(txn));
    return zxid;
}

void Replica::processAck(Step& s, ServerId from, Zxid zxid) {
    auto& l = std::get<Leading>(m_role);
    const bool overrun = zxid.counter() == 0 && s.config.variants.has(Defect::Zk1277) && !l.outstanding.empty() && l.outstanding.front().txn->zxid == zxid;
    if (zxid.counter() == 0 && !overrun) {
        s.out.ignored(RuleId::AckOfNewLeaderIgnored, {zxid.value}, from);
        return;
    }
    if (!s.config.isVoter(from)) {
        s.out.ignored(RuleId::AckFromObserver, {from.value, zxid.value}, from);
        return;
    }
    if (l.outstanding.empty() || zxid <= l.lastCommitted) {
        s.out.ignored(RuleId::AckAlreadyCommitted, {zxid.value, l.lastCommitted.value}, from);
        return;
    }
    // Their numbers are contiguous, except where one was committed out of turn (Seal::CommitInOrder).
    std::int64_t index = std::min(zxid.value - l.outstanding.front().txn->zxid.value, static_cast<std::int64_t>(l.outstanding.size()) - 1);
    while (index > 0 && l.outstanding[static_cast<std::size_t>(index)].txn->zxid > zxid) --index;
    if (index < 0 || l.outstanding[static_cast<std::size_t>(index)].txn->zxid != zxid) {
        s.out.ignored(RuleId::AckUnknown, {zxid.value}, from);
        return;
    }
    Outstanding& o = l.outstanding[static_cast<std::size_t>(index)];
    o.acks.add(from);
    const std::array<std::int64_t, 6> operands{zxid.value, o.acks.count(), s.needed(o.acks)};
    if (!s.quorum(o.acks)) {
        s.out.note(EventKind::AckCounted, operands, from, RuleId::AckBelowQuorum);
        return;
    }
    s.out.note(EventKind::AckCounted, operands, from, RuleId::None);
    if (overrun) {
        takenForNewLeader(s, from);
        return;
    }
    if (index != 0 && s.holds(Seal::CommitInOrder)) {
        s.out.decided(RuleId::AckQuorumWaitsForOlder, {zxid.value, l.outstanding.front().txn->zxid.value}, from);
        return;
    }
    if (index != 0) s.out.decided(RuleId::WithoutCommitInOrder, {zxid.value, l.outstanding.front().txn->zxid.value}, from);
    s.out.note(EventKind::Committed, operands, from, RuleId::AckQuorumCommits);
    commit(s, static_cast<std::size_t>(index));
}

void Replica::commit(Step& s, std::size_t index) {
    auto& l = std::get<Leading>(m_role);
    const auto at = l.outstanding.begin() + static_cast<std::ptrdiff_t>(index);
    const TxnRef txn = std::move(at->txn);
    l.outstanding.erase(at);
    l.lastCommitted = m_lastCommitted = txn->zxid;
    for (Learner& learner : l.learners) {
        if (!learner.forwarding) continue;
        if (learner.observer) forward(s.out, learner, Inform{txn});
        else forward(s.out, learner, Commit{txn->zxid});
    }
    rememberCommitted(s.config, txn);
    applyTxn(s, txn, true);
    while (!l.parkedSyncs.empty() && l.parkedSyncs.front().behind <= l.lastCommitted) {
        Leading::ParkedSync parked = std::move(l.parkedSyncs.front());
        l.parkedSyncs.pop_front();
        sendToLearner(parked.to, std::move(parked.packet), s.out);
    }
}

void Replica::leaderTick(Step& s) {
    auto& l = std::get<Leading>(m_role);
    s.out.timer(TimerKind::LeaderTick, s.now + usec(s.config.tickTime.us / 2));
    const bool wholeTick = l.halfTick;   // the first half of a tick only pings (tickSkip)
    l.halfTick = !l.halfTick;
    if (wholeTick) {
        ++l.tick;
        ServerSet synced;
        synced.add(m_self);
        for (const Learner& learner : l.learners)
            if (s.config.isVoter(learner.id) && l.tick <= learner.deadlineTick) synced.add(learner.id);
        const bool enough = s.quorum(synced);
        if (!enough && !s.holds(Seal::LeaderNeedsQuorum)) {
            s.out.decided(RuleId::WithoutLeaderNeedsQuorum, {synced.count(), s.needed(synced)});
        } else if (!enough) {
            s.out.note(EventKind::QuorumLost, {m_self.value, synced.count(), s.needed(synced)});
            stepDown(s, RuleId::QuorumLostStepsDown, {synced.count(), s.needed(synced)});
            return;
        }
    }
    std::vector<ServerId> gone;
    for (Learner& learner : l.learners) {
        if (learnerTimedOut(s, learner)) gone.push_back(learner.id);
        else if (learner.forwarding && !learner.late) s.out.send(learner.id, learner.connection, Ping{l.lastProposed, nullptr});
    }
    for (const ServerId id : gone) removeLearner(s, id, true);
}

bool Replica::learnerTimedOut(Step& s, const Learner& learner) {
    const SimTime limit = learner.stage == Learner::Stage::Forwarding ? s.config.syncTimeout() : s.config.initTimeout();
    if (s.now - learner.lastHeard > limit) {
        s.out.decided(RuleId::LearnerReadTimeout, {learner.id.value, limit.us}, learner.id);
        return true;
    }
    if (learner.tracked.zxid.value != 0 && s.now - learner.tracked.since > s.config.syncTimeout()) {
        s.out.decided(RuleId::LearnerSyncLimit, {learner.id.value, learner.tracked.zxid.value, s.config.syncTimeout().us}, learner.id);
        return true;
    }
    return false;
}

void Replica::learnerPacket(Step& s, ServerId from, ConnectionId connection, const Message& m) {
    auto& l = std::get<Leading>(m_role);
    if (const auto* info = std::get_if<FollowerInfo>(&m)) {
        onLearnerInfo(s, from, connection, *info);
        return;
    }
    Learner* learner = findLearner(from);
    if (!learner || learner->connection != connection) {
        s.out.ignored(RuleId::StaleConnection, {connection}, from);
        return;
    }
    if (std::holds_alternative<Disconnect>(m)) {
        removeLearner(s, from, false);
        return;
    }
    learner->lastHeard = s.now;
    if (learner->stage == Learner::Stage::Forwarding)   // until then it has the limit of the join
        learner->deadlineTick = l.tick + s.config.syncLimit;
    if (const auto* ack = std::get_if<AckEpoch>(&m)) {
        if (learner->stage == Learner::Stage::AwaitAckEpoch) onAckEpoch(s, *learner, *ack);
        else s.out.ignored(RuleId::UnexpectedPacket, {static_cast<std::int64_t>(m_phase)}, from);
    } else if (const auto* a = std::get_if<Ack>(&m)) {
        if (learner->stage == Learner::Stage::AwaitNewLeaderAck) {
            newLeaderAcked(s, *learner, a->zxid);
            return;
        }
        if (a->zxid == learner->tracked.zxid) learner->tracked = std::exchange(learner->trackedNext, {});
        else if (a->zxid == learner->trackedNext.zxid) learner->trackedNext = {};
        processAck(s, from, a->zxid);
    } else if (const auto* ping = std::get_if<Ping>(&m)) {
        if (ping->sessions) s.app.carried(from, Forwarded{MessageType::Ping, ping->sessions});
    } else if (const auto* carried = std::get_if<Forwarded>(&m)) {
        if (m_serving) s.app.carried(from, *carried);
        else s.out.ignored(RuleId::UnexpectedPacket, {static_cast<std::int64_t>(m_phase)}, from);
    } else {
        s.out.ignored(RuleId::UnexpectedPacket, {static_cast<std::int64_t>(m_phase)}, from);
    }
}

void Replica::answerSync(ServerId to, Forwarded packet, Effects& out) {
    auto& l = std::get<Leading>(m_role);
    if (l.outstanding.empty()) {
        out.decided(RuleId::SyncRequestAnswered, {l.lastCommitted.value}, to);
        sendToLearner(to, std::move(packet), out);
        return;
    }
    out.decided(RuleId::SyncRequestParked, {l.lastProposed.value}, to);
    l.parkedSyncs.push_back({l.lastProposed, to, std::move(packet)});
}

void Replica::sendToLearner(ServerId to, Forwarded packet, Effects& out) {
    if (Learner* learner = findLearner(to)) forward(out, *learner, std::move(packet));
}

// --- the learner -----------------------------------------------------------------------------------------------------

void Replica::sendToLeader(Forwarded packet, Effects& out) {
    const auto& l = std::get<Learning>(m_role);
    out.send(l.leader, l.connection, std::move(packet));
}

void Replica::onBroadcastPacket(Step& s, Learning& l, const Message& m) {
    if (const auto* ping = std::get_if<Ping>(&m)) {
        s.out.send(l.leader, l.connection, Ping{ping->zxid, s.app.touchedSessions()});
    } else if (const auto* p = std::get_if<Proposal>(&m)) {
        if (m_observer) {
            s.out.ignored(RuleId::ObserverIgnores, {p->txn->zxid.value}, l.leader);
            return;
        }
        if (l.lastQueued.value != 0 && p->txn->zxid != l.lastQueued.next() && p->txn->zxid.counter() != 1)
            s.out.decided(RuleId::FollowerGap, {p->txn->zxid.value, l.lastQueued.value}, l.leader);
        l.lastQueued = p->txn->zxid;
        if (!s.config.variants.has(Defect::Zk1277) || p->txn->zxid.counter() != 0) l.pending.push_back(p->txn);
        logTxn(s, p->txn);
    } else if (const auto* c = std::get_if<Commit>(&m)) {
        if (m_observer) s.out.ignored(RuleId::ObserverIgnores, {c->zxid.value}, l.leader);
        else commitNext(s, l, c->zxid);
    } else if (const auto* i = std::get_if<Inform>(&m)) {
        s.out.decided(RuleId::ObserverInformed, {i->txn->zxid.value}, l.leader);
        logTxn(s, i->txn);
        m_lastCommitted = i->txn->zxid;
        rememberCommitted(s.config, i->txn);
        applyTxn(s, i->txn, true);
    } else if (const auto* carried = std::get_if<Forwarded>(&m)) {
        s.app.carried(l.leader, *carried);
    } else {
        s.out.ignored(RuleId::UnexpectedPacket, {static_cast<std::int64_t>(m_phase)}, l.leader);
    }
}

// Without Seal::ApplyOnCommit: what is on disk goes into the tree, whether anybody has committed it or not.
void Replica::applyLogged(Step& s, Learning& l, Zxid upTo) {
    while (!l.pending.empty() && l.pending.front()->zxid <= upTo) {
        const TxnRef txn = std::move(l.pending.front());
        l.pending.pop_front();
        s.out.decided(RuleId::WithoutApplyOnCommit, {txn->zxid.value}, l.leader);
        rememberCommitted(s.config, txn);
        applyTxn(s, txn, true);
    }
}

// FollowerZooKeeperServer.commit.
void Replica::commitNext(Step& s, Learning& l, Zxid zxid) {
    if (!s.holds(Seal::ApplyOnCommit) && zxid <= m_lastProcessed) return;   // applied long ago
    if (l.pending.empty()) {
        s.out.decided(RuleId::FollowerCommitNothingPending, {zxid.value}, l.leader);
        return;
    }
    const TxnRef txn = l.pending.front();
    if (txn->zxid != zxid) {
        s.out.exit(false, RuleId::FollowerCommitMismatch, {zxid.value, txn->zxid.value});
        return;
    }
    l.pending.pop_front();
    m_lastCommitted = zxid;
    s.out.decided(RuleId::FollowerCommits, {zxid.value}, l.leader);
    rememberCommitted(s.config, txn);
    applyTxn(s, txn, true);
}

// --- the disk of both (SyncRequestProcessor) ---------------------------------------------------------------------------

void Replica::logTxn(Step& s, TxnRef txn) {
    m_syncQueue.push_back(txn);
    if (!m_fsyncing) flushLog(s);
    if (!s.holds(Seal::FsyncBeforeAck)) acknowledge(s, txn->zxid, RuleId::WithoutFsyncBeforeAck);
}

// The leader counts its own, a follower sends it; an observer never does.
void Replica::acknowledge(Step& s, Zxid zxid, RuleId why) {
    if (std::holds_alternative<Leading>(m_role)) {
        if (why != RuleId::AckAfterFsync) s.out.decided(why, {zxid.value});
        processAck(s, m_self, zxid);
    } else if (const auto* l = std::get_if<Learning>(&m_role); l && !m_observer && l->connection != 0) {
        s.out.decided(why, {zxid.value}, l->leader);
        s.out.send(l->leader, l->connection, Ack{zxid});
    }
}

// Appends what is queued and starts one fsync for all of it: group commit.
void Replica::flushLog(Step& s) {
    constexpr std::size_t kMaxBatch = 1000;
    if (m_syncQueue.empty()) return;
    while (!m_syncQueue.empty() && m_toFlush.size() < kMaxBatch) {
        TxnRef txn = std::move(m_syncQueue.front());
        m_syncQueue.pop_front();
        s.out.note(EventKind::LogAppended, {txn->zxid.value, static_cast<std::int64_t>(txn->digest), 0, 0});
        m_disk.log.append(txn);
        m_toFlush.push_back(std::move(txn));
        // ZooKeeper draws the second half of snapCount at random; here it is spread by the server's id.
        const int limit = s.config.snapCount / 2 + static_cast<int>((m_self.value * 7919LL) % std::max(1, s.config.snapCount / 2));
        if (++m_loggedSinceSnapshot <= limit) continue;
        m_loggedSinceSnapshot = 0;
        m_disk.log.roll();
        if (!m_snapshotRunning) {
            m_snapshotRunning = true;
            s.out.note(EventKind::SnapshotStarted, {m_lastProcessed.value});
            s.out.snapshot(m_lastProcessed);
        }
    }
    m_fsyncing = true;
    s.out.fsync(m_toFlush.size(), m_toFlush.back()->zxid);
}

void Replica::fsyncDone(const EnsembleConfig& config, StateMachine& app, SimTime now, Effects& out) {
    Step s{config, app, now, out};
    ZAB_CHECK(m_fsyncing);
    m_fsyncing = false;
    m_disk.log.sync();
    if (std::holds_alternative<Ending>(m_role)) {   // written, but nobody is there to be told
        m_toFlush.clear();
        flushLog(s);
        if (!m_fsyncing) roleEnded(s);
        return;
    }
    if (auto* l = std::get_if<Learning>(&m_role); l && l->stage == Learning::Stage::Persisting) {
        newLeaderPersisted(s, *l);
        return;
    }
    std::deque<TxnRef> batch = std::move(m_toFlush);
    m_toFlush.clear();
    // outstandingProposals is a hash map: nothing but the rule says in which order the leader finds what has a quorum.
    if (!s.holds(Seal::CommitInOrder) && std::holds_alternative<Leading>(m_role)) std::reverse(batch.begin(), batch.end());
    for (const TxnRef& txn : batch) {
        s.out.fromInput();
        if (s.holds(Seal::FsyncBeforeAck)) acknowledge(s, txn->zxid, RuleId::AckAfterFsync);
        if (auto* l = std::get_if<Learning>(&m_role); l && !s.holds(Seal::ApplyOnCommit)) applyLogged(s, *l, txn->zxid);
    }
    if (!m_fsyncing) flushLog(s);
}

}  // namespace zab
