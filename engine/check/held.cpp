// SPDX-License-Identifier: GPL-3.0-or-later
// What one server holds, compared with the one committed sequence.
#include "engine/check/safety.h"

#include <algorithm>

namespace zab {

/// Position of the newest committed entry with a zxid up to `zxid`, -1 if it would lie before what is remembered.
std::int64_t SafetyChecker::find(Zxid zxid) const {
    std::int64_t low = m_committed.begin(), high = m_committed.end();
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (m_committed[middle].zxid <= zxid) low = middle + 1;
        else high = middle;
    }
    return low == m_committed.begin() ? -1 : low - 1;
}

/// Position in the tail of the newest entry with a zxid up to `zxid`, begin() - 1 if there is none.
std::int64_t SafetyChecker::tailFind(const Held& h, Zxid zxid) {
    std::int64_t low = h.tail.begin(), high = h.tail.end();
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (h.tail[middle].zxid <= zxid) low = middle + 1;
        else high = middle;
    }
    return low - 1;
}

/// The hash of what `h` holds up to `zxid`, if it is known.
std::optional<std::uint64_t> SafetyChecker::historyAt(const Held& h, Zxid zxid) const {
    const auto known = [](std::uint64_t history) { return history ? std::optional(history) : std::nullopt; };
    if (zxid >= h.last) return known(h.history);
    if (!h.tail.empty() && zxid >= h.tail[h.tail.begin()].zxid) return known(h.tail[tailFind(h, zxid)].history);
    if (h.common < 0) return zxid >= h.base ? known(h.baseHistory) : std::nullopt;
    const std::int64_t i = std::min(find(zxid), h.common);
    if (i < 0) return std::nullopt;
    const bool beforeJump = i < h.common && m_committed[i + 1].payload == 0 && m_committed[i].zxid != zxid;
    return beforeJump ? std::nullopt : known(m_committed[i].history);
}

/// If everything that `h` holds is committed by now, it needs no tail of its own.
void SafetyChecker::normalise(Held& h) const {
    if (h.tail.empty() && h.common >= 0) return;
    const std::int64_t i = find(h.last);
    if (i < 0 || m_committed[i].history == 0 || m_committed[i].history != h.history) return;
    h.common = i;
    h.tail.clear();
    h.diverged = false;
}

/// Forgets what lies above `zxid`.
void SafetyChecker::cutBack(Held& h, Zxid zxid) const {
    if (h.last <= zxid) return;
    const std::uint64_t history = historyAt(h, zxid).value_or(0);
    const std::int64_t keep = tailFind(h, zxid);
    if (!h.tail.empty() && keep >= h.tail.begin()) {
        h.tail.cut(keep + 1);
        h.last = h.tail.back().zxid;
    } else {
        h.tail.clear();
        if (h.common >= 0) h.common = std::min(find(zxid), h.common);
        h.last = h.common >= 0 ? m_committed[h.common].zxid : zxid;
        if (h.common < 0) h.base = zxid, h.baseHistory = history;
    }
    h.history = history;
    h.diverged = false;
}

/// The server now holds the content of that hash: found in the committed sequence, or in what some server holds.
void SafetyChecker::rebase(Server& s, Zxid zxid, std::uint64_t history) {
    const std::int64_t i = find(zxid);
    if (i >= 0 && m_committed[i].history == history && history) {
        s.held = Held{};
        s.held.common = i;
        s.held.last = m_committed[i].zxid;
        s.held.history = history;
        return;
    }
    const Held* found = historyAt(s.held, zxid) == history ? &s.held : nullptr;
    for (const Server& other : m_servers)
        if (!found && history && historyAt(other.held, zxid) == history) found = &other.held;
    if (found) {
        s.held = Held(*found);
        cutBack(s.held, zxid);
        s.held.history = history;
        return;
    }
    s.held = Held{};
    s.held.base = s.held.last = zxid;
    s.held.baseHistory = s.held.history = history;
}

/// Position of the newest committed entry that `h` surely holds, -1 if none is known.
std::int64_t SafetyChecker::committedWithin(const Held& h) const {
    std::int64_t within = h.common;
    for (std::int64_t i = h.tail.begin(); i < h.tail.end(); ++i) {
        const Entry& mine = h.tail[i];
        const std::int64_t at = within >= 0 ? within + 1 : find(mine.zxid);
        if (at < 0) continue;
        if (at >= m_committed.end()) break;
        const Entry& theirs = m_committed[at];
        const bool same = theirs.zxid == mine.zxid && (theirs.history ? theirs.history == mine.history : theirs.payload == mine.payload);
        if (same) within = at;
        else if (within >= 0) break;
    }
    return within;
}

/// True if `h` certainly does not hold the committed entry at `position`.
bool SafetyChecker::lacks(const Held& h, std::int64_t position) const {
    if (position < m_committed.begin()) return false;
    if (h.common >= position) return false;
    const Entry& wanted = m_committed[position];
    if (h.last < wanted.zxid) return true;
    if (wanted.history == 0) {
        const std::int64_t i = tailFind(h, wanted.zxid);
        return i < h.tail.begin() || h.tail[i].zxid != wanted.zxid || h.tail[i].payload != wanted.payload;
    }
    const auto history = historyAt(h, wanted.zxid);
    return history && *history != wanted.history;
}

/// True if `h` holds something else where the committed sequence goes on: neither is the beginning of the other.
bool SafetyChecker::conflicts(const Held& h) const {
    if (m_committed.empty() || (h.tail.empty() && h.common >= 0)) return false;
    const std::int64_t end = m_committed.end();
    const std::int64_t within = committedWithin(h);
    if (within >= 0) return h.last > m_committed[within].zxid && within + 1 < end && m_committed[within + 1].payload != 0;
    const std::int64_t i = find(h.last);
    if (i < 0) return false;
    if (m_committed[i].zxid == h.last) return m_committed[i].history && h.history && m_committed[i].history != h.history;
    return i + 1 < end && m_committed[i + 1].payload != 0;
}

}  // namespace zab
