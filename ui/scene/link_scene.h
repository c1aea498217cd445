// SPDX-License-Identifier: GPL-3.0-or-later
// A link between two servers: connected, idle, cut (a gap with scissors), cut one way, slow (dashed), losing packets.
#pragma once

#include "ui/scene/shape_builder.h"
#include "ui/scene/stage_layout.h"
#include "ui/scene/stage_options.h"

namespace zab {

/// Where the scissors of a link stand that is cut both ways, for others to leave free; else empty.
QRectF scissorsPlace(const LinkView& link, const StageLayout& layout);
/// Where it says how slow it is or how much it loses; empty if it says nothing.
QRectF notePlace(const LinkView& link, const StageLayout& layout, const ShapeBuilder& draw);

void addLink(std::vector<ShapeGroup>& groups, const ClusterView& view, const LinkView& link, const StageLayout& layout, const ShapeBuilder& draw,
             const StageOptions& options);

}  // namespace zab
