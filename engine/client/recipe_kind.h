// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes that a client can play and how far it has come in one (§10).
#pragma once

#include <cstdint>

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

}  // namespace zab
