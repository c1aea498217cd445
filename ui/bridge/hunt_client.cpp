// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/hunt_client.h"

#include <utility>

namespace zab {
namespace {

constexpr int kShowEveryMs = 100;   ///< numbers that change faster nobody reads

}  // namespace

HuntClient::HuntClient(QObject* parent) : QObject(parent) {
    m_frame.setSingleShot(true);
    m_frame.setInterval(kShowEveryMs);
    connect(&m_thread, &HuntThread::progressed, this, [this] {
        if (!m_frame.isActive()) m_frame.start();
    });
    connect(&m_frame, &QTimer::timeout, this, &HuntClient::take);
    connect(&m_thread, &QThread::finished, this, [this] {
        m_on = false;
        take();
        emit ended();
    });
}

bool HuntClient::begin(Hunt hunt) {
    if (m_on || !m_thread.begin(std::move(hunt))) return false;
    m_on = true;
    m_cancelling = false;
    m_report = {};
    m_seconds = m_shortening = 0;
    m_clock.start();
    emit changed();
    return true;
}

void HuntClient::cancel() {
    if (!m_on) return;
    m_cancelling = true;
    m_thread.cancel();
    emit changed();
}

void HuntClient::take() {
    m_report = m_thread.report();
    const bool searching = !m_report.shrinking && m_report.replays == 0;
    const double all = m_clock.isValid() ? static_cast<double>(m_clock.nsecsElapsed()) / 1e9 : m_seconds + m_shortening;
    if (searching || m_seconds == 0) m_seconds = all;
    else m_shortening = all - m_seconds;
    if (!m_on) m_clock.invalidate();
    emit changed();
}

}  // namespace zab
