// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes that stand in line, one input after the other: what they ask for, what they leave behind, what they believe (§10).
#include "tests/engine/client/scripted_client.h"

using namespace zab;
using namespace zab::testing;

namespace {

constexpr Zxid z(std::int64_t counter) { return Zxid::make(1, counter); }

RecipeOptions lock(const std::string& path = "/l") {
    RecipeOptions o;
    o.path = path;
    return o;
}
RecipeOptions like(RecipeLibrary library, RecipeKind kind = RecipeKind::Lock, RecipeRole role = RecipeRole::None) {
    RecipeOptions o = lock();
    o.like = library;
    o.kind = kind;
    o.role = role;
    return o;
}

/// What it wanted to create, with the number that the server would put behind.
std::string numbered(const ScriptedClient& c, int number) { return c.call().path + QString("%1").arg(number, 10, 10, QChar('0')).toStdString(); }
std::string nameOf(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// It has asked, its znode has `number`, and it has not yet read the children.
std::string createdAs(ScriptedClient& c, int number, const RecipeOptions& o) {
    c.start(o);
    if (o.like == RecipeLibrary::Kazoo) c.answer({});   // ensure_path: it is there
    const std::string path = numbered(c, number);
    c.created(path, z(number + 10));
    return path;
}

}  // namespace

class TestRecipes : public QObject {
    Q_OBJECT

private slots:
    // --- the znodes are those of the libraries ---
    void names_data() {
        QTest::addColumn<int>("library");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("data");
        const QString curator = "^/l/_c_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-", kazoo = "^/l/[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}";
        const auto row = [](const char* name, RecipeLibrary l, RecipeKind k, RecipeRole r, const QString& pattern, const char* data) {
            QTest::newRow(name) << int(l) << int(k) << int(r) << pattern << QString(data);
        };
        row("InterProcessMutex", RecipeLibrary::Curator, RecipeKind::Lock, RecipeRole::None, curator + "lock-$", "10.0.0.1");
        row("read of InterProcessReadWriteLock", RecipeLibrary::Curator, RecipeKind::ReadWriteLock, RecipeRole::Read, curator + "__READ__$", "10.0.0.1");
        row("write of InterProcessReadWriteLock", RecipeLibrary::Curator, RecipeKind::ReadWriteLock, RecipeRole::Write, curator + "__WRIT__$", "10.0.0.1");
        row("LeaderLatch", RecipeLibrary::Curator, RecipeKind::Election, RecipeRole::None, curator + "latch-$", "C1");
        row("kazoo Lock", RecipeLibrary::Kazoo, RecipeKind::Lock, RecipeRole::None, kazoo + "__lock__$", "C1");
        row("kazoo ReadLock", RecipeLibrary::Kazoo, RecipeKind::ReadWriteLock, RecipeRole::Read, kazoo + "__rlock__$", "C1");
        row("kazoo WriteLock", RecipeLibrary::Kazoo, RecipeKind::ReadWriteLock, RecipeRole::Write, kazoo + "__lock__$", "C1");
        row("kazoo Election", RecipeLibrary::Kazoo, RecipeKind::Election, RecipeRole::None, kazoo + "__lock__$", "C1");
    }
    void names() {
        QFETCH(int, library);
        QFETCH(int, kind);
        QFETCH(int, role);
        QFETCH(QString, pattern);
        QFETCH(QString, data);
        ScriptedClient c;
        c.start(like(static_cast<RecipeLibrary>(library), static_cast<RecipeKind>(kind), static_cast<RecipeRole>(role)));
        if (c.call().op == OpCode::Exists) c.answer({});
        QVERIFY(c.call().op == OpCode::Create && c.call().mode == CreateMode::EphemeralSequential);
        QVERIFY2(QRegularExpression(pattern).match(QString::fromStdString(c.call().path)).hasMatch(), c.call().path.c_str());
        QCOMPARE(QString::fromStdString(c.call().data), data);
    }
    void namesComeFromTheSeedAlone() {
        ScriptedClient a(1), b(1), other(2);
        for (ScriptedClient* c : {&a, &b, &other}) c->start(lock());
        QCOMPARE(a.call().path, b.call().path);
        QVERIFY(a.call().path != other.call().path);
    }
    void missingParentsAreContainersInCuratorAndStayInKazoo() {
        for (const RecipeLibrary library : {RecipeLibrary::Curator, RecipeLibrary::Kazoo}) {
            const bool kazoo = library == RecipeLibrary::Kazoo;
            ScriptedClient c;
            RecipeOptions o = like(library);
            o.path = "/a/b";
            c.start(o);
            const Request first = c.call();
            if (!kazoo) c.fails(ErrorCode::NoNode);   // kazoo asks for the path before it creates
            const OpCode make = kazoo ? OpCode::Create : OpCode::CreateContainer;
            const std::pair<OpCode, const char*> expected[] = {{OpCode::Exists, "/a/b"}, {OpCode::Exists, "/a"}, {make, "/a"}, {make, "/a/b"}};
            for (const auto& [op, path] : expected) {
                QVERIFY(c.call().op == op && c.call().path == path && c.call().data.empty());
                if (op == make) QVERIFY(c.call().mode == (kazoo ? CreateMode::Persistent : CreateMode::Container));
                c.fails(op == OpCode::Exists ? ErrorCode::NoNode : c.call().path == "/a" ? ErrorCode::Ok : ErrorCode::NodeExists);
            }
            QVERIFY(c.ruled(kazoo ? RuleId::RecipeMakesParents : RuleId::RecipeMakesContainers));
            QVERIFY(kazoo ? c.call().mode == CreateMode::EphemeralSequential : c.call() == first);
        }
    }
    void parentsThatVanishAgainAreMadeAgain() {
        ScriptedClient c;
        c.start(lock("/a/b"));
        c.fails(ErrorCode::NoNode);
        c.fails(ErrorCode::NoNode);   // /a/b
        c.answer({});                 // /a is there ...
        QVERIFY(c.call().op == OpCode::CreateContainer && c.call().path == "/a/b");
        c.fails(ErrorCode::NoNode);   // ... and was deleted just now
        QVERIFY(c.call().op == OpCode::Exists && c.call().path == "/a/b");
        c.answer({});                 // another client was faster
        QVERIFY(c.call().op == OpCode::Create);
        c.fails(ErrorCode::NoNode);   // and so was the leader
        QVERIFY(c.call().op == OpCode::Exists);
    }
    void kazooIsAssuredOfItsPathAndFails() {
        ScriptedClient c;
        c.start(like(RecipeLibrary::Kazoo));
        c.answer({});
        c.fails(ErrorCode::NoNode);   // a container of Curator's that vanished in between: NoNodeError
        QVERIFY(c.ruled(RuleId::RecipeCannotCreate) && c.part("/l").state == RecipeState::Done && c.calls.empty());
    }
    void whatItDoesNotHoldItCannotGiveBack() {
        ScriptedClient c;
        const std::string path = createdAs(c, 0, lock());
        c.children({nameOf(path)});
        QVERIFY(c.leave("/l"));
        c.answer({});
        QVERIFY(c.part("/l").state == RecipeState::Done);
        QVERIFY(!c.leave("/l") && c.ruled(RuleId::RecipeHoldsNothing) && c.calls.empty());
    }

    // --- the line ---
    void theLowestHoldsAndItsTokenIsTheZxidOfItsCreate() {
        ScriptedClient c;
        const std::string path = createdAs(c, 3, lock());
        c.children({"_c_other-lock-0000000004", nameOf(path)});
        QVERIFY(c.part("/l").state == RecipeState::Holding);
        QVERIFY(c.part("/l").token == z(13));
        QCOMPARE(c.part("/l").number, std::int64_t{3});
        QVERIFY(c.calls.empty());
    }
    void aWaiterWatchesThePredecessorByGetData() {
        ScriptedClient c;
        const std::string path = createdAs(c, 5, lock());
        c.children({"_c_f-lock-0000000004", "_c_z-lock-0000000001", nameOf(path), "_c_a-lock-0000000009"});   // by number, not by name
        QVERIFY(c.call().op == OpCode::GetData && c.call().watch);
        QCOMPARE(c.call().path, std::string("/l/_c_f-lock-0000000004"));
        c.answer({});
        QVERIFY(c.part("/l").state == RecipeState::Waiting);
        c.hear(WatchEventType::NodeDeleted, "/l/_c_f-lock-0000000004");
        QVERIFY(c.call().op == OpCode::GetChildren);
        c.children({"_c_z-lock-0000000001", nameOf(path)});   // not its turn yet: somebody in the middle has gone
        QCOMPARE(c.call().path, std::string("/l/_c_z-lock-0000000001"));
    }
    void theNaiveOneWatchesTheHolder() {
        ScriptedClient c;
        RecipeOptions o = lock();
        o.naive = true;
        const std::string path = createdAs(c, 5, o);
        c.children({"_c_f-lock-0000000004", "_c_z-lock-0000000001", nameOf(path)});
        QCOMPARE(c.call().path, std::string("/l/_c_z-lock-0000000001"));
    }
    void aPredecessorThatVanishesLeavesNoWatch() {
        ScriptedClient c;
        const std::string path = createdAs(c, 1, lock());
        c.children({"_c_f-lock-0000000000", nameOf(path)});
        c.fails(ErrorCode::NoNode);
        QVERIFY(c.ruled(RuleId::LockPredecessorGone));
        QVERIFY(c.call().op == OpCode::GetChildren);
    }
    void whoLostItsZnodeTakesANewName() {
        ScriptedClient c;
        const std::string path = createdAs(c, 1, lock());
        c.children({"_c_f-lock-0000000000"});
        QVERIFY(c.call().op == OpCode::Create);
        QVERIFY(path.find(c.call().path) == std::string::npos);
    }
    void inKazooItLooksForItsNameFirstAndKeepsIt() {
        ScriptedClient c;
        const std::string path = createdAs(c, 1, like(RecipeLibrary::Kazoo));
        c.children({});
        QVERIFY(c.call().op == OpCode::GetChildren);
        c.children({});
        QVERIFY(c.call().op == OpCode::Create && path.starts_with(c.call().path));
    }
    void readersWaitForWritersOnly_data() {
        QTest::addColumn<int>("library");
        QTest::addColumn<QString>("watched");
        QTest::newRow("Curator: the first writer") << int(RecipeLibrary::Curator) << "/l/_c_a-__WRIT__0000000001";
        QTest::newRow("kazoo: the nearest writer") << int(RecipeLibrary::Kazoo) << "/l/b__lock__0000000003";
    }
    void readersWaitForWritersOnly() {
        QFETCH(int, library);
        QFETCH(QString, watched);
        const bool kazoo = library == int(RecipeLibrary::Kazoo);
        const std::vector<std::string> others = kazoo ? std::vector<std::string>{"a__lock__0000000001", "r__rlock__0000000002", "b__lock__0000000003", "q__rlock__0000000004"}
                                                      : std::vector<std::string>{"_c_a-__WRIT__0000000001", "_c_r-__READ__0000000002", "_c_b-__WRIT__0000000003", "_c_q-__READ__0000000004"};
        ScriptedClient c;
        const std::string path = createdAs(c, 5, like(static_cast<RecipeLibrary>(library), RecipeKind::ReadWriteLock, RecipeRole::Read));
        std::vector<std::string> children = others;
        children.push_back(nameOf(path));
        c.children(children);
        QCOMPARE(QString::fromStdString(c.call().path), watched);
        c.fails(ErrorCode::NoNode);
        c.children({others[1], others[3], nameOf(path)});
        QVERIFY(c.part("/l").state == RecipeState::Holding);

        ScriptedClient writer;
        const std::string own = createdAs(writer, 5, like(static_cast<RecipeLibrary>(library), RecipeKind::ReadWriteLock, RecipeRole::Write));
        writer.children({others[1], others[3], nameOf(own)});
        QCOMPARE(writer.call().path, "/l/" + others[3]);
    }

    // --- giving back ---
    void releaseDeletesAndRetriesUntilItIsAnswered() {
        ScriptedClient c;
        const std::string path = createdAs(c, 0, lock());
        c.children({nameOf(path)});
        QVERIFY(c.leave("/l"));
        QCOMPARE(c.noted(EventKind::RecipeReleased), 1);
        QVERIFY(c.call().op == OpCode::Delete && c.call().path == path && c.call().version == -1);
        c.fails(ErrorCode::ConnectionLoss);
        QVERIFY(c.calls.empty());
        c.hear(LinkState::Down);
        c.hear(LinkState::Up);
        QVERIFY(c.call().op == OpCode::Delete);
        c.fails(ErrorCode::NoNode);   // it had been carried out
        QVERIFY(c.calls.empty() && c.recipes.find("/l")->state == RecipeState::Done);
        QCOMPARE(c.noted(EventKind::RecipeEnded), 1);
        QVERIFY(!c.leave("/l"));
    }
    void holdAndTimesTakeTurns() {
        ScriptedClient c;
        RecipeOptions o = lock();
        o.hold = msec(100);
        o.times = 2;
        const std::string path = createdAs(c, 0, o);
        c.children({nameOf(path)});
        c.wait(msec(99));
        QVERIFY(c.calls.empty());
        c.wait(msec(1));
        QVERIFY(c.call().op == OpCode::Delete);
        c.answer({});
        QVERIFY(c.call().op == OpCode::Create && !path.starts_with(c.call().path));
        const std::string second = numbered(c, 1);
        c.created(second, z(20));
        c.children({nameOf(second)});
        c.wait(msec(100));
        c.answer({});
        QVERIFY(c.calls.empty() && c.part("/l").state == RecipeState::Done);
        QCOMPARE(c.noted(EventKind::RecipeAcquired), 2);
    }
    void whoGivesUpWaitingTakesItsZnodeAlong() {
        ScriptedClient c;
        c.start(lock());
        QVERIFY(c.leave("/l"));   // the create is on its way
        const std::string path = numbered(c, 4);
        c.created(path, z(9));
        QVERIFY(c.call().op == OpCode::Delete && c.call().path == path);
        c.answer({});
        QVERIFY(c.part("/l").state == RecipeState::Done);
        QCOMPARE(c.noted(EventKind::RecipeReleased), 0);
    }

    // --- what it cannot know ---
    void anUnknownCreateIsLookedUp() {
        ScriptedClient c;
        c.start(lock());
        const std::string mine = nameOf(numbered(c, 2));
        c.fails(ErrorCode::ConnectionLoss);
        QVERIFY(c.calls.empty() && c.ruled(RuleId::RecipeOutcomeUnknown));
        c.hear(LinkState::Down);
        c.hear(LinkState::Up);
        QVERIFY(c.call().op == OpCode::GetChildren);
        c.children({"_c_f-lock-0000000001", mine});
        QVERIFY(c.ruled(RuleId::RecipeFindsOwnZnode));
        QVERIFY(c.call().op == OpCode::Exists && c.call().path == "/l/" + mine);
        Reply stat;
        stat.stat.czxid = z(33);
        c.answer(stat);
        QVERIFY(c.part("/l").token == z(33));
        c.children({mine});
        QVERIFY(c.part("/l").state == RecipeState::Holding);
    }
    void aTwinThatWasOverlookedIsDeleted() {
        for (const bool leaves : {false, true}) {
            ScriptedClient c;
            c.start(lock());
            const std::string twin = nameOf(numbered(c, 2));
            c.fails(ErrorCode::ConnectionLoss);
            c.hear(LinkState::Up);
            if (leaves) c.leave("/l");
            c.children({});   // proposed, but not yet committed
            const std::string path = numbered(c, 3);
            c.created(path, z(20));
            c.children({twin, nameOf(path)});
            QVERIFY(c.ruled(RuleId::RecipeTwinAppears));
            QVERIFY(c.call().op == OpCode::Delete && c.call().path == "/l/" + twin);
            c.answer({});
            c.children({nameOf(path)});
            if (leaves) QVERIFY(c.call().op == OpCode::Delete && c.call().path == path);
            else QVERIFY(c.part("/l").state == RecipeState::Holding);
        }
    }
    void whoGivesUpAmidTheSearchStillLooks() {
        ScriptedClient c;
        c.start(lock());
        const std::string mine = nameOf(numbered(c, 2));
        c.fails(ErrorCode::ConnectionLoss);
        c.hear(LinkState::Up);
        c.fails(ErrorCode::ConnectionLoss);   // the search, too
        QVERIFY(c.leave("/l") && c.calls.empty());
        c.hear(LinkState::Up);
        c.children({mine});
        c.answer({});
        QVERIFY(c.call().op == OpCode::Delete && c.call().path == "/l/" + mine);
    }
    void aZnodeOfAnOldSessionIsDeletedNotAdopted() {
        ScriptedClient c;
        c.start(lock());
        const std::string mine = nameOf(numbered(c, 2));
        c.fails(ErrorCode::ConnectionLoss);
        c.session = SessionId{0x200};
        c.hear(LinkState::Over);
        c.hear(LinkState::Up);
        c.children({mine});
        QVERIFY(c.ruled(RuleId::RecipeFindsOldZnode));
        QVERIFY(c.call().op == OpCode::Delete && c.call().path == "/l/" + mine);
        c.answer({});
        QVERIFY(c.call().op == OpCode::Create);
        c.created("/l/" + mine + "x0000000003", z(5));
        QCOMPARE(c.part("/l").session, SessionId{0x200});
    }
    void aCreateThatIsFoundOutAboutInANewSessionBelongsToThatOne() {
        ScriptedClient c;
        c.start(lock());
        c.fails(ErrorCode::ConnectionLoss);
        c.session = SessionId{0x200};
        c.hear(LinkState::Over);
        c.hear(LinkState::Up);
        c.children({});
        const std::string path = numbered(c, 0);
        c.created(path, z(5));
        c.children({nameOf(path)});
        c.hear(LinkState::Down);
        c.hear(LinkState::Up);   // the same session once more
        QVERIFY(c.part("/l").state == RecipeState::Holding && c.noted(EventKind::RecipeLost) == 1);
    }
    void inKazooItIsAdopted() {
        ScriptedClient c;
        c.start(like(RecipeLibrary::Kazoo));
        c.answer({});
        const std::string mine = nameOf(numbered(c, 2));
        c.fails(ErrorCode::ConnectionLoss);
        c.session = SessionId{0x200};
        c.hear(LinkState::Over);
        c.hear(LinkState::Up);
        c.children({mine});
        QVERIFY(c.call().op == OpCode::Exists);
        Reply found;
        found.stat.czxid = z(7);
        found.stat.ephemeralOwner = SessionId{0x100};
        c.answer(found);
        QVERIFY(c.ruled(RuleId::RecipeAdoptsOldZnode));
        QVERIFY(c.part("/l").session == SessionId{0x100} && c.part("/l").token == z(7));
        c.children({mine});
        QVERIFY(c.part("/l").state == RecipeState::Holding);
        c.hear(LinkState::Down);
        c.hear(LinkState::Up);   // the present session lives on; of the znode's it knows nothing
        QVERIFY(c.part("/l").state == RecipeState::Holding);
    }
    void kazooLooksForItsNameInEveryNewSessionAndTurn() {
        ScriptedClient c;
        RecipeOptions o = like(RecipeLibrary::Kazoo);
        o.hold = msec(5);
        o.times = 2;
        const std::string path = createdAs(c, 1, o);
        c.children({nameOf(path)});
        c.wait(msec(5));
        QVERIFY(c.call().op == OpCode::Delete);
        c.answer({});
        QVERIFY(c.call().op == OpCode::GetChildren);   // create_tried
        c.session = SessionId{0x200};
        c.fails(ErrorCode::SessionExpired);
        c.hear(LinkState::Over);
        c.hear(LinkState::Up);
        QVERIFY(c.call().op == OpCode::GetChildren);
        c.children({});
        QVERIFY(c.call().op == OpCode::Create && path.starts_with(c.call().path));
        QVERIFY(!c.ruled(RuleId::RecipeFindsNoZnode));   // there was none to be found
    }
    void withoutProtectionAnUnknownCreateIsSentAgain() {
        ScriptedClient c;
        RecipeOptions o = lock();
        o.isProtected = false;
        c.start(o);
        const Request first = c.call();
        QCOMPARE(first.path, std::string("/l/lock-"));
        c.fails(ErrorCode::ConnectionLoss);
        c.hear(LinkState::Up);
        QVERIFY(c.ruled(RuleId::RecipeCreatesBlindly) && c.call() == first);
    }
    void aHolderIsUnsureThenSureAgainOrHasLost() {
        ScriptedClient c;
        const std::string path = createdAs(c, 0, lock());
        c.children({nameOf(path)});
        c.hear(LinkState::Down);
        QVERIFY(c.part("/l").state == RecipeState::Unsure);
        c.hear(LinkState::Up);
        QVERIFY(c.part("/l").state == RecipeState::Holding && c.ruled(RuleId::LockSafeAgain));
        c.hear(LinkState::Down);
        c.hear(LinkState::Over);
        QVERIFY(c.part("/l").state == RecipeState::Lost);
        c.session = SessionId{0x200};
        c.hear(LinkState::Up);
        QVERIFY(c.calls.empty() && c.part("/l").state == RecipeState::Lost);   // it had its turn
    }
    void aHolderThatMissedTheEndOfItsSessionNoticesTheNewOne() {
        ScriptedClient c;
        const std::string path = createdAs(c, 0, lock());
        c.children({nameOf(path)});
        c.session = SessionId{0x200};
        c.hear(LinkState::Up);   // Expired was never heard: the handle was replaced
        QVERIFY(c.part("/l").state == RecipeState::Lost);
    }
    void aLeaderStepsDownAtOnceAndLooksAgain() {
        ScriptedClient c;
        const std::string path = createdAs(c, 0, like(RecipeLibrary::Curator, RecipeKind::Election));
        c.children({nameOf(path)});
        QVERIFY(c.part("/l").state == RecipeState::Starting && c.call().op == OpCode::GetData && c.call().path == path && !c.call().watch);
        Reply own;
        own.stat.ephemeralOwner = c.session;
        c.answer(own);
        QVERIFY(c.part("/l").state == RecipeState::Holding);
        c.hear(LinkState::Down);
        QVERIFY(c.ruled(RuleId::ElectionNotLeaderAtOnce) && c.part("/l").state == RecipeState::Unsure);
        c.hear(LinkState::Up);
        QVERIFY(c.call().op == OpCode::GetChildren);
        c.children({nameOf(path)});
        own.stat.ephemeralOwner = SessionId{0x300};   // somebody else's: it was never its own
        c.answer(own);
        QVERIFY(c.part("/l").state != RecipeState::Holding && c.call().op == OpCode::Create);
    }
    void aLatchListensToDeletionsOnly() {
        ScriptedClient c;
        const std::string path = createdAs(c, 1, like(RecipeLibrary::Curator, RecipeKind::Election));
        c.children({"_c_f-latch-0000000000", nameOf(path)});
        c.answer({});
        c.hear(WatchEventType::NodeDataChanged, "/l/_c_f-latch-0000000000");
        QVERIFY(c.calls.empty());
        c.hear(WatchEventType::NodeDeleted, "/l/_c_f-latch-0000000000");
        QVERIFY(c.call().op == OpCode::GetChildren);
    }
    void aDeadProcessForgetsEverything() {
        ScriptedClient c;
        createdAs(c, 0, lock());
        c.recipes.die(c.out);
        QVERIFY(c.recipes.empty() && c.ruled(RuleId::RecipeDiesWithProcess));
        QVERIFY(!c.recipes.replied(2, {}));
    }
    void onlyOneRecipeAtAPath() {
        ScriptedClient c;
        QVERIFY(c.start(lock()));
        QVERIFY(!c.start(lock()));
        QVERIFY(c.start(lock("/other")));
    }
};

QTEST_APPLESS_MAIN(TestRecipes)
#include "tst_recipes.moc"
