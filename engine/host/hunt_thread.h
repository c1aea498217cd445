// SPDX-License-Identifier: GPL-3.0-or-later
// A thread for one hunt at a time: chaos or the explorer. Neither the engine thread nor the window ever waits for it.
#pragma once

#include "engine/hunt/chaos.h"
#include "engine/hunt/explore.h"
#include "engine/hunt/shrink.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

namespace zab {

struct Exploration {
    Script script;
    ExploreOptions options;
};
using Hunt = std::variant<ChaosOptions, Exploration>;

/// What a hunt has come to, as values.
struct HuntReport {
    /// Done: every seed was played, or every state was seen, or something was found. Bounded: the explorer came to the depth or the
    /// number of states that it was given.
    enum class End : std::uint8_t { Running, Done, Bounded, Memory, Cancelled, Failed } end = End::Running;
    std::string problem;              ///< Failed: one sentence why
    bool shrinking = false;           ///< a finding is being made as short as it gets
    int replays = 0;                  ///< of findings, to make them shorter
    std::uint64_t seed = 0;           ///< chaos: done, with all before it
    ChaosCounts counts;               ///< chaos
    ExploreProgress explored;         ///< explorer
    std::vector<Finding> findings;
    std::vector<RuleId> rulesHit;     ///< at the end
};

class HuntThread : public QThread {
    Q_OBJECT

public:
    using QThread::QThread;
    ~HuntThread() override;   ///< cancels, and waits for the end of a look at the cancel flag

    /// False if a hunt is still on. Returns at once.
    bool begin(Hunt hunt);
    /// Ends it where it is; what was found stays. Thread-safe, returns at once.
    void cancel() { m_cancelled.store(true); }
    /// How far it is. Thread-safe.
    HuntReport report();

signals:
    /// There is something new to report; not sent again until report() was called.
    void progressed();

protected:
    void run() override;

private:
    void hunt(const ChaosOptions& options);
    void hunt(const Exploration& exploration);
    void shrinkFindings(std::vector<Finding> findings, const std::function<void(Finding&, const ShrinkOptions&)>& shrinkOne);
    void change(const std::function<void(HuntReport&)>& by);

    Hunt m_hunt;
    std::atomic<bool> m_cancelled{false};
    std::mutex m_mutex;
    HuntReport m_report;
    bool m_told = false;   ///< progressed() is on its way
};

}  // namespace zab
