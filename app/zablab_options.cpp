// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/zablab_options.h"

#include "ui/text/language.h"

#include <QCommandLineParser>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace zab {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Options)
};

const QString kViolation = QStringLiteral("violation");

/// Qt takes these for itself as soon as there is a window; what comes after is their value. With one dash or two.
constexpr const char* kQtOptions[] = {"platform", "platformpluginpath", "platformtheme", "plugin", "qwindowgeometry", "geometry", "qwindowtitle",
                                      "title", "qwindowicon", "icon", "display", "style", "stylesheet", "session"};

QStringList withoutQtOptions(const QStringList& arguments) {
    QStringList ours;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        const qsizetype dashes = word.startsWith(QLatin1String("--")) ? 2 : 1;
        const bool option = i > 0 && word.startsWith(QLatin1Char('-'));
        const QString name = word.mid(dashes).section(QLatin1Char('='), 0, 0);
        if (!option || std::none_of(std::begin(kQtOptions), std::end(kQtOptions), [&](const char* qt) { return name == QLatin1String(qt); })) ours << word;
        else if (!word.contains(QLatin1Char('='))) ++i;
    }
    return ours;
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(Text::tr("A whole ZooKeeper ensemble in slow motion."));
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, Text::tr("Show this help and end.")});
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), Text::tr("A .lab script or a saved run; without it the ready lesson."), QStringLiteral("[FILE]"));
    parser.addOption({QStringLiteral("lang"), Text::tr("Language: en or zh_CN."), QStringLiteral("LANGUAGE")});
    parser.addOption({QStringLiteral("theme"), Text::tr("Theme: light, dark or system."), QStringLiteral("THEME")});
    parser.addOption({QStringLiteral("headless"), Text::tr("Play the lesson without a display: narration here, pictures of the window into DIR."), QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("screenshot"), Text::tr("Save one picture of the window as PNG and end."), QStringLiteral("PNG")});
    parser.addOption({QStringLiteral("size"), Text::tr("Size of the window for pictures, such as 1920x1080."), QStringLiteral("WxH"), QStringLiteral("1920x1080")});
    parser.addOption({QStringLiteral("at"), Text::tr("Open, or picture, after that many steps of the run; 'violation': where the first property is violated."), QStringLiteral("STEP"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("beat"), Text::tr("Picture after that many beats of the lesson."), QStringLiteral("BEAT"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("open"), Text::tr("Open the cards of these clients, such as C1,C2."), QStringLiteral("CLIENTS")});
    parser.addOption({QStringLiteral("panel"), Text::tr("Bring this panel to the front: event, property, console, plot, recipe or cap."), QStringLiteral("PANEL")});
    parser.addOption({QStringLiteral("projector"), Text::tr("Start in projector mode.")});
    parser.addOption({QStringLiteral("check-display"), Text::tr("Only look whether a window can be opened here: exit code 0 if so, else 2.")});
}

/// Empty = fine; else what is wrong with an option.
QString problemOf(const QCommandLineParser& parser) {
    const QString lang = parser.value(QStringLiteral("lang"));
    if (!lang.isEmpty() && !Language::exists(lang)) return Text::tr("--lang takes en or zh_CN, not '%1'.").arg(lang);
    const QString theme = parser.value(QStringLiteral("theme"));
    if (!theme.isEmpty() && theme != QLatin1String("light") && theme != QLatin1String("dark") && theme != QLatin1String("system"))
        return Text::tr("--theme takes light, dark or system, not '%1'.").arg(theme);
    const QString size = parser.value(QStringLiteral("size"));
    if (!parsePictureSize(size)) return Text::tr("--size takes a size such as 1366x768, not '%1'.").arg(size);
    if (const QString clients = parser.value(QStringLiteral("open")); !parseClients(clients))
        return Text::tr("--open takes clients such as C1,C2, not '%1'.").arg(clients);
    const QString panel = parser.value(QStringLiteral("panel"));
    if (!panel.isEmpty() && !QStringList{QStringLiteral("event"), QStringLiteral("property"), QStringLiteral("console"), QStringLiteral("plot"), QStringLiteral("recipe"), QStringLiteral("cap")}.contains(panel))
        return Text::tr("--panel takes event, property, console, plot, recipe or cap, not '%1'.").arg(panel);
    for (const char* name : {"at", "beat"}) {
        bool number = false;
        const QString value = parser.value(QString::fromLatin1(name));
        if (value == kViolation && QLatin1String(name) == QLatin1String("at")) continue;
        if (value.toInt(&number) < 0 || !number) return Text::tr("--%1 takes a number from 0, not '%2'.").arg(QString::fromLatin1(name), value);
    }
    for (const char* name : {"headless", "screenshot"})
        if (parser.isSet(QString::fromLatin1(name)) && parser.value(QString::fromLatin1(name)).isEmpty())
            return Text::tr("--%1 needs to know where the pictures go.").arg(QString::fromLatin1(name));
    if (parser.positionalArguments().size() > 1) return Text::tr("Only one file can be opened at a time.");
    return {};
}

}  // namespace

QString wantedLanguage(const QStringList& arguments) {
    QString wanted;
    bool pictures = false;   // made for everybody: not in the language that somebody once chose in the window
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString name = arguments[i].section(QLatin1Char('='), 0, 0);
        pictures = pictures || name == QLatin1String("--headless") || name == QLatin1String("--screenshot");
        if (name != QLatin1String("--lang")) continue;
        wanted = arguments[i].contains(QLatin1Char('=')) ? arguments[i].section(QLatin1Char('='), 1) : arguments.value(i + 1);
    }
    if (Language::exists(wanted)) return wanted;
    const QString remembered = pictures ? QString() : QSettings().value(QStringLiteral("window/language")).toString();
    return Language::exists(remembered) ? remembered : Language::ofSystem();
}

std::optional<int> readOptions(const QStringList& arguments, Options& options) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(withoutQtOptions(arguments))) return complain(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        std::fputs(parser.helpText().toUtf8().constData(), stdout);
        return 0;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        std::printf("%s %s\n", qPrintable(QCoreApplication::applicationName()), qPrintable(QCoreApplication::applicationVersion()));
        return 0;
    }
    if (const QString wrong = problemOf(parser); !wrong.isEmpty()) return complain(wrong);
    options.file = parser.positionalArguments().value(0);
    options.language = wantedLanguage(arguments);
    options.theme = parser.value(QStringLiteral("theme"));
    options.headless = parser.value(QStringLiteral("headless"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.checkDisplay = parser.isSet(QStringLiteral("check-display"));
    options.pictures = {*parsePictureSize(parser.value(QStringLiteral("size"))), parser.value(QStringLiteral("at")) == kViolation ? PictureOptions::kViolation : parser.value(QStringLiteral("at")).toLongLong(),
                        parser.value(QStringLiteral("beat")).toInt(), parser.isSet(QStringLiteral("projector")), *parseClients(parser.value(QStringLiteral("open"))),
                        parser.value(QStringLiteral("panel"))};
    return std::nullopt;
}

int complain(const QString& sentence) {
    std::fprintf(stderr, "zablab: %s\n", sentence.toUtf8().constData());
    return 2;
}

}  // namespace zab
