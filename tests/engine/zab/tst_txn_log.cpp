// SPDX-License-Identifier: GPL-3.0-or-later
// The transaction log on disk: append and fsync are two steps, a crash takes what was not synced, files and their sizes;
// and the persistent sequence beneath, whose copies are independent.
#include "engine/base/prng.h"
#include "engine/zab/txn_log.h"
#include "tests/engine/zab/made_txn.h"

#include <QtTest>

using namespace zab;

namespace {

TxnRef txn(int counter) { return txn(Zxid::make(1, counter)); }

QString show(const TxnLog& log) {
    QString text;
    for (const LogFile& f : log.files()) {
        text += "[";
        for (std::size_t i = 0; i < f.readable(); ++i) text += QString::number(f.records[i]->zxid.counter()) + " ";
        text += "]";
    }
    return text;
}

}  // namespace

class TestTxnLog : public QObject {
    Q_OBJECT

private slots:
    void aCrashTakesOnlyWhatWasNotSynced() {
        TxnLog log;
        for (int i = 1; i <= 3; ++i) log.append(txn(i));
        log.sync();
        for (int i = 4; i <= 6; ++i) log.append(txn(i));
        QCOMPARE(log.unsynced(), std::size_t{3});
        QCOMPARE(log.lastSynced().counter(), 3);
        QCOMPARE(log.last().counter(), 6);
        TxnLog some = log;
        QCOMPARE(some.lose(2), std::size_t{2});
        QCOMPARE(show(some), QString("[1 2 3 4 ]"));
        QCOMPARE(some.files().back().bytes, 16 + 4 * 100);
        QCOMPARE(log.lose(100), std::size_t{3});   // never more than what is unsynced
        QCOMPARE(show(log), QString("[1 2 3 ]"));
        QCOMPARE(log.unsynced(), std::size_t{0});
    }
    void losingAWholeFileRemovesIt() {
        TxnLog log;
        log.append(txn(1));
        log.sync();
        log.roll();
        log.append(txn(2));
        QCOMPARE(show(log), QString("[1 ][2 ]"));
        QCOMPARE(log.files().back().name().counter(), 2);
        log.lose(1);
        QCOMPARE(show(log), QString("[1 ]"));
    }
    void aTornRecordIsNotRead() {
        LogFile file;
        file.records.push_back(txn(1));
        file.records.push_back(txn(2));
        file.torn = true;
        TxnLog log;
        log.addFile(file);
        QCOMPARE(log.last().counter(), 1);
        log.append(txn(2));   // goes on in a new file
        QCOMPARE(show(log), QString("[1 ][2 ]"));
        QCOMPARE(log.last().counter(), 2);
    }
    void theReaderOpensTheLastFileOlderThanWanted() {
        TxnLog log;
        for (const int i : {1, 2, 5, 6}) {
            if (i == 5) log.roll();
            log.append(txn(i));
        }
        const auto first = [&](int from) { return TxnLog::Reader(log, Zxid::make(1, from)).txn()->zxid.counter(); };
        QCOMPARE(first(1), 1);
        QCOMPARE(first(4), 1);
        QCOMPARE(first(5), 1);   // the file that bears the wanted name is not enough: the one before it
        QCOMPARE(first(6), 5);
        QCOMPARE(first(9), 5);
        TxnLog::Reader reader(log, Zxid::make(1, 2));
        int read = 0;
        for (; !reader.atEnd(); reader.next()) ++read;
        QCOMPARE(read, 4);   // on into the next file
    }
    void filesAreAsLargeAsTheyWerePreallocated() {
        LogFile file;
        QCOMPARE(file.preallocatedBytes(0), file.bytes);
        QCOMPARE(file.preallocatedBytes(10000), 16 + 10000);
        file.bytes = 16 + 10000 - 4096;   // less than 4096 left: grown
        QCOMPARE(file.preallocatedBytes(10000), 16 + 20000);
        file.bytes -= 1;
        QCOMPARE(file.preallocatedBytes(10000), 16 + 10000);
    }
    void snapshotsStayInOrderOfTheirNames() {
        Durable disk;
        for (const int c : {5, 2, 9}) disk.addSnapshot({Zxid::make(1, c), nullptr, c == 9});
        QCOMPARE(disk.snapshots.front().name.counter(), 2);
        QCOMPARE(disk.newestValidSnapshot()->name.counter(), 5);
        disk.addSnapshot({Zxid::make(1, 9), nullptr, false});   // one of the same name is replaced
        QCOMPARE(disk.snapshots.size(), std::size_t{3});
        QCOMPARE(disk.newestValidSnapshot()->name.counter(), 9);
    }
    void copiesOfTheSequenceAreIndependent() {
        PersistentLog<int> log;
        std::vector<std::pair<PersistentLog<int>, std::vector<int>>> copies;
        std::vector<int> model;
        Prng random(7);
        for (int step = 0; step < 20000; ++step) {
            const std::int64_t kind = random.below(100);
            if (kind < 70) {
                log.push_back(step);
                model.push_back(step);
            } else if (kind < 90) {
                if (model.empty()) continue;
                log.pop_front();
                model.erase(model.begin());
            } else if (kind < 92) {
                const auto keep = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(model.size()) + 1));
                const std::size_t n = std::max(keep, model.size() > 40 ? model.size() - 40 : 0);
                log.truncate(n);
                model.resize(n);
            } else if (kind < 93) {
                copies.emplace_back(log, model);
            } else if (kind == 93 && !copies.empty()) {   // go on from an older copy
                std::tie(log, model) = copies[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(copies.size())))];
            }
        }
        copies.emplace_back(log, model);
        QVERIFY(copies.size() > 100);
        for (const auto& [copy, expected] : copies) {
            QCOMPARE(copy.size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i)
                if (copy[i] != expected[i]) QFAIL("a copy has changed");
        }
    }
};

QTEST_APPLESS_MAIN(TestTxnLog)
#include "tst_txn_log.moc"
