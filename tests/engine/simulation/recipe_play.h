// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes in a random run: what clients are told to do in them, what must hold meanwhile, and what must have come of it when
// everything is healed. What the locks and elections promise is watched by the safety checker; here are the others (§10).
#pragma once

#include "engine/lab/lab.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace zab::simulation {

class RecipePlay {
public:
    RecipePlay(const Lab& lab, Prng& random) : m_lab(lab), m_random(random) {}

    /// Something for this client to do.
    Command act(ClientId c) {
        const std::int64_t kind = m_random.below(12);
        if (kind < 6) return stands(c);
        if (kind < 10) return meets(c);
        return kind == 10 ? follows(c) : leaves(c);
    }

    /// Empty, or what this event shows to be wrong.
    std::string look(const Event& e) {
        const Trace& trace = m_lab.trace();
        if (e.text < 0 || !e.actor.isClient()) return {};
        if (e.rule == RuleId::QueueTaken) return taken(e, trace.text(e.text));
        const auto who = std::pair(e.actor.client().value, trace.text(e.text));
        const auto barrier = m_barriers.find(who.second);
        if (e.kind == EventKind::RecipeAcquired || e.kind == EventKind::RecipeLost || e.rule == RuleId::RecipeCannotCreate) m_owed.erase(who);
        if (barrier == m_barriers.end()) return {};
        Meeting& m = barrier->second;
        if (e.kind == EventKind::RecipeAsked) m.there.insert(who.first);
        if (e.kind == EventKind::RecipeLost || e.kind == EventKind::RecipeEnded) m.failed = true;
        if (e.kind == EventKind::RecipeAcquired && !m.failed && static_cast<std::int64_t>(m.there.size()) < m.count)
            return toString(e.actor) + " went through " + who.second + " when " + std::to_string(m.there.size()) + " of " + std::to_string(m.count) + " had come";
        return {};
    }

    /// Everything is healed: whoever stands in a line is owed its turn from now on.
    void begin() {
        each([&](ClientId c, const RecipePart& p) {
            if (m_left.contains({c.value, p.path})) return;   // it has given up
            if (inLine(p) && (p.state == RecipeState::Starting || p.state == RecipeState::Waiting)) m_owed.emplace(c.value, p.path);
        });
    }
    /// What somebody has to do so that all can end: open the gate, and leave where one waits for others.
    std::vector<Command> endings(ClientId anybody) {
        std::vector<Command> all;
        if (!gate().empty()) all.push_back(call(anybody, OpCode::Delete, kGate));
        each([&](ClientId c, const RecipePart& p) {
            if (p.kind == RecipeKind::DoubleBarrier && p.state != RecipeState::Done && !m_left.contains({c.value, p.path}) && (p.state == RecipeState::Holding || !full(p.path)))
                all.push_back(LeaveRecipe{c, RecipeEnd::Leave, p.path});
        });
        return all;
    }
    void carriedOut(const Command& c) {
        if (const auto* leave = std::get_if<LeaveRecipe>(&c)) m_left.insert({leave->client.value, leave->path}), m_owed.erase({leave->client.value, leave->path});
        if (const auto* start = std::get_if<StartRecipe>(&c)) m_left.erase({start->client.value, start->options.path});
    }
    /// Who still waits for what has to come; empty = nobody.
    std::string unfinished() const {
        std::string all;
        const auto add = [&](ClientId c, const RecipePart& p, const std::string& what) { all += toString(ActorId(c)) + " " + p.path + " " + what + "; "; };
        each([&](ClientId c, const RecipePart& p) {
            if (p.state == RecipeState::Done || p.state == RecipeState::Lost) return;
            const std::string state(recipeStateName(p.state));
            const DataTree& tree = leader();
            switch (p.kind) {
                case RecipeKind::Barrier:
                    if (p.state != RecipeState::Holding) add(c, p, state);
                    return;
                case RecipeKind::DoubleBarrier: return add(c, p, state);
                case RecipeKind::Queue:
                    if (p.role == RecipeRole::Offer || !elements(tree, p.path).empty()) add(c, p, state);
                    return;
                case RecipeKind::Group:
                    if (p.state != RecipeState::Holding || p.detail != listed(tree.children(p.path))) add(c, p, state + ", knows " + p.detail);
                    return;
                case RecipeKind::Config:
                    if (const Znode* z = tree.find(p.path); z ? p.detail != z->data : p.state == RecipeState::Holding) add(c, p, "knows " + p.detail);
                    return;
                case RecipeKind::Service:
                    if (p.role == RecipeRole::Discover && p.instances.size() != tree.children(p.path).size()) add(c, p, "knows " + p.detail);
                    if (p.role == RecipeRole::Provide && p.state != RecipeState::Holding) add(c, p, state);
                    return;
                default: add(c, p, state);
            }
        });
        for (const auto& [client, path] : m_owed) all += "C" + std::to_string(client) + " " + path + " had no turn; ";
        return all;
    }
    std::int64_t elementsTaken() const { return static_cast<std::int64_t>(m_taken.size()); }

private:
    static constexpr const char* kGate = "/gate";
    struct Meeting {
        std::int64_t count = 0;
        std::set<std::int32_t> there;   ///< who has come
        bool failed = false;            ///< somebody has gone before
    };

    Command start(ClientId c, RecipeKind kind, const std::string& path, RecipeRole role = RecipeRole::None) {
        RecipeOptions o;
        o.kind = kind;
        o.path = path;
        o.role = role;
        return StartRecipe{c, o, {}};
    }
    static Command call(ClientId c, OpCode op, const std::string& path, const std::string& data = {}) {
        Request r;
        r.op = op;
        r.path = path;
        r.data = data;
        return ClientCall{c, r, {}};
    }
    /// Locks and elections: of Curator, naive, of kazoo.
    Command stands(ClientId c) {
        const std::int64_t at = m_random.below(7);
        const RecipeRole role = m_random.below(2) == 0 ? RecipeRole::Read : RecipeRole::Write;
        constexpr const char* paths[] = {"/locks/a", "/locks/b", "/table", "/election", "/kazoo/a", "/kazoo/table", "/kazoo/election"};
        const RecipeKind kind = at == 3 || at == 6 ? RecipeKind::Election : at == 2 || at == 5 ? RecipeKind::ReadWriteLock : RecipeKind::Lock;
        if (m_random.below(5) == 0) return UseResource{c, paths[at], "x"};
        Command made = start(c, kind, paths[at], kind == RecipeKind::ReadWriteLock ? role : RecipeRole::None);
        RecipeOptions& o = std::get<StartRecipe>(made).options;
        o.naive = at == 1;
        o.like = at > 3 ? RecipeLibrary::Kazoo : RecipeLibrary::Curator;
        o.hold = msec(1 + m_random.below(3000));
        o.times = 1 + m_random.below(3);
        return made;
    }
    /// Barriers and queues.
    Command meets(ClientId c) {
        switch (m_random.below(8)) {
            case 0: return start(c, RecipeKind::Barrier, kGate);
            case 1: return call(c, m_random.below(3) == 0 ? OpCode::Delete : OpCode::Create, kGate);
            case 2:
            case 3: {
                if (m_random.below(4) == 0) ++m_meeting;
                const std::string path = "/meet/" + std::to_string(m_meeting);
                Meeting& m = m_barriers[path];
                if (m.count == 0) m.count = 2 + m_random.below(2);
                Command made = start(c, RecipeKind::DoubleBarrier, path);
                std::get<StartRecipe>(made).options.count = m.count;
                return made;
            }
            default: {
                const bool kazoo = m_random.below(3) == 0;
                Command made = start(c, RecipeKind::Queue, kazoo ? "/kazoo/queue" : "/queue", m_random.below(2) == 0 ? RecipeRole::Offer : RecipeRole::Take);
                RecipeOptions& o = std::get<StartRecipe>(made).options;
                if (kazoo) o.like = RecipeLibrary::Kazoo;
                if (o.role == RecipeRole::Offer) o.data = "e" + std::to_string(++m_element);
                else o.times = 1 + m_random.below(4);
                return made;
            }
        }
    }
    Command follows(ClientId c) {
        switch (m_random.below(6)) {
            case 0:
            case 1: return start(c, RecipeKind::Group, "/group");
            case 2: return start(c, RecipeKind::Config, "/config");
            case 3: return call(c, m_random.below(2) == 0 ? OpCode::Create : OpCode::SetData, "/config", "v" + std::to_string(++m_element));
            case 4: return start(c, RecipeKind::Service, "/services/s", RecipeRole::Provide);
            default: return start(c, RecipeKind::Service, "/services/s", RecipeRole::Discover);
        }
    }
    Command leaves(ClientId c) {
        const Recipes& recipes = m_lab.world().clients()[static_cast<std::size_t>(c.value - 1)]->client.recipes();
        if (recipes.empty()) return stands(c);
        const RecipePart& p = recipes.part(static_cast<std::size_t>(m_random.below(static_cast<std::int64_t>(recipes.size()))));
        return LeaveRecipe{c, recipeEnd(p.kind, p.role), p.path, {}};
    }

    /// An element is taken at most once: its znode is its identity, and the parent's czxid tells one life of the queue from the next.
    std::string taken(const Event& e, const std::string& path) {
        const Client& client = m_lab.world().clients()[static_cast<std::size_t>(e.actor.client().value - 1)]->client;
        if (!client.server()) return {};
        const Znode* queue = m_lab.world().host(client.server()).server.tree().find(path);
        if (!queue || m_taken.insert({path, queue->czxid.value, e.args[0]}).second) return {};
        return toString(e.actor) + " took number " + std::to_string(e.args[0]) + " of " + path + ", which was taken before";
    }

    template <class F>
    void each(F f) const {
        for (const auto& host : m_lab.world().clients())
            for (std::size_t i = 0; i < host->client.recipes().size(); ++i) f(host->client.id(), host->client.recipes().part(i));
    }
    static bool inLine(const RecipePart& p) { return p.kind == RecipeKind::Lock || p.kind == RecipeKind::ReadWriteLock || p.kind == RecipeKind::Election; }
    /// Enough are there and none of them leaves: all of them have to go in.
    bool full(const std::string& path) const {
        std::int64_t there = 0;
        each([&](ClientId c, const RecipePart& p) { there += p.path == path && p.state != RecipeState::Done && p.state != RecipeState::Lost && !m_left.contains({c.value, path}); });
        return there >= m_barriers.at(path).count;
    }
    const DataTree& leader() const {
        for (int i = 1; i <= m_lab.world().config().serverCount(); ++i)
            if (const Server& s = m_lab.world().host(ServerId{i}).server; s.replica().state() == ServerState::Leading && s.replica().serving()) return s.tree();
        return m_lab.world().host(ServerId{1}).server.tree();
    }
    std::string gate() const { return leader().find(kGate) ? kGate : ""; }
    static std::vector<std::string> elements(const DataTree& tree, const std::string& path) { return tree.children(path); }
    static std::string listed(const std::vector<std::string>& names) {
        std::string text;
        for (const std::string& n : names) text += (text.empty() ? "" : " ") + n;
        return text;
    }

    const Lab& m_lab;
    Prng& m_random;
    std::map<std::string, Meeting> m_barriers;
    std::set<std::tuple<std::string, std::int64_t, std::int64_t>> m_taken;
    std::set<std::pair<std::int32_t, std::string>> m_left, m_owed;
    int m_meeting = 0, m_element = 0;
};

}  // namespace zab::simulation
