// SPDX-License-Identifier: GPL-3.0-or-later
// Under the stage: what the lesson says, and the latest thing that happened as one sentence.
#pragma once

#include "engine/base/event.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

class QAction;
class QLabel;
class QToolButton;

namespace zab {

class ElidedLabel;

class NarrationStrip : public Card {
    Q_OBJECT

public:
    explicit NarrationStrip(const Workbench& bench, QWidget* parent = nullptr);

    /// The step button of projector mode does what this action does.
    void setStepAction(QAction* step);
    QString lessonText() const;
    QString sentence() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void onEvents(EventId first, EventId end);
    void onUndone(EventId size);
    void findLatest();
    void show();
    void applyTheme();
    /// Room for the longest sentence of the lesson: the stage above must not change its size from sentence to sentence.
    void reserve();

    Workbench m_bench;
    QLabel* m_say;
    ElidedLabel* m_sentence;
    QLabel* m_progress;
    QToolButton* m_step;
    QMargins m_margins;   ///< of the card outside projector mode
    int m_fontsFor = 0;   ///< height of the window that the letters were chosen for
    EventId m_said = kNoEvent;
    EventId m_latest = kNoEvent;
};

/// How much an event deserves to be told when several happened at once; 0 = never alone.
int importance(const Event& event);

}  // namespace zab
