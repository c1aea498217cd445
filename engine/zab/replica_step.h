// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the replica's files: the bundle of what one input comes with.
#pragma once

#include "engine/zab/replica.h"

namespace zab {

struct Replica::Step {
    const EnsembleConfig& config;
    StateMachine& app;
    SimTime now;
    Effects& out;
    int needed(ServerSet have) const { return quorumSize(config, have); }   ///< for a quorum with these in it
};

}  // namespace zab
