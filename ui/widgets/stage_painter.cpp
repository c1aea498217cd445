// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stage_painter.h"

#include "ui/theme/icons.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace zab {

namespace {

QPainterPath outline(const Shape& shape) {
    QPainterPath path;
    if (!shape.squareBottom) {
        path.addRoundedRect(shape.rect, shape.radius, shape.radius);
        return path;
    }
    const QRectF& r = shape.rect;
    const double d = std::min({shape.radius * 2, r.width(), r.height()});
    path.moveTo(r.bottomLeft());
    path.arcTo(QRectF(r.left(), r.top(), d, d), 180, -90);
    path.arcTo(QRectF(r.right() - d, r.top(), d, d), 90, -90);
    path.lineTo(r.bottomRight());
    path.closeSubpath();
    return path;
}

QPen penOf(const Shape& shape) {
    if (!shape.stroke.isValid() || shape.strokeWidth <= 0) return Qt::NoPen;
    QPen pen(shape.stroke, shape.strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!shape.dash.isEmpty()) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern(shape.dash);
    }
    return pen;
}

QBrush brushOf(const Shape& shape) {
    return shape.fill.isValid() ? QBrush(shape.fill) : QBrush(Qt::NoBrush);
}

bool inside(const Shape& shape, QPointF p) {
    const QRectF r = shape.rect.adjusted(1, 1, -1, -1);
    if (!r.contains(p)) return false;
    const double radius = std::min({shape.radius, r.width() / 2, r.height() / 2});
    const double x = std::max({0.0, r.left() + radius - p.x(), p.x() - r.right() + radius});
    const double y = std::max({0.0, r.top() + radius - p.y(), shape.squareBottom ? 0.0 : p.y() - r.bottom() + radius});
    return x * x + y * y <= radius * radius + 0.01;
}

/// Diagonal lines: pen and hatch stay the same at any zoom, unlike Qt's bitmap patterns. Cut by hand and not by a clip path:
/// a part of the picture painted anew then equals the whole to the pixel.
void paintHatch(QPainter& painter, const Shape& shape) {
    const QRectF& r = shape.rect;
    QVector<QLineF> lines;
    for (double x = r.left() - r.height(); x < r.right(); x += shape.hatchStep) {
        const double from = std::max(0.0, r.left() - x), to = std::min(r.height(), r.right() - x);
        QPointF a(x + from, r.bottom() - from), b(x + to, r.bottom() - to);
        const QPointF step(0.5, -0.5);
        while (a.x() < b.x() && !inside(shape, a)) a += step;
        while (a.x() < b.x() && !inside(shape, b)) b -= step;
        if (b.x() - a.x() > 1) lines << QLineF(a, b);
    }
    painter.setPen(QPen(shape.hatch, std::max(1.0, shape.hatchStep * 0.34), Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

}  // namespace

void StagePainter::clear() {
    m_fonts.clear();
    m_texts.clear();
    m_icons.clear();
    m_rects.clear();
}

void StagePainter::paint(QPainter& painter, const std::vector<ShapeGroup>& groups) {
    for (const ShapeGroup& group : groups) paint(painter, group);
}

void StagePainter::paint(QPainter& painter, const ShapeGroup& group) {
    for (const Shape& shape : group.shapes) paint(painter, shape);
}

void StagePainter::paint(QPainter& painter, const Shape& shape) {
    switch (shape.kind) {
        case ShapeKind::Rect: return paintRect(painter, shape);
        case ShapeKind::Label: return paintLabel(painter, shape);
        case ShapeKind::Icon: return paintIcon(painter, shape);
        case ShapeKind::Ellipse:
            painter.setPen(penOf(shape));
            painter.setBrush(brushOf(shape));
            painter.drawEllipse(shape.rect);
            return;
        case ShapeKind::Polyline:
            painter.setPen(penOf(shape));
            painter.setBrush(brushOf(shape));
            if (shape.closed) painter.drawPolygon(shape.points);
            else painter.drawPolyline(shape.points);
            return;
    }
}

/// False where it is one of a kind, or too large to be kept.
bool StagePainter::paintKept(QPainter& painter, const Shape& shape) {
    constexpr double kLargest = 420;
    constexpr qsizetype kMost = 200;
    if (shape.radius <= 0 || !shape.dash.isEmpty() || shape.rect.width() > kLargest || shape.rect.height() > kLargest) return false;
    const QTransform& t = painter.transform();
    if (t.type() > QTransform::TxTranslate) return false;
    const double ratio = painter.deviceTransform().m11(), edge = std::ceil(shape.strokeWidth / 2) + 1;
    const auto rgba = [](const QColor& c) { return c.isValid() ? QString::number(c.rgba(), 16) : QString(); };
    const QString key = QStringLiteral("%1 %2 %3 %4 %5 %6 %7").arg(shape.rect.width()).arg(shape.rect.height()).arg(shape.radius).arg(rgba(shape.fill), rgba(shape.stroke)).arg(shape.strokeWidth).arg(ratio);
    auto it = m_rects.find(key);
    if (it == m_rects.end()) {
        if (m_rects.size() > kMost) m_rects.clear();
        QPixmap picture((QSizeF(shape.rect.size()) * ratio + QSizeF(2, 2) * edge * ratio).toSize() + QSize(1, 1));
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter p(&picture);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(penOf(shape));
        p.setBrush(brushOf(shape));
        p.drawRoundedRect(QRectF(QPointF(edge, edge), shape.rect.size()), shape.radius, shape.radius);
        p.end();
        it = m_rects.insert(key, picture);
    }
    const QPointF shift(t.dx(), t.dy()), at = (shape.rect.topLeft() + shift - QPointF(edge, edge)) * ratio;
    painter.drawPixmap(QPointF(std::round(at.x()), std::round(at.y())) / ratio - shift, *it);
    return true;
}

void StagePainter::paintRect(QPainter& painter, const Shape& shape) {
    if (m_keepsRects && !shape.squareBottom && !shape.hatch.isValid() && paintKept(painter, shape)) return;
    if (shape.squareBottom || shape.hatch.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(brushOf(shape));
        painter.drawPath(outline(shape));
        if (shape.hatch.isValid()) paintHatch(painter, shape);
        if (!shape.stroke.isValid()) return;
        painter.setPen(penOf(shape));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline(shape));
        return;
    }
    painter.setPen(penOf(shape));
    painter.setBrush(brushOf(shape));
    if (shape.radius > 0) painter.drawRoundedRect(shape.rect, shape.radius, shape.radius);
    else painter.drawRect(shape.rect);
}

const QFont& StagePainter::font(FontRole role, int pixels) {
    const int key = static_cast<int>(role) * 1000 + pixels;
    auto it = m_fonts.find(key);
    if (it == m_fonts.end()) {
        static const Theme theme = Theme::light();   // fonts are the same in every theme
        it = m_fonts.insert(key, theme.font(role, pixels / theme.fontPixels(role)));
    }
    return *it;
}

void StagePainter::paintLabel(QPainter& painter, const Shape& shape) {
    const int pixels = static_cast<int>(shape.fontPixels);
    const QFont& f = font(shape.font, pixels);
    QString key = shape.text;
    key += QChar(0x1f);
    key += QChar(static_cast<char16_t>(static_cast<int>(shape.font) * 400 + std::min(pixels, 399)));
    auto it = m_texts.find(key);
    if (it == m_texts.end()) {
        if (m_texts.size() > 3000) m_texts.clear();   // labels with running numbers must not grow it for ever
        Prepared prepared;
        prepared.text.setText(shape.text);
        prepared.text.setTextFormat(Qt::PlainText);
        prepared.text.setPerformanceHint(QStaticText::AggressiveCaching);
        prepared.text.prepare(QTransform(), f);
        prepared.size = QSizeF(QFontMetricsF(f).horizontalAdvance(shape.text), prepared.text.size().height());
        it = m_texts.insert(key, prepared);
    }
    const QRectF& r = shape.rect;
    double x = r.left(), y = r.top();
    if (shape.align & Qt::AlignRight) x = r.right() - it->size.width();
    else if (shape.align & Qt::AlignHCenter) x = r.center().x() - it->size.width() / 2;
    if (shape.align & Qt::AlignBottom) y = r.bottom() - it->size.height();
    else if (!(shape.align & Qt::AlignTop)) y = r.center().y() - it->size.height() / 2;
    painter.setFont(f);
    painter.setPen(shape.color);
    painter.drawStaticText(QPointF(x, y), it->text);
}

void StagePainter::paintIcon(QPainter& painter, const Shape& shape) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QString key = QStringLiteral("%1 %2 %3 %4").arg(shape.text, shape.color.name()).arg(qRound(shape.rect.width() * 4)).arg(ratio);
    auto it = m_icons.find(key);
    if (it == m_icons.end()) it = m_icons.insert(key, iconPixmap(shape.text, shape.color, shape.rect.width(), ratio));
    if (!it->isNull()) painter.drawPixmap(shape.rect.topLeft(), *it);
}

}  // namespace zab
