// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a contest: which recipe, where, how many take part, and what that recipe can be told. What it does are lines of the language.
#pragma once

#include "ui/models/contest_plan.h"
#include "ui/widgets/workbench.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace zab {

class ContestDialog : public QDialog {
    Q_OBJECT

public:
    /// `shown`: the recipe that the person looks at; more of the same are suggested. nullptr = none.
    ContestDialog(const Workbench& bench, const RecipeView* shown, QWidget* parent = nullptr);
    ContestPlan plan() const;

signals:
    void chosen(const zab::ContestPlan& plan);

private:
    QSpinBox* number(int from, int to, int value);
    void addRows();
    void follow();
    void takeKind();
    void check();

    Workbench m_bench;
    QFormLayout* m_form;
    QComboBox *m_kind, *m_watches, *m_library;
    QLineEdit *m_path, *m_text;
    QSpinBox *m_first, *m_count, *m_readers, *m_givers, *m_elements, *m_needed, *m_hold, *m_turns;
    QCheckBox *m_protected, *m_prepare, *m_goOn;
    QLabel *m_countLabel, *m_giversLabel, *m_turnsLabel, *m_textLabel, *m_lines, *m_problem;
    QDialogButtonBox* m_buttons;
    bool m_ownPath = false, m_ownFirst = false;   ///< typed by a person: not replaced by a suggestion
};

}  // namespace zab
