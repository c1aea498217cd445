// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/zab/rules.h"

#include "engine/base/check.h"

// Marks the sentences for lupdate; the engine itself knows nothing of translation.
#define QT_TRANSLATE_NOOP(context, text) text

namespace zab {
namespace {

using T = OperandType;

#define ZAB_RULE(id, source, section, sentence, ...) constexpr Operand kOperands##id[] = {__VA_ARGS__};
#include "engine/zab/rules_list.h"
#undef ZAB_RULE

constexpr RuleInfo kRules[] = {
    {"None", "", "", "", {}},
#define ZAB_RULE(id, source, section, sentence, ...) {#id, source, section, sentence, kOperands##id},
#include "engine/zab/rules_list.h"
#undef ZAB_RULE
};

}  // namespace

const RuleInfo& ruleInfo(RuleId rule) {
    ZAB_CHECK(rule < RuleId::Count_);
    return kRules[static_cast<std::size_t>(rule)];
}

std::optional<RuleId> ruleByName(std::string_view name) {
    for (std::size_t i = 1; i < std::size(kRules); ++i)
        if (kRules[i].id == name) return static_cast<RuleId>(i);
    return std::nullopt;
}

// Declared with the event; here, because it takes the rule: a timer that only sets itself again is no decision to speak of.
bool isNoise(const Event& e) {
    return eventSchema(e.kind).noise || e.message == MessageType::Ping || e.message == MessageType::ClientPing || e.rule == RuleId::TimerHeardMeanwhile;
}

}  // namespace zab
