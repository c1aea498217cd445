// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/packet_scene.h"

#include "ui/scene/link_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace zab {

namespace {

constexpr double kLeastPill = 0.34;    // pills pass one another by making themselves small, but never smaller
constexpr double kArrowRoom = 11;      // of a pill's width, for the arrow that says where it goes
constexpr double kMerge = 0.5;         // closer than this in one lane: one pill that says "+n"

constexpr double kLeastDot = 0.5;   // of a pill's height

struct Flight {
    const PacketView* packet = nullptr;
    QString text;
    QSizeF size;
    QPointF center, heading;
    std::vector<const PacketView*> behind;   ///< packets of the same lane right behind it
};

struct Stage {
    const ClusterView& view;
    const StageLayout& layout;
    const ClientPlaces& clients;
    const ShapeBuilder& draw;
    const StageOptions& options;
    SimTime now;
    StageScene& scene;
    std::vector<QRectF> cells;       ///< occupied queue places
    std::vector<Flight> flights;
    std::vector<QRectF> notes;       ///< what links say of themselves
    std::size_t firstOfClients = 0;  ///< in scene.packets, of those that stay beside their server
};

double progress(const PacketView& packet, SimTime now) {
    const auto span = static_cast<double>(packet.due.us - packet.departs.us);
    if (span <= 0) return 1;
    return std::clamp(static_cast<double>(now.us - packet.departs.us) / span, 0.0, 1.0);
}

bool waits(const PacketView& packet, SimTime now) {
    return packet.departs > now || packet.held;
}

int pillPixels(const Stage& stage) {
    return std::max(7, static_cast<int>(std::lround(11.5 * stage.draw.scale())));
}

QSizeF pillSize(const Stage& stage, const QString& text) {
    const double s = stage.draw.scale();
    return {std::max(30 * s, textWidth(FontRole::MonoStrong, pillPixels(stage), text) + (13 + kArrowRoom) * s), stage_size::kPillHeight * s};
}

void describe(ShapeGroup& g, const PacketView& packet, HitKind kind, SimTime now) {
    g.target.kind = kind;
    g.target.sequence = packet.sequence;
    g.target.event = packet.event;
    g.name = packetName(packet);
    g.tip = packetTip(packet, now);
    g.state = g.tip.section(QLatin1Char('\n'), 1).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

bool same(const HitTarget& target, const PacketView& packet) {
    return (target.kind == HitKind::Packet || target.kind == HitKind::QueueCell) && target.sequence == packet.sequence;
}

/// `left` and `right`: what of the body is not for its text.
void paintBody(Stage& stage, ShapeGroup& g, const PacketView& packet, const QRectF& r, double radius, const QString& text, int pixels, double left = 1.5,
               double right = 1.5) {
    const ShapeBuilder& draw = stage.draw;
    const Theme& theme = draw.theme();
    const QColor fill = packet.stale ? theme.color(Ink::Stale) : theme.packet(packet.type);
    const QColor ink = packet.stale ? theme.color(Ink::OnStale) : theme.onPacket(packet.type);
    const bool faint = Theme::packetInk(packet.type) == Ink::Ping;
    Shape& body = draw.rect(g, r, radius, fill, packet.stale ? theme.color(Ink::Down) : faint ? theme.color(Ink::Border) : QColor(),
                            packet.stale ? 1.4 : 1.0);
    if (packet.held) {
        body.stroke = theme.color(Ink::Down);
        body.strokeWidth = 1.6;
        body.dash = {2, 1.5};
    }
    if (same(stage.options.selected, packet) || same(stage.options.hovered, packet))
        draw.rect(g, r.adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2.5, {}, theme.color(Ink::Accent), 2);
    if (pixels >= 7) draw.labelAt(g, r.adjusted(left, 0, -right, 0), text, {FontRole::MonoStrong, ink, fill, Qt::AlignCenter}, pixels);
}

QString cellWord(const PacketView& packet, double width, int pixels) {
    const QString word = packetShortWord(packet);
    if (textWidth(FontRole::MonoStrong, pixels, word) <= width) return word;
    if (textWidth(FontRole::MonoStrong, std::max(7, static_cast<int>(pixels * 0.8)), word) <= width) return word;
    const QString counter = packet.zxid.counter() > 0 ? QString::number(packet.zxid.counter()) : word.left(1);
    return textWidth(FontRole::MonoStrong, std::max(7, static_cast<int>(pixels * 0.8)), counter) <= width ? counter : QString();
}

/// How many cells of a lane are used: not those that would hide the scissors of a cut link.
std::size_t usableCells(const Lane& lane, const QRectF& scissors) {
    const auto hides = [&](const QRectF& cell) { return cell.adjusted(-1, -1, 1, 1).intersects(scissors); };
    const auto end = std::find_if(lane.cells.begin(), lane.cells.end(), hides);
    return std::max<std::size_t>(std::min<std::size_t>(1, lane.cells.size()), static_cast<std::size_t>(end - lane.cells.begin()));
}

void addQueue(Stage& stage, const Lane& lane, const std::vector<const PacketView*>& queue, std::size_t room) {
    const std::size_t shown = std::min(queue.size(), room);
    for (std::size_t i = 0; i < shown; ++i) {
        const QRectF r = lane.cells[shown - 1 - i];
        const PacketView& packet = *queue[i];
        ShapeGroup g;
        describe(g, packet, HitKind::QueueCell, stage.now);
        g.bounds = r;
        const bool rest = i + 1 == shown && queue.size() > shown;
        const int pixels = std::min(pillPixels(stage), static_cast<int>(r.height() * 0.6));
        const QString text = rest ? QStringLiteral("+%1").arg(queue.size() - shown + 1) : cellWord(packet, r.width() - 3, pixels);
        paintBody(stage, g, packet, r, std::min(3.5 * stage.draw.scale(), r.height() / 3), text, pixels);
        if (rest) g.tip = StageText::tr("%n more packets wait in this queue", nullptr, static_cast<int>(queue.size() - shown + 1));
        g.state += StageText::tr(" Place %1 of %2 in the queue.").arg(i + 1).arg(queue.size());
        stage.scene.packets.push_back(std::move(g));
        stage.cells.push_back(r);
    }
}

double startOf(const Lane& lane, std::size_t queued) {
    if (queued == 0 || lane.cellsAt.empty()) return lane.start;
    if (queued < lane.cellsAt.size()) return std::max(lane.start, lane.cellsAt[queued]);
    const double last = lane.cellsAt.back();
    const double step = lane.cellsAt.size() > 1 ? last - lane.cellsAt[lane.cellsAt.size() - 2] : last - lane.start + 8;
    return std::min(std::max(lane.start, last + std::max(step, 8.0)), (lane.start + lane.end) / 2);
}

void addFlights(Stage& stage, const Lane& lane, std::size_t queued, std::vector<const PacketView*> flying, const QRectF& source,
                const QRectF& target) {
    std::sort(flying.begin(), flying.end(), [&](const PacketView* a, const PacketView* b) {
        const double x = progress(*a, stage.now), y = progress(*b, stage.now);
        return x != y ? x > y : a->sequence < b->sequence;
    });
    const double start = startOf(lane, queued);
    const std::size_t first = stage.flights.size();
    for (const PacketView* packet : flying) {
        Flight flight;
        flight.packet = packet;
        flight.text = packet->stale && stage.layout.level != CardLevel::Full ? StageText::tr("stale %1").arg(serverWord(packet->voteLeader))
                                                                            : packetWord(*packet);
        flight.size = pillSize(stage, flight.text);
        double end = lane.end, from = start;
        while (from < end && clearance(lane.at(from), flight.size, source.adjusted(-3, -3, 3, 3)) < 1) from += 2;
        while (end > from && clearance(lane.at(end), flight.size, target.adjusted(-3, -3, 3, 3)) < 1) end -= 2;
        const double d = from + (end - from) * progress(*packet, stage.now);
        flight.center = lane.at(d);
        flight.heading = lane.directionAt(d);
        if (stage.flights.size() > first) {
            Flight& front = stage.flights.back();
            QRectF box(QPointF(), front.size);
            box.moveCenter(front.center);
            const double near = (clearance(flight.center, flight.size, box) * flight.size.height() / 2 + front.size.height() / 2) / front.size.height();
            const double apart = std::hypot(flight.center.x() - front.center.x(), flight.center.y() - front.center.y());
            if (apart < front.size.height() * kMerge || (near < kMerge && apart < front.size.width() * kMerge)) {
                front.behind.push_back(packet);
                continue;
            }
        }
        stage.flights.push_back(std::move(flight));
    }
    stage.scene.moves = stage.scene.moves || !flying.empty();
}

/// How small a pill has to be so that it covers nothing that came before it.
double fitting(const Stage& stage, const Flight& flight, const std::vector<QRectF>& before) {
    double factor = 1;
    for (const CardPlace& place : stage.layout.cards) factor = std::min(factor, clearance(flight.center, flight.size, place.card.adjusted(-2, -2, 2, 2)));
    if (factor < 0.12) return 0;   // under a card
    for (const auto& [id, place] : stage.clients) factor = std::min(factor, std::max(kLeastPill, clearance(flight.center, flight.size, place.chip)));
    const CardPlace* leader = stage.view.leader ? stage.layout.card(stage.view.leader) : nullptr;
    if (leader && !leader->panel.isEmpty()) factor = std::min(factor, std::max(kLeastPill, clearance(flight.center, flight.size, leader->panel)));
    for (const QRectF& note : stage.notes) factor = std::min(factor, std::max(kLeastPill, clearance(flight.center, flight.size, note)));
    for (const QRectF& cell : stage.cells) factor = std::min(factor, std::max(kLeastPill, clearance(flight.center, flight.size, cell)));
    for (const QRectF& box : before) factor = std::min(factor, std::max(kLeastPill, clearance(flight.center, flight.size, box)));
    return factor;
}

/// An arrow at the end that goes first, turned to where the packet goes: a still picture tells it too.
void addArrow(Stage& stage, ShapeGroup& g, const PacketView& packet, const QRectF& r, QPointF heading, double room) {
    const double size = std::min(room * 0.46, r.height() * 0.30);
    const QPointF at(heading.x() < 0 ? r.left() + room * 0.74 : r.right() - room * 0.74, r.center().y());
    const QPointF u = heading * size, n(-u.y() * 0.8, u.x() * 0.8);
    Shape& arrow = stage.draw.line(g, {at + u, at - u * 0.75 + n, at - u * 0.75 - n}, {}, 0);
    arrow.closed = true;
    const Theme& theme = stage.draw.theme();
    arrow.fill = packet.stale ? theme.color(Ink::OnStale) : theme.onPacket(packet.type);
}

void addPill(Stage& stage, const Flight& flight, double factor) {
    const double s = stage.draw.scale();
    // Too small for its text: a dot of its colour.
    const bool dot = factor * pillPixels(stage) < 6.5;
    const double dotSide = std::min(flight.size.width(), flight.size.height()) * std::max(kLeastDot, factor);
    const QSizeF size = dot ? QSizeF(dotSide, dotSide) : flight.size * factor;
    QRectF r(QPointF(), size);
    r.moveCenter(flight.center);
    ShapeGroup g;
    describe(g, *flight.packet, HitKind::Packet, stage.now);
    g.bounds = r;
    const Theme& theme = stage.draw.theme();
    const QPointF u = flight.heading;
    for (std::size_t i = std::min<std::size_t>(2, flight.behind.size()); i > 0; --i) {
        const double shift = 2.6 * s * factor * static_cast<double>(i);
        stage.draw.rect(g, r.translated(-u * shift), r.height() / 2, theme.packet(flight.behind[i - 1]->type), theme.color(Ink::Surface), 1);
    }
    QString text = flight.text;
    if (!flight.behind.empty()) {
        text += QStringLiteral(" +%1").arg(flight.behind.size());
        for (const PacketView* packet : flight.behind) g.tip += QStringLiteral("\n+ ") + packetName(*packet);
    }
    const double room = dot ? 0 : kArrowRoom * s * factor;
    const bool leftwards = u.x() < 0;
    paintBody(stage, g, *flight.packet, r, r.height() / 2, text, dot ? 0 : static_cast<int>(pillPixels(stage) * factor + 0.5), leftwards ? room + 1.5 : 1.5,
              leftwards ? 1.5 : room + 1.5);
    if (!dot) addArrow(stage, g, *flight.packet, r, u, room);
    stage.scene.packets.push_back(std::move(g));
}

/// The straight way between a client's chip and a card, as a lane beside the wire.
Lane clientLane(const Stage& stage, const QRectF& from, const QRectF& to) {
    const double s = stage.draw.scale();
    const auto nearest = [](const QRectF& r, QPointF p) {
        return QPointF(std::clamp(p.x(), r.left(), r.right()), std::clamp(p.y(), r.top(), r.bottom()));
    };
    const QRectF& small = from.width() < to.width() ? from : to;
    const QPointF a = nearest(from, small.center()), b = nearest(to, small.center());
    const QPointF out = from.width() < to.width() ? nearest(from, b) : a, in = from.width() < to.width() ? b : nearest(to, a);
    const double length = std::max(1e-6, std::hypot(in.x() - out.x(), in.y() - out.y()));
    const QPointF u = (in - out) / length, side = QPointF(-u.y(), u.x()) * (std::abs(u.x()) > 0.7 ? 6.2 : 10.5) * s;
    Lane lane;
    lane.path = {out + side, in + side};
    lane.along = {0, length};
    lane.start = 0;
    lane.end = length;
    return lane;
}

QRectF rectOf(const Stage& stage, ActorId who) {
    if (who.isServer()) {
        const CardPlace* card = stage.layout.card(who.server());
        return card ? card->card : QRectF();
    }
    const auto it = stage.clients.find(who.client().value);
    return it != stage.clients.end() ? it->second.chip : QRectF();
}

bool isOfClient(const PacketView& packet) { return packet.from.isClient() || packet.to.isClient(); }

/// Whether it goes across the stage: the client stands beside another server than the one it talks to.
bool crosses(const Stage& stage, const PacketView& packet) {
    const auto it = stage.clients.find((packet.from.isClient() ? packet.from : packet.to).client().value);
    const ServerId server = packet.from.isServer() ? packet.from.server() : packet.to.server();
    return it != stage.clients.end() && it->second.home != server && stage.layout.card(server);
}

/// Flies among the packets of the servers, and like them covers nothing.
void addCrossing(Stage& stage, const PacketView& packet) {
    const QRectF from = rectOf(stage, packet.from), to = rectOf(stage, packet.to);
    const Lane lane = clientLane(stage, from, to);
    Flight flight;
    flight.packet = &packet;
    flight.text = packetWord(packet);
    flight.size = pillSize(stage, flight.text);
    flight.heading = lane.directionAt(0);
    const double half = (std::abs(flight.heading.x()) * flight.size.width() + std::abs(flight.heading.y()) * flight.size.height()) / 2 + 2;
    const double way = std::max(0.0, lane.length() - 2 * half);
    flight.center = lane.at(half + way * (waits(packet, stage.now) ? 0 : progress(packet, stage.now)));
    stage.scene.moves = stage.scene.moves || !waits(packet, stage.now);
    const QSizeF dot = QSizeF(flight.size.height(), flight.size.height()) * kLeastDot;
    for (const CardPlace& place : stage.layout.cards)
        if (clearance(flight.center, dot, place.card.adjusted(-2, -2, 2, 2)) < 1) return;   // under a card, like the wire
    stage.flights.push_back(std::move(flight));
}

void addClientPacket(Stage& stage, const PacketView& packet) {
    const QRectF from = rectOf(stage, packet.from), to = rectOf(stage, packet.to);
    if (from.isEmpty() || to.isEmpty()) return;
    const double s = stage.draw.scale();
    const Lane lane = clientLane(stage, from, to);
    const bool sideways = std::abs(lane.directionAt(0).x()) > 0.7;
    Flight flight;
    flight.packet = &packet;
    flight.text = packetWord(packet);
    if (packet.type == MessageType::ClientRequest) flight.text = StageText::tr("req", "short for request");
    if (packet.type == MessageType::ClientReply) flight.text = StageText::tr("reply");
    const int pixels = std::max(7, static_cast<int>(std::lround(9 * s)));
    const double room = sideways ? lane.length() * 0.86 : 20 * s;
    if (textWidth(FontRole::MonoStrong, pixels, flight.text) > room - 3) flight.text.clear();
    flight.size = {std::min(flight.text.isEmpty() ? 11.6 * s : textWidth(FontRole::MonoStrong, pixels, flight.text) + 7 * s, room), 11.6 * s};
    const double half = (sideways ? flight.size.width() : flight.size.height()) / 2 + 1.5;
    const double d = half + std::max(0.0, lane.length() - 2 * half) * (waits(packet, stage.now) ? 0 : progress(packet, stage.now));
    flight.center = lane.at(d);
    flight.heading = lane.directionAt(d);
    ShapeGroup g;
    describe(g, packet, HitKind::Packet, stage.now);
    g.bounds = QRectF(flight.center - QPointF(flight.size.width() / 2, flight.size.height() / 2), flight.size);
    for (const CardPlace& place : stage.layout.cards)
        if (place.card.intersects(g.bounds)) return;   // only while it changes servers across the stage
    // Where another one flies already it is a dot beside that, and right on it a part of that.
    const auto over = [&] {
        return std::find_if(stage.scene.packets.begin() + static_cast<std::ptrdiff_t>(stage.firstOfClients), stage.scene.packets.end(),
                            [&](const ShapeGroup& other) { return other.bounds.intersects(g.bounds); });
    };
    if (over() != stage.scene.packets.end()) {
        flight.text.clear();
        const double d = flight.size.height() * 0.7;
        g.bounds = QRectF(flight.center - QPointF(d / 2, d / 2), QSizeF(d, d));
    }
    if (const auto front = over(); front != stage.scene.packets.end()) {
        front->tip += QStringLiteral("\n+ ") + g.name;
        return;
    }
    paintBody(stage, g, packet, g.bounds, g.bounds.height() / 2, flight.text, pixels);
    stage.scene.packets.push_back(std::move(g));
    stage.scene.moves = stage.scene.moves || !waits(packet, stage.now);
}

}  // namespace

bool isShown(const PacketView& packet, const StageOptions& options) {
    return !(options.hidePings && (packet.type == MessageType::Ping || packet.type == MessageType::ClientPing));
}

void addPackets(StageScene& scene, const ClusterView& view, const StageLayout& layout, const ClientPlaces& clients, const ShapeBuilder& draw,
                SimTime now, const StageOptions& options) {
    scene.packets.clear();
    scene.moves = false;
    Stage stage{view, layout, clients, draw, options, now, scene, {}, {}, {}, 0};
    std::map<std::pair<int, int>, std::vector<const PacketView*>> lanes;
    for (const PacketView& packet : view.packets) {
        if (!isShown(packet, options)) continue;
        if (packet.from.isServer() && packet.to.isServer()) lanes[{packet.from.value, packet.to.value}].push_back(&packet);
    }
    std::map<std::pair<int, int>, QRectF> scissors;
    for (const LinkView& link : view.links)
        if (const QRectF note = notePlace(link, layout, draw); !note.isEmpty()) stage.notes.push_back(note);
    for (const LinkView& link : view.links)
        if (const QRectF place = scissorsPlace(link, layout); !place.isEmpty()) scissors[{link.a.value, link.b.value}] = place;
    std::vector<std::pair<const Lane*, std::size_t>> queued;
    for (auto& [ends, packets] : lanes) {
        const Lane* lane = layout.lane({ends.first}, {ends.second});
        std::vector<const PacketView*> queue;
        for (const PacketView* packet : packets)
            if (waits(*packet, now)) queue.push_back(packet);
        std::stable_sort(queue.begin(), queue.end(), [](const PacketView* a, const PacketView* b) {
            return a->departs != b->departs ? a->departs < b->departs : a->sequence < b->sequence;
        });
        const auto at = scissors.find(std::minmax(ends.first, ends.second));
        const std::size_t room = !lane ? 0 : at == scissors.end() ? lane->cells.size() : usableCells(*lane, at->second);
        if (lane) addQueue(stage, *lane, queue, room);
        queued.emplace_back(lane, std::min(queue.size(), room));
    }
    std::size_t i = 0;
    for (auto& [ends, packets] : lanes) {
        const auto [lane, waiting] = queued[i++];
        if (!lane) continue;
        std::vector<const PacketView*> flying;
        for (const PacketView* packet : packets)
            if (!waits(*packet, now)) flying.push_back(packet);
        addFlights(stage, *lane, waiting, std::move(flying), layout.card({ends.first})->card, layout.card({ends.second})->card);
    }
    for (const PacketView& packet : view.packets)
        if (isShown(packet, options) && isOfClient(packet) && crosses(stage, packet)) addCrossing(stage, packet);
    std::stable_sort(stage.flights.begin(), stage.flights.end(), [](const Flight& a, const Flight& b) { return a.packet->sequence < b.packet->sequence; });
    std::vector<QRectF> before;
    std::vector<std::pair<double, const Flight*>> sized;
    for (Flight& flight : stage.flights) {
        if (!flight.behind.empty()) flight.size.rwidth() += textWidth(FontRole::MonoStrong, pillPixels(stage), QStringLiteral(" +9"));
        const double factor = std::min(1.0, fitting(stage, flight, before));
        if (factor <= 0) continue;
        QRectF box(QPointF(), flight.size * factor);
        box.moveCenter(flight.center);
        before.push_back(box);
        sized.emplace_back(factor, &flight);
    }
    // The small ones lie below, so that a dot never hides a word.
    std::stable_sort(sized.begin(), sized.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [factor, flight] : sized) addPill(stage, *flight, factor);
    stage.firstOfClients = scene.packets.size();
    for (const PacketView& packet : view.packets)
        if (isShown(packet, options) && isOfClient(packet) && !crosses(stage, packet)) addClientPacket(stage, packet);
}

}  // namespace zab
