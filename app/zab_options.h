// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the command line of zab.
#pragma once

#include "engine/script/script.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace zab {

constexpr int kAllGood = 0;
constexpr int kExpectationFailed = 1;
constexpr int kBadInput = 2;

struct RunOptions {
    QString file;                        ///< "-": standard input
    std::optional<QString> traceFile;    ///< "-": standard output, then nothing else goes there
    std::optional<std::uint64_t> seed;
    bool digest = false;
    bool quiet = false;
};

/// Reads the words after "run". On a mistake `problem` becomes one sentence.
RunOptions parseRunOptions(const QStringList& words, QString& problem);
/// Seconds that each measurement of "bench engine" takes, from the words after "engine".
double parseBenchSeconds(const QStringList& words, QString& problem);

/// For a terminal: control characters are written as \xHH, so that no text of a script gives orders.
QString printable(const QString& text);
/// One sentence on standard error; returns kBadInput.
int badInput(const QString& sentence);

/// The script of a file ("-": standard input); nothing, and one sentence why.
std::optional<Script> readScript(const QString& file, QString& problem);

int runFile(const RunOptions& options);
int benchEngine(double seconds);

}  // namespace zab
