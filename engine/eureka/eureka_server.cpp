// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eureka/eureka_server.h"

#include <algorithm>
#include <tuple>

namespace zab {
namespace {

constexpr SimTime kPeerTimeout = msec(1000);       // peerNodeConnectTimeoutMs
constexpr SimTime kSyncRetryWait = sec(30);        // registrySyncRetryWaitMs
constexpr SimTime kCancelLivesFor = sec(30);       // maxTimeForReplication

std::shared_ptr<const EurekaResponseBody> answer(int status) {
    auto body = std::make_shared<EurekaResponseBody>();
    body->status = status;
    return body;
}

}  // namespace

EurekaServer::EurekaServer(ServerId id, int servers, std::uint64_t seed)
    : m_id(id), m_seed(seed * 31 + static_cast<std::uint64_t>(id.value)), m_registry(m_seed), m_connections(static_cast<ConnectionId>(id.value) << 24) {
    for (int i = 1; i < servers; ++i) m_peers.emplace_back(ServerId{(id.value - 1 + i) % servers + 1});
}

void EurekaServer::crash() {
    m_registry = InstanceRegistry(++m_seed);
    for (PeerNode& peer : m_peers) peer = PeerNode(peer.peer());
    m_syncUp = {};
}

void EurekaServer::start(const EurekaConfig& config, SimTime now, Effects& out) {
    m_syncUp = {true, 0, 0, 0, {}};
    if (m_peers.empty() || config.syncRetries <= 0) {
        m_syncUp.running = false;
        m_registry.open(config, now, 0, out);
    } else {
        askPeer(now, out);
    }
    schedule(out);
}

// --- syncUp: meanwhile it serves already ------------------------------------------------------------------------------------

void EurekaServer::askPeer(SimTime now, Effects& out) {
    m_syncUp.connection = ++m_connections;
    m_syncUp.due = now + kPeerTimeout;
    out.send(m_peers[m_syncUp.peer].peer(), m_syncUp.connection, HttpPacket{MessageType::EurekaFetch, nullptr});
}

void EurekaServer::peerFailed(const EurekaConfig& config, SimTime now, Effects& out) {
    const ServerId peer = m_peers[m_syncUp.peer].peer();
    out.decided(RuleId::EurekaSyncUpFails, {peer.value}, peer);
    m_syncUp.connection = 0;
    if (++m_syncUp.peer < m_peers.size()) askPeer(now, out);
    else attemptEnds(config, now, out);
}

void EurekaServer::attemptEnds(const EurekaConfig& config, SimTime now, Effects& out) {
    m_syncUp.connection = 0;
    m_syncUp.peer = 0;
    m_syncUp.due = now + kSyncRetryWait;
    if (++m_syncUp.attempt < config.syncRetries) return;
    m_syncUp.running = false;
    m_registry.open(config, now, 0, out);
}

void EurekaServer::copied(const EurekaConfig& config, SimTime now, const EurekaResponseBody& body, Effects& out) {
    const ServerId peer = m_peers[m_syncUp.peer].peer();
    const auto count = static_cast<int>(body.registry.size());
    out.decided(RuleId::EurekaSyncUp, {peer.value, count}, peer);
    for (const InstanceRef& instance : body.registry) m_registry.enroll(config, now, instance, out);
    if (count == 0) {
        attemptEnds(config, now, out);
        return;
    }
    m_syncUp.running = false;
    m_syncUp.connection = 0;
    m_registry.open(config, now, count, out);
}

// --- requests ---------------------------------------------------------------------------------------------------------------

void EurekaServer::receive(const EurekaConfig& config, SimTime now, ActorId from, ConnectionId connection, const HttpPacket& packet, Effects& out) {
    const auto reply = [&](std::shared_ptr<const EurekaResponseBody> body) {
        out.send(from, connection, HttpPacket{MessageType::EurekaResponse, std::move(body)});
    };
    const auto request = [&](EurekaAction action) {
        InstanceRef lacking;
        reply(answer(serve(config, now, action, static_cast<const EurekaRequestBody&>(*packet.body).instance, false, lacking, out)));
    };
    const bool fails = packet.type == MessageType::HttpReset, answers = packet.type == MessageType::EurekaResponse;
    switch (packet.type) {
    case MessageType::EurekaRegister: request(EurekaAction::Register); break;
    case MessageType::EurekaRenew: request(EurekaAction::Heartbeat); break;
    case MessageType::EurekaCancel: request(EurekaAction::Cancel); break;
    case MessageType::EurekaFetch: fetch(config, now, from, connection, out); break;
    case MessageType::EurekaBatch: batch(config, now, from.server(), connection, static_cast<const EurekaBatchBody&>(*packet.body), out); break;
    default: break;
    }
    if (fails || answers) {
        const auto peer = std::find_if(m_peers.begin(), m_peers.end(), [&](const PeerNode& p) { return p.connection() == connection; });
        if (m_syncUp.running && m_syncUp.connection == connection) {
            if (fails) peerFailed(config, now, out);
            else copied(config, now, static_cast<const EurekaResponseBody&>(*packet.body), out);
        } else if (peer == m_peers.end()) {
            out.ignored(RuleId::StaleConnection, {connection}, from);
        } else if (fails) {
            peer->failed(now, out);
        } else {
            batchAnswered(config, now, *peer, static_cast<const EurekaResponseBody&>(*packet.body), out);
        }
    }
    schedule(out);
}

int EurekaServer::serve(const EurekaConfig& config, SimTime now, EurekaAction action, const InstanceRef& instance, bool isReplication,
                        InstanceRef& lacking, Effects& out) {
    int status = 204;
    bool changed = true;
    if (action == EurekaAction::Register) {
        m_registry.enroll(config, now, instance, out);
    } else if (action == EurekaAction::Heartbeat) {
        const bool known = m_registry.contains(instance);
        status = m_registry.renew(now, instance, isReplication, lacking, out);
        changed = known;
    } else {
        changed = m_registry.cancel(config, instance, out);
        status = changed ? 200 : 404;
    }
    if (changed && !isReplication) replicate(config, now, action, instance, out);
    return status;
}

void EurekaServer::replicate(const EurekaConfig& config, SimTime now, EurekaAction action, const InstanceRef& instance, Effects& out) {
    if (m_peers.empty()) return;
    out.decided(RuleId::EurekaReplicates, {static_cast<std::int64_t>(m_peers.size())});
    out.text(instance->id);
    const SimTime expiry = now + (action == EurekaAction::Cancel ? kCancelLivesFor : config.renewal);
    // A heartbeat is passed on with what the registry holds, not with what the client said.
    const InstanceRef told = action == EurekaAction::Heartbeat ? m_registry.holder(instance) : instance;
    for (PeerNode& peer : m_peers) peer.process({action, told, now, expiry});
}

void EurekaServer::fetch(const EurekaConfig& config, SimTime now, ActorId from, ConnectionId connection, Effects& out) {
    auto body = std::make_shared<EurekaResponseBody>();
    std::tie(body->registry, body->asOf) = m_registry.payload(config, now, out);
    out.send(from, connection, HttpPacket{MessageType::EurekaResponse, std::move(body)});
}

void EurekaServer::batch(const EurekaConfig& config, SimTime now, ServerId from, ConnectionId connection, const EurekaBatchBody& body, Effects& out) {
    auto response = std::make_shared<EurekaResponseBody>();
    for (const EurekaBatchBody::Item& item : body.items) {
        EurekaResponseBody::Item result;
        result.status = serve(config, now, item.action, item.instance, true, result.instance, out);
        response->items.push_back(std::move(result));
    }
    out.decided(RuleId::EurekaReplicationEnds, {from.value}, from);
    out.send(from, connection, HttpPacket{MessageType::EurekaResponse, std::move(response)});
}

void EurekaServer::batchAnswered(const EurekaConfig& config, SimTime now, PeerNode& peer, const EurekaResponseBody& body, Effects& out) {
    const std::vector<ReplicationTask> tasks = peer.answered();
    for (std::size_t i = 0; i < tasks.size() && i < body.items.size(); ++i) {
        const EurekaResponseBody::Item& item = body.items[i];
        if (tasks[i].action != EurekaAction::Heartbeat || item.status == 200) continue;
        if (item.status == 404) {
            out.decided(RuleId::EurekaPeerLacksInstance, {peer.peer().value}, peer.peer());
            out.text(tasks[i].instance->id);
            peer.process({EurekaAction::Register, tasks[i].instance, now, now + config.renewal});
        } else if (item.instance) {
            out.decided(RuleId::EurekaPeerIsNewer, {peer.peer().value}, peer.peer());
            out.text(item.instance->id);
            m_registry.enroll(config, now, item.instance, out);
        }
    }
}

// --- timers -----------------------------------------------------------------------------------------------------------------

void EurekaServer::wake(const EurekaConfig& config, SimTime now, Effects& out) {
    if (m_syncUp.running && now >= m_syncUp.due) {
        if (m_syncUp.connection != 0) {
            out.send(m_peers[m_syncUp.peer].peer(), m_syncUp.connection, HttpPacket{MessageType::HttpReset, nullptr});
            peerFailed(config, now, out);
        } else {
            askPeer(now, out);
        }
    }
    m_registry.wake(config, now, out);
    for (PeerNode& peer : m_peers) peer.wake(now, m_connections, out);
    schedule(out);
}

void EurekaServer::schedule(Effects& out) {
    SimTime at = m_registry.nextDue();
    if (m_syncUp.running) at = std::min(at, m_syncUp.due);
    for (const PeerNode& peer : m_peers) at = std::min(at, peer.nextDue());
    out.timer(TimerKind::EurekaTask, at);
}

}  // namespace zab
