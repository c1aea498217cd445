// SPDX-License-Identifier: GPL-3.0-or-later
// World and observer -> CapView.
#include "engine/lab/cap_view.h"

#include "engine/check/service_observer.h"
#include "engine/client/recipes/member.h"
#include "engine/tree/paths.h"
#include "engine/world/world.h"

#include <algorithm>

namespace zab {
namespace {

constexpr std::size_t kRegistries = static_cast<std::size_t>(Registry::Count_);

std::vector<ServerId> serversOf(std::uint32_t side) {
    std::vector<ServerId> servers;
    for (int i = 1; i <= kMaxServers; ++i)
        if (side & (1U << (i - 1))) servers.push_back(ServerId{i});
    return servers;
}

/// The sides by the servers on them: the present ones, then those that there were.
class Sides {
public:
    Sides(CapView& v, const ServiceObserver& o) : m_v(v) {
        for (const std::uint32_t side : o.sides()) of(side).present = true;
    }
    CapSideView& of(std::uint32_t side) { return m_v.sides[index(side)]; }
    std::size_t index(std::uint32_t side) {
        const auto at = std::find(m_masks.begin(), m_masks.end(), side);
        if (at != m_masks.end()) return static_cast<std::size_t>(at - m_masks.begin());
        m_masks.push_back(side);
        m_v.sides.emplace_back();
        m_v.sides.back().servers = serversOf(side);
        m_v.sides.back().present = side == 0;
        return m_masks.size() - 1;
    }

private:
    CapView& m_v;
    std::vector<std::uint32_t> m_masks;
};

SimTime median(std::vector<std::int64_t>& ages) {
    if (ages.empty()) return {};
    const auto middle = ages.begin() + static_cast<std::ptrdiff_t>(ages.size() / 2);
    std::nth_element(ages.begin(), middle, ages.end());
    return SimTime{*middle};
}

void count(CapCounts& c, const LookupSample& s) {
    switch (s.outcome) {
        case LookupOutcome::Fresh: ++c.fresh; break;
        case LookupOutcome::Stale: ++c.stale; break;
        default: ++c.refused; return;
    }
    c.retried += s.wrong > 0 ? 1 : 0;
    c.lost += s.done && !s.found ? 1 : 0;
    c.stalenessMax = std::max(c.stalenessMax, s.age);
}

void addPoint(std::vector<CapPoint>& points, const CapView& v, const LookupSample& s) {
    const SimTime time{v.pointStart.us + (s.time - v.pointStart).us / v.pointWidth.us * v.pointWidth.us};
    if (points.empty() || points.back().time != time) points.push_back({time, 0, 0, 0, {}});
    CapPoint& p = points.back();
    p.fresh += s.outcome == LookupOutcome::Fresh;
    p.stale += s.outcome == LookupOutcome::Stale;
    p.refused += s.outcome == LookupOutcome::Refused;
    p.staleness = std::max(p.staleness, s.age);
}

void showSamples(CapView& v, Sides& sides, const ServiceObserver& o) {
    const RecentLog<LookupSample>& samples = o.samples();
    if (samples.empty()) return;
    v.pointStart = samples[samples.begin()].time;
    const std::int64_t span = (samples.back().time - v.pointStart).us;
    v.pointWidth = sec(span / sec(CapView::kPoints).us + 1);   // whole seconds, so that few stretches change from look to look
    std::vector<std::array<std::vector<std::int64_t>, kRegistries>> ages;
    for (std::int64_t i = samples.begin(); i < samples.end(); ++i) {
        const LookupSample& s = samples[i];
        const auto registry = static_cast<std::size_t>(s.registry);
        const std::size_t index = sides.index(s.side);
        CapSideView& side = v.sides[index];
        if (ages.size() <= index) ages.resize(index + 1);
        if (s.outcome == LookupOutcome::Stale) ages[index][registry].push_back(s.age.us);
        count(side.counts[registry], s);
        addPoint(side.points[registry], v, s);
    }
    for (std::size_t i = 0; i < ages.size(); ++i)
        for (std::size_t r = 0; r < kRegistries; ++r) v.sides[i].counts[r].stalenessMedian = median(ages[i][r]);
}

CapServerView serverView(const World& world, ServerId id, const std::vector<std::string>& paths) {
    CapServerView v;
    v.id = id;
    if (const EurekaHost* h = world.eureka(id); h && h->up) {
        const InstanceRegistry& r = h->server.registry();
        v.eureka = true;
        v.selfPreserving = r.selfPreserving();
        v.renewsLastMinute = r.renewsLastMinute();
        v.threshold = r.threshold();
        v.expected = r.expected();
        for (const auto& [app, leases] : r.apps())
            for (const auto& [instance, lease] : leases) v.leases.push_back({instance, app, lease.holder->owner, lease.registered, lease.expiry()});
    }
    const Server& server = world.host(id).server;
    v.zooKeeper = world.host(id).life == Life::Up && server.replica().serving();
    for (const std::string& path : paths) {
        const Znode* parent = server.tree().find(path);
        if (!parent) continue;
        for (const std::string& child : server.tree().children(path)) {
            const Znode* z = server.tree().find(joinPath(path, child));
            if (z) v.znodes.push_back(addressIn(z->data).empty() ? z->data : addressIn(z->data));
        }
    }
    return v;
}

CapClientView clientView(const World& world, ClientId id) {
    CapClientView v;
    v.id = id;
    v.at = world.clients()[static_cast<std::size_t>(id.value - 1)]->at;
    const ServiceHost* h = world.service(id);
    if (!h) return v;
    for (const auto& [path, instance] : h->provided) v.provides.push_back(instance);
    for (const InstanceRef& i : h->discovery.cache()) v.cache.push_back(i->id);
    v.fetched = h->discovery.hasFetched();
    if (v.fetched) v.cacheAge = world.now() - h->discovery.asOf();
    v.eurekaServer = h->discovery.server();
    if (!h->consumer.traffic().empty()) v.every = h->consumer.traffic().front().interval;
    return v;
}

}  // namespace

CapView buildCap(const World& world, const ServiceObserver& observer) {
    CapView v;
    v.eureka = world.scenario().eureka.on;
    v.any = observer.sawAny();
    const bool stands = std::any_of(world.clients().begin(), world.clients().end(), [](const auto& c) { return static_cast<bool>(c->at); });
    if (!v.eureka && !v.any && !stands) return v;
    v.paths = observer.paths();
    for (const std::string& path : v.paths)
        for (const auto& [instance, reachable] : observer.truth(path, {})) v.truth.push_back(instance);
    Sides sides(v, observer);
    showSamples(v, sides, observer);
    for (int i = 1; i <= static_cast<int>(world.clients().size()); ++i) {
        const ClientId id{i};
        CapClientView c = clientView(world, id);
        if (!c.at && !world.service(id)) continue;
        const bool idle = !c.at && c.provides.empty() && c.every.us == 0 && !c.fetched;
        if (idle) continue;
        sides.of(observer.sideOf(id)).clients.push_back(id);
        v.lookupEvery = std::max(v.lookupEvery, c.every);
        v.clients.push_back(std::move(c));
    }
    for (int i = 1; i <= world.config().serverCount(); ++i) v.servers.push_back(serverView(world, ServerId{i}, v.paths));
    return v;
}

}  // namespace zab
