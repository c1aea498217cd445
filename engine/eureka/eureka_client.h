// SPDX-License-Identifier: GPL-3.0-or-later
// Eureka's client library: registers, renews, keeps a copy of the registry and answers from it (DiscoveryClient, RetryableEurekaHttpClient).
#pragma once

#include "engine/base/prng.h"
#include "engine/eureka/eureka_config.h"
#include "engine/eureka/eureka_messages.h"
#include "engine/zab/effects.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zab {

/// A regular value; inputs append their effects in order. One timer: TimerKind::EurekaWake.
class EurekaClient {
public:
    EurekaClient() = default;
    EurekaClient(ClientId id, int servers, std::uint64_t seed);

    /// A server beside it is asked first (preferSameZone); 0 = none.
    void standAt(ServerId server) { m_zone = server; }
    /// The first fetch; nothing if it runs already.
    void start(SimTime now, Effects& out);
    void provide(SimTime now, const std::string& app, const std::string& id, Effects& out);
    void withdraw(const EurekaConfig& config, SimTime now, const std::string& app, Effects& out);
    /// What was begun is brought to its end; nothing is fetched any more (shutdown).
    void stop(const EurekaConfig& config, Effects& out);
    void die(Effects& out);
    void receive(const EurekaConfig& config, SimTime now, ServerId from, ConnectionId connection, const HttpPacket& packet, Effects& out);
    void wake(const EurekaConfig& config, SimTime now, Effects& out);
    void schedule(const EurekaConfig& config, Effects& out);

    bool started() const { return m_started; }
    bool hasFetched() const { return m_fetchedAt.has_value(); }
    bool isFetching() const { return m_fetch.has_value(); }
    const std::vector<InstanceRef>& cache() const { return m_cache; }
    SimTime asOf() const { return m_asOf; }                    ///< when the registry was as the cache says
    std::vector<std::string> instancesOf(const std::string& app) const;
    ServerId server() const { return m_query.delegate; }       ///< the one that answered its last fetch; 0 = none yet
    const std::vector<InstanceRef>& provided() const { return m_provided; }

private:
    /// Whom the next request goes to: the last server that answered, otherwise the next of the list.
    struct Transport {
        ServerId delegate;
        std::set<ServerId> quarantine;
    };
    struct Job {
        Job(MessageType w, InstanceRef i) : what(w), instance(std::move(i)) {}
        MessageType what;
        InstanceRef instance;
        int attempts = 0;
        std::vector<ServerId> candidates;
        bool listed = false;      ///< the candidates were looked up
        ServerId server;
        bool fromList = false;
        ConnectionId connection = 0;
        SimTime sentAt;
    };
    struct Own {
        SimTime nextRenewal = kNever, nextReplication = kNever;
        bool dirty = true;        ///< what it says is not registered yet
    };
    std::vector<ServerId> hostCandidates(Transport& transport);
    bool attempt(SimTime now, Job& job, Transport& transport, Effects& out);
    bool retry(SimTime now, Job& job, Transport& transport, Effects& out);
    void begin(SimTime now, Job job, Effects& out);
    void nextJob(SimTime now, Effects& out);
    void failed(const EurekaConfig& config, SimTime now, ConnectionId connection, Effects& out);
    void fetchFails(const EurekaConfig& config, SimTime now, Effects& out);
    void registrationEnds(const EurekaConfig& config, SimTime now, int status, Effects& out);
    std::optional<std::size_t> ownIndex(const InstanceRef& instance) const;
    void renewAll(const EurekaConfig& config, SimTime now, Effects& out);

    ClientId m_id;
    ServerId m_zone;
    std::vector<ServerId> m_servers;   ///< in its own order
    bool m_started = false;
    Transport m_registration, m_query;   ///< two clients of their own, as in DiscoveryClient.EurekaTransport
    std::vector<InstanceRef> m_provided;
    std::vector<Own> m_own;              ///< of m_provided
    std::deque<Job> m_jobs;              ///< registrations and heartbeats, the first one on its way
    std::optional<Job> m_fetch;
    SimTime m_nextFetch = kNever;
    std::vector<InstanceRef> m_cache;
    SimTime m_asOf;
    std::optional<SimTime> m_fetchedAt;
    ConnectionId m_connections = 0;
};

}  // namespace zab
