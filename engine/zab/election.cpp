// SPDX-License-Identifier: GPL-3.0-or-later
// FastLeaderElection (chapter 2).
#include "engine/zab/replica_step.h"

namespace zab {
namespace {

std::array<std::int64_t, 6> voteArgs(const Vote& v, std::int64_t last) {
    return {v.leader.value, v.zxid.value, v.peerEpoch, v.round, last};
}

void put(std::vector<HeardFrom>& heard, ServerId from, const Vote& vote) {
    const auto at = std::lower_bound(heard.begin(), heard.end(), from, [](const HeardFrom& h, ServerId s) { return h.from < s; });
    if (at != heard.end() && at->from == from) at->vote = vote;
    else heard.insert(at, {from, vote});
}

ServerSet votersFor(const std::vector<HeardFrom>& heard, const Vote& vote, bool onlyOneVersioned = false) {
    ServerSet set;
    for (const HeardFrom& h : heard)
        if (sameVote(h.vote, vote, onlyOneVersioned)) set.add(h.from);
    return set;
}

}  // namespace

Vote Replica::ownVote() const {
    // INITID, INITZXID, INITEPOCH: a non-voter's vote loses against every other (§2.4).
    if (m_observer) return Vote{};
    return Vote{m_self, m_lastProcessed, currentEpoch(), m_round, ServerState::Looking};
}

void Replica::enterLooking(Step& s) {
    if (!m_loaded && !loadDatabase(s)) return;
    m_role = Looking{};
    auto& l = std::get<Looking>(m_role);
    s.out.note(EventKind::StateChanged, {static_cast<std::int64_t>(ServerState::Looking), 0});
    setPhase(s, Phase::Election);
    ++m_round;
    l.initial = l.proposal = ownVote();
    l.pollTimeout = s.config.minNotificationInterval;
    s.out.decided(RuleId::RoundBegins, {m_round, l.proposal.leader.value, l.proposal.zxid.value, l.proposal.peerEpoch});
    s.out.note(EventKind::RoundStarted, {m_round, m_round - 1});
    l.pollDeadline = s.now + l.pollTimeout;
    s.out.timer(TimerKind::Notification, l.pollDeadline);
    broadcastVote(s);
    tally(s, l);
}

void Replica::broadcastVote(Step& s) {
    auto& l = std::get<Looking>(m_role);
    Vote vote = l.proposal;
    vote.round = m_round;
    for (const MemberConfig& m : s.config.members) {
        if (m.observer) continue;
        if (m.id == m_self) put(l.heard, m_self, vote);   // looped straight into the own receive queue (§2.1)
        else sendVote(s, m.id, vote);
    }
}

void Replica::sendVote(Step& s, ServerId to, Vote vote) {
    vote.state = state();
    s.out.send(to, 0, Notification{vote});
}

void Replica::onNotification(Step& s, ServerId from, const Notification& n) {
    if (!s.config.isVoter(from)) {   // §2.3 no. 1
        s.out.decided(RuleId::NotificationFromObserverAnswered, {from.value, m_currentVote.leader.value}, from);
        Vote vote = m_currentVote;
        if (state() == ServerState::Looking) vote.round = m_round;
        sendVote(s, from, vote);
        return;
    }
    auto* l = std::get_if<Looking>(&m_role);
    if (!l) {   // §2.3 no. 3
        if (n.vote.state != ServerState::Looking) {
            s.out.ignored(RuleId::NotificationNotLooking, {from.value}, from);
            return;
        }
        s.out.decided(RuleId::NotificationLookingAnswered, {from.value, m_currentVote.leader.value, m_currentVote.round}, from);
        sendVote(s, from, m_currentVote);
        return;
    }
    if (n.vote.state == ServerState::Looking && n.vote.round < m_round) {   // §2.3 no. 2
        s.out.decided(RuleId::NotificationStaleSenderAnswered, {from.value, n.vote.round, m_round}, from);
        Vote vote = l->proposal;
        vote.round = m_round;
        sendVote(s, from, vote);
    }
    onVote(s, from, n.vote);
}

void Replica::onVote(Step& s, ServerId from, const Vote& vote) {
    auto& l = std::get<Looking>(m_role);
    if (l.finalizing) {
        const Comparison c = compareVotes(s.config, vote, l.proposal);
        if (!c.firstWins) {   // read and lost; the silence starts anew (§2.4)
            s.out.ignored(RuleId::ElectionVoteConsumedWhileWaiting, {vote.leader.value, l.proposal.leader.value}, from);
            l.finalizeDeadline = s.now + s.config.finalizeWait;
            return;
        }
        s.out.decided(RuleId::ElectionBetterVoteWhileWaiting, {vote.leader.value, l.proposal.leader.value}, from);
        l.finalizing = false;
        s.out.timer(TimerKind::FinalizeWait, kNever);
        s.out.timer(TimerKind::Notification, s.now + l.pollTimeout);
    }
    l.pollDeadline = s.now + l.pollTimeout;
    if (!s.config.isVoter(from) || !s.config.isVoter(vote.leader)) {
        s.out.ignored(RuleId::NotificationNotAVoter, {from.value, vote.leader.value}, from);
        return;
    }
    switch (vote.state) {
    case ServerState::Looking: onLookingVote(s, l, from, vote); break;
    case ServerState::Observing: s.out.ignored(RuleId::NotificationOfObserver, {from.value}, from); break;
    case ServerState::Following:
    case ServerState::Leading: onSettledVote(s, l, from, vote); break;
    }
}

void Replica::onLookingVote(Step& s, Looking& l, ServerId from, const Vote& vote) {
    if (vote.zxid.value == -1 || m_lastProcessed.value == -1) {
        s.out.ignored(RuleId::NotificationEmptyDatabaseIgnored, {-1}, from);
        return;
    }
    if (vote.round < m_round) {
        if (s.holds(Seal::ElectionRound)) {
            s.out.ignored(RuleId::RoundOlderIgnored, {vote.round, m_round}, from);
            return;
        }
        s.out.decided(RuleId::WithoutElectionRound, {vote.round, m_round}, from);
        Vote counted = vote;
        counted.round = m_round;
        onLookingVote(s, l, from, counted);
        return;
    }
    if (vote.round > m_round) {
        s.out.note(EventKind::RoundJumped, {vote.round, m_round}, from, RuleId::RoundNewerClearsTally);
        m_round = vote.round;
        l.heard.clear();
        const Comparison c = compareVotes(s.config, vote, l.initial);
        s.out.decided(c.rule, c.operands, from);
        adopt(s, l, c.firstWins ? vote : l.initial);
    } else {
        const Comparison c = compareVotes(s.config, vote, l.proposal);
        s.out.decided(c.rule, c.operands, from);
        if (c.firstWins) adopt(s, l, vote);
    }
    put(l.heard, from, vote);
    s.out.note(EventKind::VoteRecorded, voteArgs(vote, static_cast<std::int64_t>(vote.state)), from);
    tally(s, l);
}

void Replica::adopt(Step& s, Looking& l, const Vote& vote) {
    const ServerId previous = l.proposal.leader;
    l.proposal = Vote{vote.leader, vote.zxid, vote.peerEpoch, m_round, ServerState::Looking};
    if (previous != vote.leader) s.out.note(EventKind::VoteChanged, voteArgs(l.proposal, previous.value));
    broadcastVote(s);
}

void Replica::tally(Step& s, Looking& l) {
    Vote vote = l.proposal;
    vote.round = m_round;
    const ServerSet set = votersFor(l.heard, vote);
    const std::array<std::int64_t, 6> args{vote.leader.value, set.count(), s.needed(set)};
    if (!s.quorum(set)) {
        s.out.note(EventKind::VoteTallied, args, {}, RuleId::ElectionNotYetQuorum);
        return;
    }
    s.out.note(EventKind::VoteTallied, args, {}, RuleId::ElectionQuorumWaits);
    l.finalizing = true;
    l.finalizeDeadline = s.now + s.config.finalizeWait;
    s.out.timer(TimerKind::Notification, kNever);
    s.out.timer(TimerKind::FinalizeWait, l.finalizeDeadline);
}

// checkLeader and the quorum of votes for a leader that already leads (§2.4).
bool Replica::settledQuorum(Step& s, const std::vector<HeardFrom>& heard, const Vote& vote, RuleId joins) {
    const bool inRound = joins == RuleId::ElectionJoinsRunningRound;
    const ServerSet set = votersFor(heard, vote, inRound);
    if (!s.quorum(set)) {
        s.out.note(EventKind::VoteTallied, {vote.leader.value, set.count(), s.needed(set)}, {},
                   inRound ? RuleId::ElectionRoundNotYetQuorum : RuleId::ElectionOutsideNotYetQuorum);
        return false;
    }
    if (vote.leader == m_self) {
        if (vote.round != m_round) {
            s.out.decided(RuleId::CheckLeaderOwnRoundDiffers, {vote.round, m_round});
            return false;
        }
    } else {
        const bool said = std::any_of(heard.begin(), heard.end(), [&](const HeardFrom& h) {
            return h.from == vote.leader && h.vote.state == ServerState::Leading;
        });
        if (!said) {
            s.out.decided(RuleId::CheckLeaderNoWordFromLeader, {vote.leader.value});
            return false;
        }
    }
    s.out.decided(joins, {vote.leader.value, set.count(), s.needed(set), vote.round});
    return true;
}

void Replica::onSettledVote(Step& s, Looking& l, ServerId from, const Vote& vote) {
    s.out.note(EventKind::VoteRecorded, voteArgs(vote, static_cast<std::int64_t>(vote.state)), from);
    if (vote.round == m_round) {
        put(l.heard, from, vote);
        if (settledQuorum(s, l.heard, vote, RuleId::ElectionJoinsRunningRound)) {
            decide(s, vote);
            return;
        }
    }
    put(l.outOfElection, from, vote);
    if (settledQuorum(s, l.outOfElection, vote, RuleId::ElectionJoinsOutOfElection)) {
        m_round = vote.round;
        decide(s, vote);
    }
}

void Replica::decide(Step& s, Vote vote) {
    vote.round = m_round;
    s.out.note(EventKind::LeaderElected, voteArgs(vote, 0));
    s.out.timer(TimerKind::Notification, kNever);
    s.out.timer(TimerKind::FinalizeWait, kNever);
    if (vote.leader == m_self) {
        vote.state = ServerState::Leading;
        m_currentVote = vote;
        lead(s);
    } else {
        vote.state = m_observer ? ServerState::Observing : ServerState::Following;
        m_currentVote = vote;
        learn(s, vote.leader);
    }
}

}  // namespace zab
