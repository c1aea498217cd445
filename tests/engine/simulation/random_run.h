// SPDX-License-Identifier: GPL-3.0-or-later
// One random run: an ensemble, clients and faults, all drawn from one seed, through the same commands that a person has.
// First anything may break; then everything is healed, and the ensemble has to come back.
#pragma once

#include "engine/base/check.h"
#include "engine/hunt/chaos.h"
#include "engine/lab/lab.h"
#include "engine/trace/trace.h"
#include "tests/engine/simulation/recipe_play.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace zab::simulation {

struct Outcome {
    std::uint64_t seed = 0;
    std::string failure;          ///< empty = good
    EventId decisive = kNoEvent;  ///< the violation's event
    std::uint64_t digest = 0;     ///< of the trace and the world at the end
    std::int64_t events = 0;
    SimTime healing;              ///< virtual time that healing took
    int refused = 0;              ///< servers that refuse to start or to join, as ZooKeeper does
    std::int64_t commits = 0, elections = 0, crashes = 0, turns = 0, taken = 0;
};

class RandomRun {
public:
    /// `curedRecovery`: without the holes that ZooKeeper's own recovery has; they lose data in about one run of a thousand.
    /// With variants it is no wonder if a property falls.
    explicit RandomRun(std::uint64_t seed, bool curedRecovery = true, const Variants& variants = {})
        : m_random(seed), m_lab(scenario(seed, m_random, curedRecovery, variants)), m_contends(contends(seed)), m_recipes(m_lab, m_random) { m_out.seed = seed; }

    const Outcome& play() {
        try {
            start();
            const std::int64_t actions = 30 + m_random.below(80);
            for (std::int64_t i = 0; i < actions && good(); ++i) {
                run(pause());
                act();
            }
            if (good()) heal();
        } catch (const BrokenPromise& e) {
            m_out.failure = std::string("broken promise: ") + e.what();
        }
        Digest d;
        d.add(m_lab.trace().digest());
        d.add(m_lab.world().digest());
        m_out.digest = d.value();
        m_out.events = m_lab.trace().size();
        m_out.taken = m_recipes.elementsTaken();
        return m_out;
    }
    const Lab& lab() const { return m_lab; }

private:
    static bool contends(std::uint64_t seed) { return seed / 3 % 3 == 0; }   // every third of each size of ensemble
    static Scenario scenario(std::uint64_t seed, Prng& random, bool curedRecovery, const Variants& variants) {
        Scenario s;
        s.seed = seed;
        s.ensemble.curedRecovery = curedRecovery;
        s.ensemble.variants = variants;
        if (variants.has(Defect::Zk1277)) s.ensemble.counterLimit = 20;
        const std::int64_t servers = 3 + static_cast<std::int64_t>(seed % 3);
        const std::int64_t observers = random.below(4) == 0 ? 1 + random.below(servers == 5 ? 2 : 1) : 0;
        for (int i = 1; i <= servers; ++i) {
            MemberConfig m{ServerId{i}};
            m.observer = i <= observers && servers - observers >= 2;
            s.ensemble.members.push_back(m);
        }
        if (random.below(3) != 0) s.ensemble.snapCount = 4 + static_cast<int>(random.below(60));
        if (random.below(8) == 0) s.ensemble.forceSnapshotSync = true;
        if (random.below(3) == 0) s.ensemble.syncLimit = 2 + static_cast<int>(random.below(4));
        const std::int64_t factor = random.below(4);
        s.ensemble.snapshotSizeFactor = factor == 0 ? 0 : factor == 1 ? 0.33 : -1;
        s.network.latency = usec(200 + random.below(5000));
        s.network.jitter = usec(random.below(3000));
        s.disk.fsync = usec(300 + random.below(8000));
        s.disk.jitter = usec(random.below(4000));
        s.clientTimeout = msec(4000 + random.below(12000));
        if (contends(seed)) s.ensemble.containerCheckInterval = msec(200 + random.below(30000));   // parents vanish often
        return s;
    }

    // --- running ---
    bool good() const { return m_out.failure.empty(); }
    int servers() const { return m_lab.world().config().serverCount(); }
    Life life(int s) const { return m_lab.world().host(ServerId{s}).life; }
    const Replica& replica(int s) const { return m_lab.world().host(ServerId{s}).server.replica(); }
    bool alive(int s) const { return life(s) == Life::Up; }

    void run(SimTime span) { runUntil(m_lab.world().now() + span); }
    void runUntil(SimTime end) {
        while (good() && m_lab.stepInput(end)) look();
        if (good()) m_lab.advanceTo(end);
    }
    bool command(const Command& c) {
        const bool done = m_lab.execute(c).empty();
        look();
        return done;
    }
    /// Reads what is new in the trace: violations, and what clients were told.
    void look() {
        const Trace& trace = m_lab.trace();
        for (; m_read < trace.size(); ++m_read) {
            const Event& e = trace.at(m_read);
            if (e.kind == EventKind::Violation && good()) {
                m_out.failure = "violation of " + trace.text(e.text);
                m_out.decisive = e.id;
            }
            m_out.turns += e.kind == EventKind::RecipeAcquired;
            if (std::string wrong = m_contends ? m_recipes.look(e) : std::string(); !wrong.empty() && good()) m_out.failure = std::move(wrong), m_out.decisive = e.id;
            m_out.commits += e.kind == EventKind::Committed;
            m_out.elections += e.kind == EventKind::LeaderEstablished;
            if (e.kind == EventKind::ClientReply && e.args[2] == static_cast<std::int64_t>(OpCode::Create) && e.args[3] == 0 &&
                trace.text(e.text).rfind("/kept-", 0) == 0)
                m_acknowledged.push_back(trace.text(e.text));
            if (e.kind == EventKind::ClientReply && e.args[4] > 0) readsGoForward(e);
        }
    }
    /// What a session has seen it never unsees (§6.5).
    void readsGoForward(const Event& e) {
        std::int64_t& seen = m_seen[e.args[0]];
        if (e.args[4] < seen && good()) {
            m_out.failure = toString(e.actor) + " went back to " + toString(Zxid{e.args[4]}) + " after " + toString(Zxid{seen});
            m_out.decisive = e.id;
        }
        seen = std::max(seen, e.args[4]);
    }

    /// Mostly short, sometimes long enough for timeouts and session expiry.
    SimTime pause() {
        const std::int64_t kind = m_random.below(20);
        if (kind < 9) return usec(m_random.below(20000));
        if (kind < 17) return usec(m_random.below(600000));
        if (kind < 19) return usec(m_random.below(5000000));
        return usec(m_random.below(25000000));
    }

    // --- what happens ---
    void start() {
        StartServers all;
        for (int i = 1; i <= servers(); ++i) {
            if (m_random.below(8) == 0) command(StartServers{{ServerId{i}}});
            else all.servers.push_back(ServerId{i});
        }
        command(all);
        const std::int64_t clients = 1 + m_random.below(4);
        if (m_random.below(4) != 0) run(msec(400 + m_random.below(400)));
        for (int c = 1; c <= clients; ++c) command(ConnectClient{ClientId{c}, anyServer(), {}});
        m_clients = clients;
        if (m_random.below(5) == 0)
            command(ClientLoad{anyClient(), 1 + static_cast<int>(m_random.below(16)), 20,
                               20 + m_random.below(m_random.below(12) == 0 ? 700 : 80)});
    }
    ServerId anyServer() { return ServerId{static_cast<std::int32_t>(1 + m_random.below(servers()))}; }
    ClientId anyClient() { return ClientId{static_cast<std::int32_t>(1 + m_random.below(m_clients))}; }

    void act() {
        const std::int64_t kind = m_random.below(100);
        if (kind < 40) clientActs();
        else if (kind < 62) serverActs();
        else if (kind < 82) linkActs();
        else if (kind < 92) diskActs();
        else packetActs();
    }
    void clientActs() {
        const std::int64_t kind = m_random.below(30);
        const ClientId c = anyClient();
        if (m_contends && m_random.below(4) != 0) return static_cast<void>(plays(m_recipes.act(c)));   // what it leaves behind has to come to an end
        if (kind == 0) command(CrashClient{c});
        else if (kind == 1) command(CloseClient{c});
        else if (kind <= 5) command(ConnectClient{c, m_random.below(3) == 0 ? ServerId{} : anyServer(), {}});
        else if (kind == 8) command(SetCallbackTime{c, m_random.below(2) == 0 ? SimTime{} : usec(m_random.below(3000000))});
        else if (kind == 7) command(FreezeClient{c, m_random.below(2) == 0});
        else if (kind == 6) command(ClientLoad{c, 1 + static_cast<int>(m_random.below(8)), 20, 10 + m_random.below(40)});
        else
            for (std::int64_t n = 1 + m_random.below(4); n > 0; --n) command(call(c));
    }
    /// With named watchers, persistent watches, asynchronous calls and, now and then, words that no server believes.
    ClientCall call(ClientId c) {
        ClientCall made{c, request(), {}};
        Request& r = made.request;
        const std::int64_t kind = m_random.below(20);
        if (kind == 0) r.op = OpCode::AddWatch, r.watchMode = m_random.below(2) == 0 ? WatchMode::Persistent : WatchMode::PersistentRecursive;
        else if (kind == 1) r.op = OpCode::RemoveWatches, r.watcherType = static_cast<WatcherType>(1 + m_random.below(3));
        else if (kind == 2) r = {}, r.op = OpCode::Auth, r.scheme = m_random.below(8) == 0 ? "x" : "digest", r.data = "anna:p";
        if (r.op != OpCode::Auth) made.manner.async = m_random.below(3) == 0;
        const bool leavesWatch = r.op == OpCode::AddWatch || (r.watch && (r.op == OpCode::GetData || r.op == OpCode::Exists || r.op == OpCode::GetChildren));
        if (m_random.below(2) == 0 && leavesWatch) made.manner.watcher = "w" + std::to_string(m_random.below(3));
        return made;
    }
    Request request() {
        Request r;
        r.path = "/z" + std::to_string(m_random.below(6));
        r.data = std::string(static_cast<std::size_t>(m_random.below(12)), 'd');
        r.watch = m_random.below(2) == 0;
        switch (m_random.below(12)) {
        case 0: r.op = OpCode::Delete; break;
        case 1: case 2: r.op = OpCode::SetData; break;
        case 3: r.op = OpCode::GetData; break;
        case 4: r.op = OpCode::Exists; break;
        case 5:
            r.op = OpCode::GetChildren;
            r.path = "/";
            break;
        case 6: r.op = OpCode::Sync; break;
        case 7:
            r.op = OpCode::Create;
            r.mode = CreateMode::Ephemeral;
            break;
        case 8:
            r.op = OpCode::Create;
            r.path += "/s-";
            r.mode = m_random.below(2) == 0 ? CreateMode::PersistentSequential : CreateMode::EphemeralSequential;
            break;
        case 9: r.op = OpCode::Create; break;
        default:
            r.op = OpCode::Create;
            r.path = "/kept-" + std::to_string(++m_kept);
        }
        return r;
    }
    void serverActs() {
        const ServerId s = anyServer();
        const std::int64_t kind = m_random.below(14);
        if (kind < 4) {
            m_out.crashes += command(CrashServer{s, m_random.below(3) == 0});
        } else if (kind == 4) {   // the leader, which hurts most
            for (int i = 1; i <= servers(); ++i)
                if (alive(i) && replica(i).state() == ServerState::Leading)
                    m_out.crashes += command(CrashServer{ServerId{i}, m_random.below(3) == 0});
        } else if (kind == 5) {   // everybody
            for (int i = 1; i <= servers(); ++i) m_out.crashes += command(CrashServer{ServerId{i}, m_random.below(3) == 0});
        } else if (kind < 11) {
            restart(s);
            if (m_random.below(2) == 0) restart(anyServer());
        } else if (kind == 11) {
            command(FreezeServer{s, true});
        } else if (kind == 12) {
            command(FreezeServer{s, false});
        } else {
            command(ForceTimeout{s});
        }
    }
    void restart(ServerId s) { command(StartServers{{s}}); }
    void linkActs() {
        const std::int64_t kind = m_random.below(14);
        const ServerId a = anyServer();
        const ServerId b = m_random.below(4) == 0 ? ServerId{} : anyServer();
        if (kind < 2) command(CutLink{a, b, false});
        else if (kind < 4) command(CutLink{a, b, true});
        else if (kind < 6) command(HealLink{a, b});
        else if (kind < 8) partition();
        else if (kind < 11) command(HealAll{});
        else if (kind == 11) command(SetLink{a, b, usec(200 + m_random.below(100000)), usec(m_random.below(50000)), 0, 0});
        else command(SetLink{a, b, msec(1), usec(m_random.below(5000)), m_random.below(300000), m_random.below(300000)});
    }
    void partition() {
        Partition p;
        p.sides.resize(2 + static_cast<std::size_t>(m_random.below(2)));
        for (int i = 1; i <= servers(); ++i)
            p.sides[static_cast<std::size_t>(m_random.below(static_cast<std::int64_t>(p.sides.size())))].push_back(ServerId{i});
        command(p);
    }
    void diskActs() {
        const bool slow = m_random.below(2) == 0;
        command(
            SetFsync{anyServer(), slow ? msec(20 + m_random.below(1500)) : usec(300 + m_random.below(8000)), usec(m_random.below(5000))});
    }
    void packetActs() {
        std::vector<std::uint64_t> numbers;
        m_lab.world().pending().forEach([&](const PendingInput& in) {
            if (in.kind == InputKind::Packet && in.from.isServer() && in.to.isServer()) numbers.push_back(in.sequence);
        });
        if (numbers.empty()) return;
        std::sort(numbers.begin(), numbers.end());
        const std::uint64_t n = numbers[static_cast<std::size_t>(m_random.below(static_cast<std::int64_t>(numbers.size())))];
        const std::int64_t kind = m_random.below(4);
        if (kind == 0) command(DropPacket{n});
        else if (kind == 1) command(DuplicatePacket{n});
        else if (kind == 2) command(DeliverNext{n});
        else command(DelayPacket{n, usec(m_random.below(3000000))});
    }

    // --- and how it ends ---
    void heal() {
        command(HealAll{});
        const NetworkConfig& net = m_lab.scenario().network;
        for (int i = 1; i <= servers(); ++i) {
            command(SetLink{ServerId{i}, {}, net.latency, net.jitter, 0, 0});
            command(FreezeServer{ServerId{i}, false});
        }
        command(SetFsync{{}, m_lab.scenario().disk.fsync, m_lab.scenario().disk.jitter});
        for (std::int32_t i = 1; i <= m_clients; ++i) command(FreezeClient{ClientId{i}, false});
        for (int i = 1; i <= servers(); ++i)
            if (life(i) == Life::Down || life(i) == Life::Exited || life(i) == Life::Refused) restart(ServerId{i});
        const SimTime begin = m_lab.world().now();
        while (good() && !settled()) {
            if (m_lab.world().now() - begin > kHealingBound) {
                m_excused = true;   // those who promised too much may stay outside, nobody else
                if (settled()) break;
                m_out.failure = "not healed: " + m_trouble;
                return;
            }
            run(msec(200));
            for (int i = 1; i <= servers(); ++i)   // a supervisor starts a process that ended
                if (life(i) == Life::Exited) restart(ServerId{i});
        }
        m_out.healing = m_lab.world().now() - begin;
        if (good()) nothingAcknowledgedIsLost();
        if (good() && m_contends && m_out.refused == 0) everybodyHasItsTurn();
    }
    /// After healing whoever waits for a lock or an election gets it in turn, and gives it back: nothing is left in the line but what
    /// belongs to sessions that live on without a recipe.
    void everybodyHasItsTurn() {
        for (std::int64_t i = 1; i <= m_clients; ++i) {   // who has lost its session gets a new one
            const ClientId c{static_cast<std::int32_t>(i)};
            const Client::State state = m_lab.world().clients()[static_cast<std::size_t>(i - 1)]->client.state();
            command(FreezeClient{c, false});
            command(SetCallbackTime{c, {}});
            if (state == Client::State::Expired || state == Client::State::Closed || state == Client::State::Dead) command(ConnectClient{c, {}, {}});
        }
        m_recipes.begin();
        const SimTime end = m_lab.world().now() + sec(180);
        while (good() && m_lab.world().now() < end && !m_recipes.unfinished().empty()) {
            run(msec(500));
            for (const Command& c : m_recipes.endings(anyClient())) plays(c);
            for (std::int64_t i = 1; i <= m_clients; ++i) {   // a session may have expired on the way here
                const Client& c = m_lab.world().clients()[static_cast<std::size_t>(i - 1)]->client;
                if (c.state() == Client::State::Expired) command(ConnectClient{c.id(), {}, {}});
            }
        }
        if (good()) m_out.failure = m_recipes.unfinished();
        if (!good() && m_out.decisive == kNoEvent) m_out.failure = "after healing somebody waits for ever: " + m_out.failure;
    }
    bool plays(const Command& c) {
        const bool done = command(c);
        if (done) m_recipes.carriedOut(c);
        return done;
    }
    /// A leader leads, everybody who can serves under it, and all hold the same.
    bool settled() {
        m_out.refused = 0;
        int leader = 0;
        ServerSet able;
        for (int i = 1; i <= servers(); ++i) {
            if (life(i) == Life::Refused) ++m_out.refused;
            else if (m_lab.world().config().isVoter(ServerId{i})) able.add(ServerId{i});
            if (alive(i) && replica(i).state() == ServerState::Leading && replica(i).serving()) leader = i;
        }
        if (!isQuorum(m_lab.world().config(), able)) return true;   // too many servers refuse to start: a person has to look at the disks
        if (leader == 0) return trouble("nobody leads");
        for (int i = 1; i <= servers(); ++i) {
            if (life(i) == Life::Refused) continue;
            if (!alive(i)) return trouble("S" + std::to_string(i) + " is not running");
            if (m_excused && outside(i, leader)) continue;
            if (!replica(i).serving() || replica(i).leader().value != leader) return trouble("S" + std::to_string(i) + " does not serve");
            if (tree(i).digest() != tree(leader).digest())
                return trouble("the trees of S" + std::to_string(i) + " and S" + std::to_string(leader) + " differ");
        }
        return true;
    }
    /// It has promised an epoch above the one that runs: it stays out until the next election, and disturbs nobody (§15 no. 8).
    bool outside(int s, int leader) {
        const bool promised = replica(s).disk().acceptedEpoch.value_or(0) > replica(leader).disk().currentEpoch.value_or(0);
        m_out.refused += promised;
        return promised;
    }
    bool trouble(std::string what) {
        m_trouble = std::move(what);
        return false;
    }
    const DataTree& tree(int s) const { return m_lab.world().host(ServerId{s}).server.tree(); }
    void nothingAcknowledgedIsLost() {
        for (int i = 1; i <= servers(); ++i) {
            if (!alive(i) || !replica(i).serving()) continue;
            for (const std::string& path : m_acknowledged) {
                Request r;
                r.op = OpCode::Exists;
                r.path = path;
                if (tree(i).read(r).error != ErrorCode::Ok)
                    m_out.failure = path + " was acknowledged, and S" + std::to_string(i) + " lacks it";
            }
        }
    }

    Prng m_random;
    Lab m_lab;
    Outcome m_out;
    EventId m_read = 0;
    const bool m_contends;   ///< clients play recipes
    RecipePlay m_recipes;
    std::int64_t m_clients = 1;
    int m_kept = 0;
    std::vector<std::string> m_acknowledged;
    std::map<std::int64_t, std::int64_t> m_seen;   ///< newest zxid told, by session
    std::string m_trouble;
    bool m_excused = false;
};

}  // namespace zab::simulation
