// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/breadth_search.h"

#include "engine/base/check.h"

#include <algorithm>
#include <thread>

namespace zab {

BreadthSearch::BreadthSearch(const Stage& stage, const ExploreOptions& options, Shared& shared, ExploreResult& result, const Progress& progress)
    : m_options(options), m_result(result), m_progress(progress), m_shared(shared), m_barrier(options.jobs) {
    for (int i = 0; i < options.jobs; ++i) m_workers.push_back(std::make_unique<Worker>(shared, stage.lab().world(), options.property));
    StateSpace& space = m_workers.front()->space;
    m_slots = space.slots();
    m_level = space.first(stage.lab().world(), stage.checker(), Purse(options.budgets));
    m_visited.insert(space.digest(m_level));
    m_links.push_back({UINT32_MAX, {}});
    result.totals.distinct = result.totals.generated = 1;
}

std::optional<Property> BreadthSearch::run(std::vector<Move>& path) {
    if (const auto property = m_workers.front()->space.violated(m_level)) return property;
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < m_workers.size(); ++i) threads.emplace_back([this, i] { work(i); });
    while (mayGoOn()) batch();
    m_done = true;
    m_barrier.arrive_and_wait();
    for (std::thread& t : threads) t.join();
    std::bitset<static_cast<std::size_t>(RuleId::Count_)> rules;
    for (const auto& w : m_workers) rules |= w->space.rules();
    for (std::size_t i = 1; i < rules.size(); ++i)
        if (rules[i]) m_result.rulesHit.push_back(static_cast<RuleId>(i));
    std::optional<Bad> bad;
    for (const auto& w : m_workers)
        if (w->bad && (!bad || w->bad->parent < bad->parent)) bad = w->bad;
    if (!bad) return std::nullopt;
    path = {bad->move};
    for (std::uint32_t i = bad->parent; i != 0; i = m_links[i].parent) path.push_back(m_links[i].move);
    std::reverse(path.begin(), path.end());
    return bad->property;
}

void BreadthSearch::work(std::size_t worker) {
    for (;;) {
        m_barrier.arrive_and_wait();
        if (m_done) return;
        expand(worker);
        m_barrier.arrive_and_wait();
        takeIn(worker);
        m_barrier.arrive_and_wait();
        m_barrier.arrive_and_wait();   // the first one arranges
        place(worker);
        m_barrier.arrive_and_wait();
    }
}

void BreadthSearch::batch() {
    m_to = std::min(m_from + kBatch, m_level.size() / m_slots);
    m_barrier.arrive_and_wait();
    expand(0);
    m_barrier.arrive_and_wait();
    takeIn(0);
    m_barrier.arrive_and_wait();
    arrange();
    m_barrier.arrive_and_wait();
    place(0);
    m_barrier.arrive_and_wait();
    settleBatch();
}

/// Each worker has a run of states that stand beside each other.
void BreadthSearch::expand(std::size_t index) {
    Worker& w = *m_workers[index];
    for (Found& f : w.found) f.clear();
    const std::size_t jobs = m_workers.size(), all = m_to - m_from;
    const std::size_t begin = m_from + all * index / jobs, end = m_from + all * (index + 1) / jobs;
    std::vector<Move> moves;
    State from(m_slots), to;
    for (std::size_t i = begin; i < end && !m_cancelled.load(std::memory_order_relaxed); ++i) {
        if (index == 0) tell();
        std::copy_n(m_level.begin() + static_cast<std::ptrdiff_t>(i * m_slots), m_slots, from.begin());
        const auto number = static_cast<std::uint32_t>(m_firstNumber + i);
        w.space.moves(from, moves);
        for (const Move& move : moves) {
            if (!w.space.step(from, move, to)) continue;
            ++w.generated;
            if (const auto property = w.space.violated(to); property && !w.bad) w.bad = Bad{number, 0, move, *property};
            const Digest128 digest = w.space.digest(to);
            Found& found = w.found[Visited::shardOf(digest)];
            found.digests.push_back(digest);
            found.parents.push_back(number);
            found.moves.push_back(move);
            found.states.insert(found.states.end(), to.begin(), to.end());
        }
    }
}

/// By the calling thread, as often per second however slow the steps are: what others have generated counts from the next batch on.
void BreadthSearch::tell() {
    const Worker& w = *m_workers.front();
    if (!m_progress || w.space.effort() / kEffortPerProgress == m_told) return;
    m_told = w.space.effort() / kEffortPerProgress;
    ExploreProgress now = m_result.totals;
    now.generated = std::max(now.generated, w.generated);
    if (!m_progress(now)) m_cancelled = true;
}

void BreadthSearch::takeIn(std::size_t index) {
    for (std::size_t shard = index; shard < Visited::kShards; shard += m_workers.size()) {
        m_fresh[shard].clear();
        for (std::size_t w = 0; w < m_workers.size(); ++w) {
            const Found& found = m_workers[w]->found[shard];
            for (std::size_t i = 0; i < found.digests.size(); ++i)
                if (m_visited.insert(found.digests[i])) m_fresh[shard].emplace_back(static_cast<std::uint32_t>(w), static_cast<std::uint32_t>(i));
        }
    }
}

void BreadthSearch::arrange() {
    m_offset[0] = m_nextCount;
    for (std::size_t shard = 0; shard < Visited::kShards; ++shard) m_offset[shard + 1] = m_offset[shard] + m_fresh[shard].size();
    m_nextCount = m_offset.back();
    m_next.resize(m_nextCount * m_slots);
    m_links.resize(m_links.size() + m_offset.back() - m_offset.front());
    ZAB_CHECK(m_links.size() < UINT32_MAX);
}

void BreadthSearch::place(std::size_t index) {
    const std::size_t levelEnd = m_links.size() - m_nextCount;   // the number of the first state of the next level
    for (std::size_t shard = index; shard < Visited::kShards; shard += m_workers.size()) {
        std::size_t at = m_offset[shard];
        for (const auto& [w, i] : m_fresh[shard]) {
            const Found& found = m_workers[w]->found[shard];
            std::copy_n(found.states.begin() + static_cast<std::ptrdiff_t>(i * m_slots), m_slots, m_next.begin() + static_cast<std::ptrdiff_t>(at * m_slots));
            m_links[levelEnd + at] = {found.parents[i], found.moves[i]};
            ++at;
        }
    }
}

void BreadthSearch::settleBatch() {
    ExploreProgress& t = m_result.totals;
    t.generated = 1;
    for (const auto& w : m_workers) t.generated += w->generated;
    t.distinct = m_links.size();
    m_from = m_to;
    if (m_from * m_slots < m_level.size()) return;
    m_firstNumber = static_cast<std::uint32_t>(m_links.size() - m_nextCount);
    m_level.swap(m_next);
    m_next.clear();
    m_from = m_nextCount = 0;
    t.depth += !m_level.empty();
}

std::uint64_t BreadthSearch::bytes() const {
    std::uint64_t sum = m_visited.bytes() + m_links.capacity() * sizeof(Link) + (m_level.capacity() + m_next.capacity()) * sizeof(std::uint32_t) + m_shared.bytes();
    for (const auto& w : m_workers) sum += w->space.bytes();
    return sum;
}

bool BreadthSearch::mayGoOn() {
    using End = ExploreResult::End;
    ExploreProgress& t = m_result.totals;
    t.queue = m_level.size() / m_slots - m_from + m_nextCount;
    t.bytes = bytes();
    const auto end = [&](End why) {
        m_result.end = why;
        return false;
    };
    if (m_shared.asymmetric) return end(End::Cancelled);   // it begins again
    for (const auto& w : m_workers)
        if (w->bad) return end(End::Found);
    if (m_cancelled) return end(End::Cancelled);
    if (m_level.empty()) return end(End::Exhausted);
    if (t.depth >= m_options.maxDepth) return end(End::Depth);
    if (t.distinct >= m_options.maxStates) return end(End::States);
    if (t.bytes > m_options.memoryBytes) return end(End::Memory);
    return true;
}

}  // namespace zab
