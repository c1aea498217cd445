// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/zab/quorum.h"

#include <map>

namespace zab {
namespace {

bool hierarchical(const EnsembleConfig& config) {
    return std::any_of(config.members.begin(), config.members.end(), [](const MemberConfig& m) { return m.group != 0; });
}

struct GroupWeight {
    int total = 0;
    int inSet = 0;
};

}  // namespace

ServerSet votersOf(const EnsembleConfig& config, ServerSet set) {
    ServerSet voters;
    set.forEach([&](ServerId s) {
        if (config.isVoter(s)) voters.add(s);
    });
    return voters;
}

bool isQuorum(const EnsembleConfig& config, ServerSet set) {
    if (!hierarchical(config)) {
        int voters = 0;
        int have = 0;
        for (const MemberConfig& m : config.members) {
            if (m.observer) continue;
            ++voters;
            have += set.has(m.id) ? 1 : 0;
        }
        return have > voters / 2;
    }
    std::map<int, GroupWeight> groups;
    for (const MemberConfig& m : config.members) {
        if (m.observer) continue;
        GroupWeight& g = groups[m.group];
        g.total += m.weight;
        if (set.has(m.id)) g.inSet += m.weight;
    }
    int counted = 0;
    int won = 0;
    for (const auto& [id, g] : groups) {
        if (g.total == 0) continue;   // groups of weight 0 are not counted
        ++counted;
        won += g.inSet > g.total / 2 ? 1 : 0;
    }
    return won > counted / 2;
}

int quorumSize(const EnsembleConfig& config) {
    if (!hierarchical(config)) {
        const auto voters = std::count_if(config.members.begin(), config.members.end(), [](const MemberConfig& m) { return !m.observer; });
        return static_cast<int>(voters) / 2 + 1;
    }
    const int n = config.serverCount();
    int best = n;
    for (std::uint32_t bits = 0; bits < (1U << n); ++bits) {
        ServerSet set;
        for (int i = 0; i < n; ++i)
            if ((bits >> i) & 1U && config.isVoter(ServerId{i + 1})) set.add(ServerId{i + 1});
        if (set.count() < best && isQuorum(config, set)) best = set.count();
    }
    return best;
}

}  // namespace zab
