// SPDX-License-Identifier: GPL-3.0-or-later
// DIFF, TRUNC or SNAP: the worked examples of §14.5 and the corrections of chapter 15, straight through planSync.
#include "engine/zab/sync_plan.h"
#include "tests/engine/zab/made_txn.h"

#include <QtTest>

using namespace zab;

namespace {

Zxid parse(const QString& text) {
    const QStringList parts = text.split(':');
    return Zxid::make(parts.at(0).toLongLong(), parts.at(1).toLongLong());
}

std::vector<Zxid> parseAll(const QString& text) {
    std::vector<Zxid> all;
    for (const QString& one : text.split(' ', Qt::SkipEmptyParts)) all.push_back(parse(one));
    return all;
}

QString show(const SyncPlan& plan) {
    const auto name = [](Zxid z) { return QString("%1:%2").arg(z.epoch()).arg(z.counter()); };
    const std::string mode(syncName(plan.mode));
    QString text = QString::fromStdString(mode) + " " + name(plan.zxid);
    for (const TxnRef& t : plan.committed) text += " " + name(t->zxid);
    return text;
}

}  // namespace

class TestSyncPlan : public QObject {
    Q_OBJECT

private slots:
    void table_data() {
        QTest::addColumn<QString>("memory");     // the leader's committed log
        QTest::addColumn<QString>("disk");       // its log files, divided by |
        QTest::addColumn<QString>("last");       // its last processed zxid
        QTest::addColumn<QString>("peer");
        QTest::addColumn<double>("factor");
        QTest::addColumn<QString>("plan");
        const QString worked = "1:5 1:6 1:7 2:1 2:2";
        const auto row = [](const char* name, QString memory, QString disk, QString last, QString peer, double factor, QString plan) {
            QTest::newRow(name) << memory << disk << last << peer << factor << plan;
        };
        row("equal", worked, worked, "2:2", "2:2", 0.33, "DIFF 2:2");
        row("within", worked, worked, "2:2", "1:7", 0.33, "DIFF 2:2 2:1 2:2");
        row("within, first", worked, worked, "2:2", "1:5", 0.33, "DIFF 2:2 1:6 1:7 2:1 2:2");
        row("start of an epoch", worked, worked, "2:2", "2:0", 0.33, "DIFF 2:2 2:1 2:2");
        row("above max", worked, worked, "2:2", "2:9", 0.33, "TRUNC 2:2");
        row("tail of an older epoch", worked, worked, "2:2", "1:9", 0.33, "SNAP 2:2");
        row("hole in the leader's log", "1:5 1:7 2:1 2:2", worked, "2:2", "1:6", 0.33, "TRUNC 1:5 1:7 2:1 2:2");
        row("start of an epoch above max", worked, worked, "2:2", "3:0", 0.33, "SNAP 2:2");
        row("below min, the disk has it", worked, "1:1 1:2 1:3 1:4 1:5 1:6 1:7 2:1 2:2", "2:2", "1:2", 0.33,
            "DIFF 2:2 1:3 1:4 1:5 1:6 1:7 2:1 2:2");
        row("below min, the disk begins later", worked, "1:4 1:5 1:6 1:7 2:1 2:2", "2:2", "1:2", 0.33, "SNAP 2:2");
        row("below min, disk switched off", worked, "1:1 1:2 1:3 1:4 1:5 1:6 1:7 2:1 2:2", "2:2", "1:2", -1, "SNAP 2:2");
        row("fresh, leader fresh", "", "", "0:0", "0:0", 0.33, "DIFF 0:0");
        row("fresh, leader not", worked, "1:1 1:2 1:3 1:4 1:5 1:6 1:7 2:1 2:2", "2:2", "0:0", 0.33, "SNAP 2:2");
        // Chapter 15
        row("no. 1: one file has no limit", worked, "1:1 1:2 1:3 1:4 1:5 1:6 1:7 2:1 2:2", "2:2", "1:1", 0.33,
            "DIFF 2:2 1:2 1:3 1:4 1:5 1:6 1:7 2:1 2:2");
        row("no. 1: a second file counts whole", worked, "1:1 1:2 1:3 1:4|1:5 1:6 1:7 2:1 2:2", "2:2", "1:2", 0.33, "SNAP 2:2");
        row("no. 1: factor 0 is no limit", worked, "1:1 1:2 1:3 1:4|1:5 1:6 1:7 2:1 2:2", "2:2", "1:2", 0,
            "DIFF 2:2 1:3 1:4 1:5 1:6 1:7 2:1 2:2");
        row("no. 2: the disk ends before min", worked, "1:1 1:2 1:3", "2:2", "1:2", 0.33, "SNAP 2:2");
        row("no. 2: a hole is not seen", "1:9 1:10", "1:3 1:4 1:9 1:10", "1:10", "1:4", 0.33, "DIFF 1:10 1:9 1:10");
        row("no. 4: TRUNC of a later epoch", "1:3 1:4 1:5", "1:3 1:4 1:5", "1:5", "2:3", 0.33, "TRUNC 1:5");
        row("no. 5: nothing in memory, equal data", "", "", "2:0", "1:5", 0.33, "SNAP 2:0");
        row("no. 5: TRUNC to a start of epoch", "", "", "1:0", "1:5", 0.33, "TRUNC 1:0");
        row("no. 13: a leader that returns before any write", worked, worked, "4:0", "3:0", 0.33, "SNAP 4:0");
        row("no. 13: and after one", "1:5 4:1", "1:5 4:1", "4:1", "3:0", 0.33, "DIFF 4:1 4:1");
    }
    void table() {
        QFETCH(QString, memory); QFETCH(QString, disk); QFETCH(QString, last); QFETCH(QString, peer);
        QFETCH(double, factor); QFETCH(QString, plan);
        CommittedLog committed;
        for (const Zxid z : parseAll(memory)) committed.push_back(txn(z));
        TxnLog log;
        for (const QString& file : disk.split('|')) {
            log.roll();
            for (const Zxid z : parseAll(file)) log.append(txn(z));
        }
        SyncInput in;
        in.peerLast = parse(peer);
        in.lastProcessed = parse(last);
        in.committedLog = &committed;
        in.diskLog = &log;
        in.snapshotBytes = 10000;
        in.snapshotSizeFactor = factor;
        in.preAllocSize = 65536 * 1024;
        const SyncPlan made = planSync(in);
        QCOMPARE(show(made), plan);
        QVERIFY(made.rule != RuleId::None);
        QCOMPARE(made.lastQueued.value, (made.committed.empty() ? made.zxid : made.committed.back()->zxid).value);
        in.forceSnapshot = true;
        QCOMPARE(planSync(in).mode, SyncMode::Snap);
    }
};

QTEST_APPLESS_MAIN(TestSyncPlan)
#include "tst_sync_plan.moc"
