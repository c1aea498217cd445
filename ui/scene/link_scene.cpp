// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/link_scene.h"

#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>
#include <cmath>

namespace zab {

namespace {

bool isUp(const ClusterView& view, ServerId id) {
    const auto it = std::find_if(view.servers.begin(), view.servers.end(), [&](const ServerView& s) { return s.id == id; });
    return it != view.servers.end() && (it->life == ServerLife::Up || it->life == ServerLife::Frozen);
}

/// The part of the path that no card hides.
QPolygonF visible(const QPolygonF& path, const QRectF& a, const QRectF& b) {
    QPolygonF part;
    for (int i = 0; i + 1 < path.size(); ++i)
        for (int k = 0; k < 4; ++k) {   // finer than the path, so that the ends lie at the edges
            const QPointF p = path[i] + (path[i + 1] - path[i]) * (k / 4.0);
            if (!a.contains(p) && !b.contains(p)) part << p;
        }
    return part;
}

struct Middle {
    QPointF at, along;
    int before = 0, after = 0;   ///< indices of the ends of the gap
};

Middle middleOf(const QPolygonF& path, double gap) {
    double length = 0;
    for (int i = 1; i < path.size(); ++i) length += QLineF(path[i - 1], path[i]).length();
    Middle m;
    double d = 0;
    for (int i = 1; i < path.size(); ++i) {
        const double step = QLineF(path[i - 1], path[i]).length();
        if (d < length / 2 - gap / 2) m.before = i;
        if (d <= length / 2 && d + step >= length / 2) m.at = path[i];
        d += step;
        m.after = i;
        if (d > length / 2 + gap / 2) break;
    }
    const QPointF v = path[m.after] - path[m.before];
    const double norm = std::max(1e-6, std::hypot(v.x(), v.y()));
    m.along = v / norm;
    return m;
}

double scissorsSide(double scale) { return std::clamp(18 * scale, 12.0, 34.0) * 1.25; }

void drawScissors(ShapeGroup& g, const ShapeBuilder& draw, QPointF at) {
    const double side = scissorsSide(draw.scale()) / 1.25;
    QRectF r(0, 0, side * 1.25, side * 1.25);
    r.moveCenter(at);
    draw.ellipse(g, r, draw.ink(Ink::Surface), draw.ink(Ink::Down), std::max(1.2, 1.4 * draw.scale()));
    QRectF icon(0, 0, side * 0.82, side * 0.82);
    icon.moveCenter(at);
    draw.icon(g, icon, QStringLiteral("scissors"), draw.ink(Ink::DownText));
}

void drawNote(ShapeGroup& g, const ShapeBuilder& draw, const QRectF& r, const QString& text) {
    draw.rect(g, r, r.height() / 2, draw.ink(Ink::Surface), draw.ink(Ink::LineStrong), 1);
    draw.labelAt(g, r, text, {FontRole::SmallStrong, draw.ink(Ink::Text), draw.ink(Ink::Surface), Qt::AlignCenter}, draw.pixels(FontRole::SmallStrong));
}

QString noteText(const LinkView& link) {
    if (link.cutAB && link.cutBA) return {};
    QStringList notes;
    if (link.slow) notes << durationWord(link.latency);
    if (link.lossPpm > 0) notes << StageText::tr("loses %1 %").arg(static_cast<double>(link.lossPpm) / 10000, 0, 'g', 3);
    return notes.join(QStringLiteral(" · "));
}

}  // namespace

QRectF scissorsPlace(const LinkView& link, const StageLayout& layout) {
    const LinkPlace* place = layout.link(link.a, link.b);
    if (!place || !link.cutAB || !link.cutBA) return {};
    const QPolygonF path = visible(place->path, layout.card(link.a)->card, layout.card(link.b)->card);
    if (path.size() < 4) return {};
    const double side = scissorsSide(layout.scale);
    QRectF r(0, 0, side, side);
    r.moveCenter(middleOf(path, 40 * layout.scale).at);
    return r;
}

QRectF notePlace(const LinkView& link, const StageLayout& layout, const ShapeBuilder& draw) {
    const QString text = noteText(link);
    const LinkPlace* place = layout.link(link.a, link.b);
    if (!place || text.isEmpty()) return {};
    const QPolygonF path = visible(place->path, layout.card(link.a)->card, layout.card(link.b)->card);
    if (path.size() < 4) return {};
    const double s = draw.scale();
    const int pixels = draw.pixels(FontRole::SmallStrong);
    QRectF r(0, 0, textWidth(FontRole::SmallStrong, pixels, text) + 8 * s, lineHeight(FontRole::SmallStrong, pixels));
    const Middle m = middleOf(path, 40 * s);
    r.moveCenter(m.at);
    if (std::abs(m.along.x()) < 0.75) return r;   // packets pass it quickly
    // On a level link they would fly over its words most of the way: it stands beside both lanes, on the outer side if it can.
    const double aside = (stage_size::kPillHeight + 3) * s + r.height() / 2, outer = m.at.y() < layout.field.center().y() ? -1 : 1;
    for (const double side : {outer, -outer}) {
        const QRectF there = r.translated(0, side * aside);
        const bool taken = std::any_of(layout.cards.begin(), layout.cards.end(), [&](const CardPlace& c) {
            return c.card.intersects(there) || c.clientZone.intersects(there) || c.panel.intersects(there);
        });
        if (!taken && layout.field.contains(there)) return there;
    }
    return r;
}

void addLink(std::vector<ShapeGroup>& groups, const ClusterView& view, const LinkView& link, const StageLayout& layout, const ShapeBuilder& draw,
             const StageOptions& options) {
    const LinkPlace* place = layout.link(link.a, link.b);
    if (!place) return;
    const QPolygonF path = visible(place->path, layout.card(link.a)->card, layout.card(link.b)->card);
    if (path.size() < 4) return;
    const double s = draw.scale();
    ShapeGroup g;
    g.target = {HitKind::Link, link.a, link.b};
    g.path = path;
    g.bounds = path.boundingRect();
    g.name = StageText::tr("Link %1 to %2").arg(serverWord(link.a), serverWord(link.b));
    g.state = linkStateSentence(link);
    const bool both = link.cutAB && link.cutBA, one = link.cutAB != link.cutBA, ends = isUp(view, link.a) && isUp(view, link.b);
    QColor color = draw.ink(link.connected ? Ink::LineStrong : Ink::Line);
    double width = (link.connected ? 2.2 : 1.3) * std::clamp(s, 0.7, 1.8);
    QVector<qreal> dash;
    if (!ends) dash = {1, 4};
    if (link.slow) dash = {7, 5};
    if (both || one) color = draw.ink(Ink::Down);
    const bool selected = options.selected == g.target, hovered = options.hovered == g.target;
    if (selected || hovered) {
        QColor glow = draw.ink(Ink::Accent);
        glow.setAlpha(selected ? 150 : 80);
        draw.line(g, path, glow, width + 5);
    }
    const Middle m = middleOf(path, 40 * s);
    if (both) {
        draw.line(g, path.mid(0, m.before + 1), color, width, {4, 3});
        draw.line(g, path.mid(m.after), color, width, {4, 3});
        drawScissors(g, draw, m.at);
    } else {
        draw.line(g, path, color, width, dash);
        // Traffic keeps to the right: the scissors stand on the side of the way that is cut.
        const QPointF right(-m.along.y(), m.along.x());
        if (one) drawScissors(g, draw, m.at + right * ((link.cutAB ? 14 : -14) * s));
    }
    if (const QRectF note = notePlace(link, layout, draw); !note.isEmpty()) drawNote(g, draw, note, noteText(link));
    groups.push_back(std::move(g));
}

}  // namespace zab
