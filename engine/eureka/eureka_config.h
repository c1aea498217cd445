// SPDX-License-Identifier: GPL-3.0-or-later
// How the AP registry is configured. Names and values as in Netflix/eureka (EurekaServerConfig, EurekaClientConfig) unless said otherwise.
#pragma once

#include "engine/base/types.h"

namespace zab {

struct EurekaConfig {
    bool on = false;                       ///< a registry runs beside every ZooKeeper server
    SimTime renewal = sec(30);             ///< leaseRenewalIntervalInSeconds
    SimTime lease = sec(90);               ///< leaseExpirationDurationInSeconds
    SimTime eviction = sec(60);            ///< evictionIntervalTimerInMs
    SimTime fetch = sec(30);               ///< registryFetchIntervalSeconds
    SimTime cache = sec(30);               ///< responseCacheUpdateIntervalMs; 0: useReadOnlyResponseCache is off
    SimTime timeout = sec(5);              ///< eurekaServerConnectTimeoutSeconds: of a client's request
    SimTime thresholdUpdate = sec(900);    ///< renewalThresholdUpdateIntervalMs
    int renewalPercent = 85;               ///< renewalPercentThreshold
    int expectedClients = 1;               ///< of a server that found nothing to copy; Spring Cloud's default, 0 in Netflix's own server
    int syncRetries = 1;                   ///< numberRegistrySyncRetries: how often it tries to copy, 30 s apart. 5 in Eureka, which waits for peers that are not there yet
    bool selfPreservation = true;          ///< enableSelfPreservation
    bool operator==(const EurekaConfig&) const = default;
};

}  // namespace zab
