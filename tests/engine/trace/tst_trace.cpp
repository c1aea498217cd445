// SPDX-License-Identifier: GPL-3.0-or-later
// The trace: what it keeps, what its digest depends on, and its JSON.
#include "engine/trace/trace.h"
#include "engine/zab/rules.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace zab;

namespace {

Event makeEvent(EventKind kind, int server, std::array<std::int64_t, 6> args = {}) {
    Event e;
    e.kind = kind;
    e.actor = ServerId{server};
    e.time = msec(5);
    e.args = args;
    return e;
}

QJsonObject json(const Event& e, const Trace& trace) {
    const std::string text = toJson(e, trace);
    QJsonParseError error;
    const QJsonDocument doc = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (error.error != QJsonParseError::NoError) qWarning("%s: %s", qPrintable(error.errorString()), text.c_str());
    return doc.object();
}

}  // namespace

class TestTrace : public QObject {
    Q_OBJECT

private slots:
    void numbersAndKeepsEvents() {
        Trace trace;
        for (int i = 0; i < 10000; ++i) QCOMPARE(trace.append(makeEvent(EventKind::Committed, 1, {i})), EventId{i});
        QCOMPARE(trace.size(), EventId{10000});
        QCOMPARE(trace.at(9999).args[0], std::int64_t{9999});
        QCOMPARE(trace.at(4096).id, EventId{4096});
        QCOMPARE(trace.firstKept(), EventId{0});
    }

    void withoutKeepingTheNewestCanBeRead() {
        Trace all;
        Trace some(false);
        for (int i = 0; i < 100000; ++i) {
            all.append(makeEvent(EventKind::Committed, 1, {i}));
            some.append(makeEvent(EventKind::Committed, 1, {i}));
        }
        QCOMPARE(some.size(), all.size());
        QCOMPARE(some.digest(), all.digest());
        QVERIFY(some.firstKept() > 0);
        QVERIFY(some.firstKept() <= 100000 - 12288);
        for (EventId id = some.firstKept(); id < some.size(); ++id) QCOMPARE(some.at(id), all.at(id));
    }

    void digestSeesEveryField() {
        Event base = makeEvent(EventKind::VoteChanged, 1, {1, 2, 3, 4, 5, 6});
        base.peer = ServerId{2};
        base.cause = 7;
        const auto digestOf = [](const Event& e, const char* text) {
            Trace trace;
            Event copy = e;
            if (text) copy.text = trace.addText(text);
            trace.append(copy);
            return trace.digest();
        };
        std::vector<std::uint64_t> digests{digestOf(base, nullptr), digestOf(base, "a"), digestOf(base, "b")};
        const auto changed = [&](auto change) {
            Event e = base;
            change(e);
            digests.push_back(digestOf(e, nullptr));
        };
        changed([](Event& e) { e.kind = EventKind::VoteRecorded; });
        changed([](Event& e) { e.message = MessageType::Ack; });
        changed([](Event& e) { e.rule = RuleId::RoundBegins; });
        changed([](Event& e) { e.actor = ServerId{2}; });
        changed([](Event& e) { e.actor = ClientId{1}; });
        changed([](Event& e) { e.peer = ServerId{3}; });
        changed([](Event& e) { e.cause = 8; });
        changed([](Event& e) { e.time = msec(6); });
        for (std::size_t i = 0; i < base.args.size(); ++i) {
            changed([i](Event& e) { e.args[i] += 1; });
            changed([i](Event& e) { e.args[i] += std::int64_t{1} << 32; });
            changed([i](Event& e) { std::swap(e.args[i], e.args[(i + 1) % 6]); });
        }
        std::sort(digests.begin(), digests.end());
        QVERIFY(std::adjacent_find(digests.begin(), digests.end()) == digests.end());
    }

    void digestDependsOnOrderOfEventsNotOfTexts() {
        Trace a, b, c;
        a.addText("first");
        b.addText("second");
        for (Trace* t : {&a, &b}) {
            Event e = makeEvent(EventKind::Say, 0);
            e.text = t->addText("first");
            t->append(e);
            e.text = t->addText("second");
            t->append(e);
        }
        QCOMPARE(a.digest(), b.digest());
        Event e = makeEvent(EventKind::Say, 0);
        e.text = c.addText("second");
        c.append(e);
        e.text = c.addText("first");
        c.append(e);
        QVERIFY(a.digest() != c.digest());
    }

    void truncateGoesBackExactly() {
        Trace trace;
        for (int i = 0; i < 5000; ++i) trace.append(makeEvent(EventKind::Committed, 1, {i}));
        const Digest digest = trace.digestState();
        for (int i = 0; i < 5000; ++i) trace.append(makeEvent(EventKind::TxnApplied, 2, {i}));
        const std::uint64_t end = trace.digest();
        trace.truncate(5000, digest);
        QCOMPARE(trace.size(), EventId{5000});
        for (int i = 0; i < 5000; ++i) trace.append(makeEvent(EventKind::TxnApplied, 2, {i}));
        QCOMPARE(trace.digest(), end);
        trace.truncate(0, Digest());
        QCOMPARE(trace.size(), EventId{0});
        QCOMPARE(trace.digest(), Trace().digest());
    }

    void causesFormAChain() {
        Trace trace;
        for (int i = 0; i < 10; ++i) {
            Event e = makeEvent(EventKind::Decided, 1);
            e.cause = i % 2 ? i - 1 : i - 2;
            if (i == 0) e.cause = kNoEvent;
            trace.append(e);
        }
        QCOMPARE(trace.causes(7), (std::vector<EventId>{0, 2, 4, 6, 7}));
        QVERIFY(trace.causes(kNoEvent).empty());
        QVERIFY(trace.causes(99).empty());
    }

    void jsonNamesOperandsByTheirKind() {
        Trace trace;
        Event e = makeEvent(EventKind::VoteChanged, 1, {3, Zxid::make(2, 8).value, 2, 5, 0});
        e.cause = 4;
        e.peer = ServerId{2};
        e.message = MessageType::Notification;
        trace.append(e);
        const QJsonObject o = json(trace.at(0), trace);
        QCOMPARE(o["id"].toInt(), 0);
        QCOMPARE(o["cause"].toInt(), 4);
        QCOMPARE(o["t"].toInt(), 5000);
        QCOMPARE(o["kind"].toString(), QString("voteChanged"));
        QCOMPARE(o["at"].toString(), QString("S1"));
        QCOMPARE(o["peer"].toString(), QString("S2"));
        QCOMPARE(o["message"].toString(), QString("NOTIFICATION"));
        const QJsonObject args = o["args"].toObject();
        QCOMPARE(args["leader"].toString(), QString("S3"));
        QCOMPARE(args["zxid"].toString(), QString("2.8"));
        QCOMPARE(args["round"].toInt(), 5);
        QCOMPARE(args["previous"].toString(), QString("none"));
    }

    void aNumberThatStandsForNothingIsNone() {
        Trace trace;
        trace.append(makeEvent(EventKind::VoteChanged, 1, {3, Zxid::make(2, 8).value, INT64_MIN, 5, 0}));
        QCOMPARE(json(trace.at(0), trace)["args"].toObject()["epoch"].toString(), QString("none"));
    }

    void jsonOfARule() {
        Trace trace;
        Event e = makeEvent(EventKind::Decided, 1, {3, 1, 1, Zxid::make(1, 5).value, Zxid::make(1, 3).value});
        e.rule = RuleId::VoteNewerZxidWins;
        trace.append(e);
        const QJsonObject o = json(trace.at(0), trace);
        QVERIFY(!o.contains("cause"));
        QCOMPARE(o["rule"].toString(), QString("VoteNewerZxidWins"));
        QCOMPARE(o["args"].toObject()["winner"].toString(), QString("S3"));
        QCOMPARE(o["args"].toObject()["loserZxid"].toString(), QString("1.3"));
    }

    void jsonIsAlwaysWellFormed() {
        Trace trace;
        const std::string nasty = std::string("quote\" back\\ line\n nul") + '\0' + " bad\xff\xc3 good \xe4\xbd\xa0";
        for (int kind = 0; kind < static_cast<int>(EventKind::Count_); ++kind) {
            Event e = makeEvent(static_cast<EventKind>(kind), 1, {-1, INT64_MIN, INT64_MAX, 99, -99, 1000000});
            e.text = trace.addText(nasty);
            trace.append(e);
        }
        for (int rule = 1; rule < static_cast<int>(RuleId::Count_); ++rule) {
            Event e = makeEvent(EventKind::Decided, 1, {77, 77, 77, 77, 77, 77});
            e.rule = static_cast<RuleId>(rule);
            trace.append(e);
        }
        for (EventId id = 0; id < trace.size(); ++id) {
            const QJsonObject o = json(trace.at(id), trace);
            QCOMPARE(o["id"].toInteger(), static_cast<qint64>(id));
            if (trace.at(id).text >= 0) QVERIFY(o["text"].toString().startsWith("quote\" back\\ line\n nul"));
            if (trace.at(id).text >= 0) QVERIFY(o["text"].toString().endsWith(QString::fromUtf8("good \xe4\xbd\xa0")));
        }
    }
};

QTEST_APPLESS_MAIN(TestTrace)
#include "tst_trace.moc"
