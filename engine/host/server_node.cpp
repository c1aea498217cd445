// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/server_node.h"

namespace zab {

ServerNode::ServerNode(Serves serves, ServerId id, QObject* parent) : QObject(parent), m_serves(serves), m_id(id) {
    setObjectName(serves == Serves::OneServer ? QString::fromStdString(toString(ActorId(id))) : QStringLiteral("clients"));
}

void ServerNode::receive(Delivery* delivery) {
    if (delivery->taken || !isMine(delivery->input.to)) return;
    delivery->taken = true;
    delivery->world.deliver(delivery->input, delivery->trace);
    emit effectsEmitted(delivery);
}

}  // namespace zab
