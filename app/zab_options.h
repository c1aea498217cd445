// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the command line of zab.
#pragma once

#include "engine/script/script.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zab {

constexpr int kAllGood = 0;
constexpr int kExpectationFailed = 1;
constexpr int kBadInput = 2;

/// The words behind a command, one after the other. The first mistake becomes one sentence in `problem`; nothing is read behind it.
class WordReader {
public:
    WordReader(const QStringList& words, QString& problem) : m_words(words), m_problem(problem) {}

    bool hasMore() const { return m_at < m_words.size() && m_problem.isEmpty(); }
    bool hasValue() const;               ///< the next word is no option; "-" alone is none
    QString take() { return m_words[m_at++]; }
    QString value(const QString& option);
    std::uint64_t number(const QString& option, std::uint64_t least, std::uint64_t most);   ///< `least` if there is no such number
    void unknown(const QString& option) { fail(unknownOption(option)); }
    void fail(const QString& sentence);  ///< only the first one counts

    static QString unknownOption(const QString& word);

private:
    const QStringList& m_words;
    QString& m_problem;
    qsizetype m_at = 0;
};

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

double processorSeconds();               ///< of all threads of this process until now, whatever else the machine is busy with
/// False, and one sentence why, if the run could not be written as a file.
bool writeRun(const QString& name, const std::string& text, QString& problem);
QString fromStd(std::string_view text);

/// The script of a file ("-": standard input); nothing, and one sentence why.
std::optional<Script> readScript(const QString& file, QString& problem);

int runFile(const RunOptions& options);
int benchEngine(double seconds);

}  // namespace zab
