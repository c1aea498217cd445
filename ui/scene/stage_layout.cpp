// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/stage_layout.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zab {

namespace {

constexpr double kGapX = 62, kGapY = 40;         // between cards, at scale 1: room for queue cells and a pill
// From the scale on at which texts are readable, room goes to the links rather than to the cards.
constexpr double kMoreGapX = 300, kMoreGapY = 90;
constexpr double kClientFlight = 50;             // between a client and its server
constexpr double kZoneGap = 8;

/// Where server `i` of `n` stands on the unit circle: clockwise, the gap between the first and the last at the bottom.
QPointF onCircle(std::size_t i, std::size_t n) {
    if (n == 1) return {0, 0};
    const double angle = std::numbers::pi * (0.5 + (static_cast<double>(i) + 0.5) * 2.0 / static_cast<double>(n));
    const auto tidy = [](double v) { return std::abs(v) < 1e-9 ? 0.0 : v; };
    return {tidy(std::cos(angle)), tidy(std::sin(angle))};
}

struct Plan {
    CardLevel level = CardLevel::Full;
    double scale = 0;
    std::vector<CardPlace> cards;
};

ClientSide sideOf(QPointF unit, double threshold) {
    if (std::abs(unit.x()) >= threshold) return unit.x() > 0 ? ClientSide::Right : ClientSide::Left;
    return unit.y() > 0 ? ClientSide::Below : ClientSide::Above;
}

QRectF zoneBeside(const QRectF& card, ClientSide side, double s) {
    const double across = (stage_size::kChipWidth + kClientFlight) * s, up = (stage_size::kChipHeight + kClientFlight * 0.72) * s;
    switch (side) {
        case ClientSide::Left: return {card.left() - across, card.top(), across, card.height()};
        case ClientSide::Right: return {card.right(), card.top(), across, card.height()};
        case ClientSide::Above: return {card.left(), card.top() - up, card.width(), up};
        case ClientSide::Below: return {card.left(), card.bottom(), card.width(), up};
    }
    return {};
}

bool apart(const QRectF& a, const QRectF& b, double gapX, double gapY) {
    const double dx = std::max(a.left() - b.right(), b.left() - a.right());
    const double dy = std::max(a.top() - b.bottom(), b.top() - a.bottom());
    return dx >= gapX || dy >= gapY;
}

/// Cards on the largest ellipse that the field has room for; empty if they come too close at this scale.
std::vector<CardPlace> tryPlaces(const ClusterView& view, const QRectF& field, CardLevel level, double threshold, double s, double readable) {
    const std::size_t n = view.servers.size();
    const QSizeF size = stage_size::card(level, view.cap.eureka) * s;
    std::vector<QPointF> unit(n);
    std::vector<CardPlace> places(n);
    double radiusX = n == 1 ? 0 : 1e9, top = 0, bottom = 0, above = 0, below = 0;
    for (std::size_t i = 0; i < n; ++i) {
        unit[i] = onCircle(i, n);
        places[i].id = view.servers[i].id;
        places[i].side = sideOf(unit[i], threshold);
        const QRectF card(QPointF(-size.width() / 2, -size.height() / 2), size);
        const QRectF all = card.united(zoneBeside(card, places[i].side, s));
        const double reach = unit[i].x() < 0 ? -all.left() : all.right();
        if (std::abs(unit[i].x()) > 1e-6) radiusX = std::min(radiusX, (field.width() / 2 - reach) / std::abs(unit[i].x()));
        top = std::min(top, unit[i].y());
        bottom = std::max(bottom, unit[i].y());
        above = std::max(above, -all.top());
        below = std::max(below, all.bottom());
    }
    if (radiusX < 0 || above + below > field.height()) return {};
    const double radiusY = bottom - top > 1e-6 ? (field.height() - above - below) / (bottom - top) : 0;
    if (radiusY > 0) radiusX = std::min(radiusX, radiusY * 3.4);
    const QPointF origin(field.center().x(), radiusY > 0 ? field.top() + above - top * radiusY : field.center().y());
    for (std::size_t i = 0; i < n; ++i) {
        const QPointF c = origin + QPointF(unit[i].x() * radiusX, unit[i].y() * radiusY);
        places[i].card = QRectF(c - QPointF(size.width() / 2, size.height() / 2), size);
        places[i].clientZone = zoneBeside(places[i].card, places[i].side, s);
        if (!field.adjusted(-0.5, -0.5, 0.5, 0.5).contains(places[i].card.united(places[i].clientZone))) return {};
        for (std::size_t j = 0; j < i; ++j) {
            const double tight = level == CardLevel::Full ? 1.0 : level == CardLevel::Compact ? 0.75 : 0.25;
            const double zone = kZoneGap * s, spare = std::max(0.0, s - readable);
            if (!apart(places[i].card, places[j].card, (kGapX * s + kMoreGapX * spare) * tight, (kGapY * s + kMoreGapY * spare) * tight) ||
                !apart(places[i].card, places[j].clientZone, zone, zone) || !apart(places[i].clientZone, places[j].card, zone, zone) ||
                !apart(places[i].clientZone, places[j].clientZone, 0, 0))
                return {};
        }
    }
    return places;
}

Plan largest(const ClusterView& view, const QRectF& field, CardLevel level, double most, double readable) {
    Plan best;
    best.level = level;
    double worth = 0;
    for (double threshold : {0.0, 0.4, 0.7, 1.1}) {
        double low = 0.02, high = most;
        for (int k = 0; k < 24; ++k) {
            const double s = k == 0 ? most : (low + high) / 2;
            std::vector<CardPlace> places = tryPlaces(view, field, level, threshold, s, readable);
            if (places.empty()) {
                high = s;
                continue;
            }
            // What travels to clients reads best sideways: only a clear gain in size puts them above and below.
            const double value = threshold == 0 ? s * 1.15 : s;
            if (value > worth + 1e-3) {
                worth = value;
                best.scale = s;
                best.cards = std::move(places);
            }
            low = s;
            if (k == 0) break;
        }
    }
    return best;
}

/// Moves a dragged card to the nearest place where it covers no other one and stays inside.
QRectF freePlace(const QRectF& wanted, const QRectF& field, const std::vector<CardPlace>& cards, std::size_t self) {
    const auto inside = [&](QRectF r) {
        r.moveLeft(std::clamp(r.left(), field.left(), std::max(field.left(), field.right() - r.width())));
        r.moveTop(std::clamp(r.top(), field.top(), std::max(field.top(), field.bottom() - r.height())));
        return r;
    };
    const auto isFree = [&](const QRectF& r) {
        for (std::size_t i = 0; i < cards.size(); ++i)
            if (i != self && cards[i].card.adjusted(-10, -10, 10, 10).intersects(r)) return false;
        return true;
    };
    for (double radius = 0; radius < field.width() + field.height(); radius += 8) {
        const int steps = radius == 0 ? 1 : 24;
        for (int k = 0; k < steps; ++k) {
            const double a = 2 * std::numbers::pi * k / steps;
            const QRectF r = inside(wanted.translated(radius * std::cos(a), radius * std::sin(a)));
            if (isFree(r)) return r;
        }
    }
    return wanted;
}

/// The client side of a dragged card: outwards if the zone is free there, else wherever it is.
ClientSide freeSide(const QRectF& field, const std::vector<CardPlace>& cards, std::size_t self, double s) {
    const QRectF& card = cards[self].card;
    const bool left = card.center().x() < field.center().x(), upper = card.center().y() < field.center().y();
    const ClientSide order[] = {left ? ClientSide::Left : ClientSide::Right, upper ? ClientSide::Above : ClientSide::Below,
                                left ? ClientSide::Right : ClientSide::Left, upper ? ClientSide::Below : ClientSide::Above};
    for (ClientSide side : order) {
        const QRectF zone = zoneBeside(card, side, s);
        bool isFree = field.contains(zone);
        for (std::size_t i = 0; i < cards.size() && isFree; ++i) isFree = i == self || !cards[i].card.united(cards[i].clientZone).intersects(zone);
        if (isFree) return side;
    }
    return cards[self].side;
}

void applyMoves(StageLayout& layout, const StageOptions& options) {
    for (std::size_t i = 0; i < layout.cards.size(); ++i) {
        const auto moved = options.moved.find(layout.cards[i].id.value);
        if (moved == options.moved.end()) continue;
        QRectF card = layout.cards[i].card;
        card.moveCenter({moved->second.x() * layout.size.width(), moved->second.y() * layout.size.height()});
        layout.cards[i].card = freePlace(card, layout.field, layout.cards, i);
        layout.cards[i].side = freeSide(layout.field, layout.cards, i, layout.scale);
        layout.cards[i].clientZone = zoneBeside(layout.cards[i].card, layout.cards[i].side, layout.scale);
    }
}

}  // namespace

QSizeF stage_size::card(CardLevel level, bool eureka) {
    const double more = eureka ? eurekaStrip(level) : 0;
    switch (level) {
        case CardLevel::Full: return {216, 156 + more};
        case CardLevel::Compact: return {172, 96 + more};
        case CardLevel::Mini: return {132, 54 + std::max(0.0, more - 5)};   // 5 are free below its only row
    }
    return {};
}

double stage_size::eurekaStrip(CardLevel level) {
    return level == CardLevel::Full ? 24 : level == CardLevel::Compact ? 22 : 14;
}

const CardPlace* StageLayout::card(ServerId id) const {
    for (const CardPlace& place : cards)
        if (place.id == id) return &place;
    return nullptr;
}

const LinkPlace* StageLayout::link(ServerId a, ServerId b) const {
    if (b < a) std::swap(a, b);
    for (const LinkPlace& place : links)
        if (place.a == a && place.b == b) return &place;
    return nullptr;
}

const Lane* StageLayout::lane(ServerId from, ServerId to) const {
    const LinkPlace* place = link(from, to);
    if (!place) return nullptr;
    return place->a == from ? &place->ab : &place->ba;
}

double clearance(QPointF center, QSizeF size, const QRectF& obstacle) {
    const double dx = std::abs(center.x() - obstacle.center().x()) - obstacle.width() / 2;
    const double dy = std::abs(center.y() - obstacle.center().y()) - obstacle.height() / 2;
    return std::max(dx / (size.width() / 2), dy / (size.height() / 2));
}

double backRowPixels(const Theme& theme, QSizeF stage) {
    return theme.projector() ? stage.height() / 30 : 0;
}

QString layoutKey(const ClusterView& view, const Theme& theme, QSizeF size, const StageOptions& options) {
    QStringList parts{QString::number(size.width()), QString::number(size.height()), QString::number(theme.projector() ? 1 : 0)};
    if (view.cap.eureka) parts << QStringLiteral("eureka");
    for (const ServerView& server : view.servers) parts << QString::number(server.id.value);
    for (const auto& [id, place] : options.moved)
        parts << QStringLiteral("%1@%2,%3").arg(id).arg(place.x(), 0, 'f', 5).arg(place.y(), 0, 'f', 5);
    if (!options.variants.empty()) parts << QStringLiteral("banner");
    if (!options.opened.empty()) parts << QStringLiteral("open");
    for (ClientId client : options.opened) parts << QString::number(client.value);
    return parts.join(QLatin1Char(' '));
}

StageLayout layoutStage(const ClusterView& view, const Theme& theme, QSizeF size, const StageOptions& options) {
    StageLayout layout;
    layout.size = size;
    const double headScale = theme.projector() ? std::max(0.78, backRowPixels(theme, size) / 13) : std::clamp(size.height() / 640, 0.78, 1.2);
    const double margin = std::clamp(size.width() * 0.012, 6.0, 18.0);
    layout.headline = QRectF(margin, margin * 0.6, std::max(1.0, size.width() - 2 * margin), 32 * headScale);
    double above = layout.headline.bottom() + 8 * headScale;
    if (!options.variants.empty()) {
        layout.banner = QRectF(margin, above - 2 * headScale, layout.headline.width(), 26 * headScale);
        above = layout.banner.bottom() + 8 * headScale;
    }
    layout.field = QRectF(margin, above, layout.headline.width(), std::max(1.0, size.height() - above - margin));
    layoutOpened(layout, theme, options);
    // Rather fold a card than let its text become too small to read. From the back row: 1/40 of the height.
    const double least = theme.projector() ? size.height() / 40 / 13 : view.servers.size() > 6 ? 0.8 : 0.70;
    Plan plan;
    for (CardLevel level : {CardLevel::Full, CardLevel::Compact, CardLevel::Mini}) {
        Plan next = largest(view, layout.field, level, theme.projector() ? 2.6 : 1.5, theme.projector() ? least : 0.74);
        if (plan.cards.empty() || next.scale > plan.scale * 1.12) plan = std::move(next);
        if (plan.scale >= least) break;
    }
    layout.scale = plan.scale;
    layout.level = plan.level;
    layout.cards = std::move(plan.cards);
    applyMoves(layout, options);
    if (view.cap.eureka)
        for (CardPlace& place : layout.cards) {
            place.eureka = place.card;
            place.eureka.setTop(place.card.bottom() - stage_size::eurekaStrip(layout.level) * layout.scale);
        }
    layoutLinks(layout);
    layoutPanels(layout);
    return layout;
}

}  // namespace zab
