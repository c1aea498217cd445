// SPDX-License-Identifier: GPL-3.0-or-later
// The replica's frame: which input goes to which phase, and how a role ends (§2.6).
#include "engine/zab/replica.h"

#include "engine/zab/replica_step.h"

namespace zab {

std::string_view timerName(TimerKind t) {
    constexpr std::string_view names[] = {"notification", "finalizeWait", "joinLimit", "connectRetry", "readTimeout", "leaderTick", "sessionTick", "containerCheck", "clientWake", "clientCallback",
                                          "clientRecipe", "eurekaTask", "eurekaWake", "lookupWake"};
    static_assert(std::size(names) == static_cast<std::size_t>(TimerKind::Count_));
    return names[static_cast<std::size_t>(t)];
}

ServerState Replica::state() const {
    if (std::holds_alternative<Leading>(m_role)) return ServerState::Leading;
    if (std::holds_alternative<Learning>(m_role)) return m_observer ? ServerState::Observing : ServerState::Following;
    if (const auto* e = std::get_if<Ending>(&m_role)) return e->state;
    return ServerState::Looking;
}

ServerId Replica::leader() const {
    if (std::holds_alternative<Leading>(m_role)) return m_self;
    if (const auto* l = std::get_if<Learning>(&m_role)) return l->leader;
    if (const auto* e = std::get_if<Ending>(&m_role)) return e->leader;
    return {};
}

SyncMode Replica::syncMode() const {
    const auto* l = std::get_if<Learning>(&m_role);
    return l ? l->mode : SyncMode::None;
}

std::vector<std::pair<ServerId, ConnectionId>> Replica::connections() const {
    std::vector<std::pair<ServerId, ConnectionId>> all;
    if (const auto* l = std::get_if<Learning>(&m_role)) {
        if (l->connection != 0) all.emplace_back(l->leader, l->connection);
    } else if (const auto* lead = std::get_if<Leading>(&m_role)) {
        for (const Learner& learner : lead->learners) all.emplace_back(learner.id, learner.connection);
    }
    return all;
}

void Replica::receive(const EnsembleConfig& config, StateMachine& app, SimTime now, ServerId from, ConnectionId connection,
                      const Message& m, Effects& out) {
    Step s{config, app, now, out};
    if (const auto* n = std::get_if<Notification>(&m)) {
        onNotification(s, from, *n);
    } else if (std::holds_alternative<Leading>(m_role)) {
        learnerPacket(s, from, connection, m);
    } else if (std::holds_alternative<Learning>(m_role)) {
        learningPacket(s, from, connection, m);
    } else if (std::holds_alternative<FollowerInfo>(m)) {
        out.note(EventKind::ConnectionRefused, {connection}, from);   // nobody accepts learners here
        out.send(from, connection, Disconnect{true});
    } else {
        out.ignored(RuleId::StaleConnection, {connection}, from);
    }
}

void Replica::learningPacket(Step& s, ServerId from, ConnectionId connection, const Message& m) {
    auto& l = std::get<Learning>(m_role);
    if (std::holds_alternative<FollowerInfo>(m)) {
        s.out.note(EventKind::ConnectionRefused, {connection}, from);
        s.out.send(from, connection, Disconnect{true});
        return;
    }
    if (from != l.leader || connection != l.connection || connection == 0) {
        s.out.ignored(RuleId::StaleConnection, {connection}, from);
        return;
    }
    if (const auto* closed = std::get_if<Disconnect>(&m)) {
        s.out.note(EventKind::ConnectionClosed, {connection}, from);
        onConnectionClosed(s, l, closed->refused);
        return;
    }
    l.lastHeard = s.now;
    switch (l.stage) {
    case Learning::Stage::Connecting: break;
    case Learning::Stage::AwaitLeaderInfo:
        if (const auto* info = std::get_if<LeaderInfo>(&m)) onLeaderInfo(s, l, *info);
        else s.out.ignored(RuleId::UnexpectedPacket, {static_cast<std::int64_t>(m_phase)}, from);
        break;
    case Learning::Stage::Persisting: l.inbox.push_back(m); break;
    case Learning::Stage::AwaitSync:
    case Learning::Stage::Syncing:
    case Learning::Stage::AwaitUpToDate: onSyncPacket(s, l, m); break;
    case Learning::Stage::Serving:
        if (!l.committed.empty() && std::holds_alternative<Commit>(m)) commitLate(s);
        if (std::holds_alternative<Learning>(m_role)) onBroadcastPacket(s, l, m);
        break;
    }
}

void Replica::timer(const EnsembleConfig& config, StateMachine& app, SimTime now, TimerKind kind, Effects& out) {
    Step s{config, app, now, out};
    switch (kind) {
    case TimerKind::Notification:
        if (auto* l = std::get_if<Looking>(&m_role); l && !l->finalizing) {
            if (now < l->pollDeadline) {
                out.ignored(RuleId::TimerHeardMeanwhile, {l->pollDeadline.us - now.us});
                out.timer(kind, l->pollDeadline);
                break;
            }
            const SimTime waited = l->pollTimeout;
            l->pollTimeout = std::min(l->pollTimeout * 2, config.maxNotificationInterval);
            l->pollDeadline = now + l->pollTimeout;
            out.decided(RuleId::NotificationTimeout, {waited.us, l->pollTimeout.us});
            out.timer(kind, l->pollDeadline);
            broadcastVote(s);
        }
        break;
    case TimerKind::FinalizeWait:
        if (auto* l = std::get_if<Looking>(&m_role); l && l->finalizing) {
            if (now < l->finalizeDeadline) {
                out.ignored(RuleId::TimerHeardMeanwhile, {l->finalizeDeadline.us - now.us});
                out.timer(kind, l->finalizeDeadline);
                break;
            }
            Vote vote = l->proposal;
            vote.round = m_round;
            ServerSet votes;
            for (const HeardFrom& h : l->heard)
                if (sameVote(h.vote, vote)) votes.add(h.from);
            out.decided(RuleId::ElectionDecided, {vote.leader.value, votes.count(), s.needed(votes)});
            decide(s, vote);
        }
        break;
    case TimerKind::JoinLimit:
        if (std::holds_alternative<Leading>(m_role)) stepDown(s, RuleId::JoinTimeout, {config.initTimeout().us});
        break;
    case TimerKind::ConnectRetry:
        if (auto* l = std::get_if<Learning>(&m_role); l && l->stage == Learning::Stage::Connecting) connectToLeader(s, *l);
        break;
    case TimerKind::ReadTimeout:
        if (auto* l = std::get_if<Learning>(&m_role)) {
            const bool joined = l->newLeader.value != 0;
            const SimTime limit = joined ? config.syncTimeout() : config.initTimeout();
            if (l->stage == Learning::Stage::Persisting) break;   // it is not reading; set again when the disk is done
            if (now < l->lastHeard + limit) {
                out.ignored(RuleId::TimerHeardMeanwhile, {(l->lastHeard + limit).us - now.us});
                out.timer(kind, l->lastHeard + limit);
                break;
            }
            out.decided(RuleId::LeaderReadTimeout, {l->leader.value, limit.us}, l->leader);
            backToLooking(s);
        }
        break;
    case TimerKind::LeaderTick:
        if (const auto* l = std::get_if<Leading>(&m_role); l && l->established) leaderTick(s);
        break;
    case TimerKind::SessionTick:
    case TimerKind::ContainerCheck:
    case TimerKind::ClientWake:
    case TimerKind::ClientCallback:
    case TimerKind::ClientRecipe:
    case TimerKind::EurekaTask:
    case TimerKind::EurekaWake:
    case TimerKind::LookupWake:
    case TimerKind::Count_: break;   // not the replica's
    }
}

void Replica::forceTimeout(const EnsembleConfig& config, StateMachine& app, SimTime now, Effects& out) {
    Step s{config, app, now, out};
    if (auto* l = std::get_if<Looking>(&m_role)) {
        out.decided(RuleId::ForcedTimeout, {m_self.value});
        if (l->finalizing) l->finalizeDeadline = now;
        else l->pollDeadline = now;
        timer(config, app, now, l->finalizing ? TimerKind::FinalizeWait : TimerKind::Notification, out);
    } else if (std::holds_alternative<Ending>(m_role)) {
        out.ignored(RuleId::RoleEndWaitsForDisk, {static_cast<std::int64_t>(m_disk.log.unsynced() + m_syncQueue.size())});
    } else {
        stepDown(s, RuleId::ForcedTimeout, {m_self.value});
    }
}

void Replica::setPhase(Step& s, Phase phase) {
    if (m_phase == phase) return;
    m_phase = phase;
    s.out.note(EventKind::PhaseChanged, {static_cast<std::int64_t>(phase)});
}

void Replica::stepDown(Step& s, RuleId rule, std::array<std::int64_t, 6> operands) {
    s.out.decided(rule, operands);
    backToLooking(s);
}

// Whatever ends a role leads here: connections close, the log is flushed, the database is kept (§2.6).
void Replica::backToLooking(Step& s) {
    for (const auto& [peer, connection] : connections()) {
        s.out.note(EventKind::ConnectionClosed, {connection}, peer);
        s.out.send(peer, connection, Disconnect{});
    }
    // Only in memory so far: what SNAP brought (ZOOKEEPER-3642), and (which 3.8 keeps) what DIFF brought behind TRUNC.
    const bool onlyInMemory = syncMode() == SyncMode::Snap || (s.config.curedRecovery && syncMode() == SyncMode::Trunc);
    for (const TimerKind t : {TimerKind::JoinLimit, TimerKind::ConnectRetry, TimerKind::ReadTimeout, TimerKind::LeaderTick, TimerKind::SessionTick, TimerKind::ContainerCheck})
        s.out.timer(t, kNever);
    if (m_serving) s.app.stopServing();
    m_serving = false;
    m_role = Ending{state(), leader(), onlyInMemory};
    if (!m_fsyncing) flushLog(s);
    if (m_fsyncing) s.out.decided(RuleId::RoleEndWaitsForDisk, {static_cast<std::int64_t>(m_disk.log.unsynced() + m_syncQueue.size())});
    else roleEnded(s);
}

void Replica::roleEnded(Step& s) {
    if (std::get<Ending>(m_role).reload) m_loaded = false;
    else if (!forgetsLog(s) && !replayLog(s)) return;   // the log's own tail joins the tree (ZOOKEEPER-2845)
    enterLooking(s);
}

void Replica::crash(std::size_t lost, bool torn) {
    m_disk.log.lose(lost, torn);
    m_disk.log.roll();
    m_role = Looking{};
    m_phase = Phase::Election;
    m_serving = m_loaded = m_fsyncing = m_snapshotRunning = false;
    m_lastProcessed = m_lastCommitted = m_contentZxid = {};
    m_history = 0;
    m_committedLog.clear();
    m_snapAskedIn = -1;
    m_round = 0;
    m_currentVote = {};
    m_syncQueue.clear();
    m_toFlush.clear();
    m_loggedSinceSnapshot = 0;
}

}  // namespace zab
