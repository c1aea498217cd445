// SPDX-License-Identifier: GPL-3.0-or-later
// The left half of the toolbar: run control, step size, speed, virtual time.
#pragma once

#include "ui/widgets/workbench.h"

#include <QToolBar>

class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace zab {

class RunActions;

class RunBar : public QToolBar {
    Q_OBJECT

public:
    RunBar(const Workbench& bench, RunActions& actions, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void showSpeed();
    void showTime();

    Workbench m_bench;
    RunActions& m_actions;
    QToolButton* m_size;
    QSlider* m_slider;
    QToolButton* m_pacing;
    QLabel* m_time;
};

}  // namespace zab
