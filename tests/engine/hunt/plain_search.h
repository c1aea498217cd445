// SPDX-License-Identifier: GPL-3.0-or-later
// The explorer's rival in its tests: breadth first over whole worlds, copied and played one by one, with nothing known beforehand.
#pragma once

#include "engine/base/check.h"
#include "engine/hunt/stage.h"
#include "engine/hunt/witness.h"
#include "engine/world/world_parts.h"

#include <algorithm>
#include <deque>
#include <set>

namespace zab::testing {

struct PlainMove {
    Command command;
    Cost cost = Cost::Free;
};

class PlainSearch {
public:
    PlainSearch(const Script& script, const ExploreBudgets& budgets, std::int64_t maxDepth) : m_stage(script), m_maxDepth(maxDepth) {
        add({m_stage.lab().world(), m_stage.checker(), Purse(budgets), 0});
    }
    std::uint64_t distinct = 0, generated = 1;
    std::int64_t depth = 0;
    bool violated = false;

    void run() {
        while (!m_queue.empty() && !violated) {
            const Node node = std::move(m_queue.front());
            m_queue.pop_front();
            if (node.depth >= m_maxDepth) continue;
            for (const PlainMove& move : movesOf(node.world, node.purse)) go(node, move);
        }
    }

private:
    struct Node {
        World world;
        SafetyChecker checker;
        Purse purse;
        std::int64_t depth;
    };

    void add(Node node) {
        StateDigest d;
        d.add(node.checker, node.purse);
        Digest128 sum = worldDigest(node.world);
        sum += d.value();
        if (!m_seen.insert(sum).second) return;
        ++distinct;
        depth = node.depth;
        violated = violated || !node.checker.violations().empty();
        m_queue.push_back(std::move(node));
    }

    void go(const Node& from, const PlainMove& move) {
        Node node = from;
        ++node.depth;
        Toll toll;
        bool again = true;
        const EventId first = m_trace.size();
        while (again) {
            const std::string why = node.world.apply(move.command, {}, m_trace);
            ZAB_CHECK(why.empty());
            const auto* deliver = std::get_if<DeliverInput>(&move.command);
            again = deliver && deliver->input.kind == InputKind::Timer && deliver->input.timer == TimerKind::FinalizeWait && node.world.find(deliver->input);
        }
        for (const Event& e : witnessed(m_trace, first, node.world)) {
            node.checker.observe(e);
            toll.leads += e.kind == EventKind::StateChanged && e.args[0] == static_cast<std::int64_t>(ServerState::Leading);
        }
        for (EventId id = first; id < m_trace.size(); ++id)
            toll.givenUp += m_trace.at(id).rule == RuleId::ConnectGivenUp && node.world.host(m_trace.at(id).peer.server()).life == Life::Up;
        if (!node.purse.pay(move.cost, toll)) return;
        ++generated;
        add(std::move(node));
    }

    /// All that may come next, by name; equal names are numbered.
    static std::vector<PlainMove> movesOf(const World& world, const Purse& purse) {
        std::vector<PlainMove> moves;
        std::vector<InputName> names;
        world.pending().forEach([&](const PendingInput& in) {
            if (world.isVoid(in)) return;
            InputName name = nameOf(in);
            while (const PendingInput* found = world.find(name)) {
                if (found->sequence == in.sequence) return names.push_back(name);
                ++name.number;
            }
        });
        for (const InputName& name : names) {
            const bool timer = name.kind == InputKind::Timer;
            const bool wakes = timer && name.timer == TimerKind::ClientWake && world.clients()[static_cast<std::size_t>(name.to.client().value - 1)]->client.state() != Client::State::Connected;
            if (!timer || isFree(name.timer)) moves.push_back({DeliverInput{name}});
            else if (wakes) moves.push_back({DeliverInput{name}, Cost::Timeout});
            if (name.kind == InputKind::Packet) moves.push_back({DropInput{name}, Cost::Drop});
        }
        addFaults(moves, world, purse);
        std::erase_if(moves, [&](const PlainMove& m) { return !purse.has(m.cost); });
        return moves;
    }

    static void addFaults(std::vector<PlainMove>& moves, const World& world, const Purse& purse) {
        const int n = world.config().serverCount();
        bool anyCut = false;
        for (int i = 1; i <= n; ++i) {
            const ServerId s{i};
            const Host& host = world.host(s);
            const Role& role = host.server.replica().role();
            const auto* looking = std::get_if<Looking>(&role);
            if (host.life == Life::Up) {
                for (std::size_t kept = 0; kept <= host.server.replica().disk().log.unsynced(); ++kept)
                    moves.push_back({CrashServer{s, false, static_cast<std::int64_t>(kept)}, Cost::Crash});
                if (!std::holds_alternative<Ending>(role) && !(looking && looking->finalizing)) moves.push_back({ForceTimeout{s}, Cost::Timeout});
            } else if (host.life != Life::Refused) {
                moves.push_back({StartServers{{s}}, Cost::Restart});
            }
            int whole = 0;
            for (int b = 1; b <= n; ++b) {
                if (b == i) continue;
                anyCut = anyCut || world.line(s, ServerId{b}).cut;
                whole += !world.line(s, ServerId{b}).cut;
                if (i < b && !world.line(s, ServerId{b}).cut) moves.push_back({CutLink{s, ServerId{b}}, Cost::Cut});
            }
            if (whole > 1) moves.push_back({CutLink{s, {}}, Cost::Cut});
        }
        if (anyCut) moves.push_back({HealAll{}, Cost::Heal});
        for (const auto& c : world.clients()) {
            if (c->client.state() != Client::State::Connected) continue;
            Request r;
            r.op = OpCode::Create;
            r.path = "/w" + std::to_string(purse.writes + 1);
            moves.push_back({ClientCall{c->client.id(), r, {}}, Cost::Write});
            r.op = OpCode::GetChildren;
            r.path = "/";
            moves.push_back({ClientCall{c->client.id(), r, {}}, Cost::Read});
        }
    }

    Stage m_stage;
    std::int64_t m_maxDepth;
    Trace m_trace{false};
    std::set<Digest128> m_seen;
    std::deque<Node> m_queue;
};

}  // namespace zab::testing
