// SPDX-License-Identifier: GPL-3.0-or-later
// The properties that every run is held against (§11) and the rules that may be switched off (§12), in words.
#pragma once

#include "engine/check/safety.h"
#include "engine/zab/rules.h"
#include "engine/zab/variants.h"

#include <QString>

#include <optional>
#include <string>

namespace zab {

QString propertyGroupWord(PropertyGroup group);

QString propertyName(Property p);            ///< as in the specifications, in every language
QString propertySentence(Property p);
/// Where it is stated: "the paper on Zab (DSN'11)".
QString propertySource(Property p);

/// A rule that is switched off, or a defect; by its name in a script.
struct VariantName {
    std::optional<Seal> seal;
    std::optional<Defect> defect;
};
VariantName variantByName(const std::string& name);
QString sealSentence(Seal seal);
QString sealLine(Seal seal);                 ///< of a list of those that are off: "without:", the sentence and its name in a script
QString sealBroken(Seal seal);               ///< what servers do without the rule
/// What decides by it does so because a rule is switched off, or by a defect.
bool isOfVariant(RuleId rule);
QString defectTitle(Defect defect);
QString releaseText(const Release& release); ///< "3.4.11"

}  // namespace zab
