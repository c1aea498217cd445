// SPDX-License-Identifier: GPL-3.0-or-later
// An append-only sequence whose copies share their chunks: what makes logs and histories cheap to copy.
#pragma once

#include "engine/base/check.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace zab {

/// Copy: one reference count. push_back, at, pop_front, truncate: O(1) amortised; the first push_back after a copy clones
/// the spine (size / 256 pointers) and at most one chunk.
template <class T>
class PersistentLog {
public:
    std::size_t size() const { return m_end - m_begin; }
    bool empty() const { return m_end == m_begin; }
    const T& operator[](std::size_t i) const { return at(m_begin + i); }
    const T& front() const { return at(m_begin); }
    const T& back() const { return at(m_end - 1); }
    void push_back(T value) {
        Spine& spine = editSpine();
        const std::size_t chunk = (m_end >> kBits) - m_dropped;
        if (chunk == spine.size()) {
            spine.push_back(std::make_shared<Chunk>());
            spine.back()->reserve(kChunk);
        } else if (spine[chunk].use_count() != 1) {
            auto copy = std::make_shared<Chunk>();
            copy->reserve(kChunk);
            *copy = *spine[chunk];
            spine[chunk] = std::move(copy);
        }
        Chunk& c = *spine[chunk];
        c.resize(m_end & (kChunk - 1));   // forget what a truncation left behind
        c.push_back(std::move(value));
        ++m_end;
    }
    /// Keeps the first n entries.
    void truncate(std::size_t n) {
        if (n >= size()) return;
        m_end = m_begin + n;
        const std::size_t chunks = ((m_end + kChunk - 1) >> kBits) - m_dropped;
        if (m_spine && m_spine->size() > chunks) editSpine().resize(chunks);
    }
    void pop_front() {
        ZAB_CHECK(!empty());
        ++m_begin;
        if ((m_begin & (kChunk - 1)) == 0 && (m_begin >> kBits) - m_dropped >= 16) {
            Spine& spine = editSpine();
            const std::size_t gone = (m_begin >> kBits) - m_dropped;
            spine.erase(spine.begin(), spine.begin() + static_cast<std::ptrdiff_t>(gone));
            m_dropped += gone;
        }
    }
    void clear() { *this = PersistentLog(); }

private:
    static constexpr std::size_t kBits = 8;
    static constexpr std::size_t kChunk = std::size_t{1} << kBits;
    using Chunk = std::vector<T>;
    using Spine = std::vector<std::shared_ptr<Chunk>>;
    const T& at(std::size_t i) const { return (*(*m_spine)[(i >> kBits) - m_dropped])[i & (kChunk - 1)]; }
    Spine& editSpine() {
        if (!m_spine) m_spine = std::make_shared<Spine>();
        else if (m_spine.use_count() != 1) m_spine = std::make_shared<Spine>(*m_spine);
        return *m_spine;
    }
    std::shared_ptr<Spine> m_spine;
    std::size_t m_begin = 0, m_end = 0;
    std::size_t m_dropped = 0;   ///< chunks removed from the front of the spine
};

}  // namespace zab
