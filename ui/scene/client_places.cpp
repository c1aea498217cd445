// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/client_places.h"

#include "ui/scene/stage_words.h"

#include <algorithm>

namespace zab {

namespace {

bool sideways(ClientSide side) {
    return side == ClientSide::Left || side == ClientSide::Right;
}

/// The `slot`-th chip of a server's zone, and how many there are.
QRectF chipAt(const CardPlace& place, std::size_t slot, double s) {
    const QSizeF chip(stage_size::kChipWidth * s, stage_size::kChipHeight * s);
    const double i = static_cast<double>(slot), gap = 4 * s;
    const QRectF& zone = place.clientZone;
    switch (place.side) {
        case ClientSide::Left: return {QPointF(zone.left(), zone.top() + i * (chip.height() + gap)), chip};
        case ClientSide::Right: return {QPointF(zone.right() - chip.width(), zone.top() + i * (chip.height() + gap)), chip};
        case ClientSide::Above: return {QPointF(zone.left() + i * (chip.width() + gap), zone.top()), chip};
        case ClientSide::Below: return {QPointF(zone.left() + i * (chip.width() + gap), zone.bottom() - chip.height()), chip};
    }
    return {};
}

std::size_t slotCount(const CardPlace& place, double s) {
    const double gap = 4 * s;
    const double n = sideways(place.side) ? (place.clientZone.height() + gap) / (stage_size::kChipHeight * s + gap)
                                          : (place.clientZone.width() + gap) / (stage_size::kChipWidth * s + gap);
    return static_cast<std::size_t>(std::max(1.0, n + 0.01));
}

QPointF nearestOn(const QRectF& r, QPointF p) {
    return {std::clamp(p.x(), r.left(), r.right()), std::clamp(p.y(), r.top(), r.bottom())};
}

bool isCut(const ClusterView& view, ServerId a, ServerId b) {
    const auto ends = std::minmax(a, b);
    return std::any_of(view.links.begin(), view.links.end(), [&](const LinkView& l) { return l.a == ends.first && l.b == ends.second && (l.cutAB || l.cutBA); });
}

/// The connection goes to the server that serves it, which need not be the one that it stands beside.
void addWire(ShapeGroup& g, const ClusterView& view, const ClientView& client, const ClientPlace& place, const QRectF& card, const ShapeBuilder& draw) {
    const double s = draw.scale();
    const bool far = client.server != place.home, cut = far && isCut(view, place.home, client.server);
    const QPointF to = nearestOn(card, place.chip.center());
    const QPointF from = nearestOn(place.chip, to);
    QColor ink = draw.ink(cut ? Ink::Down : Ink::OnClient);
    ink.setAlphaF(client.connected ? (far ? 0.75F : 0.55F) : 0.4F);
    draw.line(g, {from, to}, ink, (far ? 1.8 : 1.3) * s, cut ? QVector<qreal>{4, 3} : client.connected ? QVector<qreal>{} : QVector<qreal>{2, 3});
    if (!far) return;
    QRectF end(0, 0, 7 * s, 7 * s);
    end.moveCenter(to);
    draw.ellipse(g, end, draw.ink(cut ? Ink::Down : Ink::OnClient));
}

/// A thick edge on the side of the server that it stands beside: there it stays, whoever serves it.
void addFoot(ShapeGroup& g, const ClientPlace& place, const StageLayout& layout, const QColor& ink, const ShapeBuilder& draw) {
    const double d = 4 * draw.scale(), in = 3 * draw.scale();
    const QRectF& c = place.chip;
    switch (layout.card(place.home)->side) {
        case ClientSide::Left: draw.rect(g, QRectF(c.right() - d / 2, c.top() + in, d, c.height() - 2 * in), d / 2, ink); break;
        case ClientSide::Right: draw.rect(g, QRectF(c.left() - d / 2, c.top() + in, d, c.height() - 2 * in), d / 2, ink); break;
        case ClientSide::Above: draw.rect(g, QRectF(c.left() + in, c.bottom() - d / 2, c.width() - 2 * in, d), d / 2, ink); break;
        case ClientSide::Below: draw.rect(g, QRectF(c.left() + in, c.top() - d / 2, c.width() - 2 * in, d), d / 2, ink); break;
    }
}

void addChip(std::vector<ShapeGroup>& groups, const ClusterView& view, const ClientView& client, const ClientPlace& place, const StageLayout& layout,
             const ShapeBuilder& draw, const StageOptions& options) {
    const CardPlace* serving = layout.card(client.server);
    const double s = draw.scale();
    ShapeGroup g;
    g.target.kind = HitKind::Client;
    g.target.client = client.id;
    g.target.server = client.server;
    g.bounds = place.chip;
    g.name = StageText::tr("Client %1").arg(clientWord(client.id));
    g.state = clientStateSentence(client);
    const bool gone = !client.alive || client.expired;
    const QColor fill = draw.ink(gone ? Ink::DownSurface : Ink::Client), edge = draw.ink(gone ? Ink::Down : Ink::OnClient);
    if (serving) addWire(g, view, client, place, serving->card, draw);
    Shape& body = draw.rect(g, place.chip, 6 * s, fill, edge, client.connected ? 1.4 * s : 1.0 * s);
    if (gone) body.hatch = draw.ink(Ink::DownHatch);
    else if (!client.connected) body.dash = {2, 2};
    if (client.at == place.home && client.at) addFoot(g, place, layout, edge, draw);
    if (client.frozen) {
        const double d = 12 * s;
        const QRectF disc(place.chip.left() - d * 0.35, place.chip.top() - d * 0.35, d, d);
        draw.ellipse(g, disc, draw.ink(Ink::Surface), edge, 1);
        draw.icon(g, disc.adjusted(d * 0.12, d * 0.12, -d * 0.12, -d * 0.12), QStringLiteral("freeze"), draw.ink(Ink::Text));
    }
    draw.labelAt(g, place.chip.adjusted(2 * s, 0, -2 * s, 0), clientWord(client.id),
                 {FontRole::SmallStrong, draw.ink(gone ? Ink::DownText : Ink::OnClient), fill, Qt::AlignCenter}, draw.pixels(FontRole::Body));
    if (client.outstanding > 0 && !gone) {
        const double d = 7 * s;
        draw.ellipse(g, QRectF(place.chip.right() - d * 0.6, place.chip.top() - d * 0.4, d, d), draw.ink(Ink::Looking), draw.ink(Ink::Surface), 1);
    }
    if (layout.openedCard(client.id))   // its card is open: a frame of its own
        draw.rect(g, place.chip.adjusted(-2.5 * s, -2.5 * s, 2.5 * s, 2.5 * s), 8 * s, {}, edge, 1.2 * s);
    if (options.selected.kind == HitKind::Client && options.selected.client == client.id)
        draw.rect(g, place.chip.adjusted(-3, -3, 3, 3), 6 * s + 3, {}, draw.ink(Ink::Accent), 2);
    groups.push_back(std::move(g));
}

}  // namespace

namespace {

/// Clients are numbered; one below the highest number that was never told anything is nowhere.
bool wasTold(const ClientView& c, const ClusterView& view) {
    if (!c.hosts.empty() || c.server || c.at || c.connected || !c.alive || c.frozen || c.toldSize > 0 || c.callbackTime.us > 0) return true;
    const auto is = [&](const auto& other) { return other.id == c.id; };
    if (std::any_of(view.cap.clients.begin(), view.cap.clients.end(), is)) return true;
    return std::any_of(view.recipes.begin(), view.recipes.end(), [&](const RecipeView& r) {
        return std::any_of(r.parts.begin(), r.parts.end(), [&](const RecipePartView& p) { return p.client == c.id; });
    });
}

}  // namespace

ClientPlaces placeClients(const ClusterView& view, const StageLayout& layout, const StageOptions& options) {
    ClientPlaces places;
    std::map<int, std::vector<int>> atServer;
    for (const ClientView& client : view.clients) {
        if (!wasTold(client, view)) continue;
        int home = client.at ? client.at.value : client.server.value;
        if (home == 0) {
            const auto last = options.clientHomes.find(client.id.value);
            home = last != options.clientHomes.end() ? last->second : 0;
        }
        if (!layout.card({home}) && !layout.cards.empty())   // never been anywhere: the same place until it has
            home = layout.cards[static_cast<std::size_t>(client.id.value) % layout.cards.size()].id.value;
        atServer[home].push_back(client.id.value);
    }
    for (auto& [home, clients] : atServer) {
        const CardPlace* card = layout.card({home});
        if (!card) continue;
        std::sort(clients.begin(), clients.end());
        const std::size_t room = slotCount(*card, layout.scale);
        for (std::size_t i = 0; i < clients.size(); ++i)
            places[clients[i]] = {chipAt(*card, std::min(i, room - 1), layout.scale), {home}, clients.size() > room && i + 1 >= room};
    }
    return places;
}

namespace {

/// "+15": those at that server for whom there is no room, as one thing that lists them.
void addPile(std::vector<ShapeGroup>& groups, const std::vector<int>& ids, const ClientPlace& place, const ShapeBuilder& draw, const StageOptions& options) {
    const double s = draw.scale();
    ShapeGroup g;
    g.target.kind = HitKind::ClientPile;
    g.target.server = place.home;
    g.bounds = place.chip;
    QStringList words;
    for (const int id : ids) words << clientWord({id});
    g.name = StageText::tr("%n more clients at %1", nullptr, static_cast<int>(ids.size())).arg(serverWord(place.home));
    g.state = words.join(QStringLiteral(", "));
    g.tip = g.name;
    for (qsizetype i = 0; i < words.size(); i += 12) g.tip += QLatin1Char('\n') + words.mid(i, 12).join(QStringLiteral(", "));
    const QColor fill = draw.ink(Ink::Client), edge = draw.ink(Ink::OnClient);
    const QPointF behind(2.5 * s, -2.5 * s);
    draw.rect(g, place.chip.translated(behind), 6 * s, fill, edge, 1);   // a pile
    draw.rect(g, place.chip, 6 * s, fill, edge, 1.4 * s);
    draw.labelAt(g, place.chip.adjusted(2 * s, 0, -2 * s, 0), QStringLiteral("+%1").arg(ids.size()), {FontRole::SmallStrong, edge, fill, Qt::AlignCenter}, draw.pixels(FontRole::Body));
    const HitTarget& selected = options.selected;
    const bool inside = selected.kind == HitKind::Client && std::find(ids.begin(), ids.end(), selected.client.value) != ids.end();
    if (inside || selected == g.target) draw.rect(g, place.chip.adjusted(-3, -3, 3, 3), 6 * s + 3, {}, draw.ink(Ink::Accent), 2);
    groups.push_back(std::move(g));
}

}  // namespace

void addClients(std::vector<ShapeGroup>& groups, const ClusterView& view, const StageLayout& layout, const ClientPlaces& places,
                const ShapeBuilder& draw, const StageOptions& options) {
    std::map<int, std::vector<int>> piles;
    for (const auto& [id, place] : places)
        if (place.folded) piles[place.home.value].push_back(id);
    for (const ClientView& client : view.clients) {
        const auto it = places.find(client.id.value);
        if (it != places.end() && !it->second.folded) addChip(groups, view, client, it->second, layout, draw, options);
    }
    for (const auto& [home, ids] : piles) addPile(groups, ids, places.at(ids.front()), draw, options);
}

}  // namespace zab
