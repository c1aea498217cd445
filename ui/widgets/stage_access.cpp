// SPDX-License-Identifier: GPL-3.0-or-later
// The stage for screen readers.
#include "ui/widgets/scene_access.h"
#include "ui/widgets/stage_private.h"

#include <QMenu>

namespace zab {

namespace {

class ReadableStage : public ReadableScene {
public:
    explicit ReadableStage(StageView* view) : m_view(view) {}

    const StageScene& scene() const override { return m_view->scene(); }
    std::vector<const ShapeGroup*> things() const override {
        std::vector<const ShapeGroup*> all;
        for (const auto* layer : {&scene().still, &scene().packets, &scene().bubbles})
            for (const ShapeGroup& g : *layer)
                if (!g.name.isEmpty()) all.push_back(&g);
        return all;
    }
    QPointF toWidget(QPointF p) const override { return p; }
    QPointF toScene(QPointF p) const override { return p; }
    HitTarget selected() const override { return m_view->selection(); }
    QString summary() const override { return m_view->view() ? headlineText(*m_view->view()) : QString(); }
    void press(const ShapeGroup& thing) override {
        auto& d = StageViewAccess::of(*m_view);
        d.select(thing.target);
        d.announce(thing);
    }
    void showMenu(const ShapeGroup& thing, const QPoint& globalPos) override {
        StageViewAccess::of(*m_view).select(thing.target);
        if (QMenu* menu = m_view->menuFor(thing.target)) {
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->popup(globalPos);
        }
    }

private:
    StageView* m_view;
};

}  // namespace

void installStageAccess() {
    installSceneAccess("zab::StageView", [](QWidget* w) -> std::unique_ptr<ReadableScene> { return std::make_unique<ReadableStage>(qobject_cast<StageView*>(w)); });
}

void tellStageFocus(StageView& view, const HitTarget& target) { tellSceneFocus(view, target); }

}  // namespace zab
