// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_actions.h"

#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/theme/icons.h"
#include "ui/widgets/appearance.h"

#include <algorithm>
#include <cmath>

namespace zab {
namespace {

// The slider is logarithmic: every step of it is felt alike.
struct Range {
    double low, high;
};
Range rangeOf(Pacing::Mode mode) { return mode == Pacing::Mode::Events ? Range{0.5, 2000} : Range{0.001, 100}; }

}  // namespace

RunActions::RunActions(const Workbench& bench, QObject* parent)
    : QObject(parent), reset(new QAction(this)), stepBack(new QAction(this)), play(new QAction(this)), stepForward(new QAction(this)),
      faster(new QAction(this)), slower(new QAction(this)), sizes(new QActionGroup(this)), pacings(new QActionGroup(this)),
      readingPauses(new QAction(this)), toViolation(new QAction(this)), stop(new QAction(this)), m_bench(bench) {
    // The keys of presenters' clickers are among them.
    reset->setShortcut(Qt::Key_Home);
    stepBack->setShortcuts({QKeySequence(Qt::Key_Left), QKeySequence(Qt::Key_PageUp), QKeySequence::Undo});
    stepForward->setShortcuts({QKeySequence(Qt::Key_Right), QKeySequence(Qt::Key_PageDown), QKeySequence::Redo});
    play->setShortcut(Qt::Key_Space);
    faster->setShortcuts({QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)});
    slower->setShortcut(Qt::Key_Minus);
    play->setAutoRepeat(false);
    reset->setAutoRepeat(false);
    toViolation->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    stop->setShortcut(Qt::Key_Escape);
    stop->setEnabled(false);
    readingPauses->setCheckable(true);
    readingPauses->setChecked(true);
    makeSizes();
    makePacings();
    connect(reset, &QAction::triggered, this, [this] { m_bench.client.startOver(); });
    connect(stepBack, &QAction::triggered, this, [this] { step(false); });
    connect(stepForward, &QAction::triggered, this, [this] { step(true); });
    connect(play, &QAction::triggered, this, [this] { m_bench.feed.progress().playing ? m_bench.client.pause() : m_bench.client.play(); });
    connect(toViolation, &QAction::triggered, this, [this] { m_bench.client.toViolation(); });
    connect(stop, &QAction::triggered, this, [this] { m_bench.client.cancel(); });
    connect(faster, &QAction::triggered, this, [this] { setSpeed(speed() + 3); });
    connect(slower, &QAction::triggered, this, [this] { setSpeed(speed() - 3); });
    connect(readingPauses, &QAction::toggled, this, &RunActions::sendPacing);
    connect(&m_bench.feed, &TraceFeed::progressChanged, this, &RunActions::showPlaying);
    connect(&m_bench.appearance, &Appearance::themeChanged, this, &RunActions::applyTheme);
    retranslate();
    applyTheme();
    sendPacing();
}

void RunActions::makeSizes() {
    for (const Step size : {Step::Event, Step::Packet, Step::VoteRound, Step::Phase, Step::Commit, Step::Beat}) {
        QAction* action = sizes->addAction(QString());
        action->setCheckable(true);
        action->setData(static_cast<int>(size));
        action->setChecked(size == m_size);
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(size))));
    }
    connect(sizes, &QActionGroup::triggered, this, [this](QAction* action) { setStepSize(static_cast<Step>(action->data().toInt())); });
}

void RunActions::setStepSize(Step size) {
    m_size = size;
    sizes->actions()[static_cast<int>(size)]->setChecked(true);
    retranslate();
    emit stepSizeChanged();
}

void RunActions::step(bool forward) {
    if (m_size == Step::Beat) return forward ? m_bench.client.nextBeat() : m_bench.client.previousBeat();
    const auto size = static_cast<StepSize>(m_size);
    forward ? m_bench.client.stepForward(size) : m_bench.client.stepBack(size);
}

void RunActions::makePacings() {
    for (const Pacing::Mode mode : {Pacing::Mode::Events, Pacing::Mode::VirtualTime}) {
        QAction* action = pacings->addAction(QString());
        action->setCheckable(true);
        action->setData(static_cast<int>(mode));
        action->setChecked(mode == m_pacing.mode);
    }
    connect(pacings, &QActionGroup::triggered, this, [this](QAction* action) {
        Pacing next;
        next.mode = static_cast<Pacing::Mode>(action->data().toInt());
        next.rate = next.mode == Pacing::Mode::Events ? 4 : 0.05;
        setPacing(next);
    });
}

int RunActions::speed() const {
    if (m_pacing.unlimited) return kSpeedSteps;
    const Range range = rangeOf(m_pacing.mode);
    const double way = std::log(m_pacing.rate / range.low) / std::log(range.high / range.low);
    return std::clamp(static_cast<int>(std::lround(way * (kSpeedSteps - 1))), 0, kSpeedSteps - 1);
}

void RunActions::setSpeed(int position) {
    Pacing next = m_pacing;
    next.unlimited = position >= kSpeedSteps;
    const Range range = rangeOf(next.mode);
    const double way = std::clamp(position, 0, kSpeedSteps - 1) / static_cast<double>(kSpeedSteps - 1);
    const double rate = range.low * std::pow(range.high / range.low, way);
    // Two digits: what stands beside the slider is what is played.
    const double unit = std::pow(10.0, std::floor(std::log10(rate)) - 1);
    next.rate = std::round(rate / unit) * unit;
    setPacing(next);
}

void RunActions::setPacing(const Pacing& pacing) {
    if (pacing == m_pacing) return;
    m_pacing = pacing;
    for (QAction* a : pacings->actions()) a->setChecked(a->data().toInt() == static_cast<int>(pacing.mode));
    sendPacing();
    emit speedChanged();
}

void RunActions::sendPacing() { m_bench.client.setPacing(m_pacing, readingPauses->isChecked()); }

QString RunActions::speedText() const {
    if (m_pacing.unlimited) return tr("full speed");
    const QString rate = QString::number(m_pacing.rate, 'g', 3);
    return m_pacing.mode == Pacing::Mode::Events ? tr("%1 events/s").arg(rate) : tr("%1×").arg(rate);
}

void RunActions::showPlaying() {
    const bool playing = m_bench.feed.progress().playing;
    play->setText(playing ? tr("Pause") : tr("Play"));
    play->setStatusTip(playing ? tr("Pauses the run (space bar)") : tr("Plays the run at the chosen speed (space bar)"));
    play->setToolTip(play->statusTip());
    const Theme& theme = m_bench.appearance.theme();
    play->setIcon(themedIcon(playing ? QStringLiteral("pause") : QStringLiteral("play"), theme, Ink::Surface));
}

void RunActions::applyTheme() {
    const Theme& theme = m_bench.appearance.theme();
    reset->setIcon(themedIcon(QStringLiteral("reset"), theme));
    stepBack->setIcon(themedIcon(QStringLiteral("step-back"), theme));
    stepForward->setIcon(themedIcon(QStringLiteral("step-forward"), theme));
    showPlaying();
}

void RunActions::retranslate() {
    const QString names[] = {tr("event"), tr("packet"), tr("vote round"), tr("phase"), tr("commit"), tr("lesson beat")};
    const QString tips[] = {tr("the next thing that is due"), tr("the next packet that arrives"), tr("the next change of a vote"),
                            tr("the next change of a phase or state"), tr("the next commit"), tr("the next sentence of the lesson")};
    const auto at = static_cast<std::size_t>(m_size);
    reset->setText(tr("Back to the beginning"));
    stepBack->setText(tr("Step back"));
    stepForward->setText(tr("Step"));
    faster->setText(tr("Faster"));
    slower->setText(tr("Slower"));
    toViolation->setText(tr("To the next violation"));
    toViolation->setStatusTip(tr("Plays the script on, at once, to where a property is violated (Ctrl+G)"));
    toViolation->setToolTip(toViolation->statusTip());
    stop->setText(tr("Stop"));
    stop->setStatusTip(tr("Ends what is being carried out, where it is (Esc)"));
    stop->setToolTip(stop->statusTip());
    readingPauses->setText(tr("Pause for reading"));
    readingPauses->setStatusTip(tr("Play waits a moment at each sentence of the lesson"));
    reset->setStatusTip(tr("Starts the lesson again from its beginning (Home)"));
    stepBack->setStatusTip(tr("Goes back one step: %1 (left arrow)").arg(names[at]));
    stepForward->setStatusTip(tr("Goes to %1 (right arrow)").arg(tips[at]));
    for (QAction* a : {reset, stepBack, stepForward}) a->setToolTip(a->statusTip());
    for (QAction* a : sizes->actions()) a->setText(tr("Step: %1").arg(names[a->data().toInt()]));
    pacings->actions()[0]->setText(tr("Events per second"));
    pacings->actions()[1]->setText(tr("Virtual time"));
    showPlaying();
    emit speedChanged();
}

}  // namespace zab
