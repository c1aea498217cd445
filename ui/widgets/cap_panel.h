// SPDX-License-Identifier: GPL-3.0-or-later
// The CAP bench: one service in ZooKeeper and in Eureka under the same cut, with what each answered, and the lecturer's controls.
#pragma once

#include "ui/models/cap_models.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

#include <QTimer>

#include <array>

class QComboBox;
class QCustomPlot;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace zab {

class CapPanel : public Card {
    Q_OBJECT

public:
    explicit CapPanel(const Workbench& bench, QWidget* parent = nullptr);
    ~CapPanel() override;

    /// Stretches that a plot shows; for tests. 0: ZooKeeper, 1: Eureka.
    int points(int plot) const;

signals:
    /// The run has no Eureka, and the person wants one that has.
    void scenarioWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* makeControls();
    QWidget* makePlots();
    QTableView* makeTable(QAbstractItemModel* model);
    void connectControls();
    void retranslate();
    void applyTheme();
    void takeSoon();
    void refresh();
    void showSides(const CapView& view);
    void plot(const CapView& view);
    void cut();
    void addProviders();
    void addConsumers();
    void setInterval();
    ClientId newClient(int& next) const;

    Workbench m_bench;
    CapOutcomeModel m_outcomes;
    CapContentModel m_contents;
    CapClientModel m_clients;
    QStackedWidget* m_stack;
    QLabel* m_none;
    QPushButton* m_open;
    QTabWidget* m_tables;
    QLabel *m_cutLabel, *m_intervalLabel;
    QSpinBox *m_left, *m_count;
    QDoubleSpinBox* m_interval;
    QPushButton *m_cut, *m_heal, *m_provide, *m_consume, *m_apply;
    QComboBox* m_side;
    std::array<QCustomPlot*, 2> m_plots{};
    std::array<QLabel*, 2> m_plotNames{};
    QLabel* m_key;
    QString m_chosen;   ///< the side that a person wants to see
    QTimer* m_soon;
};

}  // namespace zab
