// SPDX-License-Identifier: GPL-3.0-or-later
// Without a rule chaos finds by itself that what it guards falls, and comes to a run that is about as short as any; with all rules the same
// search finds nothing.
#include "engine/hunt/replay.h"
#include "engine/hunt/small_runs.h"
#include "tests/engine/hunt/rule_runs.h"

#include <QtTest>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace zab;
using namespace zab::hunt_tests;

namespace {

constexpr std::uint64_t kRuns = 2500;   ///< a run takes 3 ms

/// The shortest run to the fall that is known, from empty disks, in the order of the rules: inputs and commands; where healed servers are
/// waited for, the commands alone. What is shorter than here is shorter than known: it belongs here, and the exhibits are held against it.
constexpr std::int64_t kShortest[] = {23, 4, 4, 31, 25, 39, 42, 30, 26, 38, 34, 5, 50, 25, 33};

ChaosOptions huntWithout(Seal seal) {
    ChaosOptions options;   // as it is when nothing else is said
    options.lastSeed = kRuns;
    options.stopAtFirst = false;
    options.variants = without(seal);
    return options;
}

/// The first seeds at which something falls and at which what the rule guards does.
struct Found {
    Finding first, guarded;
};
Found chaosFinds(Seal seal) {
    Found f;
    runChaos(huntWithout(seal), [&](const ChaosProgress& p) {
        if (!p.found) return true;
        if (f.first.seed == 0) f.first = *p.found;
        if (p.found->property == guardOf(seal)) f.guarded = *p.found;
        return f.guarded.seed == 0;
    });
    return f;
}

std::int64_t commandsIn(const Script& script) {
    return std::count_if(script.statements.begin(), script.statements.end(), [](const Statement& s) { return std::holds_alternative<Command>(s.what); });
}

/// Would what was demanded in a short time come later?
bool isOnlyLate(const Script& script, Property property) {
    std::vector<LoggedCommand> commands = played(script).commands();
    for (LoggedCommand& c : commands)
        if (auto* demand = std::get_if<Demand>(&c.command)) demand->within = kHealingBound;
    return !replay(script.scenario, commands, kHealingBound + sec(60), property, {}).violation;
}

/// With the rule, input by input, or at the same times where that is how the run is written.
bool isGoodWithTheRule(const Script& script, Property property) {
    if (!isOfLiveness(property)) return hasGoodEnd(withTheRule(script), property);
    const Lab lab = played(script);
    return replay(withAllRules(script.scenario), lab.commands(), lab.world().now(), property, {}).goodEnd;
}

class TestRuleHunts : public QObject {
    Q_OBJECT

private slots:
    void chaosFindsIt_data() { ruleRows(); }
    void chaosFindsIt() {
        QFETCH(int, rule);
        const auto seal = static_cast<Seal>(rule);
        const std::clock_t begin = std::clock();
        const Found f = chaosFinds(seal);
        QVERIFY2(f.guarded.seed > 0, "the property that it guards does not fall");
        qInfo("seed %llu: %s; seed %llu: %s; %.1f s of the processor", static_cast<unsigned long long>(f.first.seed), propertyInfo(f.first.property).id.data(),
              static_cast<unsigned long long>(f.guarded.seed), propertyInfo(guardOf(seal)).id.data(), static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        m_longest = std::max(m_longest, f.guarded.seed);

        // What it shows, whatever fell first, is about as short as the shortest run that is known, and has a good end with the rule.
        const ShortRun run = ShortRuns(huntWithout(seal)).of(f.first, {});
        QCOMPARE(run.property, guardOf(seal));
        const Script script = scriptOf(run.script);
        const bool waits = isOfLiveness(run.property);
        const std::int64_t length = waits ? commandsIn(script) : lengthUntil(run.script, run.property);
        qInfo("%lld, known %lld; %.1f s of the processor in all", static_cast<long long>(length), static_cast<long long>(kShortest[rule]),
              static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        QVERIFY2(lengthUntil(run.script, run.property) > 0 && length * 10 <= kShortest[rule] * 13, run.script.c_str());
        QVERIFY2(!waits || !isOnlyLate(script, run.property), run.script.c_str());
        QVERIFY2(isGoodWithTheRule(script, run.property), run.script.c_str());
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
    std::uint64_t m_longest = 1;
};

}  // namespace

QTEST_APPLESS_MAIN(TestRuleHunts)
#include "tst_rule_hunts.moc"
