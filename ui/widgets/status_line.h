// SPDX-License-Identifier: GPL-3.0-or-later
// The window's lowest line. A message for which there is no room beside the lamps ends in dots, and can be read whole in a tooltip.
#pragma once

#include <QStatusBar>

namespace zab {

class StatusLine : public QStatusBar {
    Q_OBJECT

public:
    using QStatusBar::QStatusBar;

    /// What of the message can be read at the present width.
    QString shownMessage() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect messagePlace() const;
};

}  // namespace zab
