// SPDX-License-Identifier: GPL-3.0-or-later
// The recipes that one client plays: each a state machine of its own, fed with the answers to its calls and with what the
// EventThread calls back (§10).
#pragma once

#include "engine/client/recipes/barrier.h"
#include "engine/client/recipes/contender.h"
#include "engine/client/recipes/member.h"
#include "engine/client/recipes/queue.h"

#include <deque>
#include <utility>
#include <variant>

namespace zab {

using Recipe = std::variant<Contender, Member, Listener, Barrier, DoubleBarrier, QueueOffer, QueueTake>;

/// A regular value. One recipe at a path; a new one there replaces one that is over.
class Recipes {
public:
    /// Names come from here: the same scenario and client, the same names.
    void seed(std::uint64_t seed) { m_random = Prng(seed); }

    bool empty() const { return m_recipes.empty(); }
    std::size_t size() const { return m_recipes.size(); }
    const RecipePart& part(std::size_t i) const;
    /// The part at that path; nullptr if there is none. O(recipes).
    const RecipePart* find(const std::string& path) const;

    /// Whether start() would do it: nothing is there, it is over, or one more element is offered.
    bool takes(const RecipeOptions& options) const;
    /// Takes part; false where it does already. The calls that this leads to wait in calls().
    bool start(SimTime now, ClientId client, SessionId session, const RecipeOptions& options, Effects& out);
    /// Gives back, resigns, leaves; false if it takes no part there: nothing happens, and an event says so.
    bool leave(SimTime now, ClientId client, SessionId session, const std::string& path, Effects& out);
    /// An answer came to one of the client's calls; true if a recipe had made it. It is looked at by work().
    bool replied(std::int32_t xid, const Reply& reply);
    /// The EventThread calls back. It is looked at by work().
    void heard(Heard h) { if (!m_recipes.empty()) m_heard.push_back(std::move(h)); }
    bool hasWork() const { return !m_answers.empty() || !m_heard.empty() || m_timerIsDue; }
    void timerFired() { m_timerIsDue = true; }
    /// One piece of work: an answer, else a callback, else the timer.
    void work(SimTime now, ClientId client, SessionId session, Effects& out);
    /// The process ends, and with it everything that its recipes knew.
    void die(Effects& out);

    /// A call that a recipe wants to make now; the client says with which xid it was sent.
    struct Wanted {
        std::string recipe;   ///< its path
        Request request;
    };
    std::vector<Wanted> takeCalls() { return std::exchange(m_wanted, {}); }
    void sent(std::int32_t xid, Wanted w) { m_sent.push_back({xid, std::move(w)}); }
    /// When the first timer of a recipe fires.
    SimTime deadline() const;
    std::uint64_t digest() const;

private:
    struct Sent {
        std::int32_t xid;
        Wanted call;
    };
    struct Answer {
        Wanted call;
        Reply reply;
    };
    Recipe* at(const std::string& path);
    template <class F>
    void step(Recipe& r, SimTime now, ClientId client, SessionId session, Effects& out, F f);

    std::vector<Recipe> m_recipes;
    std::vector<Sent> m_sent;
    std::deque<Answer> m_answers;
    std::deque<Heard> m_heard;
    std::vector<Wanted> m_wanted;
    bool m_timerIsDue = false;
    Prng m_random{1};
};

}  // namespace zab
