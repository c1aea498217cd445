// SPDX-License-Identifier: GPL-3.0-or-later
// What the contest dialog plans, as lines of the language: the same that a person could type.
#pragma once

#include "engine/lab/cluster_view.h"
#include "engine/world/scenario.h"

#include <QString>
#include <QStringList>

#include <string>

namespace zab {

struct ContestPlan {
    RecipeKind kind = RecipeKind::Lock;
    QString path;
    int first = 1, count = 8;      ///< clients C<first> .. C<first+count-1>; the first ones offer or provide
    bool naive = false;            ///< Lock: all watch the holder
    bool kazoo = false;            ///< Lock, election, queue: kazoo's znodes and habits, not Curator's
    bool isProtected = true;       ///< Lock, election: a create with an unknown outcome is looked up first
    int readers = 3;               ///< Read/write lock: so many before each writer; 0: writers only
    int givers = 1;                ///< Queue, service: so many offer or provide, the others take or discover
    int elements = 3;              ///< Queue: of each who offers
    int turns = 1;                 ///< Queue: takes of each; lock, election: turns of each, with holdMs
    int needed = 3;                ///< Double barrier: how many have to be there
    int holdMs = 0;                ///< Lock, election; 0: it holds until it is told to give back
    bool prepare = true;           ///< Barrier, configuration: the first client makes the znode, unless it is there
    QString text;                  ///< Configuration: the data; group: the name of a member; service: the address of an instance. Empty: its own
    bool goOn = false;             ///< until all have asked
};

/// The lines, in order. Those who are connected in `view` stay where they are. A run in the middle is to be over before the next line.
QStringList contestLines(const ContestPlan& plan, const ClusterView& view);
/// Why it cannot be started, in a sentence; empty if it can.
QString contestProblem(const ContestPlan& plan, const ClusterView& view, const Scenario& scenario);
/// What it has to reckon with though it can be started; empty for nothing.
QString contestWarning(const ClusterView& view);
/// Where such a recipe usually stands: a path at which none is played in `view`.
QString usualPath(RecipeKind kind, const ClusterView& view);
/// The first client with a larger number than all who take part there; 1 if nobody does.
int nextClient(const std::string& path, const ClusterView& view);

}  // namespace zab
