// SPDX-License-Identifier: GPL-3.0-or-later
// zab run: plays a file first and speaks afterwards, so that bad input yields its one sentence and nothing else.
#include "app/zab_options.h"
#include "engine/script/script.h"
#include "ui/text/engine_text.h"
#include "ui/text/event_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

namespace zab {
namespace {

constexpr qint64 kLargestFile = 64 * 1024 * 1024;

bool readFile(const QString& name, QByteArray& content, QString& problem) {
    QFile file(name);
    const bool opened = name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened || QFileInfo(name).isDir()) {
        problem = QCoreApplication::translate("zab", "The file '%1' cannot be read: %2.")
                      .arg(name, QFileInfo(name).isDir() ? QCoreApplication::translate("zab", "it is a folder") : file.errorString());
        return false;
    }
    content = file.read(kLargestFile + 1);
    if (content.size() > kLargestFile) problem = QCoreApplication::translate("zab", "The file '%1' is larger than 64 MB.").arg(name);
    return problem.isEmpty();
}

void narrateRun(const Trace& trace, QTextStream& out) {
    for (EventId id = 0; id < trace.size(); ++id) {
        const Event& event = trace.at(id);
        if (isNoise(event)) continue;
        const QString sentence = narrate(event, trace);
        if (sentence.isEmpty()) continue;
        const QString margin = timeText(event.time).rightJustified(16) + QStringLiteral("  ");
        if (event.kind != EventKind::Say) {
            out << margin << printable(sentence) << '\n';
            continue;
        }
        QStringList lines = sentence.split(QLatin1Char('\n'));
        for (QString& line : lines) line = printable(line);
        out << '\n' << margin << lines.join(QLatin1Char('\n') + QString(margin.size(), QLatin1Char(' '))) << '\n';
    }
}

bool writeTrace(const Trace& trace, const QString& name, QString& problem) {
    QFile file(name);
    const bool opened = name == QLatin1String("-") ? file.open(stdout, QIODevice::WriteOnly)
                                                   : file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    bool good = opened;
    for (EventId id = 0; id < trace.size() && good; ++id) {
        const std::string line = toJson(trace.at(id), trace) + "\n";
        good = file.write(line.data(), static_cast<qint64>(line.size())) == static_cast<qint64>(line.size());
    }
    good = good && file.flush();
    if (!good) problem = QCoreApplication::translate("zab", "The trace cannot be written to '%1': %2.").arg(name, file.errorString());
    return good;
}

int expectations(const Script& script) {
    int n = 0;
    for (const Statement& s : script.statements) n += std::holds_alternative<Expect>(s.what) ? 1 : 0;
    return n;
}

void printEnd(const Lab& lab, const Script& script, QTextStream& out) {
    out << '\n'
        << QCoreApplication::translate("zab", "All %1 expectations hold. Virtual time %2, %3 events.")
               .arg(expectations(script))
               .arg(timeText(lab.world().now()))
               .arg(lab.trace().size())
        << '\n';
}

QString failureText(const QString& file, const ExpectationFailure& f) {
    return QCoreApplication::translate("zab", "%1:%2: '%3' does not hold: %4.")
        .arg(file)
        .arg(QStringLiteral("%1:%2").arg(f.line).arg(f.column))
        .arg(QString::fromStdString(f.expectation), engineSentence(f.seen));
}

}  // namespace

std::optional<Script> readScript(const QString& file, QString& problem) {
    QByteArray content;
    if (!readFile(file, content, problem)) return std::nullopt;
    auto parsed = parseScript({content.constData(), static_cast<std::size_t>(content.size())}, file.toStdString());
    if (const auto* error = std::get_if<ScriptError>(&parsed)) {
        problem = errorText(*error);
        return std::nullopt;
    }
    return std::get<Script>(std::move(parsed));
}

int runFile(const RunOptions& options) {
    QString problem;
    std::optional<Script> read = readScript(options.file, problem);
    if (!read) return badInput(problem);
    Script& script = *read;
    if (options.seed) script.scenario.seed = *options.seed;

    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    if (runner.error()) return badInput(errorText(*runner.error()));
    if (options.traceFile && !writeTrace(lab.trace(), *options.traceFile, problem)) return badInput(problem);

    const bool stdoutTaken = options.traceFile == QStringLiteral("-");
    QTextStream out(stdout);
    if (!options.quiet && !stdoutTaken) narrateRun(lab.trace(), out);
    const bool failed = !runner.failures().empty();
    if (!options.quiet && !stdoutTaken && !failed) printEnd(lab, script, out);
    if (options.digest && !stdoutTaken) out << QStringLiteral("%1").arg(lab.trace().digest(), 16, 16, QLatin1Char('0')) << '\n';
    out.flush();
    for (const ExpectationFailure& f : runner.failures()) QTextStream(stderr) << printable(failureText(options.file, f)) << '\n';
    return failed ? kExpectationFailed : kAllGood;
}

}  // namespace zab
