// SPDX-License-Identifier: GPL-3.0-or-later
// A menu of ticks that stays open while one line after the other is ticked, by the mouse or by the space bar.
#pragma once

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace zab {

/// What is no tick is taken as in every menu. Escape and a click outside close it. So does Enter, which ticks the line that it stands on only if none was ticked before:
/// after the space bar it says "that is all".
class TickMenu : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void showEvent(QShowEvent* event) override {
        m_ticked = false;
        QMenu::showEvent(event);
    }
    void mousePressEvent(QMouseEvent* event) override {
        m_pressed = actionAt(event->pos());
        QMenu::mousePressEvent(event);
    }
    void mouseReleaseEvent(QMouseEvent* event) override {
        QAction* at = actionAt(event->pos());
        if (at != m_pressed || !tick(at)) QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent* event) override {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && m_ticked && activeAction() && activeAction()->isCheckable()) close();
        else if (event->key() != Qt::Key_Space || !tick(activeAction())) QMenu::keyPressEvent(event);
    }

private:
    bool tick(QAction* action) {
        if (!action || !action->isCheckable() || !action->isEnabled()) return false;
        action->trigger();
        return m_ticked = true;
    }

    const QAction* m_pressed = nullptr;   ///< compared only
    bool m_ticked = false;                ///< since it was opened
};

}  // namespace zab
