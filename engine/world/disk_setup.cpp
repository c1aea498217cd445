// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/disk_setup.h"

#include "engine/server/payloads.h"
#include "engine/zab/replica.h"

namespace zab {
namespace {

// The transaction e.c of a hand-made disk creates the empty persistent znode /t-e-c.
TxnRef madeTxn(Zxid z) {
    TxnBody body;
    body.type = OpCode::Create;
    body.path = "/t-" + std::to_string(z.epoch()) + "-" + std::to_string(z.counter());
    body.parentCVersion = static_cast<std::int32_t>(z.counter());
    auto txn = std::make_shared<Txn>();
    txn->zxid = z;
    txn->payload = std::make_shared<TreePayload>(std::move(body));
    txn->digest = txn->payload->digest();
    return txn;
}

SnapshotRef madeSnapshot(const std::vector<Zxid>& txns) {
    DataTree tree;
    std::uint64_t history = 0;
    Zxid content;
    for (const Zxid z : txns) {
        const TxnRef txn = madeTxn(z);
        tree.apply(z, {}, 0, static_cast<const TreePayload&>(*txn->payload).body);
        history = extendHistory(history, *txn);
        content = std::max(content, z);
    }
    return std::make_shared<TreeSnapshot>(std::move(tree), content, history);
}

}  // namespace

void setUpDisk(const DiskImage& image, Durable& disk) {
    if (image.brandNew) return;
    disk.acceptedEpoch = image.acceptedEpoch;
    disk.currentEpoch = image.currentEpoch;
    disk.currentEpochTmp = image.currentEpochTmp;
    if (image.snapshots.empty() && image.emptySnapshot) disk.addSnapshot({Zxid{}, madeSnapshot({}), false});
    for (const DiskImage::Snapshot& s : image.snapshots) disk.addSnapshot({s.zxid, madeSnapshot(s.txns), s.broken});
    for (const std::vector<Zxid>& file : image.log) {
        LogFile log;
        for (const Zxid z : file) {
            TxnRef txn = madeTxn(z);
            log.bytes += txn->payload->sizeBytes();
            if (image.damaged && *image.damaged == z) log.damaged = z;
            log.records.push_back(std::move(txn));
        }
        log.torn = image.torn && &file == &image.log.back();
        if (!file.empty()) disk.log.addFile(std::move(log));
    }
}

}  // namespace zab
