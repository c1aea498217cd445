// SPDX-License-Identifier: GPL-3.0-or-later
// Calls and what becomes of them: queues, answers, watches, events (ClientCnxn, §7.4).
#include "engine/client/client.h"

#include <algorithm>

namespace zab {
namespace {

Message toServer(MessageType type, OpaqueRef body) { return ClientPacket{type, std::move(body)}; }

}  // namespace

void Client::call(SimTime now, Request request, Effects& out, CallManner manner) {
    m_lastCall = request;
    if (request.op == OpCode::Auth) return addAuth(now, std::move(request), out);
    const std::int32_t xid = m_lastXid = m_nextXid;
    m_nextXid = m_nextXid == INT32_MAX - 1 ? 1 : m_nextXid + 1;   // §7.4
    out.noteText(EventKind::ClientRequest, request.path, {m_session.value, xid, static_cast<std::int64_t>(request.op)}, m_server);
    Call c{std::make_shared<ClientCallBody>(xid, std::move(request)), std::move(manner)};
    if (m_closing || !isAlive()) {   // ClientCnxn.queuePacket: nothing is taken behind closeSession
        Reply r;
        r.error = lossError();
        finish(now, c, r, out);
        return;
    }
    m_closing = c.body->request.op == OpCode::CloseSession;
    m_outgoing.push_back(std::move(c));
    if (m_closing) m_load = {};
    if (m_closing && m_state == State::Waiting) endClosed(now, out);   // it does not connect only to close
    else flush(now, out);
}

// ClientCnxn.addAuthInfo: remembered for every connection to come, and sent on this one; nobody waits for the answer.
void Client::addAuth(SimTime now, Request request, Effects& out) {
    out.noteText(EventKind::ClientRequest, request.scheme, {m_session.value, kAuthXid, static_cast<std::int64_t>(request.op)}, m_server);
    if (!isAlive() || m_closing) return;
    m_auth.push_back(request);
    m_outgoing.push_back({std::make_shared<ClientCallBody>(kAuthXid, std::move(request))});
    flush(now, out);
}

void Client::close(SimTime now, Effects& out) {
    Request request;
    request.op = OpCode::CloseSession;
    call(now, std::move(request), out);
}

void Client::die(Effects& out) {
    endForGood(State::Dead, out);   // silently: nobody is told
    m_outgoing.clear();
    m_pending.clear();
    m_events.clear();
    m_oldEvents.clear();
    m_recipes.die(out);
    m_recipeTimer = kNever;
    armCallbacks(out);
}

void Client::setLoad(SimTime now, Load load, Effects& out) {
    m_load = load;
    feed(now, out);
}

// A change of state is an event of type None (§7.4): it waits for its turn like any other.
void Client::tell(SimTime now, KeeperState state, Effects& out) {
    const ClientWatches::Found found = m_watches.materialize(WatchEventType::None, {});
    m_events.queue(now, {m_session, WatchEventType::None, state, {}}, found.watchers, found.rule, out);
    armCallbacks(out);
}

// The SendThread looks up whom the event concerns; the calling is the EventThread's. No zxid comes with it to remember (§7.2).
void Client::notified(SimTime now, ServerId from, const WatcherEventBody& event, Effects& out) {
    out.noteText(EventKind::ClientWatchEvent, event.path, {m_session.value, static_cast<std::int64_t>(event.type)}, from);
    const ClientWatches::Found found = m_watches.materialize(event.type, event.path);
    if (found.rule == RuleId::MaterializeNothing) out.ignored(found.rule, {m_session.value, static_cast<std::int64_t>(event.type)}, from);
    else m_events.queue(now, {m_session, event.type, KeeperState::SyncConnected, event.path}, found.watchers, found.rule, out);
    armCallbacks(out);
}

// One timer for the threads of this handle and of those before it.
void Client::armCallbacks(Effects& out) {
    SimTime at = m_events.until();
    for (const EventThread& old : m_oldEvents) at = std::min(at, old.until());
    if (at == m_callbackAt) return;
    m_callbackAt = at;
    out.timer(TimerKind::ClientCallback, at);
}

void Client::setCallbackTime(SimTime t) {
    m_events.setCallbackTime(t);
    for (EventThread& old : m_oldEvents) old.setCallbackTime(t);
}

void Client::callbackDone(SimTime now, Effects& out) {
    m_callbackAt = kNever;
    for (EventThread& old : m_oldEvents) old.callbackDone(now, out);
    std::erase_if(m_oldEvents, [](const EventThread& old) { return old.idle(); });
    m_events.callbackDone(now, out);
    armCallbacks(out);
}

// ClientCnxn.conLossPacket: what a call without an answer is told depends on what has become of the handle.
ErrorCode Client::lossError() const {
    switch (m_state) {
        case State::AuthFailed: return ErrorCode::AuthFailed;
        case State::Closed:
        case State::Dead:
        case State::Expired: return ErrorCode::SessionExpired;
        default: return ErrorCode::ConnectionLoss;
    }
}

void Client::failPending(SimTime now, ErrorCode why, Effects& out) {
    std::deque<Call> lost = std::move(m_pending);
    m_pending.clear();
    for (const Call& c : lost) {
        if (c.body->request.op == OpCode::Auth) continue;   // nobody waits for it
        Reply r;
        r.error = why;   // the outcome is unknown: it may have been carried out
        if (m_load.outstanding > 0 && m_load.total > 0) --m_load.sent;
        finish(now, c, r, out);
    }
}

void Client::failAll(SimTime now, ErrorCode why, Effects& out) {
    for (Call& c : m_outgoing) m_pending.push_back(std::move(c));
    m_outgoing.clear();
    failPending(now, why, out);
}

// ClientCnxn.finishPacket: the watch is registered with the answer, not with the call; then whoever waits has it.
void Client::finish(SimTime now, const Call& c, Reply reply, Effects& out) {
    const Request& q = c.body->request;
    if (reply.zxid.value > 0) m_lastZxid = std::max(m_lastZxid, reply.zxid);
    if (c.body->xid == kSetWatchesXid) return;   // the client's own
    if (q.op == OpCode::RemoveWatches) unregister(now, q, reply, out);
    m_recipes.replied(c.body->xid, reply);
    ++m_done;
    m_answered = q.op;
    const std::string& path = reply.path.empty() ? q.path : reply.path;
    const auto op = static_cast<std::int64_t>(q.op);
    const auto error = static_cast<std::int64_t>(reply.error);
    out.noteText(EventKind::ClientReply, path, {m_session.value, c.body->xid, op, error, reply.zxid.value}, m_server);
    if (q.watch || q.op == OpCode::AddWatch) out.decided(m_watches.registered(q, c.manner.watcher, reply.error), {op, error}, m_server);
    if (c.manner.async) {
        m_events.queueReply(now, m_session, path, {c.body->xid, q.op, reply.error}, out);
        armCallbacks(out);
    }
    m_lastReply = std::move(reply);
}

void Client::unregister(SimTime now, const Request& q, Reply& reply, Effects& out) {
    if (reply.error != ErrorCode::Ok) return;   // without the server's word the watches stay
    const auto removed = m_watches.removed(q.path, q.watcherType);
    if (removed.empty()) {
        out.decided(RuleId::ClientHasNoWatcher, {static_cast<std::int64_t>(reply.error)}, m_server);
        reply.error = ErrorCode::NoWatcher;
    }
    for (const auto& [type, watchers] : removed)
        m_events.queue(now, {m_session, type, KeeperState::SyncConnected, q.path}, watchers, RuleId::ClientRemovesWatches, out);
    armCallbacks(out);
}

std::string_view Client::stateWord() const {
    switch (m_state) {
        case State::Idle: return "NOT_CONNECTED";
        case State::Connecting:
        case State::Waiting: return "CONNECTING";   // between two servers it is still on its way
        case State::Connected: return "CONNECTED";
        case State::AuthFailed: return "AUTH_FAILED";
        case State::Closed:
        case State::Dead:
        case State::Expired: break;
    }
    return "CLOSED";
}

void Client::replied(SimTime now, const ClientReplyBody& r, Effects& out) {
    if (r.xid == kAuthXid) {
        if (r.reply.error == ErrorCode::Ok) return;
        out.decided(RuleId::ClientAuthFails, {m_session.value}, m_server);
        out.send(m_server, m_connection, Disconnect{});
        endForGood(State::AuthFailed, out);
        tell(now, KeeperState::AuthFailed, out);
        failAll(now, ErrorCode::AuthFailed, out);
        sendThreadEnds(now, out);
        return;
    }
    if (m_pending.empty() || m_pending.front().body->xid != r.xid) {   // out of order: the connection is dropped (§7.4)
        giveUp(now, out);
        return;
    }
    const Call c = std::move(m_pending.front());
    m_pending.pop_front();
    finish(now, c, r.reply, out);
    if (c.body->request.op == OpCode::CloseSession && r.reply.error == ErrorCode::Ok) {
        endClosed(now, out);
        return;
    }
    feed(now, out);
}

// The SendThread looks at the clock before it writes: a ping that is due goes behind the calls.
void Client::flush(SimTime now, Effects& out) {
    if (m_state != State::Connected || m_outgoing.empty()) return;
    const bool ping = pingDue(now);
    while (!m_outgoing.empty()) {
        Call c = std::move(m_outgoing.front());
        m_outgoing.pop_front();
        write(now, std::move(c), out);
    }
    if (ping) out.send(m_server, m_connection, toServer(MessageType::ClientPing, nullptr));
    look(now, out);
}

void Client::write(SimTime now, Call c, Effects& out) {
    m_lastSend = now;
    out.send(m_server, m_connection, toServer(MessageType::ClientRequest, c.body));
    if (c.body->xid != kAuthXid) m_pending.push_back(std::move(c));   // ClientCnxnSocketNIO.doIO
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

}  // namespace zab
