// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/parents.h"

namespace zab {

void Parents::begin(const std::string& path) {
    m_paths.clear();
    m_at = 0;
    m_missing = false;
    for (std::size_t end = path.find('/', 1); path.size() > 1; end = path.find('/', end + 1)) {
        m_paths.push_back(path.substr(0, end));
        if (end == std::string::npos) break;
    }
}

Request Parents::request() const {
    Request r;
    r.op = m_missing ? OpCode::Create : OpCode::Exists;
    r.path = m_paths[m_at];
    return r;
}

void Parents::answered(ErrorCode error) {
    if (!m_missing && error == ErrorCode::NoNode) {
        m_missing = true;
        return;
    }
    if (m_missing && error == ErrorCode::NoNode) {   // the one above went away meanwhile
        m_at = 0;
        m_missing = false;
        return;
    }
    m_missing = false;   // there, made, or made by somebody else
    ++m_at;
}

}  // namespace zab
