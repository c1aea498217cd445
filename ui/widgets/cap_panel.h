// SPDX-License-Identifier: GPL-3.0-or-later
// The CAP bench: one service in ZooKeeper and in Eureka under the same cut, with what each answered. Above it the lecturer's controls.
#pragma once

#include "engine/script/script.h"
#include "ui/models/cap_models.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

#include <QTimer>

#include <array>

class QComboBox;
class QCustomPlot;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace zab {

class CapControls;

class CapPanel : public Card {
    Q_OBJECT

public:
    explicit CapPanel(const Workbench& bench, QWidget* parent = nullptr);
    ~CapPanel() override;

    /// Stretches that the plot of a registry shows; for tests.
    int points(Registry registry) const;

signals:
    /// The run has no Eureka, and the person wants one that has.
    void scenarioWanted(const QString& path);
    /// A new run of the bench, with another ensemble.
    void benchWanted(const zab::Script& script);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* makePlots();
    void placePlots();
    QTableView* makeTable(QAbstractItemModel* model);
    void connectControls();
    void retranslate();
    void applyTheme();
    void takeSoon();
    void refresh();
    void showSides(const CapView& view);
    void plot(const CapView& view);
    void fitTables();

    Workbench m_bench;
    CapOutcomeModel m_outcomes;
    CapContentModel m_contents;
    CapClientModel m_clients;
    QStackedWidget* m_stack;
    QLabel* m_none;
    QPushButton* m_open;
    QTabWidget* m_tables;
    QComboBox* m_side;
    static constexpr std::size_t kPlots = static_cast<std::size_t>(Registry::Count_);
    std::array<QWidget*, kPlots> m_plotBoxes{};
    std::array<QCustomPlot*, kPlots> m_plots{};
    std::array<QLabel*, kPlots> m_plotNames{};
    QHBoxLayout* m_row;     ///< of the tables, and of the plots beside them
    CapControls* m_controls;
    QWidget* m_plotArea;
    QLabel *m_keyTitle, *m_sideTitle;
    std::array<QLabel*, 3> m_keyMarks{}, m_keyNames{};
    QString m_chosen;   ///< the side that a person wants to see
    QTimer* m_soon;
};

}  // namespace zab
