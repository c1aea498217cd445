// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/small_runs.h"

#include "engine/lab/lab.h"
#include "engine/script/script.h"
#include "engine/zab/variants.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zab {
namespace {

constexpr SimTime kShort = sec(1);
constexpr int kFewOperations = 10;   ///< a second
constexpr std::size_t kGathered = 256;
constexpr std::size_t kTaken = 16;    ///< of those, the smallest, to be shrunk
constexpr std::int64_t kPartOfTheRest = 10;   ///< of the inputs are for each further finding of a property
constexpr std::size_t kTakenToWait = 6;    ///< where each of them takes long to play

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
    const ChaosOptions* options = nullptr;
    bool isSmall = true;
};

/// What the rules that are off guard, if it is of the same sort as what was found: safety, or what a demand owes.
std::set<Property> guarded(const Finding& found, const Variants& variants) {
    std::set<Property> out;
    for (int i = 0; i < static_cast<int>(Seal::Count_); ++i) {
        const auto seal = static_cast<Seal>(i);
        const Property property = propertyByName(sealInfo(seal).guards).value();
        if (!variants.holds(seal) && isOfLiveness(property) == isOfLiveness(found.property)) out.insert(property);
    }
    return out;
}

}  // namespace

ShortRun ShortRuns::of(const Finding& found, const ShrinkOptions& shrinking) {
    ShortRun best{found.script, found.property, found.seed, m_hunt};
    if (!found.broken.empty()) return best;
    if (m_shown.contains(found.property)) {   // its smallest run has been shown
        ShrinkOptions little = shrinking;
        little.inputs /= kPartOfTheRest;
        best.script = shrink(found.script, found.property, little);
        return best;
    }
    bool over = false;
    int attempts = 0;
    const auto goesOn = [&] {
        over = over || (shrinking.progress && !shrinking.progress(++attempts));
        return !over;
    };

    std::set<Property> better = guarded(found, m_hunt.variants);
    std::erase_if(better, [this](Property p) { return m_shown.contains(p); });
    const ChaosOptions small[] = {smaller(m_hunt, 3), smaller(m_hunt, 4)};   // four: where halves of an ensemble matter
    std::vector<Candidate> candidates, second;
    for (const ChaosOptions& options : small) {
        runChaos(options, [&](const ChaosProgress& p) {
            const bool isSame = p.found && p.found->broken.empty() && p.found->property == found.property;
            if (p.found && p.found->broken.empty() && better.contains(p.found->property)) candidates.push_back({*p.found, &options});
            else if (isSame && second.size() < kGathered) second.push_back({*p.found, &options});
            return goesOn() && (better.empty() ? second : candidates).size() < kGathered && p.counts.inputs < shrinking.inputs / 2;
        });
        if (!candidates.empty() || !second.empty() || m_hunt.servers != 0) break;
    }
    (better.contains(found.property) ? candidates : second).push_back({found, &m_hunt, false});
    if (candidates.empty()) candidates = std::move(second);
    // Where healed servers are waited for, the wait is what most inputs belong to, and the commands are what counts.
    const bool waits = isOfLiveness(found.property);
    const auto sizeOf = [waits](const Candidate& c) { return waits ? static_cast<std::int64_t>(c.finding.script.size()) : c.finding.inputs; };
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) { return sizeOf(a) < sizeOf(b); });
    candidates.resize(std::min(candidates.size(), waits ? kTakenToWait : kTaken));

    std::int64_t least = INT64_MAX;
    for (const Candidate& c : candidates) {
        ShrinkOptions part;
        part.inputs = shrinking.inputs / 2 / static_cast<std::int64_t>(candidates.size());
        part.progress = [&](int) { return goesOn(); };
        std::string script = shrink(c.finding.script, c.finding.property, part);
        const std::int64_t length = lengthOf(script, c.finding.property);
        if (length < least) {
            least = length;
            best = {std::move(script), c.finding.property, c.finding.seed, *c.options, c.isSmall};
        }
        if (over) break;
    }
    m_shown.insert(best.property);
    return best;
}

}  // namespace zab
