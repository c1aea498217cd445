// SPDX-License-Identifier: GPL-3.0-or-later
// What a step asks the world to do: an ordered list, never coalesced (architecture: "The protocol is a pure function").
#pragma once

#include "engine/base/event.h"
#include "engine/zab/message.h"
#include "engine/zab/rules.h"

#include <string>
#include <variant>
#include <vector>

namespace zab {

enum class TimerKind : std::uint8_t { Notification, FinalizeWait, JoinLimit, ConnectRetry, ReadTimeout, LeaderTick, SessionTick, ContainerCheck, ClientWake, ClientCallback, ClientRecipe, EurekaTask, EurekaWake, LookupWake, Count_ };
std::string_view timerName(TimerKind t);

/// A packet on its way out. A send that must wait for a write is made by the step that hears of the finished write.
struct Send { ActorId to; ConnectionId connection = 0; Message message; };
/// fsync of everything appended so far; the world answers with FsyncDone.
struct StartFsync { std::size_t records = 0; Zxid last; };
/// A fuzzy snapshot begins: `name` now, the content when the world answers with SnapshotDone.
struct StartSnapshot { Zxid name; };
/// One timer of each kind; kNever cancels. A later setting replaces an earlier one.
struct SetTimer { TimerKind kind{}; SimTime at; };
/// A fact for the trace. Facts with a rule become the cause of what follows in the same step.
struct Note { Event event; std::string text; bool fromInput = false; };   ///< fromInput: its cause is the input, not the fact before it
/// The process ends by itself (§3.7) or refuses to start (§1.3).
struct Exit { bool refused = false; RuleId rule{}; std::array<std::int64_t, 6> operands{}; };

using Effect = std::variant<Send, StartFsync, StartSnapshot, SetTimer, Note, Exit>;

/// The list that a step fills; reused from step to step.
class Effects {
public:
    explicit Effects(ActorId self = {}) : m_self(self) {}
    void begin(ActorId self) { m_self = self; m_fromInput = false; m_list.clear(); }
    std::vector<Effect>& list() { return m_list; }

    void send(ActorId to, ConnectionId connection, Message&& m) {
        auto& s = std::get<Send>(m_list.emplace_back(std::in_place_type<Send>));
        s.to = to;
        s.connection = connection;
        s.message = std::move(m);
    }
    void timer(TimerKind kind, SimTime at) { m_list.push_back(SetTimer{kind, at}); }
    void fsync(std::size_t records, Zxid last) { m_list.push_back(StartFsync{records, last}); }
    void snapshot(Zxid name) { m_list.push_back(StartSnapshot{name}); }
    void exit(bool refused, RuleId rule, std::array<std::int64_t, 6> operands) { m_list.push_back(Exit{refused, rule, operands}); }
    /// A fact of this kind here; `peer` is the other side.
    void note(EventKind kind, std::array<std::int64_t, 6> args = {}, ActorId peer = {}, RuleId rule = RuleId::None) {
        auto& note = std::get<Note>(m_list.emplace_back(std::in_place_type<Note>));   // built in place: the hottest call of a step
        note.event.kind = kind;
        note.event.actor = m_self;
        note.event.peer = peer;
        note.event.rule = rule;
        note.event.args = args;
        note.fromInput = m_fromInput;
        m_fromInput = false;
    }
    /// The next fact starts a new chain of causes at the input.
    void fromInput() { m_fromInput = true; }
    void noteText(EventKind kind, std::string text, std::array<std::int64_t, 6> args = {}, ActorId peer = {}) {
        note(kind, args, peer);
        std::get<Note>(m_list.back()).text = std::move(text);
    }
    /// The text of the fact noted last.
    void text(std::string t) { std::get<Note>(m_list.back()).text = std::move(t); }
    void decided(RuleId rule, std::array<std::int64_t, 6> operands, ActorId peer = {}) { note(EventKind::Decided, operands, peer, rule); }
    void ignored(RuleId rule, std::array<std::int64_t, 6> operands, ActorId peer = {}) { note(EventKind::Ignored, operands, peer, rule); }

private:
    ActorId m_self;
    bool m_fromInput = false;
    std::vector<Effect> m_list;
};

}  // namespace zab
