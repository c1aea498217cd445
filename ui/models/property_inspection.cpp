// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/property_inspection.h"

#include "engine/zab/rules.h"
#include "ui/models/recipe_inspection.h"
#include "ui/text/event_text.h"
#include "ui/text/property_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <vector>

namespace zab {
namespace {

constexpr EventId kLookBack = 200000;   ///< events: this is asked again while the run goes on

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PropertyInspection)
};

QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

void addGuarded(Inspection& i, std::string_view id) {
    const auto property = propertyByName(id);
    if (!property) return;
    i.facts.emplace_back(Text::tr("Property that falls"), QStringLiteral("%1: %2").arg(propertyName(*property), propertySentence(*property)));
    i.also.push_back({Text::tr("Property %1").arg(propertyName(*property)), Selection::ofProperty(std::string(id))});
}

/// The names of the rules that are off and of the defects that a rule of the trace tells of: "fsync-before-ack"; "ZOOKEEPER-4646" and its like.
const std::vector<std::string>& toldBy(RuleId rule) {
    static const auto all = [] {
        std::vector<std::vector<std::string>> names(static_cast<std::size_t>(RuleId::Count_));
        for (int i = 0; i < static_cast<int>(Seal::Count_); ++i)
            names[static_cast<std::size_t>(RuleId::WithoutQuorumMajority) + static_cast<std::size_t>(i)].emplace_back(sealInfo(static_cast<Seal>(i)).id);
        static_assert(static_cast<int>(RuleId::WithoutApplyOnCommit) - static_cast<int>(RuleId::WithoutQuorumMajority) + 1 == static_cast<int>(Seal::Count_));
        for (std::size_t r = 0; r < names.size(); ++r)   // a rule of a defect says its number
            for (int i = 0; i < static_cast<int>(Defect::Count_); ++i)
                if (const std::string name = toString(static_cast<Defect>(i)); std::string_view(ruleInfo(static_cast<RuleId>(r)).sentence).find(name) != std::string_view::npos) names[r].push_back(name);
        return names;
    }();
    return all[static_cast<std::size_t>(rule)];
}

/// Where what is otherwise than in ZooKeeper has made a difference before `end`: by name, the last time and how often.
struct Difference {
    EventId last = kNoEvent;
    std::int64_t times = 0;
};
std::map<std::string, Difference> differences(const Trace& trace, EventId end) {
    std::map<std::string, Difference> out;
    for (EventId at = std::min(end, trace.size()); at-- > std::max(trace.firstKept(), end - kLookBack);)
        for (const std::string& name : toldBy(trace.at(at).rule)) {
            Difference& d = out[name];
            if (d.times++ == 0) d.last = at;
        }
    return out;
}

void addDifference(Inspection& i, const Difference& d) {
    i.facts.emplace_back(Text::tr("In this run"), Text::tr("has made a difference, the last time at event %1; times: %2").arg(d.last).arg(d.times));
    i.also.push_back({Text::tr("The difference, event %1").arg(d.last), Selection::ofEvent(d.last)});
}

/// What a demand owes does not fall by an event: its time runs out. Its cause is the demand.
bool addDemand(Inspection& i, EventId overdue, const Trace& trace) {
    for (EventId at = overdue; at-- > trace.firstKept();) {
        const Event& e = trace.at(at);
        if (e.kind != EventKind::Demanded) continue;
        addEvent(i, at, trace);
        i.operands.clear();   // the facts below say it
        i.event = overdue;
        i.time = trace.at(overdue).time;
        i.facts.emplace_back(Text::tr("Demanded"), Text::tr("at event %1, %2, to come true within %3").arg(at).arg(timeText(e.time), durationText(usec(e.args[1]))));
        i.facts.emplace_back(Text::tr("Overdue since"), timeText(e.time + usec(e.args[1])));
        i.also.push_back({Text::tr("The demand, event %1").arg(at), Selection::ofEvent(at)});
        i.also.push_back({Text::tr("The first event behind its time, %1").arg(overdue), Selection::ofEvent(overdue)});
        return true;
    }
    return false;
}

QString releases(const std::vector<Release>& list) {
    QStringList words;
    for (const Release& r : list) words << releaseText(r);
    return words.isEmpty() ? Text::tr("in no release yet") : words.join(QStringLiteral(", "));
}

}  // namespace

Inspection inspectProperty(const std::string& id, const Trace& trace, const ClusterView& view) {
    Inspection i;
    const auto property = propertyByName(id);
    if (!property) return i;
    const auto shown = std::find_if(view.properties.begin(), view.properties.end(), [&](const PropertyView& p) { return p.id == id; });
    const EventId decisive = shown == view.properties.end() ? kNoEvent : shown->violated;
    i.badge = propertyName(*property);
    i.title = decisive == kNoEvent ? Text::tr("holds up to now") : Text::tr("violated since event %1").arg(decisive);
    std::map<std::string, Difference> culprits;
    if (decisive != kNoEvent && decisive < trace.size()) {
        culprits = differences(trace, decisive + 1);
        for (const auto& [name, d] : culprits) {
            i.facts.emplace_back(Text::tr("Not as in ZooKeeper"), Text::tr("%1, the last time at event %2").arg(QString::fromStdString(name)).arg(d.last));
            i.also.push_back({Text::tr("%1: the last difference, event %2").arg(QString::fromStdString(name)).arg(d.last), Selection::ofEvent(d.last)});
            i.also.push_back({Text::tr("What is %1?").arg(QString::fromStdString(name)), Selection::ofVariant(name)});
        }
        if (!isOfLiveness(*property) || !addDemand(i, decisive, trace)) {
            addEvent(i, decisive, trace);
            i.facts.emplace_back(Text::tr("Violated by"), narrate(trace.at(decisive), trace));
            i.also.push_back({Text::tr("The decisive event %1").arg(decisive), Selection::ofEvent(decisive)});
        }
    }
    i.why = propertySentence(*property);
    i.facts.emplace_back(Text::tr("About"), propertyGroupWord(propertyGroup(*property)));
    i.facts.emplace_back(Text::tr("Stated in"), propertySource(*property));
    for (std::size_t n = 0; n < static_cast<std::size_t>(Seal::Count_); ++n) {
        const SealInfo& seal = sealInfo(static_cast<Seal>(n));
        if (seal.guards == id && !culprits.contains(std::string(seal.id))) i.also.push_back({Text::tr("Rule %1 guards it").arg(text(seal.id)), Selection::ofVariant(std::string(seal.id))});
    }
    return i;
}

Inspection inspectVariant(const std::string& name, const Trace& trace) {
    Inspection i;
    const auto all = differences(trace, trace.size());
    const auto difference = all.find(name);
    const bool isHere = difference != all.end();
    const auto [seal, defect] = variantByName(name);
    i.badge = QString::fromStdString(name);
    if (seal) {
        const SealInfo& info = sealInfo(*seal);
        i.title = isHere ? Text::tr("a rule that is switched off in this run") : Text::tr("a rule that can be switched off");
        i.why = sealSentence(*seal);
        i.facts.emplace_back(Text::tr("Without it"), sealBroken(*seal));
        if (isHere) addDifference(i, difference->second);
        addGuarded(i, info.guards);
    } else if (defect) {
        const DefectInfo& info = defectInfo(*defect);
        i.title = Text::tr("a defect that releases of ZooKeeper had");
        i.why = defectTitle(*defect);
        if (isHere) addDifference(i, difference->second);
        if (info.breaks.empty()) i.facts.emplace_back(Text::tr("Property that falls"), Text::tr("none by this defect alone"));
        else addGuarded(i, info.breaks);
        i.facts.emplace_back(Text::tr("Since"), releases(info.since));
        i.facts.emplace_back(Text::tr("Fixed in"), releases(info.fixed));
        i.facts.emplace_back(Text::tr("Reported at"), QStringLiteral("issues.apache.org/jira/browse/%1").arg(QString::fromStdString(toString(*defect))));
    } else {
        i.badge.clear();
    }
    return i;
}

}  // namespace zab
