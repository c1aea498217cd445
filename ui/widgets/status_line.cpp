// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_line.h"

#include <QHelpEvent>
#include <QStyleOption>
#include <QStylePainter>
#include <QToolTip>

#include <algorithm>

namespace zab {

QRect StatusLine::messagePlace() const {
    int end = width();
    for (const QObject* child : children())
        if (const auto* widget = qobject_cast<const QWidget*>(child); widget && widget->isVisible()) end = std::min(end, widget->x());
    return QRect(6, 0, std::max(0, end - 14), height());
}

QString StatusLine::shownMessage() const { return fontMetrics().elidedText(currentMessage(), Qt::ElideRight, messagePlace().width()); }

void StatusLine::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    painter.drawPrimitive(QStyle::PE_PanelStatusBar, option);
    painter.setPen(palette().windowText().color());
    painter.drawText(messagePlace(), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shownMessage());
}

bool StatusLine::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || shownMessage() == currentMessage()) return QStatusBar::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), currentMessage(), this);
    return true;
}

}  // namespace zab
