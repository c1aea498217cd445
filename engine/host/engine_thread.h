// SPDX-License-Identifier: GPL-3.0-or-later
// The one engine thread. The window posts requests and takes batches; neither ever waits for the other.
#pragma once

#include "engine/host/batch.h"
#include "engine/host/request.h"

#include <QThread>

#include <optional>

namespace zab {

class LabHost;

class EngineThread : public QThread {
    Q_OBJECT

public:
    explicit EngineThread(QObject* parent = nullptr);
    ~EngineThread() override;   ///< ends the thread; the only place that waits for it

    /// Queues a request. Thread-safe, returns at once.
    void post(EngineRequest request);
    /// What has happened since the last call, if anything.
    std::optional<Batch> take() { return m_slot.take(); }

signals:
    /// There is a batch to take. Not sent again until it was taken.
    void batchReady();

private:
    BatchSlot m_slot;
    LabHost* m_host;
};

}  // namespace zab
