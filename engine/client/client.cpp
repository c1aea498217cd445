// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/client.h"

#include <algorithm>

namespace zab {
namespace {

Message toServer(MessageType type, OpaqueRef body) { return ClientPacket{type, std::move(body)}; }

}  // namespace

void Client::connect(SimTime now, ServerId server, SimTime timeout, Effects& out) {
    if (m_closing) {   // a new handle; the old one gives up
        out.send(m_server, m_connection, Disconnect{});
        failAll(ErrorCode::ConnectionLoss, out);
        endClosed(now, out);
    }
    if (m_state == State::Connected || m_state == State::Connecting) {   // moved to another server: the session goes along
        out.send(m_server, m_connection, Disconnect{});
        out.note(EventKind::ClientDisconnected, {m_session.value, m_lastZxid.value}, m_server);
        failPending(ErrorCode::ConnectionLoss, out);
        tell(now, KeeperState::Disconnected, out);
    }
    if (m_state == State::Dead || m_state == State::Closed || m_state == State::Expired || m_state == State::Idle) startAnew(timeout, out);
    else if (timeout.us > 0) m_wanted = timeout;
    m_server = server ? server : ServerId{m_server.value % m_servers + 1};
    out.fromInput();
    open(now, out);
}

// A new handle remembers nothing of the one before: no session, no zxid, no watches, no event that waits.
void Client::startAnew(SimTime timeout, Effects& out) {
    m_events.clear(out);
    m_session = {};
    m_lastZxid = {};
    m_nextXid = 1;
    m_watches = {};
    m_wanted = m_negotiated = timeout.us > 0 ? timeout : m_usual;
}

void Client::open(SimTime now, Effects& out) {
    ++m_connection;
    m_state = State::Connecting;
    m_lastHeard = m_lastSend = now;
    out.note(EventKind::ClientConnecting, {m_session.value, m_lastZxid.value, m_wanted.us / 1000}, m_server);
    out.send(m_server, m_connection,
             toServer(MessageType::ClientConnect,
                      std::make_shared<ConnectRequest>(m_lastZxid, static_cast<std::int32_t>(m_wanted.us / 1000), m_session)));
    schedule(now, out);
}

void Client::call(SimTime now, Request request, Effects& out) {
    m_lastCall = request;
    const std::int32_t xid = m_nextXid;
    m_nextXid = m_nextXid == INT32_MAX - 1 ? 1 : m_nextXid + 1;   // §7.4
    out.noteText(EventKind::ClientRequest, request.path, {m_session.value, xid, static_cast<std::int64_t>(request.op)}, m_server);
    Call c{std::make_shared<ClientCallBody>(xid, std::move(request))};
    if (m_closing) {   // ClientCnxn.queuePacket: nothing is taken behind closeSession
        Reply r;
        r.error = ErrorCode::ConnectionLoss;
        finish(*c.body, r, out);
        return;
    }
    m_closing = c.body->request.op == OpCode::CloseSession;
    m_outgoing.push_back(std::move(c));
    if (m_closing) m_load = {};
    if (m_closing && m_state == State::Waiting) endClosed(now, out);   // it does not connect only to close
    else flush(now, out);
}

void Client::close(SimTime now, Effects& out) {
    Request request;
    request.op = OpCode::CloseSession;
    call(now, std::move(request), out);
}

void Client::die(Effects& out) {
    m_state = State::Dead;   // silently: nobody is told
    m_outgoing.clear();
    m_pending.clear();
    m_load = {};
    m_closing = false;
    m_events.clear(out);
    m_recipes.die(out);
    m_recipeTimer = kNever;
    out.timer(TimerKind::ClientWake, kNever);
}

// The handle is closed: with an answer, or because the connection is gone and nobody makes a new one (ClientCnxn.SendThread.run).
void Client::endClosed(SimTime now, Effects& out) {
    m_state = State::Closed;
    m_closing = false;
    m_load = {};
    failAll(ErrorCode::ConnectionLoss, out);
    tell(now, KeeperState::Closed, out);
    m_session = {};
    out.timer(TimerKind::ClientWake, kNever);
}

// A change of state is an event of type None (§7.4): it waits for its turn like any other.
void Client::tell(SimTime now, KeeperState state, Effects& out) {
    const RuleId rule = m_watches.materialize(WatchEventType::None, {});
    m_events.queue(now, {m_session, WatchEventType::None, state, {}}, rule, out);
}

void Client::setLoad(SimTime now, Load load, Effects& out) {
    m_load = load;
    feed(now, out);
}

void Client::receive(SimTime now, ServerId from, ConnectionId connection, const Message& m, Effects& out) {
    if (m_state == State::Dead) {
        out.ignored(RuleId::PacketServerDown, {0}, from);
        return;
    }
    if (from != m_server || connection != m_connection || (m_state != State::Connected && m_state != State::Connecting)) {
        out.ignored(RuleId::StaleConnection, {connection}, from);
        return;
    }
    m_lastHeard = now;
    if (std::holds_alternative<Disconnect>(m)) {
        disconnected(now, out);
        return;
    }
    const auto& packet = std::get<ClientPacket>(m);
    if (packet.type == MessageType::ClientConnected) {
        connected(now, static_cast<const ConnectResponse&>(*packet.body), out);
    } else if (packet.type == MessageType::ClientReply) {
        replied(now, static_cast<const ClientReplyBody&>(*packet.body), out);
    } else if (packet.type == MessageType::ClientWatchEvent) {
        notified(now, from, static_cast<const WatcherEventBody&>(*packet.body), out);
    }
}

// The SendThread looks up whom the event concerns; the calling is the EventThread's. No zxid comes with it to remember (§7.2).
void Client::notified(SimTime now, ServerId from, const WatcherEventBody& event, Effects& out) {
    out.noteText(EventKind::ClientWatchEvent, event.path, {m_session.value, static_cast<std::int64_t>(event.type)}, from);
    const RuleId rule = m_watches.materialize(event.type, event.path);
    if (rule == RuleId::MaterializeNothing) out.ignored(rule, {m_session.value, static_cast<std::int64_t>(event.type)}, from);
    else m_events.queue(now, {m_session, event.type, KeeperState::SyncConnected, event.path}, rule, out);
}

void Client::connected(SimTime now, const ConnectResponse& r, Effects& out) {
    if (r.timeoutMs <= 0) {
        out.note(EventKind::ClientSessionExpired, {m_session.value, m_lastZxid.value}, m_server);
        failAll(ErrorCode::SessionExpired, out);
        tell(now, KeeperState::Expired, out);
        m_session = {};
        m_closing = false;
        m_state = State::Expired;
        out.timer(TimerKind::ClientWake, kNever);
        return;
    }
    m_state = State::Connected;
    m_session = m_lastSession = r.session;
    m_negotiated = msec(r.timeoutMs);
    out.note(EventKind::ClientConnected, {m_session.value, m_lastZxid.value, r.timeoutMs}, m_server);
    sendWatches(now, out);   // before older requests (§7.4)
    flush(now, out);
    feed(now, out);
    schedule(now, out);
    out.fromInput();
    tell(now, KeeperState::SyncConnected, out);
}

// The server's watches went with the old connection; the client sends them again, with the last zxid that it has seen (§7.3).
void Client::sendWatches(SimTime now, Effects& out) {
    if (m_watches.empty()) return;
    Request request;
    request.op = OpCode::SetWatches;
    request.watches = std::make_shared<WatchLists>(m_watches.lists(m_lastZxid));
    out.decided(RuleId::ClientSendsWatches, {m_watches.size(), m_lastZxid.value}, m_server);
    write(now, {std::make_shared<ClientCallBody>(kSetWatchesXid, std::move(request))}, out);
}

void Client::disconnected(SimTime now, Effects& out) {
    const bool refused = m_state == State::Connecting;
    out.note(refused ? EventKind::ClientRefused : EventKind::ClientDisconnected, {m_session.value, m_lastZxid.value}, m_server);
    if (m_closing) {
        endClosed(now, out);
        return;
    }
    failPending(ErrorCode::ConnectionLoss, out);
    m_state = State::Waiting;
    m_retryAt = now + msec(200 + 7 * m_id.value);   // spread, so that clients do not come back in one wave
    schedule(now, out);
    tell(now, KeeperState::Disconnected, out);
}

void Client::failPending(ErrorCode why, Effects& out) {
    std::deque<Call> lost = std::move(m_pending);
    m_pending.clear();
    for (const Call& c : lost) {
        Reply r;
        r.error = why;   // the outcome is unknown: it may have been carried out
        if (m_load.outstanding > 0 && m_load.total > 0) --m_load.sent;
        finish(*c.body, r, out);
    }
}

void Client::failAll(ErrorCode why, Effects& out) {
    for (Call& c : m_outgoing) m_pending.push_back(std::move(c));
    m_outgoing.clear();
    failPending(why, out);
}

void Client::finish(const ClientCallBody& call, const Reply& reply, Effects& out) {
    if (reply.zxid.value > 0) m_lastZxid = std::max(m_lastZxid, reply.zxid);
    if (call.request.op == OpCode::SetWatches) return;   // the client's own: nobody waits for it
    m_recipes.replied(call.xid, reply);
    ++m_done;
    m_lastReply = reply;
    m_answered = call.request.op;
    out.noteText(EventKind::ClientReply, reply.path.empty() ? call.request.path : reply.path,
                 {m_session.value, call.xid, static_cast<std::int64_t>(call.request.op), static_cast<std::int64_t>(reply.error), reply.zxid.value},
                 m_server);
    if (call.request.watch)   // registered with the answer, not with the call (ClientCnxn.finishPacket)
        out.decided(m_watches.registered(call.request, reply.error), {static_cast<std::int64_t>(call.request.op), static_cast<std::int64_t>(reply.error)}, m_server);
}

std::string_view Client::stateWord() const {
    switch (m_state) {
        case State::Idle: return "NOT_CONNECTED";
        case State::Connecting:
        case State::Waiting: return "CONNECTING";   // between two servers it is still on its way
        case State::Connected: return "CONNECTED";
        case State::Closed:
        case State::Dead:
        case State::Expired: break;
    }
    return "CLOSED";
}

void Client::replied(SimTime now, const ClientReplyBody& r, Effects& out) {
    if (m_pending.empty() || m_pending.front().body->xid != r.xid) {   // out of order: the connection is dropped (§7.4)
        out.send(m_server, m_connection, Disconnect{});
        disconnected(now, out);
        return;
    }
    const auto body = std::move(m_pending.front().body);
    m_pending.pop_front();
    finish(*body, r.reply, out);
    if (body->request.op == OpCode::CloseSession && r.reply.error == ErrorCode::Ok) {
        endClosed(now, out);
        return;
    }
    feed(now, out);
}

void Client::flush(SimTime now, Effects& out) {
    if (m_state != State::Connected) return;
    while (!m_outgoing.empty()) {
        Call c = std::move(m_outgoing.front());
        m_outgoing.pop_front();
        write(now, std::move(c), out);
    }
}

void Client::write(SimTime now, Call c, Effects& out) {
    m_lastSend = now;
    out.send(m_server, m_connection, toServer(MessageType::ClientRequest, c.body));
    m_pending.push_back(std::move(c));
}

// Keeps the load's writes on their way: the first creates the znode, the others set its data.
void Client::feed(SimTime now, Effects& out) {
    if (m_state != State::Connected || m_load.outstanding <= 0) return;
    while (outstanding() < m_load.outstanding && (m_load.total == 0 || m_load.sent < m_load.total)) {
        Request request;
        request.op = m_load.sent == 0 ? OpCode::Create : OpCode::SetData;
        request.path = "/load-" + std::to_string(m_id.value);
        request.data.assign(static_cast<std::size_t>(m_load.bytes), 'x');
        ++m_load.sent;
        call(now, std::move(request), out);
    }
}

void Client::schedule(SimTime now, Effects& out) {
    SimTime at = kNever;
    if (m_state == State::Connecting) at = m_lastHeard + usec(m_negotiated.us / std::max(1, m_servers));
    if (m_state == State::Waiting) at = m_retryAt;
    if (m_state == State::Connected) at = std::min(m_lastHeard + readTimeout(), m_lastSend + usec(readTimeout().us / 2));
    out.timer(TimerKind::ClientWake, at == kNever ? at : std::max(at, now + usec(1)));
}

void Client::wake(SimTime now, Effects& out) {
    switch (m_state) {
    case State::Waiting:
        m_server = ServerId{m_server.value % m_servers + 1};
        open(now, out);
        return;
    case State::Connecting:
        if (now >= m_lastHeard + usec(m_negotiated.us / std::max(1, m_servers))) {
            out.send(m_server, m_connection, Disconnect{});
            disconnected(now, out);
            return;
        }
        break;
    case State::Connected:
        if (now >= m_lastHeard + readTimeout()) {   // SessionTimeoutException; whether the session has expired only a server knows
            out.decided(RuleId::ClientHeardNothing, {m_session.value, (now - m_lastHeard).us, readTimeout().us}, m_server);
            out.send(m_server, m_connection, Disconnect{});
            disconnected(now, out);
            return;
        }
        if (now >= m_lastSend + usec(readTimeout().us / 2)) {
            m_lastSend = now;
            out.send(m_server, m_connection, toServer(MessageType::ClientPing, nullptr));
        }
        break;
    default: return;
    }
    schedule(now, out);
}

}  // namespace zab
