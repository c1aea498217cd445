// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/shape_builder.h"

#include "ui/scene/text_fit.h"

#include <algorithm>
#include <cmath>

namespace zab {

namespace {
constexpr int kLeastPixels = 7;   // below this nobody reads it
}

int ShapeBuilder::pixels(FontRole role) const {
    return std::max(kLeastPixels, static_cast<int>(std::lround(m_theme.fontPixels(role) * m_scale)));
}

Shape& ShapeBuilder::rect(ShapeGroup& g, const QRectF& r, double radius, const QColor& fill, const QColor& stroke, double width) const {
    Shape shape;
    shape.kind = ShapeKind::Rect;
    shape.rect = r;
    shape.radius = radius;
    shape.fill = fill;
    shape.stroke = stroke;
    shape.strokeWidth = width;
    g.shapes.push_back(std::move(shape));
    return g.shapes.back();
}

Shape& ShapeBuilder::ellipse(ShapeGroup& g, const QRectF& r, const QColor& fill, const QColor& stroke, double width) const {
    Shape& shape = rect(g, r, 0, fill, stroke, width);
    shape.kind = ShapeKind::Ellipse;
    return shape;
}

Shape& ShapeBuilder::line(ShapeGroup& g, const QPolygonF& points, const QColor& stroke, double width, const QVector<qreal>& dash) const {
    Shape shape;
    shape.kind = ShapeKind::Polyline;
    shape.points = points;
    shape.stroke = stroke;
    shape.strokeWidth = width;
    shape.dash = dash;
    g.shapes.push_back(std::move(shape));
    return g.shapes.back();
}

Shape& ShapeBuilder::icon(ShapeGroup& g, const QRectF& r, const QString& name, const QColor& color) const {
    Shape shape;
    shape.kind = ShapeKind::Icon;
    shape.rect = r;
    shape.text = name;
    shape.color = color;
    g.shapes.push_back(std::move(shape));
    return g.shapes.back();
}

double ShapeBuilder::label(ShapeGroup& g, const QRectF& box, const QString& text, const TextStyle& style) const {
    return labelAt(g, box, text, style, pixels(style.role));
}

double ShapeBuilder::labelAt(ShapeGroup& g, const QRectF& box, const QString& text, const TextStyle& style, int pixels) const {
    if (text.isEmpty() || box.width() < 3) return 0;
    const int least = style.important ? kLeastPixels : std::max(kLeastPixels, static_cast<int>(pixels * 0.78));
    const FittedText fitted = fitText(style.role, pixels, std::min(least, pixels), text, box.width());
    if (fitted.text.isEmpty() || (fitted.elided && fitted.text.size() < 2)) return 0;
    Shape shape;
    shape.kind = ShapeKind::Label;
    shape.rect = box;
    shape.text = fitted.text;
    shape.font = style.role;
    shape.fontPixels = fitted.pixels;
    shape.align = style.align;
    shape.color = style.color;
    shape.on = style.on;
    shape.elided = fitted.elided;
    shape.important = style.important;
    g.shapes.push_back(std::move(shape));
    return textWidth(style.role, fitted.pixels, fitted.text);
}

}  // namespace zab
