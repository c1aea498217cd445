// SPDX-License-Identifier: GPL-3.0-or-later
// The document of a violation: written from a run, and played again.
#pragma once

#include "engine/hunt/finding.h"
#include "engine/lab/lab.h"

#include <optional>
#include <string>
#include <vector>

namespace zab {

/// The beginning of a counterexample: which version of the lab it is for, the scenario, and commands at their times.
std::string documentOf(const Scenario& scenario, const std::vector<LoggedCommand>& commands, const std::string& title);
/// What the lab has run so far as a .lab text that plays to the violation and no further, and expects it.
Finding findingOf(const Lab& lab, const ViolationFound& violation, const std::string& title);

/// Commands at their times, played on a new lab until the property falls or the time is over. A command that makes no sense any more
/// is left out. The lab keeps no trace.
struct Replayed {
    std::vector<LoggedCommand> commands;   ///< those that were carried out
    std::int64_t inputs = 0;
    SimTime end;                           ///< when the property fell, or the time that was asked for
    std::optional<ViolationFound> violation;
    bool goodEnd = false;
    Finding finding;                       ///< if there is a violation
};
Replayed replay(const Scenario& scenario, const std::vector<LoggedCommand>& commands, SimTime end, Property property, const std::string& title);

/// With every rule on and no release's defect: where the same commands come to a good end then, it is what was switched off that the
/// property has fallen by.
Scenario withAllRules(Scenario scenario);
/// Nothing has fallen, and if the property is something that a demand owes, it has come true.
bool hasGoodEnd(const Lab& lab, Property property);

}  // namespace zab
