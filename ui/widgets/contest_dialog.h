// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a contest: which recipe, where, how many contenders, how long each holds it. What it does are lines of the language.
#pragma once

#include <QDialog>
#include <QStringList>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace zab {

struct ContestPlan {
    enum class Kind { Lock, NaiveLock, ReadWriteLock, Election } kind = Kind::Lock;
    QString path;
    int first = 1, count = 8;    ///< clients C<first> .. C<first+count-1>
    int holdMs = 0, turns = 1;   ///< 0: it holds until it is told to give back
    bool connect = true;         ///< they connect first
};
/// The plan as .lab lines.
QStringList contestLines(const ContestPlan& plan);

class ContestDialog : public QDialog {
    Q_OBJECT

public:
    explicit ContestDialog(QWidget* parent = nullptr);
    ContestPlan plan() const;

signals:
    void chosen(const zab::ContestPlan& plan);

private:
    void check();

    QComboBox* m_kind;
    QLineEdit* m_path;
    QSpinBox *m_first, *m_count, *m_hold, *m_turns;
    QLabel* m_lines;
    QDialogButtonBox* m_buttons;
};

}  // namespace zab
