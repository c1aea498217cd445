// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/trace_feed.h"

#include "engine/host/engine_thread.h"
#include "ui/bridge/lab_client.h"

#include <algorithm>
#include <utility>

namespace zab {
namespace {

constexpr int kFrameMs = 16;

}  // namespace

TraceFeed::TraceFeed(EngineThread& engine, const LabClient& client, QObject* parent)
    : QObject(parent), m_engine(engine), m_client(client), m_frame(new QTimer(this)), m_view(std::make_shared<ClusterView>()) {
    m_frame->setSingleShot(true);
    m_frame->setTimerType(Qt::PreciseTimer);
    connect(m_frame, &QTimer::timeout, this, &TraceFeed::take);
    connect(&m_engine, &EngineThread::batchReady, this, &TraceFeed::takeSoon);
}

void TraceFeed::takeSoon() {
    // The engine tells once and waits until the batch is taken: this is what keeps it at one batch a frame.
    const qint64 passed = m_sinceTake.isValid() ? m_sinceTake.elapsed() : kFrameMs;
    m_frame->start(static_cast<int>(std::max<qint64>(0, kFrameMs - passed)));
}

void TraceFeed::take() {
    m_sinceTake.start();
    if (std::optional<Batch> batch = m_engine.take()) receive(std::move(*batch), m_client.run());
}

bool TraceFeed::waits() const { return m_engine.posted() > m_answered; }

bool TraceFeed::receive(Batch batch, std::uint64_t currentRun) {
    m_answered = std::max(m_answered, batch.answered);
    if (batch.run < currentRun) {
        ++m_stale;
        return false;
    }
    if (batch.run != m_run) {
        m_run = batch.run;
        m_trace = Trace();
        emit traceCleared();
    }
    updateEvents(batch);
    if (batch.view) {
        m_view = std::move(batch.view);
        emit viewChanged();
    }
    if (m_progress != batch.progress) {
        m_progress = std::move(batch.progress);
        emit progressChanged();
    }
    for (const Notice& n : batch.notices) emit noticed(n);
    emit batchArrived();
    return true;
}

void TraceFeed::updateEvents(const Batch& batch) {
    // The lab's trace never forgets a text, so equal indexes mean equal texts on both sides.
    const auto known = static_cast<std::int32_t>(m_trace.texts().size());
    for (std::size_t i = 0; i < batch.texts.size(); ++i)
        if (batch.firstText + static_cast<std::int32_t>(i) >= known) m_trace.addText(batch.texts[i]);
    if (batch.first < m_trace.size()) {
        m_trace.truncate(batch.first, Digest());
        emit eventsUndone(batch.first);
    }
    if (batch.events.empty()) return;
    for (const Event& e : batch.events) m_trace.append(e);
    emit eventsAppended(batch.first, m_trace.size());
}

}  // namespace zab
