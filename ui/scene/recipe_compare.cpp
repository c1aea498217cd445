// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/recipe_compare.h"

#include "ui/scene/shape_builder.h"
#include "ui/text/recipe_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace zab {

namespace {

struct RecipeText {
    Q_DECLARE_TR_FUNCTIONS(Recipe)
};

struct Side {
    const RecipeView* recipe;
    Ink fill;
    bool hatched;   ///< told apart without colour
};

QString numberWord(double value) {
    return value < 0 ? QStringLiteral("–") : QString::number(value, 'f', value < 100 && value != static_cast<int>(value) ? 1 : 0);
}

}  // namespace

StageScene buildComparison(const RecipeView* left, const RecipeView* right, const Theme& theme, QSizeF size, double scale) {
    const ShapeBuilder draw(theme, scale);
    StageScene scene;
    scene.size = size;
    scene.scale = scale;
    const double s = scale, margin = (size.height() < 130 * scale ? 4 : 12) * s;   // a low dock has no room to spare
    const Side sides[] = {{left, Ink::Following, false}, {right, Ink::Looking, true}};
    const QColor ground = theme.color(Ink::Surface);
    // A title row with what each bar stands for, then three pairs of bars.
    const double title = 24 * s, room = size.height() - 2 * margin - title - 4 * s, group = std::clamp(room / 3, 16 * s, 62 * s), label = 150 * s, bar = std::min(20 * s, (group - 8 * s) / 2);
    const bool low = bar < 15 * s;   // two numbers one above the other would touch each other: they stand in one line
    const double tail = (low ? 110 : 60) * s;
    for (int k = 0; k < 2; ++k) {
        const QRectF box(margin + k * (size.width() - 2 * margin) / 2, margin, (size.width() - 2 * margin) / 2 - 8 * s, title);
        ShapeGroup g;
        g.target.kind = HitKind::RecipeTitle;
        g.target.sequence = static_cast<std::uint64_t>(k) + 1;
        g.bounds = box;
        const RecipeView* r = sides[k].recipe;
        const int many = r ? contenders(*r) : 0;
        g.name = r ? QString::fromStdString(r->path) : RecipeText::tr("nothing to compare");
        g.state = r ? RecipeText::tr("%1, contenders: %2, turns: %3").arg(recipeKindWord(*r)).arg(many).arg(r->turnCount) : RecipeText::tr("none");
        Shape& mark = draw.rect(g, QRectF(box.left(), box.center().y() - 6 * s, 12 * s, 12 * s), 2 * s, theme.color(sides[k].fill));
        if (sides[k].hatched) {
            mark.hatch = ground;
            mark.hatchStep = 5 * s;
        }
        draw.label(g, box.adjusted(18 * s, 0, 0, 0), r ? g.name + QStringLiteral(": ") + g.state : g.name, {FontRole::Strong, theme.color(Ink::Text), ground});
        scene.still.push_back(std::move(g));
    }
    const PerRelease cost[] = {left ? perRelease(*left) : PerRelease(), right ? perRelease(*right) : PerRelease()};
    const QString names[] = {RecipeText::tr("Notifications per release"), RecipeText::tr("Reads per release"), RecipeText::tr("Packets per release")};
    for (int row = 0; row < 3; ++row) {
        double values[2];
        for (int k = 0; k < 2; ++k) values[k] = row == 0 ? cost[k].notifications : row == 1 ? cost[k].reads : cost[k].packets;
        const double most = std::max({values[0], values[1], 1.0}), top = margin + title + 4 * s + row * group, width = size.width() - 2 * margin - label - tail;
        ShapeGroup g;
        g.target.kind = HitKind::RecipeTitle;
        g.target.sequence = static_cast<std::uint64_t>(row) + 10;
        g.bounds = QRectF(margin, top, size.width() - 2 * margin, group);
        g.name = names[row];
        g.state = RecipeText::tr("%1 against %2").arg(numberWord(values[0]), numberWord(values[1]));
        draw.label(g, QRectF(margin, top, label - 8 * s, group), names[row], {FontRole::Body, theme.color(Ink::Text), ground});
        if (low) draw.label(g, QRectF(size.width() - margin - tail + 8 * s, top, tail - 8 * s, group), g.state, {FontRole::Body, theme.color(Ink::Text), ground});
        for (int k = 0; k < 2; ++k) {
            const double y = top + group / 2 + (k - 1) * (bar + 2 * s) + s;
            const QRectF track(margin + label, y, std::max(10.0, width), bar);
            draw.rect(g, track, 2 * s, theme.color(Ink::Track));
            if (values[k] > 0) {
                Shape& fill = draw.rect(g, QRectF(track.left(), y, std::max(3 * s, track.width() * values[k] / most), bar), 2 * s, theme.color(sides[k].fill));
                if (sides[k].hatched) {
                    fill.hatch = ground;
                    fill.hatchStep = 6 * s;
                }
            }
            if (!low) draw.label(g, QRectF(track.right() + 8 * s, y, tail - 8 * s, bar), numberWord(values[k]), {FontRole::MonoStrong, theme.color(Ink::Text), ground});
        }
        scene.still.push_back(std::move(g));
    }
    return scene;
}

}  // namespace zab
