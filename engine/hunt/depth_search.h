// SPDX-License-Identifier: GPL-3.0-or-later
// One way to its end, then the next: finds deep states with little memory, and not the shortest way to them.
#pragma once

#include "engine/hunt/explore.h"
#include "engine/hunt/stage.h"
#include "engine/hunt/state_space.h"
#include "engine/hunt/visited.h"

#include <functional>
#include <optional>
#include <vector>

namespace zab {

class DepthSearch {
public:
    using Progress = std::function<bool(const ExploreProgress&)>;
    DepthSearch(const Stage& stage, const ExploreOptions& options, Shared& shared, ExploreResult& result, const Progress& progress)
        : m_options(options), m_result(result), m_progress(progress), m_shared(shared), m_space(shared, stage.lab().world(), options.property) {
        m_stack.push_back({m_space.first(stage.lab().world(), stage.checker(), Purse(options.budgets)), {}, 0});
    }
    std::optional<Property> run(std::vector<Move>& path);

private:
    struct Frame {
        State state;
        std::vector<Move> moves;
        std::size_t next;
    };
    bool mayGoOn();
    const ExploreOptions& m_options;
    ExploreResult& m_result;
    const Progress& m_progress;
    Shared& m_shared;
    StateSpace m_space;
    Visited m_visited;
    std::vector<Frame> m_stack;
    std::uint64_t m_told = 0;
    bool m_cutShort = false;
};

}  // namespace zab
