// SPDX-License-Identifier: GPL-3.0-or-later
// The states that were seen, by fingerprint: 16 bytes each and some room to find them quickly. In shards, so that threads share the work
// without a lock, and so that what is looked up together lies together.
#pragma once

#include "engine/base/state_digest.h"

#include <array>
#include <cstdint>
#include <vector>

namespace zab {

class Visited {
public:
    static constexpr std::size_t kShards = 256;
    static std::size_t shardOf(const Digest128& d) { return static_cast<std::size_t>(d.high >> 56); }

    /// True if it is new. One thread at a time for each shard.
    bool insert(const Digest128& d) {
        Shard& shard = m_shards[shardOf(d)];
        if ((shard.count + 1) * 4 > shard.slots.size() * 3) grow(shard);
        return place(shard, d.high == 0 && d.low == 0 ? Digest128{0, 1} : d);
    }
    std::uint64_t bytes() const {
        std::uint64_t sum = 0;
        for (const Shard& s : m_shards) sum += s.slots.size() * sizeof(Digest128);
        return sum;
    }

private:
    struct Shard {
        std::vector<Digest128> slots = std::vector<Digest128>(16);   ///< open addressing, a power of two; {0, 0} is empty
        std::size_t count = 0;
    };
    static bool place(Shard& shard, const Digest128& d) {
        const std::size_t mask = shard.slots.size() - 1;
        for (std::size_t i = static_cast<std::size_t>(d.low) & mask;; i = (i + 1) & mask) {
            Digest128& slot = shard.slots[i];
            if (slot == d) return false;
            if (slot.high != 0 || slot.low != 0) continue;
            slot = d;
            ++shard.count;
            return true;
        }
    }
    static void grow(Shard& shard) {
        std::vector<Digest128> old(shard.slots.size() * 2);
        old.swap(shard.slots);
        shard.count = 0;
        for (const Digest128& d : old)
            if (d.high != 0 || d.low != 0) place(shard, d);
    }
    std::array<Shard, kShards> m_shards;
};

}  // namespace zab
