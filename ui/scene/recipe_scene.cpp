// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/recipe_scene.h"

#include "ui/scene/recipe_facts.h"
#include "ui/text/recipe_words.h"
#include "ui/scene/shape_builder.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>
#include <cmath>

namespace zab {

namespace {

struct RecipeText {
    Q_DECLARE_TR_FUNCTIONS(Recipe)
};

constexpr std::size_t kMostFull = 30;   // with more parts each of them tells less
constexpr double kMargin = 14, kTitle = 26, kGroupGap = 18;

/// How large a part is and how far apart they stand, at scale 1.
struct Grid {
    bool full = true;
    QSizeF part;
    double gapX = 0, gapY = 0;
    int columns = 1;
    double s = 1;
    double left = 0;
    QRectF at(int row, int column, double top) const {
        return {left + column * (part.width() + gapX), top + row * (part.height() + gapY), part.width(), part.height()};
    }
};

Grid gridOf(bool full, double width, double s) {
    Grid g;
    g.s = s;
    g.full = full;
    g.part = (g.full ? QSizeF(186, 78) : QSizeF(96, 42)) * s;
    g.gapX = (g.full ? 40 : 22) * s;
    g.gapY = (g.full ? 26 : 16) * s;
    g.left = kMargin * s;
    const double room = width - 2 * kMargin * s;
    g.columns = std::max(1, static_cast<int>((room + g.gapX) / (g.part.width() + g.gapX)));
    if (g.columns == 1) g.part.setWidth(std::min(g.part.width(), std::max(60.0, room)));
    return g;
}

/// The groups of a recipe without a line stand beside one another where there is room; groups and configurations below one another,
/// because nearly all of their parts stand in the first.
int groupColumns(RecipeKind kind, const Grid& grid, double width) {
    if (isChain(kind) || kind == RecipeKind::Group || kind == RecipeKind::Config) return 1;
    const int groups = recipeGroups(kind);
    const double each = (width - 2 * kMargin * grid.s - (groups - 1) * kGroupGap * grid.s) / groups;
    return each >= grid.part.width() ? groups : 1;
}

/// How a part looks: fill, text, edge, and what tells its state without colour.
struct Look {
    Ink fill, on, edge;
    const char* icon = nullptr;
    bool dashed = false, hatched = false, strong = false;
};

Look lookOf(const RecipeView& recipe, const RecipePartView& part) {
    switch (part.state) {
        case RecipeState::Holding:
            if (isOutdated(recipe, part)) return {Ink::Looking, Ink::OnLooking, Ink::Down, "warning", true, false, true};
            return {Ink::Leading, Ink::OnLeading, Ink::Leading, recipe.kind == RecipeKind::Election ? "crown" : isChain(recipe.kind) ? "key" : "ok", false, false, true};
        case RecipeState::Waiting: return {Ink::Client, Ink::OnClient, Ink::OnClient};
        case RecipeState::Starting: return {Ink::Surface, Ink::Text, Ink::LineStrong, nullptr, true};
        case RecipeState::Unsure: return {Ink::Looking, Ink::OnLooking, Ink::Looking, "warning", true};
        case RecipeState::Lost: return {Ink::DownSurface, Ink::DownText, Ink::Down, "crash", false, true};
        default: return {Ink::Raised, Ink::TextSoft, Ink::Border};
    }
}

class Picture {
public:
    Picture(const RecipeView& recipe, const ClusterView& view, const RecipeSlots& places, const Theme& theme, const RecipeSceneOptions& options)
        : m_recipe(recipe), m_view(view), m_places(places), m_options(options), m_draw(theme, options.scale), m_s(options.scale),
          m_grid(gridOf(options.full, options.width, options.scale)) {}

    StageScene build();

private:
    void resource();
    void chain();
    void groups();
    void title(int group, int count, const QRectF& box);
    Grid tight(double left, double width) const;
    /// Where it is drawn: there, or on its way there.
    QRectF drawn(const HitTarget& target, const QRectF& place) const {
        const auto it = m_options.between.find(recipeKey(target));
        return it == m_options.between.end() ? place : it->second;
    }
    void arrows();
    void arrow(std::size_t from, std::size_t to);
    void tooth(std::size_t from, std::size_t to, std::map<double, double>& rows);
    ShapeGroup arrowGroup(std::size_t from, std::size_t to) const;
    void arrowHead(ShapeGroup& g, const QPointF& tip, const QPointF& from, const QColor& ink);
    void part(std::size_t index);
    void partRows(ShapeGroup& g, const RecipePartView& p, const Look& look, const QRectF& card);
    void inner(HitKind kind, const RecipePartView& p, const QRectF& box, const QString& text, const QString& name, const QString& state, const TextStyle& style);
    bool frozen(ClientId client) const;
    QString shortName(const std::string& znode) const { return QString::fromStdString(znode.substr(znode.rfind('/') + 1)); }
    HitTarget target(HitKind kind, const RecipePartView& p) const {
        HitTarget t;
        t.kind = kind;
        t.client = p.client;
        t.path = kind == HitKind::RecipeZnode ? p.znode : m_recipe.path;
        if (kind == HitKind::RecipeToken) t.event = p.created;
        return t;
    }

    const RecipeView& m_recipe;
    const ClusterView& m_view;
    const RecipeSlots& m_places;
    const RecipeSceneOptions& m_options;
    ShapeBuilder m_draw;
    double m_s;
    Grid m_grid;
    double m_top = 0;
    std::vector<QRectF> m_cards;       ///< of each part
    std::vector<ShapeGroup> m_groups;
};

bool Picture::frozen(ClientId client) const {
    return std::any_of(m_view.clients.begin(), m_view.clients.end(), [&](const ClientView& c) { return c.id == client && c.frozen; });
}

/// What the lock protects, and which token it has seen: the fence.
void Picture::resource() {
    if (m_recipe.accepted + m_recipe.rejected == 0) return;
    ShapeGroup g;
    g.target.kind = HitKind::RecipeResource;
    g.target.path = m_recipe.path;
    g.bounds = QRectF(kMargin * m_s, m_top, m_options.width - 2 * kMargin * m_s, 30 * m_s);
    g.name = RecipeText::tr("Resource behind %1").arg(QString::fromStdString(m_recipe.path));
    QStringList words{RecipeText::tr("newest token %1").arg(zxidWord(m_recipe.highestToken)), RecipeText::tr("writes accepted %1").arg(m_recipe.accepted),
                      RecipeText::tr("rejected %1").arg(m_recipe.rejected)};
    if (m_recipe.lastWriter) words << RecipeText::tr("last written by %1").arg(clientWord(m_recipe.lastWriter));
    g.state = words.join(QStringLiteral(", "));
    const bool stopped = m_recipe.rejected > 0;
    const QColor ground = m_draw.ink(Ink::Raised);
    m_draw.rect(g, g.bounds, 6 * m_s, ground, m_draw.ink(stopped ? Ink::Down : Ink::Border), 1.3 * m_s);
    const QRectF text = g.bounds.adjusted(10 * m_s, 0, -10 * m_s, 0);
    const double used = m_draw.label(g, text, RecipeText::tr("Resource"), {FontRole::Strong, m_draw.ink(Ink::Text), ground});
    m_draw.label(g, text.adjusted(used + 12 * m_s, 0, 0, 0), words.join(QStringLiteral("  ·  ")), {FontRole::Small, m_draw.ink(stopped ? Ink::DownText : Ink::TextSoft), ground});
    m_groups.push_back(std::move(g));
    m_top += 30 * m_s + 12 * m_s;
}

/// Those in line row by row; below them who does not stand in it.
void Picture::chain() {
    m_cards.resize(m_recipe.parts.size());
    m_top += m_grid.gapY * 0.6;   // for arrows that go over the first row
    const int firstRow = m_places.first() / m_grid.columns;
    double bottom = m_top;
    for (std::size_t i = 0; i < m_recipe.parts.size(); ++i) {
        const RecipePlace& place = m_places.places()[i];
        if (place.group != 0) continue;
        const QRectF at = m_grid.at(place.place / m_grid.columns - firstRow, place.place % m_grid.columns, m_top);
        m_cards[i] = drawn(target(HitKind::RecipePart, m_recipe.parts[i]), at);
        bottom = std::max(bottom, at.bottom());
    }
    const int others = m_places.size(1);
    m_top = bottom + (others > 0 && bottom > m_top ? m_grid.gapY * 0.5 : 0);
    if (others > 0) {
        const double width = m_options.width - 2 * kMargin * m_s;
        title(1, static_cast<int>(std::count_if(m_places.places().begin(), m_places.places().end(), [](const RecipePlace& p) { return p.group == 1; })),
              {kMargin * m_s, m_top, width, 22 * m_s});
        m_top += kTitle * m_s;
        const Grid grid = tight(kMargin * m_s, width);
        for (std::size_t i = 0; i < m_recipe.parts.size(); ++i) {
            const RecipePlace& place = m_places.places()[i];
            if (place.group == 1) m_cards[i] = drawn(target(HitKind::RecipePart, m_recipe.parts[i]), grid.at(place.place / grid.columns, place.place % grid.columns, m_top));
        }
        m_top = grid.at((others - 1) / grid.columns, 0, m_top).bottom();
    }
    arrows();
    for (std::size_t i = 0; i < m_recipe.parts.size(); ++i) part(i);
}

void Picture::arrows() {
    std::map<int, std::size_t> byClient;
    for (std::size_t i = 0; i < m_recipe.parts.size(); ++i) byClient.emplace(m_recipe.parts[i].client.value, i);
    std::map<double, double> rows;   // of a comb: its rows, and how far to the right each goes
    for (std::size_t i = 0; i < m_recipe.parts.size(); ++i)
        if (m_recipe.parts[i].waitsFor) rows[m_cards[i].top()] = std::max(rows[m_cards[i].top()], m_cards[i].center().x());
    const bool comb = m_recipe.naive && m_recipe.parts.size() > kMostFull;
    for (std::size_t i = 0; i < m_recipe.parts.size(); ++i) {
        const auto to = byClient.find(m_recipe.parts[i].waitsFor.value);
        if (!m_recipe.parts[i].waitsFor || to == byClient.end() || to->second == i) continue;
        if (comb) tooth(i, to->second, rows);
        else arrow(i, to->second);
    }
}

ShapeGroup Picture::arrowGroup(std::size_t from, std::size_t to) const {
    ShapeGroup g;
    g.target = target(HitKind::RecipeArrow, m_recipe.parts[from]);
    g.name = RecipeText::tr("%1 waits for %2").arg(clientWord(m_recipe.parts[from].client), clientWord(m_recipe.parts[to].client));
    g.state = RecipeText::tr("watches %1").arg(shortName(m_recipe.parts[from].watches));
    return g;
}

void Picture::arrowHead(ShapeGroup& g, const QPointF& tip, const QPointF& from, const QColor& ink) {
    const QPointF v = tip - from, u = v / std::max(1e-6, std::hypot(v.x(), v.y())), n(-u.y(), u.x());
    const double head = 8 * m_s;
    Shape& point = m_draw.line(g, {tip, tip - u * head + n * head * 0.5, tip - u * head - n * head * 0.5}, QColor(), 0);
    point.closed = true;
    point.fill = ink;
}

/// So many who all wait for one: no star of hundreds of lines but a comb. Each goes up to the lane of its row, along it to the left edge, and
/// to the holder from above. What the ways of a row have in common is drawn once.
void Picture::tooth(std::size_t from, std::size_t to, std::map<double, double>& rows) {
    const QRectF &a = m_cards[from], &b = m_cards[to];
    ShapeGroup g = arrowGroup(from, to);
    const double lane = m_grid.gapY * 0.45, edge = kMargin * 0.4 * m_s, y = a.top() - lane, x = b.center().x(), over = b.top() - lane;
    const QPointF up(a.center().x(), y);
    QPolygonF path{QPointF(up.x(), a.top()), up};
    if (std::abs(y - over) > 1) path << QPointF(edge, y) << QPointF(edge, over);
    path << QPointF(x, over) << b.center() - QPointF(0, b.height() / 2);
    const bool selected = m_options.selected.client == m_recipe.parts[from].client && m_options.selected.kind == HitKind::RecipePart;
    const QColor ink = m_draw.ink(selected ? Ink::Accent : Ink::TextSoft);
    const auto row = rows.find(a.top());
    if (selected) {
        m_draw.line(g, path, ink, 2.6 * m_s);
    } else {
        m_draw.line(g, {path[0], up}, ink, 1.5 * m_s);
        if (row != rows.end()) {
            QPolygonF shared{QPointF(row->second, y)};
            for (int i = 2; i < path.size(); ++i) shared << path[i];
            m_draw.line(g, shared, ink, 1.5 * m_s);
            rows.erase(row);
        }
    }
    arrowHead(g, path.last(), path.last() - QPointF(0, lane), ink);
    g.path = path;
    g.bounds = path.boundingRect();
    m_groups.push_back(std::move(g));
}

/// From who waits to whom it waits for. Behind the parts: texts are never crossed.
void Picture::arrow(std::size_t from, std::size_t to) {
    const QRectF &a = m_cards[from], &b = m_cards[to];
    ShapeGroup g = arrowGroup(from, to);
    const bool sameRow = std::abs(a.top() - b.top()) < 1, next = sameRow && a.left() > b.left() && a.left() - b.right() < m_grid.gapX + 1;
    const double lane = m_grid.gapY * 0.45, side = m_grid.gapX * 0.45;
    QPolygonF path;
    if (next) {
        path << QPointF(a.left(), a.center().y()) << QPointF(b.right(), b.center().y());
    } else if (m_recipe.naive) {   // the star: straight to the holder
        path << a.center() << b.center();
    } else {
        // Over the row of the one that waits, along the gap, and into the other from below or from above.
        const double y = a.top() - lane;
        const bool below = b.bottom() < a.top();
        const double x = b.center().x() + (below ? 0 : side * 0.5);
        path << QPointF(a.center().x(), a.top()) << QPointF(a.center().x(), y) << QPointF(x, y);
        path << QPointF(x, below && b.bottom() < y ? b.bottom() : b.top());
    }
    const bool selected = m_options.selected.client == m_recipe.parts[from].client && m_options.selected.kind == HitKind::RecipePart;
    QColor ink = m_draw.ink(selected ? Ink::Accent : Ink::TextSoft);
    if (m_recipe.naive && !next && !selected) ink.setAlpha(150);
    m_draw.line(g, path, ink, (selected ? 2.6 : 1.5) * m_s);
    // The head stands where the way leaves the other's card.
    QPointF tip = path.last();
    const QPointF last = path[path.size() - 2], v = tip - last;
    if (m_recipe.naive && !next) {
        const double tx = std::abs(v.x()) < 1e-6 ? 1e9 : b.width() / 2 / std::abs(v.x()), ty = std::abs(v.y()) < 1e-6 ? 1e9 : b.height() / 2 / std::abs(v.y());
        tip -= v * std::min({tx, ty, 1.0});
    }
    arrowHead(g, tip, last, ink);
    g.path = path;
    g.bounds = path.boundingRect();
    m_groups.push_back(std::move(g));
}

void Picture::inner(HitKind kind, const RecipePartView& p, const QRectF& box, const QString& text, const QString& name, const QString& state, const TextStyle& style) {
    ShapeGroup g;
    g.target = target(kind, p);
    g.bounds = box;
    g.name = name;
    g.state = state;
    m_draw.label(g, box, text, style);
    if (m_options.hovered == g.target) m_draw.line(g, {QPointF(box.left(), box.bottom() - 1), QPointF(box.right(), box.bottom() - 1)}, style.color, 1);
    m_groups.push_back(std::move(g));
}

/// Number and token, znode and session; each of znode and token can be clicked by itself.
void Picture::partRows(ShapeGroup& g, const RecipePartView& p, const Look& look, const QRectF& card) {
    const QColor fill = m_draw.ink(look.fill), on = m_draw.ink(look.on);
    const QRectF body = card.adjusted(9 * m_s, 27 * m_s, -9 * m_s, -4 * m_s);
    const double row = body.height() / 3;
    const QRectF first(body.left(), body.top(), body.width(), row), second = first.translated(0, row), third = second.translated(0, row);
    if (!p.detail.empty() && !isChain(m_recipe.kind)) {
        m_draw.label(g, first, QString::fromStdString(p.detail), {FontRole::MonoStrong, on, fill});
    } else if (p.number >= 0) {
        m_draw.label(g, QRectF(first.left(), first.top(), first.width() * 0.5, row), RecipeText::tr("no. %1").arg(p.number), {FontRole::MonoStrong, on, fill});
    }
    if (p.session.value)
        m_draw.label(g, third, RecipeText::tr("session %1").arg(QStringLiteral("0x%1").arg(static_cast<quint64>(p.session.value), 0, 16)), {FontRole::Small, on, fill});
    m_groups.push_back(std::move(g));
    if (p.token.value && isChain(m_recipe.kind))
        inner(HitKind::RecipeToken, p, QRectF(first.left() + first.width() * 0.5, first.top(), first.width() * 0.5, row), RecipeText::tr("token %1").arg(zxidWord(p.token)),
              RecipeText::tr("fencing token of %1").arg(clientWord(p.client)), RecipeText::tr("%1: the zxid with which its znode was created").arg(zxidWord(p.token)),
              {FontRole::Mono, on, fill, Qt::AlignRight | Qt::AlignVCenter});
    if (!p.znode.empty())
        inner(HitKind::RecipeZnode, p, second, shortName(p.znode), RecipeText::tr("znode of %1").arg(clientWord(p.client)), QString::fromStdString(p.znode), {FontRole::Small, on, fill});
}

void Picture::part(std::size_t index) {
    const RecipePartView& p = m_recipe.parts[index];
    const QRectF& card = m_cards[index];
    const Look look = lookOf(m_recipe, p);
    ShapeGroup g;
    g.target = target(HitKind::RecipePart, p);
    g.bounds = card;
    g.name = RecipeText::tr("%1 in %2").arg(clientWord(p.client), QString::fromStdString(m_recipe.path));
    g.state = recipePartSentence(m_recipe, p);
    const bool frozen = this->frozen(p.client);
    if (frozen) g.state += RecipeText::tr(", frozen");
    const QColor fill = m_draw.ink(look.fill), on = m_draw.ink(look.on), ground = m_draw.ink(Ink::Surface);
    if (fill.alpha() < 255) m_draw.rect(g, card, 6 * m_s, ground);   // arrows end behind it even where it is see-through
    Shape& body = m_draw.rect(g, card, 6 * m_s, fill, m_draw.ink(look.edge), (look.strong ? 2 : 1.2) * m_s);
    if (look.dashed) body.dash = {3, 2};
    if (look.hatched) body.hatch = m_draw.ink(Ink::DownHatch);
    const double head = m_grid.full ? 26 * m_s : card.height() / 2;
    QRectF row(card.left() + 8 * m_s, card.top() + 1 * m_s, card.width() - 16 * m_s, head);
    if (!m_grid.full) row = QRectF(card.left() + 6 * m_s, card.top() + 1, card.width() - 12 * m_s, head);
    const double side = (m_grid.full ? 15 : 12) * m_s;
    for (const char* icon : {look.icon, frozen ? "freeze" : nullptr}) {
        if (!icon) continue;
        m_draw.icon(g, QRectF(row.left(), row.center().y() - side / 2, side, side), QLatin1String(icon), on);
        row.setLeft(row.left() + side + 4 * m_s);
    }
    const FontRole idRole = m_grid.full ? FontRole::State : FontRole::SmallStrong;
    const double used = m_draw.label(g, row, clientWord(p.client), {idRole, on, fill, Qt::AlignLeft | Qt::AlignVCenter, true});
    QString word = recipePartWord(m_recipe, p);
    if (!m_grid.full && isOutdated(m_recipe, p)) word = RecipeText::tr("believes");   // for the rest there is no room
    if (p.state == RecipeState::Waiting && p.waitsFor && m_grid.full) word = RecipeText::tr("waits for %1").arg(clientWord(p.waitsFor));
    if (!p.role.empty() && isChain(m_recipe.kind)) word = recipeRoleWord(p.role) + QStringLiteral(" · ") + word;
    m_draw.label(g, row.adjusted(used + 6 * m_s, 0, 0, 0), word, {FontRole::Small, on, fill, Qt::AlignRight | Qt::AlignVCenter});
    const bool selected = m_options.selected.client == p.client && m_options.selected.kind == HitKind::RecipePart, hovered = m_options.hovered == g.target;
    if (selected || hovered) {
        QColor ring = m_draw.ink(Ink::Accent);
        if (!selected) ring.setAlpha(110);
        m_draw.rect(g, card.adjusted(-3, -3, 3, 3), 6 * m_s + 3, {}, ring, 2.4);
    }
    if (m_grid.full) return partRows(g, p, look, card);
    const QRectF low(row.left(), card.center().y(), card.right() - 6 * m_s - row.left(), card.height() / 2 - 2);
    const QRectF wide(card.left() + 6 * m_s, low.top(), card.width() - 12 * m_s, low.height());
    const QString number = p.number >= 0 ? QStringLiteral("#%1").arg(p.number) : QString::fromStdString(p.detail);
    const double left = m_draw.label(g, wide, number, {FontRole::Small, on, fill});
    if (p.token.value) m_draw.label(g, wide.adjusted(left + 4 * m_s, 0, 0, 0), zxidWord(p.token), {FontRole::Small, on, fill, Qt::AlignRight | Qt::AlignVCenter});
    m_groups.push_back(std::move(g));
}

void Picture::title(int group, int count, const QRectF& box) {
    ShapeGroup g;
    g.target.kind = HitKind::RecipeTitle;
    g.target.path = m_recipe.path;
    g.target.sequence = static_cast<std::uint64_t>(group) + 1;
    g.bounds = drawn(g.target, box);
    g.name = recipeGroupTitle(m_recipe.kind, group);
    g.state = QString::number(count);
    m_draw.label(g, g.bounds, QStringLiteral("%1  %2").arg(g.name).arg(count), {FontRole::Strong, m_draw.ink(Ink::Text), m_draw.ink(Ink::Surface)});
    m_groups.push_back(std::move(g));
}

/// Parts without arrows between them stand close.
Grid Picture::tight(double left, double width) const {
    Grid g = m_grid;
    g.gapX = g.gapY = 8 * m_s;
    g.left = left;
    g.columns = std::max(1, static_cast<int>((width + g.gapX) / (g.part.width() + g.gapX)));
    if (g.columns == 1) g.part.setWidth(std::min(g.part.width(), width));
    return g;
}

/// Where nobody stands behind anybody: by what they do, or by how far they have come. Every group has its place even while it is empty.
void Picture::groups() {
    m_cards.resize(m_recipe.parts.size());
    const int all = recipeGroups(m_recipe.kind), columns = groupColumns(m_recipe.kind, m_grid, m_options.width);
    const double width = (m_options.width - 2 * kMargin * m_s - (columns - 1) * kGroupGap * m_s) / columns;
    double bottom = m_top;
    for (int group = 0; group < all; ++group) {
        if (columns == 1 && group > 0 && m_places.size(group) == 0) continue;
        const double left = kMargin * m_s + (columns == 1 ? 0 : group * (width + kGroupGap * m_s));
        const double top = columns == 1 ? bottom : m_top;
        const Grid grid = tight(left, width);
        int count = 0;
        for (std::size_t i = 0; i < m_recipe.parts.size(); ++i) {
            const RecipePlace& place = m_places.places()[i];
            if (place.group != group) continue;
            m_cards[i] = drawn(target(HitKind::RecipePart, m_recipe.parts[i]), grid.at(place.place / grid.columns, place.place % grid.columns, top + kTitle * m_s));
            ++count;
        }
        title(group, count, {left, top, width, 22 * m_s});
        const int rows = (m_places.size(group) + grid.columns - 1) / grid.columns;
        bottom = std::max(bottom, top + kTitle * m_s + rows * (grid.part.height() + grid.gapY) + 6 * m_s);
    }
    for (std::size_t i = 0; i < m_recipe.parts.size(); ++i) part(i);
    m_top = bottom;
}

StageScene Picture::build() {
    m_top = kMargin * m_s;
    resource();
    m_top += drawRecipeFacts(m_groups, m_recipe, m_view, m_draw, {kMargin * m_s, m_top, m_options.width - 2 * kMargin * m_s, 0}, m_options);
    if (isChain(m_recipe.kind)) chain();
    else groups();
    StageScene scene;
    scene.scale = m_s;
    scene.size = QSizeF(m_options.width, m_top + kMargin * m_s);
    scene.still = std::move(m_groups);
    return scene;
}

}  // namespace

std::string recipeKey(const HitTarget& target) {
    switch (target.kind) {
        case HitKind::RecipePart: return "C" + std::to_string(target.client.value);
        case HitKind::RecipeTitle: return "#" + std::to_string(target.sequence);
        case HitKind::RecipeZnode: return target.client ? std::string() : target.path;   // that of a part goes with the part
        default: return {};
    }
}

bool fitsInFull(const RecipeView& recipe, const RecipeSlots& places, const RecipeSceneOptions& options, double seenHeight) {
    if (recipe.parts.size() > kMostFull) return false;
    RecipeSceneOptions full = options;
    full.full = true;
    full.between.clear();
    const double height = buildRecipe(recipe, ClusterView(), places, Theme::light(), full).size.height();
    return seenHeight <= 0 || height <= 1.2 * std::max(seenHeight, 120.0);
}

StageScene buildRecipe(const RecipeView& recipe, const ClusterView& view, const RecipeSlots& places, const Theme& theme, const RecipeSceneOptions& options) {
    return Picture(recipe, view, places, theme, options).build();
}

}  // namespace zab
