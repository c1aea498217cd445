// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to write requests and transaction bodies, for the tests of the tree.
#pragma once

#include "engine/tree/prep.h"

#include <string>
#include <vector>

namespace zab {

inline Request createRequest(std::string path, CreateMode mode = CreateMode::Persistent, std::string data = {}) {
    Request r;
    r.op = OpCode::Create;
    r.path = std::move(path);
    r.mode = mode;
    r.data = std::move(data);
    return r;
}
inline Request containerRequest(std::string path) {
    Request r = createRequest(std::move(path), CreateMode::Container);
    r.op = OpCode::CreateContainer;
    return r;
}
inline Request deleteRequest(std::string path, std::int32_t version = -1) {
    Request r;
    r.op = OpCode::Delete;
    r.path = std::move(path);
    r.version = version;
    return r;
}
inline Request setDataRequest(std::string path, std::string data, std::int32_t version = -1) {
    Request r;
    r.op = OpCode::SetData;
    r.path = std::move(path);
    r.data = std::move(data);
    r.version = version;
    return r;
}
inline Request createSessionRequest(std::int32_t timeoutMs = 10000) {
    Request r;
    r.op = OpCode::CreateSession;
    r.timeoutMs = timeoutMs;
    return r;
}
inline Request closeSessionRequest() {
    Request r;
    r.op = OpCode::CloseSession;
    return r;
}
inline Request readRequest(OpCode op, std::string path) {
    Request r;
    r.op = op;
    r.path = std::move(path);
    return r;
}

inline TxnBody createBody(std::string path, std::int32_t parentCVersion, std::string data = {}, bool ephemeral = false) {
    TxnBody b;
    b.type = OpCode::Create;
    b.path = std::move(path);
    b.parentCVersion = parentCVersion;
    b.data = std::move(data);
    b.ephemeral = ephemeral;
    return b;
}
inline TxnBody deleteBody(std::string path) {
    TxnBody b;
    b.type = OpCode::Delete;
    b.path = std::move(path);
    return b;
}
inline TxnBody setDataBody(std::string path, std::string data, std::int32_t version) {
    TxnBody b;
    b.type = OpCode::SetData;
    b.path = std::move(path);
    b.data = std::move(data);
    b.version = version;
    return b;
}
inline TxnBody createSessionBody(std::int32_t timeoutMs) {
    TxnBody b;
    b.type = OpCode::CreateSession;
    b.timeoutMs = timeoutMs;
    return b;
}
inline TxnBody closeSessionBody(std::vector<std::string> paths) {
    TxnBody b;
    b.type = OpCode::CloseSession;
    b.paths = std::move(paths);
    return b;
}

/// A tree with the leader's check in front; every request is applied at once, one zxid and one millisecond each.
struct Standalone {
    DataTree tree;
    Prep prep;
    Zxid zxid = Zxid::make(1, 0);
    std::int64_t timeMs = 1000;

    ApplyResult request(const Request& r, SessionId session = {}) {
        zxid = zxid.next();
        const TxnBody body = prep.prepare(tree, session, zxid, r);
        ApplyResult result = tree.apply(zxid, session, ++timeMs, body);
        prep.applied(zxid);
        return result;
    }
};

}  // namespace zab
