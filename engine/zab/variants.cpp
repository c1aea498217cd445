// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/zab/variants.h"

#include "engine/base/check.h"

#include <array>
#include <charconv>

// Marks the sentences for lupdate; the engine itself knows nothing of translation.
#define QT_TRANSLATE_NOOP(context, text) text

namespace zab {
namespace {

constexpr SealInfo kSeals[] = {
    {"quorum-majority", QT_TRANSLATE_NOOP("Seal", "A quorum is more than half of the voters."),
     QT_TRANSLATE_NOOP("Seal", "Half of the voters is enough."), "Leadership1", "2.5"},
    {"vote-order", QT_TRANSLATE_NOOP("Seal", "A vote compares the epoch before the zxid before the id."),
     QT_TRANSLATE_NOOP("Seal", "The larger id wins, whatever its history."), "leaderElected", "2.4"},
    {"election-round", QT_TRANSLATE_NOOP("Seal", "Votes of an older round are ignored."),
     QT_TRANSLATE_NOOP("Seal", "A vote counts whatever its round."), "leaderElected", "2.4"},
    {"fsync-before-ack", QT_TRANSLATE_NOOP("Seal", "A proposal is on disk before it is acknowledged."),
     QT_TRANSLATE_NOOP("Seal", "A proposal is acknowledged at once, and written later."), "leaderLogCompleteness", "3.7"},
    {"epoch-promise", QT_TRANSLATE_NOOP("Seal", "A new epoch is larger than any that was promised, and the promise is on disk."),
     QT_TRANSLATE_NOOP("Seal", "Epochs are kept in memory only; after a restart they are taken from the last zxid."), "Leadership2", "3.3"},
    {"sync-before-serve", QT_TRANSLATE_NOOP("Seal", "A new leader synchronizes its followers before they serve."),
     QT_TRANSLATE_NOOP("Seal", "The leader sends nothing: a follower serves with the history that it has."), "PrefixConsistency", "3.4"},
    {"truncate-surplus", QT_TRANSLATE_NOOP("Seal", "What the leader does not have is cut off from the follower's log."),
     QT_TRANSLATE_NOOP("Seal", "The follower keeps what the leader does not have."), "processConsistency", "3.4"},
    {"commit-in-order", QT_TRANSLATE_NOOP("Seal", "The leader commits in the order of zxids."),
     QT_TRANSLATE_NOOP("Seal", "The leader commits whatever has a quorum of acknowledgements first."), "LocalPrimaryOrder", "3.7"},
    {"fifo-links", QT_TRANSLATE_NOOP("Seal", "A connection delivers packets in the order in which they were sent."),
     QT_TRANSLATE_NOOP("Seal", "A packet may overtake another one on the same connection."), "LocalPrimaryOrder", "3.1"},
    {"propose-while-syncing", QT_TRANSLATE_NOOP("Seal", "Proposals go to everyone who is synchronizing."),
     QT_TRANSLATE_NOOP("Seal", "Proposals go only to those who have finished synchronizing."), "LocalPrimaryOrder", "3.5"},
    {"newleader-quorum", QT_TRANSLATE_NOOP("Seal", "UPTODATE waits for a quorum that has acknowledged NEWLEADER."),
     QT_TRANSLATE_NOOP("Seal", "The leader serves as soon as a quorum has acknowledged its epoch."), "leaderLogCompleteness", "3.5"},
    {"leader-needs-quorum", QT_TRANSLATE_NOOP("Seal", "A leader without a quorum steps down."),
     QT_TRANSLATE_NOOP("Seal", "A leader that nobody follows goes on leading."), "treesConverge", "3.8"},
    {"client-not-ahead", QT_TRANSLATE_NOOP("Seal", "A client that is ahead of the server is refused."),
     QT_TRANSLATE_NOOP("Seal", "A server takes every client, even one that has seen more."), "sessionMonotonicReads", "6"},
    {"leader-expires-sessions", QT_TRANSLATE_NOOP("Seal", "Only the leader ends a session, by a transaction."),
     QT_TRANSLATE_NOOP("Seal", "A follower ends the sessions of its own clients by itself."), "sessionsEndByCommit", "6"},
    {"apply-on-commit", QT_TRANSLATE_NOOP("Seal", "A follower applies a transaction when COMMIT comes, not before."),
     QT_TRANSLATE_NOOP("Seal", "A follower applies a transaction as soon as it has logged it."), "leaderLogCompleteness", "3.7"},
};
static_assert(std::size(kSeals) == static_cast<std::size_t>(Seal::Count_));

// Chapter 12, and the history of apache/zookeeper: which release had what is told by the tags that hold the change. 1154, 1277: older than the
// first release at Apache. 2355 is a line of 962, harmless as long as a server that had not begun to serve read its disk again (until 1907, in
// 3.4.7 and 3.5.1). 2845, 3023, 3911, 4643 came with 2678, which spared the snapshot after DIFF. 3104: before Zab 1.0 the learner made its
// snapshot later; branch 3.4 was never cured. The cure of 3911 (pull request 1445; taken back before 3.5.9) brought 4394, 4646, 4685, 4785; 3.6
// and 3.7 end with them. 4646 and 4785 are the same lines, currentEpoch and the ACK beside a log that nobody waits for: pull request 2111 cured
// them, 4643 and 4685 in one change, as 1993 and 2028 had proposed. 3023 and 4394 went with 2152.
const std::array<DefectInfo, static_cast<std::size_t>(Defect::Count_)>& defects() {
    static const std::array<DefectInfo, static_cast<std::size_t>(Defect::Count_)> all = {{
        {1154, QT_TRANSLATE_NOOP("Defect", "A returning server keeps what the new leader does not have."), "processConsistency", {{3, 0, 0}}, {{3, 3, 4}, {3, 4, 0}}},
        {1277, QT_TRANSLATE_NOOP("Defect", "The counter of the zxid runs over into the epoch."), "LocalPrimaryOrder", {{3, 0, 0}}, {{3, 3, 5}, {3, 4, 4}, {3, 5, 0}}},
        {2355, QT_TRANSLATE_NOOP("Defect", "A follower believes that it has what was only announced to it."), "PrefixConsistency", {{3, 4, 7}, {3, 5, 1}}, {{3, 4, 11}, {3, 5, 4}, {3, 6, 0}}},
        {2845, QT_TRANSLATE_NOOP("Defect", "A server votes with its memory while its log holds more."), "processConsistency", {{3, 4, 10}, {3, 5, 3}}, {{3, 4, 12}, {3, 5, 4}, {3, 6, 0}}},
        {3023, QT_TRANSLATE_NOOP("Defect", "A follower serves before its tree holds what came with the DIFF."), "", {{3, 4, 10}, {3, 5, 3}}, {{3, 9, 3}}},
        {3104, QT_TRANSLATE_NOOP("Defect", "A snapshot on the way holds more than the packets behind it know of."), "sameHistorySameTree", {{3, 4, 0}}, {{3, 5, 5}, {3, 6, 0}}},
        {3911, QT_TRANSLATE_NOOP("Defect", "A follower acknowledges NEWLEADER before it has written what came with it."), "leaderLogCompleteness", {{3, 4, 10}, {3, 5, 3}}, {{3, 5, 10}, {3, 6, 3}, {3, 7, 0}}},
        {4394, QT_TRANSLATE_NOOP("Defect", "COMMIT between NEWLEADER and UPTODATE ends the synchronization."), "treesConverge", {{3, 5, 10}, {3, 6, 3}, {3, 7, 0}}, {{3, 9, 3}}},
        {4643, QT_TRANSLATE_NOOP("Defect", "A follower writes the new epoch before the transactions."), "committedLogDurability", {{3, 4, 10}, {3, 5, 3}}, {{3, 8, 5}, {3, 9, 2}}},
        {4646, QT_TRANSLATE_NOOP("Defect", "A follower acknowledges NEWLEADER while the transactions are still being written."), "leaderLogCompleteness", {{3, 5, 10}, {3, 6, 3}, {3, 7, 0}}, {{3, 8, 5}, {3, 9, 2}}},
        {4685, QT_TRANSLATE_NOOP("Defect", "A follower acknowledges a transaction before NEWLEADER."), "leaderElected", {{3, 5, 10}, {3, 6, 3}, {3, 7, 0}}, {{3, 8, 5}, {3, 9, 2}}},
        {4785, QT_TRANSLATE_NOOP("Defect", "A follower takes the new epoch and acknowledges NEWLEADER before the transactions are on disk."), "committedLogDurability", {{3, 5, 10}, {3, 6, 3}, {3, 7, 0}}, {{3, 8, 5}, {3, 9, 2}}},
    }};
    return all;
}

}  // namespace

const SealInfo& sealInfo(Seal seal) {
    ZAB_CHECK(seal < Seal::Count_);
    return kSeals[static_cast<std::size_t>(seal)];
}

std::optional<Seal> sealByName(std::string_view name) {
    for (std::size_t i = 0; i < std::size(kSeals); ++i)
        if (kSeals[i].id == name) return static_cast<Seal>(i);
    return std::nullopt;
}

std::optional<Release> releaseByName(std::string_view name) {
    Release r;
    const char* at = name.data();
    const char* const end = at + name.size();
    for (int* part : {&r.major, &r.minor, &r.patch}) {
        if (part != &r.major && (at == end || *at++ != '.')) return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, *part);
        if (error != std::errc() || next == at || *at == '-') return std::nullopt;
        at = next;
    }
    return at == end ? std::optional(r) : std::nullopt;
}

std::string toString(Release r) { return std::to_string(r.major) + "." + std::to_string(r.minor) + "." + std::to_string(r.patch); }

const DefectInfo& defectInfo(Defect defect) {
    ZAB_CHECK(defect < Defect::Count_);
    return defects()[static_cast<std::size_t>(defect)];
}

std::string toString(Defect defect) { return "ZOOKEEPER-" + std::to_string(defectInfo(defect).number); }

std::optional<Defect> defectByName(std::string_view name) {
    for (std::size_t i = 0; i < defects().size(); ++i)
        if (toString(static_cast<Defect>(i)) == name) return static_cast<Defect>(i);
    return std::nullopt;
}

bool hasDefect(Release release, Defect defect) {
    const DefectInfo& d = defectInfo(defect);
    const auto branch = [](Release r) { return Release{r.major, r.minor, 0}; };
    /// Has the change that these releases were the first with reached this one?
    const auto reached = [&](const std::vector<Release>& first) {
        bool born = false;
        for (const Release& r : first) {
            if (branch(r) == branch(release)) return release >= r;
            born |= branch(r) < branch(release);
        }
        return born;
    };
    return reached(d.since) && !reached(d.fixed);
}

}  // namespace zab
