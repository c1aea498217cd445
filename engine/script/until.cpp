// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/script/until.h"

#include "engine/script/expectation.h"
#include "engine/script/words.h"
#include "engine/zab/rules.h"

#include <algorithm>

namespace zab::script {
namespace {

using What = RunUntil::What;

const Replica& replicaOf(const World& w, ServerId s) { return w.host(s).server.replica(); }

bool isUp(const World& w, ServerId s) { return w.host(s).life == Life::Up || w.host(s).life == Life::Frozen; }

bool isEstablished(const World& w, ServerId s) {
    const auto* l = std::get_if<Leading>(&replicaOf(w, s).role());
    return isUp(w, s) && l && l->established;
}

/// The phase of the ensemble: that of the leader of the highest epoch, ELECTION if nobody leads.
Phase phaseOf(const World& w) {
    Phase best = Phase::Election;
    for (int i = 1; i <= w.config().serverCount(); ++i) {
        const ServerId s{i};
        if (isUp(w, s) && replicaOf(w, s).state() == ServerState::Leading) best = std::max(best, replicaOf(w, s).phase());
    }
    return best;
}

/// The newest transaction that is known to be committed.
Zxid newestCommit(const Lab& lab) {
    Zxid newest;
    const World& w = lab.world();
    for (int i = 1; i <= w.config().serverCount(); ++i) {
        if (!isUp(w, ServerId{i}) || !replicaOf(w, ServerId{i}).serving()) continue;
        const Zxid committed = replicaOf(w, ServerId{i}).lastCommitted();
        if (committed.counter() != 0) newest = std::max(newest, committed);   // (epoch,0) is no transaction
    }
    const Trace& trace = lab.trace();
    for (EventId id = trace.firstKept(); id < trace.size(); ++id)
        if (trace.at(id).kind == EventKind::Committed) newest = std::max(newest, Zxid{trace.at(id).args[0]});
    return newest;
}

SimTime limitOf(const RunUntil& until, SimTime now) {
    if (until.what == What::Time) return until.time;
    return now + (until.what == What::Duration ? until.time : until.limit);
}

bool concerns(What what, const Event& e) {
    switch (what) {
        case What::Leader: return e.kind == EventKind::LeaderEstablished;
        case What::State: return e.kind == EventKind::StateChanged || e.kind == EventKind::ServerStarted;
        case What::Recipe: return (e.kind >= EventKind::RecipeAsked && e.kind <= EventKind::RecipeLearned) || e.kind == EventKind::Decided;
        case What::Phase: return e.kind == EventKind::PhaseChanged || e.kind == EventKind::StateChanged;
        case What::NoSession: return e.kind == EventKind::TxnApplied || e.kind == EventKind::LeaderEstablished;
        default: return false;
    }
}

/// It has been told to take part in a recipe and waits for its connection.
bool aboutToAsk(const Client& c) {
    for (std::size_t i = 0; i < c.recipes().size(); ++i)
        if (c.recipes().part(i).state == RecipeState::Starting) return true;
    return false;
}

}  // namespace

std::string fullText() {
    return "a run has at most " + std::to_string(Lab::kMostEvents) + " events and " + std::to_string(Lab::kMostLogged) + " bytes in a log: it ends here";
}

ServerId leaderOf(const World& w) {
    ServerId leader;
    Epoch epoch = -1;
    for (int i = 1; i <= w.config().serverCount(); ++i) {
        const ServerId s{i};
        if (!isEstablished(w, s)) continue;
        const Epoch mine = std::get<Leading>(replicaOf(w, s).role()).epoch;
        if (mine > epoch) leader = s, epoch = mine;
    }
    return leader;
}

const RecipePart* recipeOf(const World& w, ClientId client, const std::string& path) {
    if (client.value < 1 || client.value > static_cast<int>(w.clients().size())) return nullptr;
    return w.clients()[static_cast<std::size_t>(client.value - 1)]->client.recipes().find(path);
}

std::string recipeWords(const World& w, ClientId client, const std::string& path) {
    const RecipePart* part = recipeOf(w, client, path);
    const std::string who = toString(ActorId(client));
    return part ? who + " is " + std::string(recipeStateName(part->state)) + " at " + path : who + " takes no part in " + path;
}

bool knowsSession(const World& w, ServerId server, ClientId client) {
    if (client.value < 1 || client.value > static_cast<int>(w.clients().size())) return false;
    const SessionId session = w.clients()[static_cast<std::size_t>(client.value - 1)]->client.lastSession();
    return session && w.host(server).server.tree().sessionTimeout(session).has_value();
}

bool isQuiet(const World& w) {
    const auto matters = [&](const PendingInput& in) {
        if (w.isVoid(in)) return false;
        const MessageType type = in.kind == InputKind::Packet ? messageType(in.message) : MessageType::None;
        if (in.kind == InputKind::Packet) return type != MessageType::Ping && type != MessageType::ClientPing;
        return in.kind == InputKind::FsyncDone || in.kind == InputKind::SnapshotDone || in.kind == InputKind::ResourceWrite;
    };
    if (w.pending().find(matters)) return false;
    for (const auto& host : w.clients()) {   // it will come back with what it was told to ask
        const Client& c = host->client;
        if (host->frozen) continue;
        const bool comesBack = c.state() == Client::State::Waiting || c.state() == Client::State::Connecting;
        if (comesBack && (c.outstanding() > 0 || aboutToAsk(c))) return false;
    }
    for (int i = 1; i <= w.config().serverCount(); ++i) {
        const auto* looking = std::get_if<Looking>(&replicaOf(w, ServerId{i}).role());
        if (looking && looking->finalizing && w.host(ServerId{i}).life == Life::Up) return false;
    }
    return true;
}

Until::Until(const RunUntil& until, const Lab& lab)
    : m_until(until), m_limit(limitOf(until, lab.world().now())), m_start(lab.trace().size()), m_next(m_start) {}

bool Until::reached(const Lab& lab) {
    const EventId from = m_next;
    m_next = lab.trace().size();
    const bool first = std::exchange(m_first, false);
    switch (m_until.what) {
        case What::Time:
            if (m_until.count != 0) return lab.step() >= std::max<std::int64_t>(m_until.count, 0);
            return false;
        case What::Duration: return false;   // the clock says when, see run()
        case What::Events: return m_next - m_start >= m_until.count;
        case What::Quiet: return isQuiet(lab.world());
        case What::Commit:
            if (first && m_until.zxid.value > 0 && newestCommit(lab) >= m_until.zxid) return true;
            for (EventId id = from; id < m_next; ++id) {
                const Event& e = lab.trace().at(id);
                if (e.kind == EventKind::Committed && (m_until.zxid.value == 0 || e.args[0] >= m_until.zxid.value)) return true;
            }
            return false;
        case What::Rule:
            for (EventId id = from; id < m_next; ++id)
                if (lab.trace().at(id).rule == m_until.rule) return true;
            return false;
        case What::Callback:
            for (EventId id = from; id < m_next; ++id)
                if (isCallback(lab.trace(), lab.trace().at(id), m_until.client, m_until.word, m_until.path, m_until.watcher)) return true;
            return false;
        default: break;
    }
    bool look = first;
    for (EventId id = from; id < m_next && !look; ++id) look = concerns(m_until.what, lab.trace().at(id));
    return look && holds(lab);
}

bool Until::holds(const Lab& lab) const {
    const World& w = lab.world();
    switch (m_until.what) {
        case What::Leader: {
            const ServerId leader = leaderOf(w);
            return leader && (!m_until.server || leader == m_until.server);
        }
        case What::State: return isUp(w, m_until.server) && replicaOf(w, m_until.server).state() == m_until.state;
        case What::Phase: return phaseOf(w) == m_until.phase;
        case What::Recipe: {
            const RecipePart* part = recipeOf(w, m_until.client, m_until.path);
            return part && part->state == m_until.recipe;
        }
        case What::NoSession: {
            const ServerId leader = leaderOf(w);
            return leader && !knowsSession(w, leader, m_until.client);
        }
        default: return false;
    }
}

std::string Until::words() const {
    switch (m_until.what) {
        case What::Leader: return m_until.server ? toString(ActorId(m_until.server)) + " leads" : "an established leader";
        case What::Phase: return "phase " + std::string(phaseName(m_until.phase));
        case What::Commit: return m_until.zxid.value ? "commit of " + toString(m_until.zxid) : "a commit";
        case What::Quiet: return "quiet";
        case What::Rule: return "rule " + std::string(ruleInfo(m_until.rule).id);
        case What::Callback: return "callback " + m_until.word + (m_until.path.empty() ? "" : " " + m_until.path) + " of " + toString(ActorId(m_until.client));
        case What::State: return toString(ActorId(m_until.server)) + " is " + std::string(stateName(m_until.state));
        case What::Recipe: return toString(ActorId(m_until.client)) + " is " + std::string(recipeStateName(m_until.recipe)) + " at " + m_until.path;
        case What::Events: return std::to_string(m_until.count) + " events";
        case What::NoSession: return "no session of " + toString(ActorId(m_until.client));
        default: return "the time " + secondsText(m_limit);
    }
}

std::string Until::seen(const Lab& lab) const {
    const World& w = lab.world();
    std::string out = "at " + secondsText(w.now());
    const ServerId leader = leaderOf(w);
    out += leader ? " " + toString(ActorId(leader)) + " leads" : " nobody leads";
    if (m_until.what == What::State) out += ", " + toString(ActorId(m_until.server)) + " is " + (isUp(w, m_until.server) ? std::string(stateName(replicaOf(w, m_until.server).state())) : std::string("down"));
    if (m_until.what == What::Recipe) out += ", " + recipeWords(w, m_until.client, m_until.path);
    if (m_until.what == What::NoSession && leader && knowsSession(w, leader, m_until.client)) out += ", " + toString(ActorId(leader)) + " knows the session of " + toString(ActorId(m_until.client));
    if (m_until.what == What::Phase) out += ", the phase is " + std::string(phaseName(phaseOf(w)));
    return out;
}

RunResult run(const RunUntil& until, Lab& lab) {
    const bool clock = until.what == What::Time || until.what == What::Duration;
    const SimTime now = lab.world().now();
    if (until.what == What::Time && until.time < now)
        return {false, true, "the time " + secondsText(until.time) + " has passed already, it is " + secondsText(now)};
    Until goal(until, lab);
    while (!goal.reached(lab)) {
        if (lab.isFull()) return {false, true, fullText()};
        if (lab.stepInput(goal.limit())) continue;
        if (!clock) {
            lab.advanceTo(std::min(goal.limit(), lab.nextDue()));
            return {false, false, "expected " + goal.words() + " within " + timeText(goal.limit() - now) + ", but " + goal.seen(lab)};
        }
        break;
    }
    if (clock) lab.advanceTo(goal.limit());
    const std::int64_t step = std::max<std::int64_t>(until.count, 0);
    if (until.what == What::Time && until.count != 0 && (lab.step() != step || lab.world().now() != until.time))
        return {false, true, "this run does not come to step " + std::to_string(step) + " at " + secondsText(until.time) +
                                 ": the file was changed, or written by another version"};
    return {};
}

}  // namespace zab::script
