// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inspector_panel.h"

#include "engine/zab/rules.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/models/event_list_model.h"
#include "ui/text/event_text.h"
#include "ui/text/property_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/elided_label.h"

#include <QEvent>
#include <QBoxLayout>
#include <QFile>
#include <QLabel>
#include <QScrollBar>
#include <QTextBrowser>
#include <QUrl>

namespace zab {
namespace {

constexpr int kUpdateMs = 150;   ///< while playing; a person cannot read faster
constexpr EventId kNews = 400;

/// With nothing selected the newest decision is explained: stepping alone already answers "why?".
Selection newestDecision(const Trace& trace) {
    for (EventId id = trace.size() - 1; id >= 0 && id >= trace.size() - kNews; --id)
        if (trace.at(id).rule != RuleId::None && !isNoise(trace.at(id))) return Selection::ofEvent(id);
    return {};
}

/// Whose code a rule is taken from: recipes (§10) are not ZooKeeper's, but those of its clients' libraries.
QString programOf(const QString& rule, const QString& source) {
    if (rule.startsWith(QLatin1String("Eureka")) || source.startsWith(QLatin1String("DiscoveryClient"))) return QStringLiteral("Eureka");
    const auto id = ruleByName(rule.toStdString());
    if (!id || !ruleInfo(*id).section.starts_with("10.") || source.startsWith(QLatin1String("ZooKeeper."))) return QStringLiteral("ZooKeeper");
    const bool python = source.contains(QLatin1Char('_'));
    return python ? QStringLiteral("kazoo") : QStringLiteral("Curator");
}

/// Empty if there is none.
QString exhibitOf(const Selection& selection) {
    if (selection.kind != Selection::Kind::Variant) return {};
    const auto [seal, defect] = variantByName(selection.path);
    QString path;
    if (seal) path = QStringLiteral(":/exhibits/rule-%1.lab").arg(QString::fromStdString(selection.path));
    if (defect) path = QStringLiteral(":/exhibits/zookeeper-%1-before.lab").arg(defectInfo(*defect).number);
    return QFile::exists(path) ? path : QString();
}

}  // namespace

InspectorPanel::InspectorPanel(const Workbench& bench, QWidget* parent)
    : Card(parent), m_bench(bench), m_head(new QBoxLayout(QBoxLayout::LeftToRight)), m_badge(new ElidedLabel(Qt::ElideMiddle)),
      m_title(new QLabel), m_when(new ElidedLabel(Qt::ElideRight)), m_text(new QTextBrowser), m_soon(new QTimer(this)) {
    m_badge->setObjectName(QStringLiteral("badge"));
    m_when->setObjectName(QStringLiteral("soft"));
    m_title->setWordWrap(true);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);   // a long word must not widen the panel
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_head->addWidget(m_badge, 0, Qt::AlignLeft);
    m_head->addWidget(m_when);
    m_when->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    column()->addLayout(m_head);
    column()->addWidget(m_title);
    column()->addWidget(m_text, 1);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(0);
    m_text->setMinimumHeight(60);
    connect(m_text, &QTextBrowser::anchorClicked, this, &InspectorPanel::follow);

    m_soon->setSingleShot(true);
    m_soon->setInterval(kUpdateMs);
    connect(m_soon, &QTimer::timeout, this, &InspectorPanel::update);
    connect(&m_bench.feed, &TraceFeed::batchArrived, this, [this] {
        if (!m_soon->isActive()) m_soon->start();
    });
    connect(&m_bench.lens, &Lens::changed, this, [this](Lens::Changes what) {
        if (what & Lens::SelectionChange) update();
    });
    connect(&m_bench.appearance, &Appearance::themeChanged, this, [this] { show(m_inspection); });
    show({});
}

Inspection InspectorPanel::look() const {
    const Trace& trace = m_bench.feed.trace();
    const Selection& selected = m_bench.lens.selection();
    return inspect(selected.kind == Selection::Kind::None ? newestDecision(trace) : selected, trace, *m_bench.feed.view());
}

void InspectorPanel::update() {
    if (!isVisible()) return;
    const Inspection next = look();
    const bool pinned = m_bench.lens.selection().kind != Selection::Kind::None;
    if (next == m_inspection && pinned == m_pinned) return;
    m_pinned = pinned;
    const bool same = next.badge == m_inspection.badge && next.title == m_inspection.title;
    const int scrolled = m_text->verticalScrollBar()->value();
    show(next);
    if (same) m_text->verticalScrollBar()->setValue(scrolled);
}

void InspectorPanel::show(const Inspection& inspection) {
    m_inspection = inspection;
    m_badge->setVisible(!inspection.isEmpty());
    m_badge->setText(inspection.badge);
    m_title->setText(inspection.isEmpty() ? tr("Click anything on the stage or in a list") : inspection.title);
    m_when->setText(inspection.event >= 0 ? tr("event %1 · %2").arg(inspection.event).arg(timeText(inspection.time)) : QString());
    arrangeHead();
    m_text->setHtml(html(inspection));
    m_text->setAccessibleName(tr("Why did this happen?"));
    m_text->setAccessibleDescription(toText(inspection));
}

void InspectorPanel::arrangeHead() {
    const int room = contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    const bool together = m_badge->sizeHint().width() + m_head->spacing() + m_when->sizeHint().width() <= room;
    m_head->setDirection(together ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_when->setAlignment(Qt::AlignVCenter | (together ? Qt::AlignRight : Qt::AlignLeft));
}

QString InspectorPanel::html(const Inspection& i) const {
    const Theme& theme = m_bench.appearance.theme();
    const QString soft = theme.color(Ink::TextSoft).name();
    const QString link = theme.color(Ink::Accent).name();
    const QString mono = theme.font(FontRole::Mono).family();
    QString out = QStringLiteral("<style>a { color: %1; text-decoration: none; } td { padding-right: 10px; }</style>").arg(link);
    const auto heading = [&](const QString& text) { return QStringLiteral("<p style='color:%1; margin-top:12px; margin-bottom:2px'>%2</p>").arg(soft, text.toHtmlEscaped()); };
    if (i.isEmpty()) {
        const QString hint = tr("A server, a packet, a queue cell, a vote, a lamp, a znode, a line of the event list: each answers here what it is, why it came to be and what it led to.");
        return out + QStringLiteral("<p style='color:%1'>%2</p>").arg(soft, hint.toHtmlEscaped());
    }
    if (m_bench.lens.selection().kind != Selection::Kind::None)
        out += QStringLiteral("<p style='margin-bottom:6px'><a href='latest:'>%1</a></p>").arg(tr("Back to the latest decision (Esc)").toHtmlEscaped());
    if (m_bench.lens.selection().kind != Selection::Kind::None && i.event >= 0)
        out += QStringLiteral("<p style='margin-bottom:6px'><a href='goto:%1'>%2</a></p>").arg(i.event).arg(tr("Go to this moment of the run").toHtmlEscaped());
    if (!i.why.isEmpty()) out += QStringLiteral("<p style='line-height:130%'>%1</p>").arg(i.why.toHtmlEscaped());
    if (!exhibitOf(m_bench.lens.selection()).isEmpty())
        out += QStringLiteral("<p><a href='exhibit:'>%1</a></p>").arg(tr("Open the exhibit of it where the property is violated").toHtmlEscaped());
    // A line may break between operands, not inside one.
    const QString operands = i.operands.toHtmlEscaped().replace(QStringLiteral(" = "), QStringLiteral("&nbsp;=&nbsp;"))
                                 .replace(QStringLiteral("   "), QStringLiteral(" · "));
    if (!i.operands.isEmpty())
        out += QStringLiteral("<table width='100%' cellspacing='0' cellpadding='5' bgcolor='%2'><tr><td style='font-family:\"%1\"'>%3</td></tr></table>")
                   .arg(mono, theme.color(Ink::Raised).name(), operands);
    if (!i.rule.isEmpty() && !i.source.isEmpty()) {
        const QString rule = i.ofTheLab() ? tr("Rule %1: a rule of the lab, not of ZooKeeper").arg(i.rule)
                                          : tr("Rule %1, in %2: %3").arg(i.rule, programOf(i.rule, i.source), i.source);
        out += QStringLiteral("<p style='color:%1'>%2</p>").arg(soft, rule.toHtmlEscaped());
    }
    // Up to a recipe first; down from one comes below what is known of the part.
    const bool inRecipe = m_bench.lens.selection().kind == Selection::Kind::RecipePart;
    const auto also = [&](const QString& title, bool parts) {
        QString text;
        for (std::size_t n = 0; n < i.also.size(); ++n)
            if ((!inRecipe && i.also[n].target.kind == Selection::Kind::RecipePart) == parts)
                text += QStringLiteral("<p style='margin-top:2px; margin-bottom:2px'><a href='also:%1'>%2</a></p>").arg(n).arg(i.also[n].text.toHtmlEscaped());
        return text.isEmpty() ? text : heading(title) + text;
    };
    out += also(tr("Part of a recipe (Ctrl+J)"), true);
    if (!i.facts.empty()) {
        out += heading(tr("Now")) + QStringLiteral("<table cellspacing='0' cellpadding='1'>");
        for (const auto& [name, value] : i.facts)
            out += QStringLiteral("<tr><td style='color:%1'>%2</td><td>%3</td></tr>").arg(soft, name.toHtmlEscaped(), value.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
        out += QStringLiteral("</table>");
    }
    const auto links = [&](const std::vector<Inspection::Link>& list) {
        QString text;
        for (const auto& l : list)
            text += QStringLiteral("<p style='margin-top:3px; margin-bottom:3px; margin-left:12px; text-indent:-12px'><span style='color:%1'>%2</span> <b>%3</b> <a href='event:%4'>%5</a></p>")
                        .arg(soft, l.when.toHtmlEscaped(), l.who.toHtmlEscaped()).arg(l.event).arg(l.what.toHtmlEscaped());
        return text;
    };
    const QString earlier = i.causes.empty() ? QString() : QStringLiteral("<p style='margin-top:3px; margin-bottom:3px'><a href='event:%1'>%2</a></p>")
                                                               .arg(i.causes.front().event).arg(tr("… the first of these has causes as well").toHtmlEscaped());
    out += also(tr("See also"), false);
    if (!i.causes.empty()) out += heading(tr("Because of")) + (i.goesFurther ? earlier : QString()) + links(i.causes);
    if (!i.effects.empty()) out += heading(tr("Led to")) + links(i.effects);
    return out;
}

void InspectorPanel::follow(const QUrl& link) {
    if (link.scheme() == QLatin1String("latest")) m_bench.lens.select({});
    if (link.scheme() == QLatin1String("exhibit")) return emit exhibitWanted(exhibitOf(m_bench.lens.selection()));
    if (link.scheme() == QLatin1String("goto")) m_bench.client.seekToEvent(link.path().toLongLong());
    const auto also = static_cast<std::size_t>(link.path().toInt());
    if (link.scheme() == QLatin1String("also") && also < m_inspection.also.size()) m_bench.lens.select(Selection(m_inspection.also[also].target));
    if (link.scheme() == QLatin1String("event")) m_bench.lens.select(Selection::ofEvent(link.path().toLongLong()));
}

void InspectorPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        show(look());
    }
    Card::changeEvent(event);
}

void InspectorPanel::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    arrangeHead();
}

void InspectorPanel::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    update();
}

}  // namespace zab
