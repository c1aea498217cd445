// SPDX-License-Identifier: GPL-3.0-or-later
// Services in the world: Eureka beside ZooKeeper, clients that provide and look up, and the calls between them.
#include "engine/client/recipes/recipe_context.h"
#include "engine/world/world.h"

#include <algorithm>

namespace zab {

const ServiceHost* World::service(ClientId c) const {
    const auto i = static_cast<std::size_t>(c.value - 1);
    return i < m_services.size() ? &*m_services[i] : nullptr;
}

ServiceHost& World::editService(ClientId c) {
    while (m_services.size() < static_cast<std::size_t>(c.value)) {
        ServiceHost h;
        h.discovery = EurekaClient(ClientId{static_cast<std::int32_t>(m_services.size()) + 1}, config().serverCount(), scenario().seed);
        m_services.emplace_back(std::move(h));
    }
    ServiceHost& h = m_services[static_cast<std::size_t>(c.value - 1)].edit();
    h.discovery.standAt(m_clients[static_cast<std::size_t>(c.value - 1)]->at);
    return h;
}

std::vector<Registry> World::registries(ClientId client, const std::string& path) const {
    std::vector<Registry> all{Registry::ZooKeeper};
    const RecipePart* part = m_clients[static_cast<std::size_t>(client.value - 1)]->client.recipes().find(path);
    if (part && part->role == RecipeRole::Discover && part->state != RecipeState::Done) all.push_back(Registry::ZooKeeperCache);
    if (!m_eureka.empty()) all.push_back(Registry::Eureka);
    return all;
}

// --- Eureka's servers -------------------------------------------------------------------------------------------------------

void World::startEureka(ServerId server, Trace& trace, EventId cause) {
    if (m_eureka.empty() || eureka(server)->up) return;
    EurekaHost& h = m_eureka[static_cast<std::size_t>(server.value - 1)].edit();
    h.up = true;
    m_effects.begin(server);
    m_input = cause;
    h.server.start(scenario().eureka, m_now, m_effects);
    carry(server, trace);
}

void World::endEureka(ServerId server, Trace& trace, EventId cause) {
    if (m_eureka.empty() || !eureka(server)->up) return;
    dropUnsent(server, true, trace, cause);
    EurekaHost& h = m_eureka[static_cast<std::size_t>(server.value - 1)].edit();
    h.up = false;
    ++h.process;
    ++h.timer;
    h.server.crash();
    for (const PendingInput& in : host(server).frozen) {   // what came while it stood still finds nobody
        if (!isHttp(in) || messageType(in.message) == MessageType::EurekaResponse || messageType(in.message) == MessageType::HttpReset) continue;
        Send s{in.from, in.connection, HttpPacket{MessageType::HttpReset, nullptr}};
        send(server, s, cause, trace);
    }
}

// --- what a client is told to do -----------------------------------------------------------------------------------------------

// The recipe sees to ZooKeeper; here it is told to Eureka, and to those who know the truth.
void World::provideService(ClientId client, const RecipeOptions& options, EventId cause, Trace& trace) {
    const std::string& path = options.path;
    const std::string instance = options.data.empty() ? serviceAddress(client) : options.data;
    m_addresses[instance] = client;
    m_effects.begin(client);
    m_input = cause;
    ServiceHost& h = editService(client);
    std::erase_if(h.provided, [&](const auto& p) { return p.first == path; });
    h.provided.emplace_back(path, instance);
    m_effects.noteText(EventKind::ServiceProvided, path + " " + instance);
    if (!m_eureka.empty()) {
        h.discovery.start(m_now, m_effects);
        h.discovery.provide(m_now, eurekaApp(path), instance, m_effects);
        h.discovery.schedule(scenario().eureka, m_effects);
    }
    carry(client, trace);
}

// It provides `path` no more (empty: nothing any more, and looks up nothing). `died`: nobody is told.
void World::leaveServices(ClientId client, const std::string& path, bool died, EventId cause, Trace& trace) {
    const ServiceHost* there = service(client);
    const auto its = [&](const auto& p) { return p.first == path; };
    if (!there || (!path.empty() && std::none_of(there->provided.begin(), there->provided.end(), its))) return;
    m_effects.begin(client);
    m_input = cause;
    ServiceHost& h = editService(client);
    for (const auto& [its, instance] : h.provided)
        if (path.empty() || its == path) m_effects.noteText(EventKind::ServiceEnded, its + " " + instance, {died});
    std::erase_if(h.provided, [&](const auto& p) { return path.empty() || p.first == path; });
    if (path.empty()) {
        h.consumer.die(m_effects);
        h.waiting.clear();
    }
    if (died) h.discovery.die(m_effects);
    else if (!m_eureka.empty()) h.discovery.withdraw(scenario().eureka, m_now, path.empty() ? path : eurekaApp(path), m_effects);
    if (path.empty() && !died) h.discovery.stop(scenario().eureka, m_effects);
    carry(client, trace);
}

void World::lookUp(const LookupService& lookup, EventId cause, Trace& trace) {
    m_effects.begin(lookup.client);
    m_input = cause;
    Consumer& consumer = editService(lookup.client).consumer;
    if (lookup.every.us < 0) {
        consumer.lookup(m_now, lookup.path, scenario().lookup, registries(lookup.client, lookup.path), m_effects);
    } else {
        consumer.repeat(m_now, lookup.path, lookup.every);
        consumer.schedule(m_effects);
    }
    carry(lookup.client, trace);
}

void World::deliverToEureka(PendingInput& in) {
    EurekaHost& h = m_eureka[static_cast<std::size_t>(in.to.server().value - 1)].edit();
    if (in.kind == InputKind::Timer) h.server.wake(scenario().eureka, m_now, m_effects);
    else h.server.receive(scenario().eureka, m_now, in.from, in.connection, std::get<HttpPacket>(in.message), m_effects);
}

// --- clients -----------------------------------------------------------------------------------------------------------------

void World::deliverToService(PendingInput& in) {
    const ClientId client = in.to.client();
    ServiceHost& h = editService(client);
    if (in.kind == InputKind::Timer) {
        if (in.timer == TimerKind::EurekaWake) h.discovery.wake(scenario().eureka, m_now, m_effects);
        else h.consumer.wake(m_now, scenario().lookup, [&](const std::string& path) { return registries(client, path); }, m_effects);
        return;
    }
    const MessageType type = messageType(in.message);
    const bool alive = m_clients[static_cast<std::size_t>(client.value - 1)]->client.state() != Client::State::Dead;
    if (type == MessageType::ServiceCall) {
        const std::string& address = static_cast<const ServiceCallBody&>(*std::get<HttpPacket>(in.message).body).address;
        const bool listens = alive && std::any_of(h.provided.begin(), h.provided.end(), [&](const auto& p) { return p.second == address; });
        m_effects.send(in.from, in.connection, HttpPacket{listens ? MessageType::ServiceAnswer : MessageType::HttpReset, nullptr});
    } else if (!alive) {
        m_effects.ignored(RuleId::PacketServerDown, {static_cast<std::int64_t>(in.sequence)}, in.from);
    } else if (in.from.isClient()) {
        h.consumer.callEnds(m_now, in.connection, type == MessageType::ServiceAnswer, in.from, m_effects);
    } else {
        h.discovery.receive(scenario().eureka, m_now, in.from.server(), in.connection, std::get<HttpPacket>(in.message), m_effects);
    }
}

// What the consumer wants of the others in its process, until it wants nothing more.
void World::serve(ClientId client, EventId cause, const std::vector<std::pair<std::int32_t, Reply>>& answers, Trace& trace) {
    m_effects.begin(client);
    m_input = cause;
    ServiceHost& h = editService(client);
    for (const auto& [xid, reply] : answers) h.consumer.reply(m_now, xid, reply, m_effects);
    if (!h.waiting.empty() && !(h.discovery.isFetching() && !h.discovery.hasFetched())) {
        for (const std::int64_t lookup : std::exchange(h.waiting, {})) grant(client, {Consumer::Wish::What::Instances, lookup, {}});
    }
    for (auto wishes = h.consumer.takeWishes(); !wishes.empty(); wishes = h.consumer.takeWishes())
        for (const Consumer::Wish& wish : wishes) grant(client, wish);
    if (!m_effects.list().empty()) carry(client, trace);
}

void World::grant(ClientId client, const Consumer::Wish& wish) {
    using What = Consumer::Wish::What;
    ServiceHost& h = editService(client);
    switch (wish.what) {
        case What::Children:
        case What::Data: {
            Client& c = editClient(client).client;
            if (c.state() != Client::State::Connected) {
                h.consumer.refuse(m_now, wish.lookup, RuleId::LookupNotConnected, m_effects);
                return;
            }
            Request request;
            request.op = wish.what == What::Children ? OpCode::GetChildren : OpCode::GetData;
            request.path = wish.text;
            const std::size_t before = m_effects.list().size();
            c.call(m_now, std::move(request), m_effects);
            for (std::size_t i = before; i < m_effects.list().size(); ++i) {
                const auto* note = std::get_if<Note>(&m_effects.list()[i]);
                if (note && note->event.kind == EventKind::ClientRequest) h.consumer.asked(wish.lookup, static_cast<std::int32_t>(note->event.args[1]));
            }
            return;
        }
        case What::Instances:
            if (!h.discovery.started()) h.discovery.start(m_now, m_effects);
            h.discovery.schedule(scenario().eureka, m_effects);
            if (h.discovery.hasFetched())
                h.consumer.named(m_now, wish.lookup, h.discovery.instancesOf(h.consumer.appOf(wish.lookup)), m_now - h.discovery.asOf(), {}, m_effects);
            else if (h.discovery.isFetching()) h.waiting.push_back(wish.lookup);
            else h.consumer.refuse(m_now, wish.lookup, RuleId::LookupNothingFetched, m_effects);
            return;
        case What::Call: callInstance(client, wish); return;
        case What::Cache: {
            const RecipePart* part = m_clients[static_cast<std::size_t>(client.value - 1)]->client.recipes().find(wish.text);
            const bool knows = part && (part->state == RecipeState::Holding || part->state == RecipeState::Unsure);
            if (knows) h.consumer.named(m_now, wish.lookup, part->instances, {}, {}, m_effects);
            else h.consumer.refuse(m_now, wish.lookup, RuleId::LookupNotConnected, m_effects);
            return;
        }
    }
}

void World::callInstance(ClientId client, const Consumer::Wish& wish) {
    ServiceHost& h = editService(client);
    const ConnectionId connection = ++h.calls;
    const auto address = m_addresses.find(wish.text);
    const ActorId target = address == m_addresses.end() ? ActorId() : ActorId(address->second);
    h.consumer.called(m_now, wish.lookup, target, connection, scenario().lookup, m_effects);
    if (target == ActorId()) h.consumer.callEnds(m_now, connection, false, {}, m_effects);
    else m_effects.send(target, connection, HttpPacket{MessageType::ServiceCall, std::make_shared<ServiceCallBody>(wish.text)});
}

void World::digestServices(Digest& d) const {
    for (const auto& host : m_eureka) {
        const InstanceRegistry& r = host->server.registry();
        d.add(host->up);
        d.add(r.expected());
        d.add(r.threshold());
        d.add(r.renewsLastMinute());
        for (const auto& [app, leases] : r.apps())
            for (const auto& [id, lease] : leases) {
                d.add(std::string_view(id));
                d.add(lease.expiry().us);
                d.add(lease.holder->lastDirty.us);
            }
        for (const PeerNode& peer : host->server.peers()) d.add(static_cast<std::uint64_t>(peer.waiting()));
    }
    for (const auto& host : m_services) {
        d.add(host->discovery.asOf().us);
        d.add(static_cast<std::uint64_t>(host->discovery.cache().size()));
        d.add(static_cast<std::uint64_t>(host->provided.size()));
        d.add(static_cast<std::uint64_t>(host->consumer.traffic().size()));
    }
    for (const auto& c : m_clients)
        if (c->at) d.add(c->at.value);
}

}  // namespace zab
