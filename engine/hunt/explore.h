// SPDX-License-Identifier: GPL-3.0-or-later
// Exhaustive search: every order in which a small ensemble's inputs can come, with faults within budgets, over the engine itself.
#pragma once

#include "engine/hunt/finding.h"
#include "engine/script/script.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace zab {

struct ExploreOptions {
    ExploreBudgets budgets;                         ///< as the script has them unless somebody says otherwise
    enum class Order : std::uint8_t { Breadth, Depth } order = Order::Breadth;
    int jobs = 1;                                   ///< threads; breadth first only
    std::uint64_t memoryBytes = 2ULL << 30;         ///< for visited states and the queue
    std::int64_t maxDepth = 1000;                   ///< inputs and faults on one path
    std::uint64_t maxStates = UINT64_MAX;           ///< distinct ones
    std::optional<Property> property;               ///< only this one; nothing: all
    bool symmetry = true;                           ///< where it is sound, states that differ by an exchange of servers count once (symmetry.h)
};

struct ExploreProgress {
    std::uint64_t generated = 0;   ///< states that were reached, again and again
    std::uint64_t distinct = 0;
    std::uint64_t queue = 0;       ///< states that are still to be expanded
    std::int64_t depth = 0;
    std::uint64_t bytes = 0;       ///< memory of visited states and queue
};

struct ExploreResult {
    enum class End : std::uint8_t { Exhausted, Found, Depth, States, Memory, Cancelled, BadInput } end = End::Exhausted;
    std::string problem;                 ///< BadInput: one sentence
    std::vector<Finding> findings;       ///< breadth first: the shortest
    ExploreProgress totals;
    std::vector<RuleId> rulesHit;        ///< those that decided something, in the order of the list
    std::size_t renamings = 1;           ///< so many states counted once at most; 1: each by itself
};

/// Plays the statements of the script, then searches. Deterministic: the same options give the same result, whatever the number of
/// jobs. `progress` is called some fifty times a second from the calling thread, by what was done and not by a clock; false ends the
/// search at once.
ExploreResult explore(const Script& script, const ExploreOptions& options, const std::function<bool(const ExploreProgress&)>& progress = {});

}  // namespace zab
