// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/event_panel.h"

#include "ui/bridge/trace_feed.h"
#include "ui/widgets/appearance.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace zab {
namespace {

/// Noise is faint; a lamp in the colour of the packet or state stands before the words.
class EventDelegate : public QStyledItemDelegate {
public:
    EventDelegate(const EventPanel& panel, const Workbench& bench, QObject* parent) : QStyledItemDelegate(parent), m_panel(panel), m_bench(bench) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem o = option;
        const Theme& theme = m_bench.appearance.theme();
        if (index.data(EventListModel::NoiseRole).toBool()) o.palette.setColor(QPalette::Text, theme.color(Ink::TextSoft));
        if (index.column() != EventListModel::What) return QStyledItemDelegate::paint(painter, o, index);
        const QRect lamp(option.rect.left() + 4, option.rect.center().y() - 3, 7, 7);
        if (option.state & QStyle::State_Selected) painter->fillRect(option.rect, theme.color(Ink::Highlight));
        o.rect.adjust(14, 0, 0, 0);
        QStyledItemDelegate::paint(painter, o, index);
        const EventId id = index.data(EventListModel::EventRole).toLongLong();
        if (id >= m_bench.feed.trace().size()) return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(lampColor(m_bench.feed.trace().at(id), theme));
        painter->drawEllipse(lamp);
        painter->restore();
    }

private:
    static QColor lampColor(const Event& e, const Theme& theme) {
        using K = EventKind;
        switch (e.kind) {
            case K::ServerCrashed: case K::ServerExited: case K::ServerRefused: case K::ServerFrozen: case K::LinkCut: case K::PacketLost:
            case K::QuorumLost: case K::Violation: case K::SessionExpired: case K::ClientSessionExpired: case K::ClientFrozen: case K::RecipeLost:
            case K::ClientRefused: case K::ConnectionClosed: return theme.color(Ink::Down);
            case K::LeaderElected: case K::LeaderEstablished: case K::Committed: case K::TxnApplied: case K::AckCounted: case K::ServerServing:
            case K::FsyncDone: case K::RecipeAcquired: return theme.color(Ink::Leading);
            case K::RoundStarted: case K::RoundJumped: case K::VoteChanged: case K::VoteRecorded: case K::VoteTallied: return theme.color(Ink::Vote);
            case K::ProposalMade: case K::LogAppended: case K::FsyncStarted: return theme.color(Ink::Proposal);
            case K::EpochDecided: case K::EpochAcked: case K::SyncPlanned: case K::NewLeaderAccepted: case K::PhaseChanged:
            case K::AcceptedEpochWritten: case K::CurrentEpochWritten: return theme.color(Ink::Sync);
            default: break;
        }
        if (e.message != MessageType::None) return theme.packet(e.message);
        return theme.color(Ink::LineStrong);
    }

    const EventPanel& m_panel;
    Workbench m_bench;
};

}  // namespace

EventPanel::EventPanel(const Workbench& bench, QWidget* parent)
    : Card(parent), m_bench(bench), m_model(bench.feed.trace()), m_table(new QTableView), m_topic(new QComboBox), m_server(new QComboBox),
      m_noise(new QCheckBox), m_count(new QLabel) {
    build();
    connectFeed();
    m_model.setFilter(bench.lens.filter());
    retranslate();
}

void EventPanel::build() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_topic);
    row->addWidget(m_server);
    row->addWidget(m_noise);
    row->addStretch(1);
    m_count->setObjectName(QStringLiteral("soft"));
    row->addWidget(m_count);
    column()->addLayout(row);
    column()->addWidget(m_table, 1);

    m_table->setModel(&m_model);
    m_table->setItemDelegate(new EventDelegate(*this, m_bench, this));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 7);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(EventListModel::Time, m_table->fontMetrics().horizontalAdvance(QStringLiteral("000.000 000 s")) + 18);
    header->resizeSection(EventListModel::Where, m_table->fontMetrics().horizontalAdvance(QStringLiteral("the lab")) + 18);
    m_table->setMinimumHeight(60);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        // Only a person's choice: rows that vanish by stepping back move the current row by themselves.
        if (current.isValid() && m_table->hasFocus()) m_bench.lens.select(Selection::ofEvent(m_model.eventAt(current.row())));
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { m_bench.lens.select(Selection::ofEvent(m_model.eventAt(index.row()))); });
    // Whoever scrolls up reads; whoever is back at the end, by whatever means, follows again.
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        m_following = value >= m_table->verticalScrollBar()->maximum() - 2;
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_following) m_table->scrollToBottom();   // also when only the room has changed
    });
    connect(m_topic, &QComboBox::activated, this, &EventPanel::filterByControls);
    connect(m_server, &QComboBox::activated, this, &EventPanel::filterByControls);
    connect(m_noise, &QCheckBox::clicked, this, &EventPanel::filterByControls);
}

void EventPanel::connectFeed() {
    connect(&m_bench.feed, &TraceFeed::traceCleared, this, [this] {
        m_model.clear();
        m_following = true;   // another run
    });
    connect(&m_bench.feed, &TraceFeed::eventsUndone, &m_model, &EventListModel::undo);
    connect(&m_bench.feed, &TraceFeed::eventsAppended, &m_model, &EventListModel::append);
    connect(&m_bench.feed, &TraceFeed::batchArrived, this, [this] {
        fillServers();
        followNewest();
        showCount();
    });
    connect(&m_bench.lens, &Lens::changed, this, [this](Lens::Changes what) {
        if (what & Lens::FilterChange) showFilter();
        if (what & Lens::SelectionChange) showSelection();
    });
}

void EventPanel::filterByControls() {
    EventFilter filter;
    filter.topic = static_cast<EventFilter::Topic>(std::max(0, m_topic->currentIndex()));
    filter.server = ServerId{std::max(0, m_server->currentIndex())};
    filter.hideNoise = !m_noise->isChecked();
    m_bench.lens.setFilter(filter);
}

void EventPanel::showFilter() {
    const EventFilter& filter = m_bench.lens.filter();
    m_model.setFilter(filter);
    m_topic->setCurrentIndex(static_cast<int>(filter.topic));
    m_server->setCurrentIndex(filter.server.value);
    m_noise->setChecked(!filter.hideNoise);
    m_following = true;
    followNewest();
    showCount();
}

void EventPanel::showSelection() {
    const Selection& s = m_bench.lens.selection();
    if (s.kind != Selection::Kind::Event) return;
    const int row = m_model.rowOf(s.event);
    if (row < 0 || m_model.eventAt(row) != s.event) return;
    m_table->selectRow(row);
    m_table->scrollTo(m_model.index(row, 0));
    m_following = row >= m_model.rowCount() - 1;
}

void EventPanel::followNewest() {
    if (m_following && isVisible()) m_table->scrollToBottom();
}

void EventPanel::showCount() {
    const QLocale locale(m_bench.appearance.language());
    m_count->setText(tr("%1 of %2 events").arg(locale.toString(m_model.rowCount()), locale.toString(static_cast<qlonglong>(m_bench.feed.trace().size()))));
}

void EventPanel::fillServers() {
    const int servers = static_cast<int>(m_bench.feed.view()->servers.size());
    if (servers == m_servers) return;
    m_servers = servers;
    m_server->clear();
    m_server->addItem(tr("all servers"));
    for (int s = 1; s <= servers; ++s) m_server->addItem(QStringLiteral("S%1").arg(s));
    EventFilter filter = m_bench.lens.filter();
    if (filter.server.value > servers) filter.server = {};
    m_server->setCurrentIndex(filter.server.value);
    m_bench.lens.setFilter(filter);
}

void EventPanel::retranslate() {
    const int topic = std::max(0, m_topic->currentIndex());
    m_topic->clear();
    m_topic->addItems({tr("all topics"), tr("election"), tr("discovery, synchronization"), tr("broadcast"), tr("network"), tr("disk"), tr("clients"), tr("decisions")});
    m_topic->setCurrentIndex(topic);
    m_topic->setAccessibleName(tr("Topic of the events shown"));
    m_server->setAccessibleName(tr("Server of the events shown"));
    m_noise->setText(tr("pings and timers"));
    m_table->setAccessibleName(tr("Events"));
    m_servers = -1;
    fillServers();
    m_model.retranslate();
    showCount();
}

void EventPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Card::changeEvent(event);
}

}  // namespace zab
