// SPDX-License-Identifier: GPL-3.0-or-later
// A transaction where only its number matters.
#pragma once

#include "engine/zab/txn.h"

namespace zab {

class Bytes final : public Payload {
public:
    std::uint64_t digest() const override { return 1; }
    std::int32_t sizeBytes() const override { return 100; }
};

inline TxnRef txn(Zxid z) {
    auto t = std::make_shared<Txn>();
    t->zxid = z;
    t->payload = std::make_shared<Bytes>();
    return t;
}

}  // namespace zab
