// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/shrink_inputs.h"

#include "engine/hunt/fewer_servers.h"
#include "engine/hunt/moves.h"
#include "engine/hunt/replay.h"
#include "engine/script/script.h"

#include <compare>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace zab {
namespace {

constexpr std::int64_t kMostSteps = 20000;    ///< a longer run would take too long, and nobody would read it
constexpr std::size_t kMostForPairs = 150;    ///< there are as many pairs as the square of it says

using Commands = std::vector<Command>;

/// Its name, if it may come next; without its zxid, which is another one where an earlier write is missing.
std::optional<InputName> nameIn(const World& world, const PendingInput& in) {
    InputName name = nameOf(in);
    name.zxid = {};
    return numbered(world, name, in);
}

class Inputs {
public:
    Inputs(const Script& script, Property property, Budget& budget) : m_title(script.title), m_scenario(script.scenario), m_property(property), m_budget(budget) {
        Lab lab(m_scenario, false);
        for (const Statement& s : script.statements) {
            bool failed = false;
            if (!std::holds_alternative<Expect>(s.what)) carryOut(s, lab, failed);
            if (lab.checker().isViolated(m_property) || lab.step() > kMostSteps) break;
        }
        if (!isOfLiveness(m_property) && lab.checker().isViolated(m_property) && lab.step() <= kMostSteps) spell(lab.commands(), lab.step());
    }
    std::optional<ShrunkInputs> shrunk() {
        if (m_list.empty()) return {};
        auto reached = attempt(m_list);
        if (!reached) return {};
        m_list = std::move(*reached);
        m_blames = m_scenario.ensemble.variants != Variants{} && isGoodWithAllRules(m_list);
        fewerServers();
        turnClients();
        for (std::size_t before = 0; before != m_list.size() && !m_budget.isSpent();) {
            before = m_list.size();
            dropGroups();
            minimise(m_list, [](const Commands& c) { return c.size(); }, [this](const Commands& c) { return attempt(c); });
            fewerServers();
            startFewer();
            if (before == m_list.size()) dropStretch();
            if (before == m_list.size()) dropPair();
        }
        const auto length = static_cast<std::int64_t>(m_list.size());
        return length < m_steps ? std::optional(ShrunkInputs{written(), length}) : std::nullopt;
    }

private:
    /// The run once more, and what each step was: the commands as they are, inputs by name.
    void spell(const std::vector<LoggedCommand>& commands, std::int64_t steps) {
        Lab lab(m_scenario, false);
        auto next = commands.begin();
        while (!lab.checker().isViolated(m_property) && lab.step() <= steps) {
            if (next != commands.end() && next->step == lab.step()) {
                if (const SimTime wait = next->time - lab.world().now(); wait > SimTime{}) m_list.push_back(PassTime{wait});
                lab.advanceTo(next->time);
                if (!std::holds_alternative<Say>(next->command)) m_list.push_back(byName(lab.world(), next->command));
                lab.execute(next->command);
                ++next;
                continue;
            }
            const PendingInput* in = lab.peek();
            if (!in) return m_list.clear();
            if (const auto name = nameIn(lab.world(), *in)) m_list.push_back(DeliverInput{*name});   // else it overtakes its own connection by hand, which no name says
            lab.stepInput();
        }
        m_steps = static_cast<std::int64_t>(m_list.size());
    }
    /// Numbers of packets mean nothing where others are missing.
    static Command byName(const World& world, const Command& command) {
        const auto* drop = std::get_if<DropPacket>(&command);
        const auto* twice = std::get_if<DuplicatePacket>(&command);
        if (!drop && !twice) return command;
        Command named = command;
        world.pending().forEach([&](const PendingInput& in) {
            if (in.sequence != (drop ? drop->sequence : twice->sequence)) return;
            const auto name = nameIn(world, in);
            if (name && drop) named = DropInput{*name};
            else if (name) named = DuplicateInput{*name};
        });
        return named;
    }
    /// What belongs together goes together: all that concerns a client, all that a server is told, all that one of them says to another,
    /// all of one kind.
    void dropGroups() {
        std::set<Group> groups;
        for (const Command& c : m_list) {
            if (const ActorId client = whose(c); client.isClient()) groups.insert({Group::OfClient, client.value});
            const auto* d = std::get_if<DeliverInput>(&c);
            if (!d) continue;
            for (const auto what : {Group::To, Group::Between, Group::OfKind}) groups.insert(groupOf(what, d->input));
        }
        for (const Group& group : groups) {
            Commands rest;
            for (const Command& c : m_list)
                if (!belongs(c, group)) rest.push_back(c);
            if (rest.size() == m_list.size()) continue;
            if (auto reached = attempt(rest)) m_list = std::move(*reached);
        }
    }
    struct Group {
        enum What : std::uint8_t { OfClient, To, Between, OfKind } what;
        std::int32_t to = 0, from = 0;                      ///< OfClient: to is the client
        int kind = 0, message = 0, timer = 0;               ///< OfKind
        auto operator<=>(const Group&) const = default;
    };
    static Group groupOf(Group::What what, const InputName& input) {
        Group g{what, input.to.value};
        if (what != Group::To) g.from = input.from.value;
        if (what == Group::OfKind) g.kind = static_cast<int>(input.kind), g.message = static_cast<int>(input.message), g.timer = static_cast<int>(input.timer);
        return g;
    }
    static bool belongs(const Command& c, const Group& g) {
        if (g.what == Group::OfClient) return whose(c).value == g.to;
        const auto* d = std::get_if<DeliverInput>(&c);
        return d && groupOf(g.what, d->input) == g;
    }
    /// Whom a command or an input concerns, if it is a client.
    static ActorId whose(const Command& c) {
        const auto* d = std::get_if<DeliverInput>(&c);
        if (!d) return clientOf(c);
        return d->input.to.isClient() ? d->input.to : d->input.from.isClient() ? d->input.from : ActorId();
    }
    /// Where single inputs are all needed, a whole stretch may not be, such as an epoch that came and went: any stretch, the longest first.
    void dropStretch() {
        const auto n = static_cast<std::ptrdiff_t>(m_list.size());
        for (std::ptrdiff_t length = n * 3 / 4; length > 1; length = length * 7 / 8)
            for (std::ptrdiff_t from = n - length; from >= 0; from -= std::max<std::ptrdiff_t>(1, length / 16)) {
                Commands rest(m_list.begin(), m_list.begin() + from);
                rest.insert(rest.end(), m_list.begin() + from + length, m_list.end());
                if (auto reached = attempt(rest)) {
                    m_list = std::move(*reached);
                    return;
                }
                if (m_budget.isSpent()) return;
            }
    }
    /// What is only needed because of the other, such as a question and its answer.
    void dropPair() {
        if (m_list.size() > kMostForPairs) return;
        for (std::size_t second = m_list.size(); second-- > 1;)
            for (std::size_t first = second; first-- > 0;) {
                Commands rest = m_list;
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(second));
                rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(first));
                if (auto reached = attempt(rest)) {
                    m_list = std::move(*reached);
                    return;
                }
                if (m_budget.isSpent()) return;
            }
    }
    void fewerServers() {
        for (int server = m_scenario.ensemble.serverCount(); server >= 1; --server) {
            auto smaller = withoutServer(m_scenario, ServerId{server});
            if (!smaller) continue;
            Commands rest;
            for (const Command& c : m_list)
                if (auto command = withoutServer(c, ServerId{server})) rest.push_back(std::move(*command));
            std::swap(m_scenario, *smaller);
            if (auto reached = attempt(rest)) m_list = std::move(*reached);
            else std::swap(m_scenario, *smaller);
        }
    }
    /// Who is started together with others may not be needed, or not yet.
    void startFewer() {
        for (std::size_t i = 0; i < m_list.size(); ++i) {
            const auto* start = std::get_if<StartServers>(&m_list[i]);
            for (std::size_t n = start ? start->servers.size() : 0; n-- > 0;) {
                Commands fewer = m_list;
                auto& servers = std::get<StartServers>(fewer[i]).servers;
                servers.erase(servers.begin() + static_cast<std::ptrdiff_t>(n));
                if (servers.empty()) break;
                auto reached = attempt(fewer);
                if (!reached) continue;
                m_list = std::move(*reached);
                break;   // it may have become shorter before this line
            }
        }
    }
    /// A client that comes to a server by itself had to lose another one before; somebody may as well send it there.
    void turnClients() {
        for (std::size_t i = 0; i < m_list.size(); ++i) {
            const auto* request = std::get_if<DeliverInput>(&m_list[i]);
            if (!request || request->input.message != MessageType::ClientConnect) continue;
            const ActorId client = request->input.from;
            const auto wakes = [&](const Command& c) {
                const auto* d = std::get_if<DeliverInput>(&c);
                return d && d->input.to == client && d->input.timer == TimerKind::ClientWake && d->input.kind == InputKind::Timer;
            };
            std::size_t wake = i;
            while (wake > 0 && whose(m_list[wake - 1]) != client) --wake;
            if (wake == 0 || !wakes(m_list[wake - 1])) continue;
            Commands turned = m_list;
            turned[wake - 1] = ConnectClient{client.client(), request->input.to.server(), {}};
            if (auto reached = attempt(turned)) m_list = std::move(*reached);
        }
    }
    /// What could be carried out, up to the violation; nothing if there is none.
    std::optional<Commands> attempt(const Commands& list) {
        if (!m_budget.allows()) return {};
        Commands done;
        if (!falls(list, done) || (m_blames && !isGoodWithAllRules(done))) return {};
        return done;
    }
    bool falls(const Commands& list, Commands& done) {
        m_budget.spend(static_cast<std::int64_t>(list.size()));
        Lab lab(m_scenario, false);
        for (Command c : list) {
            if (!carriedOut(lab, c)) continue;
            done.push_back(std::move(c));
            if (lab.checker().isViolated(m_property)) return true;
        }
        return false;
    }
    bool isGoodWithAllRules(const Commands& list) {
        m_budget.spend(static_cast<std::int64_t>(list.size()));
        Lab lab(withAllRules(m_scenario), false);
        for (Command c : list) carriedOut(lab, c);
        return hasGoodEnd(lab, m_property);
    }
    /// Where others like it, before it, are not there any more, it has a smaller number.
    static bool carriedOut(Lab& lab, Command& c) {
        auto* deliver = std::get_if<DeliverInput>(&c);
        while (!lab.execute(c).empty())
            if (!deliver || deliver->input.number-- == 1) return false;
        return true;
    }
    std::string written() const {
        std::string out = documentOf(m_scenario, {}, m_title);
        Lab lab(m_scenario, false);
        for (const Command& c : m_list) {
            out += formatCommand(inFull(lab.world(), c)) + "\n";
            lab.execute(c);
        }
        return out + "expect violation " + std::string(propertyInfo(m_property).id) + "\n";
    }

    /// With the zxid that a reader looks for.
    static Command inFull(const World& world, const Command& c) {
        const auto* deliver = std::get_if<DeliverInput>(&c);
        const PendingInput* in = deliver ? world.find(deliver->input) : nullptr;
        if (!in) return c;
        const auto name = numbered(world, nameOf(*in), *in);
        return name ? Command(DeliverInput{*name}) : c;
    }

    std::string m_title;
    Scenario m_scenario;
    Property m_property;
    bool m_blames = false;   ///< with all rules the run has a good end, and so has to have what comes of it
    Budget& m_budget;
    Commands m_list;
    std::int64_t m_steps = 0;
};

}  // namespace

std::optional<ShrunkInputs> shrinkInputs(std::string_view text, Property property, Budget& budget) {
    auto parsed = parseScript(text, "run");
    const auto* script = std::get_if<Script>(&parsed);
    return script ? Inputs(*script, property, budget).shrunk() : std::nullopt;
}

}  // namespace zab
