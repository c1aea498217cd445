// SPDX-License-Identifier: GPL-3.0-or-later
// One server (or all the clients) as a QObject in the engine thread: takes inputs in, emits that there are effects.
#pragma once

#include "engine/world/world.h"

#include <QObject>

namespace zab {

/// One input on its way through the signals; lives on the stack of LoopbackNetwork::carryNext.
struct Delivery {
    World& world;
    Trace& trace;
    PendingInput& input;
    bool taken = false;
};

class ServerNode : public QObject {
    Q_OBJECT

public:
    enum class Serves { OneServer, AllClients };
    ServerNode(Serves serves, ServerId id, QObject* parent = nullptr);

public slots:
    /// Ignores what is for somebody else.
    void receive(zab::Delivery* delivery);

signals:
    /// The step has been made; its effects wait in the world to be carried on.
    void effectsEmitted(zab::Delivery* delivery);

private:
    bool isMine(ActorId actor) const { return m_serves == Serves::OneServer ? actor == ActorId(m_id) : !actor.isServer(); }

    Serves m_serves;
    ServerId m_id;
};

}  // namespace zab
