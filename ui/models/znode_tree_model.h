// SPDX-License-Identifier: GPL-3.0-or-later
// One server's znode tree. An update changes only the rows that differ, so that expansion and selection stay.
#pragma once

#include "engine/tree/data_tree.h"

#include <QAbstractItemModel>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace zab {

class ZnodeTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Name, Detail, ColumnCount };
    enum Role { PathRole = Qt::UserRole + 1, MarkRole };
    /// How a znode differs from the tree before the last update.
    enum Mark { Same, Created, Changed, Deleted };

    explicit ZnodeTreeModel(QObject* parent = nullptr);
    ~ZnodeTreeModel() override;

    /// Shows this tree; what differs from the one before is marked. What is gone stays, marked as deleted, until the next tree
    /// that differs. O(znodes), at once if nothing differs.
    void setTree(const DataTree& tree);
    /// Another server's tree: nothing is marked.
    void replaceTree(const DataTree& tree);
    void retranslate();

    QModelIndex indexOf(const std::string& path) const;
    std::size_t size() const { return m_size; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Item;
    Item* itemOf(const QModelIndex& index) const;
    QModelIndex indexFor(const Item* item, int column = 0) const;
    void update(Item& item, const DataTree& tree, bool mark);
    void updateChildren(Item& item, const DataTree& tree, bool mark);
    void clearMarks(Item& item);
    void markDeleted(Item& item);
    void removeChild(Item& item, std::size_t row);
    void apply(const DataTree& tree, bool mark);
    static std::unique_ptr<Item> build(Item* parent, std::string name, const DataTree& tree, Mark mark);

    std::unique_ptr<Item> m_root;   ///< the znode "/"
    std::uint64_t m_digest = 0;
    std::size_t m_size = 0;
    bool m_marked = false;
};

}  // namespace zab
