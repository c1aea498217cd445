// SPDX-License-Identifier: GPL-3.0-or-later
// A queue (§10.5): persistent sequential znodes; whoever deletes the lowest has taken it.
#pragma once

#include "engine/client/recipes/recipe_base.h"

#include <deque>

namespace zab {

/// Curator SimpleDistributedQueue.offer, kazoo Queue.put. More than one element may wait to be sent.
class QueueOffer : public RecipeBase {
public:
    explicit QueueOffer(const RecipeOptions& options) : RecipeBase(options), m_elements{options.data} {}
    void start(RecipeContext& c);
    void add(RecipeContext& c, const std::string& element);
    void replied(RecipeContext& c, const Request& request, const Reply& reply);
    void heard(RecipeContext& c, const Heard& h);
    void leave(RecipeContext& c) { finish(c); }

private:
    void offer(RecipeContext& c);
    std::deque<std::string> m_elements;
    bool m_making = false;         ///< the znodes above
};

/// Curator SimpleDistributedQueue.take, kazoo Queue.get.
class QueueTake : public RecipeBase {
public:
    explicit QueueTake(const RecipeOptions& options) : RecipeBase(options), m_left(options.times) {}
    void start(RecipeContext& c);
    void replied(RecipeContext& c, const Request& request, const Reply& reply);
    void heard(RecipeContext& c, const Heard& h);
    void leave(RecipeContext& c) { finish(c); }

private:
    void ensure(RecipeContext& c);
    void read(RecipeContext& c);
    void next(RecipeContext& c);
    void taken(RecipeContext& c);
    std::vector<std::string> m_names;
    std::size_t m_at = 0;
    std::string m_data;            ///< of the element that it is about to delete
    bool m_deleteUnknown = false, m_making = false;
    std::int64_t m_left = 1, m_count = 0;
};

}  // namespace zab
