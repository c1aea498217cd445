// SPDX-License-Identifier: GPL-3.0-or-later
// Whole scripts: where runs end, what expectations see, and what is said if they do not hold.
#include "engine/script/script.h"

#include <QtTest>

using namespace zab;

namespace {

/// "" if everything holds, "LINE: what was seen" for a failed expectation, "error: sentence" for bad input.
QString play(const char* text, Lab*& lab) {
    static std::unique_ptr<Lab> played;
    const auto parsed = parseScript(text, "t.lab");
    if (const auto* error = std::get_if<ScriptError>(&parsed)) return "error: " + QString::fromStdString(error->text());
    const Script& script = std::get<Script>(parsed);
    played = std::make_unique<Lab>(script.scenario);
    lab = played.get();
    ScriptRunner runner(script, *lab);
    while (!runner.atEnd() && runner.step()) {}
    if (runner.error()) return "error: " + QString::fromStdString(runner.error()->text());
    if (runner.failures().empty()) return {};
    const ExpectationFailure& f = runner.failures().front();
    return QString("%1: %2").arg(f.line).arg(QString::fromStdString(f.seen));
}

constexpr const char* kThree = "servers 3\nlatency 2ms jitter 0us\nfsync 5ms jitter 0us\nstart all\nrun until leader S3\nrun 1s\n";   // 6 lines

}  // namespace

class TestPlays : public QObject {
    Q_OBJECT

private slots:
    void plays_data() {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const QString& script, const char* outcome) { QTest::newRow(name) << kThree + script << QString(outcome); };
        row("no session: the servers are asked", "C1 connect S3\nrun 1s\nlink S3-S1 latency 800ms\nC1 close\nrun 300ms\nexpect no session C1 on S1\n",
            "12: S1 knows the session of C1");
        row("session: the servers are asked", "C1 connect S3\nrun 1s\nlink S3-S1 latency 800ms\nC1 close\nrun 300ms\nexpect session C1 on S1\nrun 2s\nexpect no session C1\n", "");
        row("a client that died", "C1 connect S3\nrun 1s\nC1 crash\nrun 1s\nexpect session C1\nrun 60s\nexpect no session C1\n", "");
        row("all, state", "expect all FOLLOWING\n", "7: S3 is LEADING");
        row("all, epoch", "expect all epoch 1\nC1 connect S3\nrun 1s\nexpect all zxid 1.1\n", "");
        row("partition, who is not named", "partition S1 | S2\nrun 60s\nexpect leader S3\n", "");
        row("commit that was there before", "C1 connect S1\nrun 1s\nC1 create /a\nrun 1s\nrun until commit 1.2 within 1us\nrun until commit 1.1 within 1us\n", "");
        row("commit to come", "run until commit 1.1 within 1s\n",
            "7: expected commit of 1.1 within 1s, but at 2.214020s S3 leads");
        row("an epoch's beginning is no commit", "crash S3\nrun until leader S2 within 60s\nrun until commit 1.7 within 1s\nexpect leader\n",
            "9: expected commit of 1.7 within 1s, but at 2.428060s S2 leads");
        row("reply of a create", "C1 connect S1\nrun 1s\nC1 create /b \"data\"\nrun 1s\nC1 get /b\nrun 1us\nexpect C1 reply OK \"/b\"\nrun 1s\nexpect C1 reply OK \"data\"\n", "");
        row("reply of children", "C1 connect S1\nrun 1s\nC1 create /b\nrun 1s\nC1 children /\nrun 1s\nC1 create /c\nexpect C1 reply OK \"b zookeeper\"\n", "");
        row("no session: a crash is noticed by the timeout", "C1 connect S3 timeout 6s\nrun 1s\nC1 create /a ephemeral\nrun 1s\nC1 crash\nexpect znode /a\nrun until no session C1 within 9s\nexpect no znode /a on S3\n", "");
        row("no session: that of nobody else", "C1 connect S3 timeout 4s\nC2 connect S3 timeout 20s\nrun 1s\nC1 crash\nfreeze C2\nrun until no session C2 within 15s\n",
            "12: expected no session of C2 within 15s, but at 17.214020s S3 leads, S3 knows the session of C2");
        row("no session: there is none already", "run until no session C7 within 1us\n", "");
        row("step in an idle ensemble", "run 5s\nstep event\n", "8: expected 1 steps, but after 0 nothing of the kind came within 120s");
    }
    void plays() {
        QFETCH(QString, script);
        QFETCH(QString, outcome);
        Lab* lab = nullptr;
        QCOMPARE(play(script.toUtf8().constData(), lab), outcome);
    }
    void quietWaitsForTheClientThatComesBack() {
        Lab* lab = nullptr;
        // S1 does not serve yet: it refuses, and the client tries again after a while in which nothing travels. What it is told
        // meanwhile waits for the connection; a call that was there before fails with it (ClientCnxn.cleanup).
        QCOMPARE(play("servers 3\nstart all\nrun until leader\nC1 connect S1\nrun until rule ClientServerNotServing\nrun 10ms\nC1 create /a\nrun until quiet\nexpect C1 reply OK\n", lab), QString());
        QVERIFY(lab->trace().size() > 0);
    }
    void aStepIsBoundedInVirtualTime() {
        Lab* lab = nullptr;
        QVERIFY(!play("servers 3\nstart all\nrun until leader\nrun 5s\nstep event\n", lab).isEmpty());
        QVERIFY(lab->world().now() <= sec(130));
    }
    void downIsWhoeverDoesNotRun() {
        Lab* lab = nullptr;
        QCOMPARE(play("servers 3\ndisk S1 no-snapshot log 1.1\nstart S1\nexpect refused S1\nexpect down S1 S2\n", lab), QString());
    }
    void allMeansEveryServerInAGroup() {
        Lab* lab = nullptr;
        QCOMPARE(play("servers 3\ngroup 1 all\nstart all\nrun until leader\nexpect leader S3\n", lab), QString());
    }
    void aRunThatWouldFillTheMemoryEndsWithASentence() {
        Lab* lab = nullptr;
        QCOMPARE(play("servers 1\nfsync 10us jitter 0us\nstart all\nrun until leader\nC1 connect S1\nrun 1s\nC1 load outstanding 60 bytes 1048575\nrun 1000000s\n", lab),
                 QString("error: t.lab:8:1: a run has at most 10000000 events and 536870912 bytes in a log: it ends here"));
    }
    void aLoadFitsIntoMemory() {
        Lab* lab = nullptr;
        QCOMPARE(play("servers 3\nC1 load outstanding 100000 bytes 1048575 total 0\n", lab),
                 QString("error: t.lab:2:9: a load has at most 67108864 bytes on their way"));
    }
};

QTEST_APPLESS_MAIN(TestPlays)
#include "tst_plays.moc"
