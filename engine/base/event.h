// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that happened in the lab. The one event stream feeds the canvas, the narration, the plots and the checkers.
#pragma once

#include "engine/base/types.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace zab {

/// Which rule of the protocol decided; the list with sources and sentences is engine/zab/rules.h.
enum class RuleId : std::uint16_t;

/// Kinds of events. What the operands of a kind mean stands in one place: the table in event.cpp (eventSchema).
enum class EventKind : std::uint8_t {
    // The lab
    Command,            ///< a command from outside was carried out; text = the command as a .lab line
    Say,                ///< a sentence of the lesson; text
    Violation,          ///< a property does not hold; text = property id, cause = the decisive event
    Demanded,           ///< from now on a leader, progress and equal trees are demanded of these servers (bit per server)
    // Faults and life of a server
    ServerStarted, ServerRefused, ServerCrashed, ServerExited, ServerFrozen, ServerThawed,
    // Network
    PacketSent, PacketDelivered, PacketLost, PacketRetransmitted, ConnectionOpened, ConnectionRefused, ConnectionClosed,
    LinkCut, LinkHealed,
    // Clock and disk
    TimerFired, LogAppended, FsyncStarted, FsyncDone, SnapshotStarted, SnapshotTaken, SnapshotLoaded, LogTruncated,
    AcceptedEpochWritten, CurrentEpochWritten, TxnReplayed,
    // Election
    StateChanged, RoundStarted, RoundJumped, VoteChanged, VoteRecorded, VoteTallied, LeaderElected,
    // Discovery, synchronization, broadcast
    PhaseChanged, EpochDecided, EpochAcked, SyncPlanned, NewLeaderAccepted, LeaderEstablished, ServerServing,
    ProposalMade, AckCounted, Committed, TxnApplied, QuorumLost,
    // Sessions and clients
    SessionOpened, SessionClosed, SessionExpired, RequestReceived, RequestForwarded, ReplySent, WatchFired, WatchSet,
    ClientConnecting, ClientConnected, ClientRefused, ClientDisconnected, ClientRequest, ClientReply, ClientWatchEvent,
    ClientEventQueued, CallbackStarted, CallbackEnded,   ///< the client's EventThread; text = the path, or the state of a None event, then the watcher if it has a name: /a "w1"
    ClientReplyQueued, ReplyCallbackStarted, ReplyCallbackEnded,   ///< asynchronous calls; text = the path
    ClientSessionExpired, ClientFrozen, ClientThawed,
    // Recipes of clients (§10); text = the path of the lock, the election, the barrier ...
    RecipeAsked, RecipeCreated, RecipeWaits, RecipeAcquired, RecipeUnsure, RecipeReleased, RecipeLost, RecipeEnded,
    RecipeLearned,                                       ///< it knows something new: members, data, an element
    ResourceRequested, ResourceAnswered,                 ///< what a lock protects; it may look at fencing tokens
    // A decision or an ignored input: only the rule and its operands
    Decided, Ignored,
    // Services in ZooKeeper and in Eureka
    ClientStands,       ///< peer = the server beside which it stands, none = nowhere
    ServiceProvided, ServiceEnded,   ///< the truth about an instance; text = "PATH INSTANCE"
    LookupStarted,      ///< text = the path
    LookupAnswered,     ///< a registry has named instances; text = "PATH INSTANCE INSTANCE ..."
    LookupRefused,      ///< a registry has named none; the rule says why
    LookupJudged,       ///< by the observer who knows the truth; cause = the answer
    InstanceCalled,     ///< what became of calling one; text = the instance, the rule says how it went
    LookupDone,
    Count_
};

/// What kind of packet travels. Names as in ZooKeeper (LearnerHandler.packetToString); codes of §3.1 in event.cpp.
enum class MessageType : std::uint8_t {
    None, Notification,
    FollowerInfo, ObserverInfo, LeaderInfo, AckEpoch, Diff, Trunc, Snap, NewLeader, UpToDate,
    Request, Proposal, Ack, Commit, Ping, Revalidate, Sync, Inform,
    Connect, Disconnect,                                    // the connection itself (TCP SYN and FIN/RST)
    ClientConnect, ClientConnected, ClientRequest, ClientReply, ClientPing, ClientWatchEvent,
    EurekaRegister, EurekaRenew, EurekaCancel, EurekaFetch, EurekaBatch, EurekaResponse, HttpReset,   // HTTP, a connection for each
    ServiceCall, ServiceAnswer,                             // from one client's process to another's
    Count_
};

/// A fixed-size record. `args` hold what eventSchema(kind) says; for kinds Decided and Ignored (and every event with a
/// rule) they are the rule's operands as ruleInfo(rule) says.
struct Event {
    EventId id = kNoEvent;     ///< index in the trace
    EventId cause = kNoEvent;  ///< the event that led to this one
    SimTime time;              ///< virtual time
    EventKind kind = EventKind::Decided;
    MessageType message = MessageType::None;
    RuleId rule{};             ///< RuleId{} = none
    ActorId actor;             ///< where it happened
    ActorId peer;              ///< the other side, if any
    std::int32_t text = -1;    ///< index into the trace's texts, -1 = none
    std::array<std::int64_t, 6> args{};
    bool operator==(const Event&) const = default;
};

/// How an operand is to be read and shown.
enum class OperandType : std::uint8_t {
    Number, Zxid, Server, Session, Micros, ServerState, Phase, SyncMode, Text, Hash,
    Op,        ///< OpCode of tree/request.h
    Error,     ///< ErrorCode
    Watch,     ///< WatchEventType
    Timer,     ///< TimerKind of zab/effects.h
    Recipe,    ///< RecipeKind of base/recipe_kind.h
    Role,      ///< RecipeRole, there too
};

struct Operand {
    std::string_view name;
    OperandType type = OperandType::Number;
};

struct EventSchema {
    std::string_view name;              ///< stable identifier used in the JSON trace, e.g. "voteChanged"
    std::span<const Operand> operands;  ///< meaning of args[0..]
    bool noise = false;                 ///< pings and timers: faint by default
};

const EventSchema& eventSchema(EventKind kind);
/// What args mean in an event without a rule: as the schema of its kind, and for a packet as far as that message carries them.
/// An operand without a name means nothing in this event.
std::span<const Operand> operandsOf(const Event& e);
/// Pings and timers: faint, and no step ends at one.
bool isNoise(const Event& e);
/// "PROPOSAL", "FOLLOWERINFO", ... as ZooKeeper prints them.
std::string_view messageName(MessageType type);
/// The code on the quorum port (§3.1), or -1 where the packet does not travel there.
int messageCode(MessageType type);

enum class ServerState : std::uint8_t { Looking, Following, Leading, Observing };
enum class Phase : std::uint8_t { Election, Discovery, Synchronization, Broadcast };
enum class SyncMode : std::uint8_t { None, Diff, Snap, Trunc };
std::string_view stateName(ServerState s);  ///< "LOOKING"
std::string_view phaseName(Phase p);        ///< "ELECTION"
std::string_view syncName(SyncMode m);      ///< "DIFF"

}  // namespace zab
