// SPDX-License-Identifier: GPL-3.0-or-later
// What the recipes have in common that make one call after the other and start it again after a lost connection.
#pragma once

#include "engine/client/recipes/parents.h"
#include "engine/client/recipes/recipe_context.h"

namespace zab {

/// At most one call is on its way; its answer is the next input that counts.
class RecipeBase {
public:
    explicit RecipeBase(const RecipeOptions& options) : m_options(options) {
        m_part.kind = options.kind;
        m_part.role = options.role;
        m_part.naive = options.naive;
        m_part.path = options.path;
    }
    const RecipePart& part() const { return m_part; }
    void timer(RecipeContext&) {}
    SimTime deadline() const { return kNever; }
    bool over() const { return m_part.state == RecipeState::Done; }

protected:
    void begin(RecipeContext& c) {
        m_part.since = c.now;
        m_part.session = c.session;
        c.note(EventKind::RecipeAsked, RuleId::None, m_part.path, {c.session.value, static_cast<std::int64_t>(m_part.kind), static_cast<std::int64_t>(m_part.role)});
    }
    void be(RecipeContext& c, RecipeState state) {
        if (m_part.state != state) m_part.since = c.now;
        m_part.state = state;
    }
    void send(RecipeContext& c, Request request) {
        m_last = request;
        m_busy = true;
        m_interrupted = false;
        c.calls.push_back(std::move(request));
    }
    void ask(RecipeContext& c, OpCode op, const std::string& path, bool watch = false) {
        Request r;
        r.op = op;
        r.path = path;
        r.watch = watch;
        send(c, std::move(r));
    }
    void create(RecipeContext& c, const std::string& path, CreateMode mode, std::string data) {
        Request r;
        r.op = OpCode::Create;
        r.path = path;
        r.mode = mode;
        r.data = std::move(data);
        send(c, std::move(r));
    }
    bool kazoo() const { return m_options.like == RecipeLibrary::Kazoo; }
    /// All of its path is to exist. Curator comes here when a create found no parent, kazoo before the first create (ensure_path).
    void makeParents(RecipeContext& c) {
        m_parents.begin(m_part.path, kazoo() ? CreateMode::Persistent : CreateMode::Container);
        nextParent(c);
    }
    /// The next call for that; false when all are there.
    bool nextParent(RecipeContext& c) {
        if (m_parents.done()) return false;
        send(c, m_parents.request());
        return true;
    }
    /// False when all are there; true while there is more to do, and where it cannot be done and the recipe has ended.
    bool parentAnswered(RecipeContext& c, ErrorCode error) {
        if (m_parents.fails(error)) {
            cannotCreate(c, error);
            finish(c);
            return true;
        }
        const bool missing = error == ErrorCode::NoNode && m_last.op == OpCode::Exists && m_last.path == m_part.path;
        if (missing) c.decided(kazoo() ? RuleId::RecipeMakesParents : RuleId::RecipeMakesContainers, m_part.path, {c.session.value});
        m_parents.answered(error);
        return nextParent(c);
    }
    void cannotCreate(RecipeContext& c, ErrorCode error) {
        c.decided(RuleId::RecipeCannotCreate, m_part.path, {c.session.value, static_cast<std::int64_t>(error)});
    }
    /// The answer to the present call; one with an unknown outcome waits for the next connection.
    bool isAnswer(RecipeContext& c, const Request& request, const Reply& reply) {
        if (!m_busy || !(request == m_last)) return false;
        m_busy = false;
        m_interrupted = isUnknown(reply.error);
        if (m_interrupted) c.decided(RuleId::RecipeOutcomeUnknown, m_part.path, {c.session.value, static_cast<std::int64_t>(request.op)});
        return !m_interrupted;
    }
    void again(RecipeContext& c, WatchEventType type) { c.decided(RuleId::RecipeReadsAgain, m_part.path, {static_cast<std::int64_t>(type)}); }
    void has(RecipeContext& c, RuleId rule, std::int64_t number = 0) {
        be(c, RecipeState::Holding);
        c.note(EventKind::RecipeAcquired, rule, m_part.path, {m_part.session.value, number});
    }
    void learned(RecipeContext& c, std::string what, std::int64_t count) {
        m_part.detail = std::move(what);
        c.note(EventKind::RecipeLearned, RuleId::None, m_part.path, {c.session.value, count});
    }
    void finish(RecipeContext& c) {
        m_busy = m_interrupted = false;
        m_part.watches.clear();
        m_part.znode.clear();
        be(c, RecipeState::Done);
        c.note(EventKind::RecipeEnded, RuleId::None, m_part.path, {m_part.session.value, m_part.number});
    }
    void lost(RecipeContext& c) {
        m_busy = m_interrupted = false;
        m_part.watches.clear();
        m_part.znode.clear();
        be(c, RecipeState::Lost);
        c.note(EventKind::RecipeLost, RuleId::RecipeSessionOver, m_part.path, {m_part.session.value});
    }
    /// The connection's word; true where a new session is there and everything begins anew.
    bool linkChanged(RecipeContext& c, LinkState link) {
        if (over()) return false;
        if (link == LinkState::Over || (link == LinkState::Up && m_part.session && m_part.session != c.session && m_part.state != RecipeState::Lost)) lost(c);
        if (link != LinkState::Up) return false;
        const bool anew = m_part.state == RecipeState::Lost;
        m_part.session = c.session;
        if (anew) {
            c.decided(RuleId::RecipeInNewSession, m_part.path, {c.session.value});
            be(c, RecipeState::Starting);
        }
        return anew;
    }

    RecipeOptions m_options;
    RecipePart m_part;
    Request m_last;
    Parents m_parents;
    bool m_busy = false, m_interrupted = false;   ///< a call is on its way; its outcome is unknown
};

}  // namespace zab
