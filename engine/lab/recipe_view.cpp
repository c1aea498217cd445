// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lab/recipe_view.h"

#include "engine/lab/recipe_observer.h"
#include "engine/world/world.h"

#include <algorithm>
#include <map>

namespace zab {
namespace {

RecipePartView partView(ClientId client, const RecipePart& p, const RecipeObserver::Tally* tally) {
    RecipePartView v;
    v.client = client;
    v.role = std::string(recipeRoleName(p.role));
    v.state = p.state;
    v.znode = p.znode;
    v.number = p.number;
    v.session = p.session;
    v.token = p.token;
    v.watches = p.watches;
    v.since = p.since;
    v.detail = p.detail;
    v.instances = p.instances;
    v.knownAt = p.knownAt;
    if (!tally) return v;
    if (const auto m = tally->members.find(client); m != tally->members.end()) {
        v.reason = m->second.reason;
        v.created = m->second.created;
    }
    return v;
}

void addTally(RecipeView& v, const RecipeObserver::Tally* tally) {
    if (!tally) return;
    v.acquired = tally->acquired;
    v.turnCount = tally->turnCount;
    v.notifications = tally->notifications;
    v.reads = tally->reads;
    v.packets = tally->packets;
    for (const RecipeObserver::Turn& t : tally->turns) v.turns.push_back(t.view);
}

/// By number; those without a znode behind them, by client.
bool before(const RecipePartView& a, const RecipePartView& b) {
    if (a.znode.empty() != b.znode.empty()) return b.znode.empty();
    if (!a.znode.empty() && a.number != b.number) return a.number < b.number;
    return a.client < b.client;
}

}  // namespace

std::vector<RecipeView> buildRecipes(const World& world, const RecipeObserver& observer) {
    std::map<std::string, RecipeView> byPath;
    for (const auto& host : world.clients()) {
        const Recipes& recipes = host->client.recipes();
        for (std::size_t i = 0; i < recipes.size(); ++i) {
            const RecipePart& p = recipes.part(i);
            RecipeView& v = byPath[p.path];
            v.kind = p.kind;
            v.path = p.path;
            v.naive = v.naive || p.naive;
            v.parts.push_back(partView(host->client.id(), p, observer.find(p.path)));
        }
    }
    std::vector<RecipeView> views;
    for (auto& [path, v] : byPath) {
        std::sort(v.parts.begin(), v.parts.end(), before);
        std::map<std::string, ClientId> owners;
        for (const RecipePartView& p : v.parts)
            if (!p.znode.empty()) owners.emplace(p.znode, p.client);
        for (RecipePartView& p : v.parts)
            if (const auto owner = owners.find(p.watches); owner != owners.end()) p.waitsFor = owner->second;
        addTally(v, observer.find(path));
        if (const auto r = world.resources().find(path); r != world.resources().end()) {
            v.highestToken = r->second.highest;
            v.accepted = r->second.accepted;
            v.rejected = r->second.rejected;
            v.lastWriter = r->second.lastWriter;
        }
        views.push_back(std::move(v));
    }
    return views;
}

}  // namespace zab
