// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/card_scene.h"

#include "engine/zab/effects.h"
#include "engine/zab/rules.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>

namespace zab {

namespace {

bool isDown(const ServerView& server) {
    return server.life == ServerLife::Down || server.life == ServerLife::Refused || server.life == ServerLife::Exited;
}

/// The rows of a card's body, from top to bottom.
class Rows {
public:
    Rows(const QRectF& body, double s) : m_body(body.adjusted(11 * s, 6 * s, -11 * s, -4 * s)), m_y(m_body.top()), m_s(s) {}
    QRectF next(double height, double gap = 3) {
        const QRectF row(m_body.left(), m_y, m_body.width(), height * m_s);
        m_y += (height + gap) * m_s;
        return row;
    }
    QRectF rest() const { return {m_body.left(), m_y, m_body.width(), std::max(0.0, m_body.bottom() - m_y)}; }

private:
    QRectF m_body;
    double m_y, m_s;
};

struct Pen {
    const CardContext& c;
    std::vector<ShapeGroup>& groups;
    ShapeGroup& g;   ///< the card itself

    const ShapeBuilder& draw() const { return c.draw; }
    QColor ground() const { return c.draw.ink(isDown(c.server) ? Ink::DownSurface : Ink::Surface); }
    /// Left and right text of one row; the right one gets the room it needs, at most `share` of it.
    void pair(const QRectF& row, const QString& left, FontRole leftRole, Ink leftInk, const QString& right, FontRole rightRole, Ink rightInk,
              double share = 0.62) const {
        const double want = textWidth(rightRole, draw().pixels(rightRole), right) + 2;
        const double tail = std::min(want, row.width() * share);
        draw().label(g, QRectF(row.right() - tail, row.top(), tail, row.height()), right,
                     {rightRole, draw().ink(rightInk), ground(), Qt::AlignRight | Qt::AlignVCenter});
        draw().label(g, QRectF(row.left(), row.top(), row.width() - tail - 4, row.height()), left,
                     {leftRole, draw().ink(leftInk), ground()});
    }
};

void drawHeader(const Pen& p, const QRectF& card, double height) {
    const CardContext& c = p.c;
    const double s = c.draw.scale();
    const Theme& theme = c.draw.theme();
    const QColor fill = theme.server(c.server.life, c.server.state), on = theme.onServer(c.server.life, c.server.state);
    const QRectF head(card.left(), card.top(), card.width(), height);
    Shape& bar = c.draw.rect(p.g, head, 8 * s, fill);
    bar.squareBottom = true;
    if (c.server.life == ServerLife::Frozen) bar.hatch = QColor(255, 255, 255, 60);
    const bool mini = c.layout.level == CardLevel::Mini;
    const int idPixels = static_cast<int>(std::max(9.0, (mini ? 16 : 20) * s)), statePixels = static_cast<int>(std::max(8.0, (mini ? 12 : 13.5) * s));
    const double pad = (mini ? 7 : 11) * s, icon = std::min(height * 0.62, 17 * s);
    const double idWidth = textWidth(FontRole::Id, idPixels, serverWord(c.server.id)) + 2;
    c.draw.labelAt(p.g, QRectF(head.left() + pad, head.top(), idWidth, height), serverWord(c.server.id),
                   {FontRole::Id, on, fill, Qt::AlignLeft | Qt::AlignVCenter, true}, idPixels);
    double left = head.left() + pad + idWidth + 4 * s;
    if (c.server.observer && !mini) {
        c.draw.icon(p.g, QRectF(left, head.center().y() - icon / 2, icon, icon), QStringLiteral("observer"), on);
        left += icon + 3 * s;
    }
    const char* mark = c.server.life == ServerLife::Frozen                                                      ? "freeze"
                       : c.server.life == ServerLife::Up && c.server.state == ServerState::Leading             ? "crown"
                       : c.server.life == ServerLife::Refused || c.server.life == ServerLife::Exited           ? "warning"
                                                                                                                : nullptr;
    double right = head.right() - pad;
    if (mark) {
        c.draw.icon(p.g, QRectF(right - icon, head.center().y() - icon / 2, icon, icon), QLatin1String(mark), on);
        right -= icon + 4 * s;
    }
    c.draw.labelAt(p.g, QRectF(left, head.top(), right - left, height), stateWord(c.server),
                   {FontRole::State, on, fill, Qt::AlignRight | Qt::AlignVCenter, true}, statePixels);
}

void drawVoteLamps(const Pen& p, const QRectF& row, double belowHeight) {
    std::vector<Lamp> lamps;
    const ShapeBuilder& draw = p.draw();
    for (ServerId id : votersOf(p.c.view)) {
        const auto heard = std::find_if(p.c.server.heard.begin(), p.c.server.heard.end(), [&](const HeardVote& h) { return h.from == id; });
        const bool any = heard != p.c.server.heard.end();
        const bool counts = any && heard->vote.leader == p.c.server.vote.leader && heard->vote.zxid == p.c.server.vote.zxid;
        Lamp lamp;
        lamp.who = id;
        lamp.fill = draw.ink(counts ? Ink::Looking : Ink::Surface);
        lamp.stroke = draw.ink(any ? Ink::Looking : Ink::LineStrong);
        lamp.text = draw.ink(counts ? Ink::OnLooking : any ? Ink::LookingText : Ink::TextSoft);
        if (any) lamp.below = QStringLiteral("→%1").arg(heard->vote.leader.value);
        lamp.target = {HitKind::HeardLamp, p.c.server.id, id};
        lamp.name = StageText::tr("vote of %1 heard by %2").arg(serverWord(id), serverWord(p.c.server.id));
        lamp.state = any ? StageText::tr("for %1 with zxid %2").arg(serverWord(heard->vote.leader), zxidWord(heard->vote.zxid))
                         : StageText::tr("not heard");
        lamps.push_back(std::move(lamp));
    }
    addLamps(p.groups, draw, row, lamps, belowHeight);
}

/// What is left of the 200 ms in which something better may come.
SimTime finalizeLeft(const CardContext& c) {
    for (const PendingView& pending : c.view.pending)
        if (pending.what == PendingView::What::Timer && pending.actor == ActorId(c.server.id) &&
            pending.detail == static_cast<std::int32_t>(TimerKind::FinalizeWait))
            return {std::max<std::int64_t>(0, pending.due.us - c.view.now.us)};
    return msec(200);
}

void drawTally(const Pen& p, const QRectF& row, bool words) {
    const CardContext& c = p.c;
    const double s = c.draw.scale();
    const bool won = c.server.tally >= c.server.needed && c.server.needed > 0;
    const int all = c.view.voters;
    QString text = words ? StageText::tr("%1 of %2 · needs %3").arg(c.server.tally).arg(all).arg(c.server.needed)
                         : StageText::tr("%1/%2").arg(c.server.tally).arg(c.server.needed);
    if (c.server.finalizing) {
        const QString wait = durationWord(finalizeLeft(c));
        text = c.server.vote.leader == c.server.id ? StageText::tr("%1 of %2 · leads in %3").arg(c.server.tally).arg(all).arg(wait)
                                                   : StageText::tr("%1 of %2 · follows in %3").arg(c.server.tally).arg(all).arg(wait);
    }
    if (c.server.finalizing && !words) text = StageText::tr("%1/%2 ✓").arg(c.server.tally).arg(c.server.needed);
    ShapeGroup g;
    g.target = {HitKind::Tally, c.server.id};
    g.bounds = row;
    g.name = StageText::tr("tally of %1 for %2").arg(serverWord(c.server.id), serverWord(c.server.vote.leader));
    g.state = StageText::tr("%1 of %2 votes, needs %3").arg(c.server.tally).arg(all).arg(c.server.needed);
    if (c.server.finalizing) g.state += StageText::tr("; it has a quorum and waits 200 ms for something better");
    const double want = textWidth(FontRole::SmallStrong, c.draw.pixels(FontRole::SmallStrong), text) + 2;
    const double tail = std::min(want, row.width() * 0.72), bar = std::clamp(8 * s, 4.0, 14.0);
    addQuorumBar(g, c.draw, QRectF(row.left(), row.center().y() - bar / 2, row.width() - tail - 9 * s, bar), c.server.tally, c.server.needed, all,
                 c.draw.ink(won ? Ink::Leading : Ink::Looking));
    c.draw.label(g, QRectF(row.right() - tail, row.top(), tail, row.height()), text,
                 {FontRole::SmallStrong, c.draw.ink(won ? Ink::LeadingText : Ink::Text), p.ground(), Qt::AlignRight | Qt::AlignVCenter});
    p.groups.push_back(std::move(g));
}

void drawVote(const Pen& p, const QRectF& row) {
    const CardContext& c = p.c;
    ShapeGroup g;
    g.target = {HitKind::Vote, c.server.id};
    g.bounds = row;
    g.name = StageText::tr("vote of %1").arg(serverWord(c.server.id));
    g.state = StageText::tr("for %1 with zxid %2 of epoch %3, round %4")
                  .arg(serverWord(c.server.vote.leader), zxidWord(c.server.vote.zxid))
                  .arg(c.server.vote.peerEpoch)
                  .arg(c.server.vote.round);
    const double s = c.draw.scale();
    const QString label = StageText::tr("my vote"), who = serverWord(c.server.vote.leader);
    const double first = std::min(row.width() * 0.34, textWidth(FontRole::Small, c.draw.pixels(FontRole::Small), label) + 8 * s);
    const double second = textWidth(FontRole::MonoStrong, c.draw.pixels(FontRole::MonoStrong), who) + 8 * s;
    c.draw.label(g, QRectF(row.left(), row.top(), first, row.height()), label, {FontRole::Small, c.draw.ink(Ink::TextSoft), p.ground()});
    c.draw.label(g, QRectF(row.left() + first, row.top(), second, row.height()), who,
                 {FontRole::MonoStrong, c.draw.ink(Ink::LookingText), p.ground()});
    c.draw.label(g, QRectF(row.left() + first + second, row.top(), row.width() - first - second, row.height()),
                 StageText::tr("%1 · epoch %2").arg(zxidWord(c.server.vote.zxid)).arg(c.server.vote.peerEpoch),
                 {FontRole::Mono, c.draw.ink(Ink::Text), p.ground(), Qt::AlignRight | Qt::AlignVCenter});
    p.groups.push_back(std::move(g));
}

/// Who has passed one of a new leader's three barriers.
void drawBarrier(const Pen& p, const QRectF& row, const QString& label, const std::vector<ServerId>& passed, Ink ink, Ink onInk) {
    const CardContext& c = p.c;
    const double head = row.width() * 0.40;
    c.draw.label(p.g, QRectF(row.left(), row.top(), head, row.height()), label, {FontRole::Small, c.draw.ink(Ink::TextSoft), p.ground()});
    std::vector<Lamp> lamps;
    for (ServerId id : votersOf(c.view)) {
        const bool on = std::find(passed.begin(), passed.end(), id) != passed.end();
        lamps.push_back({id, c.draw.ink(on ? ink : Ink::Surface), c.draw.ink(on ? ink : Ink::LineStrong), c.draw.ink(on ? onInk : Ink::TextSoft), {},
                         {HitKind::Barrier, c.server.id, id}, StageText::tr("%1: %2").arg(label, serverWord(id)),
                         on ? StageText::tr("counted") : StageText::tr("not yet")});
    }
    const double side = std::min(row.height(), 16 * c.draw.scale());
    addLamps(p.groups, c.draw, QRectF(row.left() + head, row.center().y() - side / 2, row.width() - head, side), lamps, 0);
}

/// How far its disk and its commits are: the two differ while proposals are on their way.
void drawProgress(const Pen& p, const QRectF& row) {
    p.pair(row, StageText::tr("on disk %1").arg(zxidWord(p.c.server.lastSynced)), FontRole::Small, Ink::TextSoft,
           StageText::tr("committed %1").arg(zxidWord(p.c.server.lastCommitted)), FontRole::Small, Ink::TextSoft, 0.56);
}

void drawLeading(const Pen& p, Rows& rows, std::size_t lines) {
    const ServerView& server = p.c.server;
    if (server.phase == Phase::Discovery) {
        drawBarrier(p, rows.next(18), StageText::tr("reported"), server.epochReported, Ink::Sync, Ink::OnSync);
        if (lines > 1) drawBarrier(p, rows.next(18), StageText::tr("promised"), server.epochAcked, Ink::Sync, Ink::OnSync);
        return;
    }
    if (server.phase == Phase::Synchronization) {
        drawBarrier(p, rows.next(18), StageText::tr("NEWLEADER ack"), server.newLeaderAcked, Ink::Ack, Ink::OnAck);
        if (lines > 1) drawBarrier(p, rows.next(18), StageText::tr("forwarding to"), server.synced, Ink::Proposal, Ink::OnProposal);
        return;
    }
    // Without room for a panel the oldest proposals stand in the card.
    const std::size_t folded = p.c.place.panel.isEmpty() ? std::min(lines, server.outstanding.size()) : 0;
    for (std::size_t i = 0; i < folded; ++i) addProposalRow(p.groups, p.c, server.outstanding[i], rows.next(lines > 1 ? 17 : 18, 1), p.ground());
    if (lines < 2) return;
    if (folded < 2) drawBarrier(p, rows.next(18, 2), StageText::tr("forwarding to"), server.synced, Ink::Proposal, Ink::OnProposal);
    if (server.outstanding.size() > folded && folded > 0)
        p.pair(rows.next(14), StageText::tr("+%1 younger").arg(server.outstanding.size() - folded), FontRole::Small, Ink::TextSoft,
               StageText::tr("committed %1").arg(zxidWord(server.lastCommitted)), FontRole::Small, Ink::TextSoft, 0.56);
    else
        drawProgress(p, rows.next(14));
}

QString reasonWord(const CardContext& c) {
    const auto given = c.options.reasons.find(c.server.id.value);
    if (given != c.options.reasons.end()) return given->second;
    const RuleInfo& rule = ruleInfo(c.server.refusal);
    QString text = rule.sentence ? QCoreApplication::translate("Rule", rule.sentence) : QString();
    for (int i = 1; i <= 6; ++i) text.replace(QStringLiteral("%%1").arg(i), QStringLiteral("…"));
    return text;
}

void drawDown(const Pen& p, Rows& rows) {
    const CardContext& c = p.c;
    const bool full = c.layout.level == CardLevel::Full;
    p.pair(rows.next(full ? 18 : 16, 2), full ? StageText::tr("disk keeps") : StageText::tr("disk"), FontRole::Small, Ink::TextSoft, diskWord(c.server), FontRole::MonoStrong, Ink::Text, 0.7);
    if (c.layout.level == CardLevel::Mini) return;
    const QString reason = c.server.life == ServerLife::Down ? QString() : reasonWord(c);
    p.pair(rows.next(full ? 18 : 15, 2), QString(), FontRole::Small, Ink::TextSoft, epochWord(c.server), FontRole::Body, Ink::Text, 1.0);
    if (reason.isEmpty() && full && !c.server.log.empty()) addLogStrip(p.groups, c, rows.next(26));
    const QRectF rest = rows.rest();
    const int pixels = c.draw.pixels(FontRole::Small);
    const double height = lineHeight(FontRole::Small, pixels);
    const int lines = std::min(full ? 4 : 2, static_cast<int>(rest.height() / height));
    if (reason.isEmpty() || lines < 1) return;
    const WrappedText wrapped = wrapText(FontRole::Small, pixels, reason, rest.width(), lines);
    for (int i = 0; i < wrapped.lines.size(); ++i)
        c.draw.label(p.g, QRectF(rest.left(), rest.top() + i * height, rest.width(), height), wrapped.lines[i],
                     {FontRole::Small, c.draw.ink(Ink::DownText), p.ground()});
    p.g.tip = reason;
}

void drawFull(const Pen& p, Rows& rows) {
    const ServerView& server = p.c.server;
    const QString zxid = StageText::tr("zxid %1").arg(zxidWord(server.lastProcessed));
    const bool differ = server.acceptedEpoch != server.currentEpoch;
    if (server.state == ServerState::Looking) {
        p.pair(rows.next(17, 2), StageText::tr("round %1").arg(server.round), FontRole::MonoStrong, Ink::Text, epochWord(server), FontRole::Small,
               differ ? Ink::SyncText : Ink::TextSoft);
        drawVote(p, rows.next(17, 3));
        drawVoteLamps(p, rows.next(33, 1), 11 * p.draw().scale());
        drawTally(p, rows.next(17, 4), true);
        addLogStrip(p.groups, p.c, rows.next(15));
        return;
    }
    p.pair(rows.next(18, 3), zxid, FontRole::MonoStrong, Ink::Text, epochWord(server), FontRole::Small, differ ? Ink::SyncText : Ink::TextSoft);
    // A leader without a panel has its proposals in the card, so there is less room for the log.
    const bool crowded = server.state == ServerState::Leading && p.c.place.panel.isEmpty();
    addLogStrip(p.groups, p.c, rows.next(crowded ? 20 : 26, 5));
    const Ink phaseInk = server.phase == Phase::Broadcast ? Ink::TextSoft : Ink::SyncText;
    p.pair(rows.next(17, 2), phaseWord(server), FontRole::SmallStrong, phaseInk, sessionsWord(server.sessions), FontRole::Small, Ink::TextSoft, 0.42);
    if (server.state == ServerState::Leading) return drawLeading(p, rows, 2);
    const QString serving = server.serving ? StageText::tr("serves clients") : StageText::tr("not serving yet");
    p.pair(rows.next(18, 2), server.leader ? StageText::tr("follows %1").arg(serverWord(server.leader)) : QString(), FontRole::Strong,
           Ink::Text, serving, FontRole::Small, server.serving ? Ink::TextSoft : Ink::LookingText, 0.55);
    drawProgress(p, rows.next(17));
}

void drawCompact(const Pen& p, Rows& rows) {
    const ServerView& server = p.c.server;
    if (server.state == ServerState::Looking) {
        p.pair(rows.next(17, 2), StageText::tr("→ %1  %2").arg(serverWord(server.vote.leader), zxidWord(server.vote.zxid)), FontRole::MonoStrong,
               Ink::LookingText, StageText::tr("round %1").arg(server.round), FontRole::Small, Ink::TextSoft);
        drawVoteLamps(p, rows.next(17, 3), 0);
        drawTally(p, rows.next(15), false);
        return;
    }
    p.pair(rows.next(17, 2), zxidWord(server.lastProcessed), FontRole::MonoStrong, Ink::Text, epochWord(server), FontRole::Small, Ink::TextSoft, 0.6);
    addLogStrip(p.groups, p.c, rows.next(17, 4));
    if (server.state == ServerState::Leading && (server.phase != Phase::Broadcast || (p.c.place.panel.isEmpty() && !server.outstanding.empty())))
        return drawLeading(p, rows, 1);
    p.pair(rows.next(16), phaseWord(server), FontRole::SmallStrong, server.phase == Phase::Broadcast ? Ink::TextSoft : Ink::SyncText,
           server.sessions > 0 ? sessionsWord(server.sessions) : QString(), FontRole::Small, Ink::TextSoft, 0.42);
}

void drawMini(const Pen& p, Rows& rows) {
    const ServerView& server = p.c.server;
    const QRectF row = rows.next(19);
    const double half = row.width() * 0.5;
    if (server.state == ServerState::Looking) {
        p.draw().label(p.g, QRectF(row.left(), row.top(), half * 0.84, row.height()),
                       QStringLiteral("→%1").arg(serverWord(server.vote.leader)), {FontRole::MonoStrong, p.draw().ink(Ink::LookingText), p.ground()});
        drawTally(p, QRectF(row.left() + half * 0.84, row.top(), row.width() - half * 0.84, row.height()), false);
        return;
    }
    p.draw().label(p.g, QRectF(row.left(), row.top(), half * 0.94, row.height()), zxidWord(server.lastProcessed),
                   {FontRole::MonoStrong, p.draw().ink(Ink::Text), p.ground()});
    if (server.phase != Phase::Broadcast) {
        p.draw().label(p.g, QRectF(row.left() + half, row.top(), half, row.height()), phaseWord(server),
                       {FontRole::SmallStrong, p.draw().ink(Ink::SyncText), p.ground(), Qt::AlignRight | Qt::AlignVCenter});
        return;
    }
    addLogStrip(p.groups, p.c, QRectF(row.left() + half, row.center().y() - 7 * p.draw().scale(), half, 14 * p.draw().scale()), 5);
}

}  // namespace

void addCard(std::vector<ShapeGroup>& groups, const CardContext& c) {
    const double s = c.draw.scale();
    const QRectF card = c.place.card;
    const Theme& theme = c.draw.theme();
    const double head = (c.layout.level == CardLevel::Full ? 31 : c.layout.level == CardLevel::Compact ? 27 : 24) * s;
    ShapeGroup g;
    g.target = {HitKind::Server, c.server.id};
    g.bounds = card;
    g.name = StageText::tr("Server %1").arg(serverWord(c.server.id));
    g.state = serverStateSentence(c.server);
    const bool down = isDown(c.server);
    const QColor edge = theme.server(c.server.life, c.server.state);
    if (!theme.isDark()) c.draw.rect(g, card.adjusted(-1, 1, 1, 3 * s), 9 * s, QColor(20, 30, 45, 22));
    Shape& body = c.draw.rect(g, card, 8 * s, c.draw.ink(down ? Ink::DownSurface : Ink::Surface));
    if (down) {
        body.hatch = c.draw.ink(Ink::DownHatch);
        body.hatchStep = 8 * s;
    }
    std::vector<ShapeGroup> inner;
    const Pen pen{c, inner, g};
    drawHeader(pen, card, head);
    Rows rows(QRectF(card.left(), card.top() + head, card.width(), card.height() - head - c.place.eureka.height()), s);
    if (down) drawDown(pen, rows);
    else if (c.layout.level == CardLevel::Full) drawFull(pen, rows);
    else if (c.layout.level == CardLevel::Compact) drawCompact(pen, rows);
    else drawMini(pen, rows);
    c.draw.rect(g, card, 8 * s, {}, edge, std::clamp(2 * s, 1.4, 3.5));
    const bool selected = c.options.selected.kind == HitKind::Server && c.options.selected.server == c.server.id;
    const bool hovered = c.options.hovered.kind == HitKind::Server && c.options.hovered.server == c.server.id;
    if (selected || hovered) {
        QColor ring = c.draw.ink(Ink::Accent);
        if (!selected) ring.setAlpha(90);
        c.draw.rect(g, card.adjusted(-4, -4, 4, 4), 8 * s + 4, {}, ring, 2.5);
    }
    groups.push_back(std::move(g));
    groups.insert(groups.end(), std::make_move_iterator(inner.begin()), std::make_move_iterator(inner.end()));
    addEureka(groups, c);
}

}  // namespace zab
