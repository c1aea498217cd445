// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the recipes (§10), for the picture, its table and the inspector.
#pragma once

#include "engine/lab/cluster_view.h"

#include <QString>

namespace zab {

QString recipeKindWord(const RecipeView& recipe);            ///< "lock", "naive lock", "election" ...
QString recipeRoleWord(const std::string& role);             ///< "read"; empty for none
QString recipeStateWord(RecipeKind kind, RecipeState state); ///< "holds", "leads", "waits" ...
/// The same of one part: a paused holder believes that it holds, a dead client is "dead".
QString recipePartWord(const RecipeView& recipe, const RecipePartView& part);
/// Its process has died; its znode stands in line until its session expires.
bool isDead(const RecipePartView& part);
/// "C5 in /locks/a: waits for C4, number 12, token 1.9"
QString recipePartSentence(const RecipeView& recipe, const RecipePartView& part);
/// "holder C1, 7 waiting"
QString recipeSummary(const RecipeView& recipe);

/// Whether its parts stand in one line behind one another.
bool isChain(RecipeKind kind);
/// What stands together in its picture. Line: 0 who stands in it, 1 the others. Queue, service: 0 offers or provides, 1 takes or discovers.
/// Barriers: 0 waits, 1 is in, 2 is done. Group, configuration: 0 is in, 1 is about to, 2 is done.
int recipeGroup(RecipeKind kind, const RecipePartView& part);
int recipeGroups(RecipeKind kind);                           ///< how many there are
QString recipeGroupTitle(RecipeKind kind, int group);
/// It believes that it holds, but somebody else has a larger token: it has been paused and does not know (§10.1).
bool isOutdated(const RecipeView& recipe, const RecipePartView& part);
/// The numbers of one release, averaged over the turns that have ended; negative if none has.
struct PerRelease {
    double notifications = -1, reads = -1, packets = -1;
};
PerRelease perRelease(const RecipeView& recipe);
/// So many clients wait, hold, take part at all.
int countOf(const RecipeView& recipe, RecipeState state);
int contenders(const RecipeView& recipe);   ///< those that are not done

}  // namespace zab
