// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eureka/instance_registry.h"

#include <algorithm>

namespace zab {
namespace {

constexpr SimTime kMinute = sec(60);
constexpr SimTime kReadWriteExpiry = sec(180);   // responseCacheAutoExpirationInSeconds

void decide(Effects& out, RuleId rule, std::array<std::int64_t, 6> operands, const InstanceRef& about) {
    out.decided(rule, operands);
    out.text(about->id);
}

}  // namespace

std::string eurekaApp(const std::string& path) {
    std::string app = path.substr(path.find('/') == 0 ? 1 : 0);
    for (char& c : app) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '/' ? '.' : c;
    return app;
}

const Lease* InstanceRegistry::find(const InstanceRef& instance) const {
    const auto app = m_apps.find(instance->app);
    if (app == m_apps.end()) return nullptr;
    const auto lease = app->second.find(instance->id);
    return lease == app->second.end() ? nullptr : &lease->second;
}

int InstanceRegistry::size() const {
    std::size_t n = 0;
    for (const auto& [app, leases] : m_apps) n += leases.size();
    return static_cast<int>(n);
}

// Renewals of a minute, and of those a share; the fraction is cut off.
void InstanceRegistry::updateThreshold(const EurekaConfig& config) {
    m_threshold = static_cast<int>(m_expected * kMinute.us * config.renewalPercent / (config.renewal.us * 100));
}

void InstanceRegistry::open(const EurekaConfig& config, SimTime now, int count, Effects& out) {
    m_open = true;
    m_expected = count > 0 ? count : config.expectedClients;
    updateThreshold(config);
    m_nextMinute = now + kMinute;
    m_nextEviction = now + config.eviction;
    m_nextThreshold = now + config.thresholdUpdate;
    out.decided(RuleId::EurekaOpens, {m_expected});
}

void InstanceRegistry::enroll(const EurekaConfig& config, SimTime now, const InstanceRef& instance, Effects& out) {
    InstanceRef holder = instance;
    if (const Lease* lease = find(instance)) {
        const std::int64_t existing = lease->holder->lastDirty.us, incoming = instance->lastDirty.us;
        const bool keeps = existing > incoming;
        decide(out, keeps ? RuleId::EurekaNewerWins : RuleId::EurekaRegisteredAgain, {existing, incoming}, instance);
        if (keeps) holder = lease->holder;
    } else {
        if (m_expected > 0) {   // before it is open nobody is expected
            ++m_expected;
            updateThreshold(config);
        }
        decide(out, RuleId::EurekaRegistered, {config.lease.us, m_expected}, instance);
    }
    m_apps[holder->app][holder->id] = {holder, now, now, config.lease};
    invalidate();
}

int InstanceRegistry::renew(SimTime now, const InstanceRef& instance, bool isReplication, InstanceRef& lacking, Effects& out) {
    if (!find(instance)) {
        decide(out, RuleId::EurekaRenewUnknown, {m_thisMinute}, instance);
        return 404;
    }
    Lease* lease = &m_apps[instance->app][instance->id];
    ++m_thisMinute;
    lease->renew(now);
    decide(out, RuleId::EurekaLeaseRenewed, {lease->duration.us, (lease->expiry() - now).us}, instance);
    const std::int64_t existing = lease->holder->lastDirty.us, incoming = instance->lastDirty.us;
    if (incoming > existing) {
        decide(out, RuleId::EurekaRenewFromNewer, {existing, incoming}, instance);
        return 404;
    }
    if (existing > incoming && isReplication) {
        decide(out, RuleId::EurekaRenewFromOlder, {existing, incoming}, instance);
        lacking = lease->holder;
        return 409;
    }
    return 200;
}

bool InstanceRegistry::cancel(const EurekaConfig& config, const InstanceRef& instance, Effects& out) {
    if (!find(instance)) {
        decide(out, RuleId::EurekaCancelUnknown, {m_expected}, instance);
        return false;
    }
    const auto app = m_apps.find(instance->app);
    app->second.erase(instance->id);
    if (app->second.empty()) m_apps.erase(app);
    if (m_expected > 0) {
        --m_expected;
        updateThreshold(config);
    }
    invalidate();
    decide(out, RuleId::EurekaCancelled, {m_expected}, instance);
    return true;
}

// --- The response cache ----------------------------------------------------------------------------------------------------

const InstanceRegistry::Cached& InstanceRegistry::readWrite(SimTime now) {
    if (m_readWrite && now >= m_readWrite->loaded + kReadWriteExpiry) m_readWrite.reset();
    if (!m_readWrite) {
        m_readWrite.emplace();
        m_readWrite->loaded = now;
        for (const auto& [app, leases] : m_apps)
            for (const auto& [id, lease] : leases) m_readWrite->instances.push_back(lease.holder);
    }
    return *m_readWrite;
}

std::pair<std::vector<InstanceRef>, SimTime> InstanceRegistry::payload(const EurekaConfig& config, SimTime now, Effects& out) {
    if (config.cache.us > 0 && m_readOnly) {
        const auto count = static_cast<std::int64_t>(m_readOnly->instances.size());
        out.decided(RuleId::EurekaAnswersFromCache, {count, (now - m_readOnly->loaded).us});
        return {m_readOnly->instances, m_readOnly->loaded};
    }
    Cached answer = readWrite(now);
    answer.loaded = now;   // nothing was written since it was made: it is what the registry holds now
    if (config.cache.us > 0) {
        m_readOnly = answer;
        m_nextCache = SimTime{(now.us / config.cache.us + 1) * config.cache.us};   // at whole multiples of the interval
    }
    out.decided(RuleId::EurekaAnswersFromRegistry, {static_cast<std::int64_t>(answer.instances.size())});
    return {answer.instances, now};
}

void InstanceRegistry::refreshCache(SimTime now, Effects& out) {
    const bool same = m_readOnly->instances == readWrite(now).instances;
    m_readOnly = readWrite(now);
    m_readOnly->loaded = now;
    if (!same) out.decided(RuleId::EurekaCacheRefreshed, {static_cast<std::int64_t>(m_readOnly->instances.size())});
}

// --- Timers ----------------------------------------------------------------------------------------------------------------

SimTime InstanceRegistry::nextDue() const { return std::min({m_nextMinute, m_nextEviction, m_nextThreshold, m_nextCache}); }

void InstanceRegistry::wake(const EurekaConfig& config, SimTime now, Effects& out) {
    if (now >= m_nextMinute) {
        m_lastMinute = m_thisMinute;
        m_thisMinute = 0;
        m_nextMinute = now + kMinute;
    }
    if (now >= m_nextThreshold) {
        updateRenewalThreshold(config, out);
        m_nextThreshold = now + config.thresholdUpdate;
    }
    if (now >= m_nextEviction) {
        const SimTime late = m_lastEviction.us == 0 ? SimTime{} : std::max(SimTime{}, now - m_lastEviction - config.eviction);
        if (late.us > 0) out.decided(RuleId::EurekaEvictionCompensates, {late.us});
        m_lastEviction = now;
        m_nextEviction = now + config.eviction;
        evict(config, now, late, out);
    }
    if (now >= m_nextCache) {
        refreshCache(now, out);
        m_nextCache = SimTime{(now.us / config.cache.us + 1) * config.cache.us};
    }
}

void InstanceRegistry::evict(const EurekaConfig& config, SimTime now, SimTime additional, Effects& out) {
    if (!expirationEnabled(config)) {
        m_preserving = true;
        out.decided(RuleId::EurekaSelfPreservation, {m_lastMinute, m_threshold});
        return;
    }
    if (m_preserving) out.decided(RuleId::EurekaSelfPreservationEnds, {m_lastMinute, m_threshold});
    m_preserving = false;
    std::vector<InstanceRef> expired;
    for (const auto& [app, leases] : m_apps)
        for (const auto& [id, lease] : leases)
            if (lease.isExpired(now, additional)) expired.push_back(lease.holder);
    const int all = size(), count = static_cast<int>(expired.size());
    const int limit = all - all * config.renewalPercent / 100;
    if (count > limit) out.decided(RuleId::EurekaEvictionLimit, {count, limit, all});
    for (int i = 0; i < std::min(count, limit); ++i) {   // at random: a limit that always spared the same ones would wipe out whole applications
        const auto at = static_cast<std::size_t>(i), next = static_cast<std::size_t>(i + m_random.below(count - i));
        std::swap(expired[at], expired[next]);
        decide(out, RuleId::EurekaEvicts, {(now - find(expired[at])->expiry()).us}, expired[at]);
        cancel(config, expired[at], out);
    }
}

// Eureka counts what the server's own client has fetched from a peer; a server here has no such client and counts its own registry.
void InstanceRegistry::updateRenewalThreshold(const EurekaConfig& config, Effects& out) {
    const int count = size();
    if (count * 100 > config.renewalPercent * m_expected || !config.selfPreservation) {
        m_expected = count;
        updateThreshold(config);
        out.decided(RuleId::EurekaThresholdUpdated, {m_expected, m_threshold});
    } else {
        out.decided(RuleId::EurekaThresholdKept, {count, m_expected});
    }
}

}  // namespace zab
