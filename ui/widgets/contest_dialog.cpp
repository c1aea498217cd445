// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/contest_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace zab {
namespace {

constexpr int kMostClients = 200;

QString clients(int first, int count) {
    return count == 1 ? QStringLiteral("C%1").arg(first) : QStringLiteral("C%1-C%2").arg(first).arg(first + count - 1);
}

QString quoted(const QString& path) {
    for (const QChar c : path)
        if (c.isSpace() || QStringLiteral("\"|()[]").contains(c)) return QStringLiteral("\"%1\"").arg(QString(path).replace(QLatin1Char('"'), QStringLiteral("\\\"")));
    return path;
}

}  // namespace

QStringList contestLines(const ContestPlan& plan) {
    QStringList lines;
    if (plan.connect) lines << clients(plan.first, plan.count) + QStringLiteral(" connect");
    const QString hold = plan.holdMs > 0 ? QStringLiteral(" hold %1ms").arg(plan.holdMs) : QString();
    const QString times = plan.holdMs > 0 && plan.turns > 1 ? QStringLiteral(" times %1").arg(plan.turns) : QString();
    const auto take = [&](int first, int count, const QString& what, const QString& options) {
        lines << QStringLiteral("%1 %2 %3%4%5%6").arg(clients(first, count), what, quoted(plan.path), options, hold, times);
    };
    switch (plan.kind) {
        case ContestPlan::Kind::Lock: take(plan.first, plan.count, QStringLiteral("lock"), {}); break;
        case ContestPlan::Kind::NaiveLock: take(plan.first, plan.count, QStringLiteral("lock"), QStringLiteral(" naive")); break;
        case ContestPlan::Kind::Election: take(plan.first, plan.count, QStringLiteral("elect"), {}); break;
        case ContestPlan::Kind::ReadWriteLock:
            // Three readers, a writer, three readers ...: readers share, and nobody passes a writer.
            for (int i = 0; i < plan.count; i += 4) {
                take(plan.first + i, std::min(3, plan.count - i), QStringLiteral("lock"), QStringLiteral(" read"));
                if (i + 3 < plan.count) take(plan.first + i + 3, 1, QStringLiteral("lock"), QStringLiteral(" write"));
            }
            break;
    }
    return lines;
}

ContestDialog::ContestDialog(QWidget* parent)
    : QDialog(parent), m_kind(new QComboBox), m_path(new QLineEdit(QStringLiteral("/locks/a"))), m_first(new QSpinBox), m_count(new QSpinBox), m_hold(new QSpinBox),
      m_turns(new QSpinBox), m_lines(new QLabel), m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("Start a contest"));
    auto* column = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    m_kind->addItems({tr("Lock: each waits for the one before it"), tr("Naive lock: all wait for the holder"), tr("Read/write lock: three readers, one writer, and so on"),
                      tr("Leader election")});
    m_first->setRange(1, kMostClients);
    m_first->setPrefix(QStringLiteral("C"));
    m_count->setRange(1, kMostClients);
    m_count->setValue(8);
    m_hold->setRange(0, 3600000);
    m_hold->setSuffix(tr(" ms"));
    m_hold->setSpecialValueText(tr("until it is told to give back"));
    m_hold->setSingleStep(50);
    m_turns->setRange(1, 1000);
    form->addRow(tr("Recipe"), m_kind);
    form->addRow(tr("Path"), m_path);
    form->addRow(tr("First client"), m_first);
    form->addRow(tr("Contenders"), m_count);
    form->addRow(tr("Each holds it"), m_hold);
    form->addRow(tr("Turns of each"), m_turns);
    column->addLayout(form);
    m_lines->setObjectName(QStringLiteral("soft"));
    m_lines->setWordWrap(true);
    m_lines->setMinimumHeight(m_lines->fontMetrics().lineSpacing() * 3);
    m_lines->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_lines);
    column->addWidget(m_buttons);
    m_kind->setAccessibleName(tr("Recipe"));
    m_path->setAccessibleName(tr("Path"));
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(plan());
        accept();
    });
    for (QSpinBox* box : {m_first, m_count, m_hold, m_turns}) connect(box, &QSpinBox::valueChanged, this, &ContestDialog::check);
    connect(m_path, &QLineEdit::textChanged, this, &ContestDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ContestDialog::check);
    check();
}

ContestPlan ContestDialog::plan() const {
    ContestPlan p;
    p.kind = static_cast<ContestPlan::Kind>(m_kind->currentIndex());
    p.path = m_path->text().trimmed();
    p.first = m_first->value();
    p.count = m_count->value();
    p.holdMs = m_hold->value();
    p.turns = m_turns->value();
    return p;
}

void ContestDialog::check() {
    m_count->setMaximum(kMostClients - m_first->value() + 1);
    m_turns->setEnabled(m_hold->value() > 0);
    QStringList lines = contestLines(plan());
    if (lines.size() > 3) lines = lines.mid(0, 3) << QStringLiteral("…");
    m_lines->setText(lines.join(QLatin1Char('\n')));
    const QString path = m_path->text().trimmed();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(path.startsWith(QLatin1Char('/')) && path.size() > 1 && !path.endsWith(QLatin1Char('/')));
}

}  // namespace zab
