// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/script/script.h"

#include <optional>
#include <string>

namespace zab::script {

/// Empty = it holds; else what is there instead, as a clause: "S2 is LOOKING".
std::optional<std::string> check(const Expect& expect, const Lab& lab);

}  // namespace zab::script
