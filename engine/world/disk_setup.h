// SPDX-License-Identifier: GPL-3.0-or-later
// From a scenario's DiskImage to a server's disk.
#pragma once

#include "engine/world/scenario.h"
#include "engine/zab/txn_log.h"

namespace zab {

void setUpDisk(const DiskImage& image, Durable& disk);

}  // namespace zab
