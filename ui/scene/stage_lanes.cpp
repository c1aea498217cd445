// SPDX-License-Identifier: GPL-3.0-or-later
// Paths of the links, their two lanes, the places of the queues, and the panels: found once per layout, so that nothing shifts later.
#include "ui/scene/box_placer.h"
#include "ui/scene/stage_layout.h"

#include <algorithm>
#include <cmath>

namespace zab {

namespace {

constexpr int kSegments = 28;

QPolygonF curve(QPointF from, QPointF to, QPointF control) {
    QPolygonF path;
    for (int i = 0; i <= kSegments; ++i) {
        const double t = static_cast<double>(i) / kSegments, u = 1 - t;
        path << u * u * from + 2 * u * t * control + t * t * to;
    }
    return path;
}

QPointF unit(QPointF v) {
    const double length = std::hypot(v.x(), v.y());
    return length < 1e-9 ? QPointF(1, 0) : v / length;
}

Lane makeLane(const QPolygonF& path, bool reverse, double s) {
    Lane lane;
    const int n = static_cast<int>(path.size());
    for (int k = 0; k < n; ++k) {
        const int i = reverse ? n - 1 - k : k;
        const int step = reverse ? -1 : 1;
        const int before = std::clamp(i - step, 0, n - 1), after = std::clamp(i + step, 0, n - 1);
        const QPointF u = unit(path[after] - path[before]);
        const QPointF normal(-u.y(), u.x());   // to the right of the way it goes
        // A level pill must clear the middle of the link: half its extent across the lane.
        const double offset = (std::abs(normal.x()) * stage_size::kPillWidth + std::abs(normal.y()) * stage_size::kPillHeight) / 2 * s + 1;
        lane.path << path[i] + normal * offset;
        lane.along.push_back(k == 0 ? 0 : lane.along.back() + QLineF(lane.path[k - 1], lane.path[k]).length());
    }
    return lane;
}

void findEnds(Lane& lane, const QRectF& from, const QRectF& to, double s) {
    const QSizeF pill(stage_size::kPillWidth * s, stage_size::kPillHeight * s);
    const double step = 2, length = lane.length();
    lane.start = 0;
    while (lane.start < length && clearance(lane.at(lane.start), pill, from.adjusted(-3, -3, 3, 3)) < 1) lane.start += step;
    lane.end = length;
    while (lane.end > 0 && clearance(lane.at(lane.end), pill, to.adjusted(-3, -3, 3, 3)) < 1) lane.end -= step;
    if (lane.start >= lane.end) lane.start = lane.end = length / 2;
}

/// How often the lanes of this path come into other cards (and, less bad, into their clients' room).
double blocked(const LinkPlace& link, const StageLayout& layout) {
    const QSizeF pill(stage_size::kPillWidth * layout.scale, stage_size::kPillHeight * layout.scale);
    double hits = 0;
    for (const CardPlace& place : layout.cards) {
        if (place.id == link.a || place.id == link.b) continue;
        for (const Lane* lane : {&link.ab, &link.ba})
            for (const QPointF& p : lane->path) {
                if (clearance(p, pill, place.card.adjusted(-4, -4, 4, 4)) < 1) hits += 1;
                else if (clearance(p, pill, place.clientZone) < 1) hits += 0.3;
            }
    }
    return hits;
}

LinkPlace makeLink(const StageLayout& layout, const CardPlace& a, const CardPlace& b) {
    QPointF middle;
    for (const CardPlace& place : layout.cards) middle += place.card.center() / static_cast<double>(layout.cards.size());
    const QPointF from = a.card.center(), to = b.card.center(), half = (from + to) / 2;
    LinkPlace best;
    double least = 1e18;
    for (double pull : {0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.3}) {
        LinkPlace link;
        link.a = a.id;
        link.b = b.id;
        link.path = curve(from, to, half + (middle - half) * pull);
        link.ab = makeLane(link.path, false, layout.scale);
        link.ba = makeLane(link.path, true, layout.scale);
        const double hits = blocked(link, layout);
        if (hits < least) {
            least = hits;
            best = std::move(link);
        }
        if (least == 0) break;
    }
    findEnds(best.ab, a.card, b.card, layout.scale);
    findEnds(best.ba, b.card, a.card, layout.scale);
    return best;
}

struct Taken {
    std::vector<QRectF> boxes;
    bool isFree(const QRectF& r) const {
        return std::none_of(boxes.begin(), boxes.end(), [&](const QRectF& box) { return box.intersects(r); });
    }
};

/// One more queue place on this lane behind the last, if there is one in its first half.
bool addCell(Lane& lane, Taken& taken, QSizeF cell) {
    const double limit = lane.start + (lane.end - lane.start) * 0.55;
    for (double d = lane.cellsAt.empty() ? 0 : lane.cellsAt.back(); d <= limit; d += 1.5) {
        QRectF r(QPointF(), cell);
        r.moveCenter(lane.at(d));
        if (!taken.isFree(r.adjusted(-1.5, -1.5, 1.5, 1.5))) continue;
        // A queue with holes in it does not read as one.
        if (!lane.cells.empty() && clearance(r.center(), cell, lane.cells.back()) > 1.7) return false;
        lane.cells.push_back(r);
        lane.cellsAt.push_back(d);
        taken.boxes.push_back(r);
        return true;
    }
    return false;
}

void placeQueues(StageLayout& layout) {
    Taken taken;
    for (const CardPlace& place : layout.cards) {
        taken.boxes.push_back(place.card.adjusted(-2, -2, 2, 2));
        taken.boxes.push_back(place.clientZone);
    }
    const std::size_t n = layout.cards.size();
    const std::size_t most = n <= 5 ? 5 : n <= 9 ? 4 : 3;
    const QSizeF cell(stage_size::kCellWidth * layout.scale, stage_size::kCellHeight * layout.scale);
    std::vector<Lane*> lanes;
    for (LinkPlace& link : layout.links) lanes.insert(lanes.end(), {&link.ab, &link.ba});
    // In turns, so that every lane gets its first place before any gets its second one.
    for (std::size_t round = 0; round < most; ++round)
        for (Lane* lane : lanes)
            if (lane->cells.size() == round) addCell(*lane, taken, cell);
    for (double smaller : {0.7, 0.45, 0.3})
        for (Lane* lane : lanes)
            if (lane->cells.empty()) addCell(*lane, taken, cell * smaller);
}

}  // namespace

QPointF Lane::at(double distance) const {
    if (path.isEmpty()) return {};
    const auto it = std::lower_bound(along.begin(), along.end(), distance);
    if (it == along.begin()) return path.first();
    if (it == along.end()) return path.last();
    const auto i = static_cast<int>(it - along.begin());
    const double before = along[static_cast<std::size_t>(i - 1)], t = (distance - before) / std::max(1e-9, *it - before);
    return path[i - 1] + (path[i] - path[i - 1]) * t;
}

QPointF Lane::directionAt(double distance) const {
    return unit(at(std::min(distance + 4, length())) - at(std::max(distance - 4, 0.0)));
}

void layoutLinks(StageLayout& layout) {
    layout.links.clear();
    for (std::size_t i = 0; i < layout.cards.size(); ++i)
        for (std::size_t j = i + 1; j < layout.cards.size(); ++j) {
            const CardPlace &a = layout.cards[i], &b = layout.cards[j];
            layout.links.push_back(a.id < b.id ? makeLink(layout, a, b) : makeLink(layout, b, a));
        }
    placeQueues(layout);
}

void layoutPanels(StageLayout& layout) {
    if (layout.cards.size() > 9 || layout.cards.size() < 2) return;
    const double s = layout.scale, lamps = static_cast<double>(layout.cards.size()) * 21.7;
    for (CardPlace& place : layout.cards) {
        BoxPlacer placer(layout.field);
        for (const CardPlace& other : layout.cards) {
            placer.keepOut(other.card, 8 * s);
            placer.keepOut(other.clientZone, 2 * s);
        }
        for (const LinkPlace& link : layout.links)
            for (const Lane* lane : {&link.ab, &link.ba}) {
                for (const QRectF& cell : lane->cells) placer.keepOut(cell, 3 * s);
                const bool busy = link.a == place.id || link.b == place.id;
                placer.avoid(lane->path, busy ? 40 : 1.5);
            }
        // Farther away it would seem to belong to somebody else; then the oldest proposals stand in the card.
        for (int rows = 4; rows >= 2; --rows)
            for (double words : {198.0, 150.0}) {   // with and without the bar that carries the quorum's mark
                const QSizeF size((words + lamps) * s, (34 + rows * 26) * s);
                if (place.panel.isEmpty()) place.panel = placer.place(size, place.card, 100 * s, QRectF(), 60).box;
            }
    }
}

}  // namespace zab
