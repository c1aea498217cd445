// SPDX-License-Identifier: GPL-3.0-or-later
// What an ensemble is configured with: zoo.cfg's part, common to all servers. Protocol reference §1.5, §2.5.
#pragma once

#include "engine/base/types.h"
#include "engine/zab/variants.h"

#include <algorithm>
#include <vector>

namespace zab {

struct MemberConfig {
    ServerId id;
    bool observer = false;  ///< OBSERVER: never votes, never acknowledges
    int weight = 1;         ///< weight.S of a hierarchical quorum; 0 never leads
    int group = 0;          ///< group.G; 0 = no groups, majority of voters
    bool operator==(const MemberConfig&) const = default;
};

struct EnsembleConfig {
    std::vector<MemberConfig> members;  ///< ids 1..n in order
    SimTime tickTime = msec(2000);
    int initLimit = 10;                 ///< ticks
    int syncLimit = 5;                  ///< ticks
    SimTime minSessionTimeout{};        ///< 0 = 2 ticks
    SimTime maxSessionTimeout{};        ///< 0 = 20 ticks
    SimTime minNotificationInterval = msec(200);
    SimTime maxNotificationInterval = msec(60000);
    SimTime finalizeWait = msec(200);
    int commitLogCount = 500;           ///< capacity of the committed log in memory
    int snapCount = 100000;             ///< logged transactions between two snapshots
    double snapshotSizeFactor = 0.33;   ///< limit of synchronization from the disk log; < 0 off, 0 unlimited
    std::int64_t preAllocSize = 65536 * 1024;  ///< bytes a log file is preallocated to
    bool forceSnapshotSync = false;
    /// Recovery without the holes that ZooKeeper 3.8 has (§3.4 row 3, §3.6, chapter 15 no. 2, 3, 5, 6, 7): TRUNC undoes snapshots too,
    /// or asks for SNAP; the log begins anew behind what bypassed it; acks of proposals that TRUNC cuts are withdrawn.
    bool curedRecovery = false;
    SimTime containerCheckInterval = msec(60000);   ///< znode.container.checkIntervalMs: how often the leader looks for empty containers
    int containersPerMinute = 10000;                ///< znode.container.maxPerMinute: so many it deletes at most
    Variants variants;                         ///< rules switched off, defects of older releases
    std::int64_t counterLimit = 0xffffffff;    ///< where the zxid counter rolls over (§3.7); lower in lessons, to see it
    bool operator==(const EnsembleConfig&) const = default;

    const MemberConfig& member(ServerId s) const { return members[static_cast<std::size_t>(s.value - 1)]; }
    bool has(ServerId s) const { return s.value >= 1 && s.value <= static_cast<int>(members.size()); }
    bool isVoter(ServerId s) const { return has(s) && !member(s).observer; }
    int serverCount() const { return static_cast<int>(members.size()); }
    SimTime initTimeout() const { return tickTime * initLimit; }
    SimTime syncTimeout() const { return tickTime * syncLimit; }
    SimTime minSession() const { return minSessionTimeout.us ? minSessionTimeout : tickTime * 2; }
    SimTime maxSession() const { return maxSessionTimeout.us ? maxSessionTimeout : tickTime * 20; }
};

}  // namespace zab
