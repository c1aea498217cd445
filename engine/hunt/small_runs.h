// SPDX-License-Identifier: GPL-3.0-or-later
// The shortest runs that show what chaos has found.
#pragma once

#include "engine/hunt/chaos.h"
#include "engine/hunt/shrink.h"

#include <cstdint>
#include <set>
#include <string>

namespace zab {

struct ShortRun {
    std::string script;
    Property property{};
    std::uint64_t seed = 0;
    ChaosOptions options;      ///< with which that seed violates the property: those of the hunt, or of a smaller one
    bool isSmall = false;      ///< of a smaller one
};

/// For the findings of one hunt, in their order.
class ShortRuns {
public:
    explicit ShortRuns(ChaosOptions hunt) : m_hunt(std::move(hunt)) {}

    /// `found`, shrunk; or another run that violates the same property, if that is shorter: a long run of many elections is hard to take
    /// apart, while a second of three servers with hardly any clients, once it does the same, comes to a few dozen inputs. So for the first
    /// finding of a property chaos hunts among such runs as well (of three servers, and if nothing falls there of four), with the rules and
    /// defects of the hunt; where a rule is off, those that violate what it guards are better, whatever was found, unless such a run has been
    /// given. At most half of the inputs that `shrinking` allows are for each of these hunts, half for shrinking the smallest that they have
    /// found, and a tenth for a further finding. Deterministic. A run that breaks a promise of the engine itself comes back as it is.
    ShortRun of(const Finding& found, const ShrinkOptions& shrinking);

private:
    ChaosOptions m_hunt;
    std::set<Property> m_shown;   ///< their smallest runs have been given
};

}  // namespace zab
