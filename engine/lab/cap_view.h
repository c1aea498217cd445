// SPDX-License-Identifier: GPL-3.0-or-later
// One service in two registries at one moment (§13): plain values, part of the ClusterView.
#pragma once

#include "engine/base/types.h"
#include "engine/lookup/consumer.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace zab {

/// What a registry has done for those who stand on one side. Every lookup is fresh, stale or refused.
struct CapCounts {
    std::int64_t fresh = 0, stale = 0, refused = 0;
    std::int64_t retried = 0;      ///< of the answered: an instance was called in vain
    std::int64_t lost = 0;         ///< of the answered: no instance answered
    SimTime stalenessMedian, stalenessMax;   ///< of the stale ones
    std::int64_t answered() const { return fresh + stale; }
    std::int64_t asked() const { return fresh + stale + refused; }
};
/// The same within one stretch of time, for a plot.
struct CapPoint {
    SimTime time;                  ///< where the stretch begins
    std::int64_t fresh = 0, stale = 0, refused = 0;
    SimTime staleness;             ///< the oldest
};
struct CapSideView {
    std::vector<ServerId> servers;       ///< connected with each other; empty: those who stand nowhere and reach all
    std::vector<ClientId> clients;       ///< who stands there now
    bool present = false;                ///< the network is cut like that now, or not at all
    std::array<CapCounts, static_cast<std::size_t>(Registry::Count_)> counts;
    std::array<std::vector<CapPoint>, static_cast<std::size_t>(Registry::Count_)> points;   ///< at most kPoints, the same stretches for all
};
struct CapLeaseView {
    std::string instance, app;
    ClientId owner;
    SimTime registered, expiry;    ///< times, not durations
};
struct CapServerView {
    ServerId id;
    bool eureka = false;           ///< its process runs
    bool selfPreserving = false;
    int renewsLastMinute = 0, threshold = 0, expected = 0;   ///< more than `threshold` renewals are needed
    std::vector<CapLeaseView> leases;
    bool zooKeeper = false;        ///< its ZooKeeper server serves
    std::vector<std::string> znodes;   ///< instances as its tree has them, by path and name
};
struct CapClientView {
    ClientId id;
    ServerId at;                   ///< beside which it stands
    std::vector<std::string> provides;
    std::vector<std::string> cache;    ///< instances in its copy of Eureka's registry
    bool fetched = false;
    SimTime cacheAge;
    ServerId eurekaServer;         ///< the one that it asks
    SimTime every;                 ///< between two lookups; 0 = none
};
struct CapView {
    static constexpr int kPoints = 240;

    bool eureka = false;               ///< the run has it
    bool any = false;                  ///< something was provided or looked up
    SimTime lookupEvery;
    std::vector<std::string> paths;    ///< of the services
    std::vector<std::string> truth;    ///< instances that live
    std::vector<CapSideView> sides;    ///< the present ones first
    SimTime pointStart, pointWidth;    ///< of the points
    std::vector<CapServerView> servers;
    std::vector<CapClientView> clients;   ///< that have to do with services, or stand somewhere
};

}  // namespace zab
