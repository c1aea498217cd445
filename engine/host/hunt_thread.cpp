// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/hunt_thread.h"

#include "engine/hunt/small_runs.h"

#include <exception>
#include <utility>

namespace zab {
namespace {

HuntReport::End endOf(ExploreResult::End end) {
    using End = ExploreResult::End;
    switch (end) {
        case End::Exhausted:
        case End::Found: break;
        case End::Depth:
        case End::States: return HuntReport::End::Bounded;
        case End::Memory: return HuntReport::End::Memory;
        case End::Cancelled: return HuntReport::End::Cancelled;
        case End::BadInput: return HuntReport::End::Failed;
    }
    return HuntReport::End::Done;
}

}  // namespace

HuntThread::~HuntThread() {
    cancel();
    wait();
}

bool HuntThread::begin(Hunt hunt) {
    if (isRunning()) return false;
    m_hunt = std::move(hunt);
    m_cancelled.store(false);
    m_report = {};
    m_told = false;
    start(LowPriority);   // the run in the window goes on smoothly
    return true;
}

HuntReport HuntThread::report() {
    const std::lock_guard lock(m_mutex);
    m_told = false;
    return m_report;
}

void HuntThread::change(const std::function<void(HuntReport&)>& by) {
    bool tell = false;
    {
        const std::lock_guard lock(m_mutex);
        by(m_report);
        tell = !std::exchange(m_told, true);
    }
    if (tell) emit progressed();
}

void HuntThread::run() {
    try {
        std::visit([this](const auto& h) { hunt(h); }, m_hunt);
    } catch (const std::exception& e) {
        change([&](HuntReport& r) {
            r.end = HuntReport::End::Failed;
            r.problem = e.what();
        });
    }
}

void HuntThread::hunt(const ChaosOptions& options) {
    const ChaosResult result = runChaos(options, [this](const ChaosProgress& p) {
        change([&](HuntReport& r) {
            r.seed = p.seed;
            r.counts = p.counts;
            if (p.found) r.findings.push_back(*p.found);
        });
        return !m_cancelled.load();
    });
    ShortRuns shortRuns(options);
    shrinkFindings(result.findings, [&](Finding& f, const ShrinkOptions& shrinking) {
        ShortRun run = shortRuns.of(f, shrinking);
        f.script = std::move(run.script);
        f.property = run.property;
        if (run.isSmall) f.shownBy = run.seed;
    });
    change([&](HuntReport& r) {
        r.counts = result.counts;
        for (std::size_t i = 1; i < result.coverage.rules.size(); ++i)
            if (result.coverage.rules[i] > 0) r.rulesHit.push_back(static_cast<RuleId>(i));
        r.end = m_cancelled.load() ? HuntReport::End::Cancelled : HuntReport::End::Done;
    });
}

void HuntThread::hunt(const Exploration& exploration) {
    const ExploreResult result = explore(exploration.script, exploration.options, [this](const ExploreProgress& p) {
        change([&](HuntReport& r) { r.explored = p; });
        return !m_cancelled.load();
    });
    shrinkFindings(result.findings, [](Finding& f, const ShrinkOptions& shrinking) { f.script = shrink(f.script, f.property, shrinking); });
    change([&](HuntReport& r) {
        r.explored = result.totals;
        r.rulesHit = result.rulesHit;
        r.problem = result.problem;
        r.end = m_cancelled.load() && result.end != ExploreResult::End::BadInput ? HuntReport::End::Cancelled : endOf(result.end);
    });
}

void HuntThread::shrinkFindings(std::vector<Finding> findings, const std::function<void(Finding&, const ShrinkOptions&)>& shrinkOne) {
    change([&](HuntReport& r) {
        r.findings = findings;
        r.shrinking = !findings.empty();
    });
    for (std::size_t i = 0; i < findings.size() && !m_cancelled.load(); ++i) {
        if (!findings[i].broken.empty()) continue;   // no property that another run could be held against
        ShrinkOptions options;
        options.progress = [this](int) {
            change([](HuntReport& r) { ++r.replays; });
            return !m_cancelled.load();
        };
        shrinkOne(findings[i], options);
        change([&](HuntReport& r) { r.findings[i] = findings[i]; });
    }
    change([](HuntReport& r) { r.shrinking = false; });
}

}  // namespace zab
