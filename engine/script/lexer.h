// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a .lab script as words, strings and the signs | ( ).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zab::script {

/// Thrown inside the parser only; parseScript and parseLine turn it into a ScriptError.
struct ParseFailure {
    int column = 1;
    std::string message;
};

struct Token {
    enum class Kind { Word, String, Sign, End } kind = Kind::End;
    std::string text;   ///< of a string: its content
    int column = 1;     ///< in characters, from 1
};

/// The tokens of one line, closed by one of kind End. Throws ParseFailure. O(length).
std::vector<Token> tokenize(std::string_view line);
/// How a token is named in an error: 'S9', the string "abc", the end of the line.
std::string nameOf(const Token& token);
/// A string as the language writes it, with quotes; what is not well-formed UTF-8 is written as \xHH.
std::string quoted(std::string_view text);

}  // namespace zab::script
