// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tree/data_tree.h"

#include <algorithm>

namespace zab {

namespace {

constexpr std::int64_t kStatPersisted = 4 * 8 + 3 * 4 + 2 * 8;
constexpr std::int64_t kNodeFrame = 4 + 4 + 8 + kStatPersisted;  // lengths of path and data, ACL key, stat
// What a snapshot file has around its znodes: header, two counts, the one ACL (world:anyone, for /zookeeper/config), the end
// marker, the seal, and the digest with its own seal.
constexpr std::int64_t kSnapshotFrame = 16 + (4 + 4) + (8 + 4 + 4 + (4 + 5) + (4 + 6)) + 5 + (8 + 5) + (8 + 4 + 8 + 8 + 5);
constexpr std::int64_t kSessionBytes = 8 + 4;

std::int64_t snapshotBytes(std::string_view path, std::string_view data) {
    const std::size_t stored = path == "/" ? 0 : path.size();  // the root is written as ""
    return kNodeFrame + static_cast<std::int64_t>(stored + data.size());
}

/// Versions are Java ints: they wrap.
std::int32_t wrap(std::uint32_t v) { return static_cast<std::int32_t>(v); }

std::uint64_t asBits(std::int64_t v) { return static_cast<std::uint64_t>(v); }

std::uint64_t sessionHash(SessionId session, std::int32_t timeoutMs) { return mixHash(mixHash(0x73657373696f6eU, asBits(session.value)), asBits(timeoutMs)); }

}  // namespace

DataTree::DataTree() {
    addSystemNode("/", 0);
    addSystemNode("/zookeeper", 0);
    addSystemNode("/zookeeper/quota", 0);
    addSystemNode("/zookeeper/config", -1);
    m_nodes.edit(PathRef("/"))->numChildren = 1;
    m_nodes.edit(PathRef("/zookeeper"))->numChildren = 2;
}

void DataTree::addSystemNode(std::string_view path, std::int32_t aversion) {
    const PathRef ref(path);
    Entry& node = *m_nodes.tryEmplace(ref).first;
    node.aversion = aversion;
    node.dataHash = hashBytes({});
    rehash(node, ref.rank);
    m_nodeBytes += snapshotBytes(path, {});
}

void DataTree::rehash(Entry& node, std::uint64_t rank) {
    std::uint64_t h = mixHash(rank, node.dataHash);
    h = mixHash(h, asBits(node.czxid.value));
    h = mixHash(h, asBits(node.mzxid.value));
    h = mixHash(h, asBits(node.pzxid.value));
    h = mixHash(h, asBits(node.ctime));
    h = mixHash(h, asBits(node.mtime));
    h = mixHash(h, asBits(node.version) << 32 | static_cast<std::uint32_t>(node.cversion));
    h = mixHash(h, asBits(node.aversion));
    h = mixHash(h, asBits(node.ephemeralOwner.value));
    m_digest += h - node.hash;
    node.hash = h;
}

ApplyResult DataTree::apply(Zxid zxid, SessionId session, std::int64_t timeMs, const TxnBody& body) {
    ApplyResult out;
    out.reply.error = applyTo(zxid, session, timeMs, body, &out);
    return out;
}

ErrorCode DataTree::applyQuietly(Zxid zxid, SessionId session, std::int64_t timeMs, const TxnBody& body) {
    return applyTo(zxid, session, timeMs, body, nullptr);
}

ErrorCode DataTree::applyTo(Zxid zxid, SessionId session, std::int64_t timeMs, const TxnBody& body, ApplyResult* out) {
    switch (body.type) {
        case OpCode::Create:
        case OpCode::CreateContainer:
            return create(zxid, session, timeMs, body, out);
        case OpCode::Delete:
        case OpCode::DeleteContainer:
            return deleteNode(zxid, body.path, out);
        case OpCode::SetData:
            return setData(zxid, timeMs, body, out);
        case OpCode::CreateSession:
            forgetSession(session);
            m_sessions.insertOrAssign(session.value, body.timeoutMs);
            m_sessionsDigest += sessionHash(session, body.timeoutMs);
            return ErrorCode::Ok;
        case OpCode::CloseSession:
            return closeSession(zxid, session, body, out);
        case OpCode::Error:
            return body.error;
        default:
            return ErrorCode::Unimplemented;
    }
}

ErrorCode DataTree::create(Zxid zxid, SessionId session, std::int64_t timeMs, const TxnBody& body, ApplyResult* out) {
    const PathRef parentRef(parentPath(body.path));
    Entry* parent = m_nodes.edit(parentRef);
    if (!parent) return ErrorCode::NoNode;
    const PathRef ref(body.path);
    const auto [node, fresh] = m_nodes.tryEmplace(ref);
    // Also when the znode is there already: a fuzzy snapshot may hold the child of a later life beside an older parent.
    if (body.parentCVersion > parent->cversion) {
        parent->cversion = body.parentCVersion;
        parent->pzxid = zxid;
        rehash(*parent, parentRef.rank);
    }
    if (!fresh) return ErrorCode::NodeExists;
    ++parent->numChildren;
    node->data = body.data;
    node->dataHash = hashBytes(body.data);
    node->czxid = node->mzxid = node->pzxid = zxid;
    node->ctime = node->mtime = timeMs;
    if (body.ephemeral && session) {
        node->ephemeralOwner = session;
        m_ephemerals.tryEmplace(EphemeralKey{session, body.path});
    }
    if (body.type == OpCode::CreateContainer) {
        node->ephemeralOwner = kContainerOwner;
        m_containers.tryEmplace(ref);
    }
    rehash(*node, ref.rank);
    m_nodeBytes += snapshotBytes(body.path, body.data);
    if (!out) return ErrorCode::Ok;
    out->reply.path = body.path;
    if (body.type == OpCode::CreateContainer) out->reply.stat = stat(*node);   // answered as create2 is
    out->changes.reserve(2);
    out->changes.push_back({body.path, WatchEventType::NodeCreated});
    out->changes.push_back({std::string(parentRef.path), WatchEventType::NodeChildrenChanged});
    return ErrorCode::Ok;
}

ErrorCode DataTree::setData(Zxid zxid, std::int64_t timeMs, const TxnBody& body, ApplyResult* out) {
    const PathRef ref(body.path);
    Entry* node = m_nodes.edit(ref);
    if (!node) return ErrorCode::NoNode;
    m_nodeBytes += static_cast<std::int64_t>(body.data.size()) - static_cast<std::int64_t>(node->data.size());
    node->data = body.data;
    node->dataHash = hashBytes(body.data);
    node->mtime = timeMs;
    node->mzxid = zxid;
    node->version = body.version;
    rehash(*node, ref.rank);
    if (!out) return ErrorCode::Ok;
    out->reply.stat = stat(*node);
    out->changes.push_back({body.path, WatchEventType::NodeDataChanged});
    return ErrorCode::Ok;
}

ErrorCode DataTree::closeSession(Zxid zxid, SessionId session, const TxnBody& body, ApplyResult* out) {
    // The listed paths first, whoever owns them by now: over a fuzzy snapshot they may belong to a later life, whose
    // creation is still to be replayed. Then what the list does not name.
    for (const std::string& path : body.paths) deleteNode(zxid, path, out);
    for (const std::string& path : ephemeralsOf(session)) deleteNode(zxid, path, out);
    forgetSession(session);
    return ErrorCode::Ok;
}

ErrorCode DataTree::deleteNode(Zxid zxid, std::string_view path, ApplyResult* out) {
    const PathRef parentRef(parentPath(path));
    Entry* parent = m_nodes.edit(parentRef);
    if (!parent) return ErrorCode::NoNode;
    // The child may be missing from a fuzzy snapshot already; its parent still has to learn of the deletion.
    if (zxid > parent->pzxid) {
        parent->pzxid = zxid;
        rehash(*parent, parentRef.rank);
    }
    const PathRef ref(path);
    const Entry* node = m_nodes.find(ref);
    if (!node) return ErrorCode::NoNode;
    if (node->numChildren > 0) {
        // Only over a fuzzy snapshot: they are children of a later life, and their creation is still to be replayed.
        std::vector<std::string> below = childPaths(path);
        for (std::size_t i = 0; i < below.size(); ++i) {
            for (std::string& deeper : childPaths(below[i])) below.push_back(std::move(deeper));
        }
        for (const std::string& p : below) removeNode(PathRef(p));
    }
    removeNode(ref);
    --parent->numChildren;
    if (!out) return ErrorCode::Ok;
    out->changes.push_back({std::string(path), WatchEventType::NodeDeleted});
    out->changes.push_back({std::string(parentRef.path), WatchEventType::NodeChildrenChanged});
    return ErrorCode::Ok;
}

void DataTree::removeNode(const PathRef& ref) {
    const Entry* node = m_nodes.find(ref);
    m_digest -= node->hash;
    m_nodeBytes -= snapshotBytes(ref.path, node->data);
    if (node->isContainer()) m_containers.erase(ref);
    else if (node->ephemeralOwner) m_ephemerals.erase(EphemeralKey{node->ephemeralOwner, std::string(ref.path)});
    m_nodes.erase(ref);
}

const Znode* DataTree::find(std::string_view path) const { return find(PathRef(path)); }

Stat DataTree::stat(const Znode& n) const {
    Stat s;
    s.czxid = n.czxid;
    s.mzxid = n.mzxid;
    s.pzxid = n.pzxid;
    s.ctime = n.ctime;
    s.mtime = n.mtime;
    s.version = n.version;
    s.cversion = wrap(2 * static_cast<std::uint32_t>(n.cversion) - static_cast<std::uint32_t>(n.numChildren));
    s.aversion = n.aversion;
    if (n.isEphemeral()) s.ephemeralOwner = n.ephemeralOwner;   // that of a container is hidden (DataNode.copyStat)
    s.dataLength = static_cast<std::int32_t>(n.data.size());
    s.numChildren = n.numChildren;
    return s;
}

std::vector<std::string> DataTree::childPaths(std::string_view path) const {
    std::vector<std::string> out;
    const std::uint64_t first = firstChildRank(path);
    m_nodes.forEachFrom(PathRef({}, first), [&](const PathKey& key, const Entry&) {
        if (key.rank >> 32 != first >> 32) return false;
        if (parentPath(key.path) == path && key.path.size() > 1) out.push_back(key.path);  // two parents may share 32 bits
        return true;
    });
    return out;
}

std::vector<std::string> DataTree::children(std::string_view path) const {
    const Znode* node = find(path);
    if (!node || node->numChildren == 0) return {};
    std::vector<std::string> names = childPaths(path);
    for (std::string& n : names) n.erase(0, n.rfind('/') + 1);
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> DataTree::ephemeralsOf(SessionId session) const {
    std::vector<std::string> paths;
    m_ephemerals.forEachFrom(EphemeralKey{session, {}}, [&](const EphemeralKey& key, const Nothing&) {
        if (key.session != session) return false;
        paths.push_back(key.path);
        return true;
    });
    return paths;
}

std::vector<std::string> DataTree::containers() const {
    std::vector<std::string> paths;
    m_containers.forEach([&](const PathKey& key, const Nothing&) { paths.push_back(key.path); });
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::size_t DataTree::size() const { return m_nodes.size(); }

std::int64_t DataTree::approximateBytes() const {
    return kSnapshotFrame + m_nodeBytes + kSessionBytes * static_cast<std::int64_t>(m_sessions.size());
}

std::uint64_t DataTree::digest() const { return m_digest; }

void DataTree::forgetSession(SessionId session) {
    const std::int32_t* timeout = m_sessions.find(session.value);
    if (!timeout) return;
    m_sessionsDigest -= sessionHash(session, *timeout);
    m_sessions.erase(session.value);
}

Reply DataTree::read(const Request& request) const {
    Reply reply;
    const Znode* node = find(request.path);
    switch (request.op) {
        case OpCode::Exists:
        case OpCode::GetData:
        case OpCode::GetChildren:
            break;
        default:
            reply.error = ErrorCode::Unimplemented;
            return reply;
    }
    if (!node) {
        reply.error = ErrorCode::NoNode;
        return reply;
    }
    if (request.op == OpCode::GetChildren) {
        reply.children = children(request.path);
        return reply;
    }
    reply.stat = stat(*node);
    if (request.op == OpCode::GetData) reply.data = node->data;
    return reply;
}

std::optional<std::int32_t> DataTree::sessionTimeout(SessionId session) const {
    const std::int32_t* timeout = m_sessions.find(session.value);
    return timeout ? std::optional<std::int32_t>(*timeout) : std::nullopt;
}

std::vector<std::pair<SessionId, std::int32_t>> DataTree::sessions() const {
    std::vector<std::pair<SessionId, std::int32_t>> all;
    all.reserve(m_sessions.size());
    m_sessions.forEach([&](std::int64_t id, std::int32_t timeout) { all.emplace_back(SessionId{id}, timeout); });
    return all;
}

}  // namespace zab
