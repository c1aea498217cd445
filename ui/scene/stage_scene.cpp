// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/stage_scene.h"

#include "ui/scene/banner_scene.h"
#include "ui/scene/bubble_scene.h"
#include "ui/scene/card_scene.h"
#include "ui/scene/client_card.h"
#include "ui/scene/link_scene.h"
#include "ui/scene/packet_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <algorithm>

namespace zab {

namespace {

bool isUp(const ServerView& server) {
    return server.life == ServerLife::Up || server.life == ServerLife::Frozen;
}

Ink phaseInk(Phase phase) {
    return phase == Phase::Election ? Ink::Looking : phase == Phase::Broadcast ? Ink::Leading : Ink::Sync;
}

Ink onPhaseInk(Phase phase) {
    return phase == Phase::Election ? Ink::OnLooking : phase == Phase::Broadcast ? Ink::OnLeading : Ink::OnSync;
}

/// Where what is written ends.
double addHeadline(std::vector<ShapeGroup>& groups, const ClusterView& view, const StageLayout& layout, const Theme& theme) {
    const QRectF box = layout.headline;
    const ShapeBuilder draw(theme, box.height() / 32);
    const double s = draw.scale();
    ShapeGroup g;
    g.target.kind = HitKind::Stage;
    g.bounds = box;
    // With nobody up there is no phase to speak of.
    const bool allDown = std::none_of(view.servers.begin(), view.servers.end(), isUp);
    const std::string_view name = phaseName(view.phase);
    const QString phase = allDown ? StageText::tr("DOWN") : QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    const Ink fill = allDown ? Ink::Down : phaseInk(view.phase);
    const double width = textWidth(FontRole::State, draw.pixels(FontRole::State), phase) + 32 * s;
    const QRectF pill(box.left(), box.top() + 2 * s, width, box.height() - 4 * s);
    draw.rect(g, pill, pill.height() / 2, theme.color(fill));
    draw.label(g, pill, phase, {FontRole::State, theme.color(allDown ? Ink::OnDown : onPhaseInk(view.phase)), theme.color(fill), Qt::AlignCenter, true});
    const QString text = headlineText(view);
    const double used = draw.label(g, QRectF(pill.right() + 12 * s, box.top(), box.right() - pill.right() - 12 * s, box.height()), text,
                                   {FontRole::Title, theme.color(Ink::Text), theme.color(Ink::Surface)});
    const auto up = std::count_if(view.servers.begin(), view.servers.end(), [](const ServerView& s) { return isUp(s) && !s.observer; });
    const double left = pill.right() + used + 26 * s;
    double end = left;
    if (up < view.needed && view.needed > 0)
        end += draw.label(g, QRectF(left, box.top(), box.right() - left, box.height()),
                   StageText::tr("no quorum: %1 of the %2 needed are up").arg(up).arg(view.needed),
                   {FontRole::Title, theme.color(Ink::DownText), theme.color(Ink::Surface)});
    g.name = StageText::tr("Ensemble");
    g.state = phase + QStringLiteral(", ") + text;
    groups.push_back(std::move(g));
    return end;
}

ShapeBuilder builder(const StageLayout& layout, const Theme& theme) {
    return {theme, layout.scale};
}

}  // namespace

QString headlineText(const ClusterView& view) {
    QStringList parts;
    if (view.leader) {
        parts << StageText::tr("epoch %1").arg(view.epoch);
    } else {
        Round least = -1, most = -1;
        for (const ServerView& server : view.servers)
            if (isUp(server) && server.state == ServerState::Looking) {
                least = least < 0 ? server.round : std::min(least, server.round);
                most = std::max(most, server.round);
            }
        if (most >= 0) parts << (least == most ? StageText::tr("round %1").arg(most) : StageText::tr("rounds %1 to %2").arg(least).arg(most));
        else if (view.epoch > 0) parts << StageText::tr("epoch %1").arg(view.epoch);
    }
    if (view.voters > 0) parts << StageText::tr("quorum %1 of %2").arg(view.needed).arg(view.voters);
    parts << (view.leader ? StageText::tr("leader %1").arg(serverWord(view.leader)) : StageText::tr("no leader"));
    return parts.join(QStringLiteral(" · "));
}

StageScene buildStill(const ClusterView& view, const StageLayout& layout, const Theme& theme, SimTime now, const StageOptions& options) {
    StageScene scene;
    scene.size = layout.size;
    scene.scale = layout.scale;
    const ShapeBuilder draw = builder(layout, theme);
    const double end = addHeadline(scene.still, view, layout, theme);
    addBanner(scene.still, view, layout, theme, options, end);
    for (const LinkView& link : view.links) addLink(scene.still, view, link, layout, draw, options);
    const ClientPlaces clients = placeClients(view, layout, options);
    addOpenedWires(scene.still, layout, clients, draw);
    addClients(scene.still, view, layout, clients, draw, options);
    for (const ServerView& server : view.servers) {
        const CardPlace* place = layout.card(server.id);
        if (!place) continue;
        const CardContext context{view, server, *place, layout, options, draw};
        addCard(scene.still, context);
        const bool leads = isUp(server) && server.state == ServerState::Leading && server.phase == Phase::Broadcast;
        if (leads && !place->panel.isEmpty()) addProposalPanel(scene.still, context);
    }
    addOpenedClients(scene.still, view, layout, theme, options);
    addPackets(scene, view, layout, clients, draw, now, options);
    addBubbles(scene, view, layout, clients, draw, options);
    return scene;
}

void updatePackets(StageScene& scene, const ClusterView& view, const StageLayout& layout, const Theme& theme, SimTime now,
                   const StageOptions& options) {
    addPackets(scene, view, layout, placeClients(view, layout, options), builder(layout, theme), now, options);
}

StageScene buildStage(const ClusterView& view, const Theme& theme, QSizeF size, SimTime now, const StageOptions& options) {
    return buildStill(view, layoutStage(view, theme, size, options), theme, now, options);
}

}  // namespace zab
