// SPDX-License-Identifier: GPL-3.0-or-later
// The window: puts the parts together and owns nothing of their work.
#pragma once

#include "engine/host/engine_thread.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/widgets/dock_layout.h"
#include "ui/widgets/workbench.h"

#include <QMainWindow>

class QDockWidget;

namespace zab {

class Appearance;
class BlankCover;
class ConsolePanel;
class Documents;
class ElidedLabel;
class EventPanel;
class FaultActions;
class FaultBar;
class HuntDialog;
class InspectorPanel;
class LampStrip;
class MainMenu;
class NarrationStrip;
class PlotPanel;
class PropertyPanel;
class RecipePanel;
class CapPanel;
class RunActions;
class RunBar;
class StageController;
class StageView;
class TreePanel;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Appearance& appearance);
    ~MainWindow() override;

    Documents& documents() { return *m_documents; }
    StageView& stage() { return *m_stage; }
    RunActions& runActions() { return *m_run; }
    FaultActions& faultActions() { return *m_faults; }
    ConsolePanel& console() { return *m_console; }
    EventPanel& events() { return *m_events; }
    InspectorPanel& inspector() { return *m_inspector; }
    RecipePanel& recipes() { return *m_recipes; }
    PropertyPanel& properties() { return *m_properties; }
    LampStrip& lamps() { return *m_lamps; }
    NarrationStrip& narration() { return *m_narration; }
    LabClient& client() { return m_client; }
    TraceFeed& feed() { return m_feed; }
    Lens& lens() { return m_lens; }

    /// Window size, docks and dragged servers of the last time; the program asks for it, tests do not.
    void restoreLayout();
    void showFirstRecipe();
    void setProjector(bool on);
    /// Brings a panel to the front by the name of its dock without "Dock": "recipes". False if there is none.
    bool showPanel(const QString& name);
    /// From what is selected to the part in a recipe that it belongs to.
    void showPart();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeCentre();
    void makeBars();
    void makeDocks();
    void connectParts();
    void connectMenu();
    void retranslate();
    void showTitle();
    void onNotice(const Notice& notice);
    void showProblem(const QString& sentence);
    void toExpectedViolation();
    void openByDialog();
    void saveByDialog();
    void openWithCare(const QString& path);
    void breakSeals();
    void openHunt();
    void showKeys();
    void showAbout();
    void showText(const QString& title, const QString& html);

    Appearance& m_appearance;
    EngineThread m_engine;
    LabClient m_client;
    TraceFeed m_feed;
    Lens m_lens;
    Workbench m_bench;

    Documents* m_documents;
    RunActions* m_run;
    FaultActions* m_faults;
    StageView* m_stage;
    StageController* m_stageController;
    NarrationStrip* m_narration;
    RunBar* m_runBar;
    FaultBar* m_faultBar;
    TreePanel* m_tree;
    InspectorPanel* m_inspector;
    EventPanel* m_events;
    ConsolePanel* m_console;
    PlotPanel* m_plots;
    RecipePanel* m_recipes;
    CapPanel* m_cap;
    PropertyPanel* m_properties;
    LampStrip* m_lamps;
    HuntDialog* m_hunt = nullptr;   ///< made when it is first asked for
    MainMenu* m_menu;
    BlankCover* m_cover;
    DockLayout m_docks{*this};
    QDockWidget *m_treeDock, *m_inspectorDock, *m_eventDock, *m_consoleDock, *m_plotDock, *m_recipeDock, *m_capDock, *m_propertyDock;
    ElidedLabel* m_problem;
    QByteArray m_beforeProjector;
    Qt::WindowStates m_statesBeforeProjector;
    bool m_recipesSeen = false;  ///< the run has had a recipe
    QByteArray m_savedDocks;     ///< of the last time, until the window has the size of the last time
    QSize m_savedSize;
    bool m_layoutDone = false;   ///< docks have got their sizes: restored, or by default when first shown
};

}  // namespace zab
