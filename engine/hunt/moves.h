// SPDX-License-Identifier: GPL-3.0-or-later
// What may come next: inputs of the ensemble, and faults. A move names its packet by its place, so that it means the same in every world
// that is in this state, and becomes a command in one of them.
#pragma once

#include "engine/hunt/purse.h"
#include "engine/world/world.h"

#include <optional>

namespace zab {

enum class MoveKind : std::uint8_t { Deliver, Own, Timeout, Write, Read, Crash, Restart, Cut, HealAll, Drop, Wake };

struct Move {
    MoveKind kind = MoveKind::Deliver;
    std::uint8_t actor = 0;   ///< whom it concerns: servers, then clients, from 0
    std::uint8_t other = 0;   ///< Deliver, Drop: from whom; Cut: the other server, or the same: all others
    std::uint8_t place = 0;   ///< Deliver, Drop: among their packets; Own: among its own inputs; Crash: how many unsynced records stay
    bool operator==(const Move&) const = default;
};

Cost costOf(MoveKind kind);
/// Timers that are part of the protocol's own progress; all others come as faults at most, within the budget of timeouts.
bool isFree(TimerKind t);
/// That name of an input, numbered as World::find counts: among those that fit and may come next. Nothing if this one may not.
std::optional<InputName> numbered(const World& world, InputName name, const PendingInput& in);
/// The command that makes the move in this world. `writes`: how many the path has made before.
Command commandOf(const World& world, const Move& move, int writes);
/// The wait at the end of an election began anew when a vote came: the timer has looked too early, and has to come once more.
bool looksAgain(const World& after, const Move& move, const Command& command);

}  // namespace zab
