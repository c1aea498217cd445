// SPDX-License-Identifier: GPL-3.0-or-later
// What a recipe has in hand while it takes an input: pure values in, calls and decisions out.
#pragma once

#include "engine/base/prng.h"
#include "engine/client/recipes/recipe_options.h"
#include "engine/tree/request.h"
#include "engine/zab/effects.h"

#include <string>
#include <vector>

namespace zab {

/// What the connection has come to, as the EventThread tells it.
enum class LinkState : std::uint8_t { Down, Up, Over };   ///< Disconnected, SyncConnected, Expired or Closed

/// A callback: a change of the connection (type None), or an event of a watch.
struct Heard {
    WatchEventType type = WatchEventType::None;
    LinkState link = LinkState::Up;
    std::string path;
};

struct RecipeContext {
    SimTime now;
    ClientId client;
    SessionId session;              ///< the present one; none without a connection to any server so far
    Prng& random;                   ///< of this client alone: names must not depend on what others do
    Effects& out;
    std::vector<Request>& calls;    ///< sent after the step, in order; each answer comes back to this recipe

    /// A fact or a decision about the recipe at `path`.
    void note(EventKind kind, RuleId rule, const std::string& path, std::array<std::int64_t, 6> args) {
        out.note(kind, args, {}, rule);
        out.text(path);
    }
    void decided(RuleId rule, const std::string& path, std::array<std::int64_t, 6> operands) { note(EventKind::Decided, rule, path, operands); }
};

/// A random (version 4) UUID as Java and Python write it, with or without its hyphens.
std::string makeUuid(Prng& random, bool hyphens);
/// The number at the end of a sequential znode's name, -1 if there is none (§5.2).
std::int64_t sequenceNumber(std::string_view name);
/// "/a/b" of "/a/b/c"; the name behind the last slash.
std::string joined(const std::string& path, std::string_view name);
std::string_view nameIn(std::string_view path);
/// The outcome is unknown: the connection or the session ended before the answer.
constexpr bool isUnknown(ErrorCode e) { return e == ErrorCode::ConnectionLoss || e == ErrorCode::SessionExpired || e == ErrorCode::SessionMoved; }
/// What Curator stores where nothing else is said: the address of the host (CuratorFrameworkFactory.getLocalAddress).
std::string localAddress(ClientId client);
/// Where an instance of a service listens that was given no address: on Tomcat's port of that host.
std::string serviceAddress(ClientId client);

}  // namespace zab
