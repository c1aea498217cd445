// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated client, as ZooKeeper's client library has it: a SendThread with an outgoing and a pending queue, an EventThread, the maps
// of watches, a list of servers, and the newest zxid that it has seen (§6, §7.4).
#pragma once

#include "engine/base/prng.h"
#include "engine/client/client_watches.h"
#include "engine/client/event_thread.h"
#include "engine/client/host_provider.h"
#include "engine/client/recipes/recipes.h"
#include "engine/server/protocol.h"
#include "engine/zab/effects.h"

#include <deque>

namespace zab {

struct Load {
    int outstanding = 0;       ///< 0 = no load
    int bytes = 100;
    std::int64_t total = 0;    ///< 0 = for ever
    std::int64_t sent = 0;
};

/// How an application makes a call.
struct CallManner {
    bool async = false;        ///< the reply goes to a callback, through the EventThread
    std::string watcher;       ///< where the call leaves a watch: its watcher; "" = the default watcher (the boolean API)
    bool operator==(const CallManner&) const = default;
};

/// A regular value; inputs append their effects in order. Three timers: TimerKind::ClientWake of the SendThread, which this class is,
/// TimerKind::ClientCallback of its EventThread, and TimerKind::ClientRecipe of its recipes.
class Client {
public:
    enum class State : std::uint8_t { Idle, Connecting, Connected, Waiting, Closed, Dead, Expired, AuthFailed };

    /// A call that has no answer yet.
    struct Call {
        std::shared_ptr<const ClientCallBody> body;
        CallManner manner = {};
    };

    Client() = default;
    /// `timeout`: what its sessions ask for unless connect() says otherwise. `seed`: of the scenario.
    Client(ClientId id, int servers, SimTime timeout, std::uint64_t seed = 1)
        : m_id(id), m_servers(servers), m_random(seed * 1000003 + static_cast<std::uint64_t>(id.value)), m_usual(timeout), m_wanted(timeout),
          m_negotiated(timeout) {}

    /// A new session, or the present one moves; server 0 = the next in its list, timeout 0 = the usual one, of a session its own.
    void connect(SimTime now, ServerId server, SimTime timeout, Effects& out);
    void call(SimTime now, Request request, Effects& out, CallManner manner = {});
    void close(SimTime now, Effects& out);
    void die(Effects& out);
    void setLoad(SimTime now, Load load, Effects& out);
    void receive(SimTime now, ServerId from, ConnectionId connection, const Message& m, Effects& out);
    void wake(SimTime now, Effects& out);
    void setCallbackTime(SimTime t);
    void callbackDone(SimTime now, Effects& out);

    // Recipes (§10). After every input runRecipes() has to follow: it lets them act on what has come.
    void seedRecipes(std::uint64_t seed) { m_recipes.seed(seed); }
    bool startRecipe(SimTime now, const RecipeOptions& options, Effects& out);   ///< false: it takes part there already
    bool leaveRecipe(SimTime now, const std::string& path, Effects& out);        ///< false: it takes no part there
    void recipeTimer() { m_recipeTimer = kNever, m_recipes.timerFired(); }
    void runRecipes(SimTime now, Effects& out);
    const Recipes& recipes() const { return m_recipes; }

    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp); of a client without recipes
    ClientId id() const { return m_id; }
    State state() const { return m_state; }
    /// ZooKeeper.States.isAlive; one that is not never comes back, a new handle has to be made.
    bool isAlive() const { return m_state != State::Closed && m_state != State::Dead && m_state != State::Expired && m_state != State::AuthFailed; }
    ServerId server() const { return m_server; }
    SessionId session() const { return m_session; }
    Zxid lastZxid() const { return m_lastZxid; }
    int outstanding() const { return static_cast<int>(m_outgoing.size() + m_pending.size()); }
    std::int64_t done() const { return m_done; }
    const Request& lastCall() const { return m_lastCall; }
    const Reply& lastReply() const { return m_lastReply; }
    OpCode answered() const { return m_answered; }              ///< what the last reply is the answer to
    SessionId lastSession() const { return m_lastSession; }     ///< the present one, or the one that it had last
    bool hasReply() const { return m_done > 0; }
    const ClientWatches& watches() const { return m_watches; }

    const EventThread& events() const { return m_events; }
    const std::vector<EventThread>& oldEvents() const { return m_oldEvents; }   ///< of handles before this one: they empty their queues
    const std::deque<Call>& outgoing() const { return m_outgoing; }   ///< not yet written
    const std::deque<Call>& pending() const { return m_pending; }     ///< written, awaiting the reply
    std::int32_t lastXid() const { return m_lastXid; }                ///< of the call made last; 0 = none
    const HostProvider& hosts() const { return m_hosts; }
    ServerId next() const { return m_state == State::Waiting ? m_next : ServerId{}; }   ///< which server it will try; 0 unless it sleeps
    SimTime retryAt() const { return m_state == State::Waiting ? m_due : SimTime{}; }   ///< and when
    SimTime negotiated() const { return m_negotiated; }
    SimTime readTimeout() const { return usec(m_negotiated.us * 2 / 3); }
    SimTime connectTimeout() const { return usec(m_negotiated.us / std::max(1, m_servers)); }
    SimTime lastHeard() const { return m_lastHeard; }
    SimTime lastSend() const { return m_lastSend; }
    const std::vector<Request>& auth() const { return m_auth; }       ///< what it says of itself on every new connection

    std::string_view stateWord() const;   ///< as ZooKeeper.States has it: "CONNECTING", "CONNECTED", "CLOSED", "NOT_CONNECTED", "AUTH_FAILED"

private:
    // client.cpp: calls, answers, events
    void addAuth(SimTime now, Request request, Effects& out);
    void tell(SimTime now, KeeperState state, Effects& out);
    void notified(SimTime now, ServerId from, const WatcherEventBody& event, Effects& out);
    void replied(SimTime now, const ClientReplyBody& r, Effects& out);
    void failPending(SimTime now, ErrorCode why, Effects& out);
    void failAll(SimTime now, ErrorCode why, Effects& out);
    void finish(SimTime now, const Call& call, Reply reply, Effects& out);
    void unregister(SimTime now, const Request& request, Reply& reply, Effects& out);
    ErrorCode lossError() const;
    void flush(SimTime now, Effects& out);
    void write(SimTime now, Call c, Effects& out);
    void feed(SimTime now, Effects& out);
    void armCallbacks(Effects& out);

    void makeCalls(SimTime now, Effects& out);   // client_recipes.cpp

    // client_connection.cpp: the life of a connection
    void startAnew(ServerId server, SimTime timeout, Effects& out);
    void endClosed(SimTime now, Effects& out);
    void endForGood(State state, Effects& out);
    void sendThreadEnds(SimTime now, Effects& out);
    void open(SimTime now, Effects& out);
    void connected(SimTime now, const ConnectResponse& r, Effects& out);
    void prime(SimTime now, Effects& out);
    void giveUp(SimTime now, Effects& out);
    void disconnected(SimTime now, Effects& out);
    void tryNext(SimTime now, Effects& out);
    bool pingDue(SimTime now) const;
    void look(SimTime now, Effects& out);
    void arm(SimTime now, SimTime at, Effects& out);

    ClientId m_id;
    int m_servers = 0;
    State m_state = State::Idle;
    Prng m_random;
    HostProvider m_hosts;
    bool m_primed = false;         ///< a socket was connected once (not isFirstConnect)
    ServerId m_server, m_next;
    ConnectionId m_connection = 0;
    SessionId m_session;
    SimTime m_usual = msec(10000), m_wanted = msec(10000), m_negotiated = msec(10000);
    Zxid m_lastZxid;
    SimTime m_lastHeard, m_lastSend;
    SimTime m_due = kNever;        ///< when the SendThread has to look at the clock
    SimTime m_wakeAt = kNever;     ///< when its timer fires: not later
    SimTime m_callbackAt = kNever;
    std::int32_t m_nextXid = 1, m_lastXid = 0;
    std::deque<Call> m_outgoing;   ///< not yet written
    std::deque<Call> m_pending;    ///< written, awaiting the reply
    bool m_closing = false;        ///< closeSession was called: nothing more is taken, and a lost connection stays lost
    std::vector<Request> m_auth;
    ClientWatches m_watches;
    EventThread m_events;
    std::vector<EventThread> m_oldEvents;
    Recipes m_recipes;
    SimTime m_recipeTimer = kNever;
    Load m_load;
    std::int64_t m_done = 0;
    Request m_lastCall;
    Reply m_lastReply;
    OpCode m_answered = OpCode::None;
    SessionId m_lastSession;
};

}  // namespace zab
