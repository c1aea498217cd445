// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/member.h"

#include "engine/tree/paths.h"

#include <algorithm>
#include <utility>

namespace zab {
namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
    return text;
}

/// As JsonInstanceSerializer writes a ServiceInstance: by default without "enabled", as older versions did (OldServiceInstance).
std::string instanceJson(std::string_view service, const std::string& id, const std::string& where, SimTime registered) {
    const std::size_t colon = where.rfind(':');
    const std::string address = where.substr(0, colon), port = colon == std::string::npos ? "null" : where.substr(colon + 1);
    return "{\"name\":\"" + std::string(service) + "\",\"id\":\"" + id + "\",\"address\":\"" + address + "\",\"port\":" + port +
           ",\"sslPort\":null,\"payload\":null,\"registrationTimeUTC\":" + std::to_string(registered.us / 1000) +
           ",\"serviceType\":\"DYNAMIC\",\"uriSpec\":null}";
}

/// What stands behind "key": up to the next comma, without quotes.
std::string fieldOf(const std::string& json, const std::string& key) {
    const std::size_t at = json.find("\"" + key + "\":");
    if (at == std::string::npos) return {};
    const std::size_t from = at + key.size() + 3;
    std::string value = json.substr(from, json.find_first_of(",}", from) - from);
    std::erase(value, '"');
    return value;
}

}  // namespace

std::string addressIn(const std::string& json) {
    const std::string address = fieldOf(json, "address"), port = fieldOf(json, "port");
    return address.empty() || port.empty() || port == "null" ? address : address + ":" + port;
}

// --- Member ------------------------------------------------------------------------------------------------------------

void Member::start(RecipeContext& c) {
    begin(c);
    m_registered = c.now;
    m_name = group() ? (m_options.data.empty() ? toString(ActorId(c.client)) : m_options.data) : makeUuid(c.random, true);
    enter(c);
}

std::string Member::dataText(RecipeContext& c) const {
    if (group()) return localAddress(c.client);
    return instanceJson(nameIn(m_part.path), m_name, m_options.data.empty() ? serviceAddress(c.client) : m_options.data, m_registered);
}

void Member::enter(RecipeContext& c) {
    m_part.znode = joined(m_part.path, m_name);
    go(c, Step::Create);
}

void Member::go(RecipeContext& c, Step step) {
    m_step = step;
    switch (step) {
    case Step::Create:
        m_existed = m_gone = m_changed = false;
        return create(c, m_part.znode, CreateMode::Ephemeral, dataText(c));
    case Step::MakeParents: return send(c, m_parents.request());
    case Step::Watch: m_changed = false; return ask(c, OpCode::Exists, m_part.znode, true);
    case Step::SetData: {
        Request r;
        r.op = OpCode::SetData;
        r.path = m_part.znode;
        r.data = dataText(c);
        return send(c, std::move(r));
    }
    case Step::ReadMembers: m_again = false; return ask(c, OpCode::GetChildren, m_part.path, true);
    case Step::Replace:
    case Step::Deleting: return ask(c, OpCode::Delete, m_part.znode);
    case Step::Rest: return;
    }
}

void Member::isIn(RecipeContext& c) {
    if (m_part.state != RecipeState::Holding) has(c, group() ? RuleId::MemberIsIn : RuleId::ServiceRegistered);
}

// What happened meanwhile has its turn.
void Member::rest(RecipeContext& c) {
    if (m_gone) return go(c, Step::Create);
    if (m_changed) return go(c, Step::Watch);
    go(c, m_again ? Step::ReadMembers : Step::Rest);
}

// PersistentNode.watchNode. A znode of its name that was there already gets its data, whoever made it.
void Member::watched(RecipeContext& c, const Reply& reply) {
    if (reply.error == ErrorCode::NoNode) return go(c, Step::Create);
    if (reply.error != ErrorCode::Ok) return finish(c);   // AUTHFAILED: nothing can be asked any more
    m_part.watches = m_part.znode;
    if (!std::exchange(m_existed, false)) return rest(c);
    if (reply.stat.ephemeralOwner != c.session) c.decided(RuleId::MemberNameTaken, m_part.path, {c.session.value, reply.stat.ephemeralOwner.value});
    m_part.token = reply.stat.czxid;
    go(c, Step::SetData);
}

void Member::replied(RecipeContext& c, const Request& request, const Reply& reply) {
    if (!isAnswer(c, request, reply)) return;
    const bool ok = reply.error == ErrorCode::Ok;
    switch (m_step) {
    case Step::Create:
        if (reply.error == ErrorCode::NoNode) {
            m_step = Step::MakeParents;
            return makeParents(c);
        }
        m_existed = reply.error == ErrorCode::NodeExists;
        if (!ok && !m_existed) {
            cannotCreate(c, reply.error);
            return finish(c);
        }
        if (!group() && m_existed) return go(c, Step::Replace);   // internalRegisterService: deleted and made again, so that watches fire
        if (ok) {
            m_part.token = reply.zxid;
            isIn(c);
            m_again = group();
        }
        return group() ? go(c, Step::Watch) : rest(c);
    case Step::MakeParents:
        if (!parentAnswered(c, reply.error)) go(c, Step::Create);
        return;
    case Step::Replace: return go(c, Step::Create);
    case Step::Watch: return watched(c, reply);
    case Step::SetData:   // NONODE: its watch tells of that
        if (ok) {
            isIn(c);
            m_again = true;
        }
        return rest(c);
    case Step::ReadMembers:
        if (ok) learned(c, listed(reply.children), static_cast<std::int64_t>(reply.children.size()));
        return rest(c);
    case Step::Deleting: return finish(c);
    case Step::Rest: return;
    }
}

void Member::heard(RecipeContext& c, const Heard& h) {
    if (over()) return;
    const bool leaving = m_step == Step::Deleting;
    if (h.type != WatchEventType::None) {
        const bool mine = h.path == m_part.znode;
        if (!group() || leaving || (!mine && h.path != m_part.path)) return;
        again(c, h.type);
        if (!mine) {
            m_again = true;
        } else if (h.type == WatchEventType::NodeDeleted) {
            m_gone = m_step != Step::Create && m_step != Step::MakeParents;
            m_part.watches.clear();
            if (m_part.state == RecipeState::Holding) be(c, RecipeState::Starting);
        } else {
            m_changed = true;
        }
        if (!m_busy && m_step == Step::Rest) rest(c);
        return;
    }
    if (h.link == LinkState::Down && m_part.state == RecipeState::Holding) {
        be(c, RecipeState::Unsure);
        return c.note(EventKind::RecipeUnsure, RuleId::MemberUnsure, m_part.path, {m_part.session.value});
    }
    if (h.link == LinkState::Over && leaving) return finish(c);   // its znode goes with the session
    if (linkChanged(c, h.link)) return leaving ? finish(c) : enter(c);
    if (h.link != LinkState::Up) return;
    if (m_part.state == RecipeState::Unsure) be(c, RecipeState::Holding);
    if (m_interrupted) return go(c, m_step == Step::Deleting || m_step == Step::MakeParents ? m_step : Step::Create);
    if (m_step == Step::Rest) go(c, Step::Create);   // RECONNECTED: it is created once more, and what is there is found
}

void Member::leave(RecipeContext& c) {
    if (m_part.state == RecipeState::Lost) return finish(c);
    if (m_part.state == RecipeState::Holding) c.note(EventKind::RecipeReleased, RuleId::None, m_part.path, {m_part.session.value});
    m_busy = false;
    go(c, Step::Deleting);
}

// --- Listener ----------------------------------------------------------------------------------------------------------

void Listener::start(RecipeContext& c) {
    begin(c);
    read(c);
}

void Listener::read(RecipeContext& c) {
    m_again = false;
    ask(c, config() ? OpCode::GetData : OpCode::GetChildren, m_part.path, true);
}

// One instance after the other is read; one that has gone meanwhile is none.
void Listener::next(RecipeContext& c) {
    if (m_at < m_names.size()) return ask(c, OpCode::GetData, joined(m_part.path, m_names[m_at]));
    std::sort(m_found.begin(), m_found.end());
    m_part.instances = m_found;
    learned(c, listed(m_found), static_cast<std::int64_t>(m_found.size()));
    known(c);
}

void Listener::known(RecipeContext& c) {
    m_part.knownAt = c.now;
    be(c, RecipeState::Holding);
    if (m_again) read(c);
}

void Listener::replied(RecipeContext& c, const Request& request, const Reply& reply) {
    if (!isAnswer(c, request, reply)) return;
    const bool top = request.path == m_part.path;
    const std::string above(parentPath(m_part.path));
    if (reply.error == ErrorCode::AuthFailed) return finish(c);   // nothing can be asked any more
    if (top && reply.error == ErrorCode::NoNode && request.op != OpCode::Exists) {
        c.decided(RuleId::RecipeNothingThereYet, m_part.path, {c.session.value});
        if (config()) m_parents.begin(above, CreateMode::Container);   // NodeCache.reset: creatingParentContainersIfNeeded
        if (!config() || !nextParent(c)) ask(c, OpCode::Exists, m_part.path, true);
        return;
    }
    if (config() && !top) {
        if (request.op == OpCode::Exists && request.path == above && reply.error == ErrorCode::NoNode)
            c.decided(RuleId::RecipeMakesContainers, m_part.path, {c.session.value});
        if (m_parents.fails(reply.error)) {
            cannotCreate(c, reply.error);
            return finish(c);
        }
        m_parents.answered(reply.error);
        if (!nextParent(c)) ask(c, OpCode::Exists, m_part.path, true);
        return;
    }
    if (top && request.op == OpCode::Exists) {
        if (reply.error == ErrorCode::Ok) return read(c);   // made between the two questions
        m_part.instances.clear();
        m_part.detail.clear();
        m_part.knownAt = c.now;
        return be(c, RecipeState::Waiting);
    }
    if (config()) {
        learned(c, reply.data, reply.stat.version);
        return known(c);
    }
    if (top) {
        m_names = reply.children;
        m_found.clear();
        m_at = 0;
        return next(c);
    }
    if (reply.error == ErrorCode::Ok) m_found.push_back(addressIn(reply.data));
    ++m_at;
    next(c);
}

void Listener::heard(RecipeContext& c, const Heard& h) {
    if (over()) return;
    if (h.type != WatchEventType::None) {
        if (h.path != m_part.path) return;
        again(c, h.type);
        if (m_busy) m_again = true;
        else if (!m_interrupted) read(c);
        return;
    }
    if (h.link == LinkState::Down && m_part.state != RecipeState::Unsure && m_part.state != RecipeState::Lost) {
        be(c, RecipeState::Unsure);
        return c.note(EventKind::RecipeUnsure, RuleId::ListenerKeepsWhatItKnew, m_part.path, {m_part.session.value, static_cast<std::int64_t>(m_part.instances.size())});
    }
    const bool anew = linkChanged(c, h.link);
    if (h.link != LinkState::Up) return;
    if (!anew && m_part.state == RecipeState::Unsure) be(c, RecipeState::Waiting);
    if (anew || !m_busy) read(c);   // whatever changed meanwhile: read again, with a new watch
}

}  // namespace zab
