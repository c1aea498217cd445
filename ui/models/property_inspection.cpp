// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/property_inspection.h"

#include "ui/models/recipe_inspection.h"
#include "ui/text/event_text.h"
#include "ui/text/property_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace zab {
namespace {

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
    if (decisive != kNoEvent && decisive < trace.size()) {
        addEvent(i, decisive, trace);
        const Event& e = trace.at(decisive);
        i.facts.emplace_back(Text::tr("Violated by"), narrate(e, trace));
        i.also.push_back({Text::tr("The decisive event %1").arg(decisive), Selection::ofEvent(decisive)});
    }
    i.why = propertySentence(*property);
    i.facts.emplace_back(Text::tr("About"), propertyGroupWord(propertyGroup(*property)));
    i.facts.emplace_back(Text::tr("Stated in"), propertySource(*property));
    for (std::size_t n = 0; n < static_cast<std::size_t>(Seal::Count_); ++n) {
        const SealInfo& seal = sealInfo(static_cast<Seal>(n));
        if (seal.guards == id) i.also.push_back({Text::tr("Rule %1 guards it").arg(text(seal.id)), Selection::ofVariant(std::string(seal.id))});
    }
    return i;
}

Inspection inspectVariant(const std::string& name) {
    Inspection i;
    const auto [seal, defect] = variantByName(name);
    i.badge = QString::fromStdString(name);
    if (seal) {
        const SealInfo& info = sealInfo(*seal);
        i.title = Text::tr("a rule that can be switched off");
        i.why = sealSentence(*seal);
        i.facts.emplace_back(Text::tr("Without it"), sealBroken(*seal));
        addGuarded(i, info.guards);
    } else if (defect) {
        const DefectInfo& info = defectInfo(*defect);
        i.title = Text::tr("a defect that releases of ZooKeeper had");
        i.why = defectTitle(*defect);
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
