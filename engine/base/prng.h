// SPDX-License-Identifier: GPL-3.0-or-later
// The one seeded generator. Standard distributions differ between libraries, so the bounded draws are our own.
#pragma once

#include "engine/base/state_digest.h"

#include <cstdint>

namespace zab {

/// xoshiro256** seeded by splitmix64. A regular value: copying it copies the future.
class Prng {
public:
    explicit Prng(std::uint64_t seed = 1) {
        for (auto& w : m_s) {
            seed += 0x9e3779b97f4a7c15U;
            std::uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
            w = z ^ (z >> 31);
        }
    }
    std::uint64_t next() {
        const std::uint64_t result = rotl(m_s[1] * 5, 7) * 9;
        const std::uint64_t t = m_s[1] << 17;
        m_s[2] ^= m_s[0];
        m_s[3] ^= m_s[1];
        m_s[1] ^= m_s[2];
        m_s[0] ^= m_s[3];
        m_s[2] ^= t;
        m_s[3] = rotl(m_s[3], 45);
        return result;
    }
    /// Uniform in 0..n-1; 0 for n <= 1. Multiply-shift: the bias is below 2^-32 for the n used here.
    std::int64_t below(std::int64_t n) {
        if (n <= 1) return 0;
        return static_cast<std::int64_t>(((next() >> 32) * static_cast<std::uint64_t>(n)) >> 32);
    }
    /// True with probability ppm / 1,000,000.
    bool chance(std::int64_t ppm) { return ppm > 0 && below(1000000) < ppm; }
    bool operator==(const Prng&) const = default;
    void addTo(StateDigest& d) const { d.add(m_s[0], m_s[1], m_s[2], m_s[3]); }

private:
    static constexpr std::uint64_t rotl(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    std::uint64_t m_s[4];
};

}  // namespace zab
