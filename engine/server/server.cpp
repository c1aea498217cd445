// SPDX-License-Identifier: GPL-3.0-or-later
// The server's inputs, and how transactions reach its tree.
#include "engine/server/server.h"

#include "engine/server/server_step.h"

namespace zab {

void Server::start(const EnsembleConfig& config, SimTime now, Effects& out) {
    m_nextSession = static_cast<std::int64_t>((static_cast<std::uint64_t>(now.us / 1000) << 24) >> 8) |
                    static_cast<std::int64_t>(static_cast<std::uint64_t>(m_replica.self().value) << 56);   // §6.1
    Step step(*this, config, now, out);
    m_replica.start(config, step, now, out);
}

void Server::receive(const EnsembleConfig& config, SimTime now, ActorId from, ConnectionId connection, const Message& m, Effects& out) {
    Step step(*this, config, now, out);
    if (from.isClient()) step.clientPacket(from.client(), connection, m);
    else m_replica.receive(config, step, now, from.server(), connection, m, out);
}

void Server::timer(const EnsembleConfig& config, SimTime now, TimerKind kind, Effects& out) {
    Step step(*this, config, now, out);
    if (kind == TimerKind::SessionTick) step.sessionTick();
    else if (kind == TimerKind::ContainerCheck) step.containerCheck();
    else m_replica.timer(config, step, now, kind, out);
}

void Server::fsyncDone(const EnsembleConfig& config, SimTime now, Effects& out) {
    Step step(*this, config, now, out);
    m_replica.fsyncDone(config, step, now, out);
}

void Server::snapshotDone(const EnsembleConfig& config, SimTime now, Zxid name, Effects& out) {
    Step step(*this, config, now, out);
    m_replica.snapshotDone(config, step, name, out);
}

void Server::forceTimeout(const EnsembleConfig& config, SimTime now, Effects& out) {
    Step step(*this, config, now, out);
    m_replica.forceTimeout(config, step, now, out);
}

void Server::crash(std::size_t lost, bool torn) {
    m_replica.crash(lost, torn);
    m_tree = DataTree();
    m_prep.clear();
    m_watches = WatchTable();
    m_connections.clear();
    m_bySession.clear();
    m_tracked.clear();
    m_touched.clear();
    m_containerCheck = kNever;
    m_emptyContainers.clear();
}

std::vector<std::pair<ClientId, ConnectionId>> Server::clientConnections() const {
    std::vector<std::pair<ClientId, ConnectionId>> all;
    for (const auto& [id, c] : m_connections) all.emplace_back(id, c.id);
    return all;
}

std::vector<std::string> Server::authOf(ClientId client) const {
    const auto at = m_connections.find(client);
    return at == m_connections.end() ? std::vector<std::string>() : at->second.auth;
}

SessionId Server::sessionOf(ClientId client) const {
    const auto at = m_connections.find(client);
    return at == m_connections.end() ? SessionId() : at->second.session;
}

void Server::Step::replay(const TxnRef& txn) {
    const auto& payload = static_cast<const TreePayload&>(*txn->payload);
    m_s.m_tree.apply(txn->zxid, txn->session, txn->timeMs, payload.body);
}

void Server::Step::apply(const TxnRef& txn) {
    const TxnBody& body = static_cast<const TreePayload&>(*txn->payload).body;
    ApplyResult result = m_s.m_tree.apply(txn->zxid, txn->session, txn->timeMs, body);
    m_s.m_prep.applied(txn->zxid);
    fireWatches(result.changes);   // before any reply that could show the new state (§7.2)
    if (body.type == OpCode::CreateSession) {
        if (leading()) {
            Tracked& t = m_s.m_tracked[txn->session];
            t.timeoutMs = body.timeoutMs;
            if (t.expires.us == 0) t.expires = bucket(body.timeoutMs);
        }
        if (Connection* c = bySession(txn->session)) sessionConfirmed(*c, true);
        return;
    }
    if (body.type == OpCode::Error && body.error == ErrorCode::SessionMoved) {
        // Only the connection whose own request this was; the one that the session moved to is the rightful one (§6.10).
        Connection* c = bySession(txn->session);
        if (c && !c->waiting.empty() && c->waiting.front().call->xid == txn->xid) {
            m_out.decided(RuleId::SessionMoved, {txn->session.value}, c->client);
            close(c->client, true);
        }
        return;
    }
    if (body.type == OpCode::CreateContainer) planContainerCheck();
    result.reply.zxid = m_s.m_replica.lastProcessed();
    completed(txn->session, txn->xid, std::move(result.reply));
    if (body.type == OpCode::CloseSession) closed(txn->session);
}

SnapshotRef Server::Step::snapshot(Zxid content, std::uint64_t history) const {
    return std::make_shared<TreeSnapshot>(m_s.m_tree, content, history);
}

void Server::Step::restore(const SnapshotRef& snapshot) {
    m_s.m_tree = snapshot ? static_cast<const TreeSnapshot&>(*snapshot).tree : DataTree();
}

void Server::Step::startServing(ServerState role) {
    m_s.m_prep.clear();
    const auto sessionTick = [&] { m_out.timer(TimerKind::SessionTick, SimTime{(m_now.us / m_config.tickTime.us + 1) * m_config.tickTime.us}); };
    if (role != ServerState::Leading) {
        if (!m_config.variants.holds(Seal::LeaderExpires)) sessionTick();
        return;
    }
    m_s.m_tracked.clear();
    for (const auto& [session, timeoutMs] : m_s.m_tree.sessions()) m_s.m_tracked[session] = {timeoutMs, bucket(timeoutMs), {}, false};
    m_out.decided(RuleId::SessionsRestarted, {static_cast<std::int64_t>(m_s.m_tracked.size())});   // §6.8
    sessionTick();
    m_s.m_leadsSince = m_now;
    planContainerCheck();
}

void Server::Step::stopServing() {
    for (const auto& [client, connection] : m_s.clientConnections()) close(client, true);
    m_s.m_prep.clear();
    m_s.m_tracked.clear();
    m_s.m_touched.clear();
    m_s.m_containerCheck = kNever;
    m_s.m_emptyContainers.clear();
}

void Server::Step::carried(ServerId from, const Forwarded& packet) {
    switch (packet.type) {
    case MessageType::Request: {
        const auto& f = static_cast<const ForwardedCall&>(*packet.body);
        const Request& request = f.call->request;
        m_out.noteText(EventKind::RequestReceived, request.path, {f.session.value, f.call->xid, static_cast<std::int64_t>(request.op)}, from);
        if (request.op == OpCode::Sync) m_s.m_replica.answerSync(from, Forwarded{MessageType::Sync, packet.body}, m_out);
        else propose(f.session, f.call->xid, request, from);
        break;
    }
    case MessageType::Sync: {
        const auto& f = static_cast<const ForwardedCall&>(*packet.body);
        Reply r;
        r.path = f.call->request.path;
        r.zxid = m_s.m_replica.lastProcessed();
        completed(f.session, f.call->xid, std::move(r));
        break;
    }
    case MessageType::Ping:
        for (const auto& [session, timeoutMs] : static_cast<const TouchedSessions&>(*packet.body).sessions) touch(session, timeoutMs);
        break;
    case MessageType::Revalidate: {
        const auto& r = static_cast<const Revalidation&>(*packet.body);
        if (leading()) {
            const auto tracked = m_s.m_tracked.find(r.session);
            const bool valid = tracked != m_s.m_tracked.end() && !tracked->second.closing;
            if (valid) {
                tracked->second.owner = from;
                touch(r.session, r.timeoutMs);
            }
            m_s.m_replica.sendToLearner(
                from, Forwarded{MessageType::Revalidate, std::make_shared<Revalidation>(r.session, r.timeoutMs, valid)}, m_out);
        } else if (Connection* c = bySession(r.session); c && !c->ready) {
            sessionConfirmed(*c, r.valid);
        } else {
            m_out.ignored(RuleId::RevalidationClientGone, {r.session.value}, from);
        }
        break;
    }
    default: break;   // nothing else is carried
    }
}

OpaqueRef Server::Step::touchedSessions() {
    if (m_s.m_touched.empty()) return nullptr;
    auto body = std::make_shared<TouchedSessions>(
        std::vector<std::pair<SessionId, std::int32_t>>(m_s.m_touched.begin(), m_s.m_touched.end()));
    m_s.m_touched.clear();
    return body;
}

}  // namespace zab
