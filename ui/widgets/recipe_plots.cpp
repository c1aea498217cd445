// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipe_plots.h"

#include "ui/widgets/plot_style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <qcustomplot.h>

#include <algorithm>

namespace zab {

RecipePlots::RecipePlots(QWidget* parent) : QWidget(parent), m_table(new QTableView) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (int i = 0; i < PlotCount; ++i) {
        auto* side = new QVBoxLayout;
        auto*& plot = m_plots[static_cast<std::size_t>(i)];
        auto*& name = m_names[static_cast<std::size_t>(i)];
        name = new QLabel;
        name->setObjectName(QStringLiteral("soft"));
        plot = new QCustomPlot;
        plot->setMinimumSize(110, 50);
        plot->addGraph();
        plot->graph(0)->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 5));
        plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
        plot->axisRect()->setMargins(QMargins(0, 4, 6, 0));
        plot->xAxis->ticker()->setTickCount(4);
        plot->yAxis->ticker()->setTickCount(3);
        plot->xAxis->grid()->setVisible(false);
        plot->yAxis->grid()->setZeroLinePen(Qt::NoPen);
        side->addWidget(name);
        side->addWidget(plot, 1);
        row->addLayout(side, 2);
    }
    m_table->setModel(&m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(22);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setMinimumWidth(160);
    row->addWidget(m_table, 3);
}

int RecipePlots::points(int plot) const { return m_plots[static_cast<std::size_t>(plot)]->graph(0)->dataCount(); }

void RecipePlots::setRecipe(const RecipeView& recipe) {
    m_model.setRecipe(recipe);
    QVector<double> turn, wait, told;
    const double first = static_cast<double>(recipe.turnCount) - static_cast<double>(recipe.turns.size());
    for (const RecipeTurnView& t : recipe.turns) {
        turn << first + static_cast<double>(turn.size()) + 1;
        wait << static_cast<double>((t.acquired - t.asked).us) / 1000;
        told << static_cast<double>(t.notifications);
    }
    const QVector<double>* values[] = {&wait, &told};
    for (std::size_t i = 0; i < PlotCount; ++i) {
        QCustomPlot* plot = m_plots[i];
        plot->graph(0)->setData(turn, *values[i], true);
        plot->xAxis->setRange(std::max(0.0, first), std::max(first + 2, turn.isEmpty() ? 2 : turn.last() + 0.5));
        const double top = values[i]->isEmpty() ? 1 : *std::max_element(values[i]->begin(), values[i]->end());
        plot->yAxis->setRange(0, std::max(1.0, top * 1.15));
        plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void RecipePlots::setTheme(const Theme& theme) {
    for (std::size_t i = 0; i < PlotCount; ++i) {
        QCustomPlot* p = m_plots[i];
        applyThemeTo(*p, theme);
        p->graph(0)->setPen(QPen(theme.color(i == TimeToAcquire ? Ink::Following : Ink::Looking), 1));
        p->replot(QCustomPlot::rpQueuedReplot);
    }
}

void RecipePlots::retranslate() {
    m_names[TimeToAcquire]->setText(tr("time to acquire (ms), by turn"));
    m_names[Notifications]->setText(tr("notifications per release, by turn"));
    for (std::size_t i = 0; i < PlotCount; ++i) m_plots[i]->setAccessibleName(m_names[i]->text());
    m_table->setAccessibleName(tr("Turns that have ended"));
    m_model.retranslate();
}

}  // namespace zab
