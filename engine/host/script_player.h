// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a script on a Lab in small units: statement by statement, input by input, forward and back.
// No Qt and no clock in here, so that it is tested without threads.
#pragma once

#include "engine/host/run_goal.h"
#include "engine/lab/lab.h"
#include "engine/script/script.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace zab {

/// What one unit of play did.
enum class Unit : std::uint8_t {
    Input,       ///< an input was carried out
    Noise,       ///< an input that led to timers and pings only
    Statement,   ///< a statement of the script was carried out
    Say,         ///< a sentence of the script: time to read
    GoalReached, ///< a run-until came to its end
    Waiting,     ///< nothing is due before the limit
    Idle,        ///< nothing is pending at all
    Ended,       ///< the last statement of the script was carried out just now
    Interrupted, ///< whoever asked for this does not want the rest of it any more
    Failed       ///< see takeFailure()
};

class ScriptPlayer {
public:
    explicit ScriptPlayer(Script script);

    Lab& lab() { return *m_lab; }
    const Lab& lab() const { return *m_lab; }
    const Script& script() const { return m_script; }

    /// Asked between the units of whatever is carried out at once; true ends it where it is.
    void setInterrupt(std::function<bool()> wanted) { m_interrupt = std::move(wanted); }
    /// One unit: the next statement if its time has come, else the next input that is due up to `limit`.
    Unit next(SimTime limit = kNever);
    /// Forward to the end of the present step. Statements on the way are carried out; a command that changes the world is
    /// a step of its own, so that a lecturer sees what it does before anything moves.
    Unit stepForward(StepSize size);
    /// Back to the start of the present or previous step; statements come again when their place is reached again.
    bool stepBack(StepSize size);
    /// To the next sentence of the script, carried out at once. It ends right behind the sentence: a question is read while
    /// the stage does not show its answer yet.
    Unit nextBeat();
    bool previousBeat();
    /// To the state after `step` steps; forward of what was played, the script is played on.
    void seek(std::int64_t step);
    /// Forward to where a further property is violated, or this one: GoalReached. Ended: the script has no such violation.
    Unit toViolation(std::optional<Property> wanted = {});
    /// A command of a person. Drops what was undone; statements that had been carried out later come again.
    std::string execute(const Command& command);
    /// A run-until of a person: becomes the goal that play runs to before anything else.
    void setGoal(const RunUntil& until);
    bool hasGoal() const { return m_goal.has_value(); }
    void dropGoal() { m_goal.reset(); }
    /// An expectation or a step of a person. The sentence that came of it.
    std::string carryOutNow(const Statement& statement);

    std::size_t beat() const { return m_beat; }
    bool atEnd() const { return m_beat >= m_script.statements.size() && !m_goal; }
    /// Sentences of the script: how many, and how many were said up to the present step.
    int says() const;
    int saysDone() const;
    /// Behind what was already played: going forward repeats it.
    bool isReplaying() const { return m_lab->step() < m_frontier; }
    std::string takeFailure();

private:
    struct Mark {
        std::int64_t step;
        std::size_t beat;
        std::optional<RunGoal> goal;
    };
    bool isSay(std::size_t beat) const;
    Unit fire(SimTime limit);
    Unit runStatement();
    Unit runCommand(const Command& command);
    Unit goalDone();
    bool interrupted() const { return m_interrupt && m_interrupt(); }
    bool replayTo(std::int64_t step);
    void remember();
    void forgetUndone();

    Script m_script;
    std::unique_ptr<Lab> m_lab;
    std::size_t m_beat = 0;
    std::optional<RunGoal> m_goal;
    std::vector<Mark> m_marks;      ///< before each statement that was carried out
    std::int64_t m_frontier = 0;    ///< the furthest step so far
    std::string m_failure;
    std::function<bool()> m_interrupt;
};

}  // namespace zab
