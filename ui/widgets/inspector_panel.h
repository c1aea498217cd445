// SPDX-License-Identifier: GPL-3.0-or-later
// "Why did this happen?": what the selected thing is, why it came to be, and what it led to.
#pragma once

#include "ui/models/inspection.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

#include <QTimer>

class QLabel;
class QTextBrowser;
class QUrl;

namespace zab {

class InspectorPanel : public Card {
    Q_OBJECT

public:
    explicit InspectorPanel(const Workbench& bench, QWidget* parent = nullptr);

    const Inspection& inspection() const { return m_inspection; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    Inspection look() const;
    void update();
    void show(const Inspection& inspection);
    QString html(const Inspection& inspection) const;
    void follow(const QUrl& link);

    Workbench m_bench;
    Inspection m_inspection;
    bool m_pinned = false;   ///< something is selected: the newest decision is not followed
    QLabel* m_badge;
    QLabel* m_title;
    QLabel* m_when;
    QTextBrowser* m_text;
    QTimer* m_soon;
};

}  // namespace zab
