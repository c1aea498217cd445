// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/event.h"

#include "engine/base/check.h"

namespace zab {
namespace {

using T = OperandType;

constexpr Operand kZxid[] = {{"zxid", T::Zxid}};
constexpr Operand kLogged[] = {{"zxid", T::Zxid}, {"payload", T::Hash}};
constexpr Operand kTxn[] = {{"zxid", T::Zxid}, {"payload", T::Hash}, {"history", T::Hash}, {"serving", T::Number}, {"tree", T::Hash}};
constexpr Operand kProposal[] = {{"zxid", T::Zxid}, {"payload", T::Hash}, {"epoch", T::Number}, {"session", T::Session}, {"xid", T::Number}};
constexpr Operand kStart[] = {{"lastZxid", T::Zxid}, {"acceptedEpoch", T::Number}, {"currentEpoch", T::Number}, {"history", T::Hash}};
constexpr Operand kDemand[] = {{"servers", T::Number}, {"within", T::Micros}};
constexpr Operand kCrash[] = {{"lostRecords", T::Number}, {"lostReported", T::Number}};   // reported: of these the disk had said that they are written
constexpr Operand kPacket[] = {{"zxid", T::Zxid}, {"packet", T::Number}, {"leader", T::Server}, {"round", T::Number}, {"epoch", T::Number}, {"state", T::ServerState}};
constexpr Operand kEpochPacket[] = {{"zxid", T::Zxid}, {"packet", T::Number}, {}, {}, {"epoch", T::Number}};
constexpr Operand kZxidPacket[] = {{"zxid", T::Zxid}, {"packet", T::Number}};
constexpr Operand kBarePacket[] = {{}, {"packet", T::Number}};
constexpr Operand kCallPacket[] = {{}, {"packet", T::Number}, {"xid", T::Number}, {"op", T::Op}};
constexpr Operand kReplyPacket[] = {{"zxid", T::Zxid}, {"packet", T::Number}, {"xid", T::Number}, {"op", T::Op}};
constexpr Operand kXidPacket[] = {{}, {"packet", T::Number}, {"xid", T::Number}};
constexpr Operand kCut[] = {{"oneWay", T::Number}};
constexpr Operand kConnection[] = {{"connection", T::Number}};
constexpr Operand kTimer[] = {{"timer", T::Timer}};
constexpr Operand kFsync[] = {{"zxid", T::Zxid}, {"records", T::Number}};
constexpr Operand kSnapshot[] = {{"zxid", T::Zxid}, {"history", T::Hash}, {"contentZxid", T::Zxid}};
constexpr Operand kEpoch[] = {{"epoch", T::Number}};
constexpr Operand kState[] = {{"state", T::ServerState}, {"leader", T::Server}};
constexpr Operand kRound[] = {{"round", T::Number}, {"previous", T::Number}};
constexpr Operand kVote[] = {{"leader", T::Server}, {"zxid", T::Zxid}, {"epoch", T::Number}, {"round", T::Number}, {"previous", T::Server}};
constexpr Operand kHeard[] = {{"leader", T::Server}, {"zxid", T::Zxid}, {"epoch", T::Number}, {"round", T::Number}, {"state", T::ServerState}};
constexpr Operand kTally[] = {{"leader", T::Server}, {"votes", T::Number}, {"needed", T::Number}};
constexpr Operand kPhase[] = {{"phase", T::Phase}};
constexpr Operand kSync[] = {{"mode", T::SyncMode}, {"zxid", T::Zxid}, {"peerLast", T::Zxid}, {"minCommitted", T::Zxid}, {"maxCommitted", T::Zxid}, {"lastProcessed", T::Zxid}};
constexpr Operand kEstablished[] = {{"epoch", T::Number}, {"lastZxid", T::Zxid}, {"history", T::Hash}};
constexpr Operand kServing[] = {{"epoch", T::Number}, {"lastZxid", T::Zxid}, {"history", T::Hash}, {"leader", T::Server}};
constexpr Operand kAck[] = {{"zxid", T::Zxid}, {"acks", T::Number}, {"needed", T::Number}};
constexpr Operand kSession[] = {{"session", T::Session}, {"timeoutMs", T::Number}};
constexpr Operand kRequest[] = {{"session", T::Session}, {"xid", T::Number}, {"op", T::Op}};
constexpr Operand kReply[] = {{"session", T::Session}, {"xid", T::Number}, {"op", T::Op}, {"error", T::Error}, {"zxid", T::Zxid}};
constexpr Operand kWatch[] = {{"session", T::Session}, {"type", T::Watch}};
constexpr Operand kQueued[] = {{"session", T::Session}, {"type", T::Watch}, {"ahead", T::Number}};
constexpr Operand kCallback[] = {{"session", T::Session}, {"type", T::Watch}, {"takes", T::Micros}};
constexpr Operand kCallbackEnd[] = {{"session", T::Session}, {"type", T::Watch}, {"waiting", T::Number}};
constexpr Operand kReplyQueued[] = {{"session", T::Session}, {"xid", T::Number}, {"op", T::Op}, {"error", T::Error}, {"ahead", T::Number}};
constexpr Operand kReplyCallback[] = {{"session", T::Session}, {"xid", T::Number}, {"op", T::Op}, {"error", T::Error}, {"takes", T::Micros}};
constexpr Operand kReplyCallbackEnd[] = {{"session", T::Session}, {"xid", T::Number}, {"op", T::Op}, {"error", T::Error}, {"waiting", T::Number}};
constexpr Operand kWatchSet[] = {{"session", T::Session}, {"op", T::Op}};
constexpr Operand kClient[] = {{"session", T::Session}, {"lastZxid", T::Zxid}, {"timeoutMs", T::Number}};

constexpr Operand kRecipe[] = {{"session", T::Session}, {"recipe", T::Recipe}, {"role", T::Role}};
constexpr Operand kRecipeZnode[] = {{"session", T::Session}, {"number", T::Number}, {"token", T::Zxid}, {"exclusive", T::Number}, {"again", T::Number}};
constexpr Operand kRecipeWaits[] = {{"session", T::Session}, {"number", T::Number}, {"watched", T::Number}};
constexpr Operand kRecipeEnds[] = {{"session", T::Session}, {"number", T::Number}};
constexpr Operand kRecipeLearns[] = {{"session", T::Session}, {"count", T::Number}};
constexpr Operand kResource[] = {{"token", T::Zxid}, {"highest", T::Zxid}, {"accepted", T::Number}, {"fenced", T::Number}};
constexpr Operand kEnded[] = {{"died", T::Number}};
constexpr Operand kLookup[] = {{"lookup", T::Number}, {"registry", T::Number}};   // 0 ZooKeeper, 1 ZooKeeper by a cache at the client, 2 Eureka
constexpr Operand kDone[] = {{"lookup", T::Number}, {"registry", T::Number}, {"found", T::Number}, {"wrong", T::Number}, {"waited", T::Micros}};

constexpr EventSchema kSchemas[] = {
    {"command", {}}, {"say", {}}, {"violation", {}}, {"demanded", kDemand},
    {"serverStarted", kStart}, {"serverRefused", {}}, {"serverCrashed", kCrash}, {"serverExited", {}}, {"serverFrozen", {}}, {"serverThawed", {}},
    {"packetSent", kPacket}, {"packetDelivered", kPacket}, {"packetLost", kPacket}, {"packetRetransmitted", kPacket},
    {"connectionOpened", kConnection}, {"connectionRefused", kConnection}, {"connectionClosed", kConnection},
    {"linkCut", kCut}, {"linkHealed", kCut},
    {"timerFired", kTimer, true}, {"logAppended", kLogged}, {"fsyncStarted", kFsync}, {"fsyncDone", kFsync},
    {"snapshotStarted", kZxid}, {"snapshotTaken", kSnapshot}, {"snapshotLoaded", kSnapshot}, {"logTruncated", kZxid},
    {"acceptedEpochWritten", kEpoch}, {"currentEpochWritten", kEpoch}, {"txnReplayed", kTxn},
    {"stateChanged", kState}, {"roundStarted", kRound}, {"roundJumped", kRound}, {"voteChanged", kVote}, {"voteRecorded", kHeard},
    {"voteTallied", kTally}, {"leaderElected", kVote},
    {"phaseChanged", kPhase}, {"epochDecided", kEpoch}, {"epochAcked", kEpoch}, {"syncPlanned", kSync}, {"newLeaderAccepted", kServing},
    {"leaderEstablished", kEstablished}, {"serverServing", kServing},
    {"proposalMade", kProposal}, {"ackCounted", kAck}, {"committed", kAck}, {"txnApplied", kTxn}, {"quorumLost", kTally},
    {"sessionOpened", kSession}, {"sessionClosed", kSession}, {"sessionExpired", kSession},
    {"requestReceived", kRequest}, {"requestForwarded", kRequest}, {"replySent", kReply}, {"watchFired", kWatch}, {"watchSet", kWatchSet},
    {"clientConnecting", kClient}, {"clientConnected", kClient}, {"clientRefused", kClient}, {"clientDisconnected", kClient},
    {"clientRequest", kRequest}, {"clientReply", kReply}, {"clientWatchEvent", kWatch},
    {"clientEventQueued", kQueued}, {"callbackStarted", kCallback}, {"callbackEnded", kCallbackEnd},
    {"clientReplyQueued", kReplyQueued}, {"replyCallbackStarted", kReplyCallback}, {"replyCallbackEnded", kReplyCallbackEnd}, {"clientSessionExpired", kClient},
    {"clientFrozen", {}}, {"clientThawed", {}},
    {"recipeAsked", kRecipe}, {"recipeCreated", kRecipeZnode}, {"recipeWaits", kRecipeWaits}, {"recipeAcquired", kRecipeZnode},
    {"recipeUnsure", kRecipeZnode}, {"recipeReleased", kRecipeZnode}, {"recipeLost", kRecipeZnode}, {"recipeEnded", kRecipeEnds},
    {"recipeLearned", kRecipeLearns}, {"resourceRequested", kResource}, {"resourceAnswered", kResource},
    {"decided", {}}, {"ignored", {}},
    {"clientStands", {}}, {"serviceProvided", {}}, {"serviceEnded", kEnded}, {"lookupStarted", kLookup}, {"lookupAnswered", {}},
    {"lookupRefused", {}}, {"lookupJudged", {}}, {"instanceCalled", {}}, {"lookupDone", kDone},
};
static_assert(std::size(kSchemas) == static_cast<std::size_t>(EventKind::Count_));

struct MessageInfo {
    std::string_view name;
    int code;
};
constexpr MessageInfo kMessages[] = {
    {"", -1}, {"NOTIFICATION", -1},
    {"FOLLOWERINFO", 11}, {"OBSERVERINFO", 16}, {"LEADERINFO", 17}, {"ACKEPOCH", 18}, {"DIFF", 13}, {"TRUNC", 14}, {"SNAP", 15},
    {"NEWLEADER", 10}, {"UPTODATE", 12},
    {"REQUEST", 1}, {"PROPOSAL", 2}, {"ACK", 3}, {"COMMIT", 4}, {"PING", 5}, {"REVALIDATE", 6}, {"SYNC", 7}, {"INFORM", 8},
    {"CONNECT", -1}, {"CLOSE", -1},
    {"ConnectRequest", -1}, {"ConnectResponse", -1}, {"request", -1}, {"reply", -1}, {"ping", -1}, {"WatcherEvent", -1},
    {"register", -1}, {"renew", -1}, {"cancel", -1}, {"fetch", -1}, {"batch", -1}, {"response", -1}, {"reset", -1},
    {"call", -1}, {"answer", -1},
};
static_assert(std::size(kMessages) == static_cast<std::size_t>(MessageType::Count_));

}  // namespace

const EventSchema& eventSchema(EventKind kind) {
    ZAB_CHECK(kind < EventKind::Count_);
    return kSchemas[static_cast<std::size_t>(kind)];
}
std::span<const Operand> operandsOf(const Event& e) {
    if (eventSchema(e.kind).operands.data() != kPacket) return eventSchema(e.kind).operands;
    switch (e.message) {
    case MessageType::Notification: return kPacket;
    case MessageType::FollowerInfo:
    case MessageType::ObserverInfo:
    case MessageType::LeaderInfo:
    case MessageType::AckEpoch: return kEpochPacket;
    case MessageType::Diff: case MessageType::Trunc: case MessageType::Snap: case MessageType::NewLeader: case MessageType::Proposal:
    case MessageType::Ack: case MessageType::Commit: case MessageType::Inform: case MessageType::Ping: return kZxidPacket;
    case MessageType::ClientConnect: return kZxidPacket;
    case MessageType::ClientRequest: return kCallPacket;
    case MessageType::ClientReply: return kReplyPacket;
    case MessageType::ClientPing: case MessageType::ClientWatchEvent: return kXidPacket;
    default: return kBarePacket;
    }
}
std::string_view messageName(MessageType type) { return kMessages[static_cast<std::size_t>(type)].name; }
int messageCode(MessageType type) { return kMessages[static_cast<std::size_t>(type)].code; }

std::string_view stateName(ServerState s) {
    constexpr std::string_view names[] = {"LOOKING", "FOLLOWING", "LEADING", "OBSERVING"};
    return names[static_cast<std::size_t>(s)];
}
std::string_view phaseName(Phase p) {
    constexpr std::string_view names[] = {"ELECTION", "DISCOVERY", "SYNCHRONIZATION", "BROADCAST"};
    return names[static_cast<std::size_t>(p)];
}
std::string_view syncName(SyncMode m) {
    constexpr std::string_view names[] = {"NONE", "DIFF", "SNAP", "TRUNC"};
    return names[static_cast<std::size_t>(m)];
}

}  // namespace zab
