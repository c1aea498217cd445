// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/script/line_reader.h"
#include "engine/script/words.h"

#include <algorithm>
#include <set>

namespace zab {
namespace {

using script::LineReader;
using script::ParseFailure;
using script::Token;

constexpr std::size_t kMostStatements = 1000000;

std::string_view trimmed(std::string_view s) {
    const auto from = s.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return s.substr(from, s.find_last_not_of(" \t\r") - from + 1);
}

/// "at 4.2s [after 17] …": the run goes there before the statement.
RunUntil parseAt(LineReader& line) {
    RunUntil r;
    r.what = RunUntil::What::Time;
    r.time = line.time("a time since the beginning");
    if (line.acceptWord("after")) {
        r.count = line.number("how many inputs came before", 0, 999999999999999999);
        if (r.count == 0) r.count = -1;   // 0 means: every input up to that time
    }
    return r;
}

/// Set-up lines that say one thing stand once: the second would silently win.
class Once {
public:
    explicit Once(const LineReader& line) : m_word(line.peek()), m_name(line.peek(m_word.text == "set" ? 1 : 0)) {}
    void check(std::set<std::string>& seen) const {
        constexpr std::string_view several[] = {"observers", "weights", "group", "disk"};
        if (std::find(std::begin(several), std::end(several), m_word.text) != std::end(several)) return;
        if (!seen.insert(m_word.text + " " + m_name.text).second) throw ParseFailure{m_word.column, "there is a " + nameOf(m_name) + " line already"};
    }

private:
    Token m_word, m_name;
};

void parseOne(LineReader& line, int lineNumber, std::string_view text, std::vector<Statement>& out) {
    const int column = line.peek().column;
    const auto add = [&](auto what) { out.push_back({lineNumber, std::string(trimmed(text)), std::move(what), column}); };
    if (line.acceptWord("at")) add(parseAt(line));
    auto what = parseStatement(line);
    line.expectEnd();
    add(std::move(what));
}

}  // namespace

std::string ScriptError::text() const {
    std::string out = file.empty() ? std::string() : file + ":";
    if (line > 0) out += std::to_string(line) + ":";
    if (column > 0) out += (line > 0 ? "" : "column ") + std::to_string(column) + ":";
    return out.empty() ? message : out + " " + message;
}

std::variant<Script, ScriptError> parseScript(std::string_view text, const std::string& file) {
    Script script;
    script.file = file;
    int number = 0;
    std::set<std::string> seen;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);   // editors on Windows begin a file with it
    try {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            const std::string_view source = text.substr(at, end - at);
            at = end + 1;
            ++number;
            LineReader line(script::tokenize(source), script.scenario);
            if (line.atEnd()) continue;
            const Once once(line);
            if (parseSetup(line, script.scenario, script.title)) {
                line.expectEnd();
                once.check(seen);
                if (!script.statements.empty()) throw ParseFailure{1, "set-up lines stand before the first command"};
                continue;
            }
            if (script.statements.empty()) script::checkScenario(script.scenario);
            if (script.statements.size() >= kMostStatements) throw ParseFailure{1, "a script has at most 1000000 commands"};
            parseOne(line, number, source, script.statements);
        }
        if (script.statements.empty()) {
            ++number;
            script::checkScenario(script.scenario);
        }
    } catch (const ParseFailure& f) {
        return ScriptError{file, number, f.column, f.message};
    }
    return script;
}

std::variant<Statement, ScriptError> parseLine(std::string_view text, const Scenario& scenario) {
    try {
        LineReader line(script::tokenize(text), scenario);
        Scenario scratch = scenario;
        std::string title;
        LineReader probe = line;
        if (line.atEnd()) line.failExpected("a command");
        bool setup = false;
        try {
            setup = parseSetup(probe, scratch, title);
        } catch (const ParseFailure&) {
            setup = true;
        }
        if (setup) throw ParseFailure{1, "set-up lines stand in a file, before the first command"};
        std::vector<Statement> statements;
        parseOne(line, 1, text, statements);
        if (statements.size() != 1) throw ParseFailure{1, "'at' stands in a file"};
        return statements.front();
    } catch (const ParseFailure& f) {
        return ScriptError{{}, 0, f.column, f.message};
    }
}

}  // namespace zab
