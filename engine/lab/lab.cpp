// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lab/lab.h"

#include <algorithm>

namespace zab {

ClusterView buildView(const World& world, const Trace& trace, const SafetyChecker& checker);
CapView buildCap(const World& world, const ServiceObserver& observer);
std::vector<RecipeView> buildRecipes(const World& world, const RecipeObserver& observer);

Lab::Lab(Scenario scenario, bool keepTrace) : m_scenario(std::move(scenario)), m_world(m_scenario), m_trace(keepTrace), m_services(m_scenario.ensemble.serverCount()) {
    checkpoint();
}

void Lab::checkpoint() {
    constexpr std::size_t kMost = 256;
    if (m_checkpoints.size() >= kMost) {   // every second one goes: replay gets longer, memory stays
        std::size_t keep = 0;
        for (std::size_t i = 0; i < m_checkpoints.size(); i += 2) {
            if (i != keep) m_checkpoints[keep] = std::move(m_checkpoints[i]);
            ++keep;
        }
        m_checkpoints.erase(m_checkpoints.begin() + static_cast<std::ptrdiff_t>(keep), m_checkpoints.end());
        m_checkpointEvery *= 2;
    }
    m_checkpoints.push_back({m_step, m_world, m_checker, m_recipes, m_services, m_trace.size(), m_trace.digestState()});
}

void Lab::beginStep() {
    if (!m_trace.keeps()) return;
    if (m_step > 0 && m_step % m_checkpointEvery == 0 && m_checkpoints.back().step < m_step) checkpoint();
    m_stepEvents.push_back(m_trace.size());
}

void Lab::endStep(EventId first) {
    ++m_step;
    if (m_step % 1024 == 0) m_logged = longestLog();
    if (!m_checks) return;
    judge(first, m_trace.size());
    const std::size_t before = m_checker.violations().size();
    const EventId last = m_trace.size();
    for (EventId id = std::max(first, m_trace.firstKept()); id < last; ++id) {
        m_checker.observe(m_trace.at(id));
        m_recipes.observe(m_trace.at(id), m_trace);
    }
    for (std::size_t i = before; i < m_checker.violations().size(); ++i) {
        const ViolationFound& v = m_checker.violations()[i];
        Event e;
        e.kind = EventKind::Violation;
        e.time = m_world.now();
        e.cause = v.event;
        e.text = m_trace.addText(propertyInfo(v.property).id);
        m_trace.append(e);
    }
}

// What the observer says of an answer stands in the trace behind it, like a violation.
void Lab::judge(EventId first, EventId last) {
    for (EventId id = std::max(first, m_trace.firstKept()); id < last; ++id) {
        const EventKind kind = m_trace.at(id).kind;
        if (kind < EventKind::ClientStands && kind != EventKind::LinkCut && kind != EventKind::LinkHealed) continue;
        const Event e = m_trace.at(id);
        std::optional<Event> judged;
        m_services.observe(e, e.text < 0 ? std::string_view() : std::string_view(m_trace.text(e.text)), judged);
        if (!judged) continue;
        judged->time = m_world.now();
        judged->cause = id;
        judged->text = e.text;
        m_trace.append(*judged);
    }
}

std::int64_t Lab::longestLog() const {
    std::int64_t longest = 0;
    for (int i = 1; i <= m_world.config().serverCount(); ++i) {
        std::int64_t bytes = 0;
        for (const LogFile& file : m_world.host(ServerId{i}).server.replica().disk().log.files()) bytes += file.bytes;
        longest = std::max(longest, bytes);
    }
    return longest;
}

std::int64_t Lab::stepOf(EventId event) const { return std::upper_bound(m_stepEvents.begin(), m_stepEvents.end(), event) - m_stepEvents.begin(); }

std::string Lab::execute(const Command& command, std::string_view line) {
    const EventId first = m_trace.size();
    const SimTime time = m_world.now();
    const std::string why = m_world.apply(command, line, m_trace);
    if (!why.empty()) return why;
    m_commands.resize(m_nextCommand);   // what was undone is gone
    if (m_trace.keeps()) m_stepEvents.push_back(first);
    m_commands.push_back({m_step, command, time, std::string(line)});
    ++m_nextCommand;
    endStep(first);
    return {};
}

// After stepping back the commands that were given come again at their place.
bool Lab::replayCommand(SimTime limit) {
    if (m_nextCommand >= m_commands.size() || m_commands[m_nextCommand].step != m_step) return false;
    const LoggedCommand c = m_commands[m_nextCommand];
    if (c.time > limit) return false;
    beginStep();
    const EventId first = m_trace.size();
    m_world.advanceTo(c.time);
    const std::string why = m_world.apply(c.command, c.line, m_trace);
    ZAB_CHECK(why.empty());
    ++m_nextCommand;
    endStep(first);
    return true;
}

SimTime Lab::nextDue() {
    if (m_nextCommand < m_commands.size() && m_commands[m_nextCommand].step == m_step) return m_commands[m_nextCommand].time;
    return m_world.nextDue();
}

bool Lab::stepInput(SimTime limit) {
    if (nextDue() == kNever || nextDue() > limit) return false;
    if (replayCommand(limit)) return true;
    beginStep();
    const EventId first = m_trace.size();
    if (m_carrier) m_carrier(m_world, m_trace);
    else m_world.fireNext(m_trace);
    endStep(first);
    return true;
}

void Lab::advanceTo(SimTime t) { m_world.advanceTo(std::min(t, nextDue())); }

bool stopsStep(StepSize size, const Event& e) {
    const bool quiet = isNoise(e);
    if (e.kind == EventKind::Command) return true;
    switch (size) {
    case StepSize::Event: return !quiet;
    case StepSize::Packet: return e.kind == EventKind::PacketDelivered && !quiet;
    case StepSize::VoteRound:
        return e.kind == EventKind::VoteChanged || e.kind == EventKind::RoundStarted || e.kind == EventKind::RoundJumped ||
               e.kind == EventKind::LeaderElected;
    case StepSize::Phase: return e.kind == EventKind::PhaseChanged || e.kind == EventKind::StateChanged;
    case StepSize::Commit: return e.kind == EventKind::Committed;
    }
    return false;
}

bool Lab::stopsAt(StepSize size, EventId first, EventId last) const {
    for (EventId id = first; id < last; ++id)
        if (stopsStep(size, m_trace.at(id))) return true;
    return false;
}

bool Lab::stepForward(StepSize size, SimTime limit) {
    const SimTime end = m_world.now() + limit;
    while (!isFull()) {
        const EventId first = m_trace.size();
        if (!stepInput(end)) break;
        if (stopsAt(size, first, m_trace.size())) return true;
    }
    return false;
}

bool Lab::stepBack(StepSize size) {
    if (m_step == 0) return false;
    std::int64_t at = m_step - 1;
    const auto events = [&](std::int64_t step) { return m_stepEvents[static_cast<std::size_t>(step)]; };
    while (at > 0 && !stopsAt(size, events(at - 1), events(at))) --at;
    seek(at);
    return true;
}

void Lab::seek(std::int64_t step) {
    if (step < m_step) {
        ZAB_CHECK(m_trace.keeps());
        while (m_checkpoints.back().step > step) m_checkpoints.pop_back();
        const Checkpoint& c = m_checkpoints.back();
        m_world = c.world;
        m_checker = c.checker;
        m_recipes = c.recipes;
        m_services = c.services;
        m_trace.truncate(c.events, c.digest);
        m_step = c.step;
        m_logged = longestLog();
        m_stepEvents.resize(static_cast<std::size_t>(m_step));
        m_nextCommand = static_cast<std::size_t>(
            std::lower_bound(m_commands.begin(), m_commands.end(), m_step, [](const LoggedCommand& a, std::int64_t s) { return a.step < s; }) -
            m_commands.begin());
        ++m_run;
    }
    while (m_step < step && stepInput()) {}
}

ClusterView Lab::view() const {
    ClusterView v = buildView(m_world, m_trace, m_checker);
    v.recipes = buildRecipes(m_world, m_recipes);
    v.cap = buildCap(m_world, m_services);
    v.run = m_run;
    v.step = m_step;
    return v;
}

}  // namespace zab
