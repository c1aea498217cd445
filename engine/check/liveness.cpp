// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/check/liveness.h"

#include "engine/check/safety.h"

#include <algorithm>

namespace zab {

void Liveness::demanded(const Event& e) {
    m_servers = e.args[0];
    m_reached = 0;
    m_deadline = e.time + usec(e.args[1]);
    m_half = e.time + usec(e.args[1] / 2);
    m_asked = false;
    m_committed = {};
    m_epoch = 0;
}

void Liveness::observe(const Event& e) {
    const auto s = static_cast<std::size_t>(e.actor.value);
    Server& server = m_state[s];
    switch (e.kind) {
        case EventKind::ServerStarted: server.running = true; server.refused = false; server.promised = e.args[1]; break;
        case EventKind::AcceptedEpochWritten: server.promised = e.args[0]; break;
        case EventKind::ServerRefused: server.refused = true; server.running = false; server.leads = 0; break;
        case EventKind::ServerCrashed:
        case EventKind::ServerExited: server.running = false; server.leads = 0; break;
        case EventKind::StateChanged:
            if (static_cast<ServerState>(e.args[0]) != ServerState::Leading) server.leads = 0;
            break;
        case EventKind::LeaderEstablished:
            server.leads = e.args[0];
            if (isDemanded(s)) m_epoch = std::max(m_epoch, server.leads);
            break;
        case EventKind::ProposalMade: m_asked |= isOpen() && isDemanded(s) && e.time <= m_half; break;
        case EventKind::Committed:
            if (isOpen() && isDemanded(s) && m_committed.value == 0) m_committed = Zxid{e.args[0]};
            break;
        case EventKind::TxnApplied:
            if (isOpen() && m_committed.value != 0 && e.args[3] != 0 && e.args[0] >= m_committed.value) m_reached |= std::int64_t{1} << s;
            break;
        case EventKind::ServerServing:
            if (isOpen() && m_committed.value != 0 && e.args[1] >= m_committed.value) m_reached |= std::int64_t{1} << s;
            break;
        default: return;
    }
    if (isOpen() && allThere()) m_deadline = kNever;
}

bool Liveness::allThere() const {
    if (m_committed.value == 0) return false;
    Epoch epoch = m_epoch;
    for (std::size_t s = 1; s < m_state.size(); ++s)
        if (isDemanded(s)) epoch = std::max(epoch, m_state[s].leads);
    for (std::size_t s = 1; s < m_state.size(); ++s)
        if (isDemanded(s) && !(m_reached >> s & 1) && !m_state[s].outside(epoch)) return false;
    return true;
}

bool Liveness::isMet(Property property) const {
    if (property == Property::TreesConverge) return allThere();
    if (property == Property::Progress) return m_committed.value != 0;
    if (property != Property::LeaderElected || m_epoch != 0) return true;
    for (std::size_t s = 1; s < m_state.size(); ++s)
        if (isDemanded(s) && m_state[s].leads > 0) return true;
    return false;   // who led when it was demanded, and lost its quorum since, does not count
}

std::optional<Property> Liveness::overdue() {
    m_deadline = kNever;
    for (std::size_t s = 1; s < m_state.size(); ++s)
        if (isDemanded(s) && !m_state[s].running) return std::nullopt;
    if (!isMet(Property::LeaderElected)) return Property::LeaderElected;
    if (!isMet(Property::Progress)) return m_asked ? std::optional(Property::Progress) : std::nullopt;
    return isMet(Property::TreesConverge) ? std::nullopt : std::optional(Property::TreesConverge);
}

}  // namespace zab
