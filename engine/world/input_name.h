// SPDX-License-Identifier: GPL-3.0-or-later
// A pending input named by what a person sees of it, so that a run can be told without numbers: PROPOSAL 1.1 S1-S2, S2 fsync.
#pragma once

#include "engine/world/pending_list.h"

#include <string>

namespace zab {

/// Of several that it fits, `number` says which, in the order of firing, from 1.
struct InputName {
    InputKind kind = InputKind::Packet;
    MessageType message = MessageType::None;   ///< Packet
    Zxid zxid;                                 ///< Packet: 0 = whatever stands in its header
    ActorId from, to;                          ///< from: of packets only
    TimerKind timer{};                         ///< Timer
    int number = 1;
    bool operator==(const InputName&) const = default;
};

/// Does the name fit this input (its number aside)?
bool fits(const InputName& name, const PendingInput& in);
/// The name of an input, number 1.
InputName nameOf(const PendingInput& in);
/// As a .lab line says it behind `deliver`: "PROPOSAL 1.1 S1-S2", "S2 fsync", "S2 timer finalizeWait number 2".
std::string toString(const InputName& name);

}  // namespace zab
