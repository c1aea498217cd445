// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes that a client can play and how far it has come in one (§10).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zab {

enum class RecipeKind : std::uint8_t { Lock, ReadWriteLock, Election, Barrier, DoubleBarrier, Queue, Group, Config, Service, Count_ };

/// What the client itself believes. Whether it is right is another question: a paused holder believes that it holds.
enum class RecipeState : std::uint8_t {
    Starting,   ///< creates its znode, reads the children
    Waiting,    ///< for another client's znode, or for something to come
    Holding,    ///< has the lock, leads, is a member, has passed the barrier
    Unsure,     ///< the connection is gone: what it held is not safe any more
    Lost,       ///< the session has expired
    Done,       ///< released, left, resigned
    Count_
};

/// What a client is in a recipe that has more than one part.
enum class RecipeRole : std::uint8_t { None, Read, Write, Offer, Take, Provide, Discover, Count_ };

/// The word with which a part ends.
enum class RecipeEnd : std::uint8_t { Release, Resign, Leave, Stop, Count_ };
RecipeEnd recipeEnd(RecipeKind k, RecipeRole r);
std::string_view recipeEndWord(RecipeEnd e);       ///< "release", "resign", "leave", "stop"

std::string_view recipeKindName(RecipeKind k);     ///< "lock", "read/write lock", "election" ...
std::string_view recipeStateName(RecipeState s);   ///< as a .lab word: "starting", "waiting", "holding", "unsure", "lost", "done"
std::string_view recipeRoleName(RecipeRole r);     ///< as a .lab word: "", "read", "write", "offer", "take", "provide", "discover"
std::optional<RecipeState> recipeStateByName(std::string_view name);

}  // namespace zab
