// SPDX-License-Identifier: GPL-3.0-or-later
// The right half of the toolbar: the faults a lecturer needs most.
#pragma once

#include <QToolBar>

class QToolButton;

namespace zab {

class FaultActions;

class FaultBar : public QToolBar {
    Q_OBJECT

public:
    explicit FaultBar(FaultActions& actions, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* add(QAction* action, bool fault);
    void retranslate();

    FaultActions& m_actions;
    QToolButton* m_packet;
};

}  // namespace zab
