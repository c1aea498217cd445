// SPDX-License-Identifier: GPL-3.0-or-later
// zab chaos: seeded runs with faults until a property falls, or until they are over.
#include "app/zab_chaos.h"
#include "app/zab_options.h"
#include "engine/hunt/small_runs.h"
#include "engine/script/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTextStream>

#include <algorithm>

namespace zab {
namespace {

constexpr qint64 kProgressEveryMs = 2000;

class Reader {
public:
    Reader(const QStringList& words, QString& problem) : m_words(words, problem) {}

    ChaosCommand read() {
        ChaosOptions& o = m_command.options;
        o.lastSeed = 1000;
        while (m_words.hasMore()) {
            const QString word = m_words.take();
            if (word == QLatin1String("--seeds")) seeds();
            else if (word == QLatin1String("--servers")) o.servers = static_cast<int>(m_words.number(word, 1, kMaxServers));
            else if (word == QLatin1String("--seconds")) o.length = sec(static_cast<std::int64_t>(m_words.number(word, 1, 100000)));
            else if (word == QLatin1String("--operations")) o.operationsPerSecond = static_cast<int>(m_words.number(word, 1, 10000));
            else if (word == QLatin1String("--jobs")) o.jobs = static_cast<int>(m_words.number(word, 1, 64));
            else if (word == QLatin1String("--without")) without();
            else if (word == QLatin1String("--as-in")) asIn();
            else if (word == QLatin1String("--out")) m_command.folder = m_words.value(word);
            else if (word == QLatin1String("--as-released")) o.curedRecovery = false;
            else if (word == QLatin1String("--all")) o.stopAtFirst = false;
            else if (word == QLatin1String("--shrink")) m_command.shrink = true;
            else m_words.unknown(word);
        }
        const QFileInfo folder(m_command.folder);
        if (!folder.isDir() || !folder.isWritable()) m_words.fail(QCoreApplication::translate("zab", "There is no folder '%1' to write to.").arg(m_command.folder));
        return m_command;
    }

private:
    void seeds() {
        const QString text = m_words.value(QStringLiteral("--seeds"));
        static const QRegularExpression range(QStringLiteral("^(\\d+)(?:\\.\\.(\\d+))?$"));
        const auto match = range.match(text);
        bool good = match.hasMatch(), goodLast = true;
        ChaosOptions& o = m_command.options;
        if (good) o.firstSeed = o.lastSeed = match.captured(1).toULongLong(&good);
        if (good && match.capturedStart(2) >= 0) o.lastSeed = match.captured(2).toULongLong(&goodLast);
        if (!good || !goodLast || o.firstSeed > o.lastSeed || o.lastSeed - o.firstSeed == UINT64_MAX)
            m_words.fail(QCoreApplication::translate("zab", "The seeds are a number or a range such as 1..1000, not '%1'.").arg(text.left(40)));
    }
    void without() {
        do {
            const QString name = m_words.value(QStringLiteral("--without"));
            const auto seal = sealByName(name.toStdString());
            if (seal) m_command.options.variants.broken.add(*seal);
            else m_words.fail(QCoreApplication::translate("zab", "'%1' is not a rule that can be switched off, such as fsync-before-ack.").arg(name.left(40)));
        } while (m_words.hasMore() && m_words.hasValue());
    }
    void asIn() {
        const QString name = m_words.value(QStringLiteral("--as-in"));
        Variants& v = m_command.options.variants;
        v.release = releaseByName(name.toStdString());
        v.defects = {};   // the last one counts
        if (!v.release) return m_words.fail(QCoreApplication::translate("zab", "'%1' is not a release of ZooKeeper, such as 3.4.11.").arg(name.left(40)));
        if (!m_words.hasMore() || !m_words.hasValue()) {
            v.defects = script::defectsOf(*v.release);
            if (v.defects.empty()) m_words.fail(QCoreApplication::translate("zab", "The lab knows no defect of ZooKeeper %1 that can be shown.").arg(name));
        }
        while (m_words.hasMore() && m_words.hasValue()) {
            const QString word = m_words.take();
            const auto defect = defectByName(word.toStdString());
            if (!defect) m_words.fail(QCoreApplication::translate("zab", "'%1' is not a defect that can be shown, such as ZOOKEEPER-2845.").arg(word.left(40)));
            else if (!hasDefect(*v.release, *defect)) m_words.fail(QCoreApplication::translate("zab", "ZooKeeper %1 does not have the defect %2.").arg(name, word));
            else v.defects.add(*defect);
        }
    }

    WordReader m_words;
    ChaosCommand m_command;
};

template <class T, class Name>
void list(QTextStream& out, const QString& title, const std::vector<T>& never, Name name) {
    QStringList names;
    for (const T& t : never) names += fromStd(name(t));
    out << title << ' ' << (names.isEmpty() ? QStringLiteral("-") : names.join(QLatin1Char(' '))) << '\n';
}

void printCounts(const ChaosCounts& c, double wall, double processor, QTextStream& out) {
    const double seconds = static_cast<double>(c.time.us) / 1e6;
    out << QCoreApplication::translate("zab", "%1 runs in %2 s: %3 seeds a second, %4 virtual seconds in a second of the processor.")
               .arg(c.runs).arg(wall, 0, 'f', 1).arg(static_cast<double>(c.runs) / std::max(wall, 1e-3), 0, 'f', 1).arg(seconds / std::max(processor, 1e-3), 0, 'f', 0)
        << '\n'
        << QCoreApplication::translate("zab", "%1 virtual seconds, %2 inputs, %3 events, %4 operations answered, %5 commits, %6 leaders, %7 crashes; healed within %8 s; %9.")
               .arg(seconds, 0, 'f', 0).arg(c.inputs).arg(c.events).arg(c.operations).arg(c.commits).arg(c.leaders).arg(c.crashes)
               .arg(static_cast<double>(c.longestHealing.us) / 1e6, 0, 'f', 1)
               .arg(QCoreApplication::translate("zab", "%1 runs ended by a lying disk, %2 in which nothing could be demanded in the end").arg(c.excused).arg(c.unjudged))
        << '\n';
}

/// The words that play one seed with these options.
QString wordsOf(const ChaosOptions& o, std::uint64_t seed) {
    QStringList words{QStringLiteral("--seeds %1").arg(seed), QStringLiteral("--servers %1").arg(o.servers), QStringLiteral("--seconds %1").arg(static_cast<double>(o.length.us) / 1e6),
                      QStringLiteral("--operations %1").arg(o.operationsPerSecond)};
    QStringList off, defects;
    for (int i = 0; i < static_cast<int>(Seal::Count_); ++i)
        if (!o.variants.holds(static_cast<Seal>(i))) off << fromStd(sealInfo(static_cast<Seal>(i)).id);
    for (int i = 0; i < static_cast<int>(Defect::Count_); ++i)
        if (o.variants.has(static_cast<Defect>(i))) defects << QString::fromStdString(toString(static_cast<Defect>(i)));
    if (!off.isEmpty()) words << QStringLiteral("--without") << off;
    if (o.variants.release) words << QStringLiteral("--as-in") << QString::fromStdString(toString(*o.variants.release)) << defects;
    if (!o.curedRecovery) words << QStringLiteral("--as-released");
    return words.join(QLatin1Char(' '));
}

}  // namespace

QString chaosHelp() {
    return QCoreApplication::translate("zab",
        "  zab chaos [--seeds A..B] [--servers N] [--seconds S] [--jobs J] [--without RULE...] [--as-in RELEASE ZOOKEEPER-N...] [--out DIR]\n"
        "      plays random runs in which anything breaks; one that violates a property is written to DIR/chaos-SEED.lab: exit code 1\n"
        "      --servers N       how many servers there are (drawn for each run: 3, 4 or 5)\n"
        "      --seconds S       virtual seconds of faults in each run (drawn, up to 30); then a quorum is healed and has to come back\n"
        "      --operations N    what all clients together ask for in a virtual second (drawn, up to 100)\n"
        "      --all             does not end with the first run that violates something\n"
        "      --shrink          takes its time to make that run as short as it gets\n"
        "      --as-released     with the holes that the recovery of ZooKeeper 3.8 has\n");
}

ChaosCommand parseChaosOptions(const QStringList& words, QString& problem) { return Reader(words, problem).read(); }

int chaos(const ChaosCommand& command) {
    QTextStream err(stderr), out(stdout);
    QElapsedTimer clock, sinceProgress;
    clock.start();
    sinceProgress.start();
    const double processor = processorSeconds();
    const ChaosOptions& o = command.options;
    const ChaosResult result = runChaos(o, [&](const ChaosProgress& p) {
        if (sinceProgress.elapsed() < kProgressEveryMs) return true;
        sinceProgress.restart();
        const double wall = static_cast<double>(clock.elapsed()) / 1000;
        err << QCoreApplication::translate("zab", "%1 of %2 seeds, %3 a second").arg(p.counts.runs).arg(o.lastSeed - o.firstSeed + 1).arg(static_cast<double>(p.counts.runs) / wall, 0, 'f', 1) << '\n';
        err.flush();
        return true;
    });
    printCounts(result.counts, static_cast<double>(clock.elapsed()) / 1000, processorSeconds() - processor, out);
    list(out, QCoreApplication::translate("zab", "Kinds of events never hit:"), result.coverage.kindsNeverHit(), [](EventKind k) { return eventSchema(k).name; });
    list(out, QCoreApplication::translate("zab", "Rules never hit:"), result.coverage.rulesNeverHit(), [](RuleId r) { return ruleInfo(r).id; });
    ShortRuns shortRuns(o);
    for (const Finding& f : result.findings) {
        const PropertyInfo& p = propertyInfo(f.property);
        if (f.broken.empty()) out << QCoreApplication::translate("zab", "Seed %1 violates %2: %3").arg(f.seed).arg(fromStd(p.id), QCoreApplication::translate("Property", p.sentence)) << '\n';
        else out << QCoreApplication::translate("zab", "Seed %1 breaks a promise of the engine itself: %2").arg(f.seed).arg(printable(fromStd(f.broken))) << '\n';
        out.flush();   // before the run is shortened and written, which takes its time and may fail
        ShrinkOptions effort;
        if (command.shrink) effort.inputs = ShrinkOptions::kThorough;
        const ShortRun run = shortRuns.of(f, effort);
        if (run.isSmall)
            out << QCoreApplication::translate("zab", "A smaller run violates %1: zab chaos %2").arg(fromStd(propertyInfo(run.property).id), wordsOf(run.options, run.seed)) << '\n';
        const QString name = QDir(command.folder).filePath(QStringLiteral("chaos-%1.lab").arg(f.seed));
        out.flush();
        QString problem;
        if (!writeRun(name, run.script, problem)) return badInput(problem);
        out << QCoreApplication::translate("zab", "Written to %1.").arg(printable(name)) << '\n';
        out.flush();
    }
    return result.findings.empty() ? kAllGood : kExpectationFailed;
}

}  // namespace zab
