// SPDX-License-Identifier: GPL-3.0-or-later
// Delta debugging, and how long it may take.
#pragma once

#include "engine/hunt/shrink.h"
#include "engine/lab/lab.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace zab {

/// The client that acts in this command, if one does.
inline ActorId clientOf(const Command& c) {
    return std::visit([](const auto& command) {
        if constexpr (requires { ActorId(command.client); }) return ActorId(command.client);
        else return ActorId();
    }, c);
}

/// How many inputs may still be played, and who may end the search.
class Budget {
public:
    explicit Budget(const ShrinkOptions& options) : m_options(options), m_left(options.inputs) {}
    /// May there be another attempt?
    bool allows() {
        if (isSpent()) return false;
        m_over = m_options.progress && !m_options.progress(++m_attempts);
        return true;
    }
    void spend(std::int64_t inputs) { m_left -= inputs; }
    bool isSpent() const { return m_over || m_left <= m_kept; }
    std::int64_t left() const { return m_left; }
    /// So many are for what comes later.
    void keep(std::int64_t inputs) { m_kept = inputs; }

private:
    const ShrinkOptions& m_options;
    std::int64_t m_left;
    std::int64_t m_kept = 0;
    int m_attempts = 0;
    bool m_over = false;
};

/// Delta debugging (Zeller): drops ever smaller parts as long as what is left still fails. `attempt` returns what it has come to
/// (it may be less than it was given), or nothing. The first `size(items)` items may be dropped.
template <class Items, class Size, class Attempt>
void minimise(Items& items, Size droppable, Attempt attempt) {
    std::size_t parts = 2;
    while (droppable(items) >= 1) {
        const std::size_t n = droppable(items);
        parts = std::min(parts, n);
        const std::size_t chunk = (n + parts - 1) / parts;
        bool smaller = false;
        for (std::size_t end = n; end > 0 && !smaller;) {   // from the end: what came first led to what came later
            const std::size_t begin = end > chunk ? end - chunk : 0;
            Items candidate(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(begin));
            candidate.insert(candidate.end(), items.begin() + static_cast<std::ptrdiff_t>(end), items.end());
            if (auto reached = attempt(candidate)) {
                items = std::move(*reached);
                smaller = true;
            }
            end = begin;
        }
        if (smaller) parts = std::max<std::size_t>(parts - 1, 2);
        else if (chunk == 1) return;
        else parts *= 2;
    }
}

}  // namespace zab
