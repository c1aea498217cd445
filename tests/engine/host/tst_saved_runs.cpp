// SPDX-License-Identifier: GPL-3.0-or-later
// One document, one trace: the window's player, the command line's runner and the saved document of a run agree.
#include "engine/host/script_player.h"
#include "tests/engine/script_of.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace zab;
using zab::tests::scriptOf;

namespace {

/// Plays to the end of the statements; what went wrong, if anything.
std::string play(ScriptPlayer& player) {
    while (!player.atEnd())
        if (player.next() == Unit::Failed) return player.takeFailure();
    return {};
}

}  // namespace

class TestSavedRuns : public QObject {
    Q_OBJECT

private slots:
    void agree_data() {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"scenarios", "lessons"}) {
            const QDir dir(QString(ZAB_SOURCE_DIR "/resources/") + folder);
            for (const QString& name : dir.entryList({"*.lab"}, QDir::Files, QDir::Name)) QTest::newRow(qPrintable(name)) << dir.filePath(name);
        }
    }
    void agree() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Script script = scriptOf(file.readAll().toStdString(), path.toStdString());

        Lab lab(script.scenario);
        ScriptRunner runner(script, lab);
        while (!runner.atEnd() && runner.step()) {}
        QVERIFY(!runner.error() && runner.failures().empty());

        ScriptPlayer player(script);
        QCOMPARE(play(player), std::string());
        QCOMPARE(player.lab().step(), lab.step());
        QCOMPARE(player.lab().trace().digest(), lab.trace().digest());

        const std::string saved = formatScript(script.scenario, player.lab().commands(), script.title);
        ScriptPlayer again(scriptOf(saved, "saved.lab"));
        QCOMPARE(play(again), std::string());
        while (again.lab().step() < lab.step() && again.next() != Unit::Idle) {}
        QCOMPARE(again.lab().trace().digest(), lab.trace().digest());
    }
};

QTEST_APPLESS_MAIN(TestSavedRuns)
#include "tst_saved_runs.moc"
