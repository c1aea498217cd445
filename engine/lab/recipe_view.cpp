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

const Server* newestServer(const World& world) {
    const Server* newest = nullptr;
    for (int i = 1; i <= world.config().serverCount(); ++i) {
        const auto& host = world.host(ServerId{i});
        if (host.life == Life::Up && host.server.replica().serving() && (!newest || newest->replica().lastCommitted() < host.server.replica().lastCommitted())) newest = &host.server;
    }
    return newest;
}

/// A dead client stands in line for as long as its session lives: its znode, and who waits for it, are still there.
void addDead(std::map<std::string, RecipeView>& byPath, const World& world) {
    const Server* server = nullptr;
    for (const auto& host : world.clients()) {
        if (host->client.state() != Client::State::Dead || !host->client.lastSession()) continue;
        if (!server && !(server = newestServer(world))) return;
        for (const std::string& path : server->tree().ephemeralsOf(host->client.lastSession())) {
            const std::size_t slash = path.rfind('/');
            const auto recipe = byPath.find(path.substr(0, slash));
            const std::size_t digits = path.find_last_not_of("0123456789");
            const bool inLine = recipe != byPath.end() && recipe->second.kind <= RecipeKind::Election && digits != std::string::npos && path.size() - digits > 10;
            if (!inLine) continue;
            RecipePartView v;
            v.client = host->client.id();
            v.state = RecipeState::Lost;
            v.znode = path;
            v.number = std::stoll(path.substr(path.size() - 10));
            v.session = host->client.lastSession();
            v.token = server->tree().find(path)->czxid;
            recipe->second.parts.push_back(std::move(v));
        }
    }
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
    addDead(byPath, world);
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
