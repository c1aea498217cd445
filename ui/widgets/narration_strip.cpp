// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/narration_strip.h"

#include "engine/zab/rules.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/models/event_list_model.h"
#include "ui/text/event_text.h"
#include "ui/text/property_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/elided_label.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace zab {
namespace {

bool isSmall(int windowHeight) { return windowHeight < 640; }   // where every line is taken from the stage

}  // namespace

static int importanceOfKind(const Event& e) {
    using K = EventKind;
    if (isNoise(e)) return 0;
    switch (e.kind) {
        case K::Say: return 0;   // has its own line
        case K::Violation: return 100;
        case K::LeaderEstablished: return 90;
        case K::ServerCrashed: case K::ServerExited: case K::ServerRefused: case K::QuorumLost: return 85;
        case K::LeaderElected: case K::SessionExpired: case K::RecipeAcquired: case K::RecipeReleased: case K::RecipeLost: case K::ResourceAnswered: return 80;
        case K::Committed: case K::EpochDecided: case K::SyncPlanned: case K::LogTruncated: return 75;
        case K::RecipeUnsure: case K::RecipeWaits: case K::RecipeLearned: case K::RecipeEnded: return 72;
        case K::ClientConnected: case K::ClientDisconnected: return 71;
        case K::ServerServing: case K::ClientReply: case K::ClientRefused: case K::ClientWatchEvent: return 70;
        case K::VoteChanged: case K::RoundJumped: return 65;
        case K::ServerStarted: case K::ServerFrozen: case K::ServerThawed: case K::ClientFrozen: case K::ClientThawed: case K::LinkCut: case K::LinkHealed: return 62;
        case K::StateChanged: case K::PhaseChanged: return 60;
        case K::ProposalMade: case K::AckCounted: return 58;
        case K::Decided: case K::Ignored: return 55;
        case K::FsyncDone: case K::TxnApplied: case K::AcceptedEpochWritten: case K::CurrentEpochWritten: return 50;
        case K::PacketDelivered: case K::PacketLost: return 40;
        case K::Command: return 35;
        default: return e.rule != RuleId::None ? 54 : 30;
    }
}

int importance(const Event& e) { return isOfVariant(e.rule) ? 95 : importanceOfKind(e); }

NarrationStrip::NarrationStrip(const Workbench& bench, QWidget* parent)
    : Card(parent), m_bench(bench), m_say(new QLabel), m_sentence(new ElidedLabel(Qt::ElideRight)), m_progress(new QLabel), m_step(new QToolButton) {
    auto* row = new QHBoxLayout;
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_say->setWordWrap(true);
    for (QLabel* label : {m_say, static_cast<QLabel*>(m_sentence)}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::NoTextInteraction);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        texts->addWidget(label);
    }
    m_progress->setObjectName(QStringLiteral("soft"));
    row->addLayout(texts, 1);
    row->addWidget(m_progress, 0, Qt::AlignVCenter);
    row->addWidget(m_step, 0, Qt::AlignVCenter);
    column()->addLayout(row);
    m_margins = layout()->contentsMargins();
    m_step->hide();
    m_step->setToolButtonStyle(Qt::ToolButtonTextOnly);

    connect(&m_bench.feed, &TraceFeed::eventsAppended, this, &NarrationStrip::onEvents);
    connect(&m_bench.feed, &TraceFeed::eventsUndone, this, &NarrationStrip::onUndone);
    connect(&m_bench.feed, &TraceFeed::traceCleared, this, [this] {
        onUndone(0);
        reserve();
    });
    connect(&m_bench.feed, &TraceFeed::batchArrived, this, &NarrationStrip::show);
    connect(&m_bench.appearance, &Appearance::themeChanged, this, &NarrationStrip::applyTheme);
    applyTheme();
    show();
}

void NarrationStrip::setStepAction(QAction* step) { m_step->setDefaultAction(step); }
QString NarrationStrip::lessonText() const { return m_say->text(); }
QString NarrationStrip::sentence() const { return m_sentence->text(); }

void NarrationStrip::onEvents(EventId first, EventId end) {
    const Trace& trace = m_bench.feed.trace();
    for (EventId id = first; id < end; ++id)
        if (trace.at(id).kind == EventKind::Say) m_said = id;
    findLatest();
}

void NarrationStrip::onUndone(EventId size) {
    const Trace& trace = m_bench.feed.trace();
    if (m_latest >= size) m_latest = kNoEvent;
    findLatest();
    if (m_said < size) return;
    m_said = kNoEvent;
    for (EventId id = size - 1; id >= 0 && m_said < 0; --id)
        if (trace.at(id).kind == EventKind::Say) m_said = id;
}

void NarrationStrip::findLatest() {
    // The best of the newest moment in which anything worth telling happened. It depends on nothing but the trace, so that a
    // step back tells what was told before. A command begins a new moment even if the clock stands: what was before it is old.
    const Trace& trace = m_bench.feed.trace();
    int best = 0;
    SimTime moment;
    for (EventId id = trace.size() - 1; id >= 0; --id) {
        if (best == 0 && id == m_latest) return;   // since then only pings and timers
        const Event& e = trace.at(id);
        const int value = importance(e);
        if (value == 0) continue;
        if (best && e.time != moment) return;
        moment = e.time;
        const bool earlierFall = value == best && e.kind == EventKind::Violation;   // of several that fall at once, the first
        if (value > best || earlierFall) {
            best = value;
            m_latest = id;
        }
        if (e.kind == EventKind::Command) return;
    }
}

void NarrationStrip::show() {
    const Trace& trace = m_bench.feed.trace();
    const Progress& progress = m_bench.feed.progress();
    const QString title = QCoreApplication::translate("Lesson", m_bench.client.script().title.c_str());
    m_say->setText(m_said >= 0 && m_said < trace.size() ? narrate(trace.at(m_said), trace) : progress.beats ? title : QString());
    m_say->setVisible(!m_say->text().isEmpty());
    if (m_latest >= 0 && m_latest < trace.size()) m_sentence->setText(narrate(trace.at(m_latest), trace));
    else m_sentence->setText(trace.size() > 0 ? QString() : tr("Paused at the beginning. The right arrow key makes one step, the space bar plays."));
    m_progress->setText(progress.beats ? tr("lesson %1/%2").arg(progress.beat).arg(progress.beats) : QString());
}

void NarrationStrip::reserve() {
    const QFontMetrics metrics(m_say->font());
    int height = 0;
    for (const Statement& statement : m_bench.client.script().statements) {
        const auto* command = std::get_if<Command>(&statement.what);
        const auto* say = command ? std::get_if<Say>(command) : nullptr;
        if (!say) continue;
        const QString text = QCoreApplication::translate("Lesson", say->text.c_str());
        height = std::max(height, metrics.boundingRect(QRect(0, 0, std::max(200, m_say->width()), 10000), Qt::TextWordWrap, text).height());
    }
    m_say->setMinimumHeight(std::min(height, 3 * metrics.lineSpacing()));
}

void NarrationStrip::applyTheme() {
    const Appearance& look = m_bench.appearance;
    m_fontsFor = window()->height();
    // Readable from the back row: in projector mode at least a fortieth of the screen's height.
    const double scale = look.projector() ? std::max(1.6, m_fontsFor / 40.0 / Theme::light().fontPixels(FontRole::Body)) : 1.0;
    const bool small = isSmall(m_fontsFor) && !look.projector();
    m_say->setFont(look.theme().font(FontRole::Title, small ? 0.88 : scale));
    m_sentence->setFont(look.theme().font(FontRole::Body, look.projector() ? scale : small ? 1.0 : 1.15));
    m_progress->setFont(look.theme().font(FontRole::Body, look.projector() ? scale : 1.0));
    m_step->setVisible(look.projector());
    m_step->setFont(look.theme().font(FontRole::Strong, look.projector() ? scale : 1.0));
    const int inset = look.projector() ? m_sentence->fontMetrics().height() / 2 : 0;
    layout()->setContentsMargins(m_margins + QMargins(inset, inset / 3, inset / 3, inset / 3));
    reserve();
}

void NarrationStrip::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    // Full screen comes a moment after projector mode.
    const int height = window()->height();
    if (m_bench.appearance.projector() ? height != m_fontsFor : isSmall(height) != isSmall(m_fontsFor)) applyTheme();
    reserve();
}

void NarrationStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        reserve();
        show();
    }
    Card::changeEvent(event);
}

}  // namespace zab
