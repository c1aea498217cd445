// SPDX-License-Identifier: GPL-3.0-or-later
// zab explore.
#pragma once

#include "engine/hunt/explore.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace zab {

struct ExploreWords {
    QString file;
    ExploreOptions options;              ///< the budgets come from the file
    QMap<QString, int> budgets;          ///< those that are said otherwise, by name: "crashes"
    QString out = QStringLiteral("counterexample.lab");
    bool quiet = false;
};
/// Reads the words after "explore".
ExploreWords parseExploreWords(const QStringList& words, QString& problem);

QString exploreHelp();
int exploreFile(const ExploreWords& words);

}  // namespace zab
