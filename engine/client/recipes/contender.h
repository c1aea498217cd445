// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes that stand in line: exclusive lock, read/write lock, leader election (§10.1 to §10.3). One ephemeral sequential znode
// for each contender; the lowest number has its turn, every other waits for the one before it.
#pragma once

#include "engine/client/recipes/recipe_base.h"

namespace zab {

/// A regular value. At most one call is on its way at any time. Each input O(children) at most.
class Contender : public RecipeBase {
public:
    explicit Contender(const RecipeOptions& options);

    void start(RecipeContext& c);
    void replied(RecipeContext& c, const Request& request, const Reply& reply);
    void heard(RecipeContext& c, const Heard& h);
    void timer(RecipeContext& c);
    /// Gives back what it has, or gives up waiting.
    void leave(RecipeContext& c);

    SimTime deadline() const { return m_deadline; }   ///< when timer() is wanted; kNever
    bool over() const { return m_step == Step::Over && !m_wants; }   ///< a new one may begin at its path

private:
    enum class Step : std::uint8_t { MakeParents, Create, Search, DeleteOld, DeleteTwin, FindToken, Read, Verify, Watch, Waiting, Holding, Deleting, Over };
    using Names = std::vector<std::pair<std::string, std::string>>;   ///< what it is sorted by, name

    void standInLine(RecipeContext& c);
    void newName(RecipeContext& c);
    void go(RecipeContext& c, Step step, OpCode op, const std::string& path, bool watch = false);
    void ensureParents(RecipeContext& c);
    void create(RecipeContext& c);
    void created(RecipeContext& c, const Reply& reply);
    void found(RecipeContext& c, const Reply& reply);
    void tokenFound(RecipeContext& c, const Reply& reply);
    void own(RecipeContext& c, const std::string& path, SessionId owner, Zxid token);
    void read(RecipeContext& c) { go(c, Step::Read, OpCode::GetChildren, m_part.path); }
    bool deleteTwin(RecipeContext& c, const std::vector<std::string>& children);
    void decide(RecipeContext& c, const std::vector<std::string>& children);
    Names inOrder(const std::vector<std::string>& children) const;
    std::size_t blockedBy(const Names& names, std::size_t self) const;
    void verified(RecipeContext& c, const Reply& reply);
    void acquire(RecipeContext& c, RuleId rule);
    void remove(RecipeContext& c);
    void finish(RecipeContext& c);
    void resume(RecipeContext& c);
    void sessionIsOver(RecipeContext& c);
    void vanished(RecipeContext& c);
    bool election() const { return m_options.kind == RecipeKind::Election; }
    bool latch() const { return election() && !kazoo(); }   // kazoo's Election is its Lock around a function
    std::string_view lockName() const;
    std::array<std::int64_t, 6> facts(std::int64_t last = 0) const { return {m_part.session.value, m_part.number, m_part.token.value, exclusive(), last}; }
    std::int64_t exclusive() const { return m_options.role != RecipeRole::Read; }

    Step m_step = Step::Over;
    bool m_leaving = false;
    bool m_twinPossible = false;  ///< it created a second time because it found nothing: too early, perhaps
    bool m_unknownCreate = false; ///< whether its create was carried out is not known
    bool m_createTried = false;   ///< kazoo: not the first create under this name
    bool m_wants = false;         ///< the session is over, and it asks again in the next one
    bool m_parentsMade = false;
    std::string m_prefix;         ///< of its name: what comes before the number
    SessionId m_session;          ///< the present one, as far as it has heard; its znode may be of an older one
    SessionId m_createSession;    ///< in which the create was first sent (ProtectedMode)
    std::int64_t m_turnsLeft = 1;
    SimTime m_deadline = kNever;
};

}  // namespace zab
