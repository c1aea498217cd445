// SPDX-License-Identifier: GPL-3.0-or-later
// An opened client: its two threads with their queues, its watches, and each registration with its three steps (§7.4).
#pragma once

#include "ui/scene/client_places.h"
#include "ui/scene/shape_builder.h"
#include "ui/scene/stage_layout.h"
#include "ui/scene/stage_options.h"

namespace zab {

/// Lines from the cards to the clients that they show; drawn behind everything that could be read.
void addOpenedWires(std::vector<ShapeGroup>& groups, const StageLayout& layout, const ClientPlaces& clients, const ShapeBuilder& draw);
/// The cards, and above each a group for every part that can be clicked.
void addOpenedClients(std::vector<ShapeGroup>& groups, const ClusterView& view, const StageLayout& layout, const Theme& theme,
                      const StageOptions& options);

/// Names a watch in HitTarget::path and StageOptions::watches: "data /a".
std::string watchKey(WatchRegistration::Kind kind, const std::string& path);

}  // namespace zab
