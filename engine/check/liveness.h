// SPDX-License-Identifier: GPL-3.0-or-later
// What a healed quorum owes within a bounded time (§3.8): a leader, a commit, equal trees. Reads only trace events.
#pragma once

#include "engine/base/event.h"

#include <array>
#include <cstdint>
#include <optional>

namespace zab {

enum class Property : std::uint8_t;

/// Nothing is owed before a `demand`; the newest one counts. A plain value; O(1) per event.
/// Excused, by what ZooKeeper itself does:
/// - a server that refuses to start or has promised an epoch above the one that runs stays outside until the next election (§1.3, §15 no. 8);
///   nobody waits for its tree, and while such a server keeps the others from a quorum there is nothing to demand;
/// - while one of them does not run, they are not healed, and owe nothing;
/// - without a write nothing is committed: progress is owed only to a write that a server has got in the first half of the time.
class Liveness {
public:
    void demanded(const Event& e);
    void observe(const Event& e);
    SimTime deadline() const { return m_deadline; }   ///< kNever: nothing is owed (any more)
    bool isOpen() const { return m_deadline != kNever; }
    Epoch promised(ServerId s) const { return m_state[static_cast<std::size_t>(s.value)].promised; }   ///< its acceptedEpoch
    /// Has that come true since the last demand? One of leaderElected, progress, treesConverge; anything else is not demanded.
    bool isMet(Property property) const;
    /// The time is over: what is missing, the first of leaderElected, progress, treesConverge. Closes the demand.
    std::optional<Property> overdue();

private:
    struct Server {
        Epoch leads = 0;        ///< the epoch that it leads as established leader
        Epoch promised = 0;     ///< acceptedEpoch
        bool running = false;
        bool refused = false;
        bool outside(Epoch epoch) const { return refused || promised > epoch; }
    };
    bool isDemanded(std::size_t s) const { return m_servers >> s & 1; }
    bool allThere() const;

    std::array<Server, kMaxServers + 1> m_state;
    std::int64_t m_servers = 0;         ///< bit per server
    std::int64_t m_reached = 0;         ///< has applied what was committed
    SimTime m_deadline = kNever;
    SimTime m_half;                     ///< writes until then count
    bool m_asked = false;               ///< a write came in time
    Zxid m_committed;                   ///< the first commit behind the demand
    Epoch m_epoch = 0;                  ///< the newest that a demanded server has led
};

}  // namespace zab
