// SPDX-License-Identifier: GPL-3.0-or-later
// What a lock protects, and what fencing tokens are for: a write comes late, and the resource alone can refuse it (§10.7).
#include "engine/world/world.h"

namespace zab {
namespace {

/// What travels to the resource; the token is the input's.
struct ResourceWriteBody final : Opaque {
    explicit ResourceWriteBody(UseResource u) : use(std::move(u)) {}
    const UseResource use;
};

}  // namespace

// It goes the way of a client's packet, but not to a server.
void World::useResource(const UseResource& use, EventId cause, Trace& trace) {
    const RecipePart* part = m_clients[static_cast<std::size_t>(use.client.value - 1)]->client.recipes().find(use.path);
    const bool holds = part && part->state == RecipeState::Holding && part->token.value > 0;
    Event e;
    e.actor = use.client;
    e.text = trace.addText(use.path);
    e.kind = holds ? EventKind::ResourceRequested : EventKind::Ignored;
    e.rule = holds ? RuleId::FencingSendsToken : RuleId::FencingNothingHeld;
    e.args = {holds ? part->token.value : part ? part->session.value : 0};
    const EventId asked = log(trace, e, cause);
    if (!holds) return;
    PendingInput in;
    in.kind = InputKind::ResourceWrite;
    in.sequence = m_sequence++;
    in.due = m_now + scenario().network.latency + usec(m_random.below(scenario().network.jitter.us + 1));
    in.from = in.to = use.client;
    in.cause = asked;
    in.name = part->token;
    in.message = ClientPacket{MessageType::ClientRequest, std::make_shared<ResourceWriteBody>(use)};
    push(std::move(in));
}

void World::resourceAnswers(const PendingInput& in, Trace& trace) {
    const UseResource& use = static_cast<const ResourceWriteBody&>(*std::get<ClientPacket>(in.message).body).use;
    Resource& r = m_resources.edit()[use.path];
    const bool accepted = !use.fenced || in.name >= r.highest;
    Event e;
    e.kind = EventKind::ResourceAnswered;
    e.actor = use.client;
    e.rule = !use.fenced ? RuleId::FencingNotAsked : accepted ? RuleId::FencingAccepts : RuleId::FencingRejects;
    e.args = {in.name.value, r.highest.value, accepted, use.fenced};
    e.text = trace.addText(use.path);
    m_input = log(trace, e, in.cause);
    ++(accepted ? r.accepted : r.rejected);
    if (!accepted) return;
    r.highest = std::max(r.highest, in.name);
    r.lastWriter = use.client;
    r.data = use.data;
}

}  // namespace zab
