// SPDX-License-Identifier: GPL-3.0-or-later
// One server's one-shot watches: path -> sessions (connections) that wait (§7.1). Lives and dies with the connection.
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

class WatchTable {
public:
    void addData(const std::string& path, SessionId session);   ///< getData, and exists whether found or not
    void addChild(const std::string& path, SessionId session);  ///< getChildren
    void add(WatchKind kind, const std::string& path, SessionId session);
    std::size_t drop(SessionId session);                        ///< the connection is gone; how many watches went with it
    struct Fired {
        SessionId session;
        WatchEventType type;
        std::string path;
    };
    /// Removes and returns the watches that an applied transaction fires, in order; a deletion reaches a session once.
    std::vector<Fired> trigger(const std::vector<TreeChange>& changes);
    bool empty() const;
    const std::map<std::string, std::set<SessionId>, std::less<>>& dataWatches() const;
    const std::map<std::string, std::set<SessionId>, std::less<>>& childWatches() const;

private:
    using Table = std::map<std::string, std::set<SessionId>, std::less<>>;

    static void add(Cow<Table>& table, const std::string& path, SessionId session);
    static std::size_t dropFrom(Cow<Table>& table, SessionId session);
    static std::set<SessionId> take(Cow<Table>& table, const std::string& path);

    Cow<Table> m_data;
    Cow<Table> m_child;
};

}  // namespace zab
