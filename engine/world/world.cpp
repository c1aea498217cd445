// SPDX-License-Identifier: GPL-3.0-or-later
// The one scheduler: what is pending, and how a step's effects become what is pending next.
#include "engine/world/world.h"

#include "engine/base/check.h"
#include "engine/base/digest.h"
#include "engine/world/disk_setup.h"

#include <algorithm>

namespace zab {
World::World(const Scenario& scenario) : m_config(std::make_shared<Scenario>(scenario)), m_random(scenario.seed) {
    const int n = config().serverCount();
    for (int i = 1; i <= n; ++i) {
        Host h(Server(config(), ServerId{i}));
        h.fsync = scenario.disk.fsync;
        h.fsyncJitter = scenario.disk.jitter;
        const auto image = scenario.disks.find(i);
        if (image != scenario.disks.end()) setUpDisk(image->second, h.server.editReplica().editDisk());
        m_hosts.emplace_back(std::move(h));
    }
    for (int i = 0; i < n * n; ++i) {
        Line line;
        line.latency = scenario.network.latency;
        line.jitter = scenario.network.jitter;
        line.lossPpm = scenario.network.lossPpm;
        line.duplicatePpm = scenario.network.duplicatePpm;
        m_lines.emplace_back(std::move(line));
    }
    for (int i = 1; scenario.eureka.on && i <= n; ++i) {
        EurekaHost h;
        h.server = EurekaServer(ServerId{i}, n, scenario.seed);
        m_eureka.emplace_back(std::move(h));
    }
}

bool World::isVoid(const PendingInput& in) const {
    if (in.kind == InputKind::Packet || in.kind == InputKind::SnapshotDone || in.kind == InputKind::ResourceWrite) return false;
    if (in.timer == TimerKind::EurekaWake) return service(in.to.client())->eurekaWake != in.generation;
    if (in.timer == TimerKind::LookupWake) return service(in.to.client())->lookupWake != in.generation;
    if (in.timer == TimerKind::EurekaTask) return eureka(in.to.server())->timer != in.generation;
    if (in.to.isClient()) return (*m_clients[static_cast<std::size_t>(in.to.client().value - 1)]).generation(in.timer) != in.generation;
    const Host& h = host(in.to.server());
    if (in.kind == InputKind::FsyncDone) return h.fsyncGeneration != in.generation;
    return h.timers[static_cast<std::size_t>(in.timer)] != in.generation;
}

const PendingInput* World::peek() {
    while (!m_pending.empty() && isVoid(m_pending.top())) m_pending.pop();
    return m_pending.empty() ? nullptr : &m_pending.top();
}

SimTime World::nextDue() {
    const PendingInput* in = peek();
    return in ? std::max(in->due, m_now) : kNever;   // what has been overtaken by hand comes late
}

void World::advanceTo(SimTime t) {
    ZAB_CHECK(t <= nextDue());
    m_now = std::max(m_now, t);
}

PendingInput World::takeNext() {
    ZAB_CHECK(peek() != nullptr);
    PendingInput in = m_pending.pop();
    m_now = std::max(m_now, in.due);
    ++m_inputs;
    return in;
}

EventId World::log(Trace& trace, Event e, EventId cause) {
    e.time = m_now;
    e.cause = cause;
    return trace.append(e);
}

namespace {

/// The numbers in the header: xid -1 of a notification, -2 of a ping, -4, -8 and those of the calls (§7.4).
void clientPacketArgs(Event& e, const ClientPacket& p) {
    if (p.type == MessageType::ClientConnect) {
        e.args[0] = static_cast<const ConnectRequest&>(*p.body).lastZxidSeen.value;
    } else if (p.type == MessageType::ClientRequest) {
        const auto& call = static_cast<const ClientCallBody&>(*p.body);
        e.args[2] = call.xid;
        e.args[3] = static_cast<std::int64_t>(call.request.op);
    } else if (p.type == MessageType::ClientReply) {
        const auto& reply = static_cast<const ClientReplyBody&>(*p.body);
        e.args[0] = reply.reply.zxid.value;
        e.args[2] = reply.xid;
        e.args[3] = static_cast<std::int64_t>(reply.op);
    } else if (p.type == MessageType::ClientPing) {
        e.args[2] = kPingXid;
    } else if (p.type == MessageType::ClientWatchEvent) {
        e.args[2] = kNotificationXid;
    }
}

}  // namespace

Event World::packetEvent(EventKind kind, const PendingInput& in) const {
    Event e;
    e.kind = kind;
    const bool sent = kind == EventKind::PacketSent || kind == EventKind::PacketRetransmitted || kind == EventKind::PacketLost;
    e.actor = sent ? in.from : in.to;
    e.peer = sent ? in.to : in.from;
    e.message = messageType(in.message);
    e.args[0] = messageZxid(in.message).value;
    e.args[1] = static_cast<std::int64_t>(in.sequence);
    if (const auto* n = std::get_if<Notification>(&in.message)) {
        e.args[2] = n->vote.leader.value;
        e.args[3] = n->vote.round;
        e.args[4] = n->vote.peerEpoch;
        e.args[5] = static_cast<std::int64_t>(n->vote.state);
    } else if (const auto* f = std::get_if<FollowerInfo>(&in.message)) {
        e.args[4] = f->acceptedEpoch;
    } else if (const auto* l = std::get_if<LeaderInfo>(&in.message)) {
        e.args[4] = l->epoch;
    } else if (const auto* a = std::get_if<AckEpoch>(&in.message)) {
        e.args[4] = a->currentEpoch;
    } else if (const auto* c = std::get_if<ClientPacket>(&in.message)) {
        clientPacketArgs(e, *c);
    }
    return e;
}

// --- in: an input reaches its receiver -----------------------------------------------------------------------------------

void World::deliver(PendingInput& in, Trace& trace) {
    m_effects.begin(in.to);
    m_input = kNoEvent;
    if (in.kind == InputKind::ResourceWrite) return resourceAnswers(in, trace);
    if (in.to.isServer()) {
        Host& h = editHost(in.to.server());
        if (h.life == Life::Frozen) {
            if (in.kind == InputKind::FsyncDone) h.server.editReplica().diskWritten();   // the kernel does not stand still
            h.frozen.push_back(in);
            return;
        }
        const bool there = isHttp(in) ? !m_eureka.empty() && eureka(in.to.server())->up : h.life == Life::Up;
        if (in.kind == InputKind::Packet && (!there || in.generation != processOf(in))) {   // that process has ended
            nobodyThere(in, trace);
            return;
        }
    } else if (m_clients[static_cast<std::size_t>(in.to.client().value - 1)]->frozen) {   // the kernel keeps it; the process does not look
        editClient(in.to.client()).arrived.push_back(in);
        return;
    }
    Event e;
    switch (in.kind) {
    case InputKind::Packet: e = packetEvent(EventKind::PacketDelivered, in); break;
    case InputKind::Timer:
        e.kind = EventKind::TimerFired;
        e.args[0] = static_cast<std::int64_t>(in.timer);
        break;
    case InputKind::FsyncDone:
        e.kind = EventKind::FsyncDone;
        e.args[0] = in.name.value;
        e.args[1] = static_cast<std::int64_t>(host(in.to.server()).server.replica().disk().log.unsynced());
        break;
    case InputKind::SnapshotDone:
    case InputKind::ResourceWrite:
        e.kind = EventKind::TimerFired;
        break;
    }
    e.actor = in.to;
    m_input = in.kind == InputKind::SnapshotDone ? in.cause : log(trace, e, in.cause);
    if (const PendingInput* overtaken = overtakes(in)) {
        Event o;
        o.kind = EventKind::Decided;
        o.actor = in.to;
        o.peer = in.from;
        o.message = messageType(overtaken->message);
        o.rule = RuleId::WithoutFifoLinks;
        o.args = {static_cast<std::int64_t>(in.sequence), static_cast<std::int64_t>(overtaken->sequence)};
        m_input = log(trace, o, m_input);
    }
    const bool http = isHttp(in) || (in.kind == InputKind::Timer && in.timer >= TimerKind::EurekaTask);
    if (in.to.isServer()) {
        http ? deliverToEureka(in) : deliverToServer(in);
        return;
    }
    if (http) {
        deliverToService(in);
        return;
    }
    Client& c = editClient(in.to.client()).client;
    if (in.kind == InputKind::Timer && in.timer == TimerKind::ClientCallback) c.callbackDone(m_now, m_effects);
    else if (in.kind == InputKind::Timer && in.timer == TimerKind::ClientRecipe) c.recipeTimer();
    else if (in.kind == InputKind::Timer) c.wake(m_now, m_effects);
    else c.receive(m_now, in.from.server(), in.connection, in.message, m_effects);
    c.runRecipes(m_now, m_effects);
}

void World::deliverToServer(PendingInput& in) {
    Host& h = editHost(in.to.server());
    if (h.life != Life::Up) return;   // a timer or a disk of a process that has ended
    const SimTime now = h.clock.at(m_now);
    switch (in.kind) {
    case InputKind::Packet: h.server.receive(config(), now, in.from, in.connection, in.message, m_effects); break;
    case InputKind::Timer: h.server.timer(config(), now, in.timer, m_effects); break;
    case InputKind::FsyncDone: h.server.fsyncDone(config(), now, m_effects); break;
    case InputKind::SnapshotDone: h.server.snapshotDone(config(), now, in.name, m_effects); break;
    case InputKind::ResourceWrite: break;
    }
}

// A packet for a process that is not there: the kernel answers with a reset, except to what needs no answer.
void World::nobodyThere(const PendingInput& in, Trace& trace) {
    Event e = packetEvent(EventKind::PacketLost, in);
    e.rule = host(in.to.server()).life == Life::Up ? RuleId::PacketReceiverGone : RuleId::PacketServerDown;
    e.args = {static_cast<std::int64_t>(in.sequence)};
    m_input = log(trace, e, in.cause);
    if (isHttp(in)) {   // an answer or a reset asks for nothing more
        const MessageType type = messageType(in.message);
        if (type != MessageType::EurekaResponse && type != MessageType::HttpReset) m_effects.send(in.from, in.connection, HttpPacket{MessageType::HttpReset, nullptr});
        return;
    }
    if (in.from.isServer() && std::holds_alternative<Notification>(in.message)) editLine(in.from.server(), in.to.server()).voteLost = true;
    if (in.connection == 0 || std::holds_alternative<Disconnect>(in.message)) return;
    const auto* client = std::get_if<ClientPacket>(&in.message);
    const bool opens = std::holds_alternative<FollowerInfo>(in.message) || (client && client->type == MessageType::ClientConnect);
    m_effects.send(in.from, in.connection, Disconnect{opens});
}

// --- out: a step's effects are carried out in order ------------------------------------------------------------------------

void World::carry(ActorId actor, Trace& trace) {
    EventId cause = m_input;
    std::vector<std::pair<std::int32_t, Reply>> answers;   // of ZooKeeper, that a lookup waits for
    const bool services = actor.isClient() && service(actor.client());
    // The list is swapped out: a process that ends begins a list of its own.
    std::vector<Effect> list;
    list.swap(m_effects.list());
    for (Effect& effect : list) {
        if (auto* note = std::get_if<Note>(&effect)) {
            if (!note->text.empty()) note->event.text = trace.addText(note->text);
            cause = log(trace, note->event, note->fromInput ? m_input : cause);
            const EventKind k = note->event.kind;
            if (services && k == EventKind::ClientReply && service(actor.client())->consumer.awaits(static_cast<std::int32_t>(note->event.args[1]))) {
                Reply r;
                r.error = static_cast<ErrorCode>(note->event.args[3]);
                if (r.error == ErrorCode::Ok) r = (*m_clients[static_cast<std::size_t>(actor.client().value - 1)]).client.lastReply();
                answers.emplace_back(static_cast<std::int32_t>(note->event.args[1]), std::move(r));
            }
            if (actor.isServer() && note->event.rule != RuleId::None && k != EventKind::Ignored) editHost(actor.server()).lastDecision = cause;
        } else if (auto* s = std::get_if<Send>(&effect)) {
            send(actor, *s, cause, trace);
        } else if (const auto* t = std::get_if<SetTimer>(&effect)) {
            setTimer(actor, *t);
        } else if (const auto* f = std::get_if<StartFsync>(&effect)) {
            startFsync(actor.server(), *f, cause, trace);
        } else if (const auto* snapshot = std::get_if<StartSnapshot>(&effect)) {
            PendingInput in;
            in.kind = InputKind::SnapshotDone;
            in.sequence = m_sequence++;
            in.due = m_now + host(actor.server()).fsync * 10;
            in.to = actor;
            in.name = snapshot->name;
            in.cause = cause;
            push(std::move(in));
        } else if (const auto* x = std::get_if<Exit>(&effect)) {
            Event e;
            e.kind = x->refused ? EventKind::ServerRefused : EventKind::ServerExited;
            e.actor = actor;
            e.rule = x->rule;
            e.args = x->operands;
            cause = log(trace, e, cause);
            Host& h = editHost(actor.server());
            h.life = x->refused ? Life::Refused : Life::Exited;
            h.refusal = x->rule;
            h.lastDecision = cause;
            processEnds(actor.server(), trace, cause);
            h.server.crash(0);
            break;   // the process is gone: what the step still wanted to do does not happen
        }
    }
    list.clear();
    if (m_effects.list().empty()) list.swap(m_effects.list());   // keep the capacity
    m_effects.list().clear();
    if (services) serve(actor.client(), cause, answers, trace);
}

void World::setTimer(ActorId actor, const SetTimer& t) {
    std::uint32_t generation = 0;
    if (t.kind == TimerKind::EurekaWake) generation = ++editService(actor.client()).eurekaWake;
    else if (t.kind == TimerKind::LookupWake) generation = ++editService(actor.client()).lookupWake;
    else if (t.kind == TimerKind::EurekaTask) generation = ++m_eureka[static_cast<std::size_t>(actor.server().value - 1)].edit().timer;
    else if (actor.isClient()) generation = ++editClient(actor.client()).generation(t.kind);
    else generation = ++editHost(actor.server()).timers[static_cast<std::size_t>(t.kind)];
    if (t.at == kNever) return;
    PendingInput in;
    in.kind = InputKind::Timer;
    in.timer = t.kind;
    in.generation = generation;
    in.sequence = m_sequence++;
    in.due = actor.isServer() ? std::max(m_now, host(actor.server()).clock.when(t.at)) : t.at;
    in.to = actor;
    in.cause = m_input;
    push(std::move(in));
}

void World::startFsync(ServerId server, const StartFsync& f, EventId cause, Trace& trace) {
    Host& h = editHost(server);
    Event e;
    e.kind = EventKind::FsyncStarted;
    e.actor = server;
    e.args = {f.last.value, static_cast<std::int64_t>(f.records)};
    PendingInput in;
    in.kind = InputKind::FsyncDone;
    in.generation = ++h.fsyncGeneration;
    in.sequence = m_sequence++;
    in.due = m_now + h.fsync + usec(m_random.below(h.fsyncJitter.us + 1));
    in.to = server;
    in.name = f.last;
    in.cause = log(trace, e, cause);
    push(std::move(in));
}

// What a process had queued but not sent goes with it.
void World::dropUnsent(ServerId server, bool http, Trace& trace, EventId cause) {
    const auto lost = [&](const PendingInput& in) {
        Event e = packetEvent(EventKind::PacketLost, in);
        e.rule = RuleId::PacketSenderGone;
        e.args = {static_cast<std::int64_t>(in.sequence)};
        log(trace, e, cause);
    };
    m_pending.take(
        [&](const PendingInput& in) { return in.kind == InputKind::Packet && in.from == ActorId(server) && isHttp(in) == http && in.departs > m_now; },
        [&](PendingInput&& in) { lost(in); });
    for (int i = 1; i <= config().serverCount(); ++i) {
        if (i == server.value || line(server, ServerId{i}).held.empty()) continue;
        Line& l = editLine(server, ServerId{i});
        std::erase_if(l.held, [&](const PendingInput& in) {
            if (in.from != ActorId(server) || isHttp(in) != http) return false;
            lost(in);
            return true;
        });
    }
}

bool World::hasConnection(const Host& h, const std::pair<ActorId, ConnectionId>& connection) {
    const auto among = [&](const auto& all) {
        return std::any_of(all.begin(), all.end(), [&](const auto& c) { return ActorId(c.first) == connection.first && c.second == connection.second; });
    };
    return among(h.server.replica().connections()) || among(h.server.clientConnections());
}

// The kernel closes the sockets of a process that ended; its timers and disk work are void.
void World::processEnds(ServerId server, Trace& trace, EventId cause) {
    Host& h = editHost(server);
    dropUnsent(server, false, trace, cause);
    for (const auto& [peer, connection] : h.server.replica().connections()) {
        Send s{peer, connection, Disconnect{}};
        send(server, s, cause, trace);
    }
    for (const auto& [client, connection] : h.server.clientConnections()) {
        Send s{client, connection, Disconnect{}};
        send(server, s, cause, trace);
    }
    ++h.process;
    for (auto& generation : h.timers) ++generation;
    ++h.fsyncGeneration;
    m_pending.take([&](const PendingInput& in) { return in.kind == InputKind::SnapshotDone && in.to == ActorId(server); },
                   [](PendingInput&&) {});
    std::vector<std::pair<ActorId, ConnectionId>> closed;   // connections that came while it was frozen: one CLOSE each
    for (const PendingInput& in : h.frozen) {
        if (in.kind != InputKind::Packet || in.connection == 0 || isHttp(in) || std::holds_alternative<Disconnect>(in.message)) continue;
        const std::pair<ActorId, ConnectionId> connection{in.from, in.connection};
        if (std::find(closed.begin(), closed.end(), connection) != closed.end() || hasConnection(h, connection)) continue;
        closed.push_back(connection);
        Send s{in.from, in.connection, Disconnect{}};
        send(server, s, cause, trace);
    }
    h.frozen.clear();
    for (int i = 1; i <= config().serverCount(); ++i) {
        if (i == server.value) continue;
        Line& own = editLine(server, ServerId{i});   // its send workers are gone
        own.lastVote.reset();
        own.resendOnThaw = own.voteLost = false;
    }
}

std::uint64_t World::digest() const {
    Digest d;
    d.add(m_now.us);
    d.add(m_sequence);
    for (const auto& host : m_hosts) {
        const Replica& r = host->server.replica();
        d.add(static_cast<int>(host->life));
        d.add(static_cast<int>(r.state()));
        d.add(static_cast<int>(r.phase()));
        d.add(r.leader().value);
        d.add(r.lastProcessed().value);
        d.add(r.history());
        d.add(r.round());
        d.add(r.disk().acceptedEpoch.value_or(-1));
        d.add(r.disk().currentEpoch.value_or(-1));
        d.add(r.disk().log.last().value);
        d.add(static_cast<std::uint64_t>(r.disk().log.unsynced()));
        d.add(static_cast<std::uint64_t>(r.disk().log.claimed()));
        d.add(host->clock.percent);
        d.add(host->server.tree().digest());
        d.add(static_cast<std::uint64_t>(host->server.emptyContainers()));
    }
    for (const auto& c : m_clients) {
        d.add(static_cast<int>(c->client.state()));
        d.add(c->client.session().value);
        d.add(c->client.lastZxid().value);
        d.add(c->client.outstanding());
        d.add(static_cast<std::uint64_t>(c->client.events().waiting().size()));
        d.add(c->client.events().running() ? c->client.events().until().us : 0);
        d.add(c->client.events().callbackTime().us);
        d.add(c->client.watches().size());
        d.add(c->client.next().value);
        d.add(c->client.retryAt().us);
        d.add(c->client.lastXid());
        d.add(static_cast<std::uint64_t>(c->client.auth().size()));
        d.add(static_cast<std::uint64_t>(c->client.oldEvents().size()));
        d.add(c->frozen);
        d.add(static_cast<std::uint64_t>(c->arrived.size()));
        d.add(static_cast<std::uint64_t>(c->told.size()));
        if (!c->client.recipes().empty()) d.add(c->client.recipes().digest());
    }
    for (const auto& [path, resource] : *m_resources) {
        d.add(std::string_view(path));
        d.add(resource.highest.value);
        d.add(resource.accepted);
        d.add(resource.rejected);
    }
    digestServices(d);
    std::uint64_t pending = 0;   // void timers are forgotten at some time or other: they do not count
    m_pending.forEach([&](const PendingInput& in) { pending += !isVoid(in); });
    d.add(pending);
    return d.value();
}

}  // namespace zab
