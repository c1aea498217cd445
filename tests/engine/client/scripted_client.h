// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes without an ensemble: the test is the server, the network and the EventThread.
#pragma once

#include "engine/client/recipes/recipes.h"

#include <QtTest>

namespace zab::testing {

struct ScriptedClient {
    ClientId id{1};
    SessionId session{0x100};
    SimTime now = sec(1);
    Recipes recipes;
    Effects out{ClientId{1}};
    std::vector<std::pair<std::int32_t, Request>> calls;   ///< not yet answered, the oldest first
    std::int32_t nextXid = 1;

    explicit ScriptedClient(std::uint64_t seed = 7) { recipes.seed(seed); }

    bool start(const RecipeOptions& o) {
        const bool done = recipes.start(now, id, session, o, out);
        pump();
        return done;
    }
    bool leave(const std::string& path) {
        const bool done = recipes.leave(now, id, session, path, out);
        pump();
        return done;
    }
    void answer(Reply r) {
        if (calls.empty()) return QTest::qFail("nothing was asked", __FILE__, __LINE__);
        const auto xid = calls.front().first;
        calls.erase(calls.begin());
        recipes.replied(xid, r);
        pump();
    }
    void fails(ErrorCode e) {
        Reply r;
        r.error = e;
        answer(r);
    }
    void created(const std::string& path, Zxid zxid) {
        Reply r;
        r.path = path;
        r.zxid = zxid;
        answer(r);
    }
    void children(std::vector<std::string> names) {
        Reply r;
        r.children = std::move(names);
        answer(r);
    }
    void hear(LinkState link) {
        recipes.heard({WatchEventType::None, link, {}});
        pump();
    }
    void hear(WatchEventType type, const std::string& path) {
        recipes.heard({type, LinkState::Up, path});
        pump();
    }
    void wait(SimTime t) {
        now += t;
        if (recipes.deadline() > now) return;
        recipes.timerFired();
        pump();
    }
    void pump() {
        take();
        while (recipes.hasWork()) {
            recipes.work(now, id, session, out);
            take();
        }
    }
    void take() {
        for (Recipes::Wanted& w : recipes.takeCalls()) {
            calls.emplace_back(nextXid, w.request);
            recipes.sent(nextXid++, std::move(w));
        }
    }
    /// The call that waits for its answer; an empty one if there is none.
    Request call() const { return calls.empty() ? Request{} : calls.front().second; }
    const RecipePart& part(const std::string& path) const { return *recipes.find(path); }
    bool ruled(RuleId rule) {
        for (const Effect& e : out.list())
            if (const auto* n = std::get_if<Note>(&e); n && n->event.rule == rule) return true;
        return false;
    }
    int noted(EventKind kind) {
        int n = 0;
        for (const Effect& e : out.list())
            if (const auto* note = std::get_if<Note>(&e); note && note->event.kind == kind) ++n;
        return n;
    }
};

}  // namespace zab::testing
