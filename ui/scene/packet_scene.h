// SPDX-License-Identifier: GPL-3.0-or-later
// What travels: queue cells at the sender's end of a link, and pills in flight. Nothing is drawn onto a card.
#pragma once

#include "ui/scene/client_places.h"
#include "ui/scene/shape_builder.h"
#include "ui/scene/stage_layout.h"
#include "ui/scene/stage_options.h"

namespace zab {

/// Fills scene.packets and scene.moves for the moment `now` (virtual time, at or after the view's).
void addPackets(StageScene& scene, const ClusterView& view, const StageLayout& layout, const ClientPlaces& clients, const ShapeBuilder& draw,
                SimTime now, const StageOptions& options);

/// Shown at all? Pings can be hidden.
bool isShown(const PacketView& packet, const StageOptions& options);

}  // namespace zab
