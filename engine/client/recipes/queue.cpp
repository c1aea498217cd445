// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/queue.h"

#include <algorithm>
#include <utility>

namespace zab {
namespace {

/// kazoo puts a priority of three digits before the number, 100 where none is given.
std::string prefixOf(const RecipeOptions& o) { return o.like == RecipeLibrary::Kazoo ? "entry-100-" : "qn-"; }

}  // namespace

// --- offer -------------------------------------------------------------------------------------------------------------

void QueueOffer::start(RecipeContext& c) {
    begin(c);
    if (kazoo()) m_making = true, makeParents(c);   // _ensure_paths comes first
    if (!m_busy) offer(c);
}

void QueueOffer::add(RecipeContext& c, const std::string& element) {
    m_elements.push_back(element);
    if (m_elements.size() > 1 || m_busy || m_interrupted) return;
    be(c, RecipeState::Starting);
    offer(c);
}

void QueueOffer::offer(RecipeContext& c) {
    m_making = false;
    create(c, joined(m_part.path, prefixOf(m_options)), CreateMode::PersistentSequential, m_elements.front());
}

void QueueOffer::replied(RecipeContext& c, const Request& request, const Reply& reply) {
    if (!isAnswer(c, request, reply)) return;
    if (m_making) {
        if (!parentAnswered(c, reply.error)) offer(c);
        return;
    }
    if (reply.error == ErrorCode::NoNode && !kazoo()) {
        m_making = true;
        return makeParents(c);
    }
    if (reply.error != ErrorCode::Ok) {
        cannotCreate(c, reply.error);
        return finish(c);
    }
    m_part.number = sequenceNumber(reply.path);
    m_part.detail = m_elements.front();
    c.decided(RuleId::QueueOffered, m_part.path, {m_part.number});
    m_elements.pop_front();
    if (m_elements.empty()) finish(c);
    else offer(c);
}

void QueueOffer::heard(RecipeContext& c, const Heard& h) {
    if (h.type != WatchEventType::None || over()) return;
    const bool anew = linkChanged(c, h.link);
    if (h.link != LinkState::Up || (!anew && !m_interrupted)) return;
    if (m_making) return send(c, m_parents.request());
    c.decided(RuleId::QueueOffersAgain, m_part.path, {c.session.value});
    offer(c);
}

// --- take --------------------------------------------------------------------------------------------------------------

// ensurePath comes first; Curator calls its containers again where they have lapsed.
void QueueTake::start(RecipeContext& c) {
    begin(c);
    ensure(c);
}

void QueueTake::ensure(RecipeContext& c) {
    m_making = true;
    makeParents(c);
    if (m_busy) return;
    m_making = false;
    read(c);
}

void QueueTake::read(RecipeContext& c) { ask(c, OpCode::GetChildren, m_part.path, !kazoo()); }

void QueueTake::next(RecipeContext& c) {
    if (m_at < m_names.size()) return ask(c, OpCode::GetData, joined(m_part.path, m_names[m_at]));
    if (kazoo() && m_names.empty()) {   // Queue.get does not wait: it returns None
        c.decided(RuleId::QueueGetFindsNothing, m_part.path, {m_count});
        return finish(c);
    }
    if (kazoo()) return read(c);
    if (m_part.watches.empty()) return read(c);   // the list has changed since it was read (the latch of internalPoll)
    be(c, RecipeState::Waiting);
    c.note(EventKind::RecipeWaits, RuleId::QueueIsEmpty, m_part.path, {m_part.session.value, m_count});
}

void QueueTake::taken(RecipeContext& c) {
    m_part.number = sequenceNumber(m_names[m_at]);
    ++m_count;
    c.decided(RuleId::QueueTaken, m_part.path, {m_part.number, m_count});
    learned(c, m_data, m_count);
    if (--m_left <= 0) return finish(c);
    be(c, RecipeState::Starting);
    if (!kazoo()) return read(c);
    ++m_at;   // _inner_get works off the children that it has before it reads them again
    next(c);
}

void QueueTake::replied(RecipeContext& c, const Request& request, const Reply& reply) {
    if (!isAnswer(c, request, reply)) {
        if (m_interrupted && request.op == OpCode::Delete) m_deleteUnknown = true;
        return;
    }
    const bool ok = reply.error == ErrorCode::Ok;
    if (m_making) {
        if (parentAnswered(c, reply.error)) return;
        m_making = false;
        return read(c);
    }
    if (request.path == m_part.path) {
        if (reply.error == ErrorCode::NoNode) return ensure(c);
        if (!kazoo()) m_part.watches = m_part.path;
        if (!ok) return finish(c);   // AUTHFAILED: nothing can be asked any more
        m_names.clear();
        for (const std::string& name : reply.children)
            if (name.starts_with(m_options.like == RecipeLibrary::Kazoo ? "entry-" : "qn-")) m_names.push_back(name);
        std::sort(m_names.begin(), m_names.end());
        m_at = 0;
        return next(c);
    }
    if (request.op == OpCode::Delete && ok) {
        m_deleteUnknown = false;
        return taken(c);
    }
    if (request.op == OpCode::GetData && ok) {
        m_data = reply.data;
        return ask(c, OpCode::Delete, request.path);
    }
    // NONODE: somebody else was faster. After an unknown delete it may have been this one itself.
    const bool unknown = std::exchange(m_deleteUnknown, false);
    c.decided(unknown ? RuleId::QueueNobodyKnowsWho : RuleId::QueueElementGone, m_part.path, {sequenceNumber(m_names[m_at])});
    ++m_at;
    if (kazoo()) return read(c);   // the list is thrown away
    next(c);
}

void QueueTake::heard(RecipeContext& c, const Heard& h) {
    if (over()) return;
    if (h.type != WatchEventType::None) {
        if (h.path != m_part.path) return;
        m_part.watches.clear();
        if (m_part.state != RecipeState::Waiting) return;
        again(c, h.type);
        be(c, RecipeState::Starting);
        return read(c);
    }
    if (linkChanged(c, h.link)) return ensure(c);
    if (h.link != LinkState::Up) return;
    if (m_interrupted && (m_deleteUnknown || m_making)) return send(c, m_last);
    if (m_interrupted || m_part.state == RecipeState::Waiting) read(c);
}

}  // namespace zab
