// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions in words beside the server that took them.
#pragma once

#include "ui/scene/client_places.h"
#include "ui/scene/shape_builder.h"
#include "ui/scene/stage_layout.h"
#include "ui/scene/stage_options.h"

namespace zab {

/// Fills scene.bubbles; needs the queue cells of scene.packets to keep out of them.
void addBubbles(StageScene& scene, const ClusterView& view, const StageLayout& layout, const ClientPlaces& clients, const ShapeBuilder& draw,
                const StageOptions& options);

}  // namespace zab
