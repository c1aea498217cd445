// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/stage.h"

#include "engine/base/check.h"
#include "engine/hunt/replay.h"
#include "engine/hunt/witness.h"

namespace zab {

Scenario Stage::settled(Scenario s) {
    s.network.jitter = s.network.packetTime = s.disk.jitter = {};
    s.network.lossPpm = s.network.duplicatePpm = 0;
    return s;
}

Stage::Stage(const Script& script) : m_script(script), m_lab(settled(script.scenario)) {
    m_script.scenario = m_lab.scenario();
    if (m_script.scenario.eureka.on) m_problem = "The explorer does not know Eureka; take the 'eureka' line away.";
    for (const Statement& s : m_script.statements) {
        const auto* command = std::get_if<Command>(&s.what);
        if (!command || !m_problem.empty()) continue;
        const bool recipe = std::holds_alternative<StartRecipe>(*command) || std::holds_alternative<StandAt>(*command) || std::holds_alternative<LookupService>(*command);
        const bool frozen = std::holds_alternative<FreezeServer>(*command) || std::holds_alternative<FreezeClient>(*command);
        const bool drawn = std::holds_alternative<SetLink>(*command) || std::holds_alternative<SetFsync>(*command) || std::holds_alternative<SetClock>(*command) || std::holds_alternative<SetLying>(*command) || std::holds_alternative<Demand>(*command) || std::holds_alternative<ClientLoad>(*command);
        if (recipe || frozen || drawn) m_problem = "Line " + std::to_string(s.line) + ": the explorer knows no recipes, services, loads, frozen processes or changed links and disks.";
    }
    if (m_problem.empty()) m_problem = play(m_script, m_lab);
    if (m_problem.empty()) witness();
}

// Step by step once more: what a server held after each.
void Stage::witness() {
    const std::int64_t end = m_lab.step();
    const SimTime now = m_lab.world().now();
    m_lab.reset();
    while (m_lab.step() < end) {
        const EventId from = m_lab.trace().size();
        ZAB_CHECK(m_lab.stepInput());
        for (const Event& e : witnessed(m_lab.trace(), from, m_lab.world())) m_checker.observe(e);
    }
    m_lab.advanceTo(now);
}

std::string Stage::play(const Script& script, Lab& lab) {
    ScriptRunner runner(script, lab);
    while (!runner.atEnd()) {
        if (runner.step()) continue;
        if (runner.error()) return runner.error()->text();
        const ExpectationFailure& f = runner.failures().front();
        return script.file + ":" + std::to_string(f.line) + ": '" + f.expectation + "' does not hold: " + f.seen + ".";
    }
    return {};
}

std::optional<Finding> Stage::finding(const std::vector<Move>& moves, Property property, const ExploreBudgets& budgets) const {
    Lab lab(scenario());
    if (!play(m_script, lab).empty()) return std::nullopt;
    Scenario written = scenario();
    written.explore = budgets;
    std::string text = documentOf(written, {}, m_script.title);
    for (const Statement& s : m_script.statements) text += s.source + "\n";
    std::int64_t inputs = 0;
    int writes = 0;
    for (const Move& move : moves) {
        const Command command = commandOf(lab.world(), move, writes);
        const std::string line = formatCommand(command);
        writes += move.kind == MoveKind::Write;
        do {
            if (!lab.execute(command, line).empty()) return std::nullopt;
            text += line + "\n";
            ++inputs;
        } while (looksAgain(lab.world(), move, command));
    }
    for (const ViolationFound& v : lab.checker().violations()) {
        if (v.property != property) continue;
        Finding f;
        f.property = property;
        f.script = text + "expect violation " + std::string(propertyInfo(property).id) + "\n";
        f.event = v.event;
        f.step = lab.step();
        f.inputs = inputs;
        return f;
    }
    return std::nullopt;
}

}  // namespace zab
