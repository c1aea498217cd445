// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics of a recipe over its turns: how long it took to acquire, and what each release cost; the turns as a table beside.
#pragma once

#include "engine/lab/cluster_view.h"
#include "ui/models/recipe_models.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <array>

class QCustomPlot;
class QLabel;
class QTableView;

namespace zab {

class RecipePlots : public QWidget {
    Q_OBJECT

public:
    explicit RecipePlots(QWidget* parent = nullptr);
    void setRecipe(const RecipeView& recipe);
    void setTheme(const Theme& theme);
    void retranslate();
    const RecipeTurnModel& model() const { return m_model; }
    /// Points in a plot; for tests.
    int points(int plot) const;

private:
    enum Plot { TimeToAcquire, Notifications, PlotCount };
    std::array<QCustomPlot*, PlotCount> m_plots{};
    std::array<QLabel*, PlotCount> m_names{};
    RecipeTurnModel m_model;
    QTableView* m_table;
};

}  // namespace zab
