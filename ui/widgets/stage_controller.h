// SPDX-License-Identifier: GPL-3.0-or-later
// Between the stage and the rest of the window: views and decisions in, clicks and commands out.
#pragma once

#include "ui/models/client_story.h"
#include "ui/scene/shapes.h"
#include "ui/widgets/workbench.h"

#include <QObject>

namespace zab {

class StageView;
struct Selection;

class StageController : public QObject {
    Q_OBJECT

public:
    StageController(const Workbench& bench, StageView& stage, QObject* parent = nullptr);

    /// The stage's names for things in the lens's, and back.
    static Selection selectionOf(const HitTarget& target);
    static HitTarget targetOf(const Selection& selection);

    void retranslate();

signals:
    /// What a click will do, for the status line.
    void hinted(const QString& text);
    /// A person asked why: the inspector should be seen.
    void inspectorWanted();
    /// What is selected now is to be shown as a part of its recipe.
    void recipeWanted();

private:
    void showView();
    void showStories();
    void onClick(const HitTarget& target);
    /// Where a call of an opened client stands in the trace.
    EventId requestOf(ClientId client, std::uint64_t xid) const;
    EventId decisionOf(EventId id) const;   ///< `id` if it is news, else kNoEvent
    EventId decisionOf(const ServerView& server) const;
    void showDecisions();
    void showReasons();
    void showVariants();

    Workbench m_bench;
    StageView& m_stage;
    ClientStories m_stories;
};

}  // namespace zab
