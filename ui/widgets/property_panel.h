// SPDX-License-Identifier: GPL-3.0-or-later
// The properties of the run as a list: what holds, what is violated since when, in plain words. Twin of the lamps.
#pragma once

#include "ui/models/property_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

class QLabel;
class QTableView;
class QToolButton;

namespace zab {

class PropertyPanel : public Card {
    Q_OBJECT

public:
    explicit PropertyPanel(const Workbench& bench, QWidget* parent = nullptr);

    const PropertyModel& model() const { return m_model; }
    QTableView* table() { return m_table; }
    /// Puts an action among the buttons above the list.
    void addAction(QAction* action);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void update();
    void retranslate();
    /// Every column is to be seen, whatever the width.
    void fitColumns();
    void choose(int row);
    void showSelection();
    void chooseSought(EventId first, EventId end);
    /// To the moment at which the property of that row was violated.
    void goTo(int row);

    Workbench m_bench;
    PropertyModel m_model;
    EnumSet<Property> m_judged;   ///< of liveness, by the opened script
    EventId m_demanded = kNoEvent;   ///< from here on all of it is judged
    bool m_sought = false;        ///< the next violation is selected
    std::optional<Property> m_wanted;   ///< of this property
    QTableView* m_table;
    QLabel* m_summary;
    QToolButton* m_go;
    class QHBoxLayout* m_head;
};

}  // namespace zab
