// SPDX-License-Identifier: GPL-3.0-or-later
// What of a client can matter later. Every member is named; a client that plays recipes is in no state that is explored.
#include "engine/base/check.h"
#include "engine/client/client.h"

namespace zab {
namespace {

void addEvent(StateDigest& d, const ClientEvent& e) {
    const auto& [session, type, state, path] = e;
    d.add(session, type, state, std::string_view(path));
}

void addWaiting(StateDigest& d, const WaitingEvent& w) {
    const auto& [event, watchers, reply] = w;
    addEvent(d, event);
    d.add(watchers.size());
    for (const std::string& name : watchers) d.add(std::string_view(name));
    d.add(reply.has_value());
    if (reply) d.add(reply->xid, reply->op, reply->error);
}

void addCalls(StateDigest& d, const std::deque<Client::Call>& calls) {
    d.add(calls.size());
    for (const auto& [body, manner] : calls) d.add(*body, manner.async, std::string_view(manner.watcher));
}

}  // namespace

void EventThread::addTo(StateDigest& d) const {
    const auto& [callbackTime, waiting, running, watcher, until, called, told] = *this;
    d.add(callbackTime.us, waiting.size());
    for (const WaitingEvent& w : waiting) addWaiting(d, w);
    d.add(running.has_value(), watcher, called.size(), told);
    if (running) addWaiting(d, *running);
    for (const ClientEvent& e : called) addEvent(d, e);
    (void)until;   // time
}

void ClientWatches::addTo(StateDigest& d) const {
    const auto& [maps] = *this;
    for (const Map& map : maps) {
        d.add(map.size());
        for (const auto& [path, watchers] : map) {
            d.add(std::string_view(path), watchers.size());
            for (const std::string& name : watchers) d.add(std::string_view(name));
        }
    }
}

void Client::addTo(StateDigest& d) const {
    const auto& [id, servers, state, random, hosts, primed, server, next, connection, session, usual, wanted, negotiated, lastZxid, lastHeard, lastSend,
                 due, wakeAt, callbackAt, nextXid, lastXid, outgoing, pending, closing, auth, watches, events, oldEvents, recipes, recipeTimer, load, done,
                 lastCall, lastReply, answered, lastSession] = *this;
    ZAB_CHECK(recipes.empty());
    d.add(id, servers, state, random, hosts, primed, server, next, connection, session, usual.us, wanted.us, negotiated.us, lastZxid);
    d.add(nextXid, lastXid);
    addCalls(d, outgoing);
    addCalls(d, pending);
    d.add(closing, auth.size());
    for (const Request& r : auth) d.add(std::string_view(r.scheme), std::string_view(r.data));
    d.add(watches, events, oldEvents);
    const auto& [outstanding, bytes, total, sent] = load;
    d.add(outstanding, bytes, total, sent, done, lastSession);
    (void)lastHeard, (void)lastSend, (void)due, (void)wakeAt, (void)callbackAt, (void)recipeTimer;   // time
    (void)lastCall, (void)lastReply, (void)answered;                                                 // for those who look on
}

}  // namespace zab
