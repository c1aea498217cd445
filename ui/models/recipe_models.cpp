// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recipe_models.h"

#include "ui/text/event_text.h"
#include "ui/text/recipe_words.h"

#include <algorithm>

namespace zab {

namespace {

QString text(const std::string& s) { return QString::fromStdString(s); }
QString zxid(Zxid z) { return z.value ? operandText(z.value, OperandType::Zxid) : QString(); }
QString average(double value) { return value < 0 ? QString() : QString::number(value, 'f', value < 10 ? 1 : 0); }
bool isNumber(int role) { return role == Qt::TextAlignmentRole; }
QVariant rightAligned() { return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)); }

}  // namespace

void RecipeTable::retranslate() {
    if (m_rows) emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RecipeTable::setRows(int rows) {
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    if (m_rows) emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

// --- all recipes ------------------------------------------------------------------------------------------------------

void RecipeListModel::setRecipes(const std::vector<RecipeView>& recipes) {
    m_recipes = recipes;
    setRows(static_cast<int>(m_recipes.size()));
}

std::string RecipeListModel::path(int row) const {
    return row >= 0 && row < static_cast<int>(m_recipes.size()) ? m_recipes[static_cast<std::size_t>(row)].path : std::string();
}

int RecipeListModel::rowOf(const std::string& path) const {
    const auto it = std::find_if(m_recipes.begin(), m_recipes.end(), [&](const RecipeView& r) { return r.path == path; });
    return it == m_recipes.end() ? -1 : static_cast<int>(it - m_recipes.begin());
}

QVariant RecipeListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= static_cast<int>(m_recipes.size())) return {};
    if (isNumber(role) && index.column() >= Turns) return rightAligned();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const RecipeView& r = m_recipes[static_cast<std::size_t>(index.row())];
    const PerRelease cost = perRelease(r);
    switch (index.column()) {
        case Path: return text(r.path);
        case Kind: return recipeKindWord(r);
        case Summary: return recipeSummary(r);
        case Turns: return QVariant::fromValue<qlonglong>(r.turnCount);
        case PerReleaseNumbers: return cost.notifications < 0 ? QString() : tr("%1 / %2 / %3").arg(average(cost.notifications), average(cost.reads), average(cost.packets));
        default: return {};
    }
}

QVariant RecipeListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    switch (section) {
        case Path: return tr("Recipe");
        case Kind: return tr("Kind");
        case Summary: return tr("Now");
        case Turns: return tr("Turns");
        case PerReleaseNumbers: return role == Qt::ToolTipRole ? tr("Notifications, reads and packets for each release, on average") : tr("Per release");
        default: return {};
    }
}

// --- parts ------------------------------------------------------------------------------------------------------------

void RecipePartModel::setRecipe(const RecipeView& recipe) {
    m_recipe = recipe;
    setRows(static_cast<int>(m_recipe.parts.size()));
}

ClientId RecipePartModel::client(int row) const {
    return row >= 0 && row < static_cast<int>(m_recipe.parts.size()) ? m_recipe.parts[static_cast<std::size_t>(row)].client : ClientId{};
}

int RecipePartModel::rowOf(ClientId client) const {
    const auto it = std::find_if(m_recipe.parts.begin(), m_recipe.parts.end(), [&](const RecipePartView& p) { return p.client == client; });
    return it == m_recipe.parts.end() ? -1 : static_cast<int>(it - m_recipe.parts.begin());
}

QVariant RecipePartModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= static_cast<int>(m_recipe.parts.size())) return {};
    if (isNumber(role) && (index.column() == Number || index.column() == Token)) return rightAligned();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const RecipePartView& p = m_recipe.parts[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case Client: return actorText(p.client);
        case Part: return recipeRoleWord(p.role);
        case State: return recipePartWord(m_recipe, p);
        case WaitsFor: return p.waitsFor ? actorText(p.waitsFor) : text(p.watches);
        case Number: return p.number < 0 ? QVariant() : QVariant::fromValue<qlonglong>(p.number);
        case Token: return zxid(p.token);
        case Znode: return text(p.znode);
        case Session: return p.session.value ? operandText(p.session.value, OperandType::Session) : QString();
        case Since: return timeText(p.since);
        case Knows: return text(p.detail);
        default: return {};
    }
}

QVariant RecipePartModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Client: return tr("Client");
        case Part: return tr("Part");
        case State: return tr("State");
        case WaitsFor: return tr("Waits for");
        case Number: return tr("Number");
        case Token: return tr("Token");
        case Znode: return tr("Znode");
        case Session: return tr("Session");
        case Since: return tr("Since");
        case Knows: return tr("Knows");
        default: return {};
    }
}

// --- turns ------------------------------------------------------------------------------------------------------------

void RecipeTurnModel::setRecipe(const RecipeView& recipe) {
    m_turns.assign(recipe.turns.rbegin(), recipe.turns.rend());
    m_all = std::max<std::int64_t>(recipe.turnCount, static_cast<std::int64_t>(m_turns.size()));
    setRows(static_cast<int>(m_turns.size()));
}

QVariant RecipeTurnModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= static_cast<int>(m_turns.size())) return {};
    if (isNumber(role) && index.column() != Client) return rightAligned();
    if (role != Qt::DisplayRole) return {};
    const RecipeTurnView& t = m_turns[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
        case Number: return QVariant::fromValue<qlonglong>(m_all - index.row());
        case Client: return actorText(t.client);
        case TimeToAcquire: return durationText(t.acquired - t.asked);
        case Held: return durationText(t.released - t.acquired);
        case Notifications: return QVariant::fromValue<qlonglong>(t.notifications);
        case Reads: return QVariant::fromValue<qlonglong>(t.reads);
        case Packets: return QVariant::fromValue<qlonglong>(t.packets);
        default: return {};
    }
}

QVariant RecipeTurnModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Number: return tr("Turn");
        case Client: return tr("Client");
        case TimeToAcquire: return tr("To acquire");
        case Held: return tr("Held");
        case Notifications: return tr("Notifications");
        case Reads: return tr("Reads");
        case Packets: return tr("Packets");
        default: return {};
    }
}

}  // namespace zab
