// SPDX-License-Identifier: GPL-3.0-or-later
// The CAP bench with an ensemble of any size, as a script.
#pragma once

#include "engine/base/types.h"

#include <string>

namespace zab {

struct CapSetup {
    int servers = 5;            ///< 2 to kMaxServers
    int providers = 2;          ///< at least 1; they stand at both ends of the row of servers in turn
    int consumers = 2;          ///< at least 0; likewise
    SimTime every = sec(1);     ///< between two lookups of a consumer
};

/// Where the i-th of its kind stands: from both ends of the row of servers in turn, so that some are on either side of any cut.
ServerId capPlace(int i, int servers);

/// A script that ends as soon as both registries know all instances and the lookups go on. What it says is in the context "Lesson".
/// O(servers + providers + consumers).
std::string capScript(const CapSetup& setup);

}  // namespace zab
