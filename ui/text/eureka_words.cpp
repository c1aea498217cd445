// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/eureka_words.h"

#include "engine/zab/rules.h"
#include "ui/text/event_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace zab {

namespace {

struct EurekaText {
    Q_DECLARE_TR_FUNCTIONS(Eureka)
};

}  // namespace

const CapServerView* eurekaAt(const CapView& view, ServerId server) {
    if (!view.eureka) return nullptr;
    const auto it = std::find_if(view.servers.begin(), view.servers.end(), [&](const CapServerView& s) { return s.id == server; });
    return it == view.servers.end() ? nullptr : &*it;
}

bool isOfEureka(const Event& event) {
    return event.rule != RuleId::None && ruleInfo(event.rule).id.starts_with("Eureka");
}

QString deciderText(const Event& event) {
    const QString actor = actorText(event.actor);
    if (!isOfEureka(event)) return actor;
    return event.actor.isClient() ? EurekaText::tr("Eureka client of %1").arg(actor) : EurekaText::tr("Eureka at %1").arg(actor);
}

QString leasesWord(int leases) {
    return leases == 1 ? EurekaText::tr("1 lease") : EurekaText::tr("%1 leases").arg(leases);
}

QString eurekaSentence(const CapServerView& server) {
    if (!server.eureka) return EurekaText::tr("down");
    const QString renewals = (server.selfPreserving ? EurekaText::tr("self-preservation is on: %1 renewals in the last minute, more than %2 are needed")
                                                    : EurekaText::tr("self-preservation is off: %1 renewals in the last minute, more than %2 are needed"))
                                 .arg(server.renewsLastMinute)
                                 .arg(server.threshold);
    return QStringList{EurekaText::tr("up"), leasesWord(static_cast<int>(server.leases.size())), renewals}.join(QStringLiteral(", "));
}

QStringList leaseLines(const CapServerView& server, SimTime now, std::size_t most) {
    QStringList lines;
    for (const CapLeaseView& lease : server.leases) {
        if (static_cast<std::size_t>(lines.size()) == most) {
            lines << EurekaText::tr("and %1 more").arg(server.leases.size() - most);
            break;
        }
        const QString name = QString::fromStdString(lease.instance);
        // Whole seconds: a lease lasts for minutes, and a finer number would only flicker.
        const std::int64_t left = (lease.expiry - now).us / 1000000;
        lines << (lease.expiry < now ? EurekaText::tr("%1: its lease has run out").arg(name) : EurekaText::tr("%1: its lease lasts %2 s more").arg(name).arg(left));
    }
    return lines;
}

}  // namespace zab
