// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/script/line_reader.h"

#include "engine/script/words.h"
#include "engine/tree/paths.h"
#include "engine/zab/rules.h"

#include <algorithm>

namespace zab::script {
namespace {

bool lettersThenDigits(const Token& t, char letter) {
    return t.kind == Token::Kind::Word && t.text.size() > 1 && t.text[0] == letter &&
           t.text.find_first_not_of("0123456789", 1) == std::string::npos;
}

/// The known rule that looks most like `name`, for an error.
std::string nearestRule(std::string_view name) {
    std::string best;
    std::size_t bestCommon = 0;
    for (int i = 1; i < static_cast<int>(RuleId::Count_); ++i) {
        const std::string_view id = ruleInfo(static_cast<RuleId>(i)).id;
        const auto different = std::mismatch(id.begin(), id.end(), name.begin(), name.end());
        const auto common = static_cast<std::size_t>(different.first - id.begin());
        if (common > bestCommon) best = id, bestCommon = common;
    }
    return bestCommon >= 3 ? " like " + best : "";
}

}  // namespace

bool LineReader::isWord(std::string_view word, std::size_t ahead) const {
    return peek(ahead).kind == Token::Kind::Word && peek(ahead).text == word;
}

bool LineReader::acceptWord(std::string_view word) {
    if (!isWord(word)) return false;
    ++m_at;
    return true;
}

bool LineReader::acceptSign(char sign) {
    if (peek().kind != Token::Kind::Sign || peek().text[0] != sign) return false;
    ++m_at;
    return true;
}

void LineReader::expectWord(std::string_view word) {
    if (!acceptWord(word)) failExpected("'" + std::string(word) + "'");
}

void LineReader::expectEnd() const {
    if (!atEnd()) failExpected("the end of the line");
}

void LineReader::failExpected(const std::string& what) const { fail(peek(), "expected " + what + ", found " + nameOf(peek())); }

void LineReader::fail(const Token& where, const std::string& sentence) const { throw ParseFailure{where.column, sentence}; }

std::int64_t LineReader::number(const std::string& what, std::int64_t min, std::int64_t max) {
    const auto v = peek().kind == Token::Kind::Word ? parseNumber(peek().text) : std::nullopt;
    if (!v || *v < min || *v > max) failExpected(what + " (a number from " + std::to_string(min) + " to " + std::to_string(max) + ")");
    ++m_at;
    return *v;
}

std::uint64_t LineReader::seed() {
    const auto v = peek().kind == Token::Kind::Word ? parseSeed(peek().text) : std::nullopt;
    if (!v) failExpected("a seed (a number below 2 to the power of 64)");
    ++m_at;
    return *v;
}

SimTime LineReader::time(const std::string& what, SimTime min) {
    const auto v = peek().kind == Token::Kind::Word ? parseTime(peek().text) : std::nullopt;
    if (!v) failExpected(what + " (a time such as 2s, 5ms or 500us, at most 1000000s)");
    if (*v < min) fail(peek(), what + " must be at least " + timeText(min));
    ++m_at;
    return *v;
}

std::int64_t LineReader::percent() {
    const auto v = peek().kind == Token::Kind::Word ? parsePercent(peek().text) : std::nullopt;
    if (!v) failExpected("a percentage from 0% to 100%");
    ++m_at;
    return *v;
}

Zxid LineReader::zxid() {
    const auto v = peek().kind == Token::Kind::Word ? parseZxid(peek().text) : std::nullopt;
    if (!v) failExpected("a zxid such as 2.8 (epoch and counter)");
    ++m_at;
    return *v;
}

double LineReader::factor() {
    const auto v = peek().kind == Token::Kind::Word ? parseFactor(peek().text) : std::nullopt;
    if (!v) failExpected("a factor such as 0.33");
    ++m_at;
    return *v;
}

bool LineReader::yesNo() {
    if (acceptWord("yes")) return true;
    if (acceptWord("no")) return false;
    failExpected("'yes' or 'no'");
}

std::string LineReader::string(const std::string& what) {
    if (peek().kind != Token::Kind::String) failExpected(what + " in quotes");
    return take().text;
}

std::string LineReader::path() {
    const Token& t = peek();
    const bool quotedPath = t.kind == Token::Kind::String;
    if (!quotedPath && (t.kind != Token::Kind::Word || t.text[0] != '/')) failExpected("a path such as /a/b");
    return take().text;
}

std::string LineReader::validPath() {
    const Token where = peek();
    std::string p = path();
    if (!isValidPath(p)) fail(where, "the client library refuses this path: it begins with '/', does not end with it, and no part is empty, '.' or '..'");
    return p;
}

bool LineReader::isServer(std::size_t ahead) const { return lettersThenDigits(peek(ahead), 'S'); }
bool LineReader::isClient(std::size_t ahead) const { return lettersThenDigits(peek(ahead), 'C'); }

std::string LineReader::serverRange() const {
    const int n = m_scenario->ensemble.serverCount();
    return n == 0 ? "after a 'servers' line" : n == 1 ? "S1" : "S1 to S" + std::to_string(n);
}

ServerId LineReader::serverFrom(std::string_view text, const Token& token) const {
    const auto v = text.size() > 1 && text[0] == 'S' ? parseNumber(text.substr(1)) : std::nullopt;
    if (!v || *v < 1 || *v > m_scenario->ensemble.serverCount())
        fail(token, "expected a server (" + serverRange() + "), found " + nameOf(token));
    return ServerId{static_cast<std::int32_t>(*v)};
}

ServerId LineReader::server() {
    const Token& t = peek();
    const ServerId s = serverFrom(t.kind == Token::Kind::Word ? std::string_view(t.text) : std::string_view(), t);
    ++m_at;
    return s;
}

std::vector<ServerId> LineReader::servers() {
    std::vector<ServerId> list;
    if (m_scenario->ensemble.serverCount() > 0 && acceptWord("all")) {
        for (int i = 1; i <= m_scenario->ensemble.serverCount(); ++i) list.push_back(ServerId{i});
        return list;
    }
    do {
        const Token& t = peek();
        const ServerId s = server();
        if (std::find(list.begin(), list.end(), s) != list.end()) fail(t, nameOf(t) + " stands here twice");
        list.push_back(s);
    } while (isServer());
    return list;
}

void LineReader::link(ServerId& a, ServerId& b) {
    const Token& t = peek();
    const std::string_view text = t.kind == Token::Kind::Word ? std::string_view(t.text) : std::string_view();
    const std::size_t dash = text.find('-');
    a = serverFrom(text.substr(0, dash), t);
    b = dash == std::string_view::npos ? ServerId{} : serverFrom(text.substr(dash + 1), t);
    if (a == b) fail(t, "a link joins two different servers");
    ++m_at;
}

bool LineReader::isClientRange() const {
    const Token& t = peek();
    const std::size_t dash = t.kind == Token::Kind::Word ? t.text.find('-') : std::string::npos;
    return dash != std::string::npos && dash > 1 && t.text[0] == 'C' && t.text.find_first_not_of("0123456789", 1) == dash;
}

ClientId LineReader::clients(ClientId& last) {
    if (!isClientRange()) return client();
    const std::string_view text = peek().text;
    const std::size_t dash = text.find('-');
    const auto from = parseNumber(text.substr(1, dash - 1));
    const auto to = text.substr(dash + 1).starts_with('C') ? parseNumber(text.substr(dash + 2)) : std::nullopt;
    if (!from || !to || *from < 1 || *to > kMostClients || *from >= *to) failExpected("clients such as C1-C100 (C1 to C" + std::to_string(kMostClients) + ", the first before the last)");
    ++m_at;
    last = ClientId{static_cast<std::int32_t>(*to)};
    return ClientId{static_cast<std::int32_t>(*from)};
}

ClientId LineReader::client() {
    const auto v = isClient() ? parseNumber(std::string_view(peek().text).substr(1)) : std::nullopt;
    if (!v || *v < 1 || *v > kMostClients) failExpected("a client (C1 to C" + std::to_string(kMostClients) + ")");
    ++m_at;
    return ClientId{static_cast<std::int32_t>(*v)};
}

RuleId LineReader::rule() {
    const auto v = peek().kind == Token::Kind::Word ? ruleByName(peek().text) : std::nullopt;
    if (!v) failExpected("the name of a rule" + nearestRule(peek().text));
    ++m_at;
    return *v;
}

}  // namespace zab::script
