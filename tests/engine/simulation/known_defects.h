// SPDX-License-Identifier: GPL-3.0-or-later
// ZooKeeper 3.8 itself is not without holes, and the engine behaves as it does. Each hole that ordinary faults reach is
// recognised here by what led to it, not by the property that it breaks, so that nothing else hides behind its name.
#pragma once

#include "engine/trace/trace.h"

#include <array>
#include <string>
#include <string_view>

namespace zab::simulation {

class KnownDefects {
public:
    void observe(const Event& e) {
        if (e.kind == EventKind::ProposalMade) m_lastProposed = Zxid{e.args[0]};
        if (e.kind == EventKind::SyncPlanned) planned(e);
        if (!e.actor.isServer()) return;
        Cut& c = m_cuts[static_cast<std::size_t>(e.actor.value)];
        switch (e.kind) {
        case EventKind::PacketDelivered:
        case EventKind::TimerFired:
        case EventKind::FsyncDone: c.reloading = false; break;
        case EventKind::LogTruncated: c.to = Zxid{e.args[0]}, c.reloading = true; break;
        // What TRUNC had to cut is there again when the database is loaded: from a snapshot that was not removed, or because
        // the cut leaves the next record where the target itself is not in the log (§3.10, §14.8 no. 8, §15 no. 5 and 6).
        case EventKind::SnapshotLoaded: m_survives = m_survives || (c.reloading && Zxid{e.args[2]} > c.to); break;
        case EventKind::TxnReplayed: m_survives = m_survives || (c.reloading && Zxid{e.args[0]} > c.to); break;
        default: break;
        }
    }
    /// Which documented defect explains a violation; empty if none does.
    std::string explanation(std::string_view property, const Event& decisive) const {
        if (m_survives) return "TRUNC left what it had to cut (§15 no. 5, 6)";
        const Cut& c = m_cuts[static_cast<std::size_t>(decisive.actor.isServer() ? decisive.actor.value : 0)];
        if (property == "committedLogDurability" && c.outstanding && decisive.kind == EventKind::LogTruncated)
            return "TRUNC of proposals that the leader sends again at once (§3.4 row 3)";
        return {};
    }

private:
    struct Cut {
        Zxid to;
        bool reloading = false;
        bool outstanding = false;
    };
    // Row 3 cuts at maxCommittedLog. A learner that comes back to the leader it had loses what is still outstanding, and
    // startForwarding sends it again behind the TRUNC; it may be committed by others in between.
    void planned(const Event& e) {
        const Zxid peer{e.args[2]};
        Cut& c = m_cuts[static_cast<std::size_t>(e.peer.value)];
        c.outstanding = static_cast<SyncMode>(e.args[0]) == SyncMode::Trunc && peer.epoch() == Zxid{e.args[5]}.epoch() && peer <= m_lastProposed;
    }

    std::array<Cut, kMaxServers + 1> m_cuts;
    Zxid m_lastProposed;
    bool m_survives = false;
};

}  // namespace zab::simulation
