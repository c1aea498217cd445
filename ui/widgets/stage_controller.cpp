// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stage_controller.h"

#include "engine/zab/rules.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/lens/lens.h"
#include "ui/text/eureka_words.h"
#include "ui/text/event_text.h"
#include "ui/text/property_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/stage_view.h"

#include <algorithm>
#include <map>
#include <vector>

namespace zab {
namespace {

/// A decision is shown while it is news: for this long in virtual time, or while hardly anything happened since.
constexpr SimTime kNews = msec(60);
constexpr EventId kNewsEvents = 40;
constexpr std::size_t kMostBubbles = 3;
constexpr EventId kStepEvents = 300;        ///< hardly any step has more
constexpr EventId kRequestWindow = 50000;   ///< a call that waits was made not long ago

/// Something reaches a server: a step of it begins.
bool isInput(EventKind kind) {
    return kind == EventKind::PacketDelivered || kind == EventKind::TimerFired || kind == EventKind::FsyncDone || kind == EventKind::ServerStarted || kind == EventKind::Command;
}

}  // namespace

StageController::StageController(const Workbench& bench, StageView& stage, QObject* parent) : QObject(parent), m_bench(bench), m_stage(stage) {
    connect(&bench.feed, &TraceFeed::viewChanged, this, &StageController::showView);
    connect(&bench.appearance, &Appearance::themeChanged, this, [this] { m_stage.setTheme(m_bench.appearance.theme()); });
    connect(&bench.lens, &Lens::changed, this, [this](Lens::Changes what) {
        if (!(what & Lens::SelectionChange)) return;
        m_stage.setZnode(m_bench.lens.selection().kind == Selection::Kind::Znode ? m_bench.lens.selection().path : std::string());
        // A part of a card that stands for what is selected keeps its frame.
        if (const Selection& s = m_bench.lens.selection(); s.kind == Selection::Kind::None || selectionOf(m_stage.selection()) != s) m_stage.setSelection(targetOf(s));
    });
    connect(&stage, &StageView::commandRequested, this, [this](const Command& c) { m_bench.client.execute(c); });
    connect(&stage, &StageView::targetClicked, this, &StageController::onClick);
    connect(&stage, &StageView::openedClientsChanged, this, &StageController::showStories);
    connect(&bench.feed, &TraceFeed::traceCleared, this, [this] { m_stories.clear(); });
    connect(&bench.feed, &TraceFeed::eventsUndone, this, [this](EventId size) { m_stories.undo(size); });
    connect(&bench.feed, &TraceFeed::eventsAppended, this, [this](EventId first, EventId end) { m_stories.take(m_bench.feed.trace(), first, end); });
    connect(&stage, &StageView::inspectRequested, this, [this](const HitTarget& t) {
        onClick(t);
        emit inspectorWanted();
    });
    connect(&stage, &StageView::recipeRequested, this, [this](const HitTarget& t) {
        onClick(t);
        emit recipeWanted();
    });
    connect(&stage, &StageView::serverClicked, this, [this](ServerId s) { m_bench.lens.setTreeServer(s); });
    connect(&stage, &StageView::hinted, this, &StageController::hinted);
    m_stage.setTheme(m_bench.appearance.theme());
}

Selection StageController::selectionOf(const HitTarget& t) {
    switch (t.kind) {
        case HitKind::None:
        case HitKind::Stage: return {};
        case HitKind::Server:
        case HitKind::Vote:
        case HitKind::Tally:
        case HitKind::HeardLamp:
        case HitKind::ClientPile:
        case HitKind::Eureka:
        case HitKind::Barrier: return Selection::ofServer(t.server);
        case HitKind::Link:
        case HitKind::Queue: return t.other ? Selection::ofLink(t.server, t.other) : Selection::ofServer(t.server);
        case HitKind::Packet:
        case HitKind::QueueCell: return Selection::ofPacket(t.sequence, t.event);
        case HitKind::LogCell:
        case HitKind::Proposal:
        case HitKind::AckLamp: return Selection::ofProposal(t.server, t.zxid);
        case HitKind::Client:
        case HitKind::ClientCard:
        case HitKind::ClientThread:
        case HitKind::ClientClose: return Selection::ofClient(t.client);
        case HitKind::ClientHost:
            if (t.event < 0) return Selection::ofServer(t.server);   // the client has had nothing to do with it
            return Selection::ofEvent(t.event);
        case HitKind::ClientCall:
        case HitKind::ClientAuth:
        case HitKind::ClientEvent:
        case HitKind::ClientCallback:
        case HitKind::ClientWatch:
        case HitKind::WatchStep: return t.event >= 0 ? Selection::ofEvent(t.event) : Selection::ofClient(t.client);
        case HitKind::Decision:
        case HitKind::RecipeToken: return Selection::ofEvent(t.event);
        case HitKind::RecipePart:
        case HitKind::RecipeArrow: return Selection::ofRecipePart(t.client, t.path);
        case HitKind::Property: return Selection::ofProperty(t.path);
        case HitKind::Variant: return Selection::ofVariant(t.path);
        case HitKind::RecipeZnode: return Selection::ofZnode(t.server, t.path);
        case HitKind::RecipeResource:
        case HitKind::RecipeTitle: return {};
    }
    return {};
}

HitTarget StageController::targetOf(const Selection& s) {
    HitTarget t;
    t.server = s.server;
    switch (s.kind) {
        case Selection::Kind::Server: t.kind = HitKind::Server; break;
        case Selection::Kind::Client:
        case Selection::Kind::RecipePart: t.kind = HitKind::Client; t.client = s.client; break;
        case Selection::Kind::Link:
            t.kind = HitKind::Link;
            t.server = std::min(s.server, s.other);
            t.other = std::max(s.server, s.other);
            break;
        case Selection::Kind::Packet: t.kind = HitKind::Packet; t.sequence = s.packet; t.event = s.event; break;
        case Selection::Kind::Proposal: t.kind = HitKind::Proposal; t.zxid = s.zxid; break;
        case Selection::Kind::Event: t.kind = HitKind::Decision; t.event = s.event; break;
        case Selection::Kind::Property:
        case Selection::Kind::Variant:
            t.kind = s.kind == Selection::Kind::Property ? HitKind::Property : HitKind::Variant;
            t.path = s.path;
            break;
        case Selection::Kind::Znode:
        case Selection::Kind::None: return {};
    }
    return t;
}

void StageController::showVariants() {
    const Variants& v = m_bench.client.scenario().ensemble.variants;
    std::vector<StageVariant> shown;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Seal::Count_); ++i) {
        const std::string name(sealInfo(static_cast<Seal>(i)).id);
        if (!v.holds(static_cast<Seal>(i))) shown.push_back({name, tr("switched off: %1").arg(QString::fromStdString(name))});
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(Defect::Count_); ++i) {
        const std::string name = toString(static_cast<Defect>(i));
        if (v.has(static_cast<Defect>(i)))
            shown.push_back({name, v.release ? tr("as in %1: %2").arg(releaseText(*v.release), QString::fromStdString(name)) : QString::fromStdString(name)});
    }
    m_stage.setVariants(std::move(shown));
}

void StageController::showView() {
    showVariants();
    showReasons();
    showDecisions();
    showStories();
    m_stage.setView(m_bench.feed.view());
}

void StageController::onClick(const HitTarget& t) {
    const EventId request = t.kind == HitKind::ClientCall ? requestOf(t.client, t.sequence) : kNoEvent;
    if (t.kind == HitKind::ClientClose) m_bench.lens.select({});
    else m_bench.lens.select(request == kNoEvent ? selectionOf(t) : Selection::ofEvent(request));
}

EventId StageController::requestOf(ClientId client, std::uint64_t xid) const {
    const Trace& trace = m_bench.feed.trace();
    for (EventId id = trace.size() - 1; id >= 0 && id > trace.size() - kRequestWindow; --id) {
        const Event& e = trace.at(id);
        if (e.kind == EventKind::ClientRequest && e.actor == ActorId(client) && static_cast<std::uint32_t>(e.args[1]) == xid) return id;
    }
    return kNoEvent;
}

void StageController::showStories() {
    std::map<int, ClientStory> stories;
    for (const ClientId client : m_stage.openedClients()) stories[client.value] = m_stories.of(client, m_bench.feed.trace());
    m_stage.setStories(std::move(stories));
}

EventId StageController::decisionOf(EventId id) const {
    const Trace& trace = m_bench.feed.trace();
    if (id < 0 || id >= trace.size() || trace.at(id).rule == RuleId::None) return kNoEvent;
    const bool old = trace.at(id).time + kNews < m_bench.feed.view()->now && id + kNewsEvents < trace.size();
    return old ? kNoEvent : id;
}

EventId StageController::decisionOf(const ServerView& server) const {
    // What a broken rule or a defect has decided stands until the next input of that server: what the same step decides after it is
    // what the protocol does anyway, and would hide the one thing that the run is about.
    const Trace& trace = m_bench.feed.trace();
    for (EventId id = trace.size() - 1; id >= 0 && id > server.lastDecision - kStepEvents; --id) {
        const Event& e = trace.at(id);
        if (e.actor != ActorId(server.id)) continue;
        if (isOfVariant(e.rule)) return decisionOf(id);
        if (id <= server.lastDecision && isInput(e.kind)) break;
    }
    return decisionOf(server.lastDecision);
}

void StageController::showDecisions() {
    const Trace& trace = m_bench.feed.trace();
    const ClusterView& view = *m_bench.feed.view();
    std::vector<EventId> news;
    for (const ServerView& s : view.servers)
        if (const EventId id = decisionOf(s); id != kNoEvent) news.push_back(id);
    for (const ClientView& c : view.clients)
        if (const EventId id = decisionOf(m_stories.lastDecision(c.id)); id != kNoEvent) news.push_back(id);
    std::sort(news.rbegin(), news.rend());
    if (news.size() > kMostBubbles) news.resize(kMostBubbles);
    std::vector<StageDecision> decisions;
    for (const EventId id : news) {
        const Event& e = trace.at(id);
        const QString title = isOfEureka(e)                  ? deciderText(e)
                              : e.kind == EventKind::Decided ? tr("%1 decides").arg(actorText(e.actor))
                              : e.kind == EventKind::Ignored ? tr("%1 ignores it").arg(actorText(e.actor))
                                                             : tr("%1: %2").arg(actorText(e.actor), kindName(e.kind));
        decisions.push_back({e.actor.server(), id, title, ruleSentence(e), e.actor.client()});
    }
    m_stage.setDecisions(std::move(decisions));
}

void StageController::showReasons() {
    std::map<int, QString> reasons;
    for (const ServerView& s : m_bench.feed.view()->servers) {
        if (s.refusal == RuleId::None) continue;
        const EventId id = s.lastDecision;
        const Trace& trace = m_bench.feed.trace();
        if (id >= 0 && id < trace.size() && trace.at(id).rule == s.refusal) reasons[s.id.value] = ruleSentence(trace.at(id));
    }
    m_stage.setReasons(std::move(reasons));
}

void StageController::retranslate() { showView(); }

}  // namespace zab
