// SPDX-License-Identifier: GPL-3.0-or-later
// One line that ends in dots where there is no room for all of it; the tool tip has the whole.
#pragma once

#include <QEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QStylePainter>
#include <QToolTip>

namespace zab {

class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent*) override {
        QStylePainter p(this);
        p.drawItemText(contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(), shown(), foregroundRole());
    }
    bool event(QEvent* event) override {
        if (event->type() != QEvent::ToolTip || shown() == text()) return QLabel::event(event);
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }

private:
    QString shown() const { return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()); }
};

}  // namespace zab
