// SPDX-License-Identifier: GPL-3.0-or-later
// Hand and keyboard on the stage.
#include "ui/scene/stage_words.h"
#include "ui/widgets/stage_private.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace zab {

const ServerView* StageView::Private::server(ServerId id) const {
    if (!view) return nullptr;
    const auto it = std::find_if(view->servers.begin(), view->servers.end(), [&](const ServerView& s) { return s.id == id; });
    return it == view->servers.end() ? nullptr : &*it;
}

const LinkView* StageView::Private::link(ServerId a, ServerId b) const {
    if (!view) return nullptr;
    const auto it = std::find_if(view->links.begin(), view->links.end(), [&](const LinkView& l) { return l.a == a && l.b == b; });
    return it == view->links.end() ? nullptr : &*it;
}

const PacketView* StageView::Private::packet(std::uint64_t sequence) const {
    if (!view) return nullptr;
    const auto it = std::find_if(view->packets.begin(), view->packets.end(), [&](const PacketView& p) { return p.sequence == sequence; });
    return it == view->packets.end() ? nullptr : &*it;
}

// --- pointing ---------------------------------------------------------------------------------------------------------

QString StageView::Private::hint(const ShapeGroup* group) const {
    if (partitioning) return StageView::tr("Drag a line: the servers on its two sides will not hear each other. Esc: no partition");
    if (!group) return StageView::tr("Drag a line across the stage to cut the ensemble in two");
    switch (group->target.kind) {
        case HitKind::Server: return StageView::tr("%1: click to inspect, right click to crash or freeze, drag to move").arg(group->name);
        case HitKind::Link: return StageView::tr("%1: click to inspect, right click to cut or slow down").arg(group->name);
        case HitKind::Packet:
        case HitKind::QueueCell: return StageView::tr("%1: click to inspect, right click to drop, delay or deliver").arg(group->name);
        case HitKind::Decision:
        case HitKind::Property: return StageView::tr("%1: click to see why").arg(group->name);
        case HitKind::Variant: return StageView::tr("%1: click to see what it means; the lamp of the property that it guards lights up").arg(group->name);
        case HitKind::Client: return StageView::tr("%1: click to open or close it, right click for what can be done").arg(group->name);
        case HitKind::ClientPile: return StageView::tr("%1: click for the list of them").arg(group->name);
        case HitKind::ClientCard:
        case HitKind::ClientThread: return StageView::tr("%1: click to inspect, right click for what can be done, Esc to close").arg(group->name);
        case HitKind::ClientClose: return StageView::tr("%1 (Esc)").arg(group->name);
        case HitKind::ClientWatch: return StageView::tr("%1: click to follow its three steps").arg(group->name);
        case HitKind::ClientHost: return StageView::tr("%1: click to see how the client last fared with it").arg(group->name);
        default: return StageView::tr("%1: click to inspect").arg(group->name);
    }
}

void StageView::Private::hover(QPointF at) {
    rebuild();
    const ShapeGroup* group = scene.at(at);
    const HitTarget target = group ? group->target : HitTarget{};
    emit q->hinted(hint(group));
    q->setCursor(partitioning ? Qt::CrossCursor : group ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (target == options.hovered) return;
    const auto framed = [](HitKind kind) { return kind == HitKind::Server || kind == HitKind::Link || kind == HitKind::Variant || kind == HitKind::Property; };
    const bool repaint = framed(target.kind) || framed(options.hovered.kind);
    options.hovered = target;
    emit q->pointedAt(target);
    if (repaint) stillDirty = true;
    else updatePackets(scene, *view, layout, theme, now, options);
    q->update();
}

void StageView::leaveEvent(QEvent*) {
    if (d->view && d->options.hovered) {
        d->options.hovered = {};
        emit pointedAt({});
        d->changed();
    }
    emit hinted(QString());
}

void StageView::Private::select(const HitTarget& target) {
    if (options.selected == target) return;
    options.selected = target;
    changed();
}

void StageView::Private::toggleClient(ClientId client) {
    if (layout.openedCard(client)) q->closeClient(client);
    else q->openClient(client);
}

bool StageView::Private::announceOpened(const HitTarget& target) {
    switch (target.kind) {
        case HitKind::Client:
            toggleClient(target.client);
            emit q->clientClicked(target.client);
            return true;
        case HitKind::ClientWatch:
        case HitKind::WatchStep:
            options.watches[target.client.value] = target.path;
            changed();
            return true;
        case HitKind::ClientPile:
            if (QMenu* menu = q->menuFor(target)) {
                menu->setAttribute(Qt::WA_DeleteOnClose);
                const ShapeGroup* pile = scene.find(target);
                menu->popup(q->mapToGlobal(pile ? pile->bounds.bottomLeft().toPoint() : QPoint()));
            }
            return true;
        case HitKind::ClientClose:
            q->closeClient(target.client);
            select({});
            return true;
        case HitKind::ClientCard:
        case HitKind::ClientThread: emit q->clientClicked(target.client); return true;
        case HitKind::ClientCall:
        case HitKind::ClientHost:
        case HitKind::ClientAuth:
        case HitKind::ClientEvent:
        case HitKind::ClientCallback: return true;
        default: return false;
    }
}

bool StageView::Private::pressesSelected() {
    rebuild();
    const ShapeGroup* group = scene.find(options.selected);
    const bool ofClient = group && group->target.client && group->target.kind != HitKind::Decision;
    const bool ofBanner = group && (group->target.kind == HitKind::Variant || group->target.kind == HitKind::Property);
    if (!ofClient && !ofBanner) return false;
    const ShapeGroup pressed = *group;
    announce(pressed);
    return true;
}

void StageView::Private::announce(const ShapeGroup& group) {
    const HitTarget target = group.target;
    emit q->targetClicked(target);
    if (announceOpened(target)) return;
    switch (target.kind) {
        case HitKind::Server: emit q->serverClicked(target.server); break;
        case HitKind::Link: emit q->linkClicked(target.server, target.other); break;
        case HitKind::Packet:
        case HitKind::QueueCell: emit q->packetClicked(target.sequence, target.event); break;
        case HitKind::Proposal:
        case HitKind::AckLamp: emit q->proposalClicked(target.server, target.zxid, target.event); break;
        case HitKind::LogCell: emit q->logCellClicked(target.server, target.zxid); break;
        case HitKind::Vote:
        case HitKind::Tally: emit q->voteClicked(target.server, target.server); break;
        case HitKind::HeardLamp: emit q->voteClicked(target.server, target.other); break;
        case HitKind::Queue:
        case HitKind::Eureka:
        case HitKind::Barrier: emit q->serverClicked(target.server); break;
        case HitKind::Decision: emit q->decisionClicked(target.event); break;
        default: break;
    }
}

void StageView::mousePressEvent(QMouseEvent* e) {
    if (!d->view || e->button() != Qt::LeftButton) return QWidget::mousePressEvent(e);
    d->rebuild();
    d->keyboard = false;
    const ShapeGroup* group = d->scene.at(e->position());
    d->pressed = group ? group->target : HitTarget{};
    d->pressAt = e->position();
    d->drag = Private::Drag::Pressed;
    // Everything inside a card moves the card.
    const CardPlace* place = d->pressed.server ? d->layout.card(d->pressed.server) : nullptr;
    if (place && place->card.contains(e->position())) d->grabOffset = place->card.center() - e->position();
}

void StageView::mouseMoveEvent(QMouseEvent* e) {
    if (!d->view) return;
    const QPointF at = e->position();
    if (d->drag == Private::Drag::None) return d->hover(at);
    if (d->drag == Private::Drag::Pressed) {
        if ((at - d->pressAt).manhattanLength() < QApplication::startDragDistance()) return;
        const CardPlace* place = d->pressed.server ? d->layout.card(d->pressed.server) : nullptr;
        const bool onCard = place && place->card.contains(d->pressAt);
        d->drag = onCard && !d->partitioning ? Private::Drag::Server : Private::Drag::Line;
        if (onCard && d->drag == Private::Drag::Server) setCursor(Qt::ClosedHandCursor);
    }
    if (d->drag == Private::Drag::Server) return d->dragServer(at + d->grabOffset);
    d->cut = QLineF(d->pressAt, at);
    std::vector<ServerId> left, right;
    d->sides(d->cut, left, right);
    const auto words = [](const std::vector<ServerId>& ids) {
        QStringList list;
        for (ServerId id : ids) list << serverWord(id);
        return list.join(QLatin1Char(' '));
    };
    emit hinted(left.empty() || right.empty() ? tr("All servers are on one side: nothing will be cut")
                                              : tr("Partition: %1 | %2").arg(words(left), words(right)));
    update();
}

void StageView::mouseReleaseEvent(QMouseEvent* e) {
    if (e->button() != Qt::LeftButton || !d->view) return QWidget::mouseReleaseEvent(e);
    d->rebuild();   // the last move may not have been painted yet
    const auto drag = d->drag;
    d->drag = Private::Drag::None;
    if (drag == Private::Drag::Line) return d->finishLine();
    if (drag == Private::Drag::Server) {
        // Remember where it came to stand, not where the hand wanted it.
        if (const CardPlace* place = d->layout.card(d->pressed.server))
            d->options.moved[d->pressed.server.value] = {place->card.center().x() / width(), place->card.center().y() / height()};
        d->changed();
        emit serversMoved();
        d->hover(e->position());
        return;
    }
    if (drag != Private::Drag::Pressed) return;
    const ShapeGroup* group = d->scene.at(e->position());
    if (!group || !(group->target == d->pressed)) {
        if (group || d->pressed) return;
        d->select({});
        emit targetClicked({});
        return;
    }
    const ShapeGroup clicked = *group;
    d->select(clicked.target);
    d->announce(clicked);
}

void StageView::mouseDoubleClickEvent(QMouseEvent* e) {
    if (!d->view || e->button() != Qt::LeftButton) return;
    const ShapeGroup* group = scene().at(e->position());
    if (group) emit inspectRequested(group->target);
}

void StageView::contextMenuEvent(QContextMenuEvent* e) {
    if (!d->view) return;
    d->rebuild();
    const bool byMouse = e->reason() == QContextMenuEvent::Mouse;
    const ShapeGroup* group = byMouse ? d->scene.at(e->pos()) : d->scene.find(d->options.selected);
    const HitTarget target = group ? group->target : HitTarget{};
    const QPoint at = byMouse || !group ? e->globalPos() : mapToGlobal(group->path.isEmpty() ? group->bounds.center().toPoint() : group->path[group->path.size() / 2].toPoint());
    d->select(target);
    if (QMenu* menu = menuFor(target)) {
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(at);
    }
}

// --- dragging ---------------------------------------------------------------------------------------------------------

void StageView::Private::dragServer(QPointF to) {
    options.moved[pressed.server.value] = {to.x() / q->width(), to.y() / q->height()};
    changed();
}

void StageView::Private::sides(const QLineF& line, std::vector<ServerId>& left, std::vector<ServerId>& right) const {
    const QPointF v = line.p2() - line.p1();
    for (const CardPlace& place : layout.cards) {
        const QPointF w = place.card.center() - line.p1();
        (v.x() * w.y() - v.y() * w.x() < 0 ? left : right).push_back(place.id);
    }
}

void StageView::Private::finishLine() {
    std::vector<ServerId> left, right;
    const bool longEnough = cut.length() > 40;   // a slip of the hand cuts nothing
    if (longEnough) sides(cut, left, right);
    cut = QLineF();
    q->update();
    if (partitioning) q->setPartitionMode(false);
    if (left.empty() || right.empty()) return;
    emit q->partitionDrawn(left, right);
    emit q->commandRequested(Partition{{left, right}});
}

// --- keyboard ---------------------------------------------------------------------------------------------------------

std::vector<const ShapeGroup*> StageView::Private::stops() const {
    std::vector<const ShapeGroup*> result;
    const auto add = [&](const std::vector<ShapeGroup>& groups, std::initializer_list<HitKind> kinds) {
        for (const ShapeGroup& g : groups)
            if (std::find(kinds.begin(), kinds.end(), g.target.kind) != kinds.end() && !g.name.isEmpty()) result.push_back(&g);
    };
    add(scene.still, {HitKind::Variant, HitKind::Property});
    add(scene.still, {HitKind::Server, HitKind::Proposal});
    add(scene.bubbles, {HitKind::Decision});
    add(scene.packets, {HitKind::Packet, HitKind::QueueCell});
    add(scene.still, {HitKind::Client, HitKind::ClientPile});
    add(scene.still, {HitKind::ClientCard, HitKind::ClientClose, HitKind::ClientThread, HitKind::ClientCall, HitKind::ClientHost, HitKind::ClientAuth, HitKind::ClientEvent, HitKind::ClientCallback,
                      HitKind::ClientWatch, HitKind::WatchStep});
    add(scene.still, {HitKind::Link});
    return result;
}

bool StageView::Private::moveFocus(bool forward) {
    if (!view) return false;
    rebuild();
    const auto all = stops();
    if (all.empty()) return false;
    auto it = std::find_if(all.begin(), all.end(), [&](const ShapeGroup* g) { return g->target == options.selected; });
    HitTarget target;
    if (!keyboard || it == all.end()) target = (forward ? all.front() : all.back())->target;
    else if (forward ? it + 1 == all.end() : it == all.begin()) {
        keyboard = false;   // past the end: the next widget
        q->update();
        return false;
    } else target = (*(forward ? it + 1 : it - 1))->target;
    keyboard = true;
    select(target);
    rebuild();
    if (const ShapeGroup* group = scene.find(target)) emit q->hinted(hint(group) + QStringLiteral(" · ") + group->state);
    tellStageFocus(*q, target);
    q->update();
    return true;
}

void StageView::Private::moveFocus(QPointF direction) {
    rebuild();
    const auto middle = [](const ShapeGroup& g) { return g.path.isEmpty() ? g.bounds.center() : g.path[g.path.size() / 2]; };
    const ShapeGroup* current = scene.find(options.selected);
    const QPointF from = current ? middle(*current) : QPointF(q->width() / 2.0, q->height() / 2.0);
    const ShapeGroup* best = nullptr;
    double least = 1e18;
    for (const ShapeGroup* group : stops()) {
        const QPointF v = middle(*group) - from;
        const double ahead = QPointF::dotProduct(v, direction), aside = std::abs(v.x() * direction.y() - v.y() * direction.x());
        if (ahead < 4 || group->target == options.selected) continue;
        const double cost = ahead + 2.2 * aside;
        if (cost < least) {
            least = cost;
            best = group;
        }
    }
    if (!best) return;
    const HitTarget target = best->target;
    select(target);
    rebuild();
    tellStageFocus(*q, target);
}

bool StageView::focusNextPrevChild(bool next) {
    return d->moveFocus(next) || QWidget::focusNextPrevChild(next);
}

void StageView::keyPressEvent(QKeyEvent* e) {
    const bool framed = d->keyboard && d->options.selected;
    switch (e->key()) {
        case Qt::Key_Escape:
            if (d->drag == Private::Drag::Line || d->partitioning) {
                d->drag = Private::Drag::None;
                setPartitionMode(false);
            } else if (const ClientId client = d->options.selected.client; client && d->layout.openedCard(client)) {
                d->keyboard = false;
                closeClient(client);
                d->select({});
                emit targetClicked({});
            } else if (framed) {
                d->keyboard = false;
                d->select({});
            } else {
                break;
            }
            update();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!framed) break;
            if (d->pressesSelected()) return;
            {
                QContextMenuEvent menu(QContextMenuEvent::Keyboard, rect().center(), mapToGlobal(rect().center()));
                contextMenuEvent(&menu);
            }
            return;
        case Qt::Key_Left: if (framed) return d->moveFocus(QPointF(-1, 0)); break;
        case Qt::Key_Right: if (framed) return d->moveFocus(QPointF(1, 0)); break;
        case Qt::Key_Up: if (framed) return d->moveFocus(QPointF(0, -1)); break;
        case Qt::Key_Down: if (framed) return d->moveFocus(QPointF(0, 1)); break;
        default: break;
    }
    QWidget::keyPressEvent(e);
}

void StageView::focusInEvent(QFocusEvent* e) {
    QWidget::focusInEvent(e);
    if (e->reason() == Qt::TabFocusReason || e->reason() == Qt::BacktabFocusReason) {
        d->keyboard = false;
        d->moveFocus(e->reason() == Qt::TabFocusReason);
    }
}

void StageView::focusOutEvent(QFocusEvent* e) {
    QWidget::focusOutEvent(e);
    if (e->reason() != Qt::PopupFocusReason) d->keyboard = false;
    update();
}

}  // namespace zab
