// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/client_watches.h"

namespace zab {

void ClientWatches::registered(const Request& request, ErrorCode answer) {
    const bool found = answer == ErrorCode::Ok;
    if (request.op == OpCode::Exists && answer == ErrorCode::NoNode) m_exist.insert(request.path);
    else if (found && (request.op == OpCode::Exists || request.op == OpCode::GetData)) m_data.insert(request.path);
    else if (found && request.op == OpCode::GetChildren) m_child.insert(request.path);
}

void ClientWatches::fired(WatchEventType type, const std::string& path) {
    if (type != WatchEventType::NodeChildrenChanged) {
        m_data.erase(path);
        m_exist.erase(path);
    }
    if (type == WatchEventType::NodeChildrenChanged || type == WatchEventType::NodeDeleted) m_child.erase(path);
}

WatchLists ClientWatches::lists(Zxid relative) const {
    return {relative, {m_data.begin(), m_data.end()}, {m_exist.begin(), m_exist.end()}, {m_child.begin(), m_child.end()}};
}

}  // namespace zab
