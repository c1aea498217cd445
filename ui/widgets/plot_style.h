// SPDX-License-Identifier: GPL-3.0-or-later
// How every plot of the window looks, apart from its lines and bars.
#pragma once

#include "ui/theme/theme.h"

class QCustomPlot;
class QWidget;

namespace zab {

/// Background, axes and grid in the colours and the font of the theme. The caller replots.
void applyThemeTo(QCustomPlot& plot, const Theme& theme);
/// Of the texts beside them: on the projector a fortieth of the height of the screen.
QFont projectorFont(const Theme& theme, const QWidget& widget);

}  // namespace zab
