// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/event_text.h"

#include "engine/base/recipe_kind.h"
#include "engine/check/safety.h"
#include "engine/tree/request.h"
#include "engine/zab/effects.h"
#include "engine/zab/rules.h"
#include "ui/text/eureka_words.h"
#include "ui/text/kind_texts.h"
#include "ui/text/property_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace zab {
namespace {

QString view(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

QString said(const char* text) { return QCoreApplication::translate("Narration", text); }

bool hasRule(const Event& e) { return e.rule != RuleId::None; }

/// Operands that are yes or no say something by a word or by its absence; nullptr for all others.
const char* flagText(std::string_view name) {
    static constexpr std::pair<std::string_view, const char*> kFlags[] = {
        {"again", QT_TRANSLATE_NOOP("Narration", "once more")},
        {"exclusive", QT_TRANSLATE_NOOP("Narration", "exclusive")},
        {"held", QT_TRANSLATE_NOOP("Narration", "it was held")},
        {"serving", QT_TRANSLATE_NOOP("Narration", "the server serves clients")},
    };
    for (const auto& [flag, text] : kFlags)
        if (flag == name) return text;
    return nullptr;
}

/// "1 voter is": rules carry their numbers as operands, and so "1 voters are". Only English has these words.
QString inSingular(const QString& sentence) {
    static const QRegularExpression one(QStringLiteral("(?<![\\d.,])(1 (?:outstanding )?(?:transaction|proposal|voter|record|packet|watcher|server|peer))s\\b([^,;.:]*)"));
    QString out;
    qsizetype end = 0;
    for (auto it = one.globalMatch(sentence); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString clause = match.captured(2);
        clause.replace(QStringLiteral(" are "), QStringLiteral(" is ")).replace(QStringLiteral(" were "), QStringLiteral(" was "));
        out += sentence.mid(end, match.capturedStart() - end) + match.captured(1) + clause;
        end = match.capturedEnd();
    }
    return out + sentence.mid(end);
}

QStringList arguments(const Event& e, std::span<const Operand> operands) {
    QStringList out;
    for (std::size_t i = 0; i < operands.size() && i < e.args.size(); ++i) out << operandText(e.args[i], operands[i].type);
    return out;
}

/// A lesson's words have translations of their own; every other text is data.
QString ownText(const Event& e, const Trace& trace) {
    const std::string& text = trace.text(e.text);
    return e.kind == EventKind::Say ? QCoreApplication::translate("Lesson", text.c_str()) : view(text);
}

/// What a violated property says.
QString violatedText(const Event& e, const Trace& trace) {
    const auto property = propertyByName(trace.text(e.text));
    return property ? propertySentence(*property) : QString();
}

/// %A actor, %P peer, %M packet with its numbers, %N packet's name, %T text, %V what a violated property says, %1.. operands.
QString expand(const QString& pattern, const Event& e, const Trace& trace, const QStringList& operands) {
    QString out;
    out.reserve(pattern.size() + 32);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c != QLatin1Char('%') || i + 1 == pattern.size()) {
            out += c;
            continue;
        }
        const QChar key = pattern[++i];
        if (key == QLatin1Char('A')) out += actorText(e.actor);
        else if (key == QLatin1Char('P')) out += actorText(e.peer);
        else if (key == QLatin1Char('M')) out += packetText(e);
        else if (key == QLatin1Char('N')) out += view(messageName(e.message));
        else if (key == QLatin1Char('T')) out += ownText(e, trace);
        else if (key == QLatin1Char('V')) out += violatedText(e, trace);
        else if (key.isDigit()) out += operands.value(key.digitValue() - 1);
        else (out += QLatin1Char('%')) += key;
    }
    return out;
}

}  // namespace

QString filled(const QString& pattern, const QStringList& operands) {
    QString out;
    out.reserve(pattern.size() + 32);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == QLatin1Char('%') && i + 1 < pattern.size() && pattern[i + 1].isDigit();
        if (!placeholder) {
            out += pattern[i];
            continue;
        }
        const int number = pattern[++i].digitValue();
        if (number >= 1 && number <= operands.size()) out += operands[number - 1];
    }
    return out;
}

QString durationText(SimTime duration) {
    const std::int64_t us = duration.us;
    const std::int64_t size = us < 0 ? -us : us;
    if (size < 1000) return QCoreApplication::translate("Narration", "%1 µs").arg(us);
    if (size < 1000000) return QCoreApplication::translate("Narration", "%1 ms").arg(QString::number(static_cast<double>(us) / 1e3, 'g', 6));
    return QCoreApplication::translate("Narration", "%1 s").arg(QString::number(static_cast<double>(us) / 1e6, 'g', 7));
}

QString timeText(SimTime time) {
    const std::int64_t us = time.us;
    const QString ms = QString::number(us / 1000 % 1000).rightJustified(3, QLatin1Char('0'));
    const QString rest = QString::number(us % 1000).rightJustified(3, QLatin1Char('0'));
    return QCoreApplication::translate("Narration", "%1 s").arg(QStringLiteral("%1.%2 %3").arg(us / 1000000).arg(ms, rest));
}

QString actorText(ActorId actor) {
    if (actor.isServer()) return QStringLiteral("S%1").arg(actor.value);
    if (actor.isClient()) return QStringLiteral("C%1").arg(-actor.value);
    return QCoreApplication::translate("Narration", "the lab");
}

QString operandText(std::int64_t value, OperandType type) {
    switch (type) {
        case OperandType::Number: return value == INT64_MIN ? QCoreApplication::translate("Narration", "none") : QString::number(value);
        case OperandType::Zxid: return QString::fromStdString(toString(Zxid{value}));
        case OperandType::Server: return value > 0 ? QStringLiteral("S%1").arg(value) : QCoreApplication::translate("Narration", "nobody");
        case OperandType::Session: return value ? QStringLiteral("0x%1").arg(static_cast<quint64>(value), 0, 16) : QCoreApplication::translate("Narration", "none");
        case OperandType::Micros: return durationText(SimTime{value});
        case OperandType::ServerState: return value >= 0 && value < 4 ? view(stateName(static_cast<ServerState>(value))) : QString::number(value);
        case OperandType::Phase: return value >= 0 && value < 4 ? view(phaseName(static_cast<Phase>(value))) : QString::number(value);
        case OperandType::SyncMode: return value >= 0 && value < 4 ? view(syncName(static_cast<SyncMode>(value))) : QString::number(value);
        case OperandType::Op: return view(opName(static_cast<OpCode>(value)));
        case OperandType::Error: return view(errorName(static_cast<ErrorCode>(value)));
        case OperandType::Watch: return view(watchEventName(static_cast<WatchEventType>(value)));
        case OperandType::Timer: return view(timerName(static_cast<TimerKind>(value)));
        case OperandType::Recipe: return view(recipeKindName(static_cast<RecipeKind>(value)));
        case OperandType::Role: return view(recipeRoleName(static_cast<RecipeRole>(value)));
        case OperandType::Text: return QString::number(value);
        case OperandType::Hash: return QStringLiteral("#%1").arg(static_cast<quint64>(value), 0, 16).left(9);
    }
    return QString::number(value);
}

QString ruleSentence(const Event& event) {
    if (!hasRule(event)) return {};
    // A client that never got a session has none that could have expired (§7.4).
    if (event.rule == RuleId::ClientHeardNothing && event.args[0] == 0)
        return filled(said(QT_TRANSLATE_NOOP("Narration", "The client has heard nothing for %2; two thirds of its session timeout are %3. It gives the connection up.")),
                      arguments(event, ruleInfo(event.rule).operands));
    const RuleInfo& rule = ruleInfo(event.rule);
    // Before the first write there is no largest token (§10.7): 0.0 is nobody's.
    const bool firstToken = event.rule == RuleId::FencingAccepts && event.args.size() > 1 && event.args[1] == 0;
    const char* sentence = firstToken ? QT_TRANSLATE_NOOP("Rule", "Token %1 is the first that the resource sees: the write is accepted.") : rule.sentence;
    return inSingular(filled(QCoreApplication::translate("Rule", sentence), arguments(event, rule.operands)));
}

QStringList operandTexts(const Event& event) {
    const auto operands = hasRule(event) ? ruleInfo(event.rule).operands : operandsOf(event);
    QStringList out;
    for (std::size_t i = 0; i < operands.size() && i < event.args.size(); ++i) {
        if (operands[i].type == OperandType::Hash || operands[i].name.empty()) continue;
        if (const char* flag = flagText(operands[i].name)) {
            if (event.args[i] != 0) out << said(flag);
            continue;
        }
        out << QStringLiteral("%1 = %2").arg(view(operands[i].name), operandText(event.args[i], operands[i].type));
    }
    return out;
}

QString kindName(EventKind kind) { return QCoreApplication::translate("EventKind", kindTexts(kind).name); }

QString narrate(const Event& event, const Trace& trace) {
    const KindTexts& texts = kindTexts(event.kind);
    if (hasRule(event)) {
        // With a rule the operands are the rule's: the kind only says who did what, the rule says why.
        const QString sentence = ruleSentence(event);
        if (!texts.withRule) {
            const QString who = event.text < 0 ? deciderText(event) : QStringLiteral("%1 · %2").arg(deciderText(event), QString::fromStdString(trace.text(event.text)));
            return QCoreApplication::translate("Narration", "%1: %2").arg(who, sentence);
        }
        return QStringLiteral("%1 — %2").arg(expand(said(texts.withRule), event, trace, {}), sentence);
    }
    return expand(said(texts.sentence), event, trace, arguments(event, eventSchema(event.kind).operands));
}

QString shortNames(const QString& text) {
    // Curator's names end in "-lock-0000000002", kazoo's in "__lock__0000000002" (§10.1): eighteen letters keep what tells them apart.
    static const QRegularExpression name(QStringLiteral("([A-Za-z0-9_.:-]{8})[A-Za-z0-9_.:-]{5,}([A-Za-z0-9_.:-]{18})"));
    return QString(text).replace(name, QStringLiteral("\\1…\\2"));
}

QString describe(const Event& event, const Trace& trace) {
    if (hasRule(event)) {
        const KindTexts& texts = kindTexts(event.kind);
        if (!texts.withRule) return isOfEureka(event) ? QStringLiteral("Eureka — %1").arg(ruleSentence(event)) : ruleSentence(event);
        return QStringLiteral("%1 — %2").arg(kindName(event.kind), ruleSentence(event));
    }
    return expand(said(kindTexts(event.kind).label), event, trace, arguments(event, eventSchema(event.kind).operands));
}

}  // namespace zab
