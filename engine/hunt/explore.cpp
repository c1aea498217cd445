// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/explore.h"

#include "engine/hunt/breadth_search.h"
#include "engine/hunt/depth_search.h"
#include "engine/hunt/stage.h"
#include "engine/hunt/symmetry.h"

namespace zab {
namespace {

std::string cannotFit(const Stage& stage, const ExploreOptions& options) {
    const World& world = stage.lab().world();
    const bool connected = std::any_of(world.clients().begin(), world.clients().end(), [](const auto& c) { return c->client.isAlive(); });
    if (options.budgets.writes > 0 && !connected) return "Writes need a client: the script connects none.";
    if (options.budgets.heals > 0 && options.budgets.cuts == 0) {
        for (int a = 1; a <= world.config().serverCount(); ++a)
            for (int b = 1; b <= world.config().serverCount(); ++b)
                if (world.line(ServerId{a}, ServerId{b}).cut) return {};
        return "There is nothing to heal: the budget has no cuts, and the script cuts no link.";
    }
    return {};
}

}  // namespace

ExploreResult explore(const Script& script, const ExploreOptions& options, const std::function<bool(const ExploreProgress&)>& progress) {
    ExploreResult result;
    const Stage stage(script);
    result.problem = stage.problem();
    if (result.problem.empty()) result.problem = cannotFit(stage, options);
    if (!result.problem.empty()) {
        result.end = ExploreResult::End::BadInput;
        return result;
    }
    std::vector<Move> path;
    std::optional<Property> property;
    auto names = options.symmetry ? renamings(stage.lab().world(), stage.checker(), Purse(options.budgets)) : std::vector<Renaming>();
    for (bool again = true; again; names.clear()) {
        Shared shared;
        shared.renamings = names;
        result = {};
        path.clear();
        result.renamings = names.size() + 1;
        if (options.order == ExploreOptions::Order::Depth) property = DepthSearch(stage, options, shared, result, progress).run(path);
        else property = BreadthSearch(stage, options, shared, result, progress).run(path);
        again = shared.asymmetric;
    }
    if (!property) return result;
    const auto finding = stage.finding(path, *property, options.budgets);
    ZAB_CHECK(finding.has_value());   // the run that is played again comes to the same end
    result.findings.push_back(*finding);
    result.end = ExploreResult::End::Found;
    return result;
}

}  // namespace zab
