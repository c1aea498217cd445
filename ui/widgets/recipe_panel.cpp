// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipe_panel.h"

#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/text/event_text.h"
#include "ui/text/recipe_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/contest_dialog.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/recipe_canvas.h"
#include "ui/widgets/recipe_comparison.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/recipe_plots.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace zab {
namespace {

constexpr double kContestPace = 0.25;   ///< virtual seconds a second until all have asked: a packet is still seen
constexpr int kUpdateMs = 33;   ///< pictures; a moving chain is followed
constexpr int kRoomy = 1000;     ///< from this width on every act has a button; else they stand in the menu alone

QTableView* makeTable(QAbstractItemModel* model) {
    auto* view = new QTableView;
    view->setModel(model);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(22);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setMinimumHeight(60);
    return view;
}

}  // namespace

RecipePanel::RecipePanel(const Workbench& bench, QWidget* parent)
    : Card(parent), m_bench(bench), m_listView(makeTable(&m_list)), m_partView(makeTable(&m_parts)), m_summary(new ElidedLabel), m_tabs(new QTabBar), m_pages(new QStackedWidget),
      m_canvas(new RecipeCanvas), m_plots(new RecipePlots), m_comparison(new RecipeComparison), m_contest(new QToolButton), m_more(new QToolButton), m_acts(bench, this), m_soon(new QTimer(this)) {
    build();
    retranslate();
    applyTheme();
    m_soon->setSingleShot(true);
    m_soon->setInterval(kUpdateMs);
    connect(m_soon, &QTimer::timeout, this, &RecipePanel::update);
    connect(&m_bench.feed, &TraceFeed::viewChanged, this, [this] {
        if (!m_soon->isActive()) m_soon->start();
    });
    connect(&m_bench.lens, &Lens::changed, this, [this](Lens::Changes what) {
        if (what & Lens::SelectionChange) followLens();
    });
    connect(&m_acts, &RecipeActs::problem, this, &RecipePanel::problem);
    connect(&m_bench.appearance, &Appearance::themeChanged, this, &RecipePanel::applyTheme);
}

void RecipePanel::buildHead(QHBoxLayout& head) {
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    for (int i = 0; i < PageCount; ++i) m_tabs->addTab(QString());
    head.addWidget(m_tabs);
    head.addSpacing(8);
    m_summary->setObjectName(QStringLiteral("soft"));
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head.addWidget(m_summary, 1);
    m_contest->setObjectName(QStringLiteral("contest"));
    m_contest->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_contest->setProperty("plain", true);
    connect(m_contest, &QToolButton::clicked, this, &RecipePanel::openContest);
    head.addWidget(m_contest);
    for (const auto act : {RecipeActs::End, RecipeActs::Use, RecipeActs::Crash, RecipeActs::Freeze, RecipeActs::Expire}) {
        auto* button = new QToolButton;
        button->setDefaultAction(m_acts.action(act));
        button->setToolButtonStyle(act == RecipeActs::End ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setObjectName(QStringLiteral("recipeAct%1").arg(act));
        button->setProperty("plain", true);
        head.addWidget(button);
        if (act == RecipeActs::End) m_end = button;
        else m_quick.push_back(button);
    }
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        m_acts.fill(*menu);
        menu->addSeparator();
        menu->addAction(tr("Larger picture"), m_canvas, [this] { m_canvas->zoom(1); });
        menu->addAction(tr("Smaller picture"), m_canvas, [this] { m_canvas->zoom(-1); });
        menu->addAction(tr("Fit the picture"), m_canvas, &RecipeCanvas::fit);
    });
    m_more->setObjectName(QStringLiteral("recipeMore"));
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setProperty("plain", true);
    head.addWidget(m_more);
}

void RecipePanel::build() {
    auto* split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    auto* right = new QWidget;
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(6, 0, 0, 0);
    rightColumn->setSpacing(4);
    auto* head = new QHBoxLayout;
    buildHead(*head);
    rightColumn->addLayout(head);
    m_pages->addWidget(m_canvas);
    m_pages->addWidget(m_partView);
    m_pages->addWidget(m_plots);
    m_pages->addWidget(m_comparison);
    rightColumn->addWidget(m_pages, 1);
    split->addWidget(m_listView);
    split->addWidget(right);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    m_listView->setMinimumWidth(120);
    split->setSizes({250, 900});
    m_listView->horizontalHeader()->setSectionResizeMode(RecipeListModel::Path, QHeaderView::ResizeToContents);
    m_listView->horizontalHeader()->setSectionResizeMode(RecipeListModel::Kind, QHeaderView::ResizeToContents);
    m_listView->horizontalHeader()->setSectionResizeMode(RecipeListModel::Summary, QHeaderView::ResizeToContents);
    m_partView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    column()->addWidget(split, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        update();
    });
    const auto chooseRecipe = [this](const QModelIndex& index) { showRecipe(m_list.path(index.row())); };
    connect(m_listView, &QTableView::clicked, this, chooseRecipe);
    connect(m_listView, &QTableView::activated, this, chooseRecipe);
    const auto choosePart = [this](const QModelIndex& index) { m_bench.lens.select(Selection::ofRecipePart(m_parts.client(index.row()), m_path)); };
    connect(m_partView, &QTableView::clicked, this, choosePart);
    connect(m_partView, &QTableView::activated, this, choosePart);
    connect(m_canvas, &RecipeCanvas::clicked, this, &RecipePanel::onClick);
    connect(m_canvas, &RecipeCanvas::hinted, this, &RecipePanel::hinted);
    connect(m_canvas, &RecipeCanvas::menuWanted, this, [this](ClientId client, const QPoint& at) {
        m_bench.lens.select(Selection::ofRecipePart(client, m_path));
        m_selected = client;
        updateActs();
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_acts.fill(*menu);
        menu->popup(at);
    });
}

// --- what is shown ----------------------------------------------------------------------------------------------------

const RecipeView* RecipePanel::recipe() const {
    for (const RecipeView& r : m_bench.feed.view()->recipes)
        if (r.path == m_path) return &r;
    return nullptr;
}

const RecipePartView* RecipePanel::partOf(ClientId client) const {
    if (const RecipeView* r = recipe())
        for (const RecipePartView& p : r->parts)
            if (p.client == client) return &p;
    return nullptr;
}

void RecipePanel::showRecipe(const std::string& path) {
    if (path.empty()) return;
    m_path = path;
    update();
}

void RecipePanel::showPage(Page page) { m_tabs->setCurrentIndex(page); }

void RecipePanel::update() {
    if (!isVisible()) return;
    const auto& view = m_bench.feed.view();
    if (!recipe() && !view->recipes.empty()) m_path = view->recipes.front().path;
    updateLists();
    const RecipeView empty;
    const RecipeView& shown = recipe() ? *recipe() : empty;
    m_summary->setText(shown.path.empty() ? QString() : QStringLiteral("%1: %2").arg(QString::fromStdString(shown.path), recipeSummary(shown)));
    switch (m_pages->currentIndex()) {
        case Picture: m_canvas->setView(view, m_path); break;
        case Turns: m_plots->setRecipe(shown); break;
        case Compare: m_comparison->setView(view); break;
        default: break;
    }
    updateActs();
}

void RecipePanel::updateLists() {
    const int before = m_list.rowCount();
    m_list.setRecipes(m_bench.feed.view()->recipes);
    if (m_list.rowCount() != before) arrange();
    const int row = m_list.rowOf(m_path);
    if (row >= 0 && m_listView->currentIndex().row() != row) m_listView->setCurrentIndex(m_list.index(row, 0));
    m_parts.setRecipe(recipe() ? *recipe() : RecipeView());
    const int part = m_selected ? m_parts.rowOf(m_selected) : -1;
    if (part < 0) m_partView->clearSelection();
    else if (m_partView->currentIndex().row() != part) m_partView->setCurrentIndex(m_parts.index(part, 0));
}

/// What the window looks at: the part itself, its client, or its znode.
void RecipePanel::followLens() {
    const Selection& s = m_bench.lens.selection();
    ClientId client;
    std::string path = m_path;
    for (const RecipeView& r : m_bench.feed.view()->recipes)
        for (const RecipePartView& p : r.parts) {
            const bool part = s.kind == Selection::Kind::RecipePart && s.client == p.client && s.path == r.path;
            const bool ofClient = s.kind == Selection::Kind::Client && s.client == p.client && (!client || r.path == m_path);
            const bool ofZnode = s.kind == Selection::Kind::Znode && !p.znode.empty() && s.path == p.znode;
            if (!part && !ofClient && !ofZnode) continue;
            client = p.client;
            path = r.path;
        }
    // A look at the transaction or at the queue cells of a part does not lose the part.
    if (!client && s.kind != Selection::Kind::None) return;
    m_selected = client;
    m_path = path;
    update();
    m_canvas->setSelected(client, true);
}

void RecipePanel::onClick(const HitTarget& target) {
    if (target.kind == HitKind::None) return m_bench.lens.select({});
    choose(target);
}

void RecipePanel::choose(const HitTarget& t) {
    switch (t.kind) {
        case HitKind::RecipePart:
        case HitKind::RecipeArrow: return m_bench.lens.select(Selection::ofRecipePart(t.client, m_path));
        case HitKind::RecipeZnode: return m_bench.lens.select(Selection::ofZnode(m_bench.lens.treeServer(), t.path));
        case HitKind::RecipeToken: return m_bench.lens.select(t.event == kNoEvent ? Selection::ofRecipePart(t.client, m_path) : Selection::ofEvent(t.event));
        default: return;
    }
}

// --- what can be done -------------------------------------------------------------------------------------------------

ClientId RecipePanel::subject() const {
    if (m_selected && partOf(m_selected)) return m_selected;
    const RecipeView* r = recipe();
    if (!r || r->parts.empty()) return {};
    for (const RecipePartView& p : r->parts)
        if (p.state == RecipeState::Holding) return p.client;
    return r->parts.front().client;
}

void RecipePanel::updateActs() { m_acts.update(m_path, recipe(), subject()); }

void RecipePanel::startContest(const ContestPlan& plan) {
    m_path = plan.path.toStdString();
    const QStringList lines = contestLines(plan, *m_bench.feed.view());
    for (const QString& l : lines) {
        const bool isRun = l.startsWith(QLatin1String("run "));
        if (isRun && plan.goOn && &l == &lines.last()) m_acts.runFast(l, kContestPace);
        else m_acts.run(l, isRun);
    }
}

void RecipePanel::openContest() {
    auto* dialog = new ContestDialog(m_bench, recipe(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContestDialog::chosen, this, &RecipePanel::startContest);
    dialog->open();
}

// --- look -------------------------------------------------------------------------------------------------------------

void RecipePanel::applyTheme() {
    const Theme& theme = m_bench.appearance.theme();
    m_acts.applyTheme();
    m_canvas->setTheme(theme);
    m_plots->setTheme(theme);
    m_comparison->setTheme(theme);
    arrange();
    updateActs();
}

void RecipePanel::retranslate() {
    const QString pages[] = {tr("Who waits for whom"), tr("Table"), tr("Turns"), tr("Side by side")};
    for (int i = 0; i < PageCount; ++i) m_tabs->setTabText(i, pages[i]);
    m_contest->setText(tr("Contest…"));
    m_contest->setToolTip(tr("Starts clients in a recipe: a lock, an election, a barrier, a queue and so on"));
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Everything that can be done here, and the size of the picture"));
    m_listView->setAccessibleName(tr("Recipes of the run"));
    m_partView->setAccessibleName(tr("Parts of the recipe"));
    m_canvas->setAccessibleName(tr("Who waits for whom"));
    m_tabs->setAccessibleName(tr("How the recipe is shown"));
    m_list.retranslate();
    m_parts.retranslate();
    m_plots->retranslate();
    m_comparison->retranslate();
    updateActs();
    update();
}

void RecipePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Card::changeEvent(event);
}

/// Where it is narrow the tabs and the list need the room: the menu has every act, and one recipe needs no list. On the projector is only
/// the picture.
void RecipePanel::arrange() {
    const bool projector = m_bench.appearance.theme().projector(), roomy = width() >= kRoomy;
    for (QToolButton* button : m_quick) button->setVisible(roomy && !projector);
    for (QWidget* w : std::initializer_list<QWidget*>{m_tabs, m_contest, m_more, m_end}) w->setVisible(!projector);
    m_listView->setVisible(!projector && (roomy || m_list.rowCount() > 1));
    m_listView->setColumnHidden(RecipeListModel::Kind, !roomy);
    if (projector) m_tabs->setCurrentIndex(Picture);
    m_summary->setFont(projectorFont(m_bench.appearance.theme(), *this));
}

void RecipePanel::resizeEvent(QResizeEvent* event) {
    arrange();
    Card::resizeEvent(event);
}

void RecipePanel::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    update();
}

}  // namespace zab
