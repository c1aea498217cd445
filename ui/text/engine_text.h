// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine says in English (refused commands, errors of scripts, missed goals) in the language of the moment.
#pragma once

#include <QString>

#include <string>

namespace zab {

struct ScriptError;

/// The sentence in the language of the moment. Names, numbers, paths and words of the .lab language stay as they are; so does a
/// sentence that is not the engine's. In English it comes back unchanged.
QString engineSentence(const std::string& english);
/// "five.lab:12:7: " and the sentence of the error in the language of the moment.
QString errorText(const ScriptError& error);
/// Whether engineSentence has a translatable form of it.
bool isKnownEngineSentence(const std::string& english);

}  // namespace zab
