// SPDX-License-Identifier: GPL-3.0-or-later
// Chaos: seeded runs in which anything breaks, with clients that go on working; then a quorum is healed and has to come back.
//
// A run has two parts. First safety (§11) and the clients' histories have to hold under every fault: lost, repeated, late and
// overtaking packets, clogged links, cuts one way and both ways, partitions, crashes that lose any suffix of what was not fsynced and
// tear the next record, disks that are slow or lie, frozen servers and clients, slow clocks. Which faults there are, how often and for
// how long is drawn per run from its seed (swarm): in each run about half of them are off. Some runs also have a moment, such as a leader
// being established, at which whoever comes to it breaks. Then a random quorum is healed while the rest stays crashed, frozen or cut off,
// at once or a little later, and a leader, a commit and equal trees are demanded of it within kHealingBound.
//
// Excused is, and nothing else:
// - what falls after a voter has lost records that its lying disk had reported as written: then a quorum's word is worth nothing, and
//   ZAB promises no more than its disks (§3.7, §3.10). Such a run ends there;
// - servers that refuse to start (the others owe it without them, as long as they are a quorum) or have promised a higher epoch, and
//   progress where no leader has got a write to propose: see Liveness (engine/check).
#pragma once

#include "engine/hunt/coverage.h"
#include "engine/hunt/finding.h"
#include "engine/zab/variants.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace zab {

/// Virtual time from healing until a leader leads, something is committed and the trees of the quorum are equal. An election may need
/// that long (§2.4): a voter that has been alone speaks every 60 s only, and hearing a vote that is worse than its own makes it wait
/// anew without a word. A newcomer's notifications, 0.2 s, 0.4 s, ... 51.2 s apart, keep it silent for 102 s; then both wait 60 s, and
/// who is first is a coin's flip, once a minute.
constexpr SimTime kHealingBound = sec(400);

struct ChaosOptions {
    std::uint64_t firstSeed = 1, lastSeed = 1;
    // What is not given is drawn for each run as well.
    int servers = 0;                   ///< 0: 3, 4 or 5
    SimTime length;                    ///< of the first part, virtual time; zero: up to 30 s
    int operationsPerSecond = 0;       ///< of all clients together, virtual time; 0: up to 100
    Variants variants;
    bool curedRecovery = true;         ///< without the holes of ZooKeeper 3.8's recovery (config.h), which chaos finds in one run of a thousand
    int jobs = 1;                      ///< threads
    bool stopAtFirst = true;
};

struct ChaosCounts {
    std::int64_t runs = 0, inputs = 0, events = 0, operations = 0, commits = 0, leaders = 0, crashes = 0;
    std::int64_t excused = 0;          ///< runs that ended early: a lying disk
    std::int64_t unjudged = 0;         ///< runs in which nothing could be demanded in the end: too few servers would start, or nobody wrote
    SimTime time;                      ///< virtual
    SimTime longestHealing;
    void add(const ChaosCounts& other);
};

struct ChaosProgress {
    std::uint64_t seed = 0;            ///< done, with all before it
    const ChaosCounts& counts;         ///< until then
    const Finding* found = nullptr;    ///< in this run
};

struct ChaosResult {
    std::vector<Finding> findings;     ///< by seed; at most one of each run
    Coverage coverage;
    ChaosCounts counts;
    bool cancelled = false;
};

/// Plays the runs. `progress` is called once per seed, in the order of the seeds, on any of the threads but never on two at a time;
/// false cancels. The result depends on the options alone, not on the number of jobs.
ChaosResult runChaos(const ChaosOptions& options, const std::function<bool(const ChaosProgress&)>& progress = {});

}  // namespace zab
