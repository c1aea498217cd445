// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/replay.h"

#include "engine/script/script.h"
#include "engine/script/words.h"

namespace zab {

std::string documentOf(const Scenario& scenario, const std::vector<LoggedCommand>& commands, const std::string& title) {
    return "version " + std::to_string(script::kDocumentVersion) + "\n" + formatScript(scenario, commands, title);
}

Finding findingOf(const Lab& lab, const ViolationFound& violation, const std::string& title) {
    Finding f;
    f.property = violation.property;
    f.event = violation.event;
    f.step = lab.step();
    f.inputs = static_cast<std::int64_t>(lab.world().events());
    f.script = documentOf(lab.scenario(), lab.commands(), title) + "at " + script::secondsText(lab.world().now()) + " after " +
               std::to_string(lab.step()) + " expect violation " + std::string(propertyInfo(violation.property).id) + "\n";
    return f;
}

Replayed replay(const Scenario& scenario, const std::vector<LoggedCommand>& commands, SimTime end, Property property, const std::string& title) {
    Lab lab(scenario, false);
    Replayed out;
    std::size_t looked = 0;
    const auto fallen = [&] {
        const auto& all = lab.checker().violations();
        for (; looked < all.size() && !out.violation; ++looked)
            if (all[looked].property == property) out.violation = all[looked];
        return out.violation.has_value();
    };
    const auto runTo = [&](SimTime time) {
        while (!fallen() && lab.stepInput(time)) {}
        if (!fallen()) lab.advanceTo(time);
        fallen();   // a demand falls by time alone
    };
    std::int64_t step = -1;
    for (const LoggedCommand& c : commands) {
        if (c.time > end) break;
        if (c.step <= 0 || c.step != step + 1 || c.time != lab.world().now()) runTo(c.time);   // else nothing came in between
        step = c.step;
        if (fallen()) break;
        lab.execute(c.command);   // what makes no sense any more changes nothing
    }
    runTo(end);
    out.inputs = lab.step();
    out.end = lab.world().now();
    out.goodEnd = hasGoodEnd(lab, property);
    out.commands = lab.commands();
    if (out.violation) out.finding = findingOf(lab, *out.violation, title);
    return out;
}

Scenario withAllRules(Scenario scenario) {
    scenario.ensemble.variants = {};
    return scenario;
}

bool hasGoodEnd(const Lab& lab, Property property) { return lab.checker().violations().empty() && (!isOfLiveness(property) || lab.checker().liveness().isMet(property)); }

}  // namespace zab
