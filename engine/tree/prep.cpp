// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tree/prep.h"

#include <cstdio>
#include <set>

namespace zab {

namespace {

TxnBody errorBody(ErrorCode error) {
    TxnBody body;
    body.type = OpCode::Error;
    body.error = error;
    return body;
}

/// Versions are Java ints: the one after the greatest is the least.
std::int32_t nextVersion(std::int32_t v) { return static_cast<std::int32_t>(static_cast<std::uint32_t>(v) + 1U); }

/// The rough look that comes before the parent is asked for: it can be cut into parent and name.
bool canBeCut(const std::string& path) { return path.find('/') != std::string::npos && path.find('\0') == std::string::npos; }

/// The parent as ZooKeeper cuts it off: to it the root is the parent of itself.
std::string_view cutParent(const std::string& path) { return path.rfind('/') == 0 ? std::string_view("/") : parentPath(path); }

bool isKnownMode(const Request& q) {
    return static_cast<int>(q.mode) >= 0 && static_cast<int>(q.mode) <= 4 && createOp(q.mode) == q.op;
}

std::string sequenceSuffix(std::int32_t cversion) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%010d", static_cast<int>(cversion));
    return digits;
}

}  // namespace

TxnBody Prep::prepare(const DataTree& tree, SessionId session, Zxid zxid, const Request& request) {
    switch (request.op) {
        case OpCode::Create:
        case OpCode::CreateContainer:
            return prepareCreate(tree, session, zxid, request);
        case OpCode::Delete:
            return prepareDelete(tree, session, zxid, request);
        case OpCode::DeleteContainer:
            return prepareDeleteContainer(tree, session, zxid, request);
        case OpCode::SetData:
            return prepareSetData(tree, session, zxid, request);
        case OpCode::CreateSession:
            return prepareCreateSession(session, zxid, request);
        case OpCode::CloseSession:
            return prepareCloseSession(tree, session, zxid);
        default:
            return errorBody(ErrorCode::Unimplemented);
    }
}

TxnBody Prep::prepareCreate(const DataTree& tree, SessionId session, Zxid zxid, const Request& request) {
    if (!isKnownMode(request)) return errorBody(ErrorCode::BadArguments);
    if (isExpired(tree, session)) return errorBody(ErrorCode::SessionExpired);
    if (!canBeCut(request.path)) return errorBody(ErrorCode::BadArguments);
    const PathRef parentRef(cutParent(request.path));
    Record parent = recordOf(tree, parentRef);
    if (!parent.exists) return errorBody(ErrorCode::NoNode);

    TxnBody body;
    body.type = request.op;
    body.path = request.path;
    if (isSequential(request.mode)) body.path += sequenceSuffix(parent.cversion);
    if (!isValidPath(body.path)) return errorBody(ErrorCode::BadArguments);
    const PathRef ref(body.path);
    if (recordOf(tree, ref).exists) return errorBody(ErrorCode::NodeExists);
    if (isSession(parent.ephemeralOwner)) return errorBody(ErrorCode::NoChildrenForEphemerals);

    body.data = request.data;
    body.ephemeral = isEphemeral(request.mode);
    body.parentCVersion = nextVersion(parent.cversion);
    parent.cversion = body.parentCVersion;
    ++parent.numChildren;
    keep(parentRef, zxid, parent);
    Record made;
    made.exists = true;
    if (body.ephemeral) made.ephemeralOwner = session;
    if (request.mode == CreateMode::Container) made.ephemeralOwner = kContainerOwner;
    keep(ref, zxid, made);
    return body;
}

TxnBody Prep::prepareDelete(const DataTree& tree, SessionId session, Zxid zxid, const Request& request) {
    if (isExpired(tree, session)) return errorBody(ErrorCode::SessionExpired);
    if (!canBeCut(request.path) || isSpecialPath(request.path)) return errorBody(ErrorCode::BadArguments);
    if (!recordOf(tree, PathRef(cutParent(request.path))).exists) return errorBody(ErrorCode::NoNode);
    const PathRef ref(request.path);
    const Record node = recordOf(tree, ref);
    if (!node.exists) return errorBody(ErrorCode::NoNode);
    if (request.version != -1 && request.version != node.version) return errorBody(ErrorCode::BadVersion);
    if (node.numChildren > 0) return errorBody(ErrorCode::NotEmpty);
    return deleted(tree, zxid, request, ref);
}

// The leader's own (ContainerManager). What a client sends of that kind is no path to the real server, and refused (BADARGUMENTS).
TxnBody Prep::prepareDeleteContainer(const DataTree& tree, SessionId session, Zxid zxid, const Request& request) {
    if (session || !canBeCut(request.path) || isSpecialPath(request.path)) return errorBody(ErrorCode::BadArguments);
    const PathRef ref(request.path);
    const Record node = recordOf(tree, ref);
    if (!node.exists) return errorBody(ErrorCode::NoNode);
    if (node.numChildren > 0) return errorBody(ErrorCode::NotEmpty);
    if (isSession(node.ephemeralOwner)) return errorBody(ErrorCode::BadVersion);   // of a later life
    return deleted(tree, zxid, request, ref);
}

TxnBody Prep::deleted(const DataTree& tree, Zxid zxid, const Request& request, const PathRef& ref) {
    const PathRef parentRef(cutParent(request.path));
    Record parent = recordOf(tree, parentRef);
    --parent.numChildren;
    keep(parentRef, zxid, parent);
    keep(ref, zxid, Record{});
    TxnBody body;
    body.type = request.op;
    body.path = request.path;
    return body;
}

TxnBody Prep::prepareSetData(const DataTree& tree, SessionId session, Zxid zxid, const Request& request) {
    if (isExpired(tree, session)) return errorBody(ErrorCode::SessionExpired);
    if (!isValidPath(request.path)) return errorBody(ErrorCode::BadArguments);
    const PathRef ref(request.path);
    Record node = recordOf(tree, ref);
    if (!node.exists) return errorBody(ErrorCode::NoNode);
    if (request.version != -1 && request.version != node.version) return errorBody(ErrorCode::BadVersion);

    node.version = nextVersion(node.version);
    keep(ref, zxid, node);
    TxnBody body;
    body.type = OpCode::SetData;
    body.path = request.path;
    body.data = request.data;
    body.version = node.version;
    return body;
}

TxnBody Prep::prepareCreateSession(SessionId session, Zxid zxid, const Request& request) {
    mark(session, zxid, false);
    TxnBody body;
    body.type = OpCode::CreateSession;
    body.timeoutMs = request.timeoutMs;
    return body;
}

TxnBody Prep::prepareCloseSession(const DataTree& tree, SessionId session, Zxid zxid) {
    std::set<std::string> paths;
    for (std::string& path : tree.ephemeralsOf(session)) paths.insert(std::move(path));
    m_records.forEach([&](const PathKey& key, const Record& record) {
        if (record.exists && record.ephemeralOwner && record.ephemeralOwner == session)
            paths.insert(key.path);
        else
            paths.erase(key.path);
    });
    for (const std::string& path : paths) {
        // As in ZooKeeper the parent's shadow keeps its number of children here: until this transaction is applied, a
        // delete of the parent is refused with NOTEMPTY.
        const PathRef parentRef(parentPath(path));
        keep(parentRef, zxid, recordOf(tree, parentRef));
        keep(PathRef(path), zxid, Record{});
    }
    mark(session, zxid, true);
    TxnBody body;
    body.type = OpCode::CloseSession;
    body.paths.assign(paths.begin(), paths.end());
    return body;
}

Prep::Record Prep::recordOf(const DataTree& tree, const PathRef& ref) const {
    if (const Record* record = m_records.find(ref)) return *record;
    Record record;
    if (const Znode* node = tree.find(ref)) {
        record.exists = true;
        record.version = node->version;
        record.cversion = node->cversion;
        record.numChildren = node->numChildren;
        record.ephemeralOwner = node->ephemeralOwner;
    }
    return record;
}

void Prep::keep(const PathRef& ref, Zxid zxid, Record record) {
    record.zxid = zxid;
    *m_records.tryEmplace(ref).first = record;
    m_queue.push_back({zxid, ref.rank, false});
}

void Prep::mark(SessionId session, Zxid zxid, bool closing) {
    m_sessions.insertOrAssign(session.value, {zxid, closing});
    m_queue.push_back({zxid, static_cast<std::uint64_t>(session.value), true});
}

bool Prep::isExpired(const DataTree& tree, SessionId session) const {
    if (!session) return false;  // the lab itself asks
    if (const SessionMark* m = m_sessions.find(session.value)) return m->closing;
    return !tree.sessionTimeout(session);
}

void Prep::applied(Zxid zxid) {
    if (empty()) return;
    for (; m_head < m_queue.size() && m_queue[m_head].zxid <= zxid; ++m_head) {
        if (m_queue[m_head].ofSession)
            forgetSession(m_queue[m_head]);
        else
            forgetPath(m_queue[m_head]);
    }
    if (empty()) {
        m_queue.clear();
        m_head = 0;
    } else if (m_head >= 64 && m_head * 2 > m_queue.size()) {
        m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(m_head));
        m_head = 0;
    }
}

void Prep::forgetPath(const Change& change) {
    const PathRef first({}, change.key);
    for (auto it = m_records.lowerBound(first); it != m_records.end() && it->first.rank == change.key; ++it) {
        if (it->second.zxid != change.zxid) continue;  // changed again since
        m_records.erase(it->first);
        return forgetPath(change);  // two paths of one rank: hardly ever
    }
}

void Prep::forgetSession(const Change& change) {
    const auto id = static_cast<std::int64_t>(change.key);
    const SessionMark* m = m_sessions.find(id);
    if (m && m->zxid == change.zxid) m_sessions.erase(id);
}

void Prep::clear() { *this = Prep(); }

}  // namespace zab
