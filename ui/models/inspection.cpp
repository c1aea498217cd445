// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inspection.h"
#include "ui/models/property_inspection.h"
#include "ui/models/recipe_inspection.h"

#include "engine/zab/rules.h"
#include "ui/text/eureka_words.h"
#include "ui/text/event_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace zab {
namespace {

/// How far forward effects are looked for: what an event leads to stands close behind it.
constexpr std::size_t kMostLeases = 8;
constexpr EventId kEffectWindow = 20000;

/// The context is the one under which lupdate files a free tr(): its namespace.
QString tr(const char* text) { return QCoreApplication::translate("zab", text); }
QString view(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }
QString zxidText(Zxid z) { return operandText(z.value, OperandType::Zxid); }

QString lifeText(ServerLife life) {
    switch (life) {
        case ServerLife::Down: return tr("down");
        case ServerLife::Up: return tr("up");
        case ServerLife::Frozen: return tr("frozen");
        case ServerLife::Refused: return tr("refused to start");
        case ServerLife::Exited: return tr("process ended");
    }
    return {};
}

QString serverList(const std::vector<ServerId>& servers) {
    QStringList names;
    for (const ServerId s : servers) names << actorText(s);
    return names.isEmpty() ? tr("nobody") : names.join(QStringLiteral(", "));
}

Inspection::Link linkTo(EventId id, const Trace& trace) {
    const Event& e = trace.at(id);
    return {id, timeText(e.time), actorText(e.actor), shortNames(describe(e, trace))};
}

void addCauses(Inspection& i, EventId id, const Trace& trace) {
    EventId at = trace.at(id).cause;
    while (at >= 0 && static_cast<int>(i.causes.size()) < Inspection::kMostLinks) {
        i.causes.push_back(linkTo(at, trace));
        at = trace.at(at).cause;
    }
    i.goesFurther = at >= 0;
    std::reverse(i.causes.begin(), i.causes.end());
}

void addEffects(Inspection& i, EventId id, const Trace& trace) {
    const EventId end = std::min(trace.size(), id + kEffectWindow);
    for (EventId at = id + 1; at < end && static_cast<int>(i.effects.size()) < Inspection::kMostLinks; ++at)
        if (trace.at(at).cause == id) i.effects.push_back(linkTo(at, trace));
}

void setRule(Inspection& i, RuleId id) {
    const RuleInfo& rule = ruleInfo(id);
    i.rule = view(rule.id);
    i.source = view(rule.source);
    i.section = view(rule.section);
}

}  // namespace

void addEvent(Inspection& i, EventId id, const Trace& trace) {
    if (id < 0 || id >= trace.size()) return;
    const Event& e = trace.at(id);
    i.event = id;
    i.time = e.time;
    i.why = narrate(e, trace);
    i.operands = operandTexts(e).join(QStringLiteral("   "));
    if (e.rule != RuleId::None) {
        i.why = ruleSentence(e);
        setRule(i, e.rule);
    }
    addCauses(i, id, trace);
    addEffects(i, id, trace);
}

namespace {

Inspection inspectEvent(EventId id, const Trace& trace) {
    Inspection i;
    if (id < 0 || id >= trace.size()) return i;
    const Event& e = trace.at(id);
    i.badge = actorText(e.actor);
    i.title = isOfEureka(e) ? deciderText(e) : kindName(e.kind);
    addEvent(i, id, trace);
    return i;
}

void addVote(Inspection& i, const ServerView& s) {
    if (s.state != ServerState::Looking || s.observer) return;
    i.facts.emplace_back(tr("Round"), QString::number(s.round));
    i.facts.emplace_back(tr("Its vote"), tr("%1, zxid %2, epoch %3").arg(operandText(s.vote.leader.value, OperandType::Server), zxidText(s.vote.zxid)).arg(s.vote.peerEpoch));
    i.facts.emplace_back(tr("Votes for it"), tr("%1, needed %2").arg(s.tally).arg(s.needed));
    for (const HeardVote& h : s.heard)
        i.facts.emplace_back(tr("Heard %1").arg(actorText(h.from)), tr("%1, zxid %2, round %3").arg(operandText(h.vote.leader.value, OperandType::Server), zxidText(h.vote.zxid)).arg(h.vote.round));
}

void addHistory(Inspection& i, const ServerView& s) {
    i.facts.emplace_back(tr("acceptedEpoch"), QString::number(s.acceptedEpoch));
    i.facts.emplace_back(tr("currentEpoch"), QString::number(s.currentEpoch));
    i.facts.emplace_back(tr("Applied up to"), zxidText(s.lastProcessed));
    i.facts.emplace_back(tr("Logged up to"), zxidText(s.lastLogged));
    i.facts.emplace_back(tr("On disk up to"), zxidText(s.lastSynced));
    if (s.diskLast.counter() > 0) i.facts.emplace_back(tr("Disk keeps"), tr("%1 to %2").arg(zxidText(s.diskFirst), zxidText(s.diskLast)));
    i.facts.emplace_back(tr("fsync takes"), durationText(s.fsyncLatency));
    i.facts.emplace_back(tr("Znodes"), QString::number(s.tree.size()));
    if (!s.watches.empty()) i.facts.emplace_back(tr("Watches"), QString::number(s.watches.size()));
    for (const ConnectionView& c : s.connections) {
        if (c.auth.empty()) continue;
        QStringList ids;
        for (const std::string& id : c.auth) ids << QString::fromStdString(id);
        i.facts.emplace_back(tr("%1 has proved to be").arg(actorText(c.client)), ids.join(QStringLiteral(", ")));
    }
}

Inspection inspectServer(ServerId id, const Trace& trace, const ClusterView& cluster) {
    Inspection i;
    const auto s = std::find_if(cluster.servers.begin(), cluster.servers.end(), [id](const ServerView& v) { return v.id == id; });
    if (s == cluster.servers.end()) return i;
    i.badge = actorText(id);
    const bool up = s->life == ServerLife::Up || s->life == ServerLife::Frozen;
    i.title = up ? tr("%1, %2").arg(view(stateName(s->state)), view(phaseName(s->phase))) : lifeText(s->life);
    addEvent(i, s->lastDecision, trace);
    if (s->refusal != RuleId::None) setRule(i, s->refusal);
    if (s->life == ServerLife::Frozen) i.facts.emplace_back(tr("Process"), lifeText(s->life));
    if (up && s->leader) i.facts.emplace_back(tr("Leader"), actorText(s->leader));
    if (s->observer) i.facts.emplace_back(tr("Role"), tr("observer: never votes, never acknowledges"));
    if (s->weight != 1 || s->group) i.facts.emplace_back(tr("Weight, group"), tr("%1, %2").arg(s->weight).arg(s->group));
    if (up) i.facts.emplace_back(tr("Serves clients"), s->serving ? tr("yes, %1 connected").arg(s->sessions) : tr("no"));
    if (up) addVote(i, *s);
    addHistory(i, *s);
    if (s->state == ServerState::Leading && up) {
        i.facts.emplace_back(tr("Synchronized"), serverList(s->synced));
        i.facts.emplace_back(tr("Outstanding"), QString::number(s->outstanding.size()));
    }
    if (const CapServerView* eureka = eurekaAt(cluster.cap, id)) {
        i.facts.emplace_back(QStringLiteral("Eureka"), eurekaSentence(*eureka));
        if (const QStringList leases = leaseLines(*eureka, cluster.now, kMostLeases); !leases.isEmpty())
            i.facts.emplace_back(tr("Leases"), leases.join(QLatin1Char('\n')));
    }
    return i;
}

/// The numbers that no call has mean something by themselves (§7.4).
QString xidText(std::int32_t xid) {
    switch (xid) {
        case -1: return tr("%1, a notification").arg(xid);
        case -2: return tr("%1, a ping").arg(xid);
        case -4: return tr("%1, auth").arg(xid);
        case -8: return tr("%1, setWatches").arg(xid);
        default: return QString::number(xid);
    }
}

Inspection inspectPacket(const Selection& s, const Trace& trace, const ClusterView& cluster) {
    Inspection i;
    const auto p = std::find_if(cluster.packets.begin(), cluster.packets.end(), [&](const PacketView& v) { return v.sequence == s.packet; });
    if (p == cluster.packets.end()) {
        // It has arrived meanwhile: what remains of it is the event of its sending.
        return s.event >= 0 ? inspectEvent(s.event, trace) : i;
    }
    i.badge = view(messageName(p->type));
    i.title = tr("%1 → %2").arg(actorText(p->from), actorText(p->to));
    addEvent(i, p->event, trace);
    const bool queued = p->departs > cluster.now;
    i.facts.emplace_back(tr("Where"), p->held ? tr("held: the link is cut") : queued ? tr("in the queue of its sender") : tr("on its way"));
    i.facts.emplace_back(tr("Arrives"), timeText(p->due));
    if (p->xid != 0) i.facts.emplace_back(tr("xid"), xidText(p->xid));
    if (p->type == MessageType::Notification) {
        i.facts.emplace_back(tr("Vote"), tr("%1, zxid %2, round %3").arg(operandText(p->voteLeader.value, OperandType::Server), zxidText(p->zxid)).arg(p->voteRound));
        if (p->stale) i.facts.emplace_back(tr("Stale"), tr("of an older round than its receiver's"));
    } else if (p->zxid.value != 0) {
        i.facts.emplace_back(tr("zxid"), zxidText(p->zxid));
    }
    return i;
}

Inspection inspectProposal(const Selection& s, const Trace& trace, const ClusterView& cluster) {
    Inspection i;
    i.badge = zxidText(s.zxid);
    i.title = tr("proposal of %1").arg(actorText(s.server));
    for (const ServerView& v : cluster.servers) {
        if (v.id != s.server) continue;
        for (const ProposalView& p : v.outstanding) {
            if (p.zxid != s.zxid) continue;
            addEvent(i, p.reason, trace);
            i.facts.emplace_back(tr("Acknowledged by"), serverList(p.acks));
            i.facts.emplace_back(tr("Needed"), QString::number(p.needed));
            return i;
        }
    }
    // Committed or gone: the newest event about it says what became of it.
    for (EventId id = trace.size() - 1; id >= 0 && id > trace.size() - kEffectWindow; --id) {
        const Event& e = trace.at(id);
        const bool about = e.kind == EventKind::Committed || e.kind == EventKind::ProposalMade || e.kind == EventKind::TxnApplied || e.kind == EventKind::LogAppended;
        if (about && e.actor == ActorId(s.server) && e.args[0] == s.zxid.value) {
            addEvent(i, id, trace);
            return i;
        }
    }
    return i;
}

QString number(std::int64_t n) { return QString::number(n); }

/// "2: #5 get /a, #6 set /b", and so on up to what the view shows.
QString callList(std::int64_t size, const std::vector<ClientCallView>& calls) {
    QStringList words;
    for (const ClientCallView& c : calls) words << QStringLiteral("#%1 %2 %3").arg(c.xid).arg(QString::fromStdString(c.op), QString::fromStdString(c.path)).trimmed() + (c.async ? QStringLiteral(" async") : QString());
    return size == 0 ? tr("empty") : QStringLiteral("%1: %2").arg(number(size), words.join(QStringLiteral(", ")));
}

QString watcherWords(const std::vector<std::string>& watchers) {
    QStringList names;
    for (const std::string& w : watchers) names << (w.empty() ? tr("default watcher") : QStringLiteral("\"%1\"").arg(QString::fromStdString(w)));
    return names.join(QStringLiteral(", "));
}

/// "NodeDataChanged /a", with its watchers if there are others than the default watcher; "#5 getData /a OK".
QString eventWords(const ClientEventView& e) {
    const QString words = QString::fromStdString(e.type + " " + e.subject);
    if (e.xid != 0) return QStringLiteral("#%1 %2 %3").arg(e.xid).arg(words, QString::fromStdString(e.error));
    const bool plain = e.watchers.empty() || (e.watchers.size() == 1 && e.watchers.front().empty());
    return plain ? words : QStringLiteral("%1 (%2)").arg(words, watcherWords(e.watchers));
}

/// "/a, /b (default watcher, "w1")".
QString watchList(const ClientView& c, ClientWatchView::Kind kind) {
    QStringList words;
    for (const ClientWatchView& w : c.watches) {
        if (w.kind != kind) continue;
        const bool plain = w.watchers.size() == 1 && w.watchers.front().empty();
        words << QString::fromStdString(w.path) + (plain ? QString() : QStringLiteral(" (%1)").arg(watcherWords(w.watchers)));
    }
    return words.isEmpty() ? tr("none") : words.join(QStringLiteral(", "));
}

/// "S3 S1 S2", where the one in brackets is that of the connection.
QString hostList(const ClientView& c) {
    QStringList words;
    for (const ServerId s : c.hosts) words << (s == c.server && c.alive && !c.nextServer ? QStringLiteral("[%1]").arg(actorText(s)) : actorText(s));
    return words.join(QLatin1Char(' '));
}

/// The two threads of the client library and its watches.
void addThreads(Inspection& i, const ClientView& c) {
    if (c.state.empty()) return;
    if (c.frozen) i.facts.emplace_back(tr("Process"), tr("frozen; packets in its socket: %1, calls for later: %2").arg(c.socketSize).arg(c.toldSize));
    i.facts.emplace_back(tr("SendThread: state"), QString::fromStdString(c.state));
    i.facts.emplace_back(tr("SendThread: outgoing queue"), callList(c.outgoingSize, c.outgoing));
    i.facts.emplace_back(tr("SendThread: pending queue"), callList(c.pendingSize, c.pending));
    i.facts.emplace_back(tr("SendThread: last xid"), number(c.lastXid));
    i.facts.emplace_back(tr("SendThread: list of servers"), hostList(c));
    if (c.nextServer && c.alive) i.facts.emplace_back(tr("SendThread: sleeps"), tr("until %1, then tries %2").arg(timeText(c.retryAt), actorText(c.nextServer)));
    QStringList auth;
    for (const std::string& a : c.auth) auth << QString::fromStdString(a);
    if (!auth.isEmpty()) i.facts.emplace_back(tr("SendThread: says on every connection"), tr("%1, with xid -4").arg(auth.join(QStringLiteral(", "))));
    i.facts.emplace_back(tr("EventThread: calls"), c.calling ? tr("%1, until %2").arg(eventWords(c.callback), timeText(c.callbackUntil)) : tr("nobody"));
    QStringList waiting;
    for (const ClientEventView& e : c.waiting) waiting << eventWords(e);
    i.facts.emplace_back(tr("EventThread: waiting events"), c.waitingSize == 0 ? tr("none") : QStringLiteral("%1: %2").arg(number(c.waitingSize), waiting.join(QStringLiteral(", "))));
    if (c.callbackTime.us > 0) i.facts.emplace_back(tr("EventThread: a callback takes"), durationText(c.callbackTime));
    if (c.oldThreads > 0) i.facts.emplace_back(tr("EventThread: of earlier handles, still calling"), number(c.oldThreads));
    using Kind = ClientWatchView::Kind;
    i.facts.emplace_back(tr("Watches: data"), watchList(c, Kind::Data));
    i.facts.emplace_back(tr("Watches: exist"), watchList(c, Kind::Exist));
    i.facts.emplace_back(tr("Watches: child"), watchList(c, Kind::Child));
    i.facts.emplace_back(tr("Watches: persistent"), watchList(c, Kind::Persistent));
    i.facts.emplace_back(tr("Watches: persistent recursive"), watchList(c, Kind::Recursive));
    if (const auto hidden = c.watchCount - static_cast<std::int64_t>(c.watches.size()); hidden > 0) i.facts.emplace_back(tr("Watches: not listed here"), number(hidden));
}

Inspection inspectClient(ClientId id, const Trace& trace, const ClusterView& cluster) {
    Inspection i;
    const auto c = std::find_if(cluster.clients.begin(), cluster.clients.end(), [id](const ClientView& v) { return v.id == id; });
    if (c == cluster.clients.end()) return i;
    i.badge = actorText(id);
    i.title = !c->alive ? tr("client, dead") : c->expired ? tr("client, session expired") : c->connected ? tr("client of %1").arg(actorText(c->server)) : tr("client, not connected");
    if (c->at) i.facts.emplace_back(tr("Stands beside"), tr("%1, and is cut off with it").arg(actorText(c->at)));
    i.facts.emplace_back(tr("Session"), operandText(c->session.value, OperandType::Session));
    i.facts.emplace_back(tr("Newest zxid seen"), zxidText(c->lastZxid));
    i.facts.emplace_back(tr("Replies it waits for"), QString::number(c->outstanding));
    i.facts.emplace_back(tr("Replies so far"), QString::number(c->done));
    if (!c->lastCall.empty()) i.facts.emplace_back(tr("Last call"), QString::fromStdString(c->lastCall));
    if (!c->lastReply.empty()) i.facts.emplace_back(tr("Last reply"), QString::fromStdString(c->lastReply));
    addThreads(i, *c);
    for (EventId e = trace.size() - 1; e >= 0 && e > trace.size() - kEffectWindow; --e) {
        if (trace.at(e).actor != ActorId(id)) continue;
        addEvent(i, e, trace);
        break;
    }
    return i;
}

Inspection inspectLink(ServerId a, ServerId b, const ClusterView& cluster) {
    Inspection i;
    if (b < a) std::swap(a, b);
    const auto l = std::find_if(cluster.links.begin(), cluster.links.end(), [&](const LinkView& v) { return v.a == a && v.b == b; });
    if (l == cluster.links.end()) return i;
    i.badge = tr("%1 – %2").arg(actorText(a), actorText(b));
    i.title = l->cutAB && l->cutBA ? tr("link, cut") : l->cutAB || l->cutBA ? tr("link, cut one way") : tr("link");
    if (l->cutAB != l->cutBA) i.facts.emplace_back(tr("Cut"), tr("%1 → %2").arg(actorText(l->cutAB ? a : b), actorText(l->cutAB ? b : a)));
    i.facts.emplace_back(tr("Quorum connection"), l->connected ? tr("yes") : tr("no"));
    i.facts.emplace_back(tr("Latency"), durationText(l->latency));
    if (l->jitter.us) i.facts.emplace_back(tr("Jitter"), durationText(l->jitter));
    if (l->lossPpm) i.facts.emplace_back(tr("Loss"), tr("%1 %").arg(static_cast<double>(l->lossPpm) / 1e4));
    if (l->duplicatePpm) i.facts.emplace_back(tr("Duplicates"), tr("%1 %").arg(static_cast<double>(l->duplicatePpm) / 1e4));
    const auto on = std::count_if(cluster.packets.begin(), cluster.packets.end(), [&](const PacketView& p) {
        return (p.from == ActorId(a) && p.to == ActorId(b)) || (p.from == ActorId(b) && p.to == ActorId(a));
    });
    i.facts.emplace_back(tr("Packets on it"), QString::number(on));
    return i;
}

Inspection inspectZnode(const Selection& s, const Trace& trace, const ClusterView& cluster) {
    Inspection i;
    const auto v = std::find_if(cluster.servers.begin(), cluster.servers.end(), [&](const ServerView& x) { return x.id == s.server; });
    if (v == cluster.servers.end()) return i;
    i.badge = QString::fromStdString(s.path);
    const Znode* z = v->tree.find(s.path);
    if (!z) {
        i.title = tr("not in the tree of %1").arg(actorText(s.server));
        return i;
    }
    i.title = tr("znode as %1 sees it").arg(actorText(s.server));
    i.facts.emplace_back(tr("Data"), z->data.empty() ? tr("none") : QString::fromStdString(z->data.substr(0, 400)));
    i.facts.emplace_back(tr("version"), QString::number(z->version));
    i.facts.emplace_back(tr("czxid"), zxidText(z->czxid));
    i.facts.emplace_back(tr("mzxid"), zxidText(z->mzxid));
    i.facts.emplace_back(tr("pzxid"), zxidText(z->pzxid));
    if (z->isContainer()) i.facts.emplace_back(tr("Kind"), tr("container: the leader deletes it when its last child has gone"));
    if (z->isEphemeral()) i.facts.emplace_back(tr("ephemeralOwner"), operandText(z->ephemeralOwner.value, OperandType::Session));
    i.facts.emplace_back(tr("Children"), QString::number(z->numChildren));
    for (const WatchView& w : v->watches)
        if (w.path == s.path) i.facts.emplace_back(tr("Watch"), w.child ? tr("on its children") : tr("on its data"));
    // The newest application of its last change; far back in a long run it is not worth the search.
    for (EventId e = trace.size() - 1; e >= 0 && e > trace.size() - 10 * kEffectWindow; --e) {
        const Event& event = trace.at(e);
        if (event.kind != EventKind::TxnApplied || event.actor != ActorId(s.server) || event.args[0] != z->mzxid.value) continue;
        addEvent(i, e, trace);
        break;
    }
    return i;
}

}  // namespace

namespace {

Inspection inspectThing(const Selection& s, const Trace& trace, const ClusterView& cluster) {
    switch (s.kind) {
        case Selection::Kind::None: return {};
        case Selection::Kind::Server: return inspectServer(s.server, trace, cluster);
        case Selection::Kind::Client: return inspectClient(s.client, trace, cluster);
        case Selection::Kind::Link: return inspectLink(s.server, s.other, cluster);
        case Selection::Kind::Packet: return inspectPacket(s, trace, cluster);
        case Selection::Kind::Proposal: return inspectProposal(s, trace, cluster);
        case Selection::Kind::Event: return inspectEvent(s.event, trace);
        case Selection::Kind::Znode: return inspectZnode(s, trace, cluster);
        case Selection::Kind::RecipePart: return inspectRecipePart(s.client, s.path, trace, cluster);
        case Selection::Kind::Property: return inspectProperty(s.path, trace, cluster);
        case Selection::Kind::Variant: return inspectVariant(s.path, trace);
    }
    return {};
}

}  // namespace

Inspection inspect(const Selection& s, const Trace& trace, const ClusterView& cluster) {
    Inspection i = inspectThing(s, trace, cluster);
    if (s.kind != Selection::Kind::RecipePart) addPartsBehind(i, s, trace, cluster);
    return i;
}

QString toText(const Inspection& i) {
    QStringList lines;
    if (i.isEmpty()) return {};
    lines << tr("%1: %2").arg(i.badge, i.title);
    if (!i.why.isEmpty()) lines << i.why;
    if (!i.operands.isEmpty()) lines << i.operands;
    if (i.ofTheLab()) lines << tr("rule %1 of the lab, not of ZooKeeper").arg(i.rule);
    else if (!i.rule.isEmpty()) lines << tr("rule %1, %2, section %3").arg(i.rule, i.source, i.section);
    for (const auto& [name, value] : i.facts) lines << tr("%1: %2").arg(name, value);
    for (const auto& also : i.also) lines << tr("see %1").arg(also.text);
    for (const auto& link : i.causes) lines << tr("because of %1").arg(link.text());
    for (const auto& link : i.effects) lines << tr("led to %1").arg(link.text());
    return lines.join(QLatin1Char('\n'));
}

}  // namespace zab
