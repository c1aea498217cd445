// SPDX-License-Identifier: GPL-3.0-or-later
// Barriers (§10.4): one that stands while a znode exists, and one that opens when enough have come and again when all have done.
#pragma once

#include "engine/client/recipes/recipe_base.h"

namespace zab {

/// Waits while the znode exists (Curator DistributedBarrier.waitOnBarrier).
class Barrier : public RecipeBase {
public:
    explicit Barrier(const RecipeOptions& options) : RecipeBase(options) {}
    void start(RecipeContext& c);
    void replied(RecipeContext& c, const Request& request, const Reply& reply);
    void heard(RecipeContext& c, const Heard& h);
    void leave(RecipeContext& c) { finish(c); }
    bool over() const { return m_part.state == RecipeState::Done || m_part.state == RecipeState::Holding; }
};

/// Curator DistributedDoubleBarrier: enters when `count` are there, leaves when all want to.
class DoubleBarrier : public RecipeBase {
public:
    explicit DoubleBarrier(const RecipeOptions& options) : RecipeBase(options) {}
    void start(RecipeContext& c);
    void replied(RecipeContext& c, const Request& request, const Reply& reply);
    void heard(RecipeContext& c, const Heard& h);
    void leave(RecipeContext& c);

private:
    enum class Step : std::uint8_t { LookForReady, MakeParents, Create, Count, MakeReady, Wait, In, ReadLeaving, Delete, WatchOther, WaitLeaving, DeleteReady };
    void go(RecipeContext& c, Step step);
    void entered(RecipeContext& c);
    void counted(RecipeContext& c, const std::vector<std::string>& children);
    void leaving(RecipeContext& c, std::vector<std::string> children);
    std::string ready() const { return joined(m_part.path, "ready"); }

    Step m_step = Step::LookForReady;
    bool m_readyThere = false;
    bool m_lastOne = false, m_mustDelete = true, m_lowestIsOther = false, m_gaveUp = false;   ///< leaving: nobody else is left; its own znode stands yet
    std::string m_other;                        ///< leaving: whom it waits for
};

}  // namespace zab
