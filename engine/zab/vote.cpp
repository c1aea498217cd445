// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/zab/vote.h"

namespace zab {

Comparison compareVotes(const EnsembleConfig& config, const Vote& candidate, const Vote& current) {
    const auto id = [](const Vote& v) -> std::int64_t { return v.leader.value; };
    if (!config.has(candidate.leader) || config.member(candidate.leader).weight == 0)
        return {false, RuleId::VoteZeroWeightNeverWins, {id(candidate), id(current)}};
    const bool ordered = config.variants.holds(Seal::VoteOrder);
    if (ordered && candidate.peerEpoch != current.peerEpoch) {
        const bool wins = candidate.peerEpoch > current.peerEpoch;
        const Vote& w = wins ? candidate : current;
        const Vote& l = wins ? current : candidate;
        return {wins, RuleId::VoteHigherEpochWins, {id(w), id(l), w.peerEpoch, l.peerEpoch}};
    }
    if (ordered && candidate.zxid != current.zxid) {
        const bool wins = candidate.zxid > current.zxid;
        const Vote& w = wins ? candidate : current;
        const Vote& l = wins ? current : candidate;
        return {wins, RuleId::VoteNewerZxidWins, {id(w), id(l), w.peerEpoch, w.zxid.value, l.zxid.value}};
    }
    if (candidate.leader == current.leader)
        return {false, RuleId::VoteSameCandidate, {id(candidate), candidate.peerEpoch, candidate.zxid.value}};
    const bool wins = candidate.leader > current.leader;
    const Vote& w = wins ? candidate : current;
    const Vote& l = wins ? current : candidate;
    if (!ordered) return {wins, RuleId::WithoutVoteOrder, {id(w), id(l), w.peerEpoch, w.zxid.value, l.peerEpoch, l.zxid.value}};
    return {wins, RuleId::VoteHigherIdWins, {id(w), id(l), w.peerEpoch, w.zxid.value}};
}

bool sameVote(const Vote& a, const Vote& b, bool onlyOneVersioned) {
    if (a.state == ServerState::Looking || b.state == ServerState::Looking)
        return a.leader == b.leader && a.zxid == b.zxid && a.round == b.round && a.peerEpoch == b.peerEpoch;
    return a.leader == b.leader && (onlyOneVersioned || a.peerEpoch == b.peerEpoch);
}

}  // namespace zab
