// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody may overlook: the broken seals of the run, and the properties that are violated.
#pragma once

#include "ui/scene/shape_builder.h"
#include "ui/scene/stage_layout.h"
#include "ui/scene/stage_options.h"

namespace zab {

/// In the banner if there is one; else, for violations only, what is left of the headline right of `headlineEnd`.
void addBanner(std::vector<ShapeGroup>& groups, const ClusterView& view, const StageLayout& layout, const Theme& theme, const StageOptions& options,
               double headlineEnd);

}  // namespace zab
