// SPDX-License-Identifier: GPL-3.0-or-later
// What the world looks like at one moment: plain values, all that any view may show. Made by Lab, never changed.
#pragma once

#include "engine/base/event.h"
#include "engine/lab/cap_view.h"
#include "engine/lab/recipe_view.h"
#include "engine/tree/data_tree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zab {

enum class ServerLife : std::uint8_t { Down, Up, Frozen, Refused, Exited };

struct VoteView {
    ServerId leader;      ///< 0 = none (observers)
    Zxid zxid;
    Epoch peerEpoch = 0;
    Round round = 0;
};
struct HeardVote {
    ServerId from;
    VoteView vote;
    ServerState state = ServerState::Looking;
};
enum class LogLook : std::uint8_t { Queued, Appended, Fsynced, Committed, Applied };  ///< in this order of progress
struct LogCell {
    Zxid zxid;
    LogLook look = LogLook::Appended;
};
struct ProposalView {
    Zxid zxid;
    std::vector<ServerId> acks;
    int needed = 0;
    EventId reason = kNoEvent;  ///< the newest event about it: made, an acknowledgement counted, or why it has to wait
};
struct WatchView {
    std::string path;
    bool child = false;
    bool persistent = false, recursive = false;   ///< how the last session has it that is persistent
    std::vector<SessionId> sessions;    ///< whose connections are the watchers
};
/// A client's connection as its server knows it.
struct ConnectionView {
    ClientId client;
    SessionId session;
    std::vector<std::string> auth;      ///< ids that it has proved: "digest anna"
};
struct ServerView {
    ServerId id;
    bool observer = false;
    int weight = 1, group = 0;
    ServerLife life = ServerLife::Down;
    RuleId refusal{};                   ///< why it refused to start or ended
    ServerState state = ServerState::Looking;
    Phase phase = Phase::Election;
    SyncMode sync = SyncMode::None;
    ServerId leader;                    ///< whom it follows or observes; itself if leading
    bool serving = false;               ///< answers clients
    Epoch acceptedEpoch = 0, currentEpoch = 0;   ///< on disk
    Epoch epochCandidate = -1;          ///< leading in discovery: the epoch so far
    Zxid lastProcessed, lastLogged, lastSynced, lastCommitted;
    Zxid diskFirst, diskLast;           ///< what the disk keeps (log range); counter 0 = nothing
    Round round = 0;
    VoteView vote;                      ///< its present proposal, or the vote it settled on
    std::vector<HeardVote> heard;       ///< recvset, by id
    int tally = 0, needed = 0;          ///< votes for its own proposal; quorum (in votes)
    bool finalizing = false;            ///< has a quorum and waits 200 ms
    std::vector<LogCell> log;           ///< the newest cells, oldest first (at most 12)
    std::vector<ProposalView> outstanding;        ///< leading: oldest first
    std::vector<ServerId> epochReported, epochAcked, newLeaderAcked;  ///< leading: who passed which barrier
    std::vector<ServerId> synced;       ///< leading: learners in the forwarding set
    int sessions = 0;                   ///< client connections at this server
    EventId lastDecision = kNoEvent;    ///< newest event with a rule worth showing beside the server
    SimTime fsyncLatency;
    DataTree tree;                      ///< shares structure with the world's
    std::vector<WatchView> watches;
    std::vector<ConnectionView> connections;
};
/// A packet on its way or waiting in its sender's FIFO queue.
struct PacketView {
    std::uint64_t sequence = 0;         ///< names it in commands
    ActorId from, to;
    MessageType type = MessageType::None;
    SimTime departs, due;               ///< departs > now: still a queue cell at the sender
    bool held = false;                  ///< the link is cut: it waits
    Zxid zxid;
    ServerId voteLeader;                ///< notifications
    Round voteRound = 0;
    bool stale = false;                 ///< notification of an older round than the receiver's
    EventId event = kNoEvent;           ///< the PacketSent event
    std::int32_t xid = 0;               ///< between client and server: as in its header (-1, -2, -4, -8 are special); 0 = none
};
struct LinkView {
    ServerId a, b;                      ///< a < b
    bool cutAB = false, cutBA = false;
    bool connected = false;             ///< a quorum connection (leader and learner) exists
    SimTime latency, jitter;
    bool slow = false;                  ///< latency above the ensemble's
    std::int64_t lossPpm = 0, duplicatePpm = 0;
};
/// A call that a client waits for.
struct ClientCallView {
    std::int32_t xid = 0;
    std::string op, path;               ///< op as opName() has it
    bool async = false;                 ///< its reply goes to a callback
};
/// An event for a client's watchers: "NodeDataChanged /a", "None SyncConnected"; or an asynchronous reply: "getData /a".
struct ClientEventView {
    std::string type, subject;
    std::vector<std::string> watchers = {};       ///< called one after the other; "" = the default watcher
    std::int32_t xid = 0;               ///< of a reply; 0 = an event
    std::string error = {};             ///< of a reply: "OK"
};
/// A path in one of the client's five maps of watches, with its watchers.
struct ClientWatchView {
    enum class Kind : std::uint8_t { Data, Exist, Child, Persistent, Recursive } kind = Kind::Data;
    std::string path;
    std::vector<std::string> watchers;  ///< "" = the default watcher
};
struct ClientView {
    static constexpr std::size_t kMostShown = 12;   ///< so many of each list below; the numbers count all

    ClientId id;
    ServerId server;                    ///< connected or connecting to; 0 = none
    ServerId at;                        ///< beside which it stands: cut off with it; 0 = nowhere
    bool connected = false, alive = true, expired = false;
    SessionId session;
    Zxid lastZxid;                      ///< newest it has seen
    int outstanding = 0;
    bool frozen = false;                ///< its process stands still
    std::int64_t socketSize = 0, toldSize = 0;    ///< frozen: packets in its socket; calls that its application makes first when it goes on
    std::string lastCall, lastReply;    ///< as .lab words
    std::int64_t done = 0;              ///< replies so far
    // SendThread
    std::string state;                  ///< "CONNECTED", as ZooKeeper.States has it; "" = the process is dead
    std::int64_t outgoingSize = 0, pendingSize = 0;
    std::vector<ClientCallView> outgoing;         ///< not yet written, the oldest first
    std::vector<ClientCallView> pending;          ///< written, without a reply
    std::int32_t lastXid = 0;           ///< of the call made last
    SimTime lastHeard, lastSend, readTimeout, connectTimeout;
    std::vector<ServerId> hosts;        ///< its list of servers, as it was shuffled
    ServerId nextServer;                ///< it sleeps before it tries this one; 0 = it does not sleep
    SimTime retryAt;                    ///< until when
    std::vector<std::string> auth;      ///< what it says of itself on every new connection: "digest anna"
    // EventThread
    std::int64_t waitingSize = 0;
    std::vector<ClientEventView> waiting;         ///< the oldest first, events and asynchronous replies in one queue
    bool calling = false;               ///< a callback runs
    ClientEventView callback;           ///< the running one
    std::int64_t callbackWatcher = 0;   ///< which of its watchers is being called
    int oldThreads = 0;                 ///< EventThreads of handles before this one that still call
    SimTime callbackUntil, callbackTime;          ///< when it ends; how long each takes
    // ZKWatchManager
    std::int64_t watchCount = 0;
    std::vector<std::string> dataWatches, existWatches, childWatches, persistentWatches, recursiveWatches;   ///< paths, sorted
    std::vector<ClientWatchView> watches;         ///< the same with their watchers, by kind and path (each kind up to kMostShown)
};
struct PendingView {
    std::uint64_t sequence = 0;
    SimTime due;
    enum class What : std::uint8_t { Packet, Timer, Disk } what = What::Packet;
    ActorId actor;
    std::int32_t detail = 0;            ///< MessageType, TimerKind or DiskWork
};
struct PropertyView {
    std::string id;                     ///< "Agreement"
    EventId violated = kNoEvent;
};
/// Numbers for the live plots.
struct PlotSample {
    SimTime time;
    std::int64_t queuedPackets = 0, outstandingProposals = 0;
    SimTime commitLatency;              ///< median of the last commits
    std::vector<std::int64_t> lag;      ///< per server: transactions behind the newest committed
};
struct ClusterView {
    std::uint64_t run = 0;              ///< changes at every reset or seek: older batches are stale
    std::int64_t step = 0;              ///< inputs carried out so far
    EventId events = 0;                 ///< number of events in the trace
    SimTime now;
    bool playing = false;
    ServerId leader;                    ///< established leader, 0 = none
    Phase phase = Phase::Election;      ///< of the ensemble: that of its most advanced leader
    Epoch epoch = 0;
    int needed = 0, voters = 0;
    std::vector<ServerView> servers;
    std::vector<LinkView> links;
    std::vector<PacketView> packets;
    std::vector<ClientView> clients;
    std::vector<RecipeView> recipes;    ///< by path
    CapView cap;
    std::vector<PendingView> pending;   ///< the next inputs in order (at most 200)
    std::vector<PropertyView> properties;
    PlotSample sample;
};

}  // namespace zab
