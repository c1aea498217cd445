// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_window.h"

#include "ui/models/recipe_inspection.h"
#include "ui/text/engine_text.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/blank_cover.h"
#include "ui/widgets/busy_strip.h"
#include "ui/widgets/cap_panel.h"
#include "ui/widgets/console_panel.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/event_panel.h"
#include "ui/widgets/fault_actions.h"
#include "ui/widgets/fault_bar.h"
#include "ui/widgets/help_texts.h"
#include "ui/widgets/hunt_dialog.h"
#include "ui/widgets/inspector_panel.h"
#include "ui/widgets/legend_dialog.h"
#include "ui/widgets/lamp_strip.h"
#include "ui/widgets/main_menu.h"
#include "ui/widgets/narration_strip.h"
#include "ui/widgets/plot_panel.h"
#include "ui/widgets/property_panel.h"
#include "ui/widgets/recipe_canvas.h"
#include "ui/widgets/recipe_panel.h"
#include "ui/widgets/run_actions.h"
#include "ui/widgets/run_bar.h"
#include "ui/widgets/seal_dialog.h"
#include "ui/widgets/stage_controller.h"
#include "ui/widgets/stage_view.h"
#include "ui/widgets/status_line.h"
#include "ui/widgets/tree_panel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QStatusBar>
#include <QStyle>
#include <QTabBar>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace zab {
namespace {

constexpr int kLayoutVersion = 4;

}  // namespace

MainWindow::MainWindow(Appearance& appearance)
    : m_appearance(appearance), m_client(m_engine), m_feed(m_engine, m_client), m_bench{m_client, m_feed, m_lens, appearance},
      m_documents(new Documents(m_bench, this)), m_run(new RunActions(m_bench, this)), m_faults(new FaultActions(m_bench, this)),
      m_problem(new ElidedLabel(Qt::ElideRight)) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    resize(1366, 768);
    setStatusBar(new StatusLine);
    makeCentre();
    makeBars();
    makeDocks();
    m_menu = new MainMenu(m_bench, *this, *m_documents, *m_run, *m_faults);
    std::vector<QAction*> toggles;
    for (const QDockWidget* dock : m_docks.all()) toggles.push_back(dock->toggleViewAction());
    m_menu->setDockActions(toggles);
    m_cover = new BlankCover(this);
    m_lamps = new LampStrip(m_bench, m_properties->model());
    statusBar()->addPermanentWidget(m_lamps);
    connectParts();
    connectMenu();
    retranslate();
    m_stage->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre() {
    auto* centre = new QWidget;
    centre->setObjectName(QStringLiteral("centre"));
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    auto* frame = new Card;
    frame->column()->setContentsMargins(1, 1, 1, 1);
    m_stage = new StageView;
    frame->column()->addWidget(m_stage);
    m_narration = new NarrationStrip(m_bench);
    m_narration->setStepAction(m_run->stepForward);
    column->addWidget(frame, 1);
    column->addWidget(m_narration);
    setCentralWidget(centre);
    m_stageController = new StageController(m_bench, *m_stage, this);
}

void MainWindow::makeBars() {
    m_runBar = new RunBar(m_bench, *m_run);
    m_faultBar = new FaultBar(*m_faults);
    addToolBar(m_runBar);
    addToolBar(m_faultBar);
    m_problem->setObjectName(QStringLiteral("problem"));
    statusBar()->addPermanentWidget(m_problem);
    statusBar()->addPermanentWidget(new BusyStrip(m_bench, *m_run));
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::makeDocks() {
    m_tree = new TreePanel(m_bench);
    m_inspector = new InspectorPanel(m_bench);
    m_events = new EventPanel(m_bench);
    m_properties = new PropertyPanel(m_bench);
    m_properties->addAction(m_run->toViolation);
    m_console = new ConsolePanel(m_bench);
    m_plots = new PlotPanel(m_bench);
    m_recipes = new RecipePanel(m_bench);
    m_cap = new CapPanel(m_bench);
    m_treeDock = m_docks.add("treeDock", m_tree, Qt::LeftDockWidgetArea);
    m_inspectorDock = m_docks.add("inspectorDock", m_inspector, Qt::RightDockWidgetArea);
    m_eventDock = m_docks.add("eventDock", m_events, Qt::BottomDockWidgetArea);
    m_propertyDock = m_docks.add("propertyDock", m_properties, Qt::BottomDockWidgetArea);
    m_consoleDock = m_docks.add("consoleDock", m_console, Qt::BottomDockWidgetArea);
    m_plotDock = m_docks.add("plotDock", m_plots, Qt::BottomDockWidgetArea);
    m_recipeDock = m_docks.add("recipeDock", m_recipes, Qt::BottomDockWidgetArea);
    m_capDock = m_docks.add("capDock", m_cap, Qt::BottomDockWidgetArea);
    m_docks.place();
}

void MainWindow::connectParts() {
    connect(m_stageController, &StageController::hinted, this, [this](const QString& text) { statusBar()->showMessage(text); });
    connect(m_stageController, &StageController::inspectorWanted, this, [this] {
        m_inspectorDock->show();
        m_inspectorDock->raise();
    });
    connect(m_stage, &StageView::pointedAt, m_lamps, [this](const HitTarget& t) { m_lamps->pointAt(t.kind == HitKind::Variant ? t.path : std::string()); });
    connect(m_lamps, &LampStrip::wanted, this, [this](const QString& property) {
        m_lens.select(Selection::ofProperty(property.toStdString()));
        m_inspectorDock->show();
        m_inspectorDock->raise();
    });
    connect(m_stageController, &StageController::recipeWanted, this, &MainWindow::showPart);
    connect(&m_lens, &Lens::changed, this, [this](Lens::Changes what) {
        if ((what & Lens::SelectionChange) && m_lens.selection().kind == Selection::Kind::RecipePart && !m_appearance.projector()) showPanel(QStringLiteral("recipe"));
    });
    connect(m_recipes, &RecipePanel::hinted, this, [this](const QString& text) { statusBar()->showMessage(text); });
    connect(m_recipes, &RecipePanel::problem, this, &MainWindow::showProblem);
    connect(m_faults, &FaultActions::partitionModeRequested, m_stage, &StageView::setPartitionMode);
    connect(m_stage, &StageView::partitionModeChanged, m_faults->partition, &QAction::setChecked);
    connect(&m_feed, &TraceFeed::noticed, this, &MainWindow::onNotice);
    // What was said about the end of the lesson is no longer so after a step back.
    connect(&m_feed, &TraceFeed::eventsUndone, statusBar(), &QStatusBar::clearMessage);
    connect(&m_feed, &TraceFeed::traceCleared, this, [this] {
        m_lens.select({});
        statusBar()->clearMessage();
        m_problem->clear();
    });
    connect(m_documents, &Documents::opened, this, &MainWindow::showTitle);
    connect(m_documents, &Documents::opened, this, [this] {
        m_recipesSeen = false;
        if (m_client.scenario().eureka.on) m_docks.bringForward(m_capDock);
    });
    connect(&m_feed, &TraceFeed::viewChanged, this, &MainWindow::showFirstRecipe);
    connect(m_documents, &Documents::opened, m_stage, &StageView::closeClients);   // those of another run
    connect(m_documents, &Documents::opened, m_stage, [this] { m_stage->setFocus(); });   // whatever list was clicked before: the keys step
    connect(m_documents, &Documents::failed, this, &MainWindow::showProblem);
    connect(m_documents, &Documents::saved, this, [this](const QString& path) { statusBar()->showMessage(tr("Saved as %1").arg(QDir::toNativeSeparators(path)), 6000); });
    // In a list or a tree the arrow keys and Home belong to it while it has the focus; a clicker's keys never do.
    for (QAbstractItemView* view : findChildren<QAbstractItemView*>()) view->installEventFilter(this);
}

void MainWindow::connectMenu() {
    connect(m_menu->open, &QAction::triggered, this, &MainWindow::openByDialog);
    connect(m_menu->save, &QAction::triggered, this, &MainWindow::saveByDialog);
    connect(m_menu->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menu, &MainMenu::fileWanted, this, &MainWindow::openWithCare);
    connect(m_menu, &MainMenu::exhibitWanted, this, [this](const QString& path) {
        if (m_documents->open(path) && m_menu->atViolation->isChecked()) toExpectedViolation();
    });
    connect(m_inspector, &InspectorPanel::exhibitWanted, this, [this](const QString& path) {
        if (m_documents->open(path)) toExpectedViolation();
    });
    connect(m_menu->hunt, &QAction::triggered, this, &MainWindow::openHunt);
    connect(m_menu->breakSeals, &QAction::triggered, this, &MainWindow::breakSeals);
    connect(m_cap, &CapPanel::scenarioWanted, this, &MainWindow::openWithCare);
    connect(m_cap, &CapPanel::benchWanted, this, [this](const Script& script) {
        m_documents->open(script);
        m_client.nextBeat();   // there: both registries know all
    });
    connect(m_menu->projector, &QAction::toggled, this, &MainWindow::setProjector);
    connect(m_menu->blank, &QAction::toggled, m_cover, &BlankCover::setCovering);
    connect(m_cover, &BlankCover::lifted, m_menu->blank, [this] { m_menu->blank->setChecked(false); });
    connect(m_menu->toRecipe, &QAction::triggered, this, &MainWindow::showPart);
    connect(m_menu->resetLayout, &QAction::triggered, this, [this] {
        m_docks.place();
        m_docks.fit();
    });
    connect(m_menu->resetStage, &QAction::triggered, m_stage, &StageView::resetLayout);
    connect(m_menu->pings, &QAction::toggled, m_stage, &StageView::setPingsVisible);
    connect(m_menu->keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(m_menu->legend, &QAction::triggered, this, [this] { (new LegendDialog(m_appearance.theme(), this))->open(); });
    connect(m_menu->about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::retranslate() {
    m_treeDock->setWindowTitle(tr("Znode tree"));
    m_inspectorDock->setWindowTitle(tr("Why did this happen?"));
    m_eventDock->setWindowTitle(tr("Events"));
    m_consoleDock->setWindowTitle(tr("Console"));
    m_plotDock->setWindowTitle(tr("Live plots"));
    m_recipeDock->setWindowTitle(tr("Recipes"));
    m_capDock->setWindowTitle(tr("CAP bench"));
    m_propertyDock->setWindowTitle(tr("Properties"));
    m_menu->retranslate();
    m_stageController->retranslate();
    showTitle();
}

void MainWindow::showTitle() {
    const QString shown = m_documents->title();
    setWindowTitle(shown.isEmpty() ? QStringLiteral("ZabLab") : tr("%1 – ZabLab").arg(shown));
}

void MainWindow::onNotice(const Notice& notice) {
    const QString text = engineSentence(notice.text);
    switch (notice.kind) {
        case Notice::Kind::Done: m_problem->clear(); break;
        case Notice::Kind::Refused:
        case Notice::Kind::Stopped: showProblem(text); break;
        case Notice::Kind::LessonEnded: statusBar()->showMessage(tr("The lesson ends here. Play goes on freely; try a fault."), 15000); break;
        case Notice::Kind::BrokenPromise:
            showProblem(tr("The lab has found an error in itself and stopped this run: %1. Please save the run (Ctrl+S); the file reproduces it.").arg(text));
            break;
        case Notice::Kind::Outcome: statusBar()->showMessage(text, 8000); break;
        case Notice::Kind::Document: break;
    }
}

void MainWindow::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
}

void MainWindow::openWithCare(const QString& path) { m_documents->open(path); }

/// What the document is there to show; another property may fall before.
void MainWindow::toExpectedViolation() {
    const std::vector<Property> expected = expectedViolations(m_client.script());
    if (!expected.empty()) m_client.toViolation(expected.front());
}

void MainWindow::openByDialog() {
    auto* dialog = new QFileDialog(this, tr("Open script or run"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Lab scripts (*.lab)"), tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openWithCare);
    dialog->open();
}

void MainWindow::saveByDialog() {
    auto* dialog = new QFileDialog(this, tr("Save run as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("lab"));
    dialog->setNameFilters({tr("Lab scripts (*.lab)")});
    connect(dialog, &QFileDialog::fileSelected, m_documents, &Documents::save);
    dialog->open();
}

/// The first recipe of a run brings its picture to the front, unless the person looks at something of their own choice.
void MainWindow::showFirstRecipe() {
    if (m_recipesSeen || m_feed.view()->recipes.empty()) return;
    m_recipesSeen = true;
    if (!m_client.scenario().eureka.on && (m_docks.isFolded() || DockLayout::isInFront(m_eventDock))) m_docks.bringForward(m_recipeDock);
}

void MainWindow::setProjector(bool on) {
    if (on == m_appearance.projector()) return;
    if (on) {
        m_beforeProjector = saveState(kLayoutVersion);
        m_statesBeforeProjector = windowState() & ~Qt::WindowFullScreen;
    }
    // What a lesson about recipes or registries is about stays: its picture, if it is what is looked at.
    const auto stays = [&](const QDockWidget* dock) { return !on || ((dock == m_recipeDock || dock == m_capDock) && DockLayout::isInFront(dock)); };
    std::vector<std::pair<QDockWidget*, bool>> docks;
    for (QDockWidget* dock : m_docks.all()) docks.emplace_back(dock, stays(dock));
    for (const auto& [dock, visible] : docks) dock->setVisible(visible);
    m_runBar->setVisible(!on);
    m_faultBar->setVisible(!on);
    menuBar()->setVisible(!on);
    statusBar()->setVisible(!on);
    // Back to what it was: a maximized window is maximized again.
    if (on) showFullScreen();
    else setWindowState(m_statesBeforeProjector);
    m_appearance.setProjector(on);
    if (on)
        for (const auto& [dock, visible] : docks)
            if (visible) resizeDocks({dock}, {height() * 2 / 5}, Qt::Vertical);
    if (!on) restoreState(m_beforeProjector, kLayoutVersion);
    m_stage->setFocus();
}

bool MainWindow::showPanel(const QString& name) {
    auto* dock = findChild<QDockWidget*>(name + QStringLiteral("Dock"));
    if (!dock) return false;
    dock->show();
    dock->raise();
    return true;
}

void MainWindow::showPart() {
    // With nothing selected the newest decision is explained, and it is what the key is about.
    const bool none = m_lens.selection().kind == Selection::Kind::None;
    const Selection shown = none ? Selection::ofEvent(m_inspector->inspection().event) : m_lens.selection();
    const std::vector<Selection> parts = partsBehind(shown, m_feed.trace(), *m_feed.view());
    if (parts.empty()) return statusBar()->showMessage(tr("This takes no part in a recipe."), 6000);
    m_lens.select(parts.front());   // which brings its panel to the front
    if (m_appearance.projector()) return;
    showPanel(QStringLiteral("recipe"));
    m_recipes->canvas().setFocus();   // from here the arrow keys walk the chain
}

void MainWindow::restoreLayout() {
    QSettings settings;
    const QByteArray geometry = settings.value(QStringLiteral("window/geometry")).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        resize(screen()->availableSize() * 0.92);              // the docks get their sizes before the window is maximized
        setWindowState(windowState() | Qt::WindowMaximized);   // the stage is for the back row: all the room there is
        return;
    }
    m_savedDocks = settings.value(QStringLiteral("window/docks")).toByteArray();
    m_savedSize = settings.value(QStringLiteral("window/size")).toSize();
    m_layoutDone = restoreState(m_savedDocks, kLayoutVersion);
}

/// A maximized window gets its size only after it is shown, and until then the docks have been stretched along: once more.
void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    for (QToolBar* bar : {static_cast<QToolBar*>(m_runBar), static_cast<QToolBar*>(m_faultBar)}) {
        if (bar->property("small").toBool() == m_docks.isSmall()) continue;
        bar->setProperty("small", m_docks.isSmall());
        bar->style()->unpolish(bar);
        bar->style()->polish(bar);
        QEvent restyled(QEvent::StyleChange);   // its layout asks for the padding then only
        QCoreApplication::sendEvent(bar, &restyled);
    }
    if (m_savedDocks.isEmpty() || !isVisible() || size() != m_savedSize) return;
    QTimer::singleShot(0, this, [this, docks = std::exchange(m_savedDocks, {})] { restoreState(docks, kLayoutVersion); });
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_appearance.projector()) setProjector(false);
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/size"), size());
    settings.setValue(QStringLiteral("window/docks"), saveState(kLayoutVersion));
    settings.setValue(QStringLiteral("window/theme"), static_cast<int>(m_appearance.mode()));
    settings.setValue(QStringLiteral("window/language"), m_appearance.language());
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (!m_layoutDone) {
        m_docks.fit();
        if (m_client.scenario().eureka.on) m_docks.bringForward(m_capDock);
    }
    m_layoutDone = true;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().constFirst().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    openWithCare(event->mimeData()->urls().constFirst().toLocalFile());
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_appearance.projector()) return m_menu->projector->setChecked(false);
    if (event->key() == Qt::Key_Escape) {
        m_stage->setFocus();   // all keys are the lecturer's again
        return m_lens.select({});   // and the inspector follows the run
    }
    QMainWindow::keyPressEvent(event);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QAbstractItemView*>(watched)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool tree = watched->inherits("QTreeView");
        switch (key->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right: if (!tree) break; [[fallthrough]];
            case Qt::Key_Home: event->accept(); break;
            default: break;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::breakSeals() {
    auto* dialog = new SealDialog(m_client.script(), m_documents->title(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SealDialog::chosen, this, [this](const SealPlan& plan) { m_documents->open(scriptWithout(plan, m_client.script())); });
    dialog->open();
}

/// One for as long as the window lives: what was found stays, and a hunt goes on while the dialog is closed.
void MainWindow::openHunt() {
    if (!m_hunt) {
        m_hunt = new HuntDialog(this);
        connect(m_hunt, &HuntDialog::wanted, this, [this](const Script& script) {
            m_documents->open(script);
            toExpectedViolation();
        });
        connect(&m_hunt->client(), &HuntClient::ended, this, [this] {
            if (!m_hunt->isVisible()) statusBar()->showMessage(tr("Look for a violation (Ctrl+F): %1").arg(m_hunt->endText()), 15000);
        });
    }
    if (!m_hunt->client().isOn()) {
        m_hunt->setPresent(m_client.script(), m_documents->title());
        m_hunt->setBroken(m_client.scenario().ensemble.variants.broken);
    }
    m_hunt->show();
    m_hunt->raise();
    m_hunt->activateWindow();
}

void MainWindow::showKeys() { showText(tr("Keys"), keysText()); }
void MainWindow::showAbout() { showText(tr("About ZabLab"), aboutText()); }

/// As high as the text where the screen is; else it scrolls.
void MainWindow::showText(const QString& title, const QString& html) {
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* text = new QTextBrowser;
    text->setOpenExternalLinks(true);
    text->setHtml(html);
    text->setAccessibleName(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    text->document()->setTextWidth(fontMetrics().averageCharWidth() * 80);
    const QSize wanted = text->document()->size().toSize() + QSize(text->verticalScrollBar()->sizeHint().width() + 30, buttons->sizeHint().height() + 40);
    dialog->resize(wanted.boundedTo(screen()->availableSize() - QSize(16, 48)));   // for the frame
    dialog->open();
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

}  // namespace zab
