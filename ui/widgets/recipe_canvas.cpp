// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipe_canvas.h"

#include "ui/text/recipe_words.h"
#include "ui/widgets/scene_access.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace zab {

namespace {
constexpr int kGlideMs = 260;
constexpr double kProjectorScale = 2.2;   ///< its small texts are a fortieth of a screen of 1080 lines
constexpr int kSmallestZoom = -3, kLargestZoom = 5;

/// The picture for screen readers: what stands in it from top to bottom, then who waits for whom.
class ReadableRecipe : public ReadableScene {
public:
    explicit ReadableRecipe(RecipeCanvas* canvas) : m_canvas(canvas) {}

    const StageScene& scene() const override { return m_canvas->scene(); }
    std::vector<const ShapeGroup*> things() const override {
        std::vector<const ShapeGroup*> all;
        for (const ShapeGroup& g : scene().still)
            if (!g.name.isEmpty()) all.push_back(&g);
        const auto order = [](const ShapeGroup* g) { return std::tuple(g->target.kind == HitKind::RecipeArrow, g->bounds.top(), g->bounds.left()); };
        std::stable_sort(all.begin(), all.end(), [&](const ShapeGroup* a, const ShapeGroup* b) { return order(a) < order(b); });
        return all;
    }
    QPointF toWidget(QPointF p) const override { return m_canvas->viewport()->mapToParent(m_canvas->toViewport(p).toPoint()); }
    QPointF toScene(QPointF p) const override { return m_canvas->toScene(m_canvas->viewport()->mapFromParent(p.toPoint())); }
    HitTarget selected() const override {
        for (const ShapeGroup& g : scene().still)
            if (g.target.kind == HitKind::RecipePart && g.target.client == m_canvas->selected()) return g.target;
        return {};
    }
    QString summary() const override { return m_canvas->accessibleDescription(); }
    void press(const ShapeGroup& thing) override { emit m_canvas->clicked(thing.target); }
    void showMenu(const ShapeGroup& thing, const QPoint& globalPos) override {
        if (thing.target.client) emit m_canvas->menuWanted(thing.target.client, globalPos);
    }

private:
    RecipeCanvas* m_canvas;
};

QRectF between(const QRectF& from, const QRectF& to, double way) {
    return {from.topLeft() + (to.topLeft() - from.topLeft()) * way,
            QSizeF(from.width() + (to.width() - from.width()) * way, from.height() + (to.height() - from.height()) * way)};
}
}  // namespace

RecipeCanvas::RecipeCanvas(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 80);
    m_glide.setDuration(kGlideMs);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    m_glide.setEasingCurve(QEasingCurve::InOutQuad);
    m_painter.setKeepsRects(true);
    installSceneAccess("zab::RecipeCanvas", [](QWidget* w) -> std::unique_ptr<ReadableScene> { return std::make_unique<ReadableRecipe>(qobject_cast<RecipeCanvas*>(w)); });
    connect(&m_glide, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) { glide(value.toDouble()); });
}

const RecipeView* RecipeCanvas::recipe() const {
    if (m_view)
        for (const RecipeView& r : m_view->recipes)
            if (r.path == m_path) return &r;
    return nullptr;
}

void RecipeCanvas::setView(std::shared_ptr<const ClusterView> view, const std::string& path) {
    const bool same = m_path == path && m_view && view && m_view->run == view->run && recipe();
    m_view = std::move(view);
    m_path = path;
    if (!same) {
        m_fitting = m_fitting || !m_zoomed;
        m_glide.stop();
        m_ways.clear();
    }
    const StageScene before = same ? m_scene : StageScene();
    const int seen = verticalScrollBar()->value();
    rebuild();
    if (m_animated && isVisible()) glideFrom(before, seen);
}

void RecipeCanvas::zoom(int steps) {
    const StageScene before = m_scene;
    const int seen = verticalScrollBar()->value();
    // Between the small parts and the large ones is one step; beyond that everything is scaled.
    if (steps > 0 && !m_options.full) m_options.full = true;
    else if (steps < 0 && m_options.full && m_zoom <= 0) m_options.full = false;
    else m_zoom = std::clamp(m_zoom + steps, kSmallestZoom, kLargestZoom);
    m_zoomed = true;
    m_fitting = false;
    rebuild();
    if (m_animated && isVisible()) glideFrom(before, seen);
}

void RecipeCanvas::fit() {
    const StageScene before = m_scene;
    const int seen = verticalScrollBar()->value();
    m_zoom = 0;
    m_zoomed = false;
    m_fitting = true;
    rebuild();
    if (m_animated && isVisible()) glideFrom(before, seen);
}

void RecipeCanvas::setTheme(const Theme& theme) {
    m_theme = theme;
    m_painter.clear();
    rebuild();
    viewport()->update();
}

void RecipeCanvas::setSelected(ClientId client, bool follow) {
    HitTarget target;
    if (client) target.kind = HitKind::RecipePart;
    target.client = client;
    if (m_options.selected == target) return;
    m_options.selected = target;
    build();
    if (client && hasFocus())
        if (const ShapeGroup* g = partOf(client)) tellSceneFocus(*this, g->target);
    const ShapeGroup* part = follow ? partOf(client) : nullptr;
    if (!part) return;
    const double top = part->bounds.top() - 12, bottom = part->bounds.bottom() + 12, seen = verticalScrollBar()->value();
    if (top < seen) verticalScrollBar()->setValue(static_cast<int>(top));
    else if (bottom > seen + viewport()->height()) verticalScrollBar()->setValue(static_cast<int>(bottom) - viewport()->height());
}

/// What is shown has changed: places, sizes and then the picture.
void RecipeCanvas::rebuild() {
    if (const RecipeView* r = recipe()) {
        m_slots.update(*r);
        // The room of the scroll bar is kept free, so that nothing moves when it comes or goes.
        m_options.width = std::max(120, width() - verticalScrollBar()->sizeHint().width());
        m_options.scale = (m_theme.projector() ? kProjectorScale : 1) * std::pow(1.15, m_zoom);
        if (!m_zoomed) {
            const bool fits = fitsInFull(*r, m_slots, m_options, viewport()->height());
            m_options.full = fits && (m_options.full || m_fitting);
        }
        m_fitting = false;
    }
    build();
    setAccessibleDescription(recipe() ? recipeSummary(*recipe()) : QString());
    showScrollBar();
}

void RecipeCanvas::build() {
    const RecipeView* r = recipe();
    StageScene scene = r ? buildRecipe(*r, *m_view, m_slots, m_theme, m_options) : StageScene();
    std::swap(m_scene, scene);
    if (m_scene.still.empty() || scene.still.empty()) return viewport()->update();
    for (const QRectF& area : changedAreas(scene.still, m_scene.still))
        viewport()->update(QRectF(toViewport(area.topLeft()), area.size()).toAlignedRect().adjusted(-2, -2, 2, 2));
}

void RecipeCanvas::showScrollBar() {
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_scene.size.height()) - viewport()->height()));
}

/// What stays goes from where it was seen to where it belongs now.
void RecipeCanvas::glideFrom(const StageScene& before, int seen) {
    std::map<std::string, QRectF> were;
    for (const ShapeGroup& g : before.still)
        if (const std::string key = recipeKey(g.target); !key.empty()) were[key] = g.bounds.translated(0, verticalScrollBar()->value() - seen);
    m_options.between.clear();
    std::map<std::string, std::pair<QRectF, QRectF>> ways;
    build();   // where everything belongs
    for (const ShapeGroup& g : m_scene.still) {
        const auto was = were.find(recipeKey(g.target));
        if (was != were.end() && was->second != g.bounds) ways[was->first] = {was->second, g.bounds};
    }
    if (ways.empty()) {
        m_glide.stop();
        m_ways.clear();
        return;
    }
    // On the way already, to the same place: it goes on as it was.
    const bool goesOn = m_glide.state() == QAbstractAnimation::Running &&
                        std::all_of(ways.begin(), ways.end(), [this](const auto& w) { return m_ways.count(w.first) && m_ways.at(w.first).second == w.second.second; });
    if (goesOn) return glide(m_glide.currentValue().toDouble());
    m_ways = std::move(ways);
    m_glide.stop();
    m_glide.start();
    glide(0);
}

void RecipeCanvas::glide(double way) {
    m_options.between.clear();
    if (way < 1)
        for (const auto& [key, w] : m_ways) m_options.between[key] = zab::between(w.first, w.second, way);
    build();
}

QPointF RecipeCanvas::toViewport(QPointF scenePoint) const { return scenePoint - QPointF(0, verticalScrollBar()->value()); }

QPointF RecipeCanvas::toScene(QPointF viewportPoint) const { return viewportPoint + QPointF(0, verticalScrollBar()->value()); }

const ShapeGroup* RecipeCanvas::at(const QPointF& viewportPoint) const { return m_scene.at(toScene(viewportPoint)); }

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
    p.setClipRegion(event->region());
    p.fillRect(event->rect(), m_theme.color(Ink::Surface));
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_scene.still.empty()) {
        p.setPen(m_theme.color(Ink::TextSoft));
        p.setFont(m_theme.font(FontRole::Body));
        p.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, tr("No recipe is played here yet. Start a contest, or type a line such as: C1 lock /locks/a"));
        return;
    }
    const double y = verticalScrollBar()->value();
    p.translate(0, -y);
    const QRectF seen = QRectF(event->rect()).translated(0, y);
    for (const ShapeGroup& g : m_scene.still)
        if (const QRectF extent = g.extent(); extent.intersects(seen) && event->region().intersects(extent.translated(0, -y).toAlignedRect())) m_painter.paint(p, g);
}

void RecipeCanvas::resizeEvent(QResizeEvent* event) {
    // A scroll bar that comes or goes resizes the viewport too: that changes nothing.
    if (m_size != size()) {
        m_size = size();
        m_fitting = true;
        m_glide.stop();
        m_options.between.clear();
        rebuild();
    } else {
        showScrollBar();
    }
    QAbstractScrollArea::resizeEvent(event);
}

void RecipeCanvas::scrollContentsBy(int dx, int dy) { viewport()->scroll(dx, dy); }

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
    build();
}

void RecipeCanvas::leaveEvent(QEvent* event) {
    m_options.hovered = {};
    build();
    emit hinted(QString());
    QAbstractScrollArea::leaveEvent(event);
}

void RecipeCanvas::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const ShapeGroup* group = byMouse ? at(viewport()->mapFrom(this, event->pos())) : partOf(selected());
    if (!group || !group->target.client) return;
    emit menuWanted(group->target.client, byMouse ? event->globalPos() : viewport()->mapToGlobal(toViewport(group->bounds.center()).toPoint()));
}

void RecipeCanvas::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
    if (const int by = event->angleDelta().y()) zoom(by > 0 ? 1 : -1);
    event->accept();
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
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (control && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)) return zoom(1);
    if (control && event->key() == Qt::Key_Minus) return zoom(-1);
    if (control && event->key() == Qt::Key_0) return fit();
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
