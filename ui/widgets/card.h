// SPDX-License-Identifier: GPL-3.0-or-later
// A rounded card for the content of a dock.
#pragma once

#include <QFrame>
#include <QVBoxLayout>

namespace zab {

class Card : public QFrame {
public:
    explicit Card(QWidget* parent = nullptr) : QFrame(parent), m_layout(new QVBoxLayout(this)) {
        setObjectName(QStringLiteral("card"));
        m_layout->setContentsMargins(10, 8, 10, 8);
        m_layout->setSpacing(6);
    }
    QVBoxLayout* column() { return m_layout; }

private:
    QVBoxLayout* m_layout;
};

}  // namespace zab
