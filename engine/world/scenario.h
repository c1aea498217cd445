// SPDX-License-Identifier: GPL-3.0-or-later
// How a world begins: ensemble, network, disks, seed, and what is on each server's disk.
#pragma once

#include "engine/eureka/eureka_config.h"
#include "engine/lookup/consumer.h"
#include "engine/zab/config.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zab {

/// What a hand-made disk holds. Every transaction e.c creates the empty persistent znode /t-e-c.
struct DiskImage {
    struct Snapshot {
        Zxid zxid;               ///< file name
        std::vector<Zxid> txns;  ///< transactions whose znodes are in it
        bool broken = false;     ///< the end is cut off
        bool operator==(const Snapshot&) const = default;
    };
    std::optional<Epoch> acceptedEpoch;
    std::optional<Epoch> currentEpoch;
    std::optional<Epoch> currentEpochTmp;
    std::vector<Snapshot> snapshots;
    bool emptySnapshot = true;            ///< an empty snapshot.0 is there as well (only where `snapshots` is empty)
    std::vector<std::vector<Zxid>> log;   ///< one inner list per log file
    bool torn = false;                    ///< only half of the last record was written
    std::optional<Zxid> damaged;          ///< this record has a wrong checksum
    bool brandNew = false;                ///< nothing at all on the disk
    bool operator==(const DiskImage&) const = default;
};

struct NetworkConfig {
    SimTime latency = msec(2);        ///< one way, between servers and between client and server
    SimTime jitter{500};              ///< 0..jitter is added, drawn from the seed
    SimTime packetTime{20};           ///< time a sender needs for one packet: what makes a queue
    std::int64_t lossPpm = 0;         ///< probability of loss, millionths
    std::int64_t duplicatePpm = 0;
    SimTime retransmit = msec(200);   ///< delay of a lost packet on a connection (TCP)
    bool operator==(const NetworkConfig&) const = default;
};

struct DiskConfig {
    SimTime fsync = msec(5);          ///< latency of one fsync
    SimTime jitter{1000};
    bool operator==(const DiskConfig&) const = default;
};

/// What the explorer may do besides letting any pending input come next (engine/hunt/explore.h): so many of each kind on one path.
struct ExploreBudgets {
    int crashes = 0, restarts = 0, cuts = 0, heals = 0, drops = 0, timeouts = 0, writes = 0, reads = 0;
    int elections = -1;                    ///< so many servers become leaders at most; -1 = no matter how many
    static constexpr int kMost = 15;
    bool operator==(const ExploreBudgets&) const = default;
};

/// Every budget with the word for it in a script, in the order in which they are written.
struct ExploreBudget {
    const char* name;
    int ExploreBudgets::*value;
};
inline constexpr ExploreBudget kExploreBudgets[] = {
    {"crashes", &ExploreBudgets::crashes}, {"restarts", &ExploreBudgets::restarts}, {"cuts", &ExploreBudgets::cuts},
    {"heals", &ExploreBudgets::heals},     {"drops", &ExploreBudgets::drops},       {"timeouts", &ExploreBudgets::timeouts},
    {"writes", &ExploreBudgets::writes},   {"reads", &ExploreBudgets::reads},       {"elections", &ExploreBudgets::elections}};

struct Scenario {
    EnsembleConfig ensemble;
    NetworkConfig network;
    DiskConfig disk;
    std::uint64_t seed = 1;
    SimTime clientTimeout = msec(10000);   ///< session timeout that clients ask for
    EurekaConfig eureka;
    LookupConfig lookup;
    std::map<int, DiskImage> disks;        ///< by server id; missing = brand new
    std::optional<ExploreBudgets> explore;
    bool operator==(const Scenario&) const = default;
};

}  // namespace zab
