// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chose about how the stage is shown; no fact about the world is in here.
#pragma once

#include "ui/models/client_story.h"
#include "ui/scene/shapes.h"

#include <QHash>
#include <QPointF>
#include <QString>

#include <map>
#include <vector>

namespace zab {

/// A decision of a server or of a client in words, shown as a bubble beside it.
struct StageDecision {
    ServerId server;    ///< 0: of a client
    EventId event = kNoEvent;
    QString title;      ///< short and strong: "S4 compares votes"; may be empty
    QString text;       ///< the sentence with its operands; at most three lines are shown, five in a narrow gap
    ClientId client{};

    /// Tells who took it: servers are positive, clients negative (as in ActorId).
    int who() const { return server ? server.value : -client.value; }
};

/// A rule that is switched off in this run, or a defect that it has: a broken seal.
struct StageVariant {
    std::string name;   ///< as in a script: "fsync-before-ack"
    QString word;       ///< what stands on the stage: the name, with the release behind a defect
    bool operator==(const StageVariant&) const = default;
};

struct StageOptions {
    bool hidePings = true;
    std::map<int, QPointF> moved;          ///< dragged servers: centre as a fraction (0..1) of the stage
    std::map<int, int> clientHomes;        ///< client id -> server it was last seen at, while it is at none
    std::map<int, QString> reasons;        ///< server id -> why it refused to start or ended, in short
    std::vector<StageDecision> decisions;  ///< newest first; one per server or client is shown
    std::map<int, QRectF> bubblePlaces;    ///< StageDecision::who() -> where its bubble was: kept while nothing is in the way
    std::map<EventId, QRectF> decisionPlaces;   ///< where the bubble of a decision was: it is there again after a step back
    std::vector<ClientId> opened;          ///< clients whose cards are open, in the order of opening
    std::map<int, ClientStory> stories;    ///< client id -> what the trace tells of it; of the opened ones
    std::map<int, std::string> watches;    ///< client id -> the watch whose steps are told in words (as HitTarget::path); none: the newest
    std::vector<StageVariant> variants;    ///< none: the run keeps to every rule
    HitTarget selected;
    HitTarget hovered;
};

}  // namespace zab
