// SPDX-License-Identifier: GPL-3.0-or-later
// What the trace tells of the clients: the three steps of each registration of a watch (§7.4), the events that wait for a
// callback, what came of each server of its list, the newest decision. An index over the trace that grows with it; a view of one moment holds none of this.
#pragma once

#include "engine/trace/trace.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace zab {

/// One watch from its registration to its callback. A step that has not come yet is kNoEvent.
struct WatchRegistration {
    enum class Kind : std::uint8_t { Data, Exist, Child, Persistent, Recursive } kind = Kind::Data;
    std::string path;
    EventId registered = kNoEvent, triggered = kNoEvent, queued = kNoEvent, called = kNoEvent;
    SimTime registeredAt, triggeredAt, calledAt;
    bool operator==(const WatchRegistration&) const = default;

    static constexpr int kSteps = 3;
    /// The event of step 1, 2 or 3: registered at the client, triggered at the server, called back at the client.
    EventId step(int number) const { return number == 1 ? registered : number == 2 ? triggered : called; }
    SimTime at(int number) const { return number == 1 ? registeredAt : number == 2 ? triggeredAt : calledAt; }
};

/// All that a client's card needs beside the client's view.
struct ClientStory {
    std::vector<WatchRegistration> registrations;   ///< newest first
    std::vector<EventId> queued;                    ///< newest events of its EventThread, oldest first
    EventId callback = kNoEvent;                    ///< the newest callback that began
    std::map<int, EventId> servers;                 ///< of its list: server id -> the newest that the client and that server had to do with each other
    EventId auth = kNoEvent;                        ///< the newest time that it said who it is
    bool operator==(const ClientStory&) const = default;
};

class ClientStories {
public:
    static constexpr std::size_t kMostRegistrations = 16, kMostQueued = 16;

    /// Takes the events first..end-1; O(events).
    void take(const Trace& trace, EventId first, EventId end);
    /// Events from `size` on have not happened.
    void undo(EventId size);
    void clear() { m_clients.clear(); }

    /// O(facts looked at), at most some hundred.
    ClientStory of(ClientId client, const Trace& trace) const;
    /// The newest event with a rule at that client; kNoEvent if there is none.
    EventId lastDecision(ClientId client) const;

private:
    enum class What : std::uint8_t { Registered, Triggered, Queued, Called };
    struct Fact {
        EventId event;
        What what;
        std::int64_t detail;   ///< WatchRegistration::Kind or WatchEventType
        std::int32_t text;     ///< the path
    };
    struct Client {
        std::vector<Fact> facts;
        std::vector<EventId> decisions;
        std::map<int, std::vector<EventId>> servers;
        std::vector<EventId> auth;
    };
    void takeOne(const Trace& trace, const Event& e);
    static void takeConnection(Client& client, const Event& e);

    std::map<int, Client> m_clients;
};

}  // namespace zab
