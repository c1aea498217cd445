// SPDX-License-Identifier: GPL-3.0-or-later
// The real window with the recipes in front, and what tests do to it: open a scenario, carry out a line, click a part.
#pragma once

#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/recipe_canvas.h"
#include "ui/widgets/recipe_panel.h"
#include "ui/widgets/stage_view.h"

#include <QDockWidget>
#include <QToolButton>
#include <QtTest>

#include <memory>

namespace zab {

inline const std::string kChain = "/locks/chain", kHerd = "/locks/herd";

class RecipeWindow : public QObject {
protected:
    void makeWindow();
    RecipePanel& panel() { return m_window->recipes(); }
    RecipeCanvas& canvas() { return panel().canvas(); }
    void open(const char* scenario, int beats);
    void settle();
    void run(const char* line);
    const RecipeView* recipe(const std::string& path) const;
    const RecipePartView* part(const std::string& path, int client) const;
    const ShapeGroup* shape(HitKind kind, int client) const;
    void click(HitKind kind, int client);
    void press(int act) { QTest::mouseClick(m_window->findChild<QToolButton*>(QStringLiteral("recipeAct%1").arg(act)), Qt::LeftButton); }

    std::unique_ptr<Appearance> m_look;
    std::unique_ptr<MainWindow> m_window;
};

inline void RecipeWindow::makeWindow() {
    m_window = std::make_unique<MainWindow>(*m_look);
    m_window->resize(1600, 1000);
    m_window->stage().setAnimated(false);
    canvas().setAnimated(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QVERIFY(m_window->showPanel(QStringLiteral("recipe")));
    m_window->resizeDocks({m_window->findChild<QDockWidget*>(QStringLiteral("recipeDock"))}, {480}, Qt::Vertical);
}

inline void RecipeWindow::open(const char* scenario, int beats) {
    QVERIFY(m_window->documents().open(QStringLiteral(ZAB_SOURCE_DIR "/resources/scenarios/") + QLatin1String(scenario)));
    Pacing fast;
    fast.unlimited = true;
    m_window->client().setPacing(fast, false);
    for (int i = 0; i < beats; ++i) m_window->client().nextBeat();
    settle();
}

inline void RecipeWindow::settle() {
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed().waits(), 30000);
    QTest::qWait(120);   // the lens and the panels tell a few times a second
}

/// Carries out a line, and plays on as fast as can be until its end.
inline void RecipeWindow::run(const char* line) {
    m_window->client().runStatement(std::get<Statement>(parseLine(line, m_window->client().scenario())));
    settle();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed().progress().playing, 30000);
    settle();
}

inline const RecipeView* RecipeWindow::recipe(const std::string& path) const {
    for (const RecipeView& r : m_window->feed().view()->recipes)
        if (r.path == path) return &r;
    return nullptr;
}

inline const RecipePartView* RecipeWindow::part(const std::string& path, int client) const {
    if (const RecipeView* r = recipe(path))
        for (const RecipePartView& p : r->parts)
            if (p.client.value == client) return &p;
    return nullptr;
}

inline const ShapeGroup* RecipeWindow::shape(HitKind kind, int client) const {
    for (const ShapeGroup& g : m_window->recipes().canvas().scene().still)
        if (g.target.kind == kind && g.target.client.value == client) return &g;
    return nullptr;
}

inline void RecipeWindow::click(HitKind kind, int client) {
    const ShapeGroup* group = shape(kind, client);
    QVERIFY(group);
    const QPointF at = kind == HitKind::RecipePart ? group->bounds.topLeft() + QPointF(12, 8) : group->bounds.center();
    QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, canvas().toViewport(at).toPoint());
    settle();
}

}  // namespace zab
