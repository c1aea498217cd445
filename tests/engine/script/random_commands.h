// SPDX-License-Identifier: GPL-3.0-or-later
// Random scenarios and commands that the language can say.
#pragma once

#include "engine/base/prng.h"
#include "engine/lab/lab.h"
#include "engine/tree/paths.h"

#include <algorithm>
#include <string>
#include <vector>

namespace zab::testing {

class RandomCommands {
public:
    explicit RandomCommands(std::uint64_t seed) : m_random(seed) {}

    Scenario scenario() {
        Scenario s;
        const int n = between(1, kMaxServers);
        for (int i = 1; i <= n; ++i) s.ensemble.members.push_back({ServerId{i}, i > 1 && chance(4), 1, 0});
        if (chance(3))
            for (MemberConfig& m : s.ensemble.members)
                if (!m.observer) m.group = between(1, 3), m.weight = between(m.id.value == 1 ? 1 : 0, 5);
        m_servers = n;
        s.seed = m_random.next();
        s.ensemble.tickTime = msec(between(10, 5000));
        s.ensemble.initLimit = between(1, 20);
        s.ensemble.syncLimit = between(1, 20);
        if (chance(2)) s.ensemble.snapCount = between(2, 1000);
        if (chance(2)) s.ensemble.snapshotSizeFactor = static_cast<double>(between(-10000, 30000)) / 10000.0;
        if (chance(3)) s.ensemble.containerCheckInterval = time() + msec(1), s.ensemble.containersPerMinute = between(1, 60000);
        if (chance(3)) s.ensemble.counterLimit = between(2, 100);
        if (chance(3)) s.ensemble.forceSnapshotSync = true;
        if (chance(3)) s.ensemble.finalizeWait = time();
        s.network.latency = time();
        s.network.jitter = time();
        s.network.lossPpm = between(0, 1000000);
        s.network.duplicatePpm = chance(2) ? between(0, 9999) : 0;
        s.disk.fsync = time();
        if (chance(2)) eureka(s);
        if (chance(3)) s.explore = ExploreBudgets{between(0, 15), between(0, 15), between(0, 15), 0, between(0, 15), between(0, 15), between(0, 15), between(0, 15)};
        for (int i = 1; i <= n; ++i)
            if (chance(3)) s.disks[i] = disk();
        return s;
    }

    Command command() {
        switch (m_random.below(37)) {
            case 0: return StartServers{servers()};
            case 1: return CrashServer{server(), chance(2)};
            case 2: return FreezeServer{server(), chance(2)};
            case 3: return ForceTimeout{server()};
            case 4: return SetFsync{chance(3) ? ServerId{} : server(), time(), time()};
            case 5: return m_servers < 2 ? Command(HealAll{}) : Command(CutLink{ServerId{1}, chance(2) ? ServerId{2} : ServerId{}, chance(2)});
            case 6: return m_servers < 2 ? Command(HealAll{}) : Command(HealLink{ServerId{2}, chance(2) ? ServerId{1} : ServerId{}});
            case 7: return m_servers < 2 ? Command(HealAll{}) : Command(Partition{{{ServerId{2}}, {ServerId{1}}}});
            case 8: return HealAll{};
            case 9: return SetLink{ServerId{1}, {}, time(), time(), between(0, 1000000), between(0, 1000000)};
            case 10: return DropPacket{static_cast<std::uint64_t>(m_random.below(1000))};
            case 11: return DuplicatePacket{static_cast<std::uint64_t>(m_random.below(1000))};
            case 12: return DeliverNext{static_cast<std::uint64_t>(m_random.below(1000))};
            case 13: return DelayPacket{static_cast<std::uint64_t>(m_random.below(1000)), time()};
            case 14: return ConnectClient{client(), chance(2) ? server() : ServerId{}, chance(2) ? msec(between(1, 9999)) : SimTime{}};
            case 15: return CloseClient{client()};
            case 16: return CrashClient{client()};
            case 17: return ClientLoad{client(), between(1, 200), between(0, 2000), m_random.below(100000)};
            case 18: return Say{text()};
            case 19: return SetCallbackTime{client(), time()};
            case 20: return FreezeClient{client(), chance(2)};
            case 21: return call();
            case 22: return LeaveRecipe{client(), static_cast<RecipeEnd>(m_random.below(static_cast<int>(RecipeEnd::Count_))), validPath(), last()};
            case 23: return UseResource{client(), validPath(), text(), chance(2), last()};
            case 24: return StandAt{client(), chance(3) ? ServerId{} : server()};
            case 30: return DeliverInput{input(static_cast<InputKind>(m_random.below(5)))};
            case 31: return DropInput{input(InputKind::Packet)};
            case 32: return DuplicateInput{input(InputKind::Packet)};
            case 33: return PassTime{time()};
            case 25: return LookupService{client(), service(), chance(2) ? SimTime{-1} : chance(3) ? SimTime{} : time() + msec(10)};
            case 26: return CrashServer{server(), false, m_random.below(5), chance(2)};
            case 27: return SetLying{chance(3) ? ServerId{} : server(), chance(2)};
            case 28: return SetClock{server(), between(1, 100)};
            case 29: return Demand{servers(), time() + msec(1)};
            default: return StartRecipe{client(), recipe(), last()};
        }
    }

    std::string text() {
        std::string out;
        for (int n = between(0, 12); n > 0; --n) {
            constexpr const char* pieces[] = {"a", "Z9", " ", "\"", "\\", "\n", "\t", "#", "|", "()", "\xe4\xbd\xa0", "\xff", "\x01", "\x7f", "\xc3"};
            out += pieces[m_random.below(std::size(pieces))];
        }
        return out;
    }
    int between(int low, int high) { return low + static_cast<int>(m_random.below(high - low + 1)); }
    bool chance(int in) { return m_random.below(in) == 0; }
    SimTime time() {
        constexpr std::int64_t units[] = {1, 1000, 1000000};
        return SimTime{between(1, 5000) * units[m_random.below(3)]};
    }
    Prng& random() { return m_random; }

private:
    ServerId server() { return ServerId{between(1, m_servers)}; }
    ClientId client() { return ClientId{between(1, 9)}; }
    ClientId last() { return chance(2) ? ClientId{} : ClientId{between(10, 20)}; }
    ActorId actor() { return chance(3) ? ActorId(client()) : ActorId(server()); }
    InputName input(InputKind kind) {
        InputName name;
        name.kind = kind;
        name.to = actor();
        if (chance(3)) name.number = between(1, 1000000);
        if (kind == InputKind::Timer) name.timer = static_cast<TimerKind>(m_random.below(static_cast<int>(TimerKind::Count_)));
        if (kind != InputKind::Packet) return name;
        name.message = static_cast<MessageType>(1 + m_random.below(static_cast<int>(MessageType::Count_) - 1));
        name.from = name.to.isClient() ? ActorId(server()) : ActorId(client());
        if (chance(2)) name.zxid = Zxid::make(between(0, 5), between(1, 1000));
        return name;
    }
    RecipeOptions recipe() {
        RecipeOptions o;
        o.kind = static_cast<RecipeKind>(m_random.below(static_cast<int>(RecipeKind::Count_)));
        o.path = validPath();
        const bool first = chance(2);
        switch (o.kind) {
            case RecipeKind::Barrier:
            case RecipeKind::Config: return o;
            case RecipeKind::DoubleBarrier: o.count = between(1, 200); return o;
            case RecipeKind::Group: o.data = first ? "" : "m" + std::to_string(between(1, 9)); return o;
            case RecipeKind::Service:
                o.role = first ? RecipeRole::Provide : RecipeRole::Discover;
                if (first && chance(2)) o.data = "host" + std::to_string(between(1, 3)) + ":80";
                return o;
            case RecipeKind::Queue:
                o.role = first ? RecipeRole::Offer : RecipeRole::Take;
                if (first) o.data = text();
                else o.times = between(1, 5);
                o.like = chance(2) ? RecipeLibrary::Kazoo : RecipeLibrary::Curator;
                return o;
            default: break;
        }
        if (o.kind == RecipeKind::ReadWriteLock) o.role = chance(2) ? RecipeRole::Read : RecipeRole::Write;
        o.naive = o.kind == RecipeKind::Lock && chance(2);
        o.like = chance(2) ? RecipeLibrary::Kazoo : RecipeLibrary::Curator;
        o.isProtected = chance(2);
        if (chance(2)) o.hold = time();
        if (o.hold.us > 0) o.times = between(1, 5);
        return o;
    }
    std::vector<ServerId> servers() {
        std::vector<ServerId> list;
        for (int i = 1; i <= m_servers; ++i)
            if (chance(2)) list.push_back(ServerId{i});
        if (list.empty()) list.push_back(server());
        return list;
    }
    std::string service() { return chance(2) ? "/services/orders" : "/a" + std::to_string(between(0, 3)); }
    void eureka(Scenario& s) {
        EurekaConfig& e = s.eureka;
        e.on = true;
        if (chance(2)) e.renewal = time() + msec(200);
        if (chance(2)) e.lease = time() + msec(200);
        if (chance(2)) e.eviction = time() + msec(200);
        if (chance(2)) e.fetch = time() + msec(200);
        if (chance(2)) e.cache = chance(2) ? SimTime{} : time();
        if (chance(2)) e.timeout = time() + msec(200);
        if (chance(2)) e.thresholdUpdate = time() + msec(200);
        if (chance(2)) e.renewalPercent = between(1, 100);
        if (chance(2)) e.expectedClients = between(0, 9);
        if (chance(2)) e.syncRetries = between(0, 5);
        e.selfPreservation = chance(2);
        if (chance(2)) s.lookup.timeout = time() + msec(1);
        if (chance(2)) s.lookup.callTimeout = time() + msec(1);
    }
    std::string validPath() {
        std::string p = path();
        while (!isValidPath(p)) p = path();
        return p;
    }
    std::string path() { return chance(3) ? "/" + text() : "/a" + std::to_string(between(0, 9)); }

    ClientCall call() {
        ClientCall c{client(), request(), {}};
        if ((c.request.watch || c.request.op == OpCode::AddWatch) && chance(2)) c.manner.watcher = "w" + text();
        c.manner.async = c.request.op != OpCode::Auth && chance(4);
        return c;
    }
    Request request() {
        Request r;
        r.path = path();
        switch (m_random.below(10)) {
            case 7: r.op = OpCode::AddWatch; r.path = validPath(); r.watchMode = static_cast<WatchMode>(between(0, 1)); break;
            case 8: r.op = OpCode::RemoveWatches; r.path = validPath(); r.watcherType = static_cast<WatcherType>(between(1, 3)); break;
            case 9: r.op = OpCode::Auth; r.path.clear(); r.scheme = chance(2) ? "digest" : "x9"; r.data = text(); break;
            case 0: r.data = text(); r.mode = static_cast<CreateMode>(between(0, 4)); r.op = createOp(r.mode); break;
            case 1: r.op = OpCode::SetData; r.data = text(); r.version = between(-1, 5); break;
            case 2: r.op = OpCode::Delete; r.version = between(-1, 5); break;
            case 3: r.op = OpCode::GetData; r.watch = chance(2); break;
            case 4: r.op = OpCode::Exists; r.watch = chance(2); break;
            case 5: r.op = OpCode::GetChildren; r.watch = chance(2); break;
            default: r.op = OpCode::Sync; break;
        }
        return r;
    }

    DiskImage disk() {
        DiskImage d;
        if (chance(4)) {
            d.brandNew = true;
            return d;
        }
        if (chance(2)) d.acceptedEpoch = between(0, 9);
        if (chance(2)) d.currentEpoch = between(0, 9);
        if (chance(5)) d.currentEpochTmp = between(0, 9);
        Zxid z = Zxid::make(1, 1);
        for (int file = between(0, 2); file > 0; --file) {
            d.log.emplace_back();
            for (int n = between(1, 6); n > 0; --n) {
                d.log.back().push_back(z);
                z = chance(4) ? Zxid::make(z.epoch() + 1, between(1, 3)) : Zxid{z.value + between(1, 2)};
            }
        }
        for (int n = between(0, 2); n > 0; --n) {
            DiskImage::Snapshot s{Zxid::make(between(0, 2), between(0, 9)), {}, chance(3)};
            for (int i = between(0, 3); i > 0; --i) s.txns.push_back(Zxid::make(1, i));
            const bool there = std::any_of(d.snapshots.begin(), d.snapshots.end(), [&](const auto& other) { return other.zxid == s.zxid; });
            if (!there) d.snapshots.push_back(std::move(s));
        }
        d.emptySnapshot = !d.snapshots.empty() || chance(2);
        d.torn = !d.log.empty() && chance(4);
        if (!d.log.empty() && chance(4)) d.damaged = d.log.front().back();
        if (d == DiskImage{}) d.acceptedEpoch = 1;   // the line of an empty image would say nothing
        return d;
    }

    Prng m_random;
    int m_servers = 1;
};

}  // namespace zab::testing
