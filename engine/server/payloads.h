// SPDX-License-Identifier: GPL-3.0-or-later
// How the tree's transaction bodies and contents travel through zab as opaque values.
#pragma once

#include "engine/tree/data_tree.h"
#include "engine/zab/txn.h"

namespace zab {

/// A tree transaction as a payload.
class TreePayload final : public Payload {
public:
    explicit TreePayload(TxnBody b) : body(std::move(b)), m_digest(body.digest()) {}
    std::uint64_t digest() const override { return m_digest; }
    std::int32_t sizeBytes() const override { return body.sizeBytes(); }
    const TxnBody body;

private:
    std::uint64_t m_digest;
};

/// A whole tree as a snapshot; shares structure with the tree it was taken from.
class TreeSnapshot final : public Snapshot {
public:
    TreeSnapshot(DataTree t, Zxid content, std::uint64_t history)
        : tree(std::move(t)), m_content(content), m_history(history) {}
    Zxid contentZxid() const override { return m_content; }
    std::uint64_t history() const override { return m_history; }
    std::int64_t sizeBytes() const override { return tree.approximateBytes(); }
    void addTo(StateDigest& d) const override { d.add(m_content, m_history, tree); }
    const DataTree tree;

private:
    Zxid m_content;
    std::uint64_t m_history;
};

}  // namespace zab
