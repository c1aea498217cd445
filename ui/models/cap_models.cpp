// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cap_models.h"

#include "ui/text/event_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace zab {
namespace {

QString say(const char* text) { return QCoreApplication::translate("Cap", text); }

QString joined(const std::vector<std::string>& words) {
    QStringList all;
    for (const std::string& w : words) all << QString::fromStdString(w);
    return all.join(QStringLiteral(", "));
}

QString seconds(SimTime t) { return say(QT_TRANSLATE_NOOP("Cap", "%1 s")).arg(QString::number(static_cast<double>(t.us) / 1e6, 'f', 1)); }

QString percent(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? QStringLiteral("–") : QStringLiteral("%1 %").arg(QString::number(100.0 * static_cast<double>(part) / static_cast<double>(whole), 'f', 1));
}

}  // namespace

QString sideName(const CapSideView& side) {
    if (side.servers.empty()) return say(QT_TRANSLATE_NOOP("Cap", "anywhere"));
    QStringList names;
    for (const ServerId s : side.servers) names << actorText(s);
    return names.join(QLatin1Char(' '));
}

QString registryTitle(Registry r) {
    switch (r) {
        case Registry::ZooKeeper: return QStringLiteral("ZooKeeper");
        case Registry::ZooKeeperCache: return say(QT_TRANSLATE_NOOP("Cap", "ZooKeeper, cached"));
        case Registry::Eureka: return QStringLiteral("Eureka");
        case Registry::Count_: break;
    }
    return {};
}

// --- outcomes ---------------------------------------------------------------------------------------------------------------

void CapOutcomeModel::show(const CapView& view) {
    std::vector<Row> rows;
    for (const CapSideView& side : view.sides)
        for (std::size_t r = 0; r < side.counts.size(); ++r)
            if (side.counts[r].asked() > 0) rows.push_back({sideName(side), side.present, static_cast<Registry>(r), side.counts[r]});
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void CapOutcomeModel::retranslate() {
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int CapOutcomeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int CapOutcomeModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString CapOutcomeModel::text(const Row& row, int column) const {
    const CapCounts& c = row.counts;
    switch (column) {
        case Side: return row.side;
        case Which: return registryTitle(row.registry);
        case Asked: return QString::number(c.asked());
        case Answered: return percent(c.answered(), c.asked());
        case Fresh: return QString::number(c.fresh);
        case Stale: return QString::number(c.stale);
        case Refused: return QString::number(c.refused);
        case Retried: return QString::number(c.retried);
        case Median: return c.stale ? seconds(c.stalenessMedian) : QStringLiteral("–");
        case Oldest: return c.stale ? seconds(c.stalenessMax) : QStringLiteral("–");
        default: return {};
    }
}

QVariant CapOutcomeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(row, index.column());
    if (role == Qt::TextAlignmentRole) return QVariant(index.column() < Asked ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
    if (role == PresentRole) return row.present;
    if (role == Qt::ToolTipRole && !row.present) return say(QT_TRANSLATE_NOOP("Cap", "The network is not cut like that any more."));
    return {};
}

QVariant CapOutcomeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment((section < Asked ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    static constexpr const char* names[] = {
        QT_TRANSLATE_NOOP("Cap", "Side"), QT_TRANSLATE_NOOP("Cap", "Registry"), QT_TRANSLATE_NOOP("Cap", "Lookups"), QT_TRANSLATE_NOOP("Cap", "Available"),
        QT_TRANSLATE_NOOP("Cap", "Fresh"), QT_TRANSLATE_NOOP("Cap", "Stale"), QT_TRANSLATE_NOOP("Cap", "Refused"), QT_TRANSLATE_NOOP("Cap", "Retried"),
        QT_TRANSLATE_NOOP("Cap", "Median age"), QT_TRANSLATE_NOOP("Cap", "Oldest")};
    static constexpr const char* tips[] = {
        QT_TRANSLATE_NOOP("Cap", "The servers that are connected with where the client stands"), QT_TRANSLATE_NOOP("Cap", "Who was asked"),
        QT_TRANSLATE_NOOP("Cap", "How many lookups there were"), QT_TRANSLATE_NOOP("Cap", "How many of them were answered"),
        QT_TRANSLATE_NOOP("Cap", "The answer named just the instances that live and can be reached from there"),
        QT_TRANSLATE_NOOP("Cap", "The answer named one that is gone or cannot be reached, or lacked one"),
        QT_TRANSLATE_NOOP("Cap", "No connection, or no answer in time"), QT_TRANSLATE_NOOP("Cap", "A wrong instance was called before the right one"),
        QT_TRANSLATE_NOOP("Cap", "Of the stale answers: how old the oldest mistake was"), QT_TRANSLATE_NOOP("Cap", "The oldest mistake in any answer")};
    return say(role == Qt::DisplayRole ? names[section] : tips[section]);
}

// --- contents ---------------------------------------------------------------------------------------------------------------

void CapContentModel::show(const CapView& view, SimTime now) {
    std::map<std::string, int> instances;
    for (const std::string& i : view.truth) instances[i] = 1;
    for (const CapServerView& s : view.servers) {
        for (const CapLeaseView& l : s.leases) instances.emplace(l.instance, 0);
        for (const std::string& z : s.znodes) instances.emplace(z, 0);
    }
    std::vector<Row> rows(instances.size() + (view.eureka ? 1 : 0));
    std::vector<QString> servers;
    if (view.eureka) rows[0].name = say(QT_TRANSLATE_NOOP("Cap", "self-preservation"));
    for (const CapServerView& s : view.servers) {
        servers.push_back(actorText(s.id));
        std::size_t r = 0;
        if (view.eureka) {
            const QString renews = say(QT_TRANSLATE_NOOP("Cap", "%1 of >%2")).arg(s.renewsLastMinute).arg(s.threshold);
            const QString state = say(s.selfPreserving ? QT_TRANSLATE_NOOP("Cap", "on, %1") : QT_TRANSLATE_NOOP("Cap", "off, %1")).arg(renews);
            rows[r++].cells.push_back({s.eureka ? state : say(QT_TRANSLATE_NOOP("Cap", "down")),
                                       say(QT_TRANSLATE_NOOP("Cap", "Renewals in the last minute, and how many more than which are needed")), s.selfPreserving});
        }
        for (const auto& [instance, lives] : instances) {
            const bool znode = std::find(s.znodes.begin(), s.znodes.end(), instance) != s.znodes.end();
            const auto lease = std::find_if(s.leases.begin(), s.leases.end(), [&](const CapLeaseView& l) { return l.instance == instance; });
            const bool leased = lease != s.leases.end();
            const QString left = !leased ? QStringLiteral("–") : lease->expiry < now ? say(QT_TRANSLATE_NOOP("Cap", "expired")) : seconds(lease->expiry - now);
            Cell cell;
            cell.text = znode ? QStringLiteral("znode") : QStringLiteral("–");
            if (view.eureka) cell.text += QStringLiteral(" · ") + (leased ? say(QT_TRANSLATE_NOOP("Cap", "lease %1")).arg(left) : left);
            cell.tip = say(QT_TRANSLATE_NOOP("Cap", "ZooKeeper: %1. Eureka: %2."))
                           .arg(znode ? say(QT_TRANSLATE_NOOP("Cap", "has its znode")) : say(QT_TRANSLATE_NOOP("Cap", "no znode")),
                                leased ? say(QT_TRANSLATE_NOOP("Cap", "a lease, left: %1")).arg(left) : say(QT_TRANSLATE_NOOP("Cap", "no lease")));
            cell.wrong = (znode != (lives == 1) && s.zooKeeper) || (view.eureka && s.eureka && leased != (lives == 1));
            rows[r].name = QString::fromStdString(instance) + (lives ? QString() : QStringLiteral(" †"));
            rows[r++].cells.push_back(cell);
        }
    }
    const bool sameShape = servers == m_servers && rows.size() == m_rows.size();
    if (!sameShape) beginResetModel();
    m_servers = std::move(servers);
    m_rows = std::move(rows);
    if (!sameShape) endResetModel();
    else if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    }
}

void CapContentModel::retranslate() {
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int CapContentModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int CapContentModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_servers.size()); }

QVariant CapContentModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (static_cast<std::size_t>(index.column()) >= row.cells.size()) return {};
    const Cell& cell = row.cells[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole) return cell.text;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) return cell.tip;
    if (role == WrongRole) return cell.wrong;
    return {};
}

QVariant CapContentModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole && orientation == Qt::Horizontal) return say(QT_TRANSLATE_NOOP("Cap", "What stands at this server: whether its ZooKeeper tree has the znode of the instance, and how long its Eureka keeps the lease without a renewal"));
    if (role != Qt::DisplayRole || section < 0) return {};
    if (orientation == Qt::Horizontal) return section < columnCount() ? m_servers[static_cast<std::size_t>(section)] : QVariant();
    return section < rowCount() ? m_rows[static_cast<std::size_t>(section)].name : QVariant();
}

// --- clients ----------------------------------------------------------------------------------------------------------------

void CapClientModel::show(const CapView& view) {
    const bool sameShape = view.clients.size() == m_rows.size();
    if (!sameShape) beginResetModel();
    m_rows = view.clients;
    if (!sameShape) endResetModel();
    else if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void CapClientModel::retranslate() {
    beginResetModel();
    endResetModel();
}

int CapClientModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int CapClientModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant CapClientModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    const CapClientView& c = m_rows[static_cast<std::size_t>(index.row())];
    const QString none = QStringLiteral("–");
    switch (index.column()) {
        case Client: return actorText(c.id);
        case At: return c.at ? actorText(c.at) : say(QT_TRANSLATE_NOOP("Cap", "anywhere"));
        case Provides: return c.provides.empty() ? none : joined(c.provides);
        case Every: return c.every.us > 0 ? seconds(c.every) : none;
        case Cache: return !c.fetched ? none : role == Qt::ToolTipRole ? joined(c.cache) : QString::number(c.cache.size());
        case Age: return c.fetched ? seconds(c.cacheAge) : none;
        case Asks: return c.eurekaServer ? actorText(c.eurekaServer) : none;
        default: return {};
    }
}

QVariant CapClientModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    static constexpr const char* names[] = {QT_TRANSLATE_NOOP("Cap", "Client"), QT_TRANSLATE_NOOP("Cap", "Beside"), QT_TRANSLATE_NOOP("Cap", "Provides"),
                                            QT_TRANSLATE_NOOP("Cap", "Looks up every"), QT_TRANSLATE_NOOP("Cap", "In its cache"),
                                            QT_TRANSLATE_NOOP("Cap", "Cache age"), QT_TRANSLATE_NOOP("Cap", "Asks Eureka at")};
    return say(names[section]);
}

}  // namespace zab
