// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/run_goal.h"

#include <algorithm>

namespace zab {
namespace {

bool isPing(MessageType m) { return m == MessageType::Ping || m == MessageType::ClientPing; }

bool isPacketEvent(EventKind k) {
    return k == EventKind::PacketDelivered || k == EventKind::PacketSent || k == EventKind::PacketLost || k == EventKind::PacketRetransmitted;
}

SimTime limitOf(const RunUntil& until, SimTime now) {
    switch (until.what) {
        case RunUntil::What::Time: return until.time;
        case RunUntil::What::Duration: return now + until.time;
        default: return now + until.limit;
    }
}

bool isQuiet(const ClusterView& view) {
    const bool travelling = std::any_of(view.packets.begin(), view.packets.end(), [](const PacketView& p) { return !p.held && !isPing(p.type); });
    const bool writing = std::any_of(view.pending.begin(), view.pending.end(), [](const PendingView& p) { return p.what == PendingView::What::Disk; });
    return !travelling && !writing;
}

}  // namespace

RunGoal::RunGoal(const RunUntil& until, const Lab& lab)
    : m_until(until), m_limit(limitOf(until, lab.world().now())), m_start(lab.trace().size()), m_seen(m_start) {}

bool RunGoal::isMoment() const { return m_until.what == RunUntil::What::Time || m_until.what == RunUntil::What::Duration; }

bool RunGoal::reached(const Lab& lab) {
    if (m_reached) return true;
    const EventId from = std::min(m_seen, lab.trace().size());
    const bool fresh = !m_checkedAtStart;
    m_seen = lab.trace().size();
    m_checkedAtStart = true;
    switch (m_until.what) {
        case RunUntil::What::Time:
        case RunUntil::What::Duration: m_reached = lab.world().now() >= m_limit; break;
        case RunUntil::What::Events: m_reached = lab.trace().size() - m_start >= m_until.count; break;
        case RunUntil::What::Commit:
        case RunUntil::What::Rule: m_reached = seenInEvents(lab, from); break;
        // Looking at the whole ensemble is dear: only where something of the kind has just happened.
        case RunUntil::What::Leader:
        case RunUntil::What::Phase:
        case RunUntil::What::State: m_reached = (fresh || seenInEvents(lab, from)) && holdsNow(lab); break;
        case RunUntil::What::Quiet: m_reached = holdsNow(lab); break;
    }
    return m_reached;
}

bool RunGoal::seenInEvents(const Lab& lab, EventId from) const {
    for (EventId id = from; id < lab.trace().size(); ++id) {
        const Event& e = lab.trace().at(id);
        switch (m_until.what) {
            case RunUntil::What::Commit:
                if (e.kind == EventKind::Committed && (m_until.zxid.value == 0 || e.args[0] >= m_until.zxid.value)) return true;
                break;
            case RunUntil::What::Rule:
                if (e.rule == m_until.rule) return true;
                break;
            default:
                if (e.kind == EventKind::LeaderEstablished || e.kind == EventKind::PhaseChanged || e.kind == EventKind::StateChanged ||
                    e.kind == EventKind::ServerServing)
                    return true;
        }
    }
    return false;
}

bool RunGoal::holdsNow(const Lab& lab) const {
    const ClusterView view = lab.view();
    switch (m_until.what) {
        case RunUntil::What::Leader: return view.leader && (!m_until.server || view.leader == m_until.server);
        case RunUntil::What::Phase: return view.phase == m_until.phase;
        case RunUntil::What::Quiet: return isQuiet(view);
        case RunUntil::What::State:
            return std::any_of(view.servers.begin(), view.servers.end(), [this](const ServerView& s) {
                return s.id == m_until.server && s.life == ServerLife::Up && s.state == m_until.state;
            });
        default: return false;
    }
}

bool isNoise(const Trace& trace, EventId first) {
    for (EventId id = first; id < trace.size(); ++id) {
        const Event& e = trace.at(id);
        const bool ping = isPacketEvent(e.kind) && isPing(e.message);
        if (!ping && !eventSchema(e.kind).noise) return false;
    }
    return true;
}

bool endsStep(StepSize size, const Trace& trace, EventId first) {
    if (size == StepSize::Event) return true;
    for (EventId id = first; id < trace.size(); ++id) {
        const Event& e = trace.at(id);
        switch (size) {
            case StepSize::Event: return true;
            case StepSize::Packet:
                if (e.kind == EventKind::PacketDelivered && !isPing(e.message)) return true;
                break;
            case StepSize::VoteRound:
                if (e.kind == EventKind::VoteChanged || e.kind == EventKind::RoundStarted || e.kind == EventKind::RoundJumped ||
                    e.kind == EventKind::LeaderElected)
                    return true;
                break;
            case StepSize::Phase:
                if (e.kind == EventKind::PhaseChanged || e.kind == EventKind::StateChanged) return true;
                break;
            case StepSize::Commit:
                if (e.kind == EventKind::Committed) return true;
                break;
        }
    }
    return false;
}

}  // namespace zab
