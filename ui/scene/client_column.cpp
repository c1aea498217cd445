// SPDX-License-Identifier: GPL-3.0-or-later
// Where the cards of opened clients stand, and the lines from them to the clients that they show.
#include "ui/scene/client_card.h"

#include <algorithm>
#include <cmath>

namespace zab {

namespace {

// Nominal sizes at scale 1.
constexpr double kColumn = 276, kGap = 10, kHead = 30, kLeast = 240, kMost = 424;

}  // namespace

void layoutOpened(StageLayout& layout, const Theme& theme, const StageOptions& options) {
    if (options.opened.empty()) return;
    const double s = theme.projector() ? layout.size.height() / 40 / 13 : std::clamp(layout.size.height() / 640, 0.82, 1.25);
    const double width = std::min(kColumn * s, layout.field.width() * 0.42), gap = kGap * s;
    layout.openedScale = s;
    const QRectF column = layout.column = QRectF(layout.field.right() - width, layout.field.top(), width, layout.field.height());
    layout.field.setRight(column.left() - gap);
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor((column.height() + gap) / (kLeast * s + gap))));
    const std::size_t shown = std::min(fit, options.opened.size());
    const double height = std::min(kMost * s, (column.height() - gap * static_cast<double>(shown - 1)) / static_cast<double>(shown));
    for (std::size_t i = 0; i < shown; ++i)
        layout.opened.push_back({options.opened[options.opened.size() - shown + i], QRectF(column.left(), column.top() + static_cast<double>(i) * (height + gap), width, height)});
}

const OpenedPlace* StageLayout::openedCard(ClientId id) const {
    for (const OpenedPlace& place : opened)
        if (place.id == id) return &place;
    return nullptr;
}

void addOpenedWires(std::vector<ShapeGroup>& groups, const StageLayout& layout, const ClientPlaces& clients, const ShapeBuilder& draw) {
    for (const OpenedPlace& place : layout.opened) {
        const auto chip = clients.find(place.id.value);
        if (chip == clients.end()) continue;
        ShapeGroup g;
        g.target.kind = HitKind::Stage;   // nothing to click: the card and the client are
        g.target.client = place.id;
        const QPointF from(place.card.left(), place.card.top() + kHead * layout.openedScale / 2), to = chip->second.chip.center();
        const QPointF bend(std::max(to.x(), from.x() - std::abs(from.x() - to.x()) * 0.3), from.y());
        QPolygonF path;
        for (int i = 0; i <= 24; ++i) {
            const double t = i / 24.0, u = 1 - t;
            path << u * u * from + 2 * u * t * bend + t * t * to;
        }
        QColor ink = draw.ink(Ink::OnClient);
        ink.setAlphaF(0.5F);
        draw.line(g, path, ink, 1.6 * draw.scale(), {3, 3});
        groups.push_back(std::move(g));
    }
}

}  // namespace zab
