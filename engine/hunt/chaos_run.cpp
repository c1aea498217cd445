// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/chaos_run.h"

#include "engine/base/check.h"
#include "engine/hunt/replay.h"
#include "engine/script/script.h"
#include "engine/script/words.h"

#include <algorithm>

namespace zab {

ChaosRun::ChaosRun(const ChaosOptions& options, std::uint64_t seed)
    : m_options(options), m_seed(seed), m_random(seed), m_lab(scenario(options, seed, m_random), false) {}

Scenario ChaosRun::scenario(const ChaosOptions& options, std::uint64_t seed, Prng& random) {
    Scenario s;
    s.seed = seed;
    s.ensemble.curedRecovery = options.curedRecovery;
    s.ensemble.variants = options.variants;
    const int servers = options.servers > 0 ? options.servers : random.below(2) == 0 ? 3 : 4 + static_cast<int>(random.below(2));
    const std::int64_t observers = servers > 3 && random.below(3) == 0 ? 1 + random.below(servers - 3) : 0;
    for (int i = 1; i <= servers; ++i) {
        MemberConfig m{ServerId{i}};
        m.observer = i <= observers;   // the small ids, so that ids and votes do not go together
        s.ensemble.members.push_back(m);
    }
    constexpr std::int64_t ticks[] = {100, 200, 500, 1000, 2000};
    s.ensemble.tickTime = msec(ticks[random.below(5)]);
    // A join has time for the first waits of an election (0.2, 0.4, 0.8 s, §2.4): where it has less, a quorum can miss it for ever.
    const std::int64_t enough = sec(2).us / s.ensemble.tickTime.us;
    s.ensemble.initLimit = static_cast<int>(std::max(5 + random.below(6), enough));
    s.ensemble.syncLimit = 2 + static_cast<int>(random.below(4));
    if (random.below(3) != 0) s.ensemble.snapCount = 4 + static_cast<int>(random.below(random.below(2) == 0 ? 60 : 600));
    if (random.below(8) == 0) s.ensemble.forceSnapshotSync = true;
    if (random.below(8) == 0) s.ensemble.counterLimit = 20 + random.below(300);
    const std::int64_t factor = random.below(4);
    s.ensemble.snapshotSizeFactor = factor == 0 ? 0 : factor == 1 ? 0.33 : -1;
    s.ensemble.containerCheckInterval = msec(500 + random.below(20000));
    s.network.latency = usec(200 + random.below(5000));
    s.network.jitter = usec(random.below(3000));
    s.disk.fsync = usec(300 + random.below(8000));
    s.disk.jitter = usec(random.below(4000));
    s.clientTimeout = s.ensemble.tickTime * (2 + random.below(10));
    return s;
}

// --- Running ---------------------------------------------------------------------------------------------------------

void ChaosRun::play() {
    ++m_counts.runs;
    try {
        drawRates();
        start();
        faultsAndClients(now() + (m_options.length > SimTime{} ? m_options.length : usec(sec(30).us >> below(5))));
        if (goesOn()) heal();
    } catch (const BrokenPromise& e) {
        Finding f;
        f.script = documentOf(m_lab.scenario(), m_lab.commands(), title()) + "at " + script::secondsText(now()) + " after " + std::to_string(m_lab.step()) +
                   (m_broke.empty() ? " run 1s" : " " + m_broke) + "\n";
        f.seed = m_seed;
        f.broken = e.what();
        m_finding = std::move(f);
    }
    m_counts.time = now();
    m_counts.inputs = static_cast<std::int64_t>(m_lab.world().events());
    m_counts.events = m_lab.trace().size();
}

void ChaosRun::runUntil(SimTime end) {
    while (goesOn()) {
        const SimTime due = m_later.empty() ? end : std::min(end, m_later.begin()->first);
        if (m_lab.stepInput(due)) {
            look();
            continue;
        }
        m_lab.advanceTo(due);
        if (m_later.empty() || m_later.begin()->first > due) return;
        const Command c = std::move(m_later.extract(m_later.begin()).mapped());
        command(c);
    }
}

bool ChaosRun::command(const Command& c) {
    if (!goesOn()) return false;
    bool done = false;
    try {
        done = m_lab.execute(c).empty();
    } catch (const BrokenPromise&) {
        m_broke = formatCommand(c);
        throw;
    }
    if (done) look();
    return done;
}

void ChaosRun::look() {
    const Trace& trace = m_lab.trace();
    for (; m_read < trace.size(); ++m_read) count(trace.at(m_read));
    const auto& violations = m_lab.checker().violations();
    if (violations.size() == m_violations || !goesOn()) return;
    m_violations = violations.size();
    m_finding = findingOf(m_lab, violations.front(), title());
    m_finding->seed = m_seed;
}

void ChaosRun::count(const Event& e) {
    m_coverage.count(e);
    if (e.kind == m_moment && e.actor.isServer() && oneIn(m_oneInMoments)) comeTo(e);
    switch (e.kind) {
        case EventKind::Committed: ++m_counts.commits; break;
        case EventKind::LeaderEstablished: ++m_counts.leaders; break;
        case EventKind::ClientReply: m_counts.operations += e.args[4] > 0; break;
        case EventKind::ServerCrashed:
            ++m_counts.crashes;
            if (e.args[1] > 0 && m_lab.scenario().ensemble.isVoter(e.actor.server())) m_counts.excused = 1;   // chaos.h
            break;
        default: break;
    }
}

/// `shortest`, doubled again and again with one chance in two, and then spread.
SimTime ChaosRun::heavyTail(SimTime shortest, int doublings) {
    SimTime t = shortest;
    while (doublings-- > 0 && oneIn(2)) t = t * 2;
    return t + usec(below(t.us));
}

ServerId ChaosRun::leader() const {
    for (int i = 1; i <= servers(); ++i)
        if (life(ServerId{i}) == Life::Up && m_lab.world().host(ServerId{i}).server.replica().state() == ServerState::Leading) return ServerId{i};
    return {};
}

// --- Clients ---------------------------------------------------------------------------------------------------------

/// About half of all faults are off in each run: what happens often must not hide what needs quiet.
void ChaosRun::drawRates() {
    m_shortest = msec(20 << below(6));
    for (SimTime& every : m_every)
        if (oneIn(2)) every = msec(400 << below(6));
    auto& lying = m_every[static_cast<std::size_t>(Fault::LyingDisk)];
    if (!oneIn(4)) lying = {};   // it ends most runs early
    m_clients = 2 + below(6);
    m_writes = 20 + below(60);
    m_watches = below(100);
    m_paths = 2 + below(10);
    const std::int64_t operations = m_options.operationsPerSecond > 0 ? m_options.operationsPerSecond : 100 >> below(4);
    m_operationEvery = usec(1000000 / operations);
    if (oneIn(2)) drawMoment();
}

void ChaosRun::drawMoment() {
    constexpr Fault how[] = {Fault::Crash, Fault::Crash, Fault::Freeze, Fault::Isolate};
    m_moment = kMoments[below(std::size(kMoments))];
    m_atMoment = how[below(std::size(how))];
    m_oneInMoments = std::int64_t{1} << below(8);
}

void ChaosRun::start() {
    StartServers all;
    for (int i = 1; i <= servers(); ++i)
        if (!oneIn(10)) all.servers.push_back(ServerId{i});
    command(all);
    for (int i = 1; i <= servers(); ++i)
        if (life(ServerId{i}) == Life::Down) later(usec(below(3000000)), StartServers{{ServerId{i}}});
    runUntil(msec(below(1000)));
    for (std::int32_t c = 1; c <= m_clients; ++c) connect(ClientId{c});
}

void ChaosRun::connect(ClientId client) { command(ConnectClient{client, oneIn(3) ? ServerId{} : anyServer(), {}}); }

void ChaosRun::faultsAndClients(SimTime end) {
    for (std::size_t f = 0; f < m_every.size(); ++f) m_next[f] = m_every[f].us ? now() + usec(below(m_every[f].us * 2)) : kNever;
    m_nextOperation = now();
    while (goesOn() && now() < end) {
        const auto fault = std::min_element(m_next.begin(), m_next.end());
        const SimTime next = std::min({*fault, m_nextOperation, end});
        runUntil(next);
        if (next == end || !goesOn()) continue;
        if (next == m_nextOperation) {
            m_nextOperation = next + usec(1 + below(m_operationEvery.us * 2));
            operate();
        } else {
            const auto kind = static_cast<std::size_t>(fault - m_next.begin());
            *fault = next + usec(1 + below(m_every[kind].us * 2));
            happen(static_cast<Fault>(kind));
        }
    }
}

void ChaosRun::operate() {
    constexpr int kMostOutstanding = 64;
    const ClientId c = anyClient();
    if (!client(c).isAlive()) return connect(c);
    if (client(c).outstanding() >= kMostOutstanding) return;
    ClientCall call{c, request(), {}};
    call.manner.async = oneIn(3);
    command(call);
}

Request ChaosRun::request() {
    if (below(100) < m_writes) return write();
    Request r;
    r.path = "/z" + std::to_string(below(m_paths));
    r.watch = below(100) < m_watches;
    const std::int64_t kind = below(20);
    if (kind < 9) r.op = OpCode::GetData;
    else if (kind < 14) r.op = OpCode::Exists;
    else if (kind < 17) r.op = OpCode::GetChildren, r.path = oneIn(2) ? "/" : r.path;
    else if (kind < 19) r.op = OpCode::Sync, r.watch = false;
    else r.op = OpCode::AddWatch, r.watch = false, r.watchMode = oneIn(2) ? WatchMode::Persistent : WatchMode::PersistentRecursive;
    return r;
}

Request ChaosRun::write() {
    Request r;
    r.path = "/z" + std::to_string(below(m_paths));
    r.data.assign(static_cast<std::size_t>(below(12)), 'd');
    const std::int64_t kind = below(20);
    if (kind < 9) {
        r.op = OpCode::SetData;
        if (oneIn(8)) r.version = static_cast<std::int32_t>(below(3));
        return r;
    }
    if (kind < 13) {
        r.op = OpCode::Delete;
        r.data.clear();
        return r;
    }
    const std::int64_t mode = below(10);
    r.mode = mode < 4 ? CreateMode::Persistent : mode < 7 ? CreateMode::Ephemeral : mode < 8 ? CreateMode::Container : mode < 9 ? CreateMode::PersistentSequential : CreateMode::EphemeralSequential;
    if (isSequential(r.mode)) r.path += "/s-";
    r.op = createOp(r.mode);
    return r;
}

}  // namespace zab
