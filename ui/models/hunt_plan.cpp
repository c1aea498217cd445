// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/hunt_plan.h"

#include "engine/base/check.h"
#include "engine/hunt/coverage.h"
#include "engine/zab/rules.h"
#include "ui/models/seal_plan.h"
#include "ui/text/engine_text.h"
#include "ui/text/event_text.h"
#include "ui/text/property_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>

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

QStringList sealNames(EnumSet<Seal> seals) {
    QStringList names;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Seal::Count_); ++i)
        if (const auto& id = sealInfo(static_cast<Seal>(i)).id; seals.has(static_cast<Seal>(i))) names << QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
    return names;
}

namespace {

/// The rules that a search as small as a class can wait for comes to the fall of, and how.
std::optional<ExplorePlan> smallExplore(Seal seal) {
    ExplorePlan plan;
    switch (seal) {
        case Seal::FifoLinks: plan.budgets.writes = 2; break;      // every order of packets is enough
        case Seal::CommitInOrder: plan.budgets.writes = 3; break;
        case Seal::SyncBeforeServe:                                // somebody comes late
        case Seal::ProposeWhileSyncing:
            plan.begin = ExplorePlan::Begin::OneDown;
            plan.budgets.restarts = 1;
            plan.budgets.writes = seal == Seal::SyncBeforeServe ? 1 : 2;
            plan.budgets.elections = -1;
            return plan;
        case Seal::QuorumMajority:                                 // two servers, one of which fails or both
        case Seal::FsyncBeforeAck:
            plan.servers = 2;
            plan.budgets.writes = 1;
            plan.budgets.crashes = plan.budgets.restarts = seal == Seal::FsyncBeforeAck ? 2 : 1;
            if (seal == Seal::QuorumMajority) return plan;         // any number of leaders
            break;
        default: return std::nullopt;
    }
    plan.budgets.elections = 1;
    return plan;
}

}  // namespace

QStringList defectNames(EnumSet<Defect> defects) {
    QStringList names;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Defect::Count_); ++i)
        if (defects.has(static_cast<Defect>(i))) names << QString::fromStdString(toString(static_cast<Defect>(i)));
    return names;
}

bool addDefects(Variants& variants, EnumSet<Defect> more) {
    if (more.empty()) return true;
    EnumSet<Defect> all = variants.defects;
    all.bits |= more.bits;
    std::vector<Release> releases;
    if (variants.release) releases.push_back(*variants.release);
    for (std::size_t i = 0; i < static_cast<std::size_t>(Defect::Count_); ++i) {
        const DefectInfo& info = defectInfo(static_cast<Defect>(i));
        if (!all.has(static_cast<Defect>(i))) continue;
        for (Release last : info.fixed)   // the one before the cure
            if (last.patch-- > 0) releases.push_back(last);
        releases.insert(releases.end(), info.since.begin(), info.since.end());
    }
    for (const Release& release : releases) {
        bool had = true;
        for (std::size_t i = 0; i < static_cast<std::size_t>(Defect::Count_); ++i)
            had = had && (!all.has(static_cast<Defect>(i)) || hasDefect(release, static_cast<Defect>(i)));
        if (!had) continue;
        variants.defects = all;
        variants.release = release;
        return true;
    }
    return false;
}

ExplorePlan usualExplore(EnumSet<Seal> broken) {
    ExplorePlan plan;
    plan.budgets.writes = plan.budgets.crashes = plan.budgets.elections = 1;
    for (std::size_t i = static_cast<std::size_t>(Seal::Count_); i-- > 0;)
        if (broken.has(static_cast<Seal>(i))) plan = smallExplore(static_cast<Seal>(i)).value_or(plan);
    plan.broken = broken;
    return plan;
}

QString chaosAdvice(EnumSet<Seal> broken, int servers) {
    if (!broken.has(Seal::QuorumMajority) || servers % 2 == 0) return {};
    return HuntText::tr("Of %1 servers no number is exactly half: without quorum-majority take 4.").arg(servers);
}

QString exploreAdvice(EnumSet<Seal> broken) {
    EnumSet<Seal> live, large;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Seal::Count_); ++i) {
        const auto seal = static_cast<Seal>(i);
        if (broken.has(seal) && !smallExplore(seal)) (isOfLiveness(propertyByName(sealInfo(seal).guards).value()) ? live : large).add(seal);
    }
    QStringList lines;
    if (!live.empty())
        lines << HuntText::tr("Whether everything comes right in the end only chaos judges: take it to see what %1 is good for.").arg(sealNames(live).join(QStringLiteral(", ")));
    if (!large.empty())
        lines << HuntText::tr("What %1 is good for shows when leaders change, too far for a search that a class can wait for: chaos comes to it in seconds.")
                     .arg(sealNames(large).join(QStringLiteral(", ")));
    return lines.join(QLatin1Char('\n'));
}

QString withAdvice(const QString& what, const QString& advice) { return advice.isEmpty() ? what : what + QLatin1Char('\n') + advice; }

ChaosOptions chaosOptions(const ChaosPlan& plan) {
    ChaosOptions o;
    o.firstSeed = plan.firstSeed;
    o.lastSeed = std::max(plan.firstSeed, plan.lastSeed);
    o.servers = plan.servers;
    o.length = sec(plan.seconds);
    o.operationsPerSecond = plan.operations;
    o.variants.broken = plan.broken;
    o.stopAtFirst = plan.stopAtFirst;
    return o;
}

Exploration exploration(const ExplorePlan& plan, const Script& present) {
    Exploration e;
    if (plan.begin == ExplorePlan::Begin::Present) {
        e.script = present;
        std::erase_if(e.script.statements, [](const Statement& s) {
            const auto* command = std::get_if<Command>(&s.what);
            return std::holds_alternative<Expect>(s.what) || (command && std::holds_alternative<Say>(*command));
        });
    } else {
        std::string started = "start";
        for (int server = plan.begin == ExplorePlan::Begin::OneDown ? 2 : 1; server <= plan.servers; ++server) started += " S" + std::to_string(server);
        auto parsed = parseScript(freshHead(plan.servers, {}) + started + "\nrun until leader\nrun until quiet\nC1 connect\nrun until quiet\n", "explore.lab");
        ZAB_CHECK(std::holds_alternative<Script>(parsed));
        e.script = std::get<Script>(std::move(parsed));
    }
    e.script.scenario.ensemble.variants.broken = plan.broken;
    e.script.scenario.explore = plan.budgets;
    e.options.budgets = plan.budgets;
    e.options.order = plan.depthFirst ? ExploreOptions::Order::Depth : ExploreOptions::Order::Breadth;
    e.options.maxStates = static_cast<std::uint64_t>(plan.thousands) * 1000;
    return e;
}

QString huntProgress(const Hunt& hunt, const HuntReport& report, double seconds) {
    if (report.shrinking) return HuntText::tr("Found; the run is being made shorter: %1 attempts… A double click opens it as it is.").arg(number(report.replays));
    if (const auto* chaos = std::get_if<ChaosOptions>(&hunt)) {
        const std::uint64_t all = chaos->lastSeed - chaos->firstSeed + 1;
        return HuntText::tr("%1 of %2 runs, %3 per second; %4 s of virtual time, %5 operations of clients, %6 crashes, leaders elected: %7")
            .arg(number(report.counts.runs), number(all), QString::number(seconds > 0 ? static_cast<double>(report.counts.runs) / seconds : 0, 'f', 1),
                 number(report.counts.time.us / 1000000), number(report.counts.operations), number(report.counts.crashes), number(report.counts.leaders));
    }
    const ExploreProgress& p = report.explored;
    return HuntText::tr("%1 different states, %2 per second; reached %3 times, depth %4, %5 waiting, %6 MB")
        .arg(number(p.distinct), perSecond(static_cast<double>(p.distinct), seconds), number(p.generated), number(p.depth), number(p.queue), number(p.bytes >> 20));
}

namespace {

/// What was otherwise than in ZooKeeper 3.8 in that hunt, whatever has been chosen since.
QString underRules(const Hunt& hunt, const QString& end) {
    const auto* chaos = std::get_if<ChaosOptions>(&hunt);
    const Variants& variants = chaos ? chaos->variants : std::get<Exploration>(hunt).script.scenario.ensemble.variants;
    const QStringList defects = defectNames(variants.defects);
    const QString off = sealNames(variants.broken).join(QStringLiteral(", "));
    if (!off.isEmpty() && !defects.isEmpty()) return HuntText::tr("Without %1, with %2: %3").arg(off, defects.join(QStringLiteral(", ")), end);
    if (!off.isEmpty()) return HuntText::tr("Without %1: %2").arg(off, end);
    if (!defects.isEmpty()) return HuntText::tr("With %1: %2").arg(defects.join(QStringLiteral(", ")), end);
    return HuntText::tr("With all rules: %1").arg(end);
}

QString foundSentence(const HuntReport& report, const QString& time, const QString& shortening) {
    const bool cancelled = report.end == HuntReport::End::Cancelled;
    if (report.replays > 0 && cancelled) return HuntText::tr("found in %1 s; after %2 s of making it shorter, that was cancelled.").arg(time, shortening);
    if (report.replays > 0) return HuntText::tr("found in %1 s, made shorter in %2 s.").arg(time, shortening);
    return cancelled ? HuntText::tr("found in %1 s, then cancelled.").arg(time) : HuntText::tr("found in %1 s.").arg(time);
}

QString endSentence(const Hunt& hunt, const HuntReport& report, double seconds, double shortening) {
    const QString time = QString::number(seconds, 'f', 1);
    using End = HuntReport::End;
    if (!report.findings.empty())
        return HuntText::tr("%1 A double click opens the run where the property is violated.").arg(foundSentence(report, time, QString::number(shortening, 'f', 1)));
    if (report.end == End::Cancelled) return HuntText::tr("cancelled after %1 s: nothing found so far.").arg(time);
    if (report.end == End::Memory) return HuntText::tr("nothing found in %1 s, but not everything was seen: the memory for states is full. Fewer writes and faults help.").arg(time);
    if (report.end == End::Bounded)
        return HuntText::tr("nothing found in %1 s, but not everything was seen: the search ended at its bound, after %2 states. Fewer writes and faults help, or a larger bound.")
            .arg(time, number(report.explored.distinct));
    if (std::holds_alternative<ChaosOptions>(hunt)) return HuntText::tr("nothing found in these runs, after %1 s: every property held.").arg(time);
    return HuntText::tr("nothing found, and everything was seen, in %1 s: so many writes and faults lead to %2 states, and every property holds in all of them.")
        .arg(time, number(report.explored.distinct));
}

}  // namespace

QString huntEnd(const Hunt& hunt, const HuntReport& report, double seconds, double shortening) {
    if (report.end == HuntReport::End::Running) return {};
    if (report.end == HuntReport::End::Failed) return engineSentence(report.problem);
    return underRules(hunt, endSentence(hunt, report, seconds, shortening));
}

QString huntCoverage(const HuntReport& report) {
    if (report.end == HuntReport::End::Running || report.rulesHit.empty()) return {};
    return HuntText::tr("%1 of %2 rules of the protocol have decided something: which not?")
        .arg(number(std::count_if(report.rulesHit.begin(), report.rulesHit.end(), [](RuleId r) { return Coverage::isProtocol(r); })), number(protocolRules().size()));
}

QStringList rulesNeverHit(const HuntReport& report) {
    QStringList never;
    for (const RuleId id : protocolRules()) {
        if (std::find(report.rulesHit.begin(), report.rulesHit.end(), id) != report.rulesHit.end()) continue;
        const RuleInfo& rule = ruleInfo(id);
        const QStringList anything(static_cast<qsizetype>(rule.operands.size()), QStringLiteral("…"));
        never << QStringLiteral("%1: %2").arg(QString::fromUtf8(rule.id.data(), static_cast<qsizetype>(rule.id.size())),
                                              filled(QCoreApplication::translate("Rule", rule.sentence), anything));
    }
    return never;
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
    const QString meaning = f.broken.empty() ? propertySentence(f.property) : QString::fromStdString(f.broken);
    if (role == Qt::ToolTipRole) return meaning;
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case Name: return f.broken.empty() ? propertyName(f.property) : tr("an error of the lab");
        case Where:
            if (f.shownBy > 0) return tr("seed %1, smaller run %2").arg(f.seed).arg(f.shownBy);
            return f.seed > 0 ? tr("seed %1").arg(f.seed) : tr("explorer");
        case Length: return number(m_statements[static_cast<std::size_t>(index.row())]);
        case Meaning: return meaning;
        default: return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[ColumnCount] = {tr("Violated property"), tr("Found by"), tr("Lines of the run"), tr("In plain words")};
    return section >= 0 && section < ColumnCount ? names[section] : QVariant();
}

}  // namespace zab
