// SPDX-License-Identifier: GPL-3.0-or-later
// Events and rules as sentences a person reads. Qt Core only: the window, the console and the command line share them.
// Every text comes from QCoreApplication::translate, so the language is the one of the moment of the call.
#pragma once

#include "engine/base/event.h"
#include "engine/trace/trace.h"

#include <QString>
#include <QStringList>

namespace zab {

/// One sentence that a lecturer could say aloud: who did what, with the numbers, and why if a rule decided.
QString narrate(const Event& event, const Trace& trace);
/// A short label for lists ("PROPOSAL 2.6 → S1"), without the actor and without a full stop.
QString describe(const Event& event, const Trace& trace);
/// The same with long names cut in their middle ("_c_97d2a5…-lock-0000000002"): in a list the number at their end must be seen.
QString shortNames(const QString& text);
/// The sentence of the event's rule with its operands in place; empty where no rule decided.
QString ruleSentence(const Event& event);
/// The operands by name ("zxid = 2.8"), those of the rule if there is one, else those of the kind. Hashes are left out.
QStringList operandTexts(const Event& event);
/// The kind in words for filters and tooltips: "vote changed".
QString kindName(EventKind kind);

/// An operand as shown: zxid "2.8", server "S3", session "0x1000…", micros with a unit, protocol words untranslated.
QString operandText(std::int64_t value, OperandType type);
/// "S3", "C1"; "the lab" in the language of the moment.
QString actorText(ActorId actor);
/// A duration with a fitting unit: "500 µs", "2 ms", "1.5 s".
QString durationText(SimTime duration);
/// A moment of virtual time: "4.218 300 s".
QString timeText(SimTime time);

/// `pattern` with %1..%9 replaced in one pass, so that an operand that holds a '%' cannot be taken for a placeholder.
QString filled(const QString& pattern, const QStringList& operands);

}  // namespace zab
