// SPDX-License-Identifier: GPL-3.0-or-later
// One server's watches: path -> sessions (connections) that wait (§7.1). Lives and dies with the connection.
#pragma once

#include "engine/base/cow.h"
#include "engine/tree/data_tree.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zab {

enum class WatchKind : std::uint8_t { Data, Exist, Child };
/// What a watch has missed that was left at `since`, or nothing: then it is set again (DataTree.setWatches, §7.3).
std::optional<WatchEventType> missedEvent(const DataTree& tree, WatchKind kind, const std::string& path, Zxid since);

/// Two managers, for data and for children, each with one mode for a connection and a path. All calls: O(log paths), drop O(paths),
/// trigger with recursive watches O(depth log paths).
class WatchTable {
public:
    using Table = std::map<std::string, std::map<SessionId, WatchMode>, std::less<>>;

    /// getData, and exists whether found or not. True: a persistent watch of the connection is one-shot from now on, because the
    /// newer mode replaces the older (ZOOKEEPER-4466, cured in 3.9).
    bool addData(const std::string& path, SessionId session) { return add(m_data, path, session, WatchMode::Standard); }
    bool addChild(const std::string& path, SessionId session) { return add(m_child, path, session, WatchMode::Standard); }   ///< getChildren
    bool add(WatchKind kind, const std::string& path, SessionId session);
    void addPersistent(const std::string& path, SessionId session, WatchMode mode);   ///< addWatch: in both managers
    bool remove(const std::string& path, SessionId session, WatcherType type);        ///< removeWatches, whatever the mode; false: none was there
    std::size_t drop(SessionId session);                        ///< the connection is gone; how many watches went with it
    struct Fired {
        SessionId session;
        WatchEventType type;
        std::string path;
        bool stays = false;   ///< a persistent one
    };
    /// The watches that an applied transaction fires, in order, the one-shot ones being removed; a deletion reaches a session once.
    std::vector<Fired> trigger(const std::vector<TreeChange>& changes);
    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)
    bool empty() const { return m_data->empty() && m_child->empty(); }
    const Table& dataWatches() const { return *m_data; }
    const Table& childWatches() const { return *m_child; }

private:
    bool add(Cow<Table>& table, const std::string& path, SessionId session, WatchMode mode);
    bool removeFrom(Cow<Table>& table, const std::string& path, SessionId session);
    std::size_t dropFrom(Cow<Table>& table, SessionId session);
    std::map<SessionId, bool> take(Cow<Table>& table, const std::string& path, WatchEventType type);   ///< session -> stays

    Cow<Table> m_data;
    Cow<Table> m_child;
    std::int64_t m_recursive = 0;   ///< recursive ones in both
};

}  // namespace zab
