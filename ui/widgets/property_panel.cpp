// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/property_panel.h"

#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/lamp_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

namespace zab {
namespace {

/// The lamp before the name.
class LampDelegate : public QStyledItemDelegate {
public:
    LampDelegate(const Workbench& bench, QObject* parent) : QStyledItemDelegate(parent), m_bench(bench) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem o = option;
        o.state &= ~QStyle::State_HasFocus;
        if (o.state & QStyle::State_Selected) painter->fillRect(o.rect, m_bench.appearance.theme().color(Ink::Highlight));
        o.rect.adjust(20, 0, 0, 0);
        QStyledItemDelegate::paint(painter, o, index);
        paintLamp(*painter, QRectF(option.rect.left() + 4, option.rect.center().y() - 5.5, 12, 12), index.data(PropertyModel::HoldsRole).toBool(), m_bench.appearance.theme());
    }

private:
    Workbench m_bench;
};

}  // namespace

PropertyPanel::PropertyPanel(const Workbench& bench, QWidget* parent)
    : Card(parent), m_bench(bench), m_table(new QTableView), m_summary(new QLabel), m_go(new QToolButton), m_head(new QHBoxLayout) {
    build();
    connect(&bench.client, &LabClient::runOpened, this, [this] { m_judged = judgedLiveness(m_bench.client.script()); });
    // A demand is what makes a run answer for liveness (§3.8).
    connect(&bench.feed, &TraceFeed::eventsAppended, this, [this](EventId first, EventId end) {
        for (EventId id = first; id < end && m_demanded == kNoEvent; ++id)
            if (m_bench.feed.trace().at(id).kind == EventKind::Demanded) m_demanded = id;
    });
    connect(&bench.feed, &TraceFeed::eventsUndone, this, [this](EventId size) { m_demanded = m_demanded >= size ? kNoEvent : m_demanded; });
    connect(&bench.feed, &TraceFeed::traceCleared, this, [this] { m_demanded = kNoEvent; });
    connect(&bench.feed, &TraceFeed::viewChanged, this, &PropertyPanel::update);
    connect(&bench.lens, &Lens::changed, this, [this](Lens::Changes what) {
        if (what & Lens::SelectionChange) showSelection();
    });
    // Whoever goes to a violation wants to know which one, and why.
    connect(&bench.client, &LabClient::violationSought, this, [this](std::optional<Property> wanted) {
        m_sought = true;
        m_wanted = wanted;
    });
    connect(&bench.feed, &TraceFeed::noticed, this, [this](const Notice& notice) { m_sought = m_sought && notice.kind != Notice::Kind::Stopped; });
    connect(&bench.feed, &TraceFeed::eventsAppended, this, &PropertyPanel::chooseSought);
    connect(m_go, &QToolButton::clicked, this, [this] { goTo(m_table->currentIndex().row()); });
    update();
    retranslate();
}

void PropertyPanel::build() {
    m_head->setSpacing(8);
    m_summary->setObjectName(QStringLiteral("soft"));
    m_summary->setTextFormat(Qt::PlainText);
    m_head->addWidget(m_summary, 1);
    m_head->addWidget(m_go);
    m_go->setProperty("plain", true);
    column()->addLayout(m_head);
    column()->addWidget(m_table, 1);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(PropertyModel::Name, new LampDelegate(m_bench, this));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->viewport()->installEventFilter(this);
    m_table->setMinimumHeight(60);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 4);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (m_table->hasFocus()) choose(current.row());
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { goTo(index.row()); });
}

void PropertyPanel::addAction(QAction* action) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setProperty("plain", true);
    m_head->addWidget(button);
}

void PropertyPanel::chooseSought(EventId first, EventId end) {
    if (!m_sought) return;
    const Trace& trace = m_bench.feed.trace();
    const std::vector<Property> expected = expectedViolations(m_bench.client.script());
    std::optional<Property> found;
    for (EventId id = first; id < end; ++id) {
        const auto property = trace.at(id).kind == EventKind::Violation ? propertyByName(trace.text(trace.at(id).text)) : std::nullopt;
        if (!property || (m_wanted && property != m_wanted)) continue;
        if (!found || std::find(expected.begin(), expected.end(), *property) != expected.end()) found = property;   // one step can break several
    }
    if (!found) return;
    m_sought = false;
    m_bench.lens.select(Selection::ofProperty(propertyName(*found).toStdString()));
}

void PropertyPanel::choose(int row) {
    if (row < 0 || row >= m_model.rowCount()) return;
    m_bench.lens.select(Selection::ofProperty(propertyName(m_model.lamps()[static_cast<std::size_t>(row)].property).toStdString()));
}

void PropertyPanel::goTo(int row) {
    if (row < 0 || row >= m_model.rowCount()) return;
    const PropertyLamp lamp = m_model.lamps()[static_cast<std::size_t>(row)];
    choose(row);
    if (!lamp.holds()) m_bench.client.seekToEvent(lamp.violated);
}

void PropertyPanel::update() {
    EnumSet<Property> judged = m_judged;
    if (m_demanded != kNoEvent)
        for (const Property p : {Property::LeaderElected, Property::Progress, Property::TreesConverge}) judged.add(p);
    if (m_model.show(propertyLamps(*m_bench.feed.view(), m_bench.feed.trace(), judged))) fitColumns();
    m_summary->setText(lampsSummary(m_model.lamps()));
    const int row = m_table->currentIndex().row();
    m_go->setEnabled(row >= 0 && row < m_model.rowCount() && !m_model.lamps()[static_cast<std::size_t>(row)].holds());
}

void PropertyPanel::showSelection() {
    const Selection& s = m_bench.lens.selection();
    const auto property = s.kind == Selection::Kind::Property ? propertyByName(s.path) : std::nullopt;
    const int row = property ? m_model.rowOf(*property) : -1;
    if (row < 0) m_table->clearSelection();
    else if (m_table->currentIndex().row() != row || !m_table->selectionModel()->hasSelection()) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model.index(row, 0));
    }
    update();
}

void PropertyPanel::retranslate() {
    m_model.retranslate();
    m_go->setText(tr("To its moment"));
    m_go->setToolTip(tr("Goes to the moment at which the selected property was violated (Enter)"));
    m_go->setStatusTip(m_go->toolTip());
    m_table->setAccessibleName(tr("Properties of the run"));
    m_summary->setText(lampsSummary(m_model.lamps()));
    fitColumns();
}

void PropertyPanel::fitColumns() {
    const auto width = [this](const QString& text) { return m_table->fontMetrics().horizontalAdvance(text) + 18; };
    const auto widest = [&](auto text) {
        int most = 0;
        for (std::size_t p = 0; p < static_cast<std::size_t>(Property::Count_); ++p) most = std::max(most, width(text(static_cast<Property>(p))));
        return most;
    };
    int since = 0;   // nothing has fallen, or how much is told of what has
    for (const PropertyLamp& lamp : m_model.lamps())
        if (!lamp.holds()) since = std::max(since, width(m_model.index(m_model.rowOf(lamp.property), PropertyModel::Since).data().toString()));
    const int all = m_table->viewport()->width();
    int left = all;
    const auto take = [&](PropertyModel::Column column, int wanted) {
        m_table->setColumnHidden(column, wanted <= 0);
        if (wanted > 0) m_table->setColumnWidth(column, wanted);
        left -= std::max(0, wanted);
    };
    take(PropertyModel::Name, widest(propertyName) + 24);
    take(PropertyModel::State, std::max(width(PropertyModel::tr("violated")), width(PropertyModel::tr("holds"))));
    take(PropertyModel::Since, left - since > 300 ? since : 0);
    // The sentence gets most of what is left, and ends in dots rather than behind a scroll bar; where it would be a few words, the group gives way.
    const int group = width(propertyGroupWord(PropertyGroup::Ensemble)), sentence = widest(propertySentence), source = widest(propertySource);
    take(PropertyModel::Group, left - group > 480 ? group : 0);
    take(PropertyModel::Meaning, std::max(120, std::max(left * 2 / 3, std::min(sentence, left - source))));
}

bool PropertyPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) fitColumns();
    return Card::eventFilter(watched, event);
}

void PropertyPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Card::changeEvent(event);
}

}  // namespace zab
