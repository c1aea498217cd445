// SPDX-License-Identifier: GPL-3.0-or-later
// What a crash leaves: the transaction log in files, the snapshots, the epoch files (§1.3, §3.10, §9, chapter 15).
#pragma once

#include "engine/base/persistent_log.h"
#include "engine/zab/txn.h"

#include <optional>
#include <vector>

namespace zab {

/// One log.<zxid> file.
struct LogFile {
    PersistentLog<TxnRef> records;
    std::int64_t bytes = 16;          ///< written, header included
    bool torn = false;                ///< the last record is only half there
    std::optional<Zxid> damaged;      ///< this record fails its checksum
    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)
    Zxid name() const { return records.empty() ? Zxid{} : records.front()->zxid; }
    /// Records a reader gets: without a torn last one.
    std::size_t readable() const { return records.size() - (torn ? 1 : 0); }
    std::int64_t preallocatedBytes(std::int64_t preAllocSize) const;
};

/// The transaction log (FileTxnLog). Copies share their records.
class TxnLog {
public:
    void append(TxnRef txn);               ///< not yet fsynced; opens a new file where roll() asked for it
    /// Everything appended is on disk; a disk that lies only says so.
    void sync() { m_claimed = m_lies ? m_claimed + m_unsynced : 0, m_unsynced = 0; }
    std::size_t unsynced() const { return m_unsynced; }
    void setLying(bool lies) { m_lies = lies; }
    std::size_t claimed() const { return m_claimed; }                     ///< records that a lying disk has reported and not written
    std::size_t atRisk() const { return m_unsynced + m_claimed; }         ///< what a loss of power may take
    /// The machine lost power: the last `records` of those at risk are gone; torn: of the first of them one half is there.
    /// Returns how many are gone.
    std::size_t lose(std::size_t records, bool torn = false);
    void roll() { m_open = false; }        ///< the next append begins a new file
    /// Cuts right after the first record >= z and deletes later files (§15 no. 6); false, and nothing is cut, where no record
    /// >= z can be read: no log, all records older, or a damaged one before it.
    bool truncate(Zxid z);
    /// Removes every record > z, the target there or not; false, and nothing is cut, where a damaged record is in the way.
    bool cutAfter(Zxid z);
    void clear();                          ///< all files are removed
    const std::vector<LogFile>& files() const { return m_files; }
    void addFile(LogFile file) { m_files.push_back(std::move(file)); m_open = false; }
    bool empty() const { return m_files.empty(); }
    Zxid last() const;                     ///< last readable record, 0.0 if none
    Zxid lastSynced() const;

    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)

    /// Walks the records that a reader gets which opens the last file with name < from and all later ones: a file
    /// named exactly so is not the first one (FileTxnIterator.init, §15 no. 1).
    class Reader {
    public:
        Reader(const TxnLog& log, Zxid from);
        bool atEnd() const { return m_file >= m_log->m_files.size(); }
        const TxnRef& txn() const { return m_log->m_files[m_file].records[m_record]; }
        bool damaged() const;              ///< this record fails its checksum
        void next();
        std::int64_t laterFilesBytes(std::int64_t preAllocSize) const;   ///< getStorageSize: files after the first one (§15 no. 1)

    private:
        friend class TxnLog;
        void skipEmpty();
        const TxnLog* m_log;
        std::size_t m_file;
        std::size_t m_record = 0;
        std::size_t m_first;
    };

private:
    std::vector<LogFile> m_files;
    bool m_open = false;
    std::size_t m_unsynced = 0;   ///< the newest records
    std::size_t m_claimed = 0;    ///< those right before them
    bool m_lies = false;
};

struct SnapshotFile {
    Zxid name;             ///< lastProcessedZxid when it was started
    SnapshotRef content;
    bool broken = false;   ///< the end is missing
};

/// Everything on one server's disk.
struct Durable {
    std::optional<Epoch> acceptedEpoch, currentEpoch, currentEpochTmp;
    TxnLog log;
    std::vector<SnapshotFile> snapshots;   ///< ascending by name
    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)
    void addSnapshot(SnapshotFile file);   ///< replaces one of the same name
    const SnapshotFile* newestValidSnapshot() const;
    /// Cured recovery: back to exactly the prefix of the history up to z, in the log and in the snapshots. How many snapshots
    /// were removed for it; nothing where snapshot and log do not lead to z without a hole, and then nothing is changed.
    std::optional<int> undoAfter(Zxid z);
    void beginAnewBehind(Zxid name);       ///< only the snapshot of that name stays, and an empty log
};

}  // namespace zab
