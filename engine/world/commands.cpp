// SPDX-License-Identifier: GPL-3.0-or-later
// What a person, a script or a random run does to a world. A command that makes no sense changes nothing and says why.
#include "engine/base/check.h"
#include "engine/world/client_commands.h"

#include <algorithm>
#include <utility>

namespace zab {

// Servers, links, disks and packets.
class ServerCommands : CommandFrame {
public:
    using CommandFrame::CommandFrame;

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
            run(s, [&](Host& h) { h.server.start(m_w.config(), h.clock.at(m_w.m_now), m_w.m_effects); });
            if (life(s) == Life::Up) m_w.resendVotes(s, m_trace, m_command);
            m_w.startEureka(s, m_trace, m_command);
        }
        return {};
    }
    std::string operator()(const CrashServer& c) {
        if (auto why = notRunning(c.server); !why.empty()) return why;
        begin();
        Host& h = m_w.editHost(c.server);
        const TxnLog& log = h.server.replica().disk().log;
        const std::size_t lost = c.keepUnsynced ? 0 : log.atRisk() - std::min(log.atRisk(), static_cast<std::size_t>(c.keep));
        const std::size_t reported = lost - std::min(lost, log.unsynced());
        const EventId event = note(EventKind::ServerCrashed, c.server, {static_cast<std::int64_t>(lost), static_cast<std::int64_t>(reported)});
        m_w.endEureka(c.server, m_trace, event);
        m_w.processEnds(c.server, m_trace, event);
        h.server.crash(lost, c.torn);
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
        run(c.server, [&](Host& h) { h.server.forceTimeout(m_w.config(), h.clock.at(m_w.m_now), m_w.m_effects); });
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
    std::string operator()(const SetLying& c) {
        if (c.server) {
            if (auto why = unknown(c.server); !why.empty()) return why;
        }
        begin();
        for (int i = 1; i <= m_w.config().serverCount(); ++i)
            if (!c.server || c.server.value == i) m_w.editHost(ServerId{i}).server.editReplica().editDisk().log.setLying(c.lies);
        return {};
    }
    /// It goes on from what it shows now; what it waits for comes when it shows the same time as before.
    std::string operator()(const SetClock& c) {
        if (auto why = unknown(c.server); !why.empty()) return why;
        begin();
        Host& h = m_w.editHost(c.server);
        const Host::Clock old = h.clock;
        h.clock = {m_w.m_now, old.at(m_w.m_now), c.percent};
        m_w.m_pending.change([&](PendingInput& p) {
            if (p.kind == InputKind::Timer && p.to == ActorId(c.server) && p.timer != TimerKind::EurekaTask) p.due = std::max(m_w.m_now, h.clock.when(old.at(p.due)));
        });
        return {};
    }
    std::string operator()(const Demand& c) {
        if (c.servers.empty()) return "There is no server to demand anything of.";
        std::int64_t servers = 0;
        for (const ServerId s : c.servers) {
            if (auto why = unknown(s); !why.empty()) return why;
            servers |= std::int64_t{1} << s.value;
        }
        begin();
        note(EventKind::Demanded, {}, {servers, c.within.us});
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
        return drop(*in);
    }
    std::string operator()(const DropInput& c) {
        const PendingInput* in = c.input.kind == InputKind::Packet ? m_w.find(c.input) : nullptr;
        return in ? drop(*in) : noInput(c.input);
    }
    std::string operator()(const DeliverInput& c) {
        const PendingInput* in = m_w.find(c.input);
        if (!in) return noInput(c.input);
        begin();
        PendingInput taken = remove(in->sequence);
        m_w.m_now = std::max(m_w.m_now, taken.due);
        ++m_w.m_inputs;
        m_w.deliver(taken, m_trace);
        m_w.carry(taken.to, m_trace);
        return {};
    }
    std::string operator()(const DuplicatePacket& c) {
        const PendingInput* in = packet(c.sequence);
        return in ? duplicate(*in) : noPacket(c.sequence);
    }
    std::string operator()(const DuplicateInput& c) {
        const PendingInput* in = c.input.kind == InputKind::Packet ? m_w.find(c.input) : nullptr;
        return in ? duplicate(*in) : noInput(c.input);
    }
    std::string operator()(const PassTime& c) {
        begin();
        m_w.m_now += c.time;
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
    std::string operator()(const Say& c) {
        Event e;
        e.kind = EventKind::Say;
        e.text = m_trace.addText(c.text);
        m_w.log(m_trace, e, kNoEvent);
        return {};
    }

private:
    Life life(ServerId s) const { return m_w.host(s).life; }
    std::string notRunning(ServerId s) const {
        if (auto why = unknown(s); !why.empty()) return why;
        return life(s) == Life::Up || life(s) == Life::Frozen ? std::string() : name(s) + " is not running.";
    }
    template <class F>
    void run(ServerId s, F f) {
        m_w.m_effects.begin(s);
        m_w.m_input = m_command;
        f(m_w.editHost(s));
        m_w.carry(s, m_trace);
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
    std::string duplicate(const PendingInput& in) {
        begin();
        if (in.connection != 0) {
            Event e = m_w.packetEvent(EventKind::Ignored, in);
            e.rule = RuleId::PacketDuplicateDiscarded;
            e.args = {static_cast<std::int64_t>(in.sequence)};
            m_w.log(m_trace, e, m_command);
            return {};
        }
        PendingInput copy = in;
        copy.sequence = m_w.m_sequence++;
        m_w.push(std::move(copy));
        return {};
    }
    std::string drop(PendingInput lost) {
        begin();
        Event e = m_w.packetEvent(EventKind::PacketLost, lost);
        e.rule = lost.connection == 0 ? RuleId::PacketLostVote : RuleId::PacketDropped;
        e.args = {static_cast<std::int64_t>(lost.sequence)};
        const EventId event = m_w.log(m_trace, e, m_command);
        remove(lost.sequence);
        if (lost.connection != 0) m_w.breakConnection(lost, event, m_trace);
        else m_w.editLine(lost.from.server(), lost.to.server()).voteLost = true;
        return {};
    }
    static std::string noInput(const InputName& input) { return "No such input may come next: " + toString(input) + "."; }
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
    PendingInput remove(std::uint64_t sequence) {
        PendingInput removed;
        m_w.m_pending.take([&](const PendingInput& in) { return in.sequence == sequence; }, [&](PendingInput&& in) { removed = std::move(in); });
        return removed;
    }
};

std::string World::apply(const Command& command, std::string_view line, Trace& trace) {
    return std::visit(
        [&](const auto& c) -> std::string {
            if constexpr (requires(ClientCommands told) { told(c); }) return ClientCommands(*this, line, trace)(c);
            else return ServerCommands(*this, line, trace)(c);
        },
        command);
}

}  // namespace zab
