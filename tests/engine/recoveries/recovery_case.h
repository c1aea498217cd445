// SPDX-License-Identifier: GPL-3.0-or-later
// One recorded recovery as it stands in recoveries.json, and the scenario that sets it up.
#pragma once

#include "engine/world/scenario.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <set>
#include <string>
#include <vector>

namespace zab::recoveries {

/// "1.5": epoch and counter, both decimal.
inline Zxid toZxid(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('.'));
    return Zxid::make(parts.value(0).toLongLong(), parts.value(1).toLongLong());
}
inline QString text(Zxid z) { return QString::number(z.epoch()) + QLatin1Char('.') + QString::number(z.counter()); }

/// "1.1-1.5" is 1.1, 1.2, ... 1.5; anything else that does not look like two zxids stays as it is.
inline QStringList expanded(const QString& item) {
    const QStringList ends = item.split(QLatin1Char('-'));
    if (ends.size() != 2 || !ends[0].contains(QLatin1Char('.')) || !ends[1].contains(QLatin1Char('.'))) return {item};
    QStringList all;
    for (Zxid z = toZxid(ends[0]); z <= toZxid(ends[1]); z = z.next()) all += text(z);
    return all;
}

inline std::vector<Zxid> toZxids(const QJsonArray& items) {
    std::vector<Zxid> all;
    for (const QJsonValue& item : items)
        for (const QString& one : expanded(item.toString())) all.push_back(toZxid(one));
    return all;
}

/// How long the recorder watched before it gave something up.
struct Limits {
    SimTime serve = sec(20), straggler = msec(4500), noQuorum = msec(4500);
    static Limits from(const QJsonObject& settings) {
        const QJsonObject o = settings[QLatin1String("limits_s")].toObject();
        const auto seconds = [&](const char* key, SimTime otherwise) {
            const QJsonValue v = o[QLatin1String(key)];
            return v.isDouble() ? usec(static_cast<std::int64_t>(v.toDouble() * 1e6)) : otherwise;
        };
        Limits l;
        l.serve = seconds("serve", l.serve);
        l.straggler = seconds("straggler", l.straggler);
        l.noQuorum = seconds("no_quorum", l.noQuorum);
        return l;
    }
};

/// zoo.cfg's keys that the engine knows. What only concerns sockets and ports is not its business.
inline void configure(EnsembleConfig& c, const QJsonObject& keys) {
    for (auto at = keys.begin(); at != keys.end(); ++at) {
        const QString key = at.key();
        const double number = at.value().toVariant().toDouble();
        const auto whole = static_cast<std::int64_t>(number);
        if (key == QLatin1String("tickTime")) c.tickTime = msec(whole);
        else if (key == QLatin1String("initLimit")) c.initLimit = static_cast<int>(whole);
        else if (key == QLatin1String("syncLimit")) c.syncLimit = static_cast<int>(whole);
        else if (key == QLatin1String("preAllocSize")) c.preAllocSize = whole * 1024;   // in KB there
        else if (key == QLatin1String("snapCount")) c.snapCount = static_cast<int>(whole);
        else if (key == QLatin1String("commitLogCount")) c.commitLogCount = static_cast<int>(whole);
        else if (key == QLatin1String("snapshotSizeFactor")) c.snapshotSizeFactor = number;
        else if (key == QLatin1String("forceSnapshotSync")) c.forceSnapshotSync = at.value().toVariant().toBool();
        else if (key == QLatin1String("fastleader.minNotificationInterval")) c.minNotificationInterval = msec(whole);
        else if (key == QLatin1String("fastleader.maxNotificationInterval")) c.maxNotificationInterval = msec(whole);
    }
}

inline DiskImage::Snapshot toSnapshot(const QJsonObject& o) {
    return {toZxid(o[QLatin1String("zxid")].toString()), toZxids(o[QLatin1String("txns")].toArray()), o[QLatin1String("broken")].toBool()};
}

inline DiskImage toDisk(const QJsonObject& o) {
    DiskImage disk;
    disk.brandNew = o.isEmpty();
    const auto epoch = [&](const char* key, std::optional<Epoch>& to) {
        if (o.contains(QLatin1String(key))) to = o[QLatin1String(key)].toInteger();
    };
    epoch("acceptedEpoch", disk.acceptedEpoch);
    epoch("currentEpoch", disk.currentEpoch);
    epoch("currentEpoch.tmp", disk.currentEpochTmp);
    const QJsonValue snapshot = o[QLatin1String("snapshot")];
    disk.emptySnapshot = snapshot.isUndefined();
    if (snapshot.isObject()) disk.snapshots.push_back(toSnapshot(snapshot.toObject()));
    for (const QJsonValue& s : snapshot.toArray()) disk.snapshots.push_back(toSnapshot(s.toObject()));
    const QJsonArray log = o[QLatin1String("log")].toArray();
    if (!log.isEmpty() && log[0].isArray())
        for (const QJsonValue& file : log) disk.log.push_back(toZxids(file.toArray()));
    else if (!log.isEmpty())
        disk.log.push_back(toZxids(log));
    disk.torn = o[QLatin1String("torn")].toBool();
    if (o.contains(QLatin1String("damaged"))) disk.damaged = toZxid(o[QLatin1String("damaged")].toString());
    return disk;
}

inline Scenario toScenario(const QJsonObject& aCase, const QJsonObject& settings) {
    Scenario s;
    std::set<int> observers;
    for (const QJsonValue& sid : aCase[QLatin1String("observers")].toArray()) observers.insert(sid.toInt());
    for (int i = 1; i <= aCase[QLatin1String("servers")].toInt(); ++i) s.ensemble.members.push_back({ServerId{i}, observers.count(i) != 0});
    configure(s.ensemble, settings[QLatin1String("config")].toObject());
    configure(s.ensemble, aCase[QLatin1String("config")].toObject());
    const QJsonObject disks = aCase[QLatin1String("disks")].toObject();
    for (auto at = disks.begin(); at != disks.end(); ++at) s.disks[at.key().toInt()] = toDisk(at.value().toObject());
    return s;
}

}  // namespace zab::recoveries
