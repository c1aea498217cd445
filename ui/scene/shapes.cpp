// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/shapes.h"

#include <QLineF>

#include <algorithm>

namespace zab {

QRectF Shape::extent() const {
    const QRectF body = kind == ShapeKind::Polyline ? points.boundingRect() : rect;
    const double pen = (stroke.isValid() ? strokeWidth : 0) + 2;   // and what antialiasing adds
    const double letters = kind == ShapeKind::Label ? fontPixels * 0.5 : 0;   // a line of text is higher than a tight box
    return body.adjusted(-pen, -pen - letters, pen, pen + letters);
}

QRectF ShapeGroup::extent() const {
    QRectF all;
    for (const Shape& shape : shapes) all = all.united(shape.extent());
    return all;
}

std::vector<QRectF> changedAreas(const std::vector<ShapeGroup>& before, const std::vector<ShapeGroup>& now) {
    std::vector<QRectF> areas;
    std::size_t i = 0, j = 0;
    // Groups keep their order, so that a group that came or went is found by looking a little ahead.
    const auto find = [](const std::vector<ShapeGroup>& groups, std::size_t from, const HitTarget& target) {
        const std::size_t end = std::min(groups.size(), from + 48);
        for (std::size_t k = from; k < end; ++k)
            if (groups[k].target == target) return k;
        return groups.size();
    };
    while (i < before.size() || j < now.size()) {
        if (i < before.size() && j < now.size() && before[i].target == now[j].target) {
            if (before[i].shapes != now[j].shapes) areas.push_back(before[i].extent().united(now[j].extent()));
            ++i;
            ++j;
        } else if (j >= now.size() || (i < before.size() && find(now, j, before[i].target) == now.size())) {
            areas.push_back(before[i++].extent());
        } else {
            areas.push_back(now[j++].extent());
        }
    }
    return areas;
}

namespace {

double distanceTo(const QPolygonF& path, QPointF p) {
    double least = 1e18;
    for (int i = 1; i < path.size(); ++i) {
        const QPointF a = path[i - 1], d = path[i] - a;
        const double length = QPointF::dotProduct(d, d);
        const double t = length > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / length, 0.0, 1.0) : 0.0;
        least = std::min(least, QLineF(p, a + d * t).length());
    }
    return least;
}

}  // namespace

const ShapeGroup* StageScene::at(QPointF p) const {
    const ShapeGroup* near = nullptr;
    double least = 7;   // a line is hard to hit
    for (const auto* layer : {&bubbles, &packets, &still})
        for (auto it = layer->rbegin(); it != layer->rend(); ++it) {
            if (!it->target || it->target.kind == HitKind::Stage) continue;
            if (it->path.isEmpty()) {
                if (it->bounds.contains(p)) return &*it;
            } else if (it->bounds.adjusted(-8, -8, 8, 8).contains(p)) {
                const double d = distanceTo(it->path, p);
                if (d < least) {
                    least = d;
                    near = &*it;
                }
            }
        }
    return near;
}

const ShapeGroup* StageScene::find(const HitTarget& target) const {
    for (const auto* layer : {&bubbles, &packets, &still})
        for (const ShapeGroup& g : *layer)
            if (g.target == target) return &g;
    return nullptr;
}

}  // namespace zab
