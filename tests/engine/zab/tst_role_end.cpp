// SPDX-License-Identifier: GPL-3.0-or-later
// What the disk has and what it has not, when a role or a process ends (§2.6, §3.10), and who joins a running round (§2.4).
#include "tests/engine/zab/paper_play.h"

using namespace zab;
using namespace zab::paper;

namespace {

/// Three servers, S3 leads, C1 is connected there, nothing is on its way.
Play led() {
    Play p(3);
    p.start({1, 2, 3});
    p.run(sec(1));
    p.connect(1, 3);
    p.run(sec(1));
    return p;
}
std::int64_t lost(const Play& p, EventId since, int server) {
    const EventId crash = p.find(since, EventKind::ServerCrashed, server);
    return crash == kNoEvent ? -1 : p.at(crash).args[0];
}

}  // namespace

class TestRoleEnd : public QObject {
    Q_OBJECT

private slots:
    void aRoleEndsWhenTheDiskHasTheLog() {
        Play p = led();
        p.command(SetFsync{{}, sec(60), {}});
        const EventId since = p.now();
        p.call(1, create("/a"));
        p.run(msec(100));
        p.command(ForceTimeout{ServerId{1}});
        QVERIFY(p.ruled(since, RuleId::RoleEndWaitsForDisk, 1) != kNoEvent);
        p.run(sec(30));
        QCOMPARE(p.ruled(since, RuleId::RoundBegins, 1), kNoEvent);   // still waiting
        QCOMPARE(p.replica(1).state(), ServerState::Following);      // and says so
        p.run(sec(31));
        const EventId done = p.find(since, EventKind::FsyncDone, 1);
        QVERIFY(done != kNoEvent && p.ruled(since, RuleId::RoundBegins, 1) > done);
    }
    void aCrashDuringThatWaitLosesTheLog() {
        Play p = led();
        p.command(SetFsync{{}, sec(60), {}});
        const EventId since = p.now();
        p.call(1, create("/a"));
        p.run(msec(100));
        p.command(ForceTimeout{ServerId{1}});
        p.command(CrashServer{ServerId{1}, false});
        QCOMPARE(lost(p, since, 1), std::int64_t{1});
    }
    void theKernelWritesWhileTheProcessIsFrozen() {
        Play p = led();
        const EventId since = p.now();
        p.call(1, create("/a"));
        while (p.find(since, EventKind::FsyncStarted, 1) == kNoEvent) QVERIFY(p.lab.stepInput());
        p.command(FreezeServer{ServerId{1}, true});
        p.run(sec(8));
        p.command(CrashServer{ServerId{1}, false});
        QCOMPARE(lost(p, since, 1), std::int64_t{0});
        int closed = 0;
        for (EventId id = since; id < p.now(); ++id)
            closed += p.at(id).kind == EventKind::PacketSent && p.at(id).message == MessageType::Disconnect && p.at(id).actor.value == 1 &&
                      p.at(id).peer.value == 3;
        QCOMPARE(closed, 1);   // one connection, one CLOSE
    }
    // S3 has no UPTODATE yet, so its vote still has the old epoch. recvset compares the id alone: S5 joins.
    void theRunningRoundIsJoinedByIdAlone() {
        Play p(5);
        p.start({1, 2, 3, 4});
        while (p.replica(4).state() != ServerState::Leading) QVERIFY(p.lab.stepInput());
        p.command(CutLink{ServerId{4}, ServerId{3}, true});
        while (p.lab.view().leader.value != 4) QVERIFY(p.lab.stepInput());
        p.run(sec(1));
        p.command(FreezeServer{ServerId{2}, true});
        p.run(msec(100));
        const EventId since = p.now();
        p.start({5});
        p.run(sec(2));
        QVERIFY(p.ruled(since, RuleId::ElectionJoinsRunningRound, 5) != kNoEvent);
        QCOMPARE(p.replica(5).state(), ServerState::Following);
    }
};

QTEST_APPLESS_MAIN(TestRoleEnd)
#include "tst_role_end.moc"
