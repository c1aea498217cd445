// SPDX-License-Identifier: GPL-3.0-or-later
// A 128-bit fingerprint of a state: equal where nothing that may come can tell two states apart. Times, events and numbers that only
// count are left out. Each class adds its own members by naming all of them, so that a new member does not compile until somebody
// has decided whether it matters. Same calls, same value, on every machine. Not cryptographic.
#pragma once

#include "engine/base/types.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace zab {

struct Digest128 {
    std::uint64_t high = 0, low = 0;
    bool operator==(const Digest128&) const = default;
    auto operator<=>(const Digest128&) const = default;
    /// Sums of fingerprints: of sets, and of states made of parts that change one by one.
    Digest128& operator+=(Digest128 o) { return high += o.high, low += o.low, *this; }
    Digest128& operator-=(Digest128 o) { return high -= o.high, low -= o.low, *this; }
};

/// Servers by other names: a permutation of their ids. With it a fingerprint is the one of the state in which they stand in each other's place.
class Renaming {
public:
    Renaming() { for (int i = 0; i <= kMaxServers; ++i) m_name[at(i)] = m_whose[at(i)] = static_cast<std::uint8_t>(i); }
    void exchange(ServerId a, ServerId b) {
        std::swap(m_name[at(a.value)], m_name[at(b.value)]);
        m_whose[m_name[at(a.value)]] = static_cast<std::uint8_t>(a.value);
        m_whose[m_name[at(b.value)]] = static_cast<std::uint8_t>(b.value);
    }
    ServerId nameOf(ServerId s) const { return {m_name[at(s.value)]}; }
    ServerId whose(ServerId name) const { return {m_whose[at(name.value)]}; }
    bool operator==(const Renaming&) const = default;

private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    std::array<std::uint8_t, kMaxServers + 1> m_name{}, m_whose{};
};

class StateDigest {
public:
    /// `names`: how servers are called, if not by their ids; must outlive the digest.
    explicit StateDigest(const Renaming* names = nullptr) : m_names(names) {}
    ServerId nameOf(ServerId s) const { return m_names ? m_names->nameOf(s) : s; }
    void add(ServerId s) { word(static_cast<std::uint64_t>(nameOf(s).value)); }
    void add(ActorId a) { a.isServer() ? add(a.server()) : word(static_cast<std::uint64_t>(a.value)); }
    /// Calls f for servers 1 to n in the order of their names: for what is kept by server.
    template <class F>
    void byServer(int n, F f) {
        for (int i = 1; i <= n; ++i) f(m_names ? m_names->whose({i}) : ServerId{i});
    }
    /// The number of a connection between servers: a count, and which one opened it (Learner.connectToLeader).
    void addConnection(std::uint32_t connection) {
        if (!m_names || connection == 0) return word(connection);
        const auto opener = static_cast<int>(connection % kMaxServers) + 1;
        word(connection - static_cast<std::uint32_t>(opener) + static_cast<std::uint32_t>(nameOf({opener}).value));
    }
    template <class T>
        requires(std::is_integral_v<T> || std::is_enum_v<T>)
    void add(T v) { word(static_cast<std::uint64_t>(v)); }
    void add(std::string_view s) {
        std::uint64_t h = 0xcbf29ce484222325U;
        for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        word(h);
        word(s.size());
    }
    /// The strong types: whatever has nothing but a value.
    template <class T>
        requires requires(const T& t) { t.value + 0; }
    void add(const T& t) { word(static_cast<std::uint64_t>(t.value)); }
    template <class T>
        requires requires(const T& t, StateDigest& d) { t.addTo(d); }
    void add(const T& t) { t.addTo(*this); }
    template <class T>
    void add(const std::optional<T>& o) {
        add(o.has_value());
        if (o) add(*o);
    }
    /// Elements in order, and how many.
    template <class C>
        requires requires(const C& c) { c.begin() != c.end(); c.size(); } && (!std::is_convertible_v<const C&, std::string_view>)
    void add(const C& c) {
        word(c.size());
        for (const auto& element : c) add(element);
    }
    template <class A, class... B>
        requires(sizeof...(B) > 0)
    void add(const A& a, const B&... b) {
        add(a);
        (add(b), ...);
    }
    Digest128 value() const {
        Digest128 v{mixed(m_a + 0x9e3779b97f4a7c15U * m_count), mixed(m_b ^ 0xc2b2ae3d27d4eb4fU * m_count)};
        v.high ^= v.low >> 29;
        return v;
    }

private:
    static constexpr std::uint64_t mixed(std::uint64_t x) {
        x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdU;
        x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53U;
        return x ^ (x >> 33);
    }
    void word(std::uint64_t v) {
        ++m_count;
        m_a = (mixed(m_a ^ v) + 0x9e3779b97f4a7c15U) * 0xd6e8feb86659fd93U;
        m_b = mixed(m_b + v * 0xa0761d6478bd642fU) ^ (m_b << 7 | m_b >> 57);
    }
    const Renaming* m_names;
    std::uint64_t m_a = 0x243f6a8885a308d3U, m_b = 0x13198a2e03707344U, m_count = 0;
};

}  // namespace zab
