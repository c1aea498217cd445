// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do to a recipe and to one who takes part in it (§10): actions for buttons and menus. Each of them is a line of the language.
#pragma once

#include "engine/client/recipes/recipe_options.h"
#include "engine/lab/cluster_view.h"
#include "ui/widgets/workbench.h"

#include <QAction>
#include <QObject>

#include <array>
#include <functional>
#include <optional>

class QMenu;

namespace zab {

class RecipeActs : public QObject {
    Q_OBJECT

public:
    enum Act { End, Again, Use, UseUnfenced, Offer, Take, Write, PutUp, TakeAway, Lookup, Crash, Freeze, Expire, ActCount };

    RecipeActs(const Workbench& bench, QWidget* window);

    QAction* action(Act act) const { return m_actions[act]; }
    /// All that the recipe knows, in groups. The menu is emptied before.
    void fill(QMenu& menu) const;
    /// Texts and what can be done now. nullptr: there is no recipe. O(clients + parts).
    void update(const std::string& path, const RecipeView* recipe, ClientId subject);
    void applyTheme();
    /// Carries out a line; a run of it to its end, where another line comes behind it.
    void run(const QString& line, bool atOnce = false);
    /// A run-until at a speed at which the lecturer does not have to wait, and everybody still sees it happen.
    void runFast(const QString& line, double virtualSecondsPerSecond);

signals:
    /// A line was not understood.
    void problem(const QString& sentence);

private:
    const ClientView* client(ClientId id) const;
    const RecipePartView* partOf(ClientId id) const;
    /// The one who is looked at if it can take that role, else somebody who can; 0 = nobody is connected.
    ClientId actorFor(const char* role) const;
    std::optional<RecipeOptions> newestOptions(ClientId of) const;
    double sessionSeconds(SessionId session) const;
    void act(Act what);
    void expire();
    void askText(const QString& title, const QString& label, const QString& text, const std::function<void(const QString&)>& then);
    QString pathWord() const;

    Workbench m_bench;
    QWidget* m_window;
    std::array<QAction*, ActCount> m_actions{};
    std::string m_path;
    std::optional<RecipeView> m_recipe;   ///< without its turns
    ClientId m_subject;
};

}  // namespace zab
