// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says about a thing: what it is, why it came to be, what it led to. A plain value made by a pure function.
#pragma once

#include "engine/lab/cluster_view.h"
#include "engine/trace/trace.h"
#include "ui/lens/lens.h"

#include <QString>

#include <utility>
#include <vector>

namespace zab {

struct Inspection {
    struct Link {
        EventId event = kNoEvent;
        QString when, who, what;
        QString text() const { return QStringLiteral("%1  %2: %3").arg(when, who, what); }
        bool operator==(const Link&) const = default;
    };
    QString badge;                                     ///< short and strong: "ACK 2.6", "S3"
    QString title;                                     ///< what it is, in a few words
    EventId event = kNoEvent;                          ///< the event it is about, if any
    SimTime time;
    QString why;                                       ///< the rule's sentence with operands, or the story
    QString operands;                                  ///< one line, monospaced
    QString rule, source, section;                     ///< id, Class.method in ZooKeeper, section of the reference
    std::vector<std::pair<QString, QString>> facts;    ///< name and value
    std::vector<Link> causes;                          ///< oldest first, without the event itself; at most kMostLinks
    bool goesFurther = false;                          ///< the oldest of them has a cause itself
    /// Another thing that it has to do with.
    struct Also {
        QString text;
        Selection target;
        bool operator==(const Also&) const = default;
    };
    std::vector<Also> also;
    std::vector<Link> effects;                         ///< direct ones; at most kMostLinks
    bool operator==(const Inspection&) const = default;

    static constexpr int kMostLinks = 12;
    bool isEmpty() const { return badge.isEmpty(); }
    /// The rule stands in no source of ZooKeeper: the lab itself made it, as for a link that a person cut.
    bool ofTheLab() const { return source == QLatin1String("ZabLab"); }
};

/// Empty if the thing does not exist at that moment.
Inspection inspect(const Selection& selection, const Trace& trace, const ClusterView& view);

/// The inspection as lines of text: for copying, for screen readers and for tests.
QString toText(const Inspection& inspection);

}  // namespace zab
