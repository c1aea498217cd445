// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lookup/consumer.h"

#include "engine/client/recipes/member.h"

#include <algorithm>

namespace zab {
namespace {

std::int64_t number(Registry r) { return static_cast<std::int64_t>(r); }

/// One word of an event's text.
std::string word(std::string s) {
    std::replace(s.begin(), s.end(), ' ', '_');
    return s;
}

}  // namespace

std::string_view registryName(Registry r) {
    constexpr std::string_view names[] = {"zookeeper", "zookeeper-cache", "eureka"};
    return names[static_cast<std::size_t>(r)];
}

Consumer::Lookup* Consumer::find(std::int64_t id) {
    const auto l = std::find_if(m_lookups.begin(), m_lookups.end(), [id](const Lookup& x) { return x.id == id; });
    return l == m_lookups.end() ? nullptr : &*l;
}

std::string Consumer::appOf(std::int64_t lookup) const {
    for (const Lookup& l : m_lookups)
        if (l.id == lookup) return eurekaApp(l.path);
    return {};
}

bool Consumer::awaits(std::int32_t xid) const {
    return std::any_of(m_lookups.begin(), m_lookups.end(), [xid](const Lookup& l) { return !l.calling && l.xid == xid && xid != 0; });
}

bool Consumer::waitsFor(Registry r) const {
    return std::any_of(m_lookups.begin(), m_lookups.end(), [r](const Lookup& l) { return !l.calling && l.registry == r; });
}

void Consumer::lookup(SimTime now, const std::string& path, const LookupConfig& config, const std::vector<Registry>& registries, Effects& out) {
    for (const Registry r : registries) {
        Lookup l;
        l.id = m_next++;
        l.registry = r;
        l.path = path;
        l.since = now;
        l.deadline = now + config.timeout;
        out.fromInput();
        out.noteText(EventKind::LookupStarted, path, {l.id, number(r)});
        using What = Wish::What;
        m_wishes.push_back({r == Registry::ZooKeeper ? What::Children : r == Registry::Eureka ? What::Instances : What::Cache, l.id, path});
        m_lookups.push_back(std::move(l));
    }
    schedule(out);
}

void Consumer::repeat(SimTime now, const std::string& path, SimTime interval) {
    std::erase_if(m_traffic, [&](const LookupTraffic& t) { return t.path == path; });
    if (interval.us > 0) m_traffic.push_back({path, interval, now});
}

void Consumer::die(Effects& out) {
    m_lookups.clear();
    m_traffic.clear();
    m_wishes.clear();
    out.timer(TimerKind::LookupWake, kNever);
}

void Consumer::asked(std::int64_t lookup, std::int32_t xid) {
    if (Lookup* l = find(lookup)) l->xid = xid;
}

void Consumer::called(SimTime now, std::int64_t lookup, ActorId target, ConnectionId connection, const LookupConfig& config, Effects& out) {
    Lookup* l = find(lookup);
    if (!l) return;
    l->target = target;
    l->connection = connection;
    l->deadline = now + config.callTimeout;
    schedule(out);
}

// Curator reads the children, then the data of each; one that is gone meanwhile is left out (ServiceDiscoveryImpl.queryForInstances).
void Consumer::reply(SimTime now, std::int32_t xid, const Reply& reply, Effects& out) {
    const auto at = std::find_if(m_lookups.begin(), m_lookups.end(), [xid](const Lookup& l) { return !l.calling && l.xid == xid; });
    if (at == m_lookups.end()) return;
    Lookup& l = *at;
    if (reply.error != ErrorCode::Ok && reply.error != ErrorCode::NoNode) {
        refuse(now, l.id, RuleId::LookupConnectionLost, out);
        return;
    }
    const bool ok = reply.error == ErrorCode::Ok;
    if (ok && !l.listed) l.unread.assign(reply.children.begin(), reply.children.end());
    else if (ok) l.instances.push_back(word(addressIn(reply.data).empty() ? reply.data : addressIn(reply.data)));
    l.listed = true;
    l.xid = 0;
    readNext(now, l, {}, out);
}

void Consumer::readNext(SimTime now, Lookup& l, ActorId from, Effects& out) {
    if (l.unread.empty()) {
        answered(now, l, RuleId::LookupFromServer, now - l.since, from, out);
        return;
    }
    m_wishes.push_back({Wish::What::Data, l.id, l.path + "/" + l.unread.front()});
    l.unread.pop_front();
}

void Consumer::named(SimTime now, std::int64_t lookup, std::vector<std::string> instances, SimTime age, ActorId from, Effects& out) {
    Lookup* l = find(lookup);
    if (!l || l->calling) return;
    l->instances = std::move(instances);
    for (std::string& id : l->instances) id = word(id);
    answered(now, *l, l->registry == Registry::Eureka ? RuleId::LookupFromClientCache : RuleId::LookupFromServiceCache, age, from, out);
}

void Consumer::answered(SimTime now, Lookup& l, RuleId rule, SimTime age, ActorId from, Effects& out) {
    std::string text = l.path;
    for (const std::string& id : l.instances) text += " " + id;
    out.note(EventKind::LookupAnswered, {l.id, static_cast<std::int64_t>(l.instances.size()), age.us}, from, rule);
    out.text(std::move(text));
    l.calling = true;
    if (!l.instances.empty()) {
        const std::size_t first = m_turn[{l.path, l.registry}]++ % l.instances.size();
        std::rotate(l.instances.begin(), l.instances.begin() + static_cast<std::ptrdiff_t>(first), l.instances.end());
    }
    callNext(now, l, out);
}

void Consumer::callNext(SimTime now, Lookup& l, Effects& out) {
    if (l.next == l.instances.size()) {
        end(now, l, false, out);
        return;
    }
    l.connection = 0;
    m_wishes.push_back({Wish::What::Call, l.id, l.instances[l.next]});
    schedule(out);
}

void Consumer::refuse(SimTime now, std::int64_t lookup, RuleId why, Effects& out) {
    Lookup* l = find(lookup);
    if (!l) return;
    out.note(EventKind::LookupRefused, {l->id, (now - l->since).us}, {}, why);
    out.text(l->path);
    std::erase_if(m_lookups, [&](const Lookup& x) { return x.id == lookup; });
    schedule(out);
}

void Consumer::callEnds(SimTime now, ConnectionId connection, bool answers, ActorId from, Effects& out) {
    const auto at = std::find_if(m_lookups.begin(), m_lookups.end(), [&](const Lookup& l) { return l.calling && l.connection == connection; });
    if (at == m_lookups.end() || connection == 0) return;
    Lookup& l = *at;
    const SimTime waited = now - l.since;
    out.note(EventKind::InstanceCalled, {l.id, static_cast<std::int64_t>(l.next + 1), waited.us}, from, answers ? RuleId::InstanceAnswers : RuleId::InstanceGone);
    out.text(l.instances[l.next]);
    if (answers) {
        end(now, l, true, out);
        return;
    }
    ++l.next;
    callNext(now, l, out);
}

void Consumer::end(SimTime now, const Lookup& l, bool found, Effects& out) {
    out.noteText(EventKind::LookupDone, l.path, {l.id, number(l.registry), found, static_cast<std::int64_t>(l.next), (now - l.since).us});
    const std::int64_t id = l.id;
    std::erase_if(m_lookups, [id](const Lookup& x) { return x.id == id; });
    schedule(out);
}

void Consumer::wake(SimTime now, const LookupConfig& config, const Registries& registries, Effects& out) {
    std::vector<std::int64_t> late;
    for (const Lookup& l : m_lookups)
        if (now >= l.deadline) late.push_back(l.id);
    for (const std::int64_t id : late) {
        Lookup* l = find(id);
        if (!l->calling) {
            refuse(now, id, RuleId::LookupTimeout, out);
            continue;
        }
        out.note(EventKind::InstanceCalled, {l->id, static_cast<std::int64_t>(l->next + 1), config.callTimeout.us}, l->target, RuleId::InstanceSilent);
        out.text(l->instances[l->next]);
        if (l->target != ActorId()) out.send(l->target, l->connection, HttpPacket{MessageType::HttpReset, nullptr});
        ++l->next;
        callNext(now, *l, out);
    }
    std::vector<std::string> due;
    for (LookupTraffic& t : m_traffic) {
        if (now < t.next) continue;
        due.push_back(t.path);
        t.next = now + t.interval;
    }
    for (const std::string& path : due) lookup(now, path, config, registries(path), out);
    schedule(out);
}

void Consumer::schedule(Effects& out) {
    SimTime at = kNever;
    for (const LookupTraffic& t : m_traffic) at = std::min(at, t.next);
    for (const Lookup& l : m_lookups) at = std::min(at, l.deadline);
    out.timer(TimerKind::LookupWake, at);
}

}  // namespace zab
