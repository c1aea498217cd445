// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the command line of zab chaos.
#pragma once

#include "engine/hunt/chaos.h"

#include <QString>
#include <QStringList>

namespace zab {

struct ChaosCommand {
    ChaosOptions options;
    QString folder = QStringLiteral(".");   ///< where the .lab files go
    bool shrink = false;
};

/// Reads the words after "chaos". On a mistake `problem` becomes one sentence.
ChaosCommand parseChaosOptions(const QStringList& words, QString& problem);
int chaos(const ChaosCommand& command);
QString chaosHelp();

}  // namespace zab
