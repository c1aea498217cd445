// SPDX-License-Identifier: GPL-3.0-or-later
// What clients are told to do: calls, recipes, services, and what happens to their processes. Private to the files of the commands.
#pragma once

#include "engine/world/command_frame.h"

#include <algorithm>
#include <utility>

namespace zab {

class ClientCommands : CommandFrame {
public:
    using CommandFrame::CommandFrame;

    std::string operator()(const ConnectClient& c);
    std::string operator()(const ClientCall& c);
    std::string operator()(const CloseClient& c);
    std::string operator()(const CrashClient& c);
    std::string operator()(const StartRecipe& c);
    std::string operator()(const LeaveRecipe& c);
    std::string operator()(const UseResource& c);
    std::string operator()(const ClientLoad& c);
    std::string operator()(const SetCallbackTime& c);
    std::string operator()(const FreezeClient& c);
    std::string operator()(const StandAt& c);
    std::string operator()(const LookupService& c);

private:
    /// A command for a range of clients: checked for all of them before anything is done for one.
    template <class C, class Check, class Act>
    std::string each(C c, Check check, Act act) {
        const int first = c.client.value, last = std::max(first, c.last.value);
        c.last = {};
        for (int i = first; i <= last && !m_thawing; ++i) {
            c.client = ClientId{i};
            if (auto why = check(c); !why.empty()) return why;
        }
        if (!m_thawing) begin();
        for (int i = first; i <= last; ++i) {
            c.client = ClientId{i};
            act(c);
        }
        return {};
    }
    /// What its application does next; a frozen one does it when it goes on.
    template <class C, class F>
    void tell(const C& c, F f) {
        if (!m_thawing && host(c.client).frozen) m_w.editClient(c.client).told.push_back(c);
        else onClient(c.client, f);
    }
    template <class F>
    std::string onClient(ClientId c, F f) {
        m_w.m_effects.begin(c);
        m_w.m_input = m_command;
        Client& client = m_w.editClient(c).client;
        f(client);
        client.runRecipes(m_w.m_now, m_w.m_effects);
        m_w.carry(c, m_trace);
        return {};
    }
    void make(ClientId c) {
        for (int i = static_cast<int>(m_w.m_clients.size()) + 1; i <= c.value; ++i) {
            ClientHost h;
            h.client = Client(ClientId{i}, m_w.config().serverCount(), m_w.scenario().clientTimeout, m_w.scenario().seed);
            h.client.seedRecipes(m_w.scenario().seed * 1000003 + static_cast<std::uint64_t>(i));
            m_w.m_clients.emplace_back(std::move(h));
        }
    }
    /// A client without a session may still provide and look up: not every registry asks for one.
    std::string noProcess(ClientId c) const {
        if (c.value < 1 || c.value > static_cast<int>(m_w.m_clients.size())) return "There is no client " + name(c) + "; connect it first.";
        const Client::State state = m_w.m_clients[static_cast<std::size_t>(c.value - 1)]->client.state();
        if (state == Client::State::Idle || state == Client::State::Dead || state == Client::State::Closed) return name(c) + " is not running; connect it first.";
        return {};
    }
    /// As clientCommand, but without a session it may still do this: not every registry asks for one.
    template <class C, class F>
    std::string serviceCommand(const C& c, F f) {
        if (!m_thawing) {
            if (auto why = noProcess(c.client); !why.empty()) return why;
            begin();
            if (host(c.client).frozen) {
                m_w.editClient(c.client).told.push_back(c);
                return {};
            }
        }
        f();
        return {};
    }
    const ClientHost& host(ClientId c) const { return *m_w.m_clients[static_cast<std::size_t>(c.value - 1)]; }
    std::string noClient(ClientId c) const {
        const bool there = c.value >= 1 && c.value <= static_cast<int>(m_w.m_clients.size());
        return there ? std::string() : "There is no client " + name(c) + "; connect it first.";
    }
    std::string noSession(ClientId c) const {
        if (auto why = noClient(c); !why.empty()) return why;
        const Client::State state = host(c).client.state();
        if (state == Client::State::Dead || state == Client::State::Closed || state == Client::State::Expired)
            return name(c) + " has no session any more; connect it again first.";
        return {};
    }
    template <class C, class F>
    std::string clientCommand(const C& c, F f) {
        if (!m_thawing) {
            if (auto why = noSession(c.client); !why.empty()) return why;
            begin();
        }
        tell(c, f);
        return {};
    }
    // The application goes on where it stood: it believes that no time has passed. Then its SendThread looks at the clock, before it
    // reads what is in the socket (ClientCnxn.SendThread.run); only then come the packets, in the order of their arrival.
    void thaw(ClientHost& h) {
        std::vector<PendingInput> arrived = std::exchange(h.arrived, {});
        std::stable_partition(arrived.begin(), arrived.end(), [](const PendingInput& in) { return in.kind == InputKind::Timer && in.timer == TimerKind::ClientWake; });
        dueNow(std::move(arrived));
        m_thawing = true;
        for (const Command& c : std::exchange(h.told, {})) std::visit([&](const auto& one) { if constexpr (requires { (*this)(one); }) (*this)(one); }, c);
    }

    bool m_thawing = false;   ///< what comes now was said earlier
};

}  // namespace zab
