// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of locks, elections and the resources behind them (§10.7), whoever plays: read from the trace alone.
#pragma once

#include "engine/base/event.h"

#include <map>
#include <set>
#include <vector>

namespace zab {

/// A regular value. Every event once, in order; O(holders of the path), a handful.
class RecipeSafety {
public:
    enum class Found : std::uint8_t { Nothing, TwoHolders, TokenNotAbove, SmallerTokenAccepted };

    /// Kinds that observe() wants to see.
    static bool concerns(EventKind kind) { return (kind >= EventKind::RecipeAsked && kind <= EventKind::ResourceAnswered) || kind == EventKind::SessionClosed; }
    Found observe(const Event& e);

private:
    /// Believes that it holds, in a session that the ensemble has not closed.
    struct Holder {
        ActorId client;
        SessionId session;
        bool exclusive = true;
    };
    struct Place {
        std::vector<Holder> holders;
        Zxid newest;            ///< of the tokens given to exclusive holders
        ActorId newestHolder;   ///< may come again with the same one: kazoo finds the znode of its last turn
        Zxid highest;           ///< of the tokens that the resource accepted
    };
    Found acquired(Place& place, const Event& e);
    static void forget(Place& place, ActorId client);

    std::set<std::int64_t> m_closed;          ///< sessions; what their clients believe binds nobody any more
    std::map<std::int32_t, Place> m_places;   ///< by the text of the path
};

}  // namespace zab
