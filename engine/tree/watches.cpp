// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tree/watches.h"

#include <algorithm>
#include <utility>

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

bool WatchTable::add(Cow<Table>& table, const std::string& path, SessionId session, WatchMode mode) {
    const auto it = table->find(path);
    if (it != table->end()) {
        const auto there = it->second.find(session);
        if (there != it->second.end() && there->second == mode) return false;  // registered twice is one watch
    }
    const auto [at, added] = table.edit()[path].try_emplace(session, mode);
    const WatchMode before = std::exchange(at->second, mode);
    m_recursive += (mode == WatchMode::PersistentRecursive) - (!added && before == WatchMode::PersistentRecursive);
    return !added && mode == WatchMode::Standard;
}

bool WatchTable::add(WatchKind kind, const std::string& path, SessionId session) {
    return kind == WatchKind::Child ? addChild(path, session) : addData(path, session);
}

void WatchTable::addPersistent(const std::string& path, SessionId session, WatchMode mode) {
    add(m_data, path, session, mode);
    add(m_child, path, session, mode);
}

bool WatchTable::removeFrom(Cow<Table>& table, const std::string& path, SessionId session) {
    if (const auto it = table->find(path); it == table->end() || !it->second.contains(session)) return false;
    const auto it = table.edit().find(path);
    m_recursive -= it->second.at(session) == WatchMode::PersistentRecursive;
    it->second.erase(session);
    if (it->second.empty()) table.edit().erase(it);
    return true;
}

bool WatchTable::remove(const std::string& path, SessionId session, WatcherType type) {
    const bool child = type != WatcherType::Data && removeFrom(m_child, path, session);
    const bool data = type != WatcherType::Children && removeFrom(m_data, path, session);
    return child || data;
}

std::size_t WatchTable::dropFrom(Cow<Table>& table, SessionId session) {
    std::vector<std::string> paths;
    for (const auto& [path, sessions] : *table) {
        if (sessions.contains(session)) paths.push_back(path);
    }
    for (const std::string& path : paths) removeFrom(table, path, session);
    return paths.size();
}

// WatchManager.triggerWatch: the path itself, and for recursive watches everything above it. Those never hear of children.
std::map<SessionId, bool> WatchTable::take(Cow<Table>& table, const std::string& path, WatchEventType type) {
    std::map<SessionId, bool> told;
    const auto at = table->find(path);
    if (at != table->end()) {
        for (const auto& [session, mode] : at->second)
            if (mode != WatchMode::PersistentRecursive || type != WatchEventType::NodeChildrenChanged) told[session] = mode != WatchMode::Standard;
        std::map<SessionId, WatchMode> left = at->second;
        std::erase_if(left, [](const auto& entry) { return entry.second == WatchMode::Standard; });
        if (left.empty()) table.edit().erase(path);
        else if (left.size() != at->second.size()) table.edit()[path] = std::move(left);
    }
    if (m_recursive == 0 || type == WatchEventType::NodeChildrenChanged) return told;
    for (std::string above = path; above.size() > 1;) {
        above.resize(std::max<std::size_t>(above.rfind('/'), 1));
        const auto it = table->find(above);
        if (it == table->end()) continue;
        for (const auto& [session, mode] : it->second)
            if (mode == WatchMode::PersistentRecursive) told.try_emplace(session, true);
    }
    return told;
}

std::size_t WatchTable::drop(SessionId session) { return dropFrom(m_data, session) + dropFrom(m_child, session); }

std::vector<WatchTable::Fired> WatchTable::trigger(const std::vector<TreeChange>& changes) {
    std::vector<Fired> fired;
    if (empty()) return fired;
    for (const TreeChange& change : changes) {
        std::map<SessionId, bool> told;
        if (change.type != WatchEventType::NodeChildrenChanged) {
            told = take(m_data, change.path, change.type);
            for (const auto& [session, stays] : told) fired.push_back({session, change.type, change.path, stays});
        }
        if (change.type == WatchEventType::NodeChildrenChanged || change.type == WatchEventType::NodeDeleted) {
            for (const auto& [session, stays] : take(m_child, change.path, change.type)) {
                if (!told.contains(session)) fired.push_back({session, change.type, change.path, stays});
            }
        }
    }
    return fired;
}

}  // namespace zab
