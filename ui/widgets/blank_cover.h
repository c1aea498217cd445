// SPDX-License-Identifier: GPL-3.0-or-later
// A black sheet over the window: the class looks at the lecturer, not at the screen.
#pragma once

#include <QWidget>

namespace zab {

class BlankCover : public QWidget {
    Q_OBJECT

public:
    explicit BlankCover(QWidget* window);

    void setCovering(bool on);

signals:
    void lifted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
};

}  // namespace zab
