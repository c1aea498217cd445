// SPDX-License-Identifier: GPL-3.0-or-later
// What of the checker's memory later verdicts can depend on. Every member is named; which event it was does not matter.
#include "engine/check/safety.h"

namespace zab {

void SafetyChecker::addTo(StateDigest& d) const {
    const auto& [servers, sequence, broadcasts, leaders, newestBroadcast, initial, newestInitial, recipes, histories, liveness, reported, violations] = *this;
    const auto addEntries = [&d](const RecentLog<Entry>& log) {
        d.add(log.end() - log.begin());
        for (std::int64_t i = log.begin(); i < log.end(); ++i) d.add(log[i].zxid, log[i].payload, log[i].history);
    };
    d.byServer(kMaxServers, [&](ServerId id) {
        const Server& s = servers[static_cast<std::size_t>(id.value)];
        const auto& [held, up, wrote, state, established, committed, mustKeep, mustKeepSince, plannedAt, fuzzyFrom, fuzzyTo] = s;
        const auto& [common, last, history, base, baseHistory, diverged, tail] = held;
        d.add(common, last, history, base, baseHistory, diverged);
        addEntries(tail);
        d.add(up, wrote, state, established, committed, mustKeep, plannedAt, fuzzyFrom, fuzzyTo);
        (void)mustKeepSince;
    });
    addEntries(sequence);
    d.add(sequence.begin(), broadcasts.size());
    for (const auto& [epoch, primary, firstCounter, payloads] : broadcasts) {
        d.add(epoch, primary, firstCounter, payloads.begin(), payloads.end());
        for (std::int64_t i = payloads.begin(); i < payloads.end(); ++i) d.add(payloads[i]);
    }
    d.add(leaders.size());
    for (const auto& [epoch, leader] : leaders) d.add(epoch, leader);
    d.add(newestBroadcast, initial ? initial->size() : 0, newestInitial, reported, violations.size());
    for (const auto& [zxid, payload] : initial ? *initial : InitialTxns()) d.add(zxid, payload);
    d.add(histories);
    d.byServer(kMaxServers, [&](ServerId s) { d.add(liveness.promised(s)); });
    (void)recipes;   // not explored; nor is what a healed ensemble owes
}

}  // namespace zab
