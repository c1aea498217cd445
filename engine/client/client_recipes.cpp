// SPDX-License-Identifier: GPL-3.0-or-later
// The client as the ground that its recipes stand on: it makes their calls, and tells them what came of them.
#include "engine/client/client.h"

namespace zab {

bool Client::startRecipe(SimTime now, const RecipeOptions& options, Effects& out) {
    return m_recipes.start(now, m_id, m_session, options, out);
}

bool Client::leaveRecipe(SimTime now, const std::string& path, Effects& out) { return m_recipes.leave(now, m_id, m_session, path, out); }

// After every input: answers and callbacks lead to calls, and calls that are refused at once to answers.
void Client::runRecipes(SimTime now, Effects& out) {
    std::vector<ClientEvent> called = m_events.takeCalled();
    if (m_recipes.empty() || m_state == State::Dead) return;
    for (ClientEvent& e : called) {
        const LinkState link = e.state == KeeperState::SyncConnected ? LinkState::Up : e.state == KeeperState::Disconnected ? LinkState::Down : LinkState::Over;
        m_recipes.heard({e.type, link, std::move(e.path)});
    }
    makeCalls(now, out);
    while (m_recipes.hasWork()) {
        m_recipes.work(now, m_id, m_session, out);
        makeCalls(now, out);
    }
    if (const SimTime at = m_recipes.deadline(); at != m_recipeTimer) {
        m_recipeTimer = at;
        out.timer(TimerKind::ClientRecipe, at);
    }
}

void Client::makeCalls(SimTime now, Effects& out) {
    for (Recipes::Wanted& w : m_recipes.takeCalls()) {
        const Request request = w.request;
        m_recipes.sent(m_nextXid, std::move(w));
        call(now, request, out);
    }
}

}  // namespace zab
