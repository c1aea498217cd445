// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe as neutral shapes (§10): who holds, who waits for whom, each with its session, its znode, its number and its token.
// A pure function of the view, the theme, the width and the places that its parts had before.
#pragma once

#include "ui/scene/shapes.h"

#include "engine/lab/cluster_view.h"

#include <map>

namespace zab {

/// Places in the line, remembered from picture to picture: who stays keeps its place while others leave.
class RecipeSlots {
public:
    /// Brings the places up to date: those that are gone give theirs up, new ones queue up behind. O(parts log parts).
    void update(const RecipeView& recipe);
    /// Place of each part of the recipe, in its order; parts without a znode of their own stand behind the line.
    const std::vector<int>& places() const { return m_places; }
    /// The first place in use.
    int first() const { return m_first; }

private:
    struct Slot {
        int place;
        std::int64_t number;
    };
    bool insert(const std::string& znode, std::int64_t number);
    void renumber(const RecipeView& recipe);

    std::string m_path;
    std::map<std::string, Slot> m_slots;   ///< by znode
    std::vector<int> m_places;
    int m_first = 0;
};

struct RecipeSceneOptions {
    double width = 600;
    double seenHeight = 0;       ///< of what is seen without scrolling; 0 = everything is
    double scale = 1;            ///< of everything in it; larger for the back row
    HitTarget selected, hovered;
};

/// Height follows the number of parts: the widget scrolls.
StageScene buildRecipe(const RecipeView& recipe, const ClusterView& view, const RecipeSlots& places, const Theme& theme, const RecipeSceneOptions& options);

}  // namespace zab
