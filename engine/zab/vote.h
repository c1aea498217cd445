// SPDX-License-Identifier: GPL-3.0-or-later
// Votes and their order (§2.4): pure, and the reason comes with the answer.
#pragma once

#include "engine/base/event.h"
#include "engine/base/state_digest.h"
#include "engine/zab/config.h"
#include "engine/zab/rules.h"

namespace zab {

struct Vote {
    ServerId leader;        ///< 0 for a non-voter's first vote, which loses against every other
    Zxid zxid{INT64_MIN};
    Epoch peerEpoch = INT64_MIN;
    Round round = 0;
    ServerState state = ServerState::Looking;   ///< of the server that gave it
    bool operator==(const Vote&) const = default;
    void addTo(StateDigest& d) const { d.add(leader, zxid, peerEpoch, round, state); }
};

struct Comparison {
    bool firstWins = false;
    RuleId rule = RuleId::None;
    std::array<std::int64_t, 6> operands{};
};

/// totalOrderPredicate(candidate, current): epoch, then zxid, then id; weight 0 never wins.
Comparison compareVotes(const EnsembleConfig& config, const Vote& candidate, const Vote& current);
/// Vote.equals: with a LOOKING side all four must be equal, without one id and peerEpoch (ZOOKEEPER-1805). What recvset keeps
/// has no version, and beside a notification that has one the id alone decides (`onlyOneVersioned`).
bool sameVote(const Vote& a, const Vote& b, bool onlyOneVersioned = false);

}  // namespace zab
