// SPDX-License-Identifier: GPL-3.0-or-later
// The second thread of a client (ClientCnxn.EventThread): it calls watchers and the callbacks of asynchronous calls, one after the
// other, in the order in which they came. Sockets and replies are the SendThread's; a callback that takes its time holds up nothing
// but what waits here (§7.4).
#pragma once

#include "engine/base/state_digest.h"
#include "engine/tree/request.h"
#include "engine/zab/effects.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zab {

/// The state that an event carries (KeeperState); of those that this client can come to.
enum class KeeperState : std::int32_t { Disconnected = 0, SyncConnected = 3, AuthFailed = 4, Closed = 7, Expired = -112 };
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

/// What stands in an asynchronous reply besides the path.
struct AsyncReply {
    std::int32_t xid = 0;
    OpCode op = OpCode::None;
    ErrorCode error = ErrorCode::Ok;
};

/// One entry of the queue: an event with all its watchers (WatcherSetEventPair), or the reply to an asynchronous call.
struct WaitingEvent {
    ClientEvent event;                    ///< of a reply: session and path
    std::vector<std::string> watchers;    ///< called in this order; "" is the default watcher
    std::optional<AsyncReply> reply;
};
/// The text of a callback in the trace: the subject, and the watcher if it has a name: /a "w1".
std::string callbackText(const std::string& subject, const std::string& watcher);

/// A regular value. It sets no timer: its client does, for until().
class EventThread {
public:
    /// How long every callback takes that begins from now on; 0 = it has ended at once.
    void setCallbackTime(SimTime t) { m_callbackTime = t; }
    /// The event waits for its turn, behind what came before it. `rule`: how its watchers were found. A change to the state that was
    /// told last is no news and is not told.
    void queue(SimTime now, ClientEvent e, const std::set<std::string>& watchers, RuleId rule, Effects& out);
    void queueReply(SimTime now, SessionId session, const std::string& path, const AsyncReply& reply, Effects& out);
    /// The time of until() has come: the callback ends, and the next watcher or entry has its turn.
    void callbackDone(SimTime now, Effects& out);
    /// The process ends: nobody is called any more.
    void clear();

    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)
    SimTime callbackTime() const { return m_callbackTime; }
    bool idle() const { return !m_running; }
    const std::deque<WaitingEvent>& waiting() const { return m_waiting; }
    /// The events whose watchers have begun to be called since the last time, each once.
    std::vector<ClientEvent> takeCalled() { return std::exchange(m_called, {}); }
    const std::optional<WaitingEvent>& running() const { return m_running; }
    std::size_t watcher() const { return m_watcher; }                      ///< which of the running entry's watchers is being called
    SimTime until() const { return m_running ? m_until : kNever; }         ///< when the running callback ends

private:
    void run(SimTime now, Effects& out);
    void begin(SimTime now, Effects& out);
    void end(Effects& out);

    SimTime m_callbackTime;
    std::deque<WaitingEvent> m_waiting;
    std::optional<WaitingEvent> m_running;
    std::size_t m_watcher = 0;
    SimTime m_until;
    std::vector<ClientEvent> m_called;
    KeeperState m_told = KeeperState::Disconnected;   ///< sessionState: of the event that was queued last
};

}  // namespace zab
