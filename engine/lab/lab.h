// SPDX-License-Identifier: GPL-3.0-or-later
// The facade of the engine: run, pause, step, seek. The window, the command line and the tests use this and nothing below.
#pragma once

#include "engine/check/safety.h"
#include "engine/check/service_observer.h"
#include "engine/lab/cluster_view.h"
#include "engine/lab/recipe_observer.h"
#include "engine/trace/trace.h"
#include "engine/world/command.h"
#include "engine/world/world.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace zab {

enum class StepSize : std::uint8_t { Event, Packet, VoteRound, Phase, Commit };

/// Does a step of that size stop at this event? Commands stop every step; pings and timers none.
bool stopsStep(StepSize size, const Event& e);

/// One line of the document. Steps count everything that was carried out, inputs and commands alike; `step` is its place.
struct LoggedCommand {
    std::int64_t step = 0;
    Command command;
    SimTime time;       ///< the virtual time at which it was given
    std::string line;   ///< its text in the trace
};

class Lab {
public:
    explicit Lab(Scenario scenario, bool keepTrace = true);

    const Scenario& scenario() const { return m_scenario; }
    const World& world() const { return m_world; }
    const Trace& trace() const { return m_trace; }
    const SafetyChecker& checker() const { return m_checker; }
    const RecipeObserver& recipes() const { return m_recipes; }
    const ServiceObserver& services() const { return m_services; }   ///< what became of every lookup
    const std::vector<LoggedCommand>& commands() const { return m_commands; }
    std::int64_t step() const { return m_step; }
    /// After how many steps the event stands in the trace; O(log steps). Only where the trace is kept.
    std::int64_t stepOf(EventId event) const;
    std::uint64_t run() const { return m_run; }
    void setChecks(bool on) { m_checks = on; }

    /// Carries out a command now, after dropping whatever was undone by stepping back; `line` is its text in the trace.
    /// Empty = done; else one sentence why not.
    std::string execute(const Command& command, std::string_view line = {});
    /// The next step: the next pending input, or after stepping back the command that was given here. False if there is none up to `limit`.
    bool stepInput(SimTime limit = kNever);
    /// When the next step is due; kNever if there is none.
    const PendingInput* peek() { return m_world.peek(); }   ///< the input that comes next; nullptr if none
    SimTime nextDue();
    /// Moves virtual time forward to `t` without an input (never past the next step).
    void advanceTo(SimTime t);
    /// How the next inputs are carried out, if not directly: the signal-driven host's way (architecture). Same trace.
    void setCarrier(std::function<void(World&, Trace&)> carrier) { m_carrier = std::move(carrier); }
    /// Forward by one step of that size; false if nothing of the kind came within `limit` of virtual time, or the run is full.
    bool stepForward(StepSize size, SimTime limit = kStepLimit);
    static constexpr SimTime kStepLimit = sec(120);
    /// The trace is as long as memory should bear; scripts end there with a sentence. Never where the trace is not kept.
    bool isFull() const { return m_trace.keeps() && (m_trace.size() >= kMostEvents || m_logged >= kMostLogged); }
    static constexpr EventId kMostEvents = 10'000'000;               ///< about 1 GB
    static constexpr std::int64_t kMostLogged = 512 * 1024 * 1024;   ///< bytes in the log of one server; looked at now and then
    /// Back to the start of the present or previous step of that size; exact. False at the beginning.
    bool stepBack(StepSize size);
    /// Back or forward to the state after `step` steps.
    void seek(std::int64_t step);
    void reset() { seek(0); }

    ClusterView view() const;

private:
    struct Checkpoint {
        std::int64_t step;
        World world;
        SafetyChecker checker;
        RecipeObserver recipes;
        ServiceObserver services;
        EventId events;
        Digest digest;
    };
    void checkpoint();
    bool replayCommand(SimTime limit);
    void beginStep();
    void endStep(EventId first);
    void judge(EventId first, EventId last);
    std::int64_t longestLog() const;
    bool stopsAt(StepSize size, EventId first, EventId last) const;

    Scenario m_scenario;
    World m_world;
    Trace m_trace;
    SafetyChecker m_checker;
    RecipeObserver m_recipes;
    ServiceObserver m_services;
    std::vector<LoggedCommand> m_commands;
    std::vector<Checkpoint> m_checkpoints;
    std::vector<EventId> m_stepEvents;   ///< trace size before each step, by step
    std::int64_t m_step = 0;
    std::int64_t m_logged = 0;
    std::size_t m_nextCommand = 0;       ///< commands before this one are carried out
    std::int64_t m_checkpointEvery = 512;
    std::function<void(World&, Trace&)> m_carrier;
    std::uint64_t m_run = 1;
    bool m_checks = true;
};

}  // namespace zab
