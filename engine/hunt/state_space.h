// SPDX-License-Identifier: GPL-3.0-or-later
// All states of a small ensemble as lists of numbers: each names one part that is kept once, however many states have it. A step of a
// server depends on its part, on the input and on the surroundings alone; it is played by the engine once and known from then on.
#pragma once

#include "engine/check/safety.h"
#include "engine/hunt/moves.h"
#include "engine/hunt/symmetry.h"
#include "engine/hunt/tables.h"
#include "engine/world/world_parts.h"

#include <atomic>
#include <bitset>
#include <optional>
#include <variant>
#include <vector>

namespace zab {

/// The numbers of a state: surroundings, checker, purse, then actors, then the packets from each actor to each.
using State = std::vector<std::uint32_t>;

/// Of a part: as it is, and by each of Shared::renamings.
struct Fingerprints {
    Digest128 own;
    std::vector<Digest128> renamed;
};

struct ActorRecord {
    std::variant<std::monostate, ServerPart, ClientPart> part;
    Fingerprints digest;
    std::vector<std::uint8_t> free;    ///< places of own inputs that may come by themselves
    std::vector<std::uint8_t> wakes;   ///< and of those that a timeout brings
    int unsynced = 0;                  ///< records that a crash may take
    bool runs = false, ended = false, canTimeOut = false, canCall = false;
};

struct PacketRecord {
    Flying flying;
    bool vote = false;
};

struct PacketsRecord {
    std::vector<std::uint32_t> packets;   ///< by connection, then in order
    std::vector<std::uint8_t> first;      ///< places of those that may come next
    int newestVote = -1;
    Fingerprints digest;
};

struct SurroundingsRecord {
    Surroundings surroundings;
    Fingerprints digest;
};

struct CheckerRecord {
    SafetyChecker checker;
    std::optional<Property> violated;
    Fingerprints digest;
};

struct EventsRecord { std::vector<Event> events; };
struct PurseRecord {
    Purse purse;
    Digest128 digest;
};

/// What a step of one server or client leads to.
struct Outcome {
    struct Sent {
        std::uint8_t to = 0;
        bool overwrites = false;      ///< a vote at a cut line: it takes the place of one that waits there (§2.1)
        std::uint32_t packet = 0;
    };
    bool local = false;               ///< false: it touches more, and has to be played each time
    std::uint32_t actor = 0, surroundings = 0, events = 0;
    bool ends = false;                ///< the process has ended: what is on its way to it arrives no more
    Toll toll;
    std::vector<std::uint8_t> unsent; ///< towards whom all that waited at a cut line is gone, before anything is sent
    std::vector<Sent> sent;           ///< in order
};

/// What all threads share.
struct Shared {
    std::vector<Renaming> renamings;         ///< states that differ by one of them count once (symmetry.h); set before all else
    std::atomic<bool> asymmetric{false};     ///< a step has shown that they do not: nothing that was counted holds
    PartTable<ActorRecord> actors;
    PartTable<PacketRecord> packets;
    PartTable<PacketsRecord> queues;
    PartTable<SurroundingsRecord> surroundings;
    PartTable<CheckerRecord> checkers;
    PartTable<EventsRecord> events;
    PartTable<PurseRecord> purses;
    PartTable<Outcome> outcomes;
    std::atomic<std::uint32_t> pairs{0};   ///< of a part and the surroundings, numbered
    SharedMemo situations, steps, taken, added, stale, verdicts, paid;
    std::uint64_t bytes() const;      ///< about
};

/// Whoever searches tells its progress, and asks whether to go on, after each so much of StateSpace::effort(): some fifty times a second.
constexpr std::uint64_t kEffortPerProgress = 50000;

/// One thread's hands in the space.
class StateSpace {
public:
    StateSpace(Shared& shared, const World& world, std::optional<Property> property);

    State first(const World& world, const SafetyChecker& checker, const Purse& purse);
    /// One for all states that differ by a renaming. O(slots * renamings).
    Digest128 digest(const State& s) const;
    /// The moves of a state, always in the same order.
    void moves(const State& s, std::vector<Move>& out);
    /// Makes a move; false if the purse does not pay for what comes of it.
    bool step(const State& from, const Move& move, State& to);
    std::optional<Property> violated(const State& s) const { return m_shared.checkers[s[kChecker]].violated; }
    static std::uint32_t actorOf(const State& s, std::size_t i) { return s[kActors + i]; }   ///< in Shared::actors
    std::size_t slots() const { return kActors + m_actors + m_actors * m_actors; }
    std::uint64_t bytes() const;
    /// What this thread has done so far, about: 1 for a step that was known, as many as take the same time for one that was played.
    std::uint64_t effort() const { return m_effort; }
    const std::bitset<static_cast<std::size_t>(RuleId::Count_)>& rules() const { return m_rules; }

private:
    static constexpr std::size_t kSurroundings = 0, kChecker = 1, kPurse = 2, kActors = 3;
    std::size_t queueSlot(std::size_t from, std::size_t to) const { return kActors + m_actors + from * m_actors + to; }
    ActorId actorId(std::size_t i) const;
    std::size_t indexOf(ActorId a) const { return static_cast<std::size_t>(a.isServer() ? a.value - 1 : static_cast<int>(m_servers) - a.value - 1); }

    template <class F>
    Fingerprints fingerprints(const Digest128& own, F addTo) const;
    template <class Part>
    std::uint32_t internActor(Part part);
    std::uint32_t internPacket(const Flying& f);
    std::uint32_t internQueue(ActorId from, ActorId to, std::vector<std::uint32_t> packets, int newestVote);
    std::uint32_t internSurroundings(const Surroundings& s);
    std::uint32_t internChecker(SafetyChecker checker);
    std::uint32_t internPurse(const Purse& p);
    std::uint32_t internEvents(const World& after, EventId from);

    std::uint32_t without(std::size_t from, std::size_t to, std::uint32_t queue, std::size_t place);
    std::uint32_t with(std::size_t from, std::size_t to, std::uint32_t queue, std::uint32_t packet);
    std::uint32_t sent(std::size_t from, const Outcome::Sent& s, std::uint32_t queue);
    std::uint32_t staled(std::size_t from, std::size_t to, std::uint32_t queue);
    std::uint32_t judged(std::uint32_t checker, std::uint32_t events);

    static constexpr std::size_t kNobody = ~std::size_t{0};
    /// The world that is in this state; without what `silent` has sent, if that does not matter.
    World assemble(const State& s, std::size_t silent = kNobody) const;
    /// `to`: as before the step; `untouched`: identities from then.
    void takeApart(const World& world, const std::vector<const void*>& untouched, State& to);
    std::uint32_t code(const State& from, const Move& move) const;
    bool meetsLostVote(const Surroundings& around, std::size_t from, std::size_t to) const;
    std::uint32_t partOf(const World& world, std::size_t i);
    std::vector<const void*> identities(const World& world) const;
    void apply(World& world, const Move& move, int writes);
    std::uint32_t play(const State& from, const Move& move);
    bool playWhole(const State& from, const Move& move, State& to);
    Toll observe(const World& after, EventId from);
    void movesOfFaults(const State& s, const Purse& purse, std::vector<Move>& out) const;

    Shared& m_shared;
    World m_frame;
    std::size_t m_servers, m_actors;
    bool m_fifo;
    std::optional<Property> m_property;
    Knowledge m_situations, m_steps, m_taken, m_added, m_stale, m_verdicts, m_paid;
    Trace m_trace{false};
    std::uint64_t m_effort = 0;
    std::bitset<static_cast<std::size_t>(RuleId::Count_)> m_rules;
};

}  // namespace zab
