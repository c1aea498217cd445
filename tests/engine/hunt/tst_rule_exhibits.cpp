// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that can be switched off has its exhibit: without it the property that it guards falls, with it the same schedule is clean;
// chaos finds the fall by itself, and nothing where the rule holds; and the exhibit is about as short as it can be.
#include "engine/hunt/small_runs.h"
#include "engine/zab/variants.h"
#include "tests/engine/hunt/run_length.h"

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace zab;
using namespace zab::hunt_tests;

namespace {

QByteArray textOf(Seal seal) {
    QFile file(QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits/rule-%1.lab").arg(QString::fromUtf8(sealInfo(seal).id.data())));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string_view idOf(const ViolationFound& v) { return propertyInfo(v.property).id; }

Property guardOf(Seal seal) { return propertyByName(sealInfo(seal).guards).value(); }

/// The shortest run to the fall that has been found, in the order of the rules: the exhibit, shrunk input by input, or what chaos has come
/// to (shortestRun); the explorer does not find a shorter way from its last command (zab explore, the statements up to there).
constexpr std::int64_t kShortest[] = {23, 0, 0, 31, 26, 43, 49, 30, 26, 40, 21, 0, 56, 25, 33};

/// What `zab chaos` finds by itself, as it is when nothing else is said: the first seeds at which something falls and at which this does.
struct Found {
    std::uint64_t first = 0, wanted = 0;   ///< 0: not in so many runs
    Property property{};                   ///< what fell first
};
Found chaosFinds(const Variants& variants, Property wanted, std::uint64_t runs) {
    ChaosOptions options;
    options.lastSeed = runs;
    options.stopAtFirst = false;
    options.variants = variants;
    Found f;
    runChaos(options, [&](const ChaosProgress& p) {
        if (!p.found) return true;
        if (f.first == 0) f.first = p.seed, f.property = p.found->property;
        if (p.found->property == wanted) f.wanted = p.seed;
        return f.wanted == 0;
    });
    return f;
}

/// The same schedule with all rules; what does not come, or cannot be done any more, is left out.
Lab withTheRule(Script script) {
    script.scenario.ensemble.variants = {};
    return played(script);
}

class TestRuleExhibits : public QObject {
    Q_OBJECT

private slots:
    void endsWithTheFall_data() { rows(); }
    void endsWithTheFall() {
        QFETCH(int, rule);
        const auto seal = static_cast<Seal>(rule);
        const Script script = scriptOf(textOf(seal).toStdString());
        Variants only;
        only.broken.add(seal);
        QVERIFY2(script.scenario.ensemble.variants == only, "it switches off this rule and nothing else");

        Lab lab(script.scenario);
        ScriptRunner runner(script, lab);
        std::int64_t before = 0, behind = 0;   // what is done before the violation and behind it
        while (!runner.atEnd()) {
            if (!onlyTells(runner.next())) ++(lab.checker().violations().empty() ? before : behind);
            if (runner.step()) continue;
            QFAIL(runner.error() ? runner.error()->text().c_str() : runner.failures().back().seen.c_str());
        }
        // One event may break several properties; the guarded one falls with the first of them.
        const auto& fallen = lab.checker().violations();
        QVERIFY(!fallen.empty());
        QVERIFY2(std::any_of(fallen.begin(), fallen.end(), [&](const ViolationFound& v) { return v.property == guardOf(seal) && v.event == fallen.front().event; }),
                 idOf(fallen.front()).data());
        QVERIFY2(before > 0 && behind == 0, "it ends where the property falls");
        QVERIFY2(std::holds_alternative<Command>(script.statements.back().what) && onlyTells(script.statements.back()), "the last word says why the rule is there");
        QVERIFY2(saysSo(lab.trace()), "what the rule would have prevented can be seen");

        // With the rule on, the same schedule, as far as it still makes sense, is clean.
        const Lab whole = withTheRule(script);
        if (!whole.checker().violations().empty()) QFAIL(idOf(whole.checker().violations().front()).data());
        QVERIFY(!saysSo(whole.trace()));
    }

    void isShort_data() { rows(); }
    void isShort() {
        QFETCH(int, rule);
        const auto seal = static_cast<Seal>(rule);
        const std::string text = textOf(seal).toStdString();
        // A run that goes on to break it with the rule as well shows something else: what 3.8's own recovery loses (TRUNC 0.0, §3.4).
        compareLengths(text, guardOf(seal), kShortest[rule], [](const std::string& run) { return withTheRule(scriptOf(run)).checker().violations().empty(); });
    }

    // Breadth first there is no much shorter way from the exhibit's last command to the fall, whatever comes in which order.
    void theExplorerGoesNoShorterWay() {
        int reached = 0;
        for (int rule = 0; rule < static_cast<int>(Seal::Count_); ++rule) {
            const auto seal = static_cast<Seal>(rule);
            if (isOfLiveness(guardOf(seal))) continue;
            const std::string text = textOf(seal).toStdString();
            const auto shortest = lengthByTheExplorer(text, guardOf(seal), 10000);
            if (!shortest) continue;
            ++reached;
            const std::int64_t length = lengthUntil(text, guardOf(seal));
            qInfo("%s: %lld, by the explorer %lld", sealInfo(seal).id.data(), static_cast<long long>(length), static_cast<long long>(*shortest));
            QVERIFY2(length * 10 <= *shortest * 13, sealInfo(seal).id.data());
        }
        QVERIFY(reached >= 8);
    }
    // The acknowledgements of one server come in order, so 1.3 has a quorum no sooner than 1.2. Only where the leader's own disk writes two
    // transactions together do both get it at one moment, and then nothing but the rule says which is committed first: with two writes there
    // is no such moment in any order of inputs (the first is being written when the second comes), with three there is.
    void commitOrderIsAtStakeFromThreeWritesOn() {
        const Script script = scriptOf("servers 3\nwithout commit-in-order\nstart S1 S3\nrun until leader S3\nC1 connect S3\nrun until commit\nrun 10ms\n");
        ExploreOptions options;
        options.budgets.writes = 2;
        QCOMPARE(explore(script, options).end, ExploreResult::End::Exhausted);
        options.budgets.writes = 3;
        const ExploreResult r = explore(script, options);
        QCOMPARE(r.end, ExploreResult::End::Found);
        QCOMPARE(r.findings.front().property, Property::LocalPrimaryOrder);
    }
    void chaosFindsIt_data() { rows(); }
    void chaosFindsIt() {
        QFETCH(int, rule);
        const auto seal = static_cast<Seal>(rule);
        Variants only;
        only.broken.add(seal);
        const std::clock_t begin = std::clock();
        const Found f = chaosFinds(only, guardOf(seal), kRuns);
        QVERIFY2(f.wanted > 0, "the property that it guards does not fall");
        qInfo("seed %llu: %s; seed %llu: %s; %.1f s of the processor", static_cast<unsigned long long>(f.first), propertyInfo(f.property).id.data(),
              static_cast<unsigned long long>(f.wanted), propertyInfo(guardOf(seal)).id.data(), static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        m_longest = std::max(m_longest, f.wanted);
    }
    // What chaos comes to by itself is about as short as the shortest run that is known, and says nothing with the rule.
    void whatItFindsIsShort_data() { rows({Seal::EpochPromise, Seal::SyncBeforeServe, Seal::CommitInOrder, Seal::LeaderExpires}); }
    void whatItFindsIsShort() {
        QFETCH(int, rule);
        const auto seal = static_cast<Seal>(rule);
        ChaosOptions options;
        options.variants.broken.add(seal);
        options.lastSeed = kRuns;
        options.stopAtFirst = false;
        Finding found;
        runChaos(options, [&](const ChaosProgress& p) {
            if (p.found && p.found->property == guardOf(seal)) found = *p.found;
            return found.script.empty();
        });
        QVERIFY(!found.script.empty());
        ShrinkOptions little;
        little.inputs = 4'000'000;
        const ShortRun run = shortestRun(found, options, little);
        const std::int64_t length = lengthUntil(run.script, guardOf(seal));
        qInfo("%lld, known %lld", static_cast<long long>(length), static_cast<long long>(kShortest[rule]));
        QVERIFY2(length > 0 && length * 10 <= kShortest[rule] * 13, run.script.c_str());
        QVERIFY(withTheRule(scriptOf(run.script)).checker().violations().empty());
    }
    void theSameSearchFindsNothingElse() {
        ChaosOptions options;
        options.lastSeed = m_longest;
        options.jobs = 2;
        const ChaosResult clean = runChaos(options);
        QVERIFY2(clean.findings.empty(), clean.findings.empty() ? "" : propertyInfo(clean.findings.front().property).id.data());
        QCOMPARE(clean.counts.runs, static_cast<std::int64_t>(m_longest));
    }

private:
    static constexpr std::uint64_t kRuns = 2500;   ///< a run takes 3 ms
    std::uint64_t m_longest = 1;

    static void rows() {
        std::vector<Seal> all;
        for (int i = 0; i < static_cast<int>(Seal::Count_); ++i) all.push_back(static_cast<Seal>(i));
        rows(all);
    }
    static void rows(const std::vector<Seal>& seals) {
        QTest::addColumn<int>("rule");
        for (const Seal seal : seals) QTest::newRow(sealInfo(seal).id.data()) << static_cast<int>(seal);
    }
    static bool saysSo(const Trace& trace) {
        for (EventId e = 0; e < trace.size(); ++e)
            if (ruleInfo(trace.at(e).rule).id.starts_with("Without")) return true;
        return false;
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestRuleExhibits)
#include "tst_rule_exhibits.moc"
