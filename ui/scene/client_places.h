// SPDX-License-Identifier: GPL-3.0-or-later
// Clients sit on the outer side of the ellipse: beside the server that they stand at (with which they are cut off), or else beside
// the one that serves them.
#pragma once

#include "ui/scene/shape_builder.h"
#include "ui/scene/stage_layout.h"
#include "ui/scene/stage_options.h"

#include <map>

namespace zab {

struct ClientPlace {
    QRectF chip;
    ServerId home;          ///< the server whose side it sits at
    bool folded = false;    ///< stands behind the last chip as part of "+n"
};
using ClientPlaces = std::map<int, ClientPlace>;   ///< by client id

ClientPlaces placeClients(const ClusterView& view, const StageLayout& layout, const StageOptions& options);
void addClients(std::vector<ShapeGroup>& groups, const ClusterView& view, const StageLayout& layout, const ClientPlaces& places,
                const ShapeBuilder& draw, const StageOptions& options);

}  // namespace zab
