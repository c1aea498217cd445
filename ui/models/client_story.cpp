// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/client_story.h"

#include "engine/tree/request.h"
#include "engine/zab/rules.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace zab {

namespace {

using Kind = WatchRegistration::Kind;

constexpr std::size_t kFactsLookedAt = 600;

/// Whether it tells how the client fares with the server that it names.
bool aboutAServer(const Event& e) {
    switch (e.kind) {
        case EventKind::ClientConnecting:
        case EventKind::ClientConnected:
        case EventKind::ClientRefused:
        case EventKind::ClientDisconnected:
        case EventKind::ClientSessionExpired: return true;
        default: break;
    }
    return e.rule == RuleId::ClientTriesNext || e.rule == RuleId::ClientTriesAtOnce || e.rule == RuleId::ClientTriedAll ||
           e.rule == RuleId::ClientConnectTimesOut || e.rule == RuleId::ClientHeardNothing;
}

/// Which registration a rule is the first step of: those that leave a watch in one of the client's maps.
std::optional<Kind> registeredBy(RuleId rule) {
    const std::string_view id = ruleInfo(rule).id;
    constexpr std::string_view kBegin = "ClientKeeps";
    if (id.substr(0, kBegin.size()) != kBegin) return std::nullopt;
    const auto has = [&](std::string_view word) { return id.find(word) != std::string_view::npos; };
    if (has("Recursive")) return Kind::Recursive;
    if (has("Persistent")) return Kind::Persistent;
    if (has("Data")) return Kind::Data;
    if (has("Exist")) return Kind::Exist;
    if (has("Child")) return Kind::Child;
    return std::nullopt;
}

bool isUnder(const std::string& path, const std::string& root) {
    if (root == "/" || path == root) return true;
    return path.size() > root.size() && path.compare(0, root.size(), root) == 0 && path[root.size()] == '/';
}

bool stays(Kind kind) { return kind == Kind::Persistent || kind == Kind::Recursive; }

/// Whether such an event concerns such a watch (§7.1).
bool concerns(WatchEventType type, const std::string& path, const WatchRegistration& w) {
    if (w.kind == Kind::Recursive) return type != WatchEventType::None && type != WatchEventType::NodeChildrenChanged && isUnder(path, w.path);
    if (path != w.path) return false;
    switch (type) {
        case WatchEventType::NodeCreated:
        case WatchEventType::NodeDataChanged: return w.kind != Kind::Child;
        case WatchEventType::NodeChildrenChanged: return w.kind == Kind::Child || w.kind == Kind::Persistent;
        case WatchEventType::NodeDeleted: return true;
        default: return false;
    }
}

void addRegistered(std::vector<WatchRegistration>& all, Kind kind, const std::string& path, EventId event, SimTime time) {
    // Asked for once more before anything happened: it is the same watch (the maps are sets).
    std::erase_if(all, [&](const WatchRegistration& w) { return w.kind == kind && w.path == path && w.triggered == kNoEvent; });
    WatchRegistration w;
    w.kind = kind;
    w.path = path;
    w.registered = event;
    w.registeredAt = time;
    all.push_back(std::move(w));
}

void addTriggered(std::vector<WatchRegistration>& all, WatchEventType type, const std::string& path, EventId event, SimTime time) {
    for (WatchRegistration& w : all) {
        if (!concerns(type, path, w) || (w.triggered != kNoEvent && !stays(w.kind))) continue;
        w.triggered = event;
        w.triggeredAt = time;
        w.queued = w.called = kNoEvent;
    }
}

void addQueued(std::vector<WatchRegistration>& all, WatchEventType type, const std::string& path, EventId event) {
    for (WatchRegistration& w : all)
        if (w.triggered != kNoEvent && w.queued == kNoEvent && concerns(type, path, w)) w.queued = event;
}

void addCalled(std::vector<WatchRegistration>& all, WatchEventType type, const std::string& path, EventId event, SimTime time) {
    for (WatchRegistration& w : all) {
        if (w.queued == kNoEvent || w.called != kNoEvent || !concerns(type, path, w)) continue;
        w.called = event;
        w.calledAt = time;
    }
}

}  // namespace

void ClientStories::take(const Trace& trace, EventId first, EventId end) {
    for (EventId id = first; id < end; ++id) takeOne(trace, trace.at(id));
}

void ClientStories::takeOne(const Trace& trace, const Event& e) {
    if (e.actor.isClient()) {
        Client& c = m_clients[-e.actor.value];
        takeConnection(c, e);
        if (e.rule != RuleId::None && !isNoise(e)) c.decisions.push_back(e.id);
        if (e.kind == EventKind::ClientEventQueued) c.facts.push_back({e.id, What::Queued, e.args[1], e.text});
        if (e.kind == EventKind::CallbackStarted) c.facts.push_back({e.id, What::Called, e.args[1], e.text});
        if (e.rule == RuleId::None) return;
        const std::optional<Kind> kind = registeredBy(e.rule);
        if (!kind) return;
        // The path stands in the reply that left the watch, just before.
        const bool own = e.text >= 0 || e.id == 0 || trace.at(e.id - 1).actor != e.actor;
        c.facts.push_back({e.id, What::Registered, static_cast<std::int64_t>(*kind), own ? e.text : trace.at(e.id - 1).text});
    } else if (e.kind == EventKind::WatchFired && e.peer.isClient()) {
        m_clients[-e.peer.value].facts.push_back({e.id, What::Triggered, e.args[1], e.text});
    }
}

void ClientStories::takeConnection(Client& client, const Event& e) {
    if (e.peer.isServer() && aboutAServer(e)) client.servers[e.peer.value].push_back(e.id);
    if (e.rule == RuleId::ClientPrimesAuth || (e.kind == EventKind::ClientRequest && e.args[1] == kAuthXid)) client.auth.push_back(e.id);
}

void ClientStories::undo(EventId size) {
    const auto cut = [size](std::vector<EventId>& events) {
        while (!events.empty() && events.back() >= size) events.pop_back();
    };
    for (auto& [id, client] : m_clients) {
        cut(client.decisions);
        cut(client.auth);
        for (auto& [server, events] : client.servers) cut(events);
        while (!client.facts.empty() && client.facts.back().event >= size) client.facts.pop_back();
    }
}

ClientStory ClientStories::of(ClientId client, const Trace& trace) const {
    ClientStory story;
    const auto it = m_clients.find(client.value);
    if (it == m_clients.end()) return story;
    for (const auto& [server, events] : it->second.servers)
        if (!events.empty()) story.servers[server] = events.back();
    if (!it->second.auth.empty()) story.auth = it->second.auth.back();
    const std::vector<Fact>& facts = it->second.facts;
    std::vector<WatchRegistration>& all = story.registrations;
    for (std::size_t i = facts.size() - std::min(facts.size(), kFactsLookedAt); i < facts.size(); ++i) {
        const Fact& f = facts[i];
        const SimTime time = trace.at(f.event).time;
        std::string path = f.text >= 0 ? trace.text(f.text) : std::string();
        if (f.what == What::Called && path.ends_with('"')) path.resize(std::min(path.size(), path.find(" \"")));   // behind it stands the watcher's name
        const auto type = static_cast<WatchEventType>(f.detail);
        switch (f.what) {
            case What::Registered: addRegistered(all, static_cast<Kind>(f.detail), path, f.event, time); break;
            case What::Triggered: addTriggered(all, type, path, f.event, time); break;
            case What::Queued:
                story.queued.push_back(f.event);
                addQueued(all, type, path, f.event);
                break;
            case What::Called:
                story.callback = f.event;
                addCalled(all, type, path, f.event, time);
                break;
        }
    }
    std::reverse(all.begin(), all.end());
    if (all.size() > kMostRegistrations) all.resize(kMostRegistrations);
    if (story.queued.size() > kMostQueued) story.queued.erase(story.queued.begin(), story.queued.end() - kMostQueued);
    return story;
}

EventId ClientStories::lastDecision(ClientId client) const {
    const auto it = m_clients.find(client.value);
    return it == m_clients.end() || it->second.decisions.empty() ? kNoEvent : it->second.decisions.back();
}

}  // namespace zab
