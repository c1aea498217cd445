// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot_panel.h"

#include "engine/lab/cluster_view.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/event_text.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/plot_style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <qcustomplot.h>

#include <algorithm>

namespace zab {
namespace {

constexpr int kReplotMs = 100;
constexpr int kMostPoints = 20000;
constexpr double kShownSeconds = 10;   ///< virtual
constexpr Ink kLines[] = {Ink::Following, Ink::Leading, Ink::Looking, Ink::Down, Ink::Sync, Ink::Observing, Ink::Text, Ink::TextSoft, Ink::Accent};
constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine};

}  // namespace

PlotPanel::PlotPanel(const Workbench& bench, QWidget* parent) : Card(parent), m_bench(bench), m_soon(new QTimer(this)) {
    build();
    retranslate();
    applyTheme();
    m_soon->setSingleShot(true);
    m_soon->setInterval(kReplotMs);
    connect(m_soon, &QTimer::timeout, this, &PlotPanel::replot);
    connect(&m_bench.feed, &TraceFeed::traceCleared, this, &PlotPanel::clear);
    connect(&m_bench.feed, &TraceFeed::viewChanged, this, [this] { take(m_bench.feed.view()->sample); });
    connect(&m_bench.appearance, &Appearance::themeChanged, this, &PlotPanel::applyTheme);
}

PlotPanel::~PlotPanel() = default;

int PlotPanel::points(int plot) const {
    const QCustomPlot* p = m_cells[static_cast<std::size_t>(plot)].plot;
    return p->graphCount() ? p->graph(0)->dataCount() : 0;
}

void PlotPanel::build() {
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    for (Cell& cell : m_cells) {
        auto* side = new QVBoxLayout;
        side->setSpacing(2);
        cell.name = new QLabel;
        cell.name->setObjectName(QStringLiteral("soft"));
        cell.value = new QLabel;
        cell.value->setFont(m_bench.appearance.theme().font(FontRole::Strong, 1.1));
        cell.plot = new QCustomPlot;
        cell.plot->setMinimumSize(90, 44);
        cell.plot->setSelectionTolerance(0);
        cell.plot->setPlottingHint(QCP::phFastPolylines, true);
        cell.plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
        cell.plot->axisRect()->setMargins(QMargins(0, 4, 4, 0));
        cell.plot->xAxis->ticker()->setTickCount(3);
        cell.plot->yAxis->ticker()->setTickCount(3);
        cell.plot->yAxis->grid()->setZeroLinePen(Qt::NoPen);
        cell.plot->xAxis->grid()->setVisible(false);
        side->addWidget(cell.name);
        side->addWidget(cell.value);
        side->addWidget(cell.plot, 1);
        row->addLayout(side, 1);
    }
    column()->addLayout(row, 1);
    for (int plot = 0; plot < Lag; ++plot) addLine(static_cast<Plot>(plot));
}

void PlotPanel::addLine(Plot plot) {
    // A value stays until the next sample: a slope between two of them would show what never was.
    m_cells[plot].plot->addGraph()->setLineStyle(QCPGraph::lsStepLeft);
}

void PlotPanel::setLines(int servers) {
    QCustomPlot* plot = m_cells[Lag].plot;
    if (plot->graphCount() == servers) return;
    plot->clearGraphs();
    for (int s = 0; s < servers; ++s) addLine(Lag);
    applyTheme();
}

void PlotPanel::applyTheme() {
    const Theme& theme = m_bench.appearance.theme();
    for (Cell& cell : m_cells) {
        QCustomPlot* p = cell.plot;
        applyThemeTo(*p, theme);
        for (int g = 0; g < p->graphCount(); ++g) {
            const Ink ink = &cell == &m_cells[Lag] ? kLines[static_cast<std::size_t>(g) % std::size(kLines)] : Ink::Following;
            // 1 px: anything wider costs twenty times as much here.
            p->graph(g)->setPen(QPen(theme.color(ink), 1, kStyles[(static_cast<std::size_t>(g) / std::size(kLines)) % 2]));
        }
        p->replot(QCustomPlot::rpQueuedReplot);
    }
}

void PlotPanel::add(Plot plot, int line, double time, double value) {
    QCPGraph* graph = m_cells[plot].plot->graph(line);
    graph->addData(time, value);
    if (graph->dataCount() > kMostPoints) graph->data()->removeBefore(time - 2 * kShownSeconds);
}

void PlotPanel::take(const PlotSample& sample) {
    const double time = static_cast<double>(sample.time.us) / 1e6;
    setLines(static_cast<int>(sample.lag.size()));
    if (time < m_newest)   // stepped back: what comes later has not happened
        for (Cell& cell : m_cells)
            for (int g = 0; g < cell.plot->graphCount(); ++g) cell.plot->graph(g)->data()->removeAfter(time);
    m_newest = time;
    add(Queue, 0, time, static_cast<double>(sample.queuedPackets));
    add(Outstanding, 0, time, static_cast<double>(sample.outstandingProposals));
    if (sample.commitLatency.us) add(Latency, 0, time, static_cast<double>(sample.commitLatency.us) / 1e3);
    for (std::size_t s = 0; s < sample.lag.size(); ++s) add(Lag, static_cast<int>(s), time, static_cast<double>(sample.lag[s]));
    showValues();
    m_fresh = true;
    if (!m_soon->isActive()) m_soon->start();
}

void PlotPanel::showValues() {
    const PlotSample& sample = m_bench.feed.view()->sample;
    m_cells[Queue].value->setText(tr("%n packets", nullptr, static_cast<int>(sample.queuedPackets)));
    m_cells[Outstanding].value->setText(QString::number(sample.outstandingProposals));
    m_cells[Latency].value->setText(sample.commitLatency.us ? durationText(sample.commitLatency) : tr("no commit yet"));
    const auto worst = std::max_element(sample.lag.begin(), sample.lag.end());
    if (worst == sample.lag.end() || *worst == 0) m_cells[Lag].value->setText(tr("none"));
    else m_cells[Lag].value->setText(tr("S%1: %2 behind").arg(worst - sample.lag.begin() + 1).arg(*worst));
}

void PlotPanel::replot() {
    if (!isVisible() || !m_fresh) return;
    m_fresh = false;
    for (Cell& cell : m_cells) {
        QCustomPlot* p = cell.plot;
        p->xAxis->setRange(std::max(0.0, m_newest - kShownSeconds), std::max(m_newest, 0.05));
        double top = 1;
        for (int g = 0; g < p->graphCount(); ++g) {
            bool found = false;
            const QCPRange range = p->graph(g)->getValueRange(found, QCP::sdBoth, p->xAxis->range());
            if (found) top = std::max(top, range.upper);
        }
        p->yAxis->setRange(0, top * 1.1);
        p->replot(QCustomPlot::rpQueuedReplot);
    }
}

void PlotPanel::clear() {
    for (Cell& cell : m_cells)
        for (int g = 0; g < cell.plot->graphCount(); ++g) cell.plot->graph(g)->data()->clear();
    m_newest = -1;
}

void PlotPanel::retranslate() {
    m_cells[Queue].name->setText(tr("queued packets"));
    m_cells[Outstanding].name->setText(tr("outstanding proposals"));
    m_cells[Latency].name->setText(tr("commit latency (ms)"));
    m_cells[Lag].name->setText(tr("zxid lag per server"));
    for (Cell& cell : m_cells) {
        cell.plot->setAccessibleName(cell.name->text());
        cell.plot->setToolTip(tr("Over virtual time in seconds"));
    }
    showValues();
}

void PlotPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Card::changeEvent(event);
}

void PlotPanel::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    m_fresh = true;
    replot();
}

}  // namespace zab
