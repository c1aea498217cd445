// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what recipes cost (§10): turns, notifications, reads and packets per release. Computed from the trace alone.
#pragma once

#include "engine/lab/recipe_view.h"
#include "engine/trace/trace.h"

#include <map>

namespace zab {

/// A regular value, copied into checkpoints. Every event once, in order; nothing but a comparison where no recipe runs.
class RecipeObserver {
public:
    /// What happened at one path.
    struct Turn {
        RecipeTurnView view;
        std::int64_t number = -1;   ///< of the znode that was given back
    };
    struct Member {
        SimTime asked, acquired;
        bool holds = false;
        std::int64_t number = -1;
        std::int64_t turn = -1;     ///< what it does now comes from the end of that turn; counted from 0 over the whole run
        EventId reason = kNoEvent, created = kNoEvent;
    };
    struct Tally {
        std::string path;
        std::int64_t acquired = 0, turnCount = 0, notifications = 0, reads = 0, packets = 0;
        std::vector<Turn> turns;    ///< the newest
        std::map<ClientId, Member> members;
    };

    void observe(const Event& e, const Trace& trace) {
        if (!e.actor.isClient()) return;
        if (e.kind >= EventKind::RecipeAsked && e.kind <= EventKind::RecipeLearned) return recipe(e, trace);
        if (m_tallies.empty()) return;
        if (e.kind == EventKind::ClientWatchEvent || e.kind == EventKind::ClientRequest || e.kind == EventKind::ClientReply) return traffic(e, trace);
        if (e.rule != RuleId{} && e.text >= 0) decision(e);
    }
    /// nullptr if nobody has taken part there.
    const Tally* find(const std::string& path) const;

private:
    void recipe(const Event& e, const Trace& trace);
    void traffic(const Event& e, const Trace& trace);
    void decision(const Event& e);
    void endTurn(Tally& t, ClientId client, Member& m, SimTime now);

    std::map<std::int32_t, Tally> m_tallies;   ///< by the text of the path
};

}  // namespace zab
