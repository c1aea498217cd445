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

bool enough(int part, int whole, bool half) { return half ? part * 2 >= whole : part > whole / 2; }
int least(int whole, bool half) { return half ? (whole + 1) / 2 : whole / 2 + 1; }
bool halfIsEnough(const EnsembleConfig& config) { return !config.variants.holds(Seal::QuorumMajority); }

bool wins(const EnsembleConfig& config, ServerSet set, bool half) {
    if (!hierarchical(config)) {
        int voters = 0;
        int have = 0;
        for (const MemberConfig& m : config.members) {
            if (m.observer) continue;
            ++voters;
            have += set.has(m.id) ? 1 : 0;
        }
        return enough(have, voters, half);
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
        won += enough(g.inSet, g.total, half) ? 1 : 0;
    }
    return enough(won, counted, half);
}

}  // namespace

ServerSet votersOf(const EnsembleConfig& config, ServerSet set) {
    ServerSet voters;
    set.forEach([&](ServerId s) {
        if (config.isVoter(s)) voters.add(s);
    });
    return voters;
}

bool isMajority(const EnsembleConfig& config, ServerSet set) { return wins(config, set, false); }
bool isQuorum(const EnsembleConfig& config, ServerSet set) { return wins(config, set, halfIsEnough(config)); }

int quorumSize(const EnsembleConfig& config, ServerSet have) {
    const bool half = halfIsEnough(config);
    if (!hierarchical(config)) {
        const auto voters = std::count_if(config.members.begin(), config.members.end(), [](const MemberConfig& m) { return !m.observer; });
        return least(static_cast<int>(voters), half);
    }
    struct Group {
        GroupWeight weight;
        std::vector<int> others;   ///< weights of those that are not in the set
    };
    std::map<int, Group> groups;
    for (const MemberConfig& m : config.members) {
        if (m.observer) continue;
        Group& g = groups[m.group];
        g.weight.total += m.weight;
        if (have.has(m.id)) g.weight.inSet += m.weight;
        else g.others.push_back(m.weight);
    }
    std::vector<int> missing;   // per group that counts: how many more it takes to win it, the heaviest first
    for (auto& [id, g] : groups) {
        if (g.weight.total == 0) continue;
        std::sort(g.others.rbegin(), g.others.rend());
        int more = 0;
        while (!enough(g.weight.inSet, g.weight.total, half)) g.weight.inSet += g.others[static_cast<std::size_t>(more++)];
        missing.push_back(more);
    }
    std::sort(missing.begin(), missing.end());
    int size = votersOf(config, have).count();
    const auto groupsNeeded = static_cast<std::size_t>(least(static_cast<int>(missing.size()), half));
    for (std::size_t i = 0; i < groupsNeeded && i < missing.size(); ++i) size += missing[i];
    return size;
}

}  // namespace zab
