// SPDX-License-Identifier: GPL-3.0-or-later
// Is what was seen what was recorded? Ranges count as what they stand for, varying parts as one of their values.
#pragma once

#include "recovery_case.h"

#include <QJsonDocument>

#include <optional>

namespace zab::recoveries {

inline QJsonObject sorted(QJsonObject lists) {
    for (auto at = lists.begin(); at != lists.end(); ++at) {
        QStringList items = at.value().toVariant().toStringList();
        items.sort();
        at.value() = QJsonArray::fromStringList(items);
    }
    return lists;
}

/// "P/C 1.4-1.7" is PROPOSAL 1.4, COMMIT 1.4, PROPOSAL 1.5, ...; ranges of zxids are those zxids.
inline QJsonValue unfolded(const QJsonValue& v) {
    if (v.isObject()) {
        QJsonObject o = v.toObject();
        for (auto at = o.begin(); at != o.end(); ++at) {
            at.value() = unfolded(at.value());
            if (at.key() == QLatin1String("znodes")) at.value() = sorted(at.value().toObject());   // a tree has no order
        }
        return o;
    }
    if (!v.isArray()) return v;
    QJsonArray all;
    for (const QJsonValue& item : v.toArray()) {
        if (!item.isString()) {
            all.append(unfolded(item));
            continue;
        }
        const QString s = item.toString();
        const QString packet = s.section(QLatin1Char(' '), 0, 0), rest = s.section(QLatin1Char(' '), 1);
        if (rest.isEmpty()) {
            for (const QString& one : expanded(s)) all.append(one);
            continue;
        }
        for (const QString& one : expanded(rest)) {
            if (packet == QLatin1String("P/C")) {
                all.append(QStringLiteral("PROPOSAL ") + one);
                all.append(QStringLiteral("COMMIT ") + one);
            } else {
                all.append(packet + QLatin1Char(' ') + one);
            }
        }
    }
    return all;
}

struct Difference {
    QString what, expected, got;
};

class RecordComparison {
public:
    /// `hard`: only what no order of arrival may change.
    explicit RecordComparison(QJsonObject varies, bool hard = false) : m_varies(std::move(varies)), m_hard(hard) {}

    std::optional<Difference> compare(const QJsonObject& expected, const QJsonObject& got) {
        m_found.reset();
        m_got = unfolded(got).toObject();
        part({}, unfolded(expected), m_got);
        for (auto at = m_varies.begin(); at != m_varies.end() && !m_found && !m_hard; ++at) oneOf(at.key(), at.value().toArray());
        return m_found;
    }

private:
    static QString shown(const QJsonValue& v) {
        if (v.isObject()) return QString::fromUtf8(QJsonDocument(v.toObject()).toJson(QJsonDocument::Compact));
        if (v.isArray()) return QString::fromUtf8(QJsonDocument(v.toArray()).toJson(QJsonDocument::Compact));
        if (v.isUndefined()) return QStringLiteral("nothing");
        if (v.isNull()) return QStringLiteral("null");
        return v.toVariant().toString();
    }
    bool varies(const QString& path) const {
        for (auto at = m_varies.begin(); at != m_varies.end(); ++at)
            if ((at.key() + QLatin1Char('/')).startsWith(path + QLatin1Char('/')) || path.startsWith(at.key() + QLatin1Char('/'))) return true;
        return false;
    }
    void differs(const QString& path, const QJsonValue& expected, const QJsonValue& got) {
        if (!m_found) m_found = Difference{path, shown(expected), shown(got)};
    }
    static bool isHard(const QString& key) {
        static const QStringList keys{QStringLiteral("leader"),        QStringLiteral("epoch"),        QStringLiteral("znodes"),
                                      QStringLiteral("never_joins"),   QStringLiteral("refuses"),      QStringLiteral("phases"),
                                      QStringLiteral("acceptedEpoch"), QStringLiteral("currentEpoch")};
        return keys.contains(key);
    }
    void part(const QString& path, const QJsonValue& expected, const QJsonValue& got) {
        if (expected.isObject() && got.isObject()) {
            object(path, expected.toObject(), got.toObject());
        } else if (expected.isArray() && got.isArray() && path.endsWith(QLatin1String("phases"))) {
            const QJsonArray a = expected.toArray(), b = got.toArray();
            if (a.size() != b.size()) differs(path + QStringLiteral("/count"), a.size(), b.size());
            for (int i = 0; i < std::min(a.size(), b.size()); ++i) part(path + QLatin1Char('/') + QString::number(i), a[i], b[i]);
        } else if (path.contains(QLatin1String("refuses/")) || path.contains(QLatin1String("never_joins_reason/"))) {
            reason(path, expected, got);
        } else if (expected != got) {
            differs(path, expected, got);
        }
    }
    // A reason is the recorder's wording. One that the lab has no words for names the same server, that must do.
    void reason(const QString& path, const QJsonValue& expected, const QJsonValue& got) {
        static const QStringList known{QStringLiteral("log without snapshot"), QStringLiteral("damaged log record"),
                                       QStringLiteral("currentEpoch < epoch of last zxid"), QStringLiteral("acceptedEpoch < currentEpoch"),
                                       QStringLiteral("leader's epoch < own acceptedEpoch")};
        if (!known.contains(expected.toString()) && !known.contains(got.toString()) && got.isString()) return;
        if (expected != got) differs(path, expected, got);
    }
    void object(const QString& path, const QJsonObject& expected, const QJsonObject& got) {
        const QString prefix = path.isEmpty() ? QString() : path + QLatin1Char('/');
        const bool parts = path.isEmpty() || path.section(QLatin1Char('/'), -2, -2) == QLatin1String("phases");   // else the keys are sids
        for (auto at = expected.begin(); at != expected.end(); ++at) {
            if (m_hard && parts && !isHard(at.key())) continue;
            part(prefix + at.key(), at.value(), got[at.key()]);
        }
        for (auto at = got.begin(); at != got.end(); ++at) {
            if (parts || expected.contains(at.key()) || varies(prefix + at.key())) continue;   // a part that is not there was not recorded
            if (!path.endsWith(QLatin1String("reason"))) differs(prefix + at.key(), QJsonValue(QJsonValue::Undefined), at.value());
        }
    }
    QJsonValue at(const QString& path) const {
        QJsonValue v = m_got;
        for (const QString& key : path.split(QLatin1Char('/'))) v = v.isArray() ? v.toArray().at(key.toInt()) : v.toObject()[key];
        return v;
    }
    void oneOf(const QString& path, const QJsonArray& values) {
        const QJsonValue got = at(path);
        for (const QJsonValue& v : values)
            if (unfolded(v) == got || (v.isNull() && got.isUndefined())) return;
        differs(path, QStringLiteral("one of ") + shown(values), got);
    }

    const QJsonObject m_varies;
    const bool m_hard;
    QJsonObject m_got;
    std::optional<Difference> m_found;
};

}  // namespace zab::recoveries
