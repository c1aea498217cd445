// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of one line with the readers that all kinds of lines share. Every reader throws ParseFailure with a sentence.
#pragma once

#include "engine/script/lexer.h"
#include "engine/script/script.h"
#include "engine/world/scenario.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zab::script {

class LineReader {
public:
    LineReader(std::vector<Token> tokens, const Scenario& scenario) : m_tokens(std::move(tokens)), m_scenario(&scenario) {}

    const Token& peek(std::size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    bool atEnd() const { return peek().kind == Token::Kind::End; }
    const Token& take() { return atEnd() ? m_tokens.back() : m_tokens[m_at++]; }
    bool isWord(std::string_view word, std::size_t ahead = 0) const;
    bool acceptWord(std::string_view word);
    bool acceptSign(char sign);
    void expectWord(std::string_view word);
    void expectEnd() const;

    /// "expected …, found …" at the present token.
    [[noreturn]] void failExpected(const std::string& what) const;
    [[noreturn]] void fail(const Token& where, const std::string& sentence) const;

    std::int64_t number(const std::string& what, std::int64_t min, std::int64_t max);
    std::uint64_t seed();
    SimTime time(const std::string& what, SimTime min = {});
    std::int64_t percent();
    Zxid zxid();
    double factor();
    bool yesNo();
    std::string string(const std::string& what);
    std::string path();
    std::string validPath();   ///< one that the client library takes (§5.8)

    bool isServer(std::size_t ahead = 0) const;   ///< looks like one: S and digits
    ServerId server();
    std::vector<ServerId> servers();              ///< one or more, or `all`
    void link(ServerId& a, ServerId& b);          ///< "S1-S2", or "S1" (b = 0: all others)
    bool isClient(std::size_t ahead = 0) const;
    ClientId client();
    bool isClientRange() const;                   ///< looks like one: "C1-C100"
    ClientId clients(ClientId& last);             ///< "C1" (last = 0) or "C1-C100"
    RuleId rule();

    const Scenario& scenario() const { return *m_scenario; }
    std::string serverRange() const;

private:
    ServerId serverFrom(std::string_view text, const Token& token) const;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    const Scenario* m_scenario;
};

/// A set-up line; true if it was one. `scenario` is what it changes.
bool parseSetup(LineReader& line, Scenario& scenario, std::string& title);
/// "disk S1 …", after the word disk.
void parseDisk(LineReader& line, Scenario& scenario);
/// What must hold of a scenario as a whole; throws ParseFailure.
void checkScenario(const Scenario& scenario);
/// A statement other than `at`.
std::variant<Command, RunUntil, StepBy, Expect> parseStatement(LineReader& line);
Expect parseExpect(LineReader& line);
/// "PROPOSAL 1.1 S1-S2", "S2 fsync", "S2 timer finalizeWait": a pending input by what it is (input_line.cpp).
InputName parseInput(LineReader& line, bool packetsOnly);
/// A recipe of these clients; false if the line says something else.
bool parseRecipe(LineReader& line, ClientId client, ClientId last, Command& command);
/// The words behind the client in an expectation about a recipe; false if they say something else.
bool parseRecipeExpect(LineReader& line, Expect& e);
RunUntil parseRun(LineReader& line);

/// Services (service_lines.cpp). `set eureka…`, behind set; true if it was one.
bool parseEurekaSetting(LineReader& line, Scenario& scenario);
/// "orders1:8080", in quotes.
std::string takeAddress(LineReader& line);
/// Behind "C1"; nothing if it is another command.
std::optional<Command> parseServiceCommand(LineReader& line, ClientId client);
/// Behind "expect C1 lookup", "expect [no] eureka", "expect [no] self-preservation"; e.what NoLeader says that there was a "no".
void parseLookupExpect(LineReader& line, Expect& e);
void parseEurekaExpect(LineReader& line, Expect& e);
void parseSelfPreservation(LineReader& line, Expect& e);

constexpr std::int64_t kMostClients = 200;
constexpr std::int64_t kMostLoadBytes = 64 * 1024 * 1024;
constexpr std::int64_t kMostEpoch = 2000000000;   ///< on a disk at the beginning
constexpr std::int64_t kMostDiskTxns = 200000;

}  // namespace zab::script
