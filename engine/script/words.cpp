// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/script/words.h"

#include <cmath>
#include <cstdio>

namespace zab::script {
namespace {

struct Decimal {
    std::int64_t whole = 0;
    std::int64_t millionths = 0;
    std::string_view unit;
};

/// Digits, perhaps a point and up to six decimals, and what follows.
std::optional<Decimal> parseDecimal(std::string_view text) {
    const std::size_t digits = text.find_first_not_of("0123456789");
    const auto whole = parseNumber(text.substr(0, digits));
    if (!whole || *whole > 1000000000000) return std::nullopt;
    Decimal d{*whole, 0, {}};
    if (digits == std::string_view::npos) return d;
    text.remove_prefix(digits);
    if (text[0] == '.') {
        text.remove_prefix(1);
        std::size_t n = text.find_first_not_of("0123456789");
        if (n == std::string_view::npos) n = text.size();
        if (n == 0 || n > 6) return std::nullopt;
        for (std::size_t i = 0; i < 6; ++i) d.millionths = d.millionths * 10 + (i < n ? text[i] - '0' : 0);
        text.remove_prefix(n);
    }
    d.unit = text;
    return d;
}

std::string decimals(std::int64_t value, std::int64_t scale) {
    std::string out = std::to_string(value / scale);
    std::int64_t rest = value % scale;
    if (rest == 0) return out;
    out += '.';
    for (; rest; rest = rest * 10 % scale) out += static_cast<char>('0' + rest * 10 / scale);
    return out;
}

}  // namespace

std::optional<std::int64_t> parseNumber(std::string_view text) {
    if (text.empty() || text.size() > 18) return std::nullopt;
    std::int64_t v = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        v = v * 10 + (c - '0');
    }
    return v;
}

std::optional<std::uint64_t> parseSeed(std::string_view text) {
    if (text.empty() || text.size() > 20) return std::nullopt;
    std::uint64_t v = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (v > (UINT64_MAX - digit) / 10) return std::nullopt;
        v = v * 10 + digit;
    }
    return v;
}

std::optional<SimTime> parseTime(std::string_view text) {
    const auto d = parseDecimal(text);
    if (!d) return std::nullopt;
    const std::int64_t unit = d->unit == "s" ? 1000000 : d->unit == "ms" ? 1000 : d->unit == "us" ? 1 : 0;
    if (unit == 0 || d->whole > kLongestTime.us / unit || d->millionths * unit % 1000000 != 0) return std::nullopt;
    const SimTime t{d->whole * unit + d->millionths * unit / 1000000};
    return t <= kLongestTime ? std::optional(t) : std::nullopt;
}

std::optional<Zxid> parseZxid(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) return std::nullopt;
    const auto epoch = parseNumber(text.substr(0, point));
    const auto counter = parseNumber(text.substr(point + 1));
    if (!epoch || !counter || *epoch > INT32_MAX || *counter > 0xffffffff) return std::nullopt;
    return Zxid::make(*epoch, *counter);
}

std::optional<std::int64_t> parsePercent(std::string_view text) {
    const auto d = parseDecimal(text);
    if (!d || d->unit != "%" || d->whole > 100 || d->millionths % 100 != 0) return std::nullopt;
    const std::int64_t ppm = d->whole * 10000 + d->millionths / 100;
    return ppm <= 1000000 ? std::optional(ppm) : std::nullopt;
}

std::optional<double> parseFactor(std::string_view text) {
    const bool minus = !text.empty() && text[0] == '-';
    const auto d = parseDecimal(minus ? text.substr(1) : text);
    if (!d || !d->unit.empty() || d->whole > 1000000 || d->millionths % 100 != 0) return std::nullopt;
    const double v = static_cast<double>(d->whole * 10000 + d->millionths / 100) / 10000.0;
    return minus ? -v : v;
}

std::string timeText(SimTime t) {
    if (t.us % 1000000 == 0) return std::to_string(t.us / 1000000) + "s";
    if (t.us % 1000 == 0) return std::to_string(t.us / 1000) + "ms";
    return std::to_string(t.us) + "us";
}

std::string secondsText(SimTime t) {
    std::string fraction = std::to_string(t.us % 1000000);
    return std::to_string(t.us / 1000000) + "." + std::string(6 - fraction.size(), '0') + fraction + "s";
}

std::string percentText(std::int64_t ppm) { return decimals(ppm, 10000) + "%"; }

std::string factorText(double factor) {
    const auto tenThousandths = static_cast<std::int64_t>(std::llround(std::fabs(factor) * 10000.0));
    return (factor < 0 ? "-" : "") + decimals(tenThousandths, 10000);
}

std::optional<ErrorCode> errorByName(std::string_view name) {
    for (const ErrorCode e : {ErrorCode::Ok, ErrorCode::SystemError, ErrorCode::ConnectionLoss, ErrorCode::Unimplemented, ErrorCode::BadArguments,
                              ErrorCode::NoNode, ErrorCode::BadVersion, ErrorCode::NoChildrenForEphemerals, ErrorCode::NodeExists,
                              ErrorCode::NotEmpty, ErrorCode::SessionExpired, ErrorCode::AuthFailed, ErrorCode::SessionMoved, ErrorCode::NoWatcher})
        if (errorName(e) == name) return e;
    return std::nullopt;
}

std::optional<WatchEventType> watchEventByName(std::string_view name) {
    for (const WatchEventType t : {WatchEventType::NodeCreated, WatchEventType::NodeDeleted, WatchEventType::NodeDataChanged,
                                   WatchEventType::NodeChildrenChanged, WatchEventType::DataWatchRemoved, WatchEventType::ChildWatchRemoved,
                                   WatchEventType::PersistentWatchRemoved})
        if (watchEventName(t) == name) return t;
    return std::nullopt;
}

std::optional<KeeperState> keeperStateByName(std::string_view name) {
    for (const KeeperState s : {KeeperState::Disconnected, KeeperState::SyncConnected, KeeperState::AuthFailed, KeeperState::Closed, KeeperState::Expired})
        if (keeperStateName(s) == name) return s;
    return std::nullopt;
}

std::optional<OpCode> callByName(std::string_view name) {
    for (const OpCode op : {OpCode::Create, OpCode::CreateContainer, OpCode::Delete, OpCode::Exists, OpCode::GetData, OpCode::SetData, OpCode::GetChildren, OpCode::Sync,
                            OpCode::RemoveWatches, OpCode::AddWatch})
        if (opName(op) == name) return op;
    return std::nullopt;
}

}  // namespace zab::script
