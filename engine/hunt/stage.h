// SPDX-License-Identifier: GPL-3.0-or-later
// Where a search begins, and how what it finds becomes a document: a script's statements, then the moves of the search.
#pragma once

#include "engine/hunt/finding.h"
#include "engine/hunt/moves.h"
#include "engine/lab/lab.h"
#include "engine/script/script.h"

#include <optional>
#include <string>
#include <vector>

namespace zab {

/// A script as the search takes it: nothing is drawn (no jitter, no loss, no time for a packet to leave), so that what comes next
/// depends on nothing but the state and the move.
class Stage {
public:
    explicit Stage(const Script& script);
    /// Why nothing can be explored here; empty = fine.
    const std::string& problem() const { return m_problem; }
    const Lab& lab() const { return m_lab; }      ///< at the end of the statements
    const SafetyChecker& checker() const { return m_checker; }   ///< there, of what is witnessed (witness.h)
    const Scenario& scenario() const { return m_lab.scenario(); }
    /// Plays the statements and the moves once more and writes them down. The property must not hold at the end; nothing if it does.
    std::optional<Finding> finding(const std::vector<Move>& moves, Property property, const ExploreBudgets& budgets) const;

private:
    static Scenario settled(Scenario s);
    static std::string play(const Script& script, Lab& lab);
    void witness();
    Script m_script;
    Lab m_lab;
    SafetyChecker m_checker;
    std::string m_problem;
};

}  // namespace zab
