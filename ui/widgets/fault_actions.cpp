// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fault_actions.h"

#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/event_text.h"
#include "ui/theme/icons.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/sides_dialog.h"

#include <QCursor>
#include <QMenu>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>

namespace zab {
namespace {

/// Chinese has a blank around "S1", but none around words of its own that stand in its place.
QString closed(QString text) {
    static const QRegularExpression between(QStringLiteral("(?<=\\p{Han}) +(?=\\p{Han})"));
    return text.remove(between);
}

bool isUp(const ServerView& s) { return s.life == ServerLife::Up || s.life == ServerLife::Frozen; }
bool isDown(const ServerView& s) { return !isUp(s); }

const LinkView* linkBetween(const ClusterView& view, ServerId a, ServerId b) {
    if (b < a) std::swap(a, b);
    const auto l = std::find_if(view.links.begin(), view.links.end(), [&](const LinkView& v) { return v.a == a && v.b == b; });
    return l == view.links.end() ? nullptr : &*l;
}

}  // namespace

FaultActions::FaultActions(const Workbench& bench, QWidget* window)
    : QObject(window), crash(new QAction(this)), crashKeep(new QAction(this)), restart(new QAction(this)), freeze(new QAction(this)),
      timeout(new QAction(this)), cut(new QAction(this)), partition(new QAction(this)), sides(new QAction(this)), healAll(new QAction(this)),
      drop(new QAction(this)), delay(new QAction(this)), duplicate(new QAction(this)), deliver(new QAction(this)), m_bench(bench), m_window(window) {
    crash->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    restart->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    cut->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    partition->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    healAll->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_H));
    drop->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    partition->setCheckable(true);
    connectActions();
    connect(&m_bench.lens, &Lens::changed, this, [this](Lens::Changes what) {
        if (what & Lens::SelectionChange) update();
    });
    connect(&m_bench.appearance, &Appearance::themeChanged, this, &FaultActions::applyTheme);
    retranslate();
    applyTheme();
}

void FaultActions::connectActions() {
    connect(crash, &QAction::triggered, this, [this] { onServer(tr("Crash"), isUp, [](ServerId s) { return Command{CrashServer{s, false}}; }); });
    connect(crashKeep, &QAction::triggered, this, [this] { onServer(tr("Crash, keep unsynced"), isUp, [](ServerId s) { return Command{CrashServer{s, true}}; }); });
    connect(restart, &QAction::triggered, this, [this] { onServer(tr("Start"), isDown, [](ServerId s) { return Command{StartServers{{s}}}; }); });
    connect(timeout, &QAction::triggered, this, [this] { onServer(tr("Force a timeout of"), isUp, [](ServerId s) { return Command{ForceTimeout{s}}; }); });
    connect(freeze, &QAction::triggered, this, [this] {
        const ClusterView& view = *m_bench.feed.view();
        const auto frozen = [&view](ServerId s) {
            return std::any_of(view.servers.begin(), view.servers.end(), [s](const ServerView& v) { return v.id == s && v.life == ServerLife::Frozen; });
        };
        onServer(tr("Freeze or thaw"), isUp, [frozen](ServerId s) { return Command{FreezeServer{s, !frozen(s)}}; });
    });
    connect(cut, &QAction::triggered, this, &FaultActions::cutLink);
    connect(partition, &QAction::toggled, this, &FaultActions::partitionModeRequested);
    connect(healAll, &QAction::triggered, this, [this] { execute(HealAll{}); });
    connect(sides, &QAction::triggered, this, [this] {
        auto* dialog = new SidesDialog(static_cast<int>(m_bench.feed.view()->servers.size()), m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &SidesDialog::chosen, this, [this](const Partition& p) { execute(p); });
        dialog->open();
    });
    connect(drop, &QAction::triggered, this, [this] { onPacket([](std::uint64_t p) { return Command{DropPacket{p}}; }); });
    connect(delay, &QAction::triggered, this, [this] { onPacket([](std::uint64_t p) { return Command{DelayPacket{p, msec(100)}}; }); });
    connect(duplicate, &QAction::triggered, this, [this] { onPacket([](std::uint64_t p) { return Command{DuplicatePacket{p}}; }); });
    connect(deliver, &QAction::triggered, this, [this] { onPacket([](std::uint64_t p) { return Command{DeliverNext{p}}; }); });
}

void FaultActions::execute(const Command& command) { m_bench.client.execute(command); }

std::optional<ServerId> FaultActions::selectedServer(const ServerTest& fits) const {
    const Selection& s = m_bench.lens.selection();
    if (s.kind != Selection::Kind::Server) return std::nullopt;
    for (const ServerView& v : m_bench.feed.view()->servers)
        if (v.id == s.server && fits(v)) return v.id;
    return std::nullopt;
}

void FaultActions::popUp(QMenu* menu) {
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (menu->actions().isEmpty()) menu->addAction(tr("nothing of the kind at this moment"))->setEnabled(false);
    menu->popup(m_place.isNull() ? QCursor::pos() : m_place);
    m_place = {};
}

void FaultActions::onServer(const QString& question, const ServerTest& fits, const std::function<Command(ServerId)>& make) {
    if (const auto server = selectedServer(fits)) return execute(make(*server));
    auto* menu = new QMenu(m_window);
    for (const ServerView& v : m_bench.feed.view()->servers) {
        if (!fits(v)) continue;
        const Command command = make(v.id);
        QAction* a = menu->addAction(tr("%1 %2").arg(question, actorText(v.id)));
        connect(a, &QAction::triggered, this, [this, command] { execute(command); });
    }
    popUp(menu);
}

void FaultActions::cutLink() {
    const Selection& s = m_bench.lens.selection();
    if (s.kind != Selection::Kind::Link) return askLink();
    const LinkView* link = linkBetween(*m_bench.feed.view(), s.server, s.other);
    if (!link) return;
    if (link->cutAB || link->cutBA) execute(HealLink{link->a, link->b});
    else execute(CutLink{link->a, link->b, false});
}

void FaultActions::askLink() {
    auto* menu = new QMenu(m_window);
    const ClusterView& view = *m_bench.feed.view();
    for (const ServerView& v : view.servers) {
        QMenu* from = menu->addMenu(tr("Links of %1").arg(actorText(v.id)));
        const ServerId a = v.id;
        connect(from->addAction(tr("Cut all of them")), &QAction::triggered, this, [this, a] { execute(CutLink{a, ServerId{}, false}); });
        connect(from->addAction(tr("Heal all of them")), &QAction::triggered, this, [this, a] { execute(HealLink{a, ServerId{}}); });
        from->addSeparator();
        for (const ServerView& w : view.servers) {
            const LinkView* link = v.id == w.id ? nullptr : linkBetween(view, v.id, w.id);
            if (!link) continue;
            const ServerId b = w.id;
            const bool isCut = link->cutAB || link->cutBA;
            QAction* action = from->addAction((isCut ? tr("Heal %1 – %2") : tr("Cut %1 – %2")).arg(actorText(a), actorText(b)));
            connect(action, &QAction::triggered, this, [this, a, b, isCut] { isCut ? execute(HealLink{a, b}) : execute(CutLink{a, b, false}); });
        }
    }
    popUp(menu);
}

void FaultActions::onPacket(const std::function<Command(std::uint64_t)>& make) {
    const Selection& s = m_bench.lens.selection();
    if (s.kind == Selection::Kind::Packet) execute(make(s.packet));
}

void FaultActions::update() {
    const Selection& s = m_bench.lens.selection();
    const bool packet = s.kind == Selection::Kind::Packet;
    const QString noPacket = tr("First click a packet or a queue cell on the stage");
    for (QAction* a : {drop, delay, duplicate, deliver}) a->setEnabled(packet);
    drop->setStatusTip(packet ? tr("Drops the selected packet") : noPacket);
    delay->setStatusTip(packet ? tr("The selected packet arrives 100 ms later") : noPacket);
    duplicate->setStatusTip(packet ? tr("A second copy of the selected packet arrives too") : noPacket);
    deliver->setStatusTip(packet ? tr("The selected packet arrives before everything else") : noPacket);
    const QString server = s.kind == Selection::Kind::Server ? actorText(s.server) : tr("a server that you choose");
    crash->setStatusTip(closed(tr("Crashes %1; what was not fsynced is lost").arg(server)));
    crashKeep->setStatusTip(closed(tr("Crashes %1; what was written but not fsynced survives").arg(server)));
    restart->setStatusTip(closed(tr("Starts %1 again from its disk").arg(server)));
    freeze->setStatusTip(closed(tr("Freezes %1 like a long garbage collection, or lets it go on").arg(server)));
    timeout->setStatusTip(closed(tr("%1 gives up its leader and looks for one").arg(server)));
    cut->setStatusTip(s.kind == Selection::Kind::Link ? tr("Cuts or heals the link %1 – %2").arg(actorText(s.server), actorText(s.other)) : tr("Cuts or heals a link that you choose"));
    partition->setStatusTip(tr("Then drag a line across the stage: servers on different sides cannot talk"));
    sides->setStatusTip(tr("Choose for each server on which side of the partition it is"));
    healAll->setStatusTip(tr("All links work again"));
    for (QAction* a : {crash, crashKeep, restart, freeze, timeout, cut, partition, sides, healAll, drop, delay, duplicate, deliver}) a->setToolTip(a->statusTip());
}

void FaultActions::applyTheme() {
    const Theme& theme = m_bench.appearance.theme();
    const std::pair<QAction*, const char*> icons[] = {
        {crash, "crash"},       {crashKeep, "crash-keep"}, {restart, "restart"}, {freeze, "freeze"},       {timeout, "timeout"}, {cut, "scissors"},
        {partition, "partition"}, {healAll, "heal-all"},   {drop, "drop"},       {duplicate, "duplicate"}, {delay, "delay"},     {deliver, "deliver"}};
    for (const auto& [action, name] : icons) action->setIcon(themedIcon(QString::fromLatin1(name), theme));
}

void FaultActions::retranslate() {
    crash->setText(tr("Crash"));
    crashKeep->setText(tr("Crash, keep unsynced writes"));
    restart->setText(tr("Restart"));
    freeze->setText(tr("Freeze or thaw"));
    timeout->setText(tr("Force timeout"));
    cut->setText(tr("Cut a link"));
    partition->setText(tr("Partition"));
    sides->setText(tr("Partition by sides…"));
    healAll->setText(tr("Heal all links"));
    drop->setText(tr("Drop packet"));
    delay->setText(tr("Delay packet"));
    duplicate->setText(tr("Duplicate packet"));
    deliver->setText(tr("Deliver packet next"));
    update();
}

}  // namespace zab
