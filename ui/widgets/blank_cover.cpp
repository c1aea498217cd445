// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/blank_cover.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace zab {

BlankCover::BlankCover(QWidget* window) : QWidget(window) {
    hide();
    window->installEventFilter(this);
}

void BlankCover::setCovering(bool on) {
    setGeometry(parentWidget()->rect());
    setVisible(on);
    if (on) raise();
}

bool BlankCover::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == parentWidget()) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void BlankCover::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), Qt::black); }

void BlankCover::mousePressEvent(QMouseEvent* event) {
    event->accept();
    emit lifted();
}

}  // namespace zab
