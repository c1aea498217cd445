// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: exit codes, and exactly one sentence for bad input.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct Result {
    int exitCode = -1;
    QString out, err;
};

Result zab(const QStringList& words) {
    QProcess process;
    process.start(QStringLiteral(ZAB_BINARY_DIR "/zab"), words);
    Result r;
    if (!process.waitForFinished(120000)) return r;
    r.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    r.out = QString::fromUtf8(process.readAllStandardOutput());
    r.err = QString::fromUtf8(process.readAllStandardError());
    return r;
}

#ifdef Q_OS_LINUX
Result shell(const QString& line) {
    qputenv("ZAB", ZAB_BINARY_DIR "/zab");
    QProcess process;
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), line});
    Result r;
    if (!process.waitForFinished(120000)) return r;
    r.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    r.err = QString::fromUtf8(process.readAllStandardError());
    return r;
}
#endif

}  // namespace

class TestZab : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_dir.isValid()); }

    void helpAndVersion() {
        for (const QStringList& words : {QStringList{}, QStringList{"--help"}, QStringList{"run", "--help"}, QStringList{"bench", "-h"}}) {
            const Result r = zab(words);
            QCOMPARE(r.exitCode, 0);
            QVERIFY(r.out.contains("zab run FILE"));
            QVERIFY(r.err.isEmpty());
        }
        QVERIFY(zab({"--version"}).out.startsWith("zab "));
    }

    void badInput_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("script");
        const auto row = [](const char* name, const QStringList& words, const char* script) { QTest::newRow(name) << words << QString(script); };
        row("unknown word", {"walk"}, "");
        row("nothing to bench", {"bench"}, "");
        row("bad seconds", {"bench", "engine", "--seconds", "-1"}, "");
        row("explore: no file", {"explore"}, "");
        row("explore: a budget that does not fit", {"explore", "FILE", "--crashes", "16"}, "servers 3\n");
        row("explore: a budget that does not fit in the file", {"explore", "FILE"}, "servers 3\nexplore crashes 16\n");
        row("explore: writes without a client", {"explore", "FILE", "--writes", "1"}, "servers 3\n");
        row("explore: no such property", {"explore", "FILE", "--property", "Gravity"}, "servers 3\n");
        row("explore: a property that needs time", {"explore", "FILE", "--property", "leaderElected"}, "servers 3\n");
        row("explore: a property of recipes", {"explore", "FILE", "--property", "lockOneHolder"}, "servers 3\n");
        row("explore: nowhere to write to", {"explore", "FILE", "--out", ""}, "servers 3\n");
        row("explore: a folder to write to that is none", {"explore", "FILE", "--out", "nowhere/at/all.lab"}, "servers 3\n");
        row("explore: no such budget", {"explore", "FILE", "--earthquakes", "1"}, "servers 3\n");
        row("explore: symmetry that is neither on nor off", {"explore", "FILE", "--symmetry", "maybe"}, "servers 3\n");
        row("explore: another version", {"explore", "FILE"}, "version 9\nservers 3\n");
        row("explore: too little memory said", {"explore", "FILE", "--memory", "2"}, "servers 3\n");
        row("explore: threads depth first", {"explore", "FILE", "--order", "depth", "--jobs", "2"}, "servers 3\n");
        row("explore: an expectation fails", {"explore", "FILE"}, "servers 3\nexpect leader\n");
        row("chaos: no seeds", {"chaos", "--seeds"}, "");
        row("chaos: seeds that go down", {"chaos", "--seeds", "9..1"}, "");
        row("chaos: too large a seed", {"chaos", "--seeds", "1..99999999999999999999"}, "");
        row("chaos: too many servers", {"chaos", "--servers", "16"}, "");
        row("chaos: no time", {"chaos", "--seconds", "0"}, "");
        row("chaos: no such rule", {"chaos", "--without", "gravity"}, "");
        row("chaos: no rule", {"chaos", "--without", "--seeds", "1"}, "");
        row("chaos: no such release", {"chaos", "--as-in", "4.x"}, "");
        row("chaos: a defect that the release has not", {"chaos", "--as-in", "3.9.3", "ZOOKEEPER-2845"}, "");
        row("chaos: no such folder", {"chaos", "--out", "/nowhere/at/all"}, "");
        row("chaos: unknown option", {"chaos", "--gently"}, "");
        row("no file", {"run"}, "");
        row("no such file", {"run", "/nowhere/at/all.lab"}, "");
        row("a folder", {"run", "/"}, "");
        row("unknown option", {"run", "FILE", "--loud"}, "servers 3\nstart all\n");
        row("bad seed", {"run", "FILE", "--seed", "x"}, "servers 3\nstart all\n");
        row("option without value", {"run", "FILE", "--trace"}, "servers 3\nstart all\n");
        row("option instead of a value", {"run", "FILE", "--trace", "--quiet"}, "servers 3\nstart all\n");
        row("trace and digest at one place", {"run", "FILE", "--trace", "-", "--digest"}, "servers 3\nstart all\n");
        row("trace nowhere", {"run", "FILE", "--trace", "/nowhere/at/all"}, "servers 3\nstart all\n");
        row("empty file", {"run", "FILE"}, "");
        row("malformed", {"run", "FILE"}, "servers 3\nstart all\nsay \"half");
        row("unknown server", {"run", "FILE"}, "servers 3\nstart S4\n");
        row("no servers", {"run", "FILE"}, "servers 0\n");
        row("300 servers", {"run", "FILE"}, "servers 300\n");
        row("crash of a crashed server", {"run", "FILE"}, "servers 3\nstart all\nrun 1s\ncrash S1\ncrash S1\n");
        row("start of a running server", {"run", "FILE"}, "servers 3\nstart all\nstart S1\n");
        row("a client that is not there", {"run", "FILE"}, "servers 3\nstart all\nC1 get /a\n");
        row("a packet that is not there", {"run", "FILE"}, "servers 3\nstart all\nrun 5s\ndrop packet 1\n");
    }
    void badInput() {
        QFETCH(QStringList, words);
        QFETCH(QString, script);
        const QString file = write(script);
        const Result r = zab(words.replaceInStrings("FILE", file));
        QCOMPARE(r.exitCode, 2);
        QCOMPARE(r.out, QString());
        QCOMPARE(r.err.count('\n'), 1);
        QVERIFY2(r.err.startsWith("zab: ") && r.err.size() > 15, qPrintable(r.err));
    }

    void plays() {
        const QString file = write("servers 3\nsay \"Hello.\"\nstart all\nrun until leader\nexpect leader S3\n");
        const Result r = zab({"run", file, "--digest"});
        QCOMPARE(r.exitCode, 0);
        QVERIFY(r.out.contains("Hello."));
        QVERIFY(r.err.isEmpty());
        QCOMPARE(zab({"run", file, "--digest"}).out, r.out);

        const Result quiet = zab({"run", file, "--digest", "--quiet"});
        QVERIFY(QRegularExpression("^[0-9a-f]{16}\n$").match(quiet.out).hasMatch());
        QVERIFY(r.out.endsWith(quiet.out));
        QVERIFY(zab({"run", file, "--digest", "--quiet", "--seed", "99"}).out != quiet.out);
        QVERIFY(zab({"run", file, "--quiet"}).out.isEmpty());
    }

    void exploreFindsAndTheRunPlays() {
        const QString serving = "explore writes 2\nstart all\nrun until leader\nrun 1s\nC1 connect S3\nrun 1s\n";
        const Result clean = zab({"explore", write("servers 3\n" + serving), "--jobs", "2"}), apart = zab({"explore", write("servers 3\n" + serving), "--symmetry", "off"});
        QVERIFY2(clean.out.contains("up to 2 states count as one"), qPrintable(clean.out));
        QVERIFY2(apart.exitCode == 0 && !apart.out.contains("count as one"), qPrintable(apart.out));
        QCOMPARE(clean.exitCode, 0);
        QVERIFY2(apart.out.contains("4,155 distinct"), qPrintable(apart.out));
        const QString file = m_dir.filePath("found.lab");
        const Result found = zab({"explore", write("servers 3\nwithout fifo-links\n" + serving), "--out", file});
        QCOMPARE(found.exitCode, 1);
        QVERIFY2(found.out.contains("LocalPrimaryOrder"), qPrintable(found.out));
        QCOMPARE(zab({"run", file, "--quiet"}).exitCode, 0);
    }

    void chaosHoldsAndSaysWhatItSaw() {
        const Result r = zab({"chaos", "--seeds", "1..6", "--servers", "3", "--seconds", "5", "--jobs", "2"});
        QCOMPARE(r.exitCode, 0);
        QVERIFY2(r.out.contains("6 runs in") && r.out.contains("Rules never hit:"), qPrintable(r.out));
        QVERIFY(r.err.isEmpty());
    }
    // A release without numbers has all of its defects; the last release that is named counts.
    void chaosAsInARelease() {
        const Result r = zab({"chaos", "--seeds", "1..20", "--as-in", "3.4.1", "ZOOKEEPER-1277", "--as-in", "3.4.11", "--out", m_dir.path()});
        QCOMPARE(r.exitCode, 1);
        static const QRegularExpression written(QStringLiteral("Written to (.*)\\.\n"));
        QFile lab(written.match(r.out).captured(1));
        QVERIFY2(lab.open(QIODevice::ReadOnly), qPrintable(r.out));
        const QByteArray text = lab.readAll();
        QVERIFY2(text.startsWith("version 1\n") && text.contains("as in 3.4.11 ZOOKEEPER-") && !text.contains("ZOOKEEPER-1277"), text.constData());
        QVERIFY2(r.out.contains("--as-in 3.4.11 ZOOKEEPER-") || !r.out.contains("A smaller run"), qPrintable(r.out));
        QCOMPARE(zab({"run", "--quiet", lab.fileName()}).exitCode, 0);
        QCOMPARE(zab({"chaos", "--seeds", "1..2", "--as-in", "9.9.9"}).exitCode, 2);
    }
    void chaosFindsABrokenRuleAndTheRunPlays() {
        const Result r = zab({"chaos", "--seeds", "1..400", "--servers", "3", "--seconds", "20", "--without", "truncate-surplus", "--out", m_dir.path()});
        QCOMPARE(r.exitCode, 1);
        static const QRegularExpression seed(QStringLiteral("Seed (\\d+) violates (\\w+):"));
        const auto match = seed.match(r.out);
        QVERIFY2(match.hasMatch(), qPrintable(r.out));
        const QString file = m_dir.filePath("chaos-" + match.captured(1) + ".lab");
        QFile lab(file);
        QVERIFY(lab.open(QIODevice::ReadOnly));
        static const QRegularExpression smaller(QStringLiteral("A smaller run violates (\\w+):"));   // what the rule guards, whatever fell first
        const auto other = smaller.match(r.out);
        QVERIFY(lab.readAll().endsWith("expect violation " + (other.hasMatch() ? other.captured(1) : match.captured(2)).toUtf8() + "\n"));
        QCOMPARE(zab({"run", "--quiet", file}).exitCode, 0);
    }

    void textsGiveNoOrdersToTheTerminal() {
        const QString file = write("servers 1\nsay \"x\\x1b[31m\\nsecond\"\nstart all\nrun until leader\nC1 connect S1\nC1 create \"/\\x1b[2J\\xc2\\x9b\"\nrun 1s\n"
                                   "expect znode \"/\\x1b\"\n");
        const Result r = zab({"run", file});
        QVERIFY(r.out.contains("x\\x1b[31m\n") && r.out.contains("/\\x1b[2J\\x9b"));
        for (const QString& text : {r.out, r.err})
            for (const QChar c : text) QVERIFY2(c == '\n' || (c.unicode() >= 0x20 && c.unicode() != 0x7f && (c.unicode() < 0x80 || c.unicode() >= 0xa0)), qPrintable(text));
    }
#ifdef Q_OS_LINUX
    void whatCannotBeWrittenIsSaid() {
        const QString file = write("servers 3\nstart all\nrun until leader\n");
        for (const QString& options : {QString(), QString(" --digest --quiet"), QString(" --trace - --quiet")}) {
            const Result r = shell("\"$ZAB\" run " + file + options + " > /dev/full");
            QCOMPARE(r.exitCode, 2);
            QVERIFY2(r.err.startsWith("zab: ") && r.err.count('\n') == 1, qPrintable(r.err));
        }
    }
    void aRunThatIsTooBigEndsWithASentence() {
        const QString file = write("servers 3\nstart all\nrun until leader\nC1 connect S3\nrun 1s\nC1 load outstanding 60 bytes 1048575\nrun 1000000s\n");
        const Result r = shell("ulimit -v 700000; \"$ZAB\" run " + file + " --quiet");
        QCOMPARE(r.exitCode, 2);
        QCOMPARE(r.err, QString("zab: There is not enough memory for this run.\n"));
    }
#endif

    void failedExpectation() {
        const QString file = write("servers 3\nstart all\nrun until leader\nexpect leader S1\n");
        const Result r = zab({"run", file, "--quiet"});
        QCOMPARE(r.exitCode, 1);
        QVERIFY(r.out.isEmpty());
        QVERIFY2(r.err.contains(file + ":4:1:") && r.err.contains("expect leader S1") && r.err.contains("S3 leads"), qPrintable(r.err));
    }

    void traceIsJsonLines() {
        const QString file = write("servers 3\nstart all\nrun until leader\n");
        const QString out = m_dir.filePath("trace.jsonl");
        QCOMPARE(zab({"run", file, "--quiet", "--trace", out}).exitCode, 0);
        QFile trace(out);
        QVERIFY(trace.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = trace.readAll().trimmed().split('\n');
        QVERIFY(lines.size() > 50);
        for (qsizetype i = 0; i < lines.size(); ++i) QCOMPARE(QJsonDocument::fromJson(lines[i]).object()["id"].toInteger(-1), i);
        QCOMPARE(zab({"run", file, "--trace", "-"}).out.trimmed().count('\n') + 1, lines.size());
    }

    void benchPrintsJson() {
        const Result r = zab({"bench", "engine", "--seconds", "0.05"});
        QCOMPARE(r.exitCode, 0);
        const QJsonObject o = QJsonDocument::fromJson(r.out.toUtf8()).object();
        for (const char* checks : {"checksOff", "checksOn"}) {
            const QJsonObject c = o[checks].toObject();
            QVERIFY(c["electionsPerSecond"].toDouble() > 0);
            QVERIFY(c["virtualSecondsPerSecondIdle"].toDouble() > 0);
            const QJsonObject load = c["transactions"].toObject()["servers5Outstanding128"].toObject();
            for (const char* field : {"committedPerSecond", "eventsPerSecond", "virtualSecondsPerSecond"}) QVERIFY(load[field].toDouble() > 0);
        }
    }

private:
    QString write(const QString& script) {
        const QString name = m_dir.filePath(QString("%1.lab").arg(++m_files));
        QFile file(name);
        if (file.open(QIODevice::WriteOnly)) file.write(script.toUtf8());
        return name;
    }
    QTemporaryDir m_dir;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestZab)
#include "tst_zab.moc"
