// SPDX-License-Identifier: GPL-3.0-or-later
// The leader's ContainerManager (§5.2): at fixed times it looks for containers whose last child has gone, and asks itself to delete them.
#include "engine/server/server_step.h"

namespace zab {

// As long as there are no containers nothing would come of a look, so none is planned; the times stay those of the leader's timer.
void Server::Step::planContainerCheck() {
    if (!leading() || m_s.m_containerCheck != kNever || !m_s.m_tree.hasContainers()) return;
    const std::int64_t every = m_config.containerCheckInterval.us;
    m_s.m_containerCheck = m_s.m_leadsSince + usec(((m_now - m_s.m_leadsSince).us / every + 1) * every);
    m_out.timer(TimerKind::ContainerCheck, m_s.m_containerCheck);
}

void Server::Step::containerCheck() {
    if (!leading() || !m_s.m_replica.serving()) return;
    m_s.m_containerCheck = kNever;
    if (m_s.m_emptyContainers.empty()) findEmptyContainers();
    deleteNextContainer();
    if (!leading()) return;   // that used up the counter
    if (m_s.m_emptyContainers.empty()) return planContainerCheck();
    m_s.m_containerCheck = m_now + usec(sec(60).us / m_config.containersPerMinute);   // not all at once (getMinIntervalMs)
    m_out.timer(TimerKind::ContainerCheck, m_s.m_containerCheck);
}

void Server::Step::findEmptyContainers() {
    for (const std::string& path : m_s.m_tree.containers()) {
        const Znode& node = *m_s.m_tree.find(path);
        if (node.numChildren > 0) continue;
        if (node.cversion > 0) {
            m_s.m_emptyContainers.emplace_back(path, node.cversion);
            continue;
        }
        m_out.fromInput();
        m_out.decided(RuleId::ContainerNeverUsed, {node.cversion});
        m_out.text(path);
    }
}

// Whether it is still empty, and still there, is seen when the request is checked like any other.
void Server::Step::deleteNextContainer() {
    if (m_s.m_emptyContainers.empty()) return;
    const auto [path, cversion] = std::move(m_s.m_emptyContainers.front());
    m_s.m_emptyContainers.pop_front();
    m_out.fromInput();
    m_out.decided(RuleId::ContainerIsEmpty, {cversion});
    m_out.text(path);
    Request remove;
    remove.op = OpCode::DeleteContainer;
    remove.path = path;
    propose({}, 0, remove, self());
}

}  // namespace zab
