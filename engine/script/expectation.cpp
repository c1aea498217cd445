// SPDX-License-Identifier: GPL-3.0-or-later
// "expect …": what holds now, or has happened since the beginning.
#include "engine/script/expectation.h"

#include "engine/script/lexer.h"
#include "engine/script/until.h"
#include "engine/script/words.h"
#include "engine/zab/rules.h"

#include <algorithm>

namespace zab::script {
namespace {

using What = Expect::What;
using Answer = std::optional<std::string>;

std::string name(ActorId a) { return toString(a); }

class Checker {
public:
    Checker(const Expect& expect, const Lab& lab) : m_e(expect), m_lab(lab), m_world(lab.world()) {}

    Answer check() {
        switch (m_e.what) {
            case What::Leader: return leader();
            case What::NoLeader: return noLeader();
            case What::State: return forEach([this](ServerId s) { return state(s); });
            case What::Epoch: return epoch();
            case What::Zxid: return forEach([this](ServerId s) { return zxid(s); });
            case What::Znode: return forEach([this](ServerId s) { return znode(s); });
            case What::NoZnode: return forEach([this](ServerId s) { return noZnode(s); });
            case What::Reply: return reply();
            case What::Watch: return watch();
            case What::Callback: return callback(true);
            case What::NoCallback: return callback(false);
            case What::ClientState: return clientState();
            case What::Frozen: return frozen();
            case What::At: return at();
            case What::Seen: return seen();
            case What::Rule: return rule(true);
            case What::NoRule: return rule(false);
            case What::Sync: return sync();
            case What::Refused: return forEach([this](ServerId s) { return life(s, host(s).life == Life::Refused); });
            case What::Down: return forEach([this](ServerId s) { return life(s, !isUp(s)); });
            case What::SameTrees: return sameTrees();
            case What::NoViolation: return violation(false);
            case What::Violation: return violation(true);
            case What::Session: return forEach([this](ServerId s) { return session(s, true); });
            case What::Recipe: return recipe();
            case What::Holder: return holder();
            case What::Cost: return cost();
            case What::Knows: return knows();
            case What::Resource: return resource();
            case What::Children: return forEach([this](ServerId s) { return children(s); });
            case What::Lookup: return lookup();
            case What::Eureka: return forEach([this](ServerId s) { return eureka(s, true); });
            case What::NoEureka: return forEach([this](ServerId s) { return eureka(s, false); });
            case What::SelfPreservation: return forEach([this](ServerId s) { return selfPreservation(s, true); });
            case What::NoSelfPreservation: return forEach([this](ServerId s) { return selfPreservation(s, false); });
            case What::NoSession: return forEach([this](ServerId s) { return session(s, false); });
        }
        return std::nullopt;
    }

private:
    const Host& host(ServerId s) const { return m_world.host(s); }
    const Replica& replica(ServerId s) const { return host(s).server.replica(); }
    bool isUp(ServerId s) const { return host(s).life == Life::Up || host(s).life == Life::Frozen; }

    std::string lifeText(ServerId s) const {
        switch (host(s).life) {
            case Life::Down: return "down";
            case Life::Refused: return "down, it refused to start: " + std::string(ruleInfo(host(s).refusal).id);
            case Life::Exited: return "down, its process ended by itself";
            case Life::Frozen: return "frozen, " + std::string(stateName(replica(s).state()));
            case Life::Up: return std::string(stateName(replica(s).state()));
        }
        return {};
    }

    std::vector<ServerId> servers() const {
        if (!m_e.servers.empty()) return m_e.servers;
        std::vector<ServerId> live;
        for (int i = 1; i <= m_world.config().serverCount(); ++i)
            if (isUp(ServerId{i})) live.push_back(ServerId{i});
        return live;
    }

    template <class F>
    Answer forEach(F f) const {
        const std::vector<ServerId> list = servers();
        if (list.empty()) return "no server is running";
        for (const ServerId s : list)
            if (Answer a = f(s)) return a;
        return std::nullopt;
    }

    Answer leader() const {
        const ServerId l = leaderOf(m_world);
        if (l && (m_e.servers.empty() || l == m_e.servers.front())) return std::nullopt;
        if (l) return name(l) + " leads";
        return m_e.servers.empty() ? "nobody leads" : "nobody leads, " + name(m_e.servers.front()) + " is " + lifeText(m_e.servers.front());
    }
    Answer noLeader() const {
        const ServerId l = leaderOf(m_world);
        return l ? Answer(name(l) + " leads") : std::nullopt;
    }
    Answer state(ServerId s) const {
        if (isUp(s) && replica(s).state() == m_e.state) return std::nullopt;
        return name(s) + " is " + lifeText(s);
    }
    Answer epoch() const {
        if (m_e.servers.empty()) {
            const ServerId l = leaderOf(m_world);
            if (!l) return "nobody leads";
            const Epoch running = std::get<Leading>(replica(l).role()).epoch;
            return running == m_e.number ? std::nullopt : Answer("epoch " + std::to_string(running) + " is running");
        }
        return forEach([this](ServerId s) -> Answer {
            const std::optional<Epoch> current = replica(s).disk().currentEpoch;
            if (current == m_e.number) return std::nullopt;
            return "currentEpoch of " + name(s) + " is " + (current ? std::to_string(*current) : "not written");
        });
    }
    Answer zxid(ServerId s) const {
        const Zxid z = replica(s).lastProcessed();
        if (isUp(s) && z == m_e.zxid) return std::nullopt;
        return isUp(s) ? "the last zxid of " + name(s) + " is " + toString(z) : name(s) + " is " + lifeText(s);
    }
    Answer znode(ServerId s) const {
        if (!isUp(s)) return name(s) + " is " + lifeText(s);
        const Znode* z = host(s).server.tree().find(m_e.path);
        if (!z) return name(s) + " has no " + m_e.path;
        if (!m_e.hasData || z->data == m_e.data) return std::nullopt;
        return m_e.path + " holds " + quoted(z->data) + " on " + name(s);
    }
    Answer noZnode(ServerId s) const {
        if (!isUp(s)) return name(s) + " is " + lifeText(s);
        return host(s).server.tree().find(m_e.path) ? Answer(name(s) + " has " + m_e.path) : std::nullopt;
    }
    const Client* client() const {
        const auto i = static_cast<std::size_t>(m_e.client.value - 1);
        return i < m_world.clients().size() ? &m_world.clients()[i]->client : nullptr;
    }
    Answer reply() const {
        const Client* c = client();
        if (!c || !c->hasReply()) return name(m_e.client) + " has no reply";
        const Reply& r = c->lastReply();
        if (errorName(r.error) != m_e.word) return "the last reply is " + std::string(errorName(r.error));
        if (!m_e.hasData) return std::nullopt;
        std::string text = r.data;
        if (c->answered() == OpCode::Create || c->answered() == OpCode::CreateContainer || c->answered() == OpCode::Sync) text = r.path;
        if (c->answered() == OpCode::GetChildren) {
            text.clear();
            for (const std::string& child : r.children) text += (text.empty() ? "" : " ") + child;
        }
        return text == m_e.data ? std::nullopt : Answer("the reply says " + quoted(text));
    }
    Answer watch() const {
        std::string others;
        for (EventId id = 0; id < m_lab.trace().size(); ++id) {
            const Event& e = m_lab.trace().at(id);
            if (e.kind != EventKind::ClientWatchEvent || e.actor != ActorId(m_e.client)) continue;
            const std::string& path = m_lab.trace().text(e.text);
            const std::string_view type = watchEventName(static_cast<WatchEventType>(e.args[1]));
            if (type == m_e.word && path == m_e.path) return std::nullopt;
            others = ", the last one was " + std::string(type) + " " + path;
        }
        return name(m_e.client) + " got no such event" + others;
    }
    // Begun is enough: whether it has ended is a matter of how long it takes.
    Answer callback(bool wanted) const {
        std::string others;
        for (EventId id = 0; id < m_lab.trace().size(); ++id) {
            const Event& e = m_lab.trace().at(id);
            const bool reply = e.kind == EventKind::ReplyCallbackStarted;
            if ((!reply && e.kind != EventKind::CallbackStarted) || e.actor != ActorId(m_e.client)) continue;
            const std::string& subject = m_lab.trace().text(e.text);
            const std::string_view type = reply ? opName(static_cast<OpCode>(e.args[2])) : watchEventName(static_cast<WatchEventType>(e.args[1]));
            if (isCallback(m_lab.trace(), e, m_e.client, m_e.word, m_e.path, m_e.watcher)) return wanted ? std::nullopt : Answer(name(m_e.client) + " was called back at " + secondsText(e.time));
            others = ", the last one was " + std::string(type) + " " + subject;
        }
        return wanted ? Answer(name(m_e.client) + " had no such callback" + others) : std::nullopt;
    }
    Answer clientState() const {
        const Client* c = client();
        const std::string_view state = c && c->state() != Client::State::Dead ? c->stateWord() : "down";
        return state == m_e.word ? std::nullopt : Answer(name(m_e.client) + " is " + std::string(state));
    }
    Answer at() const {
        const Client* c = client();
        const bool connected = c && c->state() == Client::State::Connected;
        if (connected && c->server() == m_e.servers.front()) return std::nullopt;
        return name(m_e.client) + (connected ? " is connected to " + name(c->server()) : " is not connected");
    }
    Answer seen() const {
        const Client* c = client();
        if (!c) return name(m_e.client) + " is not connected";
        return c->lastZxid() == m_e.zxid ? std::nullopt : Answer("the newest zxid that " + name(m_e.client) + " has seen is " + toString(c->lastZxid()));
    }
    Answer frozen() const {
        const auto i = static_cast<std::size_t>(m_e.client.value - 1);
        return client() && m_world.clients()[i]->frozen ? std::nullopt : Answer(name(m_e.client) + " is not frozen");
    }
    Answer rule(bool wanted) const {
        for (EventId id = 0; id < m_lab.trace().size(); ++id) {
            const Event& e = m_lab.trace().at(id);
            if (e.rule != m_e.rule) continue;
            const bool here = m_e.servers.empty() || std::any_of(m_e.servers.begin(), m_e.servers.end(), [&](ServerId s) { return e.actor == ActorId(s); });
            if (here) return wanted ? std::nullopt : Answer("it decided at " + name(e.actor) + " at " + secondsText(e.time));
        }
        return wanted ? Answer("it has not decided anything" + std::string(m_e.servers.empty() ? "" : " there")) : std::nullopt;
    }
    Answer sync() const {
        for (EventId id = m_lab.trace().size() - 1; id >= 0; --id) {
            const Event& e = m_lab.trace().at(id);
            if (e.kind != EventKind::SyncPlanned || e.peer != ActorId(m_e.servers.front())) continue;
            const std::string_view mode = syncName(static_cast<SyncMode>(e.args[0]));
            return mode == m_e.word ? std::nullopt : Answer("the last synchronization was " + std::string(mode));
        }
        return name(m_e.servers.front()) + " has not been synchronized";
    }
    Answer life(ServerId s, bool good) const { return good ? std::nullopt : Answer(name(s) + " is " + lifeText(s)); }

    Answer sameTrees() const {
        const std::vector<ServerId> list = servers();
        for (const ServerId s : list) {
            if (!isUp(s)) return name(s) + " is " + lifeText(s);
            if (host(s).server.tree().digest() != host(list.front()).server.tree().digest())
                return "the trees of " + name(list.front()) + " (" + toString(replica(list.front()).lastProcessed()) + ") and " + name(s) + " (" +
                       toString(replica(s).lastProcessed()) + ") differ";
        }
        return std::nullopt;
    }
    Answer violation(bool wanted) const {
        std::string found;
        for (const ViolationFound& v : m_lab.checker().violations()) {
            const std::string_view id = propertyInfo(v.property).id;
            if (wanted && id == m_e.word) return std::nullopt;
            found += (found.empty() ? "" : ", ") + std::string(id);
        }
        if (found.empty()) return wanted ? Answer("no property is violated") : std::nullopt;
        return "violated: " + found;
    }
    Answer recipe() const {
        const RecipePart* part = recipeOf(m_world, m_e.client, m_e.path);
        return part && part->state == m_e.recipe ? std::nullopt : Answer(recipeWords(m_world, m_e.client, m_e.path));
    }
    /// Who believes that it holds: one client, or nobody.
    Answer holder() const {
        std::string who;
        bool there = false;
        int holders = 0;
        for (const auto& host : m_world.clients()) {
            const RecipePart* part = recipeOf(m_world, host->client.id(), m_e.path);
            if (!part || part->state != RecipeState::Holding) continue;
            ++holders;
            there = there || host->client.id() == m_e.client;
            who += (who.empty() ? "" : ", ") + name(host->client.id());
        }
        if (m_e.client ? there && holders == 1 : holders == 0) return std::nullopt;
        return who.empty() ? "nobody holds " + m_e.path : m_e.path + " is held by " + who;
    }
    Answer cost() const {
        const RecipeObserver::Tally* t = m_lab.recipes().find(m_e.path);
        if (!t || t->turns.empty()) return "nobody has given back " + m_e.path + " yet";
        const RecipeTurnView& last = t->turns.back().view;
        const std::int64_t n = m_e.word == "reads" ? last.reads : m_e.word == "packets" ? last.packets : last.notifications;
        return n == m_e.number ? std::nullopt : Answer("the last release of " + m_e.path + " led to " + std::to_string(n));
    }
    Answer knows() const {
        const RecipePart* part = recipeOf(m_world, m_e.client, m_e.path);
        if (!part) return recipeWords(m_world, m_e.client, m_e.path);
        return part->detail == m_e.data ? std::nullopt : Answer(name(m_e.client) + " knows " + quoted(part->detail));
    }
    Answer resource() const {
        const auto r = m_world.resources().find(m_e.path);
        const std::int64_t n = r == m_world.resources().end() ? 0 : m_e.word == "accepted" ? r->second.accepted : r->second.rejected;
        return n == m_e.number ? std::nullopt : Answer("the resource of " + m_e.path + " has " + m_e.word + " " + std::to_string(n));
    }
    Answer children(ServerId s) const {
        const Znode* node = host(s).server.tree().find(m_e.path);
        if (!node) return name(s) + " has no " + m_e.path;
        return node->numChildren == m_e.number ? std::nullopt : Answer(m_e.path + " has " + std::to_string(node->numChildren) + " children on " + name(s));
    }
    Answer session(ServerId s, bool wanted) const {
        if (!isUp(s)) return name(s) + " is " + lifeText(s);
        // Closed or expired, the client knows no session any more; the servers are asked for the one that it had.
        const bool there = knowsSession(m_lab.world(), s, m_e.client);
        if (there == wanted) return std::nullopt;
        return name(s) + (there ? " knows the session of " : " knows no session of ") + name(m_e.client);
    }

    // The newest one that the registry has answered or refused.
    Answer lookup() const {
        const LookupSample* s = m_lab.services().last(m_e.client, static_cast<std::int32_t>(m_e.number));
        if (!s) return name(m_e.client) + " has looked up nothing there";
        const bool refused = s->outcome == LookupOutcome::Refused;
        const bool holds = m_e.word == "answered"  ? !refused
                           : m_e.word == "found"   ? s->found
                           : m_e.word == "retried" ? s->wrong > 0
                           : m_e.word == "lost"    ? s->done && !s->found
                                                   : outcomeName(s->outcome) == m_e.word;
        if (holds) return std::nullopt;
        if (refused) return "the last lookup was refused";
        return "the last lookup was " + std::string(outcomeName(s->outcome)) + ", " + std::to_string(s->wrong) + " instances were called in vain and " +
               (s->found ? "one has answered" : "none has answered");
    }
    Answer eureka(ServerId s, bool wanted) const {
        const EurekaHost* h = m_world.eureka(s);
        if (!h) return "there is no Eureka in this run";
        if (!h->up) return "Eureka is down at " + name(s);
        bool there = false;
        for (const auto& [app, leases] : h->server.registry().apps()) there = there || leases.contains(m_e.data);
        if (there == wanted) return std::nullopt;
        return name(s) + (there ? " knows " : " does not know ") + quoted(m_e.data);
    }
    Answer selfPreservation(ServerId s, bool wanted) const {
        const EurekaHost* h = m_world.eureka(s);
        if (!h) return "there is no Eureka in this run";
        if (h->up && h->server.registry().selfPreserving() == wanted) return std::nullopt;
        if (!h->up) return "Eureka is down at " + name(s);
        return name(s) + (wanted ? " lets leases expire" : " preserves itself") + ", " + std::to_string(h->server.registry().renewsLastMinute()) +
               " renewals came in the last minute and more than " + std::to_string(h->server.registry().threshold()) + " are needed";
    }

    const Expect& m_e;
    const Lab& m_lab;
    const World& m_world;
};

}  // namespace

bool isCallback(const Trace& trace, const Event& e, ClientId client, const std::string& word, const std::string& path, const std::string& watcher) {
    if (e.actor != ActorId(client)) return false;
    if (e.kind == EventKind::ReplyCallbackStarted) return opName(static_cast<OpCode>(e.args[2])) == word && trace.text(e.text) == path;
    if (e.kind != EventKind::CallbackStarted) return false;
    const std::string& text = trace.text(e.text);
    const std::string_view type = watchEventName(static_cast<WatchEventType>(e.args[1]));
    if (path.empty() ? type != "None" : type != word) return false;
    const std::string& subject = path.empty() ? word : path;
    return watcher.empty() ? text == subject || text.starts_with(subject + " \"") : text == callbackText(subject, watcher);
}

std::optional<std::string> check(const Expect& expect, const Lab& lab) { return Checker(expect, lab).check(); }

}  // namespace zab::script
