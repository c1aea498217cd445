// SPDX-License-Identifier: GPL-3.0-or-later
// What breaks in a run of chaos, for how long, and what is healed in the end.
#include "engine/hunt/chaos_run.h"

#include <algorithm>
#include <utility>

namespace zab {

void ChaosRun::happen(Fault fault) {
    switch (fault) {
        case Fault::Crash:
        case Fault::Freeze:
        case Fault::Timeout: return serverFault(fault, anyServer());
        case Fault::CrashLeader:
        case Fault::FreezeLeader:
            if (const ServerId l = leader()) serverFault(fault == Fault::CrashLeader ? Fault::Crash : Fault::Freeze, l);
            return;
        case Fault::CrashAll:
            for (int i = 1; i <= servers(); ++i) serverFault(Fault::Crash, ServerId{i});
            return;
        case Fault::Cut:
        case Fault::CutOneWay:
        case Fault::Partition:
        case Fault::Isolate:
        case Fault::IsolateLeader:
        case Fault::Clog:
        case Fault::Flaky: return linkFault(fault);
        case Fault::SlowDisk:
        case Fault::LyingDisk:
        case Fault::SlowClock: return machineFault(fault);
        case Fault::Delay:
        case Fault::Drop:
        case Fault::Repeat:
        case Fault::Overtake: return packetFault(fault);
        case Fault::ClientCrash:
        case Fault::ClientCloses:
        case Fault::ClientMoves:
        case Fault::ClientFreezes: return clientFault(fault);
        case Fault::Count_: return;
    }
}

void ChaosRun::serverFault(Fault fault, ServerId server) {
    if (life(server) == Life::Exited || life(server) == Life::Refused) {   // a supervisor starts a process that ended
        command(StartServers{{server}});
        return;
    }
    if (fault == Fault::Timeout) {
        command(ForceTimeout{server});
    } else if (fault == Fault::Freeze) {
        if (command(FreezeServer{server, true})) later(duration(), FreezeServer{server, false});
    } else {
        crash(server);
    }
}

/// It breaks with the next input, or a few milliseconds later.
void ChaosRun::comeTo(const Event& moment) {
    const ServerId server = moment.actor.server();
    if (m_lab.checker().liveness().isOpen()) {
        if (std::erase(m_falling, server)) later(usec(below(10000)), breaking(server));
        return;
    }
    const SimTime delay = oneIn(2) ? SimTime{} : usec(below(10000));
    const SimTime end = delay + duration();
    if (m_atMoment == Fault::Crash) {
        later(delay, oneIn(2) ? CrashServer{server, true} : CrashServer{server, false, below(4)});
        later(end, StartServers{{server}});
    } else if (m_atMoment == Fault::Freeze) {
        later(delay, FreezeServer{server, true});
        later(end, FreezeServer{server, false});
    } else {
        later(delay, CutLink{server, {}, false});
        later(end, HealLink{server, {}});
    }
}

/// Of what was not fsynced any suffix is lost, and the first record of it may be torn.
void ChaosRun::crash(ServerId server) {
    CrashServer c{server};
    const auto atRisk = static_cast<std::int64_t>(m_lab.world().host(server).server.replica().disk().log.atRisk());
    c.keep = below(atRisk + 1);
    c.torn = c.keep < atRisk && oneIn(2);
    if (command(c)) later(duration(), StartServers{{server}});
}

void ChaosRun::linkFault(Fault fault) {
    const bool isolates = fault == Fault::Isolate || fault == Fault::IsolateLeader;
    ServerId a = fault == Fault::IsolateLeader ? leader() : anyServer();
    ServerId b = isolates ? ServerId{} : anyServer();
    if (!a || a == b || servers() < 2) return;
    if (fault == Fault::Partition) {
        Partition p;
        p.sides.resize(2);
        for (int i = 1; i <= servers(); ++i) p.sides[static_cast<std::size_t>(below(2))].push_back(ServerId{i});
        if (!command(p)) return;
        const SimTime end = duration();
        for (const ServerId x : p.sides[0])
            for (const ServerId y : p.sides[1]) later(end, HealLink{x, y});
    } else if (fault == Fault::Clog || fault == Fault::Flaky) {
        const NetworkConfig& net = m_lab.scenario().network;
        SetLink l{a, oneIn(4) ? ServerId{} : b, net.latency, net.jitter, 0, 0};
        if (fault == Fault::Clog) l.latency = heavyTail(msec(10), 9), l.jitter = usec(below(l.latency.us));
        else l.lossPpm = below(400000), l.duplicatePpm = below(400000);
        command(l);
        later(duration(), SetLink{l.a, l.b, net.latency, net.jitter, 0, 0});
    } else {
        command(CutLink{a, b, fault == Fault::CutOneWay || (isolates && oneIn(4))});
        later(duration(), HealLink{a, b});
    }
}

void ChaosRun::machineFault(Fault fault) {
    const ServerId s = anyServer();
    if (fault == Fault::SlowDisk) {
        command(SetFsync{s, heavyTail(msec(10), 8), usec(below(20000))});
        later(duration(), SetFsync{s, m_lab.scenario().disk.fsync, m_lab.scenario().disk.jitter});
    } else if (fault == Fault::LyingDisk) {
        command(SetLying{s, true});
        later(duration(), SetLying{s, false});
    } else {
        command(SetClock{s, static_cast<int>(10 + below(90))});
        later(duration() * 2, SetClock{s, 100});
    }
}

void ChaosRun::packetFault(Fault fault) {
    std::vector<std::uint64_t> numbers;
    m_lab.world().pending().forEach([&](const PendingInput& in) {
        if (in.kind == InputKind::Packet && in.from.isServer() && in.to.isServer()) numbers.push_back(in.sequence);
    });
    if (numbers.empty()) return;
    std::sort(numbers.begin(), numbers.end());
    const std::uint64_t n = numbers[static_cast<std::size_t>(below(static_cast<std::int64_t>(numbers.size())))];
    if (fault == Fault::Drop) command(DropPacket{n});
    else if (fault == Fault::Repeat) command(DuplicatePacket{n});
    else if (fault == Fault::Overtake) command(DeliverNext{n});
    else command(DelayPacket{n, heavyTail(msec(5), 10)});
}

void ChaosRun::clientFault(Fault fault) {
    const ClientId c = anyClient();
    if (fault == Fault::ClientCrash) {
        command(CrashClient{c});
    } else if (fault == Fault::ClientCloses) {
        command(CloseClient{c});
    } else if (fault == Fault::ClientMoves) {
        if (client(c).isAlive()) command(ConnectClient{c, anyServer(), {}});
    } else if (command(FreezeClient{c, true})) {
        later(duration(), FreezeClient{c, false});
    }
}

// --- Healing ---------------------------------------------------------------------------------------------------------

void ChaosRun::heal() {
    std::vector<ServerId> voters, healed, broken;
    for (int i = 1; i <= servers(); ++i) (m_lab.scenario().ensemble.isVoter(ServerId{i}) ? voters : oneIn(2) ? healed : broken).push_back(ServerId{i});
    for (std::size_t i = voters.size(); i > 1; --i) std::swap(voters[i - 1], voters[static_cast<std::size_t>(below(static_cast<std::int64_t>(i)))]);
    const std::size_t quorum = voters.size() / 2 + 1;
    const std::size_t healthy = quorum + (oneIn(3) ? static_cast<std::size_t>(below(static_cast<std::int64_t>(voters.size() - quorum) + 1)) : 0);
    healed.insert(healed.end(), voters.begin(), voters.begin() + static_cast<std::ptrdiff_t>(healthy));
    broken.insert(broken.end(), voters.begin() + static_cast<std::ptrdiff_t>(healthy), voters.end());
    std::sort(healed.begin(), healed.end());
    m_later.clear();
    const SimTime begin = now();
    command(Demand{healed, kHealingBound});   // first: what follows belongs to it
    command(HealAll{});
    // The worst is everything at once: all begin anew, the others fall while all elect, and what is said is under way for long.
    const bool worst = oneIn(2);
    if (worst || oneIn(2)) startAnew();
    breakForGood(broken, worst || oneIn(2));
    for (const ServerId s : healed) repair(s);
    if (worst || oneIn(2)) slowLinks(healed);
    for (std::int32_t c = 1; c <= m_clients; ++c) {
        command(FreezeClient{ClientId{c}, false});
        if (!client(ClientId{c}).isAlive()) connect(ClientId{c});
    }
    while (goesOn() && m_lab.checker().liveness().isOpen()) {
        runUntil(now() + msec(100));
        if (goesOn()) operate();
        for (const ServerId s : healed)
            if (goesOn() && life(s) == Life::Exited) command(StartServers{{s}});
        if (goesOn() && std::erase_if(healed, [this](ServerId s) { return life(s) == Life::Refused; }) > 0) {   // the others owe it without it, if they are enough
            const auto left = static_cast<std::size_t>(std::count_if(healed.begin(), healed.end(), [this](ServerId s) { return m_lab.scenario().ensemble.isVoter(s); }));
            if (left < quorum) break;
            command(Demand{healed, kHealingBound});
        }
    }
    if (m_lab.checker().liveness().isMet(Property::TreesConverge)) m_counts.longestHealing = now() - begin;
    else if (goesOn()) ++m_counts.unjudged;
}

void ChaosRun::startAnew() {
    for (int i = 1; i <= servers(); ++i)
        if (life(ServerId{i}) == Life::Up) command(CrashServer{ServerId{i}});
}

/// At once, or later: at some time, or when it has come that far.
void ChaosRun::breakForGood(const std::vector<ServerId>& servers, bool notNow) {
    constexpr EventKind until[] = {EventKind::StateChanged, EventKind::EpochDecided, EventKind::LeaderEstablished, EventKind::ServerServing};
    m_moment.reset();
    if (notNow && oneIn(2)) m_moment = until[below(std::size(until))];
    m_oneInMoments = 1;
    m_falling = servers;
    for (const ServerId s : servers) {
        if (notNow) repair(s);
        if (notNow) later(usec(below(m_moment ? 5000000 : 1000000)), breaking(s));
        else command(breaking(s));
    }
}

/// A slow line is not a broken one: what is under way in one round of an election arrives in the next.
void ChaosRun::slowLinks(const std::vector<ServerId>& healed) {
    const EnsembleConfig& ensemble = m_lab.scenario().ensemble;
    const SimTime slowest = std::min({healed.size() == 2 ? sec(1) : msec(150), usec(ensemble.syncTimeout().us / 4), usec(ensemble.initTimeout().us / 12)});
    for (std::size_t i = 0; i < healed.size(); ++i)
        for (std::size_t j = i + 1; j < healed.size(); ++j) command(SetLink{healed[i], healed[j], usec(below(slowest.us)), {}, 0, 0});
}

void ChaosRun::repair(ServerId server) {
    const Scenario& s = m_lab.scenario();
    if (servers() > 1) command(SetLink{server, {}, s.network.latency, s.network.jitter, 0, 0});
    command(SetFsync{server, s.disk.fsync, s.disk.jitter});
    command(SetLying{server, false});
    if (m_lab.world().host(server).clock.percent != 100) command(SetClock{server, 100});
    if (life(server) == Life::Frozen) command(FreezeServer{server, false});
    if (life(server) != Life::Up) command(StartServers{{server}});
}

Command ChaosRun::breaking(ServerId server) {
    const std::int64_t how = below(3);
    if (how == 0) return CrashServer{server};
    if (how == 1) return FreezeServer{server, true};
    return CutLink{server, {}, false};
}

}  // namespace zab
