// SPDX-License-Identifier: GPL-3.0-or-later
// What a client is asked to do in a recipe, and what it then is in it: plain values.
#pragma once

#include "engine/base/types.h"
#include "engine/base/recipe_kind.h"

#include <string>
#include <vector>

namespace zab {

/// Whose names and habits: Apache Curator's (Java) or kazoo's (Python).
enum class RecipeLibrary : std::uint8_t { Curator, Kazoo };

struct RecipeOptions {
    RecipeKind kind = RecipeKind::Lock;
    RecipeRole role = RecipeRole::None;
    std::string path;
    RecipeLibrary like = RecipeLibrary::Curator;
    bool naive = false;         ///< Lock: all watch the holder
    bool isProtected = true;    ///< a create with an unknown outcome is looked up before it is sent again
    SimTime hold;               ///< gives back what it has after that time; 0 = when it is told to
    std::int64_t times = 1;     ///< so many turns, with hold
    std::string data;           ///< of its znode, or what it offers; empty = as the library does it
    std::int64_t count = 0;     ///< DoubleBarrier: how many have to be there
    bool operator==(const RecipeOptions&) const = default;
};

/// One client's part in a recipe, as it knows it.
struct RecipePart {
    RecipeKind kind = RecipeKind::Lock;
    RecipeRole role = RecipeRole::None;
    bool naive = false;
    std::string path;
    RecipeState state = RecipeState::Starting;
    std::string znode;          ///< its own, full path; empty = none
    std::int64_t number = -1;   ///< its sequence number; -1 = none
    SessionId session;          ///< in which the znode was made
    Zxid token;                 ///< czxid of the znode
    std::string watches;        ///< path that it waits for; empty = none
    SimTime since;              ///< when it came to this state
    std::string detail;         ///< what it knows: the members, the data, the element
    std::vector<std::string> instances;   ///< Service, discover: "10.0.0.1:8080", sorted; kept while it is disconnected
    SimTime knownAt;            ///< Service, Config: when it last had an answer from a server; 0 = never
};

}  // namespace zab
