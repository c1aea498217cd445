// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/types.h"

namespace zab {

std::string toString(Zxid z) {
    if (z.value == INT64_MIN) return "none";
    if (z.value < 0) return std::to_string(z.value);
    return std::to_string(z.epoch()) + "." + std::to_string(z.counter());
}

std::string toString(ActorId a) {
    if (a.isServer()) return "S" + std::to_string(a.value);
    if (a.isClient()) return "C" + std::to_string(-a.value);
    return "lab";
}

}  // namespace zab
