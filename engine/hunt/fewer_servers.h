// SPDX-License-Identifier: GPL-3.0-or-later
// A run in a smaller ensemble: what is left of its commands when one server is not there.
#pragma once

#include "engine/world/command.h"
#include "engine/world/scenario.h"

#include <optional>

namespace zab {

/// The same ensemble without that server; those behind it move up. Nothing if there are three servers or fewer, or if nobody would vote.
std::optional<Scenario> withoutServer(const Scenario& scenario, ServerId gone);
/// The same command there; nothing if it is about that server alone.
std::optional<Command> withoutServer(Command command, ServerId gone);

}  // namespace zab
