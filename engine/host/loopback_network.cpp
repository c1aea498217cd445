// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/loopback_network.h"

#include "engine/base/check.h"

namespace zab {

LoopbackNetwork::LoopbackNetwork(int servers, QObject* parent) : QObject(parent) {
    const auto attach = [this](ServerNode* node) {
        // Direct: an input and its effects are one unit, also in time.
        connect(this, &LoopbackNetwork::arrived, node, &ServerNode::receive, Qt::DirectConnection);
        connect(node, &ServerNode::effectsEmitted, this, &LoopbackNetwork::onEffects, Qt::DirectConnection);
    };
    for (int s = 1; s <= servers; ++s) attach(new ServerNode(ServerNode::Serves::OneServer, ServerId{s}, this));
    attach(new ServerNode(ServerNode::Serves::AllClients, {}, this));
}

void LoopbackNetwork::carryNext(World& world, Trace& trace) {
    PendingInput input = world.takeNext();
    Delivery delivery{world, trace, input};
    emit arrived(&delivery);
    ZAB_CHECK(delivery.taken);   // every actor has exactly one node
}

void LoopbackNetwork::onEffects(Delivery* delivery) { delivery->world.carry(delivery->input.to, delivery->trace); }

}  // namespace zab
