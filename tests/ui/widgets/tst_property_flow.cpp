// SPDX-License-Identifier: GPL-3.0-or-later
// The lamps and the broken seals through the real window: a run that violates properties, its lamps, its cause chain, there and back.
#include "engine/zab/variants.h"
#include "tests/engine/host/hole_in_a_log.h"
#include "tests/ui/widgets/shown_window.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/property_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/inspector_panel.h"
#include "ui/widgets/lamp_strip.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/narration_strip.h"
#include "ui/widgets/property_panel.h"
#include "ui/widgets/run_actions.h"
#include "ui/widgets/stage_view.h"

#include <QDockWidget>
#include <QLabel>
#include <QSignalSpy>
#include <QScrollBar>
#include <QTableView>
#include <QTextBrowser>
#include <QtTest>

using namespace zab;

class TestPropertyFlow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void lampsTurnRedAndGreenAgain();
    void aLampTellsWhyAndLeadsThere();
    void theArrowsWalkAlongTheLamps();
    void everyColumnIsSeen();
    void theNameOfAFallenPropertyIsRead();
    void aBrokenRuleSpeaksUntilTheNextInput();
    void equalZxidsWithOtherTreesAreToldApart();
    void brokenSealsAreSeenAndTellWhatTheyGuard();

private:
    void open(const char* extra = "");
    const PropertyModel& model() { return m_window->properties().model(); }
    LampButton* lamp(Property p) { return m_window->lamps().lamp(p); }

    Appearance m_look;
    std::unique_ptr<MainWindow> m_window;
};

void TestPropertyFlow::init() {
    m_look.setMode(Appearance::Mode::Light);
    m_window = shownWindow(m_look);
    QVERIFY(m_window);
}

/// `extra`: lines behind the one of the servers.
void TestPropertyFlow::open(const char* extra) {
    const std::string text = QString::fromLatin1(kHoleInALog).replace(QStringLiteral("servers 3\n"), QStringLiteral("servers 3\n%1").arg(QLatin1String(extra))).toStdString();
    auto parsed = parseScript(text, "hole.lab");
    if (const auto* error = std::get_if<ScriptError>(&parsed)) QFAIL(error->text().c_str());
    m_window->documents().open(std::get<Script>(std::move(parsed)));
    QTRY_COMPARE(m_window->feed().view()->servers.size(), std::size_t{3});
}

void TestPropertyFlow::lampsTurnRedAndGreenAgain() {
    open();
    QTRY_VERIFY(lamp(Property::PrefixConsistency) && lamp(Property::OneShotWatch) && lamp(Property::FencedResource));
    QVERIFY(!lamp(Property::LeaderElected));   // nobody has healed a quorum: no run is held against it
    for (const PropertyLamp& l : model().lamps()) QVERIFY(l.holds());
    m_window->runActions().toViolation->trigger();
    QTRY_VERIFY(std::any_of(model().lamps().begin(), model().lamps().end(), [](const PropertyLamp& l) { return !l.holds(); }));
    QVERIFY(!m_window->feed().progress().playing);
    const auto red = std::find_if(model().lamps().begin(), model().lamps().end(), [](const PropertyLamp& l) { return !l.holds(); });
    const Property property = red->property;
    QVERIFY(!lamp(property)->holds());
    QVERIFY(lamp(property)->accessibleName().contains(QString::number(red->violated)));
    QVERIFY(lamp(Property::FencedResource)->holds());
    const int row = model().rowOf(property);
    QCOMPARE(model().index(row, PropertyModel::State).data().toString(), QStringLiteral("violated"));
    QVERIFY(model().index(row, PropertyModel::Since).data().toString().contains(QString::number(red->violated)));
    // Whoever goes to a violation sees which one.
    QTRY_COMPARE(m_window->lens().selection(), Selection::ofProperty(propertyName(property).toStdString()));
    m_window->runActions().stepBack->trigger();
    QTRY_VERIFY(lamp(property)->holds());
    QCOMPARE(model().index(row, PropertyModel::State).data().toString(), QStringLiteral("holds"));
    m_window->runActions().stepForward->trigger();
    QTRY_VERIFY(!lamp(property)->holds());
}

void TestPropertyFlow::aLampTellsWhyAndLeadsThere() {
    open();
    m_window->client().seek(100000);   // to the end of the script
    QTRY_VERIFY(lamp(Property::PrefixConsistency) && !lamp(Property::PrefixConsistency)->holds());
    QTest::mouseClick(lamp(Property::PrefixConsistency), Qt::LeftButton);
    QTRY_COMPARE(m_window->inspector().inspection().badge, QStringLiteral("PrefixConsistency"));
    const Inspection shown = m_window->inspector().inspection();
    QCOMPARE(shown.why, propertySentence(Property::PrefixConsistency));
    QVERIFY(shown.event > 0);
    QVERIFY(!shown.causes.empty());    // how it came to be, from the trace
    QVERIFY(toText(shown).contains(QStringLiteral("Zab.tla")));
    QVERIFY(m_window->properties().table()->currentIndex().row() == model().rowOf(Property::PrefixConsistency));
    const EventId all = m_window->feed().trace().size();
    const auto browser = m_window->inspector().findChild<QTextBrowser*>();
    emit browser->anchorClicked(QUrl(QStringLiteral("goto:%1").arg(shown.event)));
    QTRY_VERIFY(m_window->feed().trace().size() < all);
    QVERIFY(m_window->feed().trace().size() > shown.event);
    QTRY_VERIFY(!lamp(Property::PrefixConsistency)->holds());   // the decisive event has just happened
    m_window->runActions().stepBack->trigger();
    QTRY_VERIFY(lamp(Property::PrefixConsistency)->holds());
}

/// S1 has applied 1.3 without 1.2: the same last zxid, and not the same tree.
void TestPropertyFlow::equalZxidsWithOtherTreesAreToldApart() {
    auto parsed = parseScript("servers 3\nlatency 2ms jitter 0ms\npacket-time 0us\nwithout fifo-links\nstart S1 S3\nrun until leader S3\nC1 connect S3\n"
                              "run until commit\nrun 5ms\nfsync S3 20ms\nC1 create /a\nC1 create /b\ndeliver request C1-S3\ndeliver request C1-S3\n"
                              "deliver PROPOSAL 1.3 S3-S1\nrun until commit 1.2\ndeliver S3 fsync\ndeliver COMMIT 1.3 S3-S1\n",
                              "overtaken.lab");
    QVERIFY(std::holds_alternative<Script>(parsed));
    m_window->documents().open(std::get<Script>(std::move(parsed)));
    m_window->client().toViolation();
    QTRY_VERIFY_WITH_TIMEOUT(lamp(Property::LocalPrimaryOrder) && !lamp(Property::LocalPrimaryOrder)->holds(), 10000);
    const auto told = [this] {
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            if (label->text() == QStringLiteral("S1 at 1.3 · S3 at 1.3 too, with another tree")) return true;
        return false;
    };
    QTRY_VERIFY(told());
}

void TestPropertyFlow::theArrowsWalkAlongTheLamps() {
    open();
    QTRY_VERIFY(!model().lamps().empty() && lamp(model().lamps().front().property));
    LampButton* first = lamp(model().lamps()[0].property);
    LampButton* second = lamp(model().lamps()[1].property);
    first->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(first->hasFocus());
    const std::int64_t step = m_window->feed().view()->step;
    QTest::keyClick(first, Qt::Key_Right);
    QVERIFY(second->hasFocus());
    QCOMPARE(first->focusPolicy(), Qt::NoFocus);   // Tab enters the strip at one place
    QTest::keyClick(second, Qt::Key_Return);
    QTRY_COMPARE(m_window->lens().selection(), Selection::ofProperty(propertyName(second->property()).toStdString()));
    QCOMPARE(m_window->feed().view()->step, step);
    QVERIFY(!second->accessibleName().isEmpty() && !second->accessibleDescription().isEmpty());
}

void TestPropertyFlow::everyColumnIsSeen() {
    open();
    QDockWidget* dock = nullptr;
    for (QDockWidget* d : m_window->findChildren<QDockWidget*>())
        if (d->isAncestorOf(&m_window->properties())) dock = d;
    QVERIFY(dock);
    dock->show();
    dock->raise();
    QTableView* table = m_window->properties().table();
    for (const char* language : {"en", "zh_CN"})
        for (const QSize size : {QSize(960, 540), QSize(1366, 768), QSize(1920, 1080)})
            for (const bool fallen : {false, true}) {
                m_look.setLanguage(QLatin1String(language));
                m_window->resize(size);
                m_window->client().seek(fallen ? 100000 : 0);
                QTRY_COMPARE(std::all_of(model().lamps().begin(), model().lamps().end(), [](const PropertyLamp& l) { return l.holds(); }), !fallen);
                QTRY_VERIFY(table->isVisible() && m_window->size() == size);
                const auto end = [&] { return table->columnViewportPosition(PropertyModel::Source) + table->columnWidth(PropertyModel::Source); };
                QTRY_VERIFY2(end() <= table->viewport()->width() + 1, qPrintable(QStringLiteral("%1 of %2, window %3").arg(end()).arg(table->viewport()->width()).arg(size.width())));
                for (const auto column : {PropertyModel::Name, PropertyModel::State, PropertyModel::Meaning, PropertyModel::Source})
                    QVERIFY2(!table->isColumnHidden(column) && table->columnWidth(column) > 50, qPrintable(QStringLiteral("%1, %2 wide, column %3").arg(QLatin1String(language)).arg(size.width()).arg(int(column))));
                if (size.width() >= 1366) QCOMPARE(table->isColumnHidden(PropertyModel::Since), !fallen);
                QVERIFY(!table->horizontalScrollBar()->isVisible());
            }
    m_look.setLanguage(QStringLiteral("en"));
}

/// In one line there is not always room for the sentence: the name comes before it.
void TestPropertyFlow::theNameOfAFallenPropertyIsRead() {
    open();
    m_window->runActions().toViolation->trigger();
    QTRY_VERIFY(std::any_of(model().lamps().begin(), model().lamps().end(), [](const PropertyLamp& l) { return !l.holds(); }));
    QTRY_VERIFY2(m_window->narration().sentence().startsWith(QStringLiteral("Violated: ")), qPrintable(m_window->narration().sentence()));
    const QString told = m_window->narration().sentence().mid(10);
    QVERIFY2(std::any_of(model().lamps().begin(), model().lamps().end(), [&](const PropertyLamp& l) { return !l.holds() && told.startsWith(propertyName(l.property)); }), qPrintable(told));
}

/// The step goes on after it: what comes then must not hide why the exhibit exists.
void TestPropertyFlow::aBrokenRuleSpeaksUntilTheNextInput() {
    const auto spoken = [this](ServerId server) {
        for (const ShapeGroup& g : m_window->stage().scene().bubbles)
            if (g.target.server == server) return g.state;
        return QString();
    };
    const auto playTo = [this](const char* exhibit, int beats) {
        m_window->documents().open(QStringLiteral(":/exhibits/") + QLatin1String(exhibit));
        for (int i = 0; i < beats; ++i) m_window->client().nextBeat();
    };
    playTo("rule-truncate-surplus.lab", 3);
    QTRY_VERIFY2(spoken({2}).contains(QStringLiteral("The rule is switched off")), qPrintable(spoken({2})));
    QVERIFY2(m_window->narration().sentence().contains(QStringLiteral("The rule is switched off")), qPrintable(m_window->narration().sentence()));
    playTo("zookeeper-4685-before.lab", 1);
    m_window->client().toViolation();
    QTRY_VERIFY2(spoken({1}).contains(QStringLiteral("ZOOKEEPER-4685")), qPrintable(spoken({1})));
    // And no longer: S1 has joined a second time, by other decisions.
    m_window->client().nextBeat();
    m_window->client().nextBeat();
    QTRY_VERIFY2(!spoken({1}).contains(QStringLiteral("ZOOKEEPER-4685")) && m_window->feed().view()->now > sec(10), qPrintable(spoken({1})));
}

void TestPropertyFlow::brokenSealsAreSeenAndTellWhatTheyGuard() {
    open("without fsync-before-ack\nas in 3.4.11 ZOOKEEPER-2845\n");
    HitTarget seal;
    seal.kind = HitKind::Variant;
    seal.path = "fsync-before-ack";
    QTRY_VERIFY(m_window->stage().scene().find(seal));
    HitTarget defect = seal;
    defect.path = "ZOOKEEPER-2845";
    QVERIFY(m_window->stage().scene().find(defect));
    QVERIFY(m_window->stage().scene().find(defect)->name.contains(QStringLiteral("3.4.11")));
    const auto guarded = propertyByName(sealInfo(Seal::FsyncBeforeAck).guards);
    QVERIFY(guarded && lamp(*guarded) && !lamp(*guarded)->isGuarded());
    const QPoint at = m_window->stage().scene().find(seal)->bounds.center().toPoint();
    QTest::mouseMove(&m_window->stage(), at);
    QTRY_VERIFY(lamp(*guarded)->isGuarded());
    QTest::mouseMove(&m_window->stage(), QPoint(5, m_window->stage().height() - 5));
    QTRY_VERIFY(!lamp(*guarded)->isGuarded());
    QTest::mouseClick(&m_window->stage(), Qt::LeftButton, {}, at);
    QTRY_COMPARE(m_window->inspector().inspection().badge, QStringLiteral("fsync-before-ack"));
    QTRY_VERIFY(lamp(*guarded)->isGuarded());   // as long as it is selected
    const Inspection shown = m_window->inspector().inspection();
    QCOMPARE(shown.why, sealSentence(Seal::FsyncBeforeAck));
    QVERIFY(toText(shown).contains(sealBroken(Seal::FsyncBeforeAck)));
    QVERIFY(!shown.also.empty());
    QCOMPARE(shown.also.front().target, Selection::ofProperty(std::string(sealInfo(Seal::FsyncBeforeAck).guards)));
    open();
    QTRY_VERIFY(!m_window->stage().scene().find(seal));
}

QTEST_MAIN(TestPropertyFlow)
#include "tst_property_flow.moc"
