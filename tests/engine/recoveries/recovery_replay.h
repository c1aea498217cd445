// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a recorded recovery in a World and notes what the recorder noted.
#pragma once

#include "recovery_case.h"

#include "engine/server/protocol.h"
#include "engine/world/world.h"

#include <map>

namespace zab::recoveries {

/// What the recording leaves open: the order of arrival at the leader. `late` holds, per observation, the servers
/// whose packets take longer from the observation before on.
struct Schedule {
    std::uint64_t seed = 1;
    std::vector<std::set<int>> late;
    /// How late: behind the first learner's round trips, or even behind one that had to try again to connect (100 ms).
    SimTime lateness() const { return seed % 2 != 0 ? msec(30) : msec(130); }
};

class Replay {
public:
    Replay(const QJsonObject& aCase, const QJsonObject& settings, Schedule schedule)
        : m_case(aCase), m_limits(Limits::from(settings)), m_schedule(std::move(schedule)),
          m_world(scenario(aCase, settings, m_schedule.seed)) {}

    /// Why a step could not be carried out; empty = all were.
    const QString& failed() const { return m_failed; }
    const Trace& trace() const { return m_trace; }

    /// What was seen, in the form of the file's `expected`.
    QJsonObject run() {
        QJsonArray phases;
        QJsonObject last;
        bool seen = false;   // `last` is the newest observation and nothing has happened since
        const auto observed = [&] {
            if (seen) phases.append(last);
            last = observe();
            seen = true;
        };
        setLate(0);
        const QJsonArray start = m_case[QLatin1String("start")].toArray();
        for (int i = 0; i < start.size(); ++i) {
            if (start[i].isDouble()) continue;
            startServers(start[i].toArray());
            if (i + 1 < start.size() && start[i + 1].isDouble()) {
                runFor(msec(start[i + 1].toInteger()));
                continue;
            }
            wait();
            observed();
            setLate(phases.size() + 1);
        }
        bool changed = false;
        for (const QJsonValue& step : m_case[QLatin1String("then")].toArray()) {
            const bool waits = step.toObject()[QLatin1String("do")].toString() == QLatin1String("wait");
            doStep(step.toObject());
            changed = !waits;
            if (!waits) continue;
            observed();
            setLate(phases.size() + 1);
        }
        if (changed) observed();
        if (!phases.isEmpty()) last[QLatin1String("phases")] = phases;
        addFiles(last);
        return last;
    }

private:
    static Scenario scenario(const QJsonObject& aCase, const QJsonObject& settings, std::uint64_t seed) {
        Scenario s = toScenario(aCase, settings);
        s.seed = seed;
        return s;
    }
    const Host& host(int sid) const { return m_world.host(ServerId{sid}); }
    bool isUp(int sid) const { return host(sid).life == Life::Up; }
    bool runs(int sid) const { return isUp(sid) || host(sid).life == Life::Frozen; }
    int servers() const { return m_world.config().serverCount(); }

    // --- the steps ---
    void command(const Command& c) {
        const std::string why = m_world.apply(c, {}, m_trace);
        if (!why.empty() && m_failed.isEmpty()) m_failed = QString::fromStdString(why);
        note();
    }
    void fresh() {   // only what was synchronized since the last start, kill, pause or resume counts
        m_sync = m_packets = m_compared = {};
    }
    void setLate(qsizetype observation) {
        for (int sid = 1; sid <= servers() && servers() > 1; ++sid) command(SetLink{ServerId{sid}, {}, kLatency, kJitter});
        if (observation >= static_cast<qsizetype>(m_schedule.late.size())) return;
        for (const int sid : m_schedule.late[static_cast<std::size_t>(observation)])
            if (sid <= servers()) command(SetLink{ServerId{sid}, {}, m_schedule.lateness(), kJitter});
    }
    void startServers(const QJsonArray& sids) {
        StartServers start;
        for (const QJsonValue& sid : sids)
            if (sid.toInt() < 1 || sid.toInt() > servers() || !runs(sid.toInt())) start.servers.push_back(ServerId{sid.toInt()});
        if (start.servers.empty()) return;
        runFor(kProcessStart);
        fresh();
        command(start);
        if (m_failed.isEmpty())
            for (const ServerId s : start.servers) m_started.insert(s.value);
    }
    void doStep(const QJsonObject& step) {
        const QString what = step[QLatin1String("do")].toString();
        if (what == QLatin1String("wait")) {
            wait();
        } else if (what == QLatin1String("write")) {
            write(step[QLatin1String("name")].toString(), step[QLatin1String("via")].toInt());
        } else if (what == QLatin1String("start")) {
            QJsonArray sids = step[QLatin1String("sids")].toArray();
            if (step[QLatin1String("sids")].isString())
                for (int sid = 1; sid <= servers(); ++sid)
                    if (!runs(sid)) sids.append(sid);
            startServers(sids);
        } else if (what == QLatin1String("kill")) {
            if (step[QLatin1String("sid")].isString()) runUntil([&] { return leader() != 0; }, m_limits.serve);
            const int sid = step[QLatin1String("sid")].isString() ? leader() : step[QLatin1String("sid")].toInt();
            if (sid < 1 || sid > servers() || !runs(sid)) return;
            fresh();
            command(CrashServer{ServerId{sid}, true});   // kill -9: what was written stays in the system's cache
            runFor(kKill);
        } else {
            fresh();
            command(FreezeServer{ServerId{step[QLatin1String("sid")].toInt()}, what == QLatin1String("pause")});
        }
    }
    // One create as one transaction: the recorded clients had local sessions, which leave none. So the request reaches
    // the leader as a learner forwards it, and belongs to no session.
    void write(const QString& name, int via) {
        runUntil([&] { return leader() != 0 && !host(leader()).server.replica().connections().empty(); }, m_limits.serve);
        const int to = leader();
        if (to == 0) return;
        Request create;
        create.op = OpCode::Create;
        create.path = "/t-" + name.toStdString();
        PendingInput in;
        in.kind = InputKind::Packet;
        in.due = m_world.now();
        in.to = ServerId{to};
        for (const auto& [peer, connection] : host(to).server.replica().connections()) {
            if (via != 0 && via != to && peer.value != via) continue;
            in.from = peer;
            in.connection = connection;
        }
        in.message = Forwarded{MessageType::Request,
                               std::make_shared<ForwardedCall>(SessionId{}, std::make_shared<ClientCallBody>(0, create))};
        m_world.deliver(in, m_trace);
        m_world.carry(in.to, m_trace);
        runUntil([&] { return !isUp(to) || madeNodes(to).contains(name); }, m_limits.serve);
        runFor(kBetweenSteps);
    }

    // --- time ---
    template <class Done>
    bool runUntil(Done done, SimTime limit) {
        const SimTime end = m_world.now() + limit;
        while (!done()) {
            if (m_world.nextDue() > end) {
                m_world.advanceTo(end);
                return false;
            }
            m_world.fireNext(m_trace);
            note();
        }
        return true;
    }
    void runFor(SimTime t) {
        runUntil([] { return false; }, t);
    }
    void wait() {
        ServerSet live;
        for (int sid = 1; sid <= servers(); ++sid)
            if (isUp(sid)) live.add(ServerId{sid});
        if (!isQuorum(m_world.config(), live)) {
            runFor(m_limits.noQuorum);
            return;
        }
        SimTime leads = kNever;
        runUntil([&] {
            if (leader() == 0) {
                leads = kNever;
                return false;
            }
            leads = std::min(leads, m_world.now());
            return allServe() || m_world.now() - leads > m_limits.straggler;
        }, m_limits.serve);
        runFor(kBetweenSteps);
    }
    /// Who leads with a quorum behind it; 0 = nobody. A stopped process is nobody.
    int leader() const {
        int best = 0;
        for (int sid = 1; sid <= servers(); ++sid) {
            const auto* l = isUp(sid) ? std::get_if<Leading>(&host(sid).server.replica().role()) : nullptr;
            if (l && l->established && (best == 0 || l->epoch > epochOf(best))) best = sid;
        }
        return best;
    }
    Epoch epochOf(int leader) const { return std::get<Leading>(host(leader).server.replica().role()).epoch; }
    bool serves(int sid) const {
        const Replica& r = host(sid).server.replica();
        return isUp(sid) && r.serving() && r.leader().value == leader();
    }
    bool allServe() const {
        for (int sid = 1; sid <= servers(); ++sid)
            if (isUp(sid) && !serves(sid)) return false;
        return true;
    }

    // --- what is noted meanwhile ---
    void note() {
        for (; m_noted < m_trace.size(); ++m_noted) note(m_trace.at(m_noted));
    }
    void note(const Event& e) {
        const QString peer = QString::number(e.peer.value);
        if (e.kind == EventKind::SyncPlanned) {
            m_sync[peer] = QString::fromUtf8(syncName(static_cast<SyncMode>(e.args[0])).data());
            QJsonObject c;
            c[QLatin1String("peerLast")] = text(Zxid{e.args[2]});
            c[QLatin1String("minCommittedLog")] = text(Zxid{e.args[3]});
            c[QLatin1String("maxCommittedLog")] = text(Zxid{e.args[4]});
            c[QLatin1String("lastProcessed")] = text(Zxid{e.args[5]});
            c[QLatin1String("via")] = m_via;
            m_compared[peer] = c;
        } else if (e.kind == EventKind::PacketDelivered) {
            notePacket(e);
        } else if (e.kind == EventKind::ServerExited || e.kind == EventKind::ServerCrashed) {
            m_joining.erase(e.actor.value);   // what still arrives there nobody reads
        } else if (e.rule == RuleId::EpochSmallerRefused) {
            m_outside[e.actor.value] = QStringLiteral("leader's epoch < own acceptedEpoch");
        } else if (e.rule == RuleId::SyncFromDiskLog) {
            m_via = QStringLiteral("txnlog");
            m_viaSet = true;
        } else if (e.kind == EventKind::Decided && e.peer.isServer()) {
            if (m_viaSet) {   // the walk through the disk log is told before its outcome
                m_viaSet = false;
                return;
            }
            const bool walked = e.rule == RuleId::SyncDiff || e.rule == RuleId::SyncDiffFromEpochStart ||
                                e.rule == RuleId::SyncTruncThenDiff || e.rule == RuleId::SyncCannotTruncAcrossEpochs;
            m_via = walked ? QJsonValue(QStringLiteral("committedLog")) : QJsonValue(QJsonValue::Null);
        }
    }
    void notePacket(const Event& e) {
        const QString sid = QString::number(e.actor.value);
        const auto add = [&](bool first, bool withZxid) {
            QJsonArray list = first ? QJsonArray() : m_packets[sid].toArray();
            const QString name = QString::fromUtf8(messageName(e.message).data());
            list.append(withZxid ? name + QLatin1Char(' ') + text(Zxid{e.args[0]}) : name);
            m_packets[sid] = list;
        };
        switch (e.message) {
        case MessageType::Diff:
        case MessageType::Trunc:
        case MessageType::Snap:
            m_joining.insert(e.actor.value);
            add(true, true);
            break;
        case MessageType::Proposal:
        case MessageType::Commit:
        case MessageType::Inform:
        case MessageType::NewLeader:
            if (m_joining.count(e.actor.value) != 0) add(false, true);
            break;
        case MessageType::UpToDate:
            if (m_joining.erase(e.actor.value) != 0) add(false, false);
            break;
        default: break;
        }
    }

    // --- what is seen afterwards ---
    static QString reason(RuleId rule) {
        switch (rule) {
        case RuleId::StartLogWithoutSnapshot: return QStringLiteral("log without snapshot");
        case RuleId::StartDamagedRecord: return QStringLiteral("damaged log record");
        case RuleId::StartCurrentEpochBehind: return QStringLiteral("currentEpoch < epoch of last zxid");
        case RuleId::StartAcceptedEpochBehind: return QStringLiteral("acceptedEpoch < currentEpoch");
        default: return QString::fromUtf8(ruleInfo(rule).id.data());
        }
    }
    QJsonObject observe() const {
        QJsonObject o, zxid, znodes, refuses, outside;
        QJsonArray never;
        const int l = leader();
        for (int sid = 1; sid <= servers(); ++sid) {
            const QString key = QString::number(sid);
            if (host(sid).life == Life::Refused || host(sid).life == Life::Exited) refuses[key] = reason(host(sid).refusal);
            if (l == 0 || !isUp(sid)) continue;
            if (serves(sid)) {
                zxid[key] = text(host(sid).server.replica().lastProcessed());
                znodes[key] = madeNodes(sid);
            } else {
                never.append(sid);
                const auto why = m_outside.find(sid);
                if (why != m_outside.end()) outside[key] = why->second;
            }
        }
        o[QLatin1String("leader")] = l == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(l);
        o[QLatin1String("epoch")] = l == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(static_cast<qint64>(epochOf(l)));
        o[QLatin1String("sync")] = m_sync;
        o[QLatin1String("packets")] = m_packets;
        o[QLatin1String("compared")] = m_compared;
        o[QLatin1String("zxid")] = zxid;
        o[QLatin1String("znodes")] = znodes;
        o[QLatin1String("never_joins")] = never;
        o[QLatin1String("never_joins_reason")] = outside;
        o[QLatin1String("refuses")] = refuses;
        return o;
    }
    QJsonArray madeNodes(int sid) const {
        QJsonArray all;
        Request list;
        list.op = OpCode::GetChildren;
        list.path = "/";
        for (const std::string& name : host(sid).server.tree().read(list).children) {
            if (name.rfind("t-", 0) != 0) continue;
            QString item = QString::fromStdString(name.substr(2));
            if (item[0].isDigit()) item.replace(QLatin1Char('-'), QLatin1Char('.'));
            all.append(item);
        }
        return all;
    }
    void addFiles(QJsonObject& o) {
        for (int sid = 1; sid <= servers(); ++sid)
            if (runs(sid)) command(CrashServer{ServerId{sid}, true});
        QJsonObject accepted, current, snapshots, log;
        for (const int sid : m_started) {
            const Durable& disk = host(sid).server.replica().disk();
            const QString key = QString::number(sid);
            if (disk.acceptedEpoch) accepted[key] = static_cast<qint64>(*disk.acceptedEpoch);
            if (disk.currentEpoch) current[key] = static_cast<qint64>(*disk.currentEpoch);
            QJsonArray names, records;
            for (const SnapshotFile& s : disk.snapshots) names.append(text(s.name));
            for (const LogFile& file : disk.log.files()) {
                for (std::size_t i = 0; i < file.readable(); ++i) {
                    const bool damaged = file.damaged && *file.damaged == file.records[i]->zxid;
                    records.append(damaged ? QStringLiteral("damaged") : text(file.records[i]->zxid));
                    if (damaged) break;   // nobody reads on behind it
                }
            }
            snapshots[key] = names;
            log[key] = records;
        }
        o[QLatin1String("acceptedEpoch")] = accepted;
        o[QLatin1String("currentEpoch")] = current;
        o[QLatin1String("snapshots")] = snapshots;
        o[QLatin1String("log")] = log;
    }

    static constexpr SimTime kLatency = usec(200), kJitter = usec(100);
    static constexpr SimTime kProcessStart = msec(700);    ///< until a started process takes part
    static constexpr SimTime kKill = msec(20);
    static constexpr SimTime kBetweenSteps = msec(100);    ///< the recorder asks servers one after the other

    const QJsonObject m_case;
    const Limits m_limits;
    const Schedule m_schedule;
    World m_world;
    Trace m_trace;
    EventId m_noted = 0;
    std::set<int> m_started, m_joining;
    std::map<int, QString> m_outside;
    QJsonObject m_sync, m_packets, m_compared;
    QJsonValue m_via = QJsonValue::Null;
    bool m_viaSet = false;
    QString m_failed;
};

}  // namespace zab::recoveries
