// SPDX-License-Identifier: GPL-3.0-or-later
// What a person, a script or a random run does to a world. A command that makes no sense changes nothing and says why.
#include "engine/base/check.h"
#include "engine/world/world.h"

#include <algorithm>
#include <utility>

namespace zab {
namespace {

std::string name(ActorId a) { return toString(a); }

}  // namespace

class Commands {
public:
    Commands(World& w, std::string_view line, Trace& trace) : m_w(w), m_line(line), m_trace(trace) {}

    std::string operator()(const StartServers& c) {
        if (c.servers.empty()) return "There is no server to start.";
        for (const ServerId s : c.servers) {
            if (auto why = unknown(s); !why.empty()) return why;
            if (life(s) == Life::Up || life(s) == Life::Frozen) return name(s) + " is running already.";
        }
        begin();
        for (const ServerId s : c.servers) {   // all are there before the first packet of any arrives
            Host& h = m_w.editHost(s);
            h.life = Life::Up;
            h.refusal = RuleId::None;
        }
        for (const ServerId s : c.servers) {
            run(s, [&](Host& h) { h.server.start(m_w.config(), m_w.m_now, m_w.m_effects); });
            if (life(s) == Life::Up) m_w.resendVotes(s, m_trace, m_command);
            m_w.startEureka(s, m_trace, m_command);
        }
        return {};
    }
    std::string operator()(const CrashServer& c) {
        if (auto why = notRunning(c.server); !why.empty()) return why;
        begin();
        Host& h = m_w.editHost(c.server);
        const std::size_t lost = c.keepUnsynced ? 0 : h.server.replica().disk().log.unsynced();
        const EventId event = note(EventKind::ServerCrashed, c.server, {static_cast<std::int64_t>(lost)});
        m_w.endEureka(c.server, m_trace, event);
        m_w.processEnds(c.server, m_trace, event);
        h.server.crash(lost);
        h.life = Life::Down;
        h.lastDecision = kNoEvent;
        return {};
    }
    std::string operator()(const FreezeServer& c) {
        if (auto why = notRunning(c.server); !why.empty()) return why;
        if (c.frozen && life(c.server) == Life::Frozen) return name(c.server) + " is frozen already.";
        if (!c.frozen && life(c.server) == Life::Up) return name(c.server) + " is not frozen.";
        begin();
        Host& h = m_w.editHost(c.server);
        h.life = c.frozen ? Life::Frozen : Life::Up;
        const EventId event = note(c.frozen ? EventKind::ServerFrozen : EventKind::ServerThawed, c.server, {});
        dueNow(std::exchange(h.frozen, {}));
        if (!c.frozen) m_w.thawed(c.server, m_trace, event);
        return {};
    }
    std::string operator()(const ForceTimeout& c) {
        if (auto why = notRunning(c.server); !why.empty()) return why;
        if (life(c.server) == Life::Frozen) return name(c.server) + " is frozen.";
        begin();
        run(c.server, [&](Host& h) { h.server.forceTimeout(m_w.config(), m_w.m_now, m_w.m_effects); });
        return {};
    }
    std::string operator()(const SetFsync& c) {
        if (c.server) {
            if (auto why = unknown(c.server); !why.empty()) return why;
        }
        begin();
        for (int i = 1; i <= m_w.config().serverCount(); ++i) {
            if (c.server && c.server.value != i) continue;
            Host& h = m_w.editHost(ServerId{i});
            h.fsync = c.latency;
            h.fsyncJitter = c.jitter;
        }
        return {};
    }
    std::string operator()(const CutLink& c) {
        return lines(c.a, c.b, [&](ServerId a, ServerId b) {
            note(EventKind::LinkCut, a, {c.oneWay}, b);
            m_w.holdPackets(a, b, m_trace);
            if (!c.oneWay) m_w.holdPackets(b, a, m_trace);
        });
    }
    std::string operator()(const HealLink& c) {
        return lines(c.a, c.b, [&](ServerId a, ServerId b) { heal(a, b); });
    }
    std::string operator()(const HealAll&) {
        begin();
        forAllPairs([&](ServerId a, ServerId b) { heal(a, b); });
        return {};
    }
    std::string operator()(const Partition& c) {
        std::vector<int> side(static_cast<std::size_t>(m_w.config().serverCount() + 1), 0);   // 0: not named
        int number = 0;
        const bool emptySide = std::any_of(c.sides.begin(), c.sides.end(), [](const auto& servers) { return servers.empty(); });
        if (c.sides.size() < 2 || emptySide) return "A partition has at least two sides, and a server on each.";
        for (const auto& servers : c.sides) {
            ++number;
            for (const ServerId s : servers) {
                if (auto why = unknown(s); !why.empty()) return why;
                if (side[static_cast<std::size_t>(s.value)] != 0) return name(s) + " stands on two sides of the partition.";
                side[static_cast<std::size_t>(s.value)] = number;
            }
        }
        begin();
        forAllPairs([&](ServerId a, ServerId b) {   // who is not named keeps all links; what was cut within a side stays cut
            const int one = side[static_cast<std::size_t>(a.value)], other = side[static_cast<std::size_t>(b.value)];
            if (one == other || one == 0 || other == 0) return;
            if (m_w.line(a, b).cut && m_w.line(b, a).cut) return;
            note(EventKind::LinkCut, a, {}, b);
            m_w.holdPackets(a, b, m_trace);
            m_w.holdPackets(b, a, m_trace);
        });
        return {};
    }
    std::string operator()(const SetLink& c) {
        return lines(c.a, c.b, [&](ServerId a, ServerId b) {
            for (Line* line : {&m_w.editLine(a, b), &m_w.editLine(b, a)}) {
                line->latency = c.latency;
                line->jitter = c.jitter;
                line->lossPpm = c.lossPpm;
                line->duplicatePpm = c.duplicatePpm;
            }
        });
    }
    std::string operator()(const DropPacket& c) {
        PendingInput* in = packet(c.sequence);
        if (!in) return noPacket(c.sequence);
        begin();
        Event e = m_w.packetEvent(EventKind::PacketLost, *in);
        e.rule = in->connection == 0 ? RuleId::PacketLostVote : RuleId::PacketDropped;
        e.args = {static_cast<std::int64_t>(in->sequence)};
        const EventId event = m_w.log(m_trace, e, m_command);
        const PendingInput dropped = *in;
        remove(c.sequence);
        if (dropped.connection != 0) m_w.breakConnection(dropped, event, m_trace);
        else m_w.editLine(dropped.from.server(), dropped.to.server()).voteLost = true;
        return {};
    }
    std::string operator()(const DuplicatePacket& c) {
        PendingInput* in = packet(c.sequence);
        if (!in) return noPacket(c.sequence);
        begin();
        if (in->connection != 0) {
            Event e = m_w.packetEvent(EventKind::Ignored, *in);
            e.rule = RuleId::PacketDuplicateDiscarded;
            e.args = {static_cast<std::int64_t>(in->sequence)};
            m_w.log(m_trace, e, m_command);
            return {};
        }
        PendingInput copy = *in;
        copy.sequence = m_w.m_sequence++;
        m_w.push(std::move(copy));
        return {};
    }
    std::string operator()(const DeliverNext& c) {
        PendingInput* in = packet(c.sequence);
        if (!in) return noPacket(c.sequence);
        if (first(*in) != in->sequence)   // a connection keeps its order
            return "Packet #" + std::to_string(c.sequence) + " stands behind others of its connection; the first is #" +
                   std::to_string(first(*in)) + ".";
        begin();
        m_w.m_pending.change([&](PendingInput& p) {
            if (p.kind != InputKind::Packet || p.sequence != c.sequence) return;
            p.due = m_w.m_now;
            p.departs = std::min(p.departs, m_w.m_now);
            p.rank = --m_w.m_frontRank;   // before everything else that is due now
        });
        return {};
    }
    std::string operator()(const DelayPacket& c) {
        PendingInput* in = packet(c.sequence);
        if (!in) return noPacket(c.sequence);
        begin();
        const PendingInput delayed = *in;
        m_w.m_pending.change([&](PendingInput& p) {   // what stands behind it on its connection waits as well
            if (p.kind != InputKind::Packet || !sameConnection(p, delayed)) return;
            if (p.sequence == delayed.sequence || (delayed.connection != 0 && firesLater(p, delayed))) p.due += c.by;
        });
        m_w.channel(delayed).lastDue(delayed.connection, m_w.m_now) += c.by;
        return {};
    }
    std::string operator()(const ConnectClient& c) {
        if (c.server) {
            if (auto why = unknown(c.server); !why.empty()) return why;
        }
        const auto check = [&](const ConnectClient& one) -> std::string {
            if (one.client.value < 1 || one.client.value > 200) return "Clients are numbered from C1 to C200.";
            const bool there = one.client.value <= static_cast<int>(m_w.m_clients.size());
            return there && host(one.client).frozen ? name(one.client) + " is frozen." : std::string();
        };
        return each(c, check, [&](const ConnectClient& one) {
            make(one.client);
            onClient(one.client, [&](Client& client) { client.connect(m_w.m_now, one.server, one.timeout, m_w.m_effects); });
        });
    }
    std::string operator()(const ClientCall& c) {
        return clientCommand(c, [&](Client& client) { client.call(m_w.m_now, c.request, m_w.m_effects, c.manner); });
    }
    std::string operator()(const CloseClient& c) {
        return each(c, [&](const CloseClient& one) { return noSession(one.client); }, [&](const CloseClient& one) {
            tell(one, [&](Client& client) { client.close(m_w.m_now, m_w.m_effects); });
            if (!host(one.client).frozen) m_w.leaveServices(one.client, {}, false, m_command, m_trace);
        });
    }
    std::string operator()(const CrashClient& c) {
        return each(c, [&](const CrashClient& one) { return noSession(one.client); }, [&](const CrashClient& one) {
            ClientHost& h = m_w.editClient(one.client);
            h.frozen = false;
            h.arrived.clear();
            h.told.clear();
            onClient(one.client, [&](Client& client) { client.die(m_w.m_effects); });
            m_w.leaveServices(one.client, {}, true, m_command, m_trace);
        });
    }
    std::string operator()(const StartRecipe& c) {
        const auto check = [&](const StartRecipe& one) {
            if (auto why = noSession(one.client); !why.empty()) return why;
            const RecipePart* part = host(one.client).client.recipes().find(one.options.path);
            if (!part || host(one.client).client.recipes().takes(one.options)) return std::string();
            return name(one.client) + " takes part in " + one.options.path + " already.";
        };
        return each(c, check, [&](const StartRecipe& one) {
            tell(one, [&](Client& client) { client.startRecipe(m_w.m_now, one.options, m_w.m_effects); });
            const bool provides = one.options.kind == RecipeKind::Service && one.options.role == RecipeRole::Provide;
            if (provides && !host(one.client).frozen) m_w.provideService(one.client, one.options, m_command, m_trace);
        });
    }
    std::string operator()(const LeaveRecipe& c) {
        const auto check = [&](const LeaveRecipe& one) {
            if (auto why = noSession(one.client); !why.empty()) return why;
            const RecipePart* part = host(one.client).client.recipes().find(one.path);
            const std::string who = name(one.client);
            if (host(one.client).frozen) return std::string();   // what it will find when it goes on nobody knows
            if (!part || part->state == RecipeState::Done) return who + " takes no part in " + one.path + ".";
            const std::string_view word = recipeEndWord(recipeEnd(part->kind, part->role));
            if (recipeEnd(part->kind, part->role) == one.end) return std::string();
            return who + " takes part in " + one.path + ", but the word for its end there is '" + std::string(word) + "'.";
        };
        return each(c, check, [&](const LeaveRecipe& one) {
            tell(one, [&](Client& client) { client.leaveRecipe(m_w.m_now, one.path, m_w.m_effects); });
            if (!host(one.client).frozen) m_w.leaveServices(one.client, one.path, false, m_command, m_trace);
        });
    }
    std::string operator()(const UseResource& c) {
        const auto check = [&](const UseResource& one) {
            if (auto why = noClient(one.client); !why.empty()) return why;
            return host(one.client).client.state() == Client::State::Dead ? name(one.client) + " is dead." : std::string();
        };
        return each(c, check, [&](const UseResource& one) {
            if (!m_thawing && host(one.client).frozen) m_w.editClient(one.client).told.push_back(one);
            else m_w.useResource(one, m_command, m_trace);
        });
    }
    std::string operator()(const ClientLoad& c) {
        return clientCommand(c, [&](Client& client) {
            client.setLoad(m_w.m_now, Load{c.outstanding, c.bytes, c.total, 0}, m_w.m_effects);
        });
    }
    std::string operator()(const SetCallbackTime& c) {
        if (auto why = noSession(c.client); !why.empty()) return why;
        begin();
        return onClient(c.client, [&](Client& client) { client.setCallbackTime(c.takes); });
    }
    std::string operator()(const FreezeClient& c) {
        if (auto why = noSession(c.client); !why.empty()) return why;
        if (c.frozen && host(c.client).frozen) return name(c.client) + " is frozen already.";
        if (!c.frozen && !host(c.client).frozen) return name(c.client) + " is not frozen.";
        begin();
        m_w.editClient(c.client).frozen = c.frozen;
        m_command = note(c.frozen ? EventKind::ClientFrozen : EventKind::ClientThawed, c.client, {});
        if (!c.frozen) thaw(m_w.editClient(c.client));
        return {};
    }
    std::string operator()(const StandAt& c) {
        if (c.server) {
            if (auto why = unknown(c.server); !why.empty()) return why;
        }
        if (c.client.value < 1 || c.client.value > 200) return "Clients are numbered from C1 to C200.";
        begin();
        make(c.client);
        m_w.standAt(c.client, c.server, m_trace, m_command);
        return {};
    }
    std::string operator()(const LookupService& c) {
        return serviceCommand(c, [&] { m_w.lookUp(c, m_command, m_trace); });
    }
    std::string operator()(const Say& c) {
        Event e;
        e.kind = EventKind::Say;
        e.text = m_trace.addText(c.text);
        m_w.log(m_trace, e, kNoEvent);
        return {};
    }

private:
    Life life(ServerId s) const { return m_w.host(s).life; }
    std::string unknown(ServerId s) const {
        if (m_w.config().has(s)) return {};
        return "There is no server " + name(s) + "; the ensemble has S1 to S" + std::to_string(m_w.config().serverCount()) + ".";
    }
    std::string notRunning(ServerId s) const {
        if (auto why = unknown(s); !why.empty()) return why;
        return life(s) == Life::Up || life(s) == Life::Frozen ? std::string() : name(s) + " is not running.";
    }
    /// A command for a range of clients: checked for all of them before anything is done for one.
    template <class C, class Check, class Act>
    std::string each(C c, Check check, Act act) {
        const int first = c.client.value, last = std::max(first, c.last.value);
        c.last = {};
        for (int i = first; i <= last && !m_thawing; ++i) {
            c.client = ClientId{i};
            if (auto why = check(c); !why.empty()) return why;
        }
        if (!m_thawing) begin();
        for (int i = first; i <= last; ++i) {
            c.client = ClientId{i};
            act(c);
        }
        return {};
    }
    /// What its application does next; a frozen one does it when it goes on.
    template <class C, class F>
    void tell(const C& c, F f) {
        if (!m_thawing && host(c.client).frozen) m_w.editClient(c.client).told.push_back(c);
        else onClient(c.client, f);
    }
    void begin() {
        Event e;
        e.kind = EventKind::Command;
        if (!m_line.empty()) e.text = m_trace.addText(m_line);
        m_command = m_w.log(m_trace, e, kNoEvent);
    }
    EventId note(EventKind kind, ActorId actor, std::array<std::int64_t, 6> args, ActorId peer = {}) {
        Event e;
        e.kind = kind;
        e.actor = actor;
        e.peer = peer;
        e.args = args;
        return m_w.log(m_trace, e, m_command);
    }
    template <class F>
    void run(ServerId s, F f) {
        m_w.m_effects.begin(s);
        m_w.m_input = m_command;
        f(m_w.editHost(s));
        m_w.carry(s, m_trace);
    }
    template <class F>
    std::string onClient(ClientId c, F f) {
        m_w.m_effects.begin(c);
        m_w.m_input = m_command;
        Client& client = m_w.editClient(c).client;
        f(client);
        client.runRecipes(m_w.m_now, m_w.m_effects);
        m_w.carry(c, m_trace);
        return {};
    }
    void make(ClientId c) {
        for (int i = static_cast<int>(m_w.m_clients.size()) + 1; i <= c.value; ++i) {
            ClientHost h;
            h.client = Client(ClientId{i}, m_w.config().serverCount(), m_w.scenario().clientTimeout, m_w.scenario().seed);
            h.client.seedRecipes(m_w.scenario().seed * 1000003 + static_cast<std::uint64_t>(i));
            m_w.m_clients.emplace_back(std::move(h));
        }
    }
    /// A client without a session may still provide and look up: not every registry asks for one.
    std::string noProcess(ClientId c) const {
        if (c.value < 1 || c.value > static_cast<int>(m_w.m_clients.size())) return "There is no client " + name(c) + "; connect it first.";
        const Client::State state = m_w.m_clients[static_cast<std::size_t>(c.value - 1)]->client.state();
        if (state == Client::State::Idle || state == Client::State::Dead || state == Client::State::Closed) return name(c) + " is not running; connect it first.";
        return {};
    }
    /// As clientCommand, but without a session it may still do this: not every registry asks for one.
    template <class C, class F>
    std::string serviceCommand(const C& c, F f) {
        if (!m_thawing) {
            if (auto why = noProcess(c.client); !why.empty()) return why;
            begin();
            if (host(c.client).frozen) {
                m_w.editClient(c.client).told.push_back(c);
                return {};
            }
        }
        f();
        return {};
    }
    const ClientHost& host(ClientId c) const { return *m_w.m_clients[static_cast<std::size_t>(c.value - 1)]; }
    std::string noClient(ClientId c) const {
        const bool there = c.value >= 1 && c.value <= static_cast<int>(m_w.m_clients.size());
        return there ? std::string() : "There is no client " + name(c) + "; connect it first.";
    }
    std::string noSession(ClientId c) const {
        if (auto why = noClient(c); !why.empty()) return why;
        const Client::State state = host(c).client.state();
        if (state == Client::State::Dead || state == Client::State::Closed || state == Client::State::Expired)
            return name(c) + " has no session any more; connect it again first.";
        return {};
    }
    template <class C, class F>
    std::string clientCommand(const C& c, F f) {
        if (!m_thawing) {
            if (auto why = noSession(c.client); !why.empty()) return why;
            begin();
        }
        tell(c, f);
        return {};
    }
    // The application goes on where it stood: it believes that no time has passed. Then its SendThread looks at the clock, before it
    // reads what is in the socket (ClientCnxn.SendThread.run); only then come the packets, in the order of their arrival.
    void thaw(ClientHost& h) {
        std::vector<PendingInput> arrived = std::exchange(h.arrived, {});
        std::stable_partition(arrived.begin(), arrived.end(), [](const PendingInput& in) { return in.kind == InputKind::Timer && in.timer == TimerKind::ClientWake; });
        dueNow(std::move(arrived));
        m_thawing = true;
        for (const Command& c : std::exchange(h.told, {})) std::visit(*this, c);
    }
    /// Everything that waited for somebody who stood still is due now, in this order.
    void dueNow(std::vector<PendingInput> arrived) {
        m_w.m_frontRank -= static_cast<std::int64_t>(arrived.size());
        std::int64_t rank = m_w.m_frontRank;
        for (PendingInput& in : arrived) {
            in.due = m_w.m_now;
            in.rank = rank++;
            m_w.push(std::move(in));
        }
    }
    template <class F>
    std::string lines(ServerId a, ServerId b, F f) {
        if (auto why = unknown(a); !why.empty()) return why;
        if (b) {
            if (auto why = unknown(b); !why.empty()) return why;
            if (a == b) return name(a) + " has no link to itself.";
        }
        begin();
        for (int i = 1; i <= m_w.config().serverCount(); ++i)
            if (i != a.value && (!b || b.value == i)) f(a, ServerId{i});
        return {};
    }
    template <class F>
    void forAllPairs(F f) {
        for (int a = 1; a <= m_w.config().serverCount(); ++a)
            for (int b = a + 1; b <= m_w.config().serverCount(); ++b) f(ServerId{a}, ServerId{b});
    }
    void heal(ServerId a, ServerId b) {
        if (!m_w.line(a, b).cut && !m_w.line(b, a).cut) return;
        const EventId event = note(EventKind::LinkHealed, a, {}, b);
        m_w.releasePackets(a, b, m_trace, event);
        m_w.releasePackets(b, a, m_trace, event);
    }
    PendingInput* packet(std::uint64_t sequence) {
        return m_w.m_pending.find([&](const PendingInput& in) { return in.kind == InputKind::Packet && in.sequence == sequence; });
    }
    std::string noPacket(std::uint64_t sequence) const {
        for (const auto& line : m_w.m_lines)
            for (const PendingInput& in : line->held)
                if (in.sequence == sequence) return "Packet #" + std::to_string(sequence) + " waits at a cut link; heal it first.";
        return "No packet #" + std::to_string(sequence) + " is on its way.";
    }
    /// The packet that its connection delivers first; a vote comes on its own.
    std::uint64_t first(const PendingInput& in) const {
        const PendingInput* best = &in;
        if (in.connection == 0) return in.sequence;
        m_w.m_pending.forEach([&](const PendingInput& p) {
            if (p.kind == InputKind::Packet && sameConnection(p, in) && firesLater(*best, p)) best = &p;
        });
        return best->sequence;
    }
    void remove(std::uint64_t sequence) {
        m_w.m_pending.take([&](const PendingInput& in) { return in.kind == InputKind::Packet && in.sequence == sequence; },
                           [](PendingInput&&) {});
    }
    World& m_w;
    std::string_view m_line;
    Trace& m_trace;
    EventId m_command = kNoEvent;
    bool m_thawing = false;   ///< what comes now was said earlier
};

std::string World::apply(const Command& command, std::string_view line, Trace& trace) {
    return std::visit(Commands(*this, line, trace), command);
}

}  // namespace zab
