// SPDX-License-Identifier: GPL-3.0-or-later
// The list of servers of one handle (StaticHostProvider): shuffled once, then gone round and round (§7.4).
#pragma once

#include "engine/base/prng.h"
#include "engine/base/state_digest.h"
#include "engine/base/types.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zab {

class HostProvider {
public:
    HostProvider() = default;
    /// Servers 1 to n in an order that is drawn; `first` (0: nobody) comes to the front.
    HostProvider(int n, ServerId first, Prng& random) {
        for (int i = 1; i <= n; ++i) m_list.push_back(ServerId{i});
        for (std::size_t i = m_list.size(); i > 1; --i)
            std::swap(m_list[i - 1], m_list[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(i)))]);
        if (const auto at = std::find(m_list.begin(), m_list.end(), first); at != m_list.end()) std::rotate(m_list.begin(), at, at + 1);
    }
    struct Next {
        ServerId server;
        bool triedAll = false;   ///< once round since the last connection: the caller waits
    };
    Next next() {
        m_current = m_current + 1 < size() ? m_current + 1 : 0;
        const bool triedAll = m_current == m_last;
        if (m_last < 0) m_last = 0;   // no wait before the very first attempt
        return {m_list[static_cast<std::size_t>(m_current)], triedAll};
    }
    void connected() { m_last = m_current; }
    /// A person says where to go.
    void goTo(ServerId server) { m_current = static_cast<int>(std::find(m_list.begin(), m_list.end(), server) - m_list.begin()); }

    void addTo(StateDigest& d) const { d.add(m_list, m_current, m_last); }
    int size() const { return static_cast<int>(m_list.size()); }
    const std::vector<ServerId>& list() const { return m_list; }
    int current() const { return m_current; }   ///< index in list(); -1 before the first

private:
    std::vector<ServerId> m_list;
    int m_current = -1;
    int m_last = -1;
};

}  // namespace zab
