// SPDX-License-Identifier: GPL-3.0-or-later
// A running 64-bit fingerprint: same calls, same value, on every machine. Not cryptographic.
#pragma once

#include <cstdint>
#include <string_view>

namespace zab {

class Digest {
public:
    void add(std::uint64_t v) {
        m_value ^= v + 0x9e3779b97f4a7c15U + (m_value << 6) + (m_value >> 2);
        m_value *= 0xff51afd7ed558ccdU;
        m_value ^= m_value >> 32;
    }
    void add(std::int64_t v) { add(static_cast<std::uint64_t>(v)); }
    void add(int v) { add(static_cast<std::uint64_t>(static_cast<std::int64_t>(v))); }
    void add(bool v) { add(static_cast<std::uint64_t>(v)); }
    void add(std::string_view s) {
        std::uint64_t h = 0xcbf29ce484222325U;
        for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        add(h);
        add(static_cast<std::uint64_t>(s.size()));
    }
    std::uint64_t value() const { return m_value; }
    bool operator==(const Digest&) const = default;

private:
    std::uint64_t m_value = 0x243f6a8885a308d3U;
};

}  // namespace zab
