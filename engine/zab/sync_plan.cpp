// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/zab/sync_plan.h"

namespace zab {
namespace {

/// LearnerHandler.queueCommittedProposals as a small machine: fed with history in order.
class Queueing {
public:
    Queueing(SyncPlan& plan, Zxid peerLast, Zxid max) : m_plan(plan), m_peer(peerLast), m_max(max) { m_plan.lastQueued = peerLast; }

    bool needsOp() const { return m_needOp; }
    void reset() {   // a gap: what was queued is thrown away
        m_plan.committed.clear();
        m_plan.lastQueued = m_peer;
        m_needOp = true;
    }

    /// Walks `at`..`end` of one history; `upTo` (if any) is the last zxid taken. False where TRUNC would cross epochs.
    template <class Next>
    bool walk(Next next, const Zxid* upTo) {
        Zxid previous{-1};
        const Zxid from = m_plan.lastQueued;
        while (const TxnRef* txn = next()) {
            const Zxid z = (*txn)->zxid;
            if (upTo && z > *upTo) break;
            if (z < from) {
                previous = z;
                continue;
            }
            if (m_needOp && !chooseOp(z, previous)) return false;
            if (z <= m_plan.lastQueued) continue;
            m_plan.committed.push_back(*txn);
            m_plan.lastQueued = z;
        }
        if (m_needOp && m_peer.counter() == 0)   // our history is older than the learner's: an empty DIFF
            setOp(SyncMode::Diff, m_max, RuleId::SyncDiffFromEpochStart, {m_peer.value, m_max.value});
        return true;
    }

private:
    bool chooseOp(Zxid z, Zxid previous) {
        if (z == m_peer) {
            setOp(SyncMode::Diff, m_max, RuleId::SyncDiff, {m_peer.value, m_max.value});
        } else if (m_peer.counter() == 0) {
            setOp(SyncMode::Diff, m_max, RuleId::SyncDiffFromEpochStart, {m_peer.value, m_max.value});
        } else if (z.epoch() != m_peer.epoch()) {
            m_plan.rule = RuleId::SyncCannotTruncAcrossEpochs;
            m_plan.operands = {m_peer.value, z.value};
            return false;
        } else {
            setOp(SyncMode::Trunc, previous, RuleId::SyncTruncThenDiff, {m_peer.value, previous.value, m_max.value});
        }
        return true;
    }
    void setOp(SyncMode mode, Zxid zxid, RuleId rule, std::array<std::int64_t, 6> operands) {
        m_plan.mode = mode;
        m_plan.zxid = zxid;
        m_plan.rule = rule;
        m_plan.operands = operands;
        m_needOp = false;
    }

    SyncPlan& m_plan;
    Zxid m_peer, m_max;
    bool m_needOp = true;
};

auto walker(const CommittedLog& log) {
    return [&log, i = std::size_t{0}]() mutable -> const TxnRef* { return i < log.size() ? &log[i++] : nullptr; };
}

auto walker(TxnLog::Reader& reader) {
    return [&reader, first = true]() mutable -> const TxnRef* {
        if (!first && !reader.atEnd()) reader.next();
        first = false;
        return reader.atEnd() || reader.damaged() ? nullptr : &reader.txn();   // a damaged record ends the walk (TxnLogProposalIterator)
    };
}

/// ZKDatabase.getProposalsFromTxnLog: is the disk log usable for a learner at `peer` (§15 no. 1)?
bool diskLogUsable(const SyncInput& in, const TxnLog::Reader& reader) {
    if (reader.atEnd() || reader.damaged() || reader.txn()->zxid > in.peerLast) return false;
    if (in.snapshotSizeFactor == 0) return true;
    const auto limit = static_cast<std::int64_t>(static_cast<double>(in.snapshotBytes) * in.snapshotSizeFactor);
    return limit <= 0 || reader.laterFilesBytes(in.preAllocSize) <= limit;
}

void snap(SyncPlan& plan, const SyncInput& in, RuleId rule, std::array<std::int64_t, 6> operands) {
    plan.mode = SyncMode::Snap;
    plan.zxid = in.lastProcessed;
    plan.lastQueued = in.lastProcessed;
    plan.committed.clear();
    plan.rule = rule;
    plan.operands = operands;
}

/// LearnerHandler.run before 3.3.4 (ZOOKEEPER-1154): nobody asks whether the learner's last transaction is one of the leader's.
void diffWhateverItHas(SyncPlan& plan, const SyncInput& in, Zxid max) {
    bool known = false;
    plan.mode = SyncMode::Diff;
    plan.zxid = max;
    for (std::size_t i = 0; i < in.committedLog->size(); ++i) {
        const TxnRef& txn = (*in.committedLog)[i];
        known |= txn->zxid == in.peerLast;
        if (txn->zxid > in.peerLast) plan.committed.push_back(txn);
    }
    plan.lastQueued = max;
    plan.rule = known ? RuleId::SyncDiff : RuleId::SyncDiffKeepsSurplus;
    plan.operands = {in.peerLast.value, max.value};
}

}  // namespace

SyncPlan planSync(const SyncInput& in) {
    SyncPlan plan;
    const bool empty = in.committedLog->empty();
    const Zxid min = empty ? in.lastProcessed : in.committedLog->front()->zxid;
    const Zxid max = empty ? in.lastProcessed : in.committedLog->back()->zxid;
    const Zxid peer = in.peerLast;
    plan.minCommitted = empty ? Zxid{} : min;
    plan.maxCommitted = empty ? Zxid{} : max;
    if (in.forceSnapshot) {
        snap(plan, in, RuleId::SyncForcedSnap, {peer.value});
    } else if (peer == in.lastProcessed) {
        plan.mode = SyncMode::Diff;
        plan.zxid = plan.lastQueued = peer;
        plan.rule = RuleId::SyncEqual;
        plan.operands = {peer.value};
    } else if (peer > max && peer.counter() != 0) {
        plan.mode = SyncMode::Trunc;
        plan.zxid = plan.lastQueued = max;
        plan.rule = RuleId::SyncTruncAboveMax;
        plan.operands = {peer.value, max.value};
    } else if (min <= peer && peer <= max) {
        plan.via = SyncPlan::Via::CommittedLog;
        if (in.neverCutsInside) {
            diffWhateverItHas(plan, in, max);
            return plan;
        }
        Queueing queueing(plan, peer, max);
        queueing.walk(walker(*in.committedLog), nullptr);
        if (queueing.needsOp()) {
            const auto operands = plan.operands;
            const bool across = plan.rule == RuleId::SyncCannotTruncAcrossEpochs;
            snap(plan, in, across ? plan.rule : RuleId::SyncSnap, across ? operands : decltype(operands){peer.value, min.value, max.value});
        }
    } else if (peer < min && in.snapshotSizeFactor >= 0) {
        TxnLog::Reader reader(*in.diskLog, peer);
        bool done = false;
        if (diskLogUsable(in, reader)) {
            plan.via = SyncPlan::Via::DiskLog;
            Queueing queueing(plan, peer, max);
            queueing.walk(walker(reader), &min);
            if (plan.lastQueued >= min) {   // the only test for a gap (§15 no. 2)
                queueing.walk(walker(*in.committedLog), nullptr);
                done = !queueing.needsOp();
            }
        }
        if (!done) {
            const auto operands = plan.operands;
            const bool across = plan.rule == RuleId::SyncCannotTruncAcrossEpochs;
            snap(plan, in, across ? plan.rule : RuleId::SyncDiskLogUnusable, across ? operands : decltype(operands){peer.value, min.value});
        }
    } else {
        snap(plan, in, RuleId::SyncSnap, {peer.value, min.value, max.value});
    }
    return plan;
}

}  // namespace zab
