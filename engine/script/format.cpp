// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and whole documents as .lab lines: what the parser reads back as the same.
#include "engine/script/lexer.h"
#include "engine/script/script.h"
#include "engine/script/words.h"

#include <algorithm>

namespace zab {
namespace {

using script::factorText;
using script::percentText;
using script::quoted;
using script::secondsText;
using script::timeText;

std::string name(ActorId a) { return toString(a); }

std::string list(const std::vector<ServerId>& servers) {
    std::string out;
    for (const ServerId s : servers) out += (out.empty() ? "" : " ") + name(s);
    return out;
}

std::string linkName(ServerId a, ServerId b) { return b ? name(a) + "-" + name(b) : name(a); }

/// A path stands without quotes where the lexer would read it as one word.
std::string pathText(const std::string& path) {
    const bool plain = !path.empty() && path[0] == '/' &&
                       std::all_of(path.begin(), path.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != '|' && c != '(' && c != ')'; });
    return plain ? path : quoted(path);
}

std::string requestText(const Request& r) {
    const std::string version = r.version >= 0 ? " version " + std::to_string(r.version) : "";
    const std::string watch = r.watch ? " watch" : "";
    switch (r.op) {
        case OpCode::Create:
        case OpCode::CreateContainer:
            return "create " + pathText(r.path) + (r.data.empty() ? "" : " " + quoted(r.data)) + (isEphemeral(r.mode) ? " ephemeral" : "") +
                   (isSequential(r.mode) ? " sequential" : "") + (r.mode == CreateMode::Container ? " container" : "");
        case OpCode::SetData: return "set " + pathText(r.path) + " " + quoted(r.data) + version;
        case OpCode::Delete: return "delete " + pathText(r.path) + version;
        case OpCode::GetData: return "get " + pathText(r.path) + watch;
        case OpCode::Exists: return "exists " + pathText(r.path) + watch;
        case OpCode::GetChildren: return "children " + pathText(r.path) + watch;
        case OpCode::Sync: return "sync " + pathText(r.path);
        case OpCode::AddWatch: return "watch " + pathText(r.path) + (r.watchMode == WatchMode::Persistent ? " persistent" : " recursive");
        case OpCode::RemoveWatches:
            return "unwatch " + pathText(r.path) + (r.watcherType == WatcherType::Data ? " data" : r.watcherType == WatcherType::Children ? " children" : " any");
        case OpCode::Auth: return "auth " + r.scheme + " " + quoted(r.data);
        default: return std::string(opName(r.op));
    }
}

std::string clientsName(ClientId first, ClientId last) { return name(first) + (last.value > first.value ? "-" + name(last) : ""); }

std::string recipeText(const RecipeOptions& o) {
    std::string out;
    const std::string data = o.data.empty() ? "" : " " + quoted(o.data), like = o.like == RecipeLibrary::Kazoo ? " like kazoo" : "";
    switch (o.kind) {
        case RecipeKind::Election: out = "elect " + pathText(o.path); break;
        case RecipeKind::Barrier: return "barrier " + pathText(o.path);
        case RecipeKind::DoubleBarrier: return "enter " + pathText(o.path) + " count " + std::to_string(o.count);
        case RecipeKind::Group: return "join " + pathText(o.path) + data;
        case RecipeKind::Config: return "configure " + pathText(o.path);
        case RecipeKind::Service: return (o.role == RecipeRole::Provide ? "provide " : "discover ") + pathText(o.path) + data;
        case RecipeKind::Queue:
            out = (o.role == RecipeRole::Offer ? "offer " + pathText(o.path) + " " + quoted(o.data) : "take " + pathText(o.path)) + like;
            return out + (o.times > 1 ? " times " + std::to_string(o.times) : "");
        default: out = "lock " + pathText(o.path); break;
    }
    if (o.role != RecipeRole::None) out += " " + std::string(recipeRoleName(o.role));
    if (o.naive) out += " naive";
    out += like;
    if (!o.isProtected) out += " unprotected";
    if (o.hold.us > 0) out += " hold " + timeText(o.hold);
    if (o.times > 1) out += " times " + std::to_string(o.times);
    return out;
}

std::string packetText(const char* verb, std::uint64_t sequence) { return std::string(verb) + " packet " + std::to_string(sequence); }

struct Formatter {
    std::string operator()(const StartServers& c) const { return "start " + list(c.servers); }
    std::string operator()(const CrashServer& c) const { return "crash " + name(c.server) + (c.keepUnsynced ? " keep" : "") + (c.keep > 0 ? " keep " + std::to_string(c.keep) : "") + (c.torn ? " torn" : ""); }
    std::string operator()(const SetLying& c) const { return "fsync " + (c.server ? name(c.server) : std::string("all")) + (c.lies ? " lies" : " honest"); }
    std::string operator()(const SetClock& c) const { return "clock " + name(c.server) + " " + std::to_string(c.percent) + "%"; }
    std::string operator()(const Demand& c) const { return "demand " + list(c.servers) + " within " + timeText(c.within); }
    std::string operator()(const FreezeServer& c) const { return (c.frozen ? "freeze " : "thaw ") + name(c.server); }
    std::string operator()(const ForceTimeout& c) const { return "force timeout " + name(c.server); }
    std::string operator()(const SetFsync& c) const {
        return "fsync " + (c.server ? name(c.server) : std::string("all")) + " " + timeText(c.latency) + " jitter " + timeText(c.jitter);
    }
    std::string operator()(const CutLink& c) const { return "cut " + linkName(c.a, c.b) + (c.oneWay ? " one-way" : ""); }
    std::string operator()(const HealLink& c) const { return "heal " + linkName(c.a, c.b); }
    std::string operator()(const Partition& c) const {
        std::string out = "partition ";
        for (std::size_t i = 0; i < c.sides.size(); ++i) out += (i ? " | " : "") + list(c.sides[i]);
        return out;
    }
    std::string operator()(const HealAll&) const { return "heal all"; }
    std::string operator()(const SetLink& c) const {
        return "link " + linkName(c.a, c.b) + " latency " + timeText(c.latency) + " jitter " + timeText(c.jitter) + " loss " +
               percentText(c.lossPpm) + " duplicate " + percentText(c.duplicatePpm);
    }
    std::string operator()(const DropPacket& c) const { return packetText("drop", c.sequence); }
    std::string operator()(const DuplicatePacket& c) const { return packetText("duplicate", c.sequence); }
    std::string operator()(const DeliverNext& c) const { return packetText("deliver", c.sequence); }
    std::string operator()(const DelayPacket& c) const { return packetText("delay", c.sequence) + " by " + timeText(c.by); }
    std::string operator()(const DeliverInput& c) const { return "deliver " + toString(c.input); }
    std::string operator()(const DropInput& c) const { return "drop " + toString(c.input); }
    std::string operator()(const DuplicateInput& c) const { return "duplicate " + toString(c.input); }
    std::string operator()(const PassTime& c) const { return "pass " + timeText(c.time); }
    std::string operator()(const ConnectClient& c) const {
        return clientsName(c.client, c.last) + " connect" + (c.server ? " " + name(c.server) : "") + (c.timeout.us ? " timeout " + timeText(c.timeout) : "");
    }
    std::string operator()(const ClientCall& c) const {
        return name(c.client) + " " + requestText(c.request) + (c.manner.watcher.empty() ? "" : " " + quoted(c.manner.watcher)) + (c.manner.async ? " async" : "");
    }
    std::string operator()(const CloseClient& c) const { return clientsName(c.client, c.last) + " close"; }
    std::string operator()(const CrashClient& c) const { return clientsName(c.client, c.last) + " crash"; }
    std::string operator()(const ClientLoad& c) const {
        return name(c.client) + " load outstanding " + std::to_string(c.outstanding) + " bytes " + std::to_string(c.bytes) + " total " +
               std::to_string(c.total);
    }
    std::string operator()(const SetCallbackTime& c) const { return name(c.client) + " callback " + timeText(c.takes); }
    std::string operator()(const FreezeClient& c) const { return (c.frozen ? "freeze " : "thaw ") + name(c.client); }
    std::string operator()(const StartRecipe& c) const { return clientsName(c.client, c.last) + " " + recipeText(c.options); }
    std::string operator()(const LeaveRecipe& c) const {
        return clientsName(c.client, c.last) + " " + std::string(recipeEndWord(c.end)) + " " + pathText(c.path);
    }
    std::string operator()(const UseResource& c) const {
        return clientsName(c.client, c.last) + " use " + pathText(c.path) + (c.data.empty() ? "" : " " + quoted(c.data)) + (c.fenced ? "" : " unfenced");
    }
    std::string operator()(const StandAt& c) const { return name(c.client) + " at " + (c.server ? name(c.server) : "nowhere"); }
    std::string operator()(const LookupService& c) const {
        return name(c.client) + " lookup " + pathText(c.path) + (c.every.us < 0 ? "" : " every " + timeText(c.every));
    }
    std::string operator()(const Say& c) const { return "say " + quoted(c.text); }
};

/// "1.1-1.5 1.7": runs of consecutive transactions.
std::string rangesText(const std::vector<Zxid>& txns) {
    std::string out;
    for (std::size_t i = 0; i < txns.size();) {
        std::size_t j = i;
        while (j + 1 < txns.size() && txns[j + 1] == txns[j].next() && txns[j + 1].epoch() == txns[j].epoch()) ++j;
        out += (out.empty() ? "" : " ") + toString(txns[i]) + (j > i ? "-" + toString(txns[j]) : "");
        i = j + 1;
    }
    return out;
}

std::string diskText(const DiskImage& d) {
    std::string out;
    if (d.brandNew) return " new";
    if (d.acceptedEpoch) out += " accepted " + std::to_string(*d.acceptedEpoch);
    if (d.currentEpoch) out += " current " + std::to_string(*d.currentEpoch);
    if (d.currentEpochTmp) out += " current-tmp " + std::to_string(*d.currentEpochTmp);
    for (std::size_t i = 0; i < d.log.size(); ++i) out += (i ? " | " : " log ") + rangesText(d.log[i]);
    for (const DiskImage::Snapshot& s : d.snapshots)
        out += " snapshot " + toString(s.zxid) + (s.txns.empty() ? "" : " (" + rangesText(s.txns) + ")") + (s.broken ? " broken" : "");
    if (!d.emptySnapshot && d.snapshots.empty()) out += " no-snapshot";
    if (d.torn) out += " torn";
    if (d.damaged) out += " damaged " + toString(*d.damaged);
    return out;
}

std::string budgetsText(const ExploreBudgets& b) {
    const ExploreBudgets usual;
    std::string out;
    for (const auto& [name, value] : kExploreBudgets)
        if (b.*value != usual.*value) out += std::string(" ") + name + " " + std::to_string(b.*value);
    return out;
}

class SetupWriter {
public:
    std::string write(const Scenario& s, const std::string& title) {
        if (!title.empty()) line("title " + quoted(title));
        ensemble(s.ensemble);
        line("seed " + std::to_string(s.seed));
        network(s.network);
        line("fsync " + timeText(s.disk.fsync) + " jitter " + timeText(s.disk.jitter));
        line("session-timeout " + timeText(s.clientTimeout));
        services(s);
        for (const auto& [server, disk] : s.disks)
            if (const std::string text = diskText(disk); !text.empty()) line("disk S" + std::to_string(server) + text);
        if (s.explore) line("explore" + budgetsText(*s.explore));
        return m_out;
    }

private:
    void line(const std::string& text) { m_out += text + "\n"; }

    void ensemble(const EnsembleConfig& c) {
        const EnsembleConfig usual;
        std::string observers, weights;
        std::map<int, std::string> groups;
        for (const MemberConfig& m : c.members) {
            if (m.observer) observers += " " + name(m.id);
            if (m.weight != 1) weights += " " + name(m.id) + "=" + std::to_string(m.weight);
            if (m.group != 0) groups[m.group] += " " + name(m.id);
        }
        line("servers " + std::to_string(c.members.size()));
        if (!observers.empty()) line("observers" + observers);
        for (const auto& [group, members] : groups) line("group " + std::to_string(group) + members);
        if (!weights.empty()) line("weights" + weights);
        line("tick " + timeText(c.tickTime));
        line("init-limit " + std::to_string(c.initLimit));
        line("sync-limit " + std::to_string(c.syncLimit));
        setting("minSessionTimeout", c.minSessionTimeout, usual.minSessionTimeout, timeText);
        setting("maxSessionTimeout", c.maxSessionTimeout, usual.maxSessionTimeout, timeText);
        setting("minNotificationInterval", c.minNotificationInterval, usual.minNotificationInterval, timeText);
        setting("maxNotificationInterval", c.maxNotificationInterval, usual.maxNotificationInterval, timeText);
        setting("finalizeWait", c.finalizeWait, usual.finalizeWait, timeText);
        const auto number = [](auto v) { return std::to_string(v); };
        setting("commitLogCount", c.commitLogCount, usual.commitLogCount, number);
        setting("snapCount", c.snapCount, usual.snapCount, number);
        setting("snapshotSizeFactor", c.snapshotSizeFactor, usual.snapshotSizeFactor, factorText);
        setting("preAllocSize", c.preAllocSize, usual.preAllocSize, number);
        setting("containerCheckInterval", c.containerCheckInterval, usual.containerCheckInterval, timeText);
        setting("containersPerMinute", c.containersPerMinute, usual.containersPerMinute, number);
        setting("counterLimit", c.counterLimit, usual.counterLimit, number);
        const auto yesNo = [](bool v) { return std::string(v ? "yes" : "no"); };
        setting("forceSnapshotSync", c.forceSnapshotSync, usual.forceSnapshotSync, yesNo);
        setting("curedRecovery", c.curedRecovery, usual.curedRecovery, yesNo);
        variants(c.variants);
    }

    void variants(const Variants& v) {
        std::string broken, defects;
        for (int i = 0; i < static_cast<int>(Seal::Count_); ++i)
            if (!v.holds(static_cast<Seal>(i))) broken += " " + std::string(sealInfo(static_cast<Seal>(i)).id);
        for (int i = 0; i < static_cast<int>(Defect::Count_); ++i)
            if (v.has(static_cast<Defect>(i))) defects += " " + toString(static_cast<Defect>(i));
        if (!broken.empty()) line("without" + broken);
        if (v.release) line("as in " + toString(*v.release) + defects);
    }

    void services(const Scenario& s) {
        const EurekaConfig &e = s.eureka, usual;
        const LookupConfig usualLookup;
        const auto number = [](auto v) { return std::to_string(v); };
        if (e.on) line("eureka");
        setting("eurekaRenewal", e.renewal, usual.renewal, timeText);
        setting("eurekaLease", e.lease, usual.lease, timeText);
        setting("eurekaEviction", e.eviction, usual.eviction, timeText);
        setting("eurekaFetch", e.fetch, usual.fetch, timeText);
        setting("eurekaCache", e.cache, usual.cache, timeText);
        setting("eurekaTimeout", e.timeout, usual.timeout, timeText);
        setting("eurekaThresholdUpdate", e.thresholdUpdate, usual.thresholdUpdate, timeText);
        setting("eurekaRenewalPercent", e.renewalPercent, usual.renewalPercent, number);
        setting("eurekaExpectedClients", e.expectedClients, usual.expectedClients, number);
        setting("eurekaSyncRetries", e.syncRetries, usual.syncRetries, number);
        setting("eurekaSelfPreservation", e.selfPreservation, usual.selfPreservation, [](bool v) { return std::string(v ? "yes" : "no"); });
        setting("lookupTimeout", s.lookup.timeout, usualLookup.timeout, timeText);
        setting("callTimeout", s.lookup.callTimeout, usualLookup.callTimeout, timeText);
    }

    template <class T, class ToText>
    void setting(const char* key, const T& value, const T& usual, ToText text) {
        if (value != usual) line(std::string("set ") + key + " " + text(value));
    }

    void network(const NetworkConfig& n) {
        line("latency " + timeText(n.latency) + " jitter " + timeText(n.jitter));
        line("packet-time " + timeText(n.packetTime));
        if (n.lossPpm) line("loss " + percentText(n.lossPpm));
        if (n.duplicatePpm) line("duplicate " + percentText(n.duplicatePpm));
        line("retransmit " + timeText(n.retransmit));
    }

    std::string m_out;
};

}  // namespace

std::string formatCommand(const Command& command) { return std::visit(Formatter{}, command); }

std::string formatScript(const Scenario& scenario, const std::vector<LoggedCommand>& commands, const std::string& title) {
    std::string out = SetupWriter().write(scenario, title) + "\n";
    for (const LoggedCommand& c : commands)
        out += "at " + secondsText(c.time) + " after " + std::to_string(c.step) + " " + formatCommand(c.command) + "\n";
    return out;
}

}  // namespace zab
