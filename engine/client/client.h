// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated client: connects, calls in order, pings, moves to another server, remembers the newest zxid (§6, §7.4).
#pragma once

#include "engine/client/client_watches.h"
#include "engine/client/event_thread.h"
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

/// A regular value; inputs append their effects in order. Three timers: TimerKind::ClientWake of the SendThread, which this class is,
/// TimerKind::ClientCallback of the EventThread, and TimerKind::ClientRecipe of its recipes.
class Client {
public:
    enum class State : std::uint8_t { Idle, Connecting, Connected, Waiting, Closed, Dead, Expired };

    /// A call that has no answer yet.
    struct Call {
        std::shared_ptr<const ClientCallBody> body;
    };

    Client() = default;
    /// `timeout`: what its sessions ask for unless connect() says otherwise.
    Client(ClientId id, int servers, SimTime timeout) : m_id(id), m_servers(servers), m_usual(timeout), m_wanted(timeout), m_negotiated(timeout) {}

    /// A new session, or the present one moves; server 0 = the next in its list, timeout 0 = the usual one, of a session its own.
    void connect(SimTime now, ServerId server, SimTime timeout, Effects& out);
    void call(SimTime now, Request request, Effects& out);
    void close(SimTime now, Effects& out);
    void die(Effects& out);
    void setLoad(SimTime now, Load load, Effects& out);
    void receive(SimTime now, ServerId from, ConnectionId connection, const Message& m, Effects& out);
    void wake(SimTime now, Effects& out);
    void setCallbackTime(SimTime t) { m_events.setCallbackTime(t); }
    void callbackDone(SimTime now, Effects& out) { m_events.callbackDone(now, out); }

    // Recipes (§10). After every input runRecipes() has to follow: it lets them act on what has come.
    void seedRecipes(std::uint64_t seed) { m_recipes.seed(seed); }
    bool startRecipe(SimTime now, const RecipeOptions& options, Effects& out);   ///< false: it takes part there already
    bool leaveRecipe(SimTime now, const std::string& path, Effects& out);        ///< false: it takes no part there
    void recipeTimer() { m_recipeTimer = kNever, m_recipes.timerFired(); }
    void runRecipes(SimTime now, Effects& out);
    const Recipes& recipes() const { return m_recipes; }

    ClientId id() const { return m_id; }
    State state() const { return m_state; }
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
    const std::deque<Call>& outgoing() const { return m_outgoing; }   ///< not yet written
    const std::deque<Call>& pending() const { return m_pending; }     ///< written, awaiting the reply

    std::string_view stateWord() const;   ///< as ZooKeeper.States has it: "CONNECTING", "CONNECTED", "CLOSED", "NOT_CONNECTED"

private:
    void tell(SimTime now, KeeperState state, Effects& out);
    void notified(SimTime now, ServerId from, const WatcherEventBody& event, Effects& out);
    void startAnew(SimTime timeout, Effects& out);
    void sendWatches(SimTime now, Effects& out);
    void write(SimTime now, Call c, Effects& out);
    void endClosed(SimTime now, Effects& out);
    void open(SimTime now, Effects& out);
    void connected(SimTime now, const ConnectResponse& r, Effects& out);
    void disconnected(SimTime now, Effects& out);
    void replied(SimTime now, const ClientReplyBody& r, Effects& out);
    void failPending(ErrorCode why, Effects& out);
    void failAll(ErrorCode why, Effects& out);
    void finish(const ClientCallBody& call, const Reply& reply, Effects& out);
    void flush(SimTime now, Effects& out);
    void feed(SimTime now, Effects& out);
    void schedule(SimTime now, Effects& out);
    void makeCalls(SimTime now, Effects& out);
    SimTime readTimeout() const { return usec(m_negotiated.us * 2 / 3); }

    ClientId m_id;
    int m_servers = 0;
    State m_state = State::Idle;
    ServerId m_server;
    ConnectionId m_connection = 0;
    SessionId m_session;
    SimTime m_usual = msec(10000), m_wanted = msec(10000), m_negotiated = msec(10000);
    Zxid m_lastZxid;
    SimTime m_lastHeard, m_lastSend, m_retryAt;
    std::int32_t m_nextXid = 1;
    std::deque<Call> m_outgoing;   ///< not yet written
    std::deque<Call> m_pending;    ///< written, awaiting the reply
    bool m_closing = false;        ///< closeSession was called: nothing more is taken, and a lost connection stays lost
    ClientWatches m_watches;
    EventThread m_events;
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
