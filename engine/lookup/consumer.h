// SPDX-License-Identifier: GPL-3.0-or-later
// Who wants a service: asks every registry for its instances, calls one of them, and another if that was the wrong one.
#pragma once

#include "engine/eureka/eureka_messages.h"
#include "engine/tree/request.h"
#include "engine/zab/effects.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zab {

/// Whom a lookup asks. ZooKeeperCache: the list that a discovery recipe keeps at the client (Curator's ServiceCache).
enum class Registry : std::uint8_t { ZooKeeper, ZooKeeperCache, Eureka, Count_ };
std::string_view registryName(Registry r);   ///< "zookeeper", "zookeeper-cache", "eureka"

/// What a consumer sends to an address.
struct ServiceCallBody final : Opaque {
    explicit ServiceCallBody(std::string a) : address(std::move(a)) {}
    const std::string address;
};

struct LookupConfig {
    SimTime timeout = sec(2);       ///< a registry that has not answered by then has refused
    SimTime callTimeout = sec(1);   ///< an instance that has not answered by then is the wrong one
    bool operator==(const LookupConfig&) const = default;
};

struct LookupTraffic {
    std::string path;
    SimTime interval, next;
};

/// A regular value; inputs append their effects in order. One timer: TimerKind::LookupWake. It holds no connection to a registry:
/// what it wants of them stands in wishes(), and whoever has them answers.
class Consumer {
public:
    struct Wish {
        enum class What : std::uint8_t { Children, Data, Cache, Instances, Call } what{};
        std::int64_t lookup = 0;
        std::string text;           ///< the path, or the address to call
    };

    /// One lookup at each of `registries`.
    void lookup(SimTime now, const std::string& path, const LookupConfig& config, const std::vector<Registry>& registries, Effects& out);
    /// The same again and again; interval 0 ends it.
    void repeat(SimTime now, const std::string& path, SimTime interval);
    /// `registries`: whom a lookup of that path asks.
    using Registries = std::function<std::vector<Registry>(const std::string& path)>;
    void wake(SimTime now, const LookupConfig& config, const Registries& registries, Effects& out);
    void die(Effects& out);
    void schedule(Effects& out);

    std::vector<Wish> takeWishes() { return std::exchange(m_wishes, {}); }
    /// The wish went out as this request.
    void asked(std::int64_t lookup, std::int32_t xid);
    void called(SimTime now, std::int64_t lookup, ActorId target, ConnectionId connection, const LookupConfig& config, Effects& out);
    bool awaits(std::int32_t xid) const;
    void reply(SimTime now, std::int32_t xid, const Reply& reply, Effects& out);
    void refuse(SimTime now, std::int64_t lookup, RuleId why, Effects& out);
    /// A cache at the client names these, as they were `age` ago.
    void named(SimTime now, std::int64_t lookup, std::vector<std::string> instances, SimTime age, ActorId from, Effects& out);
    /// What was called answers, or nobody is there.
    void callEnds(SimTime now, ConnectionId connection, bool answers, ActorId from, Effects& out);

    std::string appOf(std::int64_t lookup) const;   ///< what Eureka calls the service
    const std::vector<LookupTraffic>& traffic() const { return m_traffic; }
    bool busy() const { return !m_lookups.empty() || !m_traffic.empty(); }
    bool waitsFor(Registry r) const;   ///< a lookup has not been answered yet

private:
    struct Lookup {
        std::int64_t id = 0;
        Registry registry{};
        std::string path;
        SimTime since, deadline;
        bool listed = false, calling = false;
        std::int32_t xid = 0;
        std::deque<std::string> unread;       ///< children whose data is still to be read
        std::vector<std::string> instances;   ///< in the order in which they are to be called
        std::size_t next = 0;
        ActorId target;
        ConnectionId connection = 0;
    };
    Lookup* find(std::int64_t id);
    void readNext(SimTime now, Lookup& l, ActorId from, Effects& out);
    void answered(SimTime now, Lookup& l, RuleId rule, SimTime age, ActorId from, Effects& out);
    void callNext(SimTime now, Lookup& l, Effects& out);
    void end(SimTime now, const Lookup& l, bool found, Effects& out);

    std::vector<Lookup> m_lookups;
    std::vector<LookupTraffic> m_traffic;
    std::vector<Wish> m_wishes;
    std::map<std::pair<std::string, Registry>, std::size_t> m_turn;   ///< round robin
    std::int64_t m_next = 1;
};

}  // namespace zab
