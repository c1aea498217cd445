// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/world_parts.h"

#include "engine/base/check.h"

#include <algorithm>
#include <tuple>

namespace zab {
namespace {

void addOwn(StateDigest& d, const std::vector<PendingInput>& own) {
    d.add(own.size());
    for (const PendingInput& in : own) d.add(in.kind, in.timer, in.name);
}

std::vector<PendingInput> ownOf(const World& world, ActorId a) {
    std::vector<PendingInput> own;
    world.pending().forEach([&](const PendingInput& in) {
        if (in.kind != InputKind::Packet && in.to == a && !world.isVoid(in)) own.push_back(in);
    });
    std::sort(own.begin(), own.end(), [](const PendingInput& a, const PendingInput& b) {
        return std::tuple(a.kind, a.timer, a.name, a.sequence) < std::tuple(b.kind, b.timer, b.name, b.sequence);
    });
    return own;
}

}  // namespace

void ServerPart::addTo(StateDigest& d) const {
    const auto& [server, life, refusal, fsync, fsyncJitter, clock, fsyncGeneration, timers, frozen, lastDecision, process] = *host;
    ZAB_CHECK(frozen.empty());
    d.add(server, life, refusal, fsync.us);
    addOwn(d, own);
    d.byServer(static_cast<int>(lastVotes.size()), [&](ServerId to) {
        const auto& vote = lastVotes[static_cast<std::size_t>(to.value - 1)];
        d.add(vote.has_value());
        if (vote) d.add(vote->vote);
    });
    (void)clock, (void)fsyncJitter, (void)fsyncGeneration, (void)timers, (void)lastDecision, (void)process;   // drawn, counted, looked at
}

void ClientPart::addTo(StateDigest& d) const {
    const auto& [client, wake, callback, recipe, up, down, frozen, arrived, told, httpUp, httpDown, at] = *host;
    ZAB_CHECK(!frozen && arrived.empty() && told.empty() && !at);
    d.add(client);
    addOwn(d, own);
    (void)wake, (void)callback, (void)recipe, (void)up, (void)down, (void)httpUp, (void)httpDown;   // counted, time
}

void Flying::addTo(StateDigest& d) const {
    const auto& [sequence, due, rank, kind, timer, generation, from, to, connection, departs, cause, name, message] = in;
    d.add(from, to);
    if (from.isServer() && to.isServer()) d.addConnection(connection);
    else d.add(connection);
    d.add(arrives);
    addMessage(d, message);
    (void)kind, (void)timer, (void)name;                                          // of other inputs
    (void)generation;                                                             // arrives
    (void)sequence, (void)due, (void)rank, (void)departs, (void)cause;            // counted, time, the trace
}

void Surroundings::addTo(StateDigest& d) const {
    const int n = static_cast<int>(lives.size());
    d.add(n);
    d.byServer(n, [&](ServerId s) { d.add(lives[static_cast<std::size_t>(s.value - 1)]); });
    d.byServer(n, [&](ServerId from) {
        d.byServer(n, [&](ServerId to) {
            const Flags& f = lines[static_cast<std::size_t>((from.value - 1) * n + to.value - 1)];
            d.add(f.cut, f.voteLost, f.resendOnThaw, f.reached);
        });
    });
}

Digest128 packetsDigest(ActorId from, ActorId to, const std::vector<Flying>& packets, const Renaming* names) {
    StateDigest d(names);
    d.add(from, to, packets.size());
    for (const Flying& f : packets) d.add(f, f.newestVote);
    return d.value();
}

ServerPart WorldParts::server(const World& world, ServerId s) {
    ServerPart part{world.m_hosts[static_cast<std::size_t>(s.value - 1)], {}, ownOf(world, s), world.m_now};
    for (int i = 1; i <= world.config().serverCount(); ++i) part.lastVotes.push_back(world.line(s, ServerId{i}).lastVote);
    return part;
}

ClientPart WorldParts::client(const World& world, ClientId c) {
    return {world.m_clients[static_cast<std::size_t>(c.value - 1)], ownOf(world, c), world.m_now};
}

Surroundings WorldParts::surroundings(const World& world) {
    Surroundings s;
    const int n = world.config().serverCount();
    for (int a = 1; a <= n; ++a) s.lives.push_back(world.host(ServerId{a}).life);
    for (int a = 1; a <= n; ++a)
        for (int b = 1; b <= n; ++b) {
            const auto& [cut, latency, jitter, lossPpm, duplicatePpm, election, quorum, http, held, lastVote, lastVoteSequence, lastVoteFor, voteLost,
                         resendOnThaw] = world.line(ServerId{a}, ServerId{b});
            s.lines.push_back({cut, voteLost, resendOnThaw, lastVote && lastVoteFor == world.host(ServerId{b}).process});
            (void)held, (void)lastVoteSequence;                                                 // with the packets
            (void)latency, (void)jitter, (void)lossPpm, (void)duplicatePpm, (void)election, (void)quorum, (void)http;   // time, and what is not drawn
        }
    return s;
}

Flying WorldParts::flying(const World& world, const PendingInput& in) {
    const bool arrives = !in.to.isServer() || in.generation == world.host(in.to.server()).process;
    const bool newest = in.connection == 0 && in.sequence == world.line(in.from.server(), in.to.server()).lastVoteSequence;
    return {in, arrives, newest};
}

Apart WorldParts::takeApart(const World& world) {
    Apart apart;
    const int n = world.config().serverCount(), all = n + static_cast<int>(world.m_clients.size());
    apart.surroundings = surroundings(world);
    for (int i = 1; i <= n; ++i) apart.servers.push_back(server(world, ServerId{i}));
    for (int i = 1; i <= all - n; ++i) apart.clients.push_back(client(world, ClientId{i}));
    apart.packets = packets(world);
    return apart;
}

std::vector<std::vector<Flying>> WorldParts::packets(const World& world) {
    const int n = world.config().serverCount(), all = n + static_cast<int>(world.m_clients.size());
    std::vector<std::vector<Flying>> lines(static_cast<std::size_t>(all * all));
    const auto index = [&](ActorId a) { return a.isServer() ? a.value - 1 : n - a.value - 1; };
    const auto add = [&](const PendingInput& in) { lines[static_cast<std::size_t>(index(in.from) * all + index(in.to))].push_back(flying(world, in)); };
    world.m_pending.forEach([&](const PendingInput& in) {
        if (in.kind == InputKind::Packet) add(in);
    });
    for (const auto& line : world.m_lines)
        for (const PendingInput& in : line->held) add(in);
    for (auto& line : lines)   // between two connections there is no order
        std::sort(line.begin(), line.end(), [](const Flying& a, const Flying& b) { return std::tie(a.in.connection, a.in.sequence) < std::tie(b.in.connection, b.in.sequence); });
    return lines;
}

World WorldParts::emptied(const World& world) {
    World frame = world;
    frame.m_pending = PendingList();
    frame.m_now = {};
    frame.m_sequence = 1;
    frame.m_frontRank = 0;
    for (auto& line : frame.m_lines) {
        Line& l = line.edit();
        l.held.clear();
        l.election = l.quorum = l.http = {};
        l.cut = l.voteLost = l.resendOnThaw = false;
        l.lastVote.reset();
        l.lastVoteSequence = 0;
    }
    for (auto& client : frame.m_clients) client.edit().up = client.edit().down = {};
    return frame;
}

void WorldParts::put(World& frame, const ServerPart& part) {
    const ServerId s = part.host->server.replica().self();
    frame.m_hosts[static_cast<std::size_t>(s.value - 1)] = part.host;
    for (std::size_t i = 0; i < part.lastVotes.size(); ++i)
        if (part.lastVotes[i]) frame.editLine(s, ServerId{static_cast<std::int32_t>(i + 1)}).lastVote = part.lastVotes[i];
    for (PendingInput in : part.own) {
        in.sequence = frame.m_sequence++;
        frame.push(std::move(in));
    }
    frame.m_now = std::max(frame.m_now, part.now);
}

void WorldParts::put(World& frame, const ClientPart& part) {
    frame.m_clients[static_cast<std::size_t>(part.host->client.id().value - 1)] = part.host;
    for (PendingInput in : part.own) {
        in.sequence = frame.m_sequence++;
        frame.push(std::move(in));
    }
    frame.m_now = std::max(frame.m_now, part.now);
}

void WorldParts::put(World& frame, const Surroundings& s) {
    for (std::size_t i = 0; i < s.lines.size(); ++i) {
        Line& line = frame.m_lines[i].edit();
        const std::uint32_t process = (*frame.m_hosts[i % s.lives.size()]).process;
        line.cut = s.lines[i].cut;
        line.voteLost = s.lines[i].voteLost;
        line.resendOnThaw = s.lines[i].resendOnThaw;
        line.lastVoteFor = s.lines[i].reached ? process : process - 1;
    }
}

std::uint64_t WorldParts::put(World& frame, ActorId from, ActorId to, const std::vector<Flying>& packets) {
    const std::uint64_t first = frame.m_sequence;
    for (const Flying& f : packets) {
        PendingInput in = f.in;
        in.sequence = frame.m_sequence++;
        in.due = frame.m_now;
        in.rank = 0;
        in.departs = {};
        if (to.isServer()) {
            const std::uint32_t process = frame.host(to.server()).process;
            in.generation = f.arrives ? process : process - 1;
        }
        if (f.newestVote) frame.editLine(from.server(), to.server()).lastVoteSequence = in.sequence;
        const bool cut = from.isServer() && to.isServer() && frame.line(from.server(), to.server()).cut;
        if (cut) frame.editLine(from.server(), to.server()).held.push_back(std::move(in));
        else frame.push(std::move(in));
    }
    return first;
}

void WorldParts::fire(World& world, std::uint64_t sequence, Trace& trace) {
    PendingInput taken;
    world.m_pending.take([&](const PendingInput& in) { return in.sequence == sequence; }, [&](PendingInput&& in) { taken = std::move(in); });
    world.m_now = std::max(world.m_now, taken.due);
    ++world.m_inputs;
    world.deliver(taken, trace);
    world.carry(taken.to, trace);
}

Digest128 worldDigest(const World& world, const Renaming* names) {
    const auto of = [](const auto& part, const Renaming* names) {
        StateDigest d(names);
        d.add(part);
        return d.value();
    };
    const Apart apart = WorldParts::takeApart(world);
    Digest128 sum = of(apart.surroundings, names);
    for (const ServerPart& part : apart.servers) sum += of(part, names);
    for (const ClientPart& part : apart.clients) sum += of(part, nullptr);
    const std::size_t n = apart.servers.size(), all = n + apart.clients.size();
    const auto actor = [n](std::size_t i) { return i < n ? ActorId(ServerId{static_cast<std::int32_t>(i + 1)}) : ActorId(ClientId{static_cast<std::int32_t>(i - n + 1)}); };
    for (std::size_t i = 0; i < apart.packets.size(); ++i)
        if (i / all != i % all) sum += packetsDigest(actor(i / all), actor(i % all), apart.packets[i], names);
    return sum;
}

}  // namespace zab
