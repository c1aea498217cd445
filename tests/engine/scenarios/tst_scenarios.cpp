// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped scenario and lesson, and every history that once went wrong, holds, twice with the same digest, and as a saved document once more.
#include "engine/script/script.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace zab;

namespace {

struct Played {
    QString problem;
    std::uint64_t digest = 0;
    std::string document;
    std::size_t violations = 0;
};

Played play(const Script& script) {
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    Played p;
    if (runner.error()) p.problem = QString::fromStdString(runner.error()->text());
    for (const ExpectationFailure& f : runner.failures())
        p.problem += QString("line %1: '%2' does not hold: %3\n").arg(f.line).arg(QString::fromStdString(f.expectation), QString::fromStdString(f.seen));
    p.digest = lab.trace().digest();
    p.document = formatScript(script.scenario, lab.commands(), script.title);
    p.violations = lab.checker().violations().size();
    return p;
}

}  // namespace

class TestScenarios : public QObject {
    Q_OBJECT

private slots:
    void holds_data() {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"resources/scenarios", "resources/lessons", "resources/exhibits", "tests/engine/scenarios/histories"}) {
            const QDir dir(QString(ZAB_SOURCE_DIR "/") + folder);
            for (const QString& name : dir.entryList({"*.lab"}, QDir::Files, QDir::Name))
                QTest::newRow(qPrintable(QString(folder) + "/" + name)) << dir.filePath(name);
        }
    }
    void holds() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const QString name = QTest::currentDataTag();
        const auto parsed = parseScript({text.constData(), static_cast<std::size_t>(text.size())}, name.toStdString());
        if (const auto* error = std::get_if<ScriptError>(&parsed)) QFAIL(error->text().c_str());
        const Script& script = std::get<Script>(parsed);
        QVERIFY2(!script.title.empty(), "a scenario has a title");

        const QString reproduce = "Reproduce it: zab run " + name + "\n";
        const Played first = play(script);
        QVERIFY2(first.problem.isEmpty(), qPrintable(reproduce + first.problem));
        const Variants& variants = script.scenario.ensemble.variants;
        const bool broken = !variants.broken.empty() || !variants.defects.empty();   // an exhibit says itself what it expects
        QVERIFY2(broken || first.violations == 0, qPrintable(reproduce + "a safety property is violated"));
        const Played second = play(script);
        QVERIFY2(first.digest == second.digest, qPrintable(reproduce + "two runs have different digests"));

        // The document that was saved after the run replays exactly what was played up to its last command.
        const auto saved = parseScript(first.document, "saved.lab");
        if (const auto* error = std::get_if<ScriptError>(&saved)) QFAIL((error->text() + "\n" + first.document).c_str());
        QVERIFY(std::get<Script>(saved).scenario == script.scenario);
        Lab again(script.scenario), whole(script.scenario);
        ScriptRunner replay(std::get<Script>(saved), again);
        while (!replay.atEnd() && replay.step()) {}
        QVERIFY2(!replay.error() && replay.failures().empty(), qPrintable(reproduce + "its saved document does not replay"));
        ScriptRunner runner(script, whole);
        while (!runner.atEnd() && runner.step()) {}
        QVERIFY(again.step() <= whole.step());
        while (again.step() < whole.step() && again.stepInput()) {}
        QVERIFY2(again.trace().digest() == whole.trace().digest(), qPrintable(reproduce + "its saved document replays differently"));
    }
    // What a scenario shows must not hang on the luck of one seed. One that does says why: "# The seed matters: ...".
    void holdsUnderOtherSeeds_data() {
        QTest::addColumn<QString>("path");
        const QDir dir(ZAB_SOURCE_DIR "/resources/scenarios");
        for (const QString& name : dir.entryList({"*.lab"}, QDir::Files, QDir::Name)) QTest::newRow(qPrintable(name)) << dir.filePath(name);
    }
    void holdsUnderOtherSeeds() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const auto parsed = parseScript({text.constData(), static_cast<std::size_t>(text.size())}, QTest::currentDataTag());
        QVERIFY(std::holds_alternative<Script>(parsed));
        Script script = std::get<Script>(parsed);
        QString problems;
        for (std::uint64_t seed = 1001; seed <= 1020; ++seed) {
            script.scenario.seed = seed;
            const Played p = play(script);
            if (!p.problem.isEmpty() || p.violations > 0) problems += QString("seed %1: %2").arg(seed).arg(p.problem);
        }
        if (text.contains("\n# The seed matters: ")) QVERIFY2(!problems.isEmpty(), "it holds under twenty other seeds: its seed does not matter");
        else QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }
    void thereAreEnough() {
        QVERIFY(QDir(ZAB_SOURCE_DIR "/resources/scenarios").entryList({"*.lab"}, QDir::Files).size() >= 20);
    }
};

QTEST_APPLESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
