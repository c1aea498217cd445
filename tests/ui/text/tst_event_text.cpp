// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind and every rule must read as a whole sentence with all its operands in place.
#include "engine/zab/rules.h"
#include "ui/text/event_text.h"
#include "ui/text/kind_texts.h"

#include <QtTest>

using namespace zab;

class TestEventText : public QObject {
    Q_OBJECT

private slots:
    void everyRuleHasItsOperands_data();
    void everyRuleHasItsOperands();
    void everyKindReads_data();
    void everyKindReads();
    void packets();
    void numbersAndUnits();
    void oneIsNotMany();
    void anOperandWithAPercentSignStaysAsItIs();
    void theFirstTokenIsComparedWithNone();
    void whatEurekaDecidesIsNotTheServers();
    void yesAndNoAreNotNumbers();
    void noSessionIsNotCalledNone();
};

namespace {

/// An operand that is different for every position and valid for its type.
std::int64_t sample(std::size_t i, OperandType type) {
    const auto n = static_cast<std::int64_t>(i);
    switch (type) {
        case OperandType::Zxid: return Zxid::make(40 + n, 50 + n).value;
        case OperandType::Server: return 11 + n;
        case OperandType::Session: return 0x1000000000000000 + 700 + n;
        case OperandType::Micros: return 61000 + n * 1000;
        case OperandType::ServerState:
        case OperandType::Phase:
        case OperandType::SyncMode: return n % 4;
        case OperandType::Op: return n % 2 ? 1 : 5;
        case OperandType::Error: return n % 2 ? -101 : -103;
        case OperandType::Watch: return 1 + n % 4;
        case OperandType::Timer:
        case OperandType::Recipe: return n % 8;
        case OperandType::Role: return 1 + n % 6;
        case OperandType::Number:
        case OperandType::Text:
        case OperandType::Hash: return 901 + n;
    }
    return n;
}

Event withOperands(std::span<const Operand> operands) {
    Event e;
    e.actor = ServerId{7};
    e.peer = ServerId{9};
    for (std::size_t i = 0; i < operands.size(); ++i) e.args[i] = sample(i, operands[i].type);
    return e;
}

}  // namespace

void TestEventText::oneIsNotMany() {
    Event e;
    e.kind = EventKind::Decided;
    e.rule = RuleId::WithoutLeaderNeedsQuorum;
    e.args = {1, 2};
    QCOMPARE(ruleSentence(e), QStringLiteral("The rule is switched off: only 1 voter is synchronized, 2 are needed, and it goes on leading."));
    e.args = {2, 3};
    QVERIFY(ruleSentence(e).contains(QStringLiteral("only 2 voters are")));
    e.rule = RuleId::NewLeaderPersisted;
    e.args = {1, 2};
    QVERIFY2(ruleSentence(e).contains(QStringLiteral("1 transaction is on disk, epoch 2")), qPrintable(ruleSentence(e)));
    e.args = {11, 2};
    QVERIFY2(ruleSentence(e).contains(QStringLiteral("11 transactions are on disk")), qPrintable(ruleSentence(e)));
}

void TestEventText::everyRuleHasItsOperands_data() {
    QTest::addColumn<int>("rule");
    for (int r = 1; r < static_cast<int>(RuleId::Count_); ++r)
        QTest::newRow(std::string(ruleInfo(static_cast<RuleId>(r)).id).c_str()) << r;
}

void TestEventText::everyRuleHasItsOperands() {
    QFETCH(int, rule);
    const RuleInfo& info = ruleInfo(static_cast<RuleId>(rule));
    Event e = withOperands(info.operands);
    e.kind = EventKind::Decided;
    e.rule = static_cast<RuleId>(rule);
    const QString sentence = ruleSentence(e);
    const QString pattern = QString::fromUtf8(info.sentence);
    QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
    for (int i = 1; i <= 9; ++i) {
        if (!pattern.contains(QStringLiteral("%%1").arg(i))) continue;
        QVERIFY2(i <= static_cast<int>(info.operands.size()), "a placeholder without an operand");
        const auto at = static_cast<std::size_t>(i - 1);
        const QString operand = operandText(e.args[at], info.operands[at].type);
        QVERIFY2(sentence.contains(operand), qPrintable(sentence + QStringLiteral(" lacks ") + operand));
    }
    QVERIFY2(!info.source.empty() && !info.section.empty(), "a rule names where it comes from");
    const QString told = narrate(e, Trace{});
    QCOMPARE(told, (info.id.starts_with("Eureka") ? QStringLiteral("Eureka at S7: ") : QStringLiteral("S7: ")) + sentence);
}

void TestEventText::everyKindReads_data() {
    QTest::addColumn<int>("kind");
    for (int k = 0; k < static_cast<int>(EventKind::Count_); ++k)
        QTest::newRow(std::string(eventSchema(static_cast<EventKind>(k)).name).c_str()) << k;
}

void TestEventText::everyKindReads() {
    QFETCH(int, kind);
    const auto k = static_cast<EventKind>(kind);
    const auto operands = eventSchema(k).operands;
    Trace trace;
    Event e = withOperands(operands);
    e.kind = k;
    e.message = MessageType::Proposal;
    e.text = trace.addText("/app");
    for (const QString& text : {narrate(e, trace), describe(e, trace)}) {
        QVERIFY(!text.isEmpty());
        QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
    }
    const QString pattern = QString::fromUtf8(kindTexts(k).sentence) + QString::fromUtf8(kindTexts(k).label);
    for (int i = 1; i <= 9; ++i) {
        if (!pattern.contains(QStringLiteral("%%1").arg(i))) continue;
        QVERIFY2(i <= static_cast<int>(operands.size()), qPrintable(pattern));
    }
    QVERIFY(!kindName(k).isEmpty());
    // A rule on an event of this kind must not read the rule's operands as the kind's.
    Event decided = e;
    decided.rule = RuleId::RoundOlderIgnored;
    decided.args = {2, 3, 0, 0, 0, 0};
    QVERIFY(narrate(decided, trace).contains(QStringLiteral("The vote is of round 2, older than its own round 3: not counted.")));
    QVERIFY(!narrate(decided, trace).contains(QLatin1Char('%')));
}

void TestEventText::packets() {
    Event e;
    e.kind = EventKind::PacketSent;
    e.actor = ServerId{3};
    e.peer = ServerId{1};
    e.message = MessageType::Proposal;
    e.args[0] = Zxid::make(2, 6).value;
    Trace trace;
    QCOMPARE(narrate(e, trace), QStringLiteral("S3 sends PROPOSAL 2.6 to S1."));
    QCOMPARE(describe(e, trace), QStringLiteral("PROPOSAL 2.6 → S1"));
    e.message = MessageType::Notification;
    e.args = {Zxid::make(2, 8).value, 77, 5, 3, 2, 0};
    QCOMPARE(narrate(e, trace), QStringLiteral("S3 sends vote for S5 (zxid 2.8, round 3) to S1."));
    e.message = MessageType::LeaderInfo;
    e.args[0] = Zxid::make(4, 0).value;
    QCOMPARE(describe(e, trace), QStringLiteral("LEADERINFO epoch 4 → S1"));
}

void TestEventText::numbersAndUnits() {
    QCOMPARE(durationText(usec(500)), QStringLiteral("500 µs"));
    QCOMPARE(durationText(msec(200)), QStringLiteral("200 ms"));
    QCOMPARE(durationText(usec(2500)), QStringLiteral("2.5 ms"));
    QCOMPARE(durationText(sec(20)), QStringLiteral("20 s"));
    QCOMPARE(timeText(usec(4218300)), QStringLiteral("4.218 300 s"));
    QCOMPARE(timeText({}), QStringLiteral("0.000 000 s"));
    QCOMPARE(operandText(0, OperandType::Server), QStringLiteral("nobody"));
    QCOMPARE(operandText(2, OperandType::ServerState), QStringLiteral("LEADING"));
    QCOMPARE(operandText(Zxid::make(1, 0).value, OperandType::Zxid), QStringLiteral("1.0"));
    QCOMPARE(actorText(ClientId{4}), QStringLiteral("C4"));
}

void TestEventText::anOperandWithAPercentSignStaysAsItIs() {
    QCOMPARE(filled(QStringLiteral("%1 and %2, %3"), {QStringLiteral("%2"), QStringLiteral("b")}), QStringLiteral("%2 and b, "));
}

void TestEventText::theFirstTokenIsComparedWithNone() {
    Event e = withOperands(ruleInfo(RuleId::FencingAccepts).operands);
    e.rule = RuleId::FencingAccepts;
    QVERIFY2(ruleSentence(e).contains(QStringLiteral("41.51")), qPrintable(ruleSentence(e)));   // the largest so far
    e.args[1] = 0;
    QCOMPARE(ruleSentence(e), QStringLiteral("Token 40.50 is the first that the resource sees: the write is accepted."));
}

void TestEventText::whatEurekaDecidesIsNotTheServers() {
    Event e;
    e.rule = RuleId::EurekaCancelled;
    e.actor = ServerId{5};
    e.args[0] = 3;
    const Trace trace;
    QVERIFY(narrate(e, trace).startsWith(QStringLiteral("Eureka at S5: The lease is taken out.")));
    QVERIFY(describe(e, trace).startsWith(QStringLiteral("Eureka — The lease is taken out.")));
    e.rule = RuleId::EurekaGivesUp;
    e.actor = ClientId{2};
    QVERIFY(narrate(e, trace).startsWith(QStringLiteral("Eureka client of C2: ")));
    e.rule = RuleId::RoundOlderIgnored;
    QVERIFY(narrate(e, trace).startsWith(QStringLiteral("C2: ")));
}

void TestEventText::yesAndNoAreNotNumbers() {
    Event e;
    e.rule = RuleId::LockLowestHolds;
    e.actor = ClientId{1};
    e.args = {0, 4, Zxid::make(1, 9).value, 1, 0, 0};
    QStringList told = operandTexts(e);
    QCOMPARE(told.last(), QStringLiteral("exclusive"));
    QVERIFY(!told.join(QLatin1Char(' ')).contains(QStringLiteral("again")));
    e.args[3] = 0;
    e.args[4] = 1;
    told = operandTexts(e);
    QCOMPARE(told.last(), QStringLiteral("once more"));
    QVERIFY(!told.contains(QStringLiteral("exclusive")));
}

void TestEventText::noSessionIsNotCalledNone() {
    Event e;
    e.rule = RuleId::ClientHeardNothing;
    e.actor = ClientId{1};
    e.args = {0, sec(5).us, sec(4).us, 0, 0, 0};
    QVERIFY2(!ruleSentence(e).contains(QStringLiteral("none")), qPrintable(ruleSentence(e)));
    QVERIFY(ruleSentence(e).contains(durationText(sec(5))));
    e.args[0] = 0x1000;
    QVERIFY(ruleSentence(e).contains(QStringLiteral("0x1000")));
}

QTEST_APPLESS_MAIN(TestEventText)
#include "tst_event_text.moc"
