// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/recipe_facts.h"

#include "ui/text/recipe_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace zab {
namespace {

struct RecipeText {
    Q_DECLARE_TR_FUNCTIONS(Recipe)
};

constexpr std::size_t kMostData = 60;   ///< letters of a znode's data that are looked at

const ServerView* newestOf(const ClusterView& view) {
    const ServerView* newest = nullptr;
    for (const ServerView& s : view.servers)
        if (!newest || std::pair(newest->serving, newest->lastProcessed) < std::pair(s.serving, s.lastProcessed)) newest = &s;
    return newest;
}

QString shortened(const std::string& data) {
    QString text = QString::fromStdString(data.substr(0, kMostData)).simplified();
    for (QChar& c : text)
        if (!c.isPrint()) c = QLatin1Char('.');
    return data.size() > kMostData ? text + QStringLiteral("…") : text;
}

/// "qn-0000000012" -> 12; -1 = no number.
std::int64_t numberOf(const std::string& name) {
    std::size_t digits = 0;
    while (digits < name.size() && name[name.size() - 1 - digits] >= '0' && name[name.size() - 1 - digits] <= '9') ++digits;
    return digits < 10 ? -1 : std::stoll(name.substr(name.size() - 10));
}

class Facts {
public:
    Facts(std::vector<ShapeGroup>& groups, const RecipeView& recipe, const DataTree& tree, const ShapeBuilder& draw, const QRectF& box, const RecipeSceneOptions& options)
        : m_groups(groups), m_recipe(recipe), m_tree(tree), m_draw(draw), m_box(box), m_options(options), m_s(draw.scale()) {}

    double draw() {
        const Znode* znode = m_tree.find(m_recipe.path);
        switch (m_recipe.kind) {
            case RecipeKind::Barrier:
                return bar(RecipeText::tr("Barrier"), znode ? RecipeText::tr("%1 is there: whoever comes waits").arg(path()) : RecipeText::tr("%1 is not there: nobody waits").arg(path()),
                           znode != nullptr);
            case RecipeKind::DoubleBarrier: {
                const bool ready = m_tree.find(m_recipe.path + "/ready") != nullptr;
                return bar(RecipeText::tr("Double barrier"), ready ? RecipeText::tr("open: the znode ready is there") : RecipeText::tr("closed: the znode ready is not there"), !ready);
            }
            case RecipeKind::Config:
                return bar(RecipeText::tr("Configuration"),
                           znode ? RecipeText::tr("\"%1\", version %2").arg(shortened(znode->data)).arg(znode->version) : RecipeText::tr("%1 is not there").arg(path()), false);
            case RecipeKind::Queue: return elements();
            default: return 0;
        }
    }

private:
    QString path() const { return QString::fromStdString(m_recipe.path); }
    QColor ink(Ink i) const { return m_draw.ink(i); }

    /// One line with a name in front; `closed`: it stops somebody.
    double bar(const QString& name, const QString& text, bool closed) {
        ShapeGroup g;
        g.target.kind = HitKind::RecipeZnode;
        g.target.path = m_recipe.path;
        g.bounds = QRectF(m_box.left(), m_box.top(), m_box.width(), 30 * m_s);
        g.name = name;
        g.state = text;
        const QColor ground = ink(Ink::Raised);
        m_draw.rect(g, g.bounds, 6 * m_s, ground, ink(closed ? Ink::Looking : Ink::Border), (closed ? 2 : 1.3) * m_s);
        const QRectF inside = g.bounds.adjusted(10 * m_s, 0, -10 * m_s, 0);
        const double used = m_draw.label(g, inside, name, {FontRole::Strong, ink(Ink::Text), ground});
        m_draw.label(g, inside.adjusted(used + 12 * m_s, 0, 0, 0), text, {FontRole::Body, ink(Ink::TextSoft), ground});
        m_groups.push_back(std::move(g));
        return 30 * m_s + 10 * m_s;
    }

    /// The elements in their order, the one that is taken next at the left.
    double elements() {
        std::vector<std::pair<std::int64_t, std::string>> all;
        for (const std::string& name : m_tree.children(m_recipe.path)) all.emplace_back(numberOf(name), name);
        std::sort(all.begin(), all.end());
        const double height = 40 * m_s, head = 150 * m_s, width = 96 * m_s, gap = 6 * m_s;
        ShapeGroup g;
        g.target.kind = HitKind::RecipeZnode;
        g.target.path = m_recipe.path;
        g.bounds = QRectF(m_box.left(), m_box.top(), head, height);
        g.name = RecipeText::tr("Queue %1").arg(path());
        g.state = RecipeText::tr("elements: %1").arg(all.size());
        m_draw.label(g, g.bounds.adjusted(0, 0, 0, -height / 2), RecipeText::tr("Elements: %1").arg(all.size()), {FontRole::Strong, ink(Ink::Text), ink(Ink::Surface)});
        m_draw.label(g, g.bounds.adjusted(0, height / 2, 0, 0), RecipeText::tr("the lowest goes first"), {FontRole::Small, ink(Ink::TextSoft), ink(Ink::Surface)});
        m_groups.push_back(std::move(g));
        const auto room = static_cast<std::size_t>(std::max(0.0, (m_box.width() - head + gap) / (width + gap)));
        const std::size_t shown = all.size() <= room ? all.size() : room > 0 ? room - 1 : 0;
        double left = m_box.left() + head;
        for (std::size_t i = 0; i < shown; ++i, left += width + gap) element(all[i].second, all[i].first, QRectF(left, m_box.top(), width, height));
        if (shown < all.size() && room > 0) {
            ShapeGroup rest;
            rest.target.kind = HitKind::RecipeTitle;
            rest.target.sequence = 100;
            rest.bounds = QRectF(left, m_box.top(), width, height);
            rest.name = RecipeText::tr("further elements");
            rest.state = QString::number(all.size() - shown);
            m_draw.label(rest, rest.bounds, QStringLiteral("+%1").arg(all.size() - shown), {FontRole::Strong, ink(Ink::TextSoft), ink(Ink::Surface)});
            m_groups.push_back(std::move(rest));
        }
        return height + 12 * m_s;
    }

    void element(const std::string& name, std::int64_t number, const QRectF& place) {
        ShapeGroup g;
        g.target.kind = HitKind::RecipeZnode;
        g.target.path = m_recipe.path + "/" + name;
        const auto moving = m_options.between.find(recipeKey(g.target));
        g.bounds = moving == m_options.between.end() ? place : moving->second;
        const Znode* znode = m_tree.find(g.target.path);
        const QString data = znode ? shortened(znode->data) : QString();
        g.name = RecipeText::tr("element %1").arg(QString::fromStdString(name));
        g.state = RecipeText::tr("\"%1\"").arg(data);
        const QColor ground = ink(Ink::Raised);
        m_draw.rect(g, g.bounds, 4 * m_s, ground, ink(m_options.hovered == g.target ? Ink::Accent : Ink::LineStrong), 1.3 * m_s);
        const QRectF inside = g.bounds.adjusted(6 * m_s, 2 * m_s, -6 * m_s, -2 * m_s);
        m_draw.label(g, inside.adjusted(0, 0, 0, -inside.height() / 2), data, {FontRole::MonoStrong, ink(Ink::Text), ground});
        m_draw.label(g, inside.adjusted(0, inside.height() / 2, 0, 0), number < 0 ? QString::fromStdString(name) : QStringLiteral("#%1").arg(number),
                     {FontRole::Small, ink(Ink::TextSoft), ground});
        m_groups.push_back(std::move(g));
    }

    std::vector<ShapeGroup>& m_groups;
    const RecipeView& m_recipe;
    const DataTree& m_tree;
    const ShapeBuilder& m_draw;
    QRectF m_box;
    const RecipeSceneOptions& m_options;
    double m_s;
};

}  // namespace

double drawRecipeFacts(std::vector<ShapeGroup>& groups, const RecipeView& recipe, const ClusterView& view, const ShapeBuilder& draw, const QRectF& box,
                       const RecipeSceneOptions& options) {
    const ServerView* server = newestOf(view);
    return server ? Facts(groups, recipe, server->tree, draw, box, options).draw() : 0;
}

}  // namespace zab
