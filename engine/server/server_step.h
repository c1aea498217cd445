// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the server's files: one input being handled.
#pragma once

#include "engine/server/server.h"

namespace zab {

class Server::Step final : public StateMachine {
public:
    Step(Server& server, const EnsembleConfig& config, SimTime now, Effects& out) : m_s(server), m_config(config), m_now(now), m_out(out) {}

    // What the replica asks for
    void apply(const TxnRef& txn) override;
    void replay(const TxnRef& txn) override;
    SnapshotRef snapshot(Zxid content, std::uint64_t history) const override;
    void restore(const SnapshotRef& snapshot) override;
    void startServing(ServerState role) override;
    void stopServing() override;
    void carried(ServerId from, const Forwarded& packet) override;
    OpaqueRef touchedSessions() override;
    std::uint64_t digest() const override { return m_s.m_tree.digest() + m_s.m_tree.sessionsDigest(); }

    // Clients
    void clientPacket(ClientId client, ConnectionId connection, const Message& m);
    void sessionTick();
    void containerCheck();

private:
    void planContainerCheck();
    void findEmptyContainers();
    void deleteNextContainer();
    void connect(ClientId client, ConnectionId connection, const ConnectRequest& request);
    void newSession(Connection& c);
    void reopen(Connection& c);
    void sessionConfirmed(Connection& c, bool valid);
    void call(Connection& c, std::shared_ptr<const ClientCallBody> body);
    void submit(Connection& c, const std::shared_ptr<const ClientCallBody>& body);
    /// At the leader: check, make the transaction, propose. `owner` is the server that holds the session's connection.
    void propose(SessionId session, std::int32_t xid, const Request& request, ServerId owner);
    void answerRead(Connection& c, const ClientCallBody& body);
    void setWatches(Connection& c, const ClientCallBody& body);
    Reply addWatch(Connection& c, const Request& q);
    Reply removeWatches(Connection& c, const Request& q);
    void leaveWatch(Connection& c, const Request& q);
    void authenticate(Connection& c, const ClientCallBody& body);
    void fire(const Connection& c, WatchEventType type, const std::string& path, RuleId rule);
    void reply(Connection& c, const ClientCallBody& body, Reply r);
    void completed(SessionId session, std::int32_t xid, Reply r);
    void releaseReads(Connection& c);
    void close(ClientId client, bool tell);
    void endHere(SessionId session);
    void closed(SessionId session);
    void touch(SessionId session, std::int32_t timeoutMs);
    void fireWatches(const std::vector<TreeChange>& changes);
    Connection* bySession(SessionId session);
    SimTime bucket(std::int32_t timeoutMs) const;
    bool leading() const { return std::holds_alternative<Leading>(m_s.m_replica.role()); }
    ServerId self() const { return m_s.m_replica.self(); }

    Server& m_s;
    const EnsembleConfig& m_config;
    SimTime m_now;
    Effects& m_out;
};

}  // namespace zab
