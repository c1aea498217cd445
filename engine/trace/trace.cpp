// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/trace/trace.h"

#include "engine/base/check.h"

#include <algorithm>
#include <string>

namespace zab {
namespace {

constexpr std::size_t kRecentChunks = 4;  // what a trace that does not keep its events still holds

// One multiplication per word, independent of each other, and one dependent step per event: append is the hottest call of all.
std::uint64_t fold(std::uint64_t word, std::uint64_t key) { return (word ^ (word >> 32) ^ key) * (key | 1); }

std::uint64_t fingerprint(const Event& e, std::uint64_t text) {
    const auto u = [](auto v) { return static_cast<std::uint64_t>(v); };
    const std::uint64_t kinds = u(e.kind) | (u(e.message) << 8) | (u(e.rule) << 16);
    const std::uint64_t actors = u(static_cast<std::uint32_t>(e.actor.value)) | (u(static_cast<std::uint32_t>(e.peer.value)) << 32);
    std::uint64_t h = fold(u(e.cause), 0x9e3779b97f4a7c15U) ^ (fold(u(e.time.us), 0xbf58476d1ce4e5b9U) >> 1);
    h += fold(kinds, 0x94d049bb133111ebU) ^ (fold(actors, 0xd6e8feb86659fd93U) >> 3);
    h ^= fold(u(e.args[0]), 0xa0761d6478bd642fU) + (fold(u(e.args[1]), 0xe7037ed1a0b428dbU) >> 5);
    h += fold(u(e.args[2]), 0x8ebc6af09c88c6e3U) ^ (fold(u(e.args[3]), 0x589965cc75374cc3U) >> 7);
    h ^= fold(u(e.args[4]), 0x1d8e4e27c47d124fU) + (fold(u(e.args[5]), 0xeb44accab455d165U) >> 9);
    return h + fold(text, 0x2127599bf4325c37U);
}

}  // namespace

void Trace::newChunk(std::size_t index) {
    if (m_keep || index < kRecentChunks) {
        m_chunks.push_back(std::make_unique<Event[]>(static_cast<std::size_t>(kChunk)));
        return;
    }
    const std::size_t oldest = index - kRecentChunks;
    m_chunks.push_back(std::move(m_chunks[oldest]));
    m_firstKept = static_cast<EventId>(oldest + 1) * kChunk;
}

EventId Trace::append(Event e) {
    const EventId id = m_size;
    const auto index = static_cast<std::size_t>(id >> kChunkBits);
    if (index == m_chunks.size()) newChunk(index);
    m_digest.add(fingerprint(e, e.text < 0 ? 0 : m_textDigests[static_cast<std::size_t>(e.text)]));
    e.id = id;
    m_chunks[index][static_cast<std::size_t>(id & (kChunk - 1))] = e;
    ++m_size;
    return id;
}

std::int32_t Trace::addText(std::string_view text) {
    const auto [it, added] = m_textIndex.try_emplace(std::string(text), static_cast<std::int32_t>(m_texts.size()));
    if (added) {
        m_texts.emplace_back(text);
        Digest d;
        d.add(text);
        m_textDigests.push_back(d.value());
    }
    return it->second;
}

const std::string& Trace::text(std::int32_t index) const {
    static const std::string none;
    return index < 0 || static_cast<std::size_t>(index) >= m_texts.size() ? none : m_texts[static_cast<std::size_t>(index)];
}

void Trace::truncate(EventId size, Digest digest) {
    ZAB_CHECK(size >= 0 && size <= m_size && (size == 0 || size >= m_firstKept));
    m_size = size;
    m_digest = digest;
    if (size < m_firstKept) {  // only a trace that does not keep its events, emptied
        m_chunks.clear();
        m_firstKept = 0;
    }
    m_chunks.resize(static_cast<std::size_t>((size + kChunk - 1) >> kChunkBits));
}

std::vector<EventId> Trace::causes(EventId id) const {
    std::vector<EventId> chain;
    while (id >= m_firstKept && id < m_size) {
        chain.push_back(id);
        const EventId cause = at(id).cause;
        if (cause >= id) break;  // a cause is always older
        id = cause;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
}

}  // namespace zab
