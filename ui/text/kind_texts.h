// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of each kind of event; the one table behind narrate() and describe().
#pragma once

#include "engine/base/event.h"

#include <QString>

namespace zab {

/// English patterns. %A actor, %P peer, %M packet with its numbers, %N its name, %T the event's text, %1.. the kind's operands in the order of eventSchema.
struct KindTexts {
    EventKind kind;
    const char* name;      ///< context "EventKind"
    const char* label;     ///< context "Narration": for lists
    const char* sentence;  ///< context "Narration": spoken
    const char* withRule;  ///< context "Narration": what comes before the rule's sentence; nullptr = only the actor
};

const KindTexts& kindTexts(EventKind kind);

/// A packet in few words: "PROPOSAL 2.6", "vote for S3 (zxid 2.8, round 2)", "LEADERINFO epoch 3". For events about packets.
QString packetText(const Event& event);

}  // namespace zab
