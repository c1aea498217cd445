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
    int needed() const { return quorumSize(config); }
};

}  // namespace zab
