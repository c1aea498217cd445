// SPDX-License-Identifier: GPL-3.0-or-later
// zab: ZabLab on the command line.
#include "app/zab_chaos.h"
#include "app/zab_explore.h"
#include "app/zab_options.h"
#include "engine/base/check.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>
#include <new>

namespace zab {
namespace {

int printHelp() {
    QTextStream(stdout) << QCoreApplication::translate("zab",
        "zab plays ZabLab scenarios without a window.\n"
        "\n"
        "  zab run FILE [--trace OUT] [--digest] [--seed N] [--quiet]\n"
        "      plays a .lab file and narrates it (FILE '-': standard input)\n"
        "      --trace OUT   writes one JSON object per event to OUT ('-': standard output)\n"
        "      --digest      prints the digest of the run: same document, same digest\n"
        "      --seed N      plays it with another seed\n"
        "      --quiet       no narration\n"
        "  zab bench engine [--seconds S]\n"
        "      measures the engine and prints JSON\n"
        "  zab --help, zab --version\n"
        "\n"
        "Exit code: 0 every expectation holds, 1 one fails, 2 bad input.\n"
        "The language of .lab files is described in resources/LANGUAGE.md.\n");
    QTextStream(stdout) << '\n' << chaosHelp() << '\n' << exploreHelp();
    return kAllGood;
}

bool asksForHelp(const QStringList& words) { return words.contains(QLatin1String("--help")) || words.contains(QLatin1String("-h")); }

int run(const QStringList& words) {
    if (asksForHelp(words)) return printHelp();
    QString problem;
    const RunOptions options = parseRunOptions(words, problem);
    return problem.isEmpty() ? runFile(options) : badInput(problem);
}

int hunt(const QStringList& words) {
    if (asksForHelp(words)) return printHelp();
    QString problem;
    const ChaosCommand command = parseChaosOptions(words, problem);
    return problem.isEmpty() ? chaos(command) : badInput(problem);
}

int explore(const QStringList& words) {
    if (asksForHelp(words)) return printHelp();
    QString problem;
    const ExploreWords read = parseExploreWords(words, problem);
    return problem.isEmpty() ? exploreFile(read) : badInput(problem);
}

int bench(const QStringList& words) {
    if (asksForHelp(words)) return printHelp();
    if (words.isEmpty() || words.first() != QLatin1String("engine"))
        return badInput(QCoreApplication::translate("zab", "Only the engine can be measured: zab bench engine."));
    QString problem;
    const double seconds = parseBenchSeconds(words.mid(1), problem);
    return problem.isEmpty() ? benchEngine(seconds) : badInput(problem);
}

int dispatch(const QStringList& words) {
    if (words.isEmpty() || words.first() == QLatin1String("--help") || words.first() == QLatin1String("-h") ||
        words.first() == QLatin1String("help"))
        return printHelp();
    if (words.first() == QLatin1String("--version")) {
        QTextStream(stdout) << "zab " << QCoreApplication::applicationVersion() << '\n';
        return kAllGood;
    }
    if (words.first() == QLatin1String("run")) return run(words.mid(1));
    if (words.first() == QLatin1String("chaos")) return hunt(words.mid(1));
    if (words.first() == QLatin1String("explore")) return explore(words.mid(1));
    if (words.first() == QLatin1String("bench")) return bench(words.mid(1));
    return badInput(QCoreApplication::translate("zab", "'%1' is not a command of zab; 'zab --help' lists them.").arg(words.first().left(40)));
}

/// What was printed must have arrived, and a run that is too big ends with a sentence as well.
int guarded(const QStringList& words) {
    int code = kBadInput;
    try {
        code = dispatch(words);
    } catch (const std::bad_alloc&) {
        return badInput(QCoreApplication::translate("zab", "There is not enough memory for this run."));
    } catch (const BrokenPromise& e) {
        return badInput(QCoreApplication::translate("zab", "The engine has broken a promise of its own: %1").arg(fromStd(e.what())));
    }
    const bool arrived = std::fflush(stdout) == 0 && !std::ferror(stdout);
    if (arrived || code == kBadInput) return code;   // one sentence is enough
    return badInput(QCoreApplication::translate("zab", "Standard output cannot be written."));
}

}  // namespace

int badInput(const QString& sentence) {
    QTextStream(stderr) << "zab: " << printable(sentence) << '\n';
    return kBadInput;
}

}  // namespace zab

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("zab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZAB_VERSION));
    zab::Language texts;
    texts.use(zab::Language::ofSystem());
    return zab::guarded(app.arguments().mid(1));
}
