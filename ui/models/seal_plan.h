// SPDX-License-Identifier: GPL-3.0-or-later
// A new run with rules switched off: what was chosen, and the document that comes of it.
#pragma once

#include "engine/script/script.h"

namespace zab {

struct SealPlan {
    int servers = 0;              ///< of a fresh ensemble; 0 = the scenario of the present run
    EnumSet<Seal> broken;
    bool operator==(const SealPlan&) const = default;
};

/// The present script without its expectations, which were made for the rules that it had, and with exactly these rules off; or a
/// fresh ensemble that has just been started.
Script scriptWithout(const SealPlan& plan, const Script& present);
/// The lines of a fresh ensemble up to its first command: servers, and the rules that are off.
std::string freshHead(int servers, EnumSet<Seal> broken);

}  // namespace zab
