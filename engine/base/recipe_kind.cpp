// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/recipe_kind.h"

#include <cstddef>
#include <optional>

namespace zab {

RecipeEnd recipeEnd(RecipeKind k, RecipeRole r) {
    switch (k) {
    case RecipeKind::Lock:
    case RecipeKind::ReadWriteLock: return RecipeEnd::Release;
    case RecipeKind::Election: return RecipeEnd::Resign;
    case RecipeKind::DoubleBarrier:
    case RecipeKind::Group: return RecipeEnd::Leave;
    case RecipeKind::Service: return r == RecipeRole::Provide ? RecipeEnd::Leave : RecipeEnd::Stop;
    default: return RecipeEnd::Stop;
    }
}

std::string_view recipeEndWord(RecipeEnd e) {
    constexpr std::string_view words[] = {"release", "resign", "leave", "stop"};
    return words[static_cast<std::size_t>(e)];
}

std::string_view recipeKindName(RecipeKind k) {
    constexpr std::string_view names[] = {"lock", "read/write lock", "election", "barrier", "double barrier", "queue", "group", "configuration", "service"};
    return names[static_cast<std::size_t>(k)];
}

std::string_view recipeStateName(RecipeState s) {
    constexpr std::string_view names[] = {"starting", "waiting", "holding", "unsure", "lost", "done"};
    return names[static_cast<std::size_t>(s)];
}

std::string_view recipeRoleName(RecipeRole r) {
    constexpr std::string_view names[] = {"", "read", "write", "offer", "take", "provide", "discover"};
    return names[static_cast<std::size_t>(r)];
}

std::optional<RecipeState> recipeStateByName(std::string_view name) {
    for (int i = 0; i < static_cast<int>(RecipeState::Count_); ++i)
        if (recipeStateName(static_cast<RecipeState>(i)) == name) return static_cast<RecipeState>(i);
    return std::nullopt;
}

}  // namespace zab
