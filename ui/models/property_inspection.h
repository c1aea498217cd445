// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says of a property, and of a rule that is switched off.
#pragma once

#include "ui/models/inspection.h"

#include <string>

namespace zab {

/// In plain words, where it is stated; if it is violated, by which event, how that came to be, and what is not as in ZooKeeper. Where healed
/// servers owe it, the demand is the cause, and its time. Empty if there is no such one.
Inspection inspectProperty(const std::string& id, const Trace& trace, const ClusterView& view);
/// The rule, what servers do without it, the property that it guards, and where it has made a difference; or the defect. Empty if there is no such one.
Inspection inspectVariant(const std::string& name, const Trace& trace);

}  // namespace zab
