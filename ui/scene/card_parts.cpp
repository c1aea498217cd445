// SPDX-License-Identifier: GPL-3.0-or-later
// Lamps, bars, the log strip and proposal rows.
#include "ui/scene/card_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>

namespace zab {

std::vector<ServerId> votersOf(const ClusterView& view) {
    std::vector<ServerId> ids;
    for (const ServerView& server : view.servers)
        if (!server.observer) ids.push_back(server.id);
    return ids;
}

void addLamps(std::vector<ShapeGroup>& groups, const ShapeBuilder& draw, const QRectF& row, const std::vector<Lamp>& lamps,
              double belowHeight) {
    if (lamps.empty()) return;
    const double n = static_cast<double>(lamps.size()), pitch = std::min((row.height() - belowHeight) * 1.24, row.width() / n);
    const double side = std::min(pitch * 0.86, row.height() - belowHeight);
    const double top = row.top() + (row.height() - belowHeight - side) / 2;
    double x = row.left();
    for (const Lamp& lamp : lamps) {
        ShapeGroup g;
        g.target = lamp.target;
        g.name = lamp.name;
        g.state = lamp.state;
        const QRectF disc(x, top, side, side);
        g.bounds = QRectF(x, row.top(), pitch, row.height());
        draw.ellipse(g, disc.adjusted(0.6, 0.6, -0.6, -0.6), lamp.fill, lamp.stroke, side > 12 ? 1.4 : 1.0);
        const int pixels = static_cast<int>(side * 0.62);
        if (pixels >= 7)
            draw.labelAt(g, disc.adjusted(-2, 0, 2, 0), QString::number(lamp.who.value),
                         {FontRole::SmallStrong, lamp.text, lamp.fill, Qt::AlignCenter}, pixels);
        const int small = static_cast<int>(std::min(belowHeight * 0.82, pitch * 0.58));
        if (!lamp.below.isEmpty() && small >= 7)
            draw.labelAt(g, QRectF(disc.center().x() - pitch / 2, disc.bottom(), pitch, belowHeight), lamp.below,
                         {FontRole::SmallStrong, draw.ink(Ink::TextSoft), draw.ink(Ink::Surface), Qt::AlignCenter}, small);
        groups.push_back(std::move(g));
        x += pitch;
    }
}

void addQuorumBar(ShapeGroup& g, const ShapeBuilder& draw, const QRectF& bar, int count, int needed, int all, const QColor& fill) {
    const double radius = bar.height() / 2;
    draw.rect(g, bar, radius, draw.ink(Ink::Track));
    if (all <= 0) return;
    const double part = std::clamp(static_cast<double>(count) / all, 0.0, 1.0);
    if (part > 0) draw.rect(g, QRectF(bar.left(), bar.top(), std::max(bar.height(), bar.width() * part), bar.height()), radius, fill);
    const double x = bar.left() + bar.width() * std::clamp(static_cast<double>(needed) / all, 0.0, 1.0);
    const double out = std::max(2.0, bar.height() * 0.42);
    draw.line(g, {QPointF(x, bar.top() - out), QPointF(x, bar.bottom() + out)}, draw.ink(Ink::Text), std::max(1.6, 2 * draw.scale()));
}

namespace {

/// Four looks, and a dashed one for what still waits for the disk. Told apart without colour.
void drawLogCell(ShapeGroup& g, const ShapeBuilder& draw, const QRectF& r, const LogCell& cell, const QString& word, int pixels) {
    const Theme& theme = draw.theme();
    const QColor ink = theme.color(Ink::LogCell), none = theme.color(Ink::Surface);
    const double radius = std::min(3.0, r.width() / 4), width = std::clamp(1.5 * draw.scale(), 1.0, 2.4);
    const QRectF body = r.adjusted(width / 2, width / 2, -width / 2, -width / 2);
    QColor text = theme.color(Ink::Text), ground = none;
    switch (cell.look) {
        case LogLook::Queued: draw.rect(g, body, radius, none, theme.color(Ink::LineStrong), width).dash = {2, 2}; break;
        case LogLook::Appended: {
            Shape& shape = draw.rect(g, body, radius, none, ink, width);
            shape.hatch = theme.color(Ink::LogHatch);
            shape.hatchStep = std::clamp(5 * draw.scale(), 3.5, 8.0);
            break;
        }
        case LogLook::Fsynced: draw.rect(g, body, radius, none, ink, width); break;
        case LogLook::Committed:
            draw.rect(g, body, radius, none, ink, width);
            draw.rect(g, QRectF(body.left(), body.top() + body.height() * 0.66, body.width(), body.height() * 0.34), radius * 0.6, ink);
            break;
        case LogLook::Applied:
            draw.rect(g, body, radius, ink, ink, width);
            text = theme.color(Ink::OnLogCell);
            ground = ink;
            break;
    }
    const QRectF box = cell.look == LogLook::Committed ? QRectF(r.left(), r.top(), r.width(), r.height() * 0.68) : r;
    draw.labelAt(g, box, word, {FontRole::SmallStrong, text, ground, Qt::AlignCenter}, pixels);
}

/// The newest transactions of a log for which there is room, each with its number.
struct LogStrip {
    std::size_t first = 0;
    int pixels = 0;
    std::vector<QString> words;   ///< of the cells from `first` on
    std::vector<double> widths;
    double width = 0;
};

/// The zxid where a run of counters begins: at the first cell, with a new epoch, and where the zxids do not ascend.
bool beginsRun(const std::vector<LogCell>& log, std::size_t i, std::size_t first) {
    return i == first || log[i].zxid.epoch() != log[i - 1].zxid.epoch() || log[i].zxid <= log[i - 1].zxid;
}

LogStrip stripOf(const std::vector<LogCell>& log, std::size_t first, int pixels, double height) {
    LogStrip strip{first, pixels, {}, {}, 0};
    for (std::size_t i = first; i < log.size(); ++i) {
        strip.words.push_back(beginsRun(log, i, first) ? zxidWord(log[i].zxid) : QString::number(log[i].zxid.counter()));
        strip.widths.push_back(std::max(height * 0.72, textWidth(FontRole::SmallStrong, pixels, strip.words.back()) + std::max(4.0, height * 0.3)));
        strip.width += strip.widths.back();
    }
    return strip;
}

/// A number that nobody can read is worth nothing: rather smaller letters, and then fewer cells.
LogStrip fittingStrip(const std::vector<LogCell>& log, std::size_t cells, const QRectF& row) {
    const int wanted = std::max(7, static_cast<int>(row.height() * 0.52)), least = std::max(7, static_cast<int>(wanted * 0.8));
    const std::size_t oldest = log.size() > cells ? log.size() - cells : 0;
    LogStrip strip;
    for (std::size_t first = oldest; first < log.size(); ++first)
        for (int pixels = wanted; pixels >= least; --pixels) {
            strip = stripOf(log, first, pixels, row.height());
            if (strip.width <= row.width()) return strip;
        }
    strip.widths.back() = row.width();   // not even the newest one fits
    return strip;
}

}  // namespace

void addLogStrip(std::vector<ShapeGroup>& groups, const CardContext& c, const QRectF& row, int cells) {
    const ShapeBuilder& draw = c.draw;
    const std::vector<LogCell>& log = c.server.log;
    if (log.empty()) {
        ShapeGroup g;
        g.target = {HitKind::Server, c.server.id};
        g.bounds = row;
        draw.label(g, row, StageText::tr("log empty"), {FontRole::Small, draw.ink(Ink::TextSoft), draw.ink(Ink::Surface)});
        groups.push_back(std::move(g));
        return;
    }
    const LogStrip strip = fittingStrip(log, static_cast<std::size_t>(cells), row);
    double x = row.left();
    for (std::size_t i = strip.first; i < log.size(); ++i) {
        const LogCell& cell = log[i];
        const double width = strip.widths[i - strip.first];
        ShapeGroup g;
        g.target = {HitKind::LogCell, c.server.id};
        g.target.zxid = cell.zxid;
        g.bounds = QRectF(x, row.top(), width, row.height());
        g.name = StageText::tr("transaction %1 in the log of %2").arg(zxidWord(cell.zxid), serverWord(c.server.id));
        g.state = logLookWord(cell.look);
        drawLogCell(g, draw, QRectF(x, row.top(), width - std::max(1.5, row.height() * 0.1), row.height()), cell, strip.words[i - strip.first], strip.pixels);
        groups.push_back(std::move(g));
        x += width;
    }
}

void addProposalRow(std::vector<ShapeGroup>& groups, const CardContext& c, const ProposalView& proposal, const QRectF& row,
                    const QColor& ground) {
    const ShapeBuilder& draw = c.draw;
    const double s = draw.scale();
    const std::vector<ServerId> voters = votersOf(c.view);
    const auto acked = [&](ServerId id) { return std::find(proposal.acks.begin(), proposal.acks.end(), id) != proposal.acks.end(); };
    const int count = static_cast<int>(proposal.acks.size()), missing = std::max(0, proposal.needed - count);

    ShapeGroup g;
    g.target = {HitKind::Proposal, c.server.id};
    g.target.zxid = proposal.zxid;
    g.target.event = proposal.reason;
    g.bounds = row;
    g.name = StageText::tr("proposal %1").arg(zxidWord(proposal.zxid));
    g.state = StageText::tr("%1 of %2 acknowledgements needed").arg(count).arg(proposal.needed);
    const double wanted = textWidth(FontRole::MonoStrong, draw.pixels(FontRole::MonoStrong), zxidWord(proposal.zxid)) + 7 * s;
    const double least = std::min(50 * s, row.width() * 0.26);
    const double head = std::clamp(wanted, least, std::max(least, row.width() * 0.36)), tail = std::min(54 * s, row.width() * 0.25);
    draw.label(g, QRectF(row.left(), row.top(), head, row.height()), zxidWord(proposal.zxid),
               {FontRole::MonoStrong, draw.ink(Ink::Text), ground});
    const bool oldest = !c.server.outstanding.empty() && c.server.outstanding.front().zxid == proposal.zxid;
    const QString word = missing > 0  ? StageText::tr("%1/%2").arg(count).arg(proposal.needed)
                         : oldest     ? StageText::tr("commit")
                                      : StageText::tr("waits");
    draw.label(g, QRectF(row.right() - tail, row.top(), tail, row.height()), word,
               {missing > 0 ? FontRole::Body : FontRole::Strong, draw.ink(missing > 0 || !oldest ? Ink::TextSoft : Ink::LeadingText), ground,
                Qt::AlignRight | Qt::AlignVCenter});
    const double lampHeight = std::min(17.5 * s, row.height() * 0.86), n = static_cast<double>(std::max<std::size_t>(1, voters.size()));
    const double bar = 42 * s, room = row.width() - head - tail - 6 * s, natural = lampHeight * 1.24 * n;
    const bool withBar = room >= natural + bar;   // the word says the same where there is no room
    const double width = std::min(room, natural), top = row.center().y() - lampHeight / 2;
    if (withBar)
        addQuorumBar(g, draw, QRectF(row.left() + head + width + 5 * s, row.center().y() - 3 * s, bar - 10 * s, 6 * s), count, proposal.needed,
                     static_cast<int>(voters.size()), draw.ink(missing > 0 ? Ink::LineStrong : Ink::Ack));
    groups.push_back(std::move(g));

    std::vector<Lamp> lamps;
    for (ServerId id : voters) {
        const bool on = acked(id);
        Lamp lamp{id, on ? draw.ink(Ink::Ack) : ground, draw.ink(on ? Ink::Ack : Ink::LineStrong), draw.ink(on ? Ink::OnAck : Ink::TextSoft), {},
                  {HitKind::AckLamp, c.server.id, id}, StageText::tr("ack of %1 for %2").arg(serverWord(id), zxidWord(proposal.zxid)),
                  on ? StageText::tr("counted") : StageText::tr("not yet")};
        lamp.target.zxid = proposal.zxid;
        lamp.target.event = proposal.reason;
        lamps.push_back(std::move(lamp));
    }
    addLamps(groups, draw, QRectF(row.left() + head, top, width, lampHeight), lamps, 0);
}

void addProposalPanel(std::vector<ShapeGroup>& groups, const CardContext& c) {
    const ShapeBuilder& draw = c.draw;
    const double s = draw.scale();
    QRectF box = c.place.panel;
    if (c.server.outstanding.empty()) {   // a low box beside the card says "none" as well as a high one
        const double low = std::min(box.height(), 54 * s);
        if (box.center().y() < c.place.card.top()) box.setTop(box.bottom() - low);
        else box.setHeight(low);
    }
    ShapeGroup g;
    g.target = {HitKind::Queue, c.server.id};
    g.bounds = box;
    g.name = StageText::tr("outstanding proposals of %1").arg(serverWord(c.server.id));
    g.state = QString::number(c.server.outstanding.size());
    const QColor edge = draw.ink(Ink::Leading), ground = draw.ink(Ink::Raised);
    const QPointF from(std::clamp(c.place.card.center().x(), box.left(), box.right()), std::clamp(c.place.card.center().y(), box.top(), box.bottom()));
    const QPointF to(std::clamp(from.x(), c.place.card.left(), c.place.card.right()), std::clamp(from.y(), c.place.card.top(), c.place.card.bottom()));
    draw.line(g, {from, to}, edge, 1.4 * s, {1.5, 2});
    draw.rect(g, box, 7 * s, ground, edge, 1.2 * s);
    const QRectF inner = box.adjusted(11 * s, 6 * s, -11 * s, -6 * s);
    const auto total = c.server.outstanding.size();
    draw.label(g, QRectF(inner.left(), inner.top(), inner.width() * 0.8, 18 * s), StageText::tr("Outstanding proposals"),
               {FontRole::Strong, draw.ink(Ink::Text), ground});
    draw.label(g, QRectF(inner.right() - inner.width() * 0.2, inner.top(), inner.width() * 0.2, 18 * s), QString::number(total),
               {FontRole::MonoStrong, draw.ink(Ink::TextSoft), ground, Qt::AlignRight | Qt::AlignVCenter});
    const double rowHeight = 26 * s, top = inner.top() + 20 * s;
    const auto room = static_cast<std::size_t>((inner.bottom() - top + 1) / rowHeight);
    const std::size_t shown = total > room ? room - 1 : total;
    if (total == 0)
        draw.label(g, QRectF(inner.left(), top, inner.width(), rowHeight), StageText::tr("none: no proposal is waiting"),
                   {FontRole::Small, draw.ink(Ink::TextSoft), ground});
    if (shown < total)
        draw.label(g, QRectF(inner.left(), top + static_cast<double>(shown) * rowHeight, inner.width(), rowHeight * 0.8),
                   StageText::tr("+%1 younger").arg(total - shown), {FontRole::Small, draw.ink(Ink::TextSoft), ground});
    groups.push_back(std::move(g));
    for (std::size_t i = 0; i < shown; ++i)
        addProposalRow(groups, c, c.server.outstanding[i], QRectF(inner.left(), top + static_cast<double>(i) * rowHeight, inner.width(), rowHeight), ground);
}

}  // namespace zab
