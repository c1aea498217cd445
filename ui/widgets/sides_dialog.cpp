// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sides_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zab {
namespace {

constexpr int kMostSides = 3;

}  // namespace

SidesDialog::SidesDialog(int servers, QWidget* parent) : QDialog(parent), m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("Partition"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(new QLabel(tr("Servers on different sides cannot talk to each other.")));
    auto* grid = new QGridLayout;
    for (int s = 1; s <= servers; ++s) {
        auto* box = new QComboBox;
        for (int side = 0; side < kMostSides; ++side) box->addItem(tr("side %1").arg(QChar(QLatin1Char(static_cast<char>('A' + side)))));
        // A majority on one side, the rest on the other: the case that is taught first.
        box->setCurrentIndex(s <= servers / 2 ? 0 : 1);
        auto* label = new QLabel(QStringLiteral("S%1").arg(s));
        label->setBuddy(box);
        box->setAccessibleName(tr("Side of S%1").arg(s));
        grid->addWidget(label, (s - 1) / 3, (s - 1) % 3 * 2);
        grid->addWidget(box, (s - 1) / 3, (s - 1) % 3 * 2 + 1);
        connect(box, &QComboBox::currentIndexChanged, this, &SidesDialog::check);
        m_sides.push_back(box);
    }
    column->addLayout(grid);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(partition());
        accept();
    });
    check();
}

Partition SidesDialog::partition() const {
    Partition p;
    p.sides.resize(kMostSides);
    for (std::size_t i = 0; i < m_sides.size(); ++i) p.sides[static_cast<std::size_t>(m_sides[i]->currentIndex())].push_back(ServerId{static_cast<int>(i) + 1});
    std::erase_if(p.sides, [](const auto& side) { return side.empty(); });
    return p;
}

void SidesDialog::check() { m_buttons->button(QDialogButtonBox::Ok)->setEnabled(partition().sides.size() > 1); }

}  // namespace zab
