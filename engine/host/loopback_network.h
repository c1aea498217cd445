// SPDX-License-Identifier: GPL-3.0-or-later
// The signal-driven way through the World: the network emits an arrival, the node it is for takes it in and emits its
// effects, the network carries them on. Thin on purpose: both halves are the World's own functions.
#pragma once

#include "engine/host/server_node.h"
#include "engine/world/world.h"

#include <QObject>


namespace zab {

class LoopbackNetwork : public QObject {
    Q_OBJECT

public:
    /// Nodes for all servers of the ensemble and one for the clients; all live in the network's thread.
    explicit LoopbackNetwork(int servers, QObject* parent = nullptr);

    /// Carries out the next pending input of that world. What Lab::setCarrier takes.
    void carryNext(World& world, Trace& trace);

signals:
    /// Something has reached its receiver: a packet, a timer, a finished disk write.
    void arrived(zab::Delivery* delivery);

private:
    void onEffects(Delivery* delivery);
};

}  // namespace zab
