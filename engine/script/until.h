// SPDX-License-Identifier: GPL-3.0-or-later
// "run until …": when has it come?
#pragma once

#include "engine/script/script.h"

#include <string>

namespace zab::script {

/// Watches the trace for what a run is to end with. Looks at the world only where something of the kind has just happened.
class Until {
public:
    Until(const RunUntil& until, const Lab& lab);
    /// Looks at what happened since the last call. O(new events), with a look at the world where they make it worth.
    bool reached(const Lab& lab);
    /// No input that is due later may be carried out.
    SimTime limit() const { return m_limit; }
    /// In words: "S3 leads", for a failed expectation.
    std::string words() const;
    /// What is there instead.
    std::string seen(const Lab& lab) const;

private:
    bool holds(const Lab& lab) const;
    RunUntil m_until;
    SimTime m_limit;
    EventId m_start, m_next;
    bool m_first = true;
};

/// Carries out a run. Empty = it came to its end; else what was expected and what is there instead.
struct RunResult {
    bool reached = true;
    bool badInput = false;   ///< the script asks for something impossible, such as a time that has passed
    std::string sentence;
};
RunResult run(const RunUntil& until, Lab& lab);

/// What a run is told that is as long as one may be (Lab::isFull).
std::string fullText();

/// The established leader of the highest epoch that is up; 0 if there is none.
ServerId leaderOf(const World& world);
/// The client's part in the recipe there; nullptr if it has none. As words: "C1 is waiting at /a".
const RecipePart* recipeOf(const World& world, ClientId client, const std::string& path);
std::string recipeWords(const World& world, ClientId client, const std::string& path);
/// The server's tree has the session that the client has, or had last.
bool knowsSession(const World& world, ServerId server, ClientId client);
/// Nothing travels but pings, no disk works, and nobody waits to finish an election.
bool isQuiet(const World& world);

}  // namespace zab::script
