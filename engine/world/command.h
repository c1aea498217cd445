// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a person, a script or a random run can do to a world. A run is version + scenario + these.
#pragma once

#include "engine/base/types.h"
#include "engine/client/client.h"
#include "engine/client/recipes/recipe_options.h"
#include "engine/tree/request.h"
#include "engine/world/input_name.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace zab {

// Servers
struct StartServers { std::vector<ServerId> servers; bool operator==(const StartServers&) const = default; };  ///< all at once
/// Of what was not fsynced nothing is lost (keepUnsynced), or all but its first `keep` records; torn: half of the next one stays.
struct CrashServer { ServerId server; bool keepUnsynced = false; std::int64_t keep = 0; bool torn = false; bool operator==(const CrashServer&) const = default; };
struct FreezeServer { ServerId server; bool frozen = true; bool operator==(const FreezeServer&) const = default; };
struct ForceTimeout { ServerId server; bool operator==(const ForceTimeout&) const = default; };
struct SetFsync { ServerId server; SimTime latency; SimTime jitter; bool operator==(const SetFsync&) const = default; };
/// Its disk reports every fsync as done and writes nothing until it is honest again; server 0 = all.
struct SetLying { ServerId server; bool lies = true; bool operator==(const SetLying&) const = default; };
struct SetClock { ServerId server; int percent = 100; bool operator==(const SetClock&) const = default; };   ///< how fast its clock goes
// Links (b may be 0 = all others of a)
struct CutLink { ServerId a, b; bool oneWay = false; bool operator==(const CutLink&) const = default; };
struct HealLink { ServerId a, b; bool operator==(const HealLink&) const = default; };
struct Partition { std::vector<std::vector<ServerId>> sides; bool operator==(const Partition&) const = default; };
struct HealAll { bool operator==(const HealAll&) const = default; };
struct SetLink { ServerId a, b; SimTime latency; SimTime jitter; std::int64_t lossPpm = 0; std::int64_t duplicatePpm = 0; bool operator==(const SetLink&) const = default; };
// Packets by their sequence number in the pending list, and any input by what it is
struct DropPacket { std::uint64_t sequence; bool operator==(const DropPacket&) const = default; };
struct DuplicatePacket { std::uint64_t sequence; bool operator==(const DuplicatePacket&) const = default; };
struct DeliverNext { std::uint64_t sequence; bool operator==(const DeliverNext&) const = default; };
/// Any pending input that may come next, by its description: it fires now, the clock moves to its due time unless that has passed;
/// what should have come before it comes late.
struct DeliverInput { InputName input; bool operator==(const DeliverInput&) const = default; };
/// A packet, by its description: lost as DropPacket has it.
struct DropInput { InputName input; bool operator==(const DropInput&) const = default; };
/// A packet that is not on a connection, by its description: it comes once more.
struct DuplicateInput { InputName input; bool operator==(const DuplicateInput&) const = default; };
/// Time passes, and nothing comes: what falls due meanwhile comes late.
struct PassTime { SimTime time; bool operator==(const PassTime&) const = default; };
struct DelayPacket { std::uint64_t sequence; SimTime by; bool operator==(const DelayPacket&) const = default; };
// Clients. Where there is a `last`, it is for all from `client` to it (0: for this one alone).
struct ConnectClient { ClientId client; ServerId server; SimTime timeout; ClientId last{}; bool operator==(const ConnectClient&) const = default; };  ///< server 0 = any; moves it if it is connected
struct ClientCall { ClientId client; Request request; CallManner manner = {}; bool operator==(const ClientCall&) const = default; };
struct CloseClient { ClientId client; ClientId last{}; bool operator==(const CloseClient&) const = default; };       ///< closes the session
struct CrashClient { ClientId client; ClientId last{}; bool operator==(const CrashClient&) const = default; };       ///< the client dies silently
/// A client that keeps `outstanding` writes of `bytes` bytes to `path` on their way until `total` are done (0 = for ever).
struct ClientLoad { ClientId client; int outstanding = 1; int bytes = 100; std::int64_t total = 0; bool operator==(const ClientLoad&) const = default; };
struct SetCallbackTime { ClientId client; SimTime takes; bool operator==(const SetCallbackTime&) const = default; };   ///< of every callback that begins from now on
/// Its whole process stands still, as in a long pause of the garbage collector. What it is told meanwhile it does first when it goes on.
struct FreezeClient { ClientId client; bool frozen = true; bool operator==(const FreezeClient&) const = default; };
// Recipes (§10)
struct StartRecipe { ClientId client; RecipeOptions options; ClientId last{}; bool operator==(const StartRecipe&) const = default; };
/// Gives back, resigns, leaves, stops: the word for it depends on the recipe.
struct LeaveRecipe { ClientId client; RecipeEnd end{}; std::string path; ClientId last{}; bool operator==(const LeaveRecipe&) const = default; };
/// A write to the resource that a lock protects, with the fencing token of the client's lock; unfenced: the resource does not look at it.
struct UseResource { ClientId client; std::string path, data; bool fenced = true; ClientId last{}; bool operator==(const UseResource&) const = default; };
// Services: who provides one plays a recipe, and registers with Eureka as well
struct StandAt { ClientId client; ServerId server; bool operator==(const StandAt&) const = default; };   ///< beside it: cut off with it; 0 = nowhere
/// One lookup now (every = -1), or one each time that long has passed (0 ends it).
struct LookupService { ClientId client; std::string path; SimTime every{-1}; bool operator==(const LookupService&) const = default; };
/// From now on these servers, which are healed, have to elect a leader, commit what is written and hold equal trees within that time.
struct Demand { std::vector<ServerId> servers; SimTime within; bool operator==(const Demand&) const = default; };
// The lesson
struct Say { std::string text; bool operator==(const Say&) const = default; };

using Command = std::variant<StartServers, CrashServer, FreezeServer, ForceTimeout, SetFsync, SetLying, SetClock, CutLink, HealLink, Partition, HealAll,
                             SetLink, DropPacket, DuplicatePacket, DeliverNext, DelayPacket, DeliverInput, DropInput, DuplicateInput, PassTime, ConnectClient,
                             ClientCall, CloseClient, CrashClient, ClientLoad, SetCallbackTime, FreezeClient, StartRecipe, LeaveRecipe, UseResource, StandAt,
                             LookupService, Demand, Say>;

}  // namespace zab
