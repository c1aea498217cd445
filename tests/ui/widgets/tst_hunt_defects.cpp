// SPDX-License-Identifier: GPL-3.0-or-later
// Defects of a release in the hunt dialog: they are ticked beside the rules, and the hunt is held against servers that have them.
#include "tests/ui/widgets/shown_window.h"
#include "ui/widgets/hunt_dialog.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

using namespace zab;

class TestHuntDefects : public QObject {
    Q_OBJECT

private slots:
    void aDefectIsTickedAndFound();
    void theyAreCalledAfterAReleaseThatHadThem();
};

void TestHuntDefects::aDefectIsTickedAndFound() {
    HuntDialog hunt;
    hunt.setPage(HuntDialog::Chaos);
    QAction* defect = nullptr;
    for (const QMenu* menu : hunt.findChildren<QMenu*>())
        for (QAction* a : menu->actions())
            if (a->text().contains(QStringLiteral("ZOOKEEPER-2845"))) defect = a;
    QVERIFY(defect);
    QVERIFY(hunt.defects().empty() && hunt.broken().empty());
    defect->trigger();
    QVERIFY(hunt.defects().has(Defect::Zk2845) && hunt.broken().empty());
    const auto buttons = hunt.findChildren<QPushButton*>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(),
                        [](const QPushButton* b) { return b->text() == QStringLiteral("ZOOKEEPER-2845"); }));
    hunt.begin();
    QTRY_VERIFY_WITH_TIMEOUT(hunt.findings().rowCount() > 0 || !hunt.client().isOn(), 20000);
    QVERIFY2(hunt.findings().rowCount() > 0, qPrintable(hunt.endText()));
    hunt.cancel();   // it need not be short
    QTRY_VERIFY_WITH_TIMEOUT(!hunt.client().isOn(), 20000);
    QVERIFY2(hunt.endText().startsWith(QStringLiteral("With ZOOKEEPER-2845: found in ")), qPrintable(hunt.endText()));
    QVERIFY(hunt.findings().findings().front().script.find("ZOOKEEPER-2845") != std::string::npos);   // the run carries it
}

void TestHuntDefects::theyAreCalledAfterAReleaseThatHadThem() {
    for (int i = 0; i < static_cast<int>(Defect::Count_); ++i) {
        EnumSet<Defect> one;
        one.add(static_cast<Defect>(i));
        Variants variants;
        QVERIFY(addDefects(variants, one));
        QVERIFY(variants.defects == one && variants.release && hasDefect(*variants.release, static_cast<Defect>(i)));
    }
    EnumSet<Defect> apart;   // one was cured long before the other was made
    apart.add(Defect::Zk1154);
    apart.add(Defect::Zk4646);
    Variants variants;
    if (!addDefects(variants, apart)) QVERIFY(variants == Variants());
    else for (const Defect d : {Defect::Zk1154, Defect::Zk4646}) QVERIFY(hasDefect(*variants.release, d));
}

QTEST_MAIN(TestHuntDefects)
#include "tst_hunt_defects.moc"
