// SPDX-License-Identifier: GPL-3.0-or-later
// What colours and signs on the stage mean, drawn by the same code as the stage.
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>

class QGridLayout;

namespace zab {

class LegendDialog : public QDialog {
    Q_OBJECT

public:
    explicit LegendDialog(const Theme& theme, QWidget* parent = nullptr);

private:
    void addHeading(const QString& text);
    void addRow(const QPixmap& sign, const QString& text);
    void addStates();
    void addLog();
    void addProperties();
    void addPackets();
    void addLamps();
    QPixmap pill(const QString& word, Ink fill, Ink ink) const;

    Theme m_theme;
    QGridLayout* m_grid;
    int m_row = 0;
    int m_column = 0;
};

}  // namespace zab
