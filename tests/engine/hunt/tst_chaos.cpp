// SPDX-License-Identifier: GPL-3.0-or-later
// Chaos: clean runs hold, broken rules are found, and what is found plays again.
#include "engine/hunt/chaos.h"
#include "engine/hunt/chaos_run.h"
#include "engine/script/script.h"

#include <QtTest>

#include <set>

using namespace zab;

namespace {

ChaosOptions some(std::uint64_t first, std::uint64_t last, int servers, int jobs = 1) {
    ChaosOptions o;
    o.firstSeed = first;
    o.lastSeed = last;
    o.servers = servers;
    o.jobs = jobs;
    o.length = sec(20);
    o.operationsPerSecond = 100;
    return o;
}

/// Plays a .lab text to its end; what fails in it.
QString played(const std::string& text) {
    auto parsed = parseScript(text, "finding");
    if (const auto* error = std::get_if<ScriptError>(&parsed)) return QString::fromStdString(error->text());
    const Script script = std::get<Script>(parsed);
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    if (runner.error()) return QString::fromStdString(runner.error()->text());
    return runner.failures().empty() ? QString() : QString::fromStdString(runner.failures().front().seen);
}

}  // namespace

class TestChaos : public QObject {
    Q_OBJECT

private slots:
    // A quorum in which too many refuse to start owes nothing; the run says so, and counts as no healing.
    void whoIsNotHealedIsCounted() {
        ChaosOptions o;
        o.firstSeed = o.lastSeed = 424;
        const ChaosResult r = runChaos(o);
        QVERIFY(r.findings.empty());
        QCOMPARE(r.counts.unjudged, std::int64_t{1});
        QVERIFY(r.counts.longestHealing == SimTime{});
    }
    void cleanRunsHold_data() {
        QTest::addColumn<int>("servers");
        for (const int n : {3, 5}) QTest::addRow("%d servers", n) << n;
    }
    void cleanRunsHold() {
        QFETCH(int, servers);
        const ChaosResult r = runChaos(some(1, 150, servers, 2));
        for (const Finding& f : r.findings) qInfo("seed %llu violates %s", static_cast<unsigned long long>(f.seed), propertyInfo(f.property).id.data());
        QVERIFY(r.findings.empty());
        QCOMPARE(r.counts.runs, 150);
        // The runs are what they claim to be: something happens in them.
        QVERIFY(r.counts.commits > 150 * 100 && r.counts.leaders > 150 * 3 && r.counts.crashes > 150 * 5 && r.counts.operations > 150 * 300);
        QVERIFY(r.counts.longestHealing > SimTime{} && r.counts.longestHealing <= kHealingBound + sec(1));
        for (const EventKind k : {EventKind::ServerFrozen, EventKind::LinkCut, EventKind::PacketLost, EventKind::PacketRetransmitted, EventKind::LogTruncated,
                                  EventKind::SnapshotLoaded, EventKind::WatchFired, EventKind::ClientSessionExpired, EventKind::Demanded})
            QVERIFY2(r.coverage.of(k) > 0, eventSchema(k).name.data());
        QVERIFY(r.coverage.of(RuleId::StartTornRecord) > 0);
        QVERIFY(r.counts.excused > 0);
    }
    // As released, the recovery of ZooKeeper 3.8 loses data now and then (config.h): chaos finds it, and the run plays again.
    void findsWhatIsThere() {
        ChaosOptions o = some(1, 3000, 3, 2);
        o.curedRecovery = false;
        const ChaosResult r = runChaos(o);
        QCOMPARE(r.findings.size(), std::size_t{1});
        QCOMPARE(played(r.findings.front().script), QString());
        QVERIFY(r.counts.runs == static_cast<std::int64_t>(r.findings.front().seed));
    }
    void whatIsNotGivenIsDrawn() {
        ChaosOptions o;
        std::set<int> servers;
        std::set<std::int64_t> seconds;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            ChaosRun run(o, seed);
            servers.insert(run.lab().world().config().serverCount());
            run.play();
            QVERIFY2(std::holds_alternative<Script>(parseScript(formatScript(run.lab().scenario(), run.lab().commands(), "run"), "run")), "it can be written down");
            for (const LoggedCommand& c : run.lab().commands())
                if (std::holds_alternative<Demand>(c.command)) seconds.insert(c.time.us / 1000000);
        }
        QCOMPARE(servers, (std::set<int>{3, 4, 5}));
        QVERIFY(*seconds.begin() <= 4 && *seconds.rbegin() >= 30);
    }
    void theNumberOfJobsChangesNothing() {
        const ChaosResult one = runChaos(some(7, 26, 4, 1)), three = runChaos(some(7, 26, 4, 3));
        QCOMPARE(one.counts.events, three.counts.events);
        QCOMPARE(one.coverage.kinds, three.coverage.kinds);
        QCOMPARE(one.coverage.rules, three.coverage.rules);
        QVERIFY(one.counts.events != runChaos(some(8, 27, 4, 1)).counts.events);
    }
    void aHuntCanBeCancelled() {
        int calls = 0;
        const ChaosResult r = runChaos(some(1, 100, 3), [&](const ChaosProgress& p) { return ++calls < 3 && p.found == nullptr; });
        QVERIFY(r.cancelled);
        QCOMPARE(r.counts.runs, 3);
    }
};

QTEST_APPLESS_MAIN(TestChaos)
#include "tst_chaos.moc"
