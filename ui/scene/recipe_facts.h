// SPDX-License-Identifier: GPL-3.0-or-later
// What the ensemble itself has of a recipe, apart from the znodes of those who take part: the elements of a queue, the barrier, the data.
#pragma once

#include "ui/scene/recipe_scene.h"
#include "ui/scene/shape_builder.h"

namespace zab {

/// Draws it from the upper edge of `box` on, as the server with the newest tree has it. Returns the height that it takes; 0 where a
/// recipe has nothing but its parts. O(parts + children of the recipe's znode).
double drawRecipeFacts(std::vector<ShapeGroup>& groups, const RecipeView& recipe, const ClusterView& view, const ShapeBuilder& draw, const QRectF& box,
                       const RecipeSceneOptions& options);

}  // namespace zab
