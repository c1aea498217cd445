// SPDX-License-Identifier: GPL-3.0-or-later
// A line of text that takes what room there is: a path of 200 letters must not make a panel, or the window, wider.
#pragma once

#include <QLabel>

namespace zab {

/// text() is always the whole text, and so is what a screen reader tells; a tooltip shows it where it is cut.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode = Qt::ElideRight, QWidget* parent = nullptr);

    /// What can be read at the present width.
    QString shownText() const;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    Qt::TextElideMode m_mode;
};

}  // namespace zab
