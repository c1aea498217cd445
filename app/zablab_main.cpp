// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop program: composes the window from its parts and opens the ready lesson, paused.
#include "app/zablab_headless.h"
#include "ui/bridge/lab_client.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/documents.h"
#include "ui/widgets/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QSettings>

#include <cstdio>
#include <cstring>

namespace {

using namespace zab;

/// No display is needed for pictures: the platform has to be chosen before the application exists.
void choosePlatform(int argc, char** argv) {
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) return;
    for (int i = 1; i < argc; ++i)
        if (std::strncmp(argv[i], "--headless", 10) == 0 || std::strncmp(argv[i], "--screenshot", 12) == 0) qputenv("QT_QPA_PLATFORM", "offscreen");
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(QCoreApplication::translate("Options", "A whole ZooKeeper ensemble in slow motion."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), QCoreApplication::translate("Options", "A .lab script or a saved run; without it the ready lesson."), QStringLiteral("[FILE]"));
    parser.addOption({QStringLiteral("lang"), QCoreApplication::translate("Options", "Language: en or zh_CN."), QStringLiteral("LANGUAGE")});
    parser.addOption({QStringLiteral("theme"), QCoreApplication::translate("Options", "Theme: light, dark or system."), QStringLiteral("THEME")});
    parser.addOption({QStringLiteral("headless"), QCoreApplication::translate("Options", "Play the lesson without a display: narration here, pictures of the window into DIR."), QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("screenshot"), QCoreApplication::translate("Options", "Save one picture of the window as PNG and end."), QStringLiteral("PNG")});
    parser.addOption({QStringLiteral("size"), QCoreApplication::translate("Options", "Size of the window for pictures, such as 1920x1080."), QStringLiteral("WxH"), QStringLiteral("1920x1080")});
    parser.addOption({QStringLiteral("at"), QCoreApplication::translate("Options", "Picture after that many steps of the run."), QStringLiteral("STEP"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("beat"), QCoreApplication::translate("Options", "Picture after that many beats of the lesson."), QStringLiteral("BEAT"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("projector"), QCoreApplication::translate("Options", "Start in projector mode.")});
}

int complain(const QString& sentence) {
    std::fprintf(stderr, "zablab: %s\n", qPrintable(sentence));
    return 2;
}

/// Empty = fine; else what is wrong with an option.
QString checkOptions(const QCommandLineParser& parser) {
    const QString lang = parser.value(QStringLiteral("lang"));
    if (!lang.isEmpty() && lang != QLatin1String("en") && lang != QLatin1String("zh_CN"))
        return QCoreApplication::translate("Options", "--lang takes en or zh_CN, not '%1'.").arg(lang);
    const QString theme = parser.value(QStringLiteral("theme"));
    if (!theme.isEmpty() && theme != QLatin1String("light") && theme != QLatin1String("dark") && theme != QLatin1String("system"))
        return QCoreApplication::translate("Options", "--theme takes light, dark or system, not '%1'.").arg(theme);
    if (!parsePictureSize(parser.value(QStringLiteral("size")))) return QCoreApplication::translate("Options", "--size takes a size such as 1366x768, not '%1'.").arg(parser.value(QStringLiteral("size")));
    for (const char* name : {"at", "beat"}) {
        bool number = false;
        const qlonglong value = parser.value(QString::fromLatin1(name)).toLongLong(&number);
        if (!number || value < 0) return QCoreApplication::translate("Options", "--%1 takes a number from 0, not '%2'.").arg(QString::fromLatin1(name), parser.value(QString::fromLatin1(name)));
    }
    if (parser.positionalArguments().size() > 1) return QCoreApplication::translate("Options", "Only one file can be opened at a time.");
    return {};
}

void applySettings(Appearance& look, const QCommandLineParser& parser) {
    const QSettings settings;
    const bool pictures = parser.isSet(QStringLiteral("headless")) || parser.isSet(QStringLiteral("screenshot"));
    const QString remembered = pictures ? QString() : settings.value(QStringLiteral("window/language")).toString();
    const QString wanted = parser.value(QStringLiteral("lang"));
    look.setLanguage(!wanted.isEmpty() ? wanted : !remembered.isEmpty() ? remembered : Appearance::systemLanguage());
    if (parser.isSet(QStringLiteral("theme"))) look.setMode(Appearance::modeByName(parser.value(QStringLiteral("theme"))));
    else if (!pictures) look.setMode(static_cast<Appearance::Mode>(qBound(0, settings.value(QStringLiteral("window/theme"), 0).toInt(), 2)));
}

}  // namespace

int main(int argc, char** argv) {
    choosePlatform(argc, argv);
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ZabLab"));
    QCoreApplication::setOrganizationName(QStringLiteral("ZabLab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ZAB_VERSION));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/zablab.svg")));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    if (const QString wrong = checkOptions(parser); !wrong.isEmpty()) return complain(wrong);

    Appearance look;
    applySettings(look, parser);
    MainWindow window(look);
    QString problem;
    QObject::connect(&window.documents(), &Documents::failed, &app, [&problem](const QString& sentence) { problem = sentence; });
    const QStringList files = parser.positionalArguments();
    const bool opened = files.isEmpty() ? window.documents().openReadyLesson() : window.documents().open(files.first());
    if (!opened) return complain(problem.isEmpty() ? QCoreApplication::translate("Options", "There is no lesson to open.") : problem);

    const PictureOptions pictures{*parsePictureSize(parser.value(QStringLiteral("size"))), parser.value(QStringLiteral("at")).toLongLong(),
                                  parser.value(QStringLiteral("beat")).toInt(), parser.isSet(QStringLiteral("projector"))};
    if (parser.isSet(QStringLiteral("headless"))) return playHeadless(window, parser.value(QStringLiteral("headless")), pictures);
    if (parser.isSet(QStringLiteral("screenshot"))) return takePicture(window, parser.value(QStringLiteral("screenshot")), pictures);
    window.restoreLayout();
    window.show();
    if (pictures.projector) window.setProjector(true);
    return QApplication::exec();
}
