// SPDX-License-Identifier: GPL-3.0-or-later
// A whole ensemble with its network, disks, clients, clock and random state, as a value (architecture: "The world is a value").
#pragma once

#include "engine/base/cow.h"
#include "engine/base/digest.h"
#include "engine/base/prng.h"
#include "engine/client/client.h"
#include "engine/eureka/eureka_client.h"
#include "engine/eureka/eureka_server.h"
#include "engine/lookup/consumer.h"
#include "engine/server/server.h"
#include "engine/trace/trace.h"
#include "engine/world/command.h"
#include "engine/world/input_name.h"
#include "engine/world/pending_list.h"
#include "engine/world/scenario.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zab {

enum class Life : std::uint8_t { Down, Up, Frozen, Refused, Exited };

/// One direction of the line between two servers.
struct Line {
    bool cut = false;
    SimTime latency, jitter;
    std::int64_t lossPpm = 0, duplicatePpm = 0;
    struct Channel {
        SimTime freeAt;
        std::vector<std::pair<ConnectionId, SimTime>> last;   ///< when the last packet of a connection comes, while one is on its way
        /// FIFO holds within a connection; a new one does not wait for the old one. 0: the votes.
        SimTime& lastDue(ConnectionId connection, SimTime now);
    };
    Channel election, quorum;          ///< the two ports are two connections
    Channel http;                      ///< Eureka's
    std::vector<PendingInput> held;    ///< the line is cut: they wait for it
    std::optional<Notification> lastVote;   ///< lastMessageSent (§2.1)
    std::uint64_t lastVoteSequence = 0;
    std::uint32_t lastVoteFor = 0;     ///< the process of the receiver that it was sent to
    bool voteLost = false;             ///< and with it the connection: the next vote in either direction makes a new one
    bool resendOnThaw = false;         ///< the peer has come while the sender was frozen
};

struct Host {
    explicit Host(Server s) : server(std::move(s)) {}
    Server server;
    Life life = Life::Down;
    RuleId refusal = RuleId::None;
    SimTime fsync, fsyncJitter;
    /// Its own clock: it showed `local` at `since`, and has gone that fast from then on.
    struct Clock {
        SimTime since, local;
        int percent = 100;
        SimTime at(SimTime now) const { return percent == 100 ? local + (now - since) : local + usec((now - since).us * percent / 100); }
        SimTime when(SimTime shows) const { return percent == 100 ? since + (shows - local) : since + usec(((shows - local).us * 100 + percent - 1) / percent); }
    } clock;
    std::uint32_t fsyncGeneration = 0;
    std::array<std::uint32_t, static_cast<std::size_t>(TimerKind::Count_)> timers{};   ///< generations
    std::vector<PendingInput> frozen;  ///< arrived while it was frozen
    EventId lastDecision = kNoEvent;
    std::uint32_t process = 0;         ///< counts the processes that have ended here
};

struct ClientHost {
    Client client;
    std::uint32_t wake = 0, callback = 0, recipe = 0;   ///< generations of its timers
    std::uint32_t& generation(TimerKind t) { return t == TimerKind::ClientCallback ? callback : t == TimerKind::ClientRecipe ? recipe : wake; }
    std::uint32_t generation(TimerKind t) const { return const_cast<ClientHost*>(this)->generation(t); }
    Line::Channel up, down;
    bool frozen = false;
    std::vector<PendingInput> arrived;      ///< while it was frozen: packets in its socket, timers
    std::vector<Command> told;              ///< while it was frozen: the next steps of its application
    Line::Channel httpUp, httpDown;
    ServerId at;                       ///< beside which it stands; 0 = nowhere
};

/// The second process on a server's machine: it is cut off, frozen and crashed with it.
struct EurekaHost {
    EurekaServer server;
    bool up = false;
    std::uint32_t process = 0, timer = 0;
};

/// What a client has that provides or looks up services.
struct ServiceHost {
    EurekaClient discovery;
    Consumer consumer;
    std::uint32_t eurekaWake = 0, lookupWake = 0;        ///< generations of its timers
    std::vector<std::pair<std::string, std::string>> provided;   ///< path and instance
    std::vector<std::int64_t> waiting;                   ///< lookups that wait for its first fetch
    ConnectionId calls = 0;
};

/// What a lock protects: a store outside the ensemble. Fenced, it refuses a token that is smaller than one it has seen (§10.7).
struct Resource {
    Zxid highest;
    std::int64_t accepted = 0, rejected = 0;
    ClientId lastWriter;
    std::string data;
};

class World {
public:
    explicit World(const Scenario& scenario);

    SimTime now() const { return m_now; }
    bool hasPending() { return peek() != nullptr; }
    SimTime nextDue();                                     ///< kNever if nothing is pending; never before now()
    const PendingInput* peek();                            ///< the next input; nullptr if none. Void timers are forgotten here.
    void advanceTo(SimTime t);                             ///< only the clock; never past nextDue()

    /// Carries out the next pending input. The two halves that the signal-driven host connects by signals:
    void fireNext(Trace& trace) { PendingInput in = takeNext(); deliver(in, trace); carry(in.to, trace); }
    PendingInput takeNext();
    void deliver(PendingInput& in, Trace& trace);          ///< to its receiver, whose effects are kept ...
    void carry(ActorId actor, Trace& trace);               ///< ... and carried out here, in order

    /// Carries out a command from outside; `line` is its text in the trace. Empty = done, else one sentence why not.
    std::string apply(const Command& command, std::string_view line, Trace& trace);

    const EnsembleConfig& config() const { return m_config->ensemble; }
    const Scenario& scenario() const { return *m_config; }
    const Host& host(ServerId s) const { return *m_hosts[static_cast<std::size_t>(s.value - 1)]; }
    const Line& line(ServerId from, ServerId to) const { return *m_lines[lineIndex(from, to)]; }
    const std::vector<Cow<ClientHost>>& clients() const { return m_clients; }
    const std::map<std::string, Resource>& resources() const { return *m_resources; }   ///< by the path of the lock
    const PendingList& pending() const { return m_pending; }   ///< void timers included
    bool isVoid(const PendingInput& in) const;
    /// The input that `name` means, of those that may come next; nullptr if there is none. O(pending²) at worst.
    const PendingInput* find(const InputName& name) const;
    /// Nothing without Eureka. `service`: nullptr for a client that has nothing to do with services.
    const EurekaHost* eureka(ServerId s) const { return m_eureka.empty() ? nullptr : &*m_eureka[static_cast<std::size_t>(s.value - 1)]; }
    const ServiceHost* service(ClientId c) const;
    std::uint64_t events() const { return m_inputs; }      ///< inputs carried out
    std::uint64_t digest() const;                          ///< of state that can matter: disks, roles, trees, packets

private:
    friend class CommandFrame;
    friend class WorldParts;
    friend class ServerCommands;
    friend class ClientCommands;
    std::size_t lineIndex(ServerId from, ServerId to) const {
        return static_cast<std::size_t>((from.value - 1) * config().serverCount() + to.value - 1);
    }
    Host& editHost(ServerId s) { return m_hosts[static_cast<std::size_t>(s.value - 1)].edit(); }
    Line& editLine(ServerId from, ServerId to) { return m_lines[lineIndex(from, to)].edit(); }
    ClientHost& editClient(ClientId c) { return m_clients[static_cast<std::size_t>(c.value - 1)].edit(); }
    void push(PendingInput&& in) { m_pending.push(std::move(in)); }
    std::uint32_t processOf(const PendingInput& in) const;
    SimTime lateness(std::int64_t lossPpm, const PendingInput& in, Trace& trace);
    Event packetEvent(EventKind kind, const PendingInput& in) const;
    EventId log(Trace& trace, Event e, EventId cause);
    void deliverToServer(PendingInput& in);
    void nobodyThere(const PendingInput& in, Trace& trace);
    void send(ActorId from, Send& s, EventId cause, Trace& trace);
    // Where a packet goes along, and what may be in its way (paths.cpp)
    ServerId place(ActorId a) const { return a.isServer() ? a.server() : (*m_clients[static_cast<std::size_t>(a.client().value - 1)]).at; }
    Line* path(ActorId from, ActorId to);   ///< the line between their machines; nullptr: nothing can be cut
    Line::Channel& channel(const PendingInput& in);
    void sendHttp(PendingInput&& in, Trace& trace);
    bool forgetHeld(const PendingInput& close);
    void breakConnection(const PendingInput& dropped, EventId cause, Trace& trace);
    void standAt(ClientId client, ServerId server, Trace& trace, EventId cause);
    // Services (services.cpp)
    ServiceHost& editService(ClientId c);
    void startEureka(ServerId server, Trace& trace, EventId cause);
    void endEureka(ServerId server, Trace& trace, EventId cause);
    void provideService(ClientId client, const RecipeOptions& options, EventId cause, Trace& trace);
    void leaveServices(ClientId client, const std::string& path, bool died, EventId cause, Trace& trace);
    void lookUp(const LookupService& lookup, EventId cause, Trace& trace);
    void deliverToEureka(PendingInput& in);
    void deliverToService(PendingInput& in);
    void serve(ClientId client, EventId cause, const std::vector<std::pair<std::int32_t, Reply>>& answers, Trace& trace);
    void grant(ClientId client, const Consumer::Wish& wish);
    void callInstance(ClientId client, const Consumer::Wish& wish);
    std::vector<Registry> registries(ClientId client, const std::string& path) const;
    void digestServices(Digest& d) const;

    bool isFifo(const PendingInput& in) const;
    const PendingInput* overtakes(const PendingInput& in) const;
    void transmit(PendingInput&& in, Line::Channel& channel, SimTime latency, SimTime jitter);
    void sendVote(PendingInput&& in, Trace& trace);
    void sendOnLine(PendingInput&& in, Trace& trace);
    void sendToOrFromClient(PendingInput&& in, Trace& trace);
    void setTimer(ActorId actor, const SetTimer& t);
    void startFsync(ServerId server, const StartFsync& f, EventId cause, Trace& trace);
    void dropUnsent(ServerId server, bool http, Trace& trace, EventId cause);
    void processEnds(ServerId server, Trace& trace, EventId cause);
    void resendVote(ServerId from, ServerId to, Trace& trace, EventId cause);
    void resendVotes(ServerId started, Trace& trace, EventId cause);
    void holdPackets(ServerId from, ServerId to, Trace& trace);
    void hold(Line& line, PendingInput&& in, Trace& trace);
    void useResource(const UseResource& use, EventId cause, Trace& trace);
    void resourceAnswers(const PendingInput& in, Trace& trace);
    static bool hasConnection(const Host& h, const std::pair<ActorId, ConnectionId>& connection);
    void thawed(ServerId server, Trace& trace, EventId cause);
    void releasePackets(ServerId from, ServerId to, Trace& trace, EventId cause);

    std::shared_ptr<const Scenario> m_config;
    SimTime m_now;
    Prng m_random;
    std::uint64_t m_sequence = 1;
    std::int64_t m_frontRank = 0;
    std::uint64_t m_inputs = 0;
    std::vector<Cow<Host>> m_hosts;
    std::vector<Cow<Line>> m_lines;
    std::vector<Cow<ClientHost>> m_clients;
    Cow<std::map<std::string, Resource>> m_resources;
    std::vector<Cow<EurekaHost>> m_eureka;     ///< empty without Eureka
    std::vector<Cow<ServiceHost>> m_services;  ///< by client; as far as one has to do with services
    std::map<std::string, ClientId> m_addresses;   ///< who has listened there last
    PendingList m_pending;
    // The step being carried out; empty between inputs.
    Effects m_effects;
    EventId m_input = kNoEvent;
};

}  // namespace zab
