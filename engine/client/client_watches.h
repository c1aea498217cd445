// SPDX-License-Identifier: GPL-3.0-or-later
// What a client remembers of its watches (ZKWatchManager): registered with the answer, gone with the event, sent again after a
// reconnect (§7.1, §7.3).
#pragma once

#include "engine/tree/request.h"
#include "engine/zab/rules.h"

#include <set>
#include <string>

namespace zab {

class ClientWatches {
public:
    /// The answer to a read with a watch came: whether it leaves one, and of which kind; the rule that says so.
    RuleId registered(const Request& request, ErrorCode answer);
    /// An event came; one event is all that a watch gives. Whose watchers it finds, as a rule: MaterializeNothing if it finds none.
    /// A change of state (None) finds the default watcher and leaves the maps as they are.
    RuleId materialize(WatchEventType type, const std::string& path);
    bool empty() const { return m_data.empty() && m_exist.empty() && m_child.empty(); }
    std::int64_t size() const { return static_cast<std::int64_t>(m_data.size() + m_exist.size() + m_child.size()); }
    /// All of them, as SetWatches carries them. O(watches).
    WatchLists lists(Zxid relative) const;
    const std::set<std::string>& data() const { return m_data; }
    const std::set<std::string>& exist() const { return m_exist; }
    const std::set<std::string>& child() const { return m_child; }

private:
    std::set<std::string> m_data, m_exist, m_child;
};

}  // namespace zab
