// SPDX-License-Identifier: GPL-3.0-or-later
// One Eureka server: answers clients from its own registry whatever the network does, and tells its peers without waiting for them.
#pragma once

#include "engine/eureka/instance_registry.h"
#include "engine/eureka/peer_node.h"

namespace zab {

/// A regular value; inputs append their effects in order. One timer, TimerKind::EurekaTask, for all that it does by the clock.
/// Nothing survives a crash: the registry lives in memory.
class EurekaServer {
public:
    EurekaServer() = default;
    EurekaServer(ServerId id, int servers, std::uint64_t seed);

    void start(const EurekaConfig& config, SimTime now, Effects& out);
    void crash();
    void receive(const EurekaConfig& config, SimTime now, ActorId from, ConnectionId connection, const HttpPacket& packet, Effects& out);
    void wake(const EurekaConfig& config, SimTime now, Effects& out);

    const InstanceRegistry& registry() const { return m_registry; }
    const std::vector<PeerNode>& peers() const { return m_peers; }

private:
    /// syncUp: the registry of the first peer that answers is copied.
    struct SyncUp {
        bool running = false;
        int attempt = 0;
        std::size_t peer = 0;
        ConnectionId connection = 0;
        SimTime due;   ///< asking: when it is given up; waiting: when the next attempt begins
    };
    void askPeer(SimTime now, Effects& out);
    void peerFailed(const EurekaConfig& config, SimTime now, Effects& out);
    void attemptEnds(const EurekaConfig& config, SimTime now, Effects& out);
    void copied(const EurekaConfig& config, SimTime now, const EurekaResponseBody& body, Effects& out);
    int serve(const EurekaConfig& config, SimTime now, EurekaAction action, const InstanceRef& instance, bool isReplication, InstanceRef& lacking, Effects& out);
    void replicate(const EurekaConfig& config, SimTime now, EurekaAction action, const InstanceRef& instance, Effects& out);
    void batch(const EurekaConfig& config, SimTime now, ServerId from, ConnectionId connection, const EurekaBatchBody& body, Effects& out);
    void batchAnswered(const EurekaConfig& config, SimTime now, PeerNode& peer, const EurekaResponseBody& body, Effects& out);
    void fetch(const EurekaConfig& config, SimTime now, ActorId from, ConnectionId connection, Effects& out);
    void schedule(Effects& out);

    ServerId m_id;
    std::uint64_t m_seed = 1;
    InstanceRegistry m_registry;
    std::vector<PeerNode> m_peers;   ///< in a ring, behind itself first
    SyncUp m_syncUp;
    ConnectionId m_connections = 0;  ///< counts on through restarts: no connection is used twice
};

}  // namespace zab
