// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes as they stand at one moment, as plain values.
#pragma once

#include "engine/lab/cluster_view.h"

namespace zab::sample {

inline RecipePartView part(int client, std::int64_t number, RecipeState state, const std::string& path, int waitsFor = 0, std::int64_t waitsNumber = -1) {
    const auto name = [&](std::int64_t n) {
        std::string digits = std::to_string(n);
        return path + "/_c_3f2a-lock-" + std::string(10 - digits.size(), '0') + digits;
    };
    RecipePartView p;
    p.client = {client};
    p.state = state;
    p.number = number;
    p.session = {0x100000000000000 + client};
    p.since = msec(900 + client);
    if (number < 0) return p;
    p.znode = name(number);
    p.token = Zxid::make(1, number + 20);
    p.created = 100 + number;
    p.reason = 200 + number;
    if (waitsFor) {
        p.waitsFor = {waitsFor};
        p.watches = name(waitsNumber);
    }
    return p;
}

/// `count` contenders from the sequence number `first` on; client C1 has number 0.
inline RecipeView lock(int count, bool naive = false, int first = 0, const std::string& path = "/locks/a") {
    RecipeView r;
    r.kind = RecipeKind::Lock;
    r.path = path;
    r.naive = naive;
    for (int i = first; i < first + count; ++i) {
        if (i == first) r.parts.push_back(part(i + 1, i, RecipeState::Holding, path));
        else r.parts.push_back(part(i + 1, i, RecipeState::Waiting, path, naive ? first + 1 : i, naive ? first : i - 1));
    }
    r.turnCount = r.acquired = 3;
    for (int t = 0; t < 3; ++t) r.turns.push_back({{t + 1}, msec(10 * t), msec(30 * t + 15), msec(30 * t + 40), naive ? count - 1 : 1, naive ? 2 * count : 1, naive ? 5 * count : 5});
    return r;
}

inline RecipeView readWrite() {
    RecipeView r;
    r.kind = RecipeKind::ReadWriteLock;
    r.path = "/locks/rw";
    for (int i = 0; i < 3; ++i) {
        r.parts.push_back(part(i + 1, i, RecipeState::Holding, r.path));
        r.parts.back().role = "read";
    }
    r.parts.push_back(part(4, 3, RecipeState::Waiting, r.path, 3, 2));
    r.parts.back().role = "write";
    for (int i = 4; i < 7; ++i) {
        r.parts.push_back(part(i + 1, i, RecipeState::Waiting, r.path, 4, 3));
        r.parts.back().role = "read";
    }
    return r;
}

inline RecipeView other(RecipeKind kind) {
    RecipeView r;
    r.kind = kind;
    r.path = "/app";
    for (int i = 0; i < 5; ++i) {
        r.parts.push_back(part(i + 1, i, i < 2 ? RecipeState::Waiting : RecipeState::Holding, r.path));
        r.parts.back().role = kind == RecipeKind::Queue ? (i < 3 ? "offer" : "take") : kind == RecipeKind::Service ? (i < 3 ? "provide" : "discover") : "";
        r.parts.back().detail = "node-" + std::to_string(i);
    }
    return r;
}

inline ClusterView playing(std::vector<RecipeView> recipes) {
    ClusterView view;
    view.run = 1;
    view.now = msec(5000);
    view.recipes = std::move(recipes);
    for (int id = 1; id <= 200; ++id) {
        ClientView c;
        c.id = {id};
        c.server = {1 + id % 3};
        c.connected = true;
        view.clients.push_back(c);
    }
    return view;
}

}  // namespace zab::sample
