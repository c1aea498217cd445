// SPDX-License-Identifier: GPL-3.0-or-later
// Set-up lines: the ensemble, its network and disks, and what is on them at the beginning.
#include "engine/script/line_reader.h"
#include "engine/script/words.h"

#include <algorithm>
#include <set>

namespace zab::script {
namespace {

void parseServers(LineReader& line, Scenario& s) {
    const Token where = line.peek();
    const auto n = line.number("how many servers", 1, kMaxServers);
    if (!s.ensemble.members.empty()) line.fail(where, "there is a 'servers' line already");
    for (int i = 1; i <= n; ++i) s.ensemble.members.push_back({ServerId{i}, false, 1, 0});
}

MemberConfig& member(Scenario& s, ServerId id) { return s.ensemble.members[static_cast<std::size_t>(id.value - 1)]; }

void parseWeights(LineReader& line, Scenario& s) {
    do {
        const Token t = line.peek();
        const std::string_view text = t.kind == Token::Kind::Word && t.text[0] == 'S' ? std::string_view(t.text).substr(1) : std::string_view();
        const std::size_t equals = std::min(text.find('='), text.size());
        const std::int64_t id = parseNumber(text.substr(0, equals)).value_or(0);
        const std::int64_t weight = equals < text.size() ? parseNumber(text.substr(equals + 1)).value_or(-1) : -1;
        if (id < 1 || id > s.ensemble.serverCount() || weight < 0 || weight > 1000)
            line.failExpected("a server (" + line.serverRange() + ") and its weight (0 to 1000) such as S1=2");
        line.take();
        member(s, ServerId{static_cast<std::int32_t>(id)}).weight = static_cast<int>(weight);
    } while (!line.atEnd());
}

void parseGroup(LineReader& line, Scenario& s) {
    const auto group = line.number("a group", 1, kMaxServers);
    const Token where = line.peek();
    for (const ServerId id : line.servers()) {
        MemberConfig& m = member(s, id);
        if (m.group != 0) line.fail(where, "S" + std::to_string(id.value) + " is in a group already");
        m.group = static_cast<int>(group);
    }
}

void parseSet(LineReader& line, Scenario& s) {
    EnsembleConfig& c = s.ensemble;
    const SimTime least{1};
    if (line.acceptWord("minNotificationInterval")) c.minNotificationInterval = line.time("the interval", msec(1));
    else if (line.acceptWord("maxNotificationInterval")) c.maxNotificationInterval = line.time("the interval", msec(1));
    else if (line.acceptWord("finalizeWait")) c.finalizeWait = line.time("the wait", least);
    else if (line.acceptWord("minSessionTimeout")) c.minSessionTimeout = line.time("the timeout");
    else if (line.acceptWord("maxSessionTimeout")) c.maxSessionTimeout = line.time("the timeout");
    else if (line.acceptWord("commitLogCount")) c.commitLogCount = static_cast<int>(line.number("the capacity of the committed log", 1, 1000000));
    else if (line.acceptWord("snapCount")) c.snapCount = static_cast<int>(line.number("transactions between two snapshots", 2, 1000000000));
    else if (line.acceptWord("snapshotSizeFactor")) c.snapshotSizeFactor = line.factor();
    else if (line.acceptWord("preAllocSize")) c.preAllocSize = line.number("bytes of a log file", 0, 1000000000000);
    else if (line.acceptWord("containerCheckInterval")) c.containerCheckInterval = line.time("the interval", msec(1));
    else if (line.acceptWord("containersPerMinute")) c.containersPerMinute = static_cast<int>(line.number("containers in a minute", 1, 60000));
    else if (line.acceptWord("counterLimit")) c.counterLimit = line.number("the last number of the counter", 2, 0xffffffff);
    else if (line.acceptWord("forceSnapshotSync")) c.forceSnapshotSync = line.yesNo();
    else if (line.acceptWord("curedRecovery")) c.curedRecovery = line.yesNo();
    else if (!parseEurekaSetting(line, s)) line.failExpected("the name of a setting such as snapCount");
}

/// "without fsync-before-ack fifo-links": rules switched off.
void parseWithout(LineReader& line, Variants& v) {
    do {
        const auto seal = line.peek().kind == Token::Kind::Word ? sealByName(line.peek().text) : std::nullopt;
        if (!seal) line.failExpected("a rule that can be switched off such as fsync-before-ack");
        if (v.broken.has(*seal)) line.fail(line.peek(), std::string(sealInfo(*seal).id) + " is switched off already");
        line.take();
        v.broken.add(*seal);
    } while (!line.atEnd());
}

}  // namespace

EnumSet<Defect> defectsOf(const Release& release) {
    EnumSet<Defect> all;
    for (int i = 0; i < static_cast<int>(Defect::Count_); ++i)
        if (hasDefect(release, static_cast<Defect>(i))) all.add(static_cast<Defect>(i));
    return all;
}

namespace {

/// "as in 3.4.11": all of its defects that the lab knows, or only those that are named behind it.
void parseAsIn(LineReader& line, Variants& v) {
    line.expectWord("in");
    const Token where = line.peek();
    v.release = releaseByName(where.text);
    if (!v.release) line.failExpected("a release of ZooKeeper such as 3.4.11");
    line.take();
    if (line.atEnd()) {
        v.defects = defectsOf(*v.release);
        if (v.defects.empty()) line.fail(where, "the lab knows no defect of " + where.text + " that can be shown");
        return;
    }
    do {
        const auto defect = defectByName(line.peek().text);
        if (!defect) line.failExpected("a defect that can be shown such as ZOOKEEPER-2845");
        if (!hasDefect(*v.release, *defect)) line.fail(line.peek(), toString(*v.release) + " does not have " + toString(*defect));
        line.take();
        v.defects.add(*defect);
    } while (!line.atEnd());
}

/// "version 1": who wrote it says what for.
void parseVersion(LineReader& line) {
    const Token where = line.peek();
    const std::int64_t version = line.number("a version", 1, 1000000);
    if (version != kDocumentVersion)
        line.fail(where, "this file was written for version " + std::to_string(version) + " of the lab, and this is version " + std::to_string(kDocumentVersion));
}

/// "explore crashes 1 restarts 1": what the explorer may do.
void parseExplore(LineReader& line, Scenario& s) {
    ExploreBudgets& b = s.explore.emplace();
    while (!line.atEnd()) {
        const auto budget = std::find_if(std::begin(kExploreBudgets), std::end(kExploreBudgets), [&](const ExploreBudget& e) { return line.acceptWord(e.name); });
        if (budget == std::end(kExploreBudgets)) line.failExpected("crashes, restarts, cuts, heals, drops, timeouts, writes, reads or elections");
        b.*budget->value = static_cast<int>(line.number("how often", 0, ExploreBudgets::kMost));
    }
}

void parseLatency(LineReader& line, SimTime& latency, SimTime& jitter) {
    latency = line.time("the latency");
    if (line.acceptWord("jitter")) jitter = line.time("the jitter");
}

bool parseTiming(LineReader& line, Scenario& s) {
    NetworkConfig& net = s.network;
    if (line.acceptWord("latency")) parseLatency(line, net.latency, net.jitter);
    else if (line.acceptWord("packet-time")) net.packetTime = line.time("the time of one packet");
    else if (line.acceptWord("loss")) net.lossPpm = line.percent();
    else if (line.acceptWord("duplicate")) net.duplicatePpm = line.percent();
    else if (line.acceptWord("retransmit")) net.retransmit = line.time("the delay", SimTime{1});
    else if (line.acceptWord("tick")) s.ensemble.tickTime = line.time("a tick", msec(10));
    else if (line.acceptWord("init-limit")) s.ensemble.initLimit = static_cast<int>(line.number("ticks", 1, 100000));
    else if (line.acceptWord("sync-limit")) s.ensemble.syncLimit = static_cast<int>(line.number("ticks", 1, 100000));
    else if (line.acceptWord("session-timeout")) s.clientTimeout = line.time("the timeout", msec(1));
    else return false;
    return true;
}

}  // namespace

bool parseSetup(LineReader& line, Scenario& s, std::string& title) {
    const bool fsyncOfAll = line.isWord("fsync") && !line.isServer(1) && !line.isWord("all", 1);
    const std::string_view next = line.peek(1).text;
    const bool onePacket = line.isWord("duplicate") && !next.empty() && (next[0] < '0' || next[0] > '9');   // a name, no percentage
    if (line.acceptWord("title")) title = line.string("a title");
    else if (line.acceptWord("servers")) parseServers(line, s);
    else if (line.acceptWord("observers")) for (const ServerId id : line.servers()) member(s, id).observer = true;
    else if (line.acceptWord("weights")) parseWeights(line, s);
    else if (line.acceptWord("group")) parseGroup(line, s);
    else if (line.acceptWord("seed")) s.seed = line.seed();
    else if (line.acceptWord("set")) parseSet(line, s);
    else if (line.acceptWord("without")) parseWithout(line, s.ensemble.variants);
    else if (line.acceptWord("as")) parseAsIn(line, s.ensemble.variants);
    else if (line.acceptWord("disk")) parseDisk(line, s);
    else if (line.acceptWord("explore")) parseExplore(line, s);
    else if (line.acceptWord("version")) parseVersion(line);
    else if (line.acceptWord("eureka")) s.eureka.on = true;
    else if (fsyncOfAll && line.acceptWord("fsync")) parseLatency(line, s.disk.fsync, s.disk.jitter);
    else if (onePacket || !parseTiming(line, s)) return false;
    return true;
}

void checkScenario(const Scenario& s) {
    const auto& members = s.ensemble.members;
    const auto fail = [](const std::string& sentence) { throw ParseFailure{1, sentence}; };
    if (members.empty()) fail("expected a 'servers' line (how many servers there are) before the first command");
    if (std::all_of(members.begin(), members.end(), [](const MemberConfig& m) { return m.observer; })) fail("at least one server must vote");
    const bool groups = std::any_of(members.begin(), members.end(), [](const MemberConfig& m) { return m.group != 0; });
    std::int64_t weight = 0;
    for (const MemberConfig& m : members) {
        const std::string name = "S" + std::to_string(m.id.value);
        if (!groups && m.weight != 1) fail("weights count in groups only, and there is no 'group' line for " + name);
        if (groups && !m.observer && m.group == 0) fail("where there are groups, every voter is in one, and " + name + " is not");
        if (m.observer && (m.group != 0 || m.weight != 1)) fail("an observer has neither group nor weight, and " + name + " is one");
        if (!m.observer) weight += m.weight;
    }
    if (weight == 0) fail("at least one voter must have a weight above 0");
    if (!s.eureka.on && s.eureka != EurekaConfig()) fail("there is a setting of Eureka, but no 'eureka' line");
    if (s.ensemble.minSession() > s.ensemble.maxSession()) fail("minSessionTimeout must not be above maxSessionTimeout");
    if (s.ensemble.minNotificationInterval > s.ensemble.maxNotificationInterval)
        fail("minNotificationInterval must not be above maxNotificationInterval");
}

}  // namespace zab::script
