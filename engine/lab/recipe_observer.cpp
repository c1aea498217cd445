// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lab/recipe_observer.h"

#include "engine/client/recipes/recipe_context.h"

#include <algorithm>

namespace zab {
namespace {

/// `path` is `top`, or a child of it.
bool belongsTo(std::string_view path, std::string_view top) {
    return path == top || (path.size() > top.size() && path.starts_with(top) && path[top.size()] == '/');
}

bool isRead(OpCode op) { return op == OpCode::GetData || op == OpCode::Exists || op == OpCode::GetChildren; }

/// A turn by its number over the whole run; nullptr where it is forgotten.
RecipeObserver::Turn* turnAt(RecipeObserver::Tally& t, std::int64_t number) {
    const std::int64_t first = t.turnCount - static_cast<std::int64_t>(t.turns.size());
    return number >= first && number < t.turnCount ? &t.turns[static_cast<std::size_t>(number - first)] : nullptr;
}

}  // namespace

const RecipeObserver::Tally* RecipeObserver::find(const std::string& path) const {
    for (const auto& [text, t] : m_tallies)
        if (t.path == path) return &t;
    return nullptr;
}

void RecipeObserver::decision(const Event& e) {
    const auto at = m_tallies.find(e.text);
    if (at == m_tallies.end()) return;
    const auto m = at->second.members.find(e.actor.client());
    if (m != at->second.members.end()) m->second.reason = e.id;
}

void RecipeObserver::recipe(const Event& e, const Trace& trace) {
    if (e.text < 0) return;
    Tally& t = m_tallies[e.text];
    if (t.path.empty()) t.path = trace.text(e.text);
    const ClientId client = e.actor.client();
    Member& m = t.members[client];
    if (e.rule != RuleId{}) m.reason = e.id;
    switch (e.kind) {
    case EventKind::RecipeAsked:
        m = {};
        m.asked = e.time;
        break;
    case EventKind::RecipeCreated:
        m.created = e.id;
        m.number = e.args[1];
        break;
    case EventKind::RecipeAcquired:
        if (e.args[4] != 0) break;   // it had it before
        ++t.acquired;
        m.acquired = e.time;
        m.holds = true;
        m.turn = -1;
        break;
    case EventKind::RecipeReleased:
    case EventKind::RecipeLost: endTurn(t, client, m, e.time); break;
    case EventKind::RecipeEnded:
        endTurn(t, client, m, e.time);
        m.turn = -1;
        break;
    default: break;
    }
}

void RecipeObserver::endTurn(Tally& t, ClientId client, Member& m, SimTime now) {
    if (!m.holds) return;
    m.holds = false;
    m.turn = t.turnCount++;
    if (t.turns.size() >= RecipeView::kMostTurns) t.turns.erase(t.turns.begin());
    t.turns.push_back({{client, m.asked, m.acquired, now}, m.number});
}

// A deleted znode tells whose turn has ended; what a client does after it was told so comes from that.
void RecipeObserver::traffic(const Event& e, const Trace& trace) {
    const std::string& path = trace.text(e.text);
    Tally* best = nullptr;   // where recipes stand within each other's paths, the innermost one
    for (auto& [text, t] : m_tallies)
        if (t.members.contains(e.actor.client()) && belongsTo(path, t.path) && (!best || t.path.size() > best->path.size())) best = &t;
    if (!best) return;
    Member& m = best->members[e.actor.client()];
    const bool told = e.kind == EventKind::ClientWatchEvent;
    const bool read = e.kind == EventKind::ClientRequest && isRead(static_cast<OpCode>(e.args[2]));
    if (told) {
        m.turn = -1;
        const std::int64_t number = sequenceNumber(path);
        if (static_cast<WatchEventType>(e.args[1]) == WatchEventType::NodeDeleted)
            for (std::int64_t i = best->turnCount - 1; i >= 0 && m.turn < 0; --i) {
                const Turn* turn = turnAt(*best, i);
                if (!turn) break;
                if (turn->number == number) m.turn = i;
            }
    }
    best->notifications += told;
    best->reads += read;
    ++best->packets;
    if (Turn* turn = turnAt(*best, m.turn)) {
        turn->view.notifications += told;
        turn->view.reads += read;
        ++turn->view.packets;
    }
}

}  // namespace zab
