// SPDX-License-Identifier: GPL-3.0-or-later
// Paints neutral shapes. Knows nothing of servers and packets.
#pragma once

#include "ui/scene/shapes.h"

#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QStaticText>

namespace zab {

class StagePainter {
public:
    void paint(QPainter& painter, const std::vector<ShapeGroup>& groups);
    void paint(QPainter& painter, const ShapeGroup& group);
    void paint(QPainter& painter, const Shape& shape);
    /// Rounded rectangles of one look and size are painted once and then copied, to whole pixels: for pictures with hundreds of them.
    void setKeepsRects(bool on) { m_keepsRects = on; }
    /// Forget fonts, texts and icons (the theme, the font or the screen changed).
    void clear();

private:
    void paintRect(QPainter& painter, const Shape& shape);
    bool paintKept(QPainter& painter, const Shape& shape);
    void paintLabel(QPainter& painter, const Shape& shape);
    void paintIcon(QPainter& painter, const Shape& shape);
    const QFont& font(FontRole role, int pixels);

    struct Prepared {
        QStaticText text;
        QSizeF size;
    };
    QHash<int, QFont> m_fonts;
    QHash<QString, Prepared> m_texts;
    QHash<QString, QPixmap> m_icons;
    QHash<QString, QPixmap> m_rects;
    bool m_keepsRects = false;
};

}  // namespace zab
