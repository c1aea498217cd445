// SPDX-License-Identifier: GPL-3.0-or-later
// Play, step and speed as actions: one owner for the toolbar, the menu, the keys and the projector's button.
#pragma once

#include "engine/host/pacing.h"
#include "engine/lab/lab.h"
#include "ui/widgets/workbench.h"

#include <QAction>
#include <QActionGroup>
#include <QObject>

namespace zab {

class RunActions : public QObject {
    Q_OBJECT

public:
    explicit RunActions(const Workbench& bench, QObject* parent = nullptr);

    QAction *reset, *stepBack, *play, *stepForward, *faster, *slower;
    QActionGroup* sizes;     ///< one action per step size, data = Step
    QActionGroup* pacings;   ///< data = Pacing::Mode
    QAction* readingPauses;
    QAction* toViolation;    ///< the script is played on to where a further property falls
    QAction* stop;           ///< ends what takes long; enabled while something does

    /// The engine's step sizes, and from one sentence of the lesson to the next.
    enum class Step { Event, Packet, VoteRound, Phase, Commit, Beat };
    Step stepSize() const { return m_size; }
    void setStepSize(Step size);
    const Pacing& pacing() const { return m_pacing; }
    /// Position of the speed slider, 0..kSpeedSteps; the last one is as fast as the machine can.
    int speed() const;
    void setSpeed(int position);
    void setPacing(const Pacing& pacing);
    /// "4 events/s", "0.05×", "as fast as possible".
    QString speedText() const;
    void retranslate();

    static constexpr int kSpeedSteps = 60;

signals:
    void speedChanged();
    void stepSizeChanged();

private:
    void step(bool forward);
    void makeSizes();
    void makePacings();
    void applyTheme();
    void showPlaying();
    void sendPacing();

    Workbench m_bench;
    Step m_size = Step::Packet;
    Pacing m_pacing;
};

}  // namespace zab
