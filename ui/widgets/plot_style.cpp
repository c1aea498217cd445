// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot_style.h"

#include <QHeaderView>
#include <QWidget>
#include <qcustomplot.h>

#include <algorithm>

namespace zab {

void applyThemeTo(QCustomPlot& plot, const Theme& theme) {
    QFont numbers = projectorFont(theme, plot);
    numbers.setPixelSize(std::max(1, numbers.pixelSize() * 3 / 4));
    plot.setBackground(QBrush(theme.color(Ink::Surface)));
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(QPen(theme.color(Ink::Border), 1));
        axis->setTickPen(QPen(theme.color(Ink::Border), 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(theme.color(Ink::TextSoft));
        axis->setTickLabelFont(theme.projector() ? numbers : theme.font(FontRole::Small));
        axis->grid()->setPen(QPen(theme.color(Ink::Line), 1));
    }
}

QFont projectorFont(const Theme& theme, const QWidget& widget) {
    if (!theme.projector()) return theme.font(FontRole::Body);
    const QWidget* window = widget.window();
    return theme.font(FontRole::Body, std::max(1.0, window->height() / 40.0 / theme.fontPixels(FontRole::Body)));
}

void setHeaderFont(QHeaderView& header, const QFont& font, const Theme& theme) {
    header.setFont(font);
    header.setStyleSheet(theme.projector() ? QStringLiteral("QHeaderView::section { font-size: %1px; }").arg(QFontInfo(font).pixelSize()) : QString());
}

}  // namespace zab
