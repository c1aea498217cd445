// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/zab_options.h"

#include <QCoreApplication>

namespace zab {
namespace {

/// The value of an option that takes one; moves `i` on.
QString valueOf(const QStringList& words, qsizetype& i, QString& problem) {
    const bool none = i + 1 >= words.size() || (words[i + 1].size() > 1 && words[i + 1].startsWith(QLatin1Char('-')));
    if (none) {
        problem = QCoreApplication::translate("zab", "The option %1 needs a value.").arg(words[i]);
        return {};
    }
    return words[++i];
}

QString unknownOption(const QString& word) {
    return QCoreApplication::translate("zab", "The option '%1' is not known; 'zab --help' lists them.").arg(word.left(40));
}

}  // namespace

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
    for (qsizetype i = 0; i < words.size() && problem.isEmpty(); ++i) {
        const QString& word = words[i];
        if (word == QLatin1String("--digest")) {
            options.digest = true;
        } else if (word == QLatin1String("--quiet")) {
            options.quiet = true;
        } else if (word == QLatin1String("--trace")) {
            options.traceFile = valueOf(words, i, problem);
        } else if (word == QLatin1String("--seed")) {
            const QString value = valueOf(words, i, problem);
            bool good = false;
            options.seed = value.toULongLong(&good);
            if (!good && problem.isEmpty())
                problem = QCoreApplication::translate("zab", "The seed must be a number below 2 to the power of 64, not '%1'.").arg(value.left(40));
        } else if (word.startsWith(QLatin1Char('-')) && word != QLatin1String("-")) {
            problem = unknownOption(word);
        } else if (options.file.isEmpty()) {
            options.file = word;
        } else {
            problem = QCoreApplication::translate("zab", "zab plays one file at a time, and '%1' would be the second.").arg(word.left(40));
        }
    }
    if (problem.isEmpty() && options.digest && options.traceFile == QStringLiteral("-"))
        problem = QCoreApplication::translate("zab", "The trace and the digest cannot both go to standard output; write the trace to a file.");
    if (problem.isEmpty() && options.file.isEmpty()) problem = QCoreApplication::translate("zab", "Which file? zab run FILE plays it.");
    return options;
}

double parseBenchSeconds(const QStringList& words, QString& problem) {
    double seconds = 1.0;
    for (qsizetype i = 0; i < words.size() && problem.isEmpty(); ++i) {
        if (words[i] != QLatin1String("--seconds")) {
            problem = unknownOption(words[i]);
            break;
        }
        const QString value = valueOf(words, i, problem);
        bool good = false;
        seconds = value.toDouble(&good);
        if (problem.isEmpty() && (!good || !(seconds > 0 && seconds <= 60)))
            problem = QCoreApplication::translate("zab", "The seconds must be a number above 0, at most 60, not '%1'.").arg(value.left(40));
    }
    return seconds;
}

}  // namespace zab
