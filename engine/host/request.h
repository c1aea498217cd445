// SPDX-License-Identifier: GPL-3.0-or-later
// What the window may ask of the engine thread: values, queued, never waited for.
#pragma once

#include "engine/host/pacing.h"
#include "engine/script/script.h"

#include <cstdint>
#include <optional>
#include <variant>

namespace zab {

struct OpenScript { std::uint64_t run = 0; Script script; };  ///< a new document; batches carry this run number from now on
struct StartOver { std::uint64_t run = 0; };                  ///< the same document from its beginning
struct Execute { Command command; };
/// A line from the console. A run-until goes at the speed that is set, or at `pace` until it is reached, given up or paused; or all of it at once.
struct RunStatement {
    Statement statement;
    std::optional<Pacing> pace = {};
    bool atOnce = false;
};
struct StepForwardBy { StepSize size; };
struct StepBackBy { StepSize size; };
struct NextBeat {};                                           ///< on to the next sentence of the lesson, at once
struct PreviousBeat {};
struct SeekTo { std::int64_t step; };                         ///< forward too: the script is played up to there
struct SeekToEvent { EventId event; };                        ///< to the end of the step that the event belongs to
/// The script is played on to where a further property is violated; with `wanted`, to where this one is, whatever falls before.
struct ToViolation { std::optional<Property> wanted = {}; };
struct Play {};
struct Pause {};
struct Cancel {};                                             ///< pause, and drop the goal of a person; see EngineThread::cancel
struct SetPacing { Pacing pacing; bool readingPauses = true; };
struct WriteDocument {};                                      ///< answered by a Notice::Kind::Document

using EngineRequest = std::variant<OpenScript, StartOver, Execute, RunStatement, StepForwardBy, StepBackBy, NextBeat, PreviousBeat, SeekTo, SeekToEvent, ToViolation,
                                   Play, Pause, Cancel, SetPacing, WriteDocument>;

}  // namespace zab
