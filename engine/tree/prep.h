// SPDX-License-Identifier: GPL-3.0-or-later
// The leader's PrepRequestProcessor: checks a request against the future state of the tree (§5.3) and makes the transaction.
#pragma once

#include "engine/tree/data_tree.h"

#include <string>
#include <vector>

namespace zab {

/// Shadow records of what the proposed but not yet applied transactions will do ("outstandingChanges").
class Prep {
public:
    /// The body for `request`: an Error body where a check fails (it takes a zxid all the same). Never throws.
    /// The order of the checks is that of §5.3. `zxid` is the one the transaction will carry.
    TxnBody prepare(const DataTree& tree, SessionId session, Zxid zxid, const Request& request);
    /// Transaction `zxid` has been applied: shadow records up to it are forgotten.
    void applied(Zxid zxid);
    void clear();  ///< a new leader starts with none

    void addTo(StateDigest& d) const;   ///< all that can matter (state_digest.cpp)

    /// Nothing proposed that is not applied.
    bool empty() const { return m_head == m_queue.size(); }

private:
    /// What a znode will be once everything proposed so far is applied.
    struct Record {
        Zxid zxid;  ///< of the transaction that made the record
        bool exists = false;
        std::int32_t version = 0, cversion = 0, numChildren = 0;
        SessionId ephemeralOwner;
    };
    struct SessionMark {
        Zxid zxid;
        bool closing = false;
    };
    /// One record or mark was made; ranks and ids instead of paths keep the queue cheap to copy.
    struct Change {
        Zxid zxid;
        std::uint64_t key = 0;  ///< rank of the path, or session id
        bool ofSession = false;
    };

    TxnBody prepareCreate(const DataTree& tree, SessionId session, Zxid zxid, const Request& request);
    TxnBody prepareDelete(const DataTree& tree, SessionId session, Zxid zxid, const Request& request);
    TxnBody prepareDeleteContainer(const DataTree& tree, SessionId session, Zxid zxid, const Request& request);
    TxnBody deleted(const DataTree& tree, Zxid zxid, const Request& request, const PathRef& ref);
    TxnBody prepareSetData(const DataTree& tree, SessionId session, Zxid zxid, const Request& request);
    TxnBody prepareCreateSession(SessionId session, Zxid zxid, const Request& request);
    TxnBody prepareCloseSession(const DataTree& tree, SessionId session, Zxid zxid);
    Record recordOf(const DataTree& tree, const PathRef& ref) const;
    void keep(const PathRef& ref, Zxid zxid, Record record);
    void mark(SessionId session, Zxid zxid, bool closing);
    bool isExpired(const DataTree& tree, SessionId session) const;
    void forgetPath(const Change& change);
    void forgetSession(const Change& change);

    PersistentMap<PathKey, Record, PathOrder> m_records;
    PersistentMap<std::int64_t, SessionMark> m_sessions;
    std::vector<Change> m_queue;  ///< by zxid; from m_head on
    std::size_t m_head = 0;
};

}  // namespace zab
