// SPDX-License-Identifier: GPL-3.0-or-later
// The shrinker: what it gives back still violates the same property, is much shorter, and nothing in it can be left out.
#include "engine/hunt/chaos.h"
#include "engine/hunt/minimise.h"
#include "engine/hunt/replay.h"
#include "engine/hunt/shrink.h"
#include "engine/script/script.h"

#include <QtTest>

using namespace zab;

namespace {

Script scriptOf(const std::string& text) {
    auto parsed = parseScript(text, "run");
    if (const auto* error = std::get_if<ScriptError>(&parsed)) qFatal("%s", error->text().c_str());
    return std::get<Script>(parsed);
}

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
        const std::string small = shrink(f.script, f.property);
        QVERIFY(plays(small));
        qInfo("%lld steps of %lld", static_cast<long long>(stepsOf(small)), static_cast<long long>(stepsOf(f.script)));
        QVERIFY(stepsOf(small) * 5 < stepsOf(f.script));
        QCOMPARE(shrink(f.script, f.property), small);
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
        few.replays = 5;
        few.progress = [&](int n) { return replays = n, true; };
        QVERIFY(plays(shrink(text, Property::LeaderElected, few)));
        QVERIFY(replays <= 5);
        few.progress = [](int) { return false; };
        QVERIFY(plays(shrink(text, Property::LeaderElected, few)));
    }
};

QTEST_APPLESS_MAIN(TestShrink)
#include "tst_shrink.moc"
