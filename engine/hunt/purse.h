// SPDX-License-Identifier: GPL-3.0-or-later
// What a path of the explorer may still spend.
#pragma once

#include "engine/base/state_digest.h"
#include "engine/world/scenario.h"

#include <array>
#include <cstdint>

namespace zab {

/// What a move costs. Free: an input of the ensemble itself.
enum class Cost : std::uint8_t { Crash, Restart, Cut, Heal, Drop, Timeout, Write, Read, Free };
constexpr std::size_t kCosts = static_cast<std::size_t>(Cost::Free);

/// What comes of a move and has its price as well.
struct Toll {
    int leads = 0;      ///< so many servers became leaders
    int givenUp = 0;    ///< so many gave up on a leader whose process is there: it took too long to lead (§3.8)
    bool operator==(const Toll&) const = default;
};

struct Purse {
    std::array<std::uint8_t, kCosts> left{};
    std::uint8_t writes = 0;       ///< made so far: they name the znodes
    std::int8_t elections = -1;    ///< left; -1 = no matter how many

    Purse() = default;
    explicit Purse(const ExploreBudgets& b) : elections(static_cast<std::int8_t>(b.elections)) {
        const std::array<int, kCosts> all{b.crashes, b.restarts, b.cuts, b.heals, b.drops, b.timeouts, b.writes, b.reads};
        for (std::size_t i = 0; i < kCosts; ++i) left[i] = static_cast<std::uint8_t>(all[i]);
    }
    bool has(Cost c) const { return c == Cost::Free || left[static_cast<std::size_t>(c)] > 0; }
    /// The price of a move and of what comes of it: whoever gives up on a leader has waited for a timeout. False: there is not enough.
    bool pay(Cost c, Toll toll) {
        std::uint8_t& timeouts = left[static_cast<std::size_t>(Cost::Timeout)];
        if (!has(c) || (elections >= 0 && toll.leads > elections) || toll.givenUp + (c == Cost::Timeout) > timeouts) return false;
        if (elections >= 0) elections = static_cast<std::int8_t>(elections - toll.leads);
        timeouts = static_cast<std::uint8_t>(timeouts - toll.givenUp);
        if (c == Cost::Free) return true;
        --left[static_cast<std::size_t>(c)];
        writes = static_cast<std::uint8_t>(writes + (c == Cost::Write));
        return true;
    }
    void addTo(StateDigest& d) const { d.add(left, writes, elections); }
    bool operator==(const Purse&) const = default;
};

}  // namespace zab
