// SPDX-License-Identifier: GPL-3.0-or-later
// Takes lines of the .lab language and prints what became of them, replies of clients included.
#pragma once

#include "engine/base/types.h"
#include "engine/host/batch.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

#include <QStringList>

class QLineEdit;
class QPlainTextEdit;

namespace zab {

class ConsolePanel : public Card {
    Q_OBJECT

public:
    explicit ConsolePanel(const Workbench& bench, QWidget* parent = nullptr);

    QLineEdit* input() { return m_input; }
    QString transcript() const;
    /// As if the line had been typed.
    void enter(const QString& line);

signals:
    /// A line was typed that the lab understood.
    void statementEntered(const QString& line);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Tone { Input, Answer, Problem };
    struct Asked {
        QString source;         ///< the line as the lab gives it back
        bool expects = false;   ///< an expectation; else a step
    };
    void retranslate();
    void print(const QString& text, Tone tone);
    void printHelp();
    void printOutcome(const QString& text, const QString& english);
    void recall(int direction);
    void onNotice(const Notice& notice);
    void onEvents(EventId first, EventId end);

    Workbench m_bench;
    QPlainTextEdit* m_output;
    QLineEdit* m_input;
    QStringList m_history;
    QList<Asked> m_asked;   ///< expectations and steps whose outcome has not come yet
    int m_recalled = 0;
    QString m_typed;    ///< what stood in the line before a person went up the history
};

}  // namespace zab
