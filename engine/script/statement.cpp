// SPDX-License-Identifier: GPL-3.0-or-later
// Commands: what a person can do to the world.
#include "engine/script/line_reader.h"
#include "engine/script/words.h"

namespace zab::script {
namespace {

constexpr std::int64_t kMostSequence = 999999999999999999;

std::uint64_t packet(LineReader& line) {
    line.expectWord("packet");
    return static_cast<std::uint64_t>(line.number("a packet", 0, kMostSequence));
}

Command parsePartition(LineReader& line) {
    Partition p;
    std::vector<bool> taken(static_cast<std::size_t>(line.scenario().ensemble.serverCount()) + 1);
    do {
        const Token t = line.peek();
        p.sides.push_back(line.servers());
        for (const ServerId s : p.sides.back()) {
            if (taken[static_cast<std::size_t>(s.value)]) line.fail(t, "S" + std::to_string(s.value) + " stands on two sides");
            taken[static_cast<std::size_t>(s.value)] = true;
        }
    } while (line.acceptSign('|'));
    if (p.sides.size() < 2) line.failExpected("'|' and the other side");
    return p;
}

Command parseLink(LineReader& line) {
    SetLink link;
    line.link(link.a, link.b);
    const NetworkConfig& net = line.scenario().network;
    link.latency = net.latency;
    link.jitter = net.jitter;
    link.lossPpm = net.lossPpm;
    link.duplicatePpm = net.duplicatePpm;
    if (line.atEnd()) line.failExpected("latency, jitter, loss or duplicate");
    while (!line.atEnd()) {
        if (line.acceptWord("latency")) link.latency = line.time("the latency");
        else if (line.acceptWord("jitter")) link.jitter = line.time("the jitter");
        else if (line.acceptWord("loss")) link.lossPpm = line.percent();
        else if (line.acceptWord("duplicate")) link.duplicatePpm = line.percent();
        else line.failExpected("latency, jitter, loss or duplicate");
    }
    return link;
}

Command parseFsync(LineReader& line) {
    SetFsync f;
    if (!line.acceptWord("all")) f.server = line.server();
    if (line.acceptWord("lies")) return SetLying{f.server, true};
    if (line.acceptWord("honest")) return SetLying{f.server, false};
    f.latency = line.time("the time of an fsync");
    f.jitter = line.acceptWord("jitter") ? line.time("the jitter") : SimTime{};
    return f;
}

Command parseHeal(LineReader& line) {
    if (line.acceptWord("all")) return HealAll{};
    HealLink h;
    line.link(h.a, h.b);
    return h;
}

Command parseCut(LineReader& line) {
    CutLink c;
    line.link(c.a, c.b);
    c.oneWay = line.acceptWord("one-way");
    return c;
}

Command parseCrash(LineReader& line) {
    CrashServer c;
    c.server = line.server();
    if (line.acceptWord("keep")) {
        c.keepUnsynced = line.atEnd();
        if (!c.keepUnsynced) c.keep = line.number("how many records", 1, 1000000000);
    }
    c.torn = !c.keepUnsynced && line.acceptWord("torn");
    return c;
}

Command parseClock(LineReader& line) {
    SetClock c{line.server(), 100};
    const Token where = line.peek();
    const std::int64_t ppm = line.percent();
    if (ppm < 10000 || ppm % 10000 != 0) line.fail(where, "a clock goes at 1% to 100% of its pace");
    c.percent = static_cast<int>(ppm / 10000);
    return c;
}

Command parseDemand(LineReader& line) {
    Demand d{line.servers(), {}};
    line.expectWord("within");
    d.within = line.time("how long they have for it", msec(1));
    return d;
}

Command parseFreeze(LineReader& line) {
    const bool frozen = line.take().text == "freeze";
    if (line.isClient()) return FreezeClient{line.client(), frozen};
    return FreezeServer{line.server(), frozen};
}

Command parseDelay(LineReader& line) {
    DelayPacket d{packet(line), {}};
    line.expectWord("by");
    d.by = line.time("a delay", SimTime{1});
    return d;
}

std::int32_t version(LineReader& line) {
    return line.acceptWord("version") ? static_cast<std::int32_t>(line.number("a version", 0, INT32_MAX)) : -1;
}

/// "watch /a persistent", "watch /a recursive", "unwatch /a data", "auth digest …"; false: none of these.
bool parseWatchRequest(LineReader& line, Request& r) {
    if (line.acceptWord("watch")) {
        r.op = OpCode::AddWatch;
        r.path = line.validPath();
        if (line.acceptWord("recursive")) r.watchMode = WatchMode::PersistentRecursive;
        else if (!line.acceptWord("persistent")) line.failExpected("persistent or recursive");
    } else if (line.acceptWord("unwatch")) {
        r.op = OpCode::RemoveWatches;
        r.path = line.validPath();
        if (line.acceptWord("data")) r.watcherType = WatcherType::Data;
        else if (line.acceptWord("children")) r.watcherType = WatcherType::Children;
        else line.acceptWord("any");
    } else if (line.acceptWord("auth")) {
        r.op = OpCode::Auth;
        if (line.peek().kind != Token::Kind::Word) line.failExpected("a scheme such as digest");
        r.scheme = line.take().text;
        r.data = line.string("what the scheme asks for");
    } else {
        return false;
    }
    return true;
}

Request parseRequest(LineReader& line) {
    Request r;
    if (parseWatchRequest(line, r)) return r;
    if (line.acceptWord("create")) {
        r.path = line.path();
        if (line.peek().kind == Token::Kind::String) r.data = line.take().text;
        const bool container = line.acceptWord("container");
        const bool ephemeral = !container && line.acceptWord("ephemeral");
        const bool sequential = !container && line.acceptWord("sequential");
        r.mode = container ? CreateMode::Container : static_cast<CreateMode>((ephemeral ? 1 : 0) + (sequential ? 2 : 0));
        r.op = createOp(r.mode);
    } else if (line.acceptWord("set")) {
        r.op = OpCode::SetData;
        r.path = line.path();
        r.data = line.string("the data");
        r.version = version(line);
    } else if (line.acceptWord("delete")) {
        r.op = OpCode::Delete;
        r.path = line.path();
        r.version = version(line);
    } else if (line.acceptWord("sync")) {
        r.op = OpCode::Sync;
        r.path = line.atEnd() ? "/" : line.path();
    } else {
        if (line.acceptWord("get")) r.op = OpCode::GetData;
        else if (line.acceptWord("exists")) r.op = OpCode::Exists;
        else if (line.acceptWord("children")) r.op = OpCode::GetChildren;
        else line.failExpected("connect, close, crash, load, callback, create, set, delete, get, exists, children, sync, watch, unwatch, auth, at, lookup or a recipe such as lock");
        r.path = line.path();
        r.watch = line.acceptWord("watch");
    }
    return r;
}

Command parseLoad(LineReader& line, ClientId client) {
    const Token where = line.peek();
    ClientLoad load{client, 1, 100, 0};
    while (!line.atEnd()) {
        if (line.acceptWord("outstanding")) load.outstanding = static_cast<int>(line.number("requests on their way", 1, 100000));
        else if (line.acceptWord("bytes")) load.bytes = static_cast<int>(line.number("bytes of data", 0, 1048575));
        else if (line.acceptWord("total")) load.total = line.number("how many requests", 0, 1000000000000);
        else line.failExpected("outstanding, bytes or total");
    }
    if (std::int64_t{load.outstanding} * load.bytes > kMostLoadBytes)
        line.fail(where, "a load has at most " + std::to_string(kMostLoadBytes) + " bytes on their way");
    return load;
}

Command parseClient(LineReader& line) {
    ClientId last;
    const Token who = line.peek();
    const ClientId client = line.clients(last);
    if (line.acceptWord("connect")) {
        ConnectClient c{client, {}, {}, last};
        if (line.isServer()) c.server = line.server();
        if (line.acceptWord("timeout")) c.timeout = line.time("a session timeout", msec(1));
        return c;
    }
    if (line.acceptWord("close")) return CloseClient{client, last};
    if (line.acceptWord("crash")) return CrashClient{client, last};
    if (Command recipe; parseRecipe(line, client, last, recipe)) return recipe;
    if (last) line.fail(who, "only connect, close, crash and recipes are for several clients at once");
    if (line.acceptWord("callback")) return SetCallbackTime{client, line.time("how long a callback takes")};
    if (line.acceptWord("load")) return parseLoad(line, client);
    if (auto service = parseServiceCommand(line, client)) return *service;
    ClientCall call{client, parseRequest(line), {}};
    const bool leavesWatch = call.request.watch || call.request.op == OpCode::AddWatch;
    if (leavesWatch && line.peek().kind == Token::Kind::String) call.manner.watcher = line.take().text;
    if (call.request.op != OpCode::Auth) call.manner.async = line.acceptWord("async");
    return call;
}

StepBy parseStep(LineReader& line) {
    StepBy step;
    step.back = line.acceptWord("back");
    if (line.acceptWord("event")) step.size = StepSize::Event;
    else if (line.acceptWord("packet")) step.size = StepSize::Packet;
    else if (line.acceptWord("vote-round")) step.size = StepSize::VoteRound;
    else if (line.acceptWord("phase")) step.size = StepSize::Phase;
    else if (line.acceptWord("commit")) step.size = StepSize::Commit;
    else if (!line.atEnd()) line.failExpected(step.back ? "event, packet, vote-round, phase or commit" : "back, event, packet, vote-round, phase or commit");
    if (!line.atEnd()) step.count = static_cast<int>(line.number("how many steps", 1, 1000000));
    return step;
}

}  // namespace

std::variant<Command, RunUntil, StepBy, Expect> parseStatement(LineReader& line) {
    if (line.acceptWord("run")) return parseRun(line);
    if (line.acceptWord("expect")) return parseExpect(line);
    if (line.acceptWord("step")) return parseStep(line);
    if (line.acceptWord("say")) return Command(Say{line.string("a sentence")});
    if (line.acceptWord("start")) return Command(StartServers{line.servers()});
    if (line.acceptWord("crash")) return parseCrash(line);
    if (line.isWord("freeze") || line.isWord("thaw")) return parseFreeze(line);
    if (line.acceptWord("force")) {
        line.expectWord("timeout");
        return Command(ForceTimeout{line.server()});
    }
    if (line.acceptWord("fsync")) return parseFsync(line);
    if (line.acceptWord("clock")) return parseClock(line);
    if (line.acceptWord("demand")) return parseDemand(line);
    if (line.acceptWord("cut")) return parseCut(line);
    if (line.acceptWord("heal")) return parseHeal(line);
    if (line.acceptWord("partition")) return parsePartition(line);
    if (line.acceptWord("link")) return parseLink(line);
    if (line.acceptWord("drop")) return line.isWord("packet") ? Command(DropPacket{packet(line)}) : Command(DropInput{parseInput(line, true)});
    if (line.acceptWord("duplicate")) return line.isWord("packet") ? Command(DuplicatePacket{packet(line)}) : Command(DuplicateInput{parseInput(line, true)});
    if (line.acceptWord("deliver")) return line.isWord("packet") ? Command(DeliverNext{packet(line)}) : Command(DeliverInput{parseInput(line, false)});
    if (line.acceptWord("delay")) return parseDelay(line);
    if (line.acceptWord("pass")) return Command(PassTime{line.time("the wait", usec(1))});
    if (line.acceptWord("client") || line.isClient() || line.isClientRange()) return parseClient(line);
    line.failExpected("a command such as start, crash, cut, C1, run, expect or say");
}

}  // namespace zab::script
