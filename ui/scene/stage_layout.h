// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything stands. Depends on who is in the ensemble, the size and what was dragged, never on any state: so nothing jumps.
#pragma once

#include "engine/lab/cluster_view.h"
#include "ui/scene/stage_options.h"

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace zab {

/// How much a card tells; decided by the number of servers and the size.
enum class CardLevel { Full, Compact, Mini };

/// Where a server's clients sit.
enum class ClientSide { Left, Right, Above, Below };

struct CardPlace {
    ServerId id;
    QRectF card;
    ClientSide side = ClientSide::Left;
    QRectF clientZone;     ///< room for its clients and for what travels to them
    QRectF panel;          ///< room for its outstanding proposals should it lead; empty = they stand in the card
    QRectF eureka;         ///< the strip of its Eureka server, the lowest part of the card; empty = the run has none
};

/// One direction of a link: what travels keeps to the right-hand side of it.
struct Lane {
    QPolygonF path;              ///< from the centre of the sender's card to the centre of the receiver's
    std::vector<double> along;   ///< length up to each point of the path
    double start = 0, end = 0;   ///< where a pill of ordinary size leaves the one card and touches the other
    std::vector<QRectF> cells;   ///< places of its queue, the first next to the sender's card
    std::vector<double> cellsAt; ///< and how far along the path their centres are

    double length() const { return along.empty() ? 0 : along.back(); }
    QPointF at(double distance) const;
    QPointF directionAt(double distance) const;
};

struct LinkPlace {
    ServerId a, b;               ///< a < b
    QPolygonF path;              ///< centre to centre
    Lane ab, ba;
};

/// The card of an opened client, in a column of its own at the right edge.
struct OpenedPlace {
    ClientId id;
    QRectF card;
};

struct StageLayout {
    QSizeF size;
    double scale = 1;            ///< of cards, cells and pills
    CardLevel level = CardLevel::Full;
    QRectF headline;
    QRectF banner;               ///< below it, of a run that does not keep to every rule: its broken seals; empty = it does
    QRectF field;                ///< what is left below the headline
    std::vector<CardPlace> cards;    ///< in the order of the view's servers
    std::vector<LinkPlace> links;    ///< every pair
    QRectF column;               ///< where the cards of opened clients stand; empty = none is open
    std::vector<OpenedPlace> opened; ///< those opened last, as many as there is room for
    double openedScale = 1;

    const CardPlace* card(ServerId id) const;
    const OpenedPlace* openedCard(ClientId id) const;
    const LinkPlace* link(ServerId a, ServerId b) const;
    const Lane* lane(ServerId from, ServerId to) const;
};

/// Nominal sizes at scale 1.
namespace stage_size {
constexpr double kPillWidth = 66, kPillHeight = 21;
constexpr double kCellWidth = 50, kCellHeight = 19;
constexpr double kChipWidth = 38, kChipHeight = 24;
QSizeF card(CardLevel level, bool eureka);
double eurekaStrip(CardLevel level);   ///< its height
}  // namespace stage_size

/// The height of letters that the back row can read: a fortieth of the screen, of which the stage is about three quarters. 0 outside projector mode.
double backRowPixels(const Theme& theme, QSizeF stage);

/// A string that changes exactly when the layout has to be made again.
QString layoutKey(const ClusterView& view, const Theme& theme, QSizeF size, const StageOptions& options);
StageLayout layoutStage(const ClusterView& view, const Theme& theme, QSizeF size, const StageOptions& options);

/// Takes the column of the opened clients from the right of layout.field; nothing if none is open.
void layoutOpened(StageLayout& layout, const Theme& theme, const StageOptions& options);

/// Link paths, lanes, queue places and panels; the second half of layoutStage.
void layoutLinks(StageLayout& layout);
void layoutPanels(StageLayout& layout);

/// The largest factor by which a box of `size` around `center` must be scaled so that it keeps out of `obstacle` (> 1: it fits).
double clearance(QPointF center, QSizeF size, const QRectF& obstacle);

}  // namespace zab
