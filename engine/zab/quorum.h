// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of servers and what makes a quorum of them (§2.5).
#pragma once

#include "engine/base/state_digest.h"
#include "engine/zab/config.h"

#include <bit>
#include <cstdint>

namespace zab {

/// A set of server ids 1..31 as bits.
class ServerSet {
public:
    constexpr void add(ServerId s) { m_bits |= bit(s); }
    constexpr void remove(ServerId s) { m_bits &= ~bit(s); }
    constexpr bool has(ServerId s) const { return (m_bits & bit(s)) != 0; }
    constexpr int count() const { return std::popcount(m_bits); }
    constexpr void clear() { m_bits = 0; }
    constexpr std::uint32_t bits() const { return m_bits; }
    constexpr bool operator==(const ServerSet&) const = default;
    void addTo(StateDigest& d) const {
        std::uint32_t bits = 0;
        forEach([&](ServerId s) { bits |= bit(d.nameOf(s)); });
        d.add(bits);
    }
    template <class F>
    constexpr void forEach(F f) const {
        for (std::uint32_t b = m_bits; b != 0; b &= b - 1) f(ServerId{std::countr_zero(b)});
    }

private:
    static constexpr std::uint32_t bit(ServerId s) { return 1U << s.value; }
    std::uint32_t m_bits = 0;
};

/// More than half of the voters (QuorumMaj), or of the groups by weight (QuorumHierarchical) where groups are configured.
bool isMajority(const EnsembleConfig& config, ServerSet set);
/// The same, unless Seal::QuorumMajority is broken: then half is enough.
bool isQuorum(const EnsembleConfig& config, ServerSet set);
/// How many equal voters make a quorum, those of `have` among them: with groups it depends on who they are. O(servers log servers).
int quorumSize(const EnsembleConfig& config, ServerSet have = {});
/// The members of `set` that vote.
ServerSet votersOf(const EnsembleConfig& config, ServerSet set);

}  // namespace zab
