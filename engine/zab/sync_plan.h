// SPDX-License-Identifier: GPL-3.0-or-later
// The leader's decision how to synchronize a learner: the whole table of §3.4 with the corrections of chapter 15. Pure.
#pragma once

#include "engine/base/event.h"
#include "engine/zab/rules.h"
#include "engine/zab/txn_log.h"

#include <vector>

namespace zab {

using CommittedLog = PersistentLog<TxnRef>;

struct SyncInput {
    Zxid peerLast;
    Zxid lastProcessed;                   ///< the leader's
    const CommittedLog* committedLog;     ///< in memory, oldest first
    const TxnLog* diskLog;
    std::int64_t snapshotBytes = 0;       ///< of the newest snapshot file
    double snapshotSizeFactor = 0.33;
    std::int64_t preAllocSize = 0;
    bool forceSnapshot = false;
    bool neverCutsInside = false;         ///< ZOOKEEPER-1154: DIFF for everyone within the bounds of the committed log, whatever it has
};

struct SyncPlan {
    SyncMode mode = SyncMode::Snap;
    Zxid zxid;                            ///< in the DIFF, TRUNC or SNAP packet
    std::vector<TxnRef> committed;        ///< sent as PROPOSAL + COMMIT pairs
    Zxid lastQueued;                      ///< forwarding starts after this one
    Zxid minCommitted, maxCommitted;      ///< what was compared with
    enum class Via : std::uint8_t { Nothing, CommittedLog, DiskLog } via = Via::Nothing;
    RuleId rule = RuleId::None;
    std::array<std::int64_t, 6> operands{};
};

/// O(transactions sent + committed log).
SyncPlan planSync(const SyncInput& in);

}  // namespace zab
