// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a run that violates a property as short as it gets while it still violates it (delta debugging).
#pragma once

#include "engine/check/safety.h"

#include <functional>
#include <string>
#include <string_view>

namespace zab {

struct ShrinkOptions {
    int replays = 3000;                        ///< at most; counted, not timed: the result does not depend on the machine
    bool inputs = false;                       ///< down to the single input; otherwise what is left are commands and their times
    std::function<bool(int)> progress;         ///< replays done; false: enough, what is reached counts
};

/// `script`: a .lab text that plays to a violation of `property`. Back comes a shorter one that does, and ends with `expect violation`;
/// the same text if it does not violate it at all. Where a `demand` is what fails, what stands behind it is what it relies on, and stays.
std::string shrink(std::string_view script, Property property, const ShrinkOptions& options = {});

}  // namespace zab
