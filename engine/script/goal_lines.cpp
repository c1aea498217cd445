// SPDX-License-Identifier: GPL-3.0-or-later
// "run …" and "expect …".
#include "engine/check/safety.h"
#include "engine/script/line_reader.h"
#include "engine/script/words.h"

#include <optional>

namespace zab::script {
namespace {

template <class T, class NameOf>
std::optional<T> byName(int count, std::string_view name, NameOf nameOf) {
    for (int i = 0; i < count; ++i)
        if (nameOf(static_cast<T>(i)) == name) return static_cast<T>(i);
    return std::nullopt;
}

std::optional<ServerState> stateWord(const LineReader& line) {
    return line.peek().kind == Token::Kind::Word ? byName<ServerState>(4, line.peek().text, stateName) : std::nullopt;
}

ServerState takeState(LineReader& line) {
    const auto state = stateWord(line);
    if (!state) line.failExpected("LOOKING, FOLLOWING, LEADING or OBSERVING");
    line.take();
    return *state;
}

Phase takePhase(LineReader& line) {
    const auto phase = line.peek().kind == Token::Kind::Word ? byName<Phase>(4, line.peek().text, phaseName) : std::nullopt;
    if (!phase) line.failExpected("ELECTION, DISCOVERY, SYNCHRONIZATION or BROADCAST");
    line.take();
    return *phase;
}

std::string takeProperty(LineReader& line) {
    if (line.peek().kind != Token::Kind::Word || !propertyByName(line.peek().text)) line.failExpected("a safety property such as Agreement");
    return line.take().text;
}

void parseOn(LineReader& line, Expect& e, std::string_view word) {
    if (line.acceptWord(word)) e.servers = line.servers();
}

void parseZnode(LineReader& line, Expect& e) {
    e.path = line.path();
    if (e.what == Expect::What::Znode && line.peek().kind == Token::Kind::String) {
        e.hasData = true;
        e.data = line.take().text;
    }
    parseOn(line, e, "on");
}

void parseNo(LineReader& line, Expect& e) {
    if (line.acceptWord("leader")) {
        e.what = Expect::What::NoLeader;
    } else if (line.acceptWord("znode")) {
        e.what = Expect::What::NoZnode;
        parseZnode(line, e);
    } else if (line.acceptWord("rule")) {
        e.what = Expect::What::NoRule;
        e.rule = line.rule();
        parseOn(line, e, "at");
    } else if (line.acceptWord("session")) {
        e.what = Expect::What::NoSession;
        e.client = line.client();
        parseOn(line, e, "on");
    } else if (line.acceptWord("violation")) {
        e.what = Expect::What::NoViolation;
    } else if (line.acceptWord("holder")) {
        e.what = Expect::What::Holder;
        e.path = line.path();
    } else if (line.acceptWord("eureka")) {
        e.what = Expect::What::NoLeader;
        parseEurekaExpect(line, e);
    } else if (line.acceptWord("self-preservation")) {
        e.what = Expect::What::NoLeader;
        parseSelfPreservation(line, e);
    } else {
        line.failExpected("leader, znode, rule, session, violation, holder, eureka or self-preservation");
    }
}

/// "NodeDataChanged /a", a state such as "Expired", or an asynchronous call such as "getData /a"; the name of a watcher behind it.
template <class Wanted>
void parseCallback(LineReader& line, Wanted& e) {
    const bool word = line.peek().kind == Token::Kind::Word;
    const bool state = word && keeperStateByName(line.peek().text);
    const bool call = word && callByName(line.peek().text);
    if (!state && !call && !(word && watchEventByName(line.peek().text)))
        line.failExpected("NodeCreated, NodeDeleted, NodeDataChanged, NodeChildrenChanged, DataWatchRemoved, ChildWatchRemoved, PersistentWatchRemoved, "
                          "SyncConnected, Disconnected, AuthFailed, Expired, Closed or an operation such as getData");
    e.word = line.take().text;
    if (!state) e.path = line.path();
    if (!call && line.peek().kind == Token::Kind::String) e.watcher = line.take().text;
}

/// As ZooKeeper.States has it.
bool isClientState(const LineReader& line) {
    return line.isWord("CONNECTED") || line.isWord("CONNECTING") || line.isWord("CLOSED") || line.isWord("NOT_CONNECTED") || line.isWord("AUTH_FAILED");
}

void parseClientExpect(LineReader& line, Expect& e) {
    e.client = line.client();
    if (line.acceptWord("reply")) {
        e.what = Expect::What::Reply;
        const bool known = line.peek().kind == Token::Kind::Word && errorByName(line.peek().text);
        if (!known) line.failExpected("OK or an error such as NONODE");
        e.word = line.take().text;
        if (line.peek().kind == Token::Kind::String) {
            e.hasData = true;
            e.data = line.take().text;
        }
    } else if (line.acceptWord("watch")) {
        e.what = Expect::What::Watch;
        const bool known = line.peek().kind == Token::Kind::Word && watchEventByName(line.peek().text);
        if (!known) line.failExpected("NodeCreated, NodeDeleted, NodeDataChanged or NodeChildrenChanged");
        e.word = line.take().text;
        e.path = line.path();
    } else if (line.acceptWord("callback")) {
        e.what = Expect::What::Callback;
        parseCallback(line, e);
    } else if (line.acceptWord("lookup")) {
        parseLookupExpect(line, e);
    } else if (line.acceptWord("no")) {
        line.expectWord("callback");
        e.what = Expect::What::NoCallback;
        parseCallback(line, e);
    } else if (parseRecipeExpect(line, e)) {
        return;
    } else if (line.acceptWord("frozen")) {
        e.what = Expect::What::Frozen;
    } else if (line.acceptWord("at")) {
        e.what = Expect::What::At;
        e.servers = {line.server()};
    } else if (line.acceptWord("zxid")) {
        e.what = Expect::What::Seen;
        e.zxid = line.zxid();
    } else if (isClientState(line)) {
        e.what = Expect::What::ClientState;
        e.word = line.take().text;
    } else {
        line.failExpected("reply, watch, callback, lookup, at, zxid, knows, a state in a recipe such as holding, frozen, CONNECTED, CONNECTING, CLOSED, NOT_CONNECTED, AUTH_FAILED or no");
    }
}

void parseServerExpect(LineReader& line, Expect& e) {
    e.servers = line.servers();
    if (line.acceptWord("zxid")) {
        e.what = Expect::What::Zxid;
        e.zxid = line.zxid();
    } else if (line.acceptWord("epoch")) {
        e.what = Expect::What::Epoch;
        e.number = line.number("an epoch", 0, INT32_MAX);
    } else if (stateWord(line)) {
        e.what = Expect::What::State;
        e.state = takeState(line);
    } else {
        line.failExpected("zxid, epoch, LOOKING, FOLLOWING, LEADING or OBSERVING");
    }
}

/// "notifications /locks/a 1"
void parseCount(LineReader& line, Expect& e, Expect::What what) {
    e.what = what;
    e.word = line.take().text;
    e.path = line.path();
    e.number = line.number("how many", 0, 1000000000);
}

void parseSync(LineReader& line, Expect& e) {
    e.what = Expect::What::Sync;
    e.servers = {line.server()};
    if (!line.isWord("DIFF") && !line.isWord("TRUNC") && !line.isWord("SNAP")) line.failExpected("DIFF, TRUNC or SNAP");
    e.word = line.take().text;
}

void parseUntil(LineReader& line, RunUntil& r) {
    if (line.acceptWord("leader")) {
        r.what = RunUntil::What::Leader;
        if (line.isServer()) r.server = line.server();
    } else if (line.acceptWord("commit")) {
        r.what = RunUntil::What::Commit;
        if (!line.atEnd() && !line.isWord("within")) r.zxid = line.zxid();
    } else if (line.acceptWord("quiet")) {
        r.what = RunUntil::What::Quiet;
    } else if (line.acceptWord("phase")) {
        r.what = RunUntil::What::Phase;
        r.phase = takePhase(line);
    } else if (line.acceptWord("rule")) {
        r.what = RunUntil::What::Rule;
        r.rule = line.rule();
    } else if (line.acceptWord("no")) {
        r.what = RunUntil::What::NoSession;
        line.expectWord("session");
        r.client = line.client();
    } else if (line.isClient()) {
        r.client = line.client();
        if (line.acceptWord("callback")) {
            r.what = RunUntil::What::Callback;
            parseCallback(line, r);
        } else {
            r.what = RunUntil::What::Recipe;
            const auto state = line.peek().kind == Token::Kind::Word ? recipeStateByName(line.peek().text) : std::nullopt;
            if (!state) line.failExpected("callback, starting, waiting, holding, unsure, lost or done");
            line.take();
            r.recipe = *state;
            r.path = line.path();
        }
    } else if (line.isServer()) {
        r.what = RunUntil::What::State;
        r.server = line.server();
        r.state = takeState(line);
    } else {
        line.failExpected("leader, commit, quiet, phase, rule, no session, a server and its state or a client and its callback or its state in a recipe");
    }
    if (line.acceptWord("within")) r.limit = line.time("a limit", SimTime{1});
}

}  // namespace

RunUntil parseRun(LineReader& line) {
    RunUntil r;
    if (line.acceptWord("until")) {
        parseUntil(line, r);
    } else if (line.acceptWord("to")) {
        r.what = RunUntil::What::Time;
        r.time = line.time("a time since the beginning");
    } else if (line.isWord("events", 1)) {
        r.what = RunUntil::What::Events;
        r.count = line.number("how many events", 1, 1000000000);
        line.take();
    } else {
        const auto time = line.peek().kind == Token::Kind::Word ? parseTime(line.peek().text) : std::nullopt;
        if (!time) line.failExpected("how long (a time such as 2s), a number of events, 'to' or 'until'");
        line.take();
        r.time = *time;
    }
    return r;
}

Expect parseExpect(LineReader& line) {
    Expect e;
    if (line.acceptWord("leader")) {
        e.what = Expect::What::Leader;
        if (line.isServer()) e.servers = {line.server()};
    } else if (line.acceptWord("epoch")) {
        e.what = Expect::What::Epoch;
        e.number = line.number("an epoch", 0, INT32_MAX);
    } else if (line.acceptWord("znode")) {
        e.what = Expect::What::Znode;
        parseZnode(line, e);
    } else if (line.acceptWord("no")) {
        parseNo(line, e);
    } else if (line.acceptWord("rule")) {
        e.what = Expect::What::Rule;
        e.rule = line.rule();
        parseOn(line, e, "at");
    } else if (line.acceptWord("session")) {
        e.what = Expect::What::Session;
        e.client = line.client();
        parseOn(line, e, "on");
    } else if (line.acceptWord("sync")) {
        parseSync(line, e);
    } else if (line.acceptWord("refused")) {
        e.what = Expect::What::Refused;
        e.servers = line.servers();
    } else if (line.acceptWord("down")) {
        e.what = Expect::What::Down;
        e.servers = line.servers();
    } else if (line.acceptWord("same")) {
        line.expectWord("trees");
        e.what = Expect::What::SameTrees;
        if (!line.atEnd()) e.servers = line.servers();
    } else if (line.acceptWord("violation")) {
        e.what = Expect::What::Violation;
        e.word = takeProperty(line);
    } else if (line.acceptWord("holder")) {
        e.what = Expect::What::Holder;
        e.path = line.path();
        e.client = line.client();
    } else if (line.isWord("notifications") || line.isWord("reads") || line.isWord("packets")) {
        parseCount(line, e, Expect::What::Cost);
    } else if (line.isWord("accepted") || line.isWord("rejected")) {
        parseCount(line, e, Expect::What::Resource);
    } else if (line.isWord("children")) {
        parseCount(line, e, Expect::What::Children);
    } else if (line.acceptWord("eureka")) {
        parseEurekaExpect(line, e);
    } else if (line.acceptWord("self-preservation")) {
        parseSelfPreservation(line, e);
    } else if (line.isClient()) {
        parseClientExpect(line, e);
    } else if (line.isServer() || line.isWord("all")) {
        parseServerExpect(line, e);
    } else {
        line.failExpected("what to expect: leader, epoch, znode, rule, session, sync, refused, down, same trees, violation, no, holder, notifications, reads, packets, accepted, rejected, children, eureka, self-preservation, a server or a client");
    }
    return e;
}

}  // namespace zab::script
