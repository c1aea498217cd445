// SPDX-License-Identifier: GPL-3.0-or-later
// The leader's ContainerManager (§5.2): when it looks, what it finds, how fast it deletes, and what becomes of it with another leader.
#include "tests/engine/zab/paper_play.h"

#include <string>
#include <vector>

using namespace zab;
using namespace zab::paper;

namespace {

constexpr SimTime kEvery = msec(60000);

/// Three servers, S3 leads, C1 is connected to S1.
Play withClient(int perMinute = 10000) {
    Scenario s = Play::scenario(3, {}, 0);
    s.ensemble.containersPerMinute = perMinute;
    Play p(std::move(s));
    p.start({1, 2, 3});
    p.run(sec(2));
    p.connect(1, 1);
    p.run(msec(200));
    return p;
}

void makeContainer(Play& p, const std::string& path) {
    Request r = create(path, CreateMode::Container);
    r.op = OpCode::CreateContainer;
    p.call(1, r);
    p.run(msec(100));
}

/// It has had a child.
void makeUsed(Play& p, const std::string& path) {
    makeContainer(p, path);
    p.call(1, create(path + "/x"));
    p.call(1, ask(OpCode::Delete, path + "/x"));
    p.run(msec(100));
}

struct Found { SimTime time; std::string path; };
std::vector<Found> found(const Play& p, int server) {
    std::vector<Found> all;
    for (EventId id = 0; id < p.now(); ++id)
        if (p.at(id).rule == RuleId::ContainerIsEmpty && p.at(id).actor.value == server) all.push_back({p.at(id).time, p.lab.trace().text(p.at(id).text)});
    return all;
}

SimTime leadsSince(const Play& p, int server) { return p.at(p.ruled(0, RuleId::SessionsRestarted, server)).time; }

}  // namespace

class TestContainers : public QObject {
    Q_OBJECT

private slots:
    void itLooksAtFixedTimesFromTheLeadersBeginningOn() {
        Play p = withClient();
        makeUsed(p, "/a");
        const SimTime begin = leadsSince(p, 3);
        p.run(begin + kEvery - p.lab.world().now() - msec(1));
        QVERIFY(found(p, 3).empty() && p.tree(3).find("/a"));
        p.run(msec(1));
        QCOMPARE(found(p, 3).size(), std::size_t{1});
        QCOMPARE(found(p, 3).front().time.us, (begin + kEvery).us);
        p.run(msec(100));
        for (int s = 1; s <= 3; ++s) QVERIFY(!p.tree(s).find("/a") && !p.tree(s).hasContainers());
        QVERIFY(found(p, 1).empty() && found(p, 2).empty());   // only the leader looks
        p.run(sec(20));
        makeUsed(p, "/b");   // made between two looks: the times stay
        p.run(kEvery);
        QCOMPARE(found(p, 3).back().time.us, (begin + kEvery * 2).us);
        QVERIFY(p.sound());
    }
    void itDeletesSoManyAMinuteAndSeesWhoWasFaster() {
        Play p = withClient(60);
        for (const char* path : {"/a", "/b", "/c"}) makeUsed(p, path);
        p.run(leadsSince(p, 3) + kEvery - p.lab.world().now() + msec(500));
        QCOMPARE(found(p, 3).size(), std::size_t{1});   // the others wait for their second
        p.call(1, create("/b/y"));
        p.run(sec(5));
        const std::vector<Found> all = found(p, 3);
        QCOMPARE(all.size(), std::size_t{3});
        for (std::size_t i = 0; i < all.size(); ++i) {
            QCOMPARE(all[i].path, std::string(1, '/') + static_cast<char>('a' + static_cast<int>(i)));
            QCOMPARE((all[i].time - all[0].time).us, sec(1).us * static_cast<std::int64_t>(i));
        }
        const EventId refused = p.find(0, [](const Event& e) { return e.rule == RuleId::RequestFails && e.args[0] == static_cast<std::int64_t>(OpCode::DeleteContainer); });
        QVERIFY(refused != kNoEvent);
        QCOMPARE(p.at(refused).args[1], static_cast<std::int64_t>(ErrorCode::NotEmpty));
        QVERIFY(!p.tree(1).find("/a") && p.tree(1).find("/b/y") && !p.tree(1).find("/c"));
        p.call(1, ask(OpCode::Delete, "/b/y"));
        p.run(kEvery);
        QVERIFY(!p.tree(1).find("/b"));   // a later look finds it empty
        QVERIFY(p.sound());
    }
    void theNextLeaderBeginsItsOwnTimesAndKnowsTheContainers() {
        Play p = withClient(60);
        for (const char* path : {"/a", "/b"}) makeUsed(p, path);
        p.run(leadsSince(p, 3) + kEvery - p.lab.world().now() + msec(500));   // /a is gone, /b is still on the list
        p.command(CrashServer{ServerId{3}});
        p.run(sec(30));
        QCOMPARE(p.replica(2).state(), ServerState::Leading);
        QVERIFY(p.tree(2).containers() == std::vector<std::string>{"/b"});   // the list went with the old leader, the container did not
        p.start({3});   // from its disk
        p.run(sec(5));
        QVERIFY(p.tree(3).containers() == std::vector<std::string>{"/b"});
        p.run(kEvery);
        QCOMPARE(found(p, 2).size(), std::size_t{1});
        QCOMPARE(found(p, 2).front().time.us, (leadsSince(p, 2) + kEvery).us);
        for (int s = 1; s <= 3; ++s) QVERIFY(!p.tree(s).find("/b"));
        QVERIFY(p.sound());
    }
    void whatNeverHadAChildStays() {
        Play p = withClient();
        makeContainer(p, "/a");
        makeContainer(p, "/b");
        p.call(1, create("/b/x", CreateMode::Ephemeral));
        p.run(kEvery * 2);
        QVERIFY(found(p, 3).empty());
        const EventId stays = p.ruled(0, RuleId::ContainerNeverUsed, 3);
        QVERIFY(stays != kNoEvent && p.lab.trace().text(p.at(stays).text) == "/a");
        p.command(CloseClient{ClientId{1}});   // the ephemeral goes with its session, the container after it
        p.run(kEvery);
        QVERIFY(p.tree(3).find("/a") && !p.tree(3).find("/b"));
    }
    void whoWatchesIsTold() {
        Play p = withClient();
        makeUsed(p, "/a");
        p.connect(2, 2);
        p.run(msec(100));
        p.call(2, ask(OpCode::Exists, "/a", true));
        p.run(msec(100));
        QVERIFY(!p.client(2).lastReply().stat.ephemeralOwner);
        p.run(kEvery);
        const EventId told = p.find(0, [](const Event& e) { return e.kind == EventKind::ClientWatchEvent && e.actor == ActorId(ClientId{2}); });
        QVERIFY(told != kNoEvent && p.at(told).args[1] == static_cast<std::int64_t>(WatchEventType::NodeDeleted));
    }
};

QTEST_APPLESS_MAIN(TestContainers)
#include "tst_containers.moc"
