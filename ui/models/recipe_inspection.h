// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says about recipes (§10): from a waiter to its znode, its session, its transaction with
// the queue cells and the acks, and back.
#pragma once

#include "ui/models/inspection.h"

namespace zab {

/// What led to the event and what it led to.
void addEvent(Inspection& i, EventId id, const Trace& trace);

Inspection inspectRecipePart(ClientId client, const std::string& path, const Trace& trace, const ClusterView& cluster);
/// The parts in recipes that a thing belongs to, as Selection::Kind::RecipePart, the nearest first: those of a client; those whose
/// znode it is, and who waits for that to go; those whose znode a transaction has made, else those of the client that asked for the
/// transaction. Of events and packets the newest 20000 before them are looked through.
std::vector<Selection> partsBehind(const Selection& selection, const Trace& trace, const ClusterView& cluster);
/// Links to them.
void addPartsBehind(Inspection& i, const Selection& selection, const Trace& trace, const ClusterView& cluster);

}  // namespace zab
