// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/bubble_scene.h"

#include "ui/scene/box_placer.h"
#include "ui/scene/link_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <set>

namespace zab {

namespace {

constexpr double kBusyPoint = 45;         // pixels of distance that a point of a way with packets on it is worth
constexpr double kMostCovered = 4 * kBusyPoint;   // a place is given up when packets begin to pass under it
constexpr std::size_t kMostBubbles = 3;   // more than that nobody reads at once

struct Text {
    WrappedText body;
    int bodyPixels = 0, titlePixels = 0;
    double bodyLine = 0, titleLine = 0;
    QSizeF size;
};

Text arrange(const ShapeBuilder& draw, const StageDecision& decision, double width, int lines) {
    Text t;
    const double s = draw.scale();
    t.bodyPixels = draw.pixels(FontRole::Body);
    t.titlePixels = draw.pixels(FontRole::Strong);
    t.bodyLine = lineHeight(FontRole::Body, t.bodyPixels) * 1.08;
    t.titleLine = decision.title.isEmpty() ? 0 : lineHeight(FontRole::Strong, t.titlePixels) * 1.12;
    t.body = wrapText(FontRole::Body, t.bodyPixels, decision.text, width - 22 * s, lines);
    const double titleWidth = std::min(width - 22 * s, textWidth(FontRole::Strong, t.titlePixels, decision.title));
    t.size = QSizeF(std::ceil(std::max(t.body.width, titleWidth) + 23 * s),
                    std::ceil(t.titleLine + t.bodyLine * static_cast<double>(t.body.lines.size()) + 13 * s));
    return t;
}

BoxPlacer placerFor(const StageScene& scene, const ClusterView& view, const StageLayout& layout, const ClientPlaces& clients, const ShapeBuilder& draw) {
    const double s = draw.scale();
    BoxPlacer placer(layout.field.united(layout.column));
    for (const OpenedPlace& place : layout.opened) placer.keepOut(place.card, 7 * s);
    for (const CardPlace& place : layout.cards) placer.keepOut(place.card, 9 * s);
    for (const auto& [id, place] : clients) {
        placer.keepOut(place.chip, 5 * s);
        const CardPlace* home = layout.card(place.home);
        if (home) placer.keepOut(home->clientZone);
    }
    for (const ShapeGroup& g : scene.packets)
        if (g.target.kind == HitKind::QueueCell) placer.keepOut(g.bounds, 4 * s);
    for (const LinkView& link : view.links)
        if (const QRectF note = notePlace(link, layout, draw); !note.isEmpty()) placer.keepOut(note, 3 * s);
    for (const LinkView& link : view.links)
        if (const QRectF scissors = scissorsPlace(link, layout); !scissors.isEmpty()) placer.keepOut(scissors, 3 * s);
    for (const ServerView& server : view.servers) {
        const CardPlace* place = layout.card(server.id);
        if (place && server.life == ServerLife::Up && server.state == ServerState::Leading && server.phase == Phase::Broadcast)
            placer.keepOut(place->panel, 6 * s);
    }
    std::set<std::pair<int, int>> busy;
    for (const PacketView& packet : view.packets) busy.insert({packet.from.value, packet.to.value});
    for (const LinkPlace& link : layout.links) {
        placer.avoid(link.ab.path, busy.count({link.a.value, link.b.value}) ? kBusyPoint : 2);
        placer.avoid(link.ba.path, busy.count({link.b.value, link.a.value}) ? kBusyPoint : 2);
    }
    return placer;
}

/// What a tongue must not run over: cards, clients, queue cells.
std::vector<QRectF> solids(const StageScene& scene, const StageLayout& layout, const ClientPlaces& clients) {
    std::vector<QRectF> all;
    for (const OpenedPlace& place : layout.opened) all.push_back(place.card);
    for (const CardPlace& place : layout.cards) all.push_back(place.card);
    for (const auto& [id, place] : clients) all.push_back(place.chip);
    for (const ShapeGroup& g : scene.packets)
        if (g.target.kind == HitKind::QueueCell) all.push_back(g.bounds);
    return all;
}

/// How far one comes on the straight way before it runs into something solid, 0..1; `target` is where it goes.
double freeWay(QPointF from, QPointF to, const std::vector<QRectF>& solid, const QRectF& target) {
    constexpr int kSteps = 40;
    for (int i = 0; i <= kSteps; ++i) {
        const QPointF p = from + (to - from) * (static_cast<double>(i) / kSteps);
        for (const QRectF& r : solid)
            if (r != target && r.adjusted(-1, -1, 1, 1).contains(p)) return static_cast<double>(std::max(0, i - 1)) / kSteps;
    }
    return 1;
}

/// A tongue from the bubble towards what has decided; empty where something else stands right between them.
QPolygonF tongue(const QRectF& box, const QRectF& target, const std::vector<QRectF>& solid, double s) {
    const auto clampTo = [](const QRectF& r, QPointF p) { return QPointF(std::clamp(p.x(), r.left(), r.right()), std::clamp(p.y(), r.top(), r.bottom())); };
    const double inset = 12 * s, low = std::min(inset, box.height() / 3), in = std::min({10 * s, target.width() / 3, target.height() / 3});
    const QRectF roots = box.adjusted(inset, low, -inset, -low), reach = target.adjusted(in, in, -in, -in);
    QPointF tip, root;
    double best = -1e18;
    for (const QPointF& aim : {box.center(), box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight(), target.topLeft(), target.topRight(),
                               target.bottomLeft(), target.bottomRight(), QPointF(target.left(), target.center().y()), QPointF(target.right(), target.center().y())}) {
        const QPointF end = clampTo(target, clampTo(reach, aim)), edge = clampTo(target, QPointF(aim.x() < target.center().x() ? -1e9 : 1e9, end.y()));
        for (const QPointF& to : {end, edge, clampTo(target, clampTo(box, end))})
            for (const double aside : {0.0, -14.0, 14.0}) {
                const QPointF from = clampTo(roots, to + QPointF(aside * s, 0));
                const double free = freeWay(from, to, solid, target), length = QLineF(from, to).length();
                const double worth = free * 10000 - length - std::abs(aside);
                if (worth > best + 0.5) {
                    best = worth;
                    tip = from + (to - from) * free;
                    root = from;
                }
            }
    }
    const QPointF v = tip - root;
    const double length = std::hypot(v.x(), v.y());
    if (length < 1 || box.contains(tip)) return {};
    const QPointF n = QPointF(-v.y(), v.x()) / length * std::min(7.0, 160 / length) * s;
    return {root + n, tip, root - n};
}

void addBubble(StageScene& scene, const StageDecision& decision, const Text& t, const QPolygonF& tongue, const QRectF& box,
               const ShapeBuilder& draw, const StageOptions& options) {
    const double s = draw.scale();
    ShapeGroup g;
    g.target.kind = HitKind::Decision;
    g.target.server = decision.server;
    g.target.client = decision.client;
    g.target.event = decision.event;
    g.bounds = box;
    g.name = StageText::tr("Decision of %1").arg(decision.server ? serverWord(decision.server) : clientWord(decision.client));
    g.state = decision.title.isEmpty() ? decision.text : decision.title + QStringLiteral(": ") + decision.text;
    g.tip = g.state;
    const QColor ground = draw.ink(Ink::Bubble), edge = draw.ink(Ink::BubbleBorder);
    if (!draw.theme().isDark()) draw.rect(g, box.translated(0, 2 * s), 8 * s, QColor(60, 45, 10, 26));
    const bool selected = options.selected == g.target;
    if (!tongue.isEmpty()) {
        Shape& tail = draw.line(g, tongue, edge, 0);
        tail.closed = true;
        tail.fill = edge;
        if (tongue.boundingRect().width() + tongue.boundingRect().height() > 120 * s) tail.fill.setAlpha(130);   // a long one only hints
        tail.stroke = QColor();
    }
    draw.rect(g, box, 8 * s, ground, selected ? draw.ink(Ink::Accent) : edge, selected ? 2.4 : 1.3 * s);
    const QRectF inner = box.adjusted(11 * s, 6 * s, -11 * s + 1, -6 * s);
    double y = inner.top();
    if (t.titleLine > 0) {
        draw.labelAt(g, QRectF(inner.left(), y, inner.width(), t.titleLine), decision.title, {FontRole::Strong, draw.ink(Ink::OnBubble), ground}, t.titlePixels);
        y += t.titleLine;
    }
    for (const QString& line : t.body.lines) {
        draw.labelAt(g, QRectF(inner.left(), y, inner.width(), t.bodyLine), line, {FontRole::Body, draw.ink(Ink::OnBubble), ground}, t.bodyPixels);
        y += t.bodyLine;
    }
    scene.bubbles.push_back(std::move(g));
}

constexpr double kWidths[] = {360.0, 300.0, 235.0, 180.0};

Text arrangeIn(const ShapeBuilder& words, const StageDecision& decision, double width) {
    return arrange(words, decision, width * words.scale(), width < 200 ? 5 : width < 300 ? 4 : 3);
}

struct Found {
    QRectF box;   ///< empty = nowhere
    Text text;
};

/// Where this decision's bubble stood first; that of a decision not yet seen stands where its server's last one stood. If that
/// place is taken now, the choice depends on what is to be seen alone, so that a step back gives the same picture again.
Found rememberedPlace(const BoxPlacer& placer, const ShapeBuilder& words, const StageDecision& decision, const StageOptions& options) {
    const auto byEvent = options.decisionPlaces.find(decision.event);
    const auto byServer = options.bubblePlaces.find(decision.who());
    const bool seen = byEvent != options.decisionPlaces.end();
    if (!seen && byServer == options.bubblePlaces.end()) return {};
    const QRectF& box = seen ? byEvent->second : byServer->second;
    if (!placer.isFree(box) || placer.cost(box) > kMostCovered) return {};
    for (const double width : kWidths) {
        const Text t = arrangeIn(words, decision, width);
        if (t.size == box.size()) return {box, t};
    }
    return {};
}

/// The best free place no further than `reach` away: beside another server's card it would seem to be that server's decision.
Found newPlace(const BoxPlacer& placer, const ShapeBuilder& words, const StageDecision& decision, const QRectF& card, double reach) {
    Found best;
    double least = 1e18;
    for (const double width : kWidths) {
        const Text t = arrangeIn(words, decision, width);
        const BoxPlacer::Placed found = placer.place(t.size, card, reach);
        const double cost = found.cost + (360 - width) * 0.2 + (t.body.elided ? 300 : 0);
        if (found.box.isEmpty() || cost >= least) continue;
        least = cost;
        best = {found.box, t};
    }
    return best;
}

/// Beside what a bubble stands: a server's card, a client's card if it is open, else the client itself.
QRectF anchorOf(const StageDecision& decision, const StageLayout& layout, const ClientPlaces& clients) {
    if (const CardPlace* card = layout.card(decision.server)) return card->card;
    if (const OpenedPlace* opened = layout.openedCard(decision.client)) return opened->card;
    const auto chip = clients.find(decision.client.value);
    return chip == clients.end() || chip->second.folded ? QRectF() : chip->second.chip;
}

}  // namespace

void addBubbles(StageScene& scene, const ClusterView& view, const StageLayout& layout, const ClientPlaces& clients, const ShapeBuilder& draw,
                const StageOptions& options) {
    const double s = draw.scale();
    std::set<int> spoken;
    BoxPlacer placer = placerFor(scene, view, layout, clients, draw);
    const std::vector<QRectF> solid = solids(scene, layout, clients);
    // Bubbles make room for the packets of the moment; only the newest one is shown even where that cannot be.
    BoxPlacer clear = placer;
    for (const ShapeGroup& g : scene.packets)
        if (g.target.kind == HitKind::Packet) clear.keepOut(g.bounds, 2 * s);
    // Small cards must not make the sentence unreadable: bubbles keep a size of their own.
    const ShapeBuilder words(draw.theme(), std::max({std::min(s, 1.25), backRowPixels(draw.theme(), layout.size) / 13, 0.82}));
    const ShapeBuilder smaller(draw.theme(), std::max(words.scale() * 0.75, 0.82));   // where the newest one would not be said at all
    for (const StageDecision& decision : options.decisions) {
        const QRectF anchor = anchorOf(decision, layout, clients);
        if (anchor.isEmpty() || decision.text.isEmpty() || !spoken.insert(decision.who()).second) continue;
        if (spoken.size() > kMostBubbles) break;
        // The newest one is worth a longer tongue; an older one without room beside its server is left out.
        const bool newest = spoken.size() == 1;
        const double reach = (newest ? 90 : 46) * words.scale();
        Found place = rememberedPlace(clear, words, decision, options);
        if (place.box.isEmpty()) place = newPlace(clear, words, decision, anchor, reach);
        if (place.box.isEmpty() && newest) place = newPlace(clear, words, decision, anchor, 3 * reach);
        if (place.box.isEmpty() && newest) place = newPlace(placer, words, decision, anchor, reach);
        const bool small = place.box.isEmpty() && newest;
        if (small) place = newPlace(placer, smaller, decision, anchor, reach);
        if (place.box.isEmpty()) continue;
        addBubble(scene, decision, place.text, tongue(place.box, anchor, solid, words.scale()), place.box, small ? smaller : words, options);
        clear.keepOut(place.box, 6 * s);
    }
}

}  // namespace zab
