// SPDX-License-Identifier: GPL-3.0-or-later
// Discovery: who joins, and which epoch will run (§3.3).
#include "engine/zab/replica_step.h"

namespace zab {

void Replica::lead(Step& s) {
    m_role = Leading{};
    auto& l = std::get<Leading>(m_role);
    s.out.note(EventKind::StateChanged, {static_cast<std::int64_t>(ServerState::Leading), m_self.value});
    setPhase(s, Phase::Discovery);
    takeSnapshot(s);
    l.startEpoch = currentEpoch();
    l.startZxid = m_lastProcessed;
    s.out.timer(TimerKind::JoinLimit, s.now + s.config.initTimeout());
    epochProposed(s, m_self, acceptedEpoch());
}

void Replica::learn(Step& s, ServerId leader) {
    m_role = Learning{};
    auto& l = std::get<Learning>(m_role);
    l.leader = leader;
    s.out.note(EventKind::StateChanged,
               {static_cast<std::int64_t>(m_observer ? ServerState::Observing : ServerState::Following), leader.value});
    setPhase(s, Phase::Discovery);
    l.attempt = 1;
    connectToLeader(s, l);
}

void Replica::connectToLeader(Step& s, Learning& l) {
    l.connection = m_nextConnection++ * kMaxServers + m_self.value - 1;   // no other server makes the same number
    l.stage = Learning::Stage::AwaitLeaderInfo;
    l.lastHeard = s.now;
    s.out.note(EventKind::ConnectionOpened, {l.connection}, l.leader);
    s.out.timer(TimerKind::ReadTimeout, s.now + s.config.initTimeout());
    s.out.send(l.leader, l.connection, FollowerInfo{acceptedEpoch(), m_observer});
}

// Only what was refused is tried again; a leader that took the connection and closed it is not a leader any more.
void Replica::onConnectionClosed(Step& s, Learning& l, bool refused) {
    if (!refused || l.attempt >= 5) {
        s.out.decided(refused ? RuleId::ConnectGivenUp : RuleId::LeaderConnectionLost, {l.leader.value, l.attempt}, l.leader);
        l.connection = 0;
        backToLooking(s);
        return;
    }
    s.out.decided(RuleId::ConnectRetry, {l.leader.value, l.attempt}, l.leader);
    ++l.attempt;
    l.connection = 0;
    l.stage = Learning::Stage::Connecting;
    s.out.timer(TimerKind::ConnectRetry, s.now + msec(100));
}

void Replica::onLearnerInfo(Step& s, ServerId from, ConnectionId connection, const FollowerInfo& m) {
    auto& l = std::get<Leading>(m_role);
    removeLearner(s, from, false);   // a new connection replaces the old one
    Learner learner;
    learner.id = from;
    learner.connection = connection;
    learner.observer = m.observer;
    learner.lastHeard = s.now;
    learner.deadlineTick = l.tick + s.config.initLimit + s.config.syncLimit;
    const auto at = std::lower_bound(l.learners.begin(), l.learners.end(), from, [](const Learner& a, ServerId b) { return a.id < b; });
    l.learners.insert(at, learner);
    epochProposed(s, from, m.acceptedEpoch);
}

// Leader.getEpochToPropose, called by the leader for itself and for every learner.
void Replica::epochProposed(Step& s, ServerId from, Epoch accepted) {
    auto& l = std::get<Leading>(m_role);
    if (!l.epochDecided) {
        l.epoch = std::max(l.epoch, accepted + 1);
        if (s.config.isVoter(from)) l.connecting.add(from);
        const std::array<std::int64_t, 6> operands{l.epoch, l.connecting.count(), s.needed(l.connecting)};
        if (!l.connecting.has(m_self) || !s.quorum(l.connecting)) {
            s.out.decided(RuleId::EpochWaitsForQuorum, operands, from);
            return;
        }
        l.epochDecided = true;
        s.out.note(EventKind::EpochDecided, operands, from, RuleId::EpochIsMaxPlusOne);
        writeAcceptedEpoch(s, l.epoch);
        l.lastProposed = Zxid::make(l.epoch, 0);
        s.out.timer(TimerKind::JoinLimit, s.now + s.config.initTimeout());
    }
    for (Learner& learner : l.learners) {
        if (learner.stage != Learner::Stage::AwaitEpoch) continue;
        learner.stage = Learner::Stage::AwaitAckEpoch;
        s.out.send(learner.id, learner.connection, LeaderInfo{l.epoch});
    }
    if (!l.electing.has(m_self)) {
        l.electing.add(m_self);
        epochAcked(s);
    }
}

void Replica::onLeaderInfo(Step& s, Learning& l, const LeaderInfo& m) {
    const Epoch accepted = acceptedEpoch();
    if (m.epoch < accepted) {
        s.out.decided(RuleId::EpochSmallerRefused, {m.epoch, accepted}, l.leader);
        backToLooking(s);
        return;
    }
    Epoch answer = -1;
    if (m.epoch > accepted) {
        s.out.decided(RuleId::EpochAccepted, {m.epoch, accepted, currentEpoch()}, l.leader);
        writeAcceptedEpoch(s, m.epoch);
        answer = currentEpoch();
    } else {
        s.out.decided(RuleId::EpochAlreadyAccepted, {m.epoch}, l.leader);
    }
    l.stage = Learning::Stage::AwaitSync;
    // Who cannot do the TRUNC of this epoch's leader says that it has nothing, which no table row answers with TRUNC.
    s.out.send(l.leader, l.connection, AckEpoch{m.epoch == m_snapAskedIn ? Zxid{} : m_lastProcessed, answer});
}

void Replica::onAckEpoch(Step& s, Learner& learner, const AckEpoch& m) {
    auto& l = std::get<Leading>(m_role);
    learner.lastZxid = m.lastZxid;
    learner.currentEpoch = m.currentEpoch;
    if (!l.epochAcked) {
        if (m.currentEpoch == -1) {
            s.out.decided(RuleId::AckEpochNotCounted, {learner.id.value}, learner.id);
        } else if (m.currentEpoch > l.startEpoch || (m.currentEpoch == l.startEpoch && m.lastZxid > l.startZxid)) {
            s.out.decided(RuleId::AckEpochMoreRecent,
                          {learner.id.value, m.currentEpoch, m.lastZxid.value, l.startEpoch, l.startZxid.value}, learner.id);
            removeLearner(s, learner.id, true);
            return;
        } else if (m.lastZxid.value != -1 && s.config.isVoter(learner.id)) {
            l.electing.add(learner.id);
        }
    }
    learner.stage = Learner::Stage::AwaitEpochQuorum;
    epochAcked(s);
}

// Leader.waitForEpochAck: with a quorum the epoch is current, and everyone who waits is synchronized.
void Replica::epochAcked(Step& s) {
    auto& l = std::get<Leading>(m_role);
    if (!l.epochAcked) {
        const std::array<std::int64_t, 6> operands{l.electing.count(), s.needed(l.electing), l.epoch};
        if (!s.quorum(l.electing)) {
            s.out.decided(RuleId::AckEpochCounted, operands);
            return;
        }
        l.epochAcked = true;
        s.out.decided(RuleId::AckEpochQuorum, operands);
        s.out.note(EventKind::EpochAcked, {l.epoch}, m_self);
        writeCurrentEpoch(s, l.epoch);
        setPhase(s, Phase::Synchronization);
        s.out.timer(TimerKind::JoinLimit, s.now + s.config.initTimeout());
        l.newLeaderAcks.add(m_self);
    }
    for (Learner& learner : l.learners)
        if (learner.stage == Learner::Stage::AwaitEpochQuorum) synchronize(s, learner);
    if (l.established) return;
    if (s.quorum(l.newLeaderAcks)) {   // an ensemble of one
        establish(s);
    } else if (!s.holds(Seal::NewLeaderQuorum)) {
        s.out.decided(RuleId::WithoutNewLeaderQuorum, {l.newLeaderAcks.count(), s.needed(l.newLeaderAcks), l.epoch});
        establish(s);
    }
}

void Replica::removeLearner(Step& s, ServerId id, bool tell) {
    auto& l = std::get<Leading>(m_role);
    const auto at = std::find_if(l.learners.begin(), l.learners.end(), [&](const Learner& a) { return a.id == id; });
    if (at == l.learners.end()) return;
    s.out.note(EventKind::ConnectionClosed, {at->connection}, id);
    if (tell) s.out.send(id, at->connection, Disconnect{});
    l.learners.erase(at);
}

Learner* Replica::findLearner(ServerId id) {
    auto& l = std::get<Leading>(m_role);
    for (Learner& learner : l.learners)
        if (learner.id == id) return &learner;
    return nullptr;
}

}  // namespace zab
