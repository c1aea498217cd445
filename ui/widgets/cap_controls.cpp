// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cap_controls.h"

#include "engine/world/command.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/event_text.h"
#include "ui/widgets/cap_setup.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tick_menu.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace zab {
namespace {

constexpr const char* kDefaultPath = "/services/orders";
constexpr int kMostClients = 200;
constexpr int kRoomy = 780;   // where it is narrower, "Cut" has to do without a label before it
constexpr int kSizes[] = {3, 5, 7};

/// A person is writing a number: it is not to change below their hands.
bool isWriting(const QAbstractSpinBox* box) {
    const auto* line = box->findChild<QLineEdit*>();
    return box->hasFocus() && line && line->isModified();
}

template <class Box, class Value>
void put(Box* box, Value value) {
    if (isWriting(box) || box->value() == value) return;
    const QSignalBlocker quiet(box);
    box->setValue(value);
}

}  // namespace

CapControls::CapControls(const Workbench& bench, QWidget* parent) : QWidget(parent), m_bench(bench) {
    build();
    connectAll();
}

void CapControls::build() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const auto number = [] {
        auto* box = new QSpinBox;
        box->setRange(0, kMostClients);
        box->setKeyboardTracking(false);
        return box;
    };
    m_cutLabel = new QLabel;
    m_sides = new QPushButton;
    m_sidesMenu = new TickMenu(this);
    m_sides->setMenu(m_sidesMenu);
    m_sides->setMinimumWidth(72);   // the buttons beside it stay where they are
    m_cutLabel->setBuddy(m_sides);
    m_cut = new QPushButton;
    m_heal = new QPushButton;
    m_providersLabel = new QLabel;
    m_providersLabel->setBuddy(m_providers = number());
    m_consumersLabel = new QLabel;
    m_consumersLabel->setBuddy(m_consumers = number());
    m_intervalLabel = new ElidedLabel;
    m_interval = new QDoubleSpinBox;
    m_interval->setRange(0.1, 60);
    m_interval->setDecimals(1);
    m_interval->setSingleStep(0.5);
    m_interval->setValue(1);
    m_interval->setKeyboardTracking(false);
    m_intervalLabel->setBuddy(m_interval);
    m_servers = new QPushButton;
    m_serversMenu = new QMenu(this);
    m_servers->setMenu(m_serversMenu);
    m_cutLabel->hide();
    for (QWidget* w : std::initializer_list<QWidget*>{m_cutLabel, m_sides, m_cut, m_heal}) row->addWidget(w);
    row->addSpacing(8);
    for (QWidget* w : std::initializer_list<QWidget*>{m_providersLabel, m_providers, m_consumersLabel, m_consumers}) row->addWidget(w);
    for (QWidget* w : std::initializer_list<QWidget*>{m_intervalLabel, m_interval}) row->addWidget(w);
    row->addStretch(1);
    row->addWidget(m_servers);
}

void CapControls::connectAll() {
    connect(m_cut, &QPushButton::clicked, this, &CapControls::cut);
    connect(m_heal, &QPushButton::clicked, this, [this] { m_bench.client.execute(HealAll{}); });
    connect(m_providers, &QSpinBox::valueChanged, this, &CapControls::setProviders);
    connect(m_consumers, &QSpinBox::valueChanged, this, &CapControls::setConsumers);
    connect(m_interval, &QDoubleSpinBox::valueChanged, this, &CapControls::setInterval);
    connect(m_sidesMenu, &QMenu::triggered, this, &CapControls::nameCut);
    for (const int size : kSizes) connect(m_serversMenu->addAction(QString()), &QAction::triggered, this, [this, size] { openBench(size); });
}

// --- what there is --------------------------------------------------------------------------------------------------------------

void CapControls::show(const ClusterView& view) {
    showServers(static_cast<int>(view.servers.size()));
    if (m_bench.feed.waits()) return;   // what was asked for is not in the view yet
    m_provide = providers();
    m_consume = consumers();
    m_newest = 0;
    put(m_providers, static_cast<int>(m_provide.size()));
    put(m_consumers, static_cast<int>(m_consume.size()));
    if (view.cap.lookupEvery.us > 0) put(m_interval, static_cast<double>(view.cap.lookupEvery.us) / 1e6);
}

/// A box for each; of a new ensemble the largest minority is ticked.
void CapControls::showServers(int count) {
    if (m_sidesMenu->actions().size() == count) return;
    m_sidesMenu->clear();
    for (int s = 1; s <= count; ++s) {
        QAction* box = m_sidesMenu->addAction(actorText(ServerId{s}));
        box->setCheckable(true);
        box->setChecked(s <= std::max(1, (count - 1) / 2));
    }
    retranslate();
}

std::vector<ServerId> CapControls::cutOff() const {
    std::vector<ServerId> off;
    const QList<QAction*> boxes = m_sidesMenu->actions();
    for (int i = 0; i < boxes.size(); ++i)
        if (boxes[i]->isChecked()) off.push_back(ServerId{i + 1});
    return off;
}

void CapControls::nameCut() {
    const std::vector<ServerId> off = cutOff();
    QStringList names;
    for (std::size_t i = 0; i < off.size();) {   // three in a row and more are a range
        std::size_t end = i + 1;
        while (end < off.size() && off[end].value == off[end - 1].value + 1) ++end;
        if (end - i > 2) names << tr("%1 to %2").arg(actorText(off[i]), actorText(off[end - 1]));
        else
            for (std::size_t k = i; k < end; ++k) names << actorText(off[k]);
        i = end;
    }
    const bool two = !off.empty() && static_cast<int>(off.size()) < m_sidesMenu->actions().size();
    m_sides->setText(names.isEmpty() ? tr("nobody") : names.join(QLatin1Char(' ')));
    m_sides->setAccessibleName(tr("Servers that are cut off from the others: %1").arg(m_sides->text()));
    m_cut->setEnabled(two);
}

std::string CapControls::path() const {
    const CapView& cap = m_bench.feed.view()->cap;
    return cap.paths.empty() ? kDefaultPath : cap.paths.front();
}

SimTime CapControls::interval() const { return SimTime{static_cast<std::int64_t>(m_interval->value() * 1e6 + 0.5)}; }

std::vector<ClientId> CapControls::providers() const {
    std::vector<ClientId> all;
    for (const CapClientView& c : m_bench.feed.view()->cap.clients)
        if (!c.provides.empty()) all.push_back(c.id);
    return all;
}

std::vector<ClientId> CapControls::consumers() const {
    std::vector<ClientId> all;
    for (const CapClientView& c : m_bench.feed.view()->cap.clients)
        if (c.every.us > 0) all.push_back(c.id);
    return all;
}

// --- what the lecturer does -----------------------------------------------------------------------------------------------------

void CapControls::cut() {
    Partition p{{cutOff(), {}}};
    for (const ServerView& s : m_bench.feed.view()->servers)
        if (std::find(p.sides[0].begin(), p.sides[0].end(), s.id) == p.sides[0].end()) p.sides[1].push_back(s.id);
    m_bench.client.execute(HealAll{});
    m_bench.client.execute(p);
}

/// 0: there are as many as there can be. It stands at one end of the row of servers or at the other, in turn: some are on each side of a cut.
ClientId CapControls::newClient() {
    for (const ClientView& c : m_bench.feed.view()->clients) m_newest = std::max(m_newest, c.id.value);
    return m_newest < kMostClients ? ClientId{++m_newest} : ClientId{};
}

void CapControls::setProviders(int wanted) {
    const int servers = static_cast<int>(m_bench.feed.view()->servers.size());
    while (static_cast<int>(m_provide.size()) < wanted && servers > 0) {
        const ClientId c = newClient();
        if (!c) return;
        const ServerId at = capPlace(static_cast<int>(m_provide.size()), servers);
        m_bench.client.execute(StandAt{c, at});
        m_bench.client.execute(ConnectClient{c, at, {}});
        RecipeOptions options;
        options.kind = RecipeKind::Service;
        options.role = RecipeRole::Provide;
        options.path = path();
        options.data = "host" + std::to_string(c.value) + ":80";
        m_bench.client.execute(StartRecipe{c, options, {}});
        m_provide.push_back(c);
    }
    for (; static_cast<int>(m_provide.size()) > wanted; m_provide.pop_back()) leave(m_provide.back(), true);
}

void CapControls::setConsumers(int wanted) {
    const int servers = static_cast<int>(m_bench.feed.view()->servers.size());
    while (static_cast<int>(m_consume.size()) < wanted && servers > 0) {
        const ClientId c = newClient();
        if (!c) return;
        const ServerId at = capPlace(static_cast<int>(m_consume.size()), servers);
        m_bench.client.execute(StandAt{c, at});
        m_bench.client.execute(ConnectClient{c, at, {}});
        m_bench.client.execute(LookupService{c, path(), interval()});
        m_consume.push_back(c);
    }
    for (; static_cast<int>(m_consume.size()) > wanted; m_consume.pop_back()) leave(m_consume.back(), false);
}

/// It ends the one thing; who does nothing else closes its session, and goes from where it stands.
void CapControls::leave(ClientId client, bool provider) {
    const std::vector<ClientId>& others = provider ? m_consume : m_provide;
    const bool stays = std::find(others.begin(), others.end(), client) != others.end();
    const ClusterView& view = *m_bench.feed.view();
    const auto it = std::find_if(view.clients.begin(), view.clients.end(), [&](const ClientView& c) { return c.id == client; });
    if (!provider) m_bench.client.execute(LookupService{client, path(), SimTime{0}});
    // Without a session nothing can be given back: Eureka would keep the lease until it expires.
    if (it != view.clients.end() && it->expired && (provider || !stays)) m_bench.client.execute(ConnectClient{client, it->at, {}});
    if (provider && stays) m_bench.client.execute(LeaveRecipe{client, RecipeEnd::Leave, path(), {}});
    if (stays) return;
    m_bench.client.execute(CloseClient{client, {}});
    m_bench.client.execute(StandAt{client, {}});
}

void CapControls::setInterval() {
    for (const ClientId c : m_consume) m_bench.client.execute(LookupService{c, path(), interval()});
}

void CapControls::openBench(int servers) {
    // As many clients as there are; where there is none yet, one on each side.
    const auto kept = [](const std::vector<ClientId>& all) { return all.empty() ? 2 : std::min(static_cast<int>(all.size()), kMostClients / 2); };
    auto parsed = parseScript(capScript({servers, kept(m_provide), kept(m_consume), interval()}), "bench.lab");
    if (auto* script = std::get_if<Script>(&parsed)) emit benchWanted(*script);
}

void CapControls::resizeEvent(QResizeEvent* event) {
    m_cutLabel->setVisible(event->size().width() >= kRoomy);   // hidden at first: it must not demand what it is to give up
    QWidget::resizeEvent(event);
}

// --- words ----------------------------------------------------------------------------------------------------------------------

void CapControls::retranslate() {
    m_cutLabel->setText(tr("Cut off"));
    m_cut->setText(tr("Cut"));
    m_heal->setText(tr("Heal"));
    m_sides->setToolTip(tr("Tick the servers that are cut off from the others"));
    m_providersLabel->setText(tr("Providers"));
    m_consumersLabel->setText(tr("Consumers"));
    m_intervalLabel->setText(tr("Lookups every"));
    m_interval->setSuffix(tr(" s"));
    m_providers->setToolTip(tr("So many clients provide the service. New ones stand at both ends of the row of servers in turn; the newest leave first."));
    m_consumers->setToolTip(tr("So many clients look it up. New ones stand at both ends of the row of servers in turn; the newest leave first."));
    m_interval->setToolTip(tr("How often every consumer asks all registries"));
    m_providers->setAccessibleName(m_providersLabel->text());
    m_consumers->setAccessibleName(m_consumersLabel->text());
    m_interval->setAccessibleName(m_intervalLabel->text());
    for (std::size_t i = 0; i < std::size(kSizes); ++i) m_serversMenu->actions()[static_cast<qsizetype>(i)]->setText(tr("New run with %1 servers").arg(kSizes[i]));
    m_servers->setText(tr("%1 servers").arg(m_sidesMenu->actions().size()));
    m_servers->setToolTip(tr("A new run of the bench with an ensemble of another size"));
    m_servers->setAccessibleDescription(m_servers->toolTip());
    nameCut();
}

}  // namespace zab
