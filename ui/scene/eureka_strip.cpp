// SPDX-License-Identifier: GPL-3.0-or-later
// A card's lowest strip: the Eureka server beside the ZooKeeper server (§13). It is a process of its own, so it has its own state.
#include "ui/scene/card_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"
#include "ui/text/eureka_words.h"

#include <algorithm>

namespace zab {

namespace {

constexpr std::size_t kMostLeases = 8;   // in a tooltip

}  // namespace

/// The longest way to say it that there is room for; leases come first, self-preservation has its shield in any case.
static QString stripWords(const CapServerView& eureka, int pixels, double room) {
    if (!eureka.eureka) return StageText::tr("down");
    const int leases = static_cast<int>(eureka.leases.size());
    QStringList ways;
    if (eureka.selfPreserving) ways << StageText::tr("%1 · self-preservation").arg(leasesWord(leases)) << StageText::tr("self-preservation: %1", "so many leases").arg(leases);
    ways << leasesWord(leases);
    for (const QString& way : ways)
        if (textWidth(FontRole::SmallStrong, pixels, way) + 2 <= room) return way;
    return QString::number(leases);
}

void addEureka(std::vector<ShapeGroup>& groups, const CardContext& c) {
    const CapServerView* eureka = eurekaAt(c.view.cap, c.server.id);
    const QRectF strip = c.place.eureka;
    if (!eureka || strip.isEmpty()) return;
    const ShapeBuilder& draw = c.draw;
    const double s = draw.scale(), edge = std::clamp(2 * s, 1.4, 3.5);
    const bool down = !eureka->eureka, preserves = !down && eureka->selfPreserving;
    const QColor ground = draw.ink(down ? Ink::DownSurface : preserves ? Ink::Looking : Ink::Raised);
    const QColor ink = draw.ink(down ? Ink::DownText : preserves ? Ink::OnLooking : Ink::Text);
    ShapeGroup g;
    g.target = {HitKind::Eureka, c.server.id};
    g.bounds = strip;
    g.name = StageText::tr("Eureka at %1").arg(serverWord(c.server.id));
    g.state = eurekaSentence(*eureka);
    g.tip = (QStringList{g.name + QStringLiteral(": ") + g.state} + leaseLines(*eureka, c.view.now, kMostLeases)).join(QLatin1Char('\n'));

    const QRectF body = strip.adjusted(edge / 2, 0, -edge / 2, -edge / 2);
    Shape& box = draw.rect(g, body, 6 * s, ground);
    if (down) {
        box.hatch = draw.ink(Ink::DownHatch);
        box.hatchStep = 8 * s;
    }
    draw.line(g, {body.topLeft(), body.topRight()}, draw.ink(Ink::LineStrong), std::max(1.0, 1.2 * s));
    const QRectF row = strip.adjusted(11 * s, 1.5 * s, -11 * s, -edge);
    const int pixels = draw.pixels(FontRole::SmallStrong);
    const QString name = QStringLiteral("Eureka");
    const double head = std::min(row.width() * 0.6, textWidth(FontRole::SmallStrong, pixels, name) + 2);
    draw.label(g, QRectF(row.left(), row.top(), head, row.height()), name, {FontRole::SmallStrong, ink, ground});
    double left = row.left() + head + 6 * s;
    if (preserves) {
        const double side = std::min(row.height() * 0.8, 15 * s);
        draw.icon(g, QRectF(left, row.center().y() - side / 2, side, side), QStringLiteral("shield"), ink);
        left += side + 4 * s;
    }
    const double room = std::max(0.0, row.right() - left);
    draw.label(g, QRectF(left, row.top(), room, row.height()), stripWords(*eureka, pixels, room),
               {FontRole::SmallStrong, ink, ground, Qt::AlignRight | Qt::AlignVCenter});
    if (c.options.selected == g.target) draw.rect(g, body.adjusted(1, 1, -1, -1), 6 * s, {}, draw.ink(preserves ? Ink::OnLooking : Ink::Accent), 2.5);
    groups.push_back(std::move(g));
}

}  // namespace zab
