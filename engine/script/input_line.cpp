// SPDX-License-Identifier: GPL-3.0-or-later
// Which pending input is meant, behind `deliver` and `drop`.
#include "engine/script/line_reader.h"
#include "engine/script/words.h"

namespace zab::script {
namespace {

std::optional<MessageType> messageByName(std::string_view name) {
    for (int i = 1; i < static_cast<int>(MessageType::Count_); ++i)
        if (messageName(static_cast<MessageType>(i)) == name) return static_cast<MessageType>(i);
    return std::nullopt;
}

std::optional<TimerKind> timerByName(std::string_view name) {
    for (int i = 0; i < static_cast<int>(TimerKind::Count_); ++i)
        if (timerName(static_cast<TimerKind>(i)) == name) return static_cast<TimerKind>(i);
    return std::nullopt;
}

/// S2 or C1; nothing if it is neither, or not there.
std::optional<ActorId> actor(std::string_view text, const Scenario& scenario) {
    const auto n = text.empty() ? std::nullopt : parseNumber(text.substr(1));
    if (!n || *n < 1) return std::nullopt;
    if (text[0] == 'S' && *n <= scenario.ensemble.serverCount()) return ActorId(ServerId{static_cast<std::int32_t>(*n)});
    if (text[0] == 'C' && *n <= kMostClients) return ActorId(ClientId{static_cast<std::int32_t>(*n)});
    return std::nullopt;
}

void parsePacket(LineReader& line, InputName& name) {
    if (parseZxid(line.peek().text)) name.zxid = line.zxid();
    const std::string_view text = line.peek().text;
    const std::size_t dash = std::min(text.find('-'), text.size());
    const auto from = actor(text.substr(0, dash), line.scenario());
    const auto to = dash < text.size() ? actor(text.substr(dash + 1), line.scenario()) : std::nullopt;
    if (line.peek().kind != Token::Kind::Word || !from || !to || *from == *to) line.failExpected("from whom to whom such as S1-S2");
    name.from = *from;
    name.to = *to;
    line.take();
}

}  // namespace

InputName parseInput(LineReader& line, bool packetsOnly) {
    InputName name;
    const Token first = line.peek();
    const auto message = first.kind == Token::Kind::Word ? messageByName(first.text) : std::nullopt;
    const auto at = first.kind == Token::Kind::Word && !packetsOnly ? actor(first.text, line.scenario()) : std::nullopt;
    if (message) {
        line.take();
        name.message = *message;
        parsePacket(line, name);
    } else if (at) {
        line.take();
        name.to = *at;
        if (line.acceptWord("fsync")) name.kind = InputKind::FsyncDone;
        else if (line.acceptWord("snapshot")) name.kind = InputKind::SnapshotDone;
        else if (line.acceptWord("resource")) name.kind = InputKind::ResourceWrite;
        else if (!line.acceptWord("timer")) line.failExpected("fsync, snapshot, resource or timer");
        else if (const auto timer = timerByName(line.peek().text)) name.kind = InputKind::Timer, name.timer = *timer, line.take();
        else line.failExpected("a timer such as finalizeWait");
    } else {
        line.failExpected(packetsOnly ? "a packet such as PROPOSAL 1.1 S1-S2" : "an input such as PROPOSAL 1.1 S1-S2 or S2 fsync");
    }
    if (line.acceptWord("number")) name.number = static_cast<int>(line.number("which of them", 1, 1000000));
    return name;
}

}  // namespace zab::script
