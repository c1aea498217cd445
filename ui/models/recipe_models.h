// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes as tables: all of a run, the parts of one (the twin of its picture), its turns.
#pragma once

#include "engine/lab/cluster_view.h"

#include <QAbstractTableModel>

namespace zab {

/// Rows keep their places as far as possible, so that a selection stays while the run goes on.
class RecipeTable : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    void retranslate();

protected:
    /// Tells the views that there are so many rows now, after the data has changed.
    void setRows(int rows);

private:
    int m_rows = 0;
};

class RecipeListModel : public RecipeTable {
    Q_OBJECT

public:
    enum Column { Path, Kind, Summary, Turns, PerReleaseNumbers, ColumnCount };
    using RecipeTable::RecipeTable;

    void setRecipes(const std::vector<RecipeView>& recipes);
    std::string path(int row) const;
    int rowOf(const std::string& path) const;   ///< -1 = not there

    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<RecipeView> m_recipes;
};

class RecipePartModel : public RecipeTable {
    Q_OBJECT

public:
    enum Column { Client, Part, State, WaitsFor, Number, Token, Znode, Session, Since, Knows, ColumnCount };
    using RecipeTable::RecipeTable;

    void setRecipe(const RecipeView& recipe);
    ClientId client(int row) const;
    int rowOf(ClientId client) const;   ///< -1 = not there

    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    RecipeView m_recipe;
};

class RecipeTurnModel : public RecipeTable {
    Q_OBJECT

public:
    enum Column { Number, Client, TimeToAcquire, Held, Notifications, Reads, Packets, ColumnCount };
    using RecipeTable::RecipeTable;

    /// The newest turn first.
    void setRecipe(const RecipeView& recipe);

    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<RecipeTurnView> m_turns;
    std::int64_t m_all = 0;
};

}  // namespace zab
