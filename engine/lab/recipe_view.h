// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes of a run at one moment (§10): plain values, part of the ClusterView.
#pragma once

#include "engine/base/types.h"
#include "engine/base/recipe_kind.h"

#include <string>
#include <vector>

namespace zab {

/// One client's part in a recipe.
struct RecipePartView {
    ClientId client;
    std::string role;          ///< as .lab words: "", "read", "write", "offer", "take" ...
    RecipeState state = RecipeState::Starting;
    std::string znode;         ///< its own, full path; empty = none
    std::int64_t number = -1;  ///< its sequence number; -1 = none
    SessionId session;         ///< in which the znode was made
    Zxid token;                ///< czxid of the znode: the fencing token
    std::string watches;       ///< path that it waits for; empty = none
    ClientId waitsFor;         ///< whose znode that is; 0 = nobody's
    SimTime since;             ///< when it came to this state
    EventId reason = kNoEvent; ///< the newest decision of the recipe here
    EventId created = kNoEvent;///< the event that told it of its znode
    std::string detail;        ///< what it knows: the members, the data, the element, the leader
    std::vector<std::string> instances;   ///< of a service, "10.0.0.1:8080"; kept while the client is disconnected
    SimTime knownAt;           ///< when it last had an answer about them; 0 = never
};
/// One turn that has ended: from the wish to the possession, and what the ensemble had to do when it was given back.
struct RecipeTurnView {
    ClientId client;
    SimTime asked, acquired, released;
    std::int64_t notifications = 0, reads = 0, packets = 0;   ///< of all who take part, between this release and the next possession
};
/// All who take part under one path, and what that has cost so far.
struct RecipeView {
    static constexpr std::size_t kMostTurns = 200;   ///< so many of the newest are kept; `turnCount` counts all

    RecipeKind kind = RecipeKind::Lock;
    std::string path;
    bool naive = false;                   ///< all watch the holder
    std::vector<RecipePartView> parts;    ///< by number; those without a znode behind them, by client. Lost with a znode: a dead client whose session lives yet
    std::int64_t acquired = 0, turnCount = 0, notifications = 0, reads = 0, packets = 0;
    std::vector<RecipeTurnView> turns;    ///< the newest, oldest first
    // The resource that the lock protects: it remembers the largest fencing token that it has seen.
    Zxid highestToken;
    std::int64_t accepted = 0, rejected = 0;
    ClientId lastWriter;
};

}  // namespace zab
