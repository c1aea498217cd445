// SPDX-License-Identifier: GPL-3.0-or-later
// Two recipes side by side: what one release costs in notifications, reads and packets, as numbers and bars.
#pragma once

#include "ui/scene/shapes.h"

#include "engine/lab/cluster_view.h"

namespace zab {

/// Averages over the turns that have ended. Either may be nullptr.
StageScene buildComparison(const RecipeView* left, const RecipeView* right, const Theme& theme, QSizeF size, double scale = 1);

}  // namespace zab
