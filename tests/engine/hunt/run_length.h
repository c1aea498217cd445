// SPDX-License-Identifier: GPL-3.0-or-later
// How long an exhibit is until its property falls, and what is the shortest run that is known.
#pragma once

#include "engine/hunt/explore.h"
#include "engine/hunt/minimise.h"
#include "engine/script/script.h"
#include "tests/engine/script_of.h"

#include <QtTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

namespace zab::hunt_tests {

using tests::scriptOf;

inline bool onlyTells(const Statement& s) {
    if (std::holds_alternative<Expect>(s.what)) return true;
    const auto* command = std::get_if<Command>(&s.what);
    return command && std::holds_alternative<Say>(*command);
}

/// Plays what is done; what does not come, or cannot be done any more, is left out.
inline Lab played(const Script& script) {
    Lab lab(script.scenario);
    for (const Statement& s : script.statements) {
        bool failed = false;
        if (!onlyTells(s)) carryOut(s, lab, failed);
    }
    return lab;
}

/// Inputs and commands until the property falls; 0 if it does not.
inline std::int64_t lengthUntil(const std::string& text, Property property) {
    const Script script = scriptOf(text);
    Lab lab(script.scenario);
    for (const Statement& s : script.statements) {
        bool failed = false;
        if (const auto* command = std::get_if<Command>(&s.what); command && std::holds_alternative<Say>(*command)) continue;
        carryOut(s, lab, failed);
        for (const ViolationFound& v : lab.checker().violations())
            if (v.property == property) return lab.stepOf(v.event);
    }
    return 0;
}

/// What the shrinker makes of it. What healed servers do until a demand is over is not for a run to leave out: there the commands alone count.
inline std::string shrunk(const std::string& text, Property property) {
    return shrink(text, property) + (isOfLiveness(property) ? "run 1s\n" : "");
}

/// At most 1.3 times the shortest run: the one that is known, and the one that the shrinker comes to now, if it still `shows` the same.
inline void compareLengths(const std::string& text, Property property, std::int64_t known, const std::function<bool(const std::string&)>& shows) {
    const std::int64_t length = lengthUntil(text, property);
    const std::string small = shrunk(text, property);
    const bool waits = isOfLiveness(property);
    QVERIFY(waits || small.find("\ndeliver ") != std::string::npos);
    const std::int64_t shortest = waits || shows(small + "run 1s\n") ? lengthUntil(small, property) : known;
    QVERIFY(length > 0 && shortest > 0);
    QVERIFY2(length * 10 <= shortest * 13, qPrintable(QStringLiteral("%1 inputs and commands, where %2 are enough").arg(length).arg(shortest)));
    if (known > 0) QVERIFY2(known <= shortest && length * 10 <= known * 13, qPrintable(QStringLiteral("%1, %2, known %3").arg(length).arg(shortest).arg(known)));
    qInfo("%lld inputs and commands; shrunk %lld", static_cast<long long>(length), static_cast<long long>(shortest));
}

/// Breadth first, from the last command before the fall: how long the run is in which the property falls soonest, whatever comes in which
/// order. Nothing if it does not fall within so many states.
inline std::optional<std::int64_t> lengthByTheExplorer(const std::string& text, Property property, std::uint64_t states) {
    Script script = scriptOf(text);
    std::erase_if(script.statements, onlyTells);
    const std::int64_t length = lengthUntil(text, property);
    Lab lab(script.scenario);
    std::int64_t begin = 0;
    std::ptrdiff_t kept = 0;
    for (auto s = script.statements.cbegin(); s != script.statements.cend() && lab.step() + 1 < length; ++s) {
        bool failed = false;
        carryOut(*s, lab, failed);
        const auto* command = std::get_if<Command>(&s->what);
        if (command && !std::holds_alternative<DeliverInput>(*command)) begin = lab.step(), kept = s - script.statements.cbegin() + 1;
    }
    script.statements.erase(script.statements.begin() + kept, script.statements.end());
    ExploreOptions options;
    options.maxStates = states;
    options.property = property;
    const ExploreResult r = explore(script, options);
    if (r.findings.empty()) return std::nullopt;
    return begin + r.findings.front().inputs;
}

}  // namespace zab::hunt_tests
