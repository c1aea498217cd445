// SPDX-License-Identifier: GPL-3.0-or-later
// The append-only record of a run. A cache: it can be computed again from the document.
#pragma once

#include "engine/base/digest.h"
#include "engine/base/event.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zab {

class Trace {
public:
    /// keep = false: count and digest, and only the newest events can be read (benchmarks), see firstKept().
    explicit Trace(bool keep = true) : m_keep(keep) {}

    EventId append(Event e);                       ///< sets e.id; O(1)
    std::int32_t addText(std::string_view text);   ///< index for Event::text; equal texts share one index
    EventId size() const { return m_size; }
    bool keeps() const { return m_keep; }
    /// The oldest event that at() can still give: 0 unless keep = false, which keeps at least the newest 12,288.
    EventId firstKept() const { return m_firstKept; }
    const Event& at(EventId id) const { return m_chunks[static_cast<std::size_t>(id >> kChunkBits)][static_cast<std::size_t>(id & (kChunk - 1))]; }
    const std::string& text(std::int32_t index) const;   ///< "" for -1
    const std::deque<std::string>& texts() const { return m_texts; }
    std::uint64_t digest() const { return m_digest.value(); }
    /// Forgets the events from `size` on; `digest` is the digest there (kept in checkpoints).
    void truncate(EventId size, Digest digest);
    Digest digestState() const { return m_digest; }
    /// The chain of causes that ends at `id`, oldest first.
    std::vector<EventId> causes(EventId id) const;

private:
    static constexpr int kChunkBits = 12;
    static constexpr EventId kChunk = EventId{1} << kChunkBits;
    void newChunk(std::size_t index);

    bool m_keep;
    EventId m_size = 0;
    EventId m_firstKept = 0;
    Digest m_digest;
    std::vector<std::unique_ptr<Event[]>> m_chunks;
    std::deque<std::string> m_texts;
    std::vector<std::uint64_t> m_textDigests;  // by text index: the trace's digest must not depend on the order of texts
    std::unordered_map<std::string, std::int32_t> m_textIndex;  // looked up, never iterated
};

/// One JSON object for one event, without line end: {"id":…,"cause":…,"t":…,"kind":…,…}; documented in resources/LANGUAGE.md.
std::string toJson(const Event& e, const Trace& trace);

}  // namespace zab
