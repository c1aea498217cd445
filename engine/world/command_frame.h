// SPDX-License-Identifier: GPL-3.0-or-later
// What all commands have in common; private to their files.
#pragma once

#include "engine/world/world.h"

namespace zab {

class CommandFrame {
public:
    CommandFrame(World& w, std::string_view line, Trace& trace) : m_w(w), m_line(line), m_trace(trace) {}

protected:
    static std::string name(ActorId a) { return toString(a); }
    std::string unknown(ServerId s) const {
        if (m_w.config().has(s)) return {};
        return "There is no server " + name(s) + "; the ensemble has S1 to S" + std::to_string(m_w.config().serverCount()) + ".";
    }
    void begin() {
        Event e;
        e.kind = EventKind::Command;
        if (!m_line.empty()) e.text = m_trace.addText(m_line);
        m_command = m_w.log(m_trace, e, kNoEvent);
    }
    EventId note(EventKind kind, ActorId actor, std::array<std::int64_t, 6> args, ActorId peer = {}) {
        Event e;
        e.kind = kind;
        e.actor = actor;
        e.peer = peer;
        e.args = args;
        return m_w.log(m_trace, e, m_command);
    }
    /// Everything that waited for somebody who stood still is due now, in this order.
    void dueNow(std::vector<PendingInput> arrived) {
        m_w.m_frontRank -= static_cast<std::int64_t>(arrived.size());
        std::int64_t rank = m_w.m_frontRank;
        for (PendingInput& in : arrived) {
            in.due = m_w.m_now;
            in.rank = rank++;
            m_w.push(std::move(in));
        }
    }

    World& m_w;
    std::string_view m_line;
    Trace& m_trace;
    EventId m_command = kNoEvent;
};

}  // namespace zab
