// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the Eureka server that stands beside a ZooKeeper server (§13), for its strip on the card, the inspector and whoever speaks for it.
#pragma once

#include "engine/base/event.h"
#include "engine/lab/cap_view.h"

#include <QString>
#include <QStringList>

namespace zab {

/// What a run's view tells of the Eureka at that server; nullptr where the run has none.
const CapServerView* eurekaAt(const CapView& view, ServerId server);
/// Of a decision that Eureka takes, a server or a client of it; not one of ZooKeeper.
bool isOfEureka(const Event& event);
/// Who took a decision: "S5", "C1", and for Eureka's "Eureka at S5", "Eureka client of C1".
QString deciderText(const Event& event);

QString leasesWord(int leases);                            ///< "2 leases"
/// "up, 2 leases, self-preservation is on: 3 renewals in the last minute, more than 4 are needed"
QString eurekaSentence(const CapServerView& server);
/// One line for each lease, at most `most`: the instance and how long the lease still lasts.
QStringList leaseLines(const CapServerView& server, SimTime now, std::size_t most);

}  // namespace zab
