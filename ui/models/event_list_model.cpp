// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/event_list_model.h"

#include "engine/zab/rules.h"
#include "ui/text/event_text.h"

#include <algorithm>

namespace zab {
namespace {

using Topic = EventFilter::Topic;
using K = EventKind;

bool between(K k, K first, K last) { return k >= first && k <= last; }

bool isAbout(Topic topic, const Event& e) {
    switch (topic) {
        case Topic::All: return true;
        case Topic::Election:
            return between(e.kind, K::StateChanged, K::LeaderElected) || e.message == MessageType::Notification ||
                   (e.rule != RuleId::None && e.rule < RuleId::EpochWaitsForQuorum);
        case Topic::Recovery:
            return between(e.kind, K::PhaseChanged, K::ServerServing) || e.kind == K::LogTruncated || e.kind == K::StateChanged ||
                   (e.message >= MessageType::FollowerInfo && e.message <= MessageType::UpToDate);
        case Topic::Broadcast:
            return between(e.kind, K::ProposalMade, K::QuorumLost) || e.message == MessageType::Proposal || e.message == MessageType::Ack ||
                   e.message == MessageType::Commit || e.message == MessageType::Inform;
        case Topic::Packets: return between(e.kind, K::PacketSent, K::LinkHealed);
        case Topic::Disk: return between(e.kind, K::LogAppended, K::TxnReplayed);
        case Topic::Clients: return between(e.kind, K::SessionOpened, K::ResourceAnswered) || between(e.kind, K::ClientStands, K::LookupDone) || e.message >= MessageType::ClientConnect;
        case Topic::Decisions: return e.rule != RuleId::None;
    }
    return true;
}

}  // namespace

bool passes(const EventFilter& filter, const Event& e) {
    if (filter.hideNoise && isNoise(e)) return false;
    if (filter.server && e.actor != ActorId(filter.server) && e.peer != ActorId(filter.server)) return false;
    return isAbout(filter.topic, e);
}

EventListModel::EventListModel(const Trace& trace, QObject* parent) : QAbstractTableModel(parent), m_trace(trace) {}

void EventListModel::setFilter(const EventFilter& filter) {
    if (filter == m_filter) return;
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    for (EventId id = 0; id < m_trace.size(); ++id)
        if (passes(m_filter, m_trace.at(id))) m_rows.push_back(id);
    endResetModel();
}

void EventListModel::clear() {
    if (m_rows.empty()) return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void EventListModel::undo(EventId size) {
    const auto keep = std::lower_bound(m_rows.begin(), m_rows.end(), size);
    if (keep == m_rows.end()) return;
    const int first = static_cast<int>(keep - m_rows.begin());
    beginRemoveRows({}, first, rowCount() - 1);
    m_rows.erase(keep, m_rows.end());
    endRemoveRows();
}

void EventListModel::append(EventId first, EventId end) {
    std::vector<EventId> added;
    for (EventId id = first; id < end; ++id)
        if (passes(m_filter, m_trace.at(id))) added.push_back(id);
    if (added.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    endInsertRows();
}

void EventListModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

EventId EventListModel::eventAt(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)] : kNoEvent;
}

int EventListModel::rowOf(EventId event) const {
    return static_cast<int>(std::upper_bound(m_rows.begin(), m_rows.end(), event) - m_rows.begin()) - 1;
}

int EventListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int EventListModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EventListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const EventId id = eventAt(index.row());
    if (id >= m_trace.size()) return {};
    const Event& e = m_trace.at(id);
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == Time) return timeText(e.time);
            if (index.column() == Where) return actorText(e.actor);
            return shortNames(describe(e, m_trace));
        case Qt::ToolTipRole: return narrate(e, m_trace);
        case Qt::TextAlignmentRole: return QVariant::fromValue(index.column() == Time ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
        case EventRole: return QVariant::fromValue<qlonglong>(id);
        case NoiseRole: return isNoise(e);
        case KindRole: return static_cast<int>(e.kind);
        default: return {};
    }
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Time: return tr("Time");
        case Where: return tr("Where");
        case What: return tr("What happened");
        default: return {};
    }
}

}  // namespace zab
