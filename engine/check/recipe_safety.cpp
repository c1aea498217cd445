// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/check/recipe_safety.h"

#include <algorithm>

namespace zab {

RecipeSafety::Found RecipeSafety::observe(const Event& e) {
    if (e.kind == EventKind::SessionClosed) {
        m_closed.insert(e.args[0]);
        for (auto& [path, place] : m_places) std::erase_if(place.holders, [&](const Holder& h) { return h.session.value == e.args[0]; });
        return Found::Nothing;
    }
    if (e.text < 0) return Found::Nothing;
    switch (e.kind) {
    case EventKind::RecipeAcquired: return acquired(m_places[e.text], e);
    case EventKind::RecipeAsked:
    case EventKind::RecipeReleased:
    case EventKind::RecipeLost:
    case EventKind::RecipeEnded: forget(m_places[e.text], e.actor); return Found::Nothing;
    case EventKind::ResourceAnswered: {
        Place& place = m_places[e.text];
        const Zxid token{e.args[0]};
        const bool accepted = e.args[2] != 0, fenced = e.args[3] != 0;
        const bool smaller = accepted && fenced && token < place.highest;
        if (accepted) place.highest = std::max(place.highest, token);
        return smaller ? Found::SmallerTokenAccepted : Found::Nothing;
    }
    default: return Found::Nothing;
    }
}

RecipeSafety::Found RecipeSafety::acquired(Place& place, const Event& e) {
    const Holder self{e.actor, SessionId{e.args[0]}, e.args[3] != 0};
    const Zxid token{e.args[2]};
    const bool again = e.args[4] != 0;
    if (token.value == 0) return Found::Nothing;   // a barrier or a group: many may pass
    forget(place, e.actor);
    if (m_closed.contains(e.args[0])) return Found::Nothing;   // it reads at a server that lags, or holds by an old session's znode
    const bool two = std::any_of(place.holders.begin(), place.holders.end(), [&](const Holder& h) { return h.exclusive || self.exclusive; });
    place.holders.push_back(self);
    const bool same = token == place.newest && e.actor == place.newestHolder;
    const bool notAbove = self.exclusive && !again && !same && token <= place.newest;
    if (self.exclusive && token > place.newest) {
        place.newest = token;
        place.newestHolder = e.actor;
    }
    return two ? Found::TwoHolders : notAbove ? Found::TokenNotAbove : Found::Nothing;
}

void RecipeSafety::forget(Place& place, ActorId client) {
    std::erase_if(place.holders, [&](const Holder& h) { return h.client == client; });
}

}  // namespace zab
