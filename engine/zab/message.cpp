// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/zab/message.h"

namespace zab {
namespace {

struct TypeOf {
    MessageType operator()(const std::monostate&) const { return MessageType::None; }
    MessageType operator()(const Notification&) const { return MessageType::Notification; }
    MessageType operator()(const FollowerInfo& m) const { return m.observer ? MessageType::ObserverInfo : MessageType::FollowerInfo; }
    MessageType operator()(const LeaderInfo&) const { return MessageType::LeaderInfo; }
    MessageType operator()(const AckEpoch&) const { return MessageType::AckEpoch; }
    MessageType operator()(const Diff&) const { return MessageType::Diff; }
    MessageType operator()(const Trunc&) const { return MessageType::Trunc; }
    MessageType operator()(const Snap&) const { return MessageType::Snap; }
    MessageType operator()(const NewLeader&) const { return MessageType::NewLeader; }
    MessageType operator()(const UpToDate&) const { return MessageType::UpToDate; }
    MessageType operator()(const Proposal&) const { return MessageType::Proposal; }
    MessageType operator()(const Ack&) const { return MessageType::Ack; }
    MessageType operator()(const Commit&) const { return MessageType::Commit; }
    MessageType operator()(const Inform&) const { return MessageType::Inform; }
    MessageType operator()(const Ping&) const { return MessageType::Ping; }
    MessageType operator()(const Forwarded& m) const { return m.type; }
    MessageType operator()(const Disconnect&) const { return MessageType::Disconnect; }
    MessageType operator()(const ClientPacket& m) const { return m.type; }
    MessageType operator()(const HttpPacket& m) const { return m.type; }
};

struct ZxidOf {
    Zxid operator()(const Notification& m) const { return m.vote.zxid; }
    Zxid operator()(const FollowerInfo& m) const { return Zxid::make(m.acceptedEpoch, 0); }
    Zxid operator()(const LeaderInfo& m) const { return Zxid::make(m.epoch, 0); }
    Zxid operator()(const AckEpoch& m) const { return m.lastZxid; }
    Zxid operator()(const Diff& m) const { return m.zxid; }
    Zxid operator()(const Trunc& m) const { return m.zxid; }
    Zxid operator()(const Snap& m) const { return m.zxid; }
    Zxid operator()(const NewLeader& m) const { return m.zxid; }
    Zxid operator()(const Proposal& m) const { return m.txn->zxid; }
    Zxid operator()(const Ack& m) const { return m.zxid; }
    Zxid operator()(const Commit& m) const { return m.zxid; }
    Zxid operator()(const Inform& m) const { return m.txn->zxid; }
    Zxid operator()(const Ping& m) const { return m.zxid; }
    Zxid operator()(const std::monostate&) const { return {}; }
    Zxid operator()(const UpToDate&) const { return {-1}; }
    Zxid operator()(const Forwarded&) const { return {-1}; }
    Zxid operator()(const Disconnect&) const { return {}; }
    Zxid operator()(const ClientPacket&) const { return {}; }
    Zxid operator()(const HttpPacket&) const { return {}; }
};

}  // namespace

MessageType messageType(const Message& m) { return std::visit(TypeOf{}, m); }
Zxid messageZxid(const Message& m) { return std::visit(ZxidOf{}, m); }

}  // namespace zab
