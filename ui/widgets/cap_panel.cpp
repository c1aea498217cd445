// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cap_panel.h"

#include "engine/lab/cluster_view.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/text/event_text.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/cap_controls.h"
#include "ui/widgets/plot_style.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <qcustomplot.h>

#include <algorithm>

namespace zab {
namespace {

constexpr int kUpdateMs = 200;
constexpr int kRoomy = 1150;   ///< from this width on the plots stand beside the tables; else they are a page of their own
/// Of a stack, from the ground: what was right, what was old, what was not said at all. The patterns tell them apart without colours.
struct Layer {
    Ink ink;
    Qt::BrushStyle pattern;
};
constexpr Layer kLayers[] = {{Ink::Leading, Qt::SolidPattern}, {Ink::Looking, Qt::BDiagPattern}, {Ink::Down, Qt::Dense6Pattern}};

/// A piece of a bar, as it looks in the plot.
QPixmap keyMark(const Layer& layer, const Theme& theme, double ratio) {
    constexpr int kSize = 12;
    QPixmap mark(QSize(kSize, kSize) * ratio);
    mark.setDevicePixelRatio(ratio);
    mark.fill(theme.color(Ink::Surface));
    QPainter p(&mark);
    p.setPen(QPen(theme.color(layer.ink), 1));
    p.setBrush(QBrush(theme.color(layer.ink), layer.pattern));
    p.drawRect(QRectF(0.5, 0.5, kSize - 1, kSize - 1));
    return mark;
}

double secondsOf(SimTime t) { return static_cast<double>(t.us) / 1e6; }

}  // namespace

CapPanel::CapPanel(const Workbench& bench, QWidget* parent) : Card(parent), m_bench(bench), m_soon(new QTimer(this)) {
    build();
    connectControls();
    retranslate();
    applyTheme();
    m_soon->setSingleShot(true);
    m_soon->setInterval(kUpdateMs);
    connect(m_soon, &QTimer::timeout, this, &CapPanel::refresh);
    connect(&m_bench.feed, &TraceFeed::viewChanged, this, &CapPanel::takeSoon);
    connect(&m_bench.feed, &TraceFeed::traceCleared, this, &CapPanel::takeSoon);
    connect(&m_bench.appearance, &Appearance::themeChanged, this, &CapPanel::applyTheme);
}

CapPanel::~CapPanel() = default;

int CapPanel::points(Registry registry) const {
    QCustomPlot* p = m_plots[static_cast<std::size_t>(registry)];
    return p->plottableCount() ? static_cast<const QCPBars*>(p->plottable(0))->data()->size() : 0;
}

QTableView* CapPanel::makeTable(QAbstractItemModel* model) {
    auto* table = new QTableView;
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table->verticalHeader()->setVisible(model == &m_contents);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setMinimumHeight(48);
    return table;
}

/// One for each registry; that of the cached list only where somebody asks it.
QWidget* CapPanel::makePlots() {
    auto* area = new QWidget;
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_sideTitle = new QLabel;   // on the projector, which has no controls
    m_sideTitle->setObjectName(QStringLiteral("soft"));
    column->addWidget(m_sideTitle);
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    for (std::size_t i = 0; i < kPlots; ++i) {
        auto* box = m_plotBoxes[i] = new QWidget;
        auto* inside = new QVBoxLayout(box);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(2);
        m_plotNames[i] = new QLabel;
        m_plotNames[i]->setObjectName(QStringLiteral("soft"));
        auto* p = m_plots[i] = new QCustomPlot;
        p->setMinimumSize(90, 28);
        p->axisRect()->setAutoMargins(QCP::MarginSides(QCP::msLeft) | QCP::msBottom);
        p->axisRect()->setMargins(QMargins(0, 4, 4, 0));
        p->xAxis->ticker()->setTickCount(4);
        p->yAxis->ticker()->setTickCount(3);
        p->xAxis->grid()->setVisible(false);
        QCPBars* below = nullptr;
        for (std::size_t layer = 0; layer < std::size(kLayers); ++layer) {
            auto* bars = new QCPBars(p->xAxis, p->yAxis);
            if (below) bars->moveAbove(below);
            below = bars;
        }
        inside->addWidget(m_plotNames[i]);
        inside->addWidget(p, 1);
        row->addWidget(box, 1);
    }
    column->addLayout(row, 1);
    auto* key = new QHBoxLayout;
    key->setSpacing(6);
    m_side = new QComboBox;
    m_side->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_side->setMinimumContentsLength(8);
    key->addWidget(m_side);
    m_keyTitle = new QLabel;
    m_keyTitle->setObjectName(QStringLiteral("soft"));
    key->addWidget(m_keyTitle);
    for (std::size_t l = 0; l < std::size(kLayers); ++l) {
        m_keyMarks[l] = new QLabel;
        m_keyNames[l] = new QLabel;
        m_keyNames[l]->setObjectName(QStringLiteral("soft"));
        key->addSpacing(4);
        key->addWidget(m_keyMarks[l]);
        key->addWidget(m_keyNames[l]);
    }
    key->addStretch(1);
    column->addLayout(key);
    return area;
}

/// The plots stand where there is room for them.
void CapPanel::placePlots() {
    const bool beside = width() >= kRoomy, isBeside = m_row->indexOf(m_plotArea) >= 0;
    if (beside == isBeside && (isBeside || m_tables->indexOf(m_plotArea) >= 0)) return;
    if (beside) {
        if (const int page = m_tables->indexOf(m_plotArea); page >= 0) m_tables->removeTab(page);
        m_row->addWidget(m_plotArea, 2);
        m_plotArea->show();
    } else {
        m_row->removeWidget(m_plotArea);
        m_tables->addTab(m_plotArea, tr("Plots"));
    }
}

void CapPanel::build() {
    m_stack = new QStackedWidget;
    auto* none = new QWidget;
    auto* noneColumn = new QVBoxLayout(none);
    m_none = new QLabel;
    m_none->setWordWrap(true);
    m_open = new QPushButton;
    noneColumn->addWidget(m_none);
    noneColumn->addWidget(m_open, 0, Qt::AlignLeft);
    noneColumn->addStretch(1);
    auto* bench = new QWidget;
    auto* benchColumn = new QVBoxLayout(bench);
    benchColumn->setContentsMargins(0, 0, 0, 0);
    m_controls = new CapControls(m_bench);
    benchColumn->addWidget(m_controls);
    m_row = new QHBoxLayout;
    m_row->setSpacing(12);
    m_tables = new QTabWidget;
    m_tables->setDocumentMode(true);
    QTableView* outcomes = makeTable(&m_outcomes);
    outcomes->horizontalHeader()->setStretchLastSection(false);   // a number stays below its title
    m_tables->addTab(outcomes, QString());
    m_tables->addTab(makeTable(&m_contents), QString());
    m_tables->addTab(makeTable(&m_clients), QString());
    m_row->addWidget(m_tables, 3);
    m_plotArea = makePlots();
    placePlots();
    benchColumn->addLayout(m_row, 1);
    m_stack->addWidget(none);
    m_stack->addWidget(bench);
    column()->addWidget(m_stack, 1);
}

void CapPanel::connectControls() {
    connect(m_open, &QPushButton::clicked, this, [this] { emit scenarioWanted(QStringLiteral(":/scenarios/cap-partition.lab")); });
    connect(m_controls, &CapControls::benchWanted, this, &CapPanel::benchWanted);
    connect(m_side, &QComboBox::activated, this, [this] {
        m_chosen = m_side->currentText();
        plot(m_bench.feed.view()->cap);
    });
    auto* clients = qobject_cast<QTableView*>(m_tables->widget(2));
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid()) m_bench.lens.select(Selection::ofClient(m_clients.clientAt(index.row())));
    };
    connect(clients, &QTableView::clicked, this, choose);
    connect(clients, &QTableView::activated, this, choose);
    auto* contents = qobject_cast<QTableView*>(m_tables->widget(1));
    connect(contents, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.isValid()) m_bench.lens.select(Selection::ofServer(ServerId{index.column() + 1}));
    });
}

// --- what is shown --------------------------------------------------------------------------------------------------------------

void CapPanel::takeSoon() {
    if (!m_soon->isActive()) m_soon->start();
}

void CapPanel::refresh() {
    if (!isVisible()) return;
    const ClusterView& view = *m_bench.feed.view();
    m_stack->setCurrentIndex(view.cap.eureka ? 1 : 0);
    if (!view.cap.eureka) return;
    m_controls->show(view);
    m_outcomes.show(view.cap);
    m_contents.show(view.cap, view.now);
    m_clients.show(view.cap);
    showSides(view.cap);
    plot(view.cap);
    fitTables();
}

/// Beside the plots the tables are as wide as the longest rows need, as long as the plots keep a third.
void CapPanel::fitTables() {
    auto* table = qobject_cast<QTableView*>(m_tables->widget(0));
    if (m_row->indexOf(m_plotArea) < 0) return;
    const int need = table->horizontalHeader()->length() + table->verticalScrollBar()->sizeHint().width() + 2 * table->frameWidth() + 2;
    const int all = m_row->geometry().width() - m_row->spacing(), tables = std::clamp(need, all / 2, std::max(all / 2, all * 2 / 3));
    m_row->setStretch(0, std::max(1, tables));   // stretches in pixels
    m_row->setStretch(1, std::max(1, all - tables));
}

void CapPanel::showSides(const CapView& view) {
    QStringList names;
    for (const CapSideView& side : view.sides) names << sideName(side);
    QStringList shown;
    for (int i = 0; i < m_side->count(); ++i) shown << m_side->itemText(i);
    if (names == shown) return;
    m_side->clear();
    m_side->addItems(names);
    m_side->setCurrentIndex(std::max(0, static_cast<int>(names.indexOf(m_chosen))));   // nobody has chosen: the first that there is now
}

void CapPanel::plot(const CapView& view) {
    const auto at = static_cast<std::size_t>(std::max(0, m_side->currentIndex()));
    if (at < view.sides.size()) m_sideTitle->setText(tr("Clients beside %1").arg(sideName(view.sides[at])));
    const double now = secondsOf(m_bench.feed.view()->now), width = std::max(1.0, secondsOf(view.pointWidth));
    const auto cached = static_cast<std::size_t>(Registry::ZooKeeperCache);
    m_plotBoxes[cached]->setVisible(std::any_of(view.sides.begin(), view.sides.end(), [&](const CapSideView& side) { return side.counts[cached].asked() > 0; }));
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        QCustomPlot* p = m_plots[i];
        QVector<double> time, layers[std::size(kLayers)];
        double top = 1;
        if (at < view.sides.size()) {
            for (const CapPoint& point : view.sides[at].points[i]) {
                const std::int64_t counts[] = {point.fresh, point.stale, point.refused};
                time << secondsOf(point.time) + width / 2;
                for (std::size_t l = 0; l < std::size(kLayers); ++l) layers[l] << static_cast<double>(counts[l]);
                top = std::max(top, static_cast<double>(point.fresh + point.stale + point.refused));
            }
        }
        for (std::size_t l = 0; l < std::size(kLayers); ++l) {
            auto* bars = static_cast<QCPBars*>(p->plottable(static_cast<int>(l)));
            bars->setWidth(width);
            bars->setData(time, layers[l], true);
        }
        p->xAxis->setRange(secondsOf(view.pointStart), std::max(now, secondsOf(view.pointStart) + 10));
        p->yAxis->setRange(0, top * 1.1);
        p->replot(QCustomPlot::rpQueuedReplot);
    }
}

void CapPanel::applyTheme() {
    const Theme& theme = m_bench.appearance.theme();
    m_controls->setVisible(!theme.projector());
    m_side->setVisible(!theme.projector());
    m_sideTitle->setVisible(theme.projector());
    const QFont font = projectorFont(theme, *this);
    for (int i = 0; i < 3; ++i) {
        auto* table = qobject_cast<QTableView*>(m_tables->widget(i));
        table->setFont(font);
        setHeaderFont(*table->horizontalHeader(), font, theme);
        table->verticalHeader()->setDefaultSectionSize(QFontMetrics(font).height() + 6);
    }
    for (QLabel* label : m_plotNames) label->setFont(font);
    for (QLabel* label : m_keyNames) label->setFont(font);
    m_keyTitle->setFont(font);
    m_sideTitle->setFont(font);
    m_tables->tabBar()->setFont(font);
    for (QCustomPlot* p : m_plots) {
        applyThemeTo(*p, theme);
        for (std::size_t l = 0; l < std::size(kLayers); ++l) {
            auto* bars = static_cast<QCPBars*>(p->plottable(static_cast<int>(l)));
            bars->setPen(QPen(theme.color(kLayers[l].ink), 1));
            bars->setBrush(QBrush(theme.color(kLayers[l].ink), kLayers[l].pattern));
        }
        p->replot(QCustomPlot::rpQueuedReplot);
    }
    retranslate();
}

void CapPanel::retranslate() {
    const Theme& theme = m_bench.appearance.theme();
    m_none->setText(tr("This run has no Eureka. The bench shows one service in two registries, ZooKeeper and Eureka, under the same cut, crash and healing."));
    m_open->setText(tr("Open the scenario"));
    m_controls->retranslate();
    m_side->setAccessibleName(tr("Whose lookups the plots show"));
    m_side->setToolTip(m_side->accessibleName());
    const QString names[] = {tr("Answers"), tr("Registries"), tr("Clients")};
    for (int i = 0; i < 3; ++i) {
        m_tables->setTabText(i, names[i]);
        m_tables->widget(i)->setAccessibleName(names[i]);
    }
    if (const int page = m_tables->indexOf(m_plotArea); page >= 0) m_tables->setTabText(page, tr("Plots"));
    for (std::size_t i = 0; i < m_plots.size(); ++i) {
        m_plotNames[i]->setText(registryTitle(static_cast<Registry>(i)));
        m_plots[i]->setAccessibleName(tr("%1: lookups over time").arg(m_plotNames[i]->text()));
        m_plots[i]->setToolTip(tr("Over virtual time in seconds"));
    }
    m_keyTitle->setText(tr("Lookups over time (s):"));
    const QString keys[] = {tr("fresh"), tr("stale"), tr("refused")};
    for (std::size_t l = 0; l < std::size(kLayers); ++l) {
        m_keyNames[l]->setText(keys[l]);
        m_keyMarks[l]->setPixmap(keyMark(kLayers[l], theme, devicePixelRatioF()));
    }
    m_outcomes.retranslate();
    m_contents.retranslate();
    m_clients.retranslate();
    takeSoon();
}

void CapPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Card::changeEvent(event);
}

void CapPanel::resizeEvent(QResizeEvent* event) {
    if (m_bench.appearance.projector() && m_keyTitle->font() != projectorFont(m_bench.appearance.theme(), *this)) applyTheme();
    placePlots();
    fitTables();
    Card::resizeEvent(event);
}

void CapPanel::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    refresh();
}

}  // namespace zab
