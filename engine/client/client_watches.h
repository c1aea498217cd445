// SPDX-License-Identifier: GPL-3.0-or-later
// What a client remembers of its watches (ZKWatchManager): path -> watchers in five maps, registered with the answer, gone with the
// event unless they are persistent, sent again after a reconnect (§7.1, §7.3, §7.4). A watcher is an object of the application; here
// it is a name, and the empty name is the default watcher, the one that was given when the handle was made.
#pragma once

#include "engine/base/state_digest.h"
#include "engine/tree/request.h"
#include "engine/zab/rules.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace zab {

enum class ClientWatchKind : std::uint8_t { Data, Exist, Child, Persistent, Recursive, Count_ };

class ClientWatches {
public:
    using Watchers = std::set<std::string>;
    using Map = std::map<std::string, Watchers, std::less<>>;

    /// The answer to a call with a watch came: whether it leaves one, and in which map; the rule that says so.
    RuleId registered(const Request& request, const std::string& watcher, ErrorCode answer);
    /// Whom an event finds, each watcher once, and the rule that says how: MaterializeNothing if it finds nobody. One event is all
    /// that a one-shot watch gives. A change of state (None) finds the default watcher and all others, and every watch stays.
    struct Found {
        RuleId rule;
        Watchers watchers;
    };
    Found materialize(WatchEventType type, const std::string& path);
    /// removeWatches was answered: the watchers that go, by the event that they are told (ZKWatchManager.removeWatcher).
    std::vector<std::pair<WatchEventType, Watchers>> removed(const std::string& path, WatcherType type);

    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)
    bool empty() const { return size() == 0; }
    std::int64_t size() const;   ///< paths in all maps
    /// All of them in batches of about 128 KiB of paths, as they are sent again after a reconnect. O(watches).
    std::vector<WatchLists> batches(Zxid relative) const;
    const Map& of(ClientWatchKind kind) const { return m_maps[static_cast<std::size_t>(kind)]; }
    const Map& data() const { return of(ClientWatchKind::Data); }
    const Map& exist() const { return of(ClientWatchKind::Exist); }
    const Map& child() const { return of(ClientWatchKind::Child); }

private:
    Map& map(ClientWatchKind kind) { return m_maps[static_cast<std::size_t>(kind)]; }
    bool take(ClientWatchKind kind, const std::string& path, Watchers& to);
    std::array<Map, static_cast<std::size_t>(ClientWatchKind::Count_)> m_maps;
};

}  // namespace zab
