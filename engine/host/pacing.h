// SPDX-License-Identifier: GPL-3.0-or-later
// How fast play goes. Wall time decides only how much is done before the next look at the queue, never what happens.
#pragma once

#include <cstdint>

namespace zab {

struct Pacing {
    enum class Mode : std::uint8_t {
        VirtualTime,  ///< rate = virtual seconds per second
        Events        ///< rate = inputs carried out per second; pings and timers count a tenth
    } mode = Mode::Events;
    double rate = 4;
    bool unlimited = false;  ///< as fast as the machine can
    bool operator==(const Pacing&) const = default;
};

/// Turns wall time into an allowance. Plain arithmetic, so that it can be tested without a clock.
class Pacer {
public:
    static constexpr double kNoiseCost = 0.1;

    void setPacing(const Pacing& pacing) { m_pacing = pacing; restart(); }
    const Pacing& pacing() const { return m_pacing; }
    /// Forgets what was saved up (after a pause, a step or a change of speed).
    void restart() { m_credit = 0; m_virtualUs = 0; }

    /// `wallUs` have passed. A stall (a slow machine, a debugger) is not made up for: at most 100 ms count.
    void pass(std::int64_t wallUs) {
        const double us = static_cast<double>(wallUs > 100000 ? 100000 : wallUs);
        if (m_pacing.mode == Pacing::Mode::VirtualTime) m_virtualUs += us * m_pacing.rate;
        else m_credit += us * m_pacing.rate / 1e6;
    }
    /// Events: an input may be carried out now.
    bool mayFire() const { return m_pacing.unlimited || m_pacing.mode == Pacing::Mode::VirtualTime || m_credit >= 1; }
    void fired(bool noise) { m_credit -= noise ? kNoiseCost : 1; }
    /// Events: how far the way to the next input has been gone, 0..1; the clock glides with it so that packets move.
    double way() const { return m_credit < 0 ? 0 : m_credit > 1 ? 1 : m_credit; }
    /// VirtualTime: whole microseconds that may pass; what is taken is gone.
    std::int64_t takeVirtual() {
        const auto us = static_cast<std::int64_t>(m_virtualUs);
        m_virtualUs -= static_cast<double>(us);
        return us;
    }
    void giveBackVirtual(std::int64_t us) { m_virtualUs += static_cast<double>(us); }

private:
    Pacing m_pacing;
    double m_credit = 0;
    double m_virtualUs = 0;
};

}  // namespace zab
