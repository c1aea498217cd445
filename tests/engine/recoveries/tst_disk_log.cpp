// SPDX-License-Identifier: GPL-3.0-or-later
// How the transaction log is opened, cut and walked (FileTxnLog, TxnLogProposalIterator; protocol reference §3.4, §3.10, §15).
#include "engine/world/disk_setup.h"
#include "engine/zab/sync_plan.h"

#include <QTest>

using namespace zab;

namespace {

Zxid z(Epoch e, std::int64_t c) { return Zxid::make(e, c); }

/// Files of transactions of epoch 1: {{1, 5}, {6, 9}} is 1.1-1.5 and 1.6-1.9.
Durable diskOf(const std::vector<std::pair<int, int>>& files, std::optional<Zxid> damaged = {}) {
    DiskImage image;
    for (const auto& [first, last] : files) {
        image.log.emplace_back();
        for (int c = first; c <= last; ++c) image.log.back().push_back(z(1, c));
    }
    image.damaged = damaged;
    Durable disk;
    setUpDisk(image, disk);
    return disk;
}

std::vector<std::int64_t> counters(const TxnLog& log) {
    std::vector<std::int64_t> all;
    for (const LogFile& file : log.files())
        for (std::size_t i = 0; i < file.readable(); ++i) all.push_back(file.records[i]->zxid.counter());
    return all;
}

std::vector<std::int64_t> upTo(std::int64_t last) {
    std::vector<std::int64_t> all;
    for (std::int64_t c = 1; c <= last; ++c) all.push_back(c);
    return all;
}

}  // namespace

class TestDiskLog : public QObject {
    Q_OBJECT
private slots:
    void opensTheFileBeforeTheOneNamedAsWanted();
    void countsTheFilesBehindTheOpenedOne();
    void cutsBehindTheFirstRecordFromTheTargetOn_data();
    void cutsBehindTheFirstRecordFromTheTargetOn();
    void doesNotCutWhereNothingIsFound();
    void doesNotCutBehindDamage();
    void damageEndsTheLeadersWalk();
};

void TestDiskLog::opensTheFileBeforeTheOneNamedAsWanted() {
    const Durable disk = diskOf({{1, 5}, {6, 9}});
    QVERIFY(TxnLog::Reader(disk.log, z(1, 6)).txn()->zxid == z(1, 1));
    QVERIFY(TxnLog::Reader(disk.log, z(1, 7)).txn()->zxid == z(1, 6));
    QVERIFY(TxnLog::Reader(disk.log, z(1, 1)).txn()->zxid == z(1, 1));
}

void TestDiskLog::countsTheFilesBehindTheOpenedOne() {
    const Durable disk = diskOf({{1, 5}, {6, 9}});
    const std::int64_t file = 16 + 65536;   // header and what is preallocated
    QCOMPARE(TxnLog::Reader(disk.log, z(1, 6)).laterFilesBytes(65536), file);
    QCOMPARE(TxnLog::Reader(disk.log, z(1, 7)).laterFilesBytes(65536), std::int64_t{0});
}

void TestDiskLog::cutsBehindTheFirstRecordFromTheTargetOn_data() {
    QTest::addColumn<int>("target");
    QTest::addColumn<int>("last");
    QTest::newRow("inside the first file") << 3 << 3;
    QTest::newRow("at its end") << 5 << 5;
    QTest::newRow("at the start of the next") << 6 << 6;
    QTest::newRow("below everything: the first record survives") << 0 << 1;
}

void TestDiskLog::cutsBehindTheFirstRecordFromTheTargetOn() {
    QFETCH(int, target);
    QFETCH(int, last);
    Durable disk = diskOf({{1, 5}, {6, 9}});
    QVERIFY(disk.log.truncate(z(1, target)));
    QCOMPARE(counters(disk.log), upTo(last));
}

void TestDiskLog::doesNotCutWhereNothingIsFound() {
    Durable none = diskOf({});
    QVERIFY(!none.log.truncate(z(1, 1)));
    Durable older = diskOf({{1, 3}});   // the reader runs off the end and has no place to cut at
    QVERIFY(!older.log.truncate(z(1, 5)));
    QCOMPARE(counters(older.log), upTo(3));
}

void TestDiskLog::doesNotCutBehindDamage() {
    Durable disk = diskOf({{1, 5}, {6, 9}}, z(1, 3));
    QVERIFY(!disk.log.truncate(z(1, 4)));
    QVERIFY(disk.log.truncate(z(1, 2)));
}

void TestDiskLog::damageEndsTheLeadersWalk() {
    const auto plan = [](std::optional<Zxid> damaged) {
        const Durable disk = diskOf({{1, 9}}, damaged);
        CommittedLog memory;
        for (TxnLog::Reader reader(disk.log, z(1, 8)); !reader.atEnd(); reader.next())
            if (reader.txn()->zxid >= z(1, 8)) memory.push_back(reader.txn());
        SyncInput in;
        in.peerLast = z(1, 2);
        in.lastProcessed = z(1, 9);
        in.committedLog = &memory;
        in.diskLog = &disk.log;
        return planSync(in);
    };
    QCOMPARE(plan({}).mode, SyncMode::Diff);
    QCOMPARE(plan({}).committed.size(), std::size_t{7});
    QCOMPARE(plan(z(1, 4)).mode, SyncMode::Snap);
    QCOMPARE(plan(z(1, 4)).via, SyncPlan::Via::DiskLog);   // a gap, seen after the walk
    QCOMPARE(plan(z(1, 1)).via, SyncPlan::Via::Nothing);   // not even opened
    QVERIFY(plan(z(1, 4)).committed.empty());
}

QTEST_APPLESS_MAIN(TestDiskLog)
#include "tst_disk_log.moc"
