// SPDX-License-Identifier: GPL-3.0-or-later
// Which server is on which side of a partition.
#pragma once

#include "engine/world/command.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QDialogButtonBox;

namespace zab {

class SidesDialog : public QDialog {
    Q_OBJECT

public:
    explicit SidesDialog(int servers, QWidget* parent = nullptr);

    Partition partition() const;

signals:
    void chosen(const zab::Partition& partition);

private:
    void check();

    std::vector<QComboBox*> m_sides;
    QDialogButtonBox* m_buttons;
};

}  // namespace zab
