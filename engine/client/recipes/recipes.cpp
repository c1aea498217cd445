// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/recipes.h"

#include "engine/base/digest.h"

#include <algorithm>

namespace zab {
namespace {

const RecipePart& partOf(const Recipe& r) {
    return std::visit([](const auto& x) -> const RecipePart& { return x.part(); }, r);
}

Recipe make(const RecipeOptions& o) {
    switch (o.kind) {
    case RecipeKind::Lock:
    case RecipeKind::ReadWriteLock:
    case RecipeKind::Election: return Contender(o);
    case RecipeKind::Barrier: return Barrier(o);
    case RecipeKind::DoubleBarrier: return DoubleBarrier(o);
    case RecipeKind::Queue: return o.role == RecipeRole::Offer ? Recipe(QueueOffer(o)) : Recipe(QueueTake(o));
    case RecipeKind::Group: return Member(o);
    case RecipeKind::Service: return o.role == RecipeRole::Provide ? Recipe(Member(o)) : Recipe(Listener(o));
    case RecipeKind::Config:
    case RecipeKind::Count_: break;
    }
    return Listener(o);
}

}  // namespace

const RecipePart& Recipes::part(std::size_t i) const { return partOf(m_recipes[i]); }

const RecipePart* Recipes::find(const std::string& path) const {
    for (const Recipe& r : m_recipes)
        if (partOf(r).path == path) return &partOf(r);
    return nullptr;
}

Recipe* Recipes::at(const std::string& path) {
    for (Recipe& r : m_recipes)
        if (partOf(r).path == path) return &r;
    return nullptr;
}

template <class F>
void Recipes::step(Recipe& r, SimTime now, ClientId client, SessionId session, Effects& out, F f) {
    std::vector<Request> calls;
    RecipeContext c{now, client, session, m_random, out, calls};
    std::visit([&](auto& x) { f(x, c); }, r);
    for (Request& request : calls) m_wanted.push_back({partOf(r).path, std::move(request)});
}

bool Recipes::takes(const RecipeOptions& options) const {
    for (const Recipe& r : m_recipes) {
        if (partOf(r).path != options.path) continue;
        if (std::holds_alternative<QueueOffer>(r) && options.role == RecipeRole::Offer) return true;
        return partOf(r).state == RecipeState::Lost || std::visit([](const auto& x) { return x.over(); }, r);
    }
    return true;
}

bool Recipes::start(SimTime now, ClientId client, SessionId session, const RecipeOptions& options, Effects& out) {
    Recipe* r = at(options.path);
    if (auto* offers = r && options.role == RecipeRole::Offer ? std::get_if<QueueOffer>(r) : nullptr) {
        step(*r, now, client, session, out, [&](auto&, RecipeContext& c) { offers->add(c, options.data); });
        return true;
    }
    if (!takes(options)) return false;
    if (r) *r = make(options);
    else r = &m_recipes.emplace_back(make(options));
    step(*r, now, client, session, out, [](auto& x, RecipeContext& c) { x.start(c); });
    return true;
}

bool Recipes::leave(SimTime now, ClientId client, SessionId session, const std::string& path, Effects& out) {
    Recipe* r = at(path);
    if (!r || partOf(*r).state == RecipeState::Done) {
        out.ignored(RuleId::RecipeHoldsNothing, {session.value});
        out.text(path);
        return false;
    }
    step(*r, now, client, session, out, [](auto& x, RecipeContext& c) { x.leave(c); });
    return true;
}

bool Recipes::replied(std::int32_t xid, const Reply& reply) {
    const auto mine = std::find_if(m_sent.begin(), m_sent.end(), [&](const Sent& s) { return s.xid == xid; });
    if (mine == m_sent.end()) return false;
    m_answers.push_back({std::move(mine->call), reply});
    m_sent.erase(mine);
    return true;
}

void Recipes::work(SimTime now, ClientId client, SessionId session, Effects& out) {
    if (!m_answers.empty()) {
        const Answer a = std::move(m_answers.front());
        m_answers.pop_front();
        if (Recipe* r = at(a.call.recipe))
            step(*r, now, client, session, out, [&](auto& x, RecipeContext& c) { x.replied(c, a.call.request, a.reply); });
    } else if (!m_heard.empty()) {
        const Heard h = std::move(m_heard.front());
        m_heard.pop_front();
        for (Recipe& r : m_recipes) step(r, now, client, session, out, [&](auto& x, RecipeContext& c) { x.heard(c, h); });
    } else if (m_timerIsDue) {
        m_timerIsDue = false;
        for (Recipe& r : m_recipes) step(r, now, client, session, out, [](auto& x, RecipeContext& c) { x.timer(c); });
    }
}

void Recipes::die(Effects& out) {
    for (const Recipe& r : m_recipes) {
        const RecipePart& p = partOf(r);
        if (p.state == RecipeState::Done) continue;
        out.note(EventKind::RecipeEnded, {p.session.value, p.number}, {}, RuleId::RecipeDiesWithProcess);
        out.text(p.path);
    }
    m_recipes.clear();
    m_sent.clear();
    m_answers.clear();
    m_heard.clear();
    m_wanted.clear();
}

SimTime Recipes::deadline() const {
    SimTime first = kNever;
    for (const Recipe& r : m_recipes) first = std::min(first, std::visit([](const auto& x) { return x.deadline(); }, r));
    return first;
}

std::uint64_t Recipes::digest() const {
    Digest d;
    for (const Recipe& r : m_recipes) {
        const RecipePart& p = partOf(r);
        d.add(std::string_view(p.path));
        d.add(static_cast<int>(p.state));
        d.add(p.number);
        d.add(p.token.value);
        d.add(std::string_view(p.watches));
        d.add(std::string_view(p.detail));
    }
    d.add(deadline().us);
    d.add(static_cast<std::uint64_t>(m_sent.size() + m_answers.size() + m_heard.size()));
    return d.value();
}

}  // namespace zab
