// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that can be switched off and defects of releases: their names, what they guard, and which release had which defect.
#include "engine/check/safety.h"
#include "engine/zab/variants.h"

#include <QFile>
#include <QtTest>

using namespace zab;

namespace {

class TestVariants : public QObject {
    Q_OBJECT

private slots:
    void everyRuleGuardsAProperty() {
        for (int i = 0; i < static_cast<int>(Seal::Count_); ++i) {
            const SealInfo& info = sealInfo(static_cast<Seal>(i));
            QVERIFY2(propertyByName(info.guards), info.id.data());
            QVERIFY(sealByName(info.id) == static_cast<Seal>(i));
        }
        QVERIFY(!sealByName("nonsense"));
    }
    void everyDefectBreaksAProperty() {
        for (int i = 0; i < static_cast<int>(Defect::Count_); ++i) {
            const auto defect = static_cast<Defect>(i);
            const DefectInfo& info = defectInfo(defect);
            QVERIFY2(propertyByName(info.breaks).has_value() || (defect == Defect::Zk3023 && info.breaks.empty()), info.title.data());
            QVERIFY(defectByName(toString(defect)) == defect);
            for (const Release& first : info.since) QVERIFY(hasDefect(first, defect));
            for (const Release& fix : info.fixed) QVERIFY(!hasDefect(fix, defect));
        }
    }
    void whichReleaseHadIt() {
        QVERIFY(hasDefect({3, 4, 11}, Defect::Zk2845));
        QVERIFY(!hasDefect({3, 4, 12}, Defect::Zk2845));
        QVERIFY(hasDefect({3, 5, 3}, Defect::Zk2845));
        QVERIFY(!hasDefect({3, 4, 9}, Defect::Zk2845));   // before it came
        QVERIFY(!hasDefect({3, 5, 2}, Defect::Zk2845));   // before it came to that branch
        QVERIFY(!hasDefect({3, 4, 6}, Defect::Zk2355));   // the line was there, the loss was not
        QVERIFY(!hasDefect({3, 6, 2}, Defect::Zk4646));
        QVERIFY(hasDefect({3, 7, 2}, Defect::Zk4646));    // a branch that ended with it
        QVERIFY(!hasDefect({3, 8, 0}, Defect::Zk2845));   // a branch that was born with the cure
        QVERIFY(hasDefect({3, 8, 6}, Defect::Zk4394));
    }
    void releases() {
        QVERIFY(releaseByName("3.4.11") == (Release{3, 4, 11}));
        for (const char* wrong : {"", "3", "3.4", "3.4.", "3.4.5.6", "3.4.x", "3.-4.5", "v3.4.5", "99999999999.1.1"}) QVERIFY2(!releaseByName(wrong), wrong);
    }
    // The tables of the manual say what the code says.
    void theManualKnowsThemAll() {
        QFile file(QStringLiteral(ZAB_SOURCE_DIR "/resources/LANGUAGE.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string manual = file.readAll().toStdString();
        for (int i = 0; i < static_cast<int>(Seal::Count_); ++i) {
            const SealInfo& s = sealInfo(static_cast<Seal>(i));
            const std::string row = "| `" + std::string(s.id) + "` | " + s.sentence + " | " + s.broken + " | " + std::string(s.guards) + " |";
            QVERIFY2(manual.find(row) != std::string::npos, row.c_str());
        }
        for (int i = 0; i < static_cast<int>(Defect::Count_); ++i) {
            const DefectInfo& d = defectInfo(static_cast<Defect>(i));
            const auto list = [](const std::vector<Release>& releases) {
                std::string text;
                for (const Release& r : releases) text += (text.empty() ? "" : ", ") + toString(r);
                return text;
            };
            const std::string row = "| `" + toString(static_cast<Defect>(i)) + "` | " + std::string(d.title) + " | " + std::string(d.breaks) + " | " + list(d.since) + " | " + list(d.fixed) + " |";
            QVERIFY2(manual.find(row) != std::string::npos, row.c_str());
        }
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestVariants)
#include "tst_variants.moc"
