// SPDX-License-Identifier: GPL-3.0-or-later
// The shrinker: what it gives back still violates the same property, is much shorter, and nothing in it can be left out.
#include "engine/hunt/chaos.h"
#include "engine/hunt/fewer_servers.h"
#include "engine/hunt/minimise.h"
#include "engine/hunt/replay.h"
#include "engine/hunt/shrink.h"
#include "engine/hunt/small_runs.h"
#include "engine/script/script.h"
#include "tests/engine/script_of.h"

#include <QtTest>

#include <algorithm>

using namespace zab;
using zab::tests::scriptOf;

namespace {

/// Inputs and commands.
std::int64_t stepsOf(const std::string& text) {
    const Script script = scriptOf(text);
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    return lab.step();
}

int commandsIn(const std::string& text) {
    int n = 0;
    for (const Statement& s : scriptOf(text).statements) n += std::holds_alternative<Command>(s.what);
    return n;
}

/// Every expectation of the text holds.
bool plays(const std::string& text) {
    const Script script = scriptOf(text);
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    return !runner.error() && runner.failures().empty();
}

Finding findingAsReleased() {
    ChaosOptions o;
    o.lastSeed = 3000;
    o.servers = 3;
    o.length = sec(20);
    o.curedRecovery = false;
    o.jobs = 2;
    const ChaosResult r = runChaos(o);
    return r.findings.empty() ? Finding() : r.findings.front();
}

}  // namespace

class TestShrink : public QObject {
    Q_OBJECT

private slots:
    void aRunOfChaosGetsShort() {
        const Finding f = findingAsReleased();
        QVERIFY(!f.script.empty());
        ShrinkOptions little;
        little.inputs = 1'500'000;
        const std::string small = shrink(f.script, f.property, little);
        QVERIFY(plays(small));
        qInfo("%lld steps of %lld", static_cast<long long>(stepsOf(small)), static_cast<long long>(stepsOf(f.script)));
        QVERIFY(stepsOf(small) * 5 < stepsOf(f.script));
        QCOMPARE(shrink(f.script, f.property, little), small);
        QVERIFY2(small.find("\ndeliver ") != std::string::npos, "input by input");
        QVERIFY2(small.find("\nrun ") == std::string::npos && small.find("\nat ") == std::string::npos, "nothing comes that is not said");
    }
    // Nothing can be left out any more: not one line of it.
    void everyInputIsNeeded() {
        const std::string text = "servers 3\nwithout epoch-promise\nstart S1 S3\nrun until leader S3\nrun 3s\ncut S3\ncrash S1\nstart S1 S2\n"
                                 "run until leader S2\nexpect violation Leadership2\n";
        QVERIFY(plays(text));
        const std::string small = shrink(text, Property::Leadership2);
        QVERIFY(plays(small));
        QVERIFY2(stepsOf(small) <= 27, small.c_str());
        QCOMPARE(shrink(small, Property::Leadership2), small);
        QVERIFY(small.find("PING") == std::string::npos);
        std::size_t lines = 0;
        for (std::size_t at = small.find("\ndeliver "); at != std::string::npos; at = small.find("\ndeliver ", at + 1), ++lines) {
            const std::string less = small.substr(0, at) + small.substr(small.find('\n', at + 1));
            QVERIFY2(!plays(less), less.c_str());
        }
        QVERIFY(lines > 15);
    }
    // S1 has nothing to do with it, and of the others three are enough; they are S1, S2 and S3 then.
    void serversThatDoNothingGo() {
        const std::string text = "servers 5\nwithout epoch-promise\npartition S1 S4 | S2 S3 S5\nstart all\nrun until leader S5\nrun 3s\ncut S5\ncrash S2\ncrash S3\n"
                                 "cut S1\nheal S2-S4\nheal S3-S4\nstart S2 S3\nrun until leader S4\nexpect violation Leadership2\n";
        QVERIFY(plays(text));
        const std::string small = shrink(text, Property::Leadership2);
        QVERIFY2(plays(small), small.c_str());
        QVERIFY2(small.find("servers 3\n") != std::string::npos && stepsOf(small) <= 35, small.c_str());
    }
    void anEnsembleWithoutAServer() {
        Scenario five = scriptOf("servers 5\nobservers S5\ndisk S2 accepted 1 current 1 log 1.1\ndisk S3 accepted 1 current 1 log 1.1-1.2\n").scenario;
        const auto four = withoutServer(five, ServerId{2});
        QVERIFY(four && four->ensemble.serverCount() == 4 && four->ensemble.member(ServerId{4}).observer && !four->ensemble.member(ServerId{3}).observer);
        QCOMPARE(four->disks.size(), std::size_t{1});
        QVERIFY(four->disks.at(2) == five.disks.at(3));
        QVERIFY(!withoutServer(scriptOf("servers 3\n").scenario, ServerId{1}));
        const Scenario oneVotes = scriptOf("servers 4\nobservers S1 S2 S3\n").scenario;
        QVERIFY(!withoutServer(oneVotes, ServerId{4}) && withoutServer(oneVotes, ServerId{3}));   // only the one that votes has to stay
        const auto says = [&](const std::string& line) {
            const auto command = withoutServer(std::get<Command>(std::get<Statement>(parseLine(line, five)).what), ServerId{2});
            return command ? formatCommand(*command) : std::string("-");
        };
        QCOMPARE(says("start S1 S2 S3"), std::string("start S1 S2"));
        QCOMPARE(says("start S2"), std::string("-"));
        QCOMPARE(says("start all"), std::string("start S1 S2 S3 S4"));
        QCOMPARE(says("crash S1"), std::string("crash S1"));
        QCOMPARE(says("crash S2"), std::string("-"));
        QCOMPARE(says("cut S3"), std::string("cut S2"));
        QCOMPARE(says("cut S3-S2"), std::string("-"));
        QCOMPARE(says("partition S1 S2 | S3 S4"), std::string("partition S1 | S2 S3"));
        QCOMPARE(says("partition S2 | S3 S4"), std::string("-"));
        QCOMPARE(says("deliver PROPOSAL 1.1 S3-S5"), std::string("deliver PROPOSAL 1.1 S2-S4"));
        QCOMPARE(says("deliver PROPOSAL 1.1 S2-S5"), std::string("-"));
        QCOMPARE(says("deliver S3 fsync"), std::string("deliver S2 fsync"));
        QCOMPARE(says("C1 connect"), std::string("C1 connect"));
        QCOMPARE(says("C1 connect S4"), std::string("C1 connect S3"));
        QCOMPARE(says("pass 5ms"), std::string("pass 5ms"));
    }
    // Time that passes without an input is part of the run: S1 is frozen until the others have given it up.
    void theTimeThatPassesIsSaid() {
        const std::string text = "servers 3\nwithout epoch-promise\nstart S1 S3\nrun until leader S3\nfreeze S1\ncut S3\nrun 30s\nthaw S1\nrun 1s\ncrash S1\nstart S1 S2\n"
                                 "run until leader S2\nexpect violation Leadership2\n";
        QVERIFY(plays(text));
        const std::string small = shrink(text, Property::Leadership2);
        QVERIFY2(plays(small) && small.find("\ndeliver ") != std::string::npos, small.c_str());
    }
    void whatViolatesNothingStaysAsItIs() {
        const std::string text = "servers 3\nstart all\nrun 2s\nexpect no violation\n";
        QCOMPARE(shrink(text, Property::Agreement), text);
        QCOMPARE(shrink("servers 99", Property::Agreement), std::string("servers 99"));
    }
    // A demand that is never met: no quorum. What came before can go, but for the start of S3: who does not run owes nothing. What
    // stands behind it stays.
    void aDemandKeepsWhatItReliesOn() {
        const std::string text = "title \"Alone\"\nservers 3\n# a remark\nstart all\nrun 2s\nC1 connect\nrun 1s\nsay \"now\"\ncrash S1\ncrash S2\nrun 500ms\n"
                                 "demand S3 within 20s\nforce timeout S3\nrun 30s\nexpect violation leaderElected\n";
        QVERIFY(plays(text));
        const std::string small = shrink(text, Property::LeaderElected);
        QVERIFY(plays(small));
        QVERIFY(small.size() < text.size() && small.find("say") == std::string::npos);
        QVERIFY(small.find("start all") != std::string::npos);
        QVERIFY(small.find("demand S3") != std::string::npos && small.find("title \"Alone\"") == 0);
    }
    // The first finding is shown by what the rule guards; a later one by its own property, and never by a run that was given for another.
    void everyFindingGetsItsOwnRun() {
        ChaosOptions o;
        o.lastSeed = 30;
        o.variants.broken.add(Seal::SyncBeforeServe);
        o.stopAtFirst = false;
        const ChaosResult r = runChaos(o);
        const auto findingOf = [&](Property p) { return *std::find_if(r.findings.begin(), r.findings.end(), [p](const Finding& f) { return f.property == p; }); };
        ShortRuns runs(o);
        ShrinkOptions little;
        little.inputs = 300'000;
        const ShortRun first = runs.of(r.findings.front(), little);
        QCOMPARE(r.findings.front().property, Property::LocalPrimaryOrder);
        QCOMPARE(first.property, Property::PrefixConsistency);
        const Finding other = findingOf(Property::ProcessConsistency), guarded = findingOf(Property::PrefixConsistency);
        QCOMPARE(runs.of(other, little).property, Property::ProcessConsistency);
        const ShortRun own = runs.of(guarded, little);
        QVERIFY(own.property == Property::PrefixConsistency && own.seed == guarded.seed && !own.isSmall && own.script != first.script);
        for (const std::string& text : {first.script, own.script}) {
            QVERIFY2(plays(text), text.c_str());
            QVERIFY2(text.starts_with("version 1\n"), "another version of the lab has to know it");
        }
    }
    // Where a rule is to blame, what the demand relies on may go as well, but only as long as it is met with the rule: without the crash of
    // S3 it would be, but then S3 leads without the rule too; and who waits for what never comes shows nothing.
    void aRuleIsToBlame() {
        const std::string text = "servers 3\nlatency 2ms jitter 0ms\npacket-time 0us\nwithout election-round\ndemand S1 S2 within 6s\nlink S1-S2 latency 700ms jitter 0ms\n"
                                 "start all\nfsync S3 5ms\nrun 100ms\ncrash S3\nlink S3 latency 3ms jitter 0ms\nrun until rule ConnectGivenUp\nrun until rule WithoutElectionRound\nrun 6s\n"
                                 "expect violation leaderElected\n";
        QVERIFY(plays(text));
        const std::string small = shrink(text, Property::LeaderElected);
        QVERIFY2(plays(small), small.c_str());
        QVERIFY2(small.find("fsync") == std::string::npos && small.find("link S3") == std::string::npos, small.c_str());
        QVERIFY2(small.find("crash S3") != std::string::npos && small.find("link S1-S2") != std::string::npos, small.c_str());
    }
    // What clients ask for while a demand is open goes; what its servers need stays.
    void clientsBehindADemandGo() {
        Lab lab(scriptOf("servers 3\n").scenario, false);
        const auto until = [&](SimTime t) {
            while (lab.checker().violations().empty() && lab.stepInput(t)) {}
            if (lab.checker().violations().empty()) lab.advanceTo(t);
        };
        const std::vector<ServerId> all{ServerId{1}, ServerId{2}, ServerId{3}};
        QCOMPARE(lab.execute(StartServers{all}), std::string());
        until(sec(2));
        QCOMPARE(lab.execute(ConnectClient{ClientId{1}, {}, {}}), std::string());
        until(sec(3));
        QCOMPARE(lab.execute(Demand{all, sec(30)}), std::string());
        for (const ServerId s : all) QCOMPARE(lab.execute(CutLink{s, {}}), std::string());
        for (int i = 0; i < 40; ++i) {
            until(sec(3) + msec(100 * i));
            Request r;
            r.op = OpCode::Exists;
            r.path = "/";
            QCOMPARE(lab.execute(ClientCall{ClientId{1}, r, {}}), std::string());
        }
        until(sec(60));
        QVERIFY(!lab.checker().violations().empty());
        const Finding f = findingOf(lab, lab.checker().violations().front(), "Behind");
        QVERIFY(isOfLiveness(f.property) && commandsIn(f.script) > 40);
        const std::string small = shrink(f.script, f.property);
        QVERIFY2(plays(small), small.c_str());
        QVERIFY2(small.find("exists") == std::string::npos && small.find(" cut ") != std::string::npos, small.c_str());
    }
    void theBudgetEndsIt() {
        const std::string text = "servers 3\nstart all\nrun 2s\ncrash S1\ncrash S2\ndemand S3 within 20s\nrun 30s\nexpect violation leaderElected\n";
        int replays = 0;
        ShrinkOptions few;
        few.inputs = 1;
        few.progress = [&](int n) { return replays = n, true; };
        QVERIFY(plays(shrink(text, Property::LeaderElected, few)));
        QCOMPARE(replays, 1);
        few.progress = [](int) { return false; };
        QVERIFY(plays(shrink(text, Property::LeaderElected, few)));
    }
};

QTEST_APPLESS_MAIN(TestShrink)
#include "tst_shrink.moc"
