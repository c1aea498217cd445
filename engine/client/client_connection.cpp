// SPDX-License-Identifier: GPL-3.0-or-later
// The SendThread: which server, when to give up, when to ping, what comes first on a new connection (ClientCnxn.SendThread, §7.4).
#include "engine/client/client.h"

#include <algorithm>

namespace zab {
namespace {

Message toServer(MessageType type, OpaqueRef body) { return ClientPacket{type, std::move(body)}; }

}  // namespace

void Client::connect(SimTime now, ServerId server, SimTime timeout, Effects& out) {
    if (m_closing) {   // a new handle; the old one gives up
        out.send(m_server, m_connection, Disconnect{});
        failAll(now, ErrorCode::ConnectionLoss, out);
        endClosed(now, out);
    }
    if (m_state == State::Connected || m_state == State::Connecting) {   // moved to another server: the session goes along
        out.send(m_server, m_connection, Disconnect{});
        out.note(EventKind::ClientDisconnected, {m_session.value, m_lastZxid.value}, m_server);
        failAll(now, ErrorCode::ConnectionLoss, out);
        tell(now, KeeperState::Disconnected, out);
    }
    if (!isAlive() || m_state == State::Idle) startAnew(server, timeout, out);
    else if (timeout.us > 0) m_wanted = timeout;
    if (server) m_hosts.goTo(server);
    m_server = server ? server : m_hosts.next().server;
    out.fromInput();
    open(now, out);
}

// A new handle remembers nothing of the one before: no session, no zxid, no watches. Its EventThread is a new one; the old one still
// calls whom it has in its queue, and then ends (ClientCnxn.EventThread.run).
void Client::startAnew(ServerId server, SimTime timeout, Effects& out) {
    if (!m_events.idle()) m_oldEvents.push_back(m_events);
    const SimTime callbackTime = m_events.callbackTime();
    m_events = {};
    m_events.setCallbackTime(callbackTime);
    armCallbacks(out);
    m_session = {};
    m_lastZxid = {};
    m_nextXid = 1;
    m_lastXid = 0;
    m_watches = {};
    m_auth.clear();
    m_primed = false;
    m_hosts = HostProvider(m_servers, server, m_random);
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
    arm(now, now + connectTimeout(), out);
}

// The handle is closed: with an answer, or because the connection is gone and nobody makes a new one (ClientCnxn.SendThread.run).
void Client::endClosed(SimTime now, Effects& out) {
    failAll(now, ErrorCode::ConnectionLoss, out);
    endForGood(State::Closed, out);
    tell(now, KeeperState::Closed, out);
    m_session = {};
}

void Client::endForGood(State state, Effects& out) {
    m_state = state;
    m_closing = false;
    m_load = {};
    arm({}, kNever, out);
}

// The end of SendThread.run. Behind Expired and AuthFailed stands the event of death: an EventThread that is at its end by now is gone.
void Client::sendThreadEnds(SimTime now, Effects& out) {
    if (m_events.idle()) out.ignored(RuleId::ClientEventThreadOver, {m_session.value});
    else tell(now, KeeperState::Closed, out);
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
    if (const auto* end = std::get_if<Disconnect>(&m)) {
        if (!end->refused) m_primed = true;
        disconnected(now, out);
        return;
    }
    m_primed = true;
    const auto& packet = std::get<ClientPacket>(m);
    if (packet.type == MessageType::ClientConnected) {
        connected(now, static_cast<const ConnectResponse&>(*packet.body), out);
    } else if (packet.type == MessageType::ClientReply) {
        replied(now, static_cast<const ClientReplyBody&>(*packet.body), out);
    } else if (packet.type == MessageType::ClientWatchEvent) {
        notified(now, from, static_cast<const WatcherEventBody&>(*packet.body), out);
    }
    if (m_state == State::Connected) look(now, out);
}

void Client::connected(SimTime now, const ConnectResponse& r, Effects& out) {
    if (r.timeoutMs <= 0) {
        out.note(EventKind::ClientSessionExpired, {m_session.value, m_lastZxid.value}, m_server);
        endForGood(State::Expired, out);
        tell(now, KeeperState::Expired, out);
        failAll(now, ErrorCode::SessionExpired, out);
        sendThreadEnds(now, out);
        m_session = {};
        return;
    }
    m_state = State::Connected;
    m_session = m_lastSession = r.session;
    m_negotiated = msec(r.timeoutMs);
    m_hosts.connected();
    out.note(EventKind::ClientConnected, {m_session.value, m_lastZxid.value, r.timeoutMs}, m_server);
    m_lastSend = now;
    prime(now, out);
    flush(now, out);
    feed(now, out);
    out.fromInput();
    tell(now, KeeperState::SyncConnected, out);
}

// What the server does not know of a new connection, before older calls: who the client is, and its watches, with the last zxid that
// it has seen (§7.3). Each is put in front of the one before it, so the last comes first.
void Client::prime(SimTime now, Effects& out) {
    if (!m_auth.empty()) out.decided(RuleId::ClientPrimesAuth, {static_cast<std::int64_t>(m_auth.size())}, m_server);
    for (auto request = m_auth.rbegin(); request != m_auth.rend(); ++request) write(now, {std::make_shared<ClientCallBody>(kAuthXid, *request)}, out);
    if (m_watches.empty()) return;
    out.decided(RuleId::ClientSendsWatches, {m_watches.size(), m_lastZxid.value}, m_server);
    std::vector<WatchLists> batches = m_watches.batches(m_lastZxid);
    for (auto lists = batches.rbegin(); lists != batches.rend(); ++lists) {
        Request request;
        request.op = lists->persistent.empty() && lists->recursive.empty() ? OpCode::SetWatches : OpCode::SetWatches2;
        request.watches = std::make_shared<WatchLists>(std::move(*lists));
        write(now, {std::make_shared<ClientCallBody>(kSetWatchesXid, std::move(request))}, out);
    }
}

void Client::giveUp(SimTime now, Effects& out) {
    out.send(m_server, m_connection, Disconnect{});
    disconnected(now, out);
}

// SendThread.cleanup: whatever has no answer has lost its connection, written or not.
void Client::disconnected(SimTime now, Effects& out) {
    const bool refused = m_state == State::Connecting;
    out.note(refused ? EventKind::ClientRefused : EventKind::ClientDisconnected, {m_session.value, m_lastZxid.value}, m_server);
    failAll(now, ErrorCode::ConnectionLoss, out);
    tell(now, KeeperState::Disconnected, out);
    if (m_closing) endClosed(now, out);   // SendThread.run ends: it does not connect again only to close
    else tryNext(now, out);
}

void Client::tryNext(SimTime now, Effects& out) {
    const HostProvider::Next next = m_hosts.next();
    m_next = next.server;
    m_state = State::Waiting;
    SimTime sleep = m_primed ? msec(m_random.below(1000)) : SimTime{};   // startConnect
    if (next.triedAll) {
        sleep += sec(1);
        out.decided(RuleId::ClientTriedAll, {m_hosts.size(), m_next.value, sleep.us}, m_next);
    } else if (m_primed) {
        out.decided(RuleId::ClientTriesNext, {m_next.value, sleep.us}, m_next);
    } else {
        out.decided(RuleId::ClientTriesAtOnce, {m_next.value}, m_next);
    }
    arm(now, now + sleep, out);
}

bool Client::pingDue(SimTime now) const {
    const SimTime idle = now - m_lastSend;
    const SimTime margin = idle > sec(1) ? sec(1) : SimTime{};   // so that a second ping is not missed
    return idle + margin >= usec(readTimeout().us / 2) || idle > sec(10);
}

// One round of the loop in SendThread.run while it is connected: ping if it is time, then sleep until something has to be done.
void Client::look(SimTime now, Effects& out) {
    if (pingDue(now)) {
        m_lastSend = now;
        out.send(m_server, m_connection, toServer(MessageType::ClientPing, nullptr));
    }
    const SimTime idle = now - m_lastSend;
    const SimTime next = usec(readTimeout().us / 2) - idle - (idle > sec(1) ? sec(1) : SimTime{});
    m_due = std::min(m_lastHeard + readTimeout(), now + next);   // after a pause it may be over already
    if (m_due >= m_wakeAt) return;                                // the timer comes early enough, and is set again then
    m_wakeAt = std::max(m_due, now + usec(1));
    out.timer(TimerKind::ClientWake, m_wakeAt);
}

void Client::arm(SimTime now, SimTime at, Effects& out) {
    m_due = m_wakeAt = at == kNever ? kNever : std::max(at, now + usec(1));
    out.timer(TimerKind::ClientWake, m_wakeAt);
}

void Client::wake(SimTime now, Effects& out) {
    m_wakeAt = kNever;
    if (now < m_due) {
        arm(now, m_due, out);
        return;
    }
    switch (m_state) {
    case State::Waiting:
        m_server = m_next;
        open(now, out);
        return;
    case State::Connecting:
        m_primed = true;   // the kernel of a server that stands still takes the connection
        out.decided(RuleId::ClientConnectTimesOut, {m_session.value, (now - m_lastHeard).us, m_servers, connectTimeout().us}, m_server);
        giveUp(now, out);
        return;
    case State::Connected:
        if (now >= m_lastHeard + readTimeout()) {   // SessionTimeoutException; whether the session has expired only a server knows
            out.decided(RuleId::ClientHeardNothing, {m_session.value, (now - m_lastHeard).us, readTimeout().us}, m_server);
            giveUp(now, out);
            return;
        }
        look(now, out);
        return;
    default: return;
    }
}

}  // namespace zab
