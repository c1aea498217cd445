// SPDX-License-Identifier: GPL-3.0-or-later
// What a client asks of a server, and what it is told. Op codes and errors as on the wire (§5.10, §8.3).
#pragma once

#include "engine/base/types.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zab {

enum class OpCode : std::int32_t {
    CreateSession = -10, CloseSession = -11, Error = -1, None = 0,
    Create = 1, Delete = 2, Exists = 3, GetData = 4, SetData = 5, GetChildren = 8, Sync = 9, Ping = 11,
    RemoveWatches = 18, CreateContainer = 19, DeleteContainer = 20, Auth = 100, SetWatches = 101, SetWatches2 = 105, AddWatch = 106,
};
/// "create", "getData", ... as in ZooDefs.OpCode; "?" for an unknown one.
std::string_view opName(OpCode op);
/// Travels to the leader (§4): create, createContainer, delete, setData, sync and the session requests.
bool isForwarded(OpCode op);
/// Becomes a transaction: as isForwarded, without sync.
bool isWrite(OpCode op);

enum class ErrorCode : std::int32_t {
    Ok = 0, SystemError = -1, ConnectionLoss = -4, Unimplemented = -6, BadArguments = -8,
    NoNode = -101, BadVersion = -103, NoChildrenForEphemerals = -108, NodeExists = -110, NotEmpty = -111,
    SessionExpired = -112, AuthFailed = -115, SessionMoved = -118, NoWatcher = -121,
};
/// "OK", "NONODE", ... as in KeeperException.Code.
std::string_view errorName(ErrorCode e);

enum class CreateMode : std::int32_t { Persistent = 0, Ephemeral = 1, PersistentSequential = 2, EphemeralSequential = 3, Container = 4 };
constexpr bool isEphemeral(CreateMode m) { return m == CreateMode::Ephemeral || m == CreateMode::EphemeralSequential; }
constexpr bool isSequential(CreateMode m) { return m == CreateMode::PersistentSequential || m == CreateMode::EphemeralSequential; }
/// A container has an op code of its own (ZooKeeper.create).
constexpr OpCode createOp(CreateMode m) { return m == CreateMode::Container ? OpCode::CreateContainer : OpCode::Create; }
/// What stands as ephemeralOwner of a container (EphemeralType.CONTAINER_EPHEMERAL_OWNER, §5.2): no session, and no client is shown it.
constexpr SessionId kContainerOwner{INT64_MIN};
constexpr bool isSession(SessionId ephemeralOwner) { return ephemeralOwner && ephemeralOwner != kContainerOwner; }

/// The last three are made by the client itself when it takes watches back.
enum class WatchEventType : std::int32_t {
    None = -1, NodeCreated = 1, NodeDeleted = 2, NodeDataChanged = 3, NodeChildrenChanged = 4,
    DataWatchRemoved = 5, ChildWatchRemoved = 6, PersistentWatchRemoved = 7,
};
std::string_view watchEventName(WatchEventType t);  ///< "NodeCreated"; None is a change of the client's state

/// What SetWatches carries: the client's watches by kind, and the last zxid that it has seen (§7.3).
struct WatchLists {
    Zxid relative;
    std::vector<std::string> data, exist, child, persistent, recursive;
    bool operator==(const WatchLists&) const = default;
};
/// Numbers that no call of an application has (§7.4).
constexpr std::int32_t kNotificationXid = -1, kPingXid = -2, kAuthXid = -4, kSetWatchesXid = -8;

/// What a watch is at the server: one for each connection and path (WatcherMode, §7.1). AddWatch takes one of the first two.
enum class WatchMode : std::int32_t { Persistent = 0, PersistentRecursive = 1, Standard = 2 };
/// Which watches RemoveWatches takes back (Watcher.WatcherType).
enum class WatcherType : std::int32_t { Children = 1, Data = 2, Any = 3 };

struct Request {
    OpCode op = OpCode::None;
    std::string path;
    std::string data;
    CreateMode mode = CreateMode::Persistent;
    std::int32_t version = -1;   ///< expected version, -1 = any (delete, setData)
    bool watch = false;          ///< leave a one-shot watch (exists, getData, getChildren)
    std::int32_t timeoutMs = 0;  ///< CreateSession only
    WatchMode watchMode = WatchMode::Persistent;      ///< AddWatch only
    WatcherType watcherType = WatcherType::Any;       ///< RemoveWatches only
    std::string scheme;                               ///< Auth only, its `data` are what the scheme asks for ("user:password")
    std::shared_ptr<const WatchLists> watches;   ///< SetWatches and SetWatches2 only; never equal to another's
    bool operator==(const Request&) const = default;
};

/// What a client sees of a znode (§5.1): client cversion and ephemeralOwner, not the persisted ones.
struct Stat {
    Zxid czxid, mzxid, pzxid;
    std::int64_t ctime = 0, mtime = 0;  ///< ms
    std::int32_t version = 0, cversion = 0, aversion = 0;
    SessionId ephemeralOwner;
    std::int32_t dataLength = 0, numChildren = 0;
    bool operator==(const Stat&) const = default;
};

struct Reply {
    ErrorCode error = ErrorCode::Ok;
    Zxid zxid;                          ///< last applied zxid of the answering server
    std::string path;                   ///< create: the name that was made; sync: the path
    std::string data;                   ///< getData
    std::vector<std::string> children;  ///< getChildren, names sorted
    Stat stat;                          ///< exists, getData, setData
    bool operator==(const Reply&) const = default;
};

}  // namespace zab
