// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can happen next, in one visible list ordered by (due, rank, sequence). There is no second scheduler.
#pragma once

#include "engine/zab/effects.h"

#include <algorithm>
#include <vector>

namespace zab {

enum class InputKind : std::uint8_t { Packet, Timer, FsyncDone, SnapshotDone, ResourceWrite };

struct PendingInput {
    std::uint64_t sequence = 0;        ///< ties are broken by it; names it in commands
    SimTime due;
    std::int64_t rank = 0;             ///< among those due at one time: below 0 for what was put first by hand
    InputKind kind = InputKind::Packet;
    TimerKind timer{};                 ///< Timer
    std::uint32_t generation = 0;      ///< Timer, FsyncDone: an older one is void; Packet: which process of the receiver it is for
    ActorId from, to;
    ConnectionId connection = 0;       ///< Packet; 0 on the election port
    SimTime departs;                   ///< Packet: until then it stands in the sender's queue
    EventId cause = kNoEvent;          ///< Packet: its PacketSent event
    Zxid name;                         ///< SnapshotDone; ResourceWrite: the token
    Message message;                   ///< Packet
};

inline bool isHttp(const PendingInput& in) { return std::holds_alternative<HttpPacket>(in.message); }
/// Packets of one connection, in one direction; a connection of one protocol is none of the other.
inline bool sameConnection(const PendingInput& a, const PendingInput& b) {
    return a.from == b.from && a.to == b.to && a.connection == b.connection && isHttp(a) == isHttp(b);
}

/// True where `a` fires later than `b`.
inline bool firesLater(const PendingInput& a, const PendingInput& b) {
    if (a.due != b.due) return a.due > b.due;
    return a.rank != b.rank ? a.rank > b.rank : a.sequence > b.sequence;
}

/// A heap of small keys over slots that do not move. push and pop: O(log n); whatever names one entry: O(n).
class PendingList {
public:
    bool empty() const { return m_heap.empty(); }
    std::size_t size() const { return m_heap.size(); }
    const PendingInput& top() const { return m_slots[m_heap.front().slot]; }
    void push(PendingInput&& in) {
        std::uint32_t slot = 0;
        if (m_free.empty()) {
            slot = static_cast<std::uint32_t>(m_slots.size());
            m_slots.push_back(std::move(in));
        } else {
            slot = m_free.back();
            m_free.pop_back();
            m_slots[slot] = std::move(in);
        }
        m_heap.push_back({m_slots[slot].due, m_slots[slot].rank, m_slots[slot].sequence, slot});
        std::push_heap(m_heap.begin(), m_heap.end(), later);
    }
    PendingInput pop() {
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        const std::uint32_t slot = m_heap.back().slot;
        m_heap.pop_back();
        m_free.push_back(slot);
        return std::move(m_slots[slot]);
    }
    /// Calls f for every entry, in no order that means anything.
    template <class F>
    void forEach(F f) const {
        for (const Key& k : m_heap) f(m_slots[k.slot]);
    }
    /// Lets f change any entry, due times included, then restores the order.
    template <class F>
    void change(F f) {
        for (Key& k : m_heap) {
            f(m_slots[k.slot]);
            k.due = m_slots[k.slot].due;
            k.rank = m_slots[k.slot].rank;
        }
        std::make_heap(m_heap.begin(), m_heap.end(), later);
    }
    /// Takes out what `pred` names and hands it to `taken`, in the order of firing.
    template <class P, class F>
    void take(P pred, F taken) {
        std::vector<Key> out;
        std::erase_if(m_heap, [&](const Key& k) {
            if (!pred(m_slots[k.slot])) return false;
            out.push_back(k);
            return true;
        });
        std::make_heap(m_heap.begin(), m_heap.end(), later);
        std::sort(out.begin(), out.end(), [](const Key& a, const Key& b) { return later(b, a); });
        for (const Key& k : out) {
            taken(std::move(m_slots[k.slot]));
            m_slots[k.slot] = PendingInput{};
            m_free.push_back(k.slot);
        }
    }
    /// The first entry for which `pred` holds; nullptr if none.
    template <class P>
    PendingInput* find(P pred) {
        for (const Key& k : m_heap)
            if (pred(m_slots[k.slot])) return &m_slots[k.slot];
        return nullptr;
    }

    template <class P>
    const PendingInput* find(P pred) const {
        for (const Key& k : m_heap)
            if (pred(m_slots[k.slot])) return &m_slots[k.slot];
        return nullptr;
    }

private:
    struct Key {
        SimTime due;
        std::int64_t rank;
        std::uint64_t sequence;
        std::uint32_t slot;
    };
    static bool later(const Key& a, const Key& b) {
        if (a.due != b.due) return a.due > b.due;
        return a.rank != b.rank ? a.rank > b.rank : a.sequence > b.sequence;
    }
    std::vector<Key> m_heap;
    std::vector<PendingInput> m_slots;
    std::vector<std::uint32_t> m_free;
};

}  // namespace zab
