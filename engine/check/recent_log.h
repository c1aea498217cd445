// SPDX-License-Identifier: GPL-3.0-or-later
// A sequence that remembers its newest entries only, with cheap copies: copies share chunks, the first change clones one.
#pragma once

#include "engine/base/check.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace zab {

/// Entries have absolute positions begin()..end()-1 that stay theirs when older ones are forgotten.
/// At least the newest kKept entries are remembered. Push is O(1) amortised, access O(1), copy O(chunks).
template <class T>
class RecentLog {
public:
    static constexpr std::int64_t kChunk = 256;
    static constexpr std::int64_t kKept = 32768;

    std::int64_t begin() const { return m_begin; }
    std::int64_t end() const { return m_end; }
    bool empty() const { return m_begin == m_end; }
    std::int64_t size() const { return m_end - m_begin; }

    const T& operator[](std::int64_t i) const {
        const std::int64_t offset = i - m_begin;
        return (*m_chunks[static_cast<std::size_t>(offset / kChunk)])[static_cast<std::size_t>(offset % kChunk)];
    }
    const T& back() const { return (*this)[m_end - 1]; }
    T& edit(std::int64_t i) {
        ZAB_CHECK(i >= m_begin && i < m_end);
        return slot(i);
    }

    void push(const T& value) {
        if ((m_end - m_begin) % kChunk == 0) {
            if (m_end - m_begin >= kKept + kChunk) {
                m_chunks.erase(m_chunks.begin());
                m_begin += kChunk;
            }
            m_chunks.push_back(std::make_shared<Chunk>());
        }
        ++m_end;
        slot(m_end - 1) = value;
    }
    /// Forgets the entries from `end` on.
    void cut(std::int64_t end) {
        ZAB_CHECK(end >= m_begin && end <= m_end);
        m_end = end;
        m_chunks.resize(static_cast<std::size_t>((m_end - m_begin + kChunk - 1) / kChunk));
    }
    void clear() { *this = RecentLog(); }

private:
    using Chunk = std::array<T, kChunk>;
    T& slot(std::int64_t i) {
        const std::int64_t offset = i - m_begin;
        auto& chunk = m_chunks[static_cast<std::size_t>(offset / kChunk)];
        if (chunk.use_count() != 1) chunk = std::make_shared<Chunk>(*chunk);
        return (*chunk)[static_cast<std::size_t>(offset % kChunk)];
    }
    std::vector<std::shared_ptr<Chunk>> m_chunks;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
};

}  // namespace zab
