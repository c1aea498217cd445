// SPDX-License-Identifier: GPL-3.0-or-later
// A "run until" that is carried out little by little, at the pace of play, instead of at once.
#pragma once

#include "engine/lab/lab.h"
#include "engine/script/script.h"

namespace zab {

/// A regular value: kept in the history of a script, so that stepping back finds it as it was.
class RunGoal {
public:
    RunGoal(const RunUntil& until, const Lab& lab);

    /// Looks at what happened since the last call. Once true it stays true.
    bool reached(const Lab& lab);
    /// No input due later than this may be carried out for the goal.
    SimTime limit() const { return m_limit; }
    /// The goal is a moment: when nothing is due before limit(), the clock goes there and the goal is reached.
    bool isMoment() const;
    const RunUntil& until() const { return m_until; }

private:
    bool seenInEvents(const Lab& lab, EventId from) const;
    bool holdsNow(const Lab& lab) const;

    RunUntil m_until;
    SimTime m_limit;
    EventId m_start;
    EventId m_seen;
    bool m_checkedAtStart = false;
    bool m_reached = false;
};

/// True if the events from `first` on contain what a step of this size stops at.
bool endsStep(StepSize size, const Trace& trace, EventId first);
/// True if the events from `first` on are timers and pings only.
bool isNoise(const Trace& trace, EventId first);

}  // namespace zab
