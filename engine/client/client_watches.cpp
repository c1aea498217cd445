// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/client_watches.h"

#include <algorithm>

namespace zab {

using Kind = ClientWatchKind;

RuleId ClientWatches::registered(const Request& request, const std::string& watcher, ErrorCode answer) {
    const bool found = answer == ErrorCode::Ok;
    const bool missing = answer == ErrorCode::NoNode;
    const auto keep = [&](Kind kind, RuleId rule) {
        map(kind)[request.path].insert(watcher);
        return rule;
    };
    switch (request.op) {
        case OpCode::Exists:
            if (found) return keep(Kind::Data, RuleId::ClientKeepsDataWatch);
            if (missing) return keep(Kind::Exist, RuleId::ClientKeepsExistWatch);
            break;
        case OpCode::GetData:
            if (found) return keep(Kind::Data, RuleId::ClientKeepsDataWatch);
            break;
        case OpCode::GetChildren:
            if (found) return keep(Kind::Child, RuleId::ClientKeepsChildWatch);
            break;
        case OpCode::AddWatch:
            if (!found && !missing) break;
            if (request.watchMode == WatchMode::Persistent) return keep(Kind::Persistent, RuleId::ClientKeepsPersistentWatch);
            return keep(Kind::Recursive, RuleId::ClientKeepsRecursiveWatch);
        default: break;
    }
    return RuleId::ClientKeepsNoWatch;
}

bool ClientWatches::take(Kind kind, const std::string& path, Watchers& to) {
    const auto at = map(kind).find(path);
    if (at == map(kind).end()) return false;
    to.merge(at->second);
    map(kind).erase(at);
    return true;
}

ClientWatches::Found ClientWatches::materialize(WatchEventType type, const std::string& path) {
    Found found{RuleId::MaterializeData, {}};
    if (type == WatchEventType::None) {
        found.watchers.insert(std::string());
        for (const Map& m : m_maps)
            for (const auto& [where, watchers] : m) found.watchers.insert(watchers.begin(), watchers.end());
        found.rule = RuleId::MaterializeState;
        return found;
    }
    bool taken = false;
    if (type != WatchEventType::NodeChildrenChanged) {
        taken = take(Kind::Data, path, found.watchers);
        taken |= take(Kind::Exist, path, found.watchers);
    }
    if (type == WatchEventType::NodeChildrenChanged || type == WatchEventType::NodeDeleted) {
        taken |= take(Kind::Child, path, found.watchers);
        found.rule = type == WatchEventType::NodeDeleted ? RuleId::MaterializeDeleted : RuleId::MaterializeChildren;
    }
    const auto add = [&](Kind kind, std::string_view where) {
        const auto at = of(kind).find(where);
        if (at != of(kind).end()) found.watchers.insert(at->second.begin(), at->second.end());
    };
    add(Kind::Persistent, path);
    // A child watch of its own below a recursive one brings events of children; the recursive one is not told of them.
    if (type != WatchEventType::NodeChildrenChanged && !of(Kind::Recursive).empty()) {
        add(Kind::Recursive, path);
        for (std::string above = path; above.size() > 1;) {
            above.resize(std::max<std::size_t>(above.rfind('/'), 1));
            add(Kind::Recursive, above);
        }
    }
    if (found.watchers.empty()) found.rule = RuleId::MaterializeNothing;
    else if (!taken) found.rule = RuleId::MaterializePersistent;
    return found;
}

std::vector<std::pair<WatchEventType, ClientWatches::Watchers>> ClientWatches::removed(const std::string& path, WatcherType type) {
    Watchers child, data, persistent;
    if (type != WatcherType::Data) take(Kind::Child, path, child);
    if (type != WatcherType::Children) {
        take(Kind::Data, path, data);
        take(Kind::Exist, path, data);
    }
    if (type == WatcherType::Any) {
        take(Kind::Persistent, path, persistent);
        take(Kind::Recursive, path, persistent);
    }
    std::vector<std::pair<WatchEventType, Watchers>> all;
    const auto add = [&](WatchEventType event, Watchers& watchers) {
        if (!watchers.empty()) all.emplace_back(event, std::move(watchers));
    };
    add(WatchEventType::ChildWatchRemoved, child);
    add(WatchEventType::DataWatchRemoved, data);
    add(WatchEventType::PersistentWatchRemoved, persistent);
    return all;
}

std::int64_t ClientWatches::size() const {
    std::int64_t paths = 0;
    for (const Map& m : m_maps) paths += static_cast<std::int64_t>(m.size());
    return paths;
}

std::vector<WatchLists> ClientWatches::batches(Zxid relative) const {
    constexpr std::size_t kMostBytes = 128 * 1024;   // ClientCnxn.SET_WATCHES_MAX_LENGTH
    std::vector<WatchLists> all;
    std::size_t bytes = kMostBytes;
    for (std::size_t kind = 0; kind < m_maps.size(); ++kind) {
        for (const auto& [path, watchers] : m_maps[kind]) {
            if (bytes >= kMostBytes) {
                all.emplace_back().relative = relative;
                bytes = 0;
            }
            WatchLists& lists = all.back();
            std::vector<std::string>* const to[] = {&lists.data, &lists.exist, &lists.child, &lists.persistent, &lists.recursive};
            to[kind]->push_back(path);
            bytes += path.size();
        }
    }
    return all;
}

}  // namespace zab
