// SPDX-License-Identifier: GPL-3.0-or-later
// Groups, services, configuration, barriers and queues, one input after the other: the znodes they leave, what they know (§10.4, §10.5).
#include "tests/engine/client/scripted_client.h"

using namespace zab;
using namespace zab::testing;

namespace {

RecipeOptions part(RecipeKind kind, const std::string& path, RecipeRole role = RecipeRole::None, const std::string& data = {}) {
    RecipeOptions o;
    o.kind = kind;
    o.path = path;
    o.role = role;
    o.data = data;
    return o;
}
Reply data(const std::string& text) {
    Reply r;
    r.data = text;
    return r;
}
bool asks(const ScriptedClient& c, OpCode op, const std::string& path, bool watch = false) {
    const Request r = c.call();
    const bool same = r.op == op && r.path == path && r.watch == watch;
    if (!same) qWarning("asked for %s %s", std::string(opName(r.op)).c_str(), r.path.c_str());
    return same;
}
const QString kUuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
bool matches(const std::string& text, const QString& pattern) { return QRegularExpression("^" + pattern + "$").match(QString::fromStdString(text)).hasMatch(); }

}  // namespace

class TestRecipeMembers : public QObject {
    Q_OBJECT

private slots:
    void aMemberIsAnEphemeralZnodeOfItsName() {
        ScriptedClient c;
        c.start(part(RecipeKind::Group, "/g"));
        QVERIFY(asks(c, OpCode::Create, "/g/C1") && c.call().mode == CreateMode::Ephemeral);
        QCOMPARE(c.call().data, std::string("10.0.0.1"));
        c.created("/g/C1", Zxid::make(1, 5));
        QVERIFY(c.part("/g").state == RecipeState::Holding);
        QVERIFY(asks(c, OpCode::Exists, "/g/C1", true));   // its own: to make it again if somebody deletes it
        c.answer({});
        QVERIFY(asks(c, OpCode::GetChildren, "/g", true));
        c.hear(WatchEventType::NodeChildrenChanged, "/g");   // of an older watch: the list is being read
        c.children({"C1"});
        QVERIFY(asks(c, OpCode::GetChildren, "/g", true));
        c.children({"C1", "b"});
        QCOMPARE(c.part("/g").detail, std::string("C1 b"));
        QVERIFY(c.leave("/g") && asks(c, OpCode::Delete, "/g/C1"));
        c.answer({});
        QVERIFY(c.part("/g").state == RecipeState::Done);
    }
    void aNameThatIsTakenGetsItsDataAndIsMadeAgainAfterwards() {   // PersistentNode: NODEEXISTS is as good as made
        ScriptedClient c;
        c.start(part(RecipeKind::Group, "/g", RecipeRole::None, "n"));
        c.fails(ErrorCode::NodeExists);
        QVERIFY(asks(c, OpCode::Exists, "/g/n", true));
        Reply other;
        other.stat.ephemeralOwner = SessionId{0x999};
        c.answer(other);
        QVERIFY(c.ruled(RuleId::MemberNameTaken));
        QVERIFY(asks(c, OpCode::SetData, "/g/n") && c.call().data == "10.0.0.1");
        c.answer({});
        QVERIFY(c.part("/g").state == RecipeState::Holding);
        c.children({"n"});
        c.hear(WatchEventType::NodeDeleted, "/g/n");
        QVERIFY(asks(c, OpCode::Create, "/g/n"));
    }
    void aMemberThatLostItsAnswerFindsItsOwnZnode() {
        ScriptedClient c;
        c.start(part(RecipeKind::Group, "/g"));
        c.fails(ErrorCode::ConnectionLoss);
        c.hear(LinkState::Up);
        c.fails(ErrorCode::NodeExists);
        Reply own;
        own.stat.ephemeralOwner = c.session;
        c.answer(own);
        QVERIFY(!c.ruled(RuleId::MemberNameTaken) && asks(c, OpCode::SetData, "/g/C1"));
        c.answer({});
        QVERIFY(c.part("/g").state == RecipeState::Holding);
    }
    void whatSomebodyDeletesIsMadeAgain() {
        ScriptedClient c;
        c.start(part(RecipeKind::Group, "/g"));
        c.created("/g/C1", Zxid::make(1, 5));
        c.answer({});
        c.hear(WatchEventType::NodeDeleted, "/g/C1");   // while it reads the members
        c.children({});
        QVERIFY(asks(c, OpCode::Create, "/g/C1") && c.part("/g").state == RecipeState::Starting);
        c.created("/g/C1", Zxid::make(1, 9));
        QVERIFY(c.part("/g").state == RecipeState::Holding && c.part("/g").token == Zxid::make(1, 9));
        c.answer({});
        c.children({"C1"});
        c.hear(WatchEventType::NodeDataChanged, "/g/C1");   // the watch is used up
        QVERIFY(asks(c, OpCode::Exists, "/g/C1", true));
        c.fails(ErrorCode::NoNode);
        QVERIFY(asks(c, OpCode::Create, "/g/C1"));
    }
    void anInstanceRegistersAnewWhenTheConnectionIsBack() {   // ServiceDiscoveryImpl: deleted and made again, so that watches fire
        ScriptedClient c;
        c.start(part(RecipeKind::Service, "/s/a", RecipeRole::Provide, "h:80"));
        const std::string znode = c.call().path;
        c.created(znode, Zxid::make(1, 5));
        QVERIFY(c.calls.empty() && c.part("/s/a").state == RecipeState::Holding);
        c.hear(LinkState::Down);
        c.hear(LinkState::Up);
        QVERIFY(asks(c, OpCode::Create, znode));
        c.fails(ErrorCode::NodeExists);
        QVERIFY(asks(c, OpCode::Delete, znode));
        c.answer({});
        QVERIFY(asks(c, OpCode::Create, znode));
        c.created(znode, Zxid::make(1, 8));
        QVERIFY(c.calls.empty() && c.part("/s/a").state == RecipeState::Holding && c.part("/s/a").token == Zxid::make(1, 8));
        QVERIFY(c.leave("/s/a") && asks(c, OpCode::Delete, znode));
    }
    void anInstanceIsWhatCuratorWrites() {
        ScriptedClient c;
        c.start(part(RecipeKind::Service, "/services/orders", RecipeRole::Provide, "h.example:9000"));
        QVERIFY(c.call().mode == CreateMode::Ephemeral);
        QVERIFY(matches(c.call().path, "/services/orders/" + kUuid));
        const QString id = QString::fromStdString(c.call().path).section('/', -1);
        QCOMPARE(QString::fromStdString(c.call().data),
                 QString("{\"name\":\"orders\",\"id\":\"%1\",\"address\":\"h.example\",\"port\":9000,\"sslPort\":null,\"payload\":null,"
                         "\"registrationTimeUTC\":1000,\"serviceType\":\"DYNAMIC\",\"uriSpec\":null}").arg(id));
        QCOMPARE(addressIn(c.call().data), std::string("h.example:9000"));
        QCOMPARE(addressIn("no instance"), std::string());
    }
    void aListOfInstancesOutlivesTheConnection() {
        ScriptedClient c;
        c.start(part(RecipeKind::Service, "/s/a", RecipeRole::Discover));
        c.fails(ErrorCode::NoNode);
        QVERIFY(asks(c, OpCode::Exists, "/s/a", true));
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.part("/s/a").state == RecipeState::Waiting);
        c.hear(WatchEventType::NodeCreated, "/s/a");
        c.children({"i1", "i2", "i3"});
        for (const char* json : {"{\"address\":\"b\",\"port\":2}", "", "{\"address\":\"a\",\"port\":1}"}) {
            if (*json) c.answer(data(json));
            else c.fails(ErrorCode::NoNode);   // gone between the two reads
        }
        const std::vector<std::string> expected{"a:1", "b:2"};
        QVERIFY(c.part("/s/a").instances == expected && c.part("/s/a").knownAt == c.now);
        const SimTime then = c.now;
        c.now += sec(9);
        c.hear(LinkState::Down);
        QVERIFY(c.part("/s/a").state == RecipeState::Unsure && c.part("/s/a").instances == expected && c.part("/s/a").knownAt == then);
        c.hear(LinkState::Up);
        QVERIFY(asks(c, OpCode::GetChildren, "/s/a", true));
        c.children({});
        QVERIFY(c.part("/s/a").instances.empty() && c.part("/s/a").knownAt == c.now);
    }
    void aConfigurationIsReadAgainAtEachEvent() {
        ScriptedClient c;
        c.start(part(RecipeKind::Config, "/c"));
        c.answer(data("1"));
        QCOMPARE(c.part("/c").detail, std::string("1"));
        c.hear(WatchEventType::NodeDataChanged, "/c");
        QVERIFY(asks(c, OpCode::GetData, "/c", true));
        c.hear(WatchEventType::NodeDataChanged, "/c");
        c.answer(data("2"));
        QVERIFY(asks(c, OpCode::GetData, "/c", true));   // once more: it changed while it was read
        c.answer(data("3"));
        QVERIFY(c.part("/c").detail == "3" && c.calls.empty());
        QVERIFY(c.leave("/c"));
        c.hear(WatchEventType::NodeDataChanged, "/c");
        QVERIFY(c.calls.empty());
    }
    void aBarrierIsPassedWhenItsZnodeIsGone() {
        ScriptedClient c;
        c.start(part(RecipeKind::Barrier, "/b"));
        QVERIFY(asks(c, OpCode::Exists, "/b", true));
        c.answer({});
        QVERIFY(c.part("/b").state == RecipeState::Waiting);
        c.hear(WatchEventType::NodeDeleted, "/b");
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.part("/b").state == RecipeState::Holding);
        QVERIFY(c.start(part(RecipeKind::Barrier, "/b")));   // and it may come to it again
    }
    void whoComesLateToADoubleBarrierCountsReadyToo() {   // as Curator does: its own and ready are two
        for (const bool event : {false, true}) {
            ScriptedClient c;
            RecipeOptions o = part(RecipeKind::DoubleBarrier, "/d");
            o.count = event ? 3 : 2;
            c.start(o);
            c.fails(ErrorCode::NoNode);
            const std::string own = c.call().path.substr(3);
            c.created("/d/" + own, Zxid::make(1, 1));
            if (event) c.hear(WatchEventType::NodeCreated, "/d/ready");   // no notification is lost while the children are read
            c.children({own, "ready"});
            if (!event) {
                QVERIFY(asks(c, OpCode::Create, "/d/ready"));
                c.fails(ErrorCode::NodeExists);
            }
            QVERIFY(c.part("/d").state == RecipeState::Holding);
        }
    }
    void whoIsInADoubleBarrierDoesNotGoInAgainInANewSession() {
        ScriptedClient c;
        RecipeOptions o = part(RecipeKind::DoubleBarrier, "/d");
        o.count = 1;
        c.start(o);
        c.answer({});   // ready is there
        c.created(c.call().path, Zxid::make(1, 1));
        QVERIFY(c.part("/d").state == RecipeState::Holding);
        c.hear(LinkState::Over);
        c.session = SessionId{0x200};
        c.hear(LinkState::Up);
        QVERIFY(c.calls.empty() && c.part("/d").state == RecipeState::Lost);
        QVERIFY(c.leave("/d") && c.calls.empty() && c.part("/d").state == RecipeState::Done);
    }
    void whoLeavesADoubleBarrierLeavesOnce() {
        ScriptedClient c;
        RecipeOptions o = part(RecipeKind::DoubleBarrier, "/d");
        o.count = 1;
        c.start(o);
        c.answer({});
        const std::string own = c.call().path.substr(3);
        c.created(c.call().path, Zxid::make(1, 1));
        c.leave("/d");
        c.children({own, "zz", "ready"});
        c.answer({});   // it watches zz
        QVERIFY(c.leave("/d") && c.calls.empty() && c.part("/d").state == RecipeState::Waiting);
    }
    void kazoosGetDoesNotWait() {
        ScriptedClient c;
        RecipeOptions o = part(RecipeKind::Queue, "/q", RecipeRole::Take);
        o.like = RecipeLibrary::Kazoo;
        o.times = 5;
        c.start(o);
        c.answer({});
        QVERIFY(asks(c, OpCode::GetChildren, "/q"));
        c.children({"entry-100-0000000001", "entry-100-0000000000"});
        for (const char* znode : {"/q/entry-100-0000000000", "/q/entry-100-0000000001"}) {   // both of one list
            QVERIFY(asks(c, OpCode::GetData, znode));
            c.answer(data("x"));
            QVERIFY(asks(c, OpCode::Delete, znode));
            c.answer({});
        }
        QVERIFY(asks(c, OpCode::GetChildren, "/q"));
        c.children({"entry-100-0000000007"});
        c.fails(ErrorCode::NoNode);   // somebody else was faster: the list is thrown away
        QVERIFY(asks(c, OpCode::GetChildren, "/q"));
        c.children({});
        QVERIFY(c.ruled(RuleId::QueueGetFindsNothing) && c.part("/q").state == RecipeState::Done);
    }
    void aDoubleBarrierCountsWithoutReady() {
        ScriptedClient c;
        RecipeOptions o = part(RecipeKind::DoubleBarrier, "/d");
        o.count = 3;
        c.start(o);
        QVERIFY(asks(c, OpCode::Exists, "/d/ready", true));
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.call().mode == CreateMode::Ephemeral && matches(c.call().path, "/d/" + kUuid));
        const std::string own = c.call().path.substr(3);
        c.created("/d/" + own, Zxid::make(1, 1));
        c.children({own, "ready"});   // one, and a ready that came meanwhile
        QVERIFY(c.part("/d").state == RecipeState::Waiting);
        c.hear(WatchEventType::NodeCreated, "/d/ready");
        QVERIFY(c.part("/d").state == RecipeState::Holding);
        // Leaving: it is not the lowest, so it watches that one, deletes its own and waits.
        QVERIFY(c.leave("/d"));
        c.children({"ready", "0", own});
        QVERIFY(asks(c, OpCode::Exists, "/d/0", true));
        c.answer({});
        QVERIFY(asks(c, OpCode::Delete, "/d/" + own));
        c.answer({});
        QVERIFY(c.part("/d").state == RecipeState::Waiting);
        c.hear(WatchEventType::NodeDeleted, "/d/0");
        c.children({"ready"});
        QVERIFY(asks(c, OpCode::Delete, "/d/ready"));
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.part("/d").state == RecipeState::Done);
    }
    void theLowestStaysInADoubleBarrierToTheEnd() {
        ScriptedClient c;
        RecipeOptions o = part(RecipeKind::DoubleBarrier, "/d");
        o.count = 1;
        c.start(o);
        c.fails(ErrorCode::NoNode);
        const std::string own = c.call().path.substr(3);
        c.created("/d/" + own, Zxid::make(1, 1));
        c.children({own});
        QVERIFY(asks(c, OpCode::Create, "/d/ready") && c.call().mode == CreateMode::Persistent);
        c.fails(ErrorCode::NodeExists);
        QVERIFY(c.part("/d").state == RecipeState::Holding);
        c.leave("/d");
        c.children({own, "zz1", "zz2", "ready"});
        QVERIFY(asks(c, OpCode::Exists, "/d/zz2", true));   // the highest
        c.answer({});
        QVERIFY(c.calls.empty());
        c.hear(WatchEventType::NodeDeleted, "/d/zz2");
        c.children({own, "ready"});
        QVERIFY(asks(c, OpCode::Delete, "/d/" + own));
        c.answer({});
        QVERIFY(asks(c, OpCode::Delete, "/d/ready"));
    }
    void whoGivesUpEnteringLeavesReadyAlone() {
        ScriptedClient c;
        RecipeOptions o = part(RecipeKind::DoubleBarrier, "/d");
        o.count = 2;
        c.start(o);
        c.fails(ErrorCode::NoNode);
        c.created(c.call().path, Zxid::make(1, 1));
        c.children({"x"});
        c.leave("/d");
        QVERIFY(c.call().op == OpCode::Delete && c.call().path != "/d/ready");
        c.answer({});
        QVERIFY(c.calls.empty() && c.part("/d").state == RecipeState::Done);
    }
    void elementsArePersistentAndInOrder() {
        for (const auto& [library, path] : {std::pair(RecipeLibrary::Curator, "/q/qn-"), std::pair(RecipeLibrary::Kazoo, "/q/entry-100-")}) {
            ScriptedClient c;
            RecipeOptions o = part(RecipeKind::Queue, "/q", RecipeRole::Offer, "x");
            o.like = library;
            c.start(o);
            if (library == RecipeLibrary::Kazoo) c.answer({});   // ensure_path: it is there
            QVERIFY(asks(c, OpCode::Create, path) && c.call().mode == CreateMode::PersistentSequential && c.call().data == "x");
            o.data = "y";
            QVERIFY(c.start(o));   // waits behind the first
            QCOMPARE(c.calls.size(), std::size_t{1});
            c.created(std::string(path) + "0000000000", Zxid::make(1, 1));
            QCOMPARE(c.call().data, std::string("y"));
            c.fails(ErrorCode::ConnectionLoss);
            c.hear(LinkState::Up);
            QVERIFY(c.ruled(RuleId::QueueOffersAgain) && c.call().data == "y");
        }
    }
    void theLowestElementIsTakenByItsDelete() {
        ScriptedClient c;
        c.start(part(RecipeKind::Queue, "/q", RecipeRole::Take));
        QVERIFY(asks(c, OpCode::Exists, "/q"));
        c.answer({});
        QVERIFY(asks(c, OpCode::GetChildren, "/q", true));
        c.children({"qn-0000000002", "other", "qn-0000000001", "qn-0000000003"});
        QVERIFY(asks(c, OpCode::GetData, "/q/qn-0000000001"));
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.ruled(RuleId::QueueElementGone));
        c.answer(data("two"));
        QVERIFY(asks(c, OpCode::Delete, "/q/qn-0000000002"));
        c.fails(ErrorCode::NoNode);   // taken by another one after it was read
        c.answer(data("three"));
        c.answer({});
        QVERIFY(c.part("/q").state == RecipeState::Done && c.part("/q").detail == "three");
    }
    void anUnknownDeleteMayHaveTakenIt() {
        ScriptedClient c;
        c.start(part(RecipeKind::Queue, "/q", RecipeRole::Take));
        QVERIFY(asks(c, OpCode::Exists, "/q"));
        c.answer({});
        c.children({"qn-0000000001"});
        c.answer(data("one"));
        c.fails(ErrorCode::ConnectionLoss);
        c.hear(LinkState::Up);
        QVERIFY(asks(c, OpCode::Delete, "/q/qn-0000000001"));
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.ruled(RuleId::QueueNobodyKnowsWho) && c.part("/q").state == RecipeState::Waiting);
        c.hear(WatchEventType::NodeChildrenChanged, "/q");
        QVERIFY(asks(c, OpCode::GetChildren, "/q", true));
    }
    void aConfigurationThatIsNotThereYetHasItsParentsMade() {
        ScriptedClient c;
        c.start(part(RecipeKind::Config, "/a/b"));
        QVERIFY(asks(c, OpCode::GetData, "/a/b", true));
        c.fails(ErrorCode::NoNode);
        QVERIFY(asks(c, OpCode::Exists, "/a"));
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.ruled(RuleId::RecipeMakesContainers) && c.call().op == OpCode::CreateContainer && c.call().path == "/a");
        c.answer({});
        QVERIFY(asks(c, OpCode::Exists, "/a/b", true));
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.calls.empty() && c.part("/a/b").state == RecipeState::Waiting);
    }
    void aListThatChangesWhileItIsWorkedOffIsReadAgain() {
        ScriptedClient c;
        c.start(part(RecipeKind::Queue, "/q", RecipeRole::Take));
        c.answer({});
        c.children({"qn-0000000001"});
        c.hear(WatchEventType::NodeChildrenChanged, "/q");   // the watch of that list is used up
        c.fails(ErrorCode::NoNode);
        QVERIFY(asks(c, OpCode::GetChildren, "/q", true));
    }
    void whoLeavesDoesNotComeBackInANewSession() {
        for (const RecipeKind kind : {RecipeKind::Group, RecipeKind::DoubleBarrier}) {
            ScriptedClient c;
            RecipeOptions o = part(kind, "/x");
            o.count = 2;
            c.start(o);
            if (kind == RecipeKind::DoubleBarrier) c.fails(ErrorCode::NoNode);   // ready
            c.created(c.call().path, Zxid::make(1, 1));
            c.children({"a"});
            c.leave("/x");
            c.session = SessionId{0x200};
            c.hear(LinkState::Up);   // Expired was never heard: the handle was replaced
            QVERIFY(c.part("/x").state == RecipeState::Done && c.part("/x").znode.empty());
        }
    }
    void aHandleThatHasFailedAsksNothingMore_data() {
        QTest::addColumn<int>("kind");
        for (const RecipeKind k : {RecipeKind::Barrier, RecipeKind::DoubleBarrier, RecipeKind::Queue, RecipeKind::Group, RecipeKind::Config, RecipeKind::Service, RecipeKind::Lock})
            QTest::newRow(std::string(recipeKindName(k)).c_str()) << static_cast<int>(k);
    }
    void aHandleThatHasFailedAsksNothingMore() {   // AUTH_FAILED: whatever is asked fails at once
        QFETCH(int, kind);
        ScriptedClient c;
        RecipeOptions o = part(static_cast<RecipeKind>(kind), "/x");
        o.count = 2;
        c.start(o);
        for (int i = 0; i < 10 && !c.calls.empty(); ++i) c.fails(ErrorCode::AuthFailed);
        QVERIFY(c.calls.empty() && c.part("/x").state == RecipeState::Done);
    }
    void whatCannotHaveParentsEnds_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("role");
        for (const RecipeKind k : {RecipeKind::DoubleBarrier, RecipeKind::Group, RecipeKind::Config, RecipeKind::Lock, RecipeKind::Election})
            QTest::newRow(std::string(recipeKindName(k)).c_str()) << static_cast<int>(k) << 0;
        QTest::newRow("offer") << static_cast<int>(RecipeKind::Queue) << static_cast<int>(RecipeRole::Offer);
        QTest::newRow("take") << static_cast<int>(RecipeKind::Queue) << static_cast<int>(RecipeRole::Take);
        QTest::newRow("provide") << static_cast<int>(RecipeKind::Service) << static_cast<int>(RecipeRole::Provide);
    }
    void whatCannotHaveParentsEnds() {   // below an ephemeral znode nothing can be made: it asked for ever
        QFETCH(int, kind);
        QFETCH(int, role);
        for (const RecipeLibrary library : {RecipeLibrary::Curator, RecipeLibrary::Kazoo}) {
            ScriptedClient c;
            RecipeOptions o = part(static_cast<RecipeKind>(kind), "/e/x", static_cast<RecipeRole>(role));
            o.count = 2;
            o.like = library;
            c.start(o);
            int calls = 0;
            for (; calls < 20 && !c.calls.empty(); ++calls) {
                const Request r = c.call();
                const bool makes = r.op == OpCode::Create || r.op == OpCode::CreateContainer;
                if (r.path == "/e") c.answer({});
                else c.fails(makes && r.path == "/e/x" ? ErrorCode::NoChildrenForEphemerals : ErrorCode::NoNode);
            }
            QVERIFY(calls < 20);
            if (static_cast<RecipeKind>(kind) != RecipeKind::Config) QVERIFY(c.ruled(RuleId::RecipeCannotCreate) && c.part("/e/x").state == RecipeState::Done);
        }
    }
    void aQueueWhoseContainerHasLapsedIsMadeAgain() {
        ScriptedClient c;
        c.start(part(RecipeKind::Queue, "/q", RecipeRole::Take));
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.call().op == OpCode::CreateContainer && c.call().path == "/q");
        c.answer({});
        c.children({});
        QVERIFY(c.part("/q").state == RecipeState::Waiting);
        c.hear(WatchEventType::NodeDeleted, "/q");
        c.fails(ErrorCode::NoNode);   // getChildren
        QVERIFY(asks(c, OpCode::Exists, "/q"));
    }
};

QTEST_APPLESS_MAIN(TestRecipeMembers)
#include "tst_recipe_members.moc"
