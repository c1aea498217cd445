// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eureka/eureka_client.h"

#include <algorithm>

namespace zab {
namespace {

constexpr int kAttempts = 3;                    // RetryableEurekaHttpClient.DEFAULT_NUMBER_OF_RETRIES
constexpr std::size_t kQuarantinePercent = 66;  // retryableClientQuarantineRefreshPercentage
constexpr SimTime kReplication = sec(30);       // instanceInfoReplicationIntervalSeconds

}  // namespace

EurekaClient::EurekaClient(ClientId id, int servers, std::uint64_t seed) : m_id(id) {
    Prng random(seed * 1000003 + static_cast<std::uint64_t>(id.value));
    for (int i = 1; i <= servers; ++i) m_servers.push_back(ServerId{i});
    for (int i = servers - 1; i > 0; --i)   // every client has its own order, so that the load spreads
        std::swap(m_servers[static_cast<std::size_t>(i)], m_servers[static_cast<std::size_t>(random.below(i + 1))]);
}

void EurekaClient::start(SimTime now, Effects& out) {
    if (m_started) return;
    m_started = true;
    m_nextFetch = now;
    begin(now, Job{MessageType::EurekaFetch, {}}, out);
}

std::vector<std::string> EurekaClient::instancesOf(const std::string& app) const {
    std::vector<std::string> ids;
    for (const InstanceRef& i : m_cache)
        if (i->app == app) ids.push_back(i->id);
    return ids;
}

std::optional<std::size_t> EurekaClient::ownIndex(const InstanceRef& instance) const {
    for (std::size_t i = 0; i < m_provided.size(); ++i)
        if (m_provided[i]->app == instance->app && m_provided[i]->id == instance->id) return i;
    return std::nullopt;
}

void EurekaClient::provide(SimTime now, const std::string& app, const std::string& id, Effects& out) {
    auto instance = std::make_shared<const InstanceInfo>(InstanceInfo{app, id, m_id, now});
    if (const auto i = ownIndex(instance)) {   // the same words again: a newer timestamp
        m_provided[*i] = instance;
        m_own[*i].dirty = true;
    } else {
        m_provided.push_back(instance);
        m_own.push_back({});
    }
    begin(now, Job{MessageType::EurekaRegister, instance}, out);
}

void EurekaClient::withdraw(const EurekaConfig& config, SimTime now, const std::string& app, Effects& out) {
    for (std::size_t i = 0; i < m_provided.size();) {
        if (m_provided[i]->app != app && !app.empty()) {
            ++i;
            continue;
        }
        const InstanceRef instance = m_provided[i];
        m_provided.erase(m_provided.begin() + static_cast<std::ptrdiff_t>(i));
        m_own.erase(m_own.begin() + static_cast<std::ptrdiff_t>(i));
        begin(now, Job{MessageType::EurekaCancel, instance}, out);
    }
    schedule(config, out);
}

void EurekaClient::stop(const EurekaConfig& config, Effects& out) {
    m_started = false;
    m_fetch.reset();
    m_cache.clear();
    m_fetchedAt.reset();
    schedule(config, out);
}

void EurekaClient::die(Effects& out) {
    const ConnectionId connections = m_connections;
    EurekaClient fresh;
    fresh.m_id = m_id;
    fresh.m_servers = m_servers;
    fresh.m_zone = m_zone;
    *this = std::move(fresh);
    m_connections = connections;
    out.timer(TimerKind::EurekaWake, kNever);
}

// --- RetryableEurekaHttpClient ------------------------------------------------------------------------------------------------

std::vector<ServerId> EurekaClient::hostCandidates(Transport& transport) {
    std::vector<ServerId> hosts;
    if (m_zone) hosts.push_back(m_zone);
    for (const ServerId s : m_servers)
        if (s != m_zone) hosts.push_back(s);
    const std::size_t threshold = hosts.size() * kQuarantinePercent / 100;
    if (!transport.quarantine.empty() && transport.quarantine.size() >= threshold) transport.quarantine.clear();
    std::erase_if(hosts, [&](ServerId s) { return transport.quarantine.contains(s); });
    return hosts;
}

bool EurekaClient::attempt(SimTime now, Job& job, Transport& transport, Effects& out) {
    if (job.attempts >= kAttempts) return false;
    job.fromList = !transport.delegate;
    job.server = transport.delegate;
    if (job.fromList) {
        if (!job.listed) job.candidates = hostCandidates(transport);
        job.listed = true;
        if (job.candidates.empty()) return false;
        job.server = job.candidates.front();
        job.candidates.erase(job.candidates.begin());
    }
    ++job.attempts;
    job.connection = ++m_connections;
    job.sentAt = now;
    out.send(job.server, job.connection, HttpPacket{job.what, job.instance ? std::make_shared<EurekaRequestBody>(job.instance) : nullptr});
    return true;
}

// The attempt has failed: false if there is no other.
bool EurekaClient::retry(SimTime now, Job& job, Transport& transport, Effects& out) {
    transport.delegate = {};
    if (job.fromList) transport.quarantine.insert(job.server);
    out.decided(RuleId::EurekaNextServer, {job.server.value, job.attempts}, job.server);
    if (attempt(now, job, transport, out)) return true;
    out.decided(RuleId::EurekaGivesUp, {job.attempts});
    return false;
}

void EurekaClient::begin(SimTime now, Job job, Effects& out) {
    if (job.what == MessageType::EurekaFetch) {
        m_fetch = std::move(job);
        if (!attempt(now, *m_fetch, m_query, out)) m_fetch.reset();
        return;
    }
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() == 1) nextJob(now, out);
}

void EurekaClient::nextJob(SimTime now, Effects& out) {
    while (!m_jobs.empty() && !attempt(now, m_jobs.front(), m_registration, out)) m_jobs.pop_front();
}

void EurekaClient::failed(const EurekaConfig& config, SimTime now, ConnectionId connection, Effects& out) {
    if (m_fetch && m_fetch->connection == connection) {
        if (!retry(now, *m_fetch, m_query, out)) fetchFails(config, now, out);
    } else if (!m_jobs.empty() && m_jobs.front().connection == connection) {
        if (!retry(now, m_jobs.front(), m_registration, out)) registrationEnds(config, now, 0, out);
    }
}

void EurekaClient::fetchFails(const EurekaConfig& config, SimTime now, Effects& out) {
    m_fetch.reset();
    m_nextFetch = now + config.fetch;
    out.decided(RuleId::EurekaFetchFailed, {m_fetchedAt ? (now - m_asOf).us : 0});
}

// --- answers ------------------------------------------------------------------------------------------------------------------

void EurekaClient::receive(const EurekaConfig& config, SimTime now, ServerId from, ConnectionId connection, const HttpPacket& packet, Effects& out) {
    const bool fetches = m_fetch && m_fetch->connection == connection;
    const bool registers = !m_jobs.empty() && m_jobs.front().connection == connection;
    if (!fetches && !registers) {
        out.ignored(RuleId::StaleConnection, {connection}, from);
        return;
    }
    if (packet.type != MessageType::EurekaResponse) {
        failed(config, now, connection, out);
    } else if (fetches) {
        const auto& body = static_cast<const EurekaResponseBody&>(*packet.body);
        m_query.delegate = from;
        m_fetch.reset();
        m_cache = body.registry;
        m_asOf = body.asOf;
        m_fetchedAt = now;
        m_nextFetch = now + config.fetch;
        out.decided(RuleId::EurekaFetched, {static_cast<std::int64_t>(m_cache.size()), (now - m_asOf).us}, from);
    } else {
        m_registration.delegate = from;
        registrationEnds(config, now, static_cast<const EurekaResponseBody&>(*packet.body).status, out);
    }
    schedule(config, out);
}

// `status` 0: nobody could be reached. Then the heartbeat and the replicator come again at their time.
void EurekaClient::registrationEnds(const EurekaConfig& config, SimTime now, int status, Effects& out) {
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    const auto own = ownIndex(job.instance);
    if (own && job.what == MessageType::EurekaRegister) {
        Own& o = m_own[*own];
        if (status == 204 && m_provided[*own]->lastDirty == job.instance->lastDirty) o.dirty = false;
        if (o.nextRenewal == kNever) o.nextRenewal = now + config.renewal;
        o.nextReplication = o.dirty ? now + kReplication : kNever;
    } else if (own && job.what == MessageType::EurekaRenew) {
        m_own[*own].nextRenewal = now + config.renewal;
        if (status == 404) {
            const InstanceInfo& old = *m_provided[*own];
            m_provided[*own] = std::make_shared<const InstanceInfo>(InstanceInfo{old.app, old.id, old.owner, now});
            m_own[*own].dirty = true;
            out.decided(RuleId::EurekaRegistersAgain, {now.us}, job.server);
            out.text(old.id);
            m_jobs.push_front(Job{MessageType::EurekaRegister, m_provided[*own]});
        }
    }
    nextJob(now, out);
}

// --- timers -------------------------------------------------------------------------------------------------------------------

void EurekaClient::renewAll(const EurekaConfig&, SimTime now, Effects& out) {
    for (std::size_t i = 0; i < m_provided.size(); ++i) {
        Own& own = m_own[i];
        if (now >= own.nextReplication && own.dirty) begin(now, Job{MessageType::EurekaRegister, m_provided[i]}, out);
        if (now >= own.nextReplication) own.nextReplication = kNever;
        if (now < own.nextRenewal) continue;
        own.nextRenewal = kNever;   // counted from the end of this one
        begin(now, Job{MessageType::EurekaRenew, m_provided[i]}, out);
    }
}

void EurekaClient::wake(const EurekaConfig& config, SimTime now, Effects& out) {
    const auto overdue = [&](const Job& job) { return now >= job.sentAt + config.timeout; };
    if (m_fetch && overdue(*m_fetch)) {
        out.send(m_fetch->server, m_fetch->connection, HttpPacket{MessageType::HttpReset, nullptr});
        failed(config, now, m_fetch->connection, out);
    }
    if (!m_jobs.empty() && overdue(m_jobs.front())) {
        out.send(m_jobs.front().server, m_jobs.front().connection, HttpPacket{MessageType::HttpReset, nullptr});
        failed(config, now, m_jobs.front().connection, out);
    }
    if (m_started && !m_fetch && now >= m_nextFetch) {
        m_nextFetch = now + config.fetch;
        begin(now, Job{MessageType::EurekaFetch, {}}, out);
    }
    renewAll(config, now, out);
    schedule(config, out);
}

void EurekaClient::schedule(const EurekaConfig& config, Effects& out) {
    SimTime at = kNever;
    if (m_fetch) at = std::min(at, m_fetch->sentAt + config.timeout);
    else if (m_started) at = std::min(at, m_nextFetch);
    if (!m_jobs.empty()) at = std::min(at, m_jobs.front().sentAt + config.timeout);
    for (const Own& own : m_own) at = std::min({at, own.nextRenewal, own.nextReplication});
    out.timer(TimerKind::EurekaWake, at);
}

}  // namespace zab
