// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/client_card.h"

#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>
#include <cmath>

namespace zab {

namespace {

// Nominal sizes at scale 1.
constexpr double kHead = 30, kRow = 18, kCell = 17, kLabel = 66;

using Kind = WatchRegistration::Kind;

QString kindWord(Kind kind) {
    switch (kind) {
        case Kind::Data: return StageText::tr("data");
        case Kind::Exist: return StageText::tr("exist");
        case Kind::Child: return StageText::tr("child");
        case Kind::Persistent: return StageText::tr("persistent");
        case Kind::Recursive: return StageText::tr("recursive");
    }
    return {};
}

const char* kindName(Kind kind) {
    switch (kind) {
        case Kind::Data: return "data";
        case Kind::Exist: return "exist";
        case Kind::Child: return "child";
        case Kind::Persistent: return "persistent";
        case Kind::Recursive: return "recursive";
    }
    return "";
}

QString stepWord(int step) {
    switch (step) {
        case 1: return StageText::tr("client registers");
        case 2: return StageText::tr("server triggers");
        default: return StageText::tr("client calls back");
    }
}

QString momentWord(SimTime t) { return StageText::tr("%1 s").arg(static_cast<double>(t.us) / 1e6, 0, 'f', 4); }

/// A watch in the card: one that stands in the client's maps, or one that has been used up.
struct WatchLine {
    WatchRegistration watch;
    bool stands = false;
    std::string key() const { return watchKey(watch.kind, watch.path); }
};

/// The present watches that the trace tells nothing of come last: they have no steps to show.
std::vector<WatchLine> watchLines(const ClientView& client, const ClientStory& story) {
    std::vector<std::pair<Kind, std::string>> present;
    for (const auto& [kind, paths] : {std::pair(Kind::Data, &client.dataWatches), std::pair(Kind::Exist, &client.existWatches), std::pair(Kind::Child, &client.childWatches),
                                     std::pair(Kind::Persistent, &client.persistentWatches), std::pair(Kind::Recursive, &client.recursiveWatches)})
        for (const std::string& path : *paths) present.emplace_back(kind, path);
    std::vector<WatchLine> lines;
    std::vector<std::pair<Kind, std::string>> told;
    for (const WatchRegistration& w : story.registrations) {
        const std::pair<Kind, std::string> name(w.kind, w.path);
        if (std::find(told.begin(), told.end(), name) != told.end()) continue;   // the newest of that name
        told.push_back(name);
        const bool stands = std::find(present.begin(), present.end(), name) != present.end();
        lines.push_back({w, stands});
    }
    for (const auto& [kind, path] : present)
        if (std::find(told.begin(), told.end(), std::pair(kind, path)) == told.end()) {
            WatchLine line;
            line.watch.kind = kind;
            line.watch.path = path;
            line.stands = true;
            lines.push_back(std::move(line));
        }
    return lines;
}

class CardPen {
public:
    CardPen(std::vector<ShapeGroup>& groups, const ClusterView& view, const ClientView* client, ClientId id, const QRectF& card, const ShapeBuilder& draw,
            const StageOptions& options)
        : m_groups(groups), m_view(view), m_client(client), m_id(id), m_card(card), m_draw(draw), m_options(options), m_s(draw.scale()) {
        const auto it = options.stories.find(id.value);
        if (it != options.stories.end()) m_story = &it->second;
    }

    void paint();

private:
    struct Look {
        QString word;
        Ink fill, on;
        bool gone = false, frozen = false, dashed = false;
    };
    Look look() const;
    HitTarget target(HitKind kind) const {
        HitTarget t;
        t.kind = kind;
        t.client = m_id;
        return t;
    }
    void header(const Look& look);
    void identity(const QRectF& row);
    /// A thread's box with its title, from now on m_lane; returns the room for its two rows.
    QRectF thread(double& y, const QString& title, const QString& note, std::uint64_t number);
    void calls(const QRectF& row, const QString& label, std::int64_t size, const std::vector<ClientCallView>& calls, bool written);
    void waiting(const QRectF& row);
    void callback(const QRectF& row);
    void watches(double y);
    void watchRow(const QRectF& row, const WatchLine& line, bool chosen);
    void steps(const QRectF& box, const WatchLine& line);
    void lamp(ShapeGroup& g, const QRectF& disc, int step, bool on);
    double rowLabel(ShapeGroup& g, const QRectF& row, const QString& label, std::int64_t number);
    void cell(ShapeGroup& g, const QRectF& r, const QString& text, Ink fill, Ink on, bool outlined);
    void ring(ShapeGroup& g, const QRectF& r) const;
    QColor ground() const { return m_draw.ink(Ink::Surface); }
    TextStyle small(Ink ink, const QColor& on) const { return {FontRole::Small, m_draw.ink(ink), on}; }

    std::vector<ShapeGroup>& m_groups;
    const ClusterView& m_view;
    const ClientView* m_client;
    ClientId m_id;
    QRectF m_card;
    const ShapeBuilder& m_draw;
    const StageOptions& m_options;
    double m_s;
    std::size_t m_whole = 0, m_lane = 0;   ///< where in m_groups: the card, the thread being drawn
    ClientStory m_none;
    const ClientStory* m_story = &m_none;
};

CardPen::Look CardPen::look() const {
    if (!m_client) return {StageText::tr("not there yet"), Ink::Track, Ink::Text, false, false, true};
    if (m_client->state.empty()) return {StageText::tr("DEAD"), Ink::Down, Ink::OnDown, true};
    const QString word = QString::fromStdString(m_client->state);
    if (!m_client->alive || m_client->expired) return {word, Ink::Down, Ink::OnDown, true, m_client->frozen};
    if (m_client->connected) return {word, Ink::Client, Ink::OnClient, false, m_client->frozen};
    return {word, Ink::Looking, Ink::OnLooking, false, m_client->frozen, true};
}

void CardPen::ring(ShapeGroup& g, const QRectF& r) const {
    const HitTarget& s = m_options.selected;
    const bool selected = s == g.target || (s.kind == HitKind::Decision && s.event != kNoEvent && s.event == g.target.event);
    if (selected) m_draw.rect(g, r.adjusted(-2, -2, 2, 2), 5 * m_s, {}, m_draw.ink(Ink::Accent), 2);
}

void CardPen::header(const Look& look) {
    const QRectF head(m_card.left(), m_card.top(), m_card.width(), kHead * m_s);
    ShapeGroup g;
    g.target = target(HitKind::ClientCard);
    g.bounds = m_card;
    g.name = StageText::tr("Client %1, opened").arg(clientWord(m_id));
    g.state = m_client ? clientStateSentence(*m_client) : look.word;
    const QColor fill = m_draw.ink(look.fill), on = m_draw.ink(look.on), edge = look.gone ? m_draw.ink(Ink::Down) : m_draw.ink(Ink::OnClient);
    if (!m_draw.theme().isDark()) m_draw.rect(g, m_card.adjusted(-1, 1, 1, 3 * m_s), 9 * m_s, QColor(20, 30, 45, 22));
    Shape& body = m_draw.rect(g, m_card, 8 * m_s, m_draw.ink(look.gone ? Ink::DownSurface : Ink::Surface));
    if (look.gone) body.hatch = m_draw.ink(Ink::DownHatch);
    Shape& bar = m_draw.rect(g, head, 8 * m_s, fill);
    bar.squareBottom = true;
    if (look.frozen) {
        bar.hatch = on;
        bar.hatch.setAlpha(70);
    }
    const double idWidth = textWidth(FontRole::Id, m_draw.pixels(FontRole::Id), clientWord(m_id)) + 2;
    m_draw.label(g, QRectF(head.left() + 11 * m_s, head.top(), idWidth, head.height()), clientWord(m_id), {FontRole::Id, on, fill, Qt::AlignLeft | Qt::AlignVCenter, true});
    // The shape beside the word: a full disc is connected, an open one is on its way, a cross has ended.
    const double d = 10 * m_s;
    const QRectF mark(head.left() + 11 * m_s + idWidth + 8 * m_s, head.center().y() - d / 2, d, d);
    if (look.frozen) m_draw.icon(g, mark.adjusted(-2 * m_s, -2 * m_s, 2 * m_s, 2 * m_s), QStringLiteral("freeze"), on);
    else if (look.gone) {
        m_draw.line(g, {mark.topLeft(), mark.bottomRight()}, on, 2 * m_s);
        m_draw.line(g, {mark.topRight(), mark.bottomLeft()}, on, 2 * m_s);
    } else {
        m_draw.ellipse(g, mark, look.dashed ? QColor() : on, on, 2 * m_s);
    }
    const double left = mark.right() + 7 * m_s, right = head.right() - 30 * m_s;
    const QString at = m_client && m_client->server ? serverWord(m_client->server) : QString();
    const double tail = at.isEmpty() ? 0 : textWidth(FontRole::State, m_draw.pixels(FontRole::State), at) + 8 * m_s;
    m_draw.label(g, QRectF(left, head.top(), right - tail - left, head.height()), look.word, {FontRole::State, on, fill, Qt::AlignLeft | Qt::AlignVCenter, true});
    m_draw.label(g, QRectF(right - tail, head.top(), tail, head.height()), at, {FontRole::State, on, fill, Qt::AlignRight | Qt::AlignVCenter});
    Shape& frame = m_draw.rect(g, m_card, 8 * m_s, {}, edge, std::clamp(2 * m_s, 1.4, 3.5));
    if (look.dashed) frame.dash = {4, 3};
    const HitTarget& s = m_options.selected;
    if ((s.kind == HitKind::ClientCard || s.kind == HitKind::Client) && s.client == m_id) m_draw.rect(g, m_card.adjusted(-4, -4, 4, 4), 8 * m_s + 4, {}, m_draw.ink(Ink::Accent), 2.5);
    m_whole = m_groups.size();
    m_groups.push_back(std::move(g));

    ShapeGroup close;
    close.target = target(HitKind::ClientClose);
    close.bounds = QRectF(head.right() - 28 * m_s, head.top(), 28 * m_s, head.height());
    close.name = StageText::tr("Close the card of %1").arg(clientWord(m_id));
    close.state = StageText::tr("open");
    const double side = 9 * m_s;
    QRectF x(0, 0, side, side);
    x.moveCenter(close.bounds.center());
    m_draw.line(close, {x.topLeft(), x.bottomRight()}, on, 1.8 * m_s);
    m_draw.line(close, {x.topRight(), x.bottomLeft()}, on, 1.8 * m_s);
    ring(close, x.adjusted(-4, -4, 4, 4));
    m_groups.push_back(std::move(close));
}

void CardPen::identity(const QRectF& row) {
    ShapeGroup& g = m_groups[m_whole];
    const QString session = m_client->session.value ? QStringLiteral("0x%1").arg(static_cast<quint64>(m_client->session.value), 0, 16) : StageText::tr("none");
    const QString seen = StageText::tr("has seen %1").arg(zxidWord(m_client->lastZxid));
    const double tail = std::min(row.width() * 0.45, textWidth(FontRole::Small, m_draw.pixels(FontRole::Small), seen) + 3);
    m_draw.label(g, QRectF(row.right() - tail, row.top(), tail, row.height()), seen, {FontRole::Small, m_draw.ink(Ink::TextSoft), ground(), Qt::AlignRight | Qt::AlignVCenter});
    const QString held = StageText::tr("frozen: %1 packets in its socket, %2 calls for later").arg(m_client->socketSize).arg(m_client->toldSize);
    const QString text = m_client->frozen ? held : m_client->expired ? StageText::tr("session %1 has expired").arg(session) : StageText::tr("session %1").arg(session);
    m_draw.label(g, QRectF(row.left(), row.top(), row.width() - tail - 4, row.height()), text, small(m_client->expired ? Ink::DownText : Ink::TextSoft, ground()));
}

QRectF CardPen::thread(double& y, const QString& title, const QString& note, std::uint64_t number) {
    const QRectF box(m_card.left() + 7 * m_s, y, m_card.width() - 14 * m_s, (kRow * 3 + 5) * m_s);
    ShapeGroup g;
    g.target = target(HitKind::ClientThread);
    g.target.sequence = number;
    g.bounds = box;
    g.name = StageText::tr("%1 of %2").arg(title, clientWord(m_id));
    g.state = note;
    const QColor ground = m_draw.ink(Ink::Raised);
    m_draw.rect(g, box, 5 * m_s, ground, m_draw.ink(Ink::Border), 1);
    const QRectF inner = box.adjusted(7 * m_s, 1 * m_s, -7 * m_s, -3 * m_s);
    const double used = m_draw.label(g, QRectF(inner.left(), inner.top(), inner.width(), kRow * m_s), title, {FontRole::SmallStrong, m_draw.ink(Ink::Text), ground});
    m_draw.label(g, QRectF(inner.left() + used + 10 * m_s, inner.top(), inner.width() - used - 10 * m_s, kRow * m_s), note,
                 {FontRole::Small, m_draw.ink(Ink::TextSoft), ground, Qt::AlignRight | Qt::AlignVCenter});
    ring(g, box);
    m_lane = m_groups.size();
    m_groups.push_back(std::move(g));
    y = box.bottom() + 5 * m_s;
    return {inner.left(), inner.top() + kRow * m_s, inner.width(), kRow * 2 * m_s};
}

double CardPen::rowLabel(ShapeGroup& g, const QRectF& row, const QString& label, std::int64_t number) {
    const QColor on = m_draw.ink(Ink::Raised);
    const QString count = QString::number(number);
    const double tail = std::max(12 * m_s, textWidth(FontRole::SmallStrong, m_draw.pixels(FontRole::SmallStrong), count) + 3), width = (kLabel + 12) * m_s;
    m_draw.label(g, QRectF(row.left(), row.top(), width - tail, row.height()), label, small(Ink::TextSoft, on));
    m_draw.label(g, QRectF(row.left() + width - tail, row.top(), tail - 3 * m_s, row.height()), count, {FontRole::SmallStrong, m_draw.ink(Ink::Text), on, Qt::AlignRight | Qt::AlignVCenter});
    return row.left() + width + 2 * m_s;
}

void CardPen::cell(ShapeGroup& g, const QRectF& r, const QString& text, Ink fill, Ink on, bool outlined) {
    Shape& body = m_draw.rect(g, r, 3 * m_s, m_draw.ink(fill), m_draw.ink(on), 1);
    if (outlined) body.dash = {2, 2};
    m_draw.label(g, r.adjusted(3 * m_s, 0, -2 * m_s, 0), text, {FontRole::Small, m_draw.ink(on), m_draw.ink(fill)});
    ring(g, r);
}

/// So many places in a row, and how wide each is; the last one may have to say how many more there are.
struct Places {
    std::size_t shown = 0;
    double width = 0;
    bool more = false;
};
Places placesFor(std::size_t known, std::int64_t size, double room, double s) {
    Places p;
    const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(room / (52 * s))));
    const std::size_t all = static_cast<std::size_t>(std::max<std::int64_t>(size, 0));
    p.more = all > std::min(known, most);
    const double tail = p.more ? 26 * s : 0;
    p.shown = std::min(known, p.more ? std::max<std::size_t>(1, most - 1) : most);
    p.width = p.shown ? std::min(96 * s, (room - tail) / static_cast<double>(p.shown)) : 0;
    return p;
}

void CardPen::calls(const QRectF& row, const QString& label, std::int64_t size, const std::vector<ClientCallView>& calls, bool written) {
    ShapeGroup& lane = m_groups[m_lane];
    const double left = rowLabel(lane, row, label, size);
    const Places places = placesFor(calls.size(), size, row.right() - left, m_s);
    if (places.more)
        m_draw.label(lane, QRectF(row.right() - 24 * m_s, row.top(), 24 * m_s, row.height()), QStringLiteral("+%1").arg(size - static_cast<std::int64_t>(places.shown)),
                     {FontRole::SmallStrong, m_draw.ink(Ink::TextSoft), m_draw.ink(Ink::Raised), Qt::AlignRight | Qt::AlignVCenter});
    for (std::size_t i = 0; i < places.shown; ++i) {
        const ClientCallView& c = calls[i];
        ShapeGroup g;
        g.target = target(HitKind::ClientCall);
        g.target.sequence = static_cast<std::uint64_t>(static_cast<std::uint32_t>(c.xid));
        g.bounds = QRectF(left + places.width * static_cast<double>(i), row.center().y() - kCell * m_s / 2, places.width - 3 * m_s, kCell * m_s);
        const QString what = QStringLiteral("%1 %2").arg(QString::fromStdString(c.op), QString::fromStdString(c.path)).trimmed();
        g.name = StageText::tr("call xid %1 of %2: %3").arg(c.xid).arg(clientWord(m_id), what);
        g.state = written ? StageText::tr("written, waits for its reply") : StageText::tr("not yet written");
        cell(g, g.bounds, QStringLiteral("#%1 %2").arg(c.xid).arg(what), Ink::Client, Ink::OnClient, !written);
        m_groups.push_back(std::move(g));
    }
}

void CardPen::waiting(const QRectF& row) {
    ShapeGroup& lane = m_groups[m_lane];
    const double left = rowLabel(lane, row, StageText::tr("waiting"), m_client->waitingSize);
    const Places places = placesFor(m_client->waiting.size(), m_client->waitingSize, row.right() - left, m_s);
    if (places.more)
        m_draw.label(lane, QRectF(row.right() - 24 * m_s, row.top(), 24 * m_s, row.height()),
                     QStringLiteral("+%1").arg(m_client->waitingSize - static_cast<std::int64_t>(places.shown)),
                     {FontRole::SmallStrong, m_draw.ink(Ink::TextSoft), m_draw.ink(Ink::Raised), Qt::AlignRight | Qt::AlignVCenter});
    for (std::size_t i = 0; i < places.shown; ++i) {
        const ClientEventView& e = m_client->waiting[i];
        ShapeGroup g;
        g.target = target(HitKind::ClientEvent);
        g.target.sequence = i + 1;
        // Those that wait are the newest that were queued.
        const auto back = static_cast<std::size_t>(m_client->waitingSize) - i;
        if (back <= m_story->queued.size()) g.target.event = m_story->queued[m_story->queued.size() - back];
        g.bounds = QRectF(left + places.width * static_cast<double>(i), row.center().y() - kCell * m_s / 2, places.width - 3 * m_s, kCell * m_s);
        const QString subject = QString::fromStdString(e.subject), type = QString::fromStdString(e.type);
        g.name = StageText::tr("event %1 %2 waits at %3").arg(type, subject, clientWord(m_id));
        g.state = StageText::tr("%1 in the queue of the EventThread").arg(i + 1);
        cell(g, g.bounds, subject, Ink::Client, Ink::OnClient, false);
        m_groups.push_back(std::move(g));
    }
}

void CardPen::callback(const QRectF& row) {
    if (!m_client->calling) {
        m_draw.label(m_groups[m_lane], row, StageText::tr("no callback runs"), small(Ink::TextSoft, m_draw.ink(Ink::Raised)));
        return;
    }
    ShapeGroup g;
    g.target = target(HitKind::ClientCallback);
    g.target.event = m_story->callback;
    g.bounds = row.adjusted(0, 0.5 * m_s, 0, -0.5 * m_s);
    const QString what = QString::fromStdString(m_client->callback.type + " " + m_client->callback.subject);
    g.name = StageText::tr("callback of %1: %2").arg(clientWord(m_id), what);
    g.state = StageText::tr("runs until %1; what comes meanwhile waits").arg(momentWord(m_client->callbackUntil));
    const QColor fill = m_draw.ink(Ink::Looking), on = m_draw.ink(Ink::OnLooking);
    m_draw.rect(g, g.bounds, 3 * m_s, fill);
    const QString until = StageText::tr("until %1").arg(momentWord(m_client->callbackUntil));
    const double tail = std::min(row.width() * 0.5, textWidth(FontRole::SmallStrong, m_draw.pixels(FontRole::SmallStrong), until) + 8 * m_s);
    const QRectF text = g.bounds.adjusted(5 * m_s, 0, -5 * m_s, 0);
    m_draw.label(g, QRectF(text.right() - tail, text.top(), tail, text.height()), until, {FontRole::SmallStrong, on, fill, Qt::AlignRight | Qt::AlignVCenter});
    m_draw.label(g, QRectF(text.left(), text.top(), text.width() - tail - 4 * m_s, text.height()), QStringLiteral("▶ ") + what, {FontRole::Small, on, fill});
    ring(g, g.bounds);
    m_groups.push_back(std::move(g));
}

void CardPen::lamp(ShapeGroup& g, const QRectF& disc, int step, bool on) {
    m_draw.ellipse(g, disc, on ? m_draw.ink(Ink::Ack) : ground(), m_draw.ink(on ? Ink::Ack : Ink::LineStrong), 1.3 * m_s);
    m_draw.labelAt(g, disc.adjusted(-2, 0, 2, 0), QString::number(step),
                   {FontRole::SmallStrong, m_draw.ink(on ? Ink::OnAck : Ink::TextSoft), on ? m_draw.ink(Ink::Ack) : ground(), Qt::AlignCenter},
                   std::max(7, static_cast<int>(disc.height() * 0.66)));
}

void CardPen::watchRow(const QRectF& row, const WatchLine& line, bool chosen) {
    const double side = 14 * m_s, lamps = (side + 4 * m_s) * WatchRegistration::kSteps;
    ShapeGroup g;
    g.target = target(HitKind::ClientWatch);
    g.target.path = line.key();
    g.bounds = QRectF(row.left(), row.top(), row.width() - lamps, row.height());
    g.name = StageText::tr("%1 watch of %2 on %3").arg(kindWord(line.watch.kind), clientWord(m_id), QString::fromStdString(line.watch.path));
    g.state = line.stands ? StageText::tr("stands") : StageText::tr("used up");
    if (chosen) m_draw.rect(g, row.adjusted(-4 * m_s, 0, 4 * m_s, 0), 4 * m_s, m_draw.ink(Ink::Highlight));
    const QColor on = m_draw.ink(chosen ? Ink::Highlight : Ink::Surface);
    const double kind = 58 * m_s;
    m_draw.label(g, QRectF(row.left(), row.top(), kind, row.height()), kindWord(line.watch.kind), small(line.stands ? Ink::Text : Ink::TextSoft, on));
    const QRectF path(row.left() + kind, row.top(), row.width() - kind - lamps - 4 * m_s, row.height());
    const QString text = QString::fromStdString(line.watch.path);
    const double used = m_draw.label(g, path, text, {line.stands ? FontRole::SmallStrong : FontRole::Small, m_draw.ink(line.stands ? Ink::Text : Ink::TextSoft), on});
    if (!line.stands) m_draw.line(g, {QPointF(path.left(), path.center().y()), QPointF(path.left() + used, path.center().y())}, m_draw.ink(Ink::TextSoft), 1);
    ring(g, g.bounds);
    m_groups.push_back(std::move(g));
    for (int step = 1; step <= WatchRegistration::kSteps; ++step) {
        ShapeGroup l;
        l.target = target(HitKind::WatchStep);
        l.target.path = line.key();
        l.target.sequence = static_cast<std::uint64_t>(step);
        l.target.event = line.watch.step(step);
        l.bounds = QRectF(row.right() - lamps + (step - 1) * (side + 4 * m_s), row.top(), side + 4 * m_s, row.height());
        l.name = StageText::tr("step %1 of 3, %2: %3 watch on %4").arg(step).arg(stepWord(step), kindWord(line.watch.kind), text);
        l.state = l.target.event == kNoEvent ? StageText::tr("not yet") : StageText::tr("at %1").arg(momentWord(line.watch.at(step)));
        QRectF disc(0, 0, side, side);
        disc.moveCenter(l.bounds.center());
        lamp(l, disc, step, l.target.event != kNoEvent);
        ring(l, disc);
        m_groups.push_back(std::move(l));
    }
}

/// The three steps in words, one below the other.
void CardPen::steps(const QRectF& box, const WatchLine& line) {
    ShapeGroup& g = m_groups[m_groups.size() - 1 - WatchRegistration::kSteps];   // the chosen row is the last one painted
    const double height = box.height() / WatchRegistration::kSteps;
    const QColor on = ground();
    for (int step = 1; step <= WatchRegistration::kSteps; ++step) {
        const QRectF row(box.left(), box.top() + (step - 1) * height, box.width(), height);
        const bool done = line.watch.step(step) != kNoEvent;
        QString when = StageText::tr("not yet");
        if (done) when = momentWord(line.watch.at(step));
        else if (step == 3 && line.watch.queued != kNoEvent) when = StageText::tr("waits for its turn");
        else if (step == 3 && line.watch.triggered != kNoEvent) when = StageText::tr("on its way");
        const double tail = std::min(row.width() * 0.5, textWidth(FontRole::Small, m_draw.pixels(FontRole::Small), when) + 3);
        m_draw.label(g, QRectF(row.left(), row.top(), row.width() - tail - 4, row.height()), QStringLiteral("%1  %2").arg(step).arg(stepWord(step)),
                     {done ? FontRole::SmallStrong : FontRole::Small, m_draw.ink(done ? Ink::Text : Ink::TextSoft), on});
        m_draw.label(g, QRectF(row.right() - tail, row.top(), tail, row.height()), when, {FontRole::Small, m_draw.ink(Ink::TextSoft), on, Qt::AlignRight | Qt::AlignVCenter});
    }
}

void CardPen::watches(double y) {
    const QRectF body(m_card.left() + 12 * m_s, y, m_card.width() - 24 * m_s, m_card.bottom() - 6 * m_s - y);
    const std::vector<WatchLine> lines = watchLines(*m_client, *m_story);
    const QString title = StageText::tr("Watches"), note = StageText::tr("%1, and the default watcher").arg(m_client->watchCount);
    const double used = m_draw.label(m_groups[m_whole], QRectF(body.left(), body.top(), body.width(), kRow * m_s), title, {FontRole::SmallStrong, m_draw.ink(Ink::Text), ground()});
    m_draw.label(m_groups[m_whole], QRectF(body.left() + used + 8 * m_s, body.top(), body.width() - used - 8 * m_s, kRow * m_s), note,
                 {FontRole::Small, m_draw.ink(Ink::TextSoft), ground(), Qt::AlignRight | Qt::AlignVCenter});
    double top = body.top() + kRow * m_s;
    const auto room = static_cast<int>((body.bottom() - top + 0.5) / (kRow * m_s));
    if (lines.empty()) {
        if (room > 0) m_draw.label(m_groups[m_whole], QRectF(body.left(), top, body.width(), kRow * m_s), StageText::tr("none asked for yet"), small(Ink::TextSoft, ground()));
        return;
    }
    const auto wanted = m_options.watches.find(m_id.value);
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (wanted != m_options.watches.end() && lines[i].key() == wanted->second) chosen = i;
    const bool words = room >= 4;
    const int rows = std::min(static_cast<int>(lines.size()), words ? room - 3 : std::max(room, 0));
    // The chosen one is always seen; the others keep their order around it.
    const std::size_t first = static_cast<int>(chosen) < rows ? 0 : chosen - static_cast<std::size_t>(rows) + 1;
    for (std::size_t i = first; i < lines.size() && static_cast<int>(i - first) < rows; ++i) {
        watchRow(QRectF(body.left(), top, body.width(), kRow * m_s), lines[i], i == chosen && words);
        top += kRow * m_s;
        if (i != chosen || !words) continue;
        steps(QRectF(body.left() + 12 * m_s, top, body.width() - 12 * m_s, 3 * 15.5 * m_s), lines[i]);
        top += 3 * 15.5 * m_s + 3 * m_s;
    }
}

void CardPen::paint() {
    header(look());
    if (!m_client) return;
    double y = m_card.top() + (kHead + 3) * m_s;
    identity(QRectF(m_card.left() + 12 * m_s, y, m_card.width() - 24 * m_s, kRow * m_s));
    y += (kRow + 2) * m_s;
    const bool alive = !m_client->state.empty();
    const QRectF send = thread(y, QStringLiteral("SendThread"), alive ? StageText::tr("%1 replies so far").arg(m_client->done) : StageText::tr("ended"), 1);
    calls(QRectF(send.left(), send.top(), send.width(), kRow * m_s), StageText::tr("outgoing"), m_client->outgoingSize, m_client->outgoing, false);
    calls(QRectF(send.left(), send.top() + kRow * m_s, send.width(), kRow * m_s), StageText::tr("pending"), m_client->pendingSize, m_client->pending, true);
    const QString takes = m_client->callbackTime.us > 0 ? StageText::tr("a callback takes %1").arg(durationWord(m_client->callbackTime)) : StageText::tr("callbacks take no time");
    const QRectF event = thread(y, QStringLiteral("EventThread"), alive ? takes : StageText::tr("ended"), 2);
    waiting(QRectF(event.left(), event.top(), event.width(), kRow * m_s));
    callback(QRectF(event.left(), event.top() + kRow * m_s, event.width(), kRow * m_s));
    watches(y);
}

}  // namespace

std::string watchKey(WatchRegistration::Kind kind, const std::string& path) { return std::string(kindName(kind)) + " " + path; }

void addOpenedClients(std::vector<ShapeGroup>& groups, const ClusterView& view, const StageLayout& layout, const Theme& theme,
                      const StageOptions& options) {
    const ShapeBuilder draw(theme, layout.openedScale);
    for (const OpenedPlace& place : layout.opened) {
        const auto client = std::find_if(view.clients.begin(), view.clients.end(), [&](const ClientView& c) { return c.id == place.id; });
        CardPen(groups, view, client == view.clients.end() ? nullptr : &*client, place.id, place.card, draw, options).paint();
    }
}

}  // namespace zab
