// SPDX-License-Identifier: GPL-3.0-or-later
// The znode tree against the claims of the protocol reference: stats (§5.1), replay (§3.10), watches' causes (§7.1), sizes.
#include "engine/base/prng.h"
#include "tests/engine/tree/requests.h"

#include <QtTest>

#include <map>
#include <set>

using namespace zab;

namespace {

constexpr SessionId kAnna{0x0100000000000001};
constexpr SessionId kBert{0x0200000000000001};

struct LoggedTxn {
    Zxid zxid;
    SessionId session;
    std::int64_t timeMs;
    TxnBody body;
};

/// A random history as a leader would make it: creations, deletions, changes, sessions that come and go with ephemerals.
class History {
public:
    explicit History(std::uint64_t seed) : m_prng(seed) {}

    void run(int length) {
        trees.push_back(m_tree);
        for (int i = 0; i < length; ++i) {
            const SessionId session = draw(m_sessions);
            const Request request = drawRequest();
            step(request, request.op == OpCode::CreateSession ? SessionId{100 + i} : session);
            trees.push_back(m_tree);
        }
    }

    std::vector<LoggedTxn> log;
    std::vector<DataTree> trees;  ///< trees[i]: after i transactions

private:
    SessionId draw(const std::vector<SessionId>& from) {
        return from.empty() ? SessionId{} : from[static_cast<std::size_t>(m_prng.below(static_cast<std::int64_t>(from.size())))];
    }
    std::string drawPath() {
        std::string path;
        const auto depth = 1 + m_prng.below(3);
        for (int i = 0; i < depth; ++i) path += "/" + std::string(1, static_cast<char>('a' + m_prng.below(3)));
        return path;
    }
    Request drawRequest() {
        const auto what = m_prng.below(100);
        if (what < 5) return createSessionRequest();
        if (what < 9) return closeSessionRequest();
        if (what < 12) return containerRequest(drawPath());
        if (what < 15) return readRequest(OpCode::DeleteContainer, drawPath());
        if (what < 45) return createRequest(drawPath(), static_cast<CreateMode>(m_prng.below(3)), drawPath());
        if (what < 55) return createRequest(drawPath(), CreateMode::Ephemeral, drawPath());
        if (what < 85) return deleteRequest(drawPath());
        return setDataRequest(drawPath(), drawPath());
    }
    void step(const Request& request, SessionId session) {
        if (request.op == OpCode::DeleteContainer) session = {};   // the leader's own
        if (request.op == OpCode::CloseSession) std::erase(m_sessions, session);
        if (request.op == OpCode::CreateSession) m_sessions.push_back(session);
        m_zxid = m_zxid.next();
        log.push_back({m_zxid, session, m_zxid.value * 10, m_prep.prepare(m_tree, session, m_zxid, request)});
        m_tree.apply(m_zxid, session, m_zxid.value * 10, log.back().body);
        m_prep.applied(m_zxid);
    }

    Prng m_prng;
    DataTree m_tree;
    Prep m_prep;
    Zxid m_zxid = Zxid::make(1, 0);
    std::vector<SessionId> m_sessions;
};

/// Every path below `path`, found by walking; checks on the way that the counts are those of the lists.
void collect(const DataTree& tree, const std::string& path, std::set<std::string>& paths) {
    paths.insert(path);
    const std::vector<std::string> names = tree.children(path);
    QCOMPARE(static_cast<std::size_t>(tree.find(path)->numChildren), names.size());
    QVERIFY(std::is_sorted(names.begin(), names.end()));
    for (const std::string& n : names) collect(tree, joinPath(path, n), paths);
}

/// The size of the snapshot file, counted znode by znode.
std::int64_t countedBytes(const DataTree& tree, const std::set<std::string>& paths) {
    std::int64_t bytes = 110 + 12 * static_cast<std::int64_t>(tree.sessions().size());
    for (const std::string& p : paths) {
        bytes += 4 + static_cast<std::int64_t>(p == "/" ? 0 : p.size()) + 4 + static_cast<std::int64_t>(tree.find(p)->data.size()) + 68;
    }
    return bytes;
}

void compareTrees(const DataTree& a, const DataTree& b) {
    std::set<std::string> pathsA;
    std::set<std::string> pathsB;
    collect(a, "/", pathsA);
    collect(b, "/", pathsB);
    QCOMPARE(pathsA, pathsB);
    QCOMPARE(a.size(), pathsA.size());
    QCOMPARE(b.size(), pathsB.size());
    for (const std::string& p : pathsA) {
        QVERIFY(a.stat(*a.find(p)) == b.stat(*b.find(p)));
        QVERIFY(a.find(p)->data == b.find(p)->data);
        const SessionId owner = a.find(p)->ephemeralOwner;
        if (!isSession(owner)) continue;
        const auto owned = b.ephemeralsOf(owner);
        QVERIFY(std::find(owned.begin(), owned.end(), p) != owned.end());
    }
    std::vector<std::string> containers;
    std::copy_if(pathsA.begin(), pathsA.end(), std::back_inserter(containers), [&](const std::string& p) { return a.find(p)->isContainer(); });
    QVERIFY(a.containers() == containers && b.containers() == containers);
    QCOMPARE(a.digest(), b.digest());
    QCOMPARE(a.approximateBytes(), countedBytes(a, pathsA));
    QCOMPARE(b.approximateBytes(), a.approximateBytes());
    QVERIFY(a.sessions() == b.sessions());
}

using Changes = std::vector<std::string>;
Changes names(const std::vector<TreeChange>& changes) {
    Changes out;
    for (const TreeChange& c : changes) out.push_back(std::string(watchEventName(c.type)) + " " + c.path);
    return out;
}

}  // namespace

class TestTree : public QObject {
    Q_OBJECT
private slots:
    void aFreshTreeHoldsTheSystemZnodes();
    void createSetsTheStat();
    void setDataSetsTheAbsoluteVersion();
    void clientCversionCountsCreatesAndDeletes();
    void errorTransactionsChangeNothing();
    void createOfAnExistingZnodeRepairsItsParentUpwardsOnly();
    void deleteOfAMissingZnodeRaisesThePzxidOnly();
    void deleteOverAFuzzySnapshotTakesALaterLifeAlong();
    void closeSessionDeletesItsListThenLeftovers();
    void closeSessionOverAFuzzySnapshotGoesByItsList();
    void impossibleTransactionsAreRefused();
    void changesComeInFiringOrder();
    void quietApplyDoesTheSame();
    void childrenAreSortedAndTheirOwn();
    void parentsWithEqualHashesKeepTheirChildren();
    void readsAnswerFromTheTree();
    void digestDoesNotDependOnOrder();
    void digestSeesEveryField_data();
    void digestSeesEveryField();
    void copiesAreValues();
    void replayOverAFuzzySnapshotEndsInTheSameTree();
};

void TestTree::aFreshTreeHoldsTheSystemZnodes() {
    DataTree tree;
    QCOMPARE(tree.size(), std::size_t{4});
    QCOMPARE(tree.approximateBytes(), std::int64_t{457});  // §14.2: snapshot.0 of a real server
    QVERIFY(tree.children("/") == Changes{"zookeeper"});
    QVERIFY(tree.children("/zookeeper") == (Changes{"config", "quota"}));
    QCOMPARE(tree.find("/zookeeper/config")->aversion, -1);
    QVERIFY(tree.find("/zookeeper/quota") != nullptr);
    QVERIFY(tree.find("") == nullptr);
    QVERIFY(tree.sessions().empty());
    tree.apply({1}, kAnna, 5, createSessionBody(4000));
    QCOMPARE(tree.approximateBytes(), std::int64_t{457 + 12});
    QCOMPARE(tree.sessionTimeout(kAnna).value(), 4000);
    QVERIFY(!tree.sessionTimeout(kBert));
}

void TestTree::createSetsTheStat() {
    DataTree tree;
    tree.apply({7}, kAnna, 700, createBody("/a", 1, "hello", true));
    const Stat s = tree.stat(*tree.find("/a"));
    QCOMPARE(s.czxid.value, 7);
    QCOMPARE(s.mzxid.value, 7);
    QCOMPARE(s.pzxid.value, 7);
    QCOMPARE(s.ctime, 700);
    QCOMPARE(s.mtime, 700);
    QCOMPARE(s.version, 0);
    QCOMPARE(s.cversion, 0);
    QCOMPARE(s.dataLength, 5);
    QCOMPARE(s.numChildren, 0);
    QVERIFY(s.ephemeralOwner == kAnna);
    QCOMPARE(tree.find("/")->pzxid.value, 7);
    QCOMPARE(tree.find("/")->cversion, 1);
    QCOMPARE(tree.find("/")->mzxid.value, 0);
}

void TestTree::setDataSetsTheAbsoluteVersion() {
    DataTree tree;
    tree.apply({1}, kAnna, 100, createBody("/a", 1, "x"));
    const ApplyResult r = tree.apply({2}, kAnna, 200, setDataBody("/a", "longer", 8));
    QCOMPARE(r.reply.stat.version, 8);
    QCOMPARE(r.reply.stat.mzxid.value, 2);
    QCOMPARE(r.reply.stat.mtime, 200);
    QCOMPARE(r.reply.stat.czxid.value, 1);
    QCOMPARE(r.reply.stat.pzxid.value, 1);
    QCOMPARE(r.reply.stat.dataLength, 6);
    tree.apply({2}, kAnna, 200, setDataBody("/a", "longer", 8));
    QCOMPARE(tree.find("/a")->version, 8);
}

// §14.8 no. 16
void TestTree::clientCversionCountsCreatesAndDeletes() {
    Standalone zk;
    zk.request(createRequest("/p"));
    for (const char* name : {"/p/a", "/p/b", "/p/c"}) zk.request(createRequest(name));
    QCOMPARE(zk.tree.find("/p")->cversion, 3);
    QCOMPARE(zk.tree.stat(*zk.tree.find("/p")).cversion, 3);
    zk.request(deleteRequest("/p/b"));
    QCOMPARE(zk.tree.find("/p")->cversion, 3);  // a deletion leaves the persisted one
    QCOMPARE(zk.tree.stat(*zk.tree.find("/p")).cversion, 4);
    QCOMPARE(zk.tree.stat(*zk.tree.find("/p")).numChildren, 2);
    QVERIFY(zk.tree.find("/p")->pzxid == zk.zxid);
}

// §14.8 no. 15
void TestTree::errorTransactionsChangeNothing() {
    DataTree tree;
    tree.apply({1}, kAnna, 100, createBody("/a", 1));
    const std::uint64_t before = tree.digest();
    TxnBody error;
    error.error = ErrorCode::BadVersion;
    const ApplyResult r = tree.apply({2}, kAnna, 200, error);
    QCOMPARE(static_cast<int>(r.reply.error), static_cast<int>(ErrorCode::BadVersion));
    QVERIFY(r.changes.empty());
    QCOMPARE(tree.digest(), before);
}

void TestTree::createOfAnExistingZnodeRepairsItsParentUpwardsOnly() {
    DataTree tree;
    tree.apply({5}, kAnna, 500, createBody("/a", 3, "old"));
    const ApplyResult higher = tree.apply({8}, kBert, 800, createBody("/a", 6, "new", true));
    QCOMPARE(static_cast<int>(higher.reply.error), static_cast<int>(ErrorCode::NodeExists));
    QVERIFY(higher.changes.empty());
    QCOMPARE(tree.find("/")->cversion, 6);
    QCOMPARE(tree.find("/")->pzxid.value, 8);
    QCOMPARE(tree.find("/")->numChildren, 2);
    QVERIFY(tree.find("/a")->data == "old");
    QCOMPARE(tree.find("/a")->czxid.value, 5);
    QVERIFY(tree.ephemeralsOf(kBert).empty());
    tree.apply({6}, kAnna, 600, createBody("/a", 4));
    QCOMPARE(tree.find("/")->cversion, 6);
    QCOMPARE(tree.find("/")->pzxid.value, 8);
}

void TestTree::deleteOfAMissingZnodeRaisesThePzxidOnly() {
    DataTree tree;
    tree.apply({5}, kAnna, 500, createBody("/a", 1));
    const ApplyResult r = tree.apply({9}, kAnna, 900, deleteBody("/gone"));
    QCOMPARE(static_cast<int>(r.reply.error), static_cast<int>(ErrorCode::NoNode));
    QVERIFY(r.changes.empty());
    QCOMPARE(tree.find("/")->pzxid.value, 9);
    QCOMPARE(tree.find("/")->cversion, 1);
    QCOMPARE(tree.find("/")->numChildren, 2);
    tree.apply({7}, kAnna, 700, deleteBody("/a"));
    QCOMPARE(tree.find("/")->pzxid.value, 9);
    QCOMPARE(tree.find("/")->numChildren, 1);
}

void TestTree::deleteOverAFuzzySnapshotTakesALaterLifeAlong() {
    // Life one of /a ended at 2, life two began at 3 and has children. Replay of 2 meets life two.
    DataTree tree;
    const auto replay = [&] {
        tree.apply({1}, {}, 1, createBody("/a", 1));
        tree.apply({2}, {}, 2, deleteBody("/a"));
        tree.apply({3}, {}, 3, createBody("/a", 2));
        tree.apply({4}, kAnna, 4, createBody("/a/b", 1));
        tree.apply({5}, kAnna, 5, createBody("/a/b/c", 1, "x", true));
    };
    replay();
    const DataTree once = tree;
    tree.apply({1}, {}, 1, createBody("/a", 1));
    tree.apply({2}, {}, 2, deleteBody("/a"));
    QCOMPARE(tree.size(), std::size_t{4});
    QVERIFY(tree.ephemeralsOf(kAnna).empty());
    replay();
    compareTrees(tree, once);
}

void TestTree::closeSessionDeletesItsListThenLeftovers() {
    DataTree tree;
    tree.apply({1}, kAnna, 1, createSessionBody(4000));
    tree.apply({2}, kAnna, 2, createBody("/one", 1, {}, true));
    tree.apply({3}, kAnna, 3, createBody("/two", 2, {}, true));
    tree.apply({4}, kAnna, 4, createBody("/left", 3, {}, true));
    tree.apply({5}, kBert, 5, createBody("/other", 4, {}, true));
    QVERIFY(tree.ephemeralsOf(kAnna) == (Changes{"/left", "/one", "/two"}));
    const ApplyResult r = tree.apply({6}, kAnna, 6, closeSessionBody({"/two", "/gone", "/one"}));
    QVERIFY(names(r.changes) == (Changes{"NodeDeleted /two", "NodeChildrenChanged /", "NodeDeleted /one", "NodeChildrenChanged /",
                                         "NodeDeleted /left", "NodeChildrenChanged /"}));
    QVERIFY(tree.children("/") == (Changes{"other", "zookeeper"}));
    QVERIFY(!tree.sessionTimeout(kAnna));
    QVERIFY(tree.ephemeralsOf(kAnna).empty());
    QVERIFY(tree.ephemeralsOf(kBert) == Changes{"/other"});
    QCOMPARE(tree.find("/")->pzxid.value, 6);
}

// §14.8 no. 23: without the list a replay would not know what went with the session.
void TestTree::closeSessionOverAFuzzySnapshotGoesByItsList() {
    DataTree tree;
    tree.apply({1}, kAnna, 1, createSessionBody(4000));
    tree.apply({2}, kAnna, 2, createBody("/lock", 1, {}, true));
    tree.apply({3}, kAnna, 3, closeSessionBody({"/lock"}));
    tree.apply({4}, kBert, 4, createBody("/lock", 2, {}, true));
    const DataTree complete = tree;
    tree.apply({2}, kAnna, 2, createBody("/lock", 1, {}, true));
    QVERIFY(tree.find("/lock")->ephemeralOwner == kBert);
    tree.apply({3}, kAnna, 3, closeSessionBody({"/lock"}));
    QVERIFY(tree.find("/lock") == nullptr);
    tree.apply({4}, kBert, 4, createBody("/lock", 2, {}, true));
    compareTrees(tree, complete);
}

void TestTree::impossibleTransactionsAreRefused() {
    DataTree tree;
    const std::uint64_t before = tree.digest();
    const auto error = [&](const TxnBody& body) { return static_cast<int>(tree.apply({3}, kAnna, 1, body).reply.error); };
    QCOMPARE(error(createBody("/no/parent", 1)), static_cast<int>(ErrorCode::NoNode));
    QCOMPARE(error(createBody("/", 1)), static_cast<int>(ErrorCode::NoNode));
    QCOMPARE(error(createBody("", 1)), static_cast<int>(ErrorCode::NoNode));
    QCOMPARE(error(deleteBody("/no/parent")), static_cast<int>(ErrorCode::NoNode));
    QCOMPARE(error(deleteBody("/")), static_cast<int>(ErrorCode::NoNode));
    QCOMPARE(error(setDataBody("/none", "x", 1)), static_cast<int>(ErrorCode::NoNode));
    TxnBody read;
    read.type = OpCode::GetData;
    QCOMPARE(error(read), static_cast<int>(ErrorCode::Unimplemented));
    QCOMPARE(tree.digest(), before);
    QCOMPARE(tree.size(), std::size_t{4});
}

void TestTree::changesComeInFiringOrder() {
    DataTree tree;
    QVERIFY(names(tree.apply({1}, kAnna, 1, createBody("/a", 1)).changes) == (Changes{"NodeCreated /a", "NodeChildrenChanged /"}));
    QVERIFY(names(tree.apply({2}, kAnna, 1, createBody("/a/b", 1)).changes) == (Changes{"NodeCreated /a/b", "NodeChildrenChanged /a"}));
    QVERIFY(names(tree.apply({3}, kAnna, 1, setDataBody("/a", "x", 1)).changes) == Changes{"NodeDataChanged /a"});
    QVERIFY(names(tree.apply({4}, kAnna, 1, deleteBody("/a/b")).changes) == (Changes{"NodeDeleted /a/b", "NodeChildrenChanged /a"}));
    QVERIFY(tree.apply({5}, kAnna, 1, createSessionBody(1)).changes.empty());
}

void TestTree::quietApplyDoesTheSame() {
    History history(7);
    history.run(400);
    DataTree quiet;
    for (const LoggedTxn& t : history.log) {
        DataTree loud = quiet;
        QCOMPARE(quiet.applyQuietly(t.zxid, t.session, t.timeMs, t.body), loud.apply(t.zxid, t.session, t.timeMs, t.body).reply.error);
    }
    compareTrees(quiet, history.trees.back());
}

void TestTree::childrenAreSortedAndTheirOwn() {
    Standalone zk;
    for (const char* path : {"/b", "/a", "/ab", "/a/z", "/a/y", "/a/y/deep", "/ab/x"}) zk.request(createRequest(path));
    for (int i = 0; i < 12; ++i) zk.request(createRequest("/b/n-", CreateMode::PersistentSequential));
    QVERIFY(zk.tree.children("/") == (Changes{"a", "ab", "b", "zookeeper"}));
    QVERIFY(zk.tree.children("/a") == (Changes{"y", "z"}));
    QVERIFY(zk.tree.children("/ab") == Changes{"x"});
    QVERIFY(zk.tree.children("/a/z").empty());
    QVERIFY(zk.tree.children("/missing").empty());
    QCOMPARE(zk.tree.children("/b").size(), std::size_t{12});
    QVERIFY(zk.tree.children("/b").back() == "n-0000000011");
}

void TestTree::parentsWithEqualHashesKeepTheirChildren() {
    // Among some hundred thousand names two have the same 32 bits.
    std::map<std::uint64_t, std::string> seen;
    std::pair<std::string, std::string> twins;
    for (int i = 0; i < 400000 && twins.first.empty(); ++i) {
        const std::string path = "/parent" + std::to_string(i);
        const auto [at, fresh] = seen.try_emplace(firstChildRank(path), path);
        if (!fresh) twins = {at->second, path};
    }
    QVERIFY(!twins.first.empty());
    Standalone zk;
    for (const std::string& p : {twins.first, twins.second}) zk.request(createRequest(p));
    for (const char* name : {"/b", "/a"}) zk.request(createRequest(twins.first + name));
    for (const char* name : {"/c", "/a"}) zk.request(createRequest(twins.second + name));
    zk.request(setDataRequest(twins.second + "/a", "second"));
    QVERIFY(zk.tree.children(twins.first) == (Changes{"a", "b"}));
    QVERIFY(zk.tree.children(twins.second) == (Changes{"a", "c"}));
    QVERIFY(zk.tree.find(twins.first + "/a")->data.empty());
    zk.request(deleteRequest(twins.first + "/a"));
    QVERIFY(zk.tree.find(twins.second + "/a")->data == "second");
}

void TestTree::readsAnswerFromTheTree() {
    Standalone zk;
    zk.request(createRequest("/a", CreateMode::Persistent, "data"));
    zk.request(createRequest("/a/c"));
    zk.request(createRequest("/a/b"));
    const auto error = [&](OpCode op, const char* path) { return zk.tree.read(readRequest(op, path)).error; };
    for (const OpCode op : {OpCode::Exists, OpCode::GetData, OpCode::GetChildren}) {
        QCOMPARE(error(op, "/none"), ErrorCode::NoNode);
        QCOMPARE(error(op, ""), ErrorCode::NoNode);
        QCOMPARE(error(op, "/a"), ErrorCode::Ok);
    }
    QCOMPARE(error(OpCode::Delete, "/a"), ErrorCode::Unimplemented);
    const Reply exists = zk.tree.read(readRequest(OpCode::Exists, "/a"));
    QCOMPARE(exists.stat.numChildren, 2);
    QVERIFY(exists.data.empty());
    const Reply data = zk.tree.read(readRequest(OpCode::GetData, "/a"));
    QVERIFY(data.data == "data");
    QVERIFY(data.stat == exists.stat);
    QVERIFY(zk.tree.read(readRequest(OpCode::GetChildren, "/a")).children == (Changes{"b", "c"}));
}

void TestTree::digestDoesNotDependOnOrder() {
    DataTree one;
    one.apply({1}, {}, 1, createBody("/a", 1, "x"));
    one.apply({2}, {}, 2, createBody("/b", 2, "y"));
    DataTree two;
    two.apply({2}, {}, 2, createBody("/b", 2, "y"));
    QVERIFY(one.digest() != two.digest());
    two.apply({1}, {}, 1, createBody("/a", 1, "x"));
    QCOMPARE(one.digest(), two.digest());
    QVERIFY(one.digest() != DataTree().digest());
}

void TestTree::digestSeesEveryField_data() {
    // One transaction done otherwise: (zxid, time, session, data, version)
    QTest::addColumn<int>("zxid");
    QTest::addColumn<int>("time");
    QTest::addColumn<bool>("ephemeral");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("version");
    QTest::newRow("zxid") << 4 << 3 << true << QByteArray("d") << 1;
    QTest::newRow("time") << 3 << 4 << true << QByteArray("d") << 1;
    QTest::newRow("owner") << 3 << 3 << false << QByteArray("d") << 1;
    QTest::newRow("data") << 3 << 3 << true << QByteArray("e") << 1;
    QTest::newRow("version") << 3 << 3 << true << QByteArray("d") << 2;
}

void TestTree::digestSeesEveryField() {
    QFETCH(int, zxid);
    QFETCH(int, time);
    QFETCH(bool, ephemeral);
    QFETCH(QByteArray, data);
    QFETCH(int, version);
    const auto digestOf = [](int z, int t, bool e, const QByteArray& d, int v) {
        DataTree tree;
        tree.apply({1}, kAnna, 1, createBody("/a", 1, "first", e));
        tree.apply({z}, kAnna, t, setDataBody("/a", d.toStdString(), v));
        return tree.digest();
    };
    QVERIFY(digestOf(zxid, time, ephemeral, data, version) != digestOf(3, 3, true, "d", 1));
}

void TestTree::copiesAreValues() {
    History history(3);
    history.run(300);
    const std::vector<DataTree> kept = history.trees;
    DataTree tree;
    for (std::size_t i = 0; i < history.log.size(); ++i) {
        compareTrees(tree, kept[i]);
        const LoggedTxn& t = history.log[i];
        tree.apply(t.zxid, t.session, t.timeMs, t.body);
        if (QTest::currentTestFailed()) return;
    }
    compareTrees(tree, kept.back());
}

// §3.10: the file is named by the transaction at which it was begun, its content may be newer.
void TestTree::replayOverAFuzzySnapshotEndsInTheSameTree() {
    int nodes = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        History history(seed);
        history.run(250);
        Prng prng(seed);
        for (int round = 0; round < 12; ++round) {
            const auto content = static_cast<std::size_t>(prng.below(251));
            const auto name = static_cast<std::size_t>(prng.below(static_cast<std::int64_t>(content) + 1));
            DataTree tree = history.trees[content];
            for (std::size_t i = name; i < history.log.size(); ++i) {
                const LoggedTxn& t = history.log[i];
                tree.apply(t.zxid, t.session, t.timeMs, t.body);
            }
            compareTrees(tree, history.trees.back());
            if (QTest::currentTestFailed()) QFAIL(qPrintable(QString("seed %1: snapshot.%2 with %3").arg(seed).arg(name).arg(content)));
        }
        nodes += static_cast<int>(history.trees.back().size());
    }
    QVERIFY(nodes > 40 * 10);  // the histories leave something to compare
}

QTEST_APPLESS_MAIN(TestTree)
#include "tst_tree.moc"
