// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/run_goal.h"

namespace zab {
namespace {

bool isQuietEvent(const Event& e) {
    return eventSchema(e.kind).noise || e.message == MessageType::Ping || e.message == MessageType::ClientPing;
}

bool stopsAt(StepSize size, const Event& e) {
    if (e.kind == EventKind::Command) return true;
    switch (size) {
        case StepSize::Event: return !isQuietEvent(e);
        case StepSize::Packet: return e.kind == EventKind::PacketDelivered && !isQuietEvent(e);
        case StepSize::VoteRound:
            return e.kind == EventKind::VoteChanged || e.kind == EventKind::RoundStarted || e.kind == EventKind::RoundJumped ||
                   e.kind == EventKind::LeaderElected;
        case StepSize::Phase: return e.kind == EventKind::PhaseChanged || e.kind == EventKind::StateChanged;
        case StepSize::Commit: return e.kind == EventKind::Committed;
    }
    return true;
}

}  // namespace

RunGoal::RunGoal(const RunUntil& until, const Lab& lab)
    : m_until(until, lab), m_moment(until.what == RunUntil::What::Time || until.what == RunUntil::What::Duration) {}

std::string RunGoal::missed(const Lab& lab) const { return "expected " + m_until.words() + ", but " + m_until.seen(lab); }

bool isNoise(const Trace& trace, EventId first) {
    for (EventId id = first; id < trace.size(); ++id)
        if (!isQuietEvent(trace.at(id))) return false;
    return true;
}

bool endsStep(StepSize size, const Trace& trace, EventId first) {
    for (EventId id = first; id < trace.size(); ++id)
        if (stopsAt(size, trace.at(id))) return true;
    return false;
}

}  // namespace zab
