// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/client_watches.h"

namespace zab {

RuleId ClientWatches::registered(const Request& request, ErrorCode answer) {
    const bool found = answer == ErrorCode::Ok;
    const auto keep = [&](std::set<std::string>& map, RuleId rule) {
        map.insert(request.path);
        return rule;
    };
    if (request.op == OpCode::Exists && answer == ErrorCode::NoNode) return keep(m_exist, RuleId::ClientKeepsExistWatch);
    if (found && (request.op == OpCode::Exists || request.op == OpCode::GetData)) return keep(m_data, RuleId::ClientKeepsDataWatch);
    if (found && request.op == OpCode::GetChildren) return keep(m_child, RuleId::ClientKeepsChildWatch);
    return RuleId::ClientKeepsNoWatch;
}

RuleId ClientWatches::materialize(WatchEventType type, const std::string& path) {
    std::size_t taken = 0;
    const auto take = [&](std::set<std::string>& map) { taken += map.erase(path); };
    RuleId rule = RuleId::MaterializeData;
    switch (type) {
        case WatchEventType::None: return RuleId::MaterializeState;
        case WatchEventType::NodeCreated:
        case WatchEventType::NodeDataChanged:
            take(m_data);
            take(m_exist);
            break;
        case WatchEventType::NodeChildrenChanged:
            rule = RuleId::MaterializeChildren;
            take(m_child);
            break;
        case WatchEventType::NodeDeleted:
            rule = RuleId::MaterializeDeleted;
            take(m_data);
            take(m_exist);
            take(m_child);
            break;
    }
    return taken > 0 ? rule : RuleId::MaterializeNothing;
}

WatchLists ClientWatches::lists(Zxid relative) const {
    return {relative, {m_data.begin(), m_data.end()}, {m_exist.begin(), m_exist.end()}, {m_child.begin(), m_child.end()}};
}

}  // namespace zab
