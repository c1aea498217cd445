// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scene_access.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <algorithm>

namespace zab {

namespace {

/// One drawn thing, found again by what it is, so that it survives a new picture.
class ThingAccess : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    ThingAccess(QWidget* widget, ReadableScene& scene, const HitTarget& target) : m_widget(widget), m_scene(scene), m_target(target) {}

    const HitTarget& target() const { return m_target; }
    bool isValid() const override { return m_widget && group(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return m_widget ? QAccessible::queryAccessibleInterface(m_widget) : nullptr; }
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
        const QRect r = QRectF(m_scene.toWidget(g->bounds.topLeft()), g->bounds.size()).toAlignedRect();
        return {m_widget->mapToGlobal(r.topLeft()), r.size()};
    }
    QAccessible::Role role() const override {
        switch (m_target.kind) {
            case HitKind::Server:
            case HitKind::ClientCard:
            case HitKind::ClientThread: return QAccessible::Grouping;
            case HitKind::ClientPile: return QAccessible::ButtonMenu;
            case HitKind::Property:
            case HitKind::Variant:
            case HitKind::ClientClose: return QAccessible::PushButton;
            case HitKind::Decision: return QAccessible::StaticText;
            case HitKind::Tally: return QAccessible::ProgressBar;
            case HitKind::Stage:
            case HitKind::RecipeTitle: return QAccessible::Heading;
            case HitKind::RecipePart: return QAccessible::ListItem;
            default: return QAccessible::Graphic;
        }
    }
    QAccessible::State state() const override {
        QAccessible::State s;
        s.focusable = s.selectable = true;
        if (!isValid()) s.invalid = true;
        else s.selected = s.focused = m_scene.selected() == m_target && m_widget->hasFocus();
        return s;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), showMenuAction()}; }
    void doAction(const QString& name) override {
        const ShapeGroup* g = group();
        if (!g) return;
        const ShapeGroup copy = *g;   // what it does may draw a new picture
        if (name == pressAction()) m_scene.press(copy);
        else if (name == showMenuAction()) m_scene.showMenu(copy, rect().center());
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const ShapeGroup* group() const { return m_widget ? m_scene.scene().find(m_target) : nullptr; }

    QPointer<QWidget> m_widget;
    ReadableScene& m_scene;
    HitTarget m_target;
};

class SceneAccess : public QAccessibleWidget {
public:
    SceneAccess(QWidget* widget, std::unique_ptr<ReadableScene> scene) : QAccessibleWidget(widget, QAccessible::Canvas), m_widget(widget), m_scene(std::move(scene)) {}
    ~SceneAccess() override {
        for (const Known& known : m_known) QAccessible::deleteAccessibleInterface(known.id);
    }

    int childCount() const override { return static_cast<int>(m_scene->things().size()); }
    QAccessibleInterface* child(int index) const override {
        const auto all = m_scene->things();
        if (index < 0 || index >= static_cast<int>(all.size())) return nullptr;
        return thing(all[static_cast<std::size_t>(index)]->target);
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        const auto all = m_scene->things();
        for (const Known& known : m_known) {
            if (QAccessible::accessibleInterface(known.id) != child) continue;
            const auto it = std::find_if(all.begin(), all.end(), [&](const ShapeGroup* g) { return g->target == known.target; });
            return it == all.end() ? -1 : static_cast<int>(it - all.begin());
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const ShapeGroup* g = m_scene->scene().at(m_scene->toScene(m_widget->mapFromGlobal(QPoint(x, y))));
        return g && !g->name.isEmpty() ? thing(g->target) : nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        const HitTarget selected = m_scene->selected();
        return m_widget->hasFocus() && selected && m_scene->scene().find(selected) ? thing(selected) : nullptr;
    }
    QString text(QAccessible::Text what) const override {
        if (what != QAccessible::Value && what != QAccessible::Description) return QAccessibleWidget::text(what);
        return m_scene->summary();
    }

    QAccessibleInterface* thing(const HitTarget& target) const {
        for (const Known& known : m_known)
            if (known.target == target) return QAccessible::accessibleInterface(known.id);
        if (m_known.size() > 600) forgetGone();
        auto* iface = new ThingAccess(m_widget, *m_scene, target);
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
        const StageScene& scene = m_scene->scene();
        const auto gone = std::stable_partition(m_known.begin(), m_known.end(), [&](const Known& k) { return scene.find(k.target) != nullptr; });
        for (auto it = gone; it != m_known.end(); ++it) QAccessible::deleteAccessibleInterface(it->id);
        m_known.erase(gone, m_known.end());
    }

    QWidget* m_widget;
    std::unique_ptr<ReadableScene> m_scene;
    mutable std::vector<Known> m_known;
};

QHash<QString, ReadableSceneMaker>& makers() {
    static QHash<QString, ReadableSceneMaker> all;
    return all;
}

QAccessibleInterface* makeAccess(const QString& className, QObject* object) {
    const ReadableSceneMaker maker = makers().value(className);
    auto* widget = qobject_cast<QWidget*>(object);
    return maker && widget ? new SceneAccess(widget, maker(widget)) : nullptr;
}

}  // namespace

void installSceneAccess(const char* className, ReadableSceneMaker maker) {
    static const bool once = (QAccessible::installFactory(makeAccess), true);
    Q_UNUSED(once)
    makers()[QString::fromLatin1(className)] = maker;
}

void tellSceneFocus(QWidget& widget, const HitTarget& target) {
    if (!QAccessible::isActive()) return;
    auto* access = dynamic_cast<SceneAccess*>(QAccessible::queryAccessibleInterface(&widget));
    if (!access) return;
    QAccessibleEvent event(access->thing(target), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

}  // namespace zab
