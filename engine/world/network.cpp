// SPDX-License-Identifier: GPL-3.0-or-later
// Packets on their way: FIFO lines, the one-slot vote queue, loss, duplication, cut lines (§2.1, §3.7).
#include "engine/world/world.h"

#include <algorithm>

namespace zab {
void World::send(ActorId from, Send& s, EventId cause, Trace& trace) {
    PendingInput in;
    in.kind = InputKind::Packet;
    in.sequence = m_sequence++;
    in.from = from;
    in.to = s.to;
    in.connection = s.connection;
    in.message = std::move(s.message);
    in.generation = processOf(in);
    in.cause = log(trace, packetEvent(EventKind::PacketSent, in), cause);
    if (isHttp(in)) sendHttp(std::move(in), trace);
    else if (from.isClient() || in.to.isClient()) sendToOrFromClient(std::move(in), trace);
    else if (std::holds_alternative<Notification>(in.message)) sendVote(std::move(in), trace);
    else sendOnLine(std::move(in), trace);
}

SimTime& Line::Channel::lastDue(ConnectionId connection, SimTime now) {
    for (auto& [c, due] : last)
        if (c == connection) return due;
    std::erase_if(last, [now](const auto& entry) { return entry.second <= now; });
    return last.emplace_back(connection, SimTime{}).second;
}

/// Between servers Seal::FifoLinks may be broken.
bool World::isFifo(const PendingInput& in) const {
    return config().variants.holds(Seal::FifoLinks) || !in.from.isServer() || !in.to.isServer() || isHttp(in);
}

/// An older packet of the same connection that is still on its way; nullptr where the connection is FIFO.
const PendingInput* World::overtakes(const PendingInput& in) const {
    if (in.kind != InputKind::Packet || isFifo(in)) return nullptr;
    return m_pending.find([&](const PendingInput& p) { return p.kind == InputKind::Packet && p.sequence < in.sequence && p.generation == in.generation && sameConnection(p, in); });
}

// One packet after the other leaves the sender, and none overtakes another: a FIFO queue without events of its own.
void World::transmit(PendingInput&& in, Line::Channel& channel, SimTime latency, SimTime jitter) {
    in.departs = std::max(m_now, channel.freeAt);
    channel.freeAt = in.departs + scenario().network.packetTime;
    SimTime& last = channel.lastDue(in.connection, m_now);
    in.due = in.departs + latency + usec(m_random.below(jitter.us + 1));
    if (isFifo(in)) in.due = std::max(in.due, last);
    last = in.due;
    push(std::move(in));
}

void World::sendToOrFromClient(PendingInput&& in, Trace& trace) {
    Line* line = path(in.from, in.to);
    if (line && line->cut) {
        if (!std::holds_alternative<Disconnect>(in.message) || !forgetHeld(in)) hold(*line, std::move(in), trace);
        return;
    }
    const SimTime latency = line ? line->latency : scenario().network.latency, jitter = line ? line->jitter : scenario().network.jitter;
    const SimTime late = lateness(line ? line->lossPpm : scenario().network.lossPpm, in, trace);
    Line::Channel& lane = channel(in);
    transmit(std::move(in), lane, latency + late, jitter);
}

// The send queue towards a peer holds one vote; a newer one replaces what has not left yet (CircularBlockingQueue).
void World::sendVote(PendingInput&& in, Trace& trace) {
    Line& line = editLine(in.from.server(), in.to.server());
    line.voteLost = false;
    if (Line& back = editLine(in.to.server(), in.from.server()); back.voteLost && !line.cut && !back.cut && host(in.to.server()).life == Life::Up) {
        back.voteLost = false;   // the new connection: the other side's send worker begins with its last message
        resendVote(in.to.server(), in.from.server(), trace, in.cause);
    }
    const auto isWaiting = [&](const PendingInput& p) { return p.sequence == line.lastVoteSequence; };
    const auto replace = [&](PendingInput& old) {
        Event e;
        e.kind = EventKind::Ignored;
        e.actor = in.from;
        e.peer = in.to;
        e.rule = RuleId::NotificationOverwritten;
        e.args = {in.to.value};
        log(trace, e, in.cause);
        old.message = in.message;
        old.generation = in.generation;
        old.cause = in.cause;
    };
    const Notification vote = std::get<Notification>(in.message);
    line.lastVote = vote;
    line.lastVoteFor = in.generation;
    if (const auto held = std::find_if(line.held.begin(), line.held.end(), isWaiting); held != line.held.end()) {
        replace(*held);
        return;
    }
    if (line.lastVoteSequence != 0 && line.election.freeAt > m_now + scenario().network.packetTime) {
        PendingInput* waiting = m_pending.find(isWaiting);
        if (waiting && waiting->departs > m_now) {
            replace(*waiting);
            return;
        }
    }
    line.lastVoteSequence = in.sequence;
    if (line.cut) {
        hold(line, std::move(in), trace);
        return;
    }
    if (m_random.chance(line.lossPpm)) {
        line.voteLost = true;
        Event e = packetEvent(EventKind::PacketLost, in);
        e.rule = RuleId::PacketLostVote;
        e.args = {static_cast<std::int64_t>(in.sequence)};
        log(trace, e, in.cause);
        return;
    }
    if (m_random.chance(line.duplicatePpm)) {
        PendingInput copy = in;
        copy.sequence = m_sequence++;
        transmit(std::move(copy), line.election, line.latency, line.jitter);
    }
    transmit(std::move(in), line.election, line.latency, line.jitter);
}

// A connection (TCP) loses nothing and repeats nothing: a lost packet comes later, and everything behind it waits.
void World::sendOnLine(PendingInput&& in, Trace& trace) {
    Line& line = editLine(in.from.server(), in.to.server());
    if (line.cut) {
        hold(line, std::move(in), trace);
        return;
    }
    const SimTime latency = line.latency + lateness(line.lossPpm, in, trace);
    transmit(std::move(in), line.quorum, latency, line.jitter);
}

// A connection sends again what was lost, after twice the wait each time; that may be lost again, and in the end all has come.
SimTime World::lateness(std::int64_t lossPpm, const PendingInput& in, Trace& trace) {
    constexpr int kMostTries = 15;   // tcp_retries2
    constexpr SimTime kLongestWait = sec(120);
    SimTime late, wait = scenario().network.retransmit;
    for (int i = 0; i < kMostTries && m_random.chance(lossPpm); ++i) {
        late += wait;
        wait = std::min(wait * 2, kLongestWait);
    }
    if (late.us > 0) log(trace, packetEvent(EventKind::PacketRetransmitted, in), in.cause);
    return late;
}

void World::hold(Line& line, PendingInput&& in, Trace& trace) {
    Event e;
    e.kind = EventKind::Decided;
    e.message = messageType(in.message);
    e.actor = in.from;
    e.peer = in.to;
    e.rule = RuleId::PacketLinkCut;
    e.args = {static_cast<std::int64_t>(in.sequence)};
    log(trace, e, in.cause);
    line.held.push_back(std::move(in));
}

// The line is cut: what is on its way waits, in order, until it is healed or the connection is given up.
void World::holdPackets(ServerId from, ServerId to, Trace& trace) {
    Line& line = editLine(from, to);
    if (line.cut) return;
    line.cut = true;
    std::vector<PendingInput> held;
    m_pending.take([&](const PendingInput& in) { return in.kind == InputKind::Packet && place(in.from) == from && place(in.to) == to; },
                   [&](PendingInput&& in) { held.push_back(std::move(in)); });
    for (PendingInput& in : held) hold(line, std::move(in), trace);
}

void World::releasePackets(ServerId from, ServerId to, Trace& trace, EventId cause) {
    Line& line = editLine(from, to);
    if (!line.cut) return;
    line.cut = false;
    line.election = line.quorum = line.http = {};
    std::vector<PendingInput> held = std::move(line.held);
    line.held.clear();
    for (PendingInput& in : held) {
        if (std::holds_alternative<Notification>(in.message)) line.lastVoteFor = in.generation = host(to).process;   // the send worker connects anew and keeps its queue
        Line::Channel& lane = channel(in);
        transmit(std::move(in), lane, line.latency, line.jitter);
    }
    const bool missed = line.voteLost || line.lastVoteFor != host(to).process;
    if (line.lastVote && missed && host(from).life == Life::Up) {
        line.voteLost = false;
        resendVote(from, to, trace, cause);
    }
}

// A fresh connection: a send worker with an empty queue sends its last message again (§2.1).
void World::resendVotes(ServerId started, Trace& trace, EventId cause) {
    for (int i = 1; i <= config().serverCount(); ++i) {
        const ServerId peer{i};
        if (peer == started) continue;
        if (host(peer).life == Life::Frozen) editLine(peer, started).resendOnThaw = true;
        if (host(peer).life != Life::Up) continue;
        resendVote(peer, started, trace, cause);
    }
}

void World::resendVote(ServerId from, ServerId to, Trace& trace, EventId cause) {
    const Line& line = *m_lines[lineIndex(from, to)];
    if (!line.lastVote || line.cut) return;
    const std::uint32_t process = host(to).process;
    if (m_pending.find([&](const PendingInput& in) { return in.sequence == line.lastVoteSequence && in.generation == process; })) return;   // on its way
    Send s{to, 0, *line.lastVote};
    send(from, s, cause, trace);
}

// Those who came while it stood still get its last message now that its send workers run.
void World::thawed(ServerId server, Trace& trace, EventId cause) {
    for (int i = 1; i <= config().serverCount(); ++i) {
        if (!line(server, ServerId{i}).resendOnThaw) continue;
        editLine(server, ServerId{i}).resendOnThaw = false;
        if (host(ServerId{i}).life != Life::Down) resendVote(server, ServerId{i}, trace, cause);
    }
}

}  // namespace zab
