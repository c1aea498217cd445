// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/check/history.h"

#include "engine/check/safety.h"
#include "engine/tree/request.h"
#include "engine/zab/rules.h"

#include <algorithm>
#include <vector>

namespace zab {
namespace {

constexpr std::size_t kRemembered = 1024;
constexpr std::size_t kSessions = 4096;

constexpr std::uint32_t bit(Property p) { return std::uint32_t{1} << static_cast<unsigned>(p); }

/// The newest values by key: as small as what is in it, at most kRemembered; then an older one gives way.
template <class Value>
class Recent {
public:
    struct Entry {
        std::int64_t key = 0;   ///< 0: free
        Value value{};
    };
    const Entry* find(std::int64_t key) const {
        const Entry* e = m_entries.empty() ? nullptr : &m_entries[place(key)];
        return e && e->key == key ? e : nullptr;
    }
    void put(std::int64_t key, const Value& value) {
        if (m_entries.empty()) m_entries.resize(8);
        while (m_entries.size() < kRemembered && m_entries[place(key)].key != 0 && m_entries[place(key)].key != key) grow();
        m_entries[place(key)] = {key, value};
    }

    /// The same for the same entries, in whatever order they came.
    void addTo(StateDigest& d) const {
        Digest128 sum;
        for (const Entry& e : m_entries) {
            if (e.key == 0) continue;
            StateDigest one;
            one.add(e.key, e.value);
            sum += one.value();
        }
        d.add(sum.high, sum.low);
    }

private:
    std::size_t place(std::int64_t key) const {
        std::uint64_t mixed = static_cast<std::uint64_t>(key);   // zxids differ in the low bits, sessions in the high ones
        mixed = (mixed ^ mixed >> 32) * 0x9e3779b97f4a7c15U;
        return static_cast<std::size_t>(mixed ^ mixed >> 29) & (m_entries.size() - 1);
    }
    void grow() {
        std::vector<Entry> old(m_entries.size() * 2);
        old.swap(m_entries);
        for (const Entry& e : old)
            if (e.key != 0) m_entries[place(e.key)] = e;
    }
    std::vector<Entry> m_entries;
};

/// A call on its way. A write among them takes effect behind everything that was answered when it was made.
struct Call {
    std::int32_t xid = 0;
    std::int64_t answered = 0;   ///< the newest write that anybody had an answer to
    void addTo(StateDigest& d) const { d.add(xid, answered); }
};

/// A one-shot watch at a server, by the text of its path in the trace.
struct Watch {
    ActorId server;
    std::int32_t path = -1;
    bool children = false;
    bool operator==(const Watch&) const = default;
    void addTo(StateDigest& d) const { d.add(server, path, children); }
};

/// What one client has seen, and what its present connection owes it.
struct Seen {
    std::int64_t session = 0;
    std::int64_t newest = 0;             ///< zxid of any answer in the session
    std::int64_t lastWrite = 0;          ///< zxid of its last write
    std::int32_t lastAnswered = 0;       ///< xid
    std::vector<Call> calls;
    bool closing = false;                ///< it has called closeSession, perhaps before it was told its session
    ActorId server;                      ///< to which it is connected
    std::vector<std::int64_t> notices;   ///< sent by that server, not here yet: zxid of the change
    std::vector<Watch> watches;          ///< also of a connection that it has left and the server still keeps
    std::uint32_t persistent = 0;        ///< bit per server where it has watches that stay: which of them fires the event does not say
    void addTo(StateDigest& d) const {
        d.add(session, newest, lastWrite, lastAnswered, calls, closing, server, notices, watches);
        d.byServer(kMaxServers, [&](ServerId s) { d.add((persistent >> s.value & 1) != 0); });
    }
};

struct Tree {
    std::int64_t zxid = 0;
    std::int64_t digest = 0;
    void addTo(StateDigest& d) const { d.add(zxid, digest); }
};

struct Proposed {
    std::int64_t session = 0;
    std::int64_t xid = 0;
    void addTo(StateDigest& d) const { d.add(session, xid); }
};

}  // namespace

struct HistoryChecker::State {
    std::vector<Seen> clients;                               ///< by number
    std::array<std::int64_t, kMaxServers + 1> applied{};     ///< last transaction of each server
    std::array<bool, kMaxServers + 1> leading{};
    std::int64_t answeredWrite = 0;                          ///< the newest that anybody has an answer to
    Recent<Proposed> proposals;                              ///< by zxid
    Recent<Tree> trees;                                      ///< by history
    std::vector<std::int64_t> endings;                       ///< sessions that a leader or their client has begun to close, the newest
    std::size_t oldestEnding = 0;

    Seen& client(ActorId a) {
        const auto i = static_cast<std::size_t>(a.client().value);
        if (i >= clients.size()) clients.resize(i + 1);
        return clients[i];
    }
    bool isEnding(std::int64_t session) const { return std::find(endings.begin(), endings.end(), session) != endings.end(); }
    void ends(std::int64_t session) {
        if (isEnding(session)) return;
        if (endings.size() < kSessions) endings.push_back(session);
        else endings[oldestEnding++ % kSessions] = session;
    }
    std::uint32_t called(const Event& e);
    std::uint32_t answered(const Event& e);
    std::uint32_t noticed(const Event& e);
    void connected(const Event& e);
    void watchSet(const Event& e);
    void watchesEnd(const Event& e);
    std::uint32_t watchFired(const Event& e);
    std::uint32_t applies(const Event& e);
};

HistoryChecker::HistoryChecker() = default;
HistoryChecker::HistoryChecker(const HistoryChecker&) = default;
HistoryChecker::HistoryChecker(HistoryChecker&&) noexcept = default;
HistoryChecker& HistoryChecker::operator=(const HistoryChecker&) = default;
HistoryChecker& HistoryChecker::operator=(HistoryChecker&&) noexcept = default;
HistoryChecker::~HistoryChecker() = default;

void HistoryChecker::addTo(StateDigest& d) const {
    const auto& [clients, applied, leading, answeredWrite, proposals, trees, endings, oldestEnding] = *m_state;
    d.byServer(kMaxServers, [&](ServerId s) { d.add(applied[static_cast<std::size_t>(s.value)], leading[static_cast<std::size_t>(s.value)]); });
    d.add(clients, answeredWrite, proposals, trees, endings, oldestEnding);
}

std::uint32_t HistoryChecker::observe(const Event& e) {
    State& s = m_state.edit();
    const auto actor = static_cast<std::size_t>(e.actor.isServer() ? e.actor.value : 0);
    switch (e.kind) {
        case EventKind::StateChanged: s.leading[actor] = static_cast<ServerState>(e.args[0]) == ServerState::Leading; return 0;
        case EventKind::ProposalMade: s.proposals.put(e.args[0], {e.args[3], e.args[4]}); return 0;
        case EventKind::TxnApplied: return s.applies(e);
        case EventKind::SessionExpired:
            if (s.leading[actor]) s.ends(e.args[0]);
            return 0;
        case EventKind::ClientSessionExpired:
            // Who has not seen any zxid is not ahead of anybody: a leader that does not know yet that it is deposed takes it, and does
            // not know its session (§6.5, §6.6).
            if (e.args[1] == 0) return 0;
            [[fallthrough]];
        case EventKind::SessionClosed: return e.args[0] != 0 && !s.isEnding(e.args[0]) ? bit(Property::SessionsEndByCommit) : 0;
        case EventKind::ConnectionClosed:
            if (e.actor.isServer() && e.peer.isClient()) s.watchesEnd(e);
            return 0;
        case EventKind::WatchSet: s.watchSet(e); return 0;
        case EventKind::WatchFired: return s.watchFired(e);
        case EventKind::ClientConnected: s.connected(e); return 0;
        case EventKind::ClientRequest: return s.called(e);
        case EventKind::ClientReply: return s.answered(e);
        case EventKind::ClientWatchEvent: return s.noticed(e);
        default: return 0;
    }
}

void HistoryChecker::State::connected(const Event& e) {
    Seen& c = client(e.actor);
    c.server = e.peer;
    c.notices.clear();
    c.lastAnswered = 0;
    if (c.closing) ends(e.args[0]);
}

std::uint32_t HistoryChecker::State::called(const Event& e) {
    const auto xid = static_cast<std::int32_t>(e.args[1]);
    if (xid <= 0) return 0;
    Seen& c = client(e.actor);
    if (!c.calls.empty() && xid <= c.calls.back().xid) c.calls.clear();   // a new handle begins anew; the old one is gone without a word
    c.calls.push_back({xid, answeredWrite});
    if (xid == 1) c.closing = false;
    c.closing |= static_cast<OpCode>(e.args[2]) == OpCode::CloseSession;
    if (c.closing && e.args[0] != 0) ends(e.args[0]);
    return 0;
}

/// Real time, the order of the session, and what stands in the history at that zxid.
std::uint32_t HistoryChecker::State::answered(const Event& e) {
    Seen& c = client(e.actor);
    const auto xid = static_cast<std::int32_t>(e.args[1]);
    const std::int64_t zxid = e.args[4];
    Call call;
    if (const auto at = std::find_if(c.calls.begin(), c.calls.end(), [xid](const Call& k) { return k.xid == xid; }); at != c.calls.end()) {
        call = *at;
        c.calls.erase(at);
    }
    if (zxid <= 0) return 0;   // it failed at the client: nobody knows what has become of it
    if (c.session != e.args[0]) c.session = e.args[0], c.newest = c.lastWrite = 0;
    std::uint32_t found = 0;
    if (xid <= c.lastAnswered) found |= bit(Property::SessionOrder);
    if (zxid < c.newest) found |= bit(Property::SessionMonotonicReads);
    if (!c.notices.empty() && c.notices.front() <= zxid) found |= bit(Property::WatchBeforeRead);
    c.lastAnswered = xid;
    c.newest = std::max(c.newest, zxid);
    if (!isWrite(static_cast<OpCode>(e.args[2]))) return found;
    if (zxid <= c.lastWrite) found |= bit(Property::SessionOrder);
    if (zxid <= call.answered) found |= bit(Property::LinearizableWrites);
    const auto* proposal = proposals.find(zxid);
    if (proposal && (proposal->value.session != e.args[0] || proposal->value.xid != xid)) found |= bit(Property::LinearizableWrites);
    c.lastWrite = zxid;
    answeredWrite = std::max(answeredWrite, zxid);
    return found;
}

/// Notices and answers travel on one connection, in the order of sending.
std::uint32_t HistoryChecker::State::noticed(const Event& e) {
    Seen& c = client(e.actor);
    if (!c.notices.empty()) c.notices.erase(c.notices.begin());
    return 0;
}

void HistoryChecker::State::watchSet(const Event& e) {
    Seen& c = client(e.peer);
    const auto op = static_cast<OpCode>(e.args[1]);
    if (op == OpCode::AddWatch) {
        c.persistent |= std::uint32_t{1} << e.actor.value;
        return;
    }
    const Watch w{e.actor, e.text, op == OpCode::GetChildren};
    if (std::find(c.watches.begin(), c.watches.end(), w) == c.watches.end()) c.watches.push_back(w);
}

void HistoryChecker::State::watchesEnd(const Event& e) {
    Seen& c = client(e.peer);
    std::erase_if(c.watches, [&](const Watch& w) { return w.server == e.actor; });
    c.persistent &= ~(std::uint32_t{1} << e.actor.value);
}

/// A watch that is not there (any more) cannot fire. One event of a deletion is for watches of both kinds (§7.1). What a returning
/// client has missed it is told at once, without a watch on its new connection (§7.3): that is another rule.
std::uint32_t HistoryChecker::State::watchFired(const Event& e) {
    Seen& c = client(e.peer);
    if (c.server == e.actor) c.notices.push_back(applied[static_cast<std::size_t>(e.actor.value)]);
    if ((c.persistent >> e.actor.value & 1) != 0 || e.rule != RuleId::WatchTriggered) return 0;
    const auto type = static_cast<WatchEventType>(e.args[1]);
    std::size_t used = 0;
    if (type != WatchEventType::NodeChildrenChanged) used += std::erase(c.watches, Watch{e.actor, e.text, false});
    if (type == WatchEventType::NodeChildrenChanged || type == WatchEventType::NodeDeleted) used += std::erase(c.watches, Watch{e.actor, e.text, true});
    return used == 0 ? bit(Property::OneShotWatch) : 0;
}

/// Two servers at the same history, by its rolling hash, hold the same. What a fuzzy snapshot held beyond its name is applied once more
/// (§3.10): the history stands at its end already, under a larger zxid, and the tree catches up.
std::uint32_t HistoryChecker::State::applies(const Event& e) {
    applied[static_cast<std::size_t>(e.actor.value)] = e.args[0];
    const std::int64_t history = e.args[2], tree = e.args[4];
    if (history == 0 || tree == 0) return 0;
    const auto* known = trees.find(history);
    if (known && known->value.zxid == e.args[0]) return known->value.digest != tree ? bit(Property::SameHistorySameTree) : 0;
    if (!known || known->value.zxid < e.args[0]) trees.put(history, {e.args[0], tree});
    return 0;
}

}  // namespace zab
