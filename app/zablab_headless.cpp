// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/zablab_headless.h"

#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/engine_text.h"
#include "ui/text/event_text.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/narration_strip.h"
#include "ui/widgets/stage_view.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace zab {
namespace {

/// The offscreen platform complains about size hints with every window; nobody who reads the narration can use that.
void quietOffscreen(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    if (text.contains(QLatin1String("propagateSizeHints"))) return;
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, text)));
}

constexpr int kSettleMs = 300;          ///< for panels that update a few times a second
constexpr int kImportanceTold = 60;     ///< what is told in the terminal; the event list has everything

void print(FILE* where, const QString& line) {
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), where);
    std::fflush(where);
}

void prepare(MainWindow& window, const PictureOptions& options) {
    qInstallMessageHandler(quietOffscreen);
    window.resize(options.size);
    window.stage().setAnimated(false);
    for (const ClientId client : options.opened) window.stage().openClient(client);
    window.show();
    window.showPanel(options.panel);
    if (options.projector) {
        window.setProjector(true);
        window.showNormal();   // the size asked for, not the one of a screen that is not there
        window.resize(options.size);
    }
}

/// Plays beat by beat: tells what happened, takes a picture, asks for the next beat.
class Headless : public QObject {
public:
    Headless(MainWindow& window, const QDir& folder) : m_window(window), m_folder(folder) {
        connect(&window.feed(), &TraceFeed::eventsAppended, this, [this](EventId first, EventId end) { tell(first, end); });
        connect(&window.feed(), &TraceFeed::noticed, this, [this](const Notice& notice) { onNotice(notice); });
        connect(&window.feed(), &TraceFeed::batchArrived, this, [this] { m_settle.start(kSettleMs); });
        m_settle.setSingleShot(true);
        connect(&m_settle, &QTimer::timeout, this, [this] { beatShown(); });
    }

private:
    void tell(EventId first, EventId end) {
        const Trace& trace = m_window.feed().trace();
        for (EventId id = first; id < end; ++id) {
            const Event& e = trace.at(id);
            if (e.kind == EventKind::Say) print(stdout, QStringLiteral("\n%1").arg(narrate(e, trace)));
            else if (importance(e) >= kImportanceTold) print(stdout, QStringLiteral("%1  %2").arg(timeText(e.time).rightJustified(16), narrate(e, trace)));
        }
    }

    void onNotice(const Notice& notice) {
        if (notice.kind == Notice::Kind::LessonEnded) m_ended = true;
        if (notice.kind == Notice::Kind::Stopped || notice.kind == Notice::Kind::BrokenPromise || notice.kind == Notice::Kind::Refused) {
            print(stderr, engineSentence(notice.text));
            m_failed = true;
        }
    }

    void beatShown() {
        const QString file = m_folder.filePath(QStringLiteral("%1.png").arg(++m_pictures, 2, 10, QLatin1Char('0')));
        if (!m_window.grab().save(file)) {
            print(stderr, QCoreApplication::translate("Headless", "%1 cannot be written.").arg(QDir::toNativeSeparators(file)));
            m_failed = true;
        }
        if (m_ended || m_failed) {
            print(stdout, QCoreApplication::translate("Headless", "\n%1 pictures of the window are in %2").arg(m_pictures).arg(QDir::toNativeSeparators(m_folder.absolutePath())));
            return QCoreApplication::exit(m_failed ? 1 : 0);
        }
        m_window.client().nextBeat();
    }

    MainWindow& m_window;
    QDir m_folder;
    QTimer m_settle;
    int m_pictures = 0;
    bool m_ended = false, m_failed = false;
};

}  // namespace

std::optional<QSize> parsePictureSize(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    if (parts.size() != 2) return std::nullopt;
    bool w = false, h = false;
    const QSize size(parts[0].toInt(&w), parts[1].toInt(&h));
    if (!w || !h || size.width() < 200 || size.height() < 200 || size.width() > 8192 || size.height() > 8192) return std::nullopt;
    return size;
}

std::optional<std::vector<ClientId>> parseClients(const QString& text) {
    std::vector<ClientId> clients;
    for (const QString& word : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        bool number = false;
        const int id = word.mid(1).toInt(&number);
        if (!word.startsWith(QLatin1Char('C')) || !number || id < 1 || id > 200) return std::nullopt;
        clients.push_back({id});
    }
    return clients;
}

void goTo(MainWindow& window, const PictureOptions& options) {
    if (options.step == PictureOptions::kViolation) window.client().toViolation();
    else if (options.step) window.client().seek(options.step);
}

int playHeadless(MainWindow& window, const QString& folder, const PictureOptions& options) {
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral("."))) {
        print(stderr, QCoreApplication::translate("Headless", "The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)));
        return 2;
    }
    prepare(window, options);
    const Headless headless(window, dir);
    return QCoreApplication::exec();
}

int takePicture(MainWindow& window, const QString& file, const PictureOptions& options) {
    prepare(window, options);
    for (int beat = 0; beat < options.beat; ++beat) window.client().nextBeat();
    goTo(window, options);
    QTimer settle;
    settle.setSingleShot(true);
    bool saved = false;
    QObject::connect(&window.feed(), &TraceFeed::batchArrived, &settle, [&settle] { settle.start(2 * kSettleMs); });
    QObject::connect(&settle, &QTimer::timeout, &settle, [&] {
        saved = window.grab().save(file);
        QCoreApplication::exit(0);
    });
    QCoreApplication::exec();
    if (!saved) print(stderr, QCoreApplication::translate("Headless", "%1 cannot be written.").arg(QDir::toNativeSeparators(file)));
    return saved ? 0 : 2;
}

}  // namespace zab
