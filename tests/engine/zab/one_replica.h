// SPDX-License-Identifier: GPL-3.0-or-later
// One replica, spoken to directly: for what hangs on the exact order of packets, or on packets that no faithful server sends.
#pragma once

#include "engine/zab/replica.h"
#include "tests/engine/zab/made_txn.h"

#include <QtTest>

#include <algorithm>

namespace zab::paper {

class Nothing final : public Snapshot {
public:
    Zxid contentZxid() const override { return {}; }
    std::uint64_t history() const override { return 0; }
    std::int64_t sizeBytes() const override { return 0; }
};
/// What is applied does not matter here.
class Void final : public StateMachine {
public:
    void apply(const TxnRef&) override {}
    void replay(const TxnRef&) override {}
    SnapshotRef snapshot(Zxid, std::uint64_t) const override { return std::make_shared<Nothing>(); }
    void restore(const SnapshotRef&) override {}
    void startServing(ServerState) override {}
    void stopServing() override {}
    void carried(ServerId, const Forwarded&) override {}
    OpaqueRef touchedSessions() override { return nullptr; }
};

struct One {
    explicit One(int servers, int self, int observer = 0) : config(ensemble(servers, observer)), replica(config, ServerId{self}) {
        out.begin(ServerId{self});
        replica.start(config, app, {}, out);
    }
    static EnsembleConfig ensemble(int n, int observer) {
        EnsembleConfig c;
        for (int i = 1; i <= n; ++i) c.members.push_back({ServerId{i}, i == observer});
        return c;
    }
    /// The next input; what the last one decided is remembered.
    void begin() {
        const std::vector<RuleId> last = rules();
        ruled.insert(ruled.end(), last.begin(), last.end());
        out.begin(replica.self());
    }
    /// What the last input decided.
    std::vector<RuleId> rules() {
        std::vector<RuleId> found;
        for (const Effect& e : out.list()) {
            if (const auto* note = std::get_if<Note>(&e)) found.push_back(note->event.rule);
            if (const auto* x = std::get_if<Exit>(&e)) found.push_back(x->rule);
        }
        return found;
    }
    void hear(int from, const Vote& vote) { receive(from, 0, Notification{vote}); }
    void receive(int from, ConnectionId connection, const Message& m) {
        begin();
        replica.receive(config, app, {}, ServerId{from}, connection, m, out);
    }
    void timer(TimerKind kind, SimTime now) {
        begin();
        replica.timer(config, app, now, kind, out);
    }
    void fromLeader(const Message& m) { receive(3, std::get<Learning>(replica.role()).connection, m); }
    const Looking& looking() const { return std::get<Looking>(replica.role()); }
    bool has(RuleId rule) {
        const std::vector<RuleId> found = rules();
        return std::find(found.begin(), found.end(), rule) != found.end();
    }
    bool exits() {
        return std::any_of(out.list().begin(), out.list().end(), [](const Effect& e) { return std::holds_alternative<Exit>(e); });
    }
    EnsembleConfig config;
    Void app;
    Effects out;
    Replica replica;
    std::vector<RuleId> ruled;   ///< by all inputs before the last one
};

inline Vote vote(int leader, Round round, ServerState state, std::int64_t counter = 0) {
    return {ServerId{leader}, Zxid::make(0, counter), 0, round, state};
}

/// S1 follows (or observes) S3 in epoch 1 and serves.
inline One serving(bool observer = false) {
    One s(observer ? 4 : 3, 1, observer ? 1 : 0);
    s.hear(2, vote(3, 1, ServerState::Following));
    if (observer) s.hear(4, vote(3, 1, ServerState::Following));
    s.hear(3, vote(3, 1, ServerState::Leading));
    s.fromLeader(LeaderInfo{1});
    s.fromLeader(Diff{Zxid{}});
    s.fromLeader(NewLeader{Zxid::make(1, 0)});
    s.fromLeader(UpToDate{});
    return s;
}

}  // namespace zab::paper
