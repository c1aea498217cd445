// SPDX-License-Identifier: GPL-3.0-or-later
// One server's part in FastLeaderElection and Zab 1.0 (chapters 2 and 3): input in, ordered effects out.
#pragma once

#include "engine/zab/effects.h"
#include "engine/zab/quorum.h"
#include "engine/zab/sync_plan.h"
#include "engine/zab/txn_log.h"

#include <deque>
#include <map>
#include <variant>
#include <vector>

namespace zab {

/// What the transactions are applied to. The replica decides when, the server above knows what they mean.
class StateMachine {
public:
    virtual ~StateMachine() = default;
    virtual void apply(const TxnRef& txn) = 0;             ///< committed while serving
    virtual void replay(const TxnRef& txn) = 0;            ///< from the log or during synchronization: nobody is answered
    virtual SnapshotRef snapshot(Zxid content, std::uint64_t history) const = 0;
    virtual void restore(const SnapshotRef& snapshot) = 0; ///< nullptr: an empty tree
    virtual void startServing(ServerState role) = 0;
    virtual void stopServing() = 0;
    /// A packet that zab only carries: REQUEST, REVALIDATE, SYNC, or the sessions in a PING reply.
    virtual void carried(ServerId from, const Forwarded& packet) = 0;
    virtual OpaqueRef touchedSessions() = 0;               ///< for a PING reply; nullptr if none
    virtual std::uint64_t digest() const { return 0; }     ///< of the state that transactions have made; 0: not known
};

struct HeardFrom { ServerId from; Vote vote; void addTo(StateDigest& d) const { d.add(from, vote); } };

struct Looking {
    Vote initial, proposal;
    std::vector<HeardFrom> heard;          ///< recvset, sorted by id
    std::vector<HeardFrom> outOfElection;
    SimTime pollTimeout, pollDeadline;
    bool finalizing = false;
    SimTime finalizeDeadline;
};

/// A follower's or observer's life with one leader.
struct Learning {
    enum class Stage : std::uint8_t { Connecting, AwaitLeaderInfo, AwaitSync, Syncing, Persisting, AwaitUpToDate, Serving };
    ServerId leader;
    ConnectionId connection = 0;
    Stage stage = Stage::Connecting;
    int attempt = 0;
    SyncMode mode = SyncMode::None;
    bool snapshotNeeded = false, writeToLog = false;
    Zxid newLeader;
    std::deque<TxnRef> notCommitted;       ///< packetsNotCommitted
    std::deque<Zxid> committed;            ///< packetsCommitted
    std::deque<TxnRef> persisted;          ///< acknowledged after UPTODATE
    std::deque<TxnRef> pending;            ///< pendingTxns: logged, waiting for COMMIT
    Zxid lastQueued;
    SimTime lastHeard;
    std::deque<Message> inbox;             ///< arrived while the disk is written (Persisting)
};

struct Learner {
    enum class Stage : std::uint8_t { AwaitEpoch, AwaitAckEpoch, AwaitEpochQuorum, AwaitNewLeaderAck, AwaitQuorum, Forwarding };
    ServerId id;
    ConnectionId connection = 0;
    bool observer = false;
    Stage stage = Stage::AwaitEpoch;
    Zxid lastZxid;                         ///< as reported in ACKEPOCH
    Epoch currentEpoch = 0;
    SimTime lastHeard;
    std::int64_t deadlineTick = 0;         ///< tickOfNextAckDeadline
    bool forwarding = false;               ///< in the forwarding (observing) set
    struct Tracked { Zxid zxid; SimTime since; };
    Tracked tracked, trackedNext;          ///< SyncLimitCheck: a proposal watched for its ACK, and the newest behind it; 0 = none
    SyncMode mode = SyncMode::None;
    /// ZOOKEEPER-3104: what waits behind a snapshot that is not read yet. Empty: nothing of that kind is going on.
    struct Late { bool newLeaderQueued = false; std::vector<Message> behind; };
    std::optional<Late> late;
};

struct Outstanding {
    TxnRef txn;
    ServerSet acks;
    SimTime since;
};

struct Leading {
    Epoch epoch = -1;
    bool epochDecided = false, epochAcked = false, established = false;
    ServerSet connecting, electing, newLeaderAcks;
    Epoch startEpoch = 0;                  ///< leaderStateSummary
    Zxid startZxid;
    Zxid lastProposed, lastCommitted;
    std::deque<Outstanding> outstanding;   ///< oldest first, contiguous zxids (but see Seal::CommitInOrder)
    std::vector<Learner> learners;         ///< by id
    std::int64_t tick = 0;
    bool halfTick = false;
    struct ParkedSync { Zxid behind; ServerId to; Forwarded packet; };
    std::deque<ParkedSync> parkedSyncs;
};

/// The role is over, and the process waits until what it had to log is on disk (SyncRequestProcessor.shutdown).
struct Ending {
    ServerState state = ServerState::Following;   ///< what it still tells others that it is
    ServerId leader;
    bool reload = false;                   ///< the database in memory is ahead of the disk and is thrown away
};

using Role = std::variant<Looking, Learning, Leading, Ending>;

/// A regular value; nothing in it points outside.
class Replica {
public:
    Replica(const EnsembleConfig& config, ServerId self) : m_self(self), m_observer(config.member(self).observer) {}

    // --- inputs. Each appends its effects in order. ---
    void start(const EnsembleConfig& config, StateMachine& app, SimTime now, Effects& out);   ///< the process starts: disk -> LOOKING
    void receive(const EnsembleConfig& config, StateMachine& app, SimTime now, ServerId from, ConnectionId connection, const Message& m,
                 Effects& out);
    void timer(const EnsembleConfig& config, StateMachine& app, SimTime now, TimerKind kind, Effects& out);
    void fsyncDone(const EnsembleConfig& config, StateMachine& app, SimTime now, Effects& out);
    void snapshotDone(const EnsembleConfig& config, StateMachine& app, Zxid name, Effects& out);
    void forceTimeout(const EnsembleConfig& config, StateMachine& app, SimTime now, Effects& out);
    void diskWritten() { m_disk.log.sync(); }   ///< while the process stands still: the fsync that runs is done, its word comes later
    /// The process dies: what is in memory is gone; `lost` unsynced records go with it, torn: half of the first one stays.
    void crash(std::size_t lost, bool torn = false);

    // --- for the server above ---
    /// Leader only, while serving: the next proposal with this payload. Its zxid, or 0 if it stepped down instead (rollover).
    Zxid propose(const EnsembleConfig& config, StateMachine& app, SimTime now, SessionId session, std::int32_t xid,
                 std::shared_ptr<const Payload> payload, Effects& out);
    Zxid nextZxid(const EnsembleConfig& config) const;         ///< leader: what propose() will use
    void sendToLeader(Forwarded packet, Effects& out);         ///< learner: REQUEST or REVALIDATE
    void sendToLearner(ServerId to, Forwarded packet, Effects& out);
    void answerSync(ServerId to, Forwarded packet, Effects& out);   ///< leader: SYNC now or behind what is outstanding

    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)

    // --- what it is ---
    ServerId self() const { return m_self; }
    ServerState state() const;
    Phase phase() const { return m_phase; }
    SyncMode syncMode() const;
    bool serving() const { return m_serving; }
    ServerId leader() const;                                   ///< whom it follows; itself when leading; 0 while looking
    Zxid lastProcessed() const { return m_lastProcessed; }
    Zxid lastCommitted() const { return m_lastCommitted; }
    std::uint64_t history() const { return m_history; }
    Round round() const { return m_round; }
    const Vote& currentVote() const { return m_currentVote; }
    const Role& role() const { return m_role; }
    const Durable& disk() const { return m_disk; }
    Durable& editDisk() { return m_disk; }                     ///< before start(): what the scenario puts there
    const CommittedLog& committedLog() const { return m_committedLog; }
    const std::deque<TxnRef>& syncQueue() const { return m_syncQueue; }
    bool fsyncing() const { return m_fsyncing; }
    bool isObserver() const { return m_observer; }
    /// Open quorum connections: (peer, connection).
    std::vector<std::pair<ServerId, ConnectionId>> connections() const;

private:
    struct Step;   // config, app, now, out of the input being handled: one bundle for the phase files
    // recovery.cpp
    bool loadDatabase(Step& s);
    bool restoreTree(Step& s);
    bool replayLog(Step& s);
    bool checkEpochs(Step& s);
    void takeSnapshot(Step& s);
    void applyTxn(Step& s, const TxnRef& txn, bool serving);
    void rememberCommitted(const EnsembleConfig& config, const TxnRef& txn);
    // election.cpp
    void enterLooking(Step& s);
    void broadcastVote(Step& s);
    void sendVote(Step& s, ServerId to, Vote vote);
    Vote ownVote() const;
    void onNotification(Step& s, ServerId from, const Notification& n);
    void onVote(Step& s, ServerId from, const Vote& vote);
    void onLookingVote(Step& s, Looking& l, ServerId from, const Vote& vote);
    void onSettledVote(Step& s, Looking& l, ServerId from, const Vote& vote);
    bool settledQuorum(Step& s, const std::vector<HeardFrom>& heard, const Vote& vote, RuleId joins);
    void adopt(Step& s, Looking& l, const Vote& vote);
    void tally(Step& s, Looking& l);
    void decide(Step& s, Vote vote);
    // discovery.cpp
    void lead(Step& s);
    void learn(Step& s, ServerId leader);
    void connectToLeader(Step& s, Learning& l);
    void onConnectionClosed(Step& s, Learning& l, bool refused);
    void onLearnerInfo(Step& s, ServerId from, ConnectionId connection, const FollowerInfo& m);
    void epochProposed(Step& s, ServerId from, Epoch accepted);
    void onLeaderInfo(Step& s, Learning& l, const LeaderInfo& m);
    void onAckEpoch(Step& s, Learner& l, const AckEpoch& m);
    void epochAcked(Step& s);
    void removeLearner(Step& s, ServerId id, bool tell);
    // synchronization.cpp
    void synchronize(Step& s, Learner& l);
    void bendPlan(Step& s, const SyncInput& in, SyncPlan& plan);
    void withdrawAcks(Step& s, ServerId learner, Zxid kept);
    void newLeaderAcked(Step& s, Learner& l, Zxid zxid);
    void establish(Step& s);
    void sendUpToDate(Step& s, Learner& l);
    void onSyncPacket(Step& s, Learning& l, const Message& m);
    void onSyncMode(Step& s, Learning& l, const Message& m);
    bool truncateDisk(Step& s, Learning& l, Zxid zxid);
    void onSyncCommit(Step& s, Learning& l, Zxid zxid);
    void onNewLeader(Step& s, Learning& l, Zxid zxid);
    void newLeaderPersisted(Step& s, Learning& l);
    void acknowledgeNewLeader(Step& s, Learning& l);
    void onUpToDate(Step& s, Learning& l);
    // defects.cpp
    bool acknowledgedUnwritten(Step& s, Learning& l);
    void writeEpochFirst(Step& s, const Learning& l);
    void acknowledgeTxnsFirst(Step& s, Learning& l);
    void believeDiff(Step& s, ServerId leader, Zxid announced);
    bool forgetsLog(Step& s);
    void serveOldTree(Step& s, const Learning& l);
    void commitLate(Step& s);
    bool runsOver(Step& s, Zxid zxid);
    void takenForNewLeader(Step& s, ServerId from);
    void snapshotLate(Step& s, Learner& learner);
    bool otherThreadCame(Step& s, Zxid name);
    void snapshotReadLate(Step& s, Learner& learner, Zxid name);
    // broadcast.cpp
    void onBroadcastPacket(Step& s, Learning& l, const Message& m);
    void commitNext(Step& s, Learning& l, Zxid zxid);
    void applyLogged(Step& s, Learning& l, Zxid upTo);
    void acknowledge(Step& s, Zxid zxid, RuleId why);
    void logTxn(Step& s, TxnRef txn);
    void flushLog(Step& s);
    void processAck(Step& s, ServerId from, Zxid zxid);
    void commit(Step& s, std::size_t index);
    void leaderTick(Step& s);
    bool learnerTimedOut(Step& s, const Learner& l);
    void learnerPacket(Step& s, ServerId from, ConnectionId connection, const Message& m);
    // replica.cpp
    void learningPacket(Step& s, ServerId from, ConnectionId connection, const Message& m);
    void backToLooking(Step& s);
    void roleEnded(Step& s);
    void setPhase(Step& s, Phase phase);
    void stepDown(Step& s, RuleId rule, std::array<std::int64_t, 6> operands);
    void writeAcceptedEpoch(Step& s, Epoch e);
    void writeCurrentEpoch(Step& s, Epoch e);
    Learner* findLearner(ServerId id);
    Epoch acceptedEpoch() const { return m_disk.acceptedEpoch.value_or(0); }
    Epoch currentEpoch() const { return m_disk.currentEpoch.value_or(0); }

    ServerId m_self;
    bool m_observer;
    Durable m_disk;                      // survives a crash; everything below is memory
    Role m_role = Looking{};
    Phase m_phase = Phase::Election;
    bool m_serving = false;
    bool m_loaded = false;               // the database is in memory (ZOOKEEPER-2678)
    Zxid m_lastProcessed, m_lastCommitted, m_contentZxid;
    std::uint64_t m_history = 0;
    CommittedLog m_committedLog;
    Round m_round = 0;
    Vote m_currentVote;
    std::deque<TxnRef> m_syncQueue;      // SyncRequestProcessor: not yet appended
    std::deque<TxnRef> m_toFlush;        // appended, fsync running
    bool m_fsyncing = false;
    int m_loggedSinceSnapshot = 0;
    bool m_snapshotRunning = false;
    ConnectionId m_nextConnection = 1;
    Epoch m_snapAskedIn = -1;            // cured recovery: this epoch's TRUNC could not be done, SNAP is wanted
};

/// The rolling hash of a history after one more transaction.
std::uint64_t extendHistory(std::uint64_t history, const Txn& txn);

}  // namespace zab
