// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipe_canvas.h"

#include "ui/text/recipe_words.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace zab {

namespace {
constexpr int kGlideMs = 220;
}

RecipeCanvas::RecipeCanvas(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 80);
    m_glide.setDuration(kGlideMs);
    m_glide.setEndValue(0.0);
    m_glide.setEasingCurve(QEasingCurve::InOutQuad);
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_shift = value.toDouble();
        viewport()->update();
    });
}

void RecipeCanvas::setView(std::shared_ptr<const ClusterView> view, const std::string& path) {
    m_view = std::move(view);
    const StageScene before = m_path == path ? m_scene : StageScene();
    m_path = path;
    rebuild();
    if (m_animated && isVisible()) glideFrom(before);
}

void RecipeCanvas::setTheme(const Theme& theme) {
    m_theme = theme;
    m_painter.clear();
    rebuild();
}

void RecipeCanvas::setSelected(ClientId client, bool follow) {
    HitTarget target;
    if (client) target.kind = HitKind::RecipePart;
    target.client = client;
    if (m_options.selected == target) return;
    m_options.selected = target;
    rebuild();
    const ShapeGroup* part = follow ? partOf(client) : nullptr;
    if (!part) return;
    const double top = part->bounds.top() - 12, bottom = part->bounds.bottom() + 12, seen = verticalScrollBar()->value();
    if (top < seen) verticalScrollBar()->setValue(static_cast<int>(top));
    else if (bottom > seen + viewport()->height()) verticalScrollBar()->setValue(static_cast<int>(bottom) - viewport()->height());
}

void RecipeCanvas::rebuild() {
    const RecipeView* recipe = nullptr;
    if (m_view)
        for (const RecipeView& r : m_view->recipes)
            if (r.path == m_path) recipe = &r;
    if (!recipe) {
        m_scene = StageScene();
    } else {
        m_slots.update(*recipe);
        m_options.width = viewport()->width();
        m_options.seenHeight = viewport()->height();
        m_options.scale = m_theme.projector() ? 1.5 : 1;
        m_scene = buildRecipe(*recipe, *m_view, m_slots, m_theme, m_options);
    }
    setAccessibleDescription(recipe ? recipeSummary(*recipe) : QString());
    showScrollBar();
    viewport()->update();
}

void RecipeCanvas::showScrollBar() {
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_scene.size.height()) - viewport()->height()));
}

/// A row has gone: what stays moves up calmly rather than at once.
void RecipeCanvas::glideFrom(const StageScene& before) {
    if (before.size.width() != m_scene.size.width()) return;
    for (const ShapeGroup& g : m_scene.still) {
        if (g.target.kind != HitKind::RecipePart) continue;
        const ShapeGroup* was = before.find(g.target);
        if (!was || was->bounds.left() != g.bounds.left()) continue;
        const double by = was->bounds.top() - g.bounds.top();
        if (by == 0) return;
        m_glide.stop();
        m_glide.setStartValue(by);
        m_glide.start();
        return;
    }
}

QPointF RecipeCanvas::toViewport(QPointF scenePoint) const { return scenePoint - QPointF(0, verticalScrollBar()->value() - m_shift); }

const ShapeGroup* RecipeCanvas::at(const QPointF& viewportPoint) const { return m_scene.at(viewportPoint + QPointF(0, verticalScrollBar()->value() - m_shift)); }

const ShapeGroup* RecipeCanvas::partOf(ClientId client) const {
    for (const ShapeGroup& g : m_scene.still)
        if (g.target.kind == HitKind::RecipePart && g.target.client == client) return &g;
    return nullptr;
}

QString RecipeCanvas::hint(const ShapeGroup& group) const {
    switch (group.target.kind) {
        case HitKind::RecipePart: return tr("%1: %2. Click to inspect, right click for what can be done").arg(group.name, group.state);
        case HitKind::RecipeZnode: return tr("%1: click to see it in the tree").arg(group.state);
        case HitKind::RecipeToken: return tr("%1. Click to see the transaction").arg(group.state);
        default: return QStringLiteral("%1: %2").arg(group.name, group.state);
    }
}

/// While the picture has the focus the arrow keys walk through it and not through the run.
bool RecipeCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void RecipeCanvas::paintEvent(QPaintEvent* event) {
    QPainter p(viewport());
    p.fillRect(event->rect(), m_theme.color(Ink::Surface));
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_scene.still.empty()) {
        p.setPen(m_theme.color(Ink::TextSoft));
        p.setFont(m_theme.font(FontRole::Body));
        p.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, tr("No recipe is played here yet. Start a contest, or type a line such as: C1 lock /locks/a"));
        return;
    }
    const double y = verticalScrollBar()->value() - m_shift;
    p.translate(0, -y);
    const QRectF seen = QRectF(event->rect()).translated(0, y);
    for (const ShapeGroup& g : m_scene.still)
        if (g.extent().intersects(seen)) m_painter.paint(p, g);
}

void RecipeCanvas::resizeEvent(QResizeEvent* event) {
    rebuild();
    QAbstractScrollArea::resizeEvent(event);
}

void RecipeCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const ShapeGroup* group = at(event->position());
    emit clicked(group ? HitTarget(group->target) : HitTarget());
}

void RecipeCanvas::mouseMoveEvent(QMouseEvent* event) {
    const ShapeGroup* group = at(event->position());
    const HitTarget target = group ? group->target : HitTarget{};
    viewport()->setCursor(group ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit hinted(group ? hint(*group) : QString());
    if (target == m_options.hovered) return;
    m_options.hovered = target;
    rebuild();
}

void RecipeCanvas::leaveEvent(QEvent* event) {
    m_options.hovered = {};
    rebuild();
    emit hinted(QString());
    QAbstractScrollArea::leaveEvent(event);
}

void RecipeCanvas::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const ShapeGroup* group = byMouse ? at(viewport()->mapFrom(this, event->pos())) : partOf(selected());
    if (!group || !group->target.client) return;
    emit menuWanted(group->target.client, byMouse ? event->globalPos() : viewport()->mapToGlobal(toViewport(group->bounds.center()).toPoint()));
}

/// To the next part in reading order.
void RecipeCanvas::moveSelection(int by) {
    std::vector<const ShapeGroup*> parts;
    for (const ShapeGroup& g : m_scene.still)
        if (g.target.kind == HitKind::RecipePart) parts.push_back(&g);
    if (parts.empty()) return;
    std::sort(parts.begin(), parts.end(), [](const ShapeGroup* a, const ShapeGroup* b) {
        return std::pair(a->bounds.top(), a->bounds.left()) < std::pair(b->bounds.top(), b->bounds.left());
    });
    const auto now = std::find_if(parts.begin(), parts.end(), [this](const ShapeGroup* g) { return g->target.client == selected(); });
    const auto last = static_cast<std::ptrdiff_t>(parts.size()) - 1;
    const std::ptrdiff_t next = now == parts.end() ? 0 : std::clamp<std::ptrdiff_t>(now - parts.begin() + by, 0, last);
    const HitTarget target = parts[static_cast<std::size_t>(next)]->target;
    emit hinted(hint(*parts[static_cast<std::size_t>(next)]));
    emit clicked(target);
}

void RecipeCanvas::keyPressEvent(QKeyEvent* event) {
    int columns = 0;
    for (const ShapeGroup& g : m_scene.still) {
        const ShapeGroup* first = columns == 0 && g.target.kind == HitKind::RecipePart ? &g : nullptr;
        if (!first) continue;
        for (const ShapeGroup& other : m_scene.still) columns += other.target.kind == HitKind::RecipePart && other.bounds.top() == g.bounds.top() ? 1 : 0;
    }
    switch (event->key()) {
        case Qt::Key_Left: return moveSelection(-1);
        case Qt::Key_Right: return moveSelection(1);
        case Qt::Key_Up: return moveSelection(-std::max(1, columns));
        case Qt::Key_Down: return moveSelection(std::max(1, columns));
        default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void RecipeCanvas::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) rebuild();
    QAbstractScrollArea::changeEvent(event);
}

}  // namespace zab
