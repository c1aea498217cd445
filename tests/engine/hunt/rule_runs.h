// SPDX-License-Identifier: GPL-3.0-or-later
// Runs in which a rule is switched off.
#pragma once

#include "engine/zab/variants.h"
#include "tests/engine/hunt/run_length.h"

#include <QtTest>

#include <utility>

namespace zab::hunt_tests {

/// The property that the rule guards.
inline Property guardOf(Seal seal) { return propertyByName(sealInfo(seal).guards).value(); }

inline std::string_view idOf(const ViolationFound& v) { return propertyInfo(v.property).id; }

inline Variants without(Seal seal) {
    Variants only;
    only.broken.add(seal);
    return only;
}

/// The same schedule with all rules; what does not come, or cannot be done any more, is left out.
inline Lab withTheRule(Script script) {
    script.scenario.ensemble.variants = {};
    return played(script);
}

/// A row for every rule: its number.
inline void ruleRows() {
    QTest::addColumn<int>("rule");
    for (int rule = 0; rule < static_cast<int>(Seal::Count_); ++rule) QTest::newRow(sealInfo(static_cast<Seal>(rule)).id.data()) << rule;
}

}  // namespace zab::hunt_tests
