// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/run_goal.h"

namespace zab {

RunGoal::RunGoal(const RunUntil& until, const Lab& lab)
    : m_until(until, lab), m_moment(until.what == RunUntil::What::Time || until.what == RunUntil::What::Duration) {}

std::string RunGoal::missed(const Lab& lab) const { return "expected " + m_until.words() + ", but " + m_until.seen(lab); }

bool isNoise(const Trace& trace, EventId first) {
    for (EventId id = first; id < trace.size(); ++id)
        if (!isNoise(trace.at(id))) return false;
    return true;
}

bool endsStep(StepSize size, const Trace& trace, EventId first) {
    for (EventId id = first; id < trace.size(); ++id)
        if (stopsStep(size, trace.at(id))) return true;
    return false;
}

}  // namespace zab
