// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/contender.h"

#include <algorithm>

namespace zab {
namespace {

constexpr std::string_view kReadName = "__READ__", kWriteName = "__WRIT__", kKazooRead = "__rlock__", kKazooLock = "__lock__";

/// What stands behind the last `part` of the name, else the whole name (LockInternals.standardFixForSorting).
std::string_view behind(std::string_view name, std::string_view part) {
    const std::size_t at = name.rfind(part);
    return at == std::string_view::npos ? name : name.substr(at + part.size());
}

bool isWrite(std::string_view name) { return name.find(kWriteName) != name.npos || name.find(kKazooLock) != name.npos; }

}  // namespace

Contender::Contender(const RecipeOptions& options) : m_options(options), m_turnsLeft(std::max<std::int64_t>(1, options.times)) {
    m_part.kind = options.kind;
    m_part.role = options.role;
    m_part.naive = options.naive;
    m_part.path = options.path;
}

std::string_view Contender::lockName() const {
    switch (m_options.role) {
    case RecipeRole::Read: return kazoo() ? kKazooRead : kReadName;
    case RecipeRole::Write: return kazoo() ? kKazooLock : kWriteName;
    default: break;
    }
    if (kazoo()) return kKazooLock;
    return election() ? "latch-" : "lock-";
}

void Contender::be(RecipeContext& c, RecipeState state) {
    if (m_part.state != state) m_part.since = c.now;
    m_part.state = state;
}

void Contender::send(RecipeContext& c, Step step, Request request) {
    m_step = step;
    m_last = request;
    m_busy = true;
    m_interrupted = false;
    c.calls.push_back(std::move(request));
}

// --- its own znode -----------------------------------------------------------------------------------------------------

void Contender::start(RecipeContext& c) {
    m_part.since = c.now;
    newName(c);   // kazoo's Lock keeps its name for good, Curator's makes one for every create
    ask(c);
}

void Contender::ask(RecipeContext& c) {
    m_wants = false;
    m_deadline = kNever;
    be(c, RecipeState::Starting);
    m_part.znode.clear();
    m_part.watches.clear();
    m_part.number = -1;
    m_part.token = {};
    m_part.session = c.session;
    c.note(EventKind::RecipeAsked, RuleId::None, m_part.path, {c.session.value, static_cast<std::int64_t>(m_part.kind), static_cast<std::int64_t>(m_part.role)});
    if (kazoo() && !m_parentsMade) makeParents(c);   // ensure_path comes first
    else create(c);
}

void Contender::newName(RecipeContext& c) {
    m_createSession = {};
    m_twinPossible = false;
    if (kazoo()) m_prefix = makeUuid(c.random, false) + std::string(lockName());
    else m_prefix = (m_options.isProtected ? "_c_" + makeUuid(c.random, true) + "-" : std::string()) + std::string(lockName());
}

void Contender::makeParents(RecipeContext& c) {
    m_parents.begin(m_part.path);
    send(c, Step::MakeParents, m_parents.request());
}

void Contender::create(RecipeContext& c) {
    Request r;
    r.op = OpCode::Create;
    r.path = joined(m_part.path, m_prefix);
    r.mode = CreateMode::EphemeralSequential;
    r.data = !m_options.data.empty() ? m_options.data : kazoo() || election() ? toString(ActorId(c.client)) : localAddress(c.client);
    if (!m_createSession) m_createSession = c.session;
    send(c, Step::Create, std::move(r));
}

void Contender::created(RecipeContext& c, const Reply& reply) {
    if (reply.error == ErrorCode::NoNode) {
        c.decided(RuleId::RecipeMakesParents, m_part.path, {c.session.value});
        makeParents(c);
        return;
    }
    if (reply.error != ErrorCode::Ok) {   // no such place: a parent that is ephemeral, a name that is none
        c.decided(RuleId::RecipeCannotCreate, m_part.path, {c.session.value, static_cast<std::int64_t>(reply.error)});
        m_turnsLeft = 1;
        finish(c);
        return;
    }
    own(c, reply.path, reply.zxid);   // the zxid in the answer to a write is the transaction's own (§8.2)
    read(c);
}

void Contender::own(RecipeContext& c, const std::string& path, Zxid token) {
    m_part.znode = path;
    m_part.number = sequenceNumber(path);
    m_part.session = c.session;
    m_part.token = token;
    c.note(EventKind::RecipeCreated, RuleId::None, m_part.path, facts());
}

void Contender::search(RecipeContext& c) {
    Request r;
    r.op = OpCode::GetChildren;
    r.path = m_part.path;
    send(c, Step::Search, std::move(r));
}

// The name tells which znode is its own (CreateBuilderImpl.findNode), the session whether it may keep it (ProtectedMode).
void Contender::found(RecipeContext& c, const Reply& reply) {
    const auto mine = std::find_if(reply.children.begin(), reply.children.end(), [&](const std::string& name) { return name.starts_with(m_prefix); });
    if (mine == reply.children.end()) {
        c.decided(RuleId::RecipeFindsNoZnode, m_part.path, {c.session.value});
        m_createSession = c.session;
        m_twinPossible = true;   // looked for too early, perhaps: a server that lags, a create that is not yet committed
        create(c);
        return;
    }
    const std::string path = joined(m_part.path, *mine);
    Request r;
    r.path = path;
    if (!kazoo() && m_createSession && m_createSession != c.session) {
        c.decided(RuleId::RecipeFindsOldZnode, m_part.path, {c.session.value, m_createSession.value, sequenceNumber(path)});
        m_createSession = c.session;
        r.op = OpCode::Delete;
        send(c, Step::DeleteOld, std::move(r));
        return;
    }
    c.decided(RuleId::RecipeFindsOwnZnode, m_part.path, {c.session.value, sequenceNumber(path)});
    m_part.znode = path;
    r.op = OpCode::Exists;   // the answer to the create is lost, and with it the zxid
    send(c, Step::FindToken, std::move(r));
}

// --- the line ----------------------------------------------------------------------------------------------------------

void Contender::read(RecipeContext& c) {
    Request r;
    r.op = OpCode::GetChildren;
    r.path = m_part.path;
    send(c, Step::Read, std::move(r));
}

Contender::Names Contender::inOrder(const std::vector<std::string>& children) const {
    Names names;
    for (const std::string& name : children) {
        std::string_view key = name;
        if (kazoo()) {   // only what looks like a contender counts
            if (sequenceNumber(name) < 0 || (name.find(kKazooLock) == name.npos && name.find(kKazooRead) == name.npos)) continue;
            key = key.substr(key.size() - 10);
        } else if (m_options.kind == RecipeKind::ReadWriteLock) {
            key = behind(behind(name, kReadName), kWriteName);
        } else {
            key = behind(name, lockName());
        }
        names.emplace_back(key, name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

// Whose znode has to go first; `self` if nobody's.
std::size_t Contender::blockedBy(const Names& names, std::size_t self) const {
    if (m_options.role == RecipeRole::Read) {   // only writers keep a reader waiting
        std::size_t writer = self;
        for (std::size_t i = 0; i < self; ++i) {
            if (!isWrite(names[i].second)) continue;
            writer = i;              // kazoo: the last one before it
            if (!kazoo()) break;     // Curator: the first of all (InterProcessReadWriteLock.readLockPredicate)
        }
        return writer;
    }
    if (self == 0) return self;
    return m_options.naive ? 0 : self - 1;
}

// Curator and kazoo look once. Where the first create is committed only after that, they have two znodes, and the other one blocks
// everybody as long as the session lives: random runs found it. What was proposed before the second create is committed before it,
// so this list shows both.
bool Contender::deleteTwin(RecipeContext& c, const std::vector<std::string>& children) {
    if (!m_twinPossible) return false;
    const std::string_view mine = nameIn(m_part.znode);
    const auto twin = std::find_if(children.begin(), children.end(), [&](const std::string& name) { return name.starts_with(m_prefix) && name != mine; });
    m_twinPossible = twin != children.end();
    if (!m_twinPossible) return false;
    Request r;
    r.op = OpCode::Delete;
    r.path = joined(m_part.path, *twin);
    send(c, Step::DeleteTwin, std::move(r));
    return true;
}

void Contender::decide(RecipeContext& c, const std::vector<std::string>& children) {
    if (deleteTwin(c, children)) return;
    if (m_leaving) return remove(c);
    const Names names = inOrder(children);
    const std::string_view mine = nameIn(m_part.znode);
    const auto at = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.second == mine; });
    if (at == names.end()) {
        vanished(c);
        return;
    }
    const auto self = static_cast<std::size_t>(at - names.begin());
    const std::size_t other = blockedBy(names, self);
    Request r;
    r.op = OpCode::GetData;   // not exists: of a znode that is gone it would leave a watch behind
    if (other == self) {
        if (!latch()) return acquire(c, m_options.role == RecipeRole::Read ? RuleId::ReadLockNoWriterBefore : RuleId::LockLowestHolds);
        r.path = m_part.znode;
        send(c, Step::Verify, std::move(r));
        return;
    }
    m_part.watches = joined(m_part.path, names[other].second);
    const RuleId rule = m_options.role == RecipeRole::Read ? RuleId::ReadLockWatchesWriter
                        : m_options.naive                  ? RuleId::LockWatchesHolder
                                                           : RuleId::LockWatchesPredecessor;
    if (m_part.state != RecipeState::Starting) be(c, RecipeState::Waiting);
    c.decided(rule, m_part.path, {m_part.number, sequenceNumber(names[other].second), static_cast<std::int64_t>(self)});
    r.path = m_part.watches;
    r.watch = true;
    send(c, Step::Watch, std::move(r));
}

// LeaderLatch.checkLeadership: the lowest still looks whose session its znode belongs to.
void Contender::verified(RecipeContext& c, const Reply& reply) {
    if (reply.error == ErrorCode::Ok && reply.stat.ephemeralOwner == c.session) return acquire(c, RuleId::ElectionLowestLeads);
    vanished(c);
}

void Contender::acquire(RecipeContext& c, RuleId rule) {
    const bool again = m_part.state == RecipeState::Unsure;
    m_step = Step::Holding;
    m_part.watches.clear();
    be(c, RecipeState::Holding);
    c.note(EventKind::RecipeAcquired, rule, m_part.path, facts(again));
    if (m_options.hold.us > 0 && !again) m_deadline = c.now + m_options.hold;
}

// Deleted by somebody else, or by the end of a session that it had not heard of.
void Contender::vanished(RecipeContext& c) {
    c.decided(RuleId::LockZnodeVanished, m_part.path, {m_part.number});
    be(c, RecipeState::Starting);
    m_part.znode.clear();
    m_part.watches.clear();
    if (kazoo()) return search(c);   // _find_node, once more
    newName(c);
    create(c);
}

// --- inputs ------------------------------------------------------------------------------------------------------------

void Contender::replied(RecipeContext& c, const Request& request, const Reply& reply) {
    if (!m_busy || request.op != m_last.op || request.path != m_last.path) return;   // of a step that was broken off
    m_busy = false;
    if (isUnknown(reply.error)) {
        m_interrupted = true;
        c.decided(RuleId::RecipeOutcomeUnknown, m_part.path, {c.session.value, static_cast<std::int64_t>(m_last.op)});
        return;
    }
    const bool looks = m_step == Step::Search || m_step == Step::FindToken || (m_twinPossible && (m_step == Step::Read || m_step == Step::DeleteTwin));
    if (m_leaving && m_step != Step::Deleting && !looks) {
        if (m_step == Step::Create && reply.error == ErrorCode::Ok) own(c, reply.path, reply.zxid);
        return m_twinPossible && !m_part.znode.empty() ? read(c) : remove(c);
    }
    switch (m_step) {
    case Step::MakeParents:
        m_parents.answered(reply.error);
        if (!m_parents.done()) return send(c, Step::MakeParents, m_parents.request());
        m_parentsMade = true;
        return create(c);
    case Step::Create: return created(c, reply);
    case Step::Search: return found(c, reply);
    case Step::DeleteOld: return m_leaving ? finish(c) : create(c);
    case Step::DeleteTwin: return read(c);
    case Step::FindToken:
        if (reply.error != ErrorCode::Ok) return m_leaving ? finish(c) : vanished(c);
        own(c, m_part.znode, reply.stat.czxid);
        return m_leaving && !m_twinPossible ? remove(c) : read(c);
    case Step::Read: return reply.error == ErrorCode::Ok ? decide(c, reply.children) : vanished(c);
    case Step::Verify: return verified(c, reply);
    case Step::Watch:
        if (reply.error != ErrorCode::Ok) {
            c.decided(RuleId::LockPredecessorGone, m_part.path, {m_part.number, sequenceNumber(m_part.watches)});
            return read(c);
        }
        m_step = Step::Waiting;
        be(c, RecipeState::Waiting);
        return c.note(EventKind::RecipeWaits, RuleId::None, m_part.path, {m_part.session.value, m_part.number, sequenceNumber(m_part.watches)});
    case Step::Deleting: return finish(c);
    case Step::Waiting:
    case Step::Holding:
    case Step::Over: return;
    }
}

void Contender::heard(RecipeContext& c, const Heard& h) {
    if (h.type != WatchEventType::None) {
        if (m_step != Step::Waiting || h.path != m_part.watches) return;
        if (latch() && h.type != WatchEventType::NodeDeleted) return;   // LeaderLatch listens to nothing else
        c.decided(RuleId::LockReadsAgain, m_part.path, {m_part.number, static_cast<std::int64_t>(h.type)});
        return read(c);
    }
    if (h.link == LinkState::Down) {
        if (m_step != Step::Holding || m_part.state != RecipeState::Holding) return;
        be(c, RecipeState::Unsure);
        return c.note(EventKind::RecipeUnsure, latch() ? RuleId::ElectionNotLeaderAtOnce : RuleId::LockUnsafe, m_part.path, facts());
    }
    if (h.link == LinkState::Over) return sessionIsOver(c);
    if (m_step != Step::Over && m_part.session && m_part.session != c.session) sessionIsOver(c);   // the word of its end was never heard
    if (m_step == Step::Over) {
        if (m_wants) resume(c);
        return;
    }
    m_part.session = c.session;
    if (m_interrupted) return resume(c);
    if (m_step == Step::Waiting) {
        c.decided(RuleId::LockReadsAgain, m_part.path, {m_part.number, static_cast<std::int64_t>(h.type)});
        return read(c);
    }
    if (m_step != Step::Holding || m_part.state != RecipeState::Unsure) return;
    if (latch()) read(c);   // on RECONNECTED the children are read again
    else acquire(c, RuleId::LockSafeAgain);
}

void Contender::timer(RecipeContext& c) {
    if (m_deadline > c.now) return;
    m_deadline = kNever;
    remove(c);
}

void Contender::leave(RecipeContext& c) {
    m_turnsLeft = 1;
    if (m_step == Step::Over) {   // lost, or only waiting for the next session
        m_wants = false;
        be(c, RecipeState::Done);
        return;
    }
    m_leaving = true;
    if (m_step == Step::Deleting || m_twinPossible || (m_busy && m_step != Step::Watch && m_step != Step::Read)) return;   // the answer decides
    if (m_interrupted && m_part.znode.empty()) return;   // there may be one: looked up when the connection is back
    remove(c);
}

// --- the end -----------------------------------------------------------------------------------------------------------

void Contender::remove(RecipeContext& c) {
    if (m_step == Step::Holding || m_part.state == RecipeState::Unsure) c.note(EventKind::RecipeReleased, RuleId::LockReleases, m_part.path, facts());
    m_deadline = kNever;
    m_part.watches.clear();
    be(c, RecipeState::Done);
    if (m_part.znode.empty()) return finish(c);
    Request r;
    r.op = OpCode::Delete;
    r.path = m_part.znode;
    send(c, Step::Deleting, std::move(r));
}

void Contender::finish(RecipeContext& c) {
    m_busy = m_interrupted = false;
    m_step = Step::Over;
    m_part.znode.clear();
    if (--m_turnsLeft > 0 && !m_leaving) {
        if (!kazoo()) newName(c);
        return ask(c);
    }
    be(c, RecipeState::Done);
    c.note(EventKind::RecipeEnded, RuleId::None, m_part.path, {m_part.session.value, m_part.number});
}

/// The connection is back: what was under way is asked for again.
void Contender::resume(RecipeContext& c) {
    m_interrupted = false;
    if (m_step == Step::Over) {   // in a new session
        c.decided(RuleId::RecipeBeginsAgain, m_part.path, {c.session.value});
        const bool unknown = m_last.op == OpCode::Create && m_part.znode.empty() && !m_leaving;
        m_wants = false;
        if (!unknown || !m_options.isProtected) {
            if (!kazoo()) newName(c);
            return ask(c);
        }
        be(c, RecipeState::Starting);
        return search(c);
    }
    switch (m_step) {
    case Step::Create:
        if (m_options.isProtected || kazoo()) return search(c);
        c.decided(RuleId::RecipeCreatesBlindly, m_part.path, {c.session.value});
        return m_leaving ? finish(c) : create(c);
    case Step::Deleting:
        c.decided(RuleId::LockDeletesAgain, m_part.path, {m_part.number});
        return send(c, Step::Deleting, m_last);
    case Step::Watch:
    case Step::Verify: return read(c);
    default: return send(c, m_step, m_last);
    }
}

/// Expired or closed: the servers have deleted, or will delete, every ephemeral znode of the session.
void Contender::sessionIsOver(RecipeContext& c) {
    if (m_step == Step::Over) return;
    m_deadline = kNever;
    m_part.watches.clear();
    const bool held = m_step == Step::Holding;
    const bool unknownCreate = m_step == Step::Create && m_interrupted;
    const bool leaving = m_leaving || m_step == Step::Deleting;
    m_busy = false;
    if (leaving && !unknownCreate) {   // its znode goes with the session
        if (m_step == Step::Deleting && m_turnsLeft > 1 && !m_leaving) {
            --m_turnsLeft;
            m_step = Step::Over;
            m_wants = true;
            m_part.znode.clear();
            return be(c, RecipeState::Lost);
        }
        return finish(c);
    }
    m_step = Step::Over;
    be(c, RecipeState::Lost);
    c.note(EventKind::RecipeLost, RuleId::LockLost, m_part.path, facts(held));
    m_wants = !held || --m_turnsLeft > 0;
    if (held && !m_wants) return;   // what it had stays in sight
    if (!unknownCreate) m_last.op = OpCode::None;
    m_part.znode.clear();
}

}  // namespace zab
