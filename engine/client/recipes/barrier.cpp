// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/barrier.h"

#include <algorithm>

namespace zab {

// --- Barrier -----------------------------------------------------------------------------------------------------------

void Barrier::start(RecipeContext& c) {
    begin(c);
    ask(c, OpCode::Exists, m_part.path, true);
}

void Barrier::replied(RecipeContext& c, const Request& request, const Reply& reply) {
    if (!isAnswer(c, request, reply)) return;
    if (reply.error == ErrorCode::NoNode) {
        m_part.watches.clear();
        return has(c, RuleId::BarrierIsOpen);
    }
    if (reply.error != ErrorCode::Ok) return finish(c);   // AUTHFAILED: nothing can be asked any more
    m_part.watches = m_part.path;
    be(c, RecipeState::Waiting);
    c.note(EventKind::RecipeWaits, RuleId::BarrierStands, m_part.path, {m_part.session.value});
}

void Barrier::heard(RecipeContext& c, const Heard& h) {
    if (over()) return;
    if (h.type != WatchEventType::None && h.path != m_part.path) return;
    if (h.type != WatchEventType::None) again(c, h.type);
    else if (const bool anew = linkChanged(c, h.link); h.link != LinkState::Up || (!anew && m_busy)) return;
    if (!m_busy) ask(c, OpCode::Exists, m_part.path, true);
}

// --- DoubleBarrier -----------------------------------------------------------------------------------------------------

void DoubleBarrier::start(RecipeContext& c) {
    begin(c);
    m_part.znode = joined(m_part.path, makeUuid(c.random, true));
    go(c, Step::LookForReady);
}

void DoubleBarrier::go(RecipeContext& c, Step step) {
    m_step = step;
    switch (step) {
    case Step::LookForReady: return ask(c, OpCode::Exists, ready(), true);
    case Step::MakeParents: return send(c, m_parents.request());
    case Step::Create: return create(c, m_part.znode, CreateMode::Ephemeral, localAddress(c.client));
    case Step::Count:
    case Step::ReadLeaving: return ask(c, OpCode::GetChildren, m_part.path);
    case Step::MakeReady: return create(c, ready(), CreateMode::Persistent, localAddress(c.client));
    case Step::Delete: return ask(c, OpCode::Delete, m_part.znode);
    case Step::WatchOther: return ask(c, OpCode::Exists, m_other, true);
    case Step::DeleteReady: return ask(c, OpCode::Delete, ready());
    case Step::Wait:
    case Step::WaitLeaving:
    case Step::In: return;
    }
}

void DoubleBarrier::entered(RecipeContext& c) {
    m_part.watches.clear();
    has(c, RuleId::DoubleBarrierEntered);
    m_step = Step::In;
}

void DoubleBarrier::replied(RecipeContext& c, const Request& request, const Reply& reply) {
    if (!isAnswer(c, request, reply)) return;
    const bool ok = reply.error == ErrorCode::Ok;
    switch (m_step) {
    case Step::LookForReady:
        m_readyThere = ok;
        return go(c, Step::Create);
    case Step::Create:
        if (reply.error == ErrorCode::NoNode) {
            m_step = Step::MakeParents;
            return makeParents(c);
        }
        if (!ok && reply.error != ErrorCode::NodeExists) {
            cannotCreate(c, reply.error);
            return finish(c);
        }
        return m_readyThere ? entered(c) : go(c, Step::Count);   // NODEEXISTS: its own, the name is a uuid
    case Step::MakeParents:
        if (!parentAnswered(c, reply.error)) go(c, Step::Create);
        return;
    case Step::Count: return counted(c, reply.children);
    case Step::MakeReady: return entered(c);   // by whomever
    case Step::ReadLeaving: return leaving(c, reply.children);
    case Step::Delete:
        m_mustDelete = false;
        if (m_gaveUp) return finish(c);
        return go(c, m_lastOne ? Step::DeleteReady : Step::WaitLeaving);
    case Step::WatchOther:
        if (!ok) return go(c, Step::ReadLeaving);
        m_part.watches = m_other;
        // Whoever is not the lowest deletes its own znode once it watches the lowest.
        return go(c, m_mustDelete && m_other != m_part.znode && m_lowestIsOther ? Step::Delete : Step::WaitLeaving);
    case Step::DeleteReady: return finish(c);
    case Step::Wait:
    case Step::WaitLeaving:
    case Step::In: return;
    }
}

void DoubleBarrier::counted(RecipeContext& c, const std::vector<std::string>& children) {
    const auto all = static_cast<std::int64_t>(children.size());   // Curator counts ready as well: who comes late gets in
    const auto there = all - std::count(children.begin(), children.end(), "ready");
    m_part.detail = std::to_string(there) + "/" + std::to_string(m_options.count);
    if (all >= m_options.count) {
        c.decided(RuleId::DoubleBarrierIsFull, m_part.path, {all, m_options.count});
        return go(c, Step::MakeReady);
    }
    if (m_readyThere) return entered(c);   // the event came while the children were read: internalEnter holds the monitor until it waits
    m_part.watches = ready();
    be(c, RecipeState::Waiting);
    m_step = Step::Wait;
    c.note(EventKind::RecipeWaits, RuleId::DoubleBarrierWaitsForMore, m_part.path, {m_part.session.value, there, m_options.count});
}

// DistributedDoubleBarrier.internalLeave: the lowest stays to the end, the others go while they watch it.
void DoubleBarrier::leaving(RecipeContext& c, std::vector<std::string> children) {
    std::erase(children, "ready");
    std::sort(children.begin(), children.end());
    const std::string mine(nameIn(m_part.znode));
    if (children.empty()) return go(c, Step::DeleteReady);
    if (children.size() == 1 && children.front() == mine) {
        m_lastOne = true;
        c.decided(RuleId::DoubleBarrierLastLeaves, m_part.path, {m_part.session.value});
        return go(c, Step::Delete);
    }
    m_lowestIsOther = children.front() != mine;
    m_other = joined(m_part.path, m_lowestIsOther ? children.front() : children.back());
    c.decided(m_lowestIsOther ? RuleId::DoubleBarrierWatchesLowest : RuleId::DoubleBarrierLowestStays, m_part.path, {static_cast<std::int64_t>(children.size())});
    be(c, RecipeState::Waiting);
    go(c, Step::WatchOther);
}

void DoubleBarrier::heard(RecipeContext& c, const Heard& h) {
    if (over()) return;
    if (h.type != WatchEventType::None) {
        if (m_step == Step::Count && h.path == ready() && h.type == WatchEventType::NodeCreated) m_readyThere = true;
        if (h.path != m_part.watches || m_part.watches.empty()) return;
        if (m_step != Step::Wait && m_step != Step::WaitLeaving) return;
        again(c, h.type);
        if (m_step == Step::WaitLeaving) return go(c, Step::ReadLeaving);
        if (h.type == WatchEventType::NodeCreated) return entered(c);
        return go(c, Step::Count);
    }
    const bool wasLeaving = m_step >= Step::ReadLeaving;
    if (h.link == LinkState::Over && wasLeaving) return finish(c);
    if (h.link == LinkState::Down && m_step == Step::In) {
        be(c, RecipeState::Unsure);
        return c.note(EventKind::RecipeUnsure, RuleId::MemberUnsure, m_part.path, {m_part.session.value});
    }
    const bool otherSession = h.link == LinkState::Up && m_part.session && m_part.session != c.session;
    if (h.link == LinkState::Over || otherSession) {   // its znode is gone with the session, and enter() has thrown: nobody goes in again by itself
        if (wasLeaving || m_gaveUp) return finish(c);
        if (m_part.state != RecipeState::Lost) lost(c);
        return;
    }
    if (h.link != LinkState::Up || m_part.state == RecipeState::Lost) return;
    m_part.session = c.session;
    if (m_step == Step::In) be(c, RecipeState::Holding);
    if (m_interrupted) go(c, m_step);
    else if (m_step == Step::Wait) go(c, Step::LookForReady);   // it may have come and gone unseen
    else if (m_step == Step::WaitLeaving) go(c, Step::ReadLeaving);
}

void DoubleBarrier::leave(RecipeContext& c) {
    if (m_part.state == RecipeState::Lost) return finish(c);
    if (m_step >= Step::ReadLeaving) return;   // it is leaving already
    if (m_step != Step::In) {   // it never came in: it only takes its znode away
        m_busy = false;
        m_gaveUp = true;
        m_part.watches.clear();
        return go(c, Step::Delete);
    }
    c.note(EventKind::RecipeReleased, RuleId::None, m_part.path, {m_part.session.value});
    go(c, Step::ReadLeaving);
}

}  // namespace zab
