// SPDX-License-Identifier: GPL-3.0-or-later
// How a state goes on: which moves it has, and what each leads to, known or played by the engine.
#include "engine/hunt/state_space.h"

#include <algorithm>

namespace zab {
namespace {

constexpr std::uint64_t kEffortOfPlaying = 100;   // as measured
constexpr std::uint32_t kOwn = 1U << 30, kFault = 2U << 30, kWrite = 3U << 30;

/// On their way, or at a cut.
template <class F>
void forEachPacket(const World& world, F f) {
    world.pending().forEach([&](const PendingInput& in) {
        if (in.kind == InputKind::Packet) f(in);
    });
    const int n = world.config().serverCount();
    for (int a = 1; a <= n; ++a)
        for (int b = 1; b <= n; ++b)
            for (const PendingInput& in : world.line(ServerId{a}, ServerId{b}).held) f(in);
}

}  // namespace

void StateSpace::moves(const State& s, std::vector<Move>& out) {
    out.clear();
    const Surroundings& around = m_shared.surroundings[s[kSurroundings]].surroundings;
    const auto byte = [](std::size_t i) { return static_cast<std::uint8_t>(i); };
    for (std::size_t to = 0; to < m_actors; ++to) {
        for (std::size_t from = 0; from < m_actors; ++from) {
            if (from < m_servers && to < m_servers && around.lines[from * m_servers + to].cut) continue;
            for (const std::uint8_t place : m_shared.queues[s[queueSlot(from, to)]].first) out.push_back({MoveKind::Deliver, byte(to), byte(from), place});
        }
        for (const std::uint8_t place : m_shared.actors[s[kActors + to]].free) out.push_back({MoveKind::Own, byte(to), 0, place});
    }
    movesOfFaults(s, m_shared.purses[s[kPurse]].purse, out);
}

void StateSpace::movesOfFaults(const State& s, const Purse& purse, std::vector<Move>& out) const {
    const Surroundings& around = m_shared.surroundings[s[kSurroundings]].surroundings;
    const auto cut = [&](std::size_t a, std::size_t b) { return around.lines[a * m_servers + b].cut; };
    const auto byte = [](std::size_t i) { return static_cast<std::uint8_t>(i); };
    bool anyCut = false;
    for (std::size_t i = 0; i < m_actors; ++i) {
        const ActorRecord& r = m_shared.actors[s[kActors + i]];
        const std::uint8_t a = byte(i);
        for (int kept = 0; purse.has(Cost::Crash) && r.runs && kept <= r.unsynced; ++kept) out.push_back({MoveKind::Crash, a, 0, byte(static_cast<std::size_t>(kept))});
        if (purse.has(Cost::Restart) && r.ended) out.push_back({MoveKind::Restart, a});
        if (purse.has(Cost::Timeout) && r.canTimeOut) out.push_back({MoveKind::Timeout, a});
        for (const std::uint8_t place : r.wakes)
            if (purse.has(Cost::Timeout)) out.push_back({MoveKind::Wake, a, 0, place});
        if (purse.has(Cost::Write) && r.canCall) out.push_back({MoveKind::Write, a});
        if (purse.has(Cost::Read) && r.canCall) out.push_back({MoveKind::Read, a});
        int whole = 0;
        for (std::size_t b = 0; i < m_servers && b < m_servers; ++b) {
            if (b == i) continue;
            anyCut = anyCut || cut(i, b);
            whole += !cut(i, b);
            if (purse.has(Cost::Cut) && i < b && !cut(i, b)) out.push_back({MoveKind::Cut, a, byte(b)});
        }
        if (purse.has(Cost::Cut) && whole > 1) out.push_back({MoveKind::Cut, a, a});
        for (std::size_t from = 0; purse.has(Cost::Drop) && from < m_actors; ++from) {
            if (from < m_servers && i < m_servers && cut(from, i)) continue;
            for (const std::uint8_t place : m_shared.queues[s[queueSlot(from, i)]].first) out.push_back({MoveKind::Drop, a, byte(from), place});
        }
    }
    if (purse.has(Cost::Heal) && anyCut) out.push_back({MoveKind::HealAll});
}

/// What the actor is told, as a number: the content of a packet, one of its own inputs, a fault.
std::uint32_t StateSpace::code(const State& from, const Move& move) const {
    switch (move.kind) {
    case MoveKind::Deliver: return m_shared.queues[from[queueSlot(move.other, move.actor)]].packets[move.place];
    case MoveKind::Own:
    case MoveKind::Wake: return kOwn + move.place;
    case MoveKind::Write: return kWrite + m_shared.purses[from[kPurse]].purse.writes;
    default: return kFault + (std::uint32_t{move.other} << 16) + (std::uint32_t{move.place} << 8) + static_cast<std::uint32_t>(move.kind);
    }
}

/// Its vote would make a new connection, and the other side sends its own last vote again (§2.1): that stands in the other's part.
bool StateSpace::meetsLostVote(const Surroundings& around, std::size_t from, std::size_t to) const {
    const Surroundings::Flags &there = around.lines[from * m_servers + to], &back = around.lines[to * m_servers + from];
    return back.voteLost && !there.cut && !back.cut && around.lives[to] == Life::Up;
}

bool StateSpace::step(const State& from, const Move& move, State& to) {
    ++m_effort;
    // A started server is sent the last votes of the others, a healed line lets go what it holds, a broken connection loses what is on its way.
    if (move.kind == MoveKind::Restart || move.kind == MoveKind::HealAll || move.kind == MoveKind::Drop) return playWhole(from, move, to);
    const std::size_t slot = kActors + move.actor;
    const std::uint32_t situation = m_situations.get(from[slot], from[kSurroundings], [&] { return ++m_shared.pairs; });
    const Outcome& outcome = m_shared.outcomes[m_steps.get(situation, code(from, move), [&] { return play(from, move); })];
    if (!outcome.local) return playWhole(from, move, to);
    to = from;
    const Cost cost = costOf(move.kind);
    if (cost != Cost::Free || outcome.toll != Toll()) {
        Purse purse = m_shared.purses[from[kPurse]].purse;
        if (!purse.pay(cost, outcome.toll)) return false;
        const auto price = static_cast<std::uint32_t>((static_cast<int>(cost) << 16) + (outcome.toll.leads << 8) + outcome.toll.givenUp);
        to[kPurse] = m_paid.get(from[kPurse], price, [&] { return internPurse(purse); });
    }
    if (move.kind == MoveKind::Deliver) {
        std::uint32_t& queue = to[queueSlot(move.other, move.actor)];
        queue = without(move.other, move.actor, queue, move.place);
    }
    to[slot] = outcome.actor;
    to[kSurroundings] = outcome.surroundings;
    for (const std::uint8_t receiver : outcome.unsent) to[queueSlot(move.actor, receiver)] = internQueue(actorId(move.actor), actorId(receiver), {}, -1);
    for (const Outcome::Sent& s : outcome.sent) {
        std::uint32_t& queue = to[queueSlot(move.actor, s.to)];
        queue = sent(move.actor, s, queue);
    }
    for (std::size_t i = 0; outcome.ends && i < m_actors; ++i) {
        if (i == move.actor) continue;
        std::uint32_t& queue = to[queueSlot(i, move.actor)];
        queue = staled(i, move.actor, queue);
    }
    to[kChecker] = judged(from[kChecker], outcome.events);
    return true;
}

void StateSpace::apply(World& world, const Move& move, int writes) {
    m_effort += kEffortOfPlaying;
    const Command command = commandOf(world, move, writes);
    do {
        const std::string why = world.apply(command, {}, m_trace);
        ZAB_CHECK(why.empty());
    } while (looksAgain(world, move, command));
}

/// Rules that decided something, and what came of it that has a price.
Toll StateSpace::observe(const World& after, EventId from) {
    Toll toll;
    for (EventId id = from; id < m_trace.size(); ++id) {
        const Event& e = m_trace.at(id);
        m_rules.set(static_cast<std::size_t>(e.rule));
        if (!m_shared.renamings.empty() && breaksSymmetry(e)) m_shared.asymmetric = true;
        toll.leads += e.kind == EventKind::StateChanged && e.args[0] == static_cast<std::int64_t>(ServerState::Leading);
        toll.givenUp += e.rule == RuleId::ConnectGivenUp && after.host(e.peer.server()).life == Life::Up;
    }
    return toll;
}

/// Plays a step that may be local and says what it led to. What the actor has sent before can only wait for its receiver, or be overwritten
/// or dropped at a cut line, which `step` does itself.
std::uint32_t StateSpace::play(const State& from, const Move& move) {
    World world = assemble(from, move.actor);
    const Surroundings& around = m_shared.surroundings[from[kSurroundings]].surroundings;
    const ActorId actor = actorId(move.actor);
    const std::vector<const void*> before = identities(world);
    std::size_t packets = 0;
    forEachPacket(world, [&](const PendingInput&) { ++packets; });
    const std::uint64_t first = WorldParts::nextSequence(world);
    const std::uint32_t process = actor.isServer() ? world.host(actor.server()).process : 0;
    const EventId event = m_trace.size();
    apply(world, move, m_shared.purses[from[kPurse]].purse.writes);

    Outcome out;
    out.toll = observe(world, event);
    out.events = internEvents(world, event);
    out.local = true;
    std::vector<const PendingInput*> sent;
    forEachPacket(world, [&](const PendingInput& in) {
        if (in.sequence >= first) sent.push_back(&in);
        else --packets;
    });
    std::sort(sent.begin(), sent.end(), [](const PendingInput* a, const PendingInput* b) { return a->sequence < b->sequence; });
    for (const PendingInput* in : sent) {
        const std::size_t to = indexOf(in->to);
        const bool vote = std::holds_alternative<Notification>(in->message);
        out.local = out.local && in->from == actor && !(vote && meetsLostVote(around, move.actor, to));
        out.sent.push_back({static_cast<std::uint8_t>(to), vote && around.lines[move.actor * m_servers + to].cut, internPacket(WorldParts::flying(world, *in))});
    }
    out.local = out.local && packets == (move.kind == MoveKind::Deliver ? 1 : 0);
    const std::vector<const void*> after = identities(world);
    for (std::size_t i = 0; i < m_actors && out.local; ++i)   // a packet to a client marks the time on its way: another object, the same part
        out.local = i == move.actor || before[i] == after[i] || partOf(world, i) == from[kActors + i];
    if (out.local) {
        out.ends = actor.isServer() && world.host(actor.server()).process != process;
        for (std::size_t to = 0; out.ends && to < m_servers; ++to)
            if (around.lines[move.actor * m_servers + to].cut) out.unsent.push_back(static_cast<std::uint8_t>(to));
        out.actor = partOf(world, move.actor);
        out.surroundings = internSurroundings(WorldParts::surroundings(world));
    }
    return m_shared.outcomes.add(std::move(out));
}

bool StateSpace::playWhole(const State& from, const Move& move, State& to) {
    World world = assemble(from);
    const std::vector<const void*> before = identities(world);
    Purse purse = m_shared.purses[from[kPurse]].purse;
    const EventId event = m_trace.size();
    apply(world, move, purse.writes);
    if (!purse.pay(costOf(move.kind), observe(world, event))) return false;
    to = from;
    takeApart(world, before, to);
    to[kPurse] = internPurse(purse);
    to[kChecker] = judged(from[kChecker], internEvents(world, event));
    return true;
}

}  // namespace zab
