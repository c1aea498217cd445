// SPDX-License-Identifier: GPL-3.0-or-later
// The language: what it reads, what it writes, what it says about mistakes, and how a script is carried out.
#include "engine/script/script.h"
#include "engine/zab/rules.h"
#include "tests/engine/script/random_commands.h"

#include <QtTest>

using namespace zab;

namespace {

Script parsed(const std::string& text) {
    const auto result = parseScript(text, "t.lab");
    if (const auto* error = std::get_if<ScriptError>(&result)) {
        qWarning("%s", error->text().c_str());
        return {};
    }
    return std::get<Script>(result);
}

std::string problemOf(const std::string& text) {
    const auto result = parseScript(text, "t.lab");
    const auto* error = std::get_if<ScriptError>(&result);
    return error ? error->text() : "no error";
}

template <class T>
T commandOf(const std::string& line, int servers = 5) {
    const Script s = parsed("servers " + std::to_string(servers) + "\n" + line + "\n");
    if (s.statements.size() != 1) return T{};
    return std::get<T>(std::get<Command>(s.statements[0].what));
}

RunUntil runOf(const std::string& line) { return std::get<RunUntil>(parsed("servers 3\n" + line).statements.at(0).what); }
Expect expectOf(const std::string& line) { return std::get<Expect>(parsed("servers 3\n" + line).statements.at(0).what); }

}  // namespace

class TestScript : public QObject {
    Q_OBJECT

private slots:
    void setUp() {
        const Script s = parsed(
            "# a comment\n"
            "title \"Five \\\"servers\\\"\"   # another\n"
            "servers 5\n"
            "observers S4 S5\n"
            "seed 18446744073709551615\n"
            "latency 2ms jitter 500us\n"
            "loss 0.25%\n"
            "fsync 5ms jitter 1ms\n"
            "tick 1.5s\r\n"
            "init-limit 7\n"
            "sync-limit 3\n"
            "session-timeout 6s\n"
            "set snapshotSizeFactor -1\n"
            "set snapCount 100\n"
            "set forceSnapshotSync yes\n"
            "without fifo-links fsync-before-ack\n"
            "as in 3.4.11 ZOOKEEPER-2845\n"
            "disk S1 S2 accepted 2 current 1 log 1.1-1.3 1.5 | 2.1 snapshot 1.4 (1.1-1.3) broken torn damaged 1.2\n"
            "start all\n");
        QCOMPARE(s.title, std::string("Five \"servers\""));
        const Scenario& c = s.scenario;
        QCOMPARE(c.ensemble.serverCount(), 5);
        QVERIFY(c.ensemble.isVoter(ServerId{3}));
        QVERIFY(!c.ensemble.isVoter(ServerId{4}));
        QCOMPARE(c.seed, UINT64_MAX);
        QCOMPARE(c.network.jitter, usec(500));
        QCOMPARE(c.network.lossPpm, std::int64_t{2500});
        QCOMPARE(c.disk.fsync, msec(5));
        QCOMPARE(c.ensemble.tickTime, msec(1500));
        QCOMPARE(c.ensemble.snapshotSizeFactor, -1.0);
        QVERIFY(c.ensemble.forceSnapshotSync);
        QVERIFY(!c.ensemble.variants.holds(Seal::FifoLinks) && !c.ensemble.variants.holds(Seal::FsyncBeforeAck));
        QVERIFY(c.ensemble.variants.holds(Seal::QuorumMajority));
        QVERIFY(c.ensemble.variants.has(Defect::Zk2845) && !c.ensemble.variants.has(Defect::Zk3911));
        const DiskImage& d = c.disks.at(2);
        QVERIFY(d == c.disks.at(1));
        QCOMPARE(d.log.size(), std::size_t{2});
        QVERIFY(d.log[0] == (std::vector<Zxid>{Zxid::make(1, 1), Zxid::make(1, 2), Zxid::make(1, 3), Zxid::make(1, 5)}));
        QVERIFY(d.snapshots.at(0).broken);
        QVERIFY(d.torn);
        QVERIFY(*d.damaged == (Zxid::make(1, 2)));
        QCOMPARE(s.statements.size(), std::size_t{1});
        QCOMPARE(s.statements[0].line, 19);
    }

    void weightsAndGroups() {
        const Script s = parsed("servers 3\ngroup 1 S1 S2\ngroup 2 S3\nweights S1=2 S2=0\nstart all\n");
        QCOMPARE(s.scenario.ensemble.member(ServerId{1}).weight, 2);
        QCOMPARE(s.scenario.ensemble.member(ServerId{2}).weight, 0);
        QCOMPARE(s.scenario.ensemble.member(ServerId{3}).group, 2);
    }

    void commands() {
        QCOMPARE(commandOf<StartServers>("start all").servers.size(), std::size_t{5});
        QCOMPARE(commandOf<StartServers>("start S1 S3").servers[1].value, 3);
        QVERIFY(commandOf<CrashServer>("crash S3 keep").keepUnsynced);
        QVERIFY(!commandOf<CrashServer>("crash S3").keepUnsynced);
        QVERIFY(!commandOf<FreezeServer>("thaw S2").frozen);
        QCOMPARE(commandOf<FreezeClient>("freeze C2").client.value, 2);
        QVERIFY(!commandOf<FreezeClient>("thaw C2").frozen);
        QCOMPARE(commandOf<ForceTimeout>("force timeout S2").server.value, 2);
        QCOMPARE(commandOf<SetFsync>("fsync S2 2s").latency, sec(2));
        QVERIFY(commandOf<CutLink>("cut S1-S2 one-way").oneWay);
        QCOMPARE(commandOf<CutLink>("cut S1").b.value, 0);
        QCOMPARE(commandOf<Partition>("partition S1 S2 | S3 | S4 S5").sides.size(), std::size_t{3});
        QCOMPARE(commandOf<SetLink>("link S1-S2 loss 5%").lossPpm, std::int64_t{50000});
        QCOMPARE(commandOf<SetLink>("link S1-S2 loss 5%").latency, msec(2));   // the ensemble's
        QCOMPARE(commandOf<DelayPacket>("delay packet 17 by 50ms").by, msec(50));
        QCOMPARE(commandOf<ConnectClient>("C1 connect S2 timeout 6s").timeout, sec(6));
        QCOMPARE(commandOf<ConnectClient>("client C1 connect").server.value, 0);
        const Request create = commandOf<ClientCall>("C1 create /a \"x\" ephemeral sequential").request;
        QVERIFY(create.mode == CreateMode::EphemeralSequential);
        QCOMPARE(create.data, std::string("x"));
        const Request container = commandOf<ClientCall>("C1 create /a \"x\" container").request;
        QVERIFY(container.op == OpCode::CreateContainer && container.mode == CreateMode::Container && container.data == "x");
        QCOMPARE(commandOf<ClientCall>("C1 set /a \"y\" version 3").request.version, 3);
        QVERIFY(commandOf<ClientCall>("C1 get /a watch").request.watch);
        QCOMPARE(commandOf<ClientLoad>("C1 load outstanding 10 bytes 100 total 1000").total, std::int64_t{1000});
        QCOMPARE(commandOf<StandAt>("C1 at S2").server.value, 2);
        QCOMPARE(commandOf<StandAt>("C1 at nowhere").server.value, 0);
        QCOMPARE(commandOf<LookupService>("C1 lookup /services/orders").every, SimTime{-1});
        QCOMPARE(commandOf<LookupService>("C1 lookup /services/orders every 1s").every, sec(1));
        QCOMPARE(commandOf<SetCallbackTime>("C1 callback 5s").takes, sec(5));
        const StartRecipe lock = commandOf<StartRecipe>("C1-C100 lock /l write like kazoo unprotected hold 2s times 5");
        QVERIFY(lock.last.value == 100 && lock.options.kind == RecipeKind::ReadWriteLock && lock.options.role == RecipeRole::Write);
        QVERIFY(lock.options.like == RecipeLibrary::Kazoo && !lock.options.isProtected && lock.options.hold == sec(2) && lock.options.times == 5);
        QVERIFY(commandOf<StartRecipe>("C1 lock /l naive").options.naive);
        QVERIFY(commandOf<StartRecipe>("C1 elect /e").options.kind == RecipeKind::Election);
        QCOMPARE(commandOf<StartRecipe>("C1 enter /b count 3").options.count, std::int64_t{3});
        QVERIFY(commandOf<StartRecipe>("C1 take /q like kazoo times 4").options.role == RecipeRole::Take);
        QCOMPARE(commandOf<StartRecipe>("C1 provide /services/orders \"h:1\"").options.data, std::string("h:1"));
        QVERIFY(commandOf<LeaveRecipe>("C1 resign /e").end == RecipeEnd::Resign);
        QVERIFY(!commandOf<UseResource>("C1 use /l \"x\" unfenced").fenced);
        QCOMPARE(commandOf<ConnectClient>("C1-C200 connect S2").last.value, 200);
        const ClientCall named = commandOf<ClientCall>("C1 get /a watch \"w1\" async");
        QVERIFY(named.manner.async && named.manner.watcher == "w1");
        QVERIFY(commandOf<ClientCall>("C1 watch /a recursive \"w\"").request.watchMode == WatchMode::PersistentRecursive);
        QVERIFY(commandOf<ClientCall>("C1 unwatch /a").request.watcherType == WatcherType::Any);
        QVERIFY(commandOf<ClientCall>("C1 unwatch /a children async").request.watcherType == WatcherType::Children);
        QCOMPARE(commandOf<ClientCall>("C1 auth digest \"anna:secret\"").request.scheme, std::string("digest"));
        QCOMPARE(commandOf<Say>("say \"\\x41\\n\"").text, std::string("A\n"));
    }

    void runs() {
        QVERIFY(runOf("run 2s").what == RunUntil::What::Duration);
        QCOMPARE(runOf("run to 4.5s").time, msec(4500));
        QCOMPARE(runOf("run 100 events").count, std::int64_t{100});
        QCOMPARE(runOf("run until leader S3 within 30s").limit, sec(30));
        QVERIFY(runOf("run until commit 2.8").zxid == (Zxid::make(2, 8)));
        QVERIFY(runOf("run until commit within 1s").zxid == (Zxid{}));
        QVERIFY(runOf("run until phase DISCOVERY").phase == Phase::Discovery);
        QVERIFY(runOf("run until rule EpochIsMaxPlusOne").rule == RuleId::EpochIsMaxPlusOne);
        QVERIFY(runOf("run until S2 FOLLOWING").state == ServerState::Following);
        QVERIFY(runOf("run until C2 unsure /a within 3s").recipe == RecipeState::Unsure);
        QCOMPARE(runOf("run until C1 callback NodeDataChanged /a \"w1\"").watcher, std::string("w1"));
        QVERIFY(runOf("run until C1 callback Expired within 5s").path.empty());
        QVERIFY(runOf("run until quiet").what == RunUntil::What::Quiet);
        QVERIFY(runOf("run until no session C2 within 3s").what == RunUntil::What::NoSession && runOf("run until no session C2").client == ClientId{2});
        const auto step = std::get<StepBy>(parsed("servers 3\nstep back phase 3").statements.at(0).what);
        QVERIFY(step.back && step.size == StepSize::Phase && step.count == 3);
    }

    void expectations() {
        QCOMPARE(expectOf("expect leader S3").servers.at(0).value, 3);
        QVERIFY(expectOf("expect no leader").what == Expect::What::NoLeader);
        QCOMPARE(expectOf("expect S1 S2 FOLLOWING").servers.size(), std::size_t{2});
        QCOMPARE(expectOf("expect epoch 2").number, std::int64_t{2});
        QVERIFY(expectOf("expect S1 zxid 1.4").zxid == (Zxid::make(1, 4)));
        QCOMPARE(expectOf("expect znode /a \"x\" on S1 S2").data, std::string("x"));
        QVERIFY(!expectOf("expect znode /a").hasData);
        QVERIFY(expectOf("expect no znode /a on S1").what == Expect::What::NoZnode);
        QCOMPARE(expectOf("expect C1 reply NONODE").word, std::string("NONODE"));
        QCOMPARE(expectOf("expect C1 watch NodeDeleted /a").path, std::string("/a"));
        QCOMPARE(expectOf("expect C1 callback NodeDeleted /a").path, std::string("/a"));
        QVERIFY(expectOf("expect C1 no callback Expired").what == Expect::What::NoCallback);
        QVERIFY(expectOf("expect C1 frozen").what == Expect::What::Frozen);
        QCOMPARE(expectOf("expect C1 callback getData /a").word, std::string("getData"));
        QCOMPARE(expectOf("expect C1 at S2").servers.at(0).value, 2);
        QVERIFY(expectOf("expect C1 zxid 1.4").what == Expect::What::Seen);
        QCOMPARE(expectOf("expect C1 CONNECTED").word, std::string("CONNECTED"));
        QVERIFY(expectOf("expect no rule VoteHigherIdWins at S1").what == Expect::What::NoRule);
        QCOMPARE(expectOf("expect sync S1 TRUNC").word, std::string("TRUNC"));
        QVERIFY(expectOf("expect same trees").what == Expect::What::SameTrees);
        QCOMPARE(expectOf("expect violation Agreement").word, std::string("Agreement"));
        QVERIFY(expectOf("expect C2 holding /a").recipe == RecipeState::Holding);
        QCOMPARE(expectOf("expect holder /a C2").client.value, 2);
        QCOMPARE(expectOf("expect no holder /a").client.value, 0);
        QCOMPARE(expectOf("expect packets /a 5").number, std::int64_t{5});
        QCOMPARE(expectOf("expect C1 knows /g \"a b\"").data, std::string("a b"));
        QVERIFY(expectOf("expect C1 lookup eureka stale").number == static_cast<std::int64_t>(Registry::Eureka));
        QCOMPARE(expectOf("expect no eureka S1 \"a:1\"").data, std::string("a:1"));
        QVERIFY(expectOf("expect no eureka S1 \"a:1\"").what == Expect::What::NoEureka);
        QVERIFY(expectOf("expect no self-preservation all").what == Expect::What::NoSelfPreservation);
        QCOMPARE(expectOf("expect no session C2 on S1").client.value, 2);
    }

    void mistakes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        int number = 0;
        const auto row = [&number](const QByteArray& text, const QByteArray& sentence) {
            QTest::addRow("%d", ++number) << QString::fromUtf8(text) << QString::fromUtf8("t.lab:" + sentence);
        };
        row("", "1:1: expected a 'servers' line (how many servers there are) before the first command");
        row("start all", "1:1: expected a 'servers' line (how many servers there are) before the first command");
        row("servers 0", "1:9: expected how many servers (a number from 1 to 15), found '0'");
        row("servers 300", "1:9: expected how many servers (a number from 1 to 15), found '300'");
        row("servers 99999999999999999999999", "1:9: expected how many servers (a number from 1 to 15), found '99999999999999999999999'");
        row("servers", "1:8: expected how many servers (a number from 1 to 15), found the end of the line");
        row("servers 3 4", "1:11: expected the end of the line, found '4'");
        row("servers 3\nservers 3", "2:9: there is a 'servers' line already");
        row("servers 3\ntitle \"a\"\ntitle \"b\"", "3:1: there is a 'title' line already");
        row("servers 3\nset snapCount 5\nset commitLogCount 6\nset snapCount 7", "4:1: there is a 'snapCount' line already");
        row("servers 3\nwithout", "2:8: expected a rule that can be switched off such as fsync-before-ack, found the end of the line");
        row("servers 3\nwithout fifo", "2:9: expected a rule that can be switched off such as fsync-before-ack, found 'fifo'");
        row("servers 3\nwithout fifo-links fifo-links", "2:20: fifo-links is switched off already");
        row("servers 3\nas of 3.4.5", "2:4: expected 'in', found 'of'");
        row("servers 3\nas in 3.4", "2:7: expected a release of ZooKeeper such as 3.4.11, found '3.4'");
        row("servers 3\nas in 3.4.-1", "2:7: expected a release of ZooKeeper such as 3.4.11, found '3.4.-1'");
        row("servers 3\nas in 3.4.11 ZOOKEEPER-1", "2:14: expected a defect that can be shown such as ZOOKEEPER-2845, found 'ZOOKEEPER-1'");
        row("servers 3\nas in 3.4.12 ZOOKEEPER-2845", "2:14: 3.4.12 does not have ZOOKEEPER-2845");
        row("servers 3\nas in 9.9.9", "2:7: the lab knows no defect of 9.9.9 that can be shown");
        row("servers 3\nobservers S3\ngroup 1 S1 S2 S3\nstart all", "4:1: an observer has neither group nor weight, and S3 is one");
        row("servers 3\ndisk S1 damaged 1.3", "2:20: a damaged record stands in the log, and 1.3 does not");
        row("servers 3\ndisk S1 log 1.1-1.5 damaged 1.9", "2:32: a damaged record stands in the log, and 1.9 does not");
        row("servers 3\ndisk S1 log 1.1-1.5 damaged 1.2 damaged 1.4", "2:33: 'damaged' stands here twice");
        row("servers 3\ndisk S1 snapshot 1.4 snapshot 1.4", "2:31: '1.4' stands here twice");
        row("servers 3\ndisk S1 no-snapshot snapshot 1.4", "2:33: 'no-snapshot' and a snapshot do not go together");
        row("servers 3\ndisk S1 accepted 1 accepted 2", "2:20: 'accepted' stands here twice");
        row("servers 3\ndisk S1 accepted 2147483647", "2:18: expected an epoch (a number from 0 to 2000000000), found '2147483647'");
        row("servers 3\ndisk S1 log 2147483647.1", "2:13: an epoch is at most 2000000000 here, so that there is room for the next ones");
        row("servers 5\nstart S9", "2:7: expected a server (S1 to S5), found 'S9'");
        row("servers 5\nstart S1 S1", "2:10: 'S1' stands here twice");
        row("servers 3\nstart all\nseed 4", "3:1: set-up lines stand before the first command");
        row("servers 1\nobservers S1\nstart S1", "3:1: at least one server must vote");
        row("servers 3\nweights S1=2\nstart S1", "3:1: weights count in groups only, and there is no 'group' line for S1");
        row("servers 3\ngroup 1 S1 S2\nstart S1", "3:1: where there are groups, every voter is in one, and S3 is not");
        row("servers 3\ntitle \"abc", "2:7: this string has no closing quote");
        row("servers 3\nsay \"a\\q\"", "2:7: expected \\\", \\\\, \\n, \\t or \\xHH in a string");
        row("servers 3\nsay hello", "2:5: expected a sentence in quotes, found 'hello'");
        row("servers 3\nrun fast", "2:5: expected how long (a time such as 2s), a number of events, 'to' or 'until', found 'fast'");
        row("servers 3\nrun until rule VoteHigher", "2:16: expected the name of a rule like VoteHigherEpochWins, found 'VoteHigher'");
        row("servers 3\nrun until no leader", "2:14: expected 'session', found 'leader'");
        row("servers 3\nrun until no session S1", "2:22: expected a client (C1 to C200), found 'S1'");
        row("servers 3\nlatency 2", "2:9: expected the latency (a time such as 2s, 5ms or 500us, at most 1000000s), found '2'");
        row("servers 3\nlatency 99999999999999s", "2:9: expected the latency (a time such as 2s, 5ms or 500us, at most 1000000s), found '99999999999999s'");
        row("servers 3\nloss 101%", "2:6: expected a percentage from 0% to 100%, found '101%'");
        row("servers 3\ndisk S1 log 1.1-1.999999999", "2:13: a disk takes at most 200000 transactions");
        row("servers 3\ndisk S1 log 1.5 1.4", "2:17: the transactions of a log go upwards, and '1.4' does not follow 1.5");
        row("servers 3\ndisk S1 log 1.0", "2:13: counter 0 never belongs to a transaction");
        row("servers 3\ncut S1-S1", "2:5: a link joins two different servers");
        row("servers 3\npartition S1 S2", "2:16: expected '|' and the other side, found the end of the line");
        row("servers 3\npartition S1 | S1", "2:16: S1 stands on two sides");
        row("servers 3\nC1 fly", "2:4: expected connect, close, crash, load, callback, create, set, delete, get, exists, children, sync, watch, unwatch, auth, at, lookup or a recipe such as lock, found 'fly'");
        row("servers 3\nC1 create /a container sequential", "2:24: expected the end of the line, found 'sequential'");
        row("servers 3\nC1 create /a ephemeral container", "2:24: expected the end of the line, found 'container'");
        row("servers 3\nset containerCheckInterval 0s", "2:28: the interval must be at least 1ms");
        row("servers 3\nset containersPerMinute 0", "2:25: expected containers in a minute (a number from 1 to 60000), found '0'");
        row("servers 3\nC1 create a", "2:11: expected a path such as /a/b, found 'a'");
        row("servers 3\nC999 close", "2:1: expected a client (C1 to C200), found 'C999'");
        row("servers 3\nC1 watch /a", "2:12: expected persistent or recursive, found the end of the line");
        row("servers 3\nC1 watch a recursive", "2:10: expected a path such as /a/b, found 'a'");
        row("servers 3\nC1 unwatch /a both", "2:15: expected the end of the line, found 'both'");
        row("servers 3\nC1 auth", "2:8: expected a scheme such as digest, found the end of the line");
        row("servers 3\nC1 auth digest anna", "2:16: expected what the scheme asks for in quotes, found 'anna'");
        row("servers 3\nC1 auth digest \"a:b\" async", "2:22: expected the end of the line, found 'async'");
        row("servers 3\nC1 get /a \"w1\"", "2:11: expected the end of the line, found the string \"w1\"");
        row("servers 3\nrun until C1 callback", "2:22: expected NodeCreated, NodeDeleted, NodeDataChanged, NodeChildrenChanged, DataWatchRemoved, ChildWatchRemoved, PersistentWatchRemoved, SyncConnected, Disconnected, AuthFailed, Expired, Closed or an operation such as getData, found the end of the line");
        row("servers 3\nexpect C1 at", "2:13: expected a server (S1 to S3), found the end of the line");
        row("servers 3\nfreeze C0", "2:8: expected a client (C1 to C200), found 'C0'");
        row("servers 3\nfreeze all", "2:8: expected a server (S1 to S3), found 'all'");
        row("servers 3\nexpect C1 happy", "2:11: expected reply, watch, callback, lookup, at, zxid, knows, a state in a recipe such as holding, frozen, CONNECTED, CONNECTING, CLOSED, NOT_CONNECTED, AUTH_FAILED or no, found 'happy'");
        row("servers 3\nexpect luck", "2:8: expected what to expect: leader, epoch, znode, rule, session, sync, refused, down, same trees, violation, no, holder, notifications, reads, packets, accepted, rejected, children, eureka, self-preservation, a server or a client, found 'luck'");
        row("servers 3\nC1-C5 get /a", "2:1: only connect, close, crash and recipes are for several clients at once");
        row("servers 3\nC5-C1 connect", "2:1: expected clients such as C1-C100 (C1 to C200, the first before the last), found 'C5-C1'");
        row("servers 3\nC1-C201 connect", "2:1: expected clients such as C1-C100 (C1 to C200, the first before the last), found 'C1-C201'");
        row("servers 3\nC1 lock", "2:8: expected a path such as /a/b, found the end of the line");
        row("servers 3\nC1 lock /a gently", "2:12: expected read, write, naive, like, unprotected, hold or times, found 'gently'");
        row("servers 3\nC1 elect /a read", "2:13: expected like, unprotected, hold or times, found 'read'");
        row("servers 3\nC1 lock /a like etcd", "2:17: expected curator or kazoo, found 'etcd'");
        row("servers 3\nC1 lock /a times 3", "2:12: times needs hold: how long each turn takes");
        row("servers 3\nC1 lock /a hold 1s times 0", "2:26: expected how many turns (a number from 1 to 1000000), found '0'");
        row("servers 3\nC1 lock /a naive read", "2:12: the naive lock is an exclusive one: naive and read do not go together");
        row("servers 3\nC1 enter /b", "2:12: expected 'count', found the end of the line");
        row("servers 3\nC1 enter /b count 0", "2:19: expected how many have to come (a number from 1 to 200), found '0'");
        row("servers 3\nC1 offer /q", "2:12: expected the element in quotes, found the end of the line");
        row("servers 3\nC1 join /g \"a/b\"", "2:12: a member has the name of a znode, without a slash");
        row("servers 3\nC1 join /g \"..\"", "2:12: a member has the name of a znode, without a slash");
        for (const char* bad : {"\"\"", "\"a\"", "/a/", "//a", "/x/./y", "\"/\\x00\""})
            for (const char* what : {"lock %", "elect %", "enter % count 2", "offer % \"x\"", "take %", "join %", "configure %", "provide %", "discover %", "barrier %", "release %", "use %", "watch % recursive", "unwatch % any"})
                row("servers 3\nC1 " + QByteArray(what).replace('%', bad), "2:" + QByteArray::number(4 + QByteArray(what).indexOf('%')) + ": the client library refuses this path: it begins with '/', does not end with it, and no part is empty, '.' or '..'");
        row("servers 3\nC1 take /q times many", "2:18: expected how many elements (a number from 1 to 1000000), found 'many'");
        row("servers 3\nC1 configure", "2:13: expected a path such as /a/b, found the end of the line");
        row("servers 3\nC1 use lock", "2:8: expected a path such as /a/b, found 'lock'");
        row("servers 3\nexpect C1 holding", "2:18: expected a path such as /a/b, found the end of the line");
        row("servers 3\nexpect notifications /a many", "2:25: expected how many (a number from 0 to 1000000000), found 'many'");
        row("servers 3\nrun until C1 happy /a", "2:14: expected callback, starting, waiting, holding, unsure, lost or done, found 'happy'");
        row("servers 3\nfrobnicate", "2:1: expected a command such as start, crash, cut, C1, run, expect or say, found 'frobnicate'");
        row("servers 3\neureka\neureka", "3:1: there is a 'eureka' line already");
        row("servers 3\nset eurekaLease 5s\nstart all", "3:1: there is a setting of Eureka, but no 'eureka' line");
        row("servers 3\neureka\nset eurekaRenewalPercent 101", "3:26: expected a share of the renewals in percent (a number from 1 to 100), found '101'");
        row("servers 3\neureka\nset eurekaRenewal 0s", "3:19: the interval must be at least 1ms");
        row("servers 3\nC1 at S9", "2:7: expected a server (S1 to S3), found 'S9'");
        row("servers 3\nC1 provide /a \"b c\"", "2:15: an address has 1 to 100 bytes and no spaces, such as \"orders1:8080\"");
        for (const char* bad : {"h", ":", "h:", "h:http", "h:080", "h:0", "h:65536", ":80", "h:-1"})
            row("servers 3\nC1 provide /a \"" + QByteArray(bad) + "\"", "2:15: an address has a host and a port from 1 to 65535, such as \"orders1:8080\"");
        row("servers 3\nC1 lookup /", "2:11: a service has a valid path without spaces, such as /services/orders");
        row("servers 3\nC1 lookup /a every 1ms", "2:20: a lookup comes at most every 10ms (0s ends them)");
        row("servers 3\nexpect C1 lookup nacos fresh", "2:18: expected zookeeper, zookeeper-cache or eureka, found 'nacos'");
        row("servers 3\nexpect C1 lookup eureka old", "2:25: expected answered, fresh, stale, refused, found, retried or lost, found 'old'");
        row("servers 3\nset colour 4", "2:5: expected the name of a setting such as snapCount, found 'colour'");
        row("servers 3\nsay \"\xe4\xbd\xa0\" \xe5\xa5\xbd", "2:9: expected the end of the line, found '\xe5\xa5\xbd'");
    }
    void mistakes() {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(problemOf(text.toStdString())), sentence);
    }

    void aByteOrderMarkIsNoText() { QCOMPARE(problemOf("\xef\xbb\xbfservers 3\nstart all"), std::string("no error")); }
    void bytesThatAreNoText() {
        QCOMPARE(problemOf("servers 3\n# \xff\n"), std::string("t.lab:2:3: this is not UTF-8 text"));
        QCOMPARE(problemOf(std::string("servers 3\nstart\0 all", 20)), std::string("t.lab:2:6: a control character is not allowed here"));
        QCOMPARE(problemOf("servers 3\nsay \"\x01\""), std::string("t.lab:2:6: a control character is not allowed here"));
    }

    void longTokensAreShortened() {
        const std::string problem = problemOf("servers 3\n" + std::string(100000, 'x'));
        QVERIFY(problem.size() < 200);
        QVERIFY(QString::fromStdString(problem).contains("..."));
    }

    void formatAndParseAgree() {
        testing::RandomCommands random(1);
        for (int round = 0; round < 300; ++round) {
            const Scenario scenario = random.scenario();
            std::vector<LoggedCommand> commands;
            SimTime now;
            std::int64_t step = 0;
            for (int i = 0; i < 20; ++i) {
                now += random.time();
                step += random.between(0, 100);
                LoggedCommand c;
                c.step = step;
                c.command = random.command();
                c.time = now;
                commands.push_back(c);
            }
            const std::string title = random.text();
            const std::string text = formatScript(scenario, commands, title);
            const auto result = parseScript(text, "t.lab");
            if (const auto* error = std::get_if<ScriptError>(&result)) QFAIL((error->text() + "\n" + text).c_str());
            const Script& script = std::get<Script>(result);
            QCOMPARE(script.title, title);
            QVERIFY2(script.scenario == scenario, text.c_str());
            QCOMPARE(script.statements.size(), commands.size() * 2);
            for (std::size_t i = 0; i < commands.size(); ++i) {
                const auto& at = std::get<RunUntil>(script.statements[2 * i].what);
                QCOMPARE(at.time, commands[i].time);
                QCOMPARE(std::max<std::int64_t>(at.count, 0), commands[i].step);
                QVERIFY2(std::get<Command>(script.statements[2 * i + 1].what) == commands[i].command, formatCommand(commands[i].command).c_str());
                const auto line = parseLine(formatCommand(commands[i].command), scenario);
                QVERIFY2(std::holds_alternative<Statement>(line), formatCommand(commands[i].command).c_str());
            }
            QCOMPARE(formatScript(script.scenario, commands, title), text);
        }
    }

    void theConsoleTakesOneLine() {
        const Scenario scenario = parsed("servers 3\nstart all").scenario;
        QVERIFY(std::holds_alternative<Statement>(parseLine("crash S3", scenario)));
        const auto text = [&](const char* line) {
            const auto result = parseLine(line, scenario);
            const auto* error = std::get_if<ScriptError>(&result);
            return error ? error->text() : "no error";
        };
        QCOMPARE(text("servers 5"), std::string("column 1: set-up lines stand in a file, before the first command"));
        QCOMPARE(text("crash S4"), std::string("column 7: expected a server (S1 to S3), found 'S4'"));
        QCOMPARE(text(""), std::string("column 1: expected a command, found the end of the line"));
        QCOMPARE(text("at 2s crash S1"), std::string("column 1: 'at' stands in a file"));
    }

    void runnerTellsFailedExpectationsFromBadInput() {
        const auto play = [](const std::string& text, QString& out) {
            const Script script = parsed(text);
            Lab lab(script.scenario);
            ScriptRunner runner(script, lab);
            while (!runner.atEnd() && runner.step()) {}
            out = runner.error() ? "error " + QString::fromStdString(runner.error()->text()) : QString();
            for (const ExpectationFailure& f : runner.failures())
                out += QString("%1 %2: %3").arg(f.line).arg(QString::fromStdString(f.expectation), QString::fromStdString(f.seen));
        };
        QString out;
        play("servers 3\nstart all\nrun until leader\nexpect leader S3\nexpect no violation", out);
        QCOMPARE(out, QString());
        play("servers 3\nstart all\nrun until leader\nexpect leader S1", out);
        QCOMPARE(out, QString("4 expect leader S1: S3 leads"));
        play("servers 3\nstart S1\nrun until leader within 2s", out);
        QVERIFY(out.startsWith("3 run until leader within 2s: expected an established leader within 2s, but at 2.0"));
        play("servers 3\nstart all\ncrash S1\ncrash S1", out);
        QCOMPARE(out, QString("error t.lab:4:1: S1 is not running."));
        play("servers 3\nstart all\nrun 2s\nrun to 1s", out);
        QCOMPARE(out, QString("error t.lab:4:1: the time 1.000000s has passed already, it is 2.000000s"));
        play("servers 3\nstart all\nat 2s after 5 crash S1\n", out);
        QVERIFY(out.startsWith("error t.lab:3:1: this run does not come to step 5 at 2.000000s"));
    }
};

QTEST_APPLESS_MAIN(TestScript)
#include "tst_script.moc"
