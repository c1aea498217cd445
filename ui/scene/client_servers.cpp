// SPDX-License-Identifier: GPL-3.0-or-later
// The lower rows of the SendThread in an opened client's card: its list of servers, and what it says of itself (§7.4).
#include "ui/scene/client_card_pen.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>

namespace zab {

using namespace client_card_size;

namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
constexpr double kHost = 29;   // width of a server's cell at scale 1

/// Where in the list the client is, and whom it tries after that. Asleep it is nowhere.
struct Place {
    std::size_t now = kNobody, next = kNobody;
};

Place placeIn(const ClientView& client) {
    const auto find = [&](ServerId server) {
        const auto it = std::find(client.hosts.begin(), client.hosts.end(), server);
        return it == client.hosts.end() ? kNobody : static_cast<std::size_t>(it - client.hosts.begin());
    };
    if (!client.alive || client.state.empty()) return {};
    if (client.nextServer) return {kNobody, find(client.nextServer)};
    Place place;
    place.now = client.server ? find(client.server) : kNobody;
    if (place.now != kNobody && client.hosts.size() > 1) place.next = (place.now + 1) % client.hosts.size();
    return place;
}

}  // namespace

QString ClientCardPen::sendNote() const {
    if (m_client->state.empty()) return StageText::tr("ended");
    if (m_client->nextServer && m_client->alive)
        return StageText::tr("sleeps %1, then tries %2").arg(durationWord(std::max(m_client->retryAt - m_view.now, SimTime{})), serverWord(m_client->nextServer));
    return StageText::tr("replies so far: %1").arg(m_client->done);
}

ShapeGroup ClientCardPen::hostCell(const QRectF& r, std::size_t index, std::size_t now, std::size_t next) const {
    const ServerId server = m_client->hosts[index];
    ShapeGroup g;
    g.target = target(HitKind::ClientHost);
    g.target.server = server;
    if (const auto it = m_story->servers.find(server.value); it != m_story->servers.end()) g.target.event = it->second;
    g.bounds = r;
    g.name = StageText::tr("%1, number %2 of %3 in the list of %4").arg(serverWord(server)).arg(index + 1).arg(m_client->hosts.size()).arg(clientWord(m_id));
    const bool here = index == now, after = index == next;
    if (here) g.state = m_client->connected ? StageText::tr("connected") : StageText::tr("asked for a connection");
    else if (after && m_client->nextServer) g.state = StageText::tr("tried at %1, after the sleep").arg(momentWord(m_client->retryAt));
    else if (after) g.state = StageText::tr("the next one if the connection is lost");
    else g.state = StageText::tr("waits for its turn in the list");
    const QColor fill = here && m_client->connected ? m_draw.ink(Ink::OnClient) : here || (after && m_client->nextServer) ? m_draw.ink(Ink::Client) : ground();
    const QColor on = here && m_client->connected ? m_draw.ink(Ink::Client) : m_draw.ink(here || after ? Ink::OnClient : Ink::TextSoft);
    Shape& body = m_draw.rect(g, r, 3 * m_s, fill, m_draw.ink(here || after ? Ink::OnClient : Ink::Border), 1);
    if (here && !m_client->connected) body.dash = {2, 2};
    QRectF text = r.adjusted(1, 0, -1, 0);
    if (after) {   // an arrow: it goes on here
        const double d = 5.5 * m_s;
        const QPointF at(r.left() + 3.5 * m_s, r.center().y());
        Shape& arrow = m_draw.line(g, {at + QPointF(0, -d / 2), at + QPointF(d * 0.8, 0), at + QPointF(0, d / 2)}, {}, 0);
        arrow.closed = true;
        arrow.fill = on;
        text.setLeft(at.x() + d * 0.8);
    }
    m_draw.label(g, text, serverWord(server), {here || after ? FontRole::SmallStrong : FontRole::Small, on, fill, Qt::AlignCenter});
    ring(g, r);
    return g;
}

void ClientCardPen::hosts(const QRectF& row) {
    ShapeGroup& lane = m_groups[m_lane];
    const std::size_t all = m_client->hosts.size();
    const double left = rowLabel(lane, row, StageText::tr("servers"), static_cast<std::int64_t>(all));
    if (all == 0) return;
    const double width = kHost * m_s;
    const auto fit = static_cast<std::size_t>(std::max(1.0, (row.right() - left) / width));
    const std::size_t shown = all <= fit ? all : std::max<std::size_t>(1, static_cast<std::size_t>((row.right() - left - 26 * m_s) / width));
    const auto [now, next] = placeIn(*m_client);
    // The list is a ring: where not all of it fits, it is shown from where the client is.
    const std::size_t first = shown == all ? 0 : now != kNobody ? now : next != kNobody ? next : 0;
    if (shown < all) more(lane, row, static_cast<std::int64_t>(all - shown));
    for (std::size_t i = 0; i < shown; ++i) {
        const QRectF r(left + width * static_cast<double>(i), row.center().y() - m_cell / 2, width - 3 * m_s, m_cell);
        m_groups.push_back(hostCell(r, (first + i) % all, now, next));
    }
}

void ClientCardPen::auth(const QRectF& row) {
    ShapeGroup& lane = m_groups[m_lane];
    const std::vector<std::string>& all = m_client->auth;
    const double left = rowLabel(lane, row, StageText::tr("auth"), static_cast<std::int64_t>(all.size()));
    const QColor on = m_draw.ink(Ink::Raised);
    if (all.empty()) {
        m_draw.label(lane, QRectF(left, row.top(), row.right() - left, row.height()), StageText::tr("has not said who it is"), small(Ink::TextSoft, on));
        return;
    }
    const QString xid = QStringLiteral("xid -4");
    const double tail = textWidth(FontRole::Small, m_draw.pixels(FontRole::Small), xid) + 3;
    m_draw.label(lane, QRectF(row.right() - tail, row.top(), tail, row.height()), xid, {FontRole::Small, m_draw.ink(Ink::TextSoft), on, Qt::AlignRight | Qt::AlignVCenter});
    QRectF rest = row.adjusted(0, 0, -tail - 3 * m_s, 0);
    const double room = rest.right() - left, least = 52 * m_s;
    std::size_t shown = std::min(all.size(), static_cast<std::size_t>(std::max(1.0, room / least)));
    if (shown < all.size()) {
        more(lane, rest, static_cast<std::int64_t>(all.size() - shown));
        rest.setRight(rest.right() - 22 * m_s);
    }
    const double width = std::min(110 * m_s, (rest.right() - left) / static_cast<double>(shown));
    for (std::size_t i = 0; i < shown; ++i) {
        ShapeGroup g;
        g.target = target(HitKind::ClientAuth);
        g.target.sequence = i + 1;
        g.target.event = m_story->auth;
        g.bounds = QRectF(left + width * static_cast<double>(i), row.center().y() - m_cell / 2, width - 3 * m_s, m_cell);
        const QString who = QString::fromStdString(all[i]);
        g.name = StageText::tr("%1 says that it is %2").arg(clientWord(m_id), who);
        g.state = StageText::tr("said again on every new connection, with xid -4, before anything else");
        cell(g, g.bounds, who, Ink::Client, Ink::OnClient, false);
        m_groups.push_back(std::move(g));
    }
}

}  // namespace zab
