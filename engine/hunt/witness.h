// SPDX-License-Identifier: GPL-3.0-or-later
// What the checker of an exploration is shown of a step.
#pragma once

#include "engine/trace/trace.h"
#include "engine/world/world.h"

#include <vector>

namespace zab {

/// The events from `from` on that verdicts depend on, without what makes two of them different for nobody: times, numbers of events and
/// of texts. The path of a watch is told by its fingerprint. A tree's own fingerprint has times in it: in its place stands the one of what the server
/// holds after the step, at the last transaction that it applied in it, and 0 (not compared) at those before. O(events + trees changed).
std::vector<Event> witnessed(const Trace& trace, EventId from, const World& after);

}  // namespace zab
