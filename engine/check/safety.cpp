// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/check/safety.h"

#include "engine/zab/rules.h"

#include <algorithm>
#include <bit>

namespace zab {
namespace {

constexpr std::size_t kEpochsKept = 32;
constexpr std::size_t kLeadersKept = 4096;
constexpr std::size_t kInitialKept = 1000000;

Zxid zxidOf(const Event& e, int i) { return Zxid{e.args[static_cast<std::size_t>(i)]}; }
/// Payload or history; 0 means "not known" in here, so the hash 0 (the empty history) gets a value of its own.
std::uint64_t hashOf(const Event& e, int i) {
    const auto v = static_cast<std::uint64_t>(e.args[static_cast<std::size_t>(i)]);
    return v ? v : 0x67656e65736973U;
}

}  // namespace

void SafetyChecker::report(Property p, EventId event) {
    const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(p);
    if (m_reported & bit) return;
    m_reported |= bit;
    m_violations.push_back({p, event});
}

void SafetyChecker::recipe(const Event& e) {
    switch (m_recipes.observe(e)) {
        case RecipeSafety::Found::Nothing: return;
        case RecipeSafety::Found::TwoHolders: return report(Property::LockOneHolder, e.id);
        case RecipeSafety::Found::TokenNotAbove: return report(Property::FencingTokensAscend, e.id);
        case RecipeSafety::Found::SmallerTokenAccepted: return report(Property::FencedResource, e.id);
    }
}

void SafetyChecker::clientSees(const Event& e) {
    for (std::uint32_t found = m_histories.observe(e); found != 0; found &= found - 1) report(static_cast<Property>(std::countr_zero(found)), e.id);
}

void SafetyChecker::overdue(const Event& e) {
    if (const auto missed = m_liveness.overdue()) report(*missed, e.id);
}

void SafetyChecker::look(const Event& e) {
    m_liveness.observe(e);
    switch (e.kind) {
        case EventKind::TxnApplied:
        case EventKind::TxnReplayed: applied(e); break;
        case EventKind::ProposalMade: proposed(e); break;
        case EventKind::Committed: committed(e); break;
        case EventKind::LogAppended: server(e).wrote = true; break;
        case EventKind::LeaderEstablished: established(e); break;
        case EventKind::ServerServing: serving(e); break;
        case EventKind::NewLeaderAccepted: newLeaderAccepted(e); break;
        case EventKind::SnapshotLoaded: snapshotLoaded(e); break;
        case EventKind::SyncPlanned: syncPlanned(e); break;
        case EventKind::LogTruncated: logTruncated(e); break;
        case EventKind::ServerStarted: started(e); break;
        case EventKind::ServerCrashed:
        case EventKind::ServerExited:
        case EventKind::ServerRefused: stopped(server(e)); break;
        case EventKind::StateChanged: stateChanged(e); break;
        default: break;
    }
}

// --- Life of a server ------------------------------------------------------------------------------------------------

void SafetyChecker::started(const Event& e) {
    Server& s = server(e);
    const Zxid last = zxidOf(e, 0);
    stopped(s);
    s.up = true;
    if (!s.wrote) m_newestInitial = std::max(m_newestInitial, last);
    if (s.held.history != hashOf(e, 3)) rebase(s, last, hashOf(e, 3));
}

void SafetyChecker::stopped(Server& s) {
    s.up = false;
    s.state = ServerState::Looking;
    s.established = 0;
    s.mustKeep = -1;
}

void SafetyChecker::stateChanged(const Event& e) {
    Server& s = server(e);
    s.state = static_cast<ServerState>(e.args[0]);
    s.mustKeep = -1;
    if (s.state != ServerState::Leading) s.established = 0;
}

void SafetyChecker::snapshotLoaded(const Event& e) {
    Server& s = server(e);
    const Zxid content = zxidOf(e, 2);
    if (s.state == ServerState::Following || s.state == ServerState::Observing) {
        normalise(s.held);
        const std::int64_t had = std::min(committedWithin(s.held), s.plannedAt);
        if (had > s.mustKeep) s.mustKeep = had, s.mustKeepSince = e.id;
        s.wrote = true;
    } else if (!s.wrote) {
        m_newestInitial = std::max(m_newestInitial, content);
    }
    s.fuzzyFrom = zxidOf(e, 0);
    s.fuzzyTo = content;
    rebase(s, content, hashOf(e, 1));
}

// What is committed after the leader has made its plan comes to the learner behind it, on the same connection. A leader that has been
// deposed and does not know it yet cuts off what it has proposed itself and its successor has committed without this learner: the
// learner gets it back from the successor.
void SafetyChecker::syncPlanned(const Event& e) {
    if (!e.peer.isServer()) return;
    const Epoch epoch = m_liveness.promised(e.actor.server());   // that of its plan, established or not
    const bool deposed = std::any_of(m_servers.begin(), m_servers.end(), [epoch](const Server& other) { return other.established > epoch; });
    m_servers[static_cast<std::size_t>(e.peer.value)].plannedAt = deposed ? -1 : m_committed.end() - 1;
}

void SafetyChecker::logTruncated(const Event& e) {
    Server& s = server(e);
    normalise(s.held);
    const std::int64_t had = std::min(committedWithin(s.held), s.plannedAt);
    if (had > s.mustKeep) s.mustKeep = had, s.mustKeepSince = e.id;
    if (had >= m_committed.begin() && m_committed[had].zxid > zxidOf(e, 0)) report(Property::CommittedLogDurability, e.id);
    cutBack(s.held, zxidOf(e, 0));
    s.wrote = true;
}

// --- Leaders ---------------------------------------------------------------------------------------------------------

void SafetyChecker::established(const Event& e) {
    Server& s = server(e);
    const Epoch epoch = e.args[0];
    const ServerId self = e.actor.server();
    for (const Server& other : m_servers)
        if (&other != &s && other.established == epoch) report(Property::Leadership1, e.id);
    for (const auto& [old, leader] : m_leaders)
        if (old == epoch && leader != self) report(Property::Leadership2, e.id);
    if (m_leaders.size() >= kLeadersKept) m_leaders.erase(m_leaders.begin(), m_leaders.begin() + kLeadersKept / 2);
    m_leaders.emplace_back(epoch, self);
    s.established = epoch;

    if (s.held.history != hashOf(e, 2)) rebase(s, zxidOf(e, 1), hashOf(e, 2));
    normalise(s.held);
    if (std::any_of(m_leaders.begin(), m_leaders.end(), [&](const auto& l) { return l.first > epoch; })) {
        // Its quorum spoke before a newer leader's, but the word came late: it owes only what older epochs committed.
        const std::int64_t older = find(Zxid::make(epoch, 0));
        if (older >= 0 && lacks(s.held, older)) report(Property::LeaderLogCompleteness, e.id);
        if (conflicts(s.held)) diverged(s, e.id);
        s.committed = committedWithin(s.held);
        return;
    }
    if (!m_committed.empty() && lacks(s.held, m_committed.end() - 1)) {
        report(Property::LeaderLogCompleteness, e.id);
        s.committed = committedWithin(s.held);
        if (conflicts(s.held)) diverged(s, e.id);
        else if (s.committed >= 0) cutBack(s.held, m_committed[s.committed].zxid);
        return;
    }
    extendWith(s.held, e.id);
    s.committed = m_committed.end() - 1;
}

void SafetyChecker::serving(const Event& e) {
    Server& s = server(e);
    if (s.held.history != hashOf(e, 2)) rebase(s, zxidOf(e, 1), hashOf(e, 2));
    normalise(s.held);
    if (conflicts(s.held)) diverged(s, e.id);
}

void SafetyChecker::newLeaderAccepted(const Event& e) {
    Server& s = server(e);
    normalise(s.held);
    if (s.mustKeep >= 0 && lacks(s.held, s.mustKeep)) report(Property::CommittedLogDurability, s.mustKeepSince);
    s.mustKeep = -1;
    s.wrote = true;

    const ServerId leaderId{static_cast<std::int32_t>(e.args[3])};
    if (leaderId.value < 1 || leaderId.value > kMaxServers || leaderId == e.actor.server()) return;
    Server& leader = m_servers[static_cast<std::size_t>(leaderId.value)];
    if (!leader.up || leader.state != ServerState::Leading) return;   // a word of a leader that is gone
    const std::uint64_t history = hashOf(e, 2);
    const Zxid last = s.held.history == history ? s.held.last : zxidOf(e, 1);
    normalise(leader.held);
    const auto its = historyAt(leader.held, last);
    if (!its || *its == history) return;
    if (last > leader.held.last && isBroadcastBy(leaderId, last)) return;   // proposals that the leader has not applied yet
    report(Property::ProcessConsistency, e.id);
}

// --- Broadcast -------------------------------------------------------------------------------------------------------

SafetyChecker::Broadcasts* SafetyChecker::broadcasts(Epoch epoch) {
    for (auto i = m_broadcasts.rbegin(); i != m_broadcasts.rend(); ++i)
        if (i->epoch == epoch) return &*i;
    return nullptr;
}

bool SafetyChecker::isBroadcastBy(ServerId primary, Zxid zxid) const {
    for (const Broadcasts& b : m_broadcasts)
        if (b.epoch == zxid.epoch() && b.primary == primary) return zxid.counter() - b.firstCounter < b.payloads.end();
    return false;
}

/// Broadcast by a primary, or on a disk at the beginning (what a snapshot held there is not known one by one).
bool SafetyChecker::broughtByPrimary(const Entry& txn) const {
    bool epochKnown = m_broadcasts.size() >= kEpochsKept && txn.zxid.epoch() < m_broadcasts.front().epoch;
    if (txn.payload == 0 || epochKnown) return true;
    for (const Broadcasts& b : m_broadcasts) {
        const std::int64_t i = txn.zxid.counter() - b.firstCounter;
        if (b.epoch != txn.zxid.epoch()) continue;
        epochKnown = true;
        if (i >= 0 && i < b.payloads.end() && (i < b.payloads.begin() || b.payloads[i] == txn.payload)) return true;
    }
    if (!m_initial) return !epochKnown && txn.zxid <= m_newestInitial;
    if (m_initial->contains({txn.zxid, txn.payload})) return true;
    const auto same = m_initial->lower_bound({txn.zxid, 0});
    const bool otherThere = same != m_initial->end() && same->first == txn.zxid && m_initial->size() < kInitialKept;
    return !epochKnown && !otherThere && txn.zxid <= m_newestInitial;
}

void SafetyChecker::proposed(const Event& e) {
    Server& s = server(e);
    const Zxid zxid = zxidOf(e, 0);
    Broadcasts* b = broadcasts(zxid.epoch());
    if (!b) {
        normalise(s.held);
        const std::int64_t older = find(Zxid::make(zxid.epoch(), 0));
        if (older >= 0 && lacks(s.held, older)) report(Property::PrimaryIntegrity, e.id);
        if (m_broadcasts.size() >= kEpochsKept) m_broadcasts.erase(m_broadcasts.begin());
        m_broadcasts.push_back({zxid.epoch(), e.actor.server(), zxid.counter(), {}});
        b = &m_broadcasts.back();
        m_newestBroadcast = std::max(m_newestBroadcast, zxid.epoch());
    }
    if (b->primary != e.actor.server() || zxid.counter() - b->firstCounter != b->payloads.end()) {
        report(Property::LocalPrimaryOrder, e.id);
        return;
    }
    b->payloads.push(hashOf(e, 1));
}

void SafetyChecker::committed(const Event& e) {
    Server& s = server(e);
    const Zxid zxid = zxidOf(e, 0);
    const Broadcasts* b = broadcasts(zxid.epoch());
    const std::int64_t i = b ? zxid.counter() - b->firstCounter : -1;
    if (!b || i < 0 || i >= b->payloads.end()) {
        report(Property::Integrity, e.id);   // nobody broadcast it
        return;
    }
    if (i < b->payloads.begin()) return;
    const Entry txn{zxid, b->payloads[i], 0};
    if (!m_committed.empty() && zxid <= m_committed.back().zxid) {
        // The last word of an old leader: harmless if the new one had the transaction in its history.
        const std::int64_t at = find(zxid);
        const bool there = at < 0 || (m_committed[at].zxid == zxid && m_committed[at].payload == txn.payload);
        if (there) s.committed = at;
        else report(Property::MonotonicRead, e.id);
        return;
    }
    bool newerLeads = false;
    for (const Server& other : m_servers) newerLeads |= s.established > 0 && other.established > s.established;
    const bool goesOn = m_committed.empty() || s.committed == m_committed.end() - 1;
    if (newerLeads || !goesOn) report(Property::MonotonicRead, e.id);
    extend(txn, e.id);
    s.committed = m_committed.end() - 1;
}

// --- Delivery --------------------------------------------------------------------------------------------------------

void SafetyChecker::applied(const Event& e) {
    Server& s = server(e);
    const Entry txn{zxidOf(e, 0), hashOf(e, 1), hashOf(e, 2)};
    if (comesOnceMore(s, txn, e.kind)) return;
    if (e.kind == EventKind::TxnApplied && e.args[3] != 0) {
        deliver(s, txn, e.id);
        return;
    }
    if (e.kind == EventKind::TxnReplayed && !s.wrote) {
        m_newestInitial = std::max(m_newestInitial, txn.zxid);
        if (!m_initial) m_initial = std::make_shared<InitialTxns>();
        else if (m_initial.use_count() != 1) m_initial = std::make_shared<InitialTxns>(*m_initial);
        if (m_initial->size() < kInitialKept) m_initial->insert(m_initial->end(), {txn.zxid, txn.payload});
    }
    hold(s, txn);
}

/// What a fuzzy snapshot held beyond its name is applied again, in order, without a second effect (§3.10). Any other
/// repetition, and a repetition that differs from what is committed, goes the usual way and is found there.
bool SafetyChecker::comesOnceMore(Server& s, const Entry& txn, EventKind kind) {
    if (txn.zxid > s.fuzzyTo || txn.zxid <= s.fuzzyFrom) return false;
    if (kind == EventKind::TxnReplayed) {   // nobody sees a replay: it only moves on
        s.fuzzyFrom = txn.zxid;
        return true;
    }
    const std::int64_t at = find(txn.zxid);
    const bool same = at >= 0 && m_committed[at].zxid == txn.zxid && (m_committed[at].payload == txn.payload || m_committed[at].payload == 0);
    if (!same || (at > m_committed.begin() && m_committed[at - 1].zxid > s.fuzzyFrom)) return false;
    s.fuzzyFrom = txn.zxid;
    return true;
}

/// Held, but not delivered: replayed from the log or applied before the server serves.
void SafetyChecker::hold(Server& s, const Entry& txn) {
    Held& h = s.held;
    if (txn.zxid <= h.last) return;   // a fuzzy snapshot has it already
    h.last = txn.zxid;
    h.history = txn.history;
    if (h.tail.empty() && h.common >= 0 && h.common + 1 < m_committed.end()) {
        const Entry& next = m_committed[h.common + 1];
        if (next.zxid == txn.zxid && next.payload == txn.payload && (next.history == txn.history || next.history == 0)) {
            ++h.common;
            if (next.history == 0) m_committed.edit(h.common).history = txn.history;
            return;
        }
    }
    h.tail.push(txn);
    if (h.common < 0) normalise(h);
}

void SafetyChecker::deliver(Server& s, const Entry& txn, EventId event) {
    Held& h = s.held;
    if (!h.tail.empty()) normalise(h);
    const std::int64_t next = h.common + 1;
    if (h.tail.empty() && !h.diverged && (h.common >= 0 || m_committed.empty())) {
        if (next < m_committed.end()) {
            const Entry& expected = m_committed[next];
            if (expected.zxid != txn.zxid || expected.payload != txn.payload || (expected.history != txn.history && expected.history != 0))
                return deliverOutOfLine(s, txn, event);
            if (expected.history == 0) m_committed.edit(next).history = txn.history;
        } else if (!m_committed.empty() && txn.zxid <= m_committed.back().zxid) {
            return deliverOutOfLine(s, txn, event);
        } else {
            extend(txn, event);
        }
        h.common = m_committed.end() > next ? next : m_committed.end() - 1;
        h.last = txn.zxid;
        h.history = txn.history;
        return;
    }
    deliverOutOfLine(s, txn, event);
}

/// A delivery that is not simply the next committed one: find out whether something is wrong, and what.
void SafetyChecker::deliverOutOfLine(Server& s, const Entry& txn, EventId event) {
    Held& h = s.held;
    checkOrder(h.last, txn, event);
    if (!broughtByPrimary(txn)) report(Property::Integrity, event);
    const std::int64_t at = find(txn.zxid);
    const bool exact = at >= 0 && m_committed[at].zxid == txn.zxid;
    const bool same = exact && (m_committed[at].payload == txn.payload || m_committed[at].payload == 0) &&
                      (m_committed[at].history == txn.history || m_committed[at].history == 0);
    const bool lineKnown = h.common >= 0 && h.tail.empty();
    if (h.diverged) {
        h.tail.clear();
    } else if (lineKnown) {
        const Entry* next = h.common + 1 < m_committed.end() ? &m_committed[h.common + 1] : nullptr;
        const bool inJump = next && next->payload == 0 && txn.zxid <= next->zxid;
        if (same && (at == h.common + 1 || inJump)) {
            h.common = at;
        } else if (!inJump || exact) {
            report(Property::PrefixConsistency, event);
            const bool known = exact && m_committed[at].payload == txn.payload;
            report(known && at != h.common + 1 ? Property::TotalOrder : Property::Agreement, event);
            h.diverged = true;
        }
    } else if (same && !(h.common >= 0 && conflicts(h))) {
        h.common = at;   // a server that was far behind has reached what is remembered, and agrees
        h.tail.clear();
    } else if (h.common < 0 && at < 0 && !m_committed.empty()) {
        h.tail.clear();   // still before what is remembered: the rolling hash will tell
        h.base = txn.zxid;
        h.baseHistory = txn.history;
    } else {
        h.tail.push(txn);
        h.last = txn.zxid;
        h.history = txn.history;
        if (conflicts(h)) diverged(s, event);
    }
    h.last = txn.zxid;
    h.history = txn.history;
}

void SafetyChecker::diverged(Server& s, EventId event) {
    if (s.held.diverged) return;
    s.held.diverged = true;
    report(Property::PrefixConsistency, event);
    report(Property::Agreement, event);
}

/// Order of two deliveries in a row at one server, or in the committed sequence.
void SafetyChecker::checkOrder(Zxid previous, const Entry& txn, EventId event) {
    const Epoch epoch = txn.zxid.epoch();
    if (epoch < previous.epoch()) return report(Property::GlobalPrimaryOrder, event);
    const Broadcasts* b = broadcasts(epoch);
    if (epoch == previous.epoch() && txn.zxid <= previous) return report(Property::LocalPrimaryOrder, event);
    if (!b || txn.zxid.counter() < b->firstCounter) return;   // what stood on disks at the beginning may have holes
    const std::int64_t expected = epoch == previous.epoch() && previous.counter() >= b->firstCounter ? previous.counter() + 1 : b->firstCounter;
    if (txn.zxid.counter() != expected) report(Property::LocalPrimaryOrder, event);
}

/// The committed sequence goes on with `txn`.
void SafetyChecker::extend(const Entry& txn, EventId event) {
    if (txn.payload != 0) {
        if (!m_committed.empty()) checkOrder(m_committed.back().zxid, txn, event);
        if (txn.zxid.epoch() < m_newestBroadcast) report(Property::PrimaryIntegrity, event);
        if (!broughtByPrimary(txn)) report(Property::Integrity, event);
    }
    if (!m_committed.empty() && txn.zxid <= m_committed.back().zxid) return;
    const std::int64_t begin = m_committed.begin();
    m_committed.push(txn);
    if (m_committed.begin() == begin) return;
    for (Server& s : m_servers) {   // who is so far behind that its place has been forgotten
        Held& h = s.held;
        if (h.common < 0 || h.common >= m_committed.begin()) continue;
        h.common = -1;
        h.base = h.tail.empty() ? h.last : Zxid{};
        h.baseHistory = h.tail.empty() ? h.history : 0;
    }
}

/// Everything that an established leader holds is committed from now on.
void SafetyChecker::extendWith(Held& h, EventId event) {
    const bool jump = m_committed.empty() || (h.common < 0 && h.base > m_committed.back().zxid);
    if (jump) extend({h.tail.empty() ? h.last : h.base, 0, h.tail.empty() ? h.history : h.baseHistory}, event);
    for (std::int64_t i = h.tail.begin(); i < h.tail.end(); ++i)
        if (h.tail[i].zxid > m_committed.back().zxid) extend(h.tail[i], event);
    h.tail.clear();
    h.common = m_committed.end() - 1;
}

}  // namespace zab
