// SPDX-License-Identifier: GPL-3.0-or-later
// The last step of shrinking: a run as the bare list of its inputs and commands, without those that it can do without.
#pragma once

#include "engine/hunt/minimise.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zab {

struct ShrunkInputs {
    std::string script;
    std::int64_t length = 0;   ///< inputs and commands
};
/// A .lab text that says every input (`deliver PROPOSAL 1.1 S1-S2`) and plays to the same violation with fewer steps; nothing if there is
/// none. What is not said does not come: where a demand is what fails, the run is left alone, for healed servers get all that is on its
/// way to them.
std::optional<ShrunkInputs> shrinkInputs(std::string_view script, Property property, Budget& budget);

}  // namespace zab
