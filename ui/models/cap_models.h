// SPDX-License-Identifier: GPL-3.0-or-later
// The CAP bench as tables: what each registry did for each side, what each server knows, what each client has.
#pragma once

#include "engine/lab/cap_view.h"

#include <QAbstractTableModel>

#include <vector>

namespace zab {

/// "S1 S2", or "everywhere" for those who stand nowhere.
QString sideName(const CapSideView& side);
/// "ZooKeeper", "ZooKeeper, cached", "Eureka".
QString registryTitle(Registry r);

/// One row for each side and registry.
class CapOutcomeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Side, Which, Asked, Answered, Fresh, Stale, Refused, Retried, Median, Oldest, ColumnCount };
    enum Role { PresentRole = Qt::UserRole + 1 };
    using QAbstractTableModel::QAbstractTableModel;

    void show(const CapView& view);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString side;
        bool present = false;
        Registry registry{};
        CapCounts counts;
    };
    QString text(const Row& row, int column) const;
    std::vector<Row> m_rows;
};

/// One row for each instance that lives or that anybody knows, one column for each server: ZooKeeper's znode and Eureka's lease side
/// by side. The first row says whether a server preserves itself.
class CapContentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { WrongRole = Qt::UserRole + 1 };   ///< knows one that is dead, or lacks one that lives
    using QAbstractTableModel::QAbstractTableModel;

    void show(const CapView& view, SimTime now);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Cell {
        QString text, tip;
        bool wrong = false;
        bool operator==(const Cell&) const = default;
    };
    struct Row {
        QString name;
        std::vector<Cell> cells;
    };
    std::vector<QString> m_servers;
    std::vector<Row> m_rows;
};

/// One row for each client that provides, looks up or stands somewhere.
class CapClientModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Client, At, Provides, Every, Cache, Age, Asks, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(const CapView& view);
    void retranslate();
    ClientId clientAt(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<CapClientView> m_rows;
};

}  // namespace zab
