// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dock_tabs.h"

#include <QContextMenuEvent>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMouseEvent>
#include <QTabBar>
#include <QTimer>

#include <algorithm>

namespace zab {

void DockTabs::add(QDockWidget* dock) {
    m_docks << dock;
    connect(dock, &QDockWidget::topLevelChanged, this, &DockTabs::later);
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockTabs::later);
    connect(dock, &QDockWidget::visibilityChanged, this, &DockTabs::update);   // at once: for a moment with both the window would grow
    connect(dock, &QDockWidget::visibilityChanged, this, &DockTabs::later);
    later();
}

// The window tells of a change before its layout is done.
void DockTabs::later() {
    if (m_pending) return;
    m_pending = true;
    QTimer::singleShot(0, this, &DockTabs::update);
}

void DockTabs::update() {
    m_pending = false;
    for (QDockWidget* dock : m_docks) {
        const QList<QDockWidget*> others = m_window->tabifiedDockWidgets(dock);
        const bool isTab = !dock->isFloating() && std::any_of(others.begin(), others.end(), [](const QDockWidget* o) { return !o->isHidden(); });
        QWidget* bar = dock->titleBarWidget();
        if (isTab && !bar) {
            dock->setTitleBarWidget(new QWidget(dock));
        } else if (!isTab && bar) {
            dock->setTitleBarWidget(nullptr);
            bar->deleteLater();
        }
    }
    for (QTabBar* bar : m_window->findChildren<QTabBar*>(Qt::FindDirectChildrenOnly)) {
        bar->removeEventFilter(this);
        bar->installEventFilter(this);
    }
    emit changed();
}

QDockWidget* DockTabs::dockOf(const QTabBar* bar, const QPoint& at) const {
    const int tab = bar->tabAt(at);
    for (QDockWidget* dock : m_docks)
        if (tab >= 0 && !dock->isFloating() && dock->windowTitle() == bar->tabText(tab)) return dock;
    return nullptr;
}

bool DockTabs::eventFilter(QObject* watched, QEvent* event) {
    const auto* bar = qobject_cast<QTabBar*>(watched);
    if (bar && event->type() == QEvent::MouseButtonDblClick) {
        if (QDockWidget* dock = dockOf(bar, static_cast<QMouseEvent*>(event)->position().toPoint())) {
            dock->setFloating(true);
            return true;
        }
    } else if (bar && event->type() == QEvent::ContextMenu) {
        const auto* at = static_cast<QContextMenuEvent*>(event);
        if (QDockWidget* dock = dockOf(bar, at->pos())) {
            QMenu menu(m_window);
            menu.addAction(tr("A window of its own"), dock, [dock] { dock->setFloating(true); });
            menu.addAction(tr("Close"), dock, &QWidget::close);
            menu.exec(at->globalPos());
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace zab
