// SPDX-License-Identifier: GPL-3.0-or-later
// The list of mutants fits the code: every text stands in its file exactly once. Whether something notices them: tests/mutation/run.sh.
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace {

struct Mutant {
    QString name, file, before, after;
};

QString read(const QString& path) {
    QFile file(QStringLiteral(ZAB_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Mutant> mutants() {
    QList<Mutant> all;
    for (const QString& line : read("tests/mutation/mutants.txt").split('\n')) {
        if (line.startsWith("== ")) all.append({line.mid(3), {}, {}, {}});
        else if (all.isEmpty() || line.isEmpty()) continue;
        else if (line.startsWith('-')) all.last().before += line.mid(1) + '\n';
        else if (line.startsWith('+')) all.last().after += line.mid(1) + '\n';
        else all.last().file = line;
    }
    for (Mutant& m : all) {
        m.before.chop(1);
        m.after.chop(1);
    }
    return all;
}

class TestMutants : public QObject {
    Q_OBJECT

private slots:
    void fits_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        for (const Mutant& m : mutants()) QTest::newRow(qPrintable(m.name)) << m.file << m.before << m.after;
    }
    void fits() {
        QFETCH(QString, file);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QVERIFY(file.startsWith("engine/zab/") || file.startsWith("engine/server/"));
        QVERIFY(before != after && !before.isEmpty());
        QCOMPARE(read(file).count(before), 1);
    }
    void thereAreEnough() {
        QSet<QString> names, files;
        for (const Mutant& m : mutants()) {
            QVERIFY2(!names.contains(m.name), qPrintable(m.name));
            names.insert(m.name);
            files.insert(m.file);
        }
        QVERIFY(names.size() >= 40);
        QVERIFY(files.size() >= 8);
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestMutants)
#include "tst_mutants.moc"
