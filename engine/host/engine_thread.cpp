// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/engine_thread.h"

#include "engine/host/lab_host.h"

#include <utility>

namespace zab {

EngineThread::EngineThread(QObject* parent) : QThread(parent), m_host(new LabHost(m_slot)) {
    setObjectName(QStringLiteral("engine"));
    m_host->moveToThread(this);
    // The host dies in its own thread, after the last event.
    connect(this, &QThread::finished, m_host, &QObject::deleteLater);
    connect(m_host, &LabHost::batchReady, this, &EngineThread::batchReady, Qt::QueuedConnection);
    start();
}

EngineThread::~EngineThread() {
    quit();
    wait();
}

void EngineThread::post(EngineRequest request) {
    const std::uint64_t number = ++m_posted;
    QMetaObject::invokeMethod(m_host, [host = m_host, number, r = std::move(request)] { host->handle(r, number); }, Qt::QueuedConnection);
}

void EngineThread::cancel() {
    m_host->cancelUpTo(m_posted.load());
    post(Cancel{});
}

}  // namespace zab
