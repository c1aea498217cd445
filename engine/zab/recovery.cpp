// SPDX-License-Identifier: GPL-3.0-or-later
// From disk to memory: restore, replay, the start-up checks and refusals (§1.3, §3.10, chapter 15).
#include "engine/base/digest.h"
#include "engine/zab/replica_step.h"

namespace zab {

std::uint64_t extendHistory(std::uint64_t history, const Txn& txn) {
    Digest d;
    d.add(history);
    d.add(txn.zxid.value);
    d.add(txn.payload ? txn.payload->digest() : 0);
    return d.value();
}

void Replica::start(const EnsembleConfig& config, StateMachine& app, SimTime now, Effects& out) {
    Step s{config, app, now, out};
    m_loaded = false;
    if (!loadDatabase(s) || !checkEpochs(s)) return;
    out.note(EventKind::ServerStarted, {m_lastProcessed.value, acceptedEpoch(), currentEpoch(), static_cast<std::int64_t>(m_history)});
    m_currentVote = ownVote();
    enterLooking(s);
}

bool Replica::loadDatabase(Step& s) {
    m_committedLog.clear();
    if (!restoreTree(s)) return false;
    m_loaded = replayLog(s);
    return m_loaded;
}

bool Replica::restoreTree(Step& s) {
    const SnapshotFile* file = m_disk.newestValidSnapshot();
    if (!file) {
        if (m_disk.log.last().value != 0 || !m_disk.log.empty()) {
            s.out.exit(true, RuleId::StartLogWithoutSnapshot, {m_disk.log.last().value});
            return false;
        }
        s.app.restore(nullptr);
        m_disk.addSnapshot({Zxid{}, s.app.snapshot(Zxid{}, 0), false});
        file = m_disk.newestValidSnapshot();
        s.out.note(EventKind::SnapshotTaken, {0, 0, 0});
    }
    s.app.restore(file->content);
    m_lastProcessed = file->name;
    m_contentZxid = file->content->contentZxid();
    m_history = file->content->history();
    s.out.note(EventKind::SnapshotLoaded, {file->name.value, static_cast<std::int64_t>(m_history), m_contentZxid.value});
    return true;
}

// FileTxnSnapLog.fastForwardFromEdits: every record counts, committed or not; also used when a role ends (ZOOKEEPER-2845).
bool Replica::replayLog(Step& s) {
    const Zxid from = m_lastProcessed.next();
    bool begun = false;   // skipped are only the records before the first one wanted
    for (TxnLog::Reader reader(m_disk.log, from); !reader.atEnd(); reader.next()) {
        if (reader.damaged()) {
            s.out.exit(true, RuleId::StartDamagedRecord, {reader.txn()->zxid.value});
            return false;
        }
        begun = begun || reader.txn()->zxid >= from;
        if (!begun) continue;
        applyTxn(s, reader.txn(), false);
        rememberCommitted(s.config, reader.txn());
    }
    const auto& files = m_disk.log.files();
    if (!m_loaded && !files.empty() && files.back().torn)
        s.out.decided(RuleId::StartTornRecord, {files.back().records.back()->zxid.value});
    return true;
}

bool Replica::checkEpochs(Step& s) {
    const Epoch ofZxid = m_lastProcessed.epoch();
    const auto refuse = [&](RuleId rule, std::array<std::int64_t, 6> operands) {
        s.out.exit(true, rule, operands);
        return false;
    };
    if (!s.holds(Seal::EpochPromise) && m_disk.currentEpoch) {
        // As before 3.4.0 (ZOOKEEPER-335). Were only acceptedEpoch lost, the server would refuse to start (chapter 15 no. 10).
        s.out.decided(RuleId::WithoutEpochPromise, {acceptedEpoch(), currentEpoch(), ofZxid});
        m_disk.acceptedEpoch.reset();
        m_disk.currentEpoch.reset();
    }
    if (!m_disk.currentEpoch) {
        s.out.decided(RuleId::StartEpochFileMade, {ofZxid});
        writeCurrentEpoch(s, ofZxid);
    }
    if (ofZxid > currentEpoch()) {
        if (!m_disk.currentEpochTmp) return refuse(RuleId::StartCurrentEpochBehind, {currentEpoch(), m_lastProcessed.value});
        s.out.decided(RuleId::StartEpochFromTmp, {*m_disk.currentEpochTmp});
        writeCurrentEpoch(s, *m_disk.currentEpochTmp);
        m_disk.currentEpochTmp.reset();
    }
    if (!m_disk.acceptedEpoch) {
        s.out.decided(RuleId::StartEpochFileMade, {ofZxid});
        writeAcceptedEpoch(s, ofZxid);
    }
    if (acceptedEpoch() < currentEpoch()) return refuse(RuleId::StartAcceptedEpochBehind, {acceptedEpoch(), currentEpoch()});
    return true;
}

void Replica::writeAcceptedEpoch(Step& s, Epoch e) {
    m_disk.acceptedEpoch = e;
    s.out.note(EventKind::AcceptedEpochWritten, {e});
}

void Replica::writeCurrentEpoch(Step& s, Epoch e) {
    m_disk.currentEpoch = e;
    s.out.note(EventKind::CurrentEpochWritten, {e});
}

void Replica::takeSnapshot(Step& s) {
    m_disk.addSnapshot({m_lastProcessed, s.app.snapshot(m_contentZxid, m_history), false});
    s.out.note(EventKind::SnapshotTaken, {m_lastProcessed.value, static_cast<std::int64_t>(m_history), m_contentZxid.value});
}

void Replica::snapshotDone(const EnsembleConfig& config, StateMachine& app, Zxid name, Effects& out) {
    if (Step s{config, app, SimTime{}, out}; otherThreadCame(s, name)) return;
    m_snapshotRunning = false;
    if (config.curedRecovery && name > m_lastProcessed) {
        out.ignored(RuleId::CuredSnapshotDropped, {name.value, m_lastProcessed.value});
        return;
    }
    m_disk.addSnapshot({name, app.snapshot(m_contentZxid, m_history), false});
    out.note(EventKind::SnapshotTaken, {name.value, static_cast<std::int64_t>(m_history), m_contentZxid.value});
}

void Replica::applyTxn(Step& s, const TxnRef& txn, bool serving) {
    if (txn->zxid > m_contentZxid) {   // else a fuzzy snapshot holds it already: applied again, counted once
        m_history = extendHistory(m_history, *txn);
        m_contentZxid = txn->zxid;
    }
    if (txn->zxid > m_lastProcessed) m_lastProcessed = txn->zxid;
    s.out.note(serving ? EventKind::TxnApplied : EventKind::TxnReplayed,
               {txn->zxid.value, static_cast<std::int64_t>(txn->payload ? txn->payload->digest() : 0),
                static_cast<std::int64_t>(m_history), serving ? 1 : 0});
    if (!serving) return s.app.replay(txn);
    const std::size_t fact = s.out.list().size() - 1;
    s.app.apply(txn);
    std::get<Note>(s.out.list()[fact]).event.args[4] = static_cast<std::int64_t>(s.app.digest());
}

void Replica::rememberCommitted(const EnsembleConfig& config, const TxnRef& txn) {
    // The eviction test comes before the append and lets the log reach its limit plus one (§1.4).
    if (m_committedLog.size() > static_cast<std::size_t>(std::max(500, config.commitLogCount))) m_committedLog.pop_front();
    m_committedLog.push_back(txn);
}

}  // namespace zab
