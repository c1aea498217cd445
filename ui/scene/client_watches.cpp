// SPDX-License-Identifier: GPL-3.0-or-later
// The watches in an opened client's card: kind, path, watchers, and the three steps of each registration (§7.4).
#include "ui/scene/client_card_pen.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>

namespace zab {

using namespace client_card_size;

namespace {

constexpr double kLine = 0.86;   // height of a line of words below a watch, in rows

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

Kind kindOf(const ClientWatchView& v) { return static_cast<Kind>(v.kind); }   // the same five, in the same order

/// The present watches that the trace tells nothing of come last: they have no steps to show.
std::vector<ClientWatchLine> watchLines(const ClientView& client, const ClientStory& story) {
    std::vector<ClientWatchLine> lines;
    const auto same = [](const WatchRegistration& a, Kind kind, const std::string& path) { return a.kind == kind && a.path == path; };
    const auto told = [&](Kind kind, const std::string& path) {
        return std::any_of(lines.begin(), lines.end(), [&](const ClientWatchLine& l) { return same(l.watch, kind, path); });
    };
    for (const WatchRegistration& w : story.registrations) {
        if (told(w.kind, w.path)) continue;   // the newest of that name
        ClientWatchLine line{w, false, {}};
        for (const ClientWatchView& v : client.watches)
            if (same(w, kindOf(v), v.path)) {
                line.stands = true;
                line.watchers = v.watchers;
            }
        lines.push_back(std::move(line));
    }
    for (const ClientWatchView& v : client.watches) {
        if (told(kindOf(v), v.path)) continue;
        ClientWatchLine line{{}, true, v.watchers};
        line.watch.kind = kindOf(v);
        line.watch.path = v.path;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

std::string watchKey(WatchRegistration::Kind kind, const std::string& path) { return std::string(kindName(kind)) + " " + path; }

QString watchersWord(const std::vector<std::string>& watchers, FontRole role, int pixels, double width) {
    QStringList names;
    for (const std::string& w : watchers) names << (w.empty() ? StageText::tr("default watcher") : QString::fromStdString(w));
    const QString all = names.join(QStringLiteral(", "));
    if (textWidth(role, pixels, all) <= width) return all;
    for (qsizetype shown = names.size() - 1; shown > 0; --shown) {
        const QString text = names.mid(0, shown).join(QStringLiteral(", ")) + QStringLiteral(" +%1").arg(names.size() - shown);
        if (textWidth(role, pixels, text) <= width) return text;
    }
    return StageText::tr("%n watchers", nullptr, static_cast<int>(names.size()));
}

void ClientCardPen::lamp(ShapeGroup& g, const QRectF& disc, int step, bool on) {
    m_draw.ellipse(g, disc, on ? m_draw.ink(Ink::Ack) : ground(), m_draw.ink(on ? Ink::Ack : Ink::LineStrong), 1.3 * m_s);
    m_draw.labelAt(g, disc.adjusted(-2, 0, 2, 0), QString::number(step),
                   {FontRole::SmallStrong, m_draw.ink(on ? Ink::OnAck : Ink::TextSoft), on ? m_draw.ink(Ink::Ack) : ground(), Qt::AlignCenter},
                   std::max(7, static_cast<int>(disc.height() * 0.66)));
}

void ClientCardPen::watchRow(const QRectF& row, const ClientWatchLine& line, bool chosen) {
    const double side = 14 * m_s, lamps = (side + 4 * m_s) * WatchRegistration::kSteps;
    ShapeGroup g;
    g.target = target(HitKind::ClientWatch);
    g.target.path = line.key();
    g.bounds = QRectF(row.left(), row.top(), row.width() - lamps, row.height());
    g.name = StageText::tr("%1 watch of %2 on %3").arg(kindWord(line.watch.kind), clientWord(m_id), QString::fromStdString(line.watch.path));
    const int pixels = m_draw.pixels(FontRole::Small);
    g.state = line.stands ? StageText::tr("stands; watchers: %1").arg(watchersWord(line.watchers, FontRole::Small, pixels, 1e6)) : StageText::tr("used up");
    if (chosen) m_draw.rect(g, row.adjusted(-4 * m_s, 0, 4 * m_s, 0), 4 * m_s, m_draw.ink(Ink::Highlight));
    const QColor on = m_draw.ink(chosen ? Ink::Highlight : Ink::Surface);
    const double kind = 58 * m_s;
    m_draw.label(g, QRectF(row.left(), row.top(), kind, row.height()), kindWord(line.watch.kind), small(line.stands ? Ink::Text : Ink::TextSoft, on));
    QRectF path(row.left() + kind, row.top(), row.width() - kind - lamps - 4 * m_s, row.height());
    const QString text = QString::fromStdString(line.watch.path);
    // Names of watchers stand behind the path and take at most half; in words below it there is room for more of them.
    const bool plain = line.watchers.size() == 1 && line.watchers.front().empty();
    if (line.stands && !line.watchers.empty() && !(chosen && plain)) {
        const double wanted = path.width() - textWidth(FontRole::SmallStrong, m_draw.pixels(FontRole::SmallStrong), text) - 8 * m_s;
        const double most = std::max(path.width() * 0.4, wanted);
        const QString names = plain ? StageText::tr("default", "watcher") : watchersWord(line.watchers, FontRole::Small, pixels, most);
        const double width = std::min(most, textWidth(FontRole::Small, pixels, names) + 3);
        m_draw.label(g, QRectF(path.right() - width, path.top(), width, path.height()), names, {FontRole::Small, m_draw.ink(Ink::TextSoft), on, Qt::AlignRight | Qt::AlignVCenter});
        path.setRight(path.right() - width - 4 * m_s);
    }
    const QString shown = fitMiddle(FontRole::SmallStrong, m_draw.pixels(FontRole::SmallStrong), text, path.width());
    const double used = m_draw.label(g, path, shown, {line.stands ? FontRole::SmallStrong : FontRole::Small, m_draw.ink(line.stands ? Ink::Text : Ink::TextSoft), on});
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

/// The three steps in words, one below the other, and who is called.
void ClientCardPen::steps(const QRectF& box, const ClientWatchLine& line, bool watchers) {
    ShapeGroup& g = m_groups[m_groups.size() - 1 - WatchRegistration::kSteps];   // the chosen row is the last one painted
    const double height = box.height() / (WatchRegistration::kSteps + (watchers ? 1 : 0));
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
    if (!watchers) return;
    const QRectF row(box.left(), box.bottom() - height, box.width(), height);
    const QString calls = StageText::tr("calls");
    const double used = m_draw.label(g, row, calls, small(Ink::TextSoft, on)) + 6 * m_s;
    m_draw.label(g, row.adjusted(used, 0, 0, 0), watchersWord(line.watchers, FontRole::Small, m_draw.pixels(FontRole::Small), row.width() - used), small(Ink::Text, on));
}

void ClientCardPen::watches(double y) {
    const QRectF body(m_card.left() + 12 * m_s, y, m_card.width() - 24 * m_s, m_card.bottom() - 6 * m_s - y);
    const std::vector<ClientWatchLine> lines = watchLines(*m_client, *m_story);
    const double used = m_draw.label(m_groups[m_whole], QRectF(body.left(), body.top(), body.width(), m_row), StageText::tr("Watches"),
                                     {FontRole::SmallStrong, m_draw.ink(Ink::Text), ground()});
    const auto note = [&](std::int64_t hidden) {
        const QString text = hidden > 0 ? StageText::tr("%1 (%2 not shown), and the default watcher").arg(m_client->watchCount).arg(hidden)
                                        : StageText::tr("%1, and the default watcher").arg(m_client->watchCount);
        m_draw.label(m_groups[m_whole], QRectF(body.left() + used + 8 * m_s, body.top(), body.width() - used - 8 * m_s, m_row), text,
                     {FontRole::Small, m_draw.ink(Ink::TextSoft), ground(), Qt::AlignRight | Qt::AlignVCenter});
    };
    double top = body.top() + m_row;
    const auto room = static_cast<int>((body.bottom() - top + 0.5) / (m_row));
    if (lines.empty()) {
        note(0);
        if (room > 0) m_draw.label(m_groups[m_whole], QRectF(body.left(), top, body.width(), m_row), StageText::tr("none asked for yet"), small(Ink::TextSoft, ground()));
        return;
    }
    const auto wanted = m_options.watches.find(m_id.value);
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (wanted != m_options.watches.end() && lines[i].key() == wanted->second) chosen = i;
    const bool words = room >= 4, names = room >= 5 && lines[chosen].stands && !lines[chosen].watchers.empty();
    const int rows = std::min(static_cast<int>(lines.size()), words ? room - (names ? 4 : 3) : std::max(room, 0));
    const double told = (names ? 4 : 3) * kLine * m_row;
    // The chosen one is always seen; the others keep their order around it.
    const std::size_t first = static_cast<int>(chosen) < rows ? 0 : chosen - static_cast<std::size_t>(rows) + 1;
    const std::size_t end = std::min(lines.size(), first + static_cast<std::size_t>(rows));
    for (std::size_t i = first; i < end; ++i) {
        watchRow(QRectF(body.left(), top, body.width(), m_row), lines[i], i == chosen && words);
        top += m_row;
        if (i != chosen || !words) continue;
        steps(QRectF(body.left() + 12 * m_s, top, body.width() - 12 * m_s, told), lines[i], names);
        top += told + 3 * m_s;
    }
    const auto seen = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin() + static_cast<std::ptrdiff_t>(end), [](const auto& l) { return l.stands; });
    note(m_client->watchCount - seen);
}

}  // namespace zab
