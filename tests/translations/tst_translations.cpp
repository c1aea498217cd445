// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that a person sees exists in every language that ships: nothing unfinished, empty, left over or forgotten.
#include "engine/zab/rules.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Entry {
    QString context, source, comment, type;
    QStringList translations;  ///< several for a plural
    QString name() const { return QString("%1: \"%2\"").arg(context, source); }
};

/// The entries of a .ts file; none if it is no well-formed XML.
QList<Entry> readEntries(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto element = xml.name();
        if (element == u"name") context = xml.readElementText();
        else if (element == u"message") entries << Entry{context, {}, {}, {}, {}};
        else if (element == u"source") entries.last().source = xml.readElementText();
        else if (element == u"comment") entries.last().comment = xml.readElementText();
        else if (element == u"numerusform") entries.last().translations << xml.readElementText();
        else if (element == u"translation") {
            entries.last().type = xml.attributes().value("type").toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (!text.trimmed().isEmpty()) entries.last().translations << text.trimmed();
        }
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

/// %1, %L2, %n ... in order of their names; each once.
QStringList placeholders(const QString& text) {
    static const QRegularExpression placeholder("%L?(\\d\\d?|n)");
    QStringList found;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) found << it.next().captured(1);
    found.removeDuplicates();
    found.sort();
    return found;
}

QString problemOf(const Entry& entry) {
    if (!entry.type.isEmpty()) return entry.type + " " + entry.name();
    if (entry.translations.isEmpty()) return "empty " + entry.name();
    for (const QString& translation : entry.translations) {
        if (translation.trimmed().isEmpty()) return "empty " + entry.name();
        if (placeholders(translation) != placeholders(entry.source)) return "other placeholders in " + entry.name() + " -> \"" + translation + "\"";
    }
    return {};
}

QStringList problemsIn(const QString& path) {
    QStringList problems;
    for (const Entry& entry : readEntries(path))
        if (const QString problem = problemOf(entry); !problem.isEmpty()) problems << problem;
    return problems;
}

QString listed(const QStringList& problems) {
    return '\n' + problems.mid(0, 40).join('\n') + QString("\n%1 in all").arg(problems.size());  // the texts have %1 of their own
}

const QString kFolder = ZAB_SOURCE_DIR "/translations";

}  // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void complete_data() { addFiles(); }
    void complete() {
        QFETCH(QString, file);
        QVERIFY2(readEntries(file).size() > 100, "empty or broken");
        const QStringList problems = problemsIn(file);
        QVERIFY2(problems.isEmpty(), qPrintable(listed(problems)));
    }

    /// lupdate over the sources, into a copy, finds no text that the file lacks and none that it has for nothing.
    void current_data() { addFiles(); }
    void current() {
        QFETCH(QString, file);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QFileInfo(file).fileName());
        QVERIFY(QFile::copy(file, copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(ZAB_SOURCE_DIR);
        lupdate.start(ZAB_LUPDATE, {"-silent", "-recursive", "engine", "ui", "app", ZAB_BINARY_DIR "/lesson_texts.h", "-I", ZAB_SOURCE_DIR, "-locations", "none", "-ts", copy});
        QVERIFY2(lupdate.waitForFinished(120000), qPrintable(lupdate.errorString()));
        QVERIFY2(lupdate.exitCode() == 0, lupdate.readAllStandardError().constData());
        const QStringList problems = problemsIn(copy);
        QVERIFY2(problems.isEmpty(), qPrintable("run the target update_translations and translate what is new:" + listed(problems)));
    }

    void everyRule_data() { addFiles(); }
    void everyRule() {
        QFETCH(QString, file);
        QSet<QString> sources;
        for (const Entry& entry : readEntries(file))
            if (entry.context == "Rule") sources << entry.source;
        QStringList missing;
        for (int i = 1; i < int(zab::RuleId::Count_); ++i) {
            const QString sentence = QString::fromUtf8(zab::ruleInfo(zab::RuleId(i)).sentence);
            if (!sources.contains(sentence)) missing << sentence;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(listed(missing)));
    }

    /// What the program carries is what the file says.
    void embedded_data() { addFiles(); }
    void embedded() {
        QFETCH(QString, file);
        QTranslator translator;
        QVERIFY(translator.load(":/i18n/" + QFileInfo(file).completeBaseName() + ".qm"));
        int compared = 0;
        for (const Entry& entry : readEntries(file)) {
            if (entry.translations.size() != 1 || !entry.comment.isEmpty() || entry.context != "Rule") continue;
            QCOMPARE(translator.translate("Rule", entry.source.toUtf8().constData()), entry.translations.first());
            ++compared;
        }
        QVERIFY(compared > 50);
    }

    /// One Chinese word for one thing, and Chinese marks and no blanks between Chinese words.
    void chineseIsOneHand() {
        const struct {
            const char* pattern;
            const char* better;
        } rules[] = {
            {"监视", "a watch is 监听"},
            {"响应", "a reply is 应答"},
            {"提案", "a proposal is 提议"},
            {" watch(es)?( |，|。|：|$)", "a watch is 监听"},
            {"\\bwatcher\\b", "Watcher, as in Java"},
            {"\\p{Han} +\\p{Han}", "no blank between Chinese words"},
            {"\\p{Han}[,;:?!]|\\p{Han}\\.(\\s|$)", "a Chinese mark behind a Chinese word"},
            {"[，。；：？！、（] | [，。；：？！、）]", "no blank beside a Chinese mark"},
        };
        const QList<Entry> entries = readEntries(kFolder + "/zablab_zh_CN.ts");
        QVERIFY(entries.size() > 1000);
        QStringList problems;
        for (const Entry& entry : entries)
            for (const QString& text : entry.translations)
                for (const auto& rule : rules)
                    if (text.contains(QRegularExpression(QString::fromUtf8(rule.pattern))))
                        problems << QString("%1 in \"%2\"").arg(QString::fromUtf8(rule.better), text);
        for (const Entry& entry : entries)
            if (entry.source.contains("cknowledg") && !entry.source.contains(QRegularExpression("answer|repl")) && entry.translations.join(' ').contains(QString::fromUtf8("应答")))
                problems << QString("an acknowledgement is 确认 in \"%1\"").arg(entry.translations.first());
        QVERIFY2(problems.isEmpty(), qPrintable(listed(problems)));
    }

    /// Every text with a number in it has its English singular: "1 session", never "1 sessions".
    void englishPlurals() {
        QTranslator english;
        QVERIFY(english.load(":/i18n/zablab_en.qm"));
        int plurals = 0;
        for (const Entry& entry : readEntries(kFolder + "/zablab_zh_CN.ts")) {
            if (!entry.source.contains("%n")) continue;
            ++plurals;
            const auto text = [&](int n) { return english.translate(entry.context.toUtf8().constData(), entry.source.toUtf8().constData(), nullptr, n); };
            QVERIFY2(!text(1).isEmpty() && text(1) != entry.source, qPrintable(entry.name()));
            QCOMPARE(text(0), entry.source);
            QCOMPARE(text(2), entry.source);
            QCOMPARE(placeholders(text(1)), placeholders(entry.source));
        }
        QVERIFY(plurals > 0);
    }

    void faultsAreFound() {
        QCOMPARE(problemOf({"C", "to %1", "", "", {"至 %1"}}), QString());
        QVERIFY(problemOf({"C", "to %1", "", "", {"至"}}).contains("placeholders"));
        QVERIFY(problemOf({"C", "to %1", "", "unfinished", {"至 %1"}}).startsWith("unfinished"));
        QVERIFY(problemOf({"C", "to", "", "vanished", {"至"}}).startsWith("vanished"));
        QVERIFY(problemOf({"C", "to", "", "", {}}).startsWith("empty"));
    }

private:
    static void addFiles() {
        QTest::addColumn<QString>("file");
        const QStringList names = QDir(kFolder).entryList({"*.ts"}, QDir::Files);
        QVERIFY(names.contains("zablab_zh_CN.ts"));
        for (const QString& name : names) QTest::newRow(qPrintable(name)) << kFolder + '/' + name;
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
