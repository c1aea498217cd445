// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tree/watches.h"

namespace zab {

std::optional<WatchEventType> missedEvent(const DataTree& tree, WatchKind kind, const std::string& path, Zxid since) {
    const Znode* node = tree.find(path);
    switch (kind) {
    case WatchKind::Data:
        if (!node) return WatchEventType::NodeDeleted;
        if (node->mzxid > since) return WatchEventType::NodeDataChanged;
        break;
    case WatchKind::Exist:
        if (node) return WatchEventType::NodeCreated;
        break;
    case WatchKind::Child:
        if (!node) return WatchEventType::NodeDeleted;
        if (node->pzxid > since) return WatchEventType::NodeChildrenChanged;
        break;
    }
    return std::nullopt;
}

void WatchTable::add(Cow<Table>& table, const std::string& path, SessionId session) {
    const auto it = table->find(path);
    if (it != table->end() && it->second.contains(session)) return;  // registered twice is one watch
    table.edit()[path].insert(session);
}

std::size_t WatchTable::dropFrom(Cow<Table>& table, SessionId session) {
    std::vector<std::string> paths;
    for (const auto& [path, sessions] : *table) {
        if (sessions.contains(session)) paths.push_back(path);
    }
    for (const std::string& path : paths) {
        const auto it = table.edit().find(path);
        it->second.erase(session);
        if (it->second.empty()) table.edit().erase(it);
    }
    return paths.size();
}

std::set<SessionId> WatchTable::take(Cow<Table>& table, const std::string& path) {
    if (table->empty() || !table->contains(path)) return {};
    return std::move(table.edit().extract(path).mapped());
}

void WatchTable::addData(const std::string& path, SessionId session) { add(m_data, path, session); }

void WatchTable::addChild(const std::string& path, SessionId session) { add(m_child, path, session); }

void WatchTable::add(WatchKind kind, const std::string& path, SessionId session) {
    if (kind == WatchKind::Child) addChild(path, session);
    else addData(path, session);
}

std::size_t WatchTable::drop(SessionId session) { return dropFrom(m_data, session) + dropFrom(m_child, session); }

std::vector<WatchTable::Fired> WatchTable::trigger(const std::vector<TreeChange>& changes) {
    std::vector<Fired> fired;
    if (empty()) return fired;
    for (const TreeChange& change : changes) {
        std::set<SessionId> told;
        if (change.type != WatchEventType::NodeChildrenChanged) {
            told = take(m_data, change.path);
            for (const SessionId s : told) fired.push_back({s, change.type, change.path});
        }
        if (change.type == WatchEventType::NodeChildrenChanged || change.type == WatchEventType::NodeDeleted) {
            for (const SessionId s : take(m_child, change.path)) {
                if (!told.contains(s)) fired.push_back({s, change.type, change.path});
            }
        }
    }
    return fired;
}

bool WatchTable::empty() const { return m_data->empty() && m_child->empty(); }

const std::map<std::string, std::set<SessionId>, std::less<>>& WatchTable::dataWatches() const { return *m_data; }

const std::map<std::string, std::set<SessionId>, std::less<>>& WatchTable::childWatches() const { return *m_child; }

}  // namespace zab
