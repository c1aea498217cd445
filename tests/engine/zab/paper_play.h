// SPDX-License-Identifier: GPL-3.0-or-later
// A whole ensemble to play a claim on, and words to ask its trace with.
#pragma once

#include "engine/lab/lab.h"

#include <QtTest>

namespace zab::paper {

constexpr Zxid zx(Epoch e, std::int64_t c) { return Zxid::make(e, c); }

/// A disk of epoch `current` whose one log file holds these.
inline DiskImage disk(Epoch accepted, Epoch current, std::vector<Zxid> log) {
    DiskImage d;
    d.acceptedEpoch = accepted;
    d.currentEpoch = current;
    d.log = {std::move(log)};
    return d;
}

inline Request create(const std::string& path, CreateMode mode = CreateMode::Persistent) {
    Request r;
    r.op = OpCode::Create;
    r.path = path;
    r.mode = mode;
    return r;
}
inline Request ask(OpCode op, const std::string& path, bool watch = false) {
    Request r;
    r.op = op;
    r.path = path;
    r.watch = watch;
    return r;
}

struct Play {
    explicit Play(Scenario s) : lab(std::move(s)) {}
    explicit Play(int servers, std::map<int, DiskImage> disks = {}, int observer = 0)
        : lab(scenario(servers, std::move(disks), observer)) {}
    static Scenario scenario(int servers, std::map<int, DiskImage> disks, int observer) {
        Scenario s;
        s.seed = 11;
        for (int i = 1; i <= servers; ++i) s.ensemble.members.push_back({ServerId{i}, i == observer});
        s.disks = std::move(disks);
        return s;
    }
    void start(std::initializer_list<int> servers) {
        StartServers c;
        for (const int i : servers) c.servers.push_back(ServerId{i});
        command(c);
    }
    void command(const Command& c) {
        const std::string why = lab.execute(c);
        if (!why.empty()) QTest::qFail(why.c_str(), __FILE__, __LINE__);
    }
    void run(SimTime span) {
        const SimTime end = lab.world().now() + span;
        while (lab.stepInput(end)) {}
        lab.advanceTo(end);
    }
    void connect(int client, int server) { command(ConnectClient{ClientId{client}, ServerId{server}, {}}); }
    void call(int client, const Request& r) { command(ClientCall{ClientId{client}, r}); }
    const Replica& replica(int s) const { return lab.world().host(ServerId{s}).server.replica(); }
    const DataTree& tree(int s) const { return lab.world().host(ServerId{s}).server.tree(); }
    const Client& client(int c) const { return lab.world().clients()[static_cast<std::size_t>(c - 1)]->client; }
    EventId now() const { return lab.trace().size(); }
    /// The first event from `since` on that `wanted` accepts; -1 if there is none.
    template <class F>
    EventId find(EventId since, F wanted) const {
        for (EventId id = since; id < lab.trace().size(); ++id)
            if (wanted(lab.trace().at(id))) return id;
        return kNoEvent;
    }
    EventId find(EventId since, EventKind kind, int server) const {
        return find(since, [&](const Event& e) { return e.kind == kind && e.actor.value == server; });
    }
    EventId ruled(EventId since, RuleId rule, int server) const {
        return find(since, [&](const Event& e) { return e.rule == rule && e.actor.value == server; });
    }
    EventId sent(EventId since, MessageType type, int from, int to, std::optional<Zxid> zxid = {}) const {
        return find(since, [&](const Event& e) {
            return e.kind == EventKind::PacketSent && e.message == type && e.actor.value == from && e.peer.value == to &&
                   (!zxid || e.args[0] == zxid->value);
        });
    }
    const Event& at(EventId id) const { return lab.trace().at(id); }
    /// How the leader decided to synchronize that server.
    const Event& plan(EventId since, int server) const {
        const EventId id = find(since, [&](const Event& e) { return e.kind == EventKind::SyncPlanned && e.peer.value == server; });
        static const Event none;
        return id == kNoEvent ? none : at(id);
    }
    bool sound() const { return lab.checker().violations().empty(); }

    Lab lab;
};

inline SyncMode mode(const Event& plan) { return static_cast<SyncMode>(plan.args[0]); }

}  // namespace zab::paper
