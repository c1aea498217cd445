// SPDX-License-Identifier: GPL-3.0-or-later
// Where the panels of the window stand when nobody has moved them: the tree left, the inspector right, all others as tabs below the stage.
#pragma once

#include "ui/widgets/dock_tabs.h"

#include <QMainWindow>

#include <vector>

class QDockWidget;

namespace zab {

class DockLayout {
public:
    explicit DockLayout(QMainWindow& window);

    /// `name`: of the dock, by which a layout is saved. In one place they stand in the order in which they are added.
    QDockWidget* add(const char* name, QWidget* panel, Qt::DockWidgetArea area);
    const std::vector<QDockWidget*>& all() const { return m_docks; }
    /// Everything to its place, and open.
    void place();
    /// The sizes of the panels that the window has room for. In a small one the panels fold away, for the stage is for the back row:
    /// the tree shares the place of the inspector, and those below come when they are asked for.
    void fit();
    /// A tab to the front. Opens it only if all are folded away: otherwise a person has closed it.
    void bringForward(QDockWidget* dock);
    /// It is seen, not only its tab.
    static bool isInFront(const QDockWidget* dock);
    /// The window is too small for everything at once.
    bool isSmall() const;
    /// It is, and nothing stands below the stage.
    bool isFolded() const;

private:
    std::vector<QDockWidget*> at(Qt::DockWidgetArea area) const;
    void fold();
    void onChange();
    void setGaps();

    QMainWindow& m_window;
    DockTabs m_tabs;
    std::vector<QDockWidget*> m_docks;
    std::vector<Qt::DockWidgetArea> m_areas;   ///< theirs, one by one
    bool m_folded = false;                     ///< when last looked at
};

}  // namespace zab
