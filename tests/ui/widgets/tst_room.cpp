// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is clicked and however long its name: nothing takes room from the stage, the keys stay the lecturer's, lists follow.
#include "tests/ui/widgets/shown_window.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/event_panel.h"
#include "ui/widgets/inspector_panel.h"
#include "ui/widgets/dock_layout.h"
#include "ui/widgets/main_menu.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/narration_strip.h"
#include "ui/widgets/run_actions.h"
#include "ui/widgets/stage_view.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTreeView>
#include <QtTest>

#include <memory>

using namespace zab;

namespace {

const std::string kLong = "/" + std::string(190, 'a') + "-lock-0000000007";
const char* const kPanels[] = {"event", "console", "plot", "recipe", "cap"};

}  // namespace

class TestRoom : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void itFitsASmallScreen();
    void longNamesTakeNoRoom_data();
    void longNamesTakeNoRoom();
    void aLongProblemTakesNoRoom();
    void aClickersKeysStepFromEveryList();
    void escapeAndOpeningGiveTheKeysBack();
    void theEventListFollowsAgain();
    void theNumberOfAZnodeIsSeen();
    void theNarrationIsNotOld();
    void theNarrationTellsTheCommand();
    void theNarrationIsCutWithDots();
    void theLayoutComesBackExactly();
    void noBlanksBetweenChineseWords();
    void oneSessionIsOne();

private:
    bool open(const QByteArray& script, int beats);
    bool openScenario(const char* name, int beats);
    bool openFile(const QString& path, int beats);
    bool settled();
    std::map<QString, QRect> places() const;

    Appearance m_look;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestRoom::init() {
    m_window = shownWindow(m_look);
    QVERIFY(m_window);
}

bool TestRoom::settled() {
    const bool done = QTest::qWaitFor([this] { return !m_window->feed().waits(); }, 30000);
    QTest::qWait(250);   // the panels tell a few times a second
    return done;
}

bool TestRoom::openFile(const QString& path, int beats) {
    if (!m_window->documents().open(path)) return false;
    for (int i = 0; i < beats; ++i) m_window->client().nextBeat();
    return settled();
}

bool TestRoom::open(const QByteArray& script, int beats) {
    QFile file(m_folder.filePath(QStringLiteral("room.lab")));
    if (!file.open(QIODevice::WriteOnly)) return false;
    file.write(script);
    file.close();
    return openFile(file.fileName(), beats);
}

bool TestRoom::openScenario(const char* name, int beats) {
    return openFile(QStringLiteral(ZAB_SOURCE_DIR "/resources/scenarios/") + QLatin1String(name), beats);
}

std::map<QString, QRect> TestRoom::places() const {
    std::map<QString, QRect> all;
    for (const QDockWidget* dock : m_window->findChildren<QDockWidget*>())
        if (!dock->visibleRegion().isEmpty()) all[dock->objectName()] = dock->geometry();
    all[QStringLiteral("stage")] = QRect(m_window->stage().mapTo(m_window.get(), QPoint()), m_window->stage().size());
    all[QStringLiteral("window")] = QRect(QPoint(), m_window->size());
    return all;
}

/// A screen of 1920x1080 at twice the size: every panel opened, the longest narration, both languages.
void TestRoom::itFitsASmallScreen() {
    const QSize screen(960, 540);
    m_window = std::make_unique<MainWindow>(m_look);
    m_window->stage().setAnimated(false);
    m_window->resize(screen);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    for (const char* language : {"en", "zh_CN"}) {
        m_look.setLanguage(QLatin1String(language));
        for (const auto& [file, panel] : {std::pair(":/exhibits/rule-fsync-before-ack.lab", ""), std::pair(":/exhibits/rule-leader-needs-quorum.lab", "property"),
                                          std::pair(":/lessons/07-locks.lab", "recipe"), std::pair(":/scenarios/cap-partition.lab", "cap")}) {
            QVERIFY(openFile(QLatin1String(file), 3));
            // Folded panels leave the room to the stage; asked for, each of them fits.
            if (!*panel) QVERIFY(m_window->stage().height() > screen.height() / 2 && m_window->stage().width() > screen.width() / 2);
            QVERIFY(!*panel || m_window->showPanel(QLatin1String(panel)));
            QTest::qWait(60);
            const QSize least = m_window->minimumSizeHint();
            QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(), qPrintable(QStringLiteral("%1 %2: %3x%4").arg(language, file).arg(least.width()).arg(least.height())));
            QVERIFY2(m_window->size() == screen, qPrintable(QStringLiteral("%1 %2: the window grew to %3").arg(language, file).arg(m_window->height())));
            const auto* say = m_window->narration().findChild<QLabel*>();
            QVERIFY2(say->heightForWidth(say->width()) <= say->height(), file);
            for (QDockWidget* dock : m_window->findChildren<QDockWidget*>())
                if (!dock->isFloating() && DockLayout::isInFront(dock)) QVERIFY2(m_window->rect().contains(dock->geometry()), qPrintable(dock->objectName()));
        }
        for (QAction* action : {m_window->findChild<MainMenu*>()->keys, m_window->findChild<MainMenu*>()->about, m_window->findChild<MainMenu*>()->legend}) {
            action->trigger();
            auto* dialog = QApplication::activeModalWidget();
            QVERIFY(dialog);
            const QSize room = m_window->screen()->availableSize();   // not a small one, but what is higher than it scrolls
            QVERIFY2(dialog->width() <= room.width() && dialog->height() <= room.height() && !dialog->findChildren<QAbstractScrollArea*>().isEmpty(), qPrintable(dialog->windowTitle()));
            dialog->close();
        }
        for (QDockWidget* dock : m_window->findChildren<QDockWidget*>()) dock->show();
        QTest::qWait(60);
        const QSize least = m_window->minimumSizeHint();
        QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(), qPrintable(QStringLiteral("%1: %2x%3").arg(language).arg(least.width()).arg(least.height())));
        QTRY_COMPARE(m_window->size(), screen);
        m_window->findChild<MainMenu*>()->resetLayout->trigger();
    }
    m_look.setLanguage(QStringLiteral("en"));
}

void TestRoom::longNamesTakeNoRoom_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("1366x768") << QSize(1366, 768);
    QTest::newRow("1920x1080") << QSize(1920, 1080);
}

void TestRoom::longNamesTakeNoRoom() {
    QFETCH(QSize, size);
    m_window->resize(size);
    const QByteArray path = QByteArray::fromStdString(kLong);
    QVERIFY(open("servers 3\nstart all\nrun until leader\nrun until quiet\nC1-C3 connect\nrun until quiet\nC1 create " + path +
                 "\nrun until quiet\nC1 get " + path + " watch\nC1-C3 lock " + path + "\nrun until quiet\nC3 create " + path + "/" +
                 QByteArray(200, 'b') + "\nrun until quiet\n", 1));
    QVERIFY(!m_window->feed().view()->recipes.empty());
    for (const char* panel : kPanels) {
        QVERIFY(m_window->showPanel(QLatin1String(panel)));
        m_window->lens().select({});
        QTest::qWait(60);
        const auto before = places();
        std::vector<Selection> things{Selection::ofZnode(ServerId{1}, kLong), Selection::ofRecipePart(ClientId{1}, kLong), Selection::ofClient(ClientId{1}),
                                      Selection::ofServer(ServerId{2}), Selection::ofLink(ServerId{1}, ServerId{2})};
        for (EventId id = m_window->feed().trace().size() - 40; id < m_window->feed().trace().size(); id += 3) things.push_back(Selection::ofEvent(id));
        for (const Selection& thing : things) {
            m_window->lens().select(thing);
            QTest::qWait(40);
            for (const auto& [name, place] : places())
                QVERIFY2(!before.count(name) || before.at(name) == place,
                         qPrintable(name + QLatin1String(" with ") + m_window->inspector().inspection().badge.left(30)));
            QVERIFY2(m_window->minimumSizeHint().width() <= 1366, qPrintable(QString::number(m_window->minimumSizeHint().width())));
        }
    }
    // What is cut is cut in the middle, and told in full.
    m_window->lens().select(Selection::ofZnode(ServerId{1}, kLong));
    QTest::qWait(40);
    const auto* badge = m_window->inspector().findChild<ElidedLabel*>(QStringLiteral("badge"));
    QVERIFY(badge);
    QCOMPARE(badge->text(), QString::fromStdString(kLong));
    QVERIFY2(badge->shownText().startsWith(QLatin1String("/aaa")) && badge->shownText().endsWith(QLatin1String("0007")), qPrintable(badge->shownText()));
    QVERIFY(badge->geometry().right() <= m_window->inspector().contentsRect().right());
}

void TestRoom::aLongProblemTakesNoRoom() {
    const int least = m_window->minimumSizeHint().width();
    m_window->resize(1920, 1080);
    QVERIFY(!m_window->documents().open(QStringLiteral("/nowhere/") + QString(200, QLatin1Char('x'))));
    QTest::qWait(60);
    // A few letters of it, and dots.
    QVERIFY2(m_window->minimumSizeHint().width() <= least + 60, qPrintable(QString::number(m_window->minimumSizeHint().width())));
}

void TestRoom::aClickersKeysStepFromEveryList() {
    QVERIFY(openScenario("lock-dead-waiter.lab", 2));
    m_window->runActions().setStepSize(RunActions::Step::Event);
    QVERIFY(m_window->showPanel(QStringLiteral("recipe")));
    QTest::qWait(60);
    int lists = 0;
    for (auto* view : m_window->findChildren<QAbstractItemView*>()) {
        if (qobject_cast<QHeaderView*>(view) || !view->window()->isActiveWindow()) continue;
        for (QWidget* w = view; w; w = w->parentWidget())
            if (auto* dock = qobject_cast<QDockWidget*>(w)) dock->raise();
        QTest::qWait(30);
        view->setFocus();
        if (!view->hasFocus()) continue;
        ++lists;
        const EventId at = m_window->feed().trace().size();
        QTest::keyClick(view, Qt::Key_PageDown);
        QVERIFY(settled());
        QVERIFY2(m_window->feed().trace().size() > at, view->metaObject()->className());
        QTest::keyClick(view, Qt::Key_PageUp);
        QVERIFY(settled());
        QCOMPARE(m_window->feed().trace().size(), at);
    }
    QVERIFY(lists >= 3);
}

void TestRoom::escapeAndOpeningGiveTheKeysBack() {
    QVERIFY(openScenario("lock-dead-waiter.lab", 1));
    QVERIFY(m_window->showPanel(QStringLiteral("event")));   // the first recipe has come to the front
    QTest::qWait(60);
    QTableView* list = m_window->events().table();
    list->setFocus();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(m_window->events().model().rowCount() - 1, 2)).center());
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(m_window->stage().hasFocus());
    list->setFocus();
    QVERIFY(openScenario("server-list.lab", 1));
    QVERIFY(m_window->stage().hasFocus());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Home);
    QTRY_COMPARE(m_window->feed().trace().size(), EventId{0});
}

void TestRoom::theEventListFollowsAgain() {
    QVERIFY(openScenario("lock-dead-waiter.lab", 1));
    QVERIFY(m_window->showPanel(QStringLiteral("event")));   // the first recipe has come to the front
    QTest::qWait(60);
    QScrollBar* bar = m_window->events().table()->verticalScrollBar();
    QVERIFY(bar->maximum() > 20);
    QCOMPARE(bar->value(), bar->maximum());
    const auto wheel = [&](int delta) {
        QWidget* view = m_window->events().table()->viewport();
        const QPointF at = view->rect().center();
        QWheelEvent event(at, view->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view, &event);
    };
    wheel(120 * 5);
    const int away = bar->value();
    QVERIFY(away < bar->maximum());
    m_window->client().nextBeat();
    QVERIFY(settled());
    QCOMPARE(bar->value(), away);   // somebody reads there
    QVERIFY(openScenario("server-list.lab", 1));
    QCOMPARE(bar->value(), bar->maximum());
    wheel(120 * 5);
    QTest::keyClick(m_window->events().table(), Qt::Key_End, Qt::ControlModifier);   // back at the end without the wheel
    m_window->client().nextBeat();
    QVERIFY(settled());
    QCOMPARE(bar->value(), bar->maximum());
}

void TestRoom::theNumberOfAZnodeIsSeen() {
    QVERIFY(openScenario("lock-dead-waiter.lab", 1));
    const std::vector<RecipePartView>& parts = m_window->feed().view()->recipes.front().parts;
    m_window->lens().select(Selection::ofZnode(ServerId{1}, parts.back().znode));
    QVERIFY(settled());
    auto* tree = m_window->findChild<QTreeView*>();
    QVERIFY(tree);
    const QModelIndex index = tree->currentIndex().siblingAtColumn(0);
    const QString name = index.data().toString();
    QVERIFY2(name.size() > 40, qPrintable(name));
    const QString shown = tree->fontMetrics().elidedText(name, tree->textElideMode(), tree->visualRect(index).width() - 8);
    QVERIFY2(shown.endsWith(name.right(3)), qPrintable(shown));
    QVERIFY(tree->horizontalScrollBar()->maximum() == 0);
    // The same in the list of events.
    int names = 0;
    for (int row = 0; row < m_window->events().model().rowCount(); ++row) {
        const QString text = m_window->events().model().index(row, EventListModel::What).data().toString();
        if (!text.contains(QLatin1String("_c_"))) continue;
        ++names;
        QVERIFY2(!text.contains(name) && text.contains(QChar(0x2026)) && text.contains(QLatin1String("-lock-")), qPrintable(text));
    }
    QVERIFY(names > 0);
}

void TestRoom::theNarrationIsNotOld() {
    QVERIFY(openScenario("server-list.lab", 5));
    const QString told = m_window->narration().sentence();
    QVERIFY2(!told.contains(QLatin1String("refused")) && told.contains(QLatin1String("C1")) && told.contains(QLatin1String("S1")), qPrintable(told));
    const EventId end = m_window->feed().trace().size();
    // Asked for all at once, as above, or one by one.
    QVERIFY(openScenario("server-list.lab", 0));
    for (int i = 0; i < 5; ++i) {
        m_window->client().nextBeat();
        QVERIFY(settled());
    }
    QCOMPARE(m_window->feed().trace().size(), end);
    QCOMPARE(m_window->narration().sentence(), told);
}

void TestRoom::theNarrationTellsTheCommand() {
    QVERIFY(openFile(QStringLiteral(ZAB_SOURCE_DIR "/resources/lessons/07-locks.lab"), 5));
    const QString told = m_window->narration().sentence();
    QVERIFY2(told.contains(QLatin1String("C3")) && !told.contains(QLatin1String("turn of C2")), qPrintable(told));
}

void TestRoom::theNarrationIsCutWithDots() {
    QVERIFY(openFile(QStringLiteral(ZAB_SOURCE_DIR "/resources/lessons/07-locks.lab"), 4));
    int cut = 0;
    for (const int width : {1366, 1200, 1100}) {
        m_window->resize(width, 768);
        QTest::qWait(60);
        for (const ElidedLabel* label : m_window->narration().findChildren<ElidedLabel*>()) {
            QVERIFY(label->fontMetrics().horizontalAdvance(label->shownText()) <= label->width());
            cut += label->shownText().endsWith(QChar(0x2026)) ? 1 : 0;
        }
    }
    QVERIFY(cut > 0);
}

/// A maximized window is shown small first, and gets its size from the window manager a moment later.
void TestRoom::theLayoutComesBackExactly() {
    QSettings settings;
    settings.clear();
    m_window->resize(1200, 760);
    const QByteArray small = m_window->saveGeometry();
    m_window->resize(1800, 1000);
    m_window->resizeDocks({m_window->findChild<QDockWidget*>(QStringLiteral("treeDock"))}, {280}, Qt::Horizontal);
    m_window->resizeDocks({m_window->findChild<QDockWidget*>(QStringLiteral("eventDock"))}, {300}, Qt::Vertical);
    QTest::qWait(60);
    const auto before = places();
    for (int start = 0; start < 2; ++start) {
        m_window->close();
        settings.setValue(QStringLiteral("window/geometry"), small);
        m_window = std::make_unique<MainWindow>(m_look);
        m_window->restoreLayout();
        QCOMPARE(m_window->size(), QSize(1200, 760));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->resize(1800, 1000);
        QTest::qWait(60);
        for (const auto& [name, place] : places())
            QVERIFY2(before.at(name) == place, qPrintable(QStringLiteral("%1: %2x%3, was %4x%5").arg(name).arg(place.width()).arg(place.height())
                                                              .arg(before.at(name).width()).arg(before.at(name).height())));
    }
    settings.clear();
}

void TestRoom::noBlanksBetweenChineseWords() {
    m_look.setLanguage(QStringLiteral("zh_CN"));
    QTest::qWait(60);
    const QRegularExpression blank(QStringLiteral("\\p{Han} +\\p{Han}"));
    int chinese = 0;
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        if (!action->isEnabled()) continue;   // some are about nobody yet
        for (const QString& text : {action->text(), action->statusTip(), action->toolTip()}) {
            chinese += text.contains(QRegularExpression(QStringLiteral("\\p{Han}"))) ? 1 : 0;
            if (text.contains(blank)) QFAIL(qPrintable(text));
        }
    }
    m_look.setLanguage(QStringLiteral("en"));
    QVERIFY(chinese > 30);
}

/// From the start, and again after another language.
void TestRoom::oneSessionIsOne() {
    QVERIFY(openScenario("server-list.lab", 5));
    const auto servers = [this] {
        QStringList states;
        for (int id = 1; id <= 3; ++id) {
            HitTarget server;
            server.kind = HitKind::Server;
            server.server = ServerId{id};
            if (const ShapeGroup* g = m_window->stage().scene().find(server)) states << g->state;
        }
        return states.join(QLatin1Char('\n'));
    };
    QVERIFY2(servers().contains(QRegularExpression(QStringLiteral("\\b1 session\\b"))), qPrintable(servers()));
    QVERIFY(!servers().contains(QLatin1String("1 sessions")));
    m_look.setLanguage(QStringLiteral("zh_CN"));
    m_look.setLanguage(QStringLiteral("en"));
    QVERIFY(settled());
    QVERIFY2(!servers().contains(QLatin1String("1 sessions")), qPrintable(servers()));
}

QTEST_MAIN(TestRoom)
#include "tst_room.moc"
