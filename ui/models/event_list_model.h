// SPDX-License-Identifier: GPL-3.0-or-later
// The trace as rows, filtered. Rows hold event ids only; texts are made when a row is painted.
#pragma once

#include "engine/trace/trace.h"
#include "ui/lens/lens.h"

#include <QAbstractTableModel>

#include <vector>

namespace zab {

class EventListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Where, What, ColumnCount };
    enum Role { EventRole = Qt::UserRole + 1, NoiseRole, KindRole };

    explicit EventListModel(const Trace& trace, QObject* parent = nullptr);

    void setFilter(const EventFilter& filter);
    const EventFilter& filter() const { return m_filter; }

    // What the feed tells, in the same words.
    void clear();
    void undo(EventId size);
    void append(EventId first, EventId end);
    /// The language has changed: every text is another one.
    void retranslate();

    EventId eventAt(int row) const;
    /// The row of the event, or of the nearest older one that is shown; -1 if there is none.
    int rowOf(EventId event) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Trace& m_trace;
    EventFilter m_filter;
    std::vector<EventId> m_rows;   ///< ascending
};

/// True if the list with that filter shows the event.
bool passes(const EventFilter& filter, const Event& event);

}  // namespace zab
