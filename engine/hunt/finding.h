// SPDX-License-Identifier: GPL-3.0-or-later
// What a hunt brings home: a property that fell, and a run that shows it.
#pragma once

#include "engine/check/safety.h"

#include <cstdint>
#include <string>

namespace zab {

struct Finding {
    Property property{};
    std::string script;         ///< .lab text that plays to the violation and ends with `expect violation`
    EventId event = kNoEvent;   ///< the decisive event of that run
    std::int64_t step = 0;      ///< where it stands: steps as in `at T after STEP`
    std::int64_t inputs = 0;    ///< inputs carried out until then
    std::uint64_t seed = 0;     ///< chaos: which run; 0: none
    std::uint64_t shownBy = 0;  ///< chaos: the seed of a smaller run that the script plays instead of that one; 0: none
    std::string broken;         ///< not a property: the engine has broken a promise of its own, and the script plays to it
};

}  // namespace zab
