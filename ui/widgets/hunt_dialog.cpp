// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hunt_dialog.h"

#include "ui/text/property_words.h"
#include "ui/widgets/seal_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <iterator>

namespace zab {
namespace {

constexpr int kMostSeed = 1'000'000'000, kMostThousands = 1'000'000;
constexpr int kFewest = 3;            // servers that chaos plays with
constexpr qsizetype kMostNames = 3;   // of rules on a button

QLabel* soft() {
    auto* label = new QLabel;
    label->setObjectName(QStringLiteral("soft"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

}  // namespace

HuntDialog::HuntDialog(QWidget* parent)
    : QDialog(parent), m_tabs(new QTabWidget), m_rules(new QPushButton), m_ruleMenu(new QMenu(this)), m_all(new QCheckBox), m_base(new QComboBox), m_order(new QComboBox),
      m_rulesLabel(new QLabel), m_baseLabel(new QLabel), m_orderLabel(new QLabel), m_chaosHint(soft()), m_exploreHint(soft()), m_progress(soft()), m_end(new QLabel),
      m_bar(new QProgressBar), m_begin(new QPushButton), m_cancel(new QPushButton), m_coverage(new QPushButton), m_open(new QPushButton), m_table(new QTableView) {
    setObjectName(QStringLiteral("hunt"));
    auto* column = new QVBoxLayout(this);
    auto* rules = new QHBoxLayout;
    rules->addWidget(m_rulesLabel);
    rules->addWidget(m_rules, 1);
    column->addLayout(rules);
    m_tabs->addTab(makeChaos(), QString());
    m_tabs->addTab(makeExplorer(), QString());
    column->addWidget(m_tabs);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_begin);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_bar, 1);
    column->addLayout(buttons);
    column->addWidget(m_progress);
    m_end->setWordWrap(true);
    m_end->setTextFormat(Qt::PlainText);
    column->addWidget(m_end);
    column->addWidget(m_table, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_coverage);
    bottom->addStretch(1);
    bottom->addWidget(m_open);
    column->addLayout(bottom);
    makeRules();
    connectParts();
    retranslate();
    showReport();
    resize(fontMetrics().averageCharWidth() * 108, fontMetrics().lineSpacing() * 32);
}

QSpinBox* HuntDialog::number(QGridLayout& grid, int row, int column, int from, int to, int value) {
    auto* name = new QLabel;
    auto* box = new QSpinBox;
    box->setRange(from, to);
    box->setValue(value);
    name->setBuddy(box);
    m_names.push_back(name);
    grid.addWidget(name, row, 2 * column);
    grid.addWidget(box, row, 2 * column + 1);
    return box;
}

QWidget* HuntDialog::makeChaos() {
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->addWidget(m_chaosHint, 0, 0, 1, 8);
    const ChaosPlan usual;
    m_first = number(*grid, 1, 0, 1, kMostSeed, static_cast<int>(usual.firstSeed));
    m_last = number(*grid, 1, 1, 1, kMostSeed, static_cast<int>(usual.lastSeed));
    m_chaosServers = number(*grid, 1, 2, kFewest - 1, 9, kFewest - 1);   // the least number of each stands for: drawn
    m_seconds = number(*grid, 1, 3, 0, 3600, usual.seconds);
    grid->addWidget(m_all, 2, 0, 1, 6);
    m_operations = number(*grid, 2, 3, 0, 1000, usual.operations);
    grid->setRowStretch(3, 1);
    for (const int c : {1, 3, 5, 7}) grid->setColumnStretch(c, 1);
    return page;
}

QWidget* HuntDialog::makeExplorer() {
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->addWidget(m_exploreHint, 0, 0, 1, 8);
    grid->addWidget(m_baseLabel, 1, 0);
    grid->addWidget(m_base, 1, 1, 1, 5);
    m_servers = number(*grid, 1, 3, 2, 5, 3);
    const char* const budgets[] = {"writes", "reads", "crashes", "restarts", "timeouts", "cuts", "heals", "drops"};
    for (int i = 0; i < 8; ++i) m_budgets[budgets[i]] = number(*grid, 2 + i / 4, i % 4, 0, ExploreBudgets::kMost, 0);
    grid->addWidget(m_orderLabel, 4, 0);
    grid->addWidget(m_order, 4, 1, 1, 3);
    m_budgets["elections"] = number(*grid, 4, 2, -1, ExploreBudgets::kMost, 1);
    m_thousands = number(*grid, 4, 3, 1, kMostThousands, 1);
    for (QComboBox* box : {m_base, m_order}) box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setExplore(usualExplore({}));
    for (const int c : {1, 3, 5, 7}) grid->setColumnStretch(c, 1);
    return page;
}

void HuntDialog::makeRules() {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Seal::Count_); ++i) {
        QAction* a = m_ruleMenu->addAction(QString());
        a->setCheckable(true);
        connect(a, &QAction::toggled, this, &HuntDialog::followRules);
    }
    m_rules->setMenu(m_ruleMenu);
    m_rules->setProperty("choice", true);
    m_rules->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_rulesLabel->setBuddy(m_rules);
}

void HuntDialog::connectParts() {
    m_table->setModel(&m_findings);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);   // sentences are read whole
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_begin->setDefault(true);
    m_bar->setTextVisible(false);
    connect(m_begin, &QPushButton::clicked, this, &HuntDialog::begin);
    connect(m_cancel, &QPushButton::clicked, this, &HuntDialog::cancel);
    connect(m_coverage, &QPushButton::clicked, this, &HuntDialog::showNeverHit);
    connect(m_chaosServers, &QSpinBox::valueChanged, this, &HuntDialog::showHints);
    connect(m_open, &QPushButton::clicked, this, [this] { openRow(m_table->currentIndex().row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HuntDialog::showReport);
    connect(m_base, &QComboBox::currentIndexChanged, this, &HuntDialog::followBase);
    connect(&m_client, &HuntClient::changed, this, &HuntDialog::showReport);
    connect(&m_client, &HuntClient::ended, this, [this] {
        showReport();
        if (m_findings.rowCount() > 0 && !m_table->currentIndex().isValid()) m_table->selectRow(0);
    });
}

int HuntDialog::servers() const { return m_chaosServers->value() < kFewest ? 0 : m_chaosServers->value(); }

ChaosPlan HuntDialog::chaosPlan() const {
    return {static_cast<std::uint64_t>(m_first->value()), static_cast<std::uint64_t>(m_last->value()), servers(), m_seconds->value(), m_operations->value(), broken(), !m_all->isChecked()};
}

ExplorePlan HuntDialog::explorePlan() const {
    ExploreBudgets b;
    for (const auto& [name, value] : kExploreBudgets) b.*value = m_budgets.at(name)->value();
    return {m_base->currentIndex() == 1, m_servers->value(), broken(), b, m_order->currentIndex() == 1, m_thousands->value()};
}

void HuntDialog::setExplore(const ExplorePlan& plan) {
    m_servers->setValue(plan.servers);
    for (const auto& [name, value] : kExploreBudgets) m_budgets.at(name)->setValue(plan.budgets.*value);
    m_thousands->setValue(plan.thousands);
}

/// The numbers go with the rules until somebody has changed them.
void HuntDialog::followRules() {
    const EnumSet<Seal> now = broken();
    ExplorePlan untouched = usualExplore(m_followed);
    untouched.broken = now;
    if (explorePlan() == untouched) setExplore(usualExplore(now));
    m_followed = now;
    showRules();
}

void HuntDialog::setPage(Page page) { m_tabs->setCurrentIndex(page); }

void HuntDialog::setPresent(const Script& script, const QString& name) {
    m_present = script;
    m_presentName = name;
    retranslate();
    followBase();
}

void HuntDialog::followBase() {
    const bool present = m_base->currentIndex() == 1;
    m_servers->setEnabled(!present);
    if (!present || !m_present.scenario.explore) return;
    for (const auto& [name, value] : kExploreBudgets) m_budgets.at(name)->setValue(*m_present.scenario.explore.*value);
}

EnumSet<Seal> HuntDialog::broken() const {
    EnumSet<Seal> broken;
    const QList<QAction*> actions = m_ruleMenu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        if (actions[i]->isChecked()) broken.add(static_cast<Seal>(i));
    return broken;
}

void HuntDialog::setBroken(EnumSet<Seal> broken) {
    const QList<QAction*> actions = m_ruleMenu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const QSignalBlocker quiet(actions[i]);
        actions[i]->setChecked(broken.has(static_cast<Seal>(i)));
    }
    followRules();
}

void HuntDialog::showRules() {
    const EnumSet<Seal> off = broken();
    const QStringList names = sealNames(off);
    const QString listed = names.mid(0, kMostNames).join(QStringLiteral(", "));
    m_rules->setText(names.isEmpty() ? tr("none: the protocol as it is") : names.size() <= kMostNames ? listed : tr("%1 and %2 more").arg(listed).arg(names.size() - kMostNames));
    m_rules->setToolTip(names.join(QLatin1Char('\n')));
    m_rules->setAccessibleDescription(names.join(QStringLiteral(", ")));
    showHints();
}

void HuntDialog::showHints() {
    const auto hint = [](QLabel* label, const QString& what, const QString& advice) { label->setText(advice.isEmpty() ? what : what + QLatin1Char('\n') + advice); };
    hint(m_chaosHint, tr("Each seed is a run in which anything breaks: packets, links, servers, disks, clocks. In the end a quorum is healed and has to come back."),
         chaosAdvice(broken(), servers()));
    hint(m_exploreHint, tr("Every order in which the inputs of a small ensemble can come, and on each way so many of these faults as well."), exploreAdvice(broken()));
}

void HuntDialog::begin() {
    if (m_client.isOn()) return;
    if (m_tabs->currentIndex() == Chaos) m_hunt = chaosOptions(chaosPlan());
    else m_hunt = exploration(explorePlan(), m_present);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_client.begin(m_hunt);
}

QString HuntDialog::endText() const { return m_client.isOn() ? QString() : huntEnd(m_hunt, m_client.report(), m_client.seconds()); }

void HuntDialog::cancel() { m_client.cancel(); }

void HuntDialog::showReport() {
    const HuntReport& report = m_client.report();
    const bool on = m_client.isOn(), begun = on || report.end != HuntReport::End::Running;
    m_findings.setFindings(report.findings);
    m_progress->setText(begun ? huntProgress(m_hunt, report, m_client.seconds()) : QString());
    m_end->setText(m_client.isCancelling() ? tr("It is being cancelled…") : endText());
    const QString covered = on ? QString() : huntCoverage(report);
    m_coverage->setText(covered);
    m_coverage->setVisible(!covered.isEmpty());
    const auto* chaos = std::get_if<ChaosOptions>(&m_hunt);
    if (chaos && begun) {
        m_bar->setRange(0, static_cast<int>(chaos->lastSeed - chaos->firstSeed + 1));
        m_bar->setValue(static_cast<int>(report.counts.runs));
    } else {
        m_bar->setRange(0, on ? 0 : 1);   // how many states there are, nobody knows before
    }
    m_begin->setEnabled(!on);
    m_cancel->setEnabled(on && !m_client.isCancelling());
    m_tabs->setEnabled(!on);
    m_rules->setEnabled(!on);
    m_open->setEnabled(m_table->currentIndex().isValid());
}

void HuntDialog::showNeverHit() {
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rules that have decided nothing"));
    auto* list = new QPlainTextEdit(rulesNeverHit(m_client.report()).join(QLatin1Char('\n')));
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setAccessibleName(dialog->windowTitle());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(list);
    column->addWidget(buttons);
    dialog->resize(width(), height() * 3 / 4);
    dialog->open();
}

void HuntDialog::openRow(int row) {
    if (row < 0 || row >= m_findings.rowCount()) return;
    const Finding& finding = m_findings.findings()[static_cast<std::size_t>(row)];
    const std::string name = (finding.broken.empty() ? std::string(propertyInfo(finding.property).id) : "error") + (finding.seed ? "-seed-" + std::to_string(finding.seed) : "") + ".lab";
    auto parsed = parseScript(finding.script, name);
    if (const auto* script = std::get_if<Script>(&parsed)) {
        hide();   // the run is to be seen now; what was found stays
        emit wanted(*script);
    }
    else m_end->setText(QString::fromStdString(std::get<ScriptError>(parsed).text()));
}

void HuntDialog::nameNumbers() {
    const std::pair<QString, QString> names[] = {
        {tr("Seeds from"), tr("A seed is one run, and always the same one.")},
        {tr("to"), tr("The last seed")},
        {tr("Servers"), tr("How many servers the ensemble has")},
        {tr("Seconds each"), tr("Virtual seconds of faults, before a quorum is healed")},
        {tr("Requests per second"), tr("What all clients together ask for in a virtual second")},
        {tr("Servers"), tr("How many servers the ensemble has; each one more makes the search many times larger")},
        {tr("Writes"), tr("How many znodes the clients create on a way")},
        {tr("Reads"), tr("How often a client asks for the children of the root on a way")},
        {tr("Crashes"), tr("How many servers crash on a way, with and without losing what is not on disk yet")},
        {tr("Restarts"), tr("How many crashed servers start again on a way")},
        {tr("Timeouts"), tr("How many timers run out on a way that are not part of every election, such as that of a ping")},
        {tr("Cuts"), tr("How many links, or servers, are cut off on a way")},
        {tr("Heals"), tr("How often all that is cut is joined again on a way")},
        {tr("Drops"), tr("How many packets are lost on a way, and their connections with them")},
        {tr("Leaders"), tr("How many leaders are elected on a way at most; elections make the search many times larger")},
        {tr("Thousand states"), tr("After so many different states the search ends, even if there are more")}};
    for (std::size_t i = 0; i < m_names.size() && i < std::size(names); ++i) {
        m_names[i]->setText(names[i].first);
        for (QWidget* w : {static_cast<QWidget*>(m_names[i]), m_names[i]->buddy()}) w->setToolTip(names[i].second);
        m_names[i]->buddy()->setAccessibleName(names[i].first);
        m_names[i]->buddy()->setAccessibleDescription(names[i].second);
    }
}

void HuntDialog::retranslate() {
    setWindowTitle(tr("Look for a violation"));
    m_tabs->setTabText(Chaos, tr("Chaos"));
    m_tabs->setTabText(Explorer, tr("Explorer"));
    m_rulesLabel->setText(tr("Rules switched off"));
    m_rules->setAccessibleName(m_rulesLabel->text());
    const QList<QAction*> actions = m_ruleMenu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const auto seal = static_cast<Seal>(i);
        actions[i]->setText(sealLine(seal));
        actions[i]->setToolTip(sealBroken(seal));
    }
    m_ruleMenu->setToolTipsVisible(true);
    m_all->setText(tr("Go on after the first finding"));
    const int base = std::max(0, m_base->currentIndex()), order = std::max(0, m_order->currentIndex());
    m_base->clear();
    m_base->addItem(tr("a fresh ensemble with a leader and a client"));
    if (!m_present.statements.empty()) m_base->addItem(tr("the scenario of the present run, played first: %1").arg(m_presentName));
    m_base->setCurrentIndex(std::min(base, m_base->count() - 1));
    m_order->clear();
    m_order->addItems({tr("breadth first: the shortest violation"), tr("depth first: some violation, sooner")});
    m_order->setCurrentIndex(order);
    m_baseLabel->setText(tr("Begin with"));
    m_orderLabel->setText(tr("Order"));
    m_base->setAccessibleName(m_baseLabel->text());
    m_order->setAccessibleName(m_orderLabel->text());
    nameNumbers();
    m_budgets.at("elections")->setSpecialValueText(tr("any number"));
    m_chaosServers->setSpecialValueText(tr("3 to 5"));
    m_seconds->setSpecialValueText(tr("up to 30"));
    m_operations->setSpecialValueText(tr("up to 100"));
    m_begin->setText(tr("Start"));
    m_cancel->setText(tr("Cancel"));
    m_open->setText(tr("Open the run"));
    m_table->setAccessibleName(tr("Violations found"));
    m_findings.retranslate();
    const auto width = [this](const QString& text) { return m_table->fontMetrics().horizontalAdvance(text) + 24; };
    m_table->setColumnWidth(FindingModel::Name, width(QStringLiteral("sessionMonotonicReads")));
    m_table->setColumnWidth(FindingModel::Where, width(FindingModel::tr("seed %1").arg(88888888)));
    m_table->setColumnWidth(FindingModel::Length, width(FindingModel::tr("Lines of the run")));
    showRules();
}

void HuntDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showReport();
    }
    QDialog::changeEvent(event);
}

}  // namespace zab
