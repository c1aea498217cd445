// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes of the run (§10): all of them in a list; one as a picture, as a table, by its turns, and against another one.
#pragma once

#include "ui/models/contest_plan.h"
#include "ui/models/recipe_models.h"
#include "ui/widgets/card.h"
#include "ui/widgets/recipe_acts.h"
#include "ui/widgets/workbench.h"

#include <QTimer>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedWidget;
class QTabBar;
class QTableView;
class QToolButton;

namespace zab {

class RecipeCanvas;
class RecipeComparison;
class RecipePlots;
struct HitTarget;

class RecipePanel : public Card {
    Q_OBJECT

public:
    enum Page { Picture, Table, Turns, Compare, PageCount };

    explicit RecipePanel(const Workbench& bench, QWidget* parent = nullptr);

    RecipeCanvas& canvas() { return *m_canvas; }
    const RecipeActs& acts() const { return m_acts; }
    const RecipePartModel& parts() const { return m_parts; }
    const std::string& path() const { return m_path; }
    void showRecipe(const std::string& path);
    void showPage(Page page);
    /// The client that the buttons are about: the selected part's, else the first one that holds, else the first.
    ClientId subject() const;
    /// Carries out the lines of the plan.
    void startContest(const ContestPlan& plan);

signals:
    void hinted(const QString& text);
    /// A line was not understood.
    void problem(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildHead(QHBoxLayout& head);
    void retranslate();
    void applyTheme();
    void arrange();
    void update();
    void updateLists();
    void updateActs();
    void followLens();
    void onClick(const HitTarget& target);
    void choose(const HitTarget& target);
    const RecipeView* recipe() const;
    const RecipePartView* partOf(ClientId client) const;
    void openContest();

    Workbench m_bench;
    RecipeListModel m_list;
    RecipePartModel m_parts;
    std::string m_path;
    ClientId m_selected;
    QTableView *m_listView, *m_partView;
    QLabel* m_summary;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    RecipeCanvas* m_canvas;
    RecipePlots* m_plots;
    RecipeComparison* m_comparison;
    QToolButton *m_contest, *m_more, *m_end = nullptr;
    std::vector<QToolButton*> m_quick;   ///< the acts that have a button of their own
    RecipeActs m_acts;
    QTimer* m_soon;
};

}  // namespace zab
