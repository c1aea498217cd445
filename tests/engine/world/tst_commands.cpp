// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be done is answered with one sentence and changes nothing; what can be done happens as the fault says.
#include "engine/lab/lab.h"

#include <QtTest>

#include <functional>

using namespace zab;

namespace {

Scenario ensemble(int servers) {
    Scenario s;
    s.seed = 3;
    for (int i = 1; i <= servers; ++i) s.ensemble.members.push_back({ServerId{i}});
    return s;
}

StartServers all(int servers) {
    StartServers c;
    for (int i = 1; i <= servers; ++i) c.servers.push_back(ServerId{i});
    return c;
}

void run(Lab& lab, SimTime span) {
    const SimTime end = lab.world().now() + span;
    while (lab.stepInput(end)) {}
    lab.advanceTo(end);
}

int count(const Lab& lab, EventKind kind, RuleId rule = RuleId::None) {
    int n = 0;
    for (EventId id = 0; id < lab.trace().size(); ++id) {
        const Event& e = lab.trace().at(id);
        n += e.kind == kind && (rule == RuleId::None || e.rule == rule);
    }
    return n;
}

const Replica& replica(const Lab& lab, int s) { return lab.world().host(ServerId{s}).server.replica(); }

/// The first packet between two servers that `wanted` accepts; 0 if there is none.
std::uint64_t packetWhere(const Lab& lab, const std::function<bool(const PendingInput&)>& wanted) {
    std::uint64_t found = 0;
    lab.world().pending().forEach([&](const PendingInput& in) {
        if (in.kind == InputKind::Packet && wanted(in) && (found == 0 || in.sequence < found)) found = in.sequence;
    });
    return found;
}

}  // namespace

class TestCommands : public QObject {
    Q_OBJECT

private slots:
    void senselessCommandsAreRefused_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("names");
        const std::vector<std::pair<const char*, const char*>> rows = {
            {"crash of a crashed server", "S3"}, {"unknown server", "S9"}, {"server 0", "lab"}, {"start of a running server", "S1"},
            {"start of nobody", "server"}, {"freeze of a crashed server", "S3"}, {"thaw of what is not frozen", "S1"},
            {"timeout of a crashed server", "S3"}, {"fsync of an unknown server", "S7"}, {"link to itself", "itself"},
            {"link to an unknown server", "S8"}, {"a server on two sides", "two sides"}, {"partition with an unknown server", "S6"},
            {"no such packet", "#999999"}, {"duplicate of no packet", "#999999"}, {"deliver no packet", "#999999"},
            {"delay of no packet", "#999999"}, {"unknown client", "C5"}, {"load of an unknown client", "C5"}, {"client 0", "C1"},
            {"client 201", "C200"}, {"client at an unknown server", "S9"}, {"close of an unknown client", "C4"},
            {"freeze of an unknown client", "C4"}, {"thaw of an unknown client", "C4"}};
        for (std::size_t i = 0; i < rows.size(); ++i) QTest::newRow(rows[i].first) << int(i) << QString(rows[i].second);
    }
    // C1 is there because C2 is; it has no server that it could tell.
    void whoWasNeverConnectedClosesNothing() {
        Lab lab(ensemble(3));
        QCOMPARE(lab.execute(all(3)), std::string());
        run(lab, msec(700));
        QCOMPARE(lab.execute(ConnectClient{ClientId{2}, {}, {}}), std::string());
        QCOMPARE(lab.execute(CloseClient{ClientId{1}}), std::string("C1 is not running; connect it first."));
        QCOMPARE(lab.execute(ConnectClient{ClientId{1}, {}, {}}), std::string());
        run(lab, msec(700));
        QVERIFY(lab.world().clients()[0]->client.state() == Client::State::Connected);
    }
    void senselessCommandsAreRefused() {
        QFETCH(int, which);
        QFETCH(QString, names);
        const ServerId s1{1}, s3{3};
        const std::vector<Command> commands = {
            CrashServer{s3}, CrashServer{ServerId{9}}, CrashServer{ServerId{0}}, StartServers{{s1}}, StartServers{}, FreezeServer{s3, true},
            FreezeServer{s1, false}, ForceTimeout{s3}, SetFsync{ServerId{7}, msec(1), {}}, CutLink{s1, s1}, CutLink{s1, ServerId{8}},
            Partition{{{s1}, {s1, s3}}}, Partition{{{s1}, {ServerId{6}}}}, DropPacket{999999}, DuplicatePacket{999999}, DeliverNext{999999},
            DelayPacket{999999, msec(1)}, ClientCall{ClientId{5}, {}}, ClientLoad{ClientId{5}}, ConnectClient{ClientId{0}, s1, {}},
            ConnectClient{ClientId{201}, s1, {}}, ConnectClient{ClientId{1}, ServerId{9}, {}}, CloseClient{ClientId{4}},
            FreezeClient{ClientId{4}, true}, FreezeClient{ClientId{4}, false}};
        Lab lab(ensemble(3));
        QCOMPARE(lab.execute(all(3)), std::string());
        run(lab, msec(700));
        QCOMPARE(lab.execute(CrashServer{s3}), std::string());
        const std::uint64_t trace = lab.trace().digest(), world = lab.world().digest();
        const std::int64_t step = lab.step();
        const QString why = QString::fromStdString(lab.execute(commands.at(static_cast<std::size_t>(which))));
        QVERIFY2(!why.isEmpty() && why.endsWith('.') && !why.contains('\n'), qPrintable(why));
        QVERIFY2(why.contains(names), qPrintable(why));
        QCOMPARE(lab.trace().digest(), trace);
        QCOMPARE(lab.world().digest(), world);
        QCOMPARE(lab.step(), step);
    }
    void aCrashLosesWhatWasNotFsyncedOrKeepsIt() {
        for (const bool keep : {false, true}) {
            Lab lab(ensemble(3));
            lab.execute(all(3));
            run(lab, msec(700));
            lab.execute(ConnectClient{ClientId{1}, ServerId{1}, {}});
            run(lab, msec(300));
            lab.execute(SetFsync{ServerId{2}, sec(5), {}});
            Request create;
            create.op = OpCode::Create;
            create.path = "/a";
            lab.execute(ClientCall{ClientId{1}, create});
            run(lab, msec(100));
            const Zxid appended = replica(lab, 2).disk().log.last();
            QCOMPARE(replica(lab, 2).disk().log.unsynced(), std::size_t{1});
            lab.execute(CrashServer{ServerId{2}, keep});
            QCOMPARE(replica(lab, 2).disk().log.last() == appended, keep);
            QCOMPARE(replica(lab, 2).lastProcessed().value, std::int64_t{0});   // memory is gone either way
        }
    }
    void whatIsFrozenHandlesEverythingWhenItThaws() {
        Lab lab(ensemble(3));
        lab.execute(all(3));
        run(lab, msec(700));
        lab.execute(ConnectClient{ClientId{1}, ServerId{3}, {}});
        lab.execute(FreezeServer{ServerId{1}, true});
        run(lab, msec(500));
        const Zxid before = replica(lab, 1).lastProcessed();
        QVERIFY(replica(lab, 3).lastProcessed() > before);
        lab.execute(FreezeServer{ServerId{1}, false});
        run(lab, msec(100));
        QCOMPARE(replica(lab, 1).lastProcessed().value, replica(lab, 3).lastProcessed().value);
    }
    void aOneWayCutStopsOneDirection() {
        Lab lab(ensemble(2));
        lab.execute(CutLink{ServerId{1}, ServerId{2}, true});
        lab.execute(all(2));
        run(lab, sec(2));
        const auto delivered = [&](int at) {
            int n = 0;
            for (EventId id = 0; id < lab.trace().size(); ++id)
                n += lab.trace().at(id).kind == EventKind::PacketDelivered && lab.trace().at(id).actor == ActorId(ServerId{at});
            return n;
        };
        QCOMPARE(delivered(2), 0);
        QVERIFY(delivered(1) > 0);
        QVERIFY(!replica(lab, 1).serving() && !replica(lab, 2).serving());
        lab.execute(HealAll{});
        run(lab, sec(70));
        QVERIFY(replica(lab, 1).serving() && replica(lab, 2).serving());
    }
    void aPartitionSeparatesAndHeals() {
        Lab lab(ensemble(5));
        lab.execute(all(5));
        run(lab, msec(700));
        QCOMPARE(lab.view().leader.value, 5);
        lab.execute(Partition{{{ServerId{4}, ServerId{5}}, {ServerId{1}, ServerId{2}, ServerId{3}}}});
        QVERIFY(lab.world().line(ServerId{1}, ServerId{5}).cut && lab.world().line(ServerId{5}, ServerId{1}).cut);
        QVERIFY(!lab.world().line(ServerId{1}, ServerId{2}).cut);
        run(lab, sec(40));
        QCOMPARE(lab.view().leader.value, 3);
        QVERIFY(!replica(lab, 5).serving());
        lab.execute(HealAll{});
        run(lab, sec(70));
        for (int i = 1; i <= 5; ++i) QCOMPARE(replica(lab, i).leader().value, 3);
    }
    void aDroppedPacketBreaksItsConnectionAndADroppedVoteDoesNot() {
        Lab lab(ensemble(3));
        lab.execute(all(3));
        const std::uint64_t vote = packetWhere(lab, [](const PendingInput& in) { return in.connection == 0; });
        QVERIFY(vote != 0);
        QCOMPARE(lab.execute(DropPacket{vote}), std::string());
        QCOMPARE(count(lab, EventKind::PacketLost, RuleId::PacketLostVote), 1);
        std::uint64_t packet = 0;
        while (packet == 0 && lab.stepInput(sec(5))) packet = packetWhere(lab, [](const PendingInput& in) { return in.connection != 0; });
        QVERIFY(packet != 0);
        QCOMPARE(lab.execute(DropPacket{packet}), std::string());
        QCOMPARE(count(lab, EventKind::PacketLost, RuleId::PacketDropped), 1);
        run(lab, sec(70));
        for (int i = 1; i <= 3; ++i) QVERIFY(replica(lab, i).serving());   // they come back by themselves
    }
    void aDuplicateVoteArrivesTwiceAndAPacketOnce() {
        Lab lab(ensemble(3));
        lab.execute(all(3));
        const auto isVote = [](const PendingInput& in) { return in.connection == 0; };
        int before = 0, after = 0;
        lab.world().pending().forEach([&](const PendingInput& in) { before += in.kind == InputKind::Packet && isVote(in); });
        lab.execute(DuplicatePacket{packetWhere(lab, isVote)});
        lab.world().pending().forEach([&](const PendingInput& in) { after += in.kind == InputKind::Packet && isVote(in); });
        QCOMPARE(after, before + 1);
        std::uint64_t packet = 0;
        while (packet == 0 && lab.stepInput(sec(5))) packet = packetWhere(lab, [](const PendingInput& in) { return in.connection != 0; });
        const std::size_t size = lab.world().pending().size();
        lab.execute(DuplicatePacket{packet});
        QCOMPARE(lab.world().pending().size(), size);
        QCOMPARE(count(lab, EventKind::Ignored, RuleId::PacketDuplicateDiscarded), 1);
    }
    void deliverNextKeepsTheOrderOfAConnection() {
        Lab lab(ensemble(3));
        lab.execute(all(3));
        run(lab, msec(700));
        lab.execute(ConnectClient{ClientId{1}, ServerId{3}, {}});
        run(lab, msec(100));
        lab.execute(SetLink{ServerId{3}, ServerId{1}, msec(500), {}, 0, 0});
        lab.execute(ClientLoad{ClientId{1}, 5, 10, 5});
        run(lab, msec(30));
        std::vector<std::uint64_t> queue;
        lab.world().pending().forEach([&](const PendingInput& in) {
            if (in.kind == InputKind::Packet && in.from == ActorId(ServerId{3}) && in.to == ActorId(ServerId{1}) && in.connection != 0)
                queue.push_back(in.sequence);
        });
        std::sort(queue.begin(), queue.end());
        QVERIFY(queue.size() >= 2);
        QVERIFY(!lab.execute(DeliverNext{queue.at(1)}).empty());
        QCOMPARE(lab.execute(DeliverNext{queue.at(0)}), std::string());
        const EventId since = lab.trace().size();
        lab.stepInput();
        const Event& e = lab.trace().at(since);
        QVERIFY(e.kind == EventKind::PacketDelivered && e.actor == ActorId(ServerId{1}) && e.peer == ActorId(ServerId{3}));
    }
    void whatIsLostAgainAndAgainEndsTheConnection() {
        Lab lab(ensemble(3));
        lab.execute(all(3));
        run(lab, sec(2));
        QCOMPARE(replica(lab, 3).state(), ServerState::Leading);
        for (const int s : {1, 2}) lab.execute(SetLink{ServerId{3}, ServerId{s}, msec(2), {}, 1000000, 0});
        run(lab, sec(60));
        QVERIFY(replica(lab, 3).state() == ServerState::Looking);
        for (const int s : {1, 2}) lab.execute(SetLink{ServerId{3}, ServerId{s}, msec(2), {}, 0, 0});
        run(lab, sec(100));   // new connections do not wait for what the old ones had lost
        QVERIFY(replica(lab, 1).serving() && replica(lab, 2).serving() && replica(lab, 3).serving());
    }
    void aNewProcessGetsNoPacketOfTheOldOne() {
        Lab lab(ensemble(3));
        lab.execute(StartServers{{ServerId{1}, ServerId{2}}});
        lab.execute(SetLink{ServerId{1}, ServerId{2}, msec(500), {}, 0, 0});
        lab.execute(ForceTimeout{ServerId{1}});   // a vote to S2 is on its way, for half a second
        const std::uint64_t vote = packetWhere(lab, [](const PendingInput& in) { return in.from == ActorId(ServerId{1}) && in.to == ActorId(ServerId{2}); });
        QVERIFY(vote != 0);
        lab.execute(CrashServer{ServerId{2}, false});
        lab.execute(StartServers{{ServerId{2}}});
        run(lab, msec(600));
        bool lost = false;
        for (EventId id = 0; id < lab.trace().size(); ++id) {
            const Event& e = lab.trace().at(id);
            lost |= e.kind == EventKind::PacketLost && e.rule == RuleId::PacketReceiverGone && e.args[0] == static_cast<std::int64_t>(vote);
        }
        QVERIFY(lost);
    }
    void aPartitionCutsOnlyBetweenItsSides() {
        Lab lab(ensemble(5));
        lab.execute(all(5));
        run(lab, sec(1));
        const auto isCut = [&](int a, int b) { return lab.world().line(ServerId{a}, ServerId{b}).cut && lab.world().line(ServerId{b}, ServerId{a}).cut; };
        lab.execute(CutLink{ServerId{1}, ServerId{2}});
        QCOMPARE(lab.execute(Partition{{{ServerId{1}, ServerId{2}}, {ServerId{3}}}}), std::string());
        for (int a = 1; a <= 5; ++a)
            for (int b = a + 1; b <= 5; ++b) QCOMPARE(isCut(a, b), b <= 3);   // 1-2 was cut before, nobody named 4 and 5
        QCOMPARE(count(lab, EventKind::LinkHealed), 0);
    }
};

QTEST_APPLESS_MAIN(TestCommands)
#include "tst_commands.moc"
