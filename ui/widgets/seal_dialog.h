// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the rules of the protocol that a new run does without.
#pragma once

#include "ui/models/seal_plan.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QListWidget;
class QListWidgetItem;

namespace zab {

/// The fifteen rules with a box each: ticked is broken. Used by whoever lets a person choose them.
class SealList : public QWidget {
    Q_OBJECT

public:
    explicit SealList(QWidget* parent = nullptr);

    EnumSet<Seal> broken() const;
    void setBroken(EnumSet<Seal> broken);

signals:
    void changed();

private:
    void explain(int row);

    QListWidget* m_list;
    QLabel* m_words;
};

class SealDialog : public QDialog {
    Q_OBJECT

public:
    /// `name`: what the present run is called.
    SealDialog(const Script& present, const QString& name, QWidget* parent = nullptr);
    SealPlan plan() const;

signals:
    void chosen(const zab::SealPlan& plan);

private:
    void check();

    QComboBox* m_base;
    SealList* m_seals;
    QDialogButtonBox* m_buttons;
};

}  // namespace zab
