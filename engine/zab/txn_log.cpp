// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/zab/txn_log.h"

#include <algorithm>

namespace zab {
namespace {

std::int64_t bytesOf(const TxnRef& txn) { return txn->payload ? txn->payload->sizeBytes() : 0; }

/// The file ends behind its first `keep` records.
void keepFirst(LogFile& file, std::size_t keep) {
    for (std::size_t i = keep; i < file.records.size(); ++i) file.bytes -= bytesOf(file.records[i]);
    file.records.truncate(keep);
}

}  // namespace

std::int64_t LogFile::preallocatedBytes(std::int64_t preAllocSize) const {
    if (preAllocSize <= 0) return bytes;
    // FilePadding: grown whenever less than 4096 bytes are left.
    std::int64_t size = 16 + preAllocSize;
    while (bytes + 4096 >= size) size += preAllocSize;
    return size;
}

void TxnLog::append(TxnRef txn) {
    if (!m_open || m_files.empty()) {
        const bool sameName = !m_files.empty() && m_files.back().readable() == 0 && m_files.back().name() == txn->zxid;
        if (sameName) m_files.pop_back();   // only a torn record stands in it; a file of that name is written anew
        m_files.emplace_back();
        m_open = true;
    }
    LogFile& file = m_files.back();
    file.bytes += bytesOf(txn);
    file.records.push_back(std::move(txn));
    ++m_unsynced;
}

std::size_t TxnLog::lose(std::size_t records, bool torn) {
    std::size_t left = std::min(records, atRisk());
    const std::size_t lost = left;
    if (torn && left > 0) --left;   // it stays, half of it
    else torn = false;
    while (left > 0 && !m_files.empty()) {
        LogFile& file = m_files.back();
        const std::size_t here = std::min(left, file.records.size());
        keepFirst(file, file.records.size() - here);
        left -= here;
        if (file.records.empty()) m_files.pop_back();
    }
    if (torn) m_files.back().torn = true;
    m_unsynced = m_claimed = 0;
    return lost;
}

Zxid TxnLog::last() const {
    for (auto it = m_files.rbegin(); it != m_files.rend(); ++it)
        if (it->readable() > 0) return it->records[it->readable() - 1]->zxid;
    return {};
}

Zxid TxnLog::lastSynced() const {
    std::size_t skip = m_unsynced;
    for (auto it = m_files.rbegin(); it != m_files.rend(); ++it) {
        if (it->readable() > skip) return it->records[it->readable() - 1 - skip]->zxid;
        skip -= std::min(skip, it->readable());
    }
    return {};
}

bool TxnLog::truncate(Zxid z) {
    if (m_files.empty()) return false;
    Reader reader(*this, z);
    while (!reader.atEnd() && !reader.damaged() && reader.txn()->zxid < z) reader.next();
    if (reader.atEnd() || reader.damaged()) return false;   // FileTxnLog.truncate knows no place to cut at
    roll();
    m_unsynced = m_claimed = 0;
    LogFile& file = m_files[reader.m_file];   // the record that the reader stands on survives (§15 no. 6)
    keepFirst(file, reader.m_record + 1);
    file.torn = false;
    m_files.resize(reader.m_file + 1);
    return true;
}

bool TxnLog::cutAfter(Zxid z) {
    for (const LogFile& file : m_files)
        if (file.damaged) return false;
    while (!m_files.empty()) {
        LogFile& file = m_files.back();
        std::size_t keep = file.readable();
        while (keep > 0 && file.records[keep - 1]->zxid > z) --keep;
        keepFirst(file, keep);
        file.torn = false;
        if (keep > 0) break;
        m_files.pop_back();
    }
    roll();
    m_unsynced = m_claimed = 0;
    return true;
}

void TxnLog::clear() {
    m_files.clear();
    roll();
    m_unsynced = m_claimed = 0;
}

TxnLog::Reader::Reader(const TxnLog& log, Zxid from) : m_log(&log), m_file(0), m_first(0) {
    for (std::size_t f = 0; f < log.m_files.size(); ++f)
        if (log.m_files[f].name() < from) m_file = f;
    m_first = m_file;
    skipEmpty();
}

void TxnLog::Reader::skipEmpty() {
    while (m_file < m_log->m_files.size() && m_record >= m_log->m_files[m_file].readable()) {
        ++m_file;
        m_record = 0;
    }
}

void TxnLog::Reader::next() {
    ++m_record;
    skipEmpty();
}

bool TxnLog::Reader::damaged() const {
    const LogFile& file = m_log->m_files[m_file];
    return file.damaged && *file.damaged == txn()->zxid;
}

std::int64_t TxnLog::Reader::laterFilesBytes(std::int64_t preAllocSize) const {
    std::int64_t sum = 0;
    for (std::size_t f = m_first + 1; f < m_log->m_files.size(); ++f) sum += m_log->m_files[f].preallocatedBytes(preAllocSize);
    return sum;
}

void Durable::addSnapshot(SnapshotFile file) {
    const auto at = std::lower_bound(snapshots.begin(), snapshots.end(), file.name,
                                     [](const SnapshotFile& s, Zxid z) { return s.name < z; });
    if (at != snapshots.end() && at->name == file.name) *at = std::move(file);
    else snapshots.insert(at, std::move(file));
}

const SnapshotFile* Durable::newestValidSnapshot() const {
    for (auto it = snapshots.rbegin(); it != snapshots.rend(); ++it)
        if (!it->broken) return &*it;
    return nullptr;
}

std::optional<int> Durable::undoAfter(Zxid z) {
    const auto reachesTooFar = [z](const SnapshotFile& s) { return s.broken || s.name > z || s.content->contentZxid() > z; };
    const auto base = std::find_if_not(snapshots.rbegin(), snapshots.rend(), reachesTooFar);
    TxnLog cut = log;
    if (base == snapshots.rend() || !cut.cutAfter(z)) return {};
    // Snapshot and log together have to reach z without a hole; (epoch,0) is no transaction.
    Zxid reached = base->content->contentZxid();
    for (TxnLog::Reader reader(cut, Zxid{}); !reader.atEnd(); reader.next()) {
        const Zxid next = reader.txn()->zxid;
        if (next <= reached) continue;
        const bool follows = next.epoch() == reached.epoch() ? next == reached.next() : next.counter() == 1;
        if (!follows) return {};
        reached = next;
    }
    if (z.counter() == 0 ? reached.epoch() >= z.epoch() && z.value != 0 : reached != z) return {};
    log = std::move(cut);
    return static_cast<int>(std::erase_if(snapshots, reachesTooFar));
}

void Durable::beginAnewBehind(Zxid name) {
    log.clear();
    std::erase_if(snapshots, [name](const SnapshotFile& s) { return s.name != name; });
}

}  // namespace zab
