// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/world.h"

#include <algorithm>

namespace zab {

bool fits(const InputName& name, const PendingInput& in) {
    if (name.kind != in.kind || name.to != in.to) return false;
    if (in.kind == InputKind::Timer) return name.timer == in.timer;
    if (in.kind != InputKind::Packet) return true;
    return name.from == in.from && name.message == messageType(in.message) && (name.zxid.value == 0 || name.zxid == messageZxid(in.message));
}

InputName nameOf(const PendingInput& in) {
    InputName name;
    name.kind = in.kind;
    name.to = in.to;
    if (in.kind == InputKind::Timer) name.timer = in.timer;
    if (in.kind != InputKind::Packet) return name;
    name.from = in.from;
    name.message = messageType(in.message);
    if (const Zxid zxid = messageZxid(in.message); zxid.value > 0) name.zxid = zxid;
    return name;
}

std::string toString(const InputName& name) {
    std::string out;
    switch (name.kind) {
    case InputKind::Packet:
        out = std::string(messageName(name.message)) + (name.zxid.value ? " " + toString(name.zxid) : "") + " " + toString(name.from) + "-" + toString(name.to);
        break;
    case InputKind::Timer: out = toString(name.to) + " timer " + std::string(timerName(name.timer)); break;
    case InputKind::FsyncDone: out = toString(name.to) + " fsync"; break;
    case InputKind::SnapshotDone: out = toString(name.to) + " snapshot"; break;
    case InputKind::ResourceWrite: out = toString(name.to) + " resource"; break;
    }
    return name.number > 1 ? out + " number " + std::to_string(name.number) : out;
}

// What may come next: a connection keeps the order of sending, and so does the election port between two servers.
const PendingInput* World::find(const InputName& name) const {
    std::vector<const PendingInput*> found;
    m_pending.forEach([&](const PendingInput& in) {
        if (!fits(name, in) || isVoid(in)) return;
        const auto before = [&](const PendingInput& p) { return p.kind == InputKind::Packet && sameConnection(p, in) && firesLater(in, p); };
        if (in.kind != InputKind::Packet || !isFifo(in) || !m_pending.find(before)) found.push_back(&in);
    });
    if (static_cast<int>(found.size()) < name.number) return nullptr;
    std::sort(found.begin(), found.end(), [](const PendingInput* a, const PendingInput* b) { return firesLater(*b, *a); });
    return found[static_cast<std::size_t>(name.number - 1)];
}

}  // namespace zab
