// SPDX-License-Identifier: GPL-3.0-or-later
// How every plot of the window looks, apart from its lines and bars.
#pragma once

#include "ui/theme/theme.h"

class QCustomPlot;
class QHeaderView;
class QWidget;

namespace zab {

/// Background, axes and grid in the colours and the font of the theme. The caller replots.
void applyThemeTo(QCustomPlot& plot, const Theme& theme);
/// Of the texts beside them: on the projector a fortieth of the height of the screen.
QFont projectorFont(const Theme& theme, const QWidget& widget);
/// The style sheet gives headers a font of their own: it has to hear of another one as well.
void setHeaderFont(QHeaderView& header, const QFont& font, const Theme& theme);

}  // namespace zab
