// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/recipe_scene.h"

#include <algorithm>
#include <climits>
#include <set>

namespace zab {

/// Finds a place that keeps the order of the numbers; false if there is none free.
bool RecipeSlots::insert(const std::string& znode, std::int64_t number) {
    int before = -1, behind = INT_MAX, last = -1;
    for (const auto& [name, slot] : m_slots) {
        last = std::max(last, slot.place);
        if (slot.number < number) before = std::max(before, slot.place);
        else behind = std::min(behind, slot.place);
    }
    int place = last + 1;
    if (behind != INT_MAX) {
        place = before < 0 ? behind - 1 : before + 1;   // a step back brings back who stood in front
        if (place <= before || place >= behind || place < 0) return false;
    }
    m_slots[znode] = {place, number};
    return true;
}

void RecipeSlots::renumber(const RecipeView& recipe) {
    m_slots.clear();
    int place = 0;
    for (const RecipePartView& p : recipe.parts)
        if (!p.znode.empty()) m_slots[p.znode] = {place++, p.number};
}

void RecipeSlots::update(const RecipeView& recipe) {
    if (m_path != recipe.path) m_slots.clear();
    m_path = recipe.path;
    std::set<std::string> present;
    for (const RecipePartView& p : recipe.parts)
        if (!p.znode.empty()) present.insert(p.znode);
    std::erase_if(m_slots, [&](const auto& slot) { return !present.count(slot.first); });
    for (const RecipePartView& p : recipe.parts)
        if (!p.znode.empty() && !m_slots.count(p.znode) && !insert(p.znode, p.number)) {
            renumber(recipe);
            break;
        }
    int last = -1;
    m_first = INT_MAX;
    for (const auto& [name, slot] : m_slots) {
        last = std::max(last, slot.place);
        m_first = std::min(m_first, slot.place);
    }
    if (m_slots.empty()) m_first = 0;
    m_places.clear();
    for (const RecipePartView& p : recipe.parts) m_places.push_back(p.znode.empty() ? ++last : m_slots[p.znode].place);
}

}  // namespace zab
