// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/shrink.h"

#include "engine/base/check.h"
#include "engine/hunt/fewer_servers.h"
#include "engine/hunt/replay.h"
#include "engine/hunt/shrink_inputs.h"
#include "engine/script/script.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace zab {
namespace {

/// How many may be dropped. Where a demand is what fails, those before it: what stands behind it is what it relies on. But where a rule is
/// to blame, that it is met with the rule says whether a run without one of them still relies on enough.
template <class Items, class ToCommand>
std::size_t droppableFor(Property property, bool blames, const Items& items, ToCommand commandOf) {
    if (blames || !isOfLiveness(property)) return items.size();
    const auto demand = std::find_if(items.begin(), items.end(), [&](const auto& item) {
        const Command* command = commandOf(item);
        return command && std::holds_alternative<Demand>(*command);
    });
    return static_cast<std::size_t>(demand - items.begin());
}

// --- Runs of commands at their times (chaos, saved runs) ---------------------------------------------------------------

class TimedRun {
public:
    using Commands = std::vector<LoggedCommand>;

    TimedRun(Script script, Property property, Budget& budget) : m_title(std::move(script.title)), m_scenario(std::move(script.scenario)), m_property(property), m_budget(budget) {
        SimTime time;
        std::int64_t step = 0;
        for (const Statement& s : script.statements) {
            if (const auto* until = std::get_if<RunUntil>(&s.what)) time = until->time, step = until->count;
            else if (const auto* command = std::get_if<Command>(&s.what)) m_commands.push_back({step, *command, time, {}});
        }
        m_end = time;
    }
    static bool fits(const Script& script) {
        for (const Statement& s : script.statements) {
            const auto* until = std::get_if<RunUntil>(&s.what);
            if (std::holds_alternative<StepBy>(s.what) || (until && until->what != RunUntil::What::Time)) return false;
        }
        return !script.statements.empty() && std::holds_alternative<RunUntil>(script.statements.front().what);
    }

    std::string shrunk() {
        if (!keep(m_scenario, m_commands)) return {};
        m_blames = m_scenario.ensemble.variants != Variants{} && isGoodWithAllRules(m_scenario, m_commands, m_end);
        demandSooner();
        for (std::size_t before = 0; before != m_commands.size() && !m_budget.isSpent();) {
            before = m_commands.size();
            dropClientsBehind();   // first: the wait for what a demand owes is most of such a run
            dropKinds();
            minimise(m_commands, [this](const Commands& c) { return droppable(c); }, [this](const Commands& c) { return attempt(m_scenario, c); });
            calm();
            shorten();
            startTogether();
            demandSooner();
        }
        return m_best.script;
    }

private:
    std::size_t droppable(const Commands& commands) const {
        return droppableFor(m_property, m_blames, commands, [](const LoggedCommand& c) { return &c.command; });
    }
    std::optional<Commands> attempt(const Scenario& scenario, const Commands& commands) {
        if (!m_budget.allows()) return {};
        Replayed r = replay(scenario, commands, commands.empty() ? m_end : std::max(m_end, commands.back().time), m_property, m_title);
        m_budget.spend(r.inputs);
        if (!r.violation || (m_blames && !isGoodWithAllRules(scenario, r.commands, r.end))) return {};
        if (isOfLiveness(m_property)) m_end = r.end;   // a demand is over at a time of its own
        m_best = std::move(r.finding);
        return std::move(r.commands);
    }
    bool isGoodWithAllRules(const Scenario& scenario, const Commands& commands, SimTime end) {
        const Replayed r = replay(withAllRules(scenario), commands, end, m_property, m_title);
        m_budget.spend(r.inputs);
        return r.goodEnd;
    }
    bool keep(const Scenario& scenario, const Commands& commands) {
        auto reached = attempt(scenario, commands);
        if (!reached) return false;
        m_scenario = scenario;
        m_commands = std::move(*reached);
        return true;
    }
    template <class Drop>
    void dropAll(Drop drop) {
        Commands candidate;
        const std::size_t n = droppable(m_commands);
        for (std::size_t i = 0; i < m_commands.size(); ++i)
            if (i >= n || !drop(m_commands[i].command)) candidate.push_back(m_commands[i]);
        if (candidate.size() < m_commands.size()) keep(m_scenario, candidate);
    }
    /// What clients do behind a demand is not what it relies on, but for a write or two.
    void dropClientsBehind() {
        Commands rest, clients;
        const auto split = [&](const Commands& all) {
            rest.clear(), clients.clear();
            const std::size_t before = droppable(all);
            for (std::size_t i = 0; i < all.size(); ++i) (i >= before && clientOf(all[i].command).isClient() ? clients : rest).push_back(all[i]);
        };
        split(m_commands);
        minimise(clients, [](const Commands& c) { return c.size(); }, [&](const Commands& some) -> std::optional<Commands> {
            Commands all;
            std::merge(rest.begin(), rest.end(), some.begin(), some.end(), std::back_inserter(all), [](const auto& a, const auto& b) { return a.step < b.step; });
            auto reached = attempt(m_scenario, all);
            if (!reached) return {};
            m_commands = std::move(*reached);
            split(m_commands);
            return clients;
        });
    }
    /// Whole kinds of commands first: most of a run of chaos is noise for this property.
    void dropKinds() {
        for (std::size_t kind = 0; kind < std::variant_size_v<Command>; ++kind)
            dropAll([kind](const Command& c) { return c.index() == kind; });
        for (const bool writes : {false, true})
            dropAll([writes](const Command& c) {
                const auto* call = std::get_if<ClientCall>(&c);
                return call && isWrite(call->request.op) == writes;
            });
        for (std::int32_t client = 1; client <= 16; ++client)
            dropAll([client](const Command& c) {
                const auto* call = std::get_if<ClientCall>(&c);
                const auto* connect = std::get_if<ConnectClient>(&c);
                return (call && call->client.value == client) || (connect && connect->client.value == client);
            });
    }
    /// A quieter world: nothing varies, and what was drawn stands as it usually does.
    void calm() {
        const auto change = [this](auto edit) {
            Scenario s = m_scenario;
            edit(s);
            if (!(s == m_scenario)) keep(s, m_commands);
        };
        const Scenario usual;
        change([](Scenario& s) { s.network.jitter = s.disk.jitter = {}; });
        change([&](Scenario& s) { s.ensemble.snapCount = usual.ensemble.snapCount; });
        change([&](Scenario& s) { s.ensemble.snapshotSizeFactor = usual.ensemble.snapshotSizeFactor; });
        change([&](Scenario& s) { s.ensemble.counterLimit = usual.ensemble.counterLimit; });
        change([&](Scenario& s) { s.ensemble.containerCheckInterval = usual.ensemble.containerCheckInterval; });
        change([&](Scenario& s) { s.ensemble.forceSnapshotSync = false; });
        for (int n = m_scenario.ensemble.snapCount / 2; n >= 2; n /= 2)   // a snapshot after fewer writes
            change([n](Scenario& s) { s.ensemble.snapCount = n; });
        for (int server = m_scenario.ensemble.serverCount(); server >= 1; --server)
            if (const auto smaller = withoutServer(m_scenario, ServerId{server})) keep(*smaller, without(ServerId{server}));
    }
    void startTogether() {
        for (std::size_t i = 1; i < m_commands.size(); ++i) {
            const auto* later = std::get_if<StartServers>(&m_commands[i].command);
            if (!later || !std::holds_alternative<StartServers>(m_commands[i - 1].command)) continue;
            Commands candidate = m_commands;
            auto& servers = std::get<StartServers>(candidate[i - 1].command).servers;
            servers.insert(servers.end(), later->servers.begin(), later->servers.end());
            std::sort(servers.begin(), servers.end());
            candidate.erase(candidate.begin() + static_cast<std::ptrdiff_t>(i));
            if (keep(m_scenario, candidate)) --i;
        }
    }
    /// Whoever looks at it does not wait longer than the servers need with the rule, within a factor of two; but so long that whoever waits
    /// for another has given up (initLimit and syncLimit, §3.8).
    void demandSooner() {
        const auto demandIn = [](Commands& commands) {
            const auto found = std::find_if(commands.begin(), commands.end(), [](const LoggedCommand& c) { return std::holds_alternative<Demand>(c.command); });
            return found == commands.end() ? nullptr : &std::get<Demand>(found->command);
        };
        const Demand* demand = m_blames ? demandIn(m_commands) : nullptr;
        const SimTime within = demand ? demand->within : SimTime{};
        const auto& ensemble = m_scenario.ensemble;
        const SimTime least = ensemble.initTimeout() + ensemble.syncTimeout();
        for (std::int64_t part = kMostParts; part > 1; part /= 2) {   // the short ones first: they take less to play
            Commands candidate = m_commands;
            if (Demand* sooner = demandIn(candidate)) sooner->within = usec(within.us / part);
            if (within.us / part >= least.us && keep(m_scenario, candidate)) return;
        }
    }
    Commands without(ServerId gone) const {
        Commands out;
        for (const LoggedCommand& c : m_commands)
            if (auto command = withoutServer(c.command, gone)) out.push_back({c.step, std::move(*command), c.time, {}});
        return out;
    }
    /// Waits less before each command, the longest waits first, and less before the end.
    void shorten() {
        const std::size_t n = droppable(m_commands);
        std::vector<std::pair<SimTime, std::size_t>> waits;
        for (std::size_t i = 0; i < std::min(n, m_commands.size()); ++i) waits.emplace_back(m_commands[i].time - (i ? m_commands[i - 1].time : SimTime{}), i);
        std::sort(waits.begin(), waits.end(), [](const auto& a, const auto& b) { return b.first < a.first || (a.first == b.first && a.second < b.second); });
        for (const auto& [wait, at] : waits) {
            if (wait < msec(1)) break;
            for (const std::int64_t part : {1, 2, 4}) {   // all of it, a half, a quarter
                Commands candidate = m_commands;
                if (at >= candidate.size()) break;
                const SimTime less = usec(wait.us / part);
                for (std::size_t i = at; i < candidate.size(); ++i) candidate[i].time = std::max(SimTime{}, candidate[i].time - less);
                if (keep(m_scenario, candidate)) break;
            }
        }
    }

    static constexpr std::int64_t kMostParts = 1024;

    std::string m_title;
    Scenario m_scenario;
    Property m_property;
    bool m_blames = false;   ///< with all rules the run has a good end, and so has to have what comes of it
    Budget& m_budget;
    Commands m_commands;
    SimTime m_end;
    Finding m_best;
};

// --- Any other script: statement by statement --------------------------------------------------------------------------

class Statements {
public:
    using List = std::vector<Statement>;

    Statements(std::string_view text, Script script, Property property, Budget& budget)
        : m_text(text), m_scenario(std::move(script.scenario)), m_property(property), m_budget(budget), m_list(std::move(script.statements)) {
        m_firstLine = m_list.empty() ? 0 : m_list.front().line;
        std::erase_if(m_list, [](const Statement& s) { return std::holds_alternative<Expect>(s.what); });
    }
    std::string shrunk() {
        auto reached = attempt(m_list);
        if (!reached) return {};
        m_list = std::move(*reached);
        m_blames = m_scenario.ensemble.variants != Variants{} && isGoodWithAllRules(m_list);
        for (std::size_t before = 0; before != m_list.size() && !m_budget.isSpent();) {
            before = m_list.size();
            minimise(m_list, [this](const List& l) { return droppable(l); }, [this](const List& l) { return attempt(l); });
        }
        return written();
    }

private:
    std::size_t droppable(const List& list) const {
        return droppableFor(m_property, m_blames, list, [](const Statement& s) { return std::get_if<Command>(&s.what); });
    }
    /// The statements that could be carried out, up to the violation; nothing if there is none.
    std::optional<List> attempt(const List& list) {
        if (!m_budget.allows()) return {};
        List done;
        if (!falls(list, done) || (m_blames && !isGoodWithAllRules(done))) return {};
        return done;
    }
    bool isGoodWithAllRules(const List& list) {
        Lab lab(withAllRules(m_scenario), false);
        for (const Statement& s : list) {
            bool failed = false;
            carryOut(s, lab, failed);
        }
        m_budget.spend(lab.step());
        return hasGoodEnd(lab, m_property);
    }
    bool falls(const List& list, List& done) {
        Lab lab(m_scenario, false);
        for (const Statement& s : list) {
            bool failed = false;
            if (!carryOut(s, lab, failed)) done.push_back(s);
            else if (failed) return false;   // it has waited for what does not come
            if (lab.checker().isViolated(m_property)) break;
        }
        m_budget.spend(lab.step());
        return lab.checker().isViolated(m_property);
    }
    std::string written() const {
        std::string out;
        std::size_t at = 0;
        for (int line = 1; line < m_firstLine && at < m_text.size(); ++line) {
            const std::size_t end = std::min(m_text.find('\n', at), m_text.size());
            out += m_text.substr(at, end - at);
            out += '\n';
            at = end + 1;
        }
        for (const Statement& s : m_list) out += s.source + "\n";
        return out + "expect violation " + std::string(propertyInfo(m_property).id) + "\n";
    }

    std::string m_text;
    Scenario m_scenario;
    Property m_property;
    bool m_blames = false;
    Budget& m_budget;
    List m_list;
    int m_firstLine = 0;
};

}  // namespace

std::string shrink(std::string_view text, Property property, const ShrinkOptions& options) {
    auto parsed = parseScript(text, "run");
    if (!std::holds_alternative<Script>(parsed)) return std::string(text);
    Script script = std::move(std::get<Script>(parsed));
    Budget budget(options);
    if (!TimedRun::fits(script)) {   // without one of its statements a script may take longer to get there: its inputs are those of the whole
        if (auto inputs = shrinkInputs(text, property, budget)) return std::move(inputs->script);
        const std::string out = Statements(text, std::move(script), property, budget).shrunk();
        return out.empty() ? std::string(text) : out;
    }
    // In a run at its times whatever is dropped changes what is drawn, and it soon gets stuck; single inputs go further. Whether the whole
    // run comes to less or what is short already, nobody knows before.
    if (!isOfLiveness(property)) budget.keep(budget.left() / 4 * 3);
    std::string out = TimedRun(std::move(script), property, budget).shrunk();
    if (isOfLiveness(property)) return out.empty() ? std::string(text) : out;
    budget.keep(budget.left() / 2);
    auto least = shrinkInputs(out, property, budget);
    budget.keep(0);
    if (auto inputs = shrinkInputs(text, property, budget); inputs && (!least || inputs->length < least->length)) least = std::move(inputs);
    if (least) return std::move(least->script);
    return out.empty() ? std::string(text) : out;
}

}  // namespace zab
