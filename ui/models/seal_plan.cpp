// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/seal_plan.h"

#include "engine/base/check.h"

#include <QtGlobal>

#include <algorithm>

namespace zab {
namespace {

constexpr const char* kTitle = QT_TRANSLATE_NOOP("Lesson", "An ensemble that does not keep to every rule");
constexpr const char* kReady = QT_TRANSLATE_NOOP("Lesson", "The broken seals above name the rules that are switched off. Write, crash and cut: which lamp turns red?");

}  // namespace

std::string freshHead(int servers, EnumSet<Seal> broken) {
    std::string text = "servers " + std::to_string(servers) + "\n";
    std::string off;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Seal::Count_); ++i)
        if (broken.has(static_cast<Seal>(i))) off += " " + std::string(sealInfo(static_cast<Seal>(i)).id);
    return off.empty() ? text : text + "without" + off + "\n";
}

Script scriptWithout(const SealPlan& plan, const Script& present) {
    if (plan.servers > 0) {
        const std::string text = "title \"" + std::string(kTitle) + "\"\n" + freshHead(plan.servers, plan.broken) + "say \"" + kReady + "\"\nstart all\n";
        auto parsed = parseScript(text, "without.lab");
        ZAB_CHECK(std::holds_alternative<Script>(parsed));
        return std::get<Script>(std::move(parsed));
    }
    Script script = present;
    script.scenario.ensemble.variants.broken = plan.broken;
    std::erase_if(script.statements, [](const Statement& statement) { return std::holds_alternative<Expect>(statement.what); });
    return script;
}

}  // namespace zab
