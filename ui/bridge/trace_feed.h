// SPDX-License-Identifier: GPL-3.0-or-later
// Facts in. Lives in the window's thread, takes at most one batch a frame and keeps the window's own copy of the trace.
#pragma once

#include "engine/host/batch.h"
#include "engine/trace/trace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace zab {

class EngineThread;
class LabClient;

class TraceFeed : public QObject {
    Q_OBJECT

public:
    TraceFeed(EngineThread& engine, const LabClient& client, QObject* parent = nullptr);

    const Trace& trace() const { return m_trace; }
    /// Never null: an empty view before the first batch.
    const std::shared_ptr<const ClusterView>& view() const { return m_view; }
    const Progress& progress() const { return m_progress; }
    /// Something that was asked of the engine is not carried out yet.
    bool waits() const;
    std::int64_t staleBatches() const { return m_stale; }

    /// Takes over one batch; false if it belongs to an older run and was dropped. Called by the frame timer, and by tests.
    bool receive(Batch batch, std::uint64_t currentRun);

signals:
    // In this order, once a batch each at most (noticed: once a notice).
    void traceCleared();
    void eventsUndone(zab::EventId size);                        ///< events from `size` on are gone
    void eventsAppended(zab::EventId first, zab::EventId end);   ///< first..end-1 are new
    void viewChanged();
    void progressChanged();
    void noticed(const zab::Notice& notice);
    void batchArrived();

private:
    void takeSoon();
    void take();
    void updateEvents(const Batch& batch);

    EngineThread& m_engine;
    const LabClient& m_client;
    QTimer* m_frame;
    QElapsedTimer m_sinceTake;
    Trace m_trace;
    std::shared_ptr<const ClusterView> m_view;
    Progress m_progress;
    std::uint64_t m_run = 0;
    std::uint64_t m_answered = 0;
    std::int64_t m_stale = 0;
};

}  // namespace zab
