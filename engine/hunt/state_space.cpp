// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/state_space.h"

#include "engine/hunt/witness.h"

#include <algorithm>

namespace zab {
namespace {

template <class Part>
Digest128 digestOf(const Part& part) {
    StateDigest d;
    d.add(part);
    return d.value();
}

constexpr std::uint64_t kBytesOfActor = 6000, kBytesOfChecker = 4000;   // as measured; only for the bound of the memory

}  // namespace

std::uint64_t Shared::bytes() const {
    const std::uint64_t memos = situations.bytes() + steps.bytes() + taken.bytes() + added.bytes() + stale.bytes() + verdicts.bytes() + paid.bytes();
    return actors.size() * kBytesOfActor + checkers.size() * kBytesOfChecker + (packets.size() + queues.size() + outcomes.size()) * 400 + memos;
}

StateSpace::StateSpace(Shared& shared, const World& world, std::optional<Property> property)
    : m_shared(shared), m_frame(WorldParts::emptied(world)), m_servers(static_cast<std::size_t>(world.config().serverCount())),
      m_actors(m_servers + world.clients().size()), m_fifo(world.config().variants.holds(Seal::FifoLinks)), m_property(property),
      m_situations(shared.situations), m_steps(shared.steps), m_taken(shared.taken), m_added(shared.added), m_stale(shared.stale),
      m_verdicts(shared.verdicts), m_paid(shared.paid) {}

std::uint64_t StateSpace::bytes() const {
    return m_situations.bytes() + m_steps.bytes() + m_taken.bytes() + m_added.bytes() + m_stale.bytes() + m_verdicts.bytes() + m_paid.bytes();
}

ActorId StateSpace::actorId(std::size_t i) const {
    const int n = static_cast<int>(i), servers = static_cast<int>(m_servers);
    return n < servers ? ActorId(ServerId{n + 1}) : ActorId(ClientId{n - servers + 1});
}

// --- Parts and their numbers -----------------------------------------------------------------------------------------------

template <class F>
Fingerprints StateSpace::fingerprints(const Digest128& own, F addTo) const {
    Fingerprints all{own, {}};
    for (const Renaming& names : m_shared.renamings) {
        StateDigest d(&names);
        addTo(d);
        all.renamed.push_back(d.value());
    }
    return all;
}

template <class Part>
std::uint32_t StateSpace::internActor(Part part) {
    const Digest128 digest = digestOf(part);
    return m_shared.actors.intern(digest, [&] {
        ActorRecord r;
        if constexpr (std::is_same_v<Part, ServerPart>) r.digest = fingerprints(digest, [&](StateDigest& d) { d.add(part); });
        else r.digest = {digest, std::vector(m_shared.renamings.size(), digest)};   // it looks at its list of servers when something fails
        for (std::size_t i = 0; i < part.own.size(); ++i) {
            const PendingInput& in = part.own[i];
            if (in.kind != InputKind::Timer || isFree(in.timer)) r.free.push_back(static_cast<std::uint8_t>(i));
            else if (in.timer == TimerKind::ClientWake) r.wakes.push_back(static_cast<std::uint8_t>(i));
        }
        if constexpr (std::is_same_v<Part, ServerPart>) {
            const Replica& replica = part.host->server.replica();
            const auto* looking = std::get_if<Looking>(&replica.role());
            r.runs = part.host->life == Life::Up;
            r.ended = part.host->life == Life::Down || part.host->life == Life::Exited;
            r.unsynced = static_cast<int>(replica.disk().log.unsynced());
            r.canTimeOut = r.runs && !std::holds_alternative<Ending>(replica.role()) && !(looking && looking->finalizing);
        } else {
            r.canCall = part.host->client.state() == Client::State::Connected;
            if (r.canCall) r.wakes.clear();
        }
        r.part = std::move(part);
        return r;
    });
}

std::uint32_t StateSpace::internPacket(const Flying& f) {
    return m_shared.packets.intern(digestOf(f), [&] {
        PacketRecord r{f, std::holds_alternative<Notification>(f.in.message)};
        r.flying.newestVote = false;
        return r;
    });
}

std::uint32_t StateSpace::internQueue(ActorId from, ActorId to, std::vector<std::uint32_t> packets, int newestVote) {
    const auto addTo = [&](StateDigest& d) {
        d.add(from, to, newestVote, packets.size());
        for (const std::uint32_t p : packets) d.add(m_shared.packets[p].flying);
    };
    StateDigest d;
    addTo(d);
    const Digest128 digest = d.value();
    return m_shared.queues.intern(digest, [&] {
        PacketsRecord r;
        r.digest = fingerprints(digest, addTo);
        r.newestVote = newestVote;
        r.packets = std::move(packets);
        for (std::size_t i = 0; i < r.packets.size(); ++i) {
            const bool behind = i > 0 && m_shared.packets[r.packets[i]].flying.in.connection == m_shared.packets[r.packets[i - 1]].flying.in.connection;
            const bool fifo = m_fifo || !from.isServer() || !to.isServer();
            if (!fifo || !behind) r.first.push_back(static_cast<std::uint8_t>(i));
        }
        return r;
    });
}

std::uint32_t StateSpace::internSurroundings(const Surroundings& s) {
    const Digest128 digest = digestOf(s);
    return m_shared.surroundings.intern(digest, [&] { return SurroundingsRecord{s, fingerprints(digest, [&](StateDigest& d) { d.add(s); })}; });
}

std::uint32_t StateSpace::internChecker(SafetyChecker checker) {
    const Digest128 digest = digestOf(checker);
    return m_shared.checkers.intern(digest, [&] {
        CheckerRecord r;
        for (const ViolationFound& v : checker.violations())
            if (!r.violated && (!m_property || v.property == *m_property)) r.violated = v.property;
        r.digest = fingerprints(digest, [&](StateDigest& d) { d.add(checker); });
        r.checker = std::move(checker);
        return r;
    });
}

std::uint32_t StateSpace::internPurse(const Purse& p) {
    const Digest128 digest = digestOf(p);
    return m_shared.purses.intern(digest, [&] { return PurseRecord{p, digest}; });
}

std::uint32_t StateSpace::internEvents(const World& after, EventId from) {
    std::vector<Event> events = witnessed(m_trace, from, after);
    StateDigest d;
    for (const Event& e : events) d.add(e.kind, e.message, e.rule, e.actor, e.peer, e.text, e.args);
    return m_shared.events.intern(d.value(), [&] { return EventsRecord{std::move(events)}; });
}

std::uint32_t StateSpace::without(std::size_t from, std::size_t to, std::uint32_t queue, std::size_t place) {
    return m_taken.get(queue, static_cast<std::uint32_t>(place), [&] {
        const PacketsRecord& r = m_shared.queues[queue];
        std::vector<std::uint32_t> packets = r.packets;
        packets.erase(packets.begin() + static_cast<std::ptrdiff_t>(place));
        const int at = static_cast<int>(place);
        return internQueue(actorId(from), actorId(to), std::move(packets), r.newestVote == at ? -1 : r.newestVote - (r.newestVote > at));
    });
}

std::uint32_t StateSpace::with(std::size_t from, std::size_t to, std::uint32_t queue, std::uint32_t packet) {
    return m_added.get(queue, packet, [&] {
        const PacketsRecord& r = m_shared.queues[queue];
        std::vector<std::uint32_t> packets = r.packets;
        const auto connection = [&](std::uint32_t p) { return m_shared.packets[p].flying.in.connection; };
        const auto at = std::upper_bound(packets.begin(), packets.end(), packet, [&](std::uint32_t a, std::uint32_t b) { return connection(a) < connection(b); });
        const int place = static_cast<int>(at - packets.begin());
        packets.insert(at, packet);
        const int newest = m_shared.packets[packet].vote ? place : r.newestVote + (r.newestVote >= place);
        return internQueue(actorId(from), actorId(to), std::move(packets), newest);
    });
}

std::uint32_t StateSpace::sent(std::size_t from, const Outcome::Sent& s, std::uint32_t queue) {
    const int newest = m_shared.queues[queue].newestVote;
    if (!s.overwrites || newest < 0) return with(from, s.to, queue, s.packet);
    m_rules.set(static_cast<std::size_t>(RuleId::NotificationOverwritten));
    std::vector<std::uint32_t> packets = m_shared.queues[queue].packets;
    packets[static_cast<std::size_t>(newest)] = s.packet;
    return internQueue(actorId(from), actorId(s.to), std::move(packets), newest);
}

std::uint32_t StateSpace::staled(std::size_t from, std::size_t to, std::uint32_t queue) {
    return m_stale.get(queue, 0, [&] {
        const PacketsRecord& r = m_shared.queues[queue];
        std::vector<std::uint32_t> packets;
        for (const std::uint32_t p : r.packets) {
            Flying f = m_shared.packets[p].flying;
            f.arrives = false;
            packets.push_back(internPacket(f));
        }
        return internQueue(actorId(from), actorId(to), std::move(packets), r.newestVote);
    });
}

std::uint32_t StateSpace::judged(std::uint32_t checker, std::uint32_t events) {
    return m_verdicts.get(checker, events, [&] {
        const EventsRecord& r = m_shared.events[events];
        if (r.events.empty()) return checker;
        SafetyChecker next = m_shared.checkers[checker].checker;
        for (const Event& e : r.events) next.observe(e);
        return internChecker(std::move(next));
    });
}

// --- Worlds ------------------------------------------------------------------------------------------------------------------

World StateSpace::assemble(const State& s, std::size_t silent) const {
    World world = m_frame;
    for (std::size_t i = 0; i < m_actors; ++i) {
        const auto& part = m_shared.actors[s[kActors + i]].part;
        if (const auto* server = std::get_if<ServerPart>(&part)) WorldParts::put(world, *server);
        else WorldParts::put(world, std::get<ClientPart>(part));
    }
    WorldParts::put(world, m_shared.surroundings[s[kSurroundings]].surroundings);
    std::vector<Flying> flying;
    for (std::size_t from = 0; from < m_actors; ++from) {
        for (std::size_t to = 0; to < m_actors; ++to) {
            if (from == to || from == silent) continue;
            const PacketsRecord& queue = m_shared.queues[s[queueSlot(from, to)]];
            flying.clear();
            for (const std::uint32_t p : queue.packets) flying.push_back(m_shared.packets[p].flying);
            if (queue.newestVote >= 0) flying[static_cast<std::size_t>(queue.newestVote)].newestVote = true;
            WorldParts::put(world, actorId(from), actorId(to), flying);
        }
    }
    return world;
}

/// By actor: as long as one is the same object, nobody has touched it, nor what belongs to it.
std::vector<const void*> StateSpace::identities(const World& world) const {
    std::vector<const void*> all;
    for (std::size_t i = 0; i < m_actors; ++i)
        all.push_back(i < m_servers ? WorldParts::identity(world, actorId(i).server()) : WorldParts::identity(world, actorId(i).client()));
    return all;
}

std::uint32_t StateSpace::partOf(const World& world, std::size_t i) {
    const ActorId a = actorId(i);
    return a.isServer() ? internActor(WorldParts::server(world, a.server())) : internActor(WorldParts::client(world, a.client()));
}

void StateSpace::takeApart(const World& world, const std::vector<const void*>& untouched, State& to) {
    to[kSurroundings] = internSurroundings(WorldParts::surroundings(world));
    const std::vector<const void*> now = identities(world);
    for (std::size_t i = 0; i < m_actors; ++i)
        if (untouched.empty() || untouched[i] != now[i]) to[kActors + i] = partOf(world, i);
    const auto lines = WorldParts::packets(world);
    for (std::size_t a = 0; a < m_actors; ++a) {
        for (std::size_t b = 0; b < m_actors; ++b) {
            const std::vector<Flying>& flying = lines[a * m_actors + b];
            std::vector<std::uint32_t> packets;
            int newest = -1;
            for (const Flying& f : flying) {
                if (f.newestVote) newest = static_cast<int>(packets.size());
                packets.push_back(internPacket(f));
            }
            to[queueSlot(a, b)] = internQueue(actorId(a), actorId(b), std::move(packets), newest);
        }
    }
}

State StateSpace::first(const World& world, const SafetyChecker& checker, const Purse& purse) {
    State s(slots());
    takeApart(world, {}, s);
    s[kChecker] = internChecker(checker);
    s[kPurse] = internPurse(purse);
    return s;
}

Digest128 StateSpace::digest(const State& s) const {
    const auto sumOf = [&](auto one) {
        Digest128 sum = one(m_shared.surroundings[s[kSurroundings]].digest);
        sum += one(m_shared.checkers[s[kChecker]].digest);
        for (std::size_t i = 0; i < m_actors; ++i) sum += one(m_shared.actors[s[kActors + i]].digest);
        for (std::size_t i = kActors + m_actors; i < s.size(); ++i) sum += one(m_shared.queues[s[i]].digest);
        return sum;
    };
    Digest128 least = sumOf([](const Fingerprints& f) { return f.own; });
    for (std::size_t r = 0; r < m_shared.renamings.size(); ++r) least = std::min(least, sumOf([r](const Fingerprints& f) { return f.renamed[r]; }));
    return least += m_shared.purses[s[kPurse]].digest;
}

}  // namespace zab
