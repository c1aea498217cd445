// SPDX-License-Identifier: GPL-3.0-or-later
// The explorer sees exactly the states that whole worlds come to, tells them apart by what matters, and its counterexamples play.
#include "engine/base/prng.h"
#include "engine/hunt/explore.h"
#include "engine/hunt/state_space.h"
#include "tests/engine/hunt/plain_search.h"
#include "tests/engine/script_of.h"

#include <QFile>
#include <QtTest>

#include <map>

using namespace zab;
using zab::tests::scriptOf;
using zab::testing::PlainSearch;

namespace {

const std::string kServing = "start all\nrun until leader\nrun 1s\nC1 connect S2\nrun 500ms\n";

ExploreResult exploreText(const std::string& text, std::int64_t depth = 1000, int jobs = 1, ExploreOptions::Order order = ExploreOptions::Order::Breadth) {
    const Script script = scriptOf(text);
    ExploreOptions options;
    options.budgets = script.scenario.explore.value_or(ExploreBudgets());
    options.maxDepth = depth;
    options.jobs = jobs;
    options.order = order;
    return explore(script, options);
}

Digest128 digestOf(const Message& m) {
    StateDigest d;
    addMessage(d, m);
    return d.value();
}

/// What may come next without a fault, by name.
std::vector<InputName> names(const World& world) {
    std::vector<InputName> all;
    world.pending().forEach([&](const PendingInput& in) {
        const bool timer = in.kind == InputKind::Timer && !isFree(in.timer);
        if (timer || world.isVoid(in) || world.find(nameOf(in)) != &in) return;
        all.push_back(nameOf(in));
    });
    std::sort(all.begin(), all.end(), [](const InputName& a, const InputName& b) { return toString(a) < toString(b); });
    return all;
}

}  // namespace

class TestExplore : public QObject {
    Q_OBJECT

private slots:
    void seesWhatWholeWorldsComeTo_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("depth");
        const QString serving = QString::fromStdString(kServing);
        QTest::newRow("broadcast") << "servers 3\nexplore writes 2\n" + serving << 1000;
        QTest::newRow("crashes") << "servers 3\nexplore writes 1 crashes 1 restarts 1\n" + serving << 6;
        QTest::newRow("two servers") << "servers 2\nexplore writes 1 crashes 1 restarts 1\n" + serving << 11;
        QTest::newRow("elections") << QString("servers 3\nstart all\n") << 9;
        QTest::newRow("an election of two") << QString("servers 2\nexplore elections 1\nstart all\n") << 14;
        QTest::newRow("timeouts") << "servers 2\nexplore timeouts 2 writes 1\n" + serving << 8;
        QTest::newRow("cuts") << "servers 3\nexplore cuts 1 heals 1 writes 1 timeouts 1\n" + serving << 5;
        QTest::newRow("votes at a cut") << QString("servers 3\nexplore cuts 1 heals 1\nstart S1 S2 S3\n") << 6;
        QTest::newRow("timeouts at a cut") << "servers 3\nexplore timeouts 2 heals 1\n" + serving + "cut S1-S2\ncut S1-S3\nforce timeout S1\n" << 5;
        QTest::newRow("crashes at a cut") << "servers 3\nexplore crashes 1 heals 1\n" + serving + "cut S3-S1\nforce timeout S1\n" << 5;
        QTest::newRow("votes to nobody") << "servers 3\nexplore timeouts 1 crashes 1 restarts 1\n" + serving + "crash S3\n" << 6;
        QTest::newRow("one vote lost after the other") << "servers 3\nexplore drops 2\n" + serving + "force timeout S2\nforce timeout S2\nforce timeout S2\n" << 5;
        QTest::newRow("drops") << "servers 3\nexplore drops 1 writes 1\n" + serving << 8;
        QTest::newRow("lost votes") << QString("servers 2\nexplore drops 1\nstart all\n") << 8;
        QTest::newRow("reads") << "servers 3\nexplore writes 1 reads 2\n" + serving + "C2 connect S1\nrun 500ms\n" << 6;
        QTest::newRow("watches") << "servers 3\nexplore writes 2\n" + serving + "C1 exists /w1 watch\nC1 children / watch\nrun 500ms\n" << 10;
        QTest::newRow("no order") << "servers 3\nwithout fifo-links\nexplore writes 1\n" + serving << 9;
    }
    void seesWhatWholeWorldsComeTo() {
        QFETCH(QString, text);
        QFETCH(int, depth);
        const Script script = scriptOf(text.toStdString());
        PlainSearch plain(script, script.scenario.explore.value_or(ExploreBudgets()), depth);
        plain.run();
        const ExploreResult result = exploreText(text.toStdString(), depth);
        QVERIFY2(plain.distinct > 40, qPrintable(QString::number(plain.distinct)));
        QCOMPARE(result.totals.distinct, plain.distinct);
        QCOMPARE(result.totals.generated, plain.generated);
        QCOMPARE(result.totals.depth, plain.depth);
        QCOMPARE(!result.findings.empty(), plain.violated);
        // Two threads see the same, and so does depth first where nothing is cut short.
        const ExploreResult two = exploreText(text.toStdString(), depth, 2);
        QCOMPARE(two.totals.distinct, plain.distinct);
        QCOMPARE(two.totals.generated, plain.generated);
        if (result.end == ExploreResult::End::Exhausted)
            QCOMPARE(exploreText(text.toStdString(), 1000, 1, ExploreOptions::Order::Depth).totals.distinct, plain.distinct);
    }

    // S1 and S2 write to their disks in either order: another time, another trace, one state.
    void twoWaysToOneStateAgree() {
        const Stage stage(scriptOf("servers 3\n" + kServing + "C1 create /a\ndeliver request C1-S2\ndeliver REQUEST S2-S3\ndeliver PROPOSAL S3-S1\ndeliver PROPOSAL S3-S2\n"));
        QCOMPARE(stage.problem(), std::string());
        World one = stage.lab().world(), other = one;
        Trace trace(false);
        const auto fsync = [&](World& world, int s) { QCOMPARE(world.apply(DeliverInput{{InputKind::FsyncDone, {}, {}, {}, ServerId{s}}}, {}, trace), std::string()); };
        const Digest128 before = worldDigest(one);
        fsync(one, 1);
        const Digest128 between = worldDigest(one);
        QVERIFY(between != before);
        fsync(one, 2);
        fsync(other, 2);
        QVERIFY(worldDigest(other) != between);
        fsync(other, 1);
        QVERIFY(worldDigest(one) == worldDigest(other));
    }

    // Wherever random ways meet in one fingerprint, everything that may come next is the same, and leads to the same.
    void equalFingerprintsGoOnAlike() {
        const Stage stage(scriptOf("servers 3\nstart all\n"));
        std::map<Digest128, World> seen;
        Prng random(3);
        Trace trace(false);
        int met = 0;
        for (int run = 0; run < 40; ++run) {
            World world = stage.lab().world();
            for (int i = 0; i < 90; ++i) {
                const auto all = names(world);
                if (all.empty()) break;
                const auto [at, fresh] = seen.try_emplace(worldDigest(world), world);
                if (!fresh && met < 400) {
                    ++met;
                    QVERIFY(names(at->second) == all);
                    for (const InputName& name : all) {
                        World a = at->second, b = world;
                        QCOMPARE(a.apply(DeliverInput{name}, {}, trace), b.apply(DeliverInput{name}, {}, trace));
                        const bool looksAgain = name.kind == InputKind::Timer;   // by its own clock
                        if (!looksAgain) QVERIFY2(worldDigest(a) == worldDigest(b), toString(name).c_str());
                    }
                }
                QCOMPARE(world.apply(DeliverInput{all[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(all.size())))]}, {}, trace), std::string());
            }
        }
        QVERIFY2(met > 50, qPrintable(QString::number(met)));
    }

    void packetsThatDifferAreToldApart() {
        auto txn = std::make_shared<Txn>();
        txn->zxid = Zxid::make(1, 1);
        std::vector<TxnRef> txns{txn};
        for (int field = 0; field < 4; ++field) {
            auto other = std::make_shared<Txn>(*txn);
            if (field == 0) other->zxid = Zxid::make(1, 2);
            else if (field == 1) other->session = SessionId{5};
            else if (field == 2) other->xid = 3;
            else other->digest = 9;
            txns.push_back(other);
        }
        const Zxid z = Zxid::make(1, 1), y = Zxid::make(1, 2);
        std::vector<Message> all{UpToDate{}, Disconnect{}, Disconnect{true}, Diff{z}, Diff{y}, Trunc{z}, Trunc{y}, NewLeader{z}, NewLeader{y}, Ack{z}, Ack{y}, Commit{z}, Commit{y},
                                 LeaderInfo{1}, LeaderInfo{2}, FollowerInfo{1, false}, FollowerInfo{2, false}, FollowerInfo{1, true}, AckEpoch{z, 1}, AckEpoch{y, 1}, AckEpoch{z, 2},
                                 Ping{z, nullptr}, Ping{y, nullptr}, Ping{z, std::make_shared<TouchedSessions>(std::vector<std::pair<SessionId, std::int32_t>>{{SessionId{1}, 5}})},
                                 Snap{z, nullptr}, Snap{y, nullptr}};
        for (const TxnRef& t : txns) all.push_back(Proposal{t}), all.push_back(Inform{t});
        const Vote vote{ServerId{1}, z, 1, 1, ServerState::Looking};
        std::vector<Vote> votes(6, vote);
        votes[1].leader = ServerId{2}, votes[2].zxid = y, votes[3].peerEpoch = 2, votes[4].round = 2, votes[5].state = ServerState::Leading;
        for (const Vote& v : votes) all.push_back(Notification{v});
        std::set<Digest128> digests;
        for (const Message& m : all) digests.insert(digestOf(m));
        QCOMPARE(digests.size(), all.size());
        auto late = std::make_shared<Txn>(*txn);
        late->timeMs = 77;
        QVERIFY(digestOf(Proposal{late}) == digestOf(Proposal{txn}));   // time does not matter
    }

    // Without FIFO links a commit overtakes another one; the way to it is the shortest, plays, and does not depend on the threads.
    void findsAndPlays() {
        const std::string text = "servers 3\nwithout fifo-links\nexplore writes 2\n" + kServing;
        const ExploreResult one = exploreText(text), two = exploreText(text, 1000, 2);
        QCOMPARE(one.end, ExploreResult::End::Found);
        QCOMPARE(one.findings.size(), std::size_t{1});
        QCOMPARE(two.findings.front().script, one.findings.front().script);
        const Finding& f = one.findings.front();
        const Script again = scriptOf(f.script);
        Lab lab(again.scenario);
        ScriptRunner runner(again, lab);
        while (!runner.atEnd()) QVERIFY2(runner.step(), f.script.c_str());
        QCOMPARE(lab.checker().violations().front().property, f.property);
        const Script script = scriptOf(text);
        PlainSearch plain(script, *script.scenario.explore, 1000);
        plain.run();
        QVERIFY(plain.violated);
        QCOMPARE(f.inputs, plain.depth);

        const ExploreResult deep = exploreText(text, 60, 1, ExploreOptions::Order::Depth);
        QCOMPARE(deep.end, ExploreResult::End::Found);
        QVERIFY(deep.findings.front().inputs >= f.inputs);
        // With the rule the same search finds nothing.
        QCOMPARE(exploreText("servers 3\nexplore writes 2\n" + kServing).end, ExploreResult::End::Exhausted);
    }

    // The tree is told by what it holds, not by when: both servers say the same of one transaction, at other times.
    void treesAreComparedWithoutTheirTimes() {
        Lab lab(scriptOf("servers 3\n").scenario);
        const Script script = scriptOf("servers 3\n" + kServing + "C1 create /a \"x\"\nrun until commit\nrun 200ms\n");
        ScriptRunner runner(script, lab);
        while (!runner.atEnd()) QVERIFY(runner.step());
        SafetyChecker checker;
        std::vector<std::int64_t> trees;
        for (Event e : witnessed(lab.trace(), 0, lab.world())) {
            if (e.kind == EventKind::TxnApplied && e.args[4] != 0) {
                trees.push_back(e.args[4]);
                if (trees.size() == 3) e.args[4] = 4;   // the last one holds something else
            }
            checker.observe(e);
        }
        QCOMPARE(trees.size(), std::size_t{3});
        QVERIFY(trees[0] == trees[1] && trees[1] == trees[2]);
        QCOMPARE(checker.violations().size(), std::size_t{1});
        QCOMPARE(checker.violations().front().property, Property::SameHistorySameTree);
    }

    // S3 has started again and holds what its log knew, behind the transaction that it applied last: that is no tree of this history.
    void whatAServerHeldWhenItAppliedCounts() {
        QFile file(QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits/zookeeper-2845-before.lab"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        Script script = scriptOf(file.readAll().toStdString());
        ExploreOptions options;
        options.property = Property::SameHistorySameTree;
        options.maxStates = 300;
        QVERIFY(explore(script, options).findings.empty());
    }

    // S3 leads alone and does not know it; what C1 has seen at S2 is not there.
    void whatClientsSeeIsJudged() {
        const std::string text = "servers 3\nexplore timeouts 2 reads 1 elections 0\nstart all\nrun until leader S3\nrun 1s\nC1 connect S2\nrun 1s\ncut S3\n"
                                 "force timeout S1\nforce timeout S2\nrun until leader S2\nrun 10ms\nC1 connect S2\nrun 50ms\nC1 create /a\nrun 50ms\n";
        const ExploreResult without = exploreText("without client-not-ahead\n" + text);
        QCOMPARE(without.end, ExploreResult::End::Found);
        QCOMPARE(without.findings.front().property, Property::SessionMonotonicReads);
        QCOMPARE(exploreText(text).end, ExploreResult::End::Exhausted);
    }

    void limitsAreKept() {
        const Script script = scriptOf("servers 3\nexplore crashes 1 restarts 1 timeouts 2 writes 2\n" + kServing);
        ExploreOptions options;
        options.budgets = *script.scenario.explore;
        options.memoryBytes = 64 << 20;
        const ExploreResult full = explore(script, options);
        QCOMPARE(full.end, ExploreResult::End::Memory);
        QVERIFY(full.totals.bytes < (std::uint64_t{96} << 20));
        options.maxStates = 1000;
        QCOMPARE(explore(script, options).end, ExploreResult::End::States);
        options.maxStates = 1000000;
        QCOMPARE(explore(script, options, [](const ExploreProgress& p) { return p.generated < 50000; }).end, ExploreResult::End::Cancelled);
        options.maxDepth = 3;
        QCOMPARE(explore(script, options).end, ExploreResult::End::Depth);
    }

    // By what was done: where every step is new, and played, that is long before a batch of states is through.
    void progressIsToldHoweverSlowTheStepsAre() {
        const Script script = scriptOf("servers 3\nexplore crashes 2 restarts 2 cuts 2 heals 2\nstart all\n");
        ExploreOptions options;
        options.budgets = *script.scenario.explore;
        for (const int jobs : {1, 2}) {
            options.jobs = jobs;
            int told = 0;
            std::uint64_t seen = 0;
            const ExploreResult result = explore(script, options, [&](const ExploreProgress& p) {
                seen = p.generated;
                return ++told < 3;
            });
            QCOMPARE(result.end, ExploreResult::End::Cancelled);
            QCOMPARE(told, 3);
            QVERIFY2(seen < 6000, qPrintable(QString::number(seen)));
        }
    }

    void roundsComeToAnEnd_data() {
        QTest::addColumn<QString>("budgets");
        for (const char* budgets : {"timeouts 1", "crashes 1 restarts 1", "cuts 1 heals 1 timeouts 2", "drops 2"}) QTest::newRow(budgets) << budgets;
    }
    // No path goes on for ever, however many leaders there may be: followed are those whose servers are in the highest rounds and have tried
    // most often to reach their leader. A follower that gives up for nothing (§3.8) began a round every thirty moves.
    void roundsComeToAnEnd() {
        QFETCH(QString, budgets);
        const Script script = scriptOf("servers 3\nexplore " + budgets.toStdString() + "\nstart all\nrun until leader\nrun 1s\n");
        const Stage stage(script);
        Shared shared;
        StateSpace space(shared, stage.lab().world(), {});
        const auto haste = [&](const State& s) {
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < 3; ++i) {
                const Replica& r = std::get<ServerPart>(shared.actors[space.actorOf(s, i)].part).host->server.replica();
                sum += r.round() * 10;
                if (const auto* learning = std::get_if<Learning>(&r.role())) sum += learning->attempt;
            }
            return sum;
        };
        std::set<Digest128> seen;
        std::vector<Move> moves;
        std::vector<State> level{space.first(stage.lab().world(), stage.checker(), Purse(*script.scenario.explore))};
        int depth = 0;
        for (State to; !level.empty() && depth < 200; ++depth) {
            std::vector<std::pair<std::int64_t, State>> next;
            for (const State& s : level) {
                space.moves(s, moves);
                for (const Move& m : moves)
                    if (space.step(s, m, to) && seen.insert(space.digest(to)).second) next.emplace_back(-haste(to), to);
            }
            std::stable_sort(next.begin(), next.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
            level.clear();
            for (std::size_t i = 0; i < next.size() && i < 200; ++i) level.push_back(next[i].second);
        }
        QVERIFY2(depth > 20 && depth < 120, qPrintable(QString::number(depth)));
    }

    void whatCannotBeExploredIsSaid() {
        QCOMPARE(exploreText("servers 3\neureka\nstart all\n").problem, std::string("The explorer does not know Eureka; take the 'eureka' line away."));
        QCOMPARE(exploreText("servers 3\nexplore writes 1\nstart all\n").problem, std::string("Writes need a client: the script connects none."));
        QCOMPARE(exploreText("servers 3\nexplore heals 1\nstart all\n").problem, std::string("There is nothing to heal: the budget has no cuts, and the script cuts no link."));
        QVERIFY(exploreText("servers 3\nC1 lock /a\n").problem.starts_with("Line 2: "));
        QVERIFY(!exploreText("servers 3\nstart all\nexpect leader\n").problem.empty());
        const auto parsed = parseScript("version 2\nservers 3\n", "x.lab");
        QCOMPARE(std::get<ScriptError>(parsed).text(), std::string("x.lab:1:9: this file was written for version 2 of the lab, and this is version 1"));
    }
};

QTEST_APPLESS_MAIN(TestExplore)
#include "tst_explore.moc"
