// SPDX-License-Identifier: GPL-3.0-or-later
// The small strong types of the lab: who, when, and which transaction. Protocol reference: chapter 1.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace zab {

/// A member of the ensemble ("myid"); 1..kMaxServers, 0 means none.
struct ServerId {
    std::int32_t value = 0;
    constexpr auto operator<=>(const ServerId&) const = default;
    constexpr explicit operator bool() const { return value != 0; }
};

/// A simulated client; 1.. in order of creation, 0 means none.
struct ClientId {
    std::int32_t value = 0;
    constexpr auto operator<=>(const ClientId&) const = default;
    constexpr explicit operator bool() const { return value != 0; }
};

/// Whoever an event or a packet belongs to: >0 the server of that id, <0 the client -id, 0 the lab itself.
struct ActorId {
    std::int32_t value = 0;
    constexpr ActorId() = default;
    constexpr ActorId(ServerId s) : value(s.value) {}   // NOLINT: a server is an actor
    constexpr ActorId(ClientId c) : value(-c.value) {}  // NOLINT: a client is an actor
    constexpr auto operator<=>(const ActorId&) const = default;
    constexpr bool isServer() const { return value > 0; }
    constexpr bool isClient() const { return value < 0; }
    constexpr ServerId server() const { return {value > 0 ? value : 0}; }
    constexpr ClientId client() const { return {value < 0 ? -value : 0}; }
};

/// A ZooKeeper session id; 0 means none. The top byte is the server that created it (§6.1).
struct SessionId {
    std::int64_t value = 0;
    constexpr auto operator<=>(const SessionId&) const = default;
    constexpr explicit operator bool() const { return value != 0; }
};

/// An epoch (acceptedEpoch, currentEpoch, peerEpoch): a plain number, see §1.3 for which is which.
using Epoch = std::int64_t;
/// A round of the election ("logicalclock", "electionEpoch", §1.3).
using Round = std::int64_t;

/// A transaction id: epoch in the high 32 bits, counter in the low 32 (§1.2). Counter 0 never belongs to a transaction.
struct Zxid {
    std::int64_t value = 0;
    static constexpr Zxid make(Epoch epoch, std::int64_t counter) {
        return {static_cast<std::int64_t>((static_cast<std::uint64_t>(epoch) << 32) |
                                          (static_cast<std::uint64_t>(counter) & 0xffffffffU))};
    }
    constexpr Epoch epoch() const { return value >> 32; }
    constexpr std::int64_t counter() const { return value & 0xffffffff; }
    constexpr Zxid next() const { return {value + 1}; }
    constexpr Zxid previous() const { return {value - 1}; }
    constexpr auto operator<=>(const Zxid&) const = default;
};

/// Virtual time and durations in microseconds.
struct SimTime {
    std::int64_t us = 0;
    constexpr auto operator<=>(const SimTime&) const = default;
    constexpr SimTime operator+(SimTime o) const { return {us + o.us}; }
    constexpr SimTime operator-(SimTime o) const { return {us - o.us}; }
    constexpr SimTime operator*(std::int64_t k) const { return {us * k}; }
    constexpr SimTime& operator+=(SimTime o) { us += o.us; return *this; }
};
constexpr SimTime usec(std::int64_t n) { return {n}; }
constexpr SimTime msec(std::int64_t n) { return {n * 1000}; }
constexpr SimTime sec(std::int64_t n) { return {n * 1000000}; }
constexpr SimTime kNever{INT64_MAX};

/// Index of an event in the trace; kNoEvent where there is none.
using EventId = std::int64_t;
constexpr EventId kNoEvent = -1;

/// "2.8": epoch and counter in decimal; "-1" for the untrusted empty database (§1.2), "none" for the smallest value.
std::string toString(Zxid z);
/// "S3", "C1", or "lab".
std::string toString(ActorId a);

constexpr int kMaxServers = 15;

}  // namespace zab
