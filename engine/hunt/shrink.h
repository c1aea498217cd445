// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a run that violates a property as short as it gets while it still violates it (delta debugging).
#pragma once

#include "engine/check/safety.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace zab {

struct ShrinkOptions {
    /// So many are played in all attempts together, about a million a second. Counted, not timed: the result does not depend on the machine.
    std::int64_t inputs = 6'000'000;
    std::function<bool(int)> progress;         ///< attempts made; false: enough, what is reached counts

    static constexpr std::int64_t kThorough = 60'000'000;   ///< for somebody who does not wait
};

/// `script`: a .lab text that plays to a violation of `property`. Back comes a shorter one that does, and ends with `expect violation`: it
/// says input by input what comes (`deliver PROPOSAL 1.1 S1-S2`), or commands and their times where that cannot be said; the same text if it
/// does not violate it at all. Where a rule is switched off or a defect on, and the run holds without that, what comes back does so as well.
/// Where a `demand` is what fails, what stands behind it is what it relies on, and stays unless a rule is to blame.
std::string shrink(std::string_view script, Property property, const ShrinkOptions& options = {});

}  // namespace zab
