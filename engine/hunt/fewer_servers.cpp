// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/fewer_servers.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace zab {
namespace {

class MovingUp {
public:
    explicit MovingUp(ServerId gone) : m_gone(gone) {}
    bool tellsNothing() const { return m_tellsNothing; }

    void operator()(ServerId& s) {
        if (s == m_gone) m_tellsNothing = true;
        else if (s.value > m_gone.value) --s.value;
    }
    void operator()(ActorId& actor) {
        if (!actor.isServer()) return;
        ServerId s = actor.server();
        (*this)(s);
        actor = s;
    }
    void operator()(std::vector<ServerId>& several) {
        if (std::erase(several, m_gone) > 0 && several.empty()) m_tellsNothing = true;
        for (ServerId& s : several) (*this)(s);
    }

private:
    ServerId m_gone;
    bool m_tellsNothing = false;
};

}  // namespace

std::optional<Scenario> withoutServer(const Scenario& scenario, ServerId gone) {
    if (scenario.ensemble.serverCount() <= 3) return std::nullopt;
    Scenario smaller = scenario;
    auto& members = smaller.ensemble.members;
    members.erase(members.begin() + gone.value - 1);
    for (int i = gone.value; i <= static_cast<int>(members.size()); ++i) members[static_cast<std::size_t>(i - 1)].id = ServerId{i};
    if (std::all_of(members.begin(), members.end(), [](const MemberConfig& m) { return m.observer; })) return std::nullopt;
    smaller.disks.clear();
    for (const auto& [server, image] : scenario.disks)
        if (server != gone.value) smaller.disks.emplace(server - (server > gone.value ? 1 : 0), image);
    return smaller;
}

std::optional<Command> withoutServer(Command command, ServerId gone) {
    MovingUp rename(gone);
    std::visit([&](auto& c) {
        if constexpr (requires { c.server; }) rename(c.server);
        if constexpr (requires { c.servers; }) rename(c.servers);
        if constexpr (requires { c.a; c.b; }) rename(c.a), rename(c.b);
        if constexpr (requires { c.input; }) rename(c.input.from), rename(c.input.to);
        if constexpr (requires { c.sides; }) for (auto& side : c.sides) rename(side);
    }, command);
    return rename.tellsNothing() ? std::nullopt : std::optional(std::move(command));
}

}  // namespace zab
