// SPDX-License-Identifier: GPL-3.0-or-later
// A server's card: header, epochs, log strip, and what its state calls for. Every row folds by the card's level.
#pragma once

#include "ui/scene/shape_builder.h"
#include "ui/scene/stage_layout.h"
#include "ui/scene/stage_options.h"

namespace zab {

struct CardContext {
    const ClusterView& view;
    const ServerView& server;
    const CardPlace& place;
    const StageLayout& layout;
    const StageOptions& options;
    ShapeBuilder draw;
};

/// Adds the card and, above it, a group for each thing in it that can be clicked.
void addCard(std::vector<ShapeGroup>& groups, const CardContext& c);
/// The strip at the bottom of the card: the Eureka server that stands beside the ZooKeeper server; nothing where the run has none.
void addEureka(std::vector<ShapeGroup>& groups, const CardContext& c);
/// The outstanding proposals of a leader, in the room that the layout keeps for them beside its card.
void addProposalPanel(std::vector<ShapeGroup>& groups, const CardContext& c);

// Parts, shared by the two.

/// One lamp per voter in id order.
struct Lamp {
    ServerId who;
    QColor fill, stroke, text;
    QString below;          ///< small text under the lamp; may be empty
    HitTarget target;
    QString name, state;
};
void addLamps(std::vector<ShapeGroup>& groups, const ShapeBuilder& draw, const QRectF& row, const std::vector<Lamp>& lamps, double belowHeight);
/// A bar with a mark at the quorum.
void addQuorumBar(ShapeGroup& g, const ShapeBuilder& draw, const QRectF& bar, int count, int needed, int all, const QColor& fill);
/// The newest `cells` transactions of the log, the newest on the right.
void addLogStrip(std::vector<ShapeGroup>& groups, const CardContext& c, const QRectF& row, int cells = 12);
/// One row of a proposal: zxid, lamps, what is missing.
void addProposalRow(std::vector<ShapeGroup>& groups, const CardContext& c, const ProposalView& proposal, const QRectF& row, const QColor& ground);
std::vector<ServerId> votersOf(const ClusterView& view);

}  // namespace zab
