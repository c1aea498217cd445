// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/run_bar.h"

#include "ui/bridge/trace_feed.h"
#include "ui/text/event_text.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/run_actions.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace zab {
namespace {

constexpr int kButtonFrame = 46;   // what a button with a menu needs besides its text

}  // namespace

RunBar::RunBar(const Workbench& bench, RunActions& actions, QWidget* parent)
    : QToolBar(parent), m_bench(bench), m_actions(actions), m_size(new QToolButton), m_slider(new QSlider(Qt::Horizontal)),
      m_pacing(new QToolButton), m_time(new QLabel) {
    setObjectName(QStringLiteral("runBar"));
    setMovable(false);
    setIconSize(QSize(18, 18));
    build();
    connect(&m_bench.feed, &TraceFeed::viewChanged, this, &RunBar::showTime);
    connect(&m_actions, &RunActions::speedChanged, this, &RunBar::showSpeed);
    connect(&m_actions, &RunActions::stepSizeChanged, this, &RunBar::retranslate);
    connect(&m_bench.appearance, &Appearance::themeChanged, this, &RunBar::retranslate);
    retranslate();
}

void RunBar::build() {
    for (QAction* a : {m_actions.reset, m_actions.stepBack, m_actions.play, m_actions.stepForward}) addAction(a);
    widgetForAction(m_actions.play)->setObjectName(QStringLiteral("play"));
    auto* sizes = new QMenu(this);
    sizes->addActions(m_actions.sizes->actions());
    m_size->setMenu(sizes);
    m_size->setPopupMode(QToolButton::InstantPopup);
    addWidget(m_size);

    m_slider->setRange(0, RunActions::kSpeedSteps);
    m_slider->setPageStep(5);
    m_slider->setFixedWidth(104);
    m_slider->setFocusPolicy(Qt::TabFocus);
    addWidget(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        // The slider is coarser than what can be set by the menu: only a person's move counts.
        if (position != m_actions.speed()) m_actions.setSpeed(position);
    });
    auto* pacings = new QMenu(this);
    pacings->addActions(m_actions.pacings->actions());
    pacings->addSeparator();
    pacings->addAction(m_actions.readingPauses);
    m_pacing->setMenu(pacings);
    m_pacing->setPopupMode(QToolButton::InstantPopup);
    addWidget(m_pacing);
    addWidget(m_time);
}

void RunBar::retranslate() {
    setWindowTitle(tr("Run"));
    // As wide as the longest choice: choosing another one must not shift the buttons beside it.
    int widest = 0;
    for (QAction* a : m_actions.sizes->actions()) {
        if (a->isChecked()) m_size->setText(a->text());
        widest = std::max(widest, m_size->fontMetrics().horizontalAdvance(a->text()));
    }
    m_size->setMinimumWidth(widest + kButtonFrame);
    m_size->setToolTip(tr("How far a step goes"));
    m_size->setStatusTip(m_size->toolTip());
    m_slider->setToolTip(tr("Speed of play"));
    m_slider->setStatusTip(tr("Speed of play (+ and −)"));
    m_slider->setAccessibleName(tr("Speed"));
    m_pacing->setToolTip(tr("What the speed counts: events or virtual time"));
    m_pacing->setStatusTip(m_pacing->toolTip());
    m_time->setFont(m_bench.appearance.theme().font(FontRole::Mono));
    m_time->setContentsMargins(8, 0, 8, 0);
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(QStringLiteral("t = 00.000 000 s")) + 18);
    m_pacing->setMinimumWidth(m_pacing->fontMetrics().horizontalAdvance(tr("%1 events/s").arg(QStringLiteral("2000"))) + kButtonFrame);
    showSpeed();
    showTime();
}

void RunBar::showSpeed() {
    m_slider->setValue(m_actions.speed());
    m_pacing->setText(m_actions.speedText());
}

void RunBar::showTime() {
    const SimTime now = m_bench.feed.view()->now;
    m_time->setText(QStringLiteral("t = %1").arg(timeText(now)));
    m_time->setAccessibleName(tr("Virtual time: %1").arg(timeText(now)));
    m_time->setToolTip(tr("Virtual time. Event %1, step %2").arg(m_bench.feed.view()->events).arg(m_bench.feed.view()->step));
}

void RunBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_actions.retranslate();
        retranslate();
    }
    QToolBar::changeEvent(event);
}

}  // namespace zab
