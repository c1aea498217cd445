// SPDX-License-Identifier: GPL-3.0-or-later
// A transaction as ZAB sees it: a header and an opaque payload (architecture: zab knows nothing of znodes).
#pragma once

#include "engine/base/state_digest.h"
#include "engine/base/types.h"

#include <memory>

namespace zab {

/// What a transaction carries; made and understood by the tree alone.
class Payload {
public:
    virtual ~Payload() = default;
    virtual std::uint64_t digest() const = 0;      ///< same content, same value
    virtual std::int32_t sizeBytes() const = 0;    ///< on disk and on the wire
};

struct Txn {
    Zxid zxid;
    SessionId session;
    std::int32_t xid = 0;       ///< the client's number of the request (cxid)
    std::int64_t timeMs = 0;    ///< the leader's clock
    std::shared_ptr<const Payload> payload;
    std::uint64_t digest = 0;   ///< of the payload
    void addTo(StateDigest& d) const { d.add(zxid, session, xid, digest); }   ///< without the time
};
using TxnRef = std::shared_ptr<const Txn>;

/// The state machine's whole content at one moment; made and understood by the server alone (§3.10).
class Snapshot {
public:
    virtual ~Snapshot() = default;
    virtual Zxid contentZxid() const = 0;          ///< last transaction that is in it (fuzzy: newer than the file name)
    virtual std::uint64_t history() const = 0;     ///< rolling hash of all transactions in it
    virtual std::int64_t sizeBytes() const = 0;    ///< as a file (§9.2)
    virtual void addTo(StateDigest& d) const { d.add(contentZxid(), history()); }
};
using SnapshotRef = std::shared_ptr<const Snapshot>;

}  // namespace zab
