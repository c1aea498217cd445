// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chaos_page.h"

#include "ui/widgets/number_grid.h"

#include <QCheckBox>

namespace zab {
namespace {

constexpr int kMostSeed = 1'000'000'000, kMostServers = 9, kMostSeconds = 3600, kMostOperations = 1000;
constexpr int kFewest = 3;   // servers that chaos plays with
constexpr int kColumns = 4;

}  // namespace

ChaosPage::ChaosPage(QWidget* parent) : QWidget(parent), m_all(new QCheckBox) {
    auto* grid = new NumberGrid(this);
    const ChaosPlan usual;
    m_hint = grid->addHint(kColumns);
    m_first = grid->add(1, 0, 1, kMostSeed, static_cast<int>(usual.firstSeed));
    m_last = grid->add(1, 1, 1, kMostSeed, static_cast<int>(usual.lastSeed));
    m_servers = grid->add(1, 2, kFewest - 1, kMostServers, kFewest - 1);   // the least number of each stands for: drawn
    m_seconds = grid->add(1, 3, 0, kMostSeconds, usual.seconds);
    grid->addWidget(m_all, 2, 0, 1, 6);
    m_operations = grid->add(2, 3, 0, kMostOperations, usual.operations);
    grid->setRowStretch(3, 1);
    connect(m_servers, &QSpinBox::valueChanged, this, &ChaosPage::showHint);
    retranslate();
}

ChaosPlan ChaosPage::plan() const {
    const int servers = m_servers->value() < kFewest ? 0 : m_servers->value();
    return {static_cast<std::uint64_t>(m_first->value()), static_cast<std::uint64_t>(m_last->value()), servers, m_seconds->value(), m_operations->value(), m_broken, !m_all->isChecked()};
}

void ChaosPage::setBroken(EnumSet<Seal> broken) {
    m_broken = broken;
    showHint();
}

void ChaosPage::showHint() {
    const QString what = tr("Each seed is a run in which anything breaks: packets, links, servers, disks, clocks. In the end a quorum is healed and has to come back.");
    m_hint->setText(withAdvice(what, chaosAdvice(m_broken, plan().servers)));
}

void ChaosPage::retranslate() {
    NumberGrid::setName(m_first, tr("Seeds from"), tr("A seed is one run, and always the same one."));
    NumberGrid::setName(m_last, tr("to"), tr("The last seed"));
    NumberGrid::setName(m_servers, tr("Servers"), tr("How many servers the ensemble has"));
    NumberGrid::setName(m_seconds, tr("Seconds each"), tr("Virtual seconds of faults, before a quorum is healed"));
    NumberGrid::setName(m_operations, tr("Requests per second"), tr("What all clients together ask for in a virtual second"));
    m_servers->setSpecialValueText(tr("3 to 5"));
    m_seconds->setSpecialValueText(tr("up to 30"));
    m_operations->setSpecialValueText(tr("up to 100"));
    m_all->setText(tr("Go on after the first finding"));
    showHint();
}

}  // namespace zab
