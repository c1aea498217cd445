// SPDX-License-Identifier: GPL-3.0-or-later
// The menu bar and the actions that belong to the window itself.
#pragma once

#include "ui/widgets/documents.h"
#include "ui/widgets/workbench.h"

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include <vector>

class QMainWindow;
class QMenu;

namespace zab {

class FaultActions;
class RunActions;

class MainMenu : public QObject {
    Q_OBJECT

public:
    MainMenu(const Workbench& bench, QMainWindow& window, Documents& documents, RunActions& run, FaultActions& faults);

    QAction *open, *save, *quit, *projector, *blank, *toRecipe, *resetLayout, *resetStage, *pings, *keys, *legend, *about;
    QAction *breakSeals, *hunt;
    QAction* atViolation;   ///< ticked: an exhibit opens where its property falls
    QActionGroup *themes, *languages;

    /// Actions that show and hide the docks, in the View menu.
    void setDockActions(const std::vector<QAction*>& actions);
    void retranslate();
    /// Ticks what is so: theme, language, projector.
    void showState();

signals:
    void fileWanted(const QString& path);
    void exhibitWanted(const QString& path);

private:
    void makeActions();
    void makeMenus();
    void fillRecent();
    void fillLessons();
    static QString defectOf(const QString& path);
    void fillExhibits(QMenu& menu, const std::vector<Documents::Lesson>& exhibits);

    Workbench m_bench;
    QMainWindow& m_window;
    Documents& m_documents;
    RunActions& m_run;
    FaultActions& m_faults;
    QMenu *m_fileMenu, *m_recentMenu, *m_runMenu, *m_stepMenu, *m_faultMenu, *m_lessonMenu, *m_scenarioMenu, *m_ruleMenu, *m_museumMenu, *m_viewMenu, *m_themeMenu, *m_languageMenu, *m_helpMenu;
    QAction* m_dockPlace = nullptr;
};

}  // namespace zab
