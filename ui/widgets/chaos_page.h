// SPDX-License-Identifier: GPL-3.0-or-later
// What chaos is asked for: which seeds, how large, how long.
#pragma once

#include "ui/models/hunt_plan.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace zab {

class ChaosPage : public QWidget {
    Q_OBJECT

public:
    explicit ChaosPage(QWidget* parent = nullptr);

    ChaosPlan plan() const;
    void setBroken(EnumSet<Seal> broken);
    void retranslate();

private:
    void showHint();

    EnumSet<Seal> m_broken;
    QLabel* m_hint;
    QSpinBox *m_first, *m_last, *m_servers, *m_seconds, *m_operations;
    QCheckBox* m_all;   ///< go on behind the first finding
};

}  // namespace zab
