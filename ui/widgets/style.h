// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the standard widgets around the stage: calm cards on a quiet ground.
#pragma once

#include "ui/theme/theme.h"

#include <QString>

namespace zab {

/// For QApplication::setStyleSheet; all colours are the theme's.
QString styleSheet(const Theme& theme);

}  // namespace zab
