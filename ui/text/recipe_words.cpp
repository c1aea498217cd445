// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/recipe_words.h"

#include "ui/text/event_text.h"

#include <QCoreApplication>

#include <QStringList>

#include <algorithm>

namespace zab {

namespace {

struct RecipeText {
    Q_DECLARE_TR_FUNCTIONS(Recipe)
};

}  // namespace

bool isChain(RecipeKind kind) { return kind == RecipeKind::Lock || kind == RecipeKind::ReadWriteLock || kind == RecipeKind::Election; }

int recipeGroup(RecipeKind kind, const RecipePartView& part) {
    if (isChain(kind)) return part.znode.empty() ? 1 : 0;
    if (kind == RecipeKind::Queue || kind == RecipeKind::Service) return part.role == "take" || part.role == "discover" ? 1 : 0;
    if (part.state == RecipeState::Done || part.state == RecipeState::Lost) return 2;
    const bool waits = part.state == RecipeState::Starting || part.state == RecipeState::Waiting;
    return (kind == RecipeKind::Barrier || kind == RecipeKind::DoubleBarrier) == waits ? 0 : 1;
}

int recipeGroups(RecipeKind kind) { return isChain(kind) || kind == RecipeKind::Queue || kind == RecipeKind::Service ? 2 : 3; }

QString recipeGroupTitle(RecipeKind kind, int group) {
    if (isChain(kind)) return group == 0 ? RecipeText::tr("In line") : RecipeText::tr("Not in line");
    if (kind == RecipeKind::Queue) return group == 0 ? RecipeText::tr("Put elements in") : RecipeText::tr("Take elements out");
    if (kind == RecipeKind::Service) return group == 0 ? RecipeText::tr("Provide the service") : RecipeText::tr("Follow the list of instances");
    if (group == 2) return RecipeText::tr("Done");
    if (kind == RecipeKind::Barrier || kind == RecipeKind::DoubleBarrier) return group == 0 ? RecipeText::tr("Wait") : RecipeText::tr("Have passed");
    if (group == 1) return RecipeText::tr("Come or come back");
    return kind == RecipeKind::Group ? RecipeText::tr("Members") : RecipeText::tr("Follow the configuration");
}

QString recipeKindWord(const RecipeView& recipe) {
    switch (recipe.kind) {
        case RecipeKind::Lock: return recipe.naive ? RecipeText::tr("naive lock") : RecipeText::tr("lock");
        case RecipeKind::ReadWriteLock: return RecipeText::tr("read/write lock");
        case RecipeKind::Election: return RecipeText::tr("leader election");
        case RecipeKind::Barrier: return RecipeText::tr("barrier");
        case RecipeKind::DoubleBarrier: return RecipeText::tr("double barrier");
        case RecipeKind::Queue: return RecipeText::tr("queue");
        case RecipeKind::Group: return RecipeText::tr("group");
        case RecipeKind::Config: return RecipeText::tr("configuration");
        case RecipeKind::Service: return RecipeText::tr("service");
        case RecipeKind::Count_: break;
    }
    return {};
}

QString recipeRoleWord(const std::string& role) {
    if (role == "read") return RecipeText::tr("read");
    if (role == "write") return RecipeText::tr("write");
    if (role == "offer") return RecipeText::tr("offers");
    if (role == "take") return RecipeText::tr("takes");
    if (role == "provide") return RecipeText::tr("provides");
    if (role == "discover") return RecipeText::tr("discovers");
    return QString::fromStdString(role);
}

QString recipeStateWord(RecipeKind kind, RecipeState state) {
    switch (state) {
        case RecipeState::Starting: return RecipeText::tr("starts");
        case RecipeState::Waiting: return RecipeText::tr("waits");
        case RecipeState::Unsure: return RecipeText::tr("unsure");
        case RecipeState::Lost: return RecipeText::tr("lost");
        case RecipeState::Done: return RecipeText::tr("done");
        case RecipeState::Holding:
            if (kind == RecipeKind::Election) return RecipeText::tr("leads");
            if (kind == RecipeKind::Barrier || kind == RecipeKind::DoubleBarrier) return RecipeText::tr("has passed");
            if (kind == RecipeKind::Lock || kind == RecipeKind::ReadWriteLock) return RecipeText::tr("holds");
            if (kind == RecipeKind::Config) return RecipeText::tr("follows");
            return RecipeText::tr("is in");
        case RecipeState::Count_: break;
    }
    return {};
}

bool isDead(const RecipePartView& part) { return part.state == RecipeState::Lost && !part.znode.empty(); }

QString recipePartWord(const RecipeView& recipe, const RecipePartView& part) {
    if (isOutdated(recipe, part)) return RecipeText::tr("believes it holds");
    if (part.state == RecipeState::Holding && part.role == "provide") return RecipeText::tr("is registered");
    if (part.state == RecipeState::Holding && part.role == "discover") return RecipeText::tr("follows");
    return isDead(part) ? RecipeText::tr("dead") : recipeStateWord(recipe.kind, part.state);
}

QString recipePartSentence(const RecipeView& recipe, const RecipePartView& part) {
    QStringList words{isDead(part) ? RecipeText::tr("dead, but its znode stays until its session expires") : isOutdated(recipe, part) ? recipeStateWord(recipe.kind, part.state) : recipePartWord(recipe, part)};
    if (part.state == RecipeState::Waiting && part.waitsFor) words[0] = RecipeText::tr("waits for %1").arg(actorText(part.waitsFor));
    if (isOutdated(recipe, part)) words << RecipeText::tr("but a newer token is out: it does not hold any more");
    if (!part.role.empty()) words << recipeRoleWord(part.role);
    if (part.number >= 0) words << RecipeText::tr("number %1").arg(part.number);
    if (part.token.value) words << RecipeText::tr("token %1").arg(operandText(part.token.value, OperandType::Zxid));
    if (!part.detail.empty()) words << QString::fromStdString(part.detail);
    return words.join(QStringLiteral(", "));
}

bool isOutdated(const RecipeView& recipe, const RecipePartView& part) {
    if (part.state != RecipeState::Holding || !isChain(recipe.kind) || part.role == "read") return false;
    if (part.token < recipe.highestToken) return true;
    return std::any_of(recipe.parts.begin(), recipe.parts.end(),
                       [&](const RecipePartView& p) { return p.client != part.client && p.state == RecipeState::Holding && p.token > part.token; });
}

int countOf(const RecipeView& recipe, RecipeState state) {
    return static_cast<int>(std::count_if(recipe.parts.begin(), recipe.parts.end(), [&](const RecipePartView& p) { return p.state == state; }));
}

int contenders(const RecipeView& recipe) { return static_cast<int>(recipe.parts.size()) - countOf(recipe, RecipeState::Done); }

QString recipeSummary(const RecipeView& recipe) {
    QStringList holders, believers;
    int holding = 0;
    for (const RecipePartView& p : recipe.parts) {
        if (p.state != RecipeState::Holding) continue;
        if (isOutdated(recipe, p)) believers << actorText(p.client);
        else if (++holding <= 4) holders << actorText(p.client);
    }
    if (holding > holders.size()) holders << QStringLiteral("…");
    const QString word = recipeStateWord(recipe.kind, RecipeState::Holding);
    const QString who = holders.join(QLatin1Char(' '));
    QStringList all{holding == 0 ? RecipeText::tr("nobody %1").arg(word) : holding == 1 ? RecipeText::tr("%1 %2").arg(who, word) : RecipeText::tr("%1: %2").arg(word, who)};
    for (const QString& b : believers) all << RecipeText::tr("%1 believes it holds").arg(b);
    all << RecipeText::tr("%1 waiting").arg(countOf(recipe, RecipeState::Waiting));
    return all.join(RecipeText::tr(", "));
}

PerRelease perRelease(const RecipeView& recipe) {
    PerRelease r;
    if (recipe.turns.empty()) return r;
    r = {0, 0, 0};
    const double n = static_cast<double>(recipe.turns.size());
    for (const RecipeTurnView& t : recipe.turns) {
        r.notifications += static_cast<double>(t.notifications) / n;
        r.reads += static_cast<double>(t.reads) / n;
        r.packets += static_cast<double>(t.packets) / n;
    }
    return r;
}

}  // namespace zab
