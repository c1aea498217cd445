// SPDX-License-Identifier: GPL-3.0-or-later
// A script of a test; what cannot be read ends the test with the sentence.
#pragma once

#include "engine/script/script.h"

#include <QtGlobal>

#include <string>
#include <utility>

namespace zab::tests {

inline Script scriptOf(const std::string& text, const std::string& name = "test.lab") {
    auto parsed = parseScript(text, name);
    if (const auto* error = std::get_if<ScriptError>(&parsed)) qFatal("%s", error->text().c_str());
    return std::get<Script>(std::move(parsed));
}

}  // namespace zab::tests
