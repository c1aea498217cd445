// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/seal_dialog.h"

#include "ui/text/property_words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace zab {
namespace {

constexpr int kFresh[] = {3, 5, 7};

Seal sealAt(int row) { return static_cast<Seal>(row); }

}  // namespace

SealList::SealList(QWidget* parent) : QWidget(parent), m_list(new QListWidget), m_words(new QLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_words);
    for (int row = 0; row < static_cast<int>(Seal::Count_); ++row) {
        auto* item = new QListWidgetItem(sealLine(sealAt(row)), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setToolTip(sealBroken(sealAt(row)));
    }
    m_list->setAccessibleName(tr("Rules of the protocol; ticked: switched off"));
    const int line = m_list->fontMetrics().lineSpacing() * 3 / 2;
    for (int row = 0; row < m_list->count(); ++row) m_list->item(row)->setSizeHint({0, line});
    m_list->setMinimumHeight(line * 8);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setObjectName(QStringLiteral("soft"));
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * 4);   // the dialog does not jump with the length of a sentence
    connect(m_list, &QListWidget::currentRowChanged, this, &SealList::explain);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        m_list->setCurrentItem(item);
        emit changed();
    });
    m_list->setCurrentRow(0);
}

void SealList::explain(int row) {
    if (row < 0) return;
    const SealInfo& info = sealInfo(sealAt(row));
    const auto property = propertyByName(info.guards);
    const QString guards = property ? tr("It guards %1: %2").arg(propertyName(*property), propertySentence(*property)) : QString();
    m_words->setText(tr("Without it: %1\n%2").arg(sealBroken(sealAt(row)), guards));
}

EnumSet<Seal> SealList::broken() const {
    EnumSet<Seal> broken;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked) broken.add(sealAt(row));
    return broken;
}

void SealList::setBroken(EnumSet<Seal> broken) {
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool off = broken.has(sealAt(row));
        m_list->item(row)->setCheckState(off ? Qt::Checked : Qt::Unchecked);
        if (off && first < 0) first = row;
    }
    m_list->setCurrentRow(std::max(0, first));
}

SealDialog::SealDialog(const Script& present, const QString& name, QWidget* parent)
    : QDialog(parent), m_base(new QComboBox), m_seals(new SealList), m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("New run with rules switched off"));
    m_base->addItem(tr("the scenario of the present run: %1").arg(name), 0);
    for (const int servers : kFresh) m_base->addItem(tr("a fresh ensemble of %1 servers").arg(servers), servers);
    m_base->setAccessibleName(tr("The run"));
    m_base->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* form = new QFormLayout;
    form->addRow(tr("The run"), m_base);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(new QLabel(tr("Tick the rules that it does without:")));
    column->addWidget(m_seals, 1);
    column->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("New run"));
    m_seals->setBroken(present.scenario.ensemble.variants.broken);
    connect(m_seals, &SealList::changed, this, &SealDialog::check);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(plan());
        accept();
    });
    setMinimumWidth(fontMetrics().averageCharWidth() * 96);
    const QSize room = screen()->availableSize() - QSize(16, 48);   // for the frame
    resize(QSize(sizeHint().width(), sizeHint().height() + fontMetrics().lineSpacing() * 11).boundedTo(room));   // all rules at a glance
    check();
}

SealPlan SealDialog::plan() const { return {m_base->currentData().toInt(), m_seals->broken()}; }

void SealDialog::check() { m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_seals->broken().empty()); }

}  // namespace zab
