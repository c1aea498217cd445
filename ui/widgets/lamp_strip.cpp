// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lamp_strip.h"

#include "ui/lens/lens.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/elided_label.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace zab {
namespace {

constexpr int kLampSide = 15;

/// The property that falls without the rule, or with the defect.
std::string_view guardedBy(const std::string& variant) {
    const auto [seal, defect] = variantByName(variant);
    if (seal) return sealInfo(*seal).guards;
    return defect ? defectInfo(*defect).breaks : std::string_view();
}

}  // namespace

void paintLamp(QPainter& painter, const QRectF& box, bool holds, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double r = std::min(box.width(), box.height()) / 2;
    const QPointF c = box.center();
    const auto at = [&](double x, double y) { return c + QPointF(x * r, y * r); };
    painter.setBrush(theme.color(holds ? Ink::Leading : Ink::Down));
    if (holds) painter.drawEllipse(c, r * 0.86, r * 0.86);
    else painter.drawPolygon(QPolygonF{at(0, -1.1), at(1.1, 0), at(0, 1.1), at(-1.1, 0)});
    painter.setPen(QPen(theme.color(holds ? Ink::OnLeading : Ink::OnDown), std::max(1.3, r * 0.22), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (holds) painter.drawPolyline(QPolygonF{at(-0.38, 0.04), at(-0.1, 0.32), at(0.42, -0.32)});
    else painter.drawLines({QLineF(at(-0.34, -0.34), at(0.34, 0.34)), QLineF(at(-0.34, 0.34), at(0.34, -0.34))});
    painter.restore();
}

LampButton::LampButton(const Workbench& bench, Property property, QWidget* parent) : QAbstractButton(parent), m_bench(bench), m_property(property) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus);   // the strip gives it to one of them
    setFixedSize(sizeHint());
}

QSize LampButton::sizeHint() const { return {kLampSide + 2, kLampSide + 4}; }

void LampButton::show(const PropertyLamp& lamp) {
    m_lamp = lamp;
    const QString sentence = lampSentence(lamp);
    setAccessibleName(sentence);
    setAccessibleDescription(propertySentence(m_property));
    setToolTip(QStringLiteral("<p><b>%1</b> (%2)</p><p>%3</p>").arg(sentence.toHtmlEscaped(), propertyGroupWord(propertyGroup(m_property)), propertySentence(m_property).toHtmlEscaped()));
    setStatusTip(tr("%1. Click: what it means, and how it came to be").arg(sentence));
    update();
}

void LampButton::setGuarded(bool on) {
    if (on == m_guarded) return;
    m_guarded = on;
    update();
}

void LampButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = m_bench.appearance.theme();
    const QRectF box(rect().center().x() - 5.5, rect().center().y() - 5.5, 12, 12);
    paintLamp(painter, box, holds(), theme);
    if (!m_guarded && !hasFocus() && !underMouse()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(m_guarded || hasFocus() ? Ink::Accent : Ink::LineStrong), m_guarded ? 2.4 : 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.2, 1.2, -1.2, -1.2), 4, 4);
}

LampStrip::LampStrip(const Workbench& bench, const PropertyModel& model, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_model(model), m_row(new QHBoxLayout(this)), m_word(new ElidedLabel(Qt::ElideRight)) {
    setObjectName(QStringLiteral("lamps"));
    m_row->setContentsMargins(6, 0, 10, 0);
    m_row->setSpacing(0);
    m_row->addWidget(m_word);
    m_row->addSpacing(6);
    connect(&model, &PropertyModel::lampsChanged, this, &LampStrip::showLamps);
    connect(&bench.lens, &Lens::changed, this, &LampStrip::showGuarded);
    connect(&bench.appearance, &Appearance::themeChanged, this, qOverload<>(&QWidget::update));
    showLamps();
}

LampButton* LampStrip::lamp(Property p) const {
    const auto it = std::find_if(m_lamps.begin(), m_lamps.end(), [p](const LampButton* l) { return l->property() == p; });
    return it == m_lamps.end() ? nullptr : *it;
}

void LampStrip::makeLamps() {
    for (LampButton* lamp : m_lamps) lamp->deleteLater();
    for (QWidget* gap : m_gaps) gap->deleteLater();
    m_lamps.clear();
    m_gaps.clear();
    for (const PropertyLamp& shown : m_model.lamps()) {
        if (!m_lamps.empty() && propertyGroup(m_lamps.back()->property()) != propertyGroup(shown.property)) {
            auto* gap = new QFrame;
            gap->setFixedWidth(11);
            m_row->addWidget(gap);
            m_gaps.push_back(gap);
        }
        auto* lamp = new LampButton(m_bench, shown.property, this);
        lamp->installEventFilter(this);
        connect(lamp, &LampButton::clicked, this, [this, p = shown.property] { emit wanted(propertyName(p)); });
        m_row->addWidget(lamp);
        m_lamps.push_back(lamp);
    }
    if (!m_lamps.empty()) m_lamps.front()->setFocusPolicy(Qt::TabFocus);
}

void LampStrip::showLamps() {
    const auto& lamps = m_model.lamps();
    const bool same = std::equal(lamps.begin(), lamps.end(), m_lamps.begin(), m_lamps.end(), [](const PropertyLamp& shown, const LampButton* l) { return shown.property == l->property(); });
    if (!same) makeLamps();
    bool all = true;
    for (std::size_t i = 0; i < lamps.size(); ++i) {
        m_lamps[i]->show(lamps[i]);
        all = all && lamps[i].holds();
    }
    m_word->setText(lamps.empty() ? QString() : lampsSummary(lamps));
    if (const QString name = QLatin1String(all ? "soft" : "problem"); m_word->objectName() != name) {
        m_word->setObjectName(name);
        m_word->style()->unpolish(m_word);
        m_word->style()->polish(m_word);
    }
    setAccessibleName(tr("Properties"));
    setAccessibleDescription(lampsSummary(lamps));
    showGuarded();
}

void LampStrip::pointAt(const std::string& variant) {
    m_pointed = variant;
    showGuarded();
}

void LampStrip::showGuarded() {
    const Selection& selected = m_bench.lens.selection();
    const std::string variant = !m_pointed.empty() ? m_pointed : selected.kind == Selection::Kind::Variant ? selected.path : std::string();
    const std::string_view guarded = guardedBy(variant);
    for (LampButton* lamp : m_lamps) lamp->setGuarded(!guarded.empty() && propertyInfo(lamp->property()).id == guarded);
}

void LampStrip::moveFocus(int by) {
    const auto it = std::find_if(m_lamps.begin(), m_lamps.end(), [](const LampButton* l) { return l->hasFocus(); });
    if (it == m_lamps.end()) return;
    const auto at = static_cast<std::ptrdiff_t>(it - m_lamps.begin()) + by;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(m_lamps.size())) return;
    LampButton* next = m_lamps[static_cast<std::size_t>(at)];
    next->setFocusPolicy(Qt::TabFocus);
    next->setFocus(Qt::TabFocusReason);
    (*it)->setFocusPolicy(Qt::NoFocus);
}

bool LampStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Return && key != Qt::Key_Enter) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        if (key == Qt::Key_Left || key == Qt::Key_Right) moveFocus(key == Qt::Key_Left ? -1 : 1);
        else static_cast<LampButton*>(watched)->click();
    } else {
        event->accept();   // with the focus here the arrows walk along the lamps instead of through the run
    }
    return true;
}

void LampStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showLamps();
    QWidget::changeEvent(event);
}

}  // namespace zab
