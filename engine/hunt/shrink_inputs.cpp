// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/hunt/shrink_inputs.h"

#include "engine/script/script.h"

#include <optional>
#include <vector>

namespace zab {
namespace {

constexpr std::int64_t kMostSteps = 4000;   ///< a longer run would take too long, and nobody would read it

using Commands = std::vector<Command>;

bool isFallen(const Lab& lab, Property property) {
    const auto& all = lab.checker().violations();
    return std::any_of(all.begin(), all.end(), [&](const ViolationFound& v) { return v.property == property; });
}

/// Its name, if it may come next.
std::optional<InputName> nameIn(const World& world, const PendingInput& in) {
    InputName name = nameOf(in);
    for (const PendingInput* found = world.find(name); found; found = world.find(name)) {
        if (found->sequence == in.sequence) return name;
        ++name.number;
    }
    return std::nullopt;
}

class Inputs {
public:
    Inputs(const Script& script, Property property, Budget& budget) : m_title(script.title), m_scenario(script.scenario), m_property(property), m_budget(budget) {
        Lab lab(m_scenario, false);
        for (const Statement& s : script.statements) {
            bool failed = false;
            if (!std::holds_alternative<Expect>(s.what)) carryOut(s, lab, failed);
            if (isFallen(lab, m_property) || lab.step() > kMostSteps) break;
        }
        if (!isOfLiveness(m_property) && isFallen(lab, m_property) && lab.step() <= kMostSteps) spell(lab.commands(), lab.step());
    }
    std::string shrunk() {
        if (m_list.empty()) return {};
        auto reached = attempt(m_list);
        if (!reached) return {};
        m_list = std::move(*reached);
        for (std::size_t before = 0; before != m_list.size() && !m_budget.isSpent();) {
            before = m_list.size();
            dropGroups();
            minimise(m_list, [](const Commands& c) { return c.size(); }, [this](const Commands& c) { return attempt(c); });
        }
        return static_cast<std::int64_t>(m_list.size()) < m_steps ? written() : std::string();
    }

private:
    /// The run once more, and what each step was: the commands as they are, inputs by name.
    void spell(const std::vector<LoggedCommand>& commands, std::int64_t steps) {
        Lab lab(m_scenario, false);
        auto next = commands.begin();
        while (!isFallen(lab, m_property) && lab.step() <= steps) {
            if (next != commands.end() && next->step == lab.step()) {
                lab.advanceTo(next->time);
                if (!std::holds_alternative<Say>(next->command)) m_list.push_back(byName(lab.world(), next->command));
                lab.execute(next->command);
                ++next;
                continue;
            }
            World world = lab.world();
            const PendingInput* in = world.peek();
            const auto name = in ? nameIn(lab.world(), *in) : std::nullopt;
            if (!name) return m_list.clear();
            m_list.push_back(DeliverInput{*name});
            lab.stepInput();
        }
        m_steps = static_cast<std::int64_t>(m_list.size());
    }
    /// Numbers of packets mean nothing where others are missing.
    static Command byName(const World& world, const Command& command) {
        const auto* drop = std::get_if<DropPacket>(&command);
        const auto* deliver = std::get_if<DeliverNext>(&command);
        if (!drop && !deliver) return command;
        Command named = command;
        world.pending().forEach([&](const PendingInput& in) {
            if (in.sequence != (drop ? drop->sequence : deliver->sequence)) return;
            const auto name = nameIn(world, in);
            if (name && drop) named = DropInput{*name};
            else if (name) named = DeliverInput{*name};
        });
        return named;
    }
    /// What belongs together goes together: all that two of them say to one another, all of one kind, all of one server.
    void dropGroups() {
        std::vector<InputName> names;
        for (const Command& c : m_list)
            if (const auto* d = std::get_if<DeliverInput>(&c)) names.push_back(d->input);
        const auto without = [this](auto belongs) {
            Commands rest;
            for (const Command& c : m_list)
                if (const auto* d = std::get_if<DeliverInput>(&c); !d || !belongs(d->input)) rest.push_back(c);
            if (rest.size() == m_list.size()) return;
            if (auto reached = attempt(rest)) m_list = std::move(*reached);
        };
        for (const InputName& n : names) {
            without([&](const InputName& i) { return i.to == n.to; });
            without([&](const InputName& i) { return i.from == n.from && i.to == n.to; });
            without([&](const InputName& i) { return i.kind == n.kind && i.message == n.message && i.timer == n.timer && i.from == n.from && i.to == n.to; });
        }
    }
    /// What could be carried out, up to the violation; nothing if there is none.
    std::optional<Commands> attempt(const Commands& list) {
        if (!m_budget.spend()) return {};
        Lab lab(m_scenario, false);
        Commands done;
        for (Command c : list) {
            if (!carriedOut(lab, c)) continue;
            done.push_back(std::move(c));
            if (isFallen(lab, m_property)) return done;
        }
        return {};
    }
    /// Where others like it, before it, are not there any more, it has a smaller number.
    static bool carriedOut(Lab& lab, Command& c) {
        auto* deliver = std::get_if<DeliverInput>(&c);
        while (!lab.execute(c).empty())
            if (!deliver || deliver->input.number-- == 1) return false;
        return true;
    }
    std::string written() const {
        std::string out = formatScript(m_scenario, {}, m_title);
        for (const Command& c : m_list) out += formatCommand(c) + "\n";
        return out + "expect violation " + std::string(propertyInfo(m_property).id) + "\n";
    }

    std::string m_title;
    Scenario m_scenario;
    Property m_property;
    Budget& m_budget;
    Commands m_list;
    std::int64_t m_steps = 0;
};

}  // namespace

std::string shrinkInputs(std::string_view text, Property property, Budget& budget) {
    auto parsed = parseScript(text, "run");
    const auto* script = std::get_if<Script>(&parsed);
    return script ? Inputs(*script, property, budget).shrunk() : std::string();
}

}  // namespace zab
