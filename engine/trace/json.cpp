// SPDX-License-Identifier: GPL-3.0-or-later
// One event as one JSON object. The format is documented in resources/LANGUAGE.md.
#include "engine/base/utf8.h"
#include "engine/trace/trace.h"
#include "engine/base/recipe_kind.h"
#include "engine/tree/request.h"
#include "engine/zab/effects.h"
#include "engine/zab/rules.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace zab {
namespace {

void addString(std::string& out, std::string_view s) {
    out += '"';
    while (!s.empty()) {
        const std::size_t n = utf8Length(s);
        if (n == 0) {
            out += "\\ufffd";
            s.remove_prefix(1);
            continue;
        }
        const char c = s[0];
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
            out += buffer;
        } else {
            out += s.substr(0, n);
        }
        s.remove_prefix(n);
    }
    out += '"';
}

std::string hex(std::int64_t v) {
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "0x%016llx", static_cast<unsigned long long>(v));
    return buffer;
}

void addOperand(std::string& out, OperandType type, std::int64_t v, const Trace& trace) {
    switch (type) {
        case OperandType::Zxid: addString(out, toString(Zxid{v})); return;
        case OperandType::Server: addString(out, v == 0 ? std::string("none") : toString(ActorId(ServerId{static_cast<std::int32_t>(v)}))); return;
        case OperandType::Session:
        case OperandType::Hash: addString(out, hex(v)); return;
        case OperandType::ServerState:
            if (v >= 0 && v <= static_cast<int>(ServerState::Observing)) return addString(out, stateName(static_cast<ServerState>(v)));
            break;
        case OperandType::Phase:
            if (v >= 0 && v <= static_cast<int>(Phase::Broadcast)) return addString(out, phaseName(static_cast<Phase>(v)));
            break;
        case OperandType::SyncMode:
            if (v >= 0 && v <= static_cast<int>(SyncMode::Trunc)) return addString(out, syncName(static_cast<SyncMode>(v)));
            break;
        case OperandType::Op: return addString(out, opName(static_cast<OpCode>(v)));
        case OperandType::Error: return addString(out, errorName(static_cast<ErrorCode>(v)));
        case OperandType::Watch: return addString(out, watchEventName(static_cast<WatchEventType>(v)));
        case OperandType::Timer:
            if (v >= 0 && v < static_cast<int>(TimerKind::Count_)) return addString(out, timerName(static_cast<TimerKind>(v)));
            break;
        case OperandType::Recipe:
            if (v >= 0 && v < static_cast<int>(RecipeKind::Count_)) return addString(out, recipeKindName(static_cast<RecipeKind>(v)));
            break;
        case OperandType::Role:
            if (v >= 0 && v < static_cast<int>(RecipeRole::Count_)) return addString(out, recipeRoleName(static_cast<RecipeRole>(v)));
            break;
        case OperandType::Text: addString(out, trace.text(static_cast<std::int32_t>(v))); return;
        case OperandType::Number:
            if (v == INT64_MIN) return addString(out, "none");   // the epoch in the vote of an observer
            break;
        case OperandType::Micros: break;
    }
    out += std::to_string(v);
}

void addField(std::string& out, std::string_view name) {
    out += ",\"";
    out += name;
    out += "\":";
}

}  // namespace

std::string toJson(const Event& e, const Trace& trace) {
    const EventSchema& schema = eventSchema(e.kind);
    std::string out = "{\"id\":" + std::to_string(e.id);
    if (e.cause != kNoEvent) addField(out, "cause"), out += std::to_string(e.cause);
    addField(out, "t");
    out += std::to_string(e.time.us);
    addField(out, "kind");
    addString(out, schema.name);
    addField(out, "at");
    addString(out, toString(e.actor));
    if (e.peer != ActorId{}) addField(out, "peer"), addString(out, toString(e.peer));
    if (e.message != MessageType::None) addField(out, "message"), addString(out, messageName(e.message));
    if (e.rule != RuleId::None) addField(out, "rule"), addString(out, ruleInfo(e.rule).id);
    const std::span<const Operand> operands = e.rule != RuleId::None ? ruleInfo(e.rule).operands : operandsOf(e);
    if (!operands.empty()) {
        addField(out, "args");
        out += '{';
        bool first = true;
        for (std::size_t i = 0; i < std::min(operands.size(), e.args.size()); ++i) {
            if (operands[i].name.empty()) continue;
            if (!first) out += ',';
            first = false;
            addString(out, operands[i].name);
            out += ':';
            addOperand(out, operands[i].type, e.args[i], trace);
        }
        out += '}';
    }
    if (e.text >= 0) addField(out, "text"), addString(out, trace.text(e.text));
    out += '}';
    return out;
}

}  // namespace zab
