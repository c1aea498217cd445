// SPDX-License-Identifier: GPL-3.0-or-later
// The museum (chapter 12): every defect in a history that ends in its loss, and the same history without it.
#include "engine/script/script.h"
#include "engine/script/words.h"
#include "tests/engine/simulation/random_run.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

#include <algorithm>

using namespace zab;

namespace {

const QDir& exhibits() {
    static const QDir dir(QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits"));
    return dir;
}

QString textOf(const QString& name) {
    QFile file(exhibits().filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What is done, without what is said about it, which release it is, and what is expected of it.
QStringList commandsOf(const QString& text) {
    QStringList commands;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const QString word = line.section(QLatin1Char(' '), 0, 0);
        if (word.isEmpty() || word.startsWith(QLatin1Char('#'))) continue;
        if (!QStringList{QStringLiteral("title"), QStringLiteral("as"), QStringLiteral("say"), QStringLiteral("expect")}.contains(word)) commands << line;
    }
    return commands;
}

struct Played {
    QString problem;
    QSet<QString> violated, first;   ///< first: by the event that broke any
    std::uint64_t digest = 0;
    EnumSet<Defect> defects;
};

Played play(const QString& text, const QString& name) {
    Played p;
    const auto parsed = parseScript(text.toStdString(), name.toStdString());
    if (const auto* error = std::get_if<ScriptError>(&parsed)) {
        p.problem = QString::fromStdString(error->text());
        return p;
    }
    const Script& script = std::get<Script>(parsed);
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    if (runner.error()) p.problem = QString::fromStdString(runner.error()->text());
    for (const ExpectationFailure& f : runner.failures())
        p.problem += QString::fromStdString("line " + std::to_string(f.line) + ": '" + f.expectation + "' does not hold: " + f.seen + "\n");
    const auto& violations = lab.checker().violations();
    for (const ViolationFound& v : violations) {
        const QString id = QString::fromUtf8(propertyInfo(v.property).id.data());
        p.violated << id;
        if (v.event == violations.front().event) p.first << id;
    }
    p.digest = lab.trace().digest();
    p.defects = script.scenario.ensemble.variants.defects;
    return p;
}

/// The property that a sentence calls broken though it holds.
QString toldTooEarly(const QString& text, const std::vector<ViolationFound>& violations) {
    static const QRegularExpression ends(QStringLiteral("[.:;?] "));
    for (const QString& sentence : text.split(ends)) {
        if (!sentence.contains(QStringLiteral("broken"))) continue;
        for (int i = 0; i < static_cast<int>(Property::Count_); ++i) {
            const QString id = QString::fromUtf8(propertyInfo(static_cast<Property>(i)).id.data());
            const bool fallen = std::any_of(violations.begin(), violations.end(), [&](const ViolationFound& v) { return static_cast<int>(v.property) == i; });
            if (!fallen && sentence.contains(QRegularExpression(QStringLiteral("\\b%1\\b").arg(id)))) return id;
        }
    }
    return {};
}

}  // namespace

class TestMuseum : public QObject {
    Q_OBJECT

private slots:
    void everyDefectIsShown() {
        EnumSet<Defect> shown;
        for (const QString& name : exhibits().entryList({QStringLiteral("zookeeper-*.lab")}, QDir::Files)) shown.bits |= play(textOf(name), name).defects.bits;
        for (int i = 0; i < static_cast<int>(Defect::Count_); ++i)
            QVERIFY2(shown.has(static_cast<Defect>(i)), toString(static_cast<Defect>(i)).c_str());
    }
    void lossAndCure_data() {
        QTest::addColumn<QString>("name");
        const QStringList all = exhibits().entryList({QStringLiteral("zookeeper-*-before.lab")}, QDir::Files, QDir::Name);
        QVERIFY(all.size() >= 8);
        for (const QString& name : all) QTest::newRow(qPrintable(name)) << name.chopped(int(qstrlen("-before.lab")));
    }
    void lossAndCure() {
        QFETCH(QString, name);
        const QString lossText = textOf(name + QStringLiteral("-before.lab")), cureText = textOf(name + QStringLiteral("-after.lab"));
        QVERIFY2(!cureText.isEmpty(), "a loss without its cure");
        QStringList cured = commandsOf(cureText);
        QCOMPARE(commandsOf(lossText), cured);   // the defect is all that differs

        const Played loss = play(lossText, name), cure = play(cureText, name);
        QVERIFY2(loss.problem.isEmpty(), qPrintable(loss.problem));
        QVERIFY2(cure.problem.isEmpty(), qPrintable(cure.problem));
        QVERIFY(!loss.defects.empty() && cure.defects.empty());
        QVERIFY2(cure.violated.isEmpty(), qPrintable(cure.violated.values().join(QLatin1Char(' '))));
        QVERIFY(cureText.contains(QStringLiteral("\nexpect same trees")) && cureText.contains(QStringLiteral("\nexpect no violation")));
        for (int i = 0; i < static_cast<int>(Defect::Count_); ++i) {
            const DefectInfo& info = defectInfo(static_cast<Defect>(i));
            if (!loss.defects.has(static_cast<Defect>(i)) || info.breaks.empty()) continue;
            QVERIFY2(loss.first.contains(QString::fromUtf8(info.breaks.data())), info.breaks.data());   // where the window opens it
            QVERIFY2(lossText.contains(QStringLiteral("\nexpect violation ") + QString::fromUtf8(info.breaks.data())), "the history ends in it");
        }
        QCOMPARE(play(lossText, name).digest, loss.digest);
        QCOMPARE(play(cureText, name).digest, cure.digest);
    }
    // ZOOKEEPER-4785 and its family: one history, five orders of what a joining server does.
    void fiveOrdersOfOneJoin() {
        QStringList commands;
        QSet<std::uint64_t> digests;
        for (int order = 1; order <= 5; ++order) {
            const QString name = QStringLiteral("zookeeper-4785-order-%1.lab").arg(order), text = textOf(name);
            if (order == 1) commands = commandsOf(text);
            QCOMPARE(commandsOf(text), commands);
            const Played p = play(text, name);
            QVERIFY2(p.problem.isEmpty(), qPrintable(name + QStringLiteral(": ") + p.problem));
            QCOMPARE(p.violated.contains(QStringLiteral("committedLogDurability")), order <= 3);   // lost
            QCOMPARE(text.contains(QStringLiteral("\nexpect rule JoinTimeout")), order == 4);       // hangs
            QCOMPARE(p.defects.empty(), order == 5);                                                // survives
            digests << p.digest;
            QCOMPARE(play(text, name).digest, p.digest);
        }
        QCOMPARE(digests.size(), 5);
    }
    // Every exhibit, also those of the rules: played again, and written down as a saved run is, it is the same to the last event.
    void playsTheSameAgain_data() {
        QTest::addColumn<QString>("name");
        for (const QString& name : exhibits().entryList({QStringLiteral("*.lab")}, QDir::Files, QDir::Name)) QTest::newRow(qPrintable(name)) << name;
    }
    void playsTheSameAgain() {
        QFETCH(QString, name);
        const std::string text = textOf(name).toStdString();
        const auto parsed = parseScript(text, name.toStdString());
        QVERIFY(std::holds_alternative<Script>(parsed));
        const Script& script = std::get<Script>(parsed);
        Lab first(script.scenario);
        ScriptRunner runner(script, first);
        while (!runner.atEnd()) QVERIFY(runner.step());
        QCOMPARE(play(QString::fromStdString(text), name).digest, first.trace().digest());

        const std::string saved = formatScript(first.scenario(), first.commands(), script.title) + "at " + script::secondsText(first.world().now()) + " after " +
                                  std::to_string(first.step()) + (first.checker().violations().empty() ? " expect no violation\n" : " expect no leader\n");
        const auto again = parseScript(saved, "saved");
        QVERIFY2(std::holds_alternative<Script>(again), saved.c_str());
        Lab second(std::get<Script>(again).scenario);
        for (const Statement& s : std::get<Script>(again).statements) {
            bool failed = false;
            const auto problem = carryOut(s, second, failed);
            QVERIFY2(!problem || std::holds_alternative<Expect>(s.what), s.source.c_str());
        }
        QCOMPARE(second.step(), first.step());
        QCOMPARE(second.trace().digest(), first.trace().digest());
        QCOMPARE(second.checker().violations(), first.checker().violations());
    }
    // A class is asked before a property falls, and told that it is broken only afterwards; and each time there is something new to look at.
    void tellsWhatHasHappened_data() { playsTheSameAgain_data(); }
    void tellsWhatHasHappened() {
        QFETCH(QString, name);
        const auto parsed = parseScript(textOf(name).toStdString(), name.toStdString());
        QVERIFY(std::holds_alternative<Script>(parsed));
        const Script& script = std::get<Script>(parsed);
        Lab lab(script.scenario);
        ScriptRunner runner(script, lab);
        bool asked = false, moved = true;
        while (!runner.atEnd()) {
            const Statement& next = runner.next();
            const auto* command = std::get_if<Command>(&next.what);
            if (const auto* say = command ? std::get_if<Say>(command) : nullptr) {
                const QString text = QString::fromStdString(say->text);
                QVERIFY2(moved, qPrintable(QStringLiteral("nothing has happened since the last sentence: ") + text));
                const QString early = toldTooEarly(text, lab.checker().violations());
                QVERIFY2(early.isEmpty(), qPrintable(QStringLiteral("%1 holds yet: %2").arg(early, text)));
                asked |= lab.checker().violations().empty() && text.contains(QLatin1Char('?'));
                moved = false;
            } else if (!std::holds_alternative<Expect>(next.what)) {
                moved = true;
            }
            QVERIFY(runner.step());
        }
        QVERIFY2(asked || lab.checker().violations().empty(), "what will happen?");
    }
    // A defect may break a property, never the engine.
    void nothingElseBreaks_data() {
        QTest::addColumn<int>("defect");
        for (int i = 0; i < static_cast<int>(Defect::Count_); ++i) QTest::newRow(toString(static_cast<Defect>(i)).c_str()) << i;
    }
    void nothingElseBreaks() {
        QFETCH(int, defect);
        Variants variants;
        variants.defects.add(static_cast<Defect>(defect));
        for (std::uint64_t seed = 1; seed <= 25; ++seed) {
            simulation::RandomRun run(seed + static_cast<std::uint64_t>(defect) * 100, true, variants);
            const std::string failure = run.play().failure;
            QVERIFY2(failure.find("broken promise") == std::string::npos, failure.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestMuseum)
#include "tst_museum.moc"
