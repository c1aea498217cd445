// SPDX-License-Identifier: GPL-3.0-or-later
// Plausible moments of an ensemble as plain values, for the tests of the stage.
#pragma once

#include "engine/lab/cluster_view.h"

#include <algorithm>
#include <string>

namespace zab::sample {

inline ServerView server(int id, int voters) {
    ServerView s;
    s.id = {id};
    s.life = ServerLife::Up;
    s.needed = voters / 2 + 1;
    s.acceptedEpoch = s.currentEpoch = 2;
    s.lastProcessed = s.lastLogged = s.lastSynced = s.lastCommitted = Zxid::make(2, 8 - (id % 3));
    s.diskFirst = Zxid::make(1, 40);
    s.diskLast = s.lastLogged;
    for (int c = 1; c <= 8 - (id % 3); ++c) s.log.push_back({Zxid::make(2, c), LogLook::Applied});
    return s;
}

inline void addLinks(ClusterView& view) {
    for (const ServerView& a : view.servers)
        for (const ServerView& b : view.servers)
            if (a.id < b.id) {
                LinkView link;
                link.a = a.id;
                link.b = b.id;
                link.latency = msec(2);
                link.connected = view.leader && (a.id == view.leader || b.id == view.leader) && a.life == ServerLife::Up && b.life == ServerLife::Up;
                view.links.push_back(link);
            }
}

inline PacketView packet(ClusterView& view, ActorId from, ActorId to, MessageType type, std::int64_t sentUs, std::int64_t dueUs, Zxid zxid = {}) {
    PacketView p;
    p.sequence = view.packets.size() + 1;
    p.from = from;
    p.to = to;
    p.type = type;
    p.departs = view.now + usec(sentUs);
    p.due = view.now + usec(dueUs);
    p.zxid = zxid;
    p.event = static_cast<EventId>(p.sequence) * 3;
    view.packets.push_back(p);
    return p;
}

inline void addClients(ClusterView& view, int each) {
    int id = 0;
    for (const ServerView& s : view.servers)
        for (int k = 0; k < each; ++k) {
            ClientView c;
            c.id = {++id};
            c.server = s.id;
            c.connected = k != 1;
            c.alive = k != 3;
            c.outstanding = k == 0 ? 1 : 0;
            c.lastZxid = Zxid::make(2, 7);
            c.lastCall = "create /app/x";
            view.clients.push_back(c);
        }
}

inline ClusterView empty(int n) {
    ClusterView view;
    view.run = 1;
    view.now = msec(4218);
    view.step = 100;
    view.voters = n;
    view.needed = n / 2 + 1;
    return view;
}

/// With a Eureka server beside each of them: all in one state or another.
inline ClusterView withEureka(ClusterView view) {
    view.cap.eureka = true;
    for (const ServerView& s : view.servers) {
        CapServerView e;
        e.id = s.id;
        e.eureka = s.life == ServerLife::Up && s.id.value % 4 != 3;
        e.selfPreserving = e.eureka && s.id.value % 2 == 0;
        e.renewsLastMinute = 3;
        e.threshold = 4;
        for (int k = 0; e.eureka && k < s.id.value * 7 % 13; ++k)
            e.leases.push_back({"10.0.0." + std::to_string(k + 1) + ":8080", "SHOP", {k + 1}, msec(10), view.now + sec(30)});
        view.cap.servers.push_back(e);
    }
    return view;
}

/// Everybody looks for a leader; votes travel between all of them; the last one is down if there are more than three.
inline ClusterView electing(int n, int clientsEach = 0) {
    ClusterView view = empty(n);
    view.phase = Phase::Election;
    for (int id = 1; id <= n; ++id) {
        ServerView s = server(id, n);
        s.round = 3;
        s.vote = {{id == 2 ? 2 : 1}, Zxid::make(2, 8), 2, 3};
        for (int from = 1; from <= n; ++from)
            if (from == id || (from + id) % 3 != 0) s.heard.push_back({{from}, {{from == 2 ? 2 : 1}, Zxid::make(2, 8), 2, 3}, ServerState::Looking});
        for (const HeardVote& heard : s.heard) s.tally += heard.vote.leader == s.vote.leader ? 1 : 0;
        s.finalizing = s.tally >= s.needed;
        if (id == 3) s.acceptedEpoch = 3;
        if (n > 3 && id == n) s.life = ServerLife::Down;
        view.servers.push_back(s);
    }
    for (const ServerView& a : view.servers)
        for (const ServerView& b : view.servers) {
            if (a.id == b.id || a.life == ServerLife::Down || b.life == ServerLife::Down) continue;
            const std::int64_t sent = 300 + (a.id.value * 367 + b.id.value * 131) % 1500;
            if ((a.id.value + 2 * b.id.value) % 3 == 1) continue;
            packet(view, a.id, b.id, MessageType::Notification, -sent, 2000 - sent);
            view.packets.back().voteLeader = a.vote.leader;
            view.packets.back().voteRound = (a.id.value * b.id.value) % 7 == 4 ? 2 : 3;
            view.packets.back().stale = view.packets.back().voteRound == 2;
        }
    addLinks(view);
    addClients(view, clientsEach);
    return view;
}

/// A leader with outstanding proposals, full queues towards its learners, acks and commits under way; the last server is down.
inline ClusterView broadcasting(int n, int leader, int queued = 4, int clientsEach = 2) {
    ClusterView view = empty(n);
    view.phase = Phase::Broadcast;
    view.leader = {leader};
    view.epoch = 2;
    for (int id = 1; id <= n; ++id) {
        ServerView s = server(id, n);
        s.phase = Phase::Broadcast;
        s.state = id == leader ? ServerState::Leading : ServerState::Following;
        s.leader = {leader};
        s.serving = true;
        s.sessions = clientsEach;
        s.vote = {{leader}, Zxid::make(1, 42), 1, 3};
        s.log.clear();
        for (int c = 1; c <= 12; ++c)
            s.log.push_back({Zxid::make(2, c), c <= 6 - id % 3   ? LogLook::Applied
                                               : c <= 8 - id % 3 ? LogLook::Committed
                                               : c <= 10         ? LogLook::Fsynced
                                               : c == 11         ? LogLook::Appended
                                                                 : LogLook::Queued});
        if (n > 3 && id == n && id != leader) s.life = ServerLife::Down;
        if (id == leader)
            for (int c = 6; c <= 10; ++c) {
                ProposalView p;
                p.zxid = Zxid::make(2, c);
                p.needed = n / 2 + 1;
                p.reason = c;
                for (int k = 1; k <= n; ++k)
                    if ((k * 7 + c) % 5 < (c == 6 ? 4 : 2)) p.acks.push_back({k});
                s.outstanding.push_back(p);
            }
        for (int k = 1; k < n; ++k) s.synced.push_back({k});
        view.servers.push_back(s);
    }
    for (const ServerView& s : view.servers) {
        if (s.id.value == leader || s.life == ServerLife::Down) continue;
        for (int k = 0; k < queued; ++k)
            packet(view, ServerId{leader}, s.id, k % 3 == 2 ? MessageType::Commit : MessageType::Proposal, 20 + 20 * k, 2020 + 20 * k, Zxid::make(2, 11 + k));
        packet(view, ServerId{leader}, s.id, MessageType::Proposal, -200 - 190 * s.id.value % 1100, 1800 - 190 * s.id.value % 1100, Zxid::make(2, 10));
        packet(view, ServerId{leader}, s.id, MessageType::Commit, -1400, 600, Zxid::make(2, 6));
        packet(view, s.id, ServerId{leader}, MessageType::Ack, -900 - 100 * s.id.value, 1100 - 100 * s.id.value, Zxid::make(2, 8));
        packet(view, s.id, ServerId{leader}, MessageType::Ping, -300, 1700);
    }
    addLinks(view);
    addClients(view, clientsEach);
    for (const ClientView& c : view.clients) {
        if (!c.server || c.id.value % 2) continue;
        packet(view, c.id, c.server, MessageType::ClientRequest, -700, 1300);
        packet(view, c.server, c.id, MessageType::ClientReply, -1200, 800);
    }
    return view;
}

/// A new leader in discovery or synchronization.
inline ClusterView recovering(int n, int leader, Phase phase) {
    ClusterView view = broadcasting(n, leader, 0, 1);
    view.phase = phase;
    view.packets.clear();
    for (ServerView& s : view.servers) {
        s.phase = phase;
        s.serving = false;
        s.acceptedEpoch = 3;
        s.sync = phase == Phase::Synchronization ? (s.id.value % 2 ? SyncMode::Diff : SyncMode::Trunc) : SyncMode::None;
        s.epochReported = {{1}, {leader}};
        s.epochAcked = {{leader}};
        s.newLeaderAcked = {{leader}, {1}};
        if (s.life == ServerLife::Down || s.id.value == leader) continue;
        const bool discovery = phase == Phase::Discovery;
        packet(view, s.id, ServerId{leader}, discovery ? MessageType::FollowerInfo : MessageType::Ack, -800 - 90 * s.id.value, 1200, Zxid::make(3, 0));
        packet(view, ServerId{leader}, s.id, discovery ? MessageType::LeaderInfo : MessageType::NewLeader, -500 - 150 * s.id.value, 1500, Zxid::make(3, 0));
        if (!discovery) packet(view, ServerId{leader}, s.id, MessageType::Trunc, -1500, 300, Zxid::make(2, 5));
    }
    return view;
}

}  // namespace zab::sample
