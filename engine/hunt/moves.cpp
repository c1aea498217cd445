// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/moves.h"

#include "engine/base/check.h"
#include "engine/world/world_parts.h"

#include <algorithm>

namespace zab {

Cost costOf(MoveKind kind) {
    switch (kind) {
    case MoveKind::Deliver:
    case MoveKind::Own: return Cost::Free;
    case MoveKind::Timeout:
    case MoveKind::Wake: return Cost::Timeout;
    case MoveKind::Write: return Cost::Write;
    case MoveKind::Read: return Cost::Read;
    case MoveKind::Crash: return Cost::Crash;
    case MoveKind::Restart: return Cost::Restart;
    case MoveKind::Cut: return Cost::Cut;
    case MoveKind::HealAll: return Cost::Heal;
    case MoveKind::Drop: return Cost::Drop;
    }
    return Cost::Free;
}

bool isFree(TimerKind t) { return t == TimerKind::FinalizeWait || t == TimerKind::ConnectRetry || t == TimerKind::ClientCallback; }

namespace {

ActorId actorOf(const World& world, std::uint8_t i) {
    const int n = world.config().serverCount();
    return i < n ? ActorId(ServerId{i + 1}) : ActorId(ClientId{i - n + 1});
}

InputName named(const World& world, const PendingInput& in) {
    const auto name = numbered(world, nameOf(in), in);
    ZAB_CHECK(name.has_value());   // what a move names may come next
    return *name;
}

InputName packetAt(const World& world, const Move& move) {
    const ActorId from = actorOf(world, move.other), to = actorOf(world, move.actor);
    std::vector<const PendingInput*> packets;
    world.pending().forEach([&](const PendingInput& in) {
        if (in.kind == InputKind::Packet && in.from == from && in.to == to) packets.push_back(&in);
    });
    std::sort(packets.begin(), packets.end(), [](const PendingInput* a, const PendingInput* b) { return std::tie(a->connection, a->sequence) < std::tie(b->connection, b->sequence); });
    return named(world, *packets.at(move.place));
}

InputName ownAt(const World& world, ActorId actor, std::size_t place) {
    const std::vector<PendingInput> own = actor.isServer() ? WorldParts::server(world, actor.server()).own : WorldParts::client(world, actor.client()).own;
    return named(world, own.at(place));
}

}  // namespace

std::optional<InputName> numbered(const World& world, InputName name, const PendingInput& in) {
    for (; const PendingInput* found = world.find(name); ++name.number)
        if (found->sequence == in.sequence) return name;
    return std::nullopt;
}

Command commandOf(const World& world, const Move& move, int writes) {
    const ActorId actor = actorOf(world, move.actor);
    switch (move.kind) {
    case MoveKind::Deliver: return DeliverInput{packetAt(world, move)};
    case MoveKind::Own:
    case MoveKind::Wake: return DeliverInput{ownAt(world, actor, move.place)};
    case MoveKind::Drop: return DropInput{packetAt(world, move)};
    case MoveKind::Timeout: return ForceTimeout{actor.server()};
    case MoveKind::Crash: return CrashServer{actor.server(), false, move.place};
    case MoveKind::Restart: return StartServers{{actor.server()}};
    case MoveKind::Cut: return CutLink{actor.server(), move.other == move.actor ? ServerId{} : actorOf(world, move.other).server()};
    case MoveKind::HealAll: return HealAll{};
    case MoveKind::Write:
    case MoveKind::Read: break;
    }
    Request r;
    r.op = move.kind == MoveKind::Write ? OpCode::Create : OpCode::GetChildren;
    r.path = move.kind == MoveKind::Write ? "/w" + std::to_string(writes + 1) : "/";
    return ClientCall{actor.client(), r, {}};
}

bool looksAgain(const World& after, const Move& move, const Command& command) {
    if (move.kind != MoveKind::Own) return false;
    const InputName& name = std::get<DeliverInput>(command).input;
    if (name.kind != InputKind::Timer || name.timer != TimerKind::FinalizeWait) return false;
    const auto* looking = std::get_if<Looking>(&after.host(name.to.server()).server.replica().role());
    return looking && looking->finalizing && after.find(name);
}

}  // namespace zab
