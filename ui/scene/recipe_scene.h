// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe as neutral shapes (§10): who holds, who waits for whom, each with its session, its znode, its number and its token.
// A pure function of the view, the theme, the width and the places that its parts had before.
#pragma once

#include "ui/scene/shapes.h"

#include "engine/lab/cluster_view.h"

#include <map>

namespace zab {

/// What stands together in the picture of a recipe. Locks and elections have a line and those who do not stand in it; the others have
/// groups of what their parts do (offer, take) or how far they have come (waiting, in, over).
struct RecipePlace {
    int group = 0;   ///< 0: the line, or the first group
    int place = 0;   ///< in the line, or within the group
    bool operator==(const RecipePlace&) const = default;
};

/// Places remembered from picture to picture: who stays keeps its place while others leave.
class RecipeSlots {
public:
    /// Brings the places up to date: those that are gone give theirs up, new ones queue up behind, or where one is free. O(parts log parts).
    void update(const RecipeView& recipe);
    /// Place of each part of the recipe, in its order.
    const std::vector<RecipePlace>& places() const { return m_places; }
    /// The first place of the line in use.
    int first() const { return m_first; }
    /// So many places has a group, with those between that are free.
    int size(int group) const;

private:
    struct Slot {
        int place;
        std::int64_t number;
    };
    bool insert(const std::string& znode, std::int64_t number);
    void renumber(const RecipeView& recipe);
    void line(const RecipeView& recipe);
    void groups(const RecipeView& recipe);

    std::string m_path;
    RecipeKind m_kind{};
    std::map<std::string, Slot> m_slots;               ///< the line, by znode
    std::map<int, std::map<int, int>> m_groups;        ///< group -> place -> client
    std::vector<RecipePlace> m_places;
    int m_first = 0;
};

struct RecipeSceneOptions {
    double width = 600;
    double scale = 1;            ///< of everything in it; larger for the back row
    bool full = true;            ///< each part tells all that it has; else only who it is and how far it has come
    HitTarget selected, hovered;
    /// Where things are drawn that are on their way to another place, by recipeKey().
    std::map<std::string, QRectF> between;
};

/// Names what keeps its identity while it moves: a part, a title, a znode. Empty: it goes with the others.
std::string recipeKey(const HitTarget& target);
/// Whether full parts need hardly more room than is seen without scrolling.
bool fitsInFull(const RecipeView& recipe, const RecipeSlots& places, const RecipeSceneOptions& options, double seenHeight);

/// Height follows the number of parts: the widget scrolls.
StageScene buildRecipe(const RecipeView& recipe, const ClusterView& view, const RecipeSlots& places, const Theme& theme, const RecipeSceneOptions& options);

}  // namespace zab
