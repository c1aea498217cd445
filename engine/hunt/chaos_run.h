// SPDX-License-Identifier: GPL-3.0-or-later
// One run of chaos: an ensemble, clients and faults, all drawn from one seed, through the same commands that a person has.
#pragma once

#include "engine/hunt/chaos.h"
#include "engine/lab/lab.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zab {

/// What can go wrong of itself. Each kind has a rate of its own in each run, or none.
enum class Fault : std::uint8_t {
    Crash, CrashLeader, CrashAll, Freeze, FreezeLeader, Timeout,
    Cut, CutOneWay, Partition, Isolate, IsolateLeader, Clog, Flaky,
    SlowDisk, LyingDisk, SlowClock,
    Delay, Drop, Repeat, Overtake,
    ClientCrash, ClientCloses, ClientMoves, ClientFreezes,
    Count_
};

/// Where the protocol turns: whoever comes there may break at once. A rate alone seldom meets the few milliseconds behind it.
constexpr EventKind kMoments[] = {
    EventKind::ServerStarted, EventKind::StateChanged, EventKind::LeaderElected, EventKind::EpochDecided, EventKind::EpochAcked, EventKind::SyncPlanned,
    EventKind::NewLeaderAccepted, EventKind::LeaderEstablished, EventKind::ServerServing, EventKind::ProposalMade, EventKind::Committed,
    EventKind::FsyncStarted, EventKind::SnapshotTaken, EventKind::SnapshotLoaded, EventKind::LogTruncated, EventKind::CurrentEpochWritten,
};

class ChaosRun {
public:
    ChaosRun(const ChaosOptions& options, std::uint64_t seed);

    void play();
    const Lab& lab() const { return m_lab; }
    const std::optional<Finding>& finding() const { return m_finding; }
    const Coverage& coverage() const { return m_coverage; }
    const ChaosCounts& counts() const { return m_counts; }

private:
    static Scenario scenario(const ChaosOptions& options, std::uint64_t seed, Prng& random);

    // Running
    bool goesOn() const { return !m_finding && m_counts.excused == 0; }
    void runUntil(SimTime end);
    bool command(const Command& c);
    void look();
    std::string title() const { return "Chaos, run " + std::to_string(m_seed); }
    void count(const Event& e);

    // What happens
    void drawRates();
    void drawMoment();
    void comeTo(const Event& moment);
    void start();
    void faultsAndClients(SimTime end);
    void operate();
    void connect(ClientId client);
    Request request();
    Request write();
    void happen(Fault fault);
    void serverFault(Fault fault, ServerId server);
    void linkFault(Fault fault);
    void machineFault(Fault fault);
    void packetFault(Fault fault);
    void clientFault(Fault fault);
    void crash(ServerId server);
    void later(SimTime delay, Command c) { m_later.emplace(now() + delay, std::move(c)); }
    void heal();
    void startAnew();
    void breakForGood(const std::vector<ServerId>& servers, bool notNow);
    void slowLinks(const std::vector<ServerId>& healed);
    void repair(ServerId server);
    Command breaking(ServerId server);

    // Draws
    std::int64_t below(std::int64_t n) { return m_random.below(n); }
    bool oneIn(std::int64_t n) { return m_random.below(n) == 0; }
    SimTime heavyTail(SimTime shortest, int doublings);
    SimTime duration() { return heavyTail(m_shortest, 6); }
    ServerId anyServer() { return ServerId{static_cast<std::int32_t>(1 + below(servers()))}; }
    ServerId leader() const;
    ClientId anyClient() { return ClientId{static_cast<std::int32_t>(1 + below(m_clients))}; }

    SimTime now() const { return m_lab.world().now(); }
    int servers() const { return m_lab.world().config().serverCount(); }
    Life life(ServerId s) const { return m_lab.world().host(s).life; }
    const Client& client(ClientId c) const { return m_lab.world().clients()[static_cast<std::size_t>(c.value - 1)]->client; }

    const ChaosOptions& m_options;
    const std::uint64_t m_seed;
    Prng m_random;
    Lab m_lab;
    EventId m_read = 0;
    std::size_t m_violations = 0;
    std::optional<Finding> m_finding;
    std::string m_broke;                       ///< the command that could not be carried out
    Coverage m_coverage;
    ChaosCounts m_counts;

    std::array<SimTime, static_cast<std::size_t>(Fault::Count_)> m_every{};   ///< mean interval; 0: not in this run
    std::array<SimTime, static_cast<std::size_t>(Fault::Count_)> m_next{};
    std::multimap<SimTime, Command> m_later;   ///< how what broke ends
    SimTime m_shortest;                        ///< no fault is shorter
    SimTime m_operationEvery;
    SimTime m_nextOperation;
    std::optional<EventKind> m_moment;         ///< at which servers break
    Fault m_atMoment = Fault::Crash;           ///< how
    std::int64_t m_oneInMoments = 1;           ///< how often
    std::vector<ServerId> m_falling;           ///< those that are not healed and have not come to it
    std::int64_t m_clients = 1;
    std::int64_t m_writes = 50;                ///< of a hundred operations
    std::int64_t m_watches = 50;               ///< of a hundred reads
    std::int64_t m_paths = 6;
};

}  // namespace zab
