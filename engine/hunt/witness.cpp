// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/witness.h"

#include "engine/base/state_digest.h"
#include "engine/check/safety.h"

namespace zab {
namespace {

std::int32_t fingerprint(const std::string& text) {
    StateDigest d;
    d.add(std::string_view(text));
    return static_cast<std::int32_t>(d.value().low >> 33);
}

std::int64_t treeOf(const World& world, ServerId s) {
    StateDigest d;
    d.add(world.host(s).server.tree());
    return static_cast<std::int64_t>(d.value().low | 1);
}

}  // namespace

std::vector<Event> witnessed(const Trace& trace, EventId from, const World& after) {
    std::vector<Event> events;
    std::array<Event*, kMaxServers + 1> applied{};
    events.reserve(static_cast<std::size_t>(trace.size() - from));
    for (EventId id = from; id < trace.size(); ++id) {
        const Event& seen = trace.at(id);
        if (!SafetyChecker::concerns(seen) && !HistoryChecker::concerns(seen.kind)) continue;
        Event& e = events.emplace_back(seen);
        e.id = e.cause = kNoEvent;
        e.time = {};
        const bool watch = e.kind == EventKind::WatchSet || e.kind == EventKind::WatchFired;
        e.text = watch ? fingerprint(trace.text(e.text)) : -1;
        if (e.kind != EventKind::TxnApplied) continue;
        e.args[4] = 0;
        applied[static_cast<std::size_t>(e.actor.value)] = &e;
    }
    for (Event* e : applied)
        if (e && after.host(e->actor.server()).server.replica().lastProcessed().value == e->args[0]) e->args[4] = treeOf(after, e->actor.server());
    return events;
}

}  // namespace zab
