// SPDX-License-Identifier: GPL-3.0-or-later
// Neutral shapes: what the stage shows, as plain values. Built by pure functions, painted by one page, tested without a screen.
#pragma once

#include "engine/base/types.h"
#include "ui/theme/theme.h"

#include <QColor>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <string>
#include <vector>

namespace zab {

enum class ShapeKind { Rect, Ellipse, Polyline, Label, Icon };

/// One thing to paint. All lengths in device-independent pixels of the stage; alpha stands in the colours.
struct Shape {
    ShapeKind kind = ShapeKind::Rect;
    QRectF rect;                   ///< Rect, Ellipse, Icon: extent; Label: the box the text must stay in
    double radius = 0;             ///< Rect: corner
    bool squareBottom = false;     ///< Rect: only the upper corners are round
    QPolygonF points;              ///< Polyline
    bool closed = false;           ///< Polyline: filled and closed
    QColor fill, stroke;           ///< invalid = none
    double strokeWidth = 1;
    QVector<qreal> dash;           ///< in stroke widths; empty = solid
    QColor hatch;                  ///< Rect: diagonal lines of this colour over the fill; invalid = none
    double hatchStep = 7;
    QString text;                  ///< Label: already elided; Icon: the icon's name
    FontRole font = FontRole::Body;
    double fontPixels = 13;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    QColor color;                  ///< Label and Icon
    QColor on;                     ///< Label: what it stands on (for the contrast test)
    bool elided = false;           ///< Label: letters are missing
    bool important = false;        ///< Label: id or state, which must never be elided

    bool operator==(const Shape&) const = default;
    /// All that it paints, with its pen.
    QRectF extent() const;
};

enum class HitKind {
    None, Stage, Server, Link, Packet, QueueCell, LogCell, HeardLamp, Vote, Tally, AckLamp, Proposal, Barrier, Client, Decision,
    ClientPile,   ///< clients of a server for which there is no room: "+15"
    Queue,  ///< the panel of a leader's outstanding proposals
    Eureka, ///< the Eureka server beside a ZooKeeper server
    Property, Variant,   ///< a violated property; a rule that is switched off, or a defect
    // An opened client
    ClientCard, ClientClose, ClientThread, ClientCall, ClientHost, ClientAuth, ClientEvent, ClientCallback, ClientWatch, WatchStep,
    // A recipe
    RecipePart, RecipeZnode, RecipeToken, RecipeArrow, RecipeResource, RecipeTitle
};

/// What one would click. Unused fields stay zero; comparable, so it also names a selection.
struct HitTarget {
    HitKind kind = HitKind::None;
    ServerId server{};             ///< Server and everything in its card; Link: the smaller id; ClientHost: which of its list
    ServerId other{};              ///< Link: the larger id; HeardLamp, AckLamp: whose
    std::uint64_t sequence = 0;    ///< Packet, QueueCell; ClientCall: xid; ClientThread: 1 sends, 2 calls back; ClientAuth: which; WatchStep: 1, 2 or 3
    Zxid zxid{};                   ///< LogCell, Proposal, AckLamp
    ClientId client{};
    EventId event = kNoEvent;      ///< Decision; Packet: its PacketSent event; Proposal: the last decision about it; WatchStep: what happened
    std::string path{};            ///< ClientWatch, WatchStep: kind and path of the watch; Property, Variant: its name
    bool operator==(const HitTarget&) const = default;
    explicit operator bool() const { return kind != HitKind::None; }
};

/// Shapes that are one thing to a person: one click target with a name and a state.
struct ShapeGroup {
    HitTarget target;
    QRectF bounds;                 ///< where it can be clicked
    QPolygonF path;                ///< links: clicked near this line instead
    QString name;                  ///< for screen readers: "Server S3"
    QString state;                 ///< "LEADING, zxid 2.8, 7 sessions"
    QString tip;                   ///< tooltip; empty = name and state
    std::vector<Shape> shapes;

    QRectF extent() const;
};

/// Where a picture of `now` differs from one of `before`; one rectangle for each group that changed, came or went.
std::vector<QRectF> changedAreas(const std::vector<ShapeGroup>& before, const std::vector<ShapeGroup>& now);

/// The picture of one moment, from back to front.
struct StageScene {
    QSizeF size;
    double scale = 1;                  ///< of the cards
    std::vector<ShapeGroup> still;     ///< links, cards, clients, panel, headline: change with the view only
    std::vector<ShapeGroup> packets;   ///< queue cells and packets in flight: move with time
    std::vector<ShapeGroup> bubbles;   ///< decisions
    bool moves = false;                ///< something in flight: a later time gives another picture

    /// The topmost thing at that place; nullptr = empty stage.
    const ShapeGroup* at(QPointF p) const;
    const ShapeGroup* find(const HitTarget& target) const;
};

}  // namespace zab
