// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/client_card_pen.h"

#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>
#include <cmath>

namespace zab {

using namespace client_card_size;

QString momentWord(SimTime t) { return StageText::tr("%1 s").arg(static_cast<double>(t.us) / 1e6, 0, 'f', 4); }

ClientCardPen::ClientCardPen(std::vector<ShapeGroup>& groups, const ClusterView& view, const ClientView* client, ClientId id, const QRectF& card,
                             const ShapeBuilder& draw, const StageOptions& options)
    : m_groups(groups), m_view(view), m_client(client), m_id(id), m_card(card), m_draw(draw), m_options(options), m_s(draw.scale()) {
    // In a low card the rows stand closer: a watch with its three steps and two more shall fit.
    m_row = std::clamp((card.height() / m_s - kBetween) / kRows, kLeastRow, kRow) * m_s;
    m_cell = m_row - 1 * m_s;
    const auto it = options.stories.find(id.value);
    if (it != options.stories.end()) m_story = &it->second;
}

ClientCardPen::Look ClientCardPen::look() const {
    if (!m_client) return {StageText::tr("not there yet"), Ink::Track, Ink::Text, false, false, true};
    if (m_client->state.empty()) return {StageText::tr("DEAD"), Ink::Down, Ink::OnDown, true};
    const QString word = QString::fromStdString(m_client->state);
    if (!m_client->alive || m_client->expired) return {word, Ink::Down, Ink::OnDown, true, m_client->frozen};
    if (m_client->connected) return {word, Ink::Client, Ink::OnClient, false, m_client->frozen};
    return {word, Ink::Looking, Ink::OnLooking, false, m_client->frozen, true};
}

void ClientCardPen::ring(ShapeGroup& g, const QRectF& r) const {
    const HitTarget& s = m_options.selected;
    const bool selected = s == g.target || (s.kind == HitKind::Decision && s.event != kNoEvent && s.event == g.target.event);
    if (selected) m_draw.rect(g, r.adjusted(-2, -2, 2, 2), 5 * m_s, {}, m_draw.ink(Ink::Accent), 2);
}

void ClientCardPen::header(const Look& look) {
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

void ClientCardPen::identity(const QRectF& row) {
    ShapeGroup& g = m_groups[m_whole];
    const QString session = m_client->session.value ? StageText::tr("session %1").arg(QStringLiteral("0x%1").arg(static_cast<quint64>(m_client->session.value), 0, 16))
                                                    : StageText::tr("no session");
    const QString seen = StageText::tr("has seen %1").arg(zxidWord(m_client->lastZxid));
    const double tail = std::min(row.width() * 0.45, textWidth(FontRole::Small, m_draw.pixels(FontRole::Small), seen) + 3);
    m_draw.label(g, QRectF(row.right() - tail, row.top(), tail, row.height()), seen, {FontRole::Small, m_draw.ink(Ink::TextSoft), ground(), Qt::AlignRight | Qt::AlignVCenter});
    const QString held = StageText::tr("frozen: %1 packets in its socket, %2 calls for later").arg(m_client->socketSize).arg(m_client->toldSize);
    const QString text = m_client->frozen ? held : m_client->expired ? StageText::tr("its session has expired") : session;
    m_draw.label(g, QRectF(row.left(), row.top(), row.width() - tail - 4, row.height()), text, small(m_client->expired ? Ink::DownText : Ink::TextSoft, ground()));
}

QRectF ClientCardPen::thread(double& y, int rows, const QString& title, const QString& note, std::uint64_t number) {
    const QRectF box(m_card.left() + 7 * m_s, y, m_card.width() - 14 * m_s, m_row * (rows + 1) + 5 * m_s);
    ShapeGroup g;
    g.target = target(HitKind::ClientThread);
    g.target.sequence = number;
    g.bounds = box;
    g.name = StageText::tr("%1 of %2").arg(title, clientWord(m_id));
    g.state = note;
    const QColor ground = m_draw.ink(Ink::Raised);
    m_draw.rect(g, box, 5 * m_s, ground, m_draw.ink(Ink::Border), 1);
    const QRectF inner = box.adjusted(7 * m_s, 1 * m_s, -7 * m_s, -3 * m_s);
    const double used = m_draw.label(g, QRectF(inner.left(), inner.top(), inner.width(), m_row), title, {FontRole::SmallStrong, m_draw.ink(Ink::Text), ground});
    m_draw.label(g, QRectF(inner.left() + used + 10 * m_s, inner.top(), inner.width() - used - 10 * m_s, m_row), note,
                 {FontRole::Small, m_draw.ink(Ink::TextSoft), ground, Qt::AlignRight | Qt::AlignVCenter});
    ring(g, box);
    m_lane = m_groups.size();
    m_groups.push_back(std::move(g));
    y = box.bottom() + 5 * m_s;
    return {inner.left(), inner.top() + m_row, inner.width(), m_row};
}

double ClientCardPen::rowLabel(ShapeGroup& g, const QRectF& row, const QString& label, std::int64_t number) {
    const QColor on = m_draw.ink(Ink::Raised);
    const QString count = QString::number(number);
    const double tail = std::max(12 * m_s, textWidth(FontRole::SmallStrong, m_draw.pixels(FontRole::SmallStrong), count) + 3), width = (kLabel + 12) * m_s;
    m_draw.label(g, QRectF(row.left(), row.top(), width - tail, row.height()), label, small(Ink::TextSoft, on));
    m_draw.label(g, QRectF(row.left() + width - tail, row.top(), tail - 3 * m_s, row.height()), count, {FontRole::SmallStrong, m_draw.ink(Ink::Text), on, Qt::AlignRight | Qt::AlignVCenter});
    return row.left() + width + 2 * m_s;
}

void ClientCardPen::cell(ShapeGroup& g, const QRectF& r, const QString& text, Ink fill, Ink on, bool outlined) const {
    Shape& body = m_draw.rect(g, r, 3 * m_s, m_draw.ink(fill), m_draw.ink(on), 1);
    if (outlined) body.dash = {2, 2};
    const QRectF inner = r.adjusted(3 * m_s, 0, -2 * m_s, 0);
    m_draw.label(g, inner, fitMiddle(FontRole::Small, m_draw.pixels(FontRole::Small), text, inner.width()), {FontRole::Small, m_draw.ink(on), m_draw.ink(fill)});
    ring(g, r);
}

void ClientCardPen::more(ShapeGroup& g, const QRectF& row, std::int64_t count) {
    m_draw.label(g, QRectF(row.right() - 24 * m_s, row.top(), 24 * m_s, row.height()), QStringLiteral("+%1").arg(count),
                 {FontRole::SmallStrong, m_draw.ink(Ink::TextSoft), m_draw.ink(Ink::Raised), Qt::AlignRight | Qt::AlignVCenter});
}

namespace {

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

}  // namespace

void ClientCardPen::calls(const QRectF& row, const QString& label, std::int64_t size, const std::vector<ClientCallView>& calls, bool written) {
    ShapeGroup& lane = m_groups[m_lane];
    const double left = rowLabel(lane, row, label, size);
    const Places places = placesFor(calls.size(), size, row.right() - left, m_s);
    if (places.more) more(lane, row, size - static_cast<std::int64_t>(places.shown));
    for (std::size_t i = 0; i < places.shown; ++i) {
        const ClientCallView& c = calls[i];
        ShapeGroup g;
        g.target = target(HitKind::ClientCall);
        g.target.sequence = static_cast<std::uint64_t>(static_cast<std::uint32_t>(c.xid));
        g.bounds = QRectF(left + places.width * static_cast<double>(i), row.center().y() - m_cell / 2, places.width - 3 * m_s, m_cell);
        const QString what = QStringLiteral("%1 %2").arg(QString::fromStdString(c.op), QString::fromStdString(c.path)).trimmed();
        g.name = StageText::tr("call xid %1 of %2: %3").arg(c.xid).arg(clientWord(m_id), what);
        g.state = written ? StageText::tr("written, waits for its reply") : StageText::tr("not yet written");
        cell(g, g.bounds, QStringLiteral("#%1 %2").arg(c.xid).arg(what), Ink::Client, Ink::OnClient, !written);
        m_groups.push_back(std::move(g));
    }
}

void ClientCardPen::waiting(const QRectF& row) {
    ShapeGroup& lane = m_groups[m_lane];
    const double left = rowLabel(lane, row, StageText::tr("waiting"), m_client->waitingSize);
    const Places places = placesFor(m_client->waiting.size(), m_client->waitingSize, row.right() - left, m_s);
    if (places.more) more(lane, row, m_client->waitingSize - static_cast<std::int64_t>(places.shown));
    for (std::size_t i = 0; i < places.shown; ++i) {
        const ClientEventView& e = m_client->waiting[i];
        ShapeGroup g;
        g.target = target(HitKind::ClientEvent);
        g.target.sequence = i + 1;
        // Those that wait are the newest that were queued.
        const auto back = static_cast<std::size_t>(m_client->waitingSize) - i;
        if (back <= m_story->queued.size()) g.target.event = m_story->queued[m_story->queued.size() - back];
        g.bounds = QRectF(left + places.width * static_cast<double>(i), row.center().y() - m_cell / 2, places.width - 3 * m_s, m_cell);
        const QString subject = QString::fromStdString(e.subject), type = QString::fromStdString(e.type);
        g.name = StageText::tr("event %1 %2 waits at %3").arg(type, subject, clientWord(m_id));
        g.state = StageText::tr("%1 in the queue of the EventThread").arg(i + 1);
        if (!e.watchers.empty()) g.state += StageText::tr(", for its watchers %1").arg(watchersWord(e.watchers, FontRole::Small, m_draw.pixels(FontRole::Small), 1e6));
        cell(g, g.bounds, subject, Ink::Client, Ink::OnClient, false);
        m_groups.push_back(std::move(g));
    }
}

void ClientCardPen::callback(const QRectF& row) {
    if (!m_client->calling) {
        m_draw.label(m_groups[m_lane], row, StageText::tr("no callback runs"), small(Ink::TextSoft, m_draw.ink(Ink::Raised)));
        return;
    }
    ShapeGroup g;
    g.target = target(HitKind::ClientCallback);
    g.target.event = m_story->callback;
    g.bounds = row.adjusted(0, 0.5 * m_s, 0, -0.5 * m_s);
    QString what = QString::fromStdString(m_client->callback.type + " " + m_client->callback.subject);
    const std::vector<std::string>& watchers = m_client->callback.watchers;
    if (const auto at = static_cast<std::size_t>(m_client->callbackWatcher); at < watchers.size()) {
        const QString called = watchers[at].empty() ? StageText::tr("default", "watcher") : QString::fromStdString(watchers[at]);
        what = watchers.size() == 1 ? StageText::tr("%1: %2", "an event, the watcher that is called").arg(what, called)
                                    : StageText::tr("%1: %2, %3 of %4", "an event, the watcher that is called").arg(what, called).arg(at + 1).arg(watchers.size());
    }
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

void ClientCardPen::paint() {
    header(look());
    if (!m_client) return;
    double y = m_card.top() + (kHead + 3) * m_s;
    identity(QRectF(m_card.left() + 12 * m_s, y, m_card.width() - 24 * m_s, m_row));
    y += m_row + 2 * m_s;
    const auto rowOf = [this](const QRectF& first, int n) { return first.translated(0, n * m_row); };
    const QRectF send = thread(y, 4, QStringLiteral("SendThread"), sendNote(), 1);
    calls(send, StageText::tr("outgoing"), m_client->outgoingSize, m_client->outgoing, false);
    calls(rowOf(send, 1), StageText::tr("pending"), m_client->pendingSize, m_client->pending, true);
    hosts(rowOf(send, 2));
    auth(rowOf(send, 3));
    const QString takes = m_client->callbackTime.us > 0 ? StageText::tr("a callback takes %1").arg(durationWord(m_client->callbackTime)) : StageText::tr("callbacks take no time");
    const QRectF event = thread(y, 2, QStringLiteral("EventThread"), m_client->state.empty() ? StageText::tr("ended") : takes, 2);
    waiting(event);
    callback(rowOf(event, 1));
    watches(y);
}

void addOpenedClients(std::vector<ShapeGroup>& groups, const ClusterView& view, const StageLayout& layout, const Theme& theme,
                      const StageOptions& options) {
    const ShapeBuilder draw(theme, layout.openedScale);
    for (const OpenedPlace& place : layout.opened) {
        const auto client = std::find_if(view.clients.begin(), view.clients.end(), [&](const ClientView& c) { return c.id == place.id; });
        ClientCardPen(groups, view, client == view.clients.end() ? nullptr : &*client, place.id, place.card, draw, options).paint();
    }
}

}  // namespace zab
