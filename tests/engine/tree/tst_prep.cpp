// SPDX-License-Identifier: GPL-3.0-or-later
// The leader's checks: their order decides which error a client sees (§5.3), and they look at the future state.
#include "engine/base/prng.h"
#include "tests/engine/tree/requests.h"

#include <QtTest>

#include <deque>

using namespace zab;

Q_DECLARE_METATYPE(zab::Request)
Q_DECLARE_METATYPE(zab::ErrorCode)

namespace {

constexpr SessionId kAnna{0x0100000000000001};
constexpr SessionId kBert{0x0200000000000001};
constexpr SessionId kStranger{0x0300000000000001};

/// /a (version 1) with a child /a/b, /e an ephemeral of Anna, /empty.
Standalone sample() {
    Standalone zk;
    zk.request(createSessionRequest(), kAnna);
    zk.request(createSessionRequest(), kBert);
    zk.request(createRequest("/a"));
    zk.request(setDataRequest("/a", "x"));
    zk.request(createRequest("/a/b"));
    zk.request(createRequest("/e", CreateMode::Ephemeral), kAnna);
    zk.request(createRequest("/empty"));
    return zk;
}

/// A leader whose transactions wait: prepared, not applied.
struct Pipeline {
    Standalone zk = sample();
    Zxid first = zk.zxid.next();
    struct Pending {
        Zxid zxid;
        SessionId session;
        TxnBody body;
    };
    std::deque<Pending> pending;

    TxnBody prepare(const Request& r, SessionId session = {}) {
        zk.zxid = zk.zxid.next();
        pending.push_back({zk.zxid, session, zk.prep.prepare(zk.tree, session, zk.zxid, r)});
        return pending.back().body;
    }
    void applyOne() {
        zk.tree.apply(pending.front().zxid, pending.front().session, 1, pending.front().body);
        zk.prep.applied(pending.front().zxid);
        pending.pop_front();
    }
    void applyAll() {
        while (!pending.empty()) applyOne();
    }
};

ErrorCode errorOf(const TxnBody& body) { return body.type == OpCode::Error ? body.error : ErrorCode::Ok; }

Request withMode(Request r, int mode) {
    r.mode = static_cast<CreateMode>(mode);
    return r;
}

}  // namespace

class TestPrep : public QObject {
    Q_OBJECT
private slots:
    void checksInOrder_data();
    void checksInOrder();
    void refusedRequestsBecomeErrorTransactions();
    void bodiesSettleEveryQuestion();
    void sequenceIsThePersistedCversion();
    void sequenceCountsPendingCreations();
    void sequenceOverflowsToANegativeNumber();
    void laterRequestsSeeEarlierOnes();
    void aRecordLivesUntilItsLastChangeIsApplied();
    void containers();
    void sessionsLiveFromTheirRequestOn();
    void aClosingSessionIsExpired();
    void closeSessionCollectsPendingEphemerals();
    void closeSessionKeepsTheParentsShadowCount();
    void clearForgetsEverything();
    void copiesAreValues();
    void shadowsForetellTheTree();
};

void TestPrep::checksInOrder_data() {
    QTest::addColumn<Request>("request");
    QTest::addColumn<bool>("stranger");
    QTest::addColumn<ErrorCode>("error");
    const auto row = [](const char* name, const Request& r, ErrorCode e, bool stranger = false) {
        QTest::newRow(name) << r << stranger << e;
    };
    using enum ErrorCode;
    row("create", createRequest("/a/new"), Ok);
    row("create: mode, then session", withMode(createRequest("/new"), 7), BadArguments, true);
    row("create: session, then path", createRequest("new"), SessionExpired, true);
    row("create: no slash", createRequest("new"), BadArguments);
    row("create: empty path", createRequest(""), BadArguments);
    row("create: NUL, then parent", createRequest(std::string("/none/x\0y", 9)), BadArguments);
    row("create: parent, then the whole path", createRequest("/none/x\x01"), NoNode);
    row("create: no leading slash", createRequest("none/x"), NoNode);
    row("create: whole path, then parent ephemeral", createRequest("/e/.."), BadArguments);
    row("create: slash at the end", createRequest("/a/"), BadArguments);
    row("create: slash at the end, sequential", withMode(createRequest("/a/"), 2), Ok);
    row("create: dot is a name with a number behind", withMode(createRequest("/a/."), 2), Ok);
    row("create: exists", createRequest("/a/b"), NodeExists);
    row("create: the root exists", createRequest("/"), NodeExists);
    row("create: below an ephemeral", createRequest("/e/x"), NoChildrenForEphemerals);
    row("create: sequential below an ephemeral", withMode(createRequest("/e/x"), 3), NoChildrenForEphemerals);
    row("delete", deleteRequest("/a/b"), Ok);
    row("delete: session, then path", deleteRequest("/"), SessionExpired, true);
    row("delete: root", deleteRequest("/"), BadArguments);
    row("delete: special", deleteRequest("/zookeeper/config"), BadArguments);
    row("delete: special, even with a wrong version", deleteRequest("/zookeeper", 5), BadArguments);
    row("delete: no slash", deleteRequest("a"), BadArguments);
    row("delete: parent", deleteRequest("/none/x"), NoNode);
    row("delete: node", deleteRequest("/none"), NoNode);
    row("delete: version, then children", deleteRequest("/a", 0), BadVersion);
    row("delete: children", deleteRequest("/a", 1), NotEmpty);
    row("delete: children, any version", deleteRequest("/a"), NotEmpty);
    row("delete: slash at the end is just missing", deleteRequest("/a/"), NoNode);
    row("setData", setDataRequest("/a", "y", 1), Ok);
    row("setData: session, then path", setDataRequest("a", "y"), SessionExpired, true);
    row("setData: path, then node", setDataRequest("/none/", "y"), BadArguments);
    row("setData: node, then version", setDataRequest("/none", "y", 9), NoNode);
    row("setData: version", setDataRequest("/a", "y", 0), BadVersion);
    row("setData: the root may be set", setDataRequest("/", "y"), Ok);
    row("closeSession asks nobody", closeSessionRequest(), Ok, true);
    row("createSession asks nobody", createSessionRequest(), Ok, true);
    row("a read is no transaction", readRequest(OpCode::GetData, "/a"), Unimplemented);
}

void TestPrep::checksInOrder() {
    QFETCH(Request, request);
    QFETCH(bool, stranger);
    QFETCH(ErrorCode, error);
    Standalone zk = sample();
    QCOMPARE(errorOf(zk.prep.prepare(zk.tree, stranger ? kStranger : kAnna, zk.zxid.next(), request)), error);
}

// §14.8 no. 15
void TestPrep::refusedRequestsBecomeErrorTransactions() {
    Standalone zk = sample();
    const TxnBody body = zk.prep.prepare(zk.tree, kAnna, zk.zxid.next(), createRequest("/a"));
    QCOMPARE(body.type, OpCode::Error);
    QCOMPARE(body.error, ErrorCode::NodeExists);
    QVERIFY(zk.prep.empty());  // and leave no shadow
}

void TestPrep::bodiesSettleEveryQuestion() {
    Pipeline p;
    const TxnBody made = p.prepare(createRequest("/a/c", CreateMode::Ephemeral, "data"), kAnna);
    QCOMPARE(made.type, OpCode::Create);
    QVERIFY(made.path == "/a/c" && made.data == "data" && made.ephemeral);
    QCOMPARE(made.parentCVersion, 2);
    QVERIFY(!p.prepare(createRequest("/a/d"), kAnna).ephemeral);
    const TxnBody set = p.prepare(setDataRequest("/a", "y"), kAnna);
    QCOMPARE(set.type, OpCode::SetData);
    QVERIFY(set.path == "/a" && set.data == "y");
    QCOMPARE(set.version, 2);
    const TxnBody deleted = p.prepare(deleteRequest("/a/b"), kAnna);
    QCOMPARE(deleted.type, OpCode::Delete);
    QVERIFY(deleted.path == "/a/b");
    QCOMPARE(p.prepare(createSessionRequest(12345), SessionId{9}).timeoutMs, 12345);
    QVERIFY(p.prepare(closeSessionRequest(), kAnna).paths == (std::vector<std::string>{"/a/c", "/e"}));
}

// §14.8 no. 16
void TestPrep::sequenceIsThePersistedCversion() {
    Standalone zk;
    zk.request(createRequest("/q"));
    zk.request(createRequest("/q/plain"));
    QVERIFY(zk.request(createRequest("/q/n-", CreateMode::PersistentSequential)).reply.path == "/q/n-0000000001");
    zk.request(deleteRequest("/q/n-0000000001"));
    zk.request(deleteRequest("/q/plain"));
    QVERIFY(zk.request(createRequest("/q/n-", CreateMode::EphemeralSequential)).reply.path == "/q/n-0000000002");
    QVERIFY(zk.request(createRequest("/", CreateMode::PersistentSequential)).reply.path == "/0000000001");
}

void TestPrep::sequenceCountsPendingCreations() {
    Pipeline p;
    QVERIFY(p.prepare(createRequest("/empty/n", CreateMode::PersistentSequential)).path == "/empty/n0000000000");
    QVERIFY(p.prepare(createRequest("/empty/other")).path == "/empty/other");
    QVERIFY(p.prepare(createRequest("/empty/n", CreateMode::PersistentSequential)).path == "/empty/n0000000002");
    QCOMPARE(errorOf(p.prepare(createRequest("/empty/other"))), ErrorCode::NodeExists);  // no number is lost by an error
    p.applyOne();
    QVERIFY(p.prepare(createRequest("/empty/n", CreateMode::PersistentSequential)).path == "/empty/n0000000003");
}

void TestPrep::sequenceOverflowsToANegativeNumber() {
    Pipeline p;
    p.zk.tree.apply(p.zk.zxid.next(), {}, 1, createBody("/empty/x", INT32_MAX));
    const TxnBody last = p.prepare(createRequest("/empty/n", CreateMode::PersistentSequential));
    QVERIFY(last.path == "/empty/n2147483647");
    QCOMPARE(last.parentCVersion, INT32_MIN);
    QVERIFY(p.prepare(createRequest("/empty/n", CreateMode::PersistentSequential)).path == "/empty/n-2147483648");
}

void TestPrep::laterRequestsSeeEarlierOnes() {
    Pipeline p;
    QCOMPARE(errorOf(p.prepare(createRequest("/new"))), ErrorCode::Ok);
    QCOMPARE(errorOf(p.prepare(createRequest("/new"))), ErrorCode::NodeExists);
    QCOMPARE(errorOf(p.prepare(createRequest("/new/child"))), ErrorCode::Ok);
    QCOMPARE(errorOf(p.prepare(deleteRequest("/new"))), ErrorCode::NotEmpty);
    QCOMPARE(errorOf(p.prepare(deleteRequest("/new/child"))), ErrorCode::Ok);
    QCOMPARE(errorOf(p.prepare(deleteRequest("/new", 1))), ErrorCode::BadVersion);
    QCOMPARE(errorOf(p.prepare(setDataRequest("/new", "x", 0))), ErrorCode::Ok);
    QCOMPARE(errorOf(p.prepare(setDataRequest("/new", "y", 0))), ErrorCode::BadVersion);
    QCOMPARE(errorOf(p.prepare(deleteRequest("/new", 1))), ErrorCode::Ok);
    QCOMPARE(errorOf(p.prepare(setDataRequest("/new", "z"))), ErrorCode::NoNode);
    QCOMPARE(errorOf(p.prepare(createRequest("/new/child"))), ErrorCode::NoNode);
    QCOMPARE(errorOf(p.prepare(createRequest("/short", CreateMode::Ephemeral), kAnna)), ErrorCode::Ok);
    QCOMPARE(errorOf(p.prepare(createRequest("/short/child"), kAnna)), ErrorCode::NoChildrenForEphemerals);
    QVERIFY(p.zk.tree.find("/new") == nullptr);
    p.applyAll();
    QVERIFY(p.zk.tree.find("/new") == nullptr);
    QVERIFY(p.zk.tree.find("/short") != nullptr);
}

void TestPrep::aRecordLivesUntilItsLastChangeIsApplied() {
    Pipeline p;
    QCOMPARE(p.prepare(setDataRequest("/a", "2", 1)).version, 2);
    QCOMPARE(p.prepare(setDataRequest("/a", "3", 2)).version, 3);
    p.applyOne();
    QVERIFY(!p.zk.prep.empty());
    QCOMPARE(p.prepare(setDataRequest("/a", "4", 3)).version, 4);  // the tree says 2 by now
    p.applyAll();
    QVERIFY(p.zk.prep.empty());
    // From here on the tree alone speaks: what is done to it behind the leader's back is seen.
    p.zk.tree.apply(p.zk.zxid.next(), {}, 1, setDataBody("/a", "x", 40));
    QCOMPARE(p.prepare(setDataRequest("/a", "5", 40)).version, 41);
}

// The transcripts container-gc, container-delete-op of the real server; the rest as PrepRequestProcessor has it.
void TestPrep::containers() {
    Pipeline p;
    const Request remove = readRequest(OpCode::DeleteContainer, "/c");
    QCOMPARE(errorOf(p.prepare(createRequest("/c", CreateMode::Container), kAnna)), ErrorCode::BadArguments);   // the wrong op for it
    QCOMPARE(errorOf(p.prepare(remove)), ErrorCode::NoNode);
    const TxnBody made = p.prepare(containerRequest("/c"), kAnna);
    QVERIFY(made.type == OpCode::CreateContainer && !made.ephemeral && made.path == "/c");
    QCOMPARE(errorOf(p.prepare(createRequest("/c/x", CreateMode::Ephemeral), kAnna)), ErrorCode::Ok);   // a container may have children
    QCOMPARE(errorOf(p.prepare(remove)), ErrorCode::NotEmpty);          // the child is not yet applied
    QCOMPARE(errorOf(p.prepare(remove, kAnna)), ErrorCode::BadArguments);   // no client's business
    p.applyAll();
    const Znode* node = p.zk.tree.find("/c");
    QVERIFY(node && node->isContainer() && !node->isEphemeral());
    QVERIFY(!p.zk.tree.stat(*node).ephemeralOwner);   // hidden from clients
    QCOMPARE(p.zk.tree.containers(), std::vector<std::string>{"/c"});
    QCOMPARE(errorOf(p.prepare(deleteRequest("/c/x"), kAnna)), ErrorCode::Ok);
    QCOMPARE(p.prepare(remove).type, OpCode::DeleteContainer);
    QCOMPARE(errorOf(p.prepare(createRequest("/c/y"))), ErrorCode::NoNode);
    QCOMPARE(errorOf(p.prepare(createRequest("/c", CreateMode::Ephemeral), kAnna)), ErrorCode::Ok);
    QCOMPARE(errorOf(p.prepare(remove)), ErrorCode::BadVersion);        // an ephemeral znode of that name by now
    p.applyAll();
    QVERIFY(!p.zk.tree.hasContainers() && p.zk.tree.find("/c")->isEphemeral());
}

void TestPrep::sessionsLiveFromTheirRequestOn() {
    Pipeline p;
    const SessionId young{77};
    QCOMPARE(errorOf(p.prepare(createRequest("/y", CreateMode::Ephemeral), young)), ErrorCode::SessionExpired);
    p.prepare(createSessionRequest(), young);
    QCOMPARE(errorOf(p.prepare(createRequest("/y", CreateMode::Ephemeral), young)), ErrorCode::Ok);
    p.applyAll();
    QVERIFY(p.zk.prep.empty());
    QCOMPARE(errorOf(p.prepare(createRequest("/z", CreateMode::Ephemeral), young)), ErrorCode::Ok);
    QCOMPARE(errorOf(p.prepare(createRequest("/lab"), SessionId{})), ErrorCode::Ok);  // the lab itself needs none
}

void TestPrep::aClosingSessionIsExpired() {
    Pipeline p;
    p.prepare(closeSessionRequest(), kAnna);
    QCOMPARE(errorOf(p.prepare(setDataRequest("/a", "y"), kAnna)), ErrorCode::SessionExpired);
    QCOMPARE(errorOf(p.prepare(setDataRequest("/a", "y"), kBert)), ErrorCode::Ok);
    QVERIFY(p.prepare(closeSessionRequest(), kAnna).paths.empty());  // closed twice: nothing is left for the second
    p.applyAll();
    QVERIFY(p.zk.prep.empty());
    QCOMPARE(errorOf(p.prepare(setDataRequest("/a", "y"), kAnna)), ErrorCode::SessionExpired);
}

// §6.9, §14.8 no. 23
void TestPrep::closeSessionCollectsPendingEphemerals() {
    Pipeline p;
    p.prepare(createRequest("/late", CreateMode::Ephemeral), kAnna);
    p.prepare(createRequest("/gone", CreateMode::Ephemeral), kAnna);
    p.prepare(deleteRequest("/gone"), kBert);
    p.prepare(deleteRequest("/e"), kBert);
    p.prepare(createRequest("/e", CreateMode::Ephemeral), kBert);
    p.prepare(createRequest("/s-", CreateMode::EphemeralSequential), kAnna);
    p.prepare(createRequest("/stays"), kAnna);
    const TxnBody close = p.prepare(closeSessionRequest(), kAnna);
    QCOMPARE(close.paths.size(), std::size_t{2});
    QVERIFY(close.paths[0] == "/late");
    QVERIFY(close.paths[1].starts_with("/s-"));
    QCOMPARE(errorOf(p.prepare(setDataRequest("/late", "x"), kBert)), ErrorCode::NoNode);
    QCOMPARE(errorOf(p.prepare(createRequest("/late"), kBert)), ErrorCode::Ok);
    p.applyAll();
    QVERIFY(p.zk.tree.ephemeralsOf(kAnna).empty());
    QVERIFY(p.zk.tree.find("/e")->ephemeralOwner == kBert);
    QVERIFY(!p.zk.tree.find("/late")->ephemeralOwner);
    QVERIFY(p.zk.tree.find("/stays") != nullptr);
}

// ZooKeeper's shadow of the parent does not count the ephemerals that go with a session.
void TestPrep::closeSessionKeepsTheParentsShadowCount() {
    Pipeline p;
    p.prepare(createRequest("/empty/x", CreateMode::Ephemeral), kAnna);
    p.applyAll();
    p.prepare(closeSessionRequest(), kAnna);
    QCOMPARE(errorOf(p.prepare(deleteRequest("/empty"), kBert)), ErrorCode::NotEmpty);
    p.applyAll();
    QCOMPARE(errorOf(p.prepare(deleteRequest("/empty"), kBert)), ErrorCode::Ok);
}

void TestPrep::clearForgetsEverything() {
    Pipeline p;
    p.prepare(createRequest("/new"));
    p.prepare(closeSessionRequest(), kAnna);
    p.zk.prep.clear();
    QVERIFY(p.zk.prep.empty());
    QCOMPARE(errorOf(p.prepare(createRequest("/new"), kAnna)), ErrorCode::Ok);
}

void TestPrep::copiesAreValues() {
    Pipeline p;
    p.prepare(createRequest("/new"));
    Pipeline other = p;
    other.prepare(deleteRequest("/new"));
    other.prepare(closeSessionRequest(), kAnna);
    QCOMPARE(errorOf(p.prepare(createRequest("/new"), kAnna)), ErrorCode::NodeExists);
    QCOMPARE(errorOf(other.prepare(createRequest("/new"))), ErrorCode::Ok);
    other.applyAll();
    QVERIFY(!p.zk.prep.empty());
}

/// A leader that applies late makes the same transactions as one that applies at once.
void TestPrep::shadowsForetellTheTree() {
    constexpr int steps = 4000;
    int good = 0;
    for (const int lag : {1, 5, 40, 300}) {
        Pipeline late;
        Pipeline prompt;
        Prng prng(static_cast<std::uint64_t>(lag));
        const auto draw = [&] {
            const std::string path = "/" + std::string(1, static_cast<char>('f' + prng.below(8))) +
                                     (prng.below(2) ? "/" + std::string(1, static_cast<char>('a' + prng.below(3))) : "");
            const auto version = prng.below(2) ? -1 : static_cast<std::int32_t>(prng.below(3));
            switch (prng.below(8)) {
                case 0:
                case 1:
                    return createRequest(path);
                case 2:
                    return createRequest("/" + path.substr(1, 1) + "-", CreateMode::PersistentSequential);
                case 3:
                    return createRequest("/" + path.substr(1, 1), CreateMode::Ephemeral);  // below the root: see the test above
                case 4:
                case 5:
                    return deleteRequest(path, version);
                case 6:
                    return setDataRequest(path, path, version);
                default:
                    return prng.below(6) ? deleteRequest(path) : prng.below(8) ? createSessionRequest() : closeSessionRequest();
            }
        };
        for (int i = 0; i < steps; ++i) {
            const Request request = draw();
            const SessionId session{1 + prng.below(4)};
            const TxnBody body = late.prepare(request, session);
            QVERIFY2(body == prompt.prepare(request, session), qPrintable(QString("lag %1, step %2").arg(lag).arg(i)));
            prompt.applyAll();
            QVERIFY(prompt.zk.prep.empty());
            while (static_cast<int>(late.pending.size()) > lag) late.applyOne();
            good += errorOf(body) == ErrorCode::Ok;
        }
        late.applyAll();
        QCOMPARE(late.zk.tree.digest(), prompt.zk.tree.digest());
    }
    QVERIFY(good > steps);
}

QTEST_APPLESS_MAIN(TestPrep)
#include "tst_prep.moc"
