// SPDX-License-Identifier: GPL-3.0-or-later
// What clients see (§6, §7): the histories of their sessions, checked at every event from outside; it reads only the trace.
#pragma once

#include "engine/base/cow.h"
#include "engine/base/event.h"
#include "engine/base/state_digest.h"

#include <cstdint>

namespace zab {

/// The zxid is the witness of the order: a write takes effect where its transaction stands, and a read shows the history up to the
/// zxid in its reply. So no search is needed: each reply is compared with what was answered before its call. A regular value; copies
/// share what they hold. Amortised O(1) per event and O(calls and watches under way) per client; of transactions the newest thousand or
/// so are remembered, of ended sessions the newest four thousand.
class HistoryChecker {
public:
    HistoryChecker();
    HistoryChecker(const HistoryChecker&);
    HistoryChecker(HistoryChecker&&) noexcept;
    HistoryChecker& operator=(const HistoryChecker&);
    HistoryChecker& operator=(HistoryChecker&&) noexcept;
    ~HistoryChecker();

    static constexpr bool concerns(EventKind k) {
        switch (k) {
            case EventKind::StateChanged:
            case EventKind::ProposalMade:
            case EventKind::TxnApplied:
            case EventKind::SessionClosed:
            case EventKind::SessionExpired:
            case EventKind::ConnectionClosed:
            case EventKind::WatchFired:
            case EventKind::WatchSet:
            case EventKind::ClientConnected:
            case EventKind::ClientRequest:
            case EventKind::ClientReply:
            case EventKind::ClientWatchEvent:
            case EventKind::ClientSessionExpired: return true;
            default: return false;
        }
    }
    /// Looks at the next event that concerns it; the properties that it violates, bit per Property.
    std::uint32_t observe(const Event& e);
    void addTo(StateDigest& d) const;   ///< all that later verdicts can depend on

private:
    struct State;
    Cow<State> m_state;
};

}  // namespace zab
