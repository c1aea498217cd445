// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/event_thread.h"

#include <utility>

namespace zab {

std::string_view keeperStateName(KeeperState s) {
    switch (s) {
        case KeeperState::Disconnected: return "Disconnected";
        case KeeperState::SyncConnected: return "SyncConnected";
        case KeeperState::AuthFailed: return "AuthFailed";
        case KeeperState::Closed: return "Closed";
        case KeeperState::Expired: return "Expired";
    }
    return "?";
}

std::string callbackText(const std::string& subject, const std::string& watcher) {
    return watcher.empty() ? subject : subject + " \"" + watcher + "\"";
}

void EventThread::queue(SimTime now, ClientEvent e, const std::set<std::string>& watchers, RuleId rule, Effects& out) {
    const auto type = static_cast<std::int64_t>(e.type);
    if (e.type == WatchEventType::None && e.state == m_told) {
        out.ignored(RuleId::ClientStateToldAlready, {e.session.value});
        return;
    }
    m_told = e.state;
    const auto ahead = static_cast<std::int64_t>(m_waiting.size()) + (m_running ? 1 : 0);
    const bool removed = rule == RuleId::ClientRemovesWatches;   // its third operand is the number of watchers
    out.note(EventKind::ClientEventQueued, {e.session.value, type, removed ? static_cast<std::int64_t>(watchers.size()) : ahead}, {}, rule);
    out.text(e.subject());
    m_waiting.push_back({std::move(e), {watchers.begin(), watchers.end()}, {}});
    run(now, out);
}

void EventThread::queueReply(SimTime now, SessionId session, const std::string& path, const AsyncReply& reply, Effects& out) {
    const auto ahead = static_cast<std::int64_t>(m_waiting.size()) + (m_running ? 1 : 0);
    out.note(EventKind::ClientReplyQueued, {session.value, reply.xid, static_cast<std::int64_t>(reply.op), static_cast<std::int64_t>(reply.error), ahead}, {},
             RuleId::AsyncReplyWaits);
    out.text(path);
    ClientEvent e;
    e.session = session;
    e.path = path;
    m_waiting.push_back({std::move(e), {std::string()}, reply});
    run(now, out);
}

void EventThread::run(SimTime now, Effects& out) {
    while (!m_running && !m_waiting.empty()) {
        m_running = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_watcher = 0;
        if (!m_running->reply) m_called.push_back(m_running->event);
        begin(now, out);
    }
}

// Calls the watchers of the entry one after the other, as far as they come without taking time.
void EventThread::begin(SimTime now, Effects& out) {
    while (m_running) {
        const WaitingEvent& w = *m_running;
        const std::int64_t session = w.event.session.value;
        m_until = now + m_callbackTime;
        if (w.reply) {
            out.note(EventKind::ReplyCallbackStarted,
                     {session, w.reply->xid, static_cast<std::int64_t>(w.reply->op), static_cast<std::int64_t>(w.reply->error), m_callbackTime.us}, {},
                     RuleId::AsyncCallbackRuns);
            out.text(w.event.path);
        } else {
            const bool state = w.event.type == WatchEventType::None;
            out.note(EventKind::CallbackStarted, {session, static_cast<std::int64_t>(w.event.type), m_callbackTime.us}, {},
                     state ? RuleId::StateCallbackRuns : RuleId::CallbackRuns);
            out.text(callbackText(w.event.subject(), w.watchers[m_watcher]));
        }
        if (m_callbackTime.us > 0) return;
        end(out);
    }
}

void EventThread::end(Effects& out) {
    const WaitingEvent& w = *m_running;
    const auto waiting = static_cast<std::int64_t>(m_waiting.size());
    if (w.reply) {
        out.noteText(EventKind::ReplyCallbackEnded, w.event.path,
                     {w.event.session.value, w.reply->xid, static_cast<std::int64_t>(w.reply->op), static_cast<std::int64_t>(w.reply->error), waiting});
    } else {
        out.noteText(EventKind::CallbackEnded, callbackText(w.event.subject(), w.watchers[m_watcher]),
                     {w.event.session.value, static_cast<std::int64_t>(w.event.type), waiting});
    }
    if (++m_watcher >= w.watchers.size()) m_running.reset();
}

void EventThread::callbackDone(SimTime now, Effects& out) {
    if (!m_running || now < m_until) return;
    end(out);
    begin(now, out);
    run(now, out);
}

void EventThread::clear() {
    m_waiting.clear();
    m_called.clear();
    m_running.reset();
}

}  // namespace zab
