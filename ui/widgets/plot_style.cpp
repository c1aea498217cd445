// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot_style.h"

#include <QWidget>
#include <qcustomplot.h>

#include <algorithm>

namespace zab {

void applyThemeTo(QCustomPlot& plot, const Theme& theme) {
    plot.setBackground(QBrush(theme.color(Ink::Surface)));
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(QPen(theme.color(Ink::Border), 1));
        axis->setTickPen(QPen(theme.color(Ink::Border), 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(theme.color(Ink::TextSoft));
        axis->setTickLabelFont(theme.font(FontRole::Small));
        axis->grid()->setPen(QPen(theme.color(Ink::Line), 1));
    }
}

QFont projectorFont(const Theme& theme, const QWidget& widget) {
    if (!theme.projector()) return theme.font(FontRole::Body);
    const QWidget* window = widget.window();
    return theme.font(FontRole::Body, std::max(1.0, window->height() / 40.0 / theme.fontPixels(FontRole::Body)));
}

}  // namespace zab
