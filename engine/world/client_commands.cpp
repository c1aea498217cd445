// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/client_commands.h"

namespace zab {

std::string ClientCommands::operator()(const ConnectClient& c) {
    if (c.server) {
        if (auto why = unknown(c.server); !why.empty()) return why;
    }
    const auto check = [&](const ConnectClient& one) -> std::string {
        if (one.client.value < 1 || one.client.value > 200) return "Clients are numbered from C1 to C200.";
        const bool there = one.client.value <= static_cast<int>(m_w.m_clients.size());
        return there && host(one.client).frozen ? name(one.client) + " is frozen." : std::string();
    };
    return each(c, check, [&](const ConnectClient& one) {
        make(one.client);
        onClient(one.client, [&](Client& client) { client.connect(m_w.m_now, one.server, one.timeout, m_w.m_effects); });
    });
}

std::string ClientCommands::operator()(const ClientCall& c) {
    return clientCommand(c, [&](Client& client) { client.call(m_w.m_now, c.request, m_w.m_effects, c.manner); });
}

std::string ClientCommands::operator()(const CloseClient& c) {
    const auto check = [&](const CloseClient& one) {
        auto why = noSession(one.client);
        const bool never = why.empty() && host(one.client).client.state() == Client::State::Idle;   // there because one with a larger number is
        return never ? noProcess(one.client) : why;
    };
    return each(c, check, [&](const CloseClient& one) {
        tell(one, [&](Client& client) { client.close(m_w.m_now, m_w.m_effects); });
        if (!host(one.client).frozen) m_w.leaveServices(one.client, {}, false, m_command, m_trace);
    });
}

std::string ClientCommands::operator()(const CrashClient& c) {
    return each(c, [&](const CrashClient& one) { return noSession(one.client); }, [&](const CrashClient& one) {
        ClientHost& h = m_w.editClient(one.client);
        h.frozen = false;
        h.arrived.clear();
        h.told.clear();
        onClient(one.client, [&](Client& client) { client.die(m_w.m_effects); });
        m_w.leaveServices(one.client, {}, true, m_command, m_trace);
    });
}

std::string ClientCommands::operator()(const StartRecipe& c) {
    const auto check = [&](const StartRecipe& one) {
        if (auto why = noSession(one.client); !why.empty()) return why;
        if (host(one.client).client.state() == Client::State::AuthFailed) return name(one.client) + " has no session any more; connect it again first.";
        const RecipePart* part = host(one.client).client.recipes().find(one.options.path);
        if (!part || host(one.client).client.recipes().takes(one.options)) return std::string();
        return name(one.client) + " takes part in " + one.options.path + " already.";
    };
    return each(c, check, [&](const StartRecipe& one) {
        tell(one, [&](Client& client) { client.startRecipe(m_w.m_now, one.options, m_w.m_effects); });
        const bool provides = one.options.kind == RecipeKind::Service && one.options.role == RecipeRole::Provide;
        if (provides && !host(one.client).frozen) m_w.provideService(one.client, one.options, m_command, m_trace);
    });
}

std::string ClientCommands::operator()(const LeaveRecipe& c) {
    const auto check = [&](const LeaveRecipe& one) {
        if (auto why = noSession(one.client); !why.empty()) return why;
        const RecipePart* part = host(one.client).client.recipes().find(one.path);
        const std::string who = name(one.client);
        if (host(one.client).frozen) return std::string();   // what it will find when it goes on nobody knows
        if (!part) return who + " takes no part in " + one.path + ".";
        const std::string_view word = recipeEndWord(recipeEnd(part->kind, part->role));
        if (recipeEnd(part->kind, part->role) == one.end) return std::string();
        return who + " takes part in " + one.path + ", but the word for its end there is '" + std::string(word) + "'.";
    };
    return each(c, check, [&](const LeaveRecipe& one) {
        tell(one, [&](Client& client) { client.leaveRecipe(m_w.m_now, one.path, m_w.m_effects); });
        if (!host(one.client).frozen) m_w.leaveServices(one.client, one.path, false, m_command, m_trace);
    });
}

std::string ClientCommands::operator()(const UseResource& c) {
    const auto check = [&](const UseResource& one) {
        if (auto why = noClient(one.client); !why.empty()) return why;
        return host(one.client).client.state() == Client::State::Dead ? name(one.client) + " is dead." : std::string();
    };
    return each(c, check, [&](const UseResource& one) {
        if (!m_thawing && host(one.client).frozen) m_w.editClient(one.client).told.push_back(one);
        else m_w.useResource(one, m_command, m_trace);
    });
}

std::string ClientCommands::operator()(const ClientLoad& c) {
    return clientCommand(c, [&](Client& client) {
        client.setLoad(m_w.m_now, Load{c.outstanding, c.bytes, c.total, 0}, m_w.m_effects);
    });
}

std::string ClientCommands::operator()(const SetCallbackTime& c) {
    if (auto why = noSession(c.client); !why.empty()) return why;
    begin();
    return onClient(c.client, [&](Client& client) { client.setCallbackTime(c.takes); });
}

std::string ClientCommands::operator()(const FreezeClient& c) {
    if (auto why = noSession(c.client); !why.empty()) return why;
    if (c.frozen && host(c.client).frozen) return name(c.client) + " is frozen already.";
    if (!c.frozen && !host(c.client).frozen) return name(c.client) + " is not frozen.";
    begin();
    m_w.editClient(c.client).frozen = c.frozen;
    m_command = note(c.frozen ? EventKind::ClientFrozen : EventKind::ClientThawed, c.client, {});
    if (!c.frozen) thaw(m_w.editClient(c.client));
    return {};
}

std::string ClientCommands::operator()(const StandAt& c) {
    if (c.server) {
        if (auto why = unknown(c.server); !why.empty()) return why;
    }
    if (c.client.value < 1 || c.client.value > 200) return "Clients are numbered from C1 to C200.";
    begin();
    make(c.client);
    m_w.standAt(c.client, c.server, m_trace, m_command);
    return {};
}

std::string ClientCommands::operator()(const LookupService& c) {
    return serviceCommand(c, [&] { m_w.lookUp(c, m_command, m_trace); });
}

}  // namespace zab
