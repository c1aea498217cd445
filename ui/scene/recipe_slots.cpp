// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/recipe_scene.h"

#include "ui/text/recipe_words.h"

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

void RecipeSlots::line(const RecipeView& recipe) {
    std::set<std::string> present;
    for (const RecipePartView& p : recipe.parts)
        if (!p.znode.empty()) present.insert(p.znode);
    std::erase_if(m_slots, [&](const auto& slot) { return !present.count(slot.first); });
    for (const RecipePartView& p : recipe.parts)
        if (!p.znode.empty() && !m_slots.count(p.znode) && !insert(p.znode, p.number)) {
            renumber(recipe);
            break;
        }
    m_first = INT_MAX;
    for (const auto& [name, slot] : m_slots) m_first = std::min(m_first, slot.place);
    if (m_slots.empty()) m_first = 0;
}

/// Whoever comes to a group takes the first place that is free, in the order in which they came.
void RecipeSlots::groups(const RecipeView& recipe) {
    std::map<int, std::map<int, const RecipePartView*>> wanted;
    for (const RecipePartView& p : recipe.parts) wanted[recipeGroup(recipe.kind, p)][p.client.value] = &p;
    if (isChain(recipe.kind)) wanted.erase(0);
    for (auto& [group, taken] : m_groups) std::erase_if(taken, [&](const auto& slot) { return !wanted.count(group) || !wanted[group].count(slot.second); });
    for (auto& [group, parts] : wanted) {
        auto& taken = m_groups[group];
        for (const auto& [place, client] : taken) parts.erase(client);
        std::vector<const RecipePartView*> coming;
        for (const auto& [client, part] : parts) coming.push_back(part);
        std::stable_sort(coming.begin(), coming.end(), [](const auto* a, const auto* b) { return a->since < b->since; });
        int place = 0;
        for (const RecipePartView* part : coming) {
            while (taken.count(place)) ++place;
            taken[place] = part->client.value;
        }
    }
}

int RecipeSlots::size(int group) const {
    const auto it = m_groups.find(group);
    return it == m_groups.end() || it->second.empty() ? 0 : it->second.rbegin()->first + 1;
}

void RecipeSlots::update(const RecipeView& recipe) {
    if (m_path != recipe.path || m_kind != recipe.kind) {
        m_slots.clear();
        m_groups.clear();
    }
    m_path = recipe.path;
    m_kind = recipe.kind;
    m_first = 0;
    if (isChain(recipe.kind)) line(recipe);
    groups(recipe);
    std::map<int, RecipePlace> byClient;
    for (const auto& [group, taken] : m_groups)
        for (const auto& [place, client] : taken) byClient[client] = {group, place};
    m_places.clear();
    for (const RecipePartView& p : recipe.parts) {
        const bool inLine = isChain(recipe.kind) && recipeGroup(recipe.kind, p) == 0;
        m_places.push_back(inLine ? RecipePlace{0, m_slots[p.znode].place} : byClient[p.client.value]);
    }
}

}  // namespace zab
