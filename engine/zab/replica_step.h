// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the replica's files: the bundle of what one input comes with.
#pragma once

#include "engine/zab/replica.h"

namespace zab {

/// To a learner, behind what it is still to be told (ZOOKEEPER-3104).
inline void forward(Effects& out, Learner& learner, Message&& m) {
    if (learner.late) learner.late->behind.push_back(std::move(m));
    else out.send(learner.id, learner.connection, std::move(m));
}

struct Replica::Step {
    const EnsembleConfig& config;
    StateMachine& app;
    SimTime now;
    Effects& out;
    bool holds(Seal seal) const { return config.variants.holds(seal); }
    /// isQuorum; where it is one only because Seal::QuorumMajority is broken, that is noted.
    bool quorum(ServerSet set) {
        if (!isQuorum(config, set)) return false;
        if (!holds(Seal::QuorumMajority) && !isMajority(config, set)) out.decided(RuleId::WithoutQuorumMajority, {votersOf(config, set).count(), votersOf(config, all()).count()});
        return true;
    }
    ServerSet all() const {
        ServerSet set;
        for (const MemberConfig& m : config.members) set.add(m.id);
        return set;
    }
    int needed(ServerSet have) const { return quorumSize(config, have); }   ///< for a quorum with these in it
};

}  // namespace zab
