// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tree/txn_body.h"

#include "engine/base/digest.h"
#include "engine/tree/paths.h"

namespace zab {

namespace {

constexpr std::size_t kRecordFrame = 8 + 4 + 1;              // checksum, length, the 'B' behind
constexpr std::size_t kHeader = 8 + 4 + 8 + 8 + 4;           // session, cxid, zxid, time, type
constexpr std::size_t kTreeDigest = 4 + 8;                   // version, digest
constexpr std::size_t kOpenAcl = 4 + 4 + (4 + 5) + (4 + 6);  // one entry: all permissions for world:anyone

std::size_t stringBytes(const std::string& s) { return 4 + s.size(); }

std::size_t bodyBytes(const TxnBody& b) {
    switch (b.type) {
        case OpCode::Create:
            return stringBytes(b.path) + stringBytes(b.data) + kOpenAcl + 1 + 4;
        case OpCode::CreateContainer:
            return stringBytes(b.path) + stringBytes(b.data) + kOpenAcl + 4;   // whether it is ephemeral is no question
        case OpCode::Delete:
        case OpCode::DeleteContainer:
            return stringBytes(b.path);
        case OpCode::SetData:
            return stringBytes(b.path) + stringBytes(b.data) + 4;
        case OpCode::CloseSession: {
            std::size_t n = 4;
            for (const std::string& p : b.paths) n += stringBytes(p);
            return n;
        }
        default:
            return 4;  // createSession: the timeout; error: the code
    }
}

}  // namespace

std::uint64_t TxnBody::digest() const {
    Digest d;
    d.add(static_cast<int>(type));
    d.add(hashBytes(path));
    d.add(hashBytes(data));
    d.add(ephemeral);
    d.add(parentCVersion);
    d.add(version);
    d.add(timeoutMs);
    d.add(static_cast<std::uint64_t>(paths.size()));
    for (const std::string& p : paths) d.add(hashBytes(p));
    d.add(static_cast<int>(error));
    return d.value();
}

std::int32_t TxnBody::sizeBytes() const {
    const std::size_t digestPart = type == OpCode::Error ? 0 : kTreeDigest;  // an error leaves no new tree to fingerprint
    return static_cast<std::int32_t>(kRecordFrame + kHeader + bodyBytes(*this) + digestPart);
}

}  // namespace zab
