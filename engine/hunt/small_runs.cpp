// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/small_runs.h"

#include "engine/lab/lab.h"
#include "engine/script/script.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zab {
namespace {

constexpr SimTime kShort = sec(1);
constexpr int kFewOperations = 10;   ///< a second
constexpr std::size_t kTaken = 8;    ///< of those found, to be shrunk

ChaosOptions smaller(const ChaosOptions& options, int servers) {
    ChaosOptions small = options;
    small.firstSeed = 1;
    small.lastSeed = UINT64_MAX;
    small.stopAtFirst = false;
    if (small.servers == 0) small.servers = servers;
    small.length = small.length == SimTime{} ? kShort : std::min(small.length, kShort);
    if (small.operationsPerSecond == 0) small.operationsPerSecond = kFewOperations;
    return small;
}

/// What somebody who goes through it has to look at: inputs and commands, or the commands alone where healed servers are waited for.
std::int64_t lengthOf(const std::string& text, Property property) {
    auto parsed = parseScript(text, "run");
    const auto* script = std::get_if<Script>(&parsed);
    if (!script) return INT64_MAX;
    Lab lab(script->scenario, false);
    std::int64_t commands = 0;
    for (const Statement& s : script->statements) {
        bool failed = false;
        commands += std::holds_alternative<Command>(s.what);
        carryOut(s, lab, failed);
        if (lab.checker().isViolated(property)) break;
    }
    return isOfLiveness(property) ? commands : lab.step();
}

struct Candidate {
    Finding finding;
    ChaosOptions options;
    bool isSmall = true;
};

}  // namespace

ShortRun shortestRun(const Finding& found, const ChaosOptions& options, const ShrinkOptions& shrinking) {
    ShortRun best{found.script, found.seed, options};
    if (!found.broken.empty()) return best;
    bool over = false;
    int attempts = 0;
    const auto goesOn = [&] {
        over = over || (shrinking.progress && !shrinking.progress(++attempts));
        return !over;
    };

    std::vector<Candidate> candidates;
    for (const int servers : {3, 4}) {   // four: where halves of an ensemble matter
        const ChaosOptions small = smaller(options, servers);
        runChaos(small, [&](const ChaosProgress& p) {
            if (p.found && p.found->broken.empty() && p.found->property == found.property) candidates.push_back({*p.found, small});
            return goesOn() && candidates.size() < kTaken && p.counts.inputs < shrinking.inputs / 4;
        });
        if (!candidates.empty() || options.servers != 0) break;
    }
    candidates.push_back({found, options, false});
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.finding.inputs < b.finding.inputs; });
    candidates.resize(std::min(candidates.size(), kTaken));

    std::int64_t least = INT64_MAX;
    for (const Candidate& c : candidates) {
        ShrinkOptions part;
        part.inputs = shrinking.inputs / 2 / static_cast<std::int64_t>(candidates.size());
        part.progress = [&](int) { return goesOn(); };
        std::string script = shrink(c.finding.script, c.finding.property, part);
        const std::int64_t length = lengthOf(script, c.finding.property);
        if (length < least) {
            least = length;
            best = {std::move(script), c.finding.seed, c.options, c.isSmall};
        }
        if (over) break;
    }
    return best;
}

}  // namespace zab
