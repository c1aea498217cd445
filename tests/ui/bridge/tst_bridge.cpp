// SPDX-License-Identifier: GPL-3.0-or-later
// The window's side of the hand-over: the copy of the trace follows, stale batches are dropped, the lens tells once.
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"

#include <QSignalSpy>
#include <QtTest>

using namespace zab;

namespace {

Batch batch(std::uint64_t run, EventId first, std::initializer_list<std::int64_t> times) {
    Batch b;
    b.run = run;
    b.first = first;
    for (const std::int64_t t : times) {
        Event e;
        e.time = usec(t);
        b.events.push_back(e);
    }
    b.view = std::make_shared<ClusterView>();
    return b;
}

std::vector<std::int64_t> times(const Trace& trace) {
    std::vector<std::int64_t> out;
    for (EventId id = 0; id < trace.size(); ++id) out.push_back(trace.at(id).time.us);
    return out;
}

}  // namespace

class TestBridge : public QObject {
    Q_OBJECT

private slots:
    void theCopyFollows();
    void staleBatchesAreDropped();
    void textsKeepTheirIndexes();
    void playsThroughTheThread();
    void theLensTellsOnceAFrame();
};

void TestBridge::theCopyFollows() {
    EngineThread engine;
    LabClient client(engine);
    TraceFeed feed(engine, client);
    QSignalSpy undone(&feed, &TraceFeed::eventsUndone), appended(&feed, &TraceFeed::eventsAppended), arrived(&feed, &TraceFeed::batchArrived);
    QVERIFY(feed.receive(batch(0, 0, {1, 2, 3}), 0));
    QVERIFY(feed.receive(batch(0, 3, {4}), 0));
    QCOMPARE(times(feed.trace()), (std::vector<std::int64_t>{1, 2, 3, 4}));
    QVERIFY(feed.receive(batch(0, 1, {7}), 0));
    QCOMPARE(times(feed.trace()), (std::vector<std::int64_t>{1, 7}));
    QCOMPARE(undone.size(), 1);
    QCOMPARE(undone[0][0].value<EventId>(), EventId{1});
    QCOMPARE(appended.size(), 3);
    QCOMPARE(arrived.size(), 3);
}

void TestBridge::staleBatchesAreDropped() {
    EngineThread engine;
    LabClient client(engine);
    TraceFeed feed(engine, client);
    QSignalSpy cleared(&feed, &TraceFeed::traceCleared), arrived(&feed, &TraceFeed::batchArrived);
    QVERIFY(feed.receive(batch(3, 0, {1, 2}), 3));
    QVERIFY(!feed.receive(batch(2, 0, {9}), 3));
    QCOMPARE(times(feed.trace()), (std::vector<std::int64_t>{1, 2}));
    QCOMPARE(feed.staleBatches(), std::int64_t{1});
    QVERIFY(feed.receive(batch(4, 0, {5}), 4));
    QCOMPARE(times(feed.trace()), (std::vector<std::int64_t>{5}));
    QCOMPARE(cleared.size(), 2);
    QCOMPARE(arrived.size(), 2);
}

void TestBridge::textsKeepTheirIndexes() {
    EngineThread engine;
    LabClient client(engine);
    TraceFeed feed(engine, client);
    Batch a = batch(0, 0, {1});
    a.texts = {"one", "two"};
    Batch b = batch(0, 1, {2});
    b.firstText = 1;   // overlaps with what is known
    b.texts = {"two", "three"};
    feed.receive(std::move(a), 0);
    feed.receive(std::move(b), 0);
    QCOMPARE(feed.trace().text(0), std::string("one"));
    QCOMPARE(feed.trace().text(2), std::string("three"));
    QCOMPARE(feed.trace().texts().size(), std::size_t{3});
}

void TestBridge::playsThroughTheThread() {
    EngineThread engine;
    LabClient client(engine);
    TraceFeed feed(engine, client);
    auto parsed = parseScript("servers 3\nsay \"go\"\nstart all\nrun until leader\n", "test.lab");
    QVERIFY(std::holds_alternative<Script>(parsed));
    client.setPacing({Pacing::Mode::Events, 1, true}, false);
    client.openScript(std::get<Script>(parsed));
    client.play();
    QTRY_VERIFY_WITH_TIMEOUT(feed.view()->leader == ServerId{3}, 20000);
    QTRY_VERIFY(!feed.progress().playing);
    QCOMPARE(feed.view()->events, feed.trace().size());
    const EventId end = feed.trace().size();
    client.stepBack(StepSize::Phase);
    QTRY_VERIFY(feed.trace().size() < end);
    client.startOver();
    QTRY_COMPARE(feed.trace().size(), EventId{0});
    QCOMPARE(feed.view()->step, std::int64_t{0});
}

void TestBridge::theLensTellsOnceAFrame() {
    Lens lens;
    QSignalSpy changed(&lens, &Lens::changed);
    lens.select(Selection::ofServer(ServerId{2}));
    lens.select(Selection::ofEvent(5));
    lens.setTreeServer(ServerId{3});
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<Lens::Changes>(), Lens::Changes(Lens::SelectionChange | Lens::TreeServerChange));
    lens.select(Selection::ofEvent(5));   // as it was
    QTest::qWait(40);
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestBridge)
#include "tst_bridge.moc"
