// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/box_placer.h"

#include <algorithm>
#include <cmath>

namespace zab {

void BoxPlacer::keepOut(const QRectF& box, double margin) {
    if (!box.isEmpty()) m_boxes.push_back(box.adjusted(-margin, -margin, margin, margin));
}

void BoxPlacer::avoid(const QPolygonF& path, double cost) {
    for (const QPointF& p : path) m_points.push_back({p, cost});
}

bool BoxPlacer::isFree(const QRectF& box) const {
    return m_field.contains(box) && std::none_of(m_boxes.begin(), m_boxes.end(), [&](const QRectF& b) { return b.intersects(box); });
}

double BoxPlacer::cost(const QRectF& box, double enough) const {
    double sum = 0;
    const QRectF wide = box.adjusted(-8, -6, 8, 6);
    for (const Point& p : m_points) {
        if (wide.contains(p.at)) sum += p.cost;
        if (sum > enough) break;
    }
    return sum;
}

QRectF BoxPlacer::place(QSizeF size, const QRectF& anchor, double reach, const QRectF& preferred, double mostCost) const {
    if (!preferred.isEmpty() && preferred.size() == size && isFree(preferred)) return preferred;
    const double step = std::clamp(std::min(m_field.width(), m_field.height()) / 50, 6.0, 14.0);
    QRectF best;
    double least = 1e18;
    for (double y = anchor.top() - reach - size.height(); y <= anchor.bottom() + reach; y += step) {
        for (double x = anchor.left() - reach - size.width(); x <= anchor.right() + reach; x += step) {
            const QRectF box(QPointF(x, y), size);
            const double dx = std::max({0.0, anchor.left() - box.right(), box.left() - anchor.right()});
            const double dy = std::max({0.0, anchor.top() - box.bottom(), box.top() - anchor.bottom()});
            // Near edges first, then near middles, so that the box looks as if it belonged to it.
            const double away = std::hypot(dx, dy);
            const double far = away + 0.12 * std::hypot(box.center().x() - anchor.center().x(), box.center().y() - anchor.center().y());
            if (away > reach || far >= least || !isFree(box)) continue;
            const double hits = cost(box, std::min(mostCost, least));
            if (hits > mostCost || far + hits >= least) continue;
            least = far + hits;
            best = box;
        }
    }
    return best;
}

}  // namespace zab
