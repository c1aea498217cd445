// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to say a shape. Every text goes through label(), which makes it fit its box.
#pragma once

#include "ui/scene/shapes.h"

namespace zab {

/// How a label is written. `on` is what it stands on.
struct TextStyle {
    FontRole role = FontRole::Body;
    QColor color, on;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    bool important = false;   ///< made as small as need be rather than elided
};

class ShapeBuilder {
public:
    ShapeBuilder(const Theme& theme, double scale) : m_theme(theme), m_scale(scale) {}

    const Theme& theme() const { return m_theme; }
    double scale() const { return m_scale; }
    int pixels(FontRole role) const;
    const QColor& ink(Ink ink) const { return m_theme.color(ink); }

    Shape& rect(ShapeGroup& g, const QRectF& r, double radius, const QColor& fill, const QColor& stroke = {}, double width = 1) const;
    Shape& ellipse(ShapeGroup& g, const QRectF& r, const QColor& fill, const QColor& stroke = {}, double width = 1) const;
    Shape& line(ShapeGroup& g, const QPolygonF& points, const QColor& stroke, double width, const QVector<qreal>& dash = {}) const;
    Shape& icon(ShapeGroup& g, const QRectF& r, const QString& name, const QColor& color) const;
    /// Returns the width that the text takes; nothing is drawn in a box that is too narrow for a letter.
    double label(ShapeGroup& g, const QRectF& box, const QString& text, const TextStyle& style) const;
    /// The same at a given size in pixels.
    double labelAt(ShapeGroup& g, const QRectF& box, const QString& text, const TextStyle& style, int pixels) const;

private:
    const Theme& m_theme;
    double m_scale;
};

}  // namespace zab
