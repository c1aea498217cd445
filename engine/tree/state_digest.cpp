// SPDX-License-Identifier: GPL-3.0-or-later
// What of a tree, its shadow records and its watches can matter later. Every member is named.
#include "engine/tree/data_tree.h"
#include "engine/tree/prep.h"
#include "engine/tree/watches.h"

namespace zab {

void DataTree::addTo(StateDigest& d) const {
    const auto& [nodes, ephemerals, containers, sessions, digest, sessionsDigest, bytes] = *this;
    d.add(nodes.size());
    nodes.forEach([&d](const PathKey& key, const Entry& entry) {
        const auto& [data, czxid, mzxid, pzxid, ctime, mtime, version, cversion, aversion, owner, children] = static_cast<const Znode&>(entry);
        d.add(std::string_view(key.path), std::string_view(data), czxid, mzxid, pzxid, version, cversion, aversion, owner, children);
        (void)ctime, (void)mtime;   // time
    });
    d.add(sessions.size());
    sessions.forEach([&d](std::int64_t id, std::int32_t timeout) { d.add(id, timeout); });
    d.add(ephemerals.size(), containers.size());
    (void)digest, (void)sessionsDigest, (void)bytes;   // they follow from the znodes
}

void Prep::addTo(StateDigest& d) const {
    const auto& [records, sessions, queue, head] = *this;
    d.add(records.size());
    records.forEach([&d](const PathKey& key, const Record& record) {
        const auto& [zxid, exists, version, cversion, children, owner] = record;
        d.add(std::string_view(key.path), zxid, exists, version, cversion, children, owner);
    });
    d.add(sessions.size());
    sessions.forEach([&d](std::int64_t id, const SessionMark& mark) { d.add(id, mark.zxid, mark.closing); });
    d.add(queue.size() - head);
    for (std::size_t i = head; i < queue.size(); ++i) d.add(queue[i].zxid, queue[i].key, queue[i].ofSession);
}

void WatchTable::addTo(StateDigest& d) const {
    const auto& [data, child, recursive] = *this;
    for (const Table* table : {&*data, &*child}) {
        d.add(table->size());
        for (const auto& [path, sessions] : *table) {
            d.add(std::string_view(path), sessions.size());
            for (const auto& [session, mode] : sessions) d.add(session, mode);
        }
    }
    d.add(recursive);
}

}  // namespace zab
