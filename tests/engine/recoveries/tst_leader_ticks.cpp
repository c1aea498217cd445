// SPDX-License-Identifier: GPL-3.0-or-later
// When the leader counts its quorum, and who counts (Leader.lead, LearnerHandler.synced; protocol reference §3.8).
#include "engine/lab/lab.h"

#include <QTest>

using namespace zab;

namespace {

Scenario ensembleOfThree() {
    Scenario s;
    for (int i = 1; i <= 3; ++i) {
        s.ensemble.members.push_back({ServerId{i}});
        s.disks[i].acceptedEpoch = s.disks[i].currentEpoch = 1;
    }
    s.ensemble.tickTime = msec(200);
    s.ensemble.initLimit = 15;
    s.ensemble.syncLimit = 2;
    s.disks[1].log = s.disks[2].log = {{Zxid::make(1, 1), Zxid::make(1, 2)}};
    s.disks[3].log = {{Zxid::make(1, 1)}};
    return s;
}

const Event* last(const Lab& lab, EventKind kind) {
    for (EventId id = lab.trace().size() - 1; id >= 0; --id)
        if (lab.trace().at(id).kind == kind) return &lab.trace().at(id);
    return nullptr;
}

bool runTo(Lab& lab, EventKind kind, ServerId at) {
    for (int i = 0; i < 20000 && lab.stepInput(); ++i)
        if (const Event* e = last(lab, kind); e && e->actor == ActorId(at)) return true;
    return false;
}

}  // namespace

class TestLeaderTicks : public QObject {
    Q_OBJECT
private slots:
    void countsItsQuorumOnceATick();
    void aLearnerThatIsJoiningCounts();
};

void TestLeaderTicks::countsItsQuorumOnceATick() {
    Lab lab(ensembleOfThree());
    QCOMPARE(lab.execute(StartServers{{ServerId{1}, ServerId{2}}}), std::string());
    QVERIFY(runTo(lab, EventKind::LeaderEstablished, ServerId{2}));
    const SimTime established = lab.world().now();
    QCOMPARE(lab.execute(CrashServer{ServerId{1}, true}), std::string());
    QVERIFY(runTo(lab, EventKind::QuorumLost, ServerId{2}));
    QCOMPARE((lab.world().now() - established).us, msec(200).us);   // not at half a tick, when it only pings
}

// Its limit is initLimit + syncLimit from when it came; syncLimit alone holds from its NEWLEADER ack on.
void TestLeaderTicks::aLearnerThatIsJoiningCounts() {
    Lab lab(ensembleOfThree());
    QCOMPARE(lab.execute(StartServers{{ServerId{1}, ServerId{2}}}), std::string());
    QVERIFY(runTo(lab, EventKind::ServerServing, ServerId{1}));
    QCOMPARE(lab.execute(SetFsync{ServerId{3}, msec(1500), {}}), std::string());
    QCOMPARE(lab.execute(StartServers{{ServerId{3}}}), std::string());
    QVERIFY(runTo(lab, EventKind::FsyncStarted, ServerId{3}));   // it persists what it lacked
    QCOMPARE(lab.execute(CrashServer{ServerId{1}, true}), std::string());
    QVERIFY(runTo(lab, EventKind::ServerServing, ServerId{3}));
    QVERIFY(!last(lab, EventKind::QuorumLost));
    QCOMPARE(lab.view().leader.value, 2);
    QCOMPARE(lab.view().epoch, Epoch{2});
}

QTEST_APPLESS_MAIN(TestLeaderTicks)
#include "tst_leader_ticks.moc"
