// SPDX-License-Identifier: GPL-3.0-or-later
// Live plots over virtual time: queued packets, outstanding proposals, commit latency, how far each server lags.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

#include <QTimer>

#include <array>

class QCustomPlot;
class QLabel;

namespace zab {

struct PlotSample;

class PlotPanel : public Card {
    Q_OBJECT

public:
    explicit PlotPanel(const Workbench& bench, QWidget* parent = nullptr);
    ~PlotPanel() override;

    /// Points in the first line of a plot; for tests.
    int points(int plot) const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum Plot { Queue, Outstanding, Latency, Lag, PlotCount };
    struct Cell {
        QLabel* name = nullptr;
        QLabel* value = nullptr;
        QCustomPlot* plot = nullptr;
    };
    void build();
    void retranslate();
    void applyTheme();
    void take(const PlotSample& sample);
    void add(Plot plot, int line, double time, double value);
    void addLine(Plot plot);
    void setLines(int servers);
    void showValues();
    void clear();
    void replot();

    Workbench m_bench;
    std::array<Cell, PlotCount> m_cells;
    QTimer* m_soon;     ///< ten pictures a second are enough
    double m_newest = -1;
    bool m_fresh = false;
};

}  // namespace zab
