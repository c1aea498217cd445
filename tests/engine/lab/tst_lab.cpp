// SPDX-License-Identifier: GPL-3.0-or-later
// Stepping back and forward is exact, seeking lands where it says, a branch forgets what was undone, and checkpoints that
// were thinned out change nothing.
#include "engine/lab/lab.h"

#include <QtTest>

using namespace zab;

namespace {

Scenario three() {
    Scenario s;
    s.seed = 5;
    for (int i = 1; i <= 3; ++i) s.ensemble.members.push_back({ServerId{i}});
    return s;
}

/// An ensemble with a leader, a client and a few writes; stops in the middle of things.
void play(Lab& lab, SimTime until = msec(1500)) {
    lab.execute(StartServers{{ServerId{1}, ServerId{2}, ServerId{3}}}, "start S1 S2 S3");
    while (lab.stepInput(msec(600))) {}
    lab.execute(ConnectClient{ClientId{1}, ServerId{1}, {}}, "connect C1 S1");
    lab.execute(ClientLoad{ClientId{1}, 4, 10, 30}, "load");
    while (lab.stepInput(msec(700))) {}
    lab.execute(CrashServer{ServerId{3}, false}, "crash S3");
    while (lab.stepInput(until)) {}
}

struct Mark {
    std::uint64_t trace, world;
    std::int64_t step;
    EventId events;
    std::size_t violations;
    bool operator==(const Mark&) const = default;
};
Mark mark(const Lab& lab) {
    return {lab.trace().digest(), lab.world().digest(), lab.step(), lab.trace().size(), lab.checker().violations().size()};
}

/// What a view shows, as far as it can differ.
QString picture(const Lab& lab) {
    const ClusterView v = lab.view();
    QString text = QString("%1 %2 %3 %4|").arg(v.step).arg(v.events).arg(v.now.us).arg(v.leader.value);
    for (const ServerView& s : v.servers)
        text += QString("%1 %2 %3 %4 %5 %6 %7|").arg(int(s.life)).arg(int(s.state)).arg(int(s.phase)).arg(s.lastProcessed.value)
                    .arg(s.lastDecision).arg(s.log.size()).arg(s.tree.digest());
    for (const PacketView& p : v.packets) text += QString("%1 %2 %3|").arg(p.sequence).arg(p.due.us).arg(int(p.type));
    for (const ClientView& c : v.clients) text += QString("%1 %2 %3|").arg(c.done).arg(c.outstanding).arg(c.lastReply.c_str());
    return text;
}

}  // namespace

class TestLab : public QObject {
    Q_OBJECT

private slots:
    void everyStateIsReachedAgainByStepping() {
        Lab lab(three());
        play(lab);
        const std::int64_t end = lab.step();
        QVERIFY(end > 200);
        const Mark last = mark(lab);
        std::vector<QString> pictures{picture(lab)};
        std::vector<Mark> marks{last};
        for (const StepSize size :
             {StepSize::Event, StepSize::Packet, StepSize::VoteRound, StepSize::Phase, StepSize::Commit, StepSize::Event}) {
            const std::int64_t before = lab.step();
            QVERIFY(lab.stepBack(size));
            QVERIFY(lab.step() < before);
            pictures.push_back(picture(lab));
            marks.push_back(mark(lab));
        }
        for (std::size_t i = marks.size(); i-- > 0;) {
            lab.seek(marks[i].step);
            QVERIFY(mark(lab) == marks[i]);
            QCOMPARE(picture(lab), pictures[i]);
        }
        QVERIFY(mark(lab) == last);
    }
    void aSecondLabGivenTheSameHasTheSame() {
        Lab a(three()), b(three());
        play(a);
        play(b);
        QVERIFY(mark(a) == mark(b));
        QCOMPARE(picture(a), picture(b));
    }
    void seekLandsOnEveryStep() {
        Lab lab(three());
        std::vector<Mark> marks{mark(lab)};
        lab.execute(StartServers{{ServerId{1}, ServerId{2}, ServerId{3}}}, "start");
        marks.push_back(mark(lab));
        while (lab.stepInput(sec(20))) marks.push_back(mark(lab));
        QVERIFY(marks.size() > 60);
        for (const std::size_t at :
             {std::size_t{0}, marks.size() - 1, std::size_t{1}, std::size_t{37}, std::size_t{36}, marks.size() / 2}) {
            lab.seek(static_cast<std::int64_t>(at));
            QVERIFY(mark(lab) == marks[at]);
        }
    }
    void aBranchForgetsWhatWasUndone() {
        Lab lab(three());
        play(lab);
        const std::size_t commands = lab.commands().size();
        const std::int64_t end = lab.step();
        const std::int64_t place = lab.commands().back().step;   // just before the crash
        lab.seek(place);
        QCOMPARE(lab.commands().size(), commands);               // not yet forgotten: forward again is possible
        lab.seek(end);
        QCOMPARE(lab.step(), end);
        lab.seek(place);
        QCOMPARE(lab.execute(CrashServer{ServerId{1}, false}, "crash S1"), std::string());
        QCOMPARE(lab.commands().size(), commands);
        QCOMPARE(lab.commands().back().line, std::string("crash S1"));
        while (lab.stepInput(msec(1500))) {}
        QVERIFY(lab.world().host(ServerId{3}).life == Life::Up);   // that one never crashed on this branch
        QVERIFY(lab.world().host(ServerId{1}).life == Life::Down);
        const Mark branch = mark(lab);
        lab.seek(10);
        lab.seek(branch.step);
        QVERIFY(mark(lab) == branch);
    }
    void aRefusedCommandChangesNothingNotEvenTheFuture() {
        Lab lab(three());
        play(lab);
        const std::int64_t end = lab.step();
        const Mark last = mark(lab);
        lab.seek(end - 30);
        const Mark here = mark(lab);
        QVERIFY(!lab.execute(CrashServer{ServerId{9}, false}).empty());
        QVERIFY(mark(lab) == here);
        lab.seek(end);
        QVERIFY(mark(lab) == last);
    }
    void theRunNumberTellsThatOlderPicturesAreStale() {
        Lab lab(three());
        play(lab);
        const std::uint64_t run = lab.run();
        lab.stepInput();
        QCOMPARE(lab.run(), run);
        lab.stepBack(StepSize::Event);
        QVERIFY(lab.run() != run);
    }
    void backAtTheBeginningThereIsNoFurtherBack() {
        Lab lab(three());
        QVERIFY(!lab.stepBack(StepSize::Event));
        play(lab);
        lab.reset();
        QCOMPARE(lab.step(), std::int64_t{0});
        QCOMPARE(lab.trace().size(), EventId{0});
        QVERIFY(!lab.stepBack(StepSize::Phase));
    }
    void thinnedCheckpointsChangeNothing() {
        Scenario s = three();
        s.network.latency = usec(500);
        Lab lab(s);
        lab.execute(StartServers{{ServerId{1}, ServerId{2}, ServerId{3}}});
        while (lab.stepInput(msec(600))) {}
        lab.execute(ConnectClient{ClientId{1}, ServerId{2}, {}});
        lab.execute(ClientLoad{ClientId{1}, 20, 10, 0});
        std::vector<Mark> marks;
        constexpr std::int64_t kSteps = 300000;   // well beyond 256 checkpoints at their first distance
        while (lab.step() < kSteps && lab.stepInput())
            if (lab.step() % 29989 == 0) marks.push_back(mark(lab));
        QCOMPARE(lab.step(), kSteps);
        for (const std::size_t i : {marks.size() - 1, std::size_t{0}}) {
            lab.seek(marks[i].step);
            QVERIFY(mark(lab) == marks[i]);
        }
        lab.seek(marks[1].step);
        QVERIFY(mark(lab) == marks[1]);
    }
    /// Whatever a proposal waits for, the view names the event that says so: the newest one about it.
    void everyOutstandingProposalHasAReason() {
        Lab lab(three());
        lab.execute(StartServers{{ServerId{1}, ServerId{2}, ServerId{3}}}, "start S1 S2 S3");
        while (lab.stepInput(msec(600))) {}
        lab.execute(ConnectClient{ClientId{1}, ServerId{1}, {}}, "connect C1 S1");
        lab.execute(SetFsync{ServerId{1}, msec(20), {}}, "fsync S1");
        lab.execute(ClientLoad{ClientId{1}, 4, 10, 30}, "load");
        int seen = 0, counted = 0;
        while (lab.stepInput(msec(1200))) {
            const ClusterView v = lab.view();
            for (const ServerView& s : v.servers) {
                for (const ProposalView& p : s.outstanding) {
                    ++seen;
                    EventId newest = kNoEvent;
                    for (EventId id = 0; id < lab.trace().size(); ++id) {
                        const Event& e = lab.trace().at(id);
                        const bool about = e.kind == EventKind::ProposalMade || e.kind == EventKind::AckCounted || e.rule == RuleId::AckQuorumWaitsForOlder;
                        if (about && e.actor == ActorId(s.id) && e.args[0] == p.zxid.value) newest = id;
                    }
                    QCOMPARE(p.reason, newest);
                    QVERIFY(p.reason != kNoEvent);
                    if (lab.trace().at(p.reason).kind != EventKind::AckCounted) continue;
                    ++counted;
                    QCOMPARE(static_cast<std::size_t>(lab.trace().at(p.reason).args[1]), p.acks.size());
                }
            }
        }
        QVERIFY(seen > 50 && counted > 10);
    }

    void stepForwardStopsWhereItSays() {
        Lab lab(three());
        lab.execute(StartServers{{ServerId{1}, ServerId{2}, ServerId{3}}});
        const auto newest = [&](EventId since, auto wanted) {
            for (EventId id = since; id < lab.trace().size(); ++id)
                if (wanted(lab.trace().at(id))) return true;
            return false;
        };
        EventId since = lab.trace().size();
        QVERIFY(lab.stepForward(StepSize::Phase));
        QVERIFY(newest(since, [](const Event& e) { return e.kind == EventKind::PhaseChanged || e.kind == EventKind::StateChanged; }));
        lab.execute(ConnectClient{ClientId{1}, ServerId{1}, {}});
        while (lab.stepInput(msec(900))) {}
        lab.execute(ClientLoad{ClientId{1}, 1, 10, 1});
        since = lab.trace().size();
        QVERIFY(lab.stepForward(StepSize::Commit));
        QVERIFY(newest(since, [](const Event& e) { return e.kind == EventKind::Committed; }));
    }
};

QTEST_APPLESS_MAIN(TestLab)
#include "tst_lab.moc"
