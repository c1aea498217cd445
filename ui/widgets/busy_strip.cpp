// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/busy_strip.h"

#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/widgets/run_actions.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace zab {
namespace {

constexpr int kPatienceMs = 300;

}  // namespace

BusyStrip::BusyStrip(const Workbench& bench, RunActions& actions, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_actions(actions), m_text(new QLabel) {
    setObjectName(QStringLiteral("busy"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    auto* bar = new QProgressBar;
    bar->setRange(0, 0);   // how long it takes is not known: that it goes on is
    bar->setTextVisible(false);
    bar->setFixedSize(90, 8);
    auto* stop = new QToolButton;
    stop->setDefaultAction(m_actions.stop);
    row->addWidget(m_text);
    row->addWidget(bar);
    row->addWidget(stop);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setBusy(m_bench.feed.waits()); });
    connect(&bench.client, &LabClient::asked, this, [this] {
        if (!m_busy && !m_patience.isActive()) m_patience.start();
    });
    connect(&bench.feed, &TraceFeed::batchArrived, this, &BusyStrip::look);
    hide();
}

void BusyStrip::look() {
    const Progress& progress = m_bench.feed.progress();
    if (progress.playing && !progress.goal.empty()) return setBusy(true);
    if (m_bench.feed.waits()) return;   // the patience decides
    m_patience.stop();
    setBusy(false);
}

void BusyStrip::setBusy(bool busy) {
    if (busy) showText();
    if (busy == m_busy) return;
    m_busy = busy;
    m_actions.stop->setEnabled(busy);
    setVisible(busy);
    // Projector mode has no status bar: the pointer tells it there.
    if (busy) window()->setCursor(Qt::BusyCursor);
    else window()->unsetCursor();
}

void BusyStrip::showText() {
    const QString goal = QString::fromStdString(m_bench.feed.progress().goal);
    m_text->setText(goal.isEmpty() ? tr("Working…") : fontMetrics().elidedText(goal, Qt::ElideRight, 260));
}

void BusyStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showText();
    QWidget::changeEvent(event);
}

}  // namespace zab
