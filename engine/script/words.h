// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, times and zxids as the language writes them, both ways.
#pragma once

#include "engine/base/types.h"
#include "engine/client/event_thread.h"
#include "engine/tree/request.h"
#include "engine/zab/variants.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zab::script {

constexpr SimTime kLongestTime = sec(1000000);
/// Of documents that others have written: raised where an older one would play another run.
constexpr std::int64_t kDocumentVersion = 1;

std::optional<std::int64_t> parseNumber(std::string_view text);   ///< decimal digits, at most 18
std::optional<std::uint64_t> parseSeed(std::string_view text);    ///< the whole range of 64 bits
std::optional<SimTime> parseTime(std::string_view text);          ///< "2s", "1.5ms", "500us"; up to kLongestTime
std::optional<Zxid> parseZxid(std::string_view text);             ///< "2.8"
std::optional<std::int64_t> parsePercent(std::string_view text);  ///< "5%", "0.25%" -> millionths
std::optional<double> parseFactor(std::string_view text);         ///< "0.33", "-1", "0"; up to four decimals

std::string timeText(SimTime t);                                  ///< the shortest exact form: "2s", "1500us"
std::string secondsText(SimTime t);                               ///< "4.218300s"
std::string percentText(std::int64_t ppm);
std::string factorText(double factor);

std::optional<ErrorCode> errorByName(std::string_view name);
std::optional<WatchEventType> watchEventByName(std::string_view name);   ///< of a znode: not None
std::optional<KeeperState> keeperStateByName(std::string_view name);
std::optional<OpCode> callByName(std::string_view name);   ///< of a call that a client can make: "getData"

/// What `as in` means where no defects are named: all of that release that the lab knows.
EnumSet<Defect> defectsOf(const Release& release);

}  // namespace zab::script
