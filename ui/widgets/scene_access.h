// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of shapes for screen readers: one child for every drawn thing, with its name and its state.
#pragma once

#include "ui/scene/shapes.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace zab {

/// A widget that shows a StageScene, as a screen reader has to know it. Lives no longer than the widget's accessible object.
class ReadableScene {
public:
    virtual ~ReadableScene() = default;

    virtual const StageScene& scene() const = 0;
    /// What there is to read, in the order of reading.
    virtual std::vector<const ShapeGroup*> things() const = 0;
    /// From the scene to the widget.
    virtual QPointF toWidget(QPointF scenePoint) const = 0;
    virtual QPointF toScene(QPointF widgetPoint) const = 0;
    virtual HitTarget selected() const = 0;
    /// The whole picture in a sentence.
    virtual QString summary() const = 0;
    /// As a click on it.
    virtual void press(const ShapeGroup& thing) = 0;
    virtual void showMenu(const ShapeGroup& thing, const QPoint& globalPos) = 0;
};

using ReadableSceneMaker = std::unique_ptr<ReadableScene> (*)(QWidget* widget);

/// From now on widgets of this class (as QMetaObject::className) are readable. Once per class.
void installSceneAccess(const char* className, ReadableSceneMaker maker);
/// Tells screen readers that this thing has the keyboard's frame now.
void tellSceneFocus(QWidget& widget, const HitTarget& target);

}  // namespace zab
