// SPDX-License-Identifier: GPL-3.0-or-later
// Where packets go along that are not between two ZooKeeper servers: a client stands beside a server and is cut off with it.
#include "engine/world/world.h"

#include <algorithm>

namespace zab {

std::uint32_t World::processOf(const PendingInput& in) const {
    if (!in.to.isServer()) return 0;
    return isHttp(in) && !m_eureka.empty() ? eureka(in.to.server())->process : host(in.to.server()).process;
}

Line* World::path(ActorId from, ActorId to) {
    const ServerId a = place(from), b = place(to);
    return a && b && a != b ? &editLine(a, b) : nullptr;
}

Line::Channel& World::channel(const PendingInput& in) {
    if (in.from.isServer() && in.to.isServer()) {
        Line& line = editLine(in.from.server(), in.to.server());
        return isHttp(in) ? line.http : in.connection == 0 ? line.election : line.quorum;
    }
    ClientHost& c = editClient(in.from.isClient() ? in.from.client() : in.to.client());
    if (isHttp(in)) return in.from.isClient() ? c.httpUp : c.httpDown;
    return in.from.isClient() ? c.up : c.down;
}

void World::sendHttp(PendingInput&& in, Trace& trace) {
    Line* line = path(in.from, in.to);
    if (line && line->cut) {   // a connection that was never made is given up without a word
        if (messageType(in.message) != MessageType::HttpReset || !forgetHeld(in)) hold(*line, std::move(in), trace);
        return;
    }
    const SimTime latency = line ? line->latency : scenario().network.latency, jitter = line ? line->jitter : scenario().network.jitter;
    const SimTime late = lateness(line ? line->lossPpm : scenario().network.lossPpm, in, trace);
    Line::Channel& lane = channel(in);
    transmit(std::move(in), lane, latency + late, jitter);
}

// The sender closes a connection of which packets still wait at the cut: they never leave. True if the other side has seen nothing of it.
bool World::forgetHeld(const PendingInput& close) {
    Line& line = *path(close.from, close.to);
    bool opened = false;
    std::erase_if(line.held, [&](const PendingInput& in) {
        if (!sameConnection(in, close)) return false;
        opened = opened || isHttp(in) || messageType(in.message) == MessageType::ClientConnect;
        return true;
    });
    return opened;
}

// A stream cannot skip a packet: everything behind it is void, and both sides learn of the end.
void World::breakConnection(const PendingInput& dropped, EventId cause, Trace& trace) {
    const ActorId a = dropped.from, b = dropped.to;
    const bool http = isHttp(dropped);
    m_pending.take([&](const PendingInput& in) {
        const bool between = (in.from == a && in.to == b) || (in.from == b && in.to == a);
        return in.kind == InputKind::Packet && between && in.connection == dropped.connection && isHttp(in) == http;
    }, [](PendingInput&&) {});
    const auto end = [http]() -> Message { return http ? Message(HttpPacket{MessageType::HttpReset, nullptr}) : Message(Disconnect{}); };
    Send forward{b, dropped.connection, end()};
    send(a, forward, cause, trace);
    Send back{a, dropped.connection, end()};
    send(b, back, cause, trace);
}

// It moves: what waits at a cut for it and what is on its way meets the cuts of the new place.
void World::standAt(ClientId client, ServerId server, Trace& trace, EventId cause) {
    const auto its = [client](const PendingInput& in) { return in.kind == InputKind::Packet && (in.from == ActorId(client) || in.to == ActorId(client)); };
    std::vector<PendingInput> packets;
    for (auto& line : m_lines) {
        if (std::none_of(line->held.begin(), line->held.end(), its)) continue;
        std::vector<PendingInput>& held = line.edit().held;
        for (PendingInput& in : held)
            if (its(in)) packets.push_back(in);
        std::erase_if(held, its);
    }
    editClient(client).at = server;
    Event e;
    e.kind = EventKind::ClientStands;
    e.actor = client;
    e.peer = server;
    const EventId event = log(trace, e, cause);
    m_pending.take([&](const PendingInput& in) {
        if (!its(in)) return false;
        const Line* line = path(in.from, in.to);
        return line && line->cut;
    }, [&](PendingInput&& in) { packets.push_back(std::move(in)); });
    std::sort(packets.begin(), packets.end(), [](const PendingInput& a, const PendingInput& b) { return a.sequence < b.sequence; });
    for (PendingInput& in : packets) {
        Line* line = path(in.from, in.to);
        in.cause = event;
        if (line && line->cut) {
            hold(*line, std::move(in), trace);
            continue;
        }
        Line::Channel& lane = channel(in);
        transmit(std::move(in), lane, line ? line->latency : scenario().network.latency, line ? line->jitter : scenario().network.jitter);
    }
}

}  // namespace zab
