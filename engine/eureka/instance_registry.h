// SPDX-License-Identifier: GPL-3.0-or-later
// The leases of one Eureka server, when they expire and when they may (AbstractInstanceRegistry, Lease, ResponseCacheImpl).
#pragma once

#include "engine/base/prng.h"
#include "engine/eureka/eureka_config.h"
#include "engine/eureka/eureka_messages.h"
#include "engine/zab/effects.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zab {

struct Lease {
    InstanceRef holder;
    SimTime registered, lastUpdate, duration;

    /// Adds the duration here as well, so that a lease that was renewed once expires after twice its duration.
    void renew(SimTime now) { lastUpdate = now + duration; }
    SimTime expiry() const { return lastUpdate + duration; }
    bool isExpired(SimTime now, SimTime additional) const { return now > expiry() + additional; }
};

/// A regular value; inputs append their effects in order. Instances are kept in the order of application and id.
class InstanceRegistry {
public:
    explicit InstanceRegistry(std::uint64_t seed = 1) : m_random(seed) {}

    /// openForTraffic: from now on renewals are counted and leases may expire. `count`: what was copied from a peer.
    void open(const EurekaConfig& config, SimTime now, int count, Effects& out);
    void enroll(const EurekaConfig& config, SimTime now, const InstanceRef& instance, Effects& out);
    /// The status of the answer: 200, 404 or, to a peer, 409. `lacking`: what a peer lacks then.
    int renew(SimTime now, const InstanceRef& instance, bool isReplication, InstanceRef& lacking, Effects& out);
    bool cancel(const EurekaConfig& config, const InstanceRef& instance, Effects& out);

    /// The payload for a fetch and the time at which the registry was like that.
    std::pair<std::vector<InstanceRef>, SimTime> payload(const EurekaConfig& config, SimTime now, Effects& out);
    /// What of its timers is due is done.
    void wake(const EurekaConfig& config, SimTime now, Effects& out);
    SimTime nextDue() const;

    bool contains(const InstanceRef& instance) const { return find(instance) != nullptr; }
    InstanceRef holder(const InstanceRef& instance) const { return contains(instance) ? find(instance)->holder : instance; }   ///< what is registered of it
    bool isOpen() const { return m_open; }
    /// isLeaseExpirationEnabled: enough renewals came in the last minute, or nobody asks for that.
    bool expirationEnabled(const EurekaConfig& config) const { return !config.selfPreservation || (m_threshold > 0 && m_lastMinute > m_threshold); }
    bool selfPreserving() const { return m_preserving; }   ///< the last eviction task found too few renewals
    int size() const;
    int expected() const { return m_expected; }
    int threshold() const { return m_threshold; }
    int renewsLastMinute() const { return m_lastMinute; }
    const std::map<std::string, std::map<std::string, Lease>>& apps() const { return m_apps; }

private:
    struct Cached {
        std::vector<InstanceRef> instances;
        SimTime loaded;   ///< made from the registry
    };
    const Lease* find(const InstanceRef& instance) const;
    void updateThreshold(const EurekaConfig& config);
    void invalidate() { m_readWrite.reset(); }
    const Cached& readWrite(SimTime now);
    void refreshCache(SimTime now, Effects& out);
    void evict(const EurekaConfig& config, SimTime now, SimTime additional, Effects& out);
    void updateRenewalThreshold(const EurekaConfig& config, Effects& out);

    std::map<std::string, std::map<std::string, Lease>> m_apps;
    Prng m_random;
    bool m_open = false, m_preserving = false;
    int m_expected = 0;      ///< expectedNumberOfClientsSendingRenews
    int m_threshold = 0;     ///< numberOfRenewsPerMinThreshold
    int m_thisMinute = 0, m_lastMinute = 0;   ///< MeasuredRate
    SimTime m_nextMinute = kNever, m_nextEviction = kNever, m_nextThreshold = kNever, m_nextCache = kNever;
    SimTime m_lastEviction;  ///< 0: there was none yet
    std::optional<Cached> m_readWrite, m_readOnly;
};

}  // namespace zab
