// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dock_layout.h"

#include <QDockWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace zab {
namespace {

constexpr QSize kRoomy{1100, 640}, kLarge{1600, 900};
constexpr int kGap = 8;   // between a card and the window's frame; between two cards it is the separator's

}  // namespace

DockLayout::DockLayout(QMainWindow& window) : m_window(window), m_tabs(&window) {
    window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks | QMainWindow::GroupedDragging);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    for (const auto area : {Qt::BottomDockWidgetArea, Qt::RightDockWidgetArea}) window.setTabPosition(area, QTabWidget::North);
    QObject::connect(&m_tabs, &DockTabs::changed, &m_tabs, [this] { onChange(); });
}

QDockWidget* DockLayout::add(const char* name, QWidget* panel, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(&m_window);
    dock->setObjectName(QString::fromLatin1(name));
    auto* frame = new QWidget;
    (new QVBoxLayout(frame))->addWidget(panel);
    dock->setWidget(frame);
    m_docks.push_back(dock);
    m_areas.push_back(area);
    m_tabs.add(dock);
    return dock;
}

std::vector<QDockWidget*> DockLayout::at(Qt::DockWidgetArea area) const {
    std::vector<QDockWidget*> there;
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        if (m_areas[i] == area) there.push_back(m_docks[i]);
    return there;
}

/// A panel that unfolds takes no more than it needs.
void DockLayout::onChange() {
    setGaps();
    const bool folded = isFolded();
    if (m_folded && !folded && isSmall())
        for (QDockWidget* dock : at(Qt::BottomDockWidgetArea))
            if (isInFront(dock)) m_window.resizeDocks({dock}, {1}, Qt::Vertical);
    m_folded = folded;
}

/// Whatever is at the edge of the window keeps off it.
void DockLayout::setGaps() {
    bool left = false, right = false;
    for (QDockWidget* dock : m_docks) {
        if (dock->isHidden() || dock->isFloating()) continue;
        left = left || m_window.dockWidgetArea(dock) == Qt::LeftDockWidgetArea;
        right = right || m_window.dockWidgetArea(dock) == Qt::RightDockWidgetArea;
    }
    const QMargins middle(left ? 0 : kGap, 0, right ? 0 : kGap, 0);
    const bool last = m_window.statusBar()->isHidden();   // projector mode: nothing stands below
    m_window.centralWidget()->layout()->setContentsMargins(middle + QMargins(0, kGap, 0, last ? kGap : 0));
    for (QDockWidget* dock : m_docks) {
        const Qt::DockWidgetArea area = m_window.dockWidgetArea(dock);
        QMargins margins = middle + QMargins(0, 2, 0, 2);
        if (dock->isFloating()) margins = {kGap, 0, kGap, kGap};
        else if (area == Qt::LeftDockWidgetArea) margins = {kGap, 0, 0, 2};
        else if (area == Qt::RightDockWidgetArea) margins = {0, 0, kGap, 2};
        dock->widget()->layout()->setContentsMargins(margins);
    }
}

bool DockLayout::isSmall() const { return m_window.width() < kRoomy.width() || m_window.height() < kRoomy.height(); }

bool DockLayout::isInFront(const QDockWidget* dock) { return dock->isVisible() && !dock->visibleRegion().isEmpty(); }

bool DockLayout::isFolded() const {
    const std::vector<QDockWidget*> below = at(Qt::BottomDockWidgetArea);
    return isSmall() && std::all_of(below.begin(), below.end(), [](const QDockWidget* dock) { return dock->isHidden(); });
}

void DockLayout::place() {
    for (QDockWidget* dock : m_docks) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    for (std::size_t i = 0; i < m_docks.size(); ++i) m_window.addDockWidget(m_areas[i], m_docks[i]);
    const std::vector<QDockWidget*> below = at(Qt::BottomDockWidgetArea);
    for (std::size_t i = 1; i < below.size(); ++i) m_window.tabifyDockWidget(below[i - 1], below[i]);
    if (isSmall()) fold();
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        if (!isSmall() || m_areas[i] != Qt::BottomDockWidgetArea) m_docks[i]->show();
    for (const auto area : {Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea}) at(area).front()->raise();
}

void DockLayout::fold() {
    m_window.tabifyDockWidget(at(Qt::RightDockWidgetArea).front(), at(Qt::LeftDockWidgetArea).front());
    at(Qt::RightDockWidgetArea).front()->raise();
    for (QDockWidget* dock : at(Qt::BottomDockWidgetArea)) dock->hide();
}

void DockLayout::fit() {
    if (isSmall()) fold();
    const bool wide = m_window.width() >= kLarge.width();
    m_window.resizeDocks({at(Qt::LeftDockWidgetArea).front(), at(Qt::RightDockWidgetArea).front()}, {wide ? 236 : 204, wide ? 330 : isSmall() ? 288 : 262}, Qt::Horizontal);
    m_window.resizeDocks({at(Qt::BottomDockWidgetArea).front()}, {m_window.height() >= kLarge.height() ? 236 : 194}, Qt::Vertical);
}

void DockLayout::bringForward(QDockWidget* dock) {
    if (isFolded()) dock->show();
    dock->raise();
}

}  // namespace zab
