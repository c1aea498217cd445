// SPDX-License-Identifier: GPL-3.0-or-later
// `set curedRecovery yes`: the same history with ZooKeeper's own recovery, which loses or keeps what it must not, and with the
// cure (§3.4 row 3, §3.6, chapter 15 no. 2, 3, 5 to 7).
#include "engine/script/script.h"

#include <QtTest>

using namespace zab;

Q_DECLARE_METATYPE(zab::RuleId)

namespace {

// TRUNC cuts the log, and the newer snapshot brings it back.
constexpr const char* kNewerSnapshot = R"(servers 3
disk S1 S2 log 1.1-1.5 accepted 1 current 1
disk S3 log 1.1-1.7 snapshot 1.4 (1.1-1.4) snapshot 1.7 (1.1-1.7) accepted 1 current 1
start S1 S2
run until leader
run until quiet
start S3
run until S3 FOLLOWING
run until quiet
expect sync S3 TRUNC
expect no znode /t-1-6
expect same trees
expect no violation
)";

// No snapshot reaches back to where TRUNC wants to go.
constexpr const char* kOnlySnapshot = R"(servers 3
disk S1 S2 log 1.1-1.5 accepted 1 current 1
disk S3 snapshot 1.7 (1.1-1.7) accepted 1 current 1
start S1 S2
run until leader
run until quiet
start S3
run until S3 FOLLOWING
run until quiet
run 30s
expect sync S3 SNAP
expect S3 FOLLOWING
expect no znode /t-1-6
expect same trees
expect no violation
)";

// S3's uncommitted tail was replaced by SNAP, but stays in its log. Later it leads and reads that log for S1.
constexpr const char* kDeadTail = R"(servers 3
disk S1 log 1.1-1.3 accepted 1 current 1
disk S2 log 1.1-1.3 2.1-2.4 accepted 2 current 2
disk S3 log 1.1-1.5 accepted 1 current 1
set snapshotSizeFactor 0
start S2
start S3
run until leader
run until quiet
C1 connect S3
run until quiet
C1 create /w1
run until quiet
crash S2
start S1
run until leader within 60s
run until quiet
expect same trees
expect no violation
)";

// S2 has acknowledged 1.2, comes back, has to cut it and gets it again; its old ack must not make the quorum.
constexpr const char* kAckOfWhatIsCut = R"(servers 3
seed 3
start all
run until leader S3
run until quiet
C1 connect S3
run until quiet
fsync S3 700ms
fsync S1 20s
C1 create /x
run 100ms
fsync S2 20s
force timeout S2
run until rule SyncTruncAboveMax
run 600ms
crash S3
crash S1
crash S2
fsync all 5ms
start S1 S2
run until leader within 60s
run until quiet
expect no violation
)";

QString play(const QString& history, bool cured, RuleId* ruled = nullptr) {
    const std::string text = std::string("title \"cured recovery\"\nset curedRecovery ") + (cured ? "yes\n" : "no\n") + history.toStdString();
    const auto parsed = parseScript(text, "history.lab");
    if (const auto* error = std::get_if<ScriptError>(&parsed)) return QString::fromStdString(error->text());
    const Script& script = std::get<Script>(parsed);
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    for (EventId id = 0; ruled && id < lab.trace().size(); ++id)
        if (lab.trace().at(id).rule == *ruled) ruled = nullptr;
    if (ruled) return QString("%1 has decided nothing").arg(QString::fromUtf8(ruleInfo(*ruled).id.data()));
    return runner.failures().empty() ? QString() : QString::fromStdString(runner.failures().front().seen);
}

}  // namespace

class TestCuredRecovery : public QObject {
    Q_OBJECT

private slots:
    void theCureKeepsWhatTheReleaseLoses_data() {
        QTest::addColumn<QString>("history");
        QTest::addColumn<RuleId>("rule");
        QTest::addColumn<QString>("lost");
        QTest::newRow("TRUNC and a newer snapshot") << QString(kNewerSnapshot) << RuleId::CuredTruncUndoesSnapshots << "S3 has /t-1-6";
        QTest::newRow("TRUNC and no older snapshot") << QString(kOnlySnapshot) << RuleId::CuredTruncAsksForSnap << "the last synchronization was TRUNC";
        QTest::newRow("dead tail in the log") << QString(kDeadTail) << RuleId::CuredLogBeginsAnew << "the trees of S1 (3.2) and S3 (4.0) differ";
        QTest::newRow("ack of what is cut") << QString(kAckOfWhatIsCut) << RuleId::CuredAcksWithdrawn << "violated: leaderLogCompleteness";
    }
    void theCureKeepsWhatTheReleaseLoses() {
        QFETCH(QString, history);
        QFETCH(RuleId, rule);
        QFETCH(QString, lost);
        QCOMPARE(play(history, false), lost);
        QCOMPARE(play(history, true, &rule), QString());
    }
};

QTEST_APPLESS_MAIN(TestCuredRecovery)
#include "tst_cured_recovery.moc"
