// SPDX-License-Identifier: GPL-3.0-or-later
// One lamp for each property, in the status bar: a disc with a tick holds, a diamond with a cross is violated.
#pragma once

#include "ui/models/property_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/workbench.h"

#include <QAbstractButton>

#include <optional>
#include <string>
#include <vector>

class QHBoxLayout;
class QPainter;

namespace zab {

class ElidedLabel;

/// Shape and colour: a disc with a tick, or a diamond with a cross.
void paintLamp(QPainter& painter, const QRectF& box, bool holds, const Theme& theme);

class LampButton : public QAbstractButton {
    Q_OBJECT

public:
    LampButton(const Workbench& bench, Property property, QWidget* parent);

    Property property() const { return m_property; }
    void show(const PropertyLamp& lamp);
    bool holds() const { return m_lamp.holds(); }
    /// A ring around it: what is pointed at or selected guards this property.
    void setGuarded(bool on);
    bool isGuarded() const { return m_guarded; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Workbench m_bench;
    Property m_property;
    PropertyLamp m_lamp;
    bool m_guarded = false;
};

class LampStrip : public QWidget {
    Q_OBJECT

public:
    LampStrip(const Workbench& bench, const PropertyModel& model, QWidget* parent = nullptr);

    LampButton* lamp(Property p) const;   ///< nullptr: not shown
    /// The rule or defect that is pointed at; empty: none.
    void pointAt(const std::string& variant);

signals:
    /// A lamp was pressed.
    void wanted(const QString& property);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showLamps();
    void makeLamps();
    void showGuarded();
    void moveFocus(int by);

    Workbench m_bench;
    const PropertyModel& m_model;
    QHBoxLayout* m_row;
    ElidedLabel* m_word;
    std::vector<LampButton*> m_lamps;
    std::vector<QWidget*> m_gaps;
    std::string m_pointed;
};

}  // namespace zab
