// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says about recipes (§10): from a waiter to its znode, its session, its transaction and the acks, and back.
#pragma once

#include "ui/models/inspection.h"

namespace zab {

/// What led to the event and what it led to.
void addEvent(Inspection& i, EventId id, const Trace& trace);

Inspection inspectRecipePart(ClientId client, const std::string& path, const Trace& trace, const ClusterView& cluster);
/// The parts that this client takes in recipes.
void addPartsOfClient(Inspection& i, ClientId client, const ClusterView& cluster);
/// Whose part in a recipe this znode stands for, and who waits for it to go.
void addPartsOfZnode(Inspection& i, const std::string& path, const ClusterView& cluster);

}  // namespace zab
