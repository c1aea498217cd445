// SPDX-License-Identifier: GPL-3.0-or-later
// A world taken apart: what belongs to one server, to one client, to the packets between two of them, and what they all can see; and
// put together again from parts of different worlds. What comes next depends on the parts alone, and a step of one server or client
// changes its own part and adds packets behind those that it has sent: that is what the explorer lives on.
// Services, recipes, frozen processes and clients that stand beside a server are in no world that is taken apart.
#pragma once

#include "engine/world/world.h"

#include <vector>

namespace zab {

/// A server, its send workers towards the others, and what it waits for itself: timers, fsyncs, snapshots.
struct ServerPart {
    Cow<Host> host;
    std::vector<std::optional<Notification>> lastVotes;   ///< by receiver
    std::vector<PendingInput> own;                        ///< by kind, timer and name
    SimTime now;                                          ///< the clock of the world that it comes from
    void addTo(StateDigest& d) const;
};

struct ClientPart {
    Cow<ClientHost> host;
    std::vector<PendingInput> own;
    SimTime now;
    void addTo(StateDigest& d) const;
};

/// A packet on its way, or at a cut.
struct Flying {
    PendingInput in;
    bool arrives = true;      ///< the process that it was sent to is still there
    bool newestVote = false;  ///< a vote, and the last one on this line
    void addTo(StateDigest& d) const;
};

/// Who runs, which lines are cut, whose vote was lost: what a step may look at besides its own part.
struct Surroundings {
    struct Flags {
        bool cut = false, voteLost = false, resendOnThaw = false;
        bool reached = false;   ///< the last vote was sent to the process that runs there
        bool operator==(const Flags&) const = default;
    };
    std::vector<Life> lives;
    std::vector<Flags> lines;   ///< from server to server
    bool operator==(const Surroundings&) const = default;
    void addTo(StateDigest& d) const;
};

/// Everything, by actor: servers, then clients.
struct Apart {
    std::vector<ServerPart> servers;
    std::vector<ClientPart> clients;
    std::vector<std::vector<Flying>> packets;   ///< from * actors + to; by connection, then in order
    Surroundings surroundings;
};

class WorldParts {
public:
    static Apart takeApart(const World& world);
    static ServerPart server(const World& world, ServerId s);
    static ClientPart client(const World& world, ClientId c);
    static Surroundings surroundings(const World& world);
    static std::vector<std::vector<Flying>> packets(const World& world);   ///< as in Apart

    /// A frame with configuration and lines, but nobody in it.
    static World emptied(const World& world);
    static void put(World& frame, const ServerPart& part);
    static void put(World& frame, const ClientPart& part);
    /// After all servers and clients.
    static void put(World& frame, const Surroundings& s);
    /// After the surroundings. The sequence number of the first.
    static std::uint64_t put(World& frame, ActorId from, ActorId to, const std::vector<Flying>& packets);
    static std::uint64_t nextSequence(const World& world) { return world.m_sequence; }
    static const void* identity(const World& world, ServerId s) { return &*world.m_hosts[static_cast<std::size_t>(s.value - 1)]; }
    static const void* identity(const World& world, ClientId c) { return &*world.m_clients[static_cast<std::size_t>(c.value - 1)]; }
    /// That input comes now.
    static void fire(World& world, std::uint64_t sequence, Trace& trace);
    static Flying flying(const World& world, const PendingInput& in);
};

/// The fingerprint of a whole world: the sum of those of its parts. O(size of the world).
/// `names`: of the world in which servers stand in each other's place, and clients know them by their old names.
Digest128 worldDigest(const World& world, const Renaming* names = nullptr);
Digest128 packetsDigest(ActorId from, ActorId to, const std::vector<Flying>& packets, const Renaming* names = nullptr);

}  // namespace zab
