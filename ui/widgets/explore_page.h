// SPDX-License-Identifier: GPL-3.0-or-later
// What the explorer is asked for: where it begins, which faults it may use, when it is enough.
#pragma once

#include "ui/models/hunt_plan.h"

#include <QWidget>

#include <map>
#include <string_view>

class QComboBox;
class QLabel;
class QSpinBox;

namespace zab {

class ExplorePage : public QWidget {
    Q_OBJECT

public:
    explicit ExplorePage(QWidget* parent = nullptr);

    ExplorePlan plan() const;
    /// The numbers go with the rules until somebody has changed them.
    void setBroken(EnumSet<Seal> broken);
    /// What it may begin with besides a fresh ensemble, and what that is called.
    void setPresent(const Script& script, const QString& name);
    const Script& present() const { return m_present; }
    void retranslate();

private:
    void showHint();
    void followBase();
    void setNumbers(const ExplorePlan& plan);

    EnumSet<Seal> m_broken;
    Script m_present;
    QString m_presentName;
    QLabel *m_hint, *m_baseLabel, *m_orderLabel;
    QComboBox *m_base, *m_order;
    QSpinBox *m_servers, *m_thousands;
    std::map<std::string_view, QSpinBox*> m_budgets;   ///< by their names in a script
};

}  // namespace zab
