// SPDX-License-Identifier: GPL-3.0-or-later
// The table behind engine_text.h: every sentence of the engine, with what may stand at each of its places.
#pragma once

#include <span>

namespace zab {

/// One sentence, or a part of one, with the places %1, %2 ... (each once, in this order).
struct EnginePhrase {
    /// s: a whole sentence. Parts: e what was expected, t a token, r a range of servers, q what a value stands for,
    /// g the goal of a run, w what was seen at its end, l how a server is.
    char group;
    /// One letter for each place. A small letter: a phrase of that group. Kept as they are: A a server or client, N a number,
    /// P a path, Q a text in quotes, K words with commas, W one word, V anything. T: a word in single quotes, or the group t.
    const char* places;
    const char* text;   ///< translated with the context "Engine"
};

std::span<const EnginePhrase> enginePhrases();

}  // namespace zab
