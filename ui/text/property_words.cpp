// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/property_words.h"

#include <QCoreApplication>

namespace zab {
namespace {

struct PropertyText {
    Q_DECLARE_TR_FUNCTIONS(PropertyText)
};

QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

}  // namespace

QString propertyGroupWord(PropertyGroup group) {
    switch (group) {
        case PropertyGroup::Ensemble: return PropertyText::tr("ensemble");
        case PropertyGroup::Clients: return PropertyText::tr("clients");
        case PropertyGroup::Recipes: return PropertyText::tr("recipes");
        case PropertyGroup::Liveness: return PropertyText::tr("liveness");
    }
    return {};
}

QString propertyName(Property p) { return text(propertyInfo(p).id); }
QString propertySentence(Property p) { return QCoreApplication::translate("Property", propertyInfo(p).sentence); }

QString propertySource(Property p) {
    switch (propertyGroup(p)) {
        case PropertyGroup::Clients: return PropertyText::tr("what ZooKeeper promises its clients");
        case PropertyGroup::Recipes: return PropertyText::tr("the recipes on ZooKeeper");
        case PropertyGroup::Liveness: return PropertyText::tr("the lab: what healed servers owe within a bounded time");
        case PropertyGroup::Ensemble: break;
    }
    const std::string_view section = propertyInfo(p).section;
    if (section == "11.1") return PropertyText::tr("the paper on Zab (DSN'11) and the specification Zab.tla");
    if (section == "11.2") return PropertyText::tr("the specification Zab.tla");
    if (section == "11.5") return PropertyText::tr("the mixed-grained specifications (mixed_v1.tla)");
    return PropertyText::tr("what ZooKeeper says of itself");
}

VariantName variantByName(const std::string& name) { return {sealByName(name), defectByName(name)}; }
QString sealSentence(Seal seal) { return QCoreApplication::translate("Seal", sealInfo(seal).sentence); }
QString sealLine(Seal seal) { return PropertyText::tr("without: %1 (%2)").arg(sealSentence(seal), text(sealInfo(seal).id)); }
QString sealBroken(Seal seal) { return QCoreApplication::translate("Seal", sealInfo(seal).broken); }
bool isOfVariant(RuleId rule) { return ruleInfo(rule).id.starts_with("Without") || ruleInfo(rule).section == "12"; }
QString defectTitle(Defect defect) { return QCoreApplication::translate("Defect", std::string(defectInfo(defect).title).c_str()); }
QString releaseText(const Release& release) { return QString::fromStdString(toString(release)); }

}  // namespace zab
