// SPDX-License-Identifier: GPL-3.0-or-later
// zab explore: every order in which the inputs of a small ensemble can come.
#include "app/zab_explore.h"

#include "app/zab_options.h"
#include "engine/hunt/coverage.h"
#include "engine/zab/rules.h"
#include "ui/text/engine_text.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QTextStream>

#include <algorithm>

namespace zab {
namespace {

QString number(std::uint64_t n) { return QLocale(QLocale::English).toString(static_cast<qulonglong>(n)); }

void overrideBudgets(ExploreBudgets& b, const ExploreWords& words) {
    for (const auto& [name, value] : kExploreBudgets)
        if (const auto at = words.budgets.find(QLatin1String(name)); at != words.budgets.end()) b.*value = *at;
}

void printProgress(QTextStream& out, const ExploreProgress& p, double seconds) {
    out << QCoreApplication::translate("zab", "%1 states generated, %2 distinct, depth %3, queue %4, %5 distinct/s, %6 MB")
               .arg(number(p.generated), number(p.distinct), number(static_cast<std::uint64_t>(p.depth)), number(p.queue),
                    number(seconds > 0 ? static_cast<std::uint64_t>(static_cast<double>(p.distinct) / seconds) : 0), number(p.bytes >> 20))
        << '\n';
    out.flush();
}

void printCoverage(QTextStream& out, const ExploreResult& result) {
    QStringList missed;
    int all = 0;
    for (int i = 1; i < static_cast<int>(RuleId::Count_); ++i) {
        const auto rule = static_cast<RuleId>(i);
        if (!Coverage::isProtocol(rule) || ruleInfo(rule).section.front() > '3') continue;   // elections, discovery, synchronization, broadcast
        ++all;
        const bool hit = std::binary_search(result.rulesHit.begin(), result.rulesHit.end(), rule);
        if (!hit) missed << fromStd(ruleInfo(rule).id);
    }
    out << QCoreApplication::translate("zab", "Rules of chapters 1 to 3 that decided something: %1 of %2. Never: %3")
               .arg(all - missed.size()).arg(all).arg(missed.join(QLatin1Char(' ')))
        << '\n';
}

/// "Every property holds", or the one that was asked for.
QString endText(const ExploreResult& r, const ExploreOptions& o) {
    using End = ExploreResult::End;
    const QString held = o.property ? QCoreApplication::translate("zab", "%1 holds in each of them.").arg(fromStd(propertyInfo(*o.property).id))
                                    : QCoreApplication::translate("zab", "Every property of the ensemble and of its clients holds in each of them.");
    switch (r.end) {
    case End::Exhausted: return QCoreApplication::translate("zab", "All states were seen. %1").arg(held);
    case End::Depth:
        if (o.order == ExploreOptions::Order::Depth) return QCoreApplication::translate("zab", "Ways were cut off at this depth, and not all states were seen. %1").arg(held);
        return QCoreApplication::translate("zab", "All states up to this depth were seen. %1").arg(held);
    case End::States: return QCoreApplication::translate("zab", "The search ended at the number of states that was asked for. %1").arg(held);
    case End::Memory: return QCoreApplication::translate("zab", "The memory is used up before all states were seen; more of it (--memory) or smaller budgets help. %1").arg(held);
    case End::Cancelled: return QCoreApplication::translate("zab", "The search was cancelled.");
    case End::Found:
    case End::BadInput: break;
    }
    return {};
}

int report(const ExploreResult& result, const ExploreWords& words, QTextStream& out) {
    if (result.end == ExploreResult::End::BadInput) return badInput(engineSentence(result.problem));
    if (result.findings.empty()) {
        out << endText(result, words.options) << '\n';
        return kAllGood;
    }
    const Finding& f = result.findings.front();
    const PropertyInfo& property = propertyInfo(f.property);
    out << QCoreApplication::translate("zab", "%1 is violated: %2").arg(fromStd(property.id), QCoreApplication::translate("Property", property.sentence)) << '\n';
    out.flush();   // known even if it cannot be written
    QString problem;
    if (!writeRun(words.out, f.script, problem)) return badInput(problem);
    out << QCoreApplication::translate("zab", "The run of %1 moves that shows it stands in %2").arg(f.inputs).arg(printable(words.out)) << '\n';
    return kExpectationFailed;
}

}  // namespace

int exploreFile(const ExploreWords& words) {
    QString problem;
    const std::optional<Script> script = readScript(words.file, problem);
    if (!script) return badInput(problem);
    ExploreOptions options = words.options;
    options.budgets = script->scenario.explore.value_or(ExploreBudgets());
    overrideBudgets(options.budgets, words);
    QTextStream out(stdout);
    QElapsedTimer clock;
    clock.start();
    qint64 told = 0;
    const double processor = processorSeconds();
    const ExploreResult result = explore(*script, options, [&](const ExploreProgress& p) {
        if (words.quiet || clock.elapsed() - told < 1000) return true;
        told = clock.elapsed();
        printProgress(out, p, static_cast<double>(told) / 1000.0);
        return true;
    });
    if (result.end != ExploreResult::End::BadInput && !words.quiet) {
        printProgress(out, result.totals, static_cast<double>(clock.elapsed()) / 1000.0);
        out << QCoreApplication::translate("zab", "%1 s of processor time").arg(processorSeconds() - processor, 0, 'f', 2) << '\n';
        if (result.renamings > 1)
            out << QCoreApplication::translate("zab", "Servers can stand in each other's place here: up to %1 states count as one (--symmetry off: each by itself).").arg(result.renamings)
                << '\n';
        printCoverage(out, result);
    }
    return report(result, words, out);
}

}  // namespace zab
