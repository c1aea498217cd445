// SPDX-License-Identifier: GPL-3.0-or-later
// A "run until" that is carried out little by little, at the pace of play, instead of at once.
#pragma once

#include "engine/lab/lab.h"
#include "engine/script/until.h"

namespace zab {

/// A regular value: kept in the history of a script, so that stepping back finds it as it was.
class RunGoal {
public:
    RunGoal(const RunUntil& until, const Lab& lab);

    /// Looks at what happened since the last call. Once true it stays true.
    bool reached(const Lab& lab) { return m_reached = m_reached || m_until.reached(lab); }
    /// No input due later than this may be carried out for the goal.
    SimTime limit() const { return m_until.limit(); }
    /// The goal is a moment: when nothing is due up to limit(), the clock goes there and the goal is reached.
    bool isMoment() const { return m_moment; }
    /// One sentence for a goal that did not come in time.
    std::string missed(const Lab& lab) const;

private:
    script::Until m_until;
    bool m_moment;
    bool m_reached = false;
};

/// True if the events from `first` on contain what a step of this size stops at. A person's command always does.
bool endsStep(StepSize size, const Trace& trace, EventId first);
/// True if the events from `first` on are timers and pings only.
bool isNoise(const Trace& trace, EventId first);

}  // namespace zab
