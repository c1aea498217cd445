// SPDX-License-Identifier: GPL-3.0-or-later
// The znode tree: a regular value with cheap copies. What happens to it comes as transaction bodies (§5).
#pragma once

#include "engine/base/persistent_map.h"
#include "engine/base/state_digest.h"
#include "engine/tree/paths.h"
#include "engine/tree/request.h"
#include "engine/tree/txn_body.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zab {

/// One znode with its persisted stat (§5.1: cversion counts creates only).
struct Znode {
    std::string data;
    Zxid czxid, mzxid, pzxid;
    std::int64_t ctime = 0, mtime = 0;
    std::int32_t version = 0, cversion = 0, aversion = 0;
    SessionId ephemeralOwner;   ///< a session, kContainerOwner, or none
    std::int32_t numChildren = 0;
    bool isContainer() const { return ephemeralOwner == kContainerOwner; }
    bool isEphemeral() const { return isSession(ephemeralOwner); }
};

/// What the watch table has to be told about an applied transaction (§7.1).
struct TreeChange {
    std::string path;
    WatchEventType type;
};

/// Outcome of applying one transaction: what the server answers with, and which watches fire.
struct ApplyResult {
    Reply reply;                      ///< zxid is left for the server to set
    std::vector<TreeChange> changes;  ///< in firing order
};

/// Copying is O(1): copies share structure. All operations O(log n) in the number of znodes unless said otherwise.
class DataTree {
public:
    DataTree();  ///< holds /, /zookeeper, /zookeeper/quota, /zookeeper/config

    /// Applies a transaction body at `zxid`. Idempotent over a fuzzy snapshot (§3.10): a create of an existing znode, a
    /// delete of a missing one change only what may move up. `timeMs` comes from the transaction header.
    ApplyResult apply(Zxid zxid, SessionId session, std::int64_t timeMs, const TxnBody& body);

    /// As apply, without making the answer: for replay, and for servers where nobody waits for it and nobody watches.
    ErrorCode applyQuietly(Zxid zxid, SessionId session, std::int64_t timeMs, const TxnBody& body);

    const Znode* find(std::string_view path) const;                            ///< nullptr if missing
    const Znode* find(const PathRef& ref) const { return m_nodes.find(ref); }  ///< saves computing the rank again
    Stat stat(const Znode& node) const;                                        ///< as a client sees it
    std::vector<std::string> children(std::string_view path) const;            ///< sorted names; O(c log c)
    std::vector<std::string> ephemeralsOf(SessionId session) const;            ///< sorted paths; O(znodes of the session)
    std::vector<std::string> containers() const;                               ///< sorted paths; O(c log c) in the number of containers
    bool hasContainers() const { return !m_containers.empty(); }               ///< O(1)
    std::size_t size() const;                                                  ///< number of znodes, the four system ones included
    std::int64_t approximateBytes() const;  ///< of a whole snapshot file: header, sessions, one ACL, znodes, seals, digest (§9.2)
    /// Order-free fingerprint of all znodes with stats: equal trees, equal value. O(1).
    std::uint64_t digest() const;
    std::uint64_t sessionsDigest() const { return m_sessionsDigest; }          ///< the same of the sessions, with their timeouts

    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp; without times; O(n))

    /// A read request (exists, getData, getChildren), answered from this tree; no watches here.
    Reply read(const Request& request) const;

    // Sessions that exist by transactions (createSession, closeSession), with their timeouts in ms.
    std::optional<std::int32_t> sessionTimeout(SessionId session) const;
    std::vector<std::pair<SessionId, std::int32_t>> sessions() const;  ///< sorted by id

private:
    /// A znode with what the fingerprint of the tree needs to follow its changes.
    struct Entry : Znode {
        std::uint64_t dataHash = 0;
        std::uint64_t hash = 0;  ///< this znode's share of digest()
    };
    struct EphemeralKey {
        SessionId session;
        std::string path;
        std::uint64_t orderRank() const { return OrderRank<std::int64_t>::of(session.value); }
        bool operator==(const EphemeralKey&) const = default;
        auto operator<=>(const EphemeralKey&) const = default;
    };
    struct Nothing {};
    using Nodes = PersistentMap<PathKey, Entry, PathOrder>;

    void addSystemNode(std::string_view path, std::int32_t aversion);
    // `out` may be nullptr: no answer wanted.
    ErrorCode applyTo(Zxid zxid, SessionId session, std::int64_t timeMs, const TxnBody& body, ApplyResult* out);
    ErrorCode create(Zxid zxid, SessionId session, std::int64_t timeMs, const TxnBody& body, ApplyResult* out);
    ErrorCode setData(Zxid zxid, std::int64_t timeMs, const TxnBody& body, ApplyResult* out);
    ErrorCode closeSession(Zxid zxid, SessionId session, const TxnBody& body, ApplyResult* out);
    ErrorCode deleteNode(Zxid zxid, std::string_view path, ApplyResult* out);
    void removeNode(const PathRef& ref);
    void forgetSession(SessionId session);
    std::vector<std::string> childPaths(std::string_view path) const;
    /// Brings an entry's share of the digest up to date.
    void rehash(Entry& node, std::uint64_t rank);

    Nodes m_nodes;
    PersistentMap<EphemeralKey, Nothing> m_ephemerals;
    PersistentMap<PathKey, Nothing, PathOrder> m_containers;
    PersistentMap<std::int64_t, std::int32_t> m_sessions;  ///< id -> timeout
    std::uint64_t m_digest = 0;
    std::uint64_t m_sessionsDigest = 0;
    std::int64_t m_nodeBytes = 0;  ///< of all znodes in a snapshot file
};

}  // namespace zab
