// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program from outside, where there is no display: what it says, in which language, and how it ends.
#include <QProcess>
#include <QtTest>

namespace {

struct Result {
    int exitCode = -1;   ///< -2: it did not end by itself
    QString out, err;
};

/// The environment says nothing of a display except what is given.
Result zablab(const QStringList& words, const QMap<QString, QString>& environment = {}) {
    QProcessEnvironment e = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE", "LANG"}) e.remove(name);
    e.insert("LC_ALL", "C.UTF-8");
    for (auto it = environment.begin(); it != environment.end(); ++it) e.insert(it.key(), it.value());
    QProcess process;
    process.setProcessEnvironment(e);
    process.start(QStringLiteral(ZAB_BINARY_DIR "/zablab"), words);
    Result r;
    if (!process.waitForFinished(60000)) return r;
    r.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    r.out = QString::fromUtf8(process.readAllStandardOutput());
    r.err = QString::fromUtf8(process.readAllStandardError());
    return r;
}

bool isChinese(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

const QMap<QString, QString> kChinese{{"LC_ALL", "zh_CN.UTF-8"}};
const QMap<QString, QString> kNoPlatform{{"QT_QPA_PLATFORM", "nowhere"}};

}  // namespace

class TestZablab : public QObject {
    Q_OBJECT

private slots:
    void helpNeedsNoDisplay() {
        for (const auto& environment : {QMap<QString, QString>{}, QMap<QString, QString>{{"DISPLAY", ":987"}}, kNoPlatform}) {
            const Result r = zablab({"--help"}, environment);
            QCOMPARE(r.exitCode, 0);
            QCOMPARE(r.err, QString());
            QVERIFY2(r.out.contains("--headless <DIR>") && r.out.contains("slow motion"), qPrintable(r.out));
        }
        QVERIFY(zablab({"-h"}).out.contains("--lang"));
        const Result version = zablab({"--version"});
        QCOMPARE(version.exitCode, 0);
        QVERIFY2(version.out.startsWith("ZabLab "), qPrintable(version.out));
    }

    void helpSpeaksTheLanguage() {
        QVERIFY(!isChinese(zablab({"--help"}).out));
        QVERIFY(isChinese(zablab({"--help"}, kChinese).out));
        QVERIFY(isChinese(zablab({"--lang", "zh_CN", "--help"}).out));
        QVERIFY(isChinese(zablab({"--help", "--lang=zh_CN"}).out));
        QVERIFY(!isChinese(zablab({"--help", "--lang", "en"}, kChinese).out));
    }

    void badArguments_data() {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("unknown option") << QStringList{"--loud"};
        QTest::newRow("option without value") << QStringList{"--theme"};
        QTest::newRow("language") << QStringList{"--lang", "tlh"};
        QTest::newRow("theme") << QStringList{"--theme", "pink"};
        QTest::newRow("size") << QStringList{"--size", "3x"};
        QTest::newRow("step") << QStringList{"--at", "-1"};
        QTest::newRow("place") << QStringList{"--at", "violence"};
        QTest::newRow("beat") << QStringList{"--beat", "two"};
        QTest::newRow("clients") << QStringList{"--open", "C1,S2"};
        QTest::newRow("panel") << QStringList{"--panel", "kitchen"};
        QTest::newRow("pictures nowhere") << QStringList{"--headless", ""};
        QTest::newRow("two files") << QStringList{"a.lab", "b.lab"};
        QTest::newRow("no such file") << QStringList{"--headless", "/nowhere", "/nowhere/at/all.lab"};
    }
    /// One sentence, exit code 2, nothing else; in Chinese too, except where the sentence stands in Qt's own words.
    void badArguments() {
        QFETCH(QStringList, words);
        const Result r = zablab(words);
        QCOMPARE(r.exitCode, 2);
        QCOMPARE(r.out, QString());
        QCOMPARE(r.err.count('\n'), 1);
        QVERIFY2(r.err.startsWith("zablab: ") && r.err.size() > 15, qPrintable(r.err));
        const Result chinese = zablab(words, kChinese);
        QCOMPARE(chinese.exitCode, 2);
        QVERIFY2(isChinese(chinese.err), qPrintable(chinese.err));
    }

    void noDisplayIsOneSentence() {
        QList<QMap<QString, QString>> environments{kNoPlatform};
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
        environments << QMap<QString, QString>{} << QMap<QString, QString>{{"DISPLAY", ":987"}};
#endif
        for (const auto& environment : environments) {
            for (const QStringList& words : {QStringList{}, QStringList{"--check-display"}}) {
                const Result r = zablab(words, environment);
                QCOMPARE(r.exitCode, 2);
                QCOMPARE(r.out, QString());
                QVERIFY2(r.err.startsWith("zablab: ") && r.err.count('\n') == 1, qPrintable(r.err));
            }
            QVERIFY(isChinese(zablab({"--lang", "zh_CN"}, environment).err));
        }
    }

    void aDisplayIsFound() { QCOMPARE(zablab({"--check-display"}, {{"QT_QPA_PLATFORM", "offscreen"}}).exitCode, 0); }

    void optionsOfQtGoToQt() {
        QCOMPARE(zablab({"-platform", "offscreen", "--check-display"}).exitCode, 0);
        QCOMPARE(zablab({"-platform", "offscreen", "-style=fusion", "--lang", "en", "--check-display"}).exitCode, 0);
    }
};

QTEST_APPLESS_MAIN(TestZablab)
#include "tst_zablab.moc"
