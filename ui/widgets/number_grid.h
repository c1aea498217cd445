// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that a person chooses, each with its name before it.
#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

namespace zab {

/// Every column of numbers takes two of the grid.
class NumberGrid : public QGridLayout {
public:
    using QGridLayout::QGridLayout;

    QSpinBox* add(int row, int column, int from, int to, int value) {
        auto* name = new QLabel;
        auto* box = new QSpinBox;
        box->setRange(from, to);
        box->setValue(value);
        name->setBuddy(box);
        addWidget(name, row, 2 * column);
        addWidget(box, row, 2 * column + 1);
        setColumnStretch(2 * column + 1, 1);
        return box;
    }
    /// `meaning`: its tooltip, and what a screen reader tells of it.
    static void setName(QSpinBox* box, const QString& name, const QString& meaning) {
        for (QLabel* label : box->parentWidget()->findChildren<QLabel*>()) {
            if (label->buddy() != box) continue;
            label->setText(name);
            label->setToolTip(meaning);
        }
        box->setToolTip(meaning);
        box->setAccessibleName(name);
        box->setAccessibleDescription(meaning);
    }
    /// A sentence above all columns that says what the page is for.
    QLabel* addHint(int columns) {
        auto* hint = new QLabel;
        hint->setObjectName(QStringLiteral("soft"));
        hint->setTextFormat(Qt::PlainText);
        hint->setWordWrap(true);
        hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        addWidget(hint, 0, 0, 1, 2 * columns);
        return hint;
    }
};

}  // namespace zab
