// SPDX-License-Identifier: GPL-3.0-or-later
// The .lab command language: one parser for lessons, scenarios, tests, the console and the command line.
#pragma once

#include "engine/lab/lab.h"
#include "engine/world/command.h"
#include "engine/world/scenario.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace zab {

/// Where and why a script is wrong: "five.lab:12:7: expected a server (S1 to S5), found 'S9'".
struct ScriptError {
    std::string file;
    int line = 0, column = 0;   ///< from 1
    std::string message;
    std::string text() const;
};

/// run for/until …: how far. Every limit is in virtual time; a condition that does not come by then is a failed expectation.
struct RunUntil {
    enum class What : std::uint8_t { Time, Duration, Events, Leader, Phase, Commit, Quiet, Rule, State, Callback, Recipe, NoSession } what = What::Duration;
    SimTime time;               ///< Time: absolute; Duration: relative
    std::int64_t count = 0;     ///< Events
    ServerId server;            ///< Leader (0 = any), State
    Phase phase = Phase::Broadcast;
    ServerState state = ServerState::Looking;
    Zxid zxid;                  ///< Commit (0 = the next one)
    RuleId rule{};
    ClientId client;            ///< Callback, as in Expect; Recipe: is in this state at that path; NoSession
    RecipeState recipe{};
    std::string word, path, watcher;
    SimTime limit = sec(120);
    bool operator==(const RunUntil&) const = default;
};
struct StepBy {
    StepSize size = StepSize::Event;
    int count = 1;
    bool back = false;
    bool operator==(const StepBy&) const = default;
};
/// One check; a false one fails the script with what was seen instead.
struct Expect {
    enum class What : std::uint8_t { Leader, NoLeader, State, Epoch, Zxid, Znode, NoZnode, Reply, Watch, Callback, NoCallback, ClientState, Frozen, At, Seen, Rule, NoRule, Sync, Refused, Down,
                                     SameTrees, NoViolation, Violation, Session, NoSession,
                                     Recipe, Holder, Cost, Knows, Resource, Children, Lookup, Eureka, NoEureka, SelfPreservation, NoSelfPreservation } what = What::Leader;
    std::vector<ServerId> servers;   ///< empty = every live server (Znode …)
    ClientId client;
    ServerState state = ServerState::Looking;
    std::int64_t number = 0;         ///< Epoch; Lookup: the Registry
    Zxid zxid;
    std::string path, data;          ///< Znode; Reply: words of the reply
    bool hasData = false;
    RuleId rule{};
    std::string watcher;             ///< Callback: its name, "" = any
    std::string word;                ///< Reply: error name; Watch, Callback: type, state or operation; ClientState; Violation: property; Sync: DIFF, TRUNC, SNAP
    RecipeState recipe{};            ///< Recipe: of the client at that path
    bool operator==(const Expect&) const = default;
};

struct Statement {
    int line = 0;
    std::string source;              ///< the line as written, trimmed
    std::variant<Command, RunUntil, StepBy, Expect> what;
    int column = 1;                  ///< of its first word
};

struct Script {
    std::string file;
    std::string title;
    Scenario scenario;
    std::vector<Statement> statements;
};

/// Parses a whole script. O(length).
std::variant<Script, ScriptError> parseScript(std::string_view text, const std::string& file);
/// Parses one line in the context of a running scenario (the console); set-up lines are an error there.
std::variant<Statement, ScriptError> parseLine(std::string_view line, const Scenario& scenario);
/// The canonical .lab line of a command: parseLine(formatCommand(c)) == c.
std::string formatCommand(const Command& command);
/// A whole document (scenario and commands at their virtual times) as a script that replays it.
std::string formatScript(const Scenario& scenario, const std::vector<LoggedCommand>& commands, const std::string& title);

struct ExpectationFailure {
    int line = 0;
    std::string expectation;
    std::string seen;
    int column = 1;
};

/// Carries out the statements of a script on a Lab, one by one.
class ScriptRunner {
public:
    ScriptRunner(Script script, Lab& lab);
    bool atEnd() const;
    const Statement& next() const;
    /// Carries out the next statement. False if it failed (see failures / error).
    bool step();
    const std::vector<ExpectationFailure>& failures() const { return m_failures; }
    const std::optional<ScriptError>& error() const { return m_error; }   ///< a command the world refused: bad input

private:
    Script m_script;
    Lab& m_lab;
    std::size_t m_at = 0;
    std::vector<ExpectationFailure> m_failures;
    std::optional<ScriptError> m_error;
};

/// Carries out one statement on a lab; the part shared by the runner and the console. Empty optional = fine.
std::optional<std::string> carryOut(const Statement& statement, Lab& lab, bool& expectationFailed);

}  // namespace zab
