// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/box_placer.h"

#include <algorithm>
#include <cmath>

namespace zab {

namespace {
constexpr double kCell = 6;   // grain of the sums
}

void BoxPlacer::keepOut(const QRectF& box, double margin) {
    if (!box.isEmpty()) m_boxes.push_back(box.adjusted(-margin, -margin, margin, margin));
}

void BoxPlacer::avoid(const QPolygonF& path, double cost) {
    for (const QPointF& p : path) m_points.push_back({p, cost});
    m_sums.clear();
}

bool BoxPlacer::isFree(const QRectF& box) const {
    return m_field.contains(box) && std::none_of(m_boxes.begin(), m_boxes.end(), [&](const QRectF& b) { return b.intersects(box); });
}

void BoxPlacer::sumUp() const {
    m_columns = static_cast<int>(m_field.width() / kCell) + 2;
    m_rows = static_cast<int>(m_field.height() / kCell) + 2;
    m_sums.assign(static_cast<std::size_t>(m_columns * m_rows), 0);
    for (const Point& p : m_points) {
        const int x = static_cast<int>((p.at.x() - m_field.left()) / kCell) + 1, y = static_cast<int>((p.at.y() - m_field.top()) / kCell) + 1;
        if (x >= 1 && y >= 1 && x < m_columns && y < m_rows) m_sums[static_cast<std::size_t>(y * m_columns + x)] += p.cost;
    }
    for (int y = 1; y < m_rows; ++y)
        for (int x = 1; x < m_columns; ++x) {
            const auto i = static_cast<std::size_t>(y * m_columns + x), up = i - static_cast<std::size_t>(m_columns);
            m_sums[i] += m_sums[i - 1] + m_sums[up] - m_sums[up - 1];
        }
}

double BoxPlacer::cost(const QRectF& box) const {
    if (m_sums.empty()) sumUp();
    const QRectF wide = box.adjusted(-8, -6, 8, 6).translated(-m_field.topLeft());
    const auto column = [&](double x) { return std::clamp(static_cast<int>(std::floor(x / kCell)), 0, m_columns - 1); };
    const auto row = [&](double y) { return std::clamp(static_cast<int>(std::floor(y / kCell)), 0, m_rows - 1); };
    const auto sum = [&](int x, int y) { return m_sums[static_cast<std::size_t>(y * m_columns + x)]; };
    const int left = column(wide.left()), right = column(wide.right() + kCell), top = row(wide.top()), bottom = row(wide.bottom() + kCell);
    return sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
}

BoxPlacer::Placed BoxPlacer::place(QSizeF size, const QRectF& anchor, double reach, const QRectF& preferred, double mostCost) const {
    if (!preferred.isEmpty() && preferred.size() == size && isFree(preferred)) return {preferred, -1};
    const double step = std::clamp(std::min(m_field.width(), m_field.height()) / 50, 6.0, 14.0);
    Placed best;
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
            const double hits = cost(box);
            if (hits > mostCost || far + hits >= least) continue;
            least = far + hits;
            best = {box, least};
        }
    }
    return best;
}

}  // namespace zab
