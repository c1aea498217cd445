// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program: composes the window from its parts and opens the ready lesson, paused.
#include "app/zablab_headless.h"
#include "app/zablab_options.h"
#include "ui/bridge/lab_client.h"
#include "ui/text/language.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/stage_view.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>

#include <cstdlib>

namespace {

using namespace zab;

/// Said when Qt finds no way to open a window; made while texts can still be translated. Empty: nothing is being opened.
QString noDisplay;

/// Qt ends a program that finds no display by abort. Here it ends with one sentence; what Qt warns of before belongs to it.
void quietWhileOpening(QtMsgType type, const QMessageLogContext&, const QString&) {
    if (type != QtFatalMsg) return;
    complain(noDisplay);
    std::_Exit(2);
}

/// Everything that needs no display. An exit code if there is nothing more to do.
std::optional<int> beforeTheWindow(int argc, char** argv, Options& options) {
    const QCoreApplication app(argc, argv);
    Language texts;
    texts.use(wantedLanguage(QCoreApplication::arguments()));
    noDisplay = QCoreApplication::translate("Options", "No window can be opened: there is no display here that can be used. "
                                                       "'zablab --headless DIR' needs none.");
    return readOptions(QCoreApplication::arguments(), options);
}

void applySettings(Appearance& look, const Options& options) {
    look.setLanguage(options.language);
    if (!options.theme.isEmpty()) look.setMode(Appearance::modeByName(options.theme));
    else if (!options.wantsPictures()) look.setMode(static_cast<Appearance::Mode>(qBound(0, QSettings().value(QStringLiteral("window/theme"), 0).toInt(), 2)));
}

int openWindow(const Options& options) {
    Appearance look;
    applySettings(look, options);
    MainWindow window(look);
    QString problem;
    QObject::connect(&window.documents(), &Documents::failed, &window, [&problem](const QString& sentence) { problem = sentence; });
    const bool opened = options.file.isEmpty() ? window.documents().openReadyLesson() : window.documents().open(options.file);
    if (!opened) return complain(problem.isEmpty() ? QCoreApplication::translate("Options", "There is no lesson to open.") : problem);
    if (!options.headless.isEmpty()) return playHeadless(window, options.headless, options.pictures);
    if (!options.screenshot.isEmpty()) return takePicture(window, options.screenshot, options.pictures);
    window.restoreLayout();
    for (const ClientId client : options.pictures.opened) window.stage().openClient(client);
    window.show();
    goTo(window, options.pictures);
    window.showPanel(options.pictures.panel);
    if (options.pictures.projector) window.setProjector(true);
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("ZabLab"));
    QCoreApplication::setOrganizationName(QStringLiteral("ZabLab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZAB_VERSION));
    Options options;
    if (const std::optional<int> done = beforeTheWindow(argc, argv, options)) return *done;
    // The platform has to be chosen before the application exists.
    if (options.wantsPictures() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(quietWhileOpening);
    const QApplication app(argc, argv);
    qInstallMessageHandler(nullptr);
    if (options.checkDisplay) return 0;
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/zablab.svg")));
    return openWindow(options);
}
