// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/contender.h"

#include <algorithm>
#include <utility>

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

Contender::Contender(const RecipeOptions& options) : RecipeBase(options), m_turnsLeft(std::max<std::int64_t>(1, options.times)) {}

std::string_view Contender::lockName() const {
    switch (m_options.role) {
    case RecipeRole::Read: return kazoo() ? kKazooRead : kReadName;
    case RecipeRole::Write: return kazoo() ? kKazooLock : kWriteName;
    default: break;
    }
    if (kazoo()) return kKazooLock;
    return election() ? "latch-" : "lock-";
}

void Contender::go(RecipeContext& c, Step step, OpCode op, const std::string& path, bool watch) {
    m_step = step;
    RecipeBase::ask(c, op, path, watch);
}

// --- its own znode -----------------------------------------------------------------------------------------------------

void Contender::start(RecipeContext& c) {
    newName(c);   // kazoo's Lock keeps its name for good, Curator's makes one for every create
    standInLine(c);
}

void Contender::standInLine(RecipeContext& c) {
    m_wants = false;
    m_deadline = kNever;
    be(c, RecipeState::Starting);
    m_part.znode.clear();
    m_part.watches.clear();
    m_part.number = -1;
    m_part.token = {};
    m_session = c.session;
    begin(c);
    if (kazoo() && !m_parentsMade) ensureParents(c);   // ensure_path comes first
    else if (kazoo() && m_createTried) go(c, Step::Search, OpCode::GetChildren, m_part.path);   // Lock._inner_acquire looks before every create but the first
    else create(c);
}

void Contender::newName(RecipeContext& c) {
    m_createSession = {};
    m_twinPossible = m_unknownCreate = false;
    if (kazoo()) m_prefix = makeUuid(c.random, false) + std::string(lockName());
    else m_prefix = (m_options.isProtected ? "_c_" + makeUuid(c.random, true) + "-" : std::string()) + std::string(lockName());
}

void Contender::ensureParents(RecipeContext& c) {
    m_step = Step::MakeParents;
    makeParents(c);
    if (!m_busy) create(c);   // nothing but the root is above
}

void Contender::create(RecipeContext& c) {
    if (!m_createSession) m_createSession = c.session;
    m_createTried = true;
    m_step = Step::Create;
    const std::string data = !m_options.data.empty() ? m_options.data : kazoo() || election() ? toString(ActorId(c.client)) : localAddress(c.client);
    RecipeBase::create(c, joined(m_part.path, m_prefix), CreateMode::EphemeralSequential, data);
}

void Contender::created(RecipeContext& c, const Reply& reply) {
    if (reply.error == ErrorCode::NoNode && !kazoo()) return ensureParents(c);   // kazoo is assured of its path, and raises
    if (reply.error != ErrorCode::Ok) {   // no such place: a parent that is ephemeral, a name that is none
        cannotCreate(c, reply.error);
        m_turnsLeft = 1;
        finish(c);
        return;
    }
    own(c, reply.path, c.session, reply.zxid);   // the zxid in the answer to a write is the transaction's own (§8.2)
    read(c);
}

void Contender::own(RecipeContext& c, const std::string& path, SessionId owner, Zxid token) {
    m_unknownCreate = false;
    m_part.znode = path;
    m_part.number = sequenceNumber(path);
    m_part.session = owner;
    m_part.token = token;
    c.note(EventKind::RecipeCreated, RuleId::None, m_part.path, facts());
}

// The name tells which znode is its own (CreateBuilderImpl.findNode), the session whether it may keep it (ProtectedMode).
void Contender::found(RecipeContext& c, const Reply& reply) {
    const auto mine = std::find_if(reply.children.begin(), reply.children.end(), [&](const std::string& name) { return name.starts_with(m_prefix); });
    if (mine == reply.children.end()) {
        m_createSession = c.session;
        if (m_unknownCreate) c.decided(RuleId::RecipeFindsNoZnode, m_part.path, {c.session.value});
        m_twinPossible |= std::exchange(m_unknownCreate, false);   // looked for too early, perhaps: a server that lags, a create that is not yet committed
        return m_leaving && !m_twinPossible ? finish(c) : create(c);
    }
    const std::string path = joined(m_part.path, *mine);
    if (!kazoo() && m_createSession && m_createSession != c.session) {
        c.decided(RuleId::RecipeFindsOldZnode, m_part.path, {c.session.value, m_createSession.value, sequenceNumber(path)});
        m_createSession = c.session;
        return go(c, Step::DeleteOld, OpCode::Delete, path);
    }
    c.decided(RuleId::RecipeFindsOwnZnode, m_part.path, {c.session.value, sequenceNumber(path)});
    m_part.znode = path;
    go(c, Step::FindToken, OpCode::Exists, path);   // the answer to the create is lost, and with it the zxid
}

void Contender::tokenFound(RecipeContext& c, const Reply& reply) {
    if (reply.error != ErrorCode::Ok) return m_leaving ? finish(c) : vanished(c);
    const SessionId owner = reply.stat.ephemeralOwner;
    if (owner && owner != c.session) c.decided(RuleId::RecipeAdoptsOldZnode, m_part.path, {c.session.value, owner.value, sequenceNumber(m_part.znode)});
    own(c, m_part.znode, owner ? owner : c.session, reply.stat.czxid);
    return m_leaving && !m_twinPossible ? remove(c) : read(c);
}

// --- the line ----------------------------------------------------------------------------------------------------------

Contender::Names Contender::inOrder(const std::vector<std::string>& children) const {
    Names names;
    for (const std::string& name : children) {
        std::string_view key = name;
        if (kazoo()) {   // only what looks like a contender counts; readers are none for a plain Lock (_EXCLUDE_NAMES)
            const bool counts = name.find(kKazooLock) != name.npos || (m_options.role != RecipeRole::None && name.find(kKazooRead) != name.npos);
            if (sequenceNumber(name) < 0 || !counts) continue;
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
    c.decided(RuleId::RecipeTwinAppears, m_part.path, {c.session.value, m_part.number, sequenceNumber(*twin)});
    go(c, Step::DeleteTwin, OpCode::Delete, joined(m_part.path, *twin));
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
    if (other == self) {
        if (latch()) return go(c, Step::Verify, OpCode::GetData, m_part.znode);
        return acquire(c, m_options.role == RecipeRole::Read ? RuleId::ReadLockNoWriterBefore : RuleId::LockLowestHolds);
    }
    m_part.watches = joined(m_part.path, names[other].second);
    const RuleId rule = m_options.role == RecipeRole::Read ? RuleId::ReadLockWatchesWriter
                        : m_options.naive                  ? RuleId::LockWatchesHolder
                                                           : RuleId::LockWatchesPredecessor;
    if (m_part.state != RecipeState::Starting) be(c, RecipeState::Waiting);
    c.decided(rule, m_part.path, {m_part.number, sequenceNumber(names[other].second), static_cast<std::int64_t>(self)});
    go(c, Step::Watch, OpCode::GetData, m_part.watches, true);   // not exists: of a znode that is gone it would leave a watch behind
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
    m_deadline = kNever;   // whatever it had is over: a turn of its own begins with the next znode
    be(c, RecipeState::Starting);
    m_part.znode.clear();
    m_part.watches.clear();
    if (kazoo()) return go(c, Step::Search, OpCode::GetChildren, m_part.path);   // _find_node, once more
    newName(c);
    create(c);
}

// --- inputs ------------------------------------------------------------------------------------------------------------

void Contender::replied(RecipeContext& c, const Request& request, const Reply& reply) {
    if (!isAnswer(c, request, reply)) return;   // of a step that was broken off, or the connection has ended
    const bool looks = m_step == Step::Search || m_step == Step::FindToken || (m_twinPossible && (m_step == Step::Read || m_step == Step::DeleteTwin));
    if (m_leaving && m_step != Step::Deleting && !looks) {
        if (m_step == Step::Create && reply.error == ErrorCode::Ok) own(c, reply.path, c.session, reply.zxid);
        return m_twinPossible && !m_part.znode.empty() ? read(c) : remove(c);
    }
    switch (m_step) {
    case Step::MakeParents:
        if (parentAnswered(c, reply.error)) {
            if (m_part.state == RecipeState::Done) m_step = Step::Over;
            return;
        }
        m_parentsMade = true;
        return create(c);
    case Step::Create: return created(c, reply);
    case Step::Search: return found(c, reply);
    case Step::DeleteOld: return m_leaving ? finish(c) : create(c);
    case Step::DeleteTwin: return read(c);
    case Step::FindToken: return tokenFound(c, reply);
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
    if (m_step != Step::Over && m_session && m_session != c.session) sessionIsOver(c);   // the word of its end was never heard
    m_session = c.session;
    if (m_step == Step::Over) {
        if (m_wants) resume(c);
        return;
    }
    if (m_part.znode.empty()) m_part.session = c.session;
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
    go(c, Step::Deleting, OpCode::Delete, m_part.znode);
}

void Contender::finish(RecipeContext& c) {
    m_step = Step::Over;
    if (--m_turnsLeft <= 0 || m_leaving) return RecipeBase::finish(c);
    m_busy = m_interrupted = false;
    if (!kazoo()) newName(c);
    standInLine(c);
}

/// The connection is back: what was under way is asked for again.
void Contender::resume(RecipeContext& c) {
    m_interrupted = false;
    if (m_step == Step::Over) {   // in a new session
        c.decided(RuleId::RecipeBeginsAgain, m_part.path, {c.session.value});
        m_wants = false;
        if (kazoo()) return standInLine(c);
        if (!m_unknownCreate || !m_options.isProtected) {
            newName(c);
            return standInLine(c);
        }
        be(c, RecipeState::Starting);
        return go(c, Step::Search, OpCode::GetChildren, m_part.path);
    }
    switch (m_step) {
    case Step::Create:
        m_unknownCreate = true;
        if (m_options.isProtected || kazoo()) return go(c, Step::Search, OpCode::GetChildren, m_part.path);
        c.decided(RuleId::RecipeCreatesBlindly, m_part.path, {c.session.value});
        return m_leaving ? finish(c) : create(c);
    case Step::Deleting:
        c.decided(RuleId::LockDeletesAgain, m_part.path, {m_part.number});
        return send(c, m_last);
    case Step::Watch:
    case Step::Verify: return read(c);
    default: return send(c, m_last);
    }
}

/// Expired or closed: the servers have deleted, or will delete, every ephemeral znode of the session.
void Contender::sessionIsOver(RecipeContext& c) {
    if (m_step == Step::Over) return;
    m_deadline = kNever;
    m_part.watches.clear();
    const bool held = m_step == Step::Holding;
    m_unknownCreate = m_unknownCreate || (m_step == Step::Create && m_interrupted);
    m_busy = false;
    if (m_leaving || m_step == Step::Deleting) {   // its znode, if there is one, goes with the session
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
    m_part.znode.clear();
}

}  // namespace zab
