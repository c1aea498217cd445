// SPDX-License-Identifier: GPL-3.0-or-later
// Icons by meaning, drawn as line art in resources/icons and painted in the theme's ink.
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace zab {

/// The icon `name` ("crash", "crown", ...; see resources/icons) in that colour, `pixels` wide and high in device-independent
/// pixels. Null if there is no such icon.
QPixmap iconPixmap(const QString& name, const QColor& color, double pixels, double devicePixelRatio = 1.0);

/// For actions and menus: normal and disabled in the theme's inks, sharp at 1x and 2x, 16 to 48 px.
QIcon themedIcon(const QString& name, const Theme& theme);
QIcon themedIcon(const QString& name, const Theme& theme, Ink ink);

}  // namespace zab
