// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the znodes above a path: asks from the path upwards until one is there, then makes the missing ones downwards (Curator
// ZKPaths.mkdirs, kazoo ensure_path).
#pragma once

#include "engine/tree/request.h"

#include <string>
#include <vector>

namespace zab {

class Parents {
public:
    /// All of `path` is to exist: of "/a/b" it asks for /a/b, then /a, then makes what is missing. Curator's are containers (3.8 has
    /// them; with an older library it would fall back to persistent ones), kazoo's persistent.
    void begin(const std::string& path, CreateMode mode);
    /// The next call; none is left where done() holds.
    Request request() const;
    void answered(ErrorCode error);
    /// What `error` says about the present call is that there is no place for them: an ephemeral parent, a path that is none.
    bool fails(ErrorCode error) const { return m_making && error != ErrorCode::Ok && error != ErrorCode::NodeExists && error != ErrorCode::NoNode; }
    bool done() const { return m_making ? m_at >= m_paths.size() : m_at == 0; }

private:
    std::vector<std::string> m_paths;   ///< from the top
    CreateMode m_mode = CreateMode::Persistent;
    std::size_t m_at = 0;               ///< asking: so many from the top are not known to exist; making: the next one
    bool m_making = false;
};

}  // namespace zab
