// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/znode_tree_model.h"

#include "ui/text/event_text.h"

#include <algorithm>
#include <utility>

namespace zab {

struct ZnodeTreeModel::Item {
    Item* parent = nullptr;
    std::string name, path;
    Zxid czxid, mzxid;
    std::int32_t version = 0;
    std::int64_t dataLength = 0;
    std::string data;
    SessionId owner;
    Mark mark = Same;
    std::vector<std::unique_ptr<Item>> children;   // sorted by name

    void take(const Znode& z) {
        czxid = z.czxid;
        mzxid = z.mzxid;
        version = z.version;
        dataLength = static_cast<std::int64_t>(z.data.size());
        data = z.data.substr(0, 200);
        owner = z.ephemeralOwner;
    }
    int row() const {
        if (!parent) return 0;
        const auto at = std::lower_bound(parent->children.begin(), parent->children.end(), name,
                                         [](const auto& c, const std::string& n) { return c->name < n; });
        return static_cast<int>(at - parent->children.begin());
    }
};

namespace {

std::string join(const std::string& parent, const std::string& name) { return parent == "/" ? "/" + name : parent + "/" + name; }

}  // namespace

ZnodeTreeModel::ZnodeTreeModel(QObject* parent) : QAbstractItemModel(parent) {}
ZnodeTreeModel::~ZnodeTreeModel() = default;

std::unique_ptr<ZnodeTreeModel::Item> ZnodeTreeModel::build(Item* parent, std::string name, const DataTree& tree, Mark mark) {
    auto item = std::make_unique<Item>();
    item->parent = parent;
    item->path = parent ? join(parent->path, name) : "/";
    item->name = std::move(name);
    item->mark = mark;
    if (const Znode* z = tree.find(item->path)) item->take(*z);
    for (std::string& child : tree.children(item->path)) item->children.push_back(build(item.get(), std::move(child), tree, mark));
    return item;
}

void ZnodeTreeModel::setTree(const DataTree& tree) { apply(tree, true); }
void ZnodeTreeModel::replaceTree(const DataTree& tree) { apply(tree, false); }

void ZnodeTreeModel::apply(const DataTree& tree, bool mark) {
    if (!m_root) {
        beginResetModel();
        m_root = build(nullptr, "/", tree, Same);
        endResetModel();
    } else {
        if (tree.digest() == m_digest && mark) return;
        if (m_marked) clearMarks(*m_root);
        m_marked = mark;
        update(*m_root, tree, mark);
    }
    m_digest = tree.digest();
    m_size = tree.size();
}

void ZnodeTreeModel::clearMarks(Item& item) {
    if (item.mark != Same) {
        item.mark = Same;
        emit dataChanged(indexFor(&item, 0), indexFor(&item, ColumnCount - 1), {MarkRole});
    }
    for (std::size_t i = item.children.size(); i-- > 0;) {
        if (item.children[i]->mark == Deleted) removeChild(item, i);
        else clearMarks(*item.children[i]);
    }
}

void ZnodeTreeModel::markDeleted(Item& item) {
    item.mark = Deleted;
    emit dataChanged(indexFor(&item, 0), indexFor(&item, ColumnCount - 1));
    for (const auto& child : item.children) markDeleted(*child);
}

void ZnodeTreeModel::removeChild(Item& item, std::size_t row) {
    beginRemoveRows(indexFor(&item), static_cast<int>(row), static_cast<int>(row));
    item.children.erase(item.children.begin() + static_cast<std::ptrdiff_t>(row));
    endRemoveRows();
}

void ZnodeTreeModel::update(Item& item, const DataTree& tree, bool mark) {
    if (const Znode* z = tree.find(item.path)) {
        if (z->mzxid != item.mzxid || z->version != item.version || z->czxid != item.czxid) {
            const bool made = z->czxid != item.czxid;
            item.take(*z);
            item.mark = !mark ? Same : made ? Created : Changed;
            emit dataChanged(indexFor(&item, 0), indexFor(&item, ColumnCount - 1));
        }
    }
    updateChildren(item, tree, mark);
}

void ZnodeTreeModel::updateChildren(Item& item, const DataTree& tree, bool mark) {
    const std::vector<std::string> names = tree.children(item.path);
    for (std::size_t i = item.children.size(); i-- > 0;) {
        if (std::binary_search(names.begin(), names.end(), item.children[i]->name)) continue;
        if (mark) markDeleted(*item.children[i]);
        else removeChild(item, i);
    }
    // Both lists are sorted; between them stand those that were deleted just now.
    std::size_t row = 0;
    for (const std::string& name : names) {
        while (row < item.children.size() && item.children[row]->name < name) ++row;
        if (row < item.children.size() && item.children[row]->name == name) {
            update(*item.children[row], tree, mark);
            continue;
        }
        auto child = build(&item, name, tree, mark ? Created : Same);
        beginInsertRows(indexFor(&item), static_cast<int>(row), static_cast<int>(row));
        item.children.insert(item.children.begin() + static_cast<std::ptrdiff_t>(row), std::move(child));
        endInsertRows();
    }
}

void ZnodeTreeModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    emit layoutChanged();
}

ZnodeTreeModel::Item* ZnodeTreeModel::itemOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Item*>(index.internalPointer()) : nullptr;
}

QModelIndex ZnodeTreeModel::indexFor(const Item* item, int column) const {
    return item ? createIndex(item->row(), column, item) : QModelIndex();
}

QModelIndex ZnodeTreeModel::indexOf(const std::string& path) const {
    const Item* item = m_root.get();
    std::size_t at = 1;
    while (item && item->path != path) {
        if (at >= path.size()) return {};
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string name = path.substr(at, end - at);
        const auto child = std::find_if(item->children.begin(), item->children.end(), [&](const auto& c) { return c->name == name; });
        if (child == item->children.end()) return {};
        item = child->get();
        at = end + 1;
    }
    return indexFor(item);
}

QModelIndex ZnodeTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    const Item* item = itemOf(parent);
    return item ? createIndex(row, column, item->children[static_cast<std::size_t>(row)].get()) : createIndex(row, column, m_root.get());
}

QModelIndex ZnodeTreeModel::parent(const QModelIndex& child) const {
    const Item* item = itemOf(child);
    return item ? indexFor(item->parent) : QModelIndex();
}

int ZnodeTreeModel::rowCount(const QModelIndex& parent) const {
    if (parent.column() > 0) return 0;
    const Item* item = itemOf(parent);
    if (!item) return m_root ? 1 : 0;
    return static_cast<int>(item->children.size());
}

int ZnodeTreeModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant ZnodeTreeModel::data(const QModelIndex& index, int role) const {
    const Item* item = itemOf(index);
    if (!item) return {};
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == Name) return QString::fromStdString(item->name);
            if (item->mark == Deleted) return tr("deleted");
            if (item->owner == kContainerOwner) return tr("container");
            if (item->owner) return tr("ephemeral of %1").arg(operandText(item->owner.value, OperandType::Session));
            if (item->dataLength == 0) return item->version ? tr("v%1").arg(item->version) : QString();
            return tr("v%1 · %2 B").arg(item->version).arg(item->dataLength);
        case Qt::ToolTipRole:
            return tr("%1\ndata: %2\nversion %3, created by %4, changed by %5")
                .arg(QString::fromStdString(item->path), QString::fromStdString(item->data))
                .arg(item->version)
                .arg(operandText(item->czxid.value, OperandType::Zxid), operandText(item->mzxid.value, OperandType::Zxid));
        case PathRole: return QString::fromStdString(item->path);
        case MarkRole: return item->mark;
        default: return {};
    }
}

QVariant ZnodeTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Name ? tr("Znode") : tr("Details");
}

}  // namespace zab
