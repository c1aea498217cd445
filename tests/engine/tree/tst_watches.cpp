// SPDX-License-Identifier: GPL-3.0-or-later
// One-shot watches: which transaction fires which (§7.1), in which order, and how often.
#include "engine/tree/watches.h"
#include "tests/engine/tree/requests.h"

#include <QtTest>

using namespace zab;

namespace {

constexpr SessionId kAnna{1};
constexpr SessionId kBert{2};
constexpr SessionId kCarl{3};

using Lines = std::vector<std::string>;
Lines lines(const std::vector<WatchTable::Fired>& fired) {
    Lines out;
    for (const auto& f : fired) out.push_back(std::to_string(f.session.value) + " " + std::string(watchEventName(f.type)) + " " + f.path);
    return out;
}

}  // namespace

class TestWatches : public QObject {
    Q_OBJECT
private slots:
    void everyTransactionFiresWhatTheTableSays_data();
    void everyTransactionFiresWhatTheTableSays();
    void aWatchFiresOnce();
    void existsOnAMissingPathWaitsForTheCreation();
    void aDeletionReachesASessionOnce();
    void registeringTwiceIsOneWatch();
    void allSessionsAreToldInOrder();
    void aClosedSessionFiresForEveryZnode();
    void droppedSessionsAreSilent();
    void copiesAreValues();
    void persistentWatchesStay();
    void recursiveWatchesSeeWhatIsBelowAndNoChildren();
    void aOneShotWatchTakesThePlaceOfAPersistentOne();
    void watchesAreTakenBackByKind();
};

void TestWatches::everyTransactionFiresWhatTheTableSays_data() {
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QByteArray>("onData");         // Anna watches the data of /p/x
    QTest::addColumn<QByteArray>("onChild");        // Bert watches the children of /p/x
    QTest::addColumn<QByteArray>("onParentChild");  // Carl watches the children of /p
    QTest::newRow("create") << QByteArray("create") << QByteArray("NodeCreated") << QByteArray() << QByteArray("NodeChildrenChanged");
    QTest::newRow("setData") << QByteArray("setData") << QByteArray("NodeDataChanged") << QByteArray() << QByteArray();
    QTest::newRow("delete") << QByteArray("delete") << QByteArray("NodeDeleted") << QByteArray("NodeDeleted")
                            << QByteArray("NodeChildrenChanged");
    QTest::newRow("createSession") << QByteArray("createSession") << QByteArray() << QByteArray() << QByteArray();
}

void TestWatches::everyTransactionFiresWhatTheTableSays() {
    QFETCH(QByteArray, op);
    QFETCH(QByteArray, onData);
    QFETCH(QByteArray, onChild);
    QFETCH(QByteArray, onParentChild);
    Standalone zk;
    zk.request(createRequest("/p"));
    if (op != "create") zk.request(createRequest("/p/x"));
    WatchTable watches;
    watches.addData("/p/x", kAnna);
    watches.addChild("/p/x", kBert);
    watches.addChild("/p", kCarl);
    watches.addData("/p", kCarl);  // data of the parent: none of these touches it
    Request request = createRequest("/p/x");
    if (op == "setData") request = setDataRequest("/p/x", "y");
    if (op == "delete") request = deleteRequest("/p/x");
    if (op == "createSession") request = createSessionRequest();
    Lines expected;
    if (!onData.isEmpty()) expected.push_back("1 " + onData.toStdString() + " /p/x");
    if (!onChild.isEmpty()) expected.push_back("2 " + onChild.toStdString() + " /p/x");
    if (!onParentChild.isEmpty()) expected.push_back("3 " + onParentChild.toStdString() + " /p");
    QVERIFY(lines(watches.trigger(zk.request(request).changes)) == expected);
    QCOMPARE(watches.childWatches().contains("/p"), onParentChild.isEmpty());
    QVERIFY(watches.dataWatches().contains("/p"));
}

void TestWatches::aWatchFiresOnce() {
    Standalone zk;
    zk.request(createRequest("/a"));
    WatchTable watches;
    QVERIFY(watches.empty());
    watches.addData("/a", kAnna);
    QVERIFY(!watches.empty());
    QCOMPARE(watches.trigger(zk.request(setDataRequest("/a", "1")).changes).size(), std::size_t{1});
    QVERIFY(watches.empty());
    QVERIFY(watches.trigger(zk.request(setDataRequest("/a", "2")).changes).empty());
}

void TestWatches::existsOnAMissingPathWaitsForTheCreation() {
    Standalone zk;
    WatchTable watches;
    watches.addData("/later", kAnna);
    QVERIFY(watches.trigger(zk.request(createRequest("/other")).changes).empty());
    QVERIFY(watches.trigger(zk.request(createRequest("/no/parent")).changes).empty());
    QVERIFY(lines(watches.trigger(zk.request(createRequest("/later")).changes)) == Lines{"1 NodeCreated /later"});
}

void TestWatches::aDeletionReachesASessionOnce() {
    Standalone zk;
    zk.request(createRequest("/a"));
    WatchTable watches;
    watches.addData("/a", kAnna);
    watches.addChild("/a", kAnna);
    watches.addChild("/a", kBert);
    watches.addChild("/", kAnna);
    const auto fired = lines(watches.trigger(zk.request(deleteRequest("/a")).changes));
    QVERIFY(fired == (Lines{"1 NodeDeleted /a", "2 NodeDeleted /a", "1 NodeChildrenChanged /"}));
    QVERIFY(watches.empty());  // the silent one is used up as well
}

void TestWatches::registeringTwiceIsOneWatch() {
    Standalone zk;
    zk.request(createRequest("/a"));
    WatchTable watches;
    watches.addData("/a", kAnna);
    watches.addData("/a", kAnna);
    QCOMPARE(watches.trigger(zk.request(setDataRequest("/a", "1")).changes).size(), std::size_t{1});
    QVERIFY(watches.empty());
}

void TestWatches::allSessionsAreToldInOrder() {
    Standalone zk;
    zk.request(createRequest("/a"));
    WatchTable watches;
    for (const SessionId s : {kCarl, kAnna, kBert}) watches.addData("/a", s);
    QCOMPARE(watches.dataWatches().at("/a").size(), std::size_t{3});
    QVERIFY(lines(watches.trigger(zk.request(setDataRequest("/a", "1")).changes)) ==
            (Lines{"1 NodeDataChanged /a", "2 NodeDataChanged /a", "3 NodeDataChanged /a"}));
}

void TestWatches::aClosedSessionFiresForEveryZnode() {
    Standalone zk;
    zk.request(createSessionRequest(), kAnna);
    zk.request(createRequest("/x", CreateMode::Ephemeral), kAnna);
    zk.request(createRequest("/y", CreateMode::Ephemeral), kAnna);
    WatchTable watches;
    watches.addData("/y", kBert);
    watches.addData("/x", kCarl);
    watches.addChild("/", kCarl);
    const auto fired = lines(watches.trigger(zk.request(closeSessionRequest(), kAnna).changes));
    QVERIFY(fired == (Lines{"3 NodeDeleted /x", "3 NodeChildrenChanged /", "2 NodeDeleted /y"}));
}

void TestWatches::droppedSessionsAreSilent() {
    Standalone zk;
    zk.request(createRequest("/a"));
    WatchTable watches;
    for (const SessionId s : {kAnna, kBert}) watches.addData("/a", s);
    watches.addChild("/", kAnna);
    watches.drop(kAnna);
    QVERIFY(watches.childWatches().empty());
    QVERIFY(lines(watches.trigger(zk.request(deleteRequest("/a")).changes)) == Lines{"2 NodeDeleted /a"});
    watches.drop(kAnna);
    QVERIFY(watches.empty());
}

void TestWatches::copiesAreValues() {
    Standalone zk;
    zk.request(createRequest("/a"));
    WatchTable watches;
    watches.addData("/a", kAnna);
    WatchTable copy = watches;
    copy.addData("/a", kBert);
    const auto changes = zk.request(setDataRequest("/a", "1")).changes;
    QCOMPARE(watches.trigger(changes).size(), std::size_t{1});
    QCOMPARE(copy.trigger(changes).size(), std::size_t{2});
}

void TestWatches::persistentWatchesStay() {
    WatchTable watches;
    watches.addPersistent("/a", kAnna, WatchMode::Persistent);
    const std::vector<TreeChange> all = {{"/a", WatchEventType::NodeCreated}, {"/a", WatchEventType::NodeDataChanged},
                                         {"/a", WatchEventType::NodeChildrenChanged}, {"/a", WatchEventType::NodeDeleted}, {"/a/b", WatchEventType::NodeCreated}};
    const Lines expected = {"1 NodeCreated /a", "1 NodeDataChanged /a", "1 NodeChildrenChanged /a", "1 NodeDeleted /a"};
    for (int round = 0; round < 2; ++round) {
        const auto fired = watches.trigger(all);
        QCOMPARE(lines(fired), expected);
        QVERIFY(std::all_of(fired.begin(), fired.end(), [](const auto& f) { return f.stays; }));
    }
    QCOMPARE(watches.drop(kAnna), std::size_t{2});   // both managers have it
    QVERIFY(watches.empty());
}

void TestWatches::recursiveWatchesSeeWhatIsBelowAndNoChildren() {
    WatchTable watches;
    watches.addPersistent("/a", kAnna, WatchMode::PersistentRecursive);
    watches.addPersistent("/", kBert, WatchMode::PersistentRecursive);
    watches.addData("/a/b", kAnna);
    const std::vector<TreeChange> changes = {{"/a/b", WatchEventType::NodeDataChanged}, {"/a/b", WatchEventType::NodeChildrenChanged},
                                             {"/a/b/c", WatchEventType::NodeDeleted}, {"/ab", WatchEventType::NodeCreated}};
    const auto fired = watches.trigger(changes);
    QCOMPARE(lines(fired), (Lines{"1 NodeDataChanged /a/b", "2 NodeDataChanged /a/b", "1 NodeDeleted /a/b/c", "2 NodeDeleted /a/b/c", "2 NodeCreated /ab"}));
    QVERIFY(watches.remove("/a", kAnna, WatcherType::Any));
    QCOMPARE(lines(watches.trigger({{"/a/b", WatchEventType::NodeDataChanged}})), (Lines{"2 NodeDataChanged /a/b"}));
    QCOMPARE(watches.drop(kBert), std::size_t{2});
    QVERIFY(watches.trigger({{"/a/b", WatchEventType::NodeDataChanged}}).empty());
}

// ZOOKEEPER-4466: one mode for a connection and a path, in each of the two managers.
void TestWatches::aOneShotWatchTakesThePlaceOfAPersistentOne() {
    WatchTable watches;
    watches.addPersistent("/a", kAnna, WatchMode::Persistent);
    QVERIFY(watches.addData("/a", kAnna));
    QVERIFY(!watches.addData("/a", kAnna));
    QVERIFY(!watches.addData("/a", kBert));
    QCOMPARE(watches.trigger({{"/a", WatchEventType::NodeDataChanged}}).size(), std::size_t{2});
    QVERIFY(watches.trigger({{"/a", WatchEventType::NodeDataChanged}}).empty());
    QCOMPARE(watches.trigger({{"/a", WatchEventType::NodeChildrenChanged}}).size(), std::size_t{1});   // the other half is persistent still
}

void TestWatches::watchesAreTakenBackByKind() {
    WatchTable watches;
    watches.addData("/a", kAnna);
    watches.addChild("/a", kAnna);
    watches.addChild("/a", kBert);
    QVERIFY(!watches.remove("/b", kAnna, WatcherType::Any));
    QVERIFY(!watches.remove("/a", kBert, WatcherType::Data));
    QVERIFY(watches.remove("/a", kAnna, WatcherType::Children));
    QVERIFY(!watches.remove("/a", kAnna, WatcherType::Children));
    QVERIFY(watches.dataWatches().contains("/a"));
    QVERIFY(watches.remove("/a", kAnna, WatcherType::Any));
    QCOMPARE(lines(watches.trigger({{"/a", WatchEventType::NodeDeleted}})), (Lines{"2 NodeDeleted /a"}));
}

QTEST_APPLESS_MAIN(TestWatches)
#include "tst_watches.moc"
