// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/depth_search.h"

namespace zab {

std::optional<Property> DepthSearch::run(std::vector<Move>& path) {
    ExploreProgress& t = m_result.totals;
    t.distinct = t.generated = 1;
    std::optional<Property> property = m_space.violated(m_stack.back().state);
    m_visited.insert(m_space.digest(m_stack.back().state));
    m_space.moves(m_stack.back().state, m_stack.back().moves);
    State to;
    while (!property && !m_stack.empty() && mayGoOn()) {
        Frame& top = m_stack.back();
        if (top.next == top.moves.size()) {
            m_stack.pop_back();
            continue;
        }
        if (!m_space.step(top.state, top.moves[top.next++], to)) continue;
        ++t.generated;
        property = m_space.violated(to);
        if (property || !m_visited.insert(m_space.digest(to))) continue;
        ++t.distinct;
        t.depth = std::max(t.depth, static_cast<std::int64_t>(m_stack.size()));
        if (static_cast<std::int64_t>(m_stack.size()) >= m_options.maxDepth) {
            m_cutShort = true;
            continue;
        }
        m_stack.push_back({to, {}, 0});
        m_space.moves(to, m_stack.back().moves);
    }
    for (std::size_t i = 1; i < m_space.rules().size(); ++i)
        if (m_space.rules()[i]) m_result.rulesHit.push_back(static_cast<RuleId>(i));
    if (property)
        for (const Frame& f : m_stack)
            if (f.next > 0) path.push_back(f.moves[f.next - 1]);
    if (!property && m_stack.empty() && m_cutShort) m_result.end = ExploreResult::End::Depth;
    return property;
}

bool DepthSearch::mayGoOn() {
    using End = ExploreResult::End;
    ExploreProgress& t = m_result.totals;
    const auto end = [&](End why) {
        m_result.end = why;
        return false;
    };
    if (m_shared.asymmetric) return end(End::Cancelled);   // it begins again
    if (t.distinct >= m_options.maxStates) return end(End::States);
    if (m_space.effort() / kEffortPerProgress == m_told) return true;
    m_told = m_space.effort() / kEffortPerProgress;
    t.queue = m_stack.size();
    t.bytes = m_visited.bytes() + m_shared.bytes() + m_space.bytes() + m_stack.size() * (m_space.slots() * 4 + 100);
    if (t.bytes > m_options.memoryBytes) return end(End::Memory);
    return !m_progress || m_progress(t) || end(End::Cancelled);
}

}  // namespace zab
