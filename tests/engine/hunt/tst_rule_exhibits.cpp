// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that can be switched off has its exhibit: without it the property that it guards falls, with it the same schedule is clean;
// and the exhibit is about as short as it can be.
#include "tests/engine/hunt/rule_runs.h"

#include <QFile>
#include <QtTest>

#include <algorithm>

using namespace zab;
using namespace zab::hunt_tests;

namespace {

QByteArray textOf(Seal seal) {
    QFile file(QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits/rule-%1.lab").arg(QString::fromUtf8(sealInfo(seal).id.data())));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The shortest run to the fall that has been found, in the order of the rules, from the disks that the exhibit begins with: the exhibit,
/// shrunk input by input, or what chaos has come to; the explorer does not find a shorter way from its last command (zab explore, the
/// statements up to there). 0: where healed servers are waited for, the exhibit is held against what the shrinker makes of it.
constexpr std::int64_t kShortest[] = {23, 0, 0, 31, 25, 21, 20, 30, 26, 38, 21, 0, 50, 25, 33};

class TestRuleExhibits : public QObject {
    Q_OBJECT

private slots:
    void endsWithTheFall_data() { ruleRows(); }
    void endsWithTheFall() {
        QFETCH(int, rule);
        const auto seal = static_cast<Seal>(rule);
        const Script script = scriptOf(textOf(seal).toStdString());
        QVERIFY2(script.scenario.ensemble.variants == without(seal), "it switches off this rule and nothing else");

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

    void isShort_data() { ruleRows(); }
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
private:
    static bool saysSo(const Trace& trace) {
        for (EventId e = 0; e < trace.size(); ++e)
            if (ruleInfo(trace.at(e).rule).id.starts_with("Without")) return true;
        return false;
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestRuleExhibits)
#include "tst_rule_exhibits.moc"
