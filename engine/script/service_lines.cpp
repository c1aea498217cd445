// SPDX-License-Identifier: GPL-3.0-or-later
// Services: the settings of Eureka, where a client stands, who provides and who looks up, and what is expected of that.
#include "engine/script/line_reader.h"
#include "engine/tree/paths.h"

#include <charconv>

namespace zab::script {
namespace {

constexpr SimTime kShortest = msec(1);

std::string servicePath(LineReader& line) {
    const Token where = line.peek();
    std::string path = line.path();
    if (!isValidPath(path) || path == "/" || path.find(' ') != std::string::npos) line.fail(where, "a service has a valid path without spaces, such as /services/orders");
    return path;
}

Registry registry(LineReader& line) {
    for (int i = 0; i < static_cast<int>(Registry::Count_); ++i)
        if (line.acceptWord(registryName(static_cast<Registry>(i)))) return static_cast<Registry>(i);
    line.failExpected("zookeeper, zookeeper-cache or eureka");
}

}  // namespace

std::string takeAddress(LineReader& line) {
    const Token where = line.peek();
    std::string address = line.string("the address of the instance");
    if (address.empty() || address.find_first_of(" \t\n\",{}\\") != std::string::npos || address.size() > 100)
        line.fail(where, "an address has 1 to 100 bytes and no spaces, such as \"orders1:8080\"");
    const std::size_t colon = address.rfind(':');
    int port = 0;
    const char* end = address.data() + address.size();
    if (colon == 0 || colon == std::string::npos || address[colon + 1] == '0' || std::from_chars(address.data() + colon + 1, end, port).ptr != end || port < 1 || port > 65535)
        line.fail(where, "an address has a host and a port from 1 to 65535, such as \"orders1:8080\"");
    return address;
}

bool parseEurekaSetting(LineReader& line, Scenario& s) {
    EurekaConfig& e = s.eureka;
    if (line.acceptWord("eurekaRenewal")) e.renewal = line.time("the interval", kShortest);
    else if (line.acceptWord("eurekaLease")) e.lease = line.time("the lease", kShortest);
    else if (line.acceptWord("eurekaEviction")) e.eviction = line.time("the interval", kShortest);
    else if (line.acceptWord("eurekaFetch")) e.fetch = line.time("the interval", kShortest);
    else if (line.acceptWord("eurekaCache")) e.cache = line.time("the interval");
    else if (line.acceptWord("eurekaTimeout")) e.timeout = line.time("the timeout", kShortest);
    else if (line.acceptWord("eurekaThresholdUpdate")) e.thresholdUpdate = line.time("the interval", kShortest);
    else if (line.acceptWord("eurekaRenewalPercent")) e.renewalPercent = static_cast<int>(line.number("a share of the renewals in percent", 1, 100));
    else if (line.acceptWord("eurekaExpectedClients")) e.expectedClients = static_cast<int>(line.number("how many clients", 0, 1000));
    else if (line.acceptWord("eurekaSyncRetries")) e.syncRetries = static_cast<int>(line.number("how many attempts", 0, 100));
    else if (line.acceptWord("eurekaSelfPreservation")) e.selfPreservation = line.yesNo();
    else if (line.acceptWord("lookupTimeout")) s.lookup.timeout = line.time("the timeout", kShortest);
    else if (line.acceptWord("callTimeout")) s.lookup.callTimeout = line.time("the timeout", kShortest);
    else return false;
    return true;
}

std::optional<Command> parseServiceCommand(LineReader& line, ClientId client) {
    if (line.acceptWord("at")) {
        if (line.acceptWord("nowhere")) return StandAt{client, {}};
        return StandAt{client, line.server()};
    }
    if (line.acceptWord("lookup")) {
        LookupService l{client, servicePath(line)};
        if (line.acceptWord("every")) {
            const Token where = line.peek();
            l.every = line.time("how often");
            if (l.every.us > 0 && l.every < msec(10)) line.fail(where, "a lookup comes at most every 10ms (0s ends them)");
        }
        return l;
    }
    return std::nullopt;
}

void parseLookupExpect(LineReader& line, Expect& e) {
    e.what = Expect::What::Lookup;
    e.number = static_cast<std::int64_t>(registry(line));
    constexpr std::string_view words[] = {"answered", "fresh", "stale", "refused", "found", "retried", "lost"};
    for (const std::string_view word : words)
        if (line.isWord(word)) e.word = word;
    if (e.word.empty()) line.failExpected("answered, fresh, stale, refused, found, retried or lost");
    line.take();
}

void parseEurekaExpect(LineReader& line, Expect& e) {
    e.what = e.what == Expect::What::NoLeader ? Expect::What::NoEureka : Expect::What::Eureka;
    e.servers = line.servers();
    e.data = takeAddress(line);
}

void parseSelfPreservation(LineReader& line, Expect& e) {
    e.what = e.what == Expect::What::NoLeader ? Expect::What::NoSelfPreservation : Expect::What::SelfPreservation;
    e.servers = line.servers();
}

}  // namespace zab::script
