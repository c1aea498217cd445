// SPDX-License-Identifier: GPL-3.0-or-later
// Finds room for a box beside something: panels and decision bubbles.
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace zab {

class BoxPlacer {
public:
    explicit BoxPlacer(const QRectF& field) : m_field(field) {}

    /// Never covered; `margin` is kept free around it.
    void keepOut(const QRectF& box, double margin = 0);
    /// Better not covered: every point of the path inside the box costs that many pixels of distance.
    void avoid(const QPolygonF& path, double cost);

    struct Placed {
        QRectF box;        ///< empty = no room
        double cost = 0;   ///< pixels away from the anchor, and what of the avoided is covered
    };
    /// A box of that size within the field and at most `reach` away from `anchor`, as near as possible. `preferred` is kept if
    /// it is still free. No box if there is no room, or only with more than `mostCost` of what should be avoided.
    Placed place(QSizeF size, const QRectF& anchor, double reach, const QRectF& preferred = QRectF(), double mostCost = 1e9) const;
    bool isFree(const QRectF& box) const;
    /// What of the avoided the box covers.
    double cost(const QRectF& box) const;

private:
    struct Point {
        QPointF at;
        double cost;
    };
    void sumUp() const;

    QRectF m_field;
    std::vector<QRectF> m_boxes;
    std::vector<Point> m_points;
    // Costs summed from the upper left corner, so that the cost of any box is four look-ups.
    mutable std::vector<double> m_sums;
    mutable int m_columns = 0, m_rows = 0;
};

}  // namespace zab
