// SPDX-License-Identifier: GPL-3.0-or-later
// The stage for screen readers: one child for every drawn thing, with its name and its state.
#include "ui/widgets/stage_private.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace zab {

namespace {

std::vector<const ShapeGroup*> readable(const StageScene& scene) {
    std::vector<const ShapeGroup*> all;
    for (const auto* layer : {&scene.still, &scene.packets, &scene.bubbles})
        for (const ShapeGroup& g : *layer)
            if (!g.name.isEmpty()) all.push_back(&g);
    return all;
}

class StageAccess;

/// One drawn thing, found again by what it is, so that it survives a new picture.
class ThingAccess : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ThingAccess(StageView* view, const HitTarget& target) : m_view(view), m_target(target) {}

    const HitTarget& target() const { return m_target; }
    bool isValid() const override { return m_view && group(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text what) const override {
        const ShapeGroup* g = group();
        if (!g) return {};
        if (what == QAccessible::Name) return g->name;
        if (what == QAccessible::Value || what == QAccessible::Description) return g->state;
        return {};
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        const ShapeGroup* g = group();
        if (!g) return {};
        const QRect r = g->bounds.toAlignedRect();
        return {m_view->mapToGlobal(r.topLeft()), r.size()};
    }
    QAccessible::Role role() const override {
        switch (m_target.kind) {
            case HitKind::Server:
            case HitKind::ClientCard:
            case HitKind::ClientThread: return QAccessible::Grouping;
            case HitKind::ClientPile: return QAccessible::ButtonMenu;
            case HitKind::ClientClose: return QAccessible::PushButton;
            case HitKind::Decision: return QAccessible::StaticText;
            case HitKind::Tally: return QAccessible::ProgressBar;
            case HitKind::Stage: return QAccessible::Heading;
            default: return QAccessible::Graphic;
        }
    }
    QAccessible::State state() const override {
        QAccessible::State s;
        s.focusable = s.selectable = true;
        if (!isValid()) s.invalid = true;
        else s.selected = s.focused = m_view->selection() == m_target && m_view->hasFocus();
        return s;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), showMenuAction()}; }
    void doAction(const QString& name) override {
        const ShapeGroup* g = group();
        if (!g) return;
        auto& d = StageViewAccess::of(*m_view);
        const ShapeGroup copy = *g;
        d.select(copy.target);
        if (name == pressAction()) return d.announce(copy);
        if (QMenu* menu = m_view->menuFor(copy.target)) {
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->popup(rect().center());
        }
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const ShapeGroup* group() const { return m_view ? m_view->scene().find(m_target) : nullptr; }

    QPointer<StageView> m_view;
    HitTarget m_target;
};

class StageAccess : public QAccessibleWidget {
public:
    explicit StageAccess(StageView* view) : QAccessibleWidget(view, QAccessible::Canvas), m_view(view) {}
    ~StageAccess() override {
        for (const Known& known : m_known) QAccessible::deleteAccessibleInterface(known.id);
    }

    int childCount() const override { return static_cast<int>(readable(m_view->scene()).size()); }
    QAccessibleInterface* child(int index) const override {
        const auto all = readable(m_view->scene());
        if (index < 0 || index >= static_cast<int>(all.size())) return nullptr;
        return thing(all[static_cast<std::size_t>(index)]->target);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto all = readable(m_view->scene());
        for (const Known& known : m_known) {
            if (QAccessible::accessibleInterface(known.id) != child) continue;
            const auto it = std::find_if(all.begin(), all.end(), [&](const ShapeGroup* g) { return g->target == known.target; });
            return it == all.end() ? -1 : static_cast<int>(it - all.begin());
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const ShapeGroup* g = m_view->scene().at(m_view->mapFromGlobal(QPoint(x, y)));
        return g && !g->name.isEmpty() ? thing(g->target) : nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        if (!m_view->hasFocus() || !m_view->selection() || !m_view->scene().find(m_view->selection())) return nullptr;
        return thing(m_view->selection());
    }
    QString text(QAccessible::Text what) const override {
        if (what != QAccessible::Value && what != QAccessible::Description) return QAccessibleWidget::text(what);
        return m_view->view() ? headlineText(*m_view->view()) : QString();
    }

    QAccessibleInterface* thing(const HitTarget& target) const {
        for (const Known& known : m_known)
            if (known.target == target) return QAccessible::accessibleInterface(known.id);
        if (m_known.size() > 600) forgetGone();
        auto* iface = new ThingAccess(m_view, target);
        m_known.push_back({target, QAccessible::registerAccessibleInterface(iface)});
        return iface;
    }

private:
    struct Known {
        HitTarget target;
        QAccessible::Id id;
    };
    /// Delivered packets pile up: drop what is no longer drawn.
    void forgetGone() const {
        const StageScene& scene = m_view->scene();
        const auto gone = std::stable_partition(m_known.begin(), m_known.end(), [&](const Known& k) { return scene.find(k.target) != nullptr; });
        for (auto it = gone; it != m_known.end(); ++it) QAccessible::deleteAccessibleInterface(it->id);
        m_known.erase(gone, m_known.end());
    }

    StageView* m_view;
    mutable std::vector<Known> m_known;
};

QAccessibleInterface* makeAccess(const QString& className, QObject* object) {
    if (className != QLatin1String("zab::StageView")) return nullptr;
    auto* view = qobject_cast<StageView*>(object);
    return view ? new StageAccess(view) : nullptr;
}

}  // namespace

void installStageAccess() {
    static const bool once = (QAccessible::installFactory(makeAccess), true);
    Q_UNUSED(once)
}

void tellStageFocus(StageView& view, const HitTarget& target) {
    if (!QAccessible::isActive()) return;
    auto* access = dynamic_cast<StageAccess*>(QAccessible::queryAccessibleInterface(&view));
    if (!access) return;
    QAccessibleInterface* iface = access->thing(target);
    QAccessibleEvent event(iface, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

}  // namespace zab
