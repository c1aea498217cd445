// SPDX-License-Identifier: GPL-3.0-or-later
// What clients and servers, and servers among themselves, say above zab: the bodies of the packets that zab only carries.
#pragma once

#include "engine/tree/request.h"
#include "engine/zab/message.h"

#include <utility>
#include <vector>

namespace zab {

// Between a client and its server (§8.2, §8.3)
struct ConnectRequest final : Opaque {
    ConnectRequest(Zxid z, std::int32_t t, SessionId s) : lastZxidSeen(z), timeoutMs(t), session(s) {}
    const Zxid lastZxidSeen;
    const std::int32_t timeoutMs;
    const SessionId session;   ///< 0 = a new one
    void addTo(StateDigest& d) const override;
};
struct ConnectResponse final : Opaque {
    ConnectResponse(std::int32_t t, SessionId s) : timeoutMs(t), session(s) {}
    const std::int32_t timeoutMs;   ///< 0 = the session has expired
    const SessionId session;
    void addTo(StateDigest& d) const override;
};
struct ClientCallBody final : Opaque {
    ClientCallBody(std::int32_t x, Request r) : xid(x), request(std::move(r)) {}
    const std::int32_t xid;
    const Request request;
    void addTo(StateDigest& d) const override;
};
struct ClientReplyBody final : Opaque {
    ClientReplyBody(std::int32_t x, OpCode o, Reply r) : xid(x), op(o), reply(std::move(r)) {}
    const std::int32_t xid;
    const OpCode op;           ///< not on the wire: what it answers, for those who look on
    const Reply reply;
    void addTo(StateDigest& d) const override;
};
struct WatcherEventBody final : Opaque {
    WatcherEventBody(WatchEventType t, std::string p) : type(t), path(std::move(p)) {}
    const WatchEventType type;
    const std::string path;
    void addTo(StateDigest& d) const override;
};

// Between a learner and its leader, inside REQUEST, SYNC, REVALIDATE and PING (§3.1)
struct ForwardedCall final : Opaque {
    ForwardedCall(SessionId s, std::shared_ptr<const ClientCallBody> c) : session(s), call(std::move(c)) {}
    const SessionId session;
    const std::shared_ptr<const ClientCallBody> call;
    void addTo(StateDigest& d) const override;
};
struct Revalidation final : Opaque {
    Revalidation(SessionId s, std::int32_t t, bool v) : session(s), timeoutMs(t), valid(v) {}
    const SessionId session;
    const std::int32_t timeoutMs;
    const bool valid;   ///< in the answer
    void addTo(StateDigest& d) const override;
};
struct TouchedSessions final : Opaque {
    explicit TouchedSessions(std::vector<std::pair<SessionId, std::int32_t>> s) : sessions(std::move(s)) {}
    const std::vector<std::pair<SessionId, std::int32_t>> sessions;
    void addTo(StateDigest& d) const override;
};

}  // namespace zab
