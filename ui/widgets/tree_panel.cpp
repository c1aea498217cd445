// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tree_panel.h"

#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/text/event_text.h"
#include "ui/widgets/appearance.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>
#include <map>
#include <vector>

namespace zab {
namespace {

constexpr int kUpdateMs = 120;

class ZnodeDelegate : public QStyledItemDelegate {
public:
    ZnodeDelegate(const Appearance& appearance, QObject* parent) : QStyledItemDelegate(parent), m_appearance(appearance) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem o = option;
        const Theme& theme = m_appearance.theme();
        const int mark = index.data(ZnodeTreeModel::MarkRole).toInt();
        if (mark != ZnodeTreeModel::Same) painter->fillRect(option.rect, theme.color(Ink::Highlight));
        if (mark == ZnodeTreeModel::Created && index.column() == ZnodeTreeModel::Name) o.font.setBold(true);
        if (mark == ZnodeTreeModel::Deleted) {
            o.font.setStrikeOut(index.column() == ZnodeTreeModel::Name);
            o.palette.setColor(QPalette::Text, theme.color(Ink::TextSoft));
        }
        if (index.column() == ZnodeTreeModel::Detail) {
            o.palette.setColor(QPalette::Text, theme.color(Ink::TextSoft));
            o.textElideMode = Qt::ElideRight;
        }
        QStyledItemDelegate::paint(painter, o, index);
    }

private:
    const Appearance& m_appearance;
};

}  // namespace

TreePanel::TreePanel(const Workbench& bench, QWidget* parent)
    : Card(parent), m_bench(bench), m_server(new QComboBox), m_tree(new QTreeView), m_agreement(new QLabel), m_soon(new QTimer(this)) {
    build();
    retranslate();
}

void TreePanel::build() {
    column()->addWidget(m_server);
    column()->addWidget(m_tree, 1);
    m_agreement->setObjectName(QStringLiteral("soft"));
    m_agreement->setWordWrap(true);
    m_agreement->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);   // a long word must not widen the panel
    column()->addWidget(m_agreement);

    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new ZnodeDelegate(m_bench.appearance, this));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setTextElideMode(Qt::ElideMiddle);   // the number at the end of a name tells it from its neighbours
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(ZnodeTreeModel::Name, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(ZnodeTreeModel::Detail, QHeaderView::Stretch);
    m_tree->header()->setMinimumSectionSize(0);
    m_tree->setMinimumHeight(60);

    m_soon->setSingleShot(true);
    m_soon->setInterval(kUpdateMs);
    connect(m_soon, &QTimer::timeout, this, [this] { update(false); });
    connect(&m_bench.feed, &TraceFeed::viewChanged, this, [this] {
        fillServers();
        if (!m_soon->isActive()) m_soon->start();
    });
    connect(&m_bench.feed, &TraceFeed::traceCleared, this, [this] { m_first = true; });
    connect(&m_bench.lens, &Lens::changed, this, [this](Lens::Changes what) {
        if (what & Lens::TreeServerChange) update(true);
        if (what & Lens::SelectionChange) showSelection();
    });
    connect(m_server, &QComboBox::activated, this, [this](int row) { m_bench.lens.setTreeServer(ServerId{row + 1}); });
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid()) m_bench.lens.select(Selection::ofZnode(m_bench.lens.treeServer(), index.data(ZnodeTreeModel::PathRole).toString().toStdString()));
    };
    connect(m_tree, &QTreeView::clicked, this, choose);
    connect(m_tree, &QTreeView::activated, this, choose);
}

void TreePanel::fillServers() {
    const int servers = static_cast<int>(m_bench.feed.view()->servers.size());
    if (servers == m_servers) return;
    m_servers = servers;
    m_server->clear();
    for (int s = 1; s <= servers; ++s) m_server->addItem(tr("as S%1 sees it").arg(s));
    if (servers && m_bench.lens.treeServer().value > servers) m_bench.lens.setTreeServer(ServerId{1});
    m_server->setCurrentIndex(m_bench.lens.treeServer().value - 1);
}

void TreePanel::update(bool otherServer) {
    if (!isVisible()) return;
    const ClusterView& view = *m_bench.feed.view();
    const ServerId wanted = m_bench.lens.treeServer();
    m_server->setCurrentIndex(wanted.value - 1);
    const auto s = std::find_if(view.servers.begin(), view.servers.end(), [wanted](const ServerView& v) { return v.id == wanted; });
    if (s == view.servers.end()) return;
    if (otherServer || m_first) m_model.replaceTree(s->tree);
    else m_model.setTree(s->tree);
    if (m_first) m_tree->expandToDepth(0);
    m_first = false;
    showAgreement();
}

/// The znode that is looked at, or that of the part in a recipe that is; other selections leave the tree as it is.
void TreePanel::showSelection() {
    const Selection& s = m_bench.lens.selection();
    std::string path = s.kind == Selection::Kind::Znode ? s.path : std::string();
    for (const RecipeView& r : m_bench.feed.view()->recipes)
        for (const RecipePartView& p : r.parts)
            if (s.kind == Selection::Kind::RecipePart && s.path == r.path && s.client == p.client) path = p.znode;
    if (path.empty()) return;
    update(false);   // the tree follows a few times a second: the znode may be newer
    const QModelIndex index = m_model.indexOf(path);
    if (!index.isValid()) return m_tree->clearSelection();
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void TreePanel::showAgreement() {
    // The servers that are up, in groups of equal trees: this is what consistency looks like. The newest group first. A group
    // has the smallest zxid of its servers: a new leader's own zxid (counter 0) changes nothing in its tree.
    struct Group {
        Zxid zxid;
        QStringList names;
    };
    std::map<std::uint64_t, Group> byDigest;
    for (const ServerView& s : m_bench.feed.view()->servers) {
        if (s.life != ServerLife::Up && s.life != ServerLife::Frozen) continue;
        Group& g = byDigest[s.tree.digest()];
        g.zxid = g.names.isEmpty() ? s.lastProcessed : std::min(g.zxid, s.lastProcessed);
        g.names << actorText(s.id);
    }
    std::vector<Group> groups;
    for (auto& [digest, group] : byDigest) groups.push_back(std::move(group));
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.zxid == b.zxid ? a.names < b.names : a.zxid > b.zxid; });
    if (groups.size() == 1 && groups[0].names.size() > 1) return m_agreement->setText(tr("%1: equal znodes").arg(groups[0].names.join(QLatin1Char(' '))));
    QStringList parts;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        // Equal zxids and other trees: the worst that can be, and only a violation leads to it.
        const bool lost = i > 0 && groups[i].zxid == groups[i - 1].zxid;
        parts << (lost ? tr("%1 at %2 too, with another tree") : tr("%1 at %2")).arg(groups[i].names.join(QLatin1Char(' ')), operandText(groups[i].zxid.value, OperandType::Zxid));
    }
    m_agreement->setText(parts.join(tr(" · ")));
}

void TreePanel::retranslate() {
    m_servers = -1;
    fillServers();
    m_server->setAccessibleName(tr("Whose tree is shown"));
    m_tree->setAccessibleName(tr("Znode tree"));
    m_model.retranslate();
    showAgreement();
}

void TreePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Card::changeEvent(event);
}

void TreePanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    // The name comes first: the details have the rest, and at least a quarter.
    m_tree->header()->setMaximumSectionSize(std::max(40, m_tree->viewport()->width() * 3 / 4));
}

void TreePanel::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    update(false);
}

}  // namespace zab
