// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/symmetry.h"

#include "engine/world/world_parts.h"

#include <algorithm>

namespace zab {
namespace {

bool nothingMayFail(const Purse& purse) {
    constexpr Cost kFaults[] = {Cost::Crash, Cost::Restart, Cost::Cut, Cost::Heal, Cost::Drop, Cost::Timeout};
    return std::none_of(std::begin(kFaults), std::end(kFaults), [&](Cost c) { return purse.has(c); });
}

bool allServe(const World& world) {
    bool serve = true;
    for (int i = 1; i <= world.config().serverCount(); ++i) serve = serve && world.host(ServerId{i}).life == Life::Up && world.host(ServerId{i}).server.replica().serving();
    world.pending().forEach([&](const PendingInput& in) { serve = serve && !std::holds_alternative<Notification>(in.message); });
    return serve;
}

Digest128 digestOf(const World& world, const SafetyChecker& checker, const Renaming* names) {
    StateDigest d(names);
    d.add(checker);
    Digest128 sum = worldDigest(world, names);
    return sum += d.value();
}

}  // namespace

std::vector<Renaming> renamings(const World& world, const SafetyChecker& checker, const Purse& purse) {
    std::vector<Renaming> all(1);
    if (!nothingMayFail(purse) || !allServe(world)) return {};
    const Digest128 beginning = digestOf(world, checker, nullptr);
    const auto alike = [&](const MemberConfig& a, const MemberConfig& b) {
        MemberConfig other = b;
        other.id = a.id;
        Renaming exchanged;
        exchanged.exchange(a.id, b.id);
        return a == other && digestOf(world, checker, &exchanged) == beginning;
    };
    std::vector<std::vector<ServerId>> classes;
    for (const MemberConfig& m : world.config().members) {
        const auto home = std::find_if(classes.begin(), classes.end(), [&](const auto& c) { return alike(world.config().member(c.front()), m); });
        if (home == classes.end()) {
            classes.push_back({m.id});
            continue;
        }
        const std::size_t before = all.size();
        if (before * (home->size() + 1) > kMostRenamings + 1) continue;
        for (std::size_t i = 0; i < before; ++i) {   // each order of those before it, and it in the place of each of them
            for (const ServerId s : *home) {
                all.push_back(all[i]);
                all.back().exchange(s, m.id);
            }
        }
        home->push_back(m.id);
    }
    all.erase(all.begin());
    return all;
}

bool breaksSymmetry(const Event& e) {
    if (e.kind == EventKind::PacketSent) return e.message == MessageType::Notification || e.message == MessageType::Disconnect;
    return e.kind == EventKind::StateChanged || e.kind == EventKind::ServerExited || e.kind == EventKind::ServerRefused;
}

}  // namespace zab
