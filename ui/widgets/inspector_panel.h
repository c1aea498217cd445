// SPDX-License-Identifier: GPL-3.0-or-later
// "Why did this happen?": what the selected thing is, why it came to be, and what it led to.
#pragma once

#include "ui/models/inspection.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

#include <QTimer>

class QBoxLayout;
class QLabel;
class QTextBrowser;
class QUrl;

namespace zab {

class ElidedLabel;

class InspectorPanel : public Card {
    Q_OBJECT

public:
    explicit InspectorPanel(const Workbench& bench, QWidget* parent = nullptr);

    const Inspection& inspection() const { return m_inspection; }

signals:
    /// A run that shows what the selected rule is for, or what the selected defect did; to be opened where its property falls.
    void exhibitWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Inspection look() const;
    void update();
    void show(const Inspection& inspection);
    QString html(const Inspection& inspection) const;
    void follow(const QUrl& link);
    /// A long badge, as that of a path, has a line for itself.
    void arrangeHead();

    Workbench m_bench;
    Inspection m_inspection;
    bool m_pinned = false;   ///< something is selected: the newest decision is not followed
    QBoxLayout* m_head;
    ElidedLabel* m_badge;
    QLabel* m_title;
    ElidedLabel* m_when;
    QTextBrowser* m_text;
    QTimer* m_soon;
};

}  // namespace zab
