// SPDX-License-Identifier: GPL-3.0-or-later
// What of a replica, its disk and its packets can matter later. Every member is named: those that are left out stand in a comment.
#include "engine/base/check.h"
#include "engine/zab/replica.h"

namespace zab {
namespace {

void addTxns(StateDigest& d, const auto& txns) {
    d.add(txns.size());
    for (const TxnRef& txn : txns) d.add(*txn);
}

void addLog(StateDigest& d, const PersistentLog<TxnRef>& log) {
    d.add(log.size());
    for (std::size_t i = 0; i < log.size(); ++i) d.add(*log[i]);
}

void addRole(StateDigest& d, const Looking& role) {
    const auto& [initial, proposal, heard, outOfElection, pollTimeout, pollDeadline, finalizing, finalizeDeadline] = role;
    d.add(initial, proposal, heard, outOfElection, finalizing);
    (void)pollTimeout, (void)pollDeadline, (void)finalizeDeadline;   // time
}

void addRole(StateDigest& d, const Learning& role) {
    const auto& [leader, connection, stage, attempt, mode, snapshotNeeded, writeToLog, newLeader, notCommitted, committed, persisted, pending,
                 lastQueued, lastHeard, inbox] = role;
    d.add(leader);
    d.addConnection(connection);
    d.add(stage, attempt, mode, snapshotNeeded, writeToLog, newLeader, committed, lastQueued);
    addTxns(d, notCommitted);
    addTxns(d, persisted);
    addTxns(d, pending);
    d.add(inbox.size());
    for (const Message& m : inbox) addMessage(d, m);
    (void)lastHeard;   // time
}

void addLearner(StateDigest& d, const Learner& learner) {
    const auto& [id, connection, observer, stage, lastZxid, currentEpoch, lastHeard, deadlineTick, forwarding, tracked, trackedNext, mode, late] = learner;
    d.add(id);
    d.addConnection(connection);
    d.add(observer, stage, lastZxid, currentEpoch, deadlineTick, forwarding, tracked.zxid, trackedNext.zxid, mode);
    d.add(late.has_value());
    if (late) d.add(late->newLeaderQueued, late->behind.size());
    for (const Message& m : late ? late->behind : std::vector<Message>()) addMessage(d, m);
    (void)lastHeard;   // time, as is the `since` of what is tracked
}

void addRole(StateDigest& d, const Leading& role) {
    const auto& [epoch, epochDecided, epochAcked, established, connecting, electing, newLeaderAcks, startEpoch, startZxid, lastProposed,
                 lastCommitted, outstanding, learners, tick, halfTick, parkedSyncs] = role;
    d.add(epoch, epochDecided, epochAcked, established, startEpoch, startZxid, lastProposed, lastCommitted, tick, halfTick);
    if (!epochDecided) d.add(connecting);   // who was counted matters until there are enough (§3.3, §3.5)
    if (!epochAcked) d.add(electing);
    if (!established) d.add(newLeaderAcks);
    d.add(outstanding.size());
    for (const auto& [txn, acks, since] : outstanding) {
        d.add(*txn, acks);
        (void)since;   // time
    }
    d.add(learners.size());
    d.byServer(kMaxServers, [&](ServerId s) {   // by id, each once
        for (const Learner& learner : learners)
            if (learner.id == s) addLearner(d, learner);
    });
    d.add(parkedSyncs.size());
    for (const auto& [behind, to, packet] : parkedSyncs) {
        d.add(behind, to);
        addMessage(d, packet);
    }
}

void addRole(StateDigest& d, const Ending& role) {
    const auto& [state, leader, reload] = role;
    d.add(state, leader, reload);
}

void addBody(StateDigest& d, const std::monostate&) { d.add(0); }
void addBody(StateDigest& d, const Notification& m) { d.add(m.vote); }
void addBody(StateDigest& d, const FollowerInfo& m) { d.add(m.acceptedEpoch, m.observer); }
void addBody(StateDigest& d, const LeaderInfo& m) { d.add(m.epoch); }
void addBody(StateDigest& d, const AckEpoch& m) { d.add(m.lastZxid, m.currentEpoch); }
void addBody(StateDigest& d, const Diff& m) { d.add(m.zxid); }
void addBody(StateDigest& d, const Trunc& m) { d.add(m.zxid); }
void addBody(StateDigest& d, const Snap& m) {
    d.add(m.zxid, m.content != nullptr);
    if (m.content) d.add(*m.content);
}
void addBody(StateDigest& d, const NewLeader& m) { d.add(m.zxid); }
void addBody(StateDigest& d, const UpToDate&) { d.add(0); }
void addBody(StateDigest& d, const Proposal& m) { d.add(*m.txn); }
void addBody(StateDigest& d, const Ack& m) { d.add(m.zxid); }
void addBody(StateDigest& d, const Commit& m) { d.add(m.zxid); }
void addBody(StateDigest& d, const Inform& m) { d.add(*m.txn); }
void addBody(StateDigest& d, const Ping& m) {
    d.add(m.zxid, m.sessions != nullptr);
    if (m.sessions) d.add(*m.sessions);
}
template <class Carrier>
void addCarried(StateDigest& d, const Carrier& m) {
    d.add(m.type, m.body != nullptr);
    if (m.body) d.add(*m.body);
}
void addBody(StateDigest& d, const Forwarded& m) { addCarried(d, m); }
void addBody(StateDigest& d, const Disconnect& m) { d.add(m.refused); }
void addBody(StateDigest& d, const ClientPacket& m) { addCarried(d, m); }
void addBody(StateDigest& d, const HttpPacket& m) { addCarried(d, m); }

}  // namespace

void Opaque::addTo(StateDigest&) const { ZAB_CHECK(!"a state with services cannot be told from another"); }

void addMessage(StateDigest& d, const Message& m) {
    d.add(m.index());
    std::visit([&d](const auto& body) { addBody(d, body); }, m);
}

void LogFile::addTo(StateDigest& d) const {
    const auto& [r, b, t, dam] = *this;
    addLog(d, r);
    d.add(b, t, dam);
}

void TxnLog::addTo(StateDigest& d) const {
    const auto& [f, open, unsynced, claimed, lies] = *this;
    d.add(f, open, unsynced, claimed, lies);
}

void Durable::addTo(StateDigest& d) const {
    const auto& [accepted, current, currentTmp, transactions, shots] = *this;
    d.add(accepted, current, currentTmp, transactions, shots.size());
    for (const auto& [name, content, broken] : shots) {
        d.add(name, broken, content != nullptr);
        if (content) d.add(*content);
    }
}

void Replica::addTo(StateDigest& d) const {
    const auto& [self, observer, onDisk, ownRole, ownPhase, isServing, loaded, lastProcessed, lastCommitted, contentZxid, ownHistory, remembered,
                 ownRound, vote, syncQueue, toFlush, isFsyncing, loggedSinceSnapshot, snapshotRunning, nextConnection, snapAskedIn] = *this;
    d.add(self, observer, onDisk, ownRole.index());
    std::visit([&d](const auto& r) { addRole(d, r); }, ownRole);
    d.add(ownPhase, isServing, loaded, lastProcessed, lastCommitted, contentZxid, ownHistory);
    addLog(d, remembered);
    d.add(ownRound, vote);
    addTxns(d, syncQueue);
    addTxns(d, toFlush);
    d.add(isFsyncing, loggedSinceSnapshot, snapshotRunning, nextConnection, snapAskedIn);
}

}  // namespace zab
