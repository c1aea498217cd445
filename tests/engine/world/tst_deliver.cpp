// SPDX-License-Identifier: GPL-3.0-or-later
// An input that is named by what it is comes next, whatever its time; a run of such lines is a document like any other.
#include "engine/base/prng.h"
#include "engine/script/script.h"
#include "tests/engine/script_of.h"

#include <QtTest>

using namespace zab;
using zab::tests::scriptOf;

namespace {

/// Plays a script that must go well.
void play(Lab& lab, const Script& script) {
    ScriptRunner runner(script, lab);
    while (!runner.atEnd())
        if (!runner.step()) qFatal("%s", runner.error() ? runner.error()->text().c_str() : runner.failures().front().expectation.c_str());
}

std::string command(Lab& lab, const std::string& line) {
    const auto parsed = parseLine(line, lab.scenario());
    if (const auto* error = std::get_if<ScriptError>(&parsed)) return error->message;
    return lab.execute(std::get<Command>(std::get<Statement>(parsed).what), line);
}

/// The names of everything that may come next, with their numbers.
std::vector<InputName> enabled(const World& world) {
    std::vector<InputName> names;
    world.pending().forEach([&](const PendingInput& in) {
        InputName name = nameOf(in);
        if (std::find(names.begin(), names.end(), name) != names.end()) return;
        for (; world.find(name); ++name.number) names.push_back(name);
    });
    std::sort(names.begin(), names.end(), [](const InputName& a, const InputName& b) { return toString(a) < toString(b); });
    return names;
}

constexpr const char* kLeader = "servers 3\nseed 5\nstart all\nrun until leader\nrun 1s\nC1 connect S2\nC2 connect S1\nrun 1250ms\n";

}  // namespace

class TestDeliver : public QObject {
    Q_OBJECT

private slots:
    void anyOrderIsADocument() {
        const Script script = scriptOf(kLeader);
        Lab lab(script.scenario);
        play(lab, script);
        Prng random(7);
        int late = 0;
        for (int i = 0; i < 600; ++i) {
            if (i % 40 == 0) QCOMPARE(command(lab, "C1 create /a" + std::to_string(i)), std::string());
            if (i == 100) QCOMPARE(command(lab, "crash S1"), std::string());
            if (i == 200) QCOMPARE(command(lab, "start S1"), std::string());
            if (i % 50 == 25) QCOMPARE(command(lab, "pass 30ms"), std::string());
            const auto names = enabled(lab.world());
            const InputName& name = names[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(names.size())))];
            const SimTime now = lab.world().now(), due = lab.world().find(name)->due;
            const std::int64_t step = lab.step();
            const std::string line = "deliver " + toString(name);
            QCOMPARE(command(lab, line), std::string());
            QCOMPARE(lab.step(), step + 1);
            QCOMPARE(lab.world().now().us, std::max(now, due).us);
            QVERIFY(lab.nextDue() >= lab.world().now());
            late += due < now;
        }
        QVERIFY2(late > 100, qPrintable(QString::number(late)));
        QVERIFY(lab.checker().violations().empty());

        // The commands at their steps leave the same trace, and stepping back and forth does as well.
        const std::string text = formatScript(lab.scenario(), lab.commands(), "again");
        const Script saved = scriptOf(text);
        Lab again(saved.scenario);
        play(again, saved);
        QCOMPARE(formatScript(again.scenario(), again.commands(), "again"), text);
        QCOMPARE(again.world().digest(), lab.world().digest());
        const std::uint64_t digest = again.trace().digest();
        const std::int64_t end = again.step();
        again.seek(end - 300);
        again.seek(end);
        QCOMPARE(again.trace().digest(), digest);

        // What was overtaken comes late, and nothing is stuck.
        for (int i = 0; i < 5000; ++i) QVERIFY(again.stepInput());
    }

    void aConnectionKeepsItsOrder() {
        for (const bool fifo : {true, false}) {
            const Script script = scriptOf(std::string(fifo ? "" : "without fifo-links\n") + "latency 2ms jitter 0us\n" + kLeader);
            Lab lab(script.scenario);
            play(lab, script);
            for (const std::string name : {"/a", "/b"}) {
                QCOMPARE(command(lab, "C1 create " + name), std::string());
                QCOMPARE(command(lab, "deliver request C1-S2"), std::string());
                QCOMPARE(command(lab, "deliver REQUEST S2-S3"), std::string());
            }
            const std::string second = toString(nameOf(*lab.world().find({InputKind::Packet, MessageType::Proposal, {}, ServerId{3}, ServerId{1}})));
            const Zxid newest = lab.world().host(ServerId{3}).server.replica().nextZxid(lab.scenario().ensemble).previous();
            const InputName last{InputKind::Packet, MessageType::Proposal, newest, ServerId{3}, ServerId{1}};
            QVERIFY(toString(last) != second);
            QCOMPARE(lab.world().find(last) != nullptr, !fifo);
            QCOMPARE(command(lab, "deliver " + toString(last)).empty(), !fifo);
        }
    }

    void whatCannotComeNextIsRefused() {
        const Script script = scriptOf(kLeader);
        Lab lab(script.scenario);
        play(lab, script);
        const std::int64_t step = lab.step();
        QCOMPARE(command(lab, "deliver S2 fsync"), std::string("No such input may come next: S2 fsync."));
        QCOMPARE(command(lab, "deliver PROPOSAL 1.9 S1-S2 number 2"), std::string("No such input may come next: PROPOSAL 1.9 S1-S2 number 2."));
        QCOMPARE(command(lab, "drop C1-S2"), std::string("expected a packet such as PROPOSAL 1.1 S1-S2, found 'C1-S2'"));
        QCOMPARE(lab.step(), step);
    }

    void aPacketIsLostByItsName() {
        const Script script = scriptOf(kLeader);
        Lab lab(script.scenario);
        play(lab, script);
        QCOMPARE(command(lab, "C1 create /a"), std::string());
        QCOMPARE(command(lab, "deliver request C1-S2"), std::string());
        QCOMPARE(command(lab, "drop REQUEST S2-S3"), std::string());
        QVERIFY(lab.world().find({InputKind::Packet, MessageType::Disconnect, {}, ServerId{2}, ServerId{3}}) != nullptr);
    }

    void aPacketComesTwiceByItsName() {
        Lab lab(scriptOf("servers 3\n").scenario);
        QCOMPARE(command(lab, "start all"), std::string());
        QCOMPARE(command(lab, "duplicate NOTIFICATION S1-S2"), std::string());
        int votes = 0;
        lab.world().pending().forEach([&](const PendingInput& in) {
            votes += in.kind == InputKind::Packet && in.from == ActorId(ServerId{1}) && in.to == ActorId(ServerId{2});
        });
        QCOMPARE(votes, 2);
        QCOMPARE(command(lab, "duplicate PROPOSAL S1-S2"), std::string("No such input may come next: PROPOSAL S1-S2."));
    }

    void timePassesAndNothingComes() {
        const Script script = scriptOf(kLeader);
        Lab lab(script.scenario);
        play(lab, script);
        const SimTime now = lab.world().now();
        const std::int64_t step = lab.step();
        const auto names = enabled(lab.world());
        QCOMPARE(command(lab, "pass 30s"), std::string());
        QCOMPARE(lab.world().now().us, (now + sec(30)).us);
        QCOMPARE(lab.step(), step + 1);
        QVERIFY(enabled(lab.world()) == names);
        QVERIFY(lab.stepInput());
        QCOMPARE(lab.world().now().us, (now + sec(30)).us);   // late
        QCOMPARE(command(lab, "pass 0ms"), std::string("the wait must be at least 1us"));
    }
};

QTEST_APPLESS_MAIN(TestDeliver)
#include "tst_deliver.moc"
