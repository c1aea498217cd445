// SPDX-License-Identifier: GPL-3.0-or-later
// What a person chose about how the stage is shown; no fact about the world is in here.
#pragma once

#include "ui/scene/shapes.h"

#include <QHash>
#include <QPointF>
#include <QString>

#include <map>
#include <vector>

namespace zab {

/// A decision of a server in words, shown as a bubble beside it.
struct StageDecision {
    ServerId server;
    EventId event = kNoEvent;
    QString title;      ///< short and strong: "S4 compares votes"; may be empty
    QString text;       ///< the sentence with its operands; at most three lines are shown, five in a narrow gap
};

struct StageOptions {
    bool hidePings = true;
    std::map<int, QPointF> moved;          ///< dragged servers: centre as a fraction (0..1) of the stage
    std::map<int, int> clientHomes;        ///< client id -> server it was last seen at, while it is at none
    std::map<int, QString> reasons;        ///< server id -> why it refused to start or ended, in short
    std::vector<StageDecision> decisions;  ///< newest first; one per server is shown
    std::map<int, QRectF> bubblePlaces;    ///< server id -> where its bubble was: kept while nothing is in the way
    std::map<EventId, QRectF> decisionPlaces;   ///< where the bubble of a decision was: it is there again after a step back
    HitTarget selected;
    HitTarget hovered;
};

}  // namespace zab
