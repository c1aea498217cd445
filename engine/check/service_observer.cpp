// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/check/service_observer.h"

#include "engine/zab/rules.h"

#include <algorithm>

namespace zab {
namespace {

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        all.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

}  // namespace

std::string_view outcomeName(LookupOutcome o) {
    constexpr std::string_view names[] = {"fresh", "stale", "refused"};
    return names[static_cast<std::size_t>(o)];
}

ServiceObserver::ServiceObserver(int servers) : m_servers(servers), m_pairs(static_cast<std::size_t>(servers * servers)) {}

ServiceObserver::Pair& ServiceObserver::pair(ServerId a, ServerId b) {
    return m_pairs[static_cast<std::size_t>((std::min(a, b).value - 1) * m_servers + std::max(a, b).value - 1)];
}

ServiceObserver::Stand ServiceObserver::stand(ClientId c) const {
    const auto s = m_stands.find(c);
    return s == m_stands.end() ? Stand{} : s->second;
}

void ServiceObserver::observe(const Event& e, std::string_view text, std::optional<Event>& judged) {
    const ClientId client = e.actor.client();
    switch (e.kind) {
        case EventKind::LinkCut:
        case EventKind::LinkHealed: linked(e); return;
        case EventKind::ClientStands: m_stands[client] = {e.peer.server(), e.time}; return;
        case EventKind::ServiceProvided:
        case EventKind::ServiceEnded: provided(e, text); return;
        case EventKind::LookupStarted:
            ++m_lookups;
            m_running[{client, e.args[0]}] = static_cast<std::int32_t>(e.args[1]);
            return;
        case EventKind::LookupAnswered: answered(e, text, judged.emplace()); return;
        case EventKind::LookupRefused: push(e, sample(e, LookupOutcome::Refused)); return;
        case EventKind::LookupDone: {
            const auto open = m_open.find({client, e.args[0]});
            if (open == m_open.end()) return;
            if (open->second >= m_samples.begin()) {
                LookupSample& s = m_samples.edit(open->second);
                s.done = true;
                s.found = e.args[2] != 0;
                s.wrong = static_cast<std::int32_t>(e.args[3]);
            }
            m_open.erase(open);
            return;
        }
        default: return;
    }
}

void ServiceObserver::linked(const Event& e) {
    const ServerId a = e.actor.server(), b = e.peer.server();
    Pair& p = pair(a, b);
    const bool before = p.connected(), cut = e.kind == EventKind::LinkCut;
    const bool both = !cut || e.args[0] == 0;
    if (both || a < b) p.cutAB = cut;
    if (both || b < a) p.cutBA = cut;
    if (p.connected() != before) p.since = e.time;
}

void ServiceObserver::provided(const Event& e, std::string_view text) {
    const auto w = words(text);
    if (w.size() != 2) return;
    Instance& i = m_services[std::string(w[0])][std::string(w[1])];
    const bool begins = e.kind == EventKind::ServiceProvided;
    if (!begins && i.owner != e.actor.client()) return;   // another has taken the address over
    if (i.alive != begins || i.owner != e.actor.client()) i.since = e.time;
    i.owner = e.actor.client();
    i.alive = begins;
}

std::pair<bool, SimTime> ServiceObserver::reachable(const Instance& instance, ClientId from) const {
    const Stand here = stand(from), there = stand(instance.owner);
    bool connected = true;
    SimTime since = std::max(here.since, there.since);
    if (here.at && there.at && here.at != there.at) {
        const Pair& p = pair(here.at, there.at);
        connected = p.connected();
        since = std::max(since, p.since);
    }
    if (instance.alive && connected) return {true, std::max(since, instance.since)};
    if (!instance.alive && !connected) return {false, std::min(since, instance.since)};
    return {false, instance.alive ? since : instance.since};
}

LookupSample ServiceObserver::sample(const Event& e, LookupOutcome outcome) const {
    LookupSample s;
    s.time = e.time;
    s.client = e.actor.client();
    const auto running = m_running.find({s.client, e.args[0]});
    s.registry = running == m_running.end() ? 0 : running->second;
    s.outcome = outcome;
    s.side = sideOf(s.client);
    return s;
}

void ServiceObserver::push(const Event& e, LookupSample s) {
    m_running.erase({s.client, e.args[0]});
    s.done = s.done || s.outcome == LookupOutcome::Refused;
    m_last[{s.client, s.registry}] = m_samples.end();
    if (!s.done) m_open[{s.client, e.args[0]}] = m_samples.end();
    m_samples.push(s);
}

void ServiceObserver::answered(const Event& e, std::string_view text, Event& judged) {
    const auto w = words(text);
    const ClientId client = e.actor.client();
    std::int64_t wrong = 0, missing = 0, right = 0;
    SimTime oldest = e.time;
    const auto service = m_services.find(w.empty() ? std::string_view() : w.front());
    const auto named = [&](std::string_view id) { return std::find(w.begin() + 1, w.end(), id) != w.end(); };
    std::vector<std::string_view> known;
    if (service != m_services.end()) {
        for (const auto& [id, instance] : service->second) {
            known.push_back(id);
            const auto [there, since] = reachable(instance, client);
            right += there ? 1 : 0;
            if (there == named(id)) continue;
            (there ? missing : wrong) += 1;
            oldest = std::min(oldest, since);
        }
    }
    for (std::size_t i = 1; i < w.size(); ++i) wrong += std::find(known.begin(), known.end(), w[i]) == known.end() ? 1 : 0;   // never one of it
    const bool fresh = wrong == 0 && missing == 0;
    LookupSample s = sample(e, fresh ? LookupOutcome::Fresh : LookupOutcome::Stale);
    s.age = fresh ? SimTime{} : e.time - oldest;
    judged.kind = EventKind::LookupJudged;
    judged.actor = e.actor;
    judged.rule = fresh ? RuleId::LookupFresh : RuleId::LookupStale;
    if (fresh) judged.args = {e.args[0], right};
    else judged.args = {e.args[0], s.age.us, wrong, missing};
    push(e, s);
}

const LookupSample* ServiceObserver::last(ClientId client, std::int32_t registry) const {
    const auto l = m_last.find({client, registry});
    return l == m_last.end() || l->second < m_samples.begin() ? nullptr : &m_samples[l->second];
}

std::vector<std::uint32_t> ServiceObserver::sides() const {
    std::vector<std::uint32_t> groups;
    std::uint32_t placed = 0;
    for (int i = 1; i <= m_servers; ++i) {
        if (placed & (1U << (i - 1))) continue;
        std::uint32_t group = 1U << (i - 1);
        for (bool grows = true; grows;) {
            grows = false;
            for (int a = 1; a <= m_servers; ++a)
                for (int b = 1; b <= m_servers; ++b) {
                    if (a == b || !(group & (1U << (a - 1))) || (group & (1U << (b - 1))) || !pair(ServerId{a}, ServerId{b}).connected()) continue;
                    group |= 1U << (b - 1);
                    grows = true;
                }
        }
        placed |= group;
        groups.push_back(group);
    }
    return groups;
}

std::uint32_t ServiceObserver::sideOf(ClientId client) const {
    const ServerId at = stand(client).at;
    if (!at) return 0;
    for (const std::uint32_t group : sides())
        if (group & (1U << (at.value - 1))) return group;
    return 0;
}

std::vector<std::pair<std::string, bool>> ServiceObserver::truth(std::string_view path, ClientId client) const {
    std::vector<std::pair<std::string, bool>> all;
    const auto service = m_services.find(path);
    if (service == m_services.end()) return all;
    for (const auto& [id, instance] : service->second)
        if (instance.alive) all.emplace_back(id, reachable(instance, client).first);
    return all;
}

const std::vector<std::string> ServiceObserver::paths() const {
    std::vector<std::string> all;
    for (const auto& [path, instances] : m_services) all.push_back(path);
    return all;
}

}  // namespace zab
