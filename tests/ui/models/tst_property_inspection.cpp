// SPDX-License-Identifier: GPL-3.0-or-later
// What a red lamp says of its run: which rule is off or which defect on, where that made a difference, and what was demanded and when.
#include "tests/engine/script_of.h"
#include "ui/models/property_inspection.h"
#include "ui/text/event_text.h"
#include "ui/text/property_words.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <algorithm>

using namespace zab;
using zab::tests::scriptOf;

namespace {

QString factOf(const Inspection& i, const QString& name) {
    const auto found = std::find_if(i.facts.begin(), i.facts.end(), [&](const auto& fact) { return fact.first == name; });
    return found == i.facts.end() ? QString() : found->second;
}

Lab played(const Script& script) {
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    return lab;
}

}  // namespace

class TestPropertyInspection : public QObject {
    Q_OBJECT

private slots:
    void theExhibitsNameWhatIsToBlame_data() {
        QTest::addColumn<QString>("file");
        for (const QString& file : QDir(QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits")).entryList({"rule-*.lab", "*-before.lab"})) QTest::newRow(qPrintable(file)) << file;
    }
    void theExhibitsNameWhatIsToBlame() {
        QFETCH(QString, file);
        QFile in(QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits/") + file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const Script script = scriptOf(in.readAll().toStdString());
        const Lab lab = played(script);
        const auto& fallen = lab.checker().violations();
        const Variants& variants = script.scenario.ensemble.variants;
        for (const ViolationFound& v : fallen) {
            const Inspection i = inspectProperty(std::string(propertyInfo(v.property).id), lab.trace(), lab.view());
            QVERIFY2(!factOf(i, "Not as in ZooKeeper").isEmpty(), propertyInfo(v.property).id.data());
            QVERIFY(std::any_of(i.also.begin(), i.also.end(), [&](const Inspection::Also& a) {
                return a.target.kind == Selection::Kind::Event && a.target.event <= v.event && a.text.contains("difference");
            }));
            QVERIFY(i.event == v.event && !i.causes.empty());
        }
        // Whoever asks the seal itself learns where it made a difference in this run.
        int told = 0;
        for (int n = 0; n < static_cast<int>(Seal::Count_); ++n) {
            const std::string name(sealInfo(static_cast<Seal>(n)).id);
            const bool isOff = !variants.holds(static_cast<Seal>(n));
            QCOMPARE(!factOf(inspectVariant(name, lab.trace()), "In this run").isEmpty(), isOff);
            told += isOff;
        }
        for (int n = 0; n < static_cast<int>(Defect::Count_); ++n)
            told += variants.has(static_cast<Defect>(n)) && !factOf(inspectVariant(toString(static_cast<Defect>(n)), lab.trace()), "In this run").isEmpty();
        QVERIFY(told > 0);
    }
    // Where nothing is switched off nobody is blamed.
    void nobodyElseIsToBlame() {
        int files = 0;
        for (const char* folder : {"exhibits", "scenarios"})
            for (const QFileInfo& info : QDir(QStringLiteral(ZAB_SOURCE_DIR "/resources/") + folder).entryInfoList({"*.lab"})) {
                QFile in(info.filePath());
                QVERIFY(in.open(QIODevice::ReadOnly));
                const Script script = scriptOf(in.readAll().toStdString());
                if (script.scenario.ensemble.variants != Variants{}) continue;
                ++files;
                const Lab lab = played(script);
                for (int n = 0; n < static_cast<int>(Seal::Count_); ++n)
                    QVERIFY2(factOf(inspectVariant(std::string(sealInfo(static_cast<Seal>(n)).id), lab.trace()), "In this run").isEmpty(), qPrintable(info.fileName()));
                for (int n = 0; n < static_cast<int>(Defect::Count_); ++n)
                    QVERIFY2(factOf(inspectVariant(toString(static_cast<Defect>(n)), lab.trace()), "In this run").isEmpty(), qPrintable(info.fileName() + QString::number(n)));
            }
        QVERIFY(files > 40);
    }
    // What healed servers owe falls because time runs out: the lamp names the demand, not the event that happened to come next.
    void aDemandIsTheCause() {
        const Lab lab = played(scriptOf("servers 3\nstart all\nrun until leader\nrun 2s\ncrash S1\ncrash S2\nrun 1s\ndemand S3 within 20s\nrun 300s\n"));
        QVERIFY(lab.checker().isViolated(Property::LeaderElected));
        const Inspection i = inspectProperty("leaderElected", lab.trace(), lab.view());
        EventId demand = 0;
        while (lab.trace().at(demand).kind != EventKind::Demanded) ++demand;
        const SimTime begun = lab.trace().at(demand).time;
        QCOMPARE(factOf(i, "Overdue since"), timeText(begun + sec(20)));
        QVERIFY(factOf(i, "Demanded").contains(QString::number(demand)) && factOf(i, "Violated by").isEmpty());
        QVERIFY(!i.causes.empty() && i.causes.back().event == lab.trace().at(demand).cause);
        QVERIFY(factOf(i, "Not as in ZooKeeper").isEmpty());
        QCOMPARE(factOf(i, "Stated in"), propertySource(Property::LeaderElected));
    }
    void aPropertyThatHoldsBlamesNobody() {
        const Lab lab = played(scriptOf("servers 3\nwithout fsync-before-ack\nstart all\nrun until leader\nC1 connect\nrun 1s\n"));
        const Inspection i = inspectProperty("Agreement", lab.trace(), lab.view());
        QVERIFY(factOf(i, "Not as in ZooKeeper").isEmpty() && i.event == kNoEvent);
        QVERIFY(!factOf(inspectVariant("fsync-before-ack", lab.trace()), "In this run").isEmpty());
        QVERIFY(factOf(inspectVariant("epoch-promise", lab.trace()), "In this run").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPropertyInspection)
#include "tst_property_inspection.moc"
