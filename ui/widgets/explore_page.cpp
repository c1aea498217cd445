// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explore_page.h"

#include "ui/widgets/number_grid.h"

#include <QComboBox>

namespace zab {
namespace {

constexpr int kMostThousands = 1'000'000, kMostServers = 5;
constexpr int kColumns = 4;

}  // namespace

ExplorePage::ExplorePage(QWidget* parent) : QWidget(parent), m_baseLabel(new QLabel), m_orderLabel(new QLabel), m_base(new QComboBox), m_order(new QComboBox) {
    auto* grid = new NumberGrid(this);
    m_hint = grid->addHint(kColumns);
    grid->addWidget(m_baseLabel, 1, 0);
    grid->addWidget(m_base, 1, 1, 1, 5);
    m_servers = grid->add(1, 3, 2, kMostServers, 3);
    const char* const budgets[] = {"writes", "reads", "crashes", "restarts", "timeouts", "cuts", "heals", "drops"};
    for (int i = 0; i < 8; ++i) m_budgets[budgets[i]] = grid->add(2 + i / kColumns, i % kColumns, 0, ExploreBudgets::kMost, 0);
    grid->addWidget(m_orderLabel, 4, 0);
    grid->addWidget(m_order, 4, 1, 1, 3);
    m_budgets["elections"] = grid->add(4, 2, -1, ExploreBudgets::kMost, 1);
    m_thousands = grid->add(4, 3, 1, kMostThousands, 1);
    for (QComboBox* box : {m_base, m_order}) box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setNumbers(usualExplore({}));
    connect(m_base, &QComboBox::currentIndexChanged, this, &ExplorePage::followBase);
    retranslate();
}

ExplorePlan ExplorePage::plan() const {
    ExploreBudgets b;
    for (const auto& [name, value] : kExploreBudgets) b.*value = m_budgets.at(name)->value();
    return {static_cast<ExplorePlan::Begin>(m_base->currentIndex()), m_servers->value(), m_broken, b, m_order->currentIndex() == 1, m_thousands->value()};
}

void ExplorePage::setNumbers(const ExplorePlan& plan) {
    m_base->setCurrentIndex(static_cast<int>(plan.begin));
    m_servers->setValue(plan.servers);
    for (const auto& [name, value] : kExploreBudgets) m_budgets.at(name)->setValue(plan.budgets.*value);
    m_thousands->setValue(plan.thousands);
}

void ExplorePage::setBroken(EnumSet<Seal> broken) {
    if (plan() == usualExplore(m_broken)) setNumbers(usualExplore(broken));
    m_broken = broken;
    showHint();
}

void ExplorePage::setPresent(const Script& script, const QString& name) {
    m_present = script;
    m_presentName = name;
    retranslate();
    followBase();
}

/// What a script says itself of how it is to be explored.
void ExplorePage::followBase() {
    const bool present = m_base->currentIndex() == static_cast<int>(ExplorePlan::Begin::Present);
    m_servers->setEnabled(!present);
    if (!present || !m_present.scenario.explore) return;
    for (const auto& [name, value] : kExploreBudgets) m_budgets.at(name)->setValue(*m_present.scenario.explore.*value);
}

void ExplorePage::showHint() {
    m_hint->setText(withAdvice(tr("Every order in which the inputs of a small ensemble can come, and on each way so many of these faults as well."), exploreAdvice(m_broken)));
}

void ExplorePage::retranslate() {
    m_baseLabel->setText(tr("Begin with"));
    m_orderLabel->setText(tr("Order"));
    m_base->setAccessibleName(m_baseLabel->text());
    m_order->setAccessibleName(m_orderLabel->text());
    const QSignalBlocker quiet(m_base);   // the numbers that somebody has written stay
    const int base = std::max(0, m_base->currentIndex()), order = std::max(0, m_order->currentIndex());
    m_base->clear();
    m_base->addItems({tr("a fresh ensemble with a leader and a client"), tr("the same, and one server is still down")});   // in the order of Begin
    if (!m_present.statements.empty()) m_base->addItem(tr("the scenario of the present run, played first: %1").arg(m_presentName));
    m_base->setCurrentIndex(std::min(base, m_base->count() - 1));
    m_order->clear();
    m_order->addItems({tr("breadth first: the shortest violation"), tr("depth first: some violation, sooner")});
    m_order->setCurrentIndex(order);
    const auto name = [this](const char* budget, const QString& text, const QString& meaning) { NumberGrid::setName(m_budgets.at(budget), text, meaning); };
    NumberGrid::setName(m_servers, tr("Servers"), tr("How many servers the ensemble has; each one more makes the search many times larger"));
    name("writes", tr("Writes"), tr("How many znodes the clients create on a way"));
    name("reads", tr("Reads"), tr("How often a client asks for the children of the root on a way"));
    name("crashes", tr("Crashes"), tr("How many servers crash on a way, with and without losing what is not on disk yet"));
    name("restarts", tr("Restarts"), tr("How many crashed servers start again on a way"));
    name("timeouts", tr("Timeouts"), tr("How many timers run out on a way that are not part of every election, such as that of a ping"));
    name("cuts", tr("Cuts"), tr("How many links, or servers, are cut off on a way"));
    name("heals", tr("Heals"), tr("How often all that is cut is joined again on a way"));
    name("drops", tr("Drops"), tr("How many packets are lost on a way, and their connections with them"));
    name("elections", tr("Leaders"), tr("How many leaders are elected on a way at most; elections make the search many times larger"));
    NumberGrid::setName(m_thousands, tr("Thousand states"), tr("After so many different states the search ends, even if there are more"));
    m_budgets.at("elections")->setSpecialValueText(tr("any number"));
    showHint();
}

}  // namespace zab
