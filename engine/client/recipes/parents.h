// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the znodes above a path, from the top (Curator ZKPaths.mkdirs, kazoo ensure_path).
#pragma once

#include "engine/tree/request.h"

#include <string>
#include <vector>

namespace zab {

class Parents {
public:
    /// All of `path` is to exist: "/a/b" asks for /a, then /a/b.
    void begin(const std::string& path);
    /// The next call; none is left where done() holds.
    Request request() const;
    void answered(ErrorCode error);
    bool done() const { return m_at >= m_paths.size(); }

private:
    std::vector<std::string> m_paths;
    std::size_t m_at = 0;
    bool m_missing = false;   ///< asked for, not there: now it is created
};

}  // namespace zab
