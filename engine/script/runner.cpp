// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/check.h"
#include "engine/script/expectation.h"
#include "engine/script/until.h"
#include "engine/script/words.h"

namespace zab {

std::optional<std::string> carryOut(const Statement& statement, Lab& lab, bool& expectationFailed) {
    expectationFailed = false;
    if (const auto* command = std::get_if<Command>(&statement.what)) {
        std::string why = lab.execute(*command, formatCommand(*command));
        return why.empty() ? std::nullopt : std::optional(std::move(why));
    }
    if (const auto* until = std::get_if<RunUntil>(&statement.what)) {
        script::RunResult result = script::run(*until, lab);
        if (result.reached) return std::nullopt;
        expectationFailed = !result.badInput;
        return std::move(result.sentence);
    }
    if (const auto* step = std::get_if<StepBy>(&statement.what)) {
        for (int i = 0; i < step->count; ++i) {
            if (step->back ? lab.stepBack(step->size) : lab.stepForward(step->size)) continue;
            if (lab.isFull()) return script::fullText();
            expectationFailed = true;
            const std::string sentence = "expected " + std::to_string(step->count) + " steps, but after " + std::to_string(i) + " nothing of the kind came";
            return step->back ? sentence : sentence + " within " + script::timeText(Lab::kStepLimit);
        }
        return std::nullopt;
    }
    const auto seen = script::check(std::get<Expect>(statement.what), lab);
    expectationFailed = seen.has_value();
    return seen;
}

ScriptRunner::ScriptRunner(Script script, Lab& lab) : m_script(std::move(script)), m_lab(lab) {}

bool ScriptRunner::atEnd() const { return m_error || m_at >= m_script.statements.size(); }

const Statement& ScriptRunner::next() const {
    ZAB_CHECK(m_at < m_script.statements.size());
    return m_script.statements[m_at];
}

bool ScriptRunner::step() {
    ZAB_CHECK(!atEnd());
    const Statement& statement = m_script.statements[m_at++];
    bool expectationFailed = false;
    const auto problem = carryOut(statement, m_lab, expectationFailed);
    if (!problem) return true;
    if (expectationFailed) m_failures.push_back({statement.line, statement.source, *problem, statement.column});
    else m_error = ScriptError{m_script.file, statement.line, statement.column, *problem};
    return false;
}

}  // namespace zab
