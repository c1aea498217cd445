// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fault_bar.h"

#include "ui/widgets/fault_actions.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace zab {

FaultBar::FaultBar(FaultActions& actions, QWidget* parent) : QToolBar(parent), m_actions(actions), m_packet(new QToolButton) {
    setObjectName(QStringLiteral("faultBar"));
    setMovable(false);
    add(actions.crash, true)->setObjectName(QStringLiteral("crash"));
    add(actions.restart, false)->setObjectName(QStringLiteral("restart"));
    add(actions.cut, true);
    add(actions.partition, true);
    auto* menu = new QMenu(this);
    menu->addActions({actions.drop, actions.delay, actions.duplicate, actions.deliver});
    m_packet->setMenu(menu);
    m_packet->setPopupMode(QToolButton::InstantPopup);
    m_packet->setProperty("fault", true);
    addWidget(m_packet);
    retranslate();
}

QToolButton* FaultBar::add(QAction* action, bool fault) {
    auto* button = new QToolButton;
    button->setProperty("fault", fault);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    // The menu that asks "which server?" opens below the button that was clicked.
    connect(button, &QToolButton::pressed, this, [this, button] { m_actions.setMenuPlace(button->mapToGlobal(QPoint(0, button->height() + 2))); });
    addWidget(button);
    return button;
}

void FaultBar::retranslate() {
    setWindowTitle(tr("Faults"));
    m_packet->setText(tr("Drop · delay"));
    m_packet->setStatusTip(tr("What to do with the selected packet"));
    m_packet->setToolTip(m_packet->statusTip());
}

void FaultBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_actions.retranslate();
        retranslate();
    }
    QToolBar::changeEvent(event);
}

}  // namespace zab
