// SPDX-License-Identifier: GPL-3.0-or-later
// What servers say to each other: one struct per packet (§2.2, §3.1).
#pragma once

#include "engine/base/event.h"
#include "engine/zab/txn.h"
#include "engine/zab/vote.h"

#include <memory>
#include <variant>

namespace zab {

/// Something that zab carries for the server above it without looking inside.
class Opaque {
public:
    virtual ~Opaque() = default;
    virtual void addTo(StateDigest& d) const;      ///< those of services are in no state that is explored
};
using OpaqueRef = std::shared_ptr<const Opaque>;

/// One connection between two processes; never used twice. 0 = none (election packets).
using ConnectionId = std::uint32_t;

struct Notification { Vote vote; };
struct FollowerInfo { Epoch acceptedEpoch = 0; bool observer = false; };
struct LeaderInfo { Epoch epoch = 0; };
struct AckEpoch { Zxid lastZxid; Epoch currentEpoch = 0; };   ///< currentEpoch -1: this epoch was promised before
struct Diff { Zxid zxid; };
struct Trunc { Zxid zxid; };
struct Snap { Zxid zxid; SnapshotRef content; };
struct NewLeader { Zxid zxid; };
struct UpToDate {};
struct Proposal { TxnRef txn; };
struct Ack { Zxid zxid; };
struct Commit { Zxid zxid; };
struct Inform { TxnRef txn; };
struct Ping { Zxid zxid; OpaqueRef sessions; };    ///< the reply carries the sessions touched since the last one
struct Forwarded { MessageType type = MessageType::Request; OpaqueRef body; };   ///< REQUEST, REVALIDATE, SYNC
struct Disconnect { bool refused = false; };   ///< refused: nobody took the connection; otherwise it is closed
struct ClientPacket { MessageType type = MessageType::None; OpaqueRef body; };   ///< between a client and its server
struct HttpPacket { MessageType type = MessageType::None; OpaqueRef body; };     ///< of Eureka, and between the processes of clients

using Message = std::variant<std::monostate, Notification, FollowerInfo, LeaderInfo, AckEpoch, Diff, Trunc, Snap, NewLeader, UpToDate,
                             Proposal, Ack, Commit, Inform, Ping, Forwarded, Disconnect, ClientPacket, HttpPacket>;

/// What of it can matter to the receiver.
void addMessage(StateDigest& d, const Message& m);
/// What the packet is called and, where it has one, the zxid in its header.
MessageType messageType(const Message& m);
Zxid messageZxid(const Message& m);

}  // namespace zab
