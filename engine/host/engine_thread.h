// SPDX-License-Identifier: GPL-3.0-or-later
// The one engine thread. The window posts requests and takes batches; neither ever waits for the other.
#pragma once

#include "engine/host/batch.h"
#include "engine/host/request.h"

#include <QThread>

#include <atomic>
#include <cstdint>
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
    /// How many requests were posted; a batch says how many of them are answered.
    std::uint64_t posted() const { return m_posted.load(); }
    /// What was posted up to now and is not finished ends where it is, play pauses. Thread-safe, returns at once.
    void cancel();
    /// What has happened since the last call, if anything.
    std::optional<Batch> take() { return m_slot.take(); }

signals:
    /// There is a batch to take. Not sent again until it was taken.
    void batchReady();

private:
    BatchSlot m_slot;
    LabHost* m_host;
    std::atomic<std::uint64_t> m_posted{0};
};

}  // namespace zab
