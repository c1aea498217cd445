// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/check/safety.h"

#include "engine/base/check.h"

#include <algorithm>
#include <iterator>

// Marks the sentences for lupdate; the engine itself knows nothing of translation.
#define QT_TRANSLATE_NOOP(context, text) text

namespace zab {
namespace {

constexpr PropertyInfo kProperties[] = {
    {"Leadership1", QT_TRANSLATE_NOOP("Property", "No two servers lead the same epoch at the same time."), "11.2"},
    {"Leadership2", QT_TRANSLATE_NOOP("Property", "No epoch ever has two established leaders."), "11.2"},
    {"PrefixConsistency", QT_TRANSLATE_NOOP("Property", "What any two servers have delivered agrees, transaction by transaction, up to the end of the shorter."), "11.2"},
    {"Integrity", QT_TRANSLATE_NOOP("Property", "What is delivered was broadcast by some primary, or stood on a disk at the beginning."), "11.1"},
    {"Agreement", QT_TRANSLATE_NOOP("Property", "Of two transactions that two servers deliver, one of the servers delivers both."), "11.1"},
    {"TotalOrder", QT_TRANSLATE_NOOP("Property", "If one server delivers a before b, every server that delivers b has delivered a before."), "11.1"},
    {"LocalPrimaryOrder", QT_TRANSLATE_NOOP("Property", "The broadcasts of one primary are delivered in the order in which it made them, none skipped."), "11.1"},
    {"GlobalPrimaryOrder", QT_TRANSLATE_NOOP("Property", "Transactions of an older epoch are delivered before those of a newer epoch."), "11.1"},
    {"PrimaryIntegrity", QT_TRANSLATE_NOOP("Property", "Before a primary broadcasts, it has delivered every transaction of an older epoch that anyone delivers."), "11.1"},
    {"processConsistency", QT_TRANSLATE_NOOP("Property", "Once a follower has accepted NEWLEADER, its history is the beginning of its leader's history."), "11.5"},
    {"monotonicRead", QT_TRANSLATE_NOOP("Property", "What the leader has committed goes on from everything that any leader ever committed."), "11.5"},
    {"leaderLogCompleteness", QT_TRANSLATE_NOOP("Property", "The history of an established leader holds everything that was committed before."), "11.5"},
    {"committedLogDurability", QT_TRANSLATE_NOOP("Property", "Synchronization never takes away a committed transaction from a server that had it."), "11.5"},
    {"lockOneHolder", QT_TRANSLATE_NOOP("Property", "Of all clients whose session is alive, at most one believes that it holds a lock or leads an election; readers of a read/write lock share it."), "10.1"},
    {"fencingTokensAscend", QT_TRANSLATE_NOOP("Property", "Whoever gets a lock after another gets a larger fencing token, in all generations of the lock."), "10.7"},
    {"fencedResource", QT_TRANSLATE_NOOP("Property", "A resource that looks at fencing tokens never accepts a smaller one after a larger one."), "10.7"},
    {"linearizableWrites", QT_TRANSLATE_NOOP("Property", "Every write takes effect at one moment between its call and its reply, in the order of zxids."), "11.1"},
    {"sessionOrder", QT_TRANSLATE_NOOP("Property", "The requests of one session are answered in the order in which they were made."), "11.1"},
    {"sessionMonotonicReads", QT_TRANSLATE_NOOP("Property", "A session never sees an older state than it has seen before, also after it has moved to another server."), "11.1"},
    {"watchBeforeRead", QT_TRANSLATE_NOOP("Property", "A client that watches is told of a change before it reads what the change has made."), "7.2"},
    {"oneShotWatch", QT_TRANSLATE_NOOP("Property", "A one-shot watch fires once."), "7.1"},
    {"sessionsEndByCommit", QT_TRANSLATE_NOOP("Property", "A session ends for its client and at a server only after its leader has let it expire or its client has closed it."), "6"},
    {"sameHistorySameTree", QT_TRANSLATE_NOOP("Property", "Servers that have delivered the same transactions hold the same tree and know the same sessions."), "11.1"},
    {"leaderElected", QT_TRANSLATE_NOOP("Property", "Once a quorum of servers is healed, one of them leads within a bounded time."), "3.8"},
    {"progress", QT_TRANSLATE_NOOP("Property", "Once a quorum is healed, a write is committed within a bounded time."), "3.8"},
    {"treesConverge", QT_TRANSLATE_NOOP("Property", "Once a quorum is healed, its servers hold equal trees, sessions included, within a bounded time."), "3.8"},
};
static_assert(std::size(kProperties) == static_cast<std::size_t>(Property::Count_));

}  // namespace

const PropertyInfo& propertyInfo(Property p) {
    ZAB_CHECK(p < Property::Count_);
    return kProperties[static_cast<std::size_t>(p)];
}

std::optional<Property> propertyByName(std::string_view id) {
    const auto* found = std::find_if(std::begin(kProperties), std::end(kProperties), [id](const PropertyInfo& info) { return info.id == id; });
    return found == std::end(kProperties) ? std::nullopt : std::optional(static_cast<Property>(found - std::begin(kProperties)));
}

}  // namespace zab
