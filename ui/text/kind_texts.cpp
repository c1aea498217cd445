// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/kind_texts.h"

#include "engine/base/check.h"
#include "ui/text/event_text.h"

#include <QCoreApplication>

namespace zab {
namespace {

using K = EventKind;

constexpr KindTexts kTexts[] = {
    {K::Command, QT_TRANSLATE_NOOP("EventKind", "command"), "%T", QT_TRANSLATE_NOOP("Narration", "The lecturer: %T"), nullptr},
    {K::Say, QT_TRANSLATE_NOOP("EventKind", "lesson text"), "%T", "%T", nullptr},
    {K::Violation, QT_TRANSLATE_NOOP("EventKind", "violation"), QT_TRANSLATE_NOOP("Narration", "violated: %T (%V)"),
     QT_TRANSLATE_NOOP("Narration", "Violated: %T — %V"), nullptr},
    {K::Demanded, QT_TRANSLATE_NOOP("EventKind", "recovery demanded"), QT_TRANSLATE_NOOP("Narration", "healed: recovery demanded within %2"),
     QT_TRANSLATE_NOOP("Narration", "A quorum is healed: within %2 a leader, a commit and equal trees are demanded of it."), nullptr},

    {K::ServerStarted, QT_TRANSLATE_NOOP("EventKind", "server started"), QT_TRANSLATE_NOOP("Narration", "starts, last zxid %1"),
     QT_TRANSLATE_NOOP("Narration", "%A starts. Its disk holds zxid %1, acceptedEpoch %2 and currentEpoch %3."), QT_TRANSLATE_NOOP("Narration", "%A starts")},
    {K::ServerRefused, QT_TRANSLATE_NOOP("EventKind", "start refused"), QT_TRANSLATE_NOOP("Narration", "refuses to start"),
     QT_TRANSLATE_NOOP("Narration", "%A refuses to start."), QT_TRANSLATE_NOOP("Narration", "%A refuses to start")},
    {K::ServerCrashed, QT_TRANSLATE_NOOP("EventKind", "server crashed"), QT_TRANSLATE_NOOP("Narration", "crashes, unsynced records lost: %1"),
     QT_TRANSLATE_NOOP("Narration", "%A crashes. Records that were not fsynced and are lost: %1."), QT_TRANSLATE_NOOP("Narration", "%A crashes")},
    {K::ServerExited, QT_TRANSLATE_NOOP("EventKind", "process ended"), QT_TRANSLATE_NOOP("Narration", "its process ends"),
     QT_TRANSLATE_NOOP("Narration", "The process of %A ends."), QT_TRANSLATE_NOOP("Narration", "The process of %A ends")},
    {K::ServerFrozen, QT_TRANSLATE_NOOP("EventKind", "server frozen"), QT_TRANSLATE_NOOP("Narration", "freezes"),
     QT_TRANSLATE_NOOP("Narration", "%A freezes: it does nothing, and nobody is told."), nullptr},
    {K::ServerThawed, QT_TRANSLATE_NOOP("EventKind", "server thawed"), QT_TRANSLATE_NOOP("Narration", "goes on"),
     QT_TRANSLATE_NOOP("Narration", "%A goes on after its freeze."), nullptr},

    {K::PacketSent, QT_TRANSLATE_NOOP("EventKind", "packet sent"), QT_TRANSLATE_NOOP("Narration", "%M → %P"),
     QT_TRANSLATE_NOOP("Narration", "%A sends %M to %P."), QT_TRANSLATE_NOOP("Narration", "%A sends %N to %P")},
    {K::PacketDelivered, QT_TRANSLATE_NOOP("EventKind", "packet delivered"), QT_TRANSLATE_NOOP("Narration", "%M from %P"),
     QT_TRANSLATE_NOOP("Narration", "%A receives %M from %P."), QT_TRANSLATE_NOOP("Narration", "%A receives %N from %P")},
    {K::PacketLost, QT_TRANSLATE_NOOP("EventKind", "packet lost"), QT_TRANSLATE_NOOP("Narration", "lost: %M → %P"),
     QT_TRANSLATE_NOOP("Narration", "%M from %A to %P is lost."), QT_TRANSLATE_NOOP("Narration", "%N from %A to %P is lost")},
    {K::PacketRetransmitted, QT_TRANSLATE_NOOP("EventKind", "packet sent again"), QT_TRANSLATE_NOOP("Narration", "again: %M → %P"),
     QT_TRANSLATE_NOOP("Narration", "The connection from %A to %P sends %M again."), QT_TRANSLATE_NOOP("Narration", "%N from %A to %P is sent again")},
    {K::ConnectionOpened, QT_TRANSLATE_NOOP("EventKind", "connection opened"), QT_TRANSLATE_NOOP("Narration", "connected to %P"),
     QT_TRANSLATE_NOOP("Narration", "%A and %P are connected."), QT_TRANSLATE_NOOP("Narration", "%A and %P are connected")},
    {K::ConnectionRefused, QT_TRANSLATE_NOOP("EventKind", "connection refused"), QT_TRANSLATE_NOOP("Narration", "no connection to %P"),
     QT_TRANSLATE_NOOP("Narration", "%A cannot connect to %P."), QT_TRANSLATE_NOOP("Narration", "%A cannot connect to %P")},
    {K::ConnectionClosed, QT_TRANSLATE_NOOP("EventKind", "connection closed"), QT_TRANSLATE_NOOP("Narration", "connection to %P closed"),
     QT_TRANSLATE_NOOP("Narration", "The connection of %A to %P is closed."), QT_TRANSLATE_NOOP("Narration", "The connection of %A to %P is closed")},
    {K::LinkCut, QT_TRANSLATE_NOOP("EventKind", "link cut"), QT_TRANSLATE_NOOP("Narration", "link to %P cut"),
     QT_TRANSLATE_NOOP("Narration", "The link from %A to %P is cut."), nullptr},
    {K::LinkHealed, QT_TRANSLATE_NOOP("EventKind", "link healed"), QT_TRANSLATE_NOOP("Narration", "link to %P healed"),
     QT_TRANSLATE_NOOP("Narration", "The link from %A to %P works again."), nullptr},

    {K::TimerFired, QT_TRANSLATE_NOOP("EventKind", "timer"), QT_TRANSLATE_NOOP("Narration", "timer"),
     QT_TRANSLATE_NOOP("Narration", "A timer of %A fires."), QT_TRANSLATE_NOOP("Narration", "A timer of %A fires")},
    {K::LogAppended, QT_TRANSLATE_NOOP("EventKind", "logged"), QT_TRANSLATE_NOOP("Narration", "%1 appended to the log"),
     QT_TRANSLATE_NOOP("Narration", "%A appends %1 to its log. It is not on disk yet."), QT_TRANSLATE_NOOP("Narration", "%A appends to its log")},
    {K::FsyncStarted, QT_TRANSLATE_NOOP("EventKind", "fsync started"), QT_TRANSLATE_NOOP("Narration", "fsync up to %1 begins"),
     QT_TRANSLATE_NOOP("Narration", "%A starts an fsync up to %1 (records: %2)."), nullptr},
    {K::FsyncDone, QT_TRANSLATE_NOOP("EventKind", "fsync done"), QT_TRANSLATE_NOOP("Narration", "on disk up to %1"),
     QT_TRANSLATE_NOOP("Narration", "The log of %A is on disk up to %1."), QT_TRANSLATE_NOOP("Narration", "%A has finished an fsync")},
    {K::SnapshotStarted, QT_TRANSLATE_NOOP("EventKind", "snapshot started"), QT_TRANSLATE_NOOP("Narration", "snapshot at %1 begins"),
     QT_TRANSLATE_NOOP("Narration", "%A begins a snapshot at %1 and goes on applying meanwhile."), nullptr},
    {K::SnapshotTaken, QT_TRANSLATE_NOOP("EventKind", "snapshot taken"), QT_TRANSLATE_NOOP("Narration", "snapshot %1 written"),
     QT_TRANSLATE_NOOP("Narration", "%A has written snapshot %1; its content reaches up to %3."), nullptr},
    {K::SnapshotLoaded, QT_TRANSLATE_NOOP("EventKind", "snapshot loaded"), QT_TRANSLATE_NOOP("Narration", "snapshot %1 loaded"),
     QT_TRANSLATE_NOOP("Narration", "%A loads snapshot %1; its content reaches up to %3."), nullptr},
    {K::LogTruncated, QT_TRANSLATE_NOOP("EventKind", "log truncated"), QT_TRANSLATE_NOOP("Narration", "log cut back to %1"),
     QT_TRANSLATE_NOOP("Narration", "%A cuts its log back to %1: what came after is gone."), QT_TRANSLATE_NOOP("Narration", "%A cuts its log back")},
    {K::AcceptedEpochWritten, QT_TRANSLATE_NOOP("EventKind", "acceptedEpoch written"), "acceptedEpoch = %1",
     QT_TRANSLATE_NOOP("Narration", "%A writes acceptedEpoch %1 to its disk: it promises not to follow an older epoch."), QT_TRANSLATE_NOOP("Narration", "%A writes acceptedEpoch")},
    {K::CurrentEpochWritten, QT_TRANSLATE_NOOP("EventKind", "currentEpoch written"), "currentEpoch = %1",
     QT_TRANSLATE_NOOP("Narration", "%A writes currentEpoch %1 to its disk."), QT_TRANSLATE_NOOP("Narration", "%A writes currentEpoch")},
    {K::TxnReplayed, QT_TRANSLATE_NOOP("EventKind", "transaction replayed"), QT_TRANSLATE_NOOP("Narration", "%1 replayed from disk"),
     QT_TRANSLATE_NOOP("Narration", "%A replays %1 from its log."), nullptr},

    {K::StateChanged, QT_TRANSLATE_NOOP("EventKind", "state changed"), "%1",
     QT_TRANSLATE_NOOP("Narration", "%A is %1 now."), QT_TRANSLATE_NOOP("Narration", "%A changes its state")},
    {K::RoundStarted, QT_TRANSLATE_NOOP("EventKind", "election round started"), QT_TRANSLATE_NOOP("Narration", "round %1 begins"),
     QT_TRANSLATE_NOOP("Narration", "%A begins election round %1."), QT_TRANSLATE_NOOP("Narration", "%A begins a round")},
    {K::RoundJumped, QT_TRANSLATE_NOOP("EventKind", "jumped to a newer round"), QT_TRANSLATE_NOOP("Narration", "jumps from round %2 to %1"),
     QT_TRANSLATE_NOOP("Narration", "%A jumps from round %2 to round %1."), QT_TRANSLATE_NOOP("Narration", "%A jumps to a newer round")},
    {K::VoteChanged, QT_TRANSLATE_NOOP("EventKind", "vote changed"), QT_TRANSLATE_NOOP("Narration", "votes for %1 now (zxid %2, epoch %3)"),
     QT_TRANSLATE_NOOP("Narration", "%A votes for %1 now: zxid %2, epoch %3, round %4."), QT_TRANSLATE_NOOP("Narration", "%A changes its vote")},
    {K::VoteRecorded, QT_TRANSLATE_NOOP("EventKind", "vote recorded"), QT_TRANSLATE_NOOP("Narration", "%P votes for %1"),
     QT_TRANSLATE_NOOP("Narration", "%A notes that %P (%5) votes for %1 with zxid %2 in round %4."), QT_TRANSLATE_NOOP("Narration", "%A notes the vote of %P")},
    {K::VoteTallied, QT_TRANSLATE_NOOP("EventKind", "votes counted"), QT_TRANSLATE_NOOP("Narration", "%1 has %2 votes, needs %3"),
     QT_TRANSLATE_NOOP("Narration", "%A counts %2 votes for %1; %3 are needed."), QT_TRANSLATE_NOOP("Narration", "%A counts the votes")},
    {K::LeaderElected, QT_TRANSLATE_NOOP("EventKind", "leader elected"), QT_TRANSLATE_NOOP("Narration", "%1 is elected"),
     QT_TRANSLATE_NOOP("Narration", "%A has decided: %1 is the leader (zxid %2, epoch %3, round %4)."), QT_TRANSLATE_NOOP("Narration", "%A has decided")},

    {K::PhaseChanged, QT_TRANSLATE_NOOP("EventKind", "phase changed"), "%1",
     QT_TRANSLATE_NOOP("Narration", "%A enters %1."), QT_TRANSLATE_NOOP("Narration", "%A enters a new phase")},
    {K::EpochDecided, QT_TRANSLATE_NOOP("EventKind", "epoch decided"), QT_TRANSLATE_NOOP("Narration", "the new epoch is %1"),
     QT_TRANSLATE_NOOP("Narration", "%A decides: the new epoch is %1."), QT_TRANSLATE_NOOP("Narration", "%A decides on the epoch")},
    {K::EpochAcked, QT_TRANSLATE_NOOP("EventKind", "epoch acknowledged"), QT_TRANSLATE_NOOP("Narration", "epoch %1 acknowledged by %P"),
     QT_TRANSLATE_NOOP("Narration", "%A hears that %P acknowledges epoch %1."), QT_TRANSLATE_NOOP("Narration", "%A hears from %P")},
    {K::SyncPlanned, QT_TRANSLATE_NOOP("EventKind", "synchronization planned"), QT_TRANSLATE_NOOP("Narration", "%1 for %P (has %3)"),
     QT_TRANSLATE_NOOP("Narration", "%A will bring %P up to date with %1: the learner has %3, the leader %5."), QT_TRANSLATE_NOOP("Narration", "%A plans the synchronization of %P")},
    {K::NewLeaderAccepted, QT_TRANSLATE_NOOP("EventKind", "NEWLEADER accepted"), QT_TRANSLATE_NOOP("Narration", "accepts NEWLEADER of epoch %1"),
     QT_TRANSLATE_NOOP("Narration", "%A accepts %4 as leader of epoch %1 with history up to %2."), QT_TRANSLATE_NOOP("Narration", "%A accepts NEWLEADER")},
    {K::LeaderEstablished, QT_TRANSLATE_NOOP("EventKind", "leader established"), QT_TRANSLATE_NOOP("Narration", "leads epoch %1"),
     QT_TRANSLATE_NOOP("Narration", "%A is the established leader of epoch %1; its history reaches up to %2."), QT_TRANSLATE_NOOP("Narration", "%A is the established leader")},
    {K::ServerServing, QT_TRANSLATE_NOOP("EventKind", "serves clients"), QT_TRANSLATE_NOOP("Narration", "serves clients in epoch %1"),
     QT_TRANSLATE_NOOP("Narration", "%A is up to date (%2) and serves clients in epoch %1."), QT_TRANSLATE_NOOP("Narration", "%A serves clients")},
    {K::ProposalMade, QT_TRANSLATE_NOOP("EventKind", "proposal made"), QT_TRANSLATE_NOOP("Narration", "proposes %1"),
     QT_TRANSLATE_NOOP("Narration", "%A proposes transaction %1."), QT_TRANSLATE_NOOP("Narration", "%A proposes a transaction")},
    {K::AckCounted, QT_TRANSLATE_NOOP("EventKind", "acknowledgement counted"), QT_TRANSLATE_NOOP("Narration", "ACK %1 of %P: %2 of %3"),
     QT_TRANSLATE_NOOP("Narration", "%A counts the acknowledgement of %P for %1: %2 of %3 needed."), QT_TRANSLATE_NOOP("Narration", "%A counts the acknowledgement of %P")},
    {K::Committed, QT_TRANSLATE_NOOP("EventKind", "committed"), QT_TRANSLATE_NOOP("Narration", "%1 committed"),
     QT_TRANSLATE_NOOP("Narration", "%A commits %1."), QT_TRANSLATE_NOOP("Narration", "%A commits")},
    {K::TxnApplied, QT_TRANSLATE_NOOP("EventKind", "transaction applied"), QT_TRANSLATE_NOOP("Narration", "%1 applied"),
     QT_TRANSLATE_NOOP("Narration", "%A applies %1 to its tree."), QT_TRANSLATE_NOOP("Narration", "%A applies a transaction")},
    {K::QuorumLost, QT_TRANSLATE_NOOP("EventKind", "quorum lost"), QT_TRANSLATE_NOOP("Narration", "quorum lost: %2 of %3"),
     QT_TRANSLATE_NOOP("Narration", "%A has lost its quorum: %2 left, %3 are needed."), QT_TRANSLATE_NOOP("Narration", "%A has lost its quorum")},

    {K::SessionOpened, QT_TRANSLATE_NOOP("EventKind", "session opened"), QT_TRANSLATE_NOOP("Narration", "session %1 opened"),
     QT_TRANSLATE_NOOP("Narration", "%A: session %1 exists now, timeout %2 ms."), nullptr},
    {K::SessionClosed, QT_TRANSLATE_NOOP("EventKind", "session closed"), QT_TRANSLATE_NOOP("Narration", "session %1 closed"),
     QT_TRANSLATE_NOOP("Narration", "%A: session %1 is closed, its ephemeral znodes go with it."), nullptr},
    {K::SessionExpired, QT_TRANSLATE_NOOP("EventKind", "session expired"), QT_TRANSLATE_NOOP("Narration", "session %1 expires"),
     QT_TRANSLATE_NOOP("Narration", "%A lets session %1 expire: nothing was heard of it for %2 ms."), QT_TRANSLATE_NOOP("Narration", "%A lets a session expire")},
    {K::RequestReceived, QT_TRANSLATE_NOOP("EventKind", "request received"), QT_TRANSLATE_NOOP("Narration", "%3 %T from %P"),
     QT_TRANSLATE_NOOP("Narration", "%A receives the request %3 %T from %P."), QT_TRANSLATE_NOOP("Narration", "%A receives a request from %P")},
    {K::RequestForwarded, QT_TRANSLATE_NOOP("EventKind", "request forwarded"), QT_TRANSLATE_NOOP("Narration", "%3 → leader %P"),
     QT_TRANSLATE_NOOP("Narration", "%A forwards the request %3 to the leader %P."), QT_TRANSLATE_NOOP("Narration", "%A forwards a request to %P")},
    {K::ReplySent, QT_TRANSLATE_NOOP("EventKind", "reply sent"), QT_TRANSLATE_NOOP("Narration", "reply to %3: %4"),
     QT_TRANSLATE_NOOP("Narration", "%A answers %3 of %P: %4 at %5."), QT_TRANSLATE_NOOP("Narration", "%A answers %P")},
    {K::WatchFired, QT_TRANSLATE_NOOP("EventKind", "watch fired"), QT_TRANSLATE_NOOP("Narration", "watch fires: %2 %T"),
     QT_TRANSLATE_NOOP("Narration", "A watch fires on %A: %2 %T goes to %P, and the watch is used up."), nullptr},
    {K::WatchSet, QT_TRANSLATE_NOOP("EventKind", "watch set"), QT_TRANSLATE_NOOP("Narration", "watch on %T"),
     QT_TRANSLATE_NOOP("Narration", "%A keeps a watch on %T for session %1."), nullptr},
    {K::ClientConnecting, QT_TRANSLATE_NOOP("EventKind", "client connects"), QT_TRANSLATE_NOOP("Narration", "connects to %P"),
     QT_TRANSLATE_NOOP("Narration", "%A connects to %P; the newest zxid it has seen is %2."), QT_TRANSLATE_NOOP("Narration", "%A connects to %P")},
    {K::ClientConnected, QT_TRANSLATE_NOOP("EventKind", "client connected"), QT_TRANSLATE_NOOP("Narration", "connected to %P, session %1"),
     QT_TRANSLATE_NOOP("Narration", "%A is connected to %P with session %1, timeout %3 ms."), QT_TRANSLATE_NOOP("Narration", "%A is connected to %P")},
    {K::ClientRefused, QT_TRANSLATE_NOOP("EventKind", "client refused"), QT_TRANSLATE_NOOP("Narration", "refused by %P"),
     QT_TRANSLATE_NOOP("Narration", "%A is refused by %P."), QT_TRANSLATE_NOOP("Narration", "%A is refused by %P")},
    {K::ClientDisconnected, QT_TRANSLATE_NOOP("EventKind", "client disconnected"), QT_TRANSLATE_NOOP("Narration", "disconnected from %P"),
     QT_TRANSLATE_NOOP("Narration", "%A has lost its connection to %P."), QT_TRANSLATE_NOOP("Narration", "%A has lost its connection to %P")},
    {K::ClientRequest, QT_TRANSLATE_NOOP("EventKind", "client asks"), QT_TRANSLATE_NOOP("Narration", "%3 %T"),
     QT_TRANSLATE_NOOP("Narration", "%A asks: %3 %T"), nullptr},
    {K::ClientReply, QT_TRANSLATE_NOOP("EventKind", "client has a reply"), QT_TRANSLATE_NOOP("Narration", "reply to %3: %4 %T"),
     QT_TRANSLATE_NOOP("Narration", "%A has the reply to %3: %4 %T (zxid %5)."), QT_TRANSLATE_NOOP("Narration", "%A has a reply")},
    {K::ClientWatchEvent, QT_TRANSLATE_NOOP("EventKind", "client is notified"), QT_TRANSLATE_NOOP("Narration", "watch event %2 %T"),
     QT_TRANSLATE_NOOP("Narration", "%A is notified: %2 %T. The notification carries no data."), nullptr},
    {K::ClientEventQueued, QT_TRANSLATE_NOOP("EventKind", "event queued"), QT_TRANSLATE_NOOP("Narration", "event queued: %2 %T"),
     QT_TRANSLATE_NOOP("Narration", "%A puts %2 %T into the queue of its EventThread; events before it: %3."), QT_TRANSLATE_NOOP("Narration", "%A queues an event")},
    {K::CallbackStarted, QT_TRANSLATE_NOOP("EventKind", "callback begins"), QT_TRANSLATE_NOOP("Narration", "callback begins: %2 %T"),
     QT_TRANSLATE_NOOP("Narration", "The EventThread of %A calls its watcher: %2 %T. That takes %3."), QT_TRANSLATE_NOOP("Narration", "%A calls a watcher")},
    {K::CallbackEnded, QT_TRANSLATE_NOOP("EventKind", "callback ends"), QT_TRANSLATE_NOOP("Narration", "callback ends: %2 %T"),
     QT_TRANSLATE_NOOP("Narration", "The callback of %A for %2 %T has ended; events that still wait: %3."), QT_TRANSLATE_NOOP("Narration", "A callback of %A ends")},
    {K::ClientReplyQueued, QT_TRANSLATE_NOOP("EventKind", "asynchronous reply queued"), QT_TRANSLATE_NOOP("Narration", "reply queued: %3 %T"),
     QT_TRANSLATE_NOOP("Narration", "%A puts the reply to %3 %T into the queue of its EventThread; entries before it: %5."), QT_TRANSLATE_NOOP("Narration", "%A queues a reply")},
    {K::ReplyCallbackStarted, QT_TRANSLATE_NOOP("EventKind", "reply callback begins"), QT_TRANSLATE_NOOP("Narration", "callback begins: %3 %T"),
     QT_TRANSLATE_NOOP("Narration", "The EventThread of %A calls back for %3 %T: %4. That takes %5."), QT_TRANSLATE_NOOP("Narration", "%A calls back for a reply")},
    {K::ReplyCallbackEnded, QT_TRANSLATE_NOOP("EventKind", "reply callback ends"), QT_TRANSLATE_NOOP("Narration", "callback ends: %3 %T"),
     QT_TRANSLATE_NOOP("Narration", "The callback of %A for %3 %T has ended; entries that still wait: %5."), QT_TRANSLATE_NOOP("Narration", "A callback of %A ends")},
    {K::ClientSessionExpired, QT_TRANSLATE_NOOP("EventKind", "client's session expired"), QT_TRANSLATE_NOOP("Narration", "session %1 has expired"),
     QT_TRANSLATE_NOOP("Narration", "%A learns that its session %1 has expired."), QT_TRANSLATE_NOOP("Narration", "%A learns that its session has expired")},
    {K::ClientFrozen, QT_TRANSLATE_NOOP("EventKind", "client frozen"), QT_TRANSLATE_NOOP("Narration", "stands still"),
     QT_TRANSLATE_NOOP("Narration", "%A stands still, as in a long pause of its garbage collector: its packets wait in the socket, and nobody is told."), nullptr},
    {K::ClientThawed, QT_TRANSLATE_NOOP("EventKind", "client goes on"), QT_TRANSLATE_NOOP("Narration", "goes on"),
     QT_TRANSLATE_NOOP("Narration", "%A goes on where it stood, as if no time had passed."), nullptr},

    {K::RecipeAsked, QT_TRANSLATE_NOOP("EventKind", "recipe begins"), QT_TRANSLATE_NOOP("Narration", "takes part in %T"),
     QT_TRANSLATE_NOOP("Narration", "%A takes part in %T from now on."), QT_TRANSLATE_NOOP("Narration", "%A takes part in a recipe")},
    {K::RecipeCreated, QT_TRANSLATE_NOOP("EventKind", "znode of a recipe"), QT_TRANSLATE_NOOP("Narration", "number %2 at %T"),
     QT_TRANSLATE_NOOP("Narration", "%A has number %2 at %T; its znode was created by %3."), QT_TRANSLATE_NOOP("Narration", "%A has its znode")},
    {K::RecipeWaits, QT_TRANSLATE_NOOP("EventKind", "recipe waits"), QT_TRANSLATE_NOOP("Narration", "number %2 waits for %3 at %T"),
     QT_TRANSLATE_NOOP("Narration", "%A, number %2 at %T, waits for number %3 and for nobody else."), QT_TRANSLATE_NOOP("Narration", "%A waits")},
    {K::RecipeAcquired, QT_TRANSLATE_NOOP("EventKind", "recipe succeeds"), QT_TRANSLATE_NOOP("Narration", "has %T, token %3"),
     QT_TRANSLATE_NOOP("Narration", "%A has %T from now on, with number %2 and fencing token %3."), QT_TRANSLATE_NOOP("Narration", "It is the turn of %A")},
    {K::RecipeUnsure, QT_TRANSLATE_NOOP("EventKind", "recipe unsure"), QT_TRANSLATE_NOOP("Narration", "does not know whether it still has %T"),
     QT_TRANSLATE_NOOP("Narration", "%A does not know any more whether it still has %T."), QT_TRANSLATE_NOOP("Narration", "%A is not sure any more")},
    {K::RecipeReleased, QT_TRANSLATE_NOOP("EventKind", "recipe gives back"), QT_TRANSLATE_NOOP("Narration", "gives %T back"),
     QT_TRANSLATE_NOOP("Narration", "%A gives %T back."), QT_TRANSLATE_NOOP("Narration", "%A gives back what it had")},
    {K::RecipeLost, QT_TRANSLATE_NOOP("EventKind", "recipe lost"), QT_TRANSLATE_NOOP("Narration", "has lost %T"),
     QT_TRANSLATE_NOOP("Narration", "%A has lost %T with its session %1."), QT_TRANSLATE_NOOP("Narration", "%A has lost its place")},
    {K::RecipeEnded, QT_TRANSLATE_NOOP("EventKind", "recipe ends"), QT_TRANSLATE_NOOP("Narration", "takes no part in %T any more"),
     QT_TRANSLATE_NOOP("Narration", "%A takes no part in %T any more."), QT_TRANSLATE_NOOP("Narration", "%A takes no part any more")},
    {K::RecipeLearned, QT_TRANSLATE_NOOP("EventKind", "recipe learns"), QT_TRANSLATE_NOOP("Narration", "learns of %T: %2"),
     QT_TRANSLATE_NOOP("Narration", "%A learns what is new at %T; entries now: %2."), QT_TRANSLATE_NOOP("Narration", "%A learns something new")},
    {K::ResourceRequested, QT_TRANSLATE_NOOP("EventKind", "resource is asked"), QT_TRANSLATE_NOOP("Narration", "writes to the resource of %T with token %1"),
     QT_TRANSLATE_NOOP("Narration", "%A writes to the resource that %T protects, with token %1."), QT_TRANSLATE_NOOP("Narration", "%A writes to the resource")},
    {K::ResourceAnswered, QT_TRANSLATE_NOOP("EventKind", "resource decides"), QT_TRANSLATE_NOOP("Narration", "resource of %T: token %1 against %2"),
     QT_TRANSLATE_NOOP("Narration", "The resource of %T has a write of %A with token %1 before it; the largest one so far is %2."), QT_TRANSLATE_NOOP("Narration", "The resource decides about a write of %A")},

    {K::Decided, QT_TRANSLATE_NOOP("EventKind", "decision"), QT_TRANSLATE_NOOP("Narration", "decision"), QT_TRANSLATE_NOOP("Narration", "%A decides."), nullptr},
    {K::Ignored, QT_TRANSLATE_NOOP("EventKind", "ignored"), QT_TRANSLATE_NOOP("Narration", "ignored"), QT_TRANSLATE_NOOP("Narration", "%A ignores it."),
     QT_TRANSLATE_NOOP("Narration", "%A ignores it")},

    {K::ClientStands, QT_TRANSLATE_NOOP("EventKind", "client stands"), QT_TRANSLATE_NOOP("Narration", "stands at %P"),
     QT_TRANSLATE_NOOP("Narration", "%A stands beside %P: it is cut off together with that machine."), nullptr},
    {K::ServiceProvided, QT_TRANSLATE_NOOP("EventKind", "instance provided"), QT_TRANSLATE_NOOP("Narration", "provides %T"),
     QT_TRANSLATE_NOOP("Narration", "%A provides an instance of a service: %T."), nullptr},
    {K::ServiceEnded, QT_TRANSLATE_NOOP("EventKind", "instance gone"), QT_TRANSLATE_NOOP("Narration", "provides %T no more"),
     QT_TRANSLATE_NOOP("Narration", "The instance is gone: %T."), nullptr},
    {K::LookupStarted, QT_TRANSLATE_NOOP("EventKind", "lookup"), QT_TRANSLATE_NOOP("Narration", "looks up %T"),
     QT_TRANSLATE_NOOP("Narration", "%A looks up %T."), QT_TRANSLATE_NOOP("Narration", "%A looks up a service")},
    {K::LookupAnswered, QT_TRANSLATE_NOOP("EventKind", "lookup answered"), QT_TRANSLATE_NOOP("Narration", "answered: %T"),
     QT_TRANSLATE_NOOP("Narration", "%A has its answer: %T."), QT_TRANSLATE_NOOP("Narration", "%A has an answer, %T")},
    {K::LookupRefused, QT_TRANSLATE_NOOP("EventKind", "lookup refused"), QT_TRANSLATE_NOOP("Narration", "refused: %T"),
     QT_TRANSLATE_NOOP("Narration", "The lookup of %A is refused: %T."), QT_TRANSLATE_NOOP("Narration", "The lookup of %A for %T is refused")},
    {K::LookupJudged, QT_TRANSLATE_NOOP("EventKind", "answer judged"), QT_TRANSLATE_NOOP("Narration", "judged: %T"),
     QT_TRANSLATE_NOOP("Narration", "The answer that %A has, compared with the truth: %T."), QT_TRANSLATE_NOOP("Narration", "The answer of %A, %T, is judged")},
    {K::InstanceCalled, QT_TRANSLATE_NOOP("EventKind", "instance called"), QT_TRANSLATE_NOOP("Narration", "called %T"),
     QT_TRANSLATE_NOOP("Narration", "%A has called %T."), QT_TRANSLATE_NOOP("Narration", "%A has called %T")},
    {K::LookupDone, QT_TRANSLATE_NOOP("EventKind", "lookup done"), QT_TRANSLATE_NOOP("Narration", "done: %T, instances called in vain: %4"),
     QT_TRANSLATE_NOOP("Narration", "%A has finished its lookup of %T after %5; instances called in vain: %4."), QT_TRANSLATE_NOOP("Narration", "%A has finished a lookup")},
};
static_assert(std::size(kTexts) == static_cast<std::size_t>(K::Count_));

consteval bool inOrder() {
    for (std::size_t i = 0; i < std::size(kTexts); ++i)
        if (kTexts[i].kind != static_cast<K>(i)) return false;
    return true;
}
static_assert(inOrder(), "the table follows EventKind");

QString plain(const Event& e) { return QString::fromLatin1(messageName(e.message).data(), static_cast<qsizetype>(messageName(e.message).size())); }

}  // namespace

const KindTexts& kindTexts(EventKind kind) {
    ZAB_CHECK(kind < EventKind::Count_);
    return kTexts[static_cast<std::size_t>(kind)];
}

QString packetText(const Event& e) {
    const QString zxid = operandText(e.args[0], OperandType::Zxid);
    switch (e.message) {
        case MessageType::Notification:
            return QCoreApplication::translate("Narration", "vote for %1 (zxid %2, round %3)")
                .arg(operandText(e.args[2], OperandType::Server), zxid)
                .arg(e.args[3]);
        case MessageType::FollowerInfo:
        case MessageType::ObserverInfo:
        case MessageType::LeaderInfo:
            return QCoreApplication::translate("Narration", "%1 epoch %2").arg(plain(e)).arg(Zxid{e.args[0]}.epoch());
        case MessageType::AckEpoch:
        case MessageType::Diff:
        case MessageType::Trunc:
        case MessageType::Snap:
        case MessageType::NewLeader:
        case MessageType::Proposal:
        case MessageType::Ack:
        case MessageType::Commit:
        case MessageType::Inform: return QStringLiteral("%1 %2").arg(plain(e), zxid);
        case MessageType::None: return QCoreApplication::translate("Narration", "a packet");
        case MessageType::UpToDate:
        case MessageType::Request:
        case MessageType::Ping:
        case MessageType::Revalidate:
        case MessageType::Sync:
        case MessageType::Connect:
        case MessageType::Disconnect:
        case MessageType::ClientConnect:
        case MessageType::ClientConnected:
        case MessageType::ClientRequest:
        case MessageType::ClientReply:
        case MessageType::ClientPing:
        case MessageType::ClientWatchEvent:
        case MessageType::EurekaRegister:
        case MessageType::EurekaRenew:
        case MessageType::EurekaCancel:
        case MessageType::EurekaFetch:
        case MessageType::EurekaBatch:
        case MessageType::EurekaResponse:
        case MessageType::HttpReset:
        case MessageType::ServiceCall:
        case MessageType::ServiceAnswer:
        case MessageType::Count_: break;
    }
    return plain(e);
}

}  // namespace zab
