// SPDX-License-Identifier: GPL-3.0-or-later
// The second thread of a client (ClientCnxn.EventThread): it calls the watchers back, one event after the other, in the order in
// which they came. Sockets and replies are the SendThread's; a callback that takes its time holds up nothing but other events (§7.4).
#pragma once

#include "engine/tree/request.h"
#include "engine/zab/effects.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zab {

/// The state that an event carries (KeeperState); of those that this client can come to.
enum class KeeperState : std::int32_t { Disconnected = 0, SyncConnected = 3, Closed = 7, Expired = -112 };
std::string_view keeperStateName(KeeperState s);   ///< "SyncConnected"

/// WatchedEvent: type, state and path, and never data. A change of state has type None and no path.
struct ClientEvent {
    SessionId session;   ///< of its handle; none before the first connection
    WatchEventType type = WatchEventType::None;
    KeeperState state = KeeperState::SyncConnected;
    std::string path;
    /// The path, or what the state is now: what stands behind the type.
    std::string subject() const { return type == WatchEventType::None ? std::string(keeperStateName(state)) : path; }
};

/// A regular value. One timer (TimerKind::ClientCallback) while a callback runs that takes time.
class EventThread {
public:
    /// How long every callback takes that begins from now on; 0 = it has ended at once.
    void setCallbackTime(SimTime t) { m_callbackTime = t; }
    /// The event waits for its turn, behind those that came before it. `rule`: how its watchers were found.
    void queue(SimTime now, ClientEvent e, RuleId rule, Effects& out);
    /// The timer has fired: the callback ends, and the next event has its turn.
    void callbackDone(SimTime now, Effects& out);
    /// The process ends, or a new handle with a thread of its own is made: nothing is called any more.
    void clear(Effects& out);

    SimTime callbackTime() const { return m_callbackTime; }
    const std::deque<ClientEvent>& waiting() const { return m_waiting; }
    const std::optional<ClientEvent>& running() const { return m_running; }
    /// The events whose callbacks have begun since the last time.
    std::vector<ClientEvent> takeCalled() { return std::exchange(m_called, {}); }
    SimTime until() const { return m_until; }   ///< when the running callback ends

private:
    void runNext(SimTime now, Effects& out);
    void end(Effects& out);

    SimTime m_callbackTime;
    std::deque<ClientEvent> m_waiting;
    std::optional<ClientEvent> m_running;
    SimTime m_until;
    std::vector<ClientEvent> m_called;
};

}  // namespace zab
