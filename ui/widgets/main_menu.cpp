// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_menu.h"

#include "engine/zab/variants.h"
#include "ui/text/property_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/fault_actions.h"
#include "ui/widgets/run_actions.h"
#include "ui/widgets/tick_menu.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace zab {

MainMenu::MainMenu(const Workbench& bench, QMainWindow& window, Documents& documents, RunActions& run, FaultActions& faults)
    : QObject(&window), m_bench(bench), m_window(window), m_documents(documents), m_run(run), m_faults(faults) {
    makeActions();
    makeMenus();
    retranslate();
    showState();
    connect(&bench.appearance, &Appearance::themeChanged, this, &MainMenu::showState);
    connect(&bench.appearance, &Appearance::languageChanged, this, &MainMenu::showState);
}

void MainMenu::makeActions() {
    for (QAction** a : {&open, &save, &quit, &projector, &blank, &toRecipe, &resetLayout, &resetStage, &pings, &keys, &legend, &about, &breakSeals, &hunt, &atViolation}) *a = new QAction(this);
    open->setShortcut(QKeySequence::Open);
    save->setShortcut(QKeySequence::Save);
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    projector->setShortcut(Qt::Key_F5);
    projector->setCheckable(true);
    blank->setShortcuts({QKeySequence(Qt::Key_B), QKeySequence(Qt::Key_Period)});
    blank->setCheckable(true);
    blank->setAutoRepeat(false);
    pings->setCheckable(true);
    toRecipe->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    hunt->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    atViolation->setCheckable(true);
    keys->setShortcut(Qt::Key_F1);
    legend->setShortcut(Qt::Key_F2);
    themes = new QActionGroup(this);
    for (int mode = 0; mode < 3; ++mode) {
        QAction* a = themes->addAction(QString());
        a->setCheckable(true);
        a->setData(mode);
    }
    connect(themes, &QActionGroup::triggered, this, [this](QAction* a) { m_bench.appearance.setMode(static_cast<Appearance::Mode>(a->data().toInt())); });
    languages = new QActionGroup(this);
    // A language is named in itself, so that who cannot read the present one finds it.
    for (const auto& [code, name] : {std::pair("en", "English"), std::pair("zh_CN", "简体中文")}) {
        QAction* a = languages->addAction(QString::fromUtf8(name));
        a->setCheckable(true);
        a->setData(QString::fromLatin1(code));
    }
    connect(languages, &QActionGroup::triggered, this, [this](QAction* a) { m_bench.appearance.setLanguage(a->data().toString()); });
}

void MainMenu::makeMenus() {
    QMenuBar* bar = m_window.menuBar();
    m_fileMenu = bar->addMenu(QString());
    m_fileMenu->addAction(open);
    m_recentMenu = m_fileMenu->addMenu(QString());
    m_fileMenu->addAction(save);
    m_fileMenu->addSeparator();
    m_fileMenu->addAction(quit);
    m_runMenu = bar->addMenu(QString());
    m_runMenu->addActions({m_run.play, m_run.stepForward, m_run.stepBack, m_run.stop, m_run.reset, m_run.toViolation});
    m_stepMenu = m_runMenu->addMenu(QString());
    m_stepMenu->addActions(m_run.sizes->actions());
    m_runMenu->addSeparator();
    m_runMenu->addActions({m_run.faster, m_run.slower});
    m_runMenu->addActions(m_run.pacings->actions());
    m_runMenu->addAction(m_run.readingPauses);
    m_runMenu->addSeparator();
    m_runMenu->addActions({breakSeals, hunt});
    m_faultMenu = bar->addMenu(QString());
    m_faultMenu->addActions({m_faults.crash, m_faults.crashKeep, m_faults.restart, m_faults.freeze, m_faults.timeout});
    m_faultMenu->addSeparator();
    m_faultMenu->addActions({m_faults.cut, m_faults.partition, m_faults.sides, m_faults.healAll});
    m_faultMenu->addSeparator();
    m_faultMenu->addActions({m_faults.drop, m_faults.delay, m_faults.duplicate, m_faults.deliver});
    m_lessonMenu = bar->addMenu(QString());
    m_scenarioMenu = new QMenu(m_lessonMenu);
    for (QMenu** menu : {&m_ruleMenu, &m_museumMenu}) *menu = new TickMenu(m_lessonMenu);   // where an exhibit opens is ticked first
    m_viewMenu = bar->addMenu(QString());
    m_viewMenu->addActions({projector, blank});
    m_viewMenu->addSeparator();
    m_dockPlace = m_viewMenu->addSeparator();
    m_viewMenu->addActions({toRecipe, pings, resetStage, resetLayout});
    m_viewMenu->addSeparator();
    m_themeMenu = m_viewMenu->addMenu(QString());
    m_themeMenu->addActions(themes->actions());
    m_languageMenu = m_viewMenu->addMenu(QString());
    m_languageMenu->addActions(languages->actions());
    m_helpMenu = bar->addMenu(QString());
    m_helpMenu->addActions({legend, keys, about});
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainMenu::fillRecent);
    // Without a menu bar (projector mode) the keys go on working: the window owns the actions too.
    m_window.addActions({open, save, quit, projector, blank, keys, legend, toRecipe, breakSeals, hunt, m_run.play, m_run.stepForward, m_run.stepBack, m_run.stop, m_run.reset, m_run.toViolation, m_run.faster, m_run.slower});
    m_window.addActions(m_run.sizes->actions());
    m_window.addActions({m_faults.crash, m_faults.restart, m_faults.cut, m_faults.partition, m_faults.healAll, m_faults.drop});
}

void MainMenu::setDockActions(const std::vector<QAction*>& actions) {
    for (QAction* a : actions) m_viewMenu->insertAction(m_dockPlace, a);
}

void MainMenu::fillRecent() {
    m_recentMenu->clear();
    for (const QString& path : m_documents.recentFiles()) {
        QAction* a = m_recentMenu->addAction(QFileInfo(path).fileName());
        a->setStatusTip(path);
        connect(a, &QAction::triggered, this, [this, path] { emit fileWanted(path); });
    }
    if (m_recentMenu->isEmpty()) m_recentMenu->addAction(tr("none yet"))->setEnabled(false);
}

void MainMenu::fillLessons() {
    m_lessonMenu->clear();
    int number = 0;
    for (const Documents::Lesson& lesson : m_documents.lessons()) {
        const QString title = QCoreApplication::translate("Lesson", lesson.title.toUtf8().constData());
        QAction* a = m_lessonMenu->addAction(tr("%1. %2").arg(++number).arg(title));
        if (number <= 9) a->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)));
        a->setStatusTip(tr("Opens the lesson, paused at its beginning"));
        connect(a, &QAction::triggered, this, [this, path = lesson.path] { emit fileWanted(path); });
    }
    m_lessonMenu->addSeparator();
    m_lessonMenu->addMenu(m_scenarioMenu);
    m_scenarioMenu->setTitle(tr("More scenarios"));
    m_scenarioMenu->clear();
    for (const Documents::Lesson& scenario : m_documents.scenarios()) {
        QAction* a = m_scenarioMenu->addAction(QCoreApplication::translate("Lesson", scenario.title.toUtf8().constData()));
        a->setStatusTip(tr("Opens the scenario, paused at its beginning"));
        connect(a, &QAction::triggered, this, [this, path = scenario.path] { emit fileWanted(path); });
    }
    m_lessonMenu->addMenu(m_ruleMenu);
    m_ruleMenu->setTitle(tr("Rules switched off"));
    fillExhibits(*m_ruleMenu, m_documents.rules());
    m_lessonMenu->addMenu(m_museumMenu);
    m_museumMenu->setTitle(tr("Museum of defects"));
    fillExhibits(*m_museumMenu, m_documents.museum());
}

/// The defect that an exhibit of the museum is about, by its file's name such as zookeeper-2845-before; empty: a rule's.
QString MainMenu::defectOf(const QString& path) {
    const QStringList words = QFileInfo(path).completeBaseName().split(QLatin1Char('-'));
    const auto defect = words.size() > 2 ? defectByName((words[0].toUpper() + QLatin1Char('-') + words[1]).toStdString()) : std::nullopt;
    return defect ? tr("%1: %2").arg(QString::fromStdString(toString(*defect)), defectTitle(*defect)) : QString();
}

void MainMenu::fillExhibits(QMenu& menu, const std::vector<Documents::Lesson>& exhibits) {
    menu.clear();
    qDeleteAll(menu.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    menu.menuAction()->setVisible(!exhibits.empty());
    menu.addAction(atViolation);
    menu.addSeparator();
    // Before, after and the orders of one defect stand together: all in one menu are more than a small screen holds.
    QMenu* of = &menu;
    for (const Documents::Lesson& exhibit : exhibits) {
        const QString defect = defectOf(exhibit.path);
        if (defect.isEmpty()) of = &menu;
        else if (of->title() != defect) of = menu.addMenu(defect);
        QAction* a = of->addAction(QCoreApplication::translate("Lesson", exhibit.title.toUtf8().constData()));
        a->setStatusTip(tr("Opens the exhibit, paused at its beginning or where its property is violated"));
        connect(a, &QAction::triggered, this, [this, path = exhibit.path] { emit exhibitWanted(path); });
    }
}

void MainMenu::showState() {
    for (QAction* a : themes->actions()) a->setChecked(a->data().toInt() == static_cast<int>(m_bench.appearance.mode()));
    for (QAction* a : languages->actions()) a->setChecked(a->data().toString() == m_bench.appearance.language());
    projector->setChecked(m_bench.appearance.projector());
}

void MainMenu::retranslate() {
    m_fileMenu->setTitle(tr("&File"));
    m_recentMenu->setTitle(tr("Open recent"));
    m_runMenu->setTitle(tr("&Run"));
    m_stepMenu->setTitle(tr("Step size"));
    m_faultMenu->setTitle(tr("F&aults"));
    m_lessonMenu->setTitle(tr("&Lessons"));
    m_viewMenu->setTitle(tr("&View"));
    m_themeMenu->setTitle(tr("Theme"));
    m_languageMenu->setTitle(QStringLiteral("Language / 语言"));
    m_helpMenu->setTitle(tr("&Help"));
    open->setText(tr("Open script or run…"));
    open->setStatusTip(tr("Opens a .lab file, paused at its beginning"));
    save->setText(tr("Save run as…"));
    save->setStatusTip(tr("Saves what was done in this run as a .lab file that replays it exactly"));
    quit->setText(tr("Quit"));
    projector->setText(tr("Projector mode"));
    projector->setStatusTip(tr("Only the stage, the narration and the step button, in large letters (F5)"));
    blank->setText(tr("Blank the screen"));
    blank->setStatusTip(tr("Covers the window until a key is pressed (B or the full stop)"));
    toRecipe->setText(tr("To its part in a recipe"));
    toRecipe->setStatusTip(tr("From a packet, a queue cell, an acknowledgement, a session or a znode to the waiter that it belongs to"));
    resetLayout->setText(tr("Reset the window's layout"));
    resetStage->setText(tr("Put servers back to their places"));
    pings->setText(tr("Show pings"));
    breakSeals->setText(tr("New run with rules switched off…"));
    breakSeals->setStatusTip(tr("Chooses rules of the protocol that a new run does without"));
    hunt->setText(tr("Look for a violation…"));
    hunt->setStatusTip(tr("Searches many runs, or all of a small ensemble, for one that violates a property (Ctrl+F)"));
    atViolation->setText(tr("Open where the property is violated"));
    atViolation->setStatusTip(tr("Ticked: an exhibit is played at once to the decisive event, and paused there"));
    keys->setText(tr("Keys"));
    legend->setText(tr("Legend"));
    legend->setStatusTip(tr("What the colours and signs on the stage mean"));
    about->setText(tr("About ZabLab"));
    const QString modes[] = {tr("As the system"), tr("Light"), tr("Dark")};
    for (QAction* a : themes->actions()) a->setText(modes[a->data().toInt()]);
    fillLessons();
}

}  // namespace zab
