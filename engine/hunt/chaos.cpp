// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/chaos.h"

#include "engine/hunt/chaos_run.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

namespace zab {

void ChaosCounts::add(const ChaosCounts& o) {
    runs += o.runs;
    inputs += o.inputs;
    events += o.events;
    operations += o.operations;
    commits += o.commits;
    leaders += o.leaders;
    crashes += o.crashes;
    excused += o.excused;
    unjudged += o.unjudged;
    time += o.time;
    longestHealing = std::max(longestHealing, o.longestHealing);
}

namespace {

struct Played {
    Coverage coverage;
    ChaosCounts counts;
    std::optional<Finding> finding;
};

/// Hands out the seeds in order and takes the runs back in order, whoever is done first.
class Hunt {
public:
    Hunt(const ChaosOptions& options, const std::function<bool(const ChaosProgress&)>& progress)
        : m_options(options), m_progress(progress), m_next(options.firstSeed), m_due(options.firstSeed) {}

    void work() {
        while (const std::optional<std::uint64_t> seed = take()) {
            Played played = play(*seed);
            const std::lock_guard lock(m_mutex);
            m_done.emplace(*seed, std::move(played));
            merge();
        }
    }
    ChaosResult result() { return std::move(m_result); }

private:
    std::optional<std::uint64_t> take() {
        const std::lock_guard lock(m_mutex);
        if (m_over || m_handedOut || m_next > m_options.lastSeed) return {};
        m_handedOut = m_next == m_options.lastSeed;   // seeds may end at the largest number
        return m_next++;
    }
    Played play(std::uint64_t seed) const {
        ChaosRun run(m_options, seed);
        run.play();
        return {run.coverage(), run.counts(), run.finding()};
    }
    void merge() {
        for (auto at = m_done.find(m_due); at != m_done.end() && !m_over; at = m_done.find(m_due)) {
            const Played& p = at->second;
            m_result.coverage.add(p.coverage);
            m_result.counts.add(p.counts);
            if (p.finding) m_result.findings.push_back(*p.finding);
            if (m_progress && !m_progress({m_due, m_result.counts, p.finding ? &*p.finding : nullptr})) m_result.cancelled = m_over = true;
            m_over |= p.finding && m_options.stopAtFirst;
            m_done.erase(at);
            ++m_due;
        }
    }

    const ChaosOptions& m_options;
    const std::function<bool(const ChaosProgress&)>& m_progress;
    std::mutex m_mutex;
    std::uint64_t m_next, m_due;
    bool m_handedOut = false, m_over = false;
    std::map<std::uint64_t, Played> m_done;
    ChaosResult m_result;
};

}  // namespace

ChaosResult runChaos(const ChaosOptions& options, const std::function<bool(const ChaosProgress&)>& progress) {
    Hunt hunt(options, progress);
    std::vector<std::thread> threads;
    for (int i = 1; i < options.jobs; ++i) threads.emplace_back([&] { hunt.work(); });
    hunt.work();
    for (std::thread& t : threads) t.join();
    return hunt.result();
}

}  // namespace zab
