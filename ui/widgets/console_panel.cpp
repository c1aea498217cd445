// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/console_panel.h"

#include "engine/script/script.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/engine_text.h"
#include "ui/text/event_text.h"
#include "ui/widgets/appearance.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace zab {
namespace {

constexpr int kMostLines = 2000;
constexpr int kMostAnswersPerBatch = 20;   ///< a client under load answers thousands of times a second

bool isAnswer(const Event& e) {
    return e.kind == EventKind::ClientReply || e.kind == EventKind::ClientWatchEvent || e.kind == EventKind::ClientSessionExpired ||
           e.kind == EventKind::ClientRefused || e.kind == EventKind::ClientConnected;
}

}  // namespace

ConsolePanel::ConsolePanel(const Workbench& bench, QWidget* parent) : Card(parent), m_bench(bench), m_output(new QPlainTextEdit), m_input(new QLineEdit) {
    m_output->setReadOnly(true);
    m_output->setMaximumBlockCount(kMostLines);
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setMinimumHeight(40);
    m_output->setFocusPolicy(Qt::ClickFocus);
    column()->addWidget(m_output, 1);
    column()->addWidget(m_input);
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::returnPressed, this, [this] {
        const QString line = m_input->text();
        m_input->clear();
        enter(line);
    });
    connect(&m_bench.feed, &TraceFeed::noticed, this, &ConsolePanel::onNotice);
    connect(&m_bench.feed, &TraceFeed::eventsAppended, this, &ConsolePanel::onEvents);
    connect(&m_bench.feed, &TraceFeed::traceCleared, this, [this] { m_asked.clear(); });
    retranslate();
}

QString ConsolePanel::transcript() const { return m_output->toPlainText(); }

void ConsolePanel::enter(const QString& typed) {
    const QString line = typed.trimmed();
    if (line.isEmpty()) return;
    if (m_history.isEmpty() || m_history.last() != line) m_history << line;
    m_recalled = static_cast<int>(m_history.size());
    print(QStringLiteral("> ") + line, Tone::Input);
    if (line == QLatin1String("help") || line == QLatin1String("?")) return printHelp();
    const auto parsed = parseLine(line.toStdString(), m_bench.client.scenario());
    if (const auto* error = std::get_if<ScriptError>(&parsed)) {
        print(tr("column %1: %2").arg(error->column).arg(engineSentence(error->message)), Tone::Problem);
        return;
    }
    const auto& statement = std::get<Statement>(parsed);
    const bool expects = std::holds_alternative<Expect>(statement.what);
    if (expects || std::holds_alternative<StepBy>(statement.what)) m_asked.append({QString::fromStdString(statement.source), expects});
    m_bench.client.runStatement(statement);
    emit statementEntered(line);
}

void ConsolePanel::printHelp() {
    print(tr("Everything a script can do, for example:"), Tone::Answer);
    for (const char* line : {"crash S3", "start S3", "cut S1-S2", "partition S1 S2 | S3 S4 S5", "heal all", "C1 connect S1", "C1 create /app \"data\"",
                             "C1 get /app watch", "run 500ms", "run until leader", "step vote-round", "expect same trees"})
        print(QStringLiteral("    ") + QString::fromLatin1(line), Tone::Answer);
}

void ConsolePanel::print(const QString& text, Tone tone) {
    const Theme& theme = m_bench.appearance.theme();
    QTextCharFormat format;
    format.setForeground(theme.color(tone == Tone::Problem ? Ink::DownText : tone == Tone::Input ? Ink::Accent : Ink::Text));
    QTextCursor cursor(m_output->document());
    cursor.movePosition(QTextCursor::End);
    if (!m_output->document()->isEmpty()) cursor.insertBlock();
    cursor.insertText(text, format);
    m_output->moveCursor(QTextCursor::End);
}

void ConsolePanel::onNotice(const Notice& notice) {
    const QString text = engineSentence(notice.text);
    switch (notice.kind) {
        case Notice::Kind::Refused:
        case Notice::Kind::Stopped: print(text, Tone::Problem); break;
        case Notice::Kind::BrokenPromise: print(tr("Error in the lab itself: %1").arg(text), Tone::Problem); break;
        case Notice::Kind::Outcome: printOutcome(text, QString::fromStdString(notice.text)); break;
        case Notice::Kind::Done:
        case Notice::Kind::LessonEnded:
        case Notice::Kind::Document: break;
    }
}

void ConsolePanel::printOutcome(const QString& text, const QString& english) {
    // Outcomes come in the order of the questions. A line that comes back as it was is one that holds, or was done.
    const Asked asked = m_asked.isEmpty() ? Asked() : m_asked.takeFirst();
    const bool good = english == asked.source;
    if (!asked.expects) return good ? void() : print(text, Tone::Answer);
    if (good) print(tr("It holds."), Tone::Answer);
    else print(tr("It does not hold: %1").arg(text), Tone::Problem);
}

void ConsolePanel::onEvents(EventId first, EventId end) {
    const Trace& trace = m_bench.feed.trace();
    int printed = 0, left = 0;
    for (EventId id = first; id < end; ++id) {
        const Event& e = trace.at(id);
        if (!isAnswer(e)) continue;
        if (printed == kMostAnswersPerBatch) {
            ++left;
            continue;
        }
        ++printed;
        print(narrate(e, trace), Tone::Answer);
    }
    if (left) print(tr("… and %1 more").arg(left), Tone::Answer);
}

void ConsolePanel::recall(int direction) {
    if (m_history.isEmpty()) return;
    const int size = static_cast<int>(m_history.size());
    if (m_recalled == size) m_typed = m_input->text();
    m_recalled = std::clamp(m_recalled + direction, 0, size);
    m_input->setText(m_recalled == size ? m_typed : m_history[m_recalled]);
}

bool ConsolePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            recall(key == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void ConsolePanel::retranslate() {
    m_input->setPlaceholderText(tr("A line of the lab's language, for example: crash S3 — \"help\" shows more"));
    m_input->setAccessibleName(tr("Console input"));
    m_output->setAccessibleName(tr("Console output"));
}

void ConsolePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    Card::changeEvent(event);
}

}  // namespace zab
