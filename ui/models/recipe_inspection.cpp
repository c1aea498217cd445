// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recipe_inspection.h"

#include "ui/text/event_text.h"
#include "ui/text/recipe_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace zab {
namespace {

/// A transaction is proposed, acknowledged and committed shortly before its client hears of it.
constexpr EventId kTransactionWindow = 20000;
constexpr int kMostSteps = 12, kMostCauses = 60;
constexpr std::size_t kMostWatchers = 12, kMostPackets = 8, kPacketsLookedAt = 400;

QString tr(const char* text) { return QCoreApplication::translate("zab", text); }
QString zxidText(Zxid z) { return operandText(z.value, OperandType::Zxid); }

QString partText(const RecipeView& r, const RecipePartView& p) {
    return tr("%1 in %2: %3").arg(actorText(p.client), QString::fromStdString(r.path), recipePartSentence(r, p));
}

/// How the znode came to be: request, proposal, acknowledgements, commit, answer.
void addTransaction(Inspection& i, const RecipePartView& p, const Trace& trace) {
    if (p.created < 0 || p.created >= trace.size()) return;
    std::vector<EventId> steps{p.created};
    for (EventId id = p.created - 1; id >= 0 && id > p.created - kTransactionWindow; --id) {
        const Event& e = trace.at(id);
        const bool about = e.kind == EventKind::ProposalMade || e.kind == EventKind::AckCounted || e.kind == EventKind::Committed;
        if (about && e.args[0] == p.token.value) steps.push_back(id);
        if (e.kind == EventKind::ProposalMade && e.args[0] == p.token.value) break;
    }
    std::reverse(steps.begin(), steps.end());
    if (steps.size() > kMostSteps) steps.erase(steps.begin(), steps.end() - kMostSteps);
    for (const EventId id : steps) {
        const Event& e = trace.at(id);
        i.also.push_back({tr("transaction %1: %2").arg(zxidText(p.token), QStringLiteral("%1 %2").arg(actorText(e.actor), describe(e, trace))), Selection::ofEvent(id)});
    }
}

void addFacts(Inspection& i, const RecipeView& r, const RecipePartView& p) {
    const auto fact = [&](const QString& name, const QString& value) {
        if (!value.isEmpty()) i.facts.emplace_back(name, value);
    };
    fact(tr("Recipe"), tr("%1 at %2").arg(recipeKindWord(r), QString::fromStdString(r.path)));
    fact(tr("Part"), recipeRoleWord(p.role));
    fact(tr("Znode"), QString::fromStdString(p.znode));
    if (p.number >= 0) fact(tr("Number"), QString::number(p.number));
    if (p.session) fact(tr("Session"), operandText(p.session.value, OperandType::Session));
    if (p.token.value) fact(tr("Fencing token"), tr("%1, the zxid that created its znode").arg(zxidText(p.token)));
    fact(tr("Watches"), QString::fromStdString(p.watches));
    if (p.waitsFor) fact(tr("Waits for"), actorText(p.waitsFor));
    fact(tr("Since"), timeText(p.since));
    fact(tr("Knows"), QString::fromStdString(p.detail));
    if (r.accepted + r.rejected > 0) fact(tr("Resource"), tr("newest token %1, accepted %2, rejected %3").arg(zxidText(r.highestToken)).arg(r.accepted).arg(r.rejected));
}

ServerId serverOf(ClientId client, const ClusterView& cluster) {
    for (const ClientView& c : cluster.clients)
        if (c.id == client && c.server) return c.server;
    return cluster.leader ? cluster.leader : cluster.servers.empty() ? ServerId{} : cluster.servers.front().id;
}

std::vector<Selection> partsOf(ClientId client, const ClusterView& cluster) {
    std::vector<Selection> parts;
    for (const RecipeView& r : cluster.recipes)
        for (const RecipePartView& p : r.parts)
            if (client && p.client == client) parts.push_back(Selection::ofRecipePart(client, r.path));
    return parts;
}

/// Those whose znode it is, then those who watch it; of a recipe's own znode those who hold.
std::vector<Selection> partsAt(const std::string& path, const ClusterView& cluster) {
    std::vector<Selection> owners, watchers;
    for (const RecipeView& r : cluster.recipes)
        for (const RecipePartView& p : r.parts) {
            const bool holds = p.znode == path || (r.path == path && p.state == RecipeState::Holding);
            if (holds) owners.push_back(Selection::ofRecipePart(p.client, r.path));
            else if (p.watches == path && watchers.size() < kMostWatchers) watchers.push_back(Selection::ofRecipePart(p.client, r.path));
        }
    owners.insert(owners.end(), watchers.begin(), watchers.end());
    return owners;
}

/// The client whose call, or whose connection, has led to that event.
ClientId askedBy(EventId event, const Trace& trace) {
    EventId at = event;
    for (int steps = 0; at >= 0 && steps < kMostCauses; ++steps, at = trace.at(at).cause) {
        const Event& e = trace.at(at);
        if (e.actor.isClient()) return e.actor.client();
        if (e.peer.isClient()) return e.peer.client();
    }
    return {};
}

/// Who has a znode of that transaction; else who has asked for it, as told by events before `end`.
std::vector<Selection> partsOf(Zxid zxid, EventId end, const Trace& trace, const ClusterView& cluster) {
    std::vector<Selection> parts;
    if (zxid.counter() == 0) return parts;   // a new leader's own
    for (const RecipeView& r : cluster.recipes)
        for (const RecipePartView& p : r.parts)
            if (p.token == zxid) parts.push_back(Selection::ofRecipePart(p.client, r.path));
    if (!parts.empty()) return parts;
    for (EventId id = end - 1; id >= 0 && id > end - kTransactionWindow; --id) {
        const Event& e = trace.at(id);
        if (e.kind == EventKind::ProposalMade && e.args[0] == zxid.value) return partsOf(askedBy(id, trace), cluster);
    }
    return parts;
}

std::vector<Selection> partsOfPacket(const PacketView& p, const Trace& trace, const ClusterView& cluster) {
    if (p.from.isClient()) return partsOf(p.from.client(), cluster);
    if (p.to.isClient()) return partsOf(p.to.client(), cluster);
    switch (p.type) {
        case MessageType::Proposal:
        case MessageType::Ack:
        case MessageType::Commit:
        case MessageType::Inform: return partsOf(p.zxid, p.event < 0 ? trace.size() : p.event, trace, cluster);
        case MessageType::Request:
        case MessageType::Sync:
        case MessageType::Revalidate: return partsOf(askedBy(p.event, trace), cluster);
        default: return {};
    }
}

std::vector<Selection> partsOfEvent(EventId id, const Trace& trace, const ClusterView& cluster) {
    if (id < 0 || id >= trace.size()) return {};
    const Event& e = trace.at(id);
    if (e.actor.isClient()) return partsOf(e.actor.client(), cluster);
    if (e.peer.isClient()) return partsOf(e.peer.client(), cluster);
    switch (e.kind) {
        case EventKind::ProposalMade:
        case EventKind::AckCounted:
        case EventKind::Committed:
        case EventKind::TxnApplied:
        case EventKind::LogAppended: return partsOf(Zxid{e.args[0]}, id + 1, trace, cluster);
        case EventKind::RequestReceived:
        case EventKind::RequestForwarded: return partsOf(askedBy(id, trace), cluster);
        case EventKind::PacketSent:
        case EventKind::PacketDelivered: break;
        default: return {};
    }
    // Of a packet the event holds the same as the packet.
    PacketView p;
    p.from = e.kind == EventKind::PacketSent ? e.actor : e.peer;
    p.to = e.kind == EventKind::PacketSent ? e.peer : e.actor;
    p.type = e.message;
    p.zxid = Zxid{e.args[0]};
    p.event = id;
    return partsOfPacket(p, trace, cluster);
}

/// What of it is on the way or waits in a queue.
void addPackets(Inspection& i, const RecipeView& r, const RecipePartView& part, const Trace& trace, const ClusterView& cluster) {
    const Selection self = Selection::ofRecipePart(part.client, r.path);
    std::map<std::pair<MessageType, Zxid>, bool> known;   // many packets of one transaction are looked up once
    std::size_t shown = 0;
    for (std::size_t n = 0; n < cluster.packets.size() && n < kPacketsLookedAt && shown < kMostPackets; ++n) {
        const PacketView& p = cluster.packets[n];
        const auto isMine = [&] {
            const std::vector<Selection> parts = partsOfPacket(p, trace, cluster);
            return std::find(parts.begin(), parts.end(), self) != parts.end();
        };
        const bool ofTransaction = p.zxid.value != 0 && p.from.isServer() && p.to.isServer();
        const auto seen = ofTransaction ? known.find({p.type, p.zxid}) : known.end();
        const bool mine = seen != known.end() ? seen->second : isMine();
        if (ofTransaction) known[{p.type, p.zxid}] = mine;
        if (!mine) continue;
        const QString where = p.held || p.departs > cluster.now ? tr("in the queue %1 → %2: %3") : tr("on the way %1 → %2: %3");
        const QString what = QString::fromUtf8(messageName(p.type).data(), static_cast<qsizetype>(messageName(p.type).size()));
        i.also.push_back({where.arg(actorText(p.from), actorText(p.to), p.zxid.value ? what + QLatin1Char(' ') + zxidText(p.zxid) : what), Selection::ofPacket(p.sequence, p.event)});
        ++shown;
    }
}

}  // namespace

Inspection inspectRecipePart(ClientId client, const std::string& path, const Trace& trace, const ClusterView& cluster) {
    Inspection i;
    for (const RecipeView& r : cluster.recipes)
        for (const RecipePartView& p : r.parts) {
            if (r.path != path || p.client != client) continue;
            i.badge = actorText(client);
            i.title = recipePartSentence(r, p);
            addEvent(i, p.reason, trace);
            addFacts(i, r, p);
            if (!p.znode.empty()) i.also.push_back({tr("its znode %1").arg(QString::fromStdString(p.znode)), Selection::ofZnode(serverOf(client, cluster), p.znode)});
            i.also.push_back({tr("client %1 and its session").arg(actorText(client)), Selection::ofClient(client)});
            for (const RecipePartView& q : r.parts)
                if (q.client == p.waitsFor) i.also.push_back({partText(r, q), Selection::ofRecipePart(q.client, r.path)});
            addPackets(i, r, p, trace, cluster);
            addTransaction(i, p, trace);
            return i;
        }
    return i;
}

std::vector<Selection> partsBehind(const Selection& s, const Trace& trace, const ClusterView& cluster) {
    if (cluster.recipes.empty()) return {};
    switch (s.kind) {
        case Selection::Kind::RecipePart: return {s};
        case Selection::Kind::Client: return partsOf(s.client, cluster);
        case Selection::Kind::Znode: return partsAt(s.path, cluster);
        case Selection::Kind::Proposal: return partsOf(s.zxid, trace.size(), trace, cluster);
        case Selection::Kind::Event: return partsOfEvent(s.event, trace, cluster);
        case Selection::Kind::Packet: break;
        default: return {};
    }
    for (const PacketView& p : cluster.packets)
        if (p.sequence == s.packet) return partsOfPacket(p, trace, cluster);
    return partsOfEvent(s.event, trace, cluster);   // it has arrived meanwhile
}

void addPartsBehind(Inspection& i, const Selection& s, const Trace& trace, const ClusterView& cluster) {
    for (const Selection& part : partsBehind(s, trace, cluster))
        for (const RecipeView& r : cluster.recipes)
            for (const RecipePartView& p : r.parts)
                if (r.path == part.path && p.client == part.client) i.also.push_back({partText(r, p), part});
}

}  // namespace zab
