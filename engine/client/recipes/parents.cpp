// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/parents.h"

namespace zab {

void Parents::begin(const std::string& path, CreateMode mode) {
    m_paths.clear();
    m_mode = mode;
    m_making = false;
    for (std::size_t end = path.find('/', 1); path.size() > 1; end = path.find('/', end + 1)) {
        m_paths.push_back(path.substr(0, end));
        if (end == std::string::npos) break;
    }
    m_at = m_paths.size();
}

Request Parents::request() const {
    Request r;
    r.op = m_making ? createOp(m_mode) : OpCode::Exists;
    r.path = m_paths[m_making ? m_at : m_at - 1];
    if (m_making) r.mode = m_mode;
    return r;
}

void Parents::answered(ErrorCode error) {
    const bool missing = error == ErrorCode::NoNode;
    if (m_making && missing) {   // the one above went away meanwhile
        m_making = false;
        m_at = m_paths.size();
    } else if (m_making) {       // made, or made by somebody else
        ++m_at;
    } else if (missing && m_at > 1) {
        --m_at;
    } else {                     // it is there, or only the root is above it
        if (missing) m_at = 0;
        m_making = true;
    }
}

}  // namespace zab
