// SPDX-License-Identifier: GPL-3.0-or-later
// Every decision of the protocol has a rule: an id, its source in ZooKeeper, and a sentence with operands.
#pragma once

#include "engine/base/event.h"

#include <optional>
#include <span>
#include <string_view>

namespace zab {

enum class RuleId : std::uint16_t {
    None,
#define ZAB_RULE(id, source, section, sentence, ...) id,
#include "engine/zab/rules_list.h"
#undef ZAB_RULE
    Count_
};

struct RuleInfo {
    std::string_view id;        ///< stable name, e.g. "VoteNewerZxidWins"; what `expect rule` in a script takes
    std::string_view source;    ///< Class.method in ZooKeeper 3.8
    std::string_view section;   ///< section of the protocol reference, e.g. "2.4"
    const char* sentence;       ///< English, translated with context "Rule"; %1..%6 are the operands in order
    std::span<const Operand> operands;
};

const RuleInfo& ruleInfo(RuleId rule);
/// The rule of that name (exact spelling), if there is one.
std::optional<RuleId> ruleByName(std::string_view name);

}  // namespace zab
