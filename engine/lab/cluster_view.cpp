// SPDX-License-Identifier: GPL-3.0-or-later
// World -> ClusterView: what any view may show, as plain values.
#include "engine/lab/cluster_view.h"

#include "engine/check/safety.h"
#include "engine/world/world.h"

#include <algorithm>

namespace zab {
namespace {

constexpr std::size_t kLogCells = 12;

VoteView voteView(const Vote& v) { return {v.leader, v.zxid, v.peerEpoch, v.round}; }

std::vector<ServerId> members(ServerSet set) {
    std::vector<ServerId> all;
    set.forEach([&](ServerId s) { all.push_back(s); });
    return all;
}

void showLog(ServerView& v, const Host& h) {
    const Replica& r = h.server.replica();
    const TxnLog& log = r.disk().log;
    std::size_t unsynced = log.unsynced();
    std::vector<LogCell> newest;   // newest first
    const auto& queue = r.syncQueue();
    for (auto it = queue.rbegin(); it != queue.rend() && newest.size() < kLogCells; ++it) newest.push_back({(*it)->zxid, LogLook::Queued});
    for (auto file = log.files().rbegin(); file != log.files().rend(); ++file) {
        for (std::size_t i = file->readable(); i > 0; --i) {
            if (newest.size() >= kLogCells) break;
            const Zxid z = file->records[i - 1]->zxid;
            LogLook look = LogLook::Fsynced;
            if (unsynced > 0) look = LogLook::Appended;
            if (v.life == ServerLife::Up || v.life == ServerLife::Frozen) {
                if (z <= v.lastCommitted && r.serving()) look = LogLook::Committed;
                if (z <= v.lastProcessed) look = LogLook::Applied;
            }
            if (unsynced > 0) --unsynced;
            newest.push_back({z, look});
        }
    }
    v.log.assign(newest.rbegin(), newest.rend());
    v.lastLogged = v.diskLast = log.last();
    v.lastSynced = log.lastSynced();
    if (!log.files().empty() && log.files().front().readable() > 0) v.diskFirst = log.files().front().records.front()->zxid;
}

void showRole(ServerView& v, const Replica& r, const EnsembleConfig& config) {
    if (const auto* l = std::get_if<Looking>(&r.role())) {
        v.vote = voteView(l->proposal);
        v.vote.round = r.round();
        v.finalizing = l->finalizing;
        Vote own = l->proposal;
        own.round = r.round();
        for (const HeardFrom& h : l->heard) {
            v.heard.push_back({h.from, voteView(h.vote), h.vote.state});
            v.tally += sameVote(h.vote, own) ? 1 : 0;
        }
    } else if (const auto* lead = std::get_if<Leading>(&r.role())) {
        v.epochCandidate = lead->epoch;
        v.epochReported = members(lead->connecting);
        v.epochAcked = members(lead->electing);
        v.newLeaderAcked = members(lead->newLeaderAcks);
        for (const Learner& learner : lead->learners)
            if (learner.forwarding) v.synced.push_back(learner.id);
        for (const Outstanding& o : lead->outstanding) {
            if (v.outstanding.size() >= 64) break;
            v.outstanding.push_back({o.txn->zxid, members(o.acks), quorumSize(config, o.acks), kNoEvent});
        }
    }
}

bool isAboutProposal(const Event& e) {
    return e.kind == EventKind::ProposalMade || e.kind == EventKind::AckCounted || (e.kind == EventKind::Decided && e.rule == RuleId::AckQuorumWaitsForOlder);
}

// The newest event about each outstanding proposal says why it stands where it stands. None is older than its making, so the
// search ends soon; the bound is for a leader that has waited for acknowledgements through a long silence.
void showReasons(ClusterView& v, const Trace& trace) {
    constexpr EventId kWindow = 50000;
    std::size_t open = 0;
    for (const ServerView& s : v.servers) open += s.outstanding.size();
    const EventId oldest = std::max(trace.firstKept(), trace.size() - kWindow);
    for (EventId id = trace.size() - 1; id >= oldest && open > 0; --id) {
        const Event& e = trace.at(id);
        if (!isAboutProposal(e)) continue;
        for (ServerView& s : v.servers) {
            if (s.outstanding.empty() || e.actor != ActorId(s.id)) continue;
            const std::int64_t index = e.args[0] - s.outstanding.front().zxid.value;   // their zxids are contiguous
            if (index < 0 || index >= static_cast<std::int64_t>(s.outstanding.size())) continue;
            EventId& reason = s.outstanding[static_cast<std::size_t>(index)].reason;
            if (reason != kNoEvent) continue;
            reason = id;
            --open;
        }
    }
}

void showWatches(ServerView& v, const WatchTable::Table& table, bool child) {
    for (const auto& [path, sessions] : table) {
        WatchView w{path, child, false, false, {}};
        for (const auto& [session, mode] : sessions) {
            w.persistent |= mode != WatchMode::Standard;
            w.recursive |= mode == WatchMode::PersistentRecursive;
            w.sessions.push_back(session);
        }
        v.watches.push_back(std::move(w));
    }
}

ServerView serverView(const World& world, ServerId id) {
    const Host& h = world.host(id);
    const Replica& r = h.server.replica();
    const MemberConfig& member = world.config().member(id);
    ServerView v;
    v.id = id;
    v.observer = member.observer;
    v.weight = member.weight;
    v.group = member.group;
    v.life = static_cast<ServerLife>(h.life);
    v.refusal = h.refusal;
    v.state = r.state();
    v.phase = r.phase();
    v.sync = r.syncMode();
    v.leader = r.leader();
    v.serving = r.serving();
    v.acceptedEpoch = r.disk().acceptedEpoch.value_or(0);
    v.currentEpoch = r.disk().currentEpoch.value_or(0);
    v.lastProcessed = r.lastProcessed();
    v.lastCommitted = r.lastCommitted();
    v.round = r.round();
    v.vote = voteView(r.currentVote());
    v.needed = quorumSize(world.config());
    v.sessions = h.server.connectionCount();
    v.lastDecision = h.lastDecision;
    v.fsyncLatency = h.fsync;
    v.tree = h.server.tree();
    showWatches(v, h.server.watches().dataWatches(), false);
    showWatches(v, h.server.watches().childWatches(), true);
    for (const auto& host : world.clients())
        if (const SessionId session = h.server.sessionOf(host->client.id())) v.connections.push_back({host->client.id(), session, h.server.authOf(host->client.id())});
    showLog(v, h);
    if (h.life == Life::Up || h.life == Life::Frozen) showRole(v, r, world.config());
    return v;
}

PacketView packetView(const World& world, const PendingInput& in, bool held) {
    PacketView p;
    p.sequence = in.sequence;
    p.from = in.from;
    p.to = in.to;
    p.type = messageType(in.message);
    p.departs = in.departs;
    p.due = in.due;
    p.held = held;
    p.zxid = messageZxid(in.message);
    p.event = in.cause;
    if (const auto* c = std::get_if<ClientPacket>(&in.message)) {
        if (c->type == MessageType::ClientRequest) p.xid = static_cast<const ClientCallBody&>(*c->body).xid;
        else if (c->type == MessageType::ClientReply) p.xid = static_cast<const ClientReplyBody&>(*c->body).xid;
        else if (c->type == MessageType::ClientPing) p.xid = kPingXid;
        else if (c->type == MessageType::ClientWatchEvent) p.xid = kNotificationXid;
    }
    if (const auto* n = std::get_if<Notification>(&in.message)) {
        p.voteLeader = n->vote.leader;
        p.voteRound = n->vote.round;
        p.stale = n->vote.round < world.host(in.to.server()).server.replica().round() && n->vote.state == ServerState::Looking;
    }
    return p;
}

void showPackets(ClusterView& v, const World& world) {
    std::vector<const PendingInput*> inputs;
    world.pending().forEach([&](const PendingInput& in) {
        if (!world.isVoid(in)) inputs.push_back(&in);
    });
    std::sort(inputs.begin(), inputs.end(), [](const PendingInput* a, const PendingInput* b) { return firesLater(*b, *a); });
    for (const PendingInput* in : inputs) {
        if (in->kind == InputKind::Packet) v.packets.push_back(packetView(world, *in, false));
        if (v.pending.size() >= 200) continue;
        PendingView p;
        p.sequence = in->sequence;
        p.due = in->due;
        p.actor = in->to;
        switch (in->kind) {
        case InputKind::Packet:
            p.what = PendingView::What::Packet;
            p.detail = static_cast<std::int32_t>(messageType(in->message));
            break;
        case InputKind::Timer:
            p.what = PendingView::What::Timer;
            p.detail = static_cast<std::int32_t>(in->timer);
            break;
        default: p.what = PendingView::What::Disk; break;
        }
        v.pending.push_back(p);
    }
}

void showLinks(ClusterView& v, const World& world) {
    const int n = world.config().serverCount();
    for (int a = 1; a <= n; ++a) {
        for (int b = a + 1; b <= n; ++b) {
            const Line& ab = world.line(ServerId{a}, ServerId{b});
            const Line& ba = world.line(ServerId{b}, ServerId{a});
            LinkView l;
            l.a = ServerId{a};
            l.b = ServerId{b};
            l.cutAB = ab.cut;
            l.cutBA = ba.cut;
            l.latency = ab.latency;
            l.jitter = ab.jitter;
            l.slow = ab.latency > world.scenario().network.latency;
            l.lossPpm = ab.lossPpm;
            l.duplicatePpm = ab.duplicatePpm;
            for (const auto& [peer, connection] : world.host(ServerId{a}).server.replica().connections())
                l.connected = l.connected || peer.value == b;
            v.links.push_back(l);
            for (const Line* line : {&ab, &ba})
                for (const PendingInput& in : line->held) v.packets.push_back(packetView(world, in, true));
        }
    }
}

std::string callText(const Request& r) {
    if (r.op == OpCode::None) return {};
    std::string text(opName(r.op));
    if (!r.path.empty()) text += " " + r.path;
    return text;
}

void showCalls(std::vector<ClientCallView>& shown, const std::deque<Client::Call>& calls) {
    for (const Client::Call& c : calls) {
        if (shown.size() == ClientView::kMostShown) return;
        shown.push_back({c.body->xid, std::string(opName(c.body->request.op)), c.body->request.path, c.manner.async});
    }
}

ClientEventView shown(const WaitingEvent& w) {
    if (w.reply) return {std::string(opName(w.reply->op)), w.event.path, {}, w.reply->xid, std::string(errorName(w.reply->error))};
    return {std::string(watchEventName(w.event.type)), w.event.subject(), w.watchers, 0, {}};
}

void showWatches(ClientView& view, const ClientWatches& watches) {
    std::vector<std::string>* const paths[] = {&view.dataWatches, &view.existWatches, &view.childWatches, &view.persistentWatches, &view.recursiveWatches};
    view.watchCount = watches.size();
    for (std::size_t kind = 0; kind < std::size(paths); ++kind) {
        for (const auto& [path, watchers] : watches.of(static_cast<ClientWatchKind>(kind))) {
            if (paths[kind]->size() == ClientView::kMostShown) break;
            paths[kind]->push_back(path);
            view.watches.push_back({static_cast<ClientWatchView::Kind>(kind), path, {watchers.begin(), watchers.end()}});
        }
    }
}

void showSendThread(ClientView& view, const Client& c) {
    if (c.state() != Client::State::Dead) view.state = std::string(c.stateWord());
    view.outgoingSize = static_cast<std::int64_t>(c.outgoing().size());
    view.pendingSize = static_cast<std::int64_t>(c.pending().size());
    showCalls(view.outgoing, c.outgoing());
    showCalls(view.pending, c.pending());
    view.lastXid = c.lastXid();
    view.lastHeard = c.lastHeard();
    view.lastSend = c.lastSend();
    view.readTimeout = c.readTimeout();
    view.connectTimeout = c.connectTimeout();
    view.hosts = c.hosts().list();
    view.nextServer = c.next();
    view.retryAt = c.retryAt();
    for (const Request& a : c.auth()) view.auth.push_back(a.scheme + " " + a.data.substr(0, a.data.find(':')));
}

// What stands inside the client library: two threads with their queues, and the watches.
void showThreads(ClientView& view, const Client& c) {
    showSendThread(view, c);
    const EventThread& events = c.events();
    view.waitingSize = static_cast<std::int64_t>(events.waiting().size());
    for (const WaitingEvent& e : events.waiting())
        if (view.waiting.size() < ClientView::kMostShown) view.waiting.push_back(shown(e));
    view.callbackTime = events.callbackTime();
    view.calling = events.running().has_value();
    if (view.calling) view.callback = shown(*events.running());
    if (view.calling) view.callbackUntil = events.until();
    if (view.calling) view.callbackWatcher = static_cast<std::int64_t>(events.watcher());
    view.oldThreads = static_cast<int>(c.oldEvents().size());
    showWatches(view, c.watches());
}

void showClients(ClusterView& v, const World& world) {
    for (const auto& host : world.clients()) {
        const Client& c = host->client;
        ClientView view;
        view.id = c.id();
        view.server = c.server();
        view.at = host->at;
        view.connected = c.state() == Client::State::Connected;
        view.alive = c.state() != Client::State::Dead && c.state() != Client::State::Closed;
        view.expired = c.state() == Client::State::Expired;
        view.session = c.session();
        view.lastZxid = c.lastZxid();
        view.outstanding = c.outstanding();
        view.lastCall = callText(c.lastCall());
        if (c.hasReply()) view.lastReply = std::string(errorName(c.lastReply().error));
        view.done = c.done();
        view.frozen = host->frozen;
        view.socketSize = std::count_if(host->arrived.begin(), host->arrived.end(), [](const PendingInput& in) { return in.kind == InputKind::Packet; });
        view.toldSize = static_cast<std::int64_t>(host->told.size());
        showThreads(view, c);
        v.clients.push_back(view);
    }
}

// The median time from proposal to commit over the last commits in sight.
SimTime commitLatency(const Trace& trace) {
    constexpr EventId kWindow = 60000;        // under load tens of thousands of events lie between a proposal and its commit
    constexpr std::size_t kCommits = 31;
    if (!trace.keeps()) return {};
    std::vector<std::pair<std::int64_t, SimTime>> commits;
    std::vector<std::int64_t> latencies;
    for (EventId id = trace.size() - 1; id >= 0 && id > trace.size() - kWindow && latencies.size() < kCommits; --id) {
        const Event& e = trace.at(id);
        if (e.kind == EventKind::Committed && commits.size() < kCommits) commits.emplace_back(e.args[0], e.time);
        if (e.kind != EventKind::ProposalMade) continue;
        for (const auto& [zxid, time] : commits)
            if (zxid == e.args[0]) latencies.push_back((time - e.time).us);
    }
    if (latencies.empty()) return {};
    std::nth_element(latencies.begin(), latencies.begin() + static_cast<std::ptrdiff_t>(latencies.size() / 2), latencies.end());
    return usec(latencies[latencies.size() / 2]);
}

void sample(ClusterView& v, const Trace& trace) {
    v.sample.time = v.now;
    for (const PacketView& p : v.packets) v.sample.queuedPackets += (p.held || p.departs > v.now) && p.from.isServer() && p.to.isServer() ? 1 : 0;
    Zxid newest;
    for (const ServerView& s : v.servers) {
        newest = std::max(newest, s.lastCommitted);
        if (s.id == v.leader) v.sample.outstandingProposals = static_cast<std::int64_t>(s.outstanding.size());
    }
    for (const ServerView& s : v.servers) {
        std::int64_t lag = newest.counter();
        if (s.lastProcessed.epoch() == newest.epoch()) lag = std::max<std::int64_t>(0, newest.value - s.lastProcessed.value);
        v.sample.lag.push_back(lag);
    }
    v.sample.commitLatency = commitLatency(trace);
}

}  // namespace

ClusterView buildView(const World& world, const Trace& trace, const SafetyChecker& checker) {
    ClusterView v;
    v.events = trace.size();
    v.now = world.now();
    v.needed = quorumSize(world.config());
    for (const MemberConfig& m : world.config().members) {
        v.voters += m.observer ? 0 : 1;
        v.servers.push_back(serverView(world, m.id));
        const ServerView& s = v.servers.back();
        if ((s.life != ServerLife::Up && s.life != ServerLife::Frozen) || s.state != ServerState::Leading) continue;
        if (s.phase > v.phase) v.phase = s.phase;
        if (s.serving && s.epochCandidate >= v.epoch) {
            v.leader = s.id;
            v.epoch = s.epochCandidate;
        }
    }
    showReasons(v, trace);
    showPackets(v, world);
    showLinks(v, world);
    showClients(v, world);
    for (std::size_t i = 0; i < static_cast<std::size_t>(Property::Count_); ++i) {
        PropertyView p;
        p.id = std::string(propertyInfo(static_cast<Property>(i)).id);
        v.properties.push_back(std::move(p));
    }
    for (const ViolationFound& f : checker.violations()) v.properties[static_cast<std::size_t>(f.property)].violated = f.event;
    sample(v, trace);
    return v;
}

}  // namespace zab
