// SPDX-License-Identifier: GPL-3.0-or-later
// The shortest run that shows what chaos has found.
#pragma once

#include "engine/hunt/chaos.h"
#include "engine/hunt/shrink.h"

#include <cstdint>
#include <string>

namespace zab {

struct ShortRun {
    std::string script;
    std::uint64_t seed = 0;
    ChaosOptions options;      ///< with which that seed violates the property: those of the hunt, or of a smaller one
    bool isSmall = false;      ///< of a smaller one
};

/// `found`, shrunk; or another run that violates the same property, if that is shorter: a long run of many elections is hard to take apart,
/// while a second of three servers with hardly any clients, once it does the same, comes to a few dozen inputs. So chaos hunts among such
/// runs as well, with the rules and defects of `options`; half of the inputs that `shrinking` allows are for that, the other half for
/// shrinking the smallest that it has found. Deterministic. A run that breaks a promise of the engine itself comes back as it is.
ShortRun shortestRun(const Finding& found, const ChaosOptions& options, const ShrinkOptions& shrinking);

}  // namespace zab
