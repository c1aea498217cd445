// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a thing on the stage.
#include "ui/scene/client_places.h"
#include "ui/scene/stage_words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/call_dialog.h"
#include "ui/widgets/stage_private.h"

#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace zab {

QAction* StageView::Private::add(QMenu* menu, const char* icon, const QString& text, const Command& command) {
    QAction* action = menu->addAction(themedIcon(QString::fromLatin1(icon), theme), text);
    QObject::connect(action, &QAction::triggered, q, [this, command] { emit q->commandRequested(command); });
    return action;
}

void StageView::Private::addInspect(QMenu* menu, const HitTarget& target) {
    if (!menu->isEmpty()) menu->addSeparator();
    QAction* action = menu->addAction(themedIcon(QStringLiteral("inspect"), theme), StageView::tr("Inspect: what and why"));
    QObject::connect(action, &QAction::triggered, q, [this, target] { emit q->inspectRequested(target); });
    if (view->recipes.empty()) return;
    switch (target.kind) {
        case HitKind::Server:
        case HitKind::Link:
        case HitKind::Vote:
        case HitKind::Tally:
        case HitKind::HeardLamp:
        case HitKind::Barrier:
        case HitKind::Eureka:
        case HitKind::Property:
        case HitKind::Variant:
        case HitKind::Queue: return;   // of everybody
        default: break;
    }
    QAction* part = menu->addAction(themedIcon(QStringLiteral("client"), theme), StageView::tr("Its part in a recipe"));
    part->setStatusTip(StageView::tr("Goes to the waiter whose request, transaction or znode this is"));
    QObject::connect(part, &QAction::triggered, q, [this, target] { emit q->recipeRequested(target); });
}

void StageView::Private::fillServerMenu(QMenu* menu, const ServerView& s) {
    const QString id = serverWord(s.id);
    const bool up = s.life == ServerLife::Up || s.life == ServerLife::Frozen;
    if (up) {
        add(menu, "crash", StageView::tr("Crash %1").arg(id), CrashServer{s.id, false})->setStatusTip(StageView::tr("What was not fsynced is lost"));
        add(menu, "crash-keep", StageView::tr("Crash %1, keep unsynced data").arg(id), CrashServer{s.id, true})
            ->setStatusTip(StageView::tr("What was written but not fsynced survives"));
        if (s.life == ServerLife::Frozen) add(menu, "thaw", StageView::tr("Thaw %1").arg(id), FreezeServer{s.id, false});
        else add(menu, "freeze", StageView::tr("Freeze %1").arg(id), FreezeServer{s.id, true});
        add(menu, "timeout", StageView::tr("Force a timeout on %1").arg(id), ForceTimeout{s.id});
    } else {
        add(menu, "restart", StageView::tr("Restart %1 from its disk").arg(id), StartServers{{s.id}});
    }
    menu->addSeparator();
    QMenu* disk = menu->addMenu(themedIcon(QStringLiteral("disk"), theme), StageView::tr("Disk: one fsync takes"));
    for (int ms : {1, 5, 20, 100, 500}) {
        QAction* action = add(disk, "disk", StageView::tr("%1 ms").arg(ms), SetFsync{s.id, msec(ms), {}});
        action->setCheckable(true);
        action->setChecked(s.fsyncLatency == msec(ms));
    }
    add(menu, "scissors", StageView::tr("Cut %1 off from all others").arg(id), CutLink{s.id, {}, false});
    add(menu, "heal", StageView::tr("Heal all links of %1").arg(id), HealLink{s.id, {}});
    if (options.moved.count(s.id.value)) {
        menu->addSeparator();
        QAction* back = menu->addAction(themedIcon(QStringLiteral("layout-reset"), theme), StageView::tr("Back to its own place"));
        QObject::connect(back, &QAction::triggered, q, [this, id = s.id.value] {
            options.moved.erase(id);
            changed();
            emit q->serversMoved();
        });
    }
}

void StageView::Private::fillLinkMenu(QMenu* menu, const LinkView& l) {
    const SetLink now{l.a, l.b, l.latency, l.jitter, l.lossPpm, l.duplicatePpm};   // a choice changes one of them
    const auto withLatency = [now](SimTime latency) {
        SetLink link = now;
        link.latency = latency;
        return link;
    };
    const auto withLoss = [now](std::int64_t ppm) {
        SetLink link = now;
        link.lossPpm = ppm;
        return link;
    };
    const QString a = serverWord(l.a), b = serverWord(l.b);
    if (!l.cutAB || !l.cutBA) add(menu, "scissors", StageView::tr("Cut both ways"), CutLink{l.a, l.b, false});
    if (!l.cutAB) add(menu, "cut-one-way", StageView::tr("Cut only %1 to %2").arg(a, b), CutLink{l.a, l.b, true});
    if (!l.cutBA) add(menu, "cut-one-way", StageView::tr("Cut only %1 to %2").arg(b, a), CutLink{l.b, l.a, true});
    if (l.cutAB || l.cutBA) add(menu, "heal", StageView::tr("Heal"), HealLink{l.a, l.b});
    menu->addSeparator();
    QMenu* delay = menu->addMenu(themedIcon(QStringLiteral("delay"), theme), StageView::tr("Latency, one way"));
    for (int ms : {1, 2, 10, 50, 200, 1000}) {
        QAction* action = add(delay, "delay", StageView::tr("%1 ms").arg(ms), withLatency(msec(ms)));
        action->setCheckable(true);
        action->setChecked(l.latency == msec(ms));
    }
    delay->addSeparator();
    QAction* other = delay->addAction(StageView::tr("Other…"));
    QObject::connect(other, &QAction::triggered, q, [this, l, withLatency] {
        bool ok = false;
        const double ms = QInputDialog::getDouble(q, StageView::tr("Latency"), StageView::tr("Milliseconds, one way:"),
                                                  static_cast<double>(l.latency.us) / 1000, 0, 60000, 3, &ok);
        if (ok) emit q->commandRequested(withLatency(usec(qRound64(ms * 1000))));
    });
    QMenu* loss = menu->addMenu(themedIcon(QStringLiteral("loss"), theme), StageView::tr("Loses"));
    for (int percent : {0, 1, 10, 30, 50}) {
        QAction* action = add(loss, "loss", StageView::tr("%1 % of the packets").arg(percent), withLoss(percent * 10000));
        action->setCheckable(true);
        action->setChecked(l.lossPpm == percent * 10000);
    }
}

void StageView::Private::fillPacketMenu(QMenu* menu, const PacketView& p) {
    add(menu, "deliver", StageView::tr("Deliver next"), DeliverNext{p.sequence});
    add(menu, "drop", StageView::tr("Drop"), DropPacket{p.sequence});
    add(menu, "duplicate", StageView::tr("Duplicate"), DuplicatePacket{p.sequence});
    QMenu* delay = menu->addMenu(themedIcon(QStringLiteral("delay"), theme), StageView::tr("Delay by"));
    for (int ms : {1, 5, 20, 100, 500, 2000}) add(delay, "delay", StageView::tr("%1 ms").arg(ms), DelayPacket{p.sequence, msec(ms)});
}

void StageView::Private::fillClientMenu(QMenu* menu, ClientId client) {
    const auto it = std::find_if(view->clients.begin(), view->clients.end(), [&](const ClientView& c) { return c.id == client; });
    if (it == view->clients.end()) return;
    const bool open = layout.openedCard(client) != nullptr;
    QAction* card = menu->addAction(themedIcon(QStringLiteral("inspect"), theme), open ? StageView::tr("Close its card") : StageView::tr("Open: its threads, queues and watches"));
    QObject::connect(card, &QAction::triggered, q, [this, client] { toggleClient(client); });
    menu->addSeparator();
    fillCallMenu(menu, *it);
    menu->addSeparator();
    QMenu* move = menu->addMenu(themedIcon(QStringLiteral("client"), theme), it->connected ? StageView::tr("Move to another server") : StageView::tr("Connect to"));
    for (const ServerView& s : view->servers) {
        QAction* action = add(move, "client", serverWord(s.id), ConnectClient{client, s.id, {}});
        action->setCheckable(true);
        action->setChecked(it->connected && it->server == s.id);
    }
    QMenu* beside = menu->addMenu(themedIcon(QStringLiteral("partition"), theme), StageView::tr("Stands beside"));
    beside->menuAction()->setStatusTip(StageView::tr("A cut between that server and another one cuts the client off from the other one too"));
    for (const ServerView& s : view->servers) {
        QAction* action = add(beside, "client", serverWord(s.id), StandAt{client, s.id});
        action->setCheckable(true);
        action->setChecked(it->at == s.id);
    }
    QAction* nowhere = add(beside, "client", StageView::tr("nowhere: nothing is cut"), StandAt{client, {}});
    nowhere->setCheckable(true);
    nowhere->setChecked(!it->at);
    QMenu* callback = menu->addMenu(themedIcon(QStringLiteral("timeout"), theme), StageView::tr("A callback takes"));
    for (int ms : {0, 100, 1000, 5000, 30000}) {
        const QString takes = ms == 0 ? StageView::tr("no time") : durationWord(msec(ms));
        QAction* action = add(callback, "timeout", takes, SetCallbackTime{client, msec(ms)});
        action->setCheckable(true);
        action->setChecked(it->callbackTime == msec(ms));
    }
    if (it->frozen) add(menu, "thaw", StageView::tr("Let it go on"), FreezeClient{client, false})->setStatusTip(StageView::tr("It goes on where it stood and does not know that time has passed"));
    else if (it->alive) add(menu, "freeze", StageView::tr("Freeze it, as a long garbage collection does"), FreezeClient{client, true})
            ->setStatusTip(StageView::tr("Frozen longer than its timeout it loses its session without knowing it"));
    menu->addSeparator();
    QMenu* expire = menu->addMenu(themedIcon(QStringLiteral("timeout"), theme), StageView::tr("Let its session expire"));
    add(expire, "freeze", StageView::tr("by a pause: freeze it until the timeout has passed"), FreezeClient{client, true})->setEnabled(it->alive && !it->frozen);
    add(expire, "crash", StageView::tr("by its death: crash it, the servers wait for the timeout"), CrashClient{client})->setEnabled(it->alive);
    add(menu, "close", StageView::tr("Close the session"), CloseClient{client})->setStatusTip(StageView::tr("The session ends at once, and its ephemeral znodes with it"));
    add(menu, "crash", StageView::tr("Let the client die silently"), CrashClient{client})
        ->setStatusTip(StageView::tr("Nobody is told: its session lives on at the servers until it expires, and its ephemeral znodes with it"));
}

void StageView::Private::fillCallMenu(QMenu* menu, const ClientView& client) {
    struct Entry {
        OpCode op;
        const char* icon;
        QString of, ask;
    };
    const QString path = QString::fromStdString(znode);
    const Entry entries[] = {{OpCode::GetData, "tree", StageView::tr("Read %1").arg(path), StageView::tr("Read…")},
                             {OpCode::SetData, "disk", StageView::tr("Write to %1…").arg(path), StageView::tr("Write…")},
                             {OpCode::Sync, "deliver", StageView::tr("Sync %1").arg(path), StageView::tr("Sync…")}};
    for (const Entry& entry : entries) {
        // A selected znode is meant; only what it does not tell is asked for.
        const bool known = !znode.empty();
        QAction* action = menu->addAction(themedIcon(QString::fromLatin1(entry.icon), theme), known ? entry.of : entry.ask);
        action->setEnabled(client.alive && !client.expired);
        QObject::connect(action, &QAction::triggered, q, [this, known, op = entry.op, id = client.id, path = znode] {
            ClientCall call{id, {}, {}};
            call.request.op = op;
            call.request.path = path;
            if (known && op != OpCode::SetData) {
                lastPath = path;
                emit q->commandRequested(call);
                return;
            }
            auto* dialog = new CallDialog(id, op, known ? path : lastPath, q);
            QObject::connect(dialog, &CallDialog::chosen, q, [this](const ClientCall& chosen) {
                lastPath = chosen.request.path;
                emit q->commandRequested(chosen);
            });
            dialog->open();
        });
    }
}

void StageView::Private::fillPileMenu(QMenu* menu, ServerId server) {
    for (const auto& [id, place] : placeClients(*view, layout, options)) {
        if (!place.folded || place.home != server) continue;
        const auto it = std::find_if(view->clients.begin(), view->clients.end(), [id = id](const ClientView& c) { return c.id.value == id; });
        const QString state = it->state.empty() ? StageView::tr("dead") : QString::fromStdString(it->state);
        QAction* action = menu->addAction(themedIcon(QStringLiteral("client"), theme), StageView::tr("%1: %2", "a client, its state").arg(clientWord(it->id), state));
        QObject::connect(action, &QAction::triggered, q, [this, client = it->id] {
            HitTarget target;
            target.kind = HitKind::Client;
            target.client = client;
            select(target);
            q->openClient(client);
            emit q->targetClicked(target);
            emit q->clientClicked(client);
        });
    }
}

void StageView::Private::fillStageMenu(QMenu* menu) {
    QAction* partition = menu->addAction(themedIcon(QStringLiteral("partition"), theme), StageView::tr("Partition: draw a line"));
    QObject::connect(partition, &QAction::triggered, q, [this] { q->setPartitionMode(true); });
    add(menu, "heal-all", StageView::tr("Heal all links"), HealAll{});
    menu->addSeparator();
    QAction* pings = menu->addAction(themedIcon(QStringLiteral("ping"), theme), StageView::tr("Show pings"));
    pings->setCheckable(true);
    pings->setChecked(!options.hidePings);
    QObject::connect(pings, &QAction::toggled, q, &StageView::setPingsVisible);
    QAction* reset = menu->addAction(themedIcon(QStringLiteral("layout-reset"), theme), StageView::tr("Reset the layout"));
    reset->setEnabled(!options.moved.empty());
    QObject::connect(reset, &QAction::triggered, q, &StageView::resetLayout);
}

QMenu* StageView::menuFor(const HitTarget& target) {
    if (!d->view) return nullptr;
    auto* menu = new QMenu(this);
    switch (target.kind) {
        case HitKind::None:
        case HitKind::Stage: d->fillStageMenu(menu); return menu;
        case HitKind::ClientPile: d->fillPileMenu(menu, target.server); return menu;
        case HitKind::Link:
            if (const LinkView* link = d->link(target.server, target.other)) d->fillLinkMenu(menu, *link);
            break;
        case HitKind::Packet:
        case HitKind::QueueCell:
            if (const PacketView* packet = d->packet(target.sequence)) d->fillPacketMenu(menu, *packet);
            break;
        case HitKind::Client:
        case HitKind::ClientCard:
        case HitKind::ClientClose:
        case HitKind::ClientThread:
        case HitKind::ClientCall:
        case HitKind::ClientHost:
        case HitKind::ClientAuth:
        case HitKind::ClientEvent:
        case HitKind::ClientCallback:
        case HitKind::ClientWatch:
        case HitKind::WatchStep: d->fillClientMenu(menu, target.client); break;
        case HitKind::Decision: break;
        default:
            if (const ServerView* server = d->server(target.server)) d->fillServerMenu(menu, *server);
            break;
    }
    d->addInspect(menu, target);
    return menu;
}

}  // namespace zab
