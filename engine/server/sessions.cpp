// SPDX-License-Identifier: GPL-3.0-or-later
// Connections, sessions and the request pipeline of one server (chapters 4, 6 and 7).
#include "engine/server/server_step.h"

#include <algorithm>

namespace zab {
namespace {

Message toClient(MessageType type, OpaqueRef body) { return ClientPacket{type, std::move(body)}; }

}  // namespace

Server::Connection* Server::Step::bySession(SessionId session) {
    const auto at = m_s.m_bySession.find(session);
    if (at == m_s.m_bySession.end()) return nullptr;
    const auto c = m_s.m_connections.find(at->second);
    return c == m_s.m_connections.end() ? nullptr : &c->second;
}

// ExpiryQueue: sessions expire in buckets of one tick (§6.7).
SimTime Server::Step::bucket(std::int32_t timeoutMs) const {
    const std::int64_t tick = m_config.tickTime.us;
    return SimTime{((m_now + msec(timeoutMs)).us / tick + 1) * tick};
}

void Server::Step::clientPacket(ClientId client, ConnectionId connection, const Message& m) {
    if (const auto* packet = std::get_if<ClientPacket>(&m); packet && packet->type == MessageType::ClientConnect) {
        connect(client, connection, static_cast<const ConnectRequest&>(*packet->body));
        return;
    }
    const auto at = m_s.m_connections.find(client);
    if (at == m_s.m_connections.end() || at->second.id != connection) {
        m_out.ignored(RuleId::StaleConnection, {connection}, client);
        return;
    }
    if (std::holds_alternative<Disconnect>(m)) {
        close(client, false);
        return;
    }
    Connection& c = at->second;
    const auto& packet = std::get<ClientPacket>(m);
    touch(c.session, c.timeoutMs);
    if (packet.type == MessageType::ClientPing) {
        m_out.send(client, connection, toClient(MessageType::ClientPing, nullptr));
    } else if (packet.type == MessageType::ClientRequest) {
        call(c, std::static_pointer_cast<const ClientCallBody>(packet.body));
    }
}

// ZooKeeperServer.processConnectRequest (§6.5).
void Server::Step::connect(ClientId client, ConnectionId connection, const ConnectRequest& request) {
    const Replica& r = m_s.m_replica;
    close(client, false);
    if (!r.serving()) {
        m_out.decided(RuleId::ClientServerNotServing, {self().value}, client);
        m_out.send(client, connection, Disconnect{});
        return;
    }
    const bool ahead = request.lastZxidSeen > r.lastProcessed();
    if (ahead && m_config.variants.holds(Seal::ClientNotAhead)) {
        m_out.decided(RuleId::ClientAheadRefused, {request.lastZxidSeen.value, r.lastProcessed().value}, client);
        m_out.send(client, connection, Disconnect{});
        return;
    }
    m_out.decided(ahead ? RuleId::WithoutClientNotAhead : RuleId::ClientAccepted, {request.lastZxidSeen.value, r.lastProcessed().value}, client);
    Connection& c = m_s.m_connections[client];
    c = Connection{client, connection, request.session, 0, false, {}, {}};
    c.timeoutMs = static_cast<std::int32_t>(
        std::clamp(request.timeoutMs * std::int64_t{1000}, m_config.minSession().us, m_config.maxSession().us) / 1000);
    if (request.session) reopen(c);
    else newSession(c);
}

void Server::Step::newSession(Connection& c) {
    c.session = SessionId{m_s.m_nextSession++};
    m_s.m_bySession[c.session] = c.client;
    Request create;
    create.op = OpCode::CreateSession;
    create.timeoutMs = c.timeoutMs;
    submit(c, std::make_shared<ClientCallBody>(0, std::move(create)));
}

void Server::Step::reopen(Connection& c) {
    if (Connection* old = bySession(c.session); old && old->client != c.client) close(old->client, true);
    m_s.m_bySession[c.session] = c.client;
    if (!leading()) {
        m_s.m_replica.sendToLeader(
            Forwarded{MessageType::Revalidate, std::make_shared<Revalidation>(c.session, c.timeoutMs, false)}, m_out);
        return;
    }
    const auto tracked = m_s.m_tracked.find(c.session);
    const bool valid = tracked != m_s.m_tracked.end() && !tracked->second.closing;
    if (valid) tracked->second.owner = self();
    sessionConfirmed(c, valid);
}

void Server::Step::sessionConfirmed(Connection& c, bool valid) {
    if (!valid) {
        m_out.decided(RuleId::SessionUnknown, {c.session.value}, c.client);
        m_out.send(c.client, c.id, toClient(MessageType::ClientConnected, std::make_shared<ConnectResponse>(0, SessionId{})));
        close(c.client, true);
        return;
    }
    c.ready = true;
    touch(c.session, c.timeoutMs);
    m_out.note(EventKind::SessionOpened, {c.session.value, c.timeoutMs}, c.client);
    m_out.send(c.client, c.id, toClient(MessageType::ClientConnected, std::make_shared<ConnectResponse>(c.timeoutMs, c.session)));
}

// CommitProcessor: a request of a session that already has something queued waits, whatever it is (§4).
void Server::Step::call(Connection& c, std::shared_ptr<const ClientCallBody> body) {
    m_out.noteText(EventKind::RequestReceived, body->request.path,
                   {c.session.value, body->xid, static_cast<std::int64_t>(body->request.op)}, c.client);
    if (body->request.op == OpCode::Auth) return authenticate(c, *body);   // ZooKeeperServer.processPacket: it waits for nothing
    const bool viaLeader = isForwarded(body->request.op) && !(body->request.op == OpCode::Sync && leading());
    if (!viaLeader) {
        if (c.waiting.empty()) {
            answerRead(c, *body);
        } else {
            m_out.decided(RuleId::ReadWaitsForOwnWrite, {c.session.value}, c.client);
            c.waiting.push_back({std::move(body)});
        }
        return;
    }
    c.waiting.push_back({body});   // queued here before it is shipped (§4)
    submit(c, body);
}

void Server::Step::submit(Connection& c, const std::shared_ptr<const ClientCallBody>& body) {
    if (leading()) {
        propose(c.session, body->xid, body->request, self());
        return;
    }
    const ServerId leader = m_s.m_replica.leader();
    m_out.note(EventKind::RequestForwarded, {c.session.value, body->xid, static_cast<std::int64_t>(body->request.op)}, leader);
    m_out.decided(RuleId::WriteForwarded, {leader.value}, leader);
    m_s.m_replica.sendToLeader(Forwarded{MessageType::Request, std::make_shared<ForwardedCall>(c.session, body)}, m_out);
}

void Server::Step::propose(SessionId session, std::int32_t xid, const Request& request, ServerId owner) {
    TxnBody body;
    const auto tracked = m_s.m_tracked.find(session);
    if (tracked != m_s.m_tracked.end() && tracked->second.owner && tracked->second.owner != owner) {
        body.type = OpCode::Error;
        body.error = ErrorCode::SessionMoved;
        m_out.decided(RuleId::SessionMovedRefused, {session.value, tracked->second.owner.value, owner.value});
    } else {
        body = m_s.m_prep.prepare(m_s.m_tree, session, m_s.m_replica.nextZxid(m_config), request);
        if (body.type == OpCode::Error)
            m_out.decided(RuleId::RequestFails, {static_cast<std::int64_t>(request.op), static_cast<std::int64_t>(body.error)});
    }
    if (body.type == OpCode::CreateSession) m_s.m_tracked[session] = {body.timeoutMs, bucket(body.timeoutMs), owner, false};
    if (body.type == OpCode::CloseSession && tracked != m_s.m_tracked.end()) tracked->second.closing = true;
    m_s.m_replica.propose(m_config, *this, m_now, session, xid, std::make_shared<TreePayload>(std::move(body)), m_out);
}

void Server::Step::answerRead(Connection& c, const ClientCallBody& body) {
    const Request& q = body.request;
    if (q.op == OpCode::SetWatches || q.op == OpCode::SetWatches2) return setWatches(c, body);
    const bool aboutWatches = q.op == OpCode::AddWatch || q.op == OpCode::RemoveWatches;
    Reply r;
    if (q.op == OpCode::Sync) r.path = q.path;
    else if (q.op == OpCode::AddWatch) r = addWatch(c, q);
    else if (q.op == OpCode::RemoveWatches) r = removeWatches(c, q);
    else r = m_s.m_tree.read(q);
    r.zxid = m_s.m_replica.lastProcessed();
    if (q.op != OpCode::Sync && !aboutWatches) m_out.decided(RuleId::ReadLocal, {r.zxid.value}, c.client);
    const bool watches = q.watch && (r.error == ErrorCode::Ok || (q.op == OpCode::Exists && r.error == ErrorCode::NoNode));
    if (watches) leaveWatch(c, q);
    reply(c, body, std::move(r));
}

// The boolean of the request: the connection is the watcher (§7.1).
void Server::Step::leaveWatch(Connection& c, const Request& q) {
    const bool downgraded = q.op == OpCode::GetChildren ? m_s.m_watches.addChild(q.path, c.session) : m_s.m_watches.addData(q.path, c.session);
    if (downgraded) m_out.decided(RuleId::WatchDowngraded, {c.session.value}, c.client);
    m_out.noteText(EventKind::WatchSet, q.path, {c.session.value, static_cast<std::int64_t>(q.op)}, c.client);
}

// The znode need not be there, and no ACL is asked (§7.1).
Reply Server::Step::addWatch(Connection& c, const Request& q) {
    m_s.m_watches.addPersistent(q.path, c.session, q.watchMode);
    m_out.decided(q.watchMode == WatchMode::PersistentRecursive ? RuleId::WatchAddedRecursive : RuleId::WatchAddedPersistent, {c.session.value}, c.client);
    m_out.noteText(EventKind::WatchSet, q.path, {c.session.value, static_cast<std::int64_t>(q.op)}, c.client);
    return {};
}

Reply Server::Step::removeWatches(Connection& c, const Request& q) {
    Reply r;
    if (!m_s.m_watches.remove(q.path, c.session, q.watcherType)) r.error = ErrorCode::NoWatcher;
    m_out.decided(r.error == ErrorCode::Ok ? RuleId::WatchesRemoved : RuleId::NoWatchToRemove, {c.session.value}, c.client);
    return r;
}

// The id belongs to the connection: the next server knows nothing of it, so the client says it again after every reconnect.
void Server::Step::authenticate(Connection& c, const ClientCallBody& body) {
    const Request& q = body.request;
    Reply r;
    std::string id = q.scheme;
    if (q.scheme == "digest") id += " " + q.data.substr(0, q.data.find(':'));   // the real id goes on with a hash of both
    else if (q.scheme == "ip") id += " " + toString(ActorId(c.client));
    else r.error = ErrorCode::AuthFailed;
    const bool known = r.error == ErrorCode::Ok;
    m_out.decided(known ? RuleId::AuthTaken : RuleId::AuthRefused, {c.session.value}, c.client);
    m_out.text(id);
    if (known && std::find(c.auth.begin(), c.auth.end(), id) == c.auth.end()) c.auth.push_back(id);
    reply(c, body, std::move(r));
    if (!known) close(c.client, true);
}

// What the client missed while it was away it is told at once; for the rest the new connection waits (§7.3).
void Server::Step::setWatches(Connection& c, const ClientCallBody& body) {
    const WatchLists& lists = *body.request.watches;
    std::int64_t fired = 0, set = 0;
    const auto count = [&](const std::vector<std::string>& paths, WatchKind kind) {
        for (const std::string& path : paths) ++(missedEvent(m_s.m_tree, kind, path, lists.relative) ? fired : set);
    };
    const auto each = [&](const std::vector<std::string>& paths, WatchKind kind, OpCode op) {
        for (const std::string& path : paths) {
            if (const auto missed = missedEvent(m_s.m_tree, kind, path, lists.relative)) {
                fire(c, *missed, path, RuleId::WatchMissedMeanwhile);
                continue;
            }
            if (m_s.m_watches.add(kind, path, c.session)) m_out.decided(RuleId::WatchDowngraded, {c.session.value}, c.client);
            m_out.noteText(EventKind::WatchSet, path, {c.session.value, static_cast<std::int64_t>(op)}, c.client);
        }
    };
    count(lists.data, WatchKind::Data);
    count(lists.exist, WatchKind::Exist);
    count(lists.child, WatchKind::Child);
    set += static_cast<std::int64_t>(lists.persistent.size() + lists.recursive.size());   // these never fire here
    m_out.decided(RuleId::WatchesSetAgain, {lists.relative.value, fired, set}, c.client);
    each(lists.data, WatchKind::Data, OpCode::GetData);
    each(lists.exist, WatchKind::Exist, OpCode::Exists);
    each(lists.child, WatchKind::Child, OpCode::GetChildren);
    const auto persistent = [&](const std::vector<std::string>& paths, WatchMode mode) {
        for (const std::string& path : paths) {
            m_s.m_watches.addPersistent(path, c.session, mode);
            m_out.noteText(EventKind::WatchSet, path, {c.session.value, static_cast<std::int64_t>(OpCode::AddWatch)}, c.client);
        }
    };
    persistent(lists.persistent, WatchMode::Persistent);
    persistent(lists.recursive, WatchMode::PersistentRecursive);
    Reply r;
    r.zxid = m_s.m_replica.lastProcessed();
    reply(c, body, std::move(r));
}

void Server::Step::fire(const Connection& c, WatchEventType type, const std::string& path, RuleId rule) {
    m_out.note(EventKind::WatchFired, {c.session.value, static_cast<std::int64_t>(type)}, c.client, rule);
    m_out.text(path);
    m_out.send(c.client, c.id, toClient(MessageType::ClientWatchEvent, std::make_shared<WatcherEventBody>(type, path)));
}

void Server::Step::reply(Connection& c, const ClientCallBody& body, Reply r) {
    m_out.noteText(EventKind::ReplySent, r.path.empty() ? body.request.path : r.path,
                   {c.session.value, body.xid, static_cast<std::int64_t>(body.request.op), static_cast<std::int64_t>(r.error), r.zxid.value},
                   c.client);
    m_out.send(c.client, c.id, toClient(MessageType::ClientReply, std::make_shared<ClientReplyBody>(body.xid, body.request.op, std::move(r))));
}

// A write (or sync) of this session came back: answered if its connection is here and it is the next in line.
void Server::Step::completed(SessionId session, std::int32_t xid, Reply r) {
    Connection* c = bySession(session);
    if (!c || c->waiting.empty() || c->waiting.front().call->xid != xid || !isForwarded(c->waiting.front().call->request.op)) return;
    const auto body = std::move(c->waiting.front().call);
    c->waiting.pop_front();
    reply(*c, *body, std::move(r));
    releaseReads(*c);
}

void Server::Step::releaseReads(Connection& c) {
    while (!c.waiting.empty()) {
        const OpCode op = c.waiting.front().call->request.op;
        if (isForwarded(op) && !(op == OpCode::Sync && leading())) return;
        const auto body = std::move(c.waiting.front().call);
        c.waiting.pop_front();
        answerRead(c, *body);
    }
}

void Server::Step::close(ClientId client, bool tell) {
    const auto at = m_s.m_connections.find(client);
    if (at == m_s.m_connections.end()) return;
    m_out.note(EventKind::ConnectionClosed, {at->second.id}, client);
    if (tell) m_out.send(client, at->second.id, Disconnect{});
    const auto owner = m_s.m_bySession.find(at->second.session);
    if (owner != m_s.m_bySession.end() && owner->second == client) {
        const std::size_t watches = m_s.m_watches.drop(at->second.session);   // the connection is the watcher (§7.1)
        if (watches > 0) m_out.decided(RuleId::WatchesEndWithConnection, {static_cast<std::int64_t>(watches)}, client);
        m_s.m_bySession.erase(owner);
    }
    m_s.m_connections.erase(at);
}

void Server::Step::touch(SessionId session, std::int32_t timeoutMs) {
    if (!leading()) {
        m_s.m_touched[session] = timeoutMs;   // goes to the leader with the next PING reply (§6.8)
        if (!m_config.variants.holds(Seal::LeaderExpires)) m_s.m_tracked[session] = {timeoutMs, bucket(timeoutMs), self(), false};
        return;
    }
    const auto at = m_s.m_tracked.find(session);
    if (at != m_s.m_tracked.end() && !at->second.closing) at->second.expires = bucket(timeoutMs);   // touchSession(id, timeout)
}

void Server::Step::sessionTick() {
    if (!m_s.m_replica.serving()) return;
    m_out.timer(TimerKind::SessionTick, SimTime{(m_now.us / m_config.tickTime.us + 1) * m_config.tickTime.us});
    std::vector<SessionId> expired;
    for (auto& [session, t] : m_s.m_tracked)
        if (!t.closing && t.expires <= m_now) expired.push_back(session);
    if (!leading()) {
        for (const SessionId session : expired) endHere(session);
        return;
    }
    for (const SessionId session : expired) {
        if (!leading()) return;   // the last one used up the counter
        m_out.fromInput();
        m_out.decided(RuleId::SessionExpires, {session.value});
        Tracked& t = m_s.m_tracked[session];
        m_out.note(EventKind::SessionExpired, {session.value, t.timeoutMs});
        Request close;
        close.op = OpCode::CloseSession;
        propose(session, 0, close, t.owner ? t.owner : self());
    }
}

// Without Seal::LeaderExpires: a follower believes its own clock, and no transaction tells the others.
void Server::Step::endHere(SessionId session) {
    m_out.fromInput();
    m_out.decided(RuleId::WithoutLeaderExpires, {session.value});
    m_out.note(EventKind::SessionExpired, {session.value, m_s.m_tracked[session].timeoutMs});
    TxnBody body;
    body.type = OpCode::CloseSession;
    body.paths = m_s.m_tree.ephemeralsOf(session);
    fireWatches(m_s.m_tree.apply(m_s.m_replica.lastProcessed(), session, m_now.us / 1000, body).changes);
    closed(session);
}

void Server::Step::closed(SessionId session) {
    m_s.m_tracked.erase(session);
    m_s.m_touched.erase(session);
    m_out.note(EventKind::SessionClosed, {session.value});
    if (Connection* c = bySession(session)) close(c->client, true);
}

void Server::Step::fireWatches(const std::vector<TreeChange>& changes) {
    if (changes.empty() || m_s.m_watches.empty()) return;
    for (const WatchTable::Fired& f : m_s.m_watches.trigger(changes)) {
        if (const Connection* c = bySession(f.session)) fire(*c, f.type, f.path, f.stays ? RuleId::PersistentWatchTriggered : RuleId::WatchTriggered);
    }
}

}  // namespace zab
