// SPDX-License-Identifier: GPL-3.0-or-later
// What Eureka's clients and servers say to each other over HTTP.
#pragma once

#include "engine/zab/message.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace zab {

/// What a client says of itself. Never changed: a new registration is a new value.
struct InstanceInfo {
    std::string app;        ///< "SERVICES.ORDERS"
    std::string id;         ///< instanceId: the address
    ClientId owner;
    SimTime lastDirty;      ///< lastDirtyTimestamp: when the client last changed what it says
};
using InstanceRef = std::shared_ptr<const InstanceInfo>;

enum class EurekaAction : std::uint8_t { Register, Heartbeat, Cancel };

struct EurekaRequestBody final : Opaque {
    explicit EurekaRequestBody(InstanceRef i) : instance(std::move(i)) {}
    const InstanceRef instance;
};
struct EurekaBatchBody final : Opaque {
    struct Item {
        EurekaAction action{};
        InstanceRef instance;
    };
    explicit EurekaBatchBody(std::vector<Item> i) : items(std::move(i)) {}
    const std::vector<Item> items;
};
/// To a request its status, to a fetch the registry, to a batch a status for each item.
struct EurekaResponseBody final : Opaque {
    struct Item {
        int status = 200;
        InstanceRef instance;   ///< 409: what the peer has
    };
    int status = 200;
    std::vector<InstanceRef> registry;
    SimTime asOf;               ///< when the registry was as it says
    std::vector<Item> items;
};

/// "/services/orders" -> "SERVICES.ORDERS": the name of an application in Eureka, which has no paths and no small letters.
std::string eurekaApp(const std::string& path);

}  // namespace zab
