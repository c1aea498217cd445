// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hunt_dialog.h"

#include "ui/text/property_words.h"
#include "ui/widgets/chaos_page.h"
#include "ui/widgets/explore_page.h"
#include "ui/widgets/tick_menu.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace zab {
namespace {

constexpr qsizetype kMostNames = 3;   // of rules on a button

/// A sentence is read whole: how high it stands is reckoned with the padding that the style takes from its width.
class SentenceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem narrower = option;
        narrower.rect.setWidth(option.rect.width() - 2 * option.fontMetrics.averageCharWidth());
        return QStyledItemDelegate::sizeHint(narrower, index);
    }
};

template <class E>
EnumSet<E> ticked(const std::vector<QAction*>& actions) {
    EnumSet<E> set;
    for (std::size_t i = 0; i < actions.size(); ++i)
        if (actions[i]->isChecked()) set.add(static_cast<E>(i));
    return set;
}

template <class E>
void tick(const std::vector<QAction*>& actions, EnumSet<E> set) {
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const QSignalBlocker quiet(actions[i]);
        actions[i]->setChecked(set.has(static_cast<E>(i)));
    }
}

Variants& variantsOf(Hunt& hunt) {
    auto* chaos = std::get_if<ChaosOptions>(&hunt);
    return chaos ? chaos->variants : std::get<Exploration>(hunt).script.scenario.ensemble.variants;
}

}  // namespace

HuntDialog::HuntDialog(QWidget* parent)
    : QDialog(parent), m_tabs(new QTabWidget), m_chaos(new ChaosPage), m_explore(new ExplorePage), m_rules(new QPushButton), m_ruleMenu(new TickMenu(this)), m_rulesLabel(new QLabel),
      m_progress(new QLabel), m_end(new QLabel), m_bar(new QProgressBar), m_begin(new QPushButton), m_cancel(new QPushButton), m_coverage(new QPushButton), m_open(new QPushButton),
      m_table(new QTableView) {
    setObjectName(QStringLiteral("hunt"));
    auto* column = new QVBoxLayout(this);
    auto* rules = new QHBoxLayout;
    rules->addWidget(m_rulesLabel);
    rules->addWidget(m_rules, 1);
    column->addLayout(rules);
    m_tabs->addTab(m_chaos, QString());
    m_tabs->addTab(m_explore, QString());
    column->addWidget(m_tabs);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_begin);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_bar, 1);
    column->addLayout(buttons);
    m_progress->setObjectName(QStringLiteral("soft"));
    column->addWidget(m_progress);
    column->addWidget(m_end);
    column->addWidget(m_table, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_coverage);
    bottom->addStretch(1);
    bottom->addWidget(m_open);
    column->addLayout(bottom);
    for (QLabel* label : {m_progress, m_end}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    makeRules();
    connectParts();
    retranslate();
    showReport();
    const QSize room = screen()->availableSize() - QSize(16, 48);   // for the frame
    resize(QSize(fontMetrics().averageCharWidth() * 108, fontMetrics().lineSpacing() * 32).boundedTo(room));
}

void HuntDialog::makeRules() {
    const auto add = [this](QMenu* menu, std::vector<QAction*>& actions, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            QAction* a = actions.emplace_back(menu->addAction(QString()));
            a->setCheckable(true);
            connect(a, &QAction::toggled, this, &HuntDialog::showRules);
        }
    };
    add(m_ruleMenu, m_seals, static_cast<std::size_t>(Seal::Count_));
    m_defectMenu = new TickMenu(m_ruleMenu);
    m_ruleMenu->addMenu(m_defectMenu);
    add(m_defectMenu, m_defects, static_cast<std::size_t>(Defect::Count_));
    m_rules->setMenu(m_ruleMenu);
    m_rules->setProperty("choice", true);
    m_rules->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_rulesLabel->setBuddy(m_rules);
}

void HuntDialog::connectParts() {
    m_table->setModel(&m_findings);
    m_table->setItemDelegateForColumn(FindingModel::Meaning, new SentenceDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);   // sentences are read whole
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_table, &QTableView::resizeRowsToContents);   // a scroll bar takes room too
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_begin->setDefault(true);
    m_bar->setTextVisible(false);
    connect(m_begin, &QPushButton::clicked, this, &HuntDialog::begin);
    connect(m_cancel, &QPushButton::clicked, this, &HuntDialog::cancel);
    connect(m_coverage, &QPushButton::clicked, this, &HuntDialog::showNeverHit);
    connect(m_open, &QPushButton::clicked, this, [this] { openRow(m_table->currentIndex().row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HuntDialog::showReport);
    connect(&m_client, &HuntClient::changed, this, &HuntDialog::showReport);
    connect(&m_client, &HuntClient::ended, this, &HuntDialog::showReport);
}

void HuntDialog::setPage(Page page) { m_tabs->setCurrentIndex(page); }

void HuntDialog::setPresent(const Script& script, const QString& name) { m_explore->setPresent(script, name); }

EnumSet<Seal> HuntDialog::broken() const { return ticked<Seal>(m_seals); }
EnumSet<Defect> HuntDialog::defects() const { return ticked<Defect>(m_defects); }

void HuntDialog::setBroken(EnumSet<Seal> broken) {
    tick(m_seals, broken);
    showRules();
}

void HuntDialog::setDefects(EnumSet<Defect> defects) {
    tick(m_defects, defects);
    showRules();
}

void HuntDialog::showRules() {
    const EnumSet<Seal> off = broken();
    const QStringList names = sealNames(off) + defectNames(defects());
    const QString listed = names.mid(0, kMostNames).join(QStringLiteral(", "));
    m_rules->setText(names.isEmpty() ? tr("none: the protocol as it is") : names.size() <= kMostNames ? listed : tr("%1 and %2 more").arg(listed).arg(names.size() - kMostNames));
    m_rules->setToolTip(names.join(QLatin1Char('\n')));
    m_rules->setAccessibleDescription(names.join(QStringLiteral(", ")));
    m_chaos->setBroken(off);
    m_explore->setBroken(off);
}

void HuntDialog::begin() {
    if (m_client.isOn()) return;
    if (m_tabs->currentIndex() == Chaos) m_hunt = chaosOptions(m_chaos->plan());
    else m_hunt = exploration(m_explore->plan(), m_explore->present());
    if (!addDefects(variantsOf(m_hunt), defects())) {
        m_end->setText(tr("No release of ZooKeeper had all of these defects: take fewer of them."));
        return;
    }
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_client.begin(m_hunt);
}

QString HuntDialog::endText() const { return m_client.isOn() ? QString() : huntEnd(m_hunt, m_client.report(), m_client.seconds(), m_client.shortening()); }

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
    if (chaos && begun && !report.shrinking) {
        m_bar->setRange(0, static_cast<int>(chaos->lastSeed - chaos->firstSeed + 1));
        m_bar->setValue(static_cast<int>(report.counts.runs));
    } else {
        m_bar->setRange(0, on ? 0 : 1);   // how many states there are, and how many attempts it takes, nobody knows before
    }
    m_begin->setEnabled(!on);
    m_cancel->setEnabled(on && !m_client.isCancelling());
    m_tabs->setEnabled(!on);
    m_rules->setEnabled(!on);
    if (m_findings.rowCount() > 0 && !m_table->currentIndex().isValid()) m_table->selectRow(0);   // what is found can be opened at once
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
    const std::string name = (finding.broken.empty() ? std::string(propertyInfo(finding.property).id) : "error") + (finding.seed ? "-seed-" + std::to_string(finding.shownBy ? finding.shownBy : finding.seed) : "") + ".lab";
    auto parsed = parseScript(finding.script, name);
    if (const auto* script = std::get_if<Script>(&parsed)) {
        hide();   // the run is to be seen now; what was found stays
        emit wanted(*script);
    }
    else m_end->setText(QString::fromStdString(std::get<ScriptError>(parsed).text()));
}

void HuntDialog::retranslate() {
    setWindowTitle(tr("Look for a violation"));
    m_tabs->setTabText(Chaos, tr("Chaos"));
    m_tabs->setTabText(Explorer, tr("Explorer"));
    m_rulesLabel->setText(tr("Rules switched off, defects"));
    m_rules->setAccessibleName(m_rulesLabel->text());
    for (std::size_t i = 0; i < m_seals.size(); ++i) {
        m_seals[i]->setText(sealLine(static_cast<Seal>(i)));
        m_seals[i]->setToolTip(sealBroken(static_cast<Seal>(i)));
    }
    m_defectMenu->setTitle(tr("Defects that a release had"));
    for (std::size_t i = 0; i < m_defects.size(); ++i)
        m_defects[i]->setText(tr("with %1: %2").arg(QString::fromStdString(toString(static_cast<Defect>(i))), defectTitle(static_cast<Defect>(i))));
    m_ruleMenu->setToolTipsVisible(true);
    m_chaos->retranslate();
    m_explore->retranslate();
    m_begin->setText(tr("Start"));
    m_cancel->setText(tr("Cancel"));
    m_open->setText(tr("Open the run"));
    m_table->setAccessibleName(tr("Violations found"));
    m_findings.retranslate();
    const auto width = [this](const QString& text) { return m_table->fontMetrics().horizontalAdvance(text) + 24; };
    m_table->setColumnWidth(FindingModel::Name, width(QStringLiteral("sessionMonotonicReads")));
    m_table->setColumnWidth(FindingModel::Where, width(FindingModel::tr("seed %1, smaller run %2").arg(8888).arg(8888)));
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
