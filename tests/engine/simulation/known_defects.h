// SPDX-License-Identifier: GPL-3.0-or-later
// ZooKeeper 3.8 itself is not without holes, and the engine behaves as it does. Each hole that ordinary faults reach is
// recognised here by what led to it, not by the property that it breaks, so that nothing else hides behind its name.
#pragma once

#include "engine/trace/trace.h"

#include <algorithm>
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
        case EventKind::LogTruncated: c.to = Zxid{e.args[0]}, c.reloading = c.cut = true; break;
        case EventKind::NewLeaderAccepted: c.cut = false; break;
        // What TRUNC had to cut is there again when the database is loaded: from a snapshot that was not removed, or because
        // the cut leaves the next record where the target itself is not in the log (§3.10, §14.8 no. 8, §15 no. 5 and 6).
        case EventKind::SnapshotLoaded:
            m_survives = m_survives || (c.reloading && Zxid{e.args[2]} > c.to);
            if (e.peer.isServer()) c.notInLog = std::max(c.notInLog, Zxid{e.args[2]});
            break;
        case EventKind::TxnReplayed:
            m_survives = m_survives || (c.reloading && Zxid{e.args[0]} > c.to);
            if (c.cut && !c.reloading) c.notInLog = std::max(c.notInLog, Zxid{e.args[0]});
            break;
        default: break;
        }
    }
    /// Which documented defect explains a violation; empty if none does.
    std::string explanation(std::string_view property, const Event& decisive) const {
        if (m_survives) return "TRUNC left what it had to cut (§15 no. 5, 6)";
        if (m_tailKept) return "a forced SNAP left the learner's newer log in place (§3.6: SNAP does not touch the log)";
        if (m_holeSent) return "synchronized from a disk log that lacks what came by SNAP or behind TRUNC (§15 no. 2, 3 and 7)";
        const Cut& c = m_cuts[static_cast<std::size_t>(decisive.actor.isServer() ? decisive.actor.value : 0)];
        if (property == "committedLogDurability" && c.outstanding && decisive.kind == EventKind::LogTruncated)
            return "TRUNC of proposals that the leader sends again at once (§3.4 row 3)";
        return {};
    }

private:
    struct Cut {
        Zxid to;
        bool reloading = false;
        bool cut = false;           ///< from TRUNC to NEWLEADER: what comes now is not logged
        bool outstanding = false;
        Zxid notInLog;              ///< the newest transaction that came by SNAP or behind TRUNC
    };
    // Row 3 cuts at maxCommittedLog. A learner that comes back to the leader it had loses what is still outstanding, and
    // startForwarding sends it again behind the TRUNC; it may be committed by others in between.
    void planned(const Event& e) {
        const Zxid peer{e.args[2]};
        Cut& c = m_cuts[static_cast<std::size_t>(e.peer.value)];
        // SNAP replaces the tree and leaves the log. Forced below the learner's last zxid, it leaves a dead tail that the next start
        // replays.
        if (static_cast<SyncMode>(e.args[0]) == SyncMode::Snap && peer.counter() != 0 && peer > Zxid{e.args[1]}) m_tailKept = true;
        // Row 5 walks the leader's log file without asking whether it is whole, and with it what SNAP had replaced.
        const Zxid firstInMemory{e.args[3]};
        const bool viaDisk =
            static_cast<SyncMode>(e.args[0]) != SyncMode::Snap && peer < (firstInMemory.value ? firstInMemory : Zxid{e.args[5]});
        if (viaDisk && peer < m_cuts[static_cast<std::size_t>(e.actor.value)].notInLog) m_holeSent = true;
        c.outstanding =
            static_cast<SyncMode>(e.args[0]) == SyncMode::Trunc && peer.epoch() == Zxid{e.args[5]}.epoch() && peer <= m_lastProposed;
    }

    std::array<Cut, kMaxServers + 1> m_cuts;
    Zxid m_lastProposed;
    bool m_survives = false, m_holeSent = false, m_tailKept = false;
};

}  // namespace zab::simulation
