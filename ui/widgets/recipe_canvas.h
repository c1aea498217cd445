// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one recipe and lets a person click its parts. Scrolls; those who stay keep their places and their size, and what moves does so calmly.
#pragma once

#include "engine/lab/cluster_view.h"
#include "ui/scene/recipe_scene.h"
#include "ui/widgets/stage_painter.h"

#include <QAbstractScrollArea>
#include <QVariantAnimation>

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace zab {

class RecipeCanvas : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit RecipeCanvas(QWidget* parent = nullptr);

    /// Shows the recipe at that path; an empty picture if there is none.
    void setView(std::shared_ptr<const ClusterView> view, const std::string& path);
    void setTheme(const Theme& theme);
    /// The part that the window looks at; emits nothing. `follow`: scroll to it.
    void setSelected(ClientId client, bool follow);
    ClientId selected() const { return m_options.selected.client; }
    /// A step larger or smaller; by a person only, and kept until fit().
    void zoom(int steps);
    /// As large as fits, now. Afterwards parts may become small by themselves when many come, but never large.
    void fit();
    double scale() const { return m_options.scale; }
    bool isFull() const { return m_options.full; }
    /// Off: rows are at once where they belong (tests, pictures).
    void setAnimated(bool on) { m_animated = on; }
    /// The picture, for tests; its upper left corner is that of the whole, not of what is scrolled to.
    const StageScene& scene() const { return m_scene; }
    QPointF toViewport(QPointF scenePoint) const;
    QPointF toScene(QPointF viewportPoint) const;

signals:
    void clicked(const zab::HitTarget& target);
    void menuWanted(zab::ClientId client, const QPoint& globalPos);
    void hinted(const QString& text);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const RecipeView* recipe() const;
    void rebuild();
    void build();
    void showScrollBar();
    void glideFrom(const StageScene& before, int seen);
    void glide(double way);
    void moveSelection(int by);
    const ShapeGroup* at(const QPointF& viewportPoint) const;
    const ShapeGroup* partOf(ClientId client) const;
    QString hint(const ShapeGroup& group) const;

    std::shared_ptr<const ClusterView> m_view;
    std::string m_path;
    RecipeSlots m_slots;
    Theme m_theme = Theme::light();
    RecipeSceneOptions m_options;
    StageScene m_scene;
    StagePainter m_painter;
    QVariantAnimation m_glide;
    std::map<std::string, std::pair<QRectF, QRectF>> m_ways;   ///< from where to where, by recipeKey()
    QSize m_size;
    int m_zoom = 0;
    bool m_zoomed = false;      ///< by a person
    bool m_fitting = true;      ///< the next picture may be as large as fits
    bool m_animated = true;
};

}  // namespace zab
