// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eureka/peer_node.h"

#include <algorithm>

namespace zab {
namespace {

constexpr SimTime kBatchingDelay = msec(500);      // MAX_BATCHING_DELAY_MS
constexpr SimTime kConnectTimeout = msec(1000);    // peerNodeConnectTimeoutMs
constexpr SimTime kUnavailableSleep = msec(1000);  // SERVER_UNAVAILABLE_SLEEP_TIME_MS
constexpr std::size_t kBatch = 250;                // BATCH_SIZE

}  // namespace

void PeerNode::process(ReplicationTask task) {
    const auto old = std::find_if(m_tasks.begin(), m_tasks.end(), [&](const ReplicationTask& t) { return t.sameAs(task); });
    if (old != m_tasks.end()) *old = std::move(task);
    else m_tasks.push_back(std::move(task));
}

SimTime PeerNode::nextDue() const {
    if (!m_sent.empty()) return m_sentAt + kConnectTimeout;
    if (m_tasks.empty()) return kNever;
    return std::max(m_tasks.front().since + kBatchingDelay, m_notBefore);
}

void PeerNode::wake(SimTime now, ConnectionId& next, Effects& out) {
    if (nextDue() > now) return;
    if (!m_sent.empty()) {
        out.send(m_peer, m_connection, HttpPacket{MessageType::HttpReset, nullptr});
        failed(now, out);
        return;
    }
    std::vector<EurekaBatchBody::Item> items;
    while (!m_tasks.empty() && m_sent.size() < kBatch) {
        ReplicationTask task = std::move(m_tasks.front());
        m_tasks.pop_front();
        if (task.expiry <= now) {
            out.decided(RuleId::EurekaTaskTooOld, {m_peer.value}, m_peer);
            out.text(task.instance->id);
            continue;
        }
        items.push_back({task.action, task.instance});
        m_sent.push_back(std::move(task));
    }
    if (m_sent.empty()) return;
    m_sentAt = now;
    m_connection = ++next;
    out.decided(RuleId::EurekaBatchSent, {m_peer.value, static_cast<std::int64_t>(items.size())}, m_peer);
    out.send(m_peer, m_connection, HttpPacket{MessageType::EurekaBatch, std::make_shared<EurekaBatchBody>(std::move(items))});
}

// A network failure passes (ProcessingResult.TransientError): what is not replaced by something newer is tried again.
void PeerNode::failed(SimTime now, Effects& out) {
    out.decided(RuleId::EurekaPeerUnreachable, {m_peer.value, static_cast<std::int64_t>(m_sent.size()), kUnavailableSleep.us}, m_peer);
    std::vector<ReplicationTask> again = answered();
    for (auto task = again.rbegin(); task != again.rend(); ++task) {
        const bool replaced = std::any_of(m_tasks.begin(), m_tasks.end(), [&](const ReplicationTask& t) { return t.sameAs(*task); });
        if (!replaced) m_tasks.push_front(std::move(*task));
    }
    m_notBefore = now + kUnavailableSleep;
}

}  // namespace zab
