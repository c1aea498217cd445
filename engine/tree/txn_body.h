// SPDX-License-Identifier: GPL-3.0-or-later
// What a transaction does to the tree, after the leader has settled every question (§5.1, §5.2). A Payload of zab::Txn.
#pragma once

#include "engine/tree/request.h"

#include <string>
#include <vector>

namespace zab {

/// One body for all types; `type` says which fields count. Always idempotent: names, versions and paths are final.
struct TxnBody {
    OpCode type = OpCode::Error;
    std::string path;
    std::string data;
    bool ephemeral = false;
    std::int32_t parentCVersion = 0;   ///< Create, CreateContainer: the parent's persisted cversion afterwards
    std::int32_t version = 0;          ///< SetData: the version afterwards
    std::int32_t timeoutMs = 0;        ///< CreateSession
    std::vector<std::string> paths;    ///< CloseSession: the ephemerals that go with it
    ErrorCode error = ErrorCode::Ok;   ///< Error: what the client is told
    bool operator==(const TxnBody&) const = default;

    std::uint64_t digest() const;
    std::int32_t sizeBytes() const;    ///< as a log record (§9.1): header, body, frame
};

}  // namespace zab
