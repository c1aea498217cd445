// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/script_player.h"

#include <algorithm>
#include <utility>

namespace zab {
namespace {

/// A step that finds nothing of its kind stops after this much virtual time, so that one press of a key never runs away.
constexpr SimTime kLongestStep = sec(30);

}  // namespace

ScriptPlayer::ScriptPlayer(Script script) : m_script(std::move(script)), m_lab(std::make_unique<Lab>(m_script.scenario)) {}

std::string ScriptPlayer::takeFailure() { return std::exchange(m_failure, {}); }

void ScriptPlayer::remember() { m_marks.push_back({m_lab->step(), m_beat, m_goal}); }

void ScriptPlayer::forgetUndone() {
    const std::int64_t step = m_lab->step();
    while (!m_marks.empty() && m_marks.back().step > step) {
        m_beat = m_marks.back().beat;
        m_goal = m_marks.back().goal;
        m_marks.pop_back();
    }
    m_frontier = step;
}

Unit ScriptPlayer::fire(SimTime limit) {
    const EventId before = m_lab->trace().size();
    if (!m_lab->stepInput(limit)) return m_lab->nextDue() != kNever ? Unit::Waiting : Unit::Idle;
    m_frontier = std::max(m_frontier, m_lab->step());
    return isNoise(m_lab->trace(), before) ? Unit::Noise : Unit::Input;
}

Unit ScriptPlayer::goalDone() {
    if (m_goal->isMoment()) m_lab->advanceTo(m_goal->limit());   // "at 4.2s after 17": all 17 are done, the clock may not be there yet
    m_goal.reset();
    return atEnd() ? Unit::Ended : Unit::GoalReached;
}

Unit ScriptPlayer::next(SimTime limit) {
    if (isReplaying()) return fire(limit);
    if (!m_goal) {
        if (m_beat < m_script.statements.size()) return runStatement();
        return fire(limit);
    }
    if (m_goal->reached(*m_lab)) return goalDone();
    const Unit unit = fire(std::min(limit, m_goal->limit()));
    if (unit != Unit::Waiting && unit != Unit::Idle) return m_goal->reached(*m_lab) && m_goal->isMoment() ? goalDone() : unit;
    if (limit < m_goal->limit()) return Unit::Waiting;
    if (m_goal->isMoment()) return goalDone();
    m_failure = m_goal->missed(*m_lab);
    m_goal.reset();
    return Unit::Failed;
}

Unit ScriptPlayer::runCommand(const Command& command) {
    // The canonical line, not the one in the file: a saved run must leave the same trace.
    m_failure = m_lab->execute(command, formatCommand(command));
    m_frontier = m_lab->step();
    if (!m_failure.empty()) return Unit::Failed;
    return std::holds_alternative<Say>(command) ? Unit::Say : Unit::Statement;
}

Unit ScriptPlayer::runStatement() {
    remember();
    const Statement& statement = m_script.statements[m_beat++];
    Unit unit = Unit::Statement;
    if (const auto* command = std::get_if<Command>(&statement.what)) unit = runCommand(*command);
    else if (const auto* until = std::get_if<RunUntil>(&statement.what)) m_goal.emplace(*until, *m_lab);
    else {
        bool failed = false;
        if (const auto problem = carryOut(statement, *m_lab, failed)) {
            m_failure = *problem;
            unit = Unit::Failed;
        }
        m_frontier = std::max(m_frontier, m_lab->step());
    }
    return unit == Unit::Statement && atEnd() ? Unit::Ended : unit;
}

Unit ScriptPlayer::stepForward(StepSize size) {
    const SimTime furthest = m_lab->world().now() + kLongestStep;
    for (;;) {
        if (interrupted()) return Unit::Interrupted;
        const bool atStatement = !isReplaying() && !m_goal && m_beat < m_script.statements.size();
        const bool acts = atStatement && std::holds_alternative<Command>(m_script.statements[m_beat].what);
        const EventId before = m_lab->trace().size();
        const Unit unit = next(furthest);
        switch (unit) {
            case Unit::Input:
            case Unit::Noise:
                if (endsStep(size, m_lab->trace(), before)) return unit;
                break;
            case Unit::Statement:
                if (acts) return unit;
                break;
            case Unit::Say: break;
            case Unit::GoalReached: return unit;
            case Unit::Waiting: m_lab->advanceTo(furthest); return unit;
            case Unit::Idle:
            case Unit::Ended:
            case Unit::Interrupted:
            case Unit::Failed: return unit;
        }
    }
}

/// False if it was interrupted on the way.
bool ScriptPlayer::replayTo(std::int64_t step) {
    while (m_lab->step() < step) {
        if (interrupted()) return false;
        if (!m_lab->stepInput()) break;
    }
    return true;
}

bool ScriptPlayer::stepBack(StepSize size) {
    const std::int64_t from = m_lab->step();
    if (!m_lab->stepBack(size)) return false;
    // A command is a step of its own on the way forward, so it is one on the way back.
    const auto& commands = m_lab->commands();
    for (auto c = commands.rbegin(); c != commands.rend(); ++c) {
        if (c->step + 1 >= from || std::holds_alternative<Say>(c->command)) continue;
        if (c->step + 1 > m_lab->step()) m_lab->seek(c->step + 1);
        break;
    }
    return true;
}

bool ScriptPlayer::isSay(std::size_t beat) const {
    if (beat >= m_script.statements.size()) return false;
    const auto* command = std::get_if<Command>(&m_script.statements[beat].what);
    return command && std::holds_alternative<Say>(*command);
}

int ScriptPlayer::says() const {
    int count = 0;
    for (std::size_t i = 0; i < m_script.statements.size(); ++i) count += isSay(i) ? 1 : 0;
    return count;
}

int ScriptPlayer::saysDone() const {
    return static_cast<int>(std::count_if(m_marks.begin(), m_marks.end(), [this](const Mark& m) { return m.step < m_lab->step() && isSay(m.beat); }));
}

Unit ScriptPlayer::nextBeat() {
    if (isReplaying()) {
        const auto mark = std::find_if(m_marks.begin(), m_marks.end(), [this](const Mark& m) { return m.step >= m_lab->step() && isSay(m.beat); });
        if (!replayTo(mark == m_marks.end() ? m_frontier : mark->step + 1)) return Unit::Interrupted;
        if (mark != m_marks.end()) return Unit::Say;
        if (atEnd()) return Unit::Ended;
    }
    if (atEnd()) return stepForward(StepSize::Phase);
    for (;;) {
        if (interrupted()) return Unit::Interrupted;
        const Unit unit = next();
        if (unit == Unit::Ended || unit == Unit::Failed || unit == Unit::Idle) return unit;
        if (unit == Unit::Say) return atEnd() ? Unit::Ended : unit;
    }
}

bool ScriptPlayer::previousBeat() {
    for (auto m = m_marks.rbegin(); m != m_marks.rend(); ++m) {
        if (m->step + 1 >= m_lab->step() || !isSay(m->beat)) continue;
        m_lab->seek(m->step + 1);
        return true;
    }
    m_lab->seek(0);
    return false;
}

void ScriptPlayer::seek(std::int64_t step) {
    const std::int64_t played = std::clamp<std::int64_t>(step, 0, m_frontier);
    if (played < m_lab->step()) m_lab->seek(played);
    else if (!replayTo(played)) return;
    while (m_lab->step() < step && !interrupted()) {
        const Unit unit = next();
        if (unit == Unit::Ended || unit == Unit::Failed || unit == Unit::Idle) return;
    }
}

Unit ScriptPlayer::toViolation(std::optional<Property> wanted) {
    const auto& violations = m_lab->checker().violations();
    const auto isIt = [wanted](const ViolationFound& v) { return !wanted || v.property == *wanted; };
    const auto known = std::count_if(violations.begin(), violations.end(), isIt);
    while (isReplaying() || !atEnd()) {
        if (interrupted()) return Unit::Interrupted;
        const Unit unit = next();
        const auto& now = m_lab->checker().violations();
        if (std::count_if(now.begin(), now.end(), isIt) > known) return Unit::GoalReached;
        if (unit == Unit::Ended || unit == Unit::Failed || unit == Unit::Idle) return unit;
    }
    return Unit::Ended;
}

std::string ScriptPlayer::execute(const Command& command) {
    forgetUndone();
    std::string problem = m_lab->execute(command, formatCommand(command));
    m_frontier = m_lab->step();
    return problem;
}

void ScriptPlayer::setGoal(const RunUntil& until) {
    forgetUndone();
    m_goal.emplace(until, *m_lab);
}

std::string ScriptPlayer::carryOutNow(const Statement& statement) {
    bool failed = false;
    const auto problem = carryOut(statement, *m_lab, failed);
    m_frontier = std::max(m_frontier, m_lab->step());
    return problem.value_or(std::string());
}

}  // namespace zab
