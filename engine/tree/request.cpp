// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tree/request.h"

namespace zab {

std::string_view opName(OpCode op) {
    switch (op) {
        case OpCode::CreateSession:
            return "createSession";
        case OpCode::CloseSession:
            return "closeSession";
        case OpCode::Error:
            return "error";
        case OpCode::None:
            return "notification";
        case OpCode::Create:
            return "create";
        case OpCode::Delete:
            return "delete";
        case OpCode::Exists:
            return "exists";
        case OpCode::GetData:
            return "getData";
        case OpCode::SetData:
            return "setData";
        case OpCode::GetChildren:
            return "getChildren";
        case OpCode::Sync:
            return "sync";
        case OpCode::Ping:
            return "ping";
        case OpCode::SetWatches:
            return "setWatches";
        case OpCode::RemoveWatches:
            return "removeWatches";
        case OpCode::CreateContainer:
            return "createContainer";
        case OpCode::DeleteContainer:
            return "deleteContainer";
        case OpCode::Auth:
            return "auth";
        case OpCode::SetWatches2:
            return "setWatches2";
        case OpCode::AddWatch:
            return "addWatch";
    }
    return "?";
}

bool isWrite(OpCode op) {
    return op == OpCode::Create || op == OpCode::CreateContainer || op == OpCode::Delete || op == OpCode::DeleteContainer || op == OpCode::SetData ||
           op == OpCode::CreateSession || op == OpCode::CloseSession;
}

bool isForwarded(OpCode op) { return isWrite(op) || op == OpCode::Sync; }

std::string_view errorName(ErrorCode e) {
    switch (e) {
        case ErrorCode::Ok:
            return "OK";
        case ErrorCode::SystemError:
            return "SYSTEMERROR";
        case ErrorCode::ConnectionLoss:
            return "CONNECTIONLOSS";
        case ErrorCode::Unimplemented:
            return "UNIMPLEMENTED";
        case ErrorCode::BadArguments:
            return "BADARGUMENTS";
        case ErrorCode::NoNode:
            return "NONODE";
        case ErrorCode::BadVersion:
            return "BADVERSION";
        case ErrorCode::NoChildrenForEphemerals:
            return "NOCHILDRENFOREPHEMERALS";
        case ErrorCode::NodeExists:
            return "NODEEXISTS";
        case ErrorCode::NotEmpty:
            return "NOTEMPTY";
        case ErrorCode::SessionExpired:
            return "SESSIONEXPIRED";
        case ErrorCode::SessionMoved:
            return "SESSIONMOVED";
        case ErrorCode::AuthFailed:
            return "AUTHFAILED";
        case ErrorCode::NoWatcher:
            return "NOWATCHER";
    }
    return "?";
}

std::string_view watchEventName(WatchEventType t) {
    switch (t) {
        case WatchEventType::None:
            return "None";
        case WatchEventType::NodeCreated:
            return "NodeCreated";
        case WatchEventType::NodeDeleted:
            return "NodeDeleted";
        case WatchEventType::NodeDataChanged:
            return "NodeDataChanged";
        case WatchEventType::NodeChildrenChanged:
            return "NodeChildrenChanged";
        case WatchEventType::DataWatchRemoved:
            return "DataWatchRemoved";
        case WatchEventType::ChildWatchRemoved:
            return "ChildWatchRemoved";
        case WatchEventType::PersistentWatchRemoved:
            return "PersistentWatchRemoved";
    }
    return "?";
}

}  // namespace zab
