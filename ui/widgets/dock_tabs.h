// SPDX-License-Identifier: GPL-3.0-or-later
// Docks that share a place: their tabs are their titles, so no title stands above them a second time.
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;
class QTabBar;

namespace zab {

/// Takes the title bar from docks that are tabs and gives it back to those that are not. What the bar offered the tab offers:
/// a double click gives the dock a window of its own, the context menu that and closing.
class DockTabs final : public QObject {
    Q_OBJECT

public:
    explicit DockTabs(QMainWindow* window) : QObject(nullptr), m_window(window) {}
    void add(QDockWidget* dock);

signals:
    /// A dock has come, gone or moved; the window has made room for it.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void later();
    void update();
    QDockWidget* dockOf(const QTabBar* bar, const QPoint& at) const;

    QMainWindow* m_window;
    QList<QDockWidget*> m_docks;
    bool m_pending = false;
};

}  // namespace zab
