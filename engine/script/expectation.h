// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/script/script.h"

#include <optional>
#include <string>

namespace zab::script {

/// Empty = it holds; else what is there instead, as a clause: "S2 is LOOKING".
std::optional<std::string> check(const Expect& expect, const Lab& lab);

/// Whether this event is the beginning of the callback meant: of a watcher ("NodeDataChanged" /a, "Expired"), by its name if one is
/// given, or of an asynchronous call ("getData" /a).
bool isCallback(const Trace& trace, const Event& e, ClientId client, const std::string& word, const std::string& path, const std::string& watcher);

}  // namespace zab::script
