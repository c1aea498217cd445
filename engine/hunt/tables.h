// SPDX-License-Identifier: GPL-3.0-or-later
// Where the explorer keeps parts of states once each, by fingerprint, and what it knows of how they go on.
#pragma once

#include "engine/base/check.h"
#include "engine/base/state_digest.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace zab {

struct Digest128Hash {
    std::size_t operator()(const Digest128& d) const { return static_cast<std::size_t>(d.low ^ d.high); }
};

/// Records by number. Whoever holds a number may read its record without a lock; a record never moves and never changes.
template <class Record>
class PartTable {
public:
    static constexpr std::size_t kBits = 10, kChunk = std::size_t{1} << kBits, kChunks = std::size_t{1} << 14;

    const Record& operator[](std::uint32_t id) const { return m_chunks[id >> kBits][id & (kChunk - 1)]; }
    /// The number of the record with that fingerprint; `make` makes it if it is new.
    template <class Make>
    std::uint32_t intern(const Digest128& digest, Make make) {
        const std::lock_guard lock(m_mutex);
        const auto [at, fresh] = m_ids.try_emplace(digest, m_size);
        if (!fresh) return at->second;
        return append(make());
    }
    /// A record of which there may be several that are equal.
    std::uint32_t add(Record record) {
        const std::lock_guard lock(m_mutex);
        return append(std::move(record));
    }
    std::size_t size() const { return m_size; }

private:
    std::uint32_t append(Record record) {
        if ((m_size & (kChunk - 1)) == 0) {
            ZAB_CHECK(m_size >> kBits < kChunks);
            m_chunks[m_size >> kBits] = std::make_unique<Record[]>(kChunk);
        }
        m_chunks[m_size >> kBits][m_size & (kChunk - 1)] = std::move(record);
        return m_size++;
    }
    std::mutex m_mutex;
    std::unordered_map<Digest128, std::uint32_t, Digest128Hash> m_ids;   // looked up, never iterated
    std::array<std::unique_ptr<Record[]>, kChunks> m_chunks;
    std::uint32_t m_size = 0;
};

/// Two numbers -> one: open addressing, 16 bytes each. For one thread.
class Memo {
public:
    /// Never 0 for a pair that was put.
    static std::uint64_t key(std::uint32_t a, std::uint32_t b) { return (static_cast<std::uint64_t>(a) << 32 | b) + 1; }
    const std::uint32_t* find(std::uint64_t key) const {
        for (std::size_t i = hash(key) & m_mask;; i = (i + 1) & m_mask) {
            if (m_slots[i].key == key) return &m_slots[i].value;
            if (m_slots[i].key == 0) return nullptr;
        }
    }
    void put(std::uint64_t key, std::uint32_t value) {
        if ((m_count + 1) * 2 > m_slots.size()) grow();
        ++m_count;
        place(key, value);
    }
    std::size_t bytes() const { return m_slots.size() * sizeof(Slot); }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = 0;
    };
    static std::size_t hash(std::uint64_t k) {
        k *= 0x9e3779b97f4a7c15U;
        return static_cast<std::size_t>(k ^ (k >> 32));
    }
    void place(std::uint64_t key, std::uint32_t value) {
        std::size_t i = hash(key) & m_mask;
        while (m_slots[i].key != 0) i = (i + 1) & m_mask;
        m_slots[i] = {key, value};
    }
    void grow() {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        m_mask = m_slots.size() - 1;
        for (const Slot& s : old)
            if (s.key != 0) place(s.key, s.value);
    }
    std::vector<Slot> m_slots = std::vector<Slot>(1024);
    std::size_t m_mask = 1023, m_count = 0;
};

/// The same for all threads, behind each one's own.
class SharedMemo {
public:
    std::optional<std::uint32_t> find(std::uint64_t key) {
        const std::lock_guard lock(m_mutex);
        const std::uint32_t* found = m_memo.find(key);
        return found ? std::optional(*found) : std::nullopt;
    }
    /// What stands there afterwards: the first word counts.
    std::uint32_t put(std::uint64_t key, std::uint32_t value) {
        const std::lock_guard lock(m_mutex);
        if (const std::uint32_t* found = m_memo.find(key)) return *found;
        m_memo.put(key, value);
        return value;
    }
    std::size_t bytes() const { return m_memo.bytes(); }

private:
    std::mutex m_mutex;
    Memo m_memo;
};

/// One thread's view: its own memo first, then the common one; `make` where nobody knows.
class Knowledge {
public:
    explicit Knowledge(SharedMemo& common) : m_common(&common) {}
    template <class Make>
    std::uint32_t get(std::uint32_t a, std::uint32_t b, Make make) {
        const std::uint64_t key = Memo::key(a, b);
        if (const std::uint32_t* found = m_own.find(key)) return *found;
        const auto known = m_common->find(key);
        const std::uint32_t value = known ? *known : m_common->put(key, make());
        m_own.put(key, value);
        return value;
    }
    std::size_t bytes() const { return m_own.bytes(); }

private:
    SharedMemo* m_common;
    Memo m_own;
};

}  // namespace zab
