// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hunt_plan.h"

#include "engine/base/check.h"
#include "engine/hunt/coverage.h"
#include "engine/zab/rules.h"
#include "ui/models/seal_plan.h"
#include "ui/text/engine_text.h"
#include "ui/text/property_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace zab {
namespace {

struct HuntText {
    Q_DECLARE_TR_FUNCTIONS(Hunt)
};

template <class N>
QString number(N n) {
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(n));
}

QString perSecond(double count, double seconds) { return number(seconds > 0 ? count / seconds : 0); }

std::vector<RuleId> protocolRules() {
    std::vector<RuleId> rules;
    for (std::size_t i = 1; i < static_cast<std::size_t>(RuleId::Count_); ++i)
        if (Coverage::isProtocol(static_cast<RuleId>(i))) rules.push_back(static_cast<RuleId>(i));
    return rules;
}

}  // namespace

ChaosOptions chaosOptions(const ChaosPlan& plan) {
    ChaosOptions o;
    o.firstSeed = plan.firstSeed;
    o.lastSeed = std::max(plan.firstSeed, plan.lastSeed);
    o.servers = plan.servers;
    o.length = sec(plan.seconds);
    o.variants.broken = plan.broken;
    o.stopAtFirst = plan.stopAtFirst;
    return o;
}

Exploration exploration(const ExplorePlan& plan, const Script& present) {
    Exploration e;
    if (plan.present) {
        e.script = present;
        std::erase_if(e.script.statements, [](const Statement& s) {
            const auto* command = std::get_if<Command>(&s.what);
            return std::holds_alternative<Expect>(s.what) || (command && std::holds_alternative<Say>(*command));
        });
    } else {
        auto parsed = parseScript(freshHead(plan.servers, {}) + "start all\nrun until leader\nrun until quiet\nC1 connect\nrun until quiet\n", "explore.lab");
        ZAB_CHECK(std::holds_alternative<Script>(parsed));
        e.script = std::get<Script>(std::move(parsed));
    }
    e.script.scenario.ensemble.variants.broken = plan.broken;
    e.script.scenario.explore = plan.budgets;
    e.options.budgets = plan.budgets;
    e.options.order = plan.depthFirst ? ExploreOptions::Order::Depth : ExploreOptions::Order::Breadth;
    e.options.memoryBytes = static_cast<std::uint64_t>(plan.megabytes) << 20;
    return e;
}

QString huntProgress(const Hunt& hunt, const HuntReport& report, double seconds) {
    if (report.shrinking) return HuntText::tr("Found; the run is being made as short as it gets…");
    if (const auto* chaos = std::get_if<ChaosOptions>(&hunt)) {
        const std::uint64_t all = chaos->lastSeed - chaos->firstSeed + 1;
        return HuntText::tr("%1 of %2 runs, %3 per second; %4 s of virtual time, %5 operations of clients, %6 crashes, %7 leaders")
            .arg(number(report.counts.runs), number(all), QString::number(seconds > 0 ? static_cast<double>(report.counts.runs) / seconds : 0, 'f', 1),
                 number(report.counts.time.us / 1000000), number(report.counts.operations), number(report.counts.crashes), number(report.counts.leaders));
    }
    const ExploreProgress& p = report.explored;
    return HuntText::tr("%1 different states, %2 per second; reached %3 times, depth %4, %5 waiting, %6 MB")
        .arg(number(p.distinct), perSecond(static_cast<double>(p.distinct), seconds), number(p.generated), number(p.depth), number(p.queue), number(p.bytes >> 20));
}

QString huntEnd(const Hunt& hunt, const HuntReport& report, double seconds) {
    const QString time = QString::number(seconds, 'f', 1);
    using End = HuntReport::End;
    if (report.end == End::Running) return {};
    if (report.end == End::Failed) return engineSentence(report.problem);
    if (!report.findings.empty()) return HuntText::tr("Found in %1 s. A double click opens the run where the property is violated.").arg(time);
    if (report.end == End::Cancelled) return HuntText::tr("Cancelled after %1 s: nothing found so far.").arg(time);
    if (report.end == End::Memory) return HuntText::tr("The memory for states is full after %1 s: nothing found so far.").arg(time);
    if (std::holds_alternative<ChaosOptions>(hunt)) return HuntText::tr("Nothing found in these runs, after %1 s: every property held.").arg(time);
    return report.exhausted ? HuntText::tr("Nothing found after %1 s: within these budgets there is no further state, and every property held in all of them.").arg(time)
                            : HuntText::tr("Nothing found after %1 s.").arg(time);
}

QString huntCoverage(const HuntReport& report) {
    if (report.end == HuntReport::End::Running || report.rulesHit.empty()) return {};
    return HuntText::tr("Covered: %1 of %2 rules of the protocol have decided something.")
        .arg(number(std::count_if(report.rulesHit.begin(), report.rulesHit.end(), [](RuleId r) { return Coverage::isProtocol(r); })), number(protocolRules().size()));
}

QString rulesNeverHit(const HuntReport& report) {
    QStringList never;
    for (const RuleId id : protocolRules()) {
        if (std::find(report.rulesHit.begin(), report.rulesHit.end(), id) != report.rulesHit.end()) continue;
        never << QString::fromUtf8(ruleInfo(id).id.data(), static_cast<qsizetype>(ruleInfo(id).id.size()));
    }
    return HuntText::tr("Never: %1").arg(never.join(QStringLiteral(", ")));
}

void FindingModel::setFindings(const std::vector<Finding>& findings) {
    const auto same = [](const Finding& a, const Finding& b) { return a.property == b.property && a.script == b.script; };
    if (std::equal(findings.begin(), findings.end(), m_findings.begin(), m_findings.end(), same)) return;
    m_findings = findings;
    m_statements.clear();
    for (const Finding& f : findings) {
        const auto parsed = parseScript(f.script, {});
        const auto* script = std::get_if<Script>(&parsed);
        m_statements.push_back(script ? script->statements.size() : 0);
    }
    setRows(static_cast<int>(m_findings.size()));
}

QVariant FindingModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= static_cast<int>(m_findings.size())) return {};
    const Finding& f = m_findings[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole) return propertySentence(f.property);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case Name: return propertyName(f.property);
        case Where: return f.seed > 0 ? tr("seed %1").arg(f.seed) : tr("search");
        case Length: return number(m_statements[static_cast<std::size_t>(index.row())]);
        case Meaning: return propertySentence(f.property);
        default: return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[ColumnCount] = {tr("Violated property"), tr("Found by"), tr("Lines of the run"), tr("In plain words")};
    return section >= 0 && section < ColumnCount ? names[section] : QVariant();
}

}  // namespace zab
