// SPDX-License-Identifier: GPL-3.0-or-later
// The properties of ZAB (§11) and of its clients' histories, checked at every event from outside the code under test: it reads only
// the trace.
#pragma once

#include "engine/base/event.h"
#include "engine/base/state_digest.h"
#include "engine/check/history.h"
#include "engine/check/liveness.h"
#include "engine/check/recipe_safety.h"
#include "engine/check/recent_log.h"

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace zab {

enum class Property : std::uint8_t {
    Leadership1, Leadership2, PrefixConsistency, Integrity, Agreement, TotalOrder, LocalPrimaryOrder, GlobalPrimaryOrder,
    PrimaryIntegrity, ProcessConsistency, MonotonicRead, LeaderLogCompleteness, CommittedLogDurability,
    LockOneHolder, FencingTokensAscend, FencedResource,   // of recipes
    LinearizableWrites, SessionOrder, SessionMonotonicReads, WatchBeforeRead, OneShotWatch, SessionsEndByCommit,   // what clients see
    SameHistorySameTree,
    LeaderElected, Progress, TreesConverge,               // of liveness: demanded of a run once a quorum is healed
    Count_
};

struct PropertyInfo {
    std::string_view id;        ///< as in the specifications: "Leadership1", "processConsistency"
    const char* sentence;       ///< plain words, translated with context "Property"
    std::string_view section;   ///< of the protocol reference
};
const PropertyInfo& propertyInfo(Property p);
std::optional<Property> propertyByName(std::string_view id);

/// Who would notice that a property is violated.
enum class PropertyGroup : std::uint8_t { Ensemble, Clients, Recipes, Liveness };
constexpr PropertyGroup propertyGroup(Property p) {
    if (p >= Property::LeaderElected) return PropertyGroup::Liveness;
    if (p == Property::SameHistorySameTree) return PropertyGroup::Ensemble;
    if (p >= Property::LinearizableWrites) return PropertyGroup::Clients;
    return p >= Property::LockOneHolder ? PropertyGroup::Recipes : PropertyGroup::Ensemble;
}
/// Does it fail because of a demand, some time after what was wrong?
constexpr bool isOfLiveness(Property p) { return propertyGroup(p) == PropertyGroup::Liveness; }

struct ViolationFound {
    Property property;
    EventId event;              ///< the decisive event
    bool operator==(const ViolationFound&) const = default;
};

/// A regular value: copied into checkpoints. Reads every event once, in order; amortised O(1) per event.
/// What a server holds counts as delivered once it serves: a log that is replayed after a restart may hold transactions
/// that were never committed. Memory is bounded: of the committed sequence the newest 32,768 entries are remembered, and
/// since histories are rolling hashes, what was older is checked as soon as a server reaches the remembered part.
class SafetyChecker {
public:
    /// Looks at the next event; new violations are appended to violations(), each property once.
    void observe(const Event& e) {
        if (e.time > m_liveness.deadline()) overdue(e);
        if (HistoryChecker::concerns(e.kind)) clientSees(e);
        if (RecipeSafety::concerns(e.kind)) return recipe(e);
        if (e.kind == EventKind::Demanded) return m_liveness.demanded(e);
        if (concerns(e)) look(e);
    }
    /// Events that the verdicts about servers depend on.
    static bool concerns(const Event& e) {
        if (e.actor.value < 1 || e.actor.value > kMaxServers) return false;
        switch (e.kind) {
            case EventKind::TxnApplied:
            case EventKind::TxnReplayed:
            case EventKind::ProposalMade:
            case EventKind::Committed:
            case EventKind::LogAppended:
            case EventKind::LeaderEstablished:
            case EventKind::ServerServing:
            case EventKind::NewLeaderAccepted:
            case EventKind::SnapshotLoaded:
            case EventKind::SyncPlanned:
            case EventKind::LogTruncated:
            case EventKind::ServerStarted:
            case EventKind::ServerCrashed:
            case EventKind::ServerExited:
            case EventKind::ServerRefused:
            case EventKind::AcceptedEpochWritten:
            case EventKind::StateChanged: return true;
            default: return false;
        }
    }
    const std::vector<ViolationFound>& violations() const { return m_violations; }
    bool isViolated(Property p) const { return (m_reported >> static_cast<unsigned>(p) & 1U) != 0; }
    const Liveness& liveness() const { return m_liveness; }   ///< what has been demanded of healed servers
    void addTo(StateDigest& d) const;   ///< all that later verdicts can depend on (state_digest.cpp)

private:
    /// One transaction of a history and the rolling hash up to it. Payload 0: a jump, what lies before is not known one by one.
    struct Entry {
        Zxid zxid;
        std::uint64_t payload = 0;
        std::uint64_t history = 0;  ///< 0: committed by a quorum, not yet applied anywhere, so not known
    };
    /// What a server holds: the committed sequence up to `common`, then `tail`.
    struct Held {
        std::int64_t common = -1;   ///< position in m_committed, -1: below what is remembered
        Zxid last;                  ///< of the last transaction
        std::uint64_t history = 0;
        Zxid base;                  ///< where the tail begins, if common is -1
        std::uint64_t baseHistory = 0;
        bool diverged = false;      ///< known to differ from the committed sequence; reported once
        RecentLog<Entry> tail;      ///< what is not (yet) known to be committed
    };
    struct Server {
        Held held;
        bool up = false;
        bool wrote = false;         ///< its disk holds more than it was given at the beginning
        ServerState state = ServerState::Looking;
        Epoch established = 0;      ///< the epoch that it leads now
        std::int64_t committed = -1;   ///< leading: position of its last commit
        std::int64_t mustKeep = -1;    ///< synchronizing: position of the last committed transaction that it had
        EventId mustKeepSince = kNoEvent;
        std::int64_t plannedAt = std::numeric_limits<std::int64_t>::max();   ///< position of the last commit when its sync was planned
        Zxid fuzzyFrom, fuzzyTo;       ///< a fuzzy snapshot holds these beyond its name: they come once more (§3.10)
    };
    /// What the primary of one epoch broadcast; counters are consecutive.
    struct Broadcasts {
        Epoch epoch = 0;
        ServerId primary;
        std::int64_t firstCounter = 0;
        RecentLog<std::uint64_t> payloads;
    };
    using InitialTxns = std::set<std::pair<Zxid, std::uint64_t>>;

    void look(const Event& e);
    void recipe(const Event& e);
    void clientSees(const Event& e);
    void overdue(const Event& e);
    void started(const Event& e);
    void stopped(Server& s);
    void stateChanged(const Event& e);
    void proposed(const Event& e);
    void committed(const Event& e);
    void applied(const Event& e);
    void established(const Event& e);
    void serving(const Event& e);
    void newLeaderAccepted(const Event& e);
    void snapshotLoaded(const Event& e);
    void syncPlanned(const Event& e);
    void logTruncated(const Event& e);

    bool comesOnceMore(Server& s, const Entry& txn, EventKind kind);
    void hold(Server& s, const Entry& txn);
    void deliver(Server& s, const Entry& txn, EventId event);
    void deliverOutOfLine(Server& s, const Entry& txn, EventId event);
    void diverged(Server& s, EventId event);
    void checkOrder(Zxid previous, const Entry& txn, EventId event);
    void extend(const Entry& txn, EventId event);
    void extendWith(Held& h, EventId event);
    bool broughtByPrimary(const Entry& txn) const;
    bool isBroadcastBy(ServerId primary, Zxid zxid) const;
    Broadcasts* broadcasts(Epoch epoch);

    // What a server holds, compared with the committed sequence (held.cpp)
    std::int64_t find(Zxid zxid) const;
    void normalise(Held& h) const;
    void rebase(Server& s, Zxid zxid, std::uint64_t history);
    void cutBack(Held& h, Zxid zxid) const;
    std::optional<std::uint64_t> historyAt(const Held& h, Zxid zxid) const;
    std::int64_t committedWithin(const Held& h) const;
    bool lacks(const Held& h, std::int64_t position) const;
    bool conflicts(const Held& h) const;
    static std::int64_t tailFind(const Held& h, Zxid zxid);

    void report(Property p, EventId event);

    Server& server(const Event& e) { return m_servers[static_cast<std::size_t>(e.actor.value)]; }

    std::array<Server, kMaxServers + 1> m_servers;
    RecentLog<Entry> m_committed;            ///< the one sequence that everybody must agree on
    std::vector<Broadcasts> m_broadcasts;    ///< by epoch, the newest few
    std::vector<std::pair<Epoch, ServerId>> m_leaders;   ///< established, by time, the newest few
    Epoch m_newestBroadcast = 0;
    std::shared_ptr<InitialTxns> m_initial;  ///< what stood in the logs at the beginning
    Zxid m_newestInitial;
    RecipeSafety m_recipes;
    HistoryChecker m_histories;
    Liveness m_liveness;
    std::uint32_t m_reported = 0;            ///< bit per property
    std::vector<ViolationFound> m_violations;
};

}  // namespace zab
