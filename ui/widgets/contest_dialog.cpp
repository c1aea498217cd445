// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/contest_dialog.h"

#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace zab {
namespace {

constexpr int kMostClients = 200, kShownLines = 4;

bool isLock(RecipeKind k) { return k == RecipeKind::Lock || k == RecipeKind::ReadWriteLock || k == RecipeKind::Election; }

}  // namespace

ContestDialog::ContestDialog(const Workbench& bench, const RecipeView* shown, QWidget* parent)
    : QDialog(parent), m_bench(bench), m_form(new QFormLayout), m_kind(new QComboBox), m_watches(new QComboBox), m_library(new QComboBox), m_path(new QLineEdit),
      m_text(new QLineEdit), m_first(number(1, kMostClients, 1)), m_count(number(1, kMostClients, 8)), m_readers(number(0, 50, 3)), m_givers(number(0, kMostClients, 1)),
      m_elements(number(1, 20, 3)), m_needed(number(1, kMostClients, 8)), m_hold(number(0, 3600000, 0)), m_turns(number(1, 1000, 1)), m_protected(new QCheckBox),
      m_prepare(new QCheckBox), m_goOn(new QCheckBox), m_countLabel(new QLabel), m_giversLabel(new QLabel), m_turnsLabel(new QLabel), m_textLabel(new QLabel),
      m_lines(new QLabel), m_problem(new QLabel), m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("Start a contest"));
    addRows();
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_form);
    m_lines->setObjectName(QStringLiteral("soft"));
    m_lines->setTextFormat(Qt::PlainText);
    m_lines->setWordWrap(true);
    m_lines->setMinimumHeight(m_lines->fontMetrics().lineSpacing() * (kShownLines + 1));
    m_lines->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(m_problem->fontMetrics().lineSpacing() * 2);
    m_problem->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_lines);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(m_buttons);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Start"));
    m_goOn->setChecked(!m_bench.feed.progress().playing);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(plan());
        accept();
    });
    follow();
    if (shown) {
        m_kind->setCurrentIndex(static_cast<int>(shown->kind));
        m_path->setText(QString::fromStdString(shown->path));
        m_ownPath = true;
        m_watches->setCurrentIndex(shown->naive ? 1 : 0);
    }
    takeKind();
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
}

QSpinBox* ContestDialog::number(int from, int to, int value) {
    auto* box = new QSpinBox;
    box->setRange(from, to);
    box->setValue(value);
    return box;
}

void ContestDialog::addRows() {
    m_kind->addItems({tr("Lock"), tr("Read/write lock"), tr("Leader election"), tr("Barrier"), tr("Double barrier"), tr("Queue"), tr("Group membership"), tr("Configuration"),
                      tr("Service discovery")});
    m_watches->addItems({tr("the one before it"), tr("the holder (naive)")});
    m_library->addItems({tr("as Curator makes them"), tr("as kazoo makes them")});
    m_first->setPrefix(QStringLiteral("C"));
    m_hold->setSuffix(tr(" ms"));
    m_hold->setSpecialValueText(tr("until it is told to give back"));
    m_hold->setSingleStep(50);
    m_protected->setText(tr("after a lost answer it looks for its znode first (protected)"));
    m_protected->setChecked(true);
    m_prepare->setChecked(true);
    m_goOn->setText(tr("go on fast until all have asked"));
    auto* who = new QHBoxLayout;
    who->addWidget(m_count, 1);
    auto* from = new QLabel(tr("from"));
    from->setBuddy(m_first);
    who->addWidget(from);
    who->addWidget(m_first, 1);
    const auto row = [this](const QString& label, QWidget* widget) {
        m_form->addRow(label, widget);
        widget->setAccessibleName(label);
    };
    row(tr("Recipe"), m_kind);
    row(tr("Path"), m_path);
    m_form->addRow(m_countLabel, who);
    m_first->setAccessibleName(tr("First client"));
    m_form->addRow(m_giversLabel, m_givers);
    row(tr("Elements of each"), m_elements);
    row(tr("Whoever waits watches"), m_watches);
    row(tr("Readers before each writer"), m_readers);
    row(tr("Opens when there are"), m_needed);
    m_form->addRow(m_textLabel, m_text);
    row(tr("Znodes"), m_library);
    m_form->addRow(tr("Creating"), m_protected);
    row(tr("Each holds it"), m_hold);
    m_form->addRow(m_turnsLabel, m_turns);
    m_form->addRow(tr("Before"), m_prepare);
    m_form->addRow(tr("Afterwards"), m_goOn);
    for (QCheckBox* box : {m_protected, m_prepare, m_goOn}) box->setAccessibleName(box->text());
}

void ContestDialog::follow() {
    for (QSpinBox* box : {m_first, m_count, m_readers, m_givers, m_elements, m_needed, m_hold, m_turns}) connect(box, &QSpinBox::valueChanged, this, &ContestDialog::check);
    for (QCheckBox* box : {m_protected, m_prepare, m_goOn}) connect(box, &QCheckBox::toggled, this, &ContestDialog::check);
    for (QComboBox* box : {m_watches, m_library}) connect(box, &QComboBox::currentIndexChanged, this, &ContestDialog::check);
    for (QLineEdit* line : {m_path, m_text}) connect(line, &QLineEdit::textChanged, this, &ContestDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_ownPath = false;
        takeKind();
    });
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_ownPath = true; });
    connect(m_first, &QSpinBox::valueChanged, this, [this] { m_ownFirst = m_ownFirst || m_first->hasFocus(); });
    connect(&m_bench.feed, &TraceFeed::viewChanged, this, &ContestDialog::check);   // the run may go on behind it
}

/// Only what this recipe can be told is asked for.
void ContestDialog::takeKind() {
    const auto kind = static_cast<RecipeKind>(m_kind->currentIndex());
    const ClusterView& view = *m_bench.feed.view();
    if (!m_ownPath) m_path->setText(usualPath(kind, view));
    if (!m_ownFirst) m_first->setValue(nextClient(m_path->text().toStdString(), view));
    const bool queue = kind == RecipeKind::Queue, service = kind == RecipeKind::Service, config = kind == RecipeKind::Config, barrier = kind == RecipeKind::Barrier;
    m_form->setRowVisible(m_giversLabel, queue || service);
    m_form->setRowVisible(m_elements, queue);
    m_form->setRowVisible(m_watches, kind == RecipeKind::Lock);
    m_form->setRowVisible(m_readers, kind == RecipeKind::ReadWriteLock);
    m_form->setRowVisible(m_needed, kind == RecipeKind::DoubleBarrier);
    m_form->setRowVisible(m_textLabel, config || service || kind == RecipeKind::Group);
    m_form->setRowVisible(m_library, isLock(kind) || queue);
    m_form->setRowVisible(m_protected, isLock(kind));
    m_form->setRowVisible(m_hold, isLock(kind));
    m_form->setRowVisible(m_turnsLabel, isLock(kind) || queue);
    m_form->setRowVisible(m_prepare, barrier || config);
    m_countLabel->setText(isLock(kind) ? tr("Contenders") : kind == RecipeKind::Group ? tr("Members") : tr("Clients"));
    m_giversLabel->setText(queue ? tr("Of these put elements in") : tr("Of these provide it"));
    m_turnsLabel->setText(queue ? tr("Takes of each other") : tr("Turns of each"));
    m_textLabel->setText(config ? tr("Data at first") : service ? tr("Address") : tr("Name"));
    m_text->setText(config ? QStringLiteral("timeout=30") : QString());
    m_text->setPlaceholderText(config ? QString() : service ? tr("each its own host") : tr("each its own"));
    m_prepare->setText(barrier ? tr("the first client puts the barrier up") : tr("the first client makes the znode"));
    m_prepare->setAccessibleName(m_prepare->text());
    m_count->setAccessibleName(m_countLabel->text());
    m_givers->setAccessibleName(m_giversLabel->text());
    m_turns->setAccessibleName(m_turnsLabel->text());
    m_text->setAccessibleName(m_textLabel->text());
    if (service) m_givers->setValue(std::max(1, m_count->value() / 2));
    else if (queue) m_givers->setValue(1);
    check();
    adjustSize();
}

ContestPlan ContestDialog::plan() const {
    ContestPlan p;
    p.kind = static_cast<RecipeKind>(m_kind->currentIndex());
    p.path = m_path->text().trimmed();
    p.first = m_first->value();
    p.count = m_count->value();
    p.naive = m_watches->currentIndex() == 1;
    p.kazoo = m_library->currentIndex() == 1;
    p.isProtected = m_protected->isChecked();
    p.readers = m_readers->value();
    p.givers = m_givers->value();
    p.elements = m_elements->value();
    p.needed = m_needed->value();
    p.holdMs = m_hold->value();
    p.turns = m_turns->value();
    p.prepare = m_prepare->isChecked();
    p.text = m_text->text();
    p.goOn = m_goOn->isChecked();
    return p;
}

void ContestDialog::check() {
    m_count->setMaximum(kMostClients - m_first->value() + 1);
    m_givers->setMaximum(m_count->value());
    m_turns->setEnabled(m_hold->value() > 0 || m_kind->currentIndex() == static_cast<int>(RecipeKind::Queue));
    m_text->setEnabled(m_kind->currentIndex() != static_cast<int>(RecipeKind::Config) || m_prepare->isChecked());
    const ClusterView& view = *m_bench.feed.view();
    const ContestPlan wanted = plan();
    QStringList lines = contestLines(wanted, view);
    if (lines.size() > kShownLines) lines = lines.mid(0, kShownLines) << QStringLiteral("…");
    m_lines->setText(lines.join(QLatin1Char('\n')));
    const QString problem = contestProblem(wanted, view, m_bench.client.scenario());
    m_problem->setText(problem.isEmpty() ? contestWarning(view) : problem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

}  // namespace zab
