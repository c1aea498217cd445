// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipe_panel.h"

#include "engine/script/script.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/text/engine_text.h"
#include "ui/text/event_text.h"
#include "ui/text/recipe_words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/recipe_canvas.h"
#include "ui/widgets/recipe_comparison.h"
#include "ui/widgets/recipe_plots.h"

#include <QAction>
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

constexpr int kUpdateMs = 33;   ///< pictures; a moving chain is followed
constexpr const char* kIcons[] = {"ok", "disk", "crash", "freeze", "timeout"};

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

QString line(ClientId client, const QString& rest) { return QStringLiteral("C%1 %2").arg(client.value).arg(rest); }

/// The word with which a part ends; each recipe has its own.
QString endWord(const RecipeView& recipe, const RecipePartView& part) {
    const std::string_view word = recipeEndWord(recipeEnd(recipe.kind, part.role == "provide" ? RecipeRole::Provide : RecipeRole::None));
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

}  // namespace

RecipePanel::RecipePanel(const Workbench& bench, QWidget* parent)
    : Card(parent), m_bench(bench), m_listView(makeTable(&m_list)), m_partView(makeTable(&m_parts)), m_summary(new QLabel), m_tabs(new QTabBar), m_pages(new QStackedWidget),
      m_canvas(new RecipeCanvas), m_plots(new RecipePlots), m_comparison(new RecipeComparison), m_contest(new QToolButton), m_soon(new QTimer(this)) {
    makeActs();
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
    connect(&m_bench.appearance, &Appearance::themeChanged, this, &RecipePanel::applyTheme);
}

void RecipePanel::makeActs() {
    for (int i = 0; i < ActCount; ++i) {
        auto* action = new QAction(this);
        connect(action, &QAction::triggered, this, [this, i] { act(static_cast<Act>(i)); });
        m_acts.push_back(action);
    }
}

void RecipePanel::build() {
    auto* split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    auto* right = new QWidget;
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(6, 0, 0, 0);
    rightColumn->setSpacing(4);
    auto* head = new QHBoxLayout;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    for (int i = 0; i < PageCount; ++i) m_tabs->addTab(QString());
    head->addWidget(m_tabs);
    head->addSpacing(8);
    m_summary->setObjectName(QStringLiteral("soft"));
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(m_summary, 1);
    m_contest->setObjectName(QStringLiteral("contest"));
    m_contest->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_contest->setProperty("plain", true);
    connect(m_contest, &QToolButton::clicked, this, &RecipePanel::openContest);
    head->addWidget(m_contest);
    for (int i = 0; i < ActCount; ++i) {
        auto* button = new QToolButton;
        button->setDefaultAction(m_acts[static_cast<std::size_t>(i)]);
        button->setToolButtonStyle(i == Release ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setObjectName(QStringLiteral("recipeAct%1").arg(i));
        button->setProperty("plain", true);
        head->addWidget(button);
    }
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
    split->setSizes({250, 900});
    m_listView->horizontalHeader()->setSectionResizeMode(RecipeListModel::Path, QHeaderView::ResizeToContents);
    m_listView->horizontalHeader()->setSectionResizeMode(RecipeListModel::Kind, QHeaderView::ResizeToContents);
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
        for (QAction* action : m_acts) menu->addAction(action);
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
    m_list.setRecipes(m_bench.feed.view()->recipes);
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
    if (const RecipeView* r = recipe())
        for (const RecipePartView& p : r->parts)
            if (p.state == RecipeState::Holding) return p.client;
    return {};
}

void RecipePanel::updateActs() {
    const ClientId client = subject();
    const RecipePartView* part = partOf(client);
    const ClusterView& view = *m_bench.feed.view();
    const auto c = std::find_if(view.clients.begin(), view.clients.end(), [&](const ClientView& v) { return v.id == client; });
    const bool alive = part && c != view.clients.end() && c->alive, frozen = alive && c->frozen;
    const QString who = client ? actorText(client) : QString();
    const bool takesPart = part && part->state != RecipeState::Done && part->state != RecipeState::Lost;
    QString end = tr("Release");
    if (part) {
        const QString word = endWord(*recipe(), *part);
        end = word == QLatin1String("resign") ? tr("Resign") : word == QLatin1String("leave") ? tr("Leave") : word == QLatin1String("stop") ? tr("Stop") : tr("Release");
    }
    m_acts[Release]->setText(part ? QStringLiteral("%1 %2").arg(end, who) : end);
    m_acts[Release]->setEnabled(takesPart);
    m_acts[Use]->setText(tr("%1 writes to the resource with its token").arg(who));
    m_acts[Use]->setEnabled(takesPart && isChain(recipe()->kind) && part->token.value);
    m_acts[Crash]->setText(tr("Crash %1").arg(who));
    m_acts[Crash]->setEnabled(alive);
    m_acts[Freeze]->setText(frozen ? tr("Let %1 go on").arg(who) : tr("Freeze %1, as a long garbage collection does").arg(who));
    m_acts[Freeze]->setEnabled(alive);
    m_acts[Expire]->setText(tr("Freeze %1 and go on until its session has expired").arg(who));
    m_acts[Expire]->setEnabled(alive);
    m_acts[Freeze]->setIcon(themedIcon(frozen ? QStringLiteral("thaw") : QStringLiteral("freeze"), m_bench.appearance.theme()));
}

void RecipePanel::act(Act what) {
    const ClientId client = subject();
    const RecipePartView* part = partOf(client);
    if (!part) return;
    const ClusterView& view = *m_bench.feed.view();
    const bool frozen = std::any_of(view.clients.begin(), view.clients.end(), [&](const ClientView& c) { return c.id == client && c.frozen; });
    const QString path = QString::fromStdString(m_path);
    switch (what) {
        case Release: return run(line(client, endWord(*recipe(), *part) + QLatin1Char(' ') + path));
        case Use: return run(line(client, QStringLiteral("use %1 \"%2\"").arg(path, actorText(client))));
        case Crash: return run(line(client, QStringLiteral("crash")));
        case Freeze: return run(QStringLiteral("%1 C%2").arg(frozen ? QStringLiteral("thaw") : QStringLiteral("freeze")).arg(client.value));
        case Expire:
            if (!frozen) run(QStringLiteral("freeze C%1").arg(client.value));
            return run(QStringLiteral("run until rule SessionExpires"));
        case ActCount: return;
    }
}

void RecipePanel::run(const QString& line) {
    const auto parsed = parseLine(line.toStdString(), m_bench.client.scenario());
    if (const auto* error = std::get_if<ScriptError>(&parsed)) {
        emit problem(tr("%1: column %2: %3").arg(line).arg(error->column).arg(engineSentence(error->message)));
        return;
    }
    m_bench.client.runStatement(std::get<Statement>(parsed));
}

void RecipePanel::startContest(const ContestPlan& plan) {
    ContestPlan wanted = plan;
    const ClusterView& view = *m_bench.feed.view();
    const auto connected = std::count_if(view.clients.begin(), view.clients.end(), [&](const ClientView& c) {
        return c.id.value >= plan.first && c.id.value < plan.first + plan.count && c.connected;
    });
    if (connected == plan.count) wanted.connect = false;   // those who are there stay where they are
    m_path = plan.path.toStdString();
    for (const QString& l : contestLines(wanted)) run(l);
}

void RecipePanel::openContest() {
    auto* dialog = new ContestDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContestDialog::chosen, this, &RecipePanel::startContest);
    dialog->open();
}

// --- look -------------------------------------------------------------------------------------------------------------

void RecipePanel::applyTheme() {
    const Theme& theme = m_bench.appearance.theme();
    for (std::size_t i = 0; i < m_acts.size(); ++i) m_acts[i]->setIcon(themedIcon(QString::fromLatin1(kIcons[i]), theme));
    m_canvas->setTheme(theme);
    m_plots->setTheme(theme);
    m_comparison->setTheme(theme);
    updateActs();
}

void RecipePanel::retranslate() {
    const QString pages[] = {tr("Who waits for whom"), tr("Table"), tr("Turns"), tr("Side by side")};
    for (int i = 0; i < PageCount; ++i) m_tabs->setTabText(i, pages[i]);
    m_contest->setText(tr("Contest…"));
    m_contest->setToolTip(tr("Starts contenders for a lock, an election and so on"));
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

void RecipePanel::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    update();
}

}  // namespace zab
