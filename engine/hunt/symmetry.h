// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that can stand in each other's place: states that differ in nothing else count once.
#pragma once

#include "engine/check/safety.h"
#include "engine/hunt/purse.h"
#include "engine/world/world.h"

#include <vector>

namespace zab {

/// The permutations of servers that leave the beginning of a search as it is, all but the one that changes nothing; at most kMostRenamings.
/// None where it would not be sound: ids decide in elections (§2.4), and a client goes through its servers in an order of its own (§7.2), so nothing
/// may fail, and all serve already. Who serves treats the others alike: packets go to each on a line of its own, and acknowledgements are
/// counted as sets (§3.6). If a step goes beyond that (`breaksSymmetry`), the search has to begin again without.
std::vector<Renaming> renamings(const World& world, const SafetyChecker& checker, const Purse& purse);
constexpr std::size_t kMostRenamings = 23;   ///< four servers in every order

/// A vote was sent, a role or a connection has ended: from here on ids may decide.
bool breaksSymmetry(const Event& e);

}  // namespace zab
