// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recipe_inspection.h"

#include "ui/text/event_text.h"
#include "ui/text/recipe_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace zab {
namespace {

/// A transaction is proposed, acknowledged and committed shortly before its client hears of it.
constexpr EventId kTransactionWindow = 20000;
constexpr int kMostSteps = 12;

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
            addTransaction(i, p, trace);
            return i;
        }
    return i;
}

void addPartsOfClient(Inspection& i, ClientId client, const ClusterView& cluster) {
    for (const RecipeView& r : cluster.recipes)
        for (const RecipePartView& p : r.parts)
            if (p.client == client) i.also.push_back({partText(r, p), Selection::ofRecipePart(client, r.path)});
}

void addPartsOfZnode(Inspection& i, const std::string& path, const ClusterView& cluster) {
    for (const RecipeView& r : cluster.recipes) {
        int waiting = 0;
        for (const RecipePartView& p : r.parts) {
            if (p.znode == path || (p.watches == path && ++waiting <= 12)) i.also.push_back({partText(r, p), Selection::ofRecipePart(p.client, r.path)});
        }
    }
}

}  // namespace zab
