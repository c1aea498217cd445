// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/event_thread.h"

namespace zab {

std::string_view keeperStateName(KeeperState s) {
    switch (s) {
        case KeeperState::Disconnected: return "Disconnected";
        case KeeperState::SyncConnected: return "SyncConnected";
        case KeeperState::Closed: return "Closed";
        case KeeperState::Expired: return "Expired";
    }
    return "?";
}

void EventThread::queue(SimTime now, ClientEvent e, RuleId rule, Effects& out) {
    const auto ahead = static_cast<std::int64_t>(m_waiting.size()) + (m_running ? 1 : 0);
    out.note(EventKind::ClientEventQueued, {e.session.value, static_cast<std::int64_t>(e.type), ahead}, {}, rule);
    out.text(e.subject());
    m_waiting.push_back(std::move(e));
    runNext(now, out);
}

void EventThread::runNext(SimTime now, Effects& out) {
    while (!m_running && !m_waiting.empty()) {
        m_running = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_until = now + m_callbackTime;
        out.note(EventKind::CallbackStarted, {m_running->session.value, static_cast<std::int64_t>(m_running->type), m_callbackTime.us}, {}, RuleId::CallbackRuns);
        out.text(m_running->subject());
        m_called.push_back(*m_running);
        if (m_callbackTime.us > 0) out.timer(TimerKind::ClientCallback, m_until);
        else end(out);
    }
}

void EventThread::end(Effects& out) {
    const auto waiting = static_cast<std::int64_t>(m_waiting.size());
    out.noteText(EventKind::CallbackEnded, m_running->subject(), {m_running->session.value, static_cast<std::int64_t>(m_running->type), waiting});
    m_running.reset();
}

void EventThread::callbackDone(SimTime now, Effects& out) {
    if (!m_running) return;
    end(out);
    runNext(now, out);
}

void EventThread::clear(Effects& out) {
    if (m_running) out.timer(TimerKind::ClientCallback, kNever);
    m_waiting.clear();
    m_called.clear();
    m_running.reset();
}

}  // namespace zab
