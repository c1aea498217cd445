// SPDX-License-Identifier: GPL-3.0-or-later
// One document, one trace: an optimised build and one without optimisation play everything that ships to the same digests.
#include <QDir>
#include <QProcess>
#include <QtTest>

class TestBuilds : public QObject {
    Q_OBJECT

private slots:
    void sameDigests() {
        QStringList scripts;
        for (const char* folder : {"/resources/lessons", "/resources/scenarios"}) {
            const QDir dir(QString(ZAB_SOURCE_DIR) + folder);
            for (const QString& name : dir.entryList({"*.lab"}, QDir::Files, QDir::Name)) scripts << dir.filePath(name);
        }
        QVERIFY(scripts.size() > 20);
        const QStringList own = digests("digests", scripts);
        const QStringList other = digests("digests_other", scripts);
        QCOMPARE(own.size(), scripts.size());
        for (int i = 0; i < own.size(); ++i) QCOMPARE(other.value(i), own[i]);
        // Different scripts leave different traces: otherwise the digest says nothing.
        QVERIFY(own.first().section(' ', 0, 0) != own.last().section(' ', 0, 0));
    }

private:
    static QStringList digests(const QString& program, const QStringList& scripts) {
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + '/' + program, scripts);
        if (!process.waitForFinished(300000) || process.exitCode() != 0) {
            qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
            return {};
        }
        return QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    }
};

QTEST_GUILESS_MAIN(TestBuilds)
#include "tst_builds.moc"
