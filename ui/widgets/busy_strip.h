// SPDX-License-Identifier: GPL-3.0-or-later
// In the status bar while something takes long: what it is, that it goes on, and a button that ends it.
#pragma once

#include "ui/widgets/workbench.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace zab {

class RunActions;

class BusyStrip : public QWidget {
    Q_OBJECT

public:
    BusyStrip(const Workbench& bench, RunActions& actions, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void look();
    void setBusy(bool busy);
    void showText();

    Workbench m_bench;
    RunActions& m_actions;
    QLabel* m_text;
    QTimer m_patience;      ///< what is answered sooner needs no word
    bool m_busy = false;
};

}  // namespace zab
