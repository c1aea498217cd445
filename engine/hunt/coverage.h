// SPDX-License-Identifier: GPL-3.0-or-later
// What a hunt has come by: kinds of events and rules of the protocol, and how often.
#pragma once

#include "engine/base/event.h"
#include "engine/zab/rules.h"

#include <array>
#include <cstdint>
#include <vector>

namespace zab {

/// A plain value; adding is O(number of kinds and rules), counting an event O(1). What has never been hit is told of the protocol alone:
/// no hunt plays recipes, registries or lessons.
struct Coverage {
    std::array<std::int64_t, static_cast<std::size_t>(EventKind::Count_)> kinds{};
    std::array<std::int64_t, static_cast<std::size_t>(RuleId::Count_)> rules{};

    void count(const Event& e) {
        ++kinds[static_cast<std::size_t>(e.kind)];
        ++rules[static_cast<std::size_t>(e.rule)];
    }
    void add(const Coverage& other) {
        for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] += other.kinds[i];
        for (std::size_t i = 0; i < rules.size(); ++i) rules[i] += other.rules[i];
    }
    std::int64_t of(EventKind k) const { return kinds[static_cast<std::size_t>(k)]; }
    std::int64_t of(RuleId r) const { return rules[static_cast<std::size_t>(r)]; }
    std::vector<EventKind> kindsNeverHit() const {
        std::vector<EventKind> never;
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (kinds[i] == 0 && isProtocol(static_cast<EventKind>(i))) never.push_back(static_cast<EventKind>(i));
        return never;
    }
    std::vector<RuleId> rulesNeverHit() const {
        std::vector<RuleId> never;
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (rules[i] == 0 && isProtocol(static_cast<RuleId>(i))) never.push_back(static_cast<RuleId>(i));
        return never;
    }
    /// A rule of the protocol as it is: not of recipes and registries, nor of what is switched off or was a defect once.
    static bool isProtocol(RuleId r) { return r != RuleId::None && r < RuleId::RecipeMakesParents; }
    static bool isProtocol(EventKind k) {
        const bool recipe = k >= EventKind::RecipeAsked && k <= EventKind::ResourceAnswered;
        return k != EventKind::Say && k != EventKind::Violation && !recipe && k < EventKind::ClientStands;
    }
};

}  // namespace zab
