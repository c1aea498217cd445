// SPDX-License-Identifier: GPL-3.0-or-later
// No rule is a promise only: every one of rules_list.h decides somewhere in what the tests play. What no scenario, recording or
// random run leads to is asked for by a history of its own; what only a packet that no faithful server sends can cause, by a
// replica that is spoken to directly.
#include "engine/script/script.h"
#include "tests/engine/recoveries/recovery_replay.h"
#include "tests/engine/simulation/random_run.h"
#include "tests/engine/zab/one_replica.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

#include <bitset>

using namespace zab;
using namespace zab::paper;

namespace {

using Rules = std::bitset<static_cast<std::size_t>(RuleId::Count_)>;

void collect(const Trace& trace, Rules& hit) {
    for (EventId id = 0; id < trace.size(); ++id) hit.set(static_cast<std::size_t>(trace.at(id).rule));
}

void play(const std::string& text, const std::string& name, Rules& hit) {
    const auto parsed = parseScript(text, name);
    if (const auto* error = std::get_if<ScriptError>(&parsed)) QFAIL(error->text().c_str());
    const Script& script = std::get<Script>(parsed);
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    collect(lab.trace(), hit);
}

void playFolder(const QString& folder, Rules& hit) {
    const QDir dir(QStringLiteral(ZAB_SOURCE_DIR "/") + folder);
    const QStringList names = dir.entryList({QStringLiteral("*.lab")}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString& name : names) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        play(file.readAll().toStdString(), name.toStdString(), hit);
    }
}

void playRecordings(const QString& fileName, Rules& hit) {
    QFile file(QStringLiteral(ZAB_SOURCE_DIR "/tests/engine/recoveries/") + fileName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue& c : all[QLatin1String("cases")].toArray()) {
        recoveries::Replay replay(c.toObject(), all[QLatin1String("settings")].toObject(), {});
        replay.run();
        collect(replay.trace(), hit);
    }
}

void collect(One& one, Rules& hit) {
    one.begin();
    for (const RuleId rule : one.ruled) hit.set(static_cast<std::size_t>(rule));
}

// Words that no faithful server says, or not at that moment. The rules are there because the wire does not forbid them.
void looking(Rules& hit) {
    One s(3, 1);
    s.hear(2, {ServerId{2}, Zxid{-1}, 0, 1, ServerState::Looking});
    s.hear(2, vote(7, 1, ServerState::Looking));
    s.hear(2, vote(2, 1, ServerState::Observing));
    collect(s, hit);
}
void following(Rules& hit) {
    One s = serving();
    s.fromLeader(Commit{Zxid::make(1, 9)});
    s.fromLeader(Proposal{txn(Zxid::make(1, 1))});
    s.fromLeader(Proposal{txn(Zxid::make(1, 3))});
    s.fromLeader(Commit{Zxid::make(1, 3)});
    collect(s, hit);
}
void observing(Rules& hit) {
    One s = serving(true);
    s.fromLeader(Proposal{txn(Zxid::make(1, 1))});
    collect(s, hit);
}
/// S3 leads S1, S2 (and the observer S4 of four): acks that come out of turn.
void leading(Rules& hit) {
    One s(4, 3, 4);
    s.hear(1, vote(3, 1, ServerState::Looking));
    s.hear(2, vote(3, 1, ServerState::Looking));
    s.timer(TimerKind::FinalizeWait, msec(300));
    for (const int learner : {1, 2, 4}) s.receive(learner, 1, FollowerInfo{0, learner == 4});
    for (const int learner : {1, 2, 4}) s.receive(learner, 1, AckEpoch{Zxid{}, 0});
    s.receive(1, 1, Ack{Zxid::make(9, 0)});   // of another NEWLEADER
    s.receive(2, 1, Ack{Zxid::make(1, 0)});
    s.receive(4, 1, Ack{Zxid::make(1, 0)});
    for (int i = 0; i < 3; ++i) s.replica.propose(s.config, s.app, {}, {}, 0, std::make_shared<Bytes>(), s.out);
    s.receive(4, 1, Ack{Zxid::make(1, 1)});
    s.receive(2, 1, Ack{Zxid::make(1, 9)});
    s.receive(1, 1, Ack{Zxid::make(1, 2)});
    s.receive(2, 1, Ack{Zxid::make(1, 2)});
    collect(s, hit);
}
/// A snapshot ends whose beginning was cut away meanwhile.
void snapshotOfTheCut(Rules& hit) {
    One s = serving();
    s.config.curedRecovery = true;
    s.replica.snapshotDone(s.config, s.app, Zxid::make(1, 5), s.out);
    collect(s, hit);
}

}  // namespace

class TestRules : public QObject {
    Q_OBJECT

private slots:
    void everyRuleDecidesSomewhere() {
        Rules hit;
        playFolder(QStringLiteral("resources/scenarios"), hit);
        playFolder(QStringLiteral("resources/lessons"), hit);
        playFolder(QStringLiteral("resources/exhibits"), hit);
        playFolder(QStringLiteral("tests/engine/zab/rules"), hit);
        playRecordings(QStringLiteral("recoveries.json"), hit);
        playRecordings(QStringLiteral("derived.json"), hit);
        for (std::uint64_t seed = 1; seed <= 400; ++seed) {
            simulation::RandomRun run(seed, seed % 2 == 0);
            run.play();
            collect(run.lab().trace(), hit);
        }
        looking(hit);
        following(hit);
        observing(hit);
        leading(hit);
        snapshotOfTheCut(hit);
        QStringList never;
        for (std::size_t r = 1; r < hit.size(); ++r)
            if (!hit.test(r)) never << QString::fromUtf8(ruleInfo(static_cast<RuleId>(r)).id.data());
        QVERIFY2(never.isEmpty(), qPrintable("rules that never decide: " + never.join(QLatin1Char(' '))));
    }
};

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
