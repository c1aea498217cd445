// SPDX-License-Identifier: GPL-3.0-or-later
// What one Eureka server still has to tell one of its peers (PeerEurekaNode, TaskDispatchers): gathered, sent in batches, tried again.
#pragma once

#include "engine/eureka/eureka_config.h"
#include "engine/eureka/eureka_messages.h"
#include "engine/zab/effects.h"

#include <deque>
#include <utility>
#include <vector>

namespace zab {

struct ReplicationTask {
    EurekaAction action{};
    InstanceRef instance;
    SimTime since;     ///< when it was queued
    SimTime expiry;    ///< then it is too old to be of use
    bool sameAs(const ReplicationTask& o) const { return action == o.action && instance->app == o.instance->app && instance->id == o.instance->id; }
};

/// A regular value; inputs append their effects in order.
class PeerNode {
public:
    explicit PeerNode(ServerId peer) : m_peer(peer) {}

    ServerId peer() const { return m_peer; }
    /// A newer task of the same kind about the same instance takes the place of one that waits.
    void process(ReplicationTask task);
    /// Sends a batch, or gives up on one that is not answered, if it is time; `next` makes the number of a connection.
    void wake(SimTime now, ConnectionId& next, Effects& out);
    /// The answer to what was sent last came, or the connection was refused.
    std::vector<ReplicationTask> answered() { return std::exchange(m_sent, {}); }
    void failed(SimTime now, Effects& out);
    ConnectionId connection() const { return m_sent.empty() ? 0 : m_connection; }
    SimTime nextDue() const;
    std::size_t waiting() const { return m_tasks.size() + m_sent.size(); }

private:
    ServerId m_peer;
    std::deque<ReplicationTask> m_tasks;
    std::vector<ReplicationTask> m_sent;   ///< the batch on its way
    ConnectionId m_connection = 0;
    SimTime m_sentAt, m_notBefore;
};

}  // namespace zab
