// SPDX-License-Identifier: GPL-3.0-or-later
// One ZooKeeper server: Replica + tree + sessions + watches + the request pipeline (chapters 3 to 7).
#pragma once

#include "engine/server/payloads.h"
#include "engine/server/protocol.h"
#include "engine/tree/prep.h"
#include "engine/tree/watches.h"
#include "engine/zab/replica.h"

#include <deque>
#include <map>

namespace zab {

/// A regular value; nothing in it points outside. Inputs append their effects in order.
class Server {
public:
    Server(const EnsembleConfig& config, ServerId self) : m_replica(config, self) {}

    void start(const EnsembleConfig& config, SimTime now, Effects& out);
    void receive(const EnsembleConfig& config, SimTime now, ActorId from, ConnectionId connection, const Message& m, Effects& out);
    void timer(const EnsembleConfig& config, SimTime now, TimerKind kind, Effects& out);
    void fsyncDone(const EnsembleConfig& config, SimTime now, Effects& out);
    void snapshotDone(const EnsembleConfig& config, SimTime now, Zxid name, Effects& out);
    void forceTimeout(const EnsembleConfig& config, SimTime now, Effects& out);
    /// The process dies; `lost` of the unsynced log records go with it, torn: half of the first one stays.
    void crash(std::size_t lost, bool torn = false);

    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)
    /// Paths of the containers that a check of the leader has found empty and not yet asked to delete.
    std::size_t emptyContainers() const { return m_emptyContainers.size(); }
    const Replica& replica() const { return m_replica; }
    Replica& editReplica() { return m_replica; }   ///< before start(): the scenario's disk
    const DataTree& tree() const { return m_tree; }
    const WatchTable& watches() const { return m_watches; }
    int connectionCount() const { return static_cast<int>(m_connections.size()); }
    /// The ids that a client's connection has proved, in order.
    std::vector<std::string> authOf(ClientId client) const;
    SessionId sessionOf(ClientId client) const;   ///< 0: it has no connection here
    /// Open client connections: (client, connection).
    std::vector<std::pair<ClientId, ConnectionId>> clientConnections() const;

private:
    struct Waiting {   ///< a request of a session that is not answered yet, in order
        std::shared_ptr<const ClientCallBody> call;
    };
    struct Connection {
        ClientId client;
        ConnectionId id = 0;
        SessionId session;
        std::int32_t timeoutMs = 0;
        bool ready = false;   ///< the session is confirmed
        std::vector<std::string> auth;   ///< ids that it has proved: "digest user"; they end with the connection
        std::deque<Waiting> waiting;
    };
    struct Tracked {          ///< the leader's session tracker (§6.7)
        std::int32_t timeoutMs = 0;
        SimTime expires;
        ServerId owner;
        bool closing = false;
    };
    class Step;               // one input being handled; the StateMachine that the replica sees
    friend class Step;

    Replica m_replica;
    DataTree m_tree;
    Prep m_prep;
    WatchTable m_watches;
    std::map<ClientId, Connection> m_connections;
    std::map<SessionId, ClientId> m_bySession;
    std::map<SessionId, Tracked> m_tracked;
    std::map<SessionId, std::int32_t> m_touched;
    std::int64_t m_nextSession = 0;
    SimTime m_leadsSince;                   ///< the ContainerManager's timer began then
    SimTime m_containerCheck = kNever;      ///< when it fires next
    std::deque<std::pair<std::string, std::int32_t>> m_emptyContainers;   ///< still to be deleted: path, cversion
};

}  // namespace zab
