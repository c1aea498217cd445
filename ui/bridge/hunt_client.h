// SPDX-License-Identifier: GPL-3.0-or-later
// A hunt as the window sees it: begins, tells how far it is, ends. Lives in the window's thread; nothing here waits.
#pragma once

#include "engine/host/hunt_thread.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace zab {

class HuntClient : public QObject {
    Q_OBJECT

public:
    explicit HuntClient(QObject* parent = nullptr);

    bool isOn() const { return m_on; }
    /// False if one is on.
    bool begin(Hunt hunt);
    void cancel();
    /// It ends with the run or the batch of states that it is at.
    bool isCancelling() const { return m_on && m_cancelling; }
    const HuntReport& report() const { return m_report; }
    /// Of wall time that the search has taken; making what was found shorter does not count.
    double seconds() const { return m_seconds; }
    /// And how long what was found has been made shorter.
    double shortening() const { return m_shortening; }

signals:
    void changed();
    void ended();

private:
    void take();

    HuntThread m_thread;
    HuntReport m_report;
    QElapsedTimer m_clock;
    QTimer m_frame;
    double m_seconds = 0, m_shortening = 0;
    bool m_on = false, m_cancelling = false;
};

}  // namespace zab
