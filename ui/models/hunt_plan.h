// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants to be looked for, and how, as a hunt; and what it found, as a table and in words.
#pragma once

#include "engine/host/hunt_thread.h"
#include "ui/models/recipe_models.h"

#include <QString>

namespace zab {

struct ChaosPlan {
    std::uint64_t firstSeed = 1, lastSeed = 2000;
    int servers = 0, seconds = 0, operations = 0;   ///< operations in a second; 0: drawn for each run
    EnumSet<Seal> broken;
    bool stopAtFirst = true;
};
/// As a script has them.
QStringList sealNames(EnumSet<Seal> seals);
QStringList defectNames(EnumSet<Defect> defects);
/// Besides those that are there already, called after a release that had them all; false if there was none.
bool addDefects(Variants& variants, EnumSet<Defect> more);

ChaosOptions chaosOptions(const ChaosPlan& plan);

struct ExplorePlan {
    /// A fresh ensemble with a leader and a client; the same while its first server is still down; the scenario of the present run.
    enum class Begin : std::uint8_t { Fresh, OneDown, Present } begin = Begin::Fresh;
    int servers = 3;                  ///< of the fresh ensemble
    EnumSet<Seal> broken;
    ExploreBudgets budgets;
    bool depthFirst = false;
    int thousands = 2000;             ///< of states: then it has to be enough
    bool operator==(const ExplorePlan&) const = default;
};
/// What a class can wait for: all states within some seconds, or the fall of a rule where a search this small comes to it.
ExplorePlan usualExplore(EnumSet<Seal> broken);
/// What the explorer begins with. The present script's says and expectations are no part of that.
Exploration exploration(const ExplorePlan& plan, const Script& present);

/// What a person has to know of these rules before the hunt begins, or nothing.
QString chaosAdvice(EnumSet<Seal> broken, int servers);
QString exploreAdvice(EnumSet<Seal> broken);
/// What a hunt does, and below it that advice.
QString withAdvice(const QString& what, const QString& advice);

/// "seed 17 of 200, 12.3 runs/s, 1.2 million events"; "1,200,000 states, 800,000 of them new …".
QString huntProgress(const Hunt& hunt, const HuntReport& report, double seconds);
/// How it ended, in a sentence; empty while it is on.
/// `shortening`: seconds after the search in which what was found was made shorter.
QString huntEnd(const Hunt& hunt, const HuntReport& report, double seconds, double shortening = 0);
/// Rules of the protocol that decided something, and those that never did. Empty before the end.
QString huntCoverage(const HuntReport& report);
/// Their names, each with what it says.
QStringList rulesNeverHit(const HuntReport& report);

class FindingModel : public RecipeTable {
    Q_OBJECT

public:
    enum Column { Name, Where, Length, Meaning, ColumnCount };
    using RecipeTable::RecipeTable;

    void setFindings(const std::vector<Finding>& findings);
    const std::vector<Finding>& findings() const { return m_findings; }

    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Finding> m_findings;
    std::vector<std::size_t> m_statements;   ///< of their scripts: what is left of a run that was made short
};

}  // namespace zab
