// SPDX-License-Identifier: GPL-3.0-or-later
// The signal-driven way leaves the same trace as the direct one; scripts play, step and go back exactly; batches merge.
#include "engine/host/batch.h"
#include "engine/host/engine_thread.h"
#include "engine/host/loopback_network.h"
#include "engine/host/pacing.h"
#include "engine/host/script_player.h"
#include "tests/engine/host/hole_in_a_log.h"
#include "tests/engine/script_of.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace zab;
using zab::tests::scriptOf;

namespace {

constexpr const char* kStory = R"(
title "story"
servers 5
seed 9
say "one"
start all
run until leader
run until quiet
C1 connect S1
run until quiet
say "two"
C1 create /a "x"
run until commit
crash S5
say "three"
run until leader
start S5
run until quiet
run 3s
expect same trees
)";

/// Plays the whole script; fails the program if it does not reach its end.
void playToEnd(ScriptPlayer& player) {
    for (int i = 0; i < 1000000; ++i) {
        const Unit unit = player.next();
        if (unit == Unit::Ended) return;
        if (unit == Unit::Failed) qFatal("%s", player.takeFailure().c_str());
    }
    qFatal("the script has no end");
}

Event eventAt(std::int64_t us) {
    Event e;
    e.time = usec(us);
    return e;
}

/// Takes batches until the engine thread says that the script has come to its end.
struct Collector {
    EngineThread engine;
    std::vector<Event> events;
    Progress progress;
    std::vector<Notice> notices;
    int batches = 0;
    std::shared_ptr<const ClusterView> view;

    void take() {
        const auto batch = engine.take();
        if (!batch) return;
        ++batches;
        events.resize(static_cast<std::size_t>(std::min<EventId>(batch->first, static_cast<EventId>(events.size()))));
        events.insert(events.end(), batch->events.begin(), batch->events.end());
        notices.insert(notices.end(), batch->notices.begin(), batch->notices.end());
        progress = batch->progress;
        view = batch->view;
    }
    bool has(Notice::Kind kind) const { return std::any_of(notices.begin(), notices.end(), [kind](const Notice& n) { return n.kind == kind; }); }
    bool waitFor(const std::function<bool()>& condition, int ms = 20000) {
        return QTest::qWaitFor([&] { take(); return condition(); }, ms);
    }
};

}  // namespace

class TestHost : public QObject {
    Q_OBJECT

private slots:
    void signalsAndDirectCallsLeaveTheSameTrace();
    void steppingBackAndForthIsExact();
    void aCommandInThePastDropsWhatWasUndone();
    void beatsGoFromSentenceToSentence();
    void batchesMerge();
    void pacing();
    void playsInItsThread();
    void stepsBackInItsThread();
    void refusalsAreSentences();
    void requestsNeverWaitAtFullSpeed();
    void aRunUntilMayHaveItsOwnPace();
    void everyEventHasItsStep();
    void goesToTheViolationAndToAnyEvent();
};

void TestHost::signalsAndDirectCallsLeaveTheSameTrace() {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        Script script = scriptOf(kStory);
        script.scenario.seed = seed;
        script.scenario.network.lossPpm = 20000;
        ScriptPlayer direct(script), signalled(script);
        LoopbackNetwork network(5);
        signalled.lab().setCarrier([&network](World& w, Trace& t) { network.carryNext(w, t); });
        playToEnd(direct);
        playToEnd(signalled);
        QVERIFY(direct.lab().trace().size() > 1000);
        QCOMPARE(signalled.lab().trace().size(), direct.lab().trace().size());
        QCOMPARE(signalled.lab().trace().digest(), direct.lab().trace().digest());
        QCOMPARE(signalled.lab().world().digest(), direct.lab().world().digest());
    }
}

void TestHost::steppingBackAndForthIsExact() {
    ScriptPlayer straight(scriptOf(kStory)), wandering(scriptOf(kStory));
    playToEnd(straight);
    playToEnd(wandering);
    for (const StepSize size : {StepSize::Commit, StepSize::Packet, StepSize::Phase, StepSize::VoteRound, StepSize::Event}) {
        for (int i = 0; i < 5; ++i) QVERIFY(wandering.stepBack(size));
        QVERIFY(wandering.isReplaying());
        QVERIFY(wandering.lab().trace().size() < straight.lab().trace().size());
        for (int i = 0; i < 2; ++i) wandering.stepForward(size);
    }
    wandering.seek(0);
    QCOMPARE(wandering.lab().trace().size(), EventId{0});
    wandering.seek(straight.lab().step());
    QCOMPARE(wandering.lab().trace().digest(), straight.lab().trace().digest());
    QCOMPARE(wandering.lab().trace().size(), straight.lab().trace().size());
}

void TestHost::aCommandInThePastDropsWhatWasUndone() {
    ScriptPlayer player(scriptOf(kStory));
    playToEnd(player);
    const std::size_t beats = player.beat();
    while (player.lab().trace().size() > 100) QVERIFY(player.stepBack(StepSize::Packet));
    QCOMPARE(player.execute(CrashServer{ServerId{3}, false}), std::string());
    QVERIFY(player.beat() < beats);       // what had come later comes again
    QVERIFY(!player.isReplaying());
    // The script asks for S5 as it was; whatever comes, the lab itself holds together and play comes to an end.
    Unit unit = Unit::Input;
    for (int i = 0; i < 200000 && unit != Unit::Ended && unit != Unit::Failed; ++i) unit = player.next();
    QVERIFY(unit == Unit::Ended || unit == Unit::Failed);
    QVERIFY(player.lab().checker().violations().empty());
}

void TestHost::beatsGoFromSentenceToSentence() {
    ScriptPlayer player(scriptOf(kStory));
    QCOMPARE(player.says(), 3);
    QCOMPARE(player.saysDone(), 0);
    std::vector<std::int64_t> steps{player.lab().step()};
    for (int beat = 1; beat <= 3; ++beat) {
        player.nextBeat();
        QCOMPARE(player.saysDone(), beat);
        steps.push_back(player.lab().step());
        // A question is read before its answer can be seen.
        const Trace& trace = player.lab().trace();
        QVERIFY(trace.at(trace.size() - 1).kind == EventKind::Say);
    }
    while (!player.atEnd()) player.nextBeat();
    const std::uint64_t end = player.lab().trace().digest();
    const std::int64_t last = player.lab().step();
    for (int beat = last > steps[3] ? 3 : 2; beat >= 0; --beat) {
        player.previousBeat();
        QCOMPARE(player.saysDone(), beat);
        QCOMPARE(player.lab().step(), steps[static_cast<std::size_t>(beat)]);
    }
    for (int beat = 1; beat <= 3; ++beat) {
        player.nextBeat();
        QCOMPARE(player.lab().step(), steps[static_cast<std::size_t>(beat)]);
    }
    while (player.lab().step() < last) player.nextBeat();
    QCOMPARE(player.lab().trace().digest(), end);
}

void TestHost::batchesMerge() {
    BatchSlot slot;
    const auto batch = [](std::uint64_t run, EventId first, std::vector<Event> events) {
        Batch b;
        b.run = run;
        b.first = first;
        b.events = std::move(events);
        return b;
    };
    QVERIFY(slot.empty());
    QVERIFY(slot.put(batch(1, 10, {eventAt(0), eventAt(1), eventAt(2)})));
    QVERIFY(!slot.put(batch(1, 13, {eventAt(3)})));         // goes on where the last one ended
    QVERIFY(!slot.put(batch(1, 12, {eventAt(7), eventAt(8)})));  // two were undone
    auto taken = slot.take();
    QVERIFY(taken.has_value());
    QCOMPARE(taken->first, EventId{10});
    std::vector<std::int64_t> times;
    for (const Event& e : taken->events) times.push_back(e.time.us);
    QCOMPARE(times, (std::vector<std::int64_t>{0, 1, 7, 8}));
    QVERIFY(!slot.take().has_value());
    slot.put(batch(1, 10, {eventAt(0)}));
    slot.put(batch(1, 4, {eventAt(5)}));                    // undone further than what waits
    taken = slot.take();
    QCOMPARE(taken->first, EventId{4});
    QCOMPARE(taken->events.size(), std::size_t{1});
    slot.put(batch(1, 10, {eventAt(0)}));
    slot.put(batch(2, 0, {eventAt(9)}));                    // another document
    taken = slot.take();
    QCOMPARE(taken->run, std::uint64_t{2});
    QCOMPARE(taken->events.size(), std::size_t{1});
}

void TestHost::pacing() {
    Pacer pacer;
    pacer.setPacing({Pacing::Mode::Events, 10, false});
    QVERIFY(!pacer.mayFire());
    pacer.pass(50000);
    QVERIFY(!pacer.mayFire());
    QCOMPARE(pacer.way(), 0.5);
    pacer.pass(50000);
    QVERIFY(pacer.mayFire());
    pacer.fired(false);
    QVERIFY(!pacer.mayFire());
    pacer.pass(10000000);   // a stall is not made up for
    pacer.fired(false);
    QVERIFY(!pacer.mayFire());
    pacer.setPacing({Pacing::Mode::VirtualTime, 0.05, false});
    pacer.pass(10000);
    pacer.pass(10);
    QCOMPARE(pacer.takeVirtual(), std::int64_t{500});
    QCOMPARE(pacer.takeVirtual(), std::int64_t{0});
    pacer.pass(10);
    QCOMPARE(pacer.takeVirtual(), std::int64_t{1});   // halves add up
}

void TestHost::playsInItsThread() {
    ScriptPlayer direct(scriptOf(kStory));
    playToEnd(direct);
    Collector c;
    c.engine.post(OpenScript{1, scriptOf(kStory)});
    c.engine.post(SetPacing{{Pacing::Mode::Events, 1, true}, false});
    QVERIFY(c.waitFor([&] { return c.view != nullptr; }));
    QVERIFY(c.events.empty());   // opened means paused
    c.engine.post(Play{});
    QVERIFY(c.waitFor([&] { return c.has(Notice::Kind::LessonEnded); }));
    QVERIFY(!c.progress.playing);
    Trace copy;
    QCOMPARE(static_cast<EventId>(c.events.size()), direct.lab().trace().size());
    for (EventId id = 0; id < direct.lab().trace().size(); ++id)
        QVERIFY(c.events[static_cast<std::size_t>(id)] == direct.lab().trace().at(id));
}

void TestHost::stepsBackInItsThread() {
    Collector c;
    c.engine.post(OpenScript{1, scriptOf(kStory)});
    for (int i = 0; i < 30; ++i) c.engine.post(StepForwardBy{StepSize::Packet});
    QVERIFY(c.waitFor([&] { return c.events.size() > 100; }));
    const std::vector<Event> before = c.events;
    for (int i = 0; i < 5; ++i) c.engine.post(StepBackBy{StepSize::Packet});
    QVERIFY(c.waitFor([&] { return c.events.size() < before.size(); }));
    const std::int64_t step = c.view->step;
    QVERIFY(c.waitFor([&] { c.take(); return c.engine.isRunning(); }));
    for (int i = 0; i < 5; ++i) c.engine.post(StepForwardBy{StepSize::Packet});
    QVERIFY(c.waitFor([&] { return c.events.size() == before.size(); }));
    QVERIFY(c.view->step > step);
    QVERIFY(c.events == before);
}

void TestHost::refusalsAreSentences() {
    Collector c;
    c.engine.post(OpenScript{1, scriptOf(kStory)});
    c.engine.post(Execute{CrashServer{ServerId{2}, false}});   // it does not run yet
    QVERIFY(c.waitFor([&] { return c.has(Notice::Kind::Refused); }));
    const auto refused = std::find_if(c.notices.begin(), c.notices.end(), [](const Notice& n) { return n.kind == Notice::Kind::Refused; });
    QVERIFY(!refused->text.empty());
    c.engine.post(WriteDocument{});
    QVERIFY(c.waitFor([&] { return c.has(Notice::Kind::Document); }));
    const auto document = std::find_if(c.notices.begin(), c.notices.end(), [](const Notice& n) { return n.kind == Notice::Kind::Document; });
    const auto again = parseScript(document->text, "saved.lab");
    QVERIFY2(std::holds_alternative<Script>(again), document->text.c_str());
}

void TestHost::requestsNeverWaitAtFullSpeed() {
    Collector c;
    c.engine.post(OpenScript{1, scriptOf("servers 9\nseed 4\nstart all\nrun until leader\nrun until quiet\n"
                                         "C1 connect S1\nC2 connect S2\nrun until quiet\nC1 create /l1\nC2 create /l2\nrun until quiet\n"
                                         "C1 load outstanding 64\nC2 load outstanding 64\nrun 600s\n")});
    c.engine.post(SetPacing{{Pacing::Mode::Events, 1, true}, false});
    c.engine.post(Play{});
    QVERIFY(c.waitFor([&] { return c.events.size() > 50000; }, 60000));
    QElapsedTimer clock;
    qint64 longest = 0;
    for (int i = 0; i < 100; ++i) {
        clock.start();
        c.engine.post(SetPacing{{Pacing::Mode::Events, 1, true}, false});
        c.engine.take();
        longest = std::max(longest, clock.nsecsElapsed());
        QTest::qWait(1);
    }
    // A frame has 16 ms; the window's side of the hand-over may take a small part of it, also on a busy machine.
    QVERIFY2(longest < 12000000, qPrintable(QString::number(longest)));
    c.engine.post(Pause{});
    QVERIFY(c.waitFor([&] { return !c.progress.playing; }));
}

/// A session takes seconds to expire: what a person waits for may go fast where play is slow, and only as long as it takes.
void TestHost::aRunUntilMayHaveItsOwnPace() {
    Collector c;
    const Script script = scriptOf("servers 3\nstart all\nrun until leader\nC1 connect S1 timeout 6s\nrun 1s\n");
    c.engine.post(OpenScript{1, script});
    c.engine.post(SetPacing{{Pacing::Mode::Events, 1, false}, false});
    c.engine.post(NextBeat{});
    QVERIFY(c.waitFor([&] { return c.has(Notice::Kind::LessonEnded); }));
    const auto line = [&](const char* text) { return std::get<Statement>(parseLine(text, script.scenario)); };
    c.engine.post(RunStatement{line("C1 crash")});
    c.engine.post(RunStatement{line("run until no session C1"), Pacing{Pacing::Mode::VirtualTime, 4, false}});
    QVERIFY(c.waitFor([&] { return c.progress.playing; }));
    QCOMPARE(c.progress.goal, std::string("run until no session C1"));
    const int before = c.batches;
    QVERIFY(c.waitFor([&] { return !c.progress.playing; }, 8000));
    QVERIFY2(c.batches - before > 20, "it is seen to happen");
    QVERIFY(c.progress.goal.empty());
    QVERIFY(!c.has(Notice::Kind::Stopped));
    // Afterwards play is as slow as it was.
    const std::int64_t then = c.view->step;
    c.engine.post(Play{});
    QTest::qWait(600);
    c.take();
    QVERIFY(c.view->step - then < 12);
    // At once: no playing at all. Given up: the pace goes as well.
    c.engine.post(RunStatement{line("run 2s"), {}, true});
    c.engine.post(Pause{});
    QVERIFY(c.waitFor([&] { return c.has(Notice::Kind::Outcome); }));
    c.engine.post(RunStatement{line("run until no session C2 within 100s"), Pacing{Pacing::Mode::Events, 1, true}});
    QVERIFY(c.waitFor([&] { return !c.progress.playing; }));   // nobody has ever been C2
    QVERIFY(!c.has(Notice::Kind::Stopped));
}

void TestHost::everyEventHasItsStep() {
    ScriptPlayer player(scriptOf(kStory));
    Lab& lab = player.lab();
    std::vector<std::int64_t> steps;   // by event
    while (player.next() != Unit::Ended) steps.resize(static_cast<std::size_t>(lab.trace().size()), lab.step());
    for (std::size_t id = 0; id < steps.size(); ++id) QCOMPARE(lab.stepOf(static_cast<EventId>(id)), steps[id]);
    lab.seek(steps.back() / 2);
    for (EventId id = 0; id < lab.trace().size(); ++id) QCOMPARE(lab.stepOf(id), steps[static_cast<std::size_t>(id)]);
}

void TestHost::goesToTheViolationAndToAnyEvent() {
    Collector c;
    c.engine.post(OpenScript{1, scriptOf(kHoleInALog)});
    c.engine.post(ToViolation{});
    const auto violations = [&] { return std::count_if(c.events.begin(), c.events.end(), [](const Event& e) { return e.kind == EventKind::Violation; }); };
    QVERIFY(c.waitFor([&] { return violations() > 0; }));
    QVERIFY(!c.progress.playing);
    QCOMPARE(c.progress.beat, 2);   // not on to the end of the script
    // Right behind the step of the decisive event: the violation is the last thing that is known.
    QCOMPARE(c.events.back().kind, EventKind::Violation);
    const EventId decisive = c.events.back().cause;
    const std::size_t all = c.events.size();
    QVERIFY(decisive >= 0 && decisive < static_cast<EventId>(all));

    c.engine.post(SeekToEvent{decisive / 2});
    QVERIFY(c.waitFor([&] { return c.events.size() < all; }));
    QVERIFY(static_cast<EventId>(c.events.size()) > decisive / 2);   // the event is there
    QCOMPARE(violations(), 0);
    for (const PropertyView& p : c.view->properties) QCOMPARE(p.violated, kNoEvent);
    c.engine.post(ToViolation{});
    QVERIFY(c.waitFor([&] { return c.events.size() == all; }));      // the same way again

    // From each violation to the next one, and from the last one to the end.
    for (int i = 0; i < 30 && !c.has(Notice::Kind::Stopped); ++i) {
        const auto before = violations();
        c.engine.post(ToViolation{});
        QVERIFY(c.waitFor([&] { return violations() > before || c.has(Notice::Kind::Stopped); }));
    }
    QVERIFY(c.has(Notice::Kind::Stopped));
    QCOMPARE(c.progress.beat, 3);
}

QTEST_GUILESS_MAIN(TestHost)
#include "tst_host.moc"
