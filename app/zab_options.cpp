// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/zab_options.h"

#include <QCoreApplication>
#include <QFile>

#include <ctime>

namespace zab {
bool WordReader::hasValue() const { return m_at < m_words.size() && (m_words[m_at].size() <= 1 || !m_words[m_at].startsWith(QLatin1Char('-'))); }

QString WordReader::value(const QString& option) {
    if (hasValue()) return take();
    fail(QCoreApplication::translate("zab", "The option %1 needs a value.").arg(option));
    return {};
}

std::uint64_t WordReader::number(const QString& option, std::uint64_t least, std::uint64_t most) {
    const QString text = value(option);
    bool good = false;
    const quint64 n = text.toULongLong(&good);
    if (good && n >= least && n <= most) return n;
    fail(QCoreApplication::translate("zab", "%1 takes a number from %2 to %3, not '%4'.").arg(option).arg(least).arg(most).arg(text.left(40)));
    return least;
}

void WordReader::fail(const QString& sentence) {
    if (m_problem.isEmpty()) m_problem = sentence;
}

QString WordReader::unknownOption(const QString& word) {
    return QCoreApplication::translate("zab", "The option '%1' is not known; 'zab --help' lists them.").arg(word.left(40));
}

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

QString fromStd(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

bool writeRun(const QString& name, const std::string& text, QString& problem) {
    QFile file(name);
    const auto size = static_cast<qint64>(text.size());
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text.data(), size) == size && file.flush()) return true;
    problem = QCoreApplication::translate("zab", "The run cannot be written to '%1': %2.").arg(name, file.errorString());
    return false;
}

QString printable(const QString& text) {
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool direction = (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);   // turns round what stands behind it
        const bool control = u < 0x20 || (u >= 0x7f && u < 0xa0);
        if (control) out += QStringLiteral("\\x%1").arg(u, 2, 16, QLatin1Char('0'));
        else if (direction) out += QStringLiteral("\\u%1").arg(u, 4, 16, QLatin1Char('0'));
        else out += c;
    }
    return out;
}

RunOptions parseRunOptions(const QStringList& words, QString& problem) {
    RunOptions options;
    WordReader reader(words, problem);
    while (reader.hasMore()) {
        const QString word = reader.take();
        if (word == QLatin1String("--digest")) {
            options.digest = true;
        } else if (word == QLatin1String("--quiet")) {
            options.quiet = true;
        } else if (word == QLatin1String("--trace")) {
            options.traceFile = reader.value(word);
        } else if (word == QLatin1String("--seed")) {
            const QString value = reader.value(word);
            bool good = false;
            options.seed = value.toULongLong(&good);
            if (!good) reader.fail(QCoreApplication::translate("zab", "The seed must be a number below 2 to the power of 64, not '%1'.").arg(value.left(40)));
        } else if (word.startsWith(QLatin1Char('-')) && word != QLatin1String("-")) {
            reader.unknown(word);
        } else if (options.file.isEmpty()) {
            options.file = word;
        } else {
            reader.fail(QCoreApplication::translate("zab", "zab plays one file at a time, and '%1' would be the second.").arg(word.left(40)));
        }
    }
    if (options.digest && options.traceFile == QStringLiteral("-"))
        reader.fail(QCoreApplication::translate("zab", "The trace and the digest cannot both go to standard output; write the trace to a file."));
    if (options.file.isEmpty()) reader.fail(QCoreApplication::translate("zab", "Which file? zab run FILE plays it."));
    return options;
}

double parseBenchSeconds(const QStringList& words, QString& problem) {
    double seconds = 1.0;
    WordReader reader(words, problem);
    while (reader.hasMore()) {
        const QString word = reader.take();
        if (word != QLatin1String("--seconds")) {
            reader.unknown(word);
            break;
        }
        const QString value = reader.value(word);
        bool good = false;
        seconds = value.toDouble(&good);
        if (!good || !(seconds > 0 && seconds <= 60))
            reader.fail(QCoreApplication::translate("zab", "The seconds must be a number above 0, at most 60, not '%1'.").arg(value.left(40)));
    }
    return seconds;
}

}  // namespace zab
