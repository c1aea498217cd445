// SPDX-License-Identifier: GPL-3.0-or-later
// Knows the truth about services, which no registry does, and judges every lookup by it. Reads the trace alone.
#pragma once

#include "engine/base/event.h"
#include "engine/check/recent_log.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zab {

enum class LookupOutcome : std::uint8_t { Fresh, Stale, Refused, Count_ };
std::string_view outcomeName(LookupOutcome o);   ///< "fresh"

/// What became of one lookup at one registry.
struct LookupSample {
    SimTime time;                 ///< when the registry answered or refused
    ClientId client;
    std::int32_t registry = 0;    ///< Registry of engine/lookup/consumer.h
    LookupOutcome outcome{};
    SimTime age;                  ///< stale: how long ago the oldest of its mistakes became one
    std::uint32_t side = 0;       ///< the servers that are connected with where the client stands, a bit for each; 0: it stands nowhere
    std::int32_t wrong = 0;       ///< so many instances were called in vain
    bool done = false, found = false;   ///< calling has ended; with one that answered
};

/// A regular value, copied into checkpoints. Each event once, in order.
class ServiceObserver {
public:
    explicit ServiceObserver(int servers = 0);

    /// `text`: of the event. If the event is an answer, `judged` is set to what is to be noted about it: rule and operands.
    void observe(const Event& e, std::string_view text, std::optional<Event>& judged);

    const RecentLog<LookupSample>& samples() const { return m_samples; }
    /// The newest one of that client and registry; nullptr if there is none.
    const LookupSample* last(ClientId client, std::int32_t registry) const;
    bool sawAny() const { return m_lookups > 0 || !m_services.empty(); }
    std::uint32_t sideOf(ClientId client) const;          ///< now
    std::vector<std::uint32_t> sides() const;             ///< the groups of servers that are connected now
    /// The instances of a service that live now, by address; with whether they can be reached by that client.
    std::vector<std::pair<std::string, bool>> truth(std::string_view path, ClientId client) const;
    const std::vector<std::string> paths() const;

private:
    struct Instance {
        ClientId owner;
        bool alive = false;
        SimTime since;   ///< of being so
    };
    struct Pair {
        bool cutAB = false, cutBA = false;
        SimTime since;   ///< of being connected, or not
        bool connected() const { return !cutAB && !cutBA; }
    };
    struct Stand {
        ServerId at;
        SimTime since;
    };
    Pair& pair(ServerId a, ServerId b);
    const Pair& pair(ServerId a, ServerId b) const { return const_cast<ServiceObserver*>(this)->pair(a, b); }
    Stand stand(ClientId c) const;
    /// Whether the instance lives and can be reached by that client, and since when that is so.
    std::pair<bool, SimTime> reachable(const Instance& instance, ClientId from) const;
    void linked(const Event& e);
    void provided(const Event& e, std::string_view text);
    void answered(const Event& e, std::string_view text, Event& judged);
    LookupSample sample(const Event& e, LookupOutcome outcome) const;
    void push(const Event& e, LookupSample s);

    int m_servers = 0;
    std::vector<Pair> m_pairs;
    std::map<ClientId, Stand> m_stands;
    std::map<std::string, std::map<std::string, Instance, std::less<>>, std::less<>> m_services;
    std::map<std::pair<ClientId, std::int64_t>, std::int32_t> m_running;   ///< registry by client and lookup
    std::map<std::pair<ClientId, std::int64_t>, std::int64_t> m_open;      ///< the sample of an answered lookup that still calls
    std::map<std::pair<ClientId, std::int32_t>, std::int64_t> m_last;      ///< position of the newest sample
    RecentLog<LookupSample> m_samples;
    std::int64_t m_lookups = 0;
};

}  // namespace zab
