// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/banner_scene.h"

#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"
#include "ui/text/property_words.h"

#include <algorithm>

namespace zab {
namespace {

constexpr double kPad = 9, kIcon = 16, kGap = 8, kHeight = 26;   // at scale 1
constexpr double kInHeadline = 28.0 / 32;                        // of its height, where there is no row of its own
constexpr FontRole kRole = FontRole::Strong;

struct Chip {
    HitTarget target;
    QString text, name, state, tip;
    bool violated = false;
};

QString tipOf(const VariantName& variant) {
    if (variant.seal) return StageText::tr("%1 Without it: %2").arg(sealSentence(*variant.seal), sealBroken(*variant.seal));
    return variant.defect ? defectTitle(*variant.defect) : QString();
}

/// In the order in which they fell.
std::vector<Chip> violationsOf(const ClusterView& view) {
    std::vector<const PropertyView*> fallen;
    for (const PropertyView& p : view.properties)
        if (p.violated != kNoEvent && propertyByName(p.id)) fallen.push_back(&p);
    std::stable_sort(fallen.begin(), fallen.end(), [](const PropertyView* a, const PropertyView* b) { return a->violated < b->violated; });
    std::vector<Chip> chips;
    for (const PropertyView* p : fallen) {
        const Property property = *propertyByName(p->id);
        Chip chip;
        chip.target.kind = HitKind::Property;
        chip.target.path = p->id;
        chip.text = StageText::tr("violated: %1").arg(propertyName(property));
        chip.name = StageText::tr("Property %1").arg(propertyName(property));
        chip.state = StageText::tr("violated since event %1").arg(p->violated);
        chip.tip = propertySentence(property);
        chip.violated = true;
        chips.push_back(std::move(chip));
    }
    return chips;
}

std::vector<Chip> sealsOf(const StageOptions& options) {
    std::vector<Chip> chips;
    for (const StageVariant& v : options.variants) {
        Chip chip;
        chip.target.kind = HitKind::Variant;
        chip.target.path = v.name;
        chip.text = v.word;
        chip.name = StageText::tr("Broken seal, %1").arg(v.word);
        chip.tip = tipOf(variantByName(v.name));
        chip.state = chip.tip;
        chips.push_back(std::move(chip));
    }
    return chips;
}

class Row {
public:
    Row(const QRectF& box, const ShapeBuilder& draw, const StageOptions& options) : m_box(box), m_draw(draw), m_options(options) {}

    double width(const QString& text) const {
        return (2 * kPad + kIcon + 6) * m_draw.scale() + textWidth(kRole, m_draw.pixels(kRole), text) + 2;
    }
    double gap() const { return kGap * m_draw.scale(); }

    ShapeGroup chip(const Chip& chip, double left, double width) const {
        const double s = m_draw.scale();
        ShapeGroup g;
        g.target = chip.target;
        g.bounds = QRectF(left, m_box.top(), width, m_box.height());
        g.name = chip.name;
        g.state = chip.state;
        g.tip = chip.tip;
        const bool framed = m_options.selected == chip.target || m_options.hovered == chip.target;
        const QColor ground = m_draw.ink(chip.violated ? Ink::Down : Ink::Raised), ink = m_draw.ink(chip.violated ? Ink::OnDown : Ink::DownText);
        m_draw.rect(g, g.bounds.adjusted(1, 1, -1, -1), 6 * s, ground, m_draw.ink(framed ? Ink::Accent : Ink::Down), framed ? 3 : 1.5);
        const QRectF icon(left + kPad * s, m_box.center().y() - kIcon * s / 2, kIcon * s, kIcon * s);
        m_draw.icon(g, icon, chip.violated ? QStringLiteral("warning") : QStringLiteral("seal-broken"), ink);
        const double text = icon.right() + 6 * s;
        m_draw.label(g, QRectF(text, m_box.top(), left + width - kPad * s - text + 2, m_box.height()), chip.text, {kRole, ink, ground});
        return g;
    }

private:
    QRectF m_box;
    const ShapeBuilder& m_draw;
    const StageOptions& m_options;
};

/// "+3": what there is no room for, in words when pointed at.
Chip rest(const std::vector<Chip>& chips, std::size_t from) {
    Chip chip = chips[from];
    QStringList hidden;
    for (std::size_t i = from; i < chips.size(); ++i) hidden << chips[i].text;
    if (hidden.size() > 1) {
        chip.text = QStringLiteral("+%1").arg(hidden.size());
        chip.name = chip.tip = hidden.join(QStringLiteral(", "));
    }
    return chip;
}

struct Placed {
    Chip chip;
    double left = 0, width = 0;
};

/// As many as there is room for from `left` on, and the number of the others behind them.
std::vector<Placed> placed(const std::vector<Chip>& chips, const Row& row, double left, double room) {
    const double more = row.width(QStringLiteral("+88")) + row.gap(), end = left + room;
    std::vector<Placed> all;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const double width = row.width(chips[i].text), reserve = i + 1 < chips.size() ? more : 0;
        if (left + width + reserve > end) {
            const Chip others = rest(chips, i);
            all.push_back({others, left, std::min(row.width(others.text), std::max(0.0, end - left))});
            break;
        }
        all.push_back({chips[i], left, width});
        left += width + row.gap();
    }
    return all;
}

/// The room of the first one and of the number of the others.
double leastRoom(const std::vector<Chip>& chips, const Row& row) {
    if (chips.empty()) return 0;
    return row.gap() + row.width(chips.front().text) + (chips.size() > 1 ? row.gap() + row.width(QStringLiteral("+88")) : 0);
}

}  // namespace

void addBanner(std::vector<ShapeGroup>& groups, const ClusterView& view, const StageLayout& layout, const Theme& theme, const StageOptions& options,
               double headlineEnd) {
    const std::vector<Chip> seals = sealsOf(options), violations = violationsOf(view);
    if (seals.empty() && violations.empty()) return;
    const bool own = !layout.banner.isEmpty();
    const ShapeBuilder draw(theme, (own ? layout.banner.height() : layout.headline.height() * kInHeadline) / kHeight);
    QRectF box = layout.banner;
    if (!own) {
        box = QRectF(headlineEnd, 0, layout.headline.right() - headlineEnd, kHeight * draw.scale());
        box.moveTop(layout.headline.center().y() - box.height() / 2);
    }
    const Row row(box, draw, options);
    // Whoever reads a violation has to see without which rule it came about: the seals stand first and never make room for it.
    std::vector<Placed> shown = placed(seals, row, 0, box.width() - leastRoom(violations, row));
    const double used = shown.empty() ? 0 : shown.back().left + shown.back().width + row.gap();
    const std::vector<Placed> fallen = placed(violations, row, used, box.width() - used);
    shown.insert(shown.end(), fallen.begin(), fallen.end());
    const double all = shown.back().left + shown.back().width, x = own ? box.left() : std::max(box.left(), box.right() - all);
    for (const Placed& p : shown) groups.push_back(row.chip(p.chip, x + p.left, p.width));
}

}  // namespace zab
