// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot_style.h"

#include <qcustomplot.h>

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

}  // namespace zab
