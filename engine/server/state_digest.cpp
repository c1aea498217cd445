// SPDX-License-Identifier: GPL-3.0-or-later
// What of a server above its replica, and of the packets that it speaks in, can matter later. Every member is named.
#include "engine/server/server.h"

namespace zab {
namespace {

void addPaths(StateDigest& d, const std::vector<std::string>& paths) {
    d.add(paths.size());
    for (const std::string& path : paths) d.add(std::string_view(path));
}

void addRequest(StateDigest& d, const Request& r) {
    const auto& [op, path, data, mode, version, watch, timeoutMs, watchMode, watcherType, scheme, watches] = r;
    d.add(op, std::string_view(path), std::string_view(data), mode, version, watch, timeoutMs, watchMode, watcherType, std::string_view(scheme));
    d.add(watches != nullptr);
    if (!watches) return;
    const auto& [relative, dataPaths, exist, child, persistent, recursive] = *watches;
    d.add(relative);
    for (const auto* paths : {&dataPaths, &exist, &child, &persistent, &recursive}) addPaths(d, *paths);
}

void addReply(StateDigest& d, const Reply& r) {
    const auto& [error, zxid, path, data, children, stat] = r;
    d.add(error, zxid, std::string_view(path), std::string_view(data));
    addPaths(d, children);
    const auto& [czxid, mzxid, pzxid, ctime, mtime, version, cversion, aversion, owner, length, count] = stat;
    d.add(czxid, mzxid, pzxid, version, cversion, aversion, owner, length, count);
    (void)ctime, (void)mtime;   // time
}

}  // namespace

void ConnectRequest::addTo(StateDigest& d) const { d.add(lastZxidSeen, timeoutMs, session); }
void ConnectResponse::addTo(StateDigest& d) const { d.add(timeoutMs, session); }
void ClientCallBody::addTo(StateDigest& d) const {
    d.add(xid);
    addRequest(d, request);
}
void ClientReplyBody::addTo(StateDigest& d) const {
    d.add(xid, op);
    addReply(d, reply);
}
void WatcherEventBody::addTo(StateDigest& d) const { d.add(type, std::string_view(path)); }
void ForwardedCall::addTo(StateDigest& d) const { d.add(session, *call); }
void Revalidation::addTo(StateDigest& d) const { d.add(session, timeoutMs, valid); }
void TouchedSessions::addTo(StateDigest& d) const {
    d.add(sessions.size());
    for (const auto& [session, timeout] : sessions) d.add(session, timeout);
}

void Server::addTo(StateDigest& d) const {
    const auto& [zab, znodes, prep, watchTable, connections, bySession, tracked, touched, nextSession, leadsSince, containerCheck, emptyContainers] = *this;
    d.add(zab, znodes, prep, watchTable, connections.size());
    for (const auto& [client, c] : connections) {
        const auto& [owner, id, session, timeoutMs, ready, auth, waiting] = c;
        d.add(client, owner, id, session, timeoutMs, ready, waiting.size());
        addPaths(d, auth);
        for (const Waiting& w : waiting) d.add(*w.call);
    }
    d.add(bySession.size());
    for (const auto& [session, client] : bySession) d.add(session, client);
    d.add(tracked.size());
    for (const auto& [session, t] : tracked) {
        const auto& [timeoutMs, expires, owner, closing] = t;
        d.add(session, timeoutMs, owner, closing);
        (void)expires;   // time
    }
    d.add(touched.size());
    for (const auto& [session, timeout] : touched) d.add(session, timeout);
    d.add(emptyContainers.size());
    for (const auto& [path, cversion] : emptyContainers) d.add(std::string_view(path), cversion);
    (void)leadsSince, (void)containerCheck;   // time
    (void)nextSession;                        // begins with the clock (§6.1), and only ever names somebody new
}

}  // namespace zab
