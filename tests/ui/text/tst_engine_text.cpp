// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine really answers to bad lines, senseless commands and missed goals is known and reads as Chinese in Chinese.
#include "engine/hunt/explore.h"
#include "engine/lab/lab.h"
#include "engine/script/script.h"
#include "ui/text/engine_phrases.h"
#include "ui/text/engine_text.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>
#include <QtTest>

#include <set>

using namespace zab;

namespace {

const char* const kBadScripts[] = {
    "", "start all", "servers", "servers 0", "servers x", "servers 3\nservers 3", "servers 3 4", "title", "title x",
    "servers 3\nobservers all",
    "servers 3\nobservers S9", "servers 1\nobservers S3", "observers S1", "servers 3\nweights S1", "servers 3\nweights S1=2",
    "servers 1\nweights S3=2", "weights S1=2", "servers 3\ngroup 1 S1\ngroup 2 S1", "servers 3\ngroup 1 S1", "servers 3\ngroup 0 S1",
    "servers 3\ngroup 1 all\nweights S1=0 S2=0 S3=0", "servers 3\nset", "servers 3\nset snapCount", "servers 3\nset snapCount 1",
    "servers 3\nset snapshotSizeFactor x", "servers 3\nset forceSnapshotSync x", "servers 3\nset minNotificationInterval 0s",
    "servers 3\nset finalizeWait x", "servers 3\nset minSessionTimeout x", "servers 3\nset minSessionTimeout 50s",
    "servers 3\nset minNotificationInterval 90s", "servers 3\nset commitLogCount 0", "servers 3\nset preAllocSize x",
    "servers 3\nset counterLimit 1", "servers 3\nlatency", "servers 3\nlatency 1ms jitter", "servers 3\nloss", "servers 3\nloss 200%",
    "servers 3\npacket-time", "servers 3\nretransmit 0s", "servers 3\ntick 1ms", "servers 3\ntick", "servers 3\ninit-limit 0",
    "servers 3\nsession-timeout 0s", "servers 3\nsession-timeout", "seed", "seed 99999999999999999999999", "servers 3\ndisk S1",
    "servers 3\ndisk S9 new",
    "servers 3\ndisk S1 new accepted 1", "servers 3\ndisk S1 torn", "servers 3\ndisk S1 log", "servers 3\ndisk S1 log 1.0",
    "servers 3\ndisk S1 log 1.2-1.1", "servers 3\ndisk S1 log 1.2 1.1", "servers 3\ndisk S1 log 1.1-1.900000000",
    "servers 3\ndisk S1 accepted -1",
    "servers 3\ndisk S1 current x", "servers 3\ndisk S1 x", "servers 3\ndisk S1 damaged", "servers 3\ndisk S1 snapshot 1.1 (1.1",
    "servers 3\ndisk S1 new\ndisk S1 new", "servers 3\nstart all\nservers 3", "servers 3\nat x start all",
    "servers 3\nat 1s after x start all",
    "servers 3\nsay \"x", "servers 3\nsay \"\\q\"", "servers 3\nsay \"\x01\"", "servers 3\n\xff", "servers 3\nfsync 1ms jitter x",
    "servers 3\nfsync x", "servers 3\ntitle \"a\"\ntitle \"b\"", "servers 3\nobservers S3\ngroup 1 all\nstart all",
    "servers 3\ndisk S1 damaged 1.1", "servers 3\ndisk S1 no-snapshot snapshot 1.1", "servers 3\ndisk S1 log 2147483647.1",
    "servers 3\nC1 load outstanding 100000 bytes 1048575", "servers 3\nC1-C5 get /a", "servers 3\nC5-C1 connect", "servers 3\nC1 lock /a x",
    "version 2\nservers 3", "servers 3\nexplore x", "servers 3\nexplore crashes 16", "servers 3\nC1 lock /a naive read", "servers 3\nC1 lock /a times 3", "servers 3\nC1 elect /a like x", "servers 3\nC1 lock /a hold x",
    "servers 3\nC1 lock /a hold 1s times x", "servers 3\nexpect reads /a x", "servers 3\nC1 enter /a count x", "servers 3\nC1 offer /a", "servers 3\nC1 join /a \"/\"", "servers 3\nC1 take /a times x", "servers 3\nexpect C1 knows /a", "servers 3\nrun until C1 x"};

const char* const kBadLines[] = {
    "", "servers 3", "at 1s start S1", "bogus", "\"bogus\"", "say", "say x", "start", "start S9", "start S1 S1", "start all all",
    "crash", "crash \"S1\"",
    "crash S1 x", "crash C1", "thaw", "force", "force S1", "force timeout", "fsync S1", "fsync S1 x", "fsync all 1ms jitter x",
    "cut", "cut S1-S1",
    "cut S1-S9", "cut S1-", "heal", "heal x", "partition", "partition S1", "partition S1 | S1", "partition S1 |", "link S1-S2",
    "link S1-S2 x",
    "link S1-S2 latency x", "link S1-S2 jitter", "link S1-S2 loss x", "drop", "drop packet", "drop packet x", "duplicate packet", "duplicate", "duplicate x", "duplicate S2 fsync", "pass", "pass x", "pass 0s",
    "deliver 3", "deliver PROPOSAL 1.1", "deliver PROPOSAL S1-S9", "deliver S2", "deliver S2 timer x", "deliver S2 fsync number 0", "drop S2 fsync",
    "delay packet 3", "delay packet 3 by", "delay packet 3 by 0s", "C1", "C1 x", "C0 close", "C201 close", "client", "C1 connect S9",
    "C1 connect timeout x", "C1 connect timeout 0s", "C1 create", "C1 create x", "C1 set /a", "C1 set /a x",
    "C1 set /a \"\" version x", "C1 delete",
    "C1 get", "C1 load x", "C1 load outstanding 0", "C1 load bytes x", "C1 load total x", "run", "run x", "run to", "run until",
    "run until x",
    "run until phase x", "run until rule x", "run until rule leader-x", "run until S1 x", "run until commit x", "run until leader within",
    "run until leader within 0s", "run 0 events", "run x events", "step x", "step back x", "step event 0", "step event x", "expect",
    "expect x",
    "expect epoch x", "expect znode", "expect no", "expect no x", "expect rule", "expect rule x", "expect session", "expect sync S1",
    "expect sync S1 x", "expect refused", "expect same", "expect same x", "expect violation x", "expect C1", "expect C1 reply",
    "C1 watch", "C1 watch /a", "C1 unwatch", "C1 auth", "C1 auth digest", "run until C1", "run until C1 callback", "expect C1 callback x", "expect C1 at",
    "expect C1 reply x", "expect C1 watch", "expect C1 watch x", "expect S1", "expect S1 x", "expect S1 epoch x", "expect S1 zxid x",
    "expect leader S1 x", "run until leader |", "crash averyveryveryveryveryveryveryveryverylongword", "crash \"a, found b\""};

// Played one after another on a run of three servers; what they answer is collected.
const char* const kMissed[] = {
    "expect leader", "expect leader S1", "expect S1 LEADING", "expect same trees", "expect znode /a", "step event", "crash S1",
    "freeze S1", "force timeout S1",
    "start S3 S2 S1", "start S1", "thaw S1", "run until leader", "expect leader S1", "expect no leader", "expect epoch 9",
    "expect S1 epoch 9",
    "expect S1 zxid 9.9", "expect S1 LOOKING", "expect down S1", "expect refused S1", "expect C1 reply OK", "C1 close",
    "C1 connect S1", "run 1s",
    "expect notifications /l 1", "expect C1 holding /l", "expect C1 knows /l \"x\"", "C1 release /l", "C1 lock /l", "run until C1 lost /l within 1s", "run 1s", "C1 lock /l", "C1 resign /l",
    "expect C1 waiting /l", "expect no holder /l", "expect C1 knows /l \"x\"", "expect holder /k C1", "expect accepted /l 7", "expect children /l 9", "expect children /k 9", "C1 release /l", "run 1s",
    "expect notifications /l 7", "run until C1 lost /k within 1s", "C1 create /a \"x y\"", "run 1s", "expect C1 reply NONODE", "expect C1 reply OK \"x\"", "C1 get /a watch", "run 1s",
    "expect C1 reply OK \"x\"",
    "expect znode /a \"z\"", "expect znode /b", "expect no znode /a", "expect no session C1 on S1", "expect session C2",
    "expect C1 watch NodeDeleted /a", "expect C1 at S3", "expect C1 zxid 9.9", "expect C5 at S1", "run until C1 callback Expired within 1s", "run until C1 callback getData /a within 1s",
    "expect C1 frozen", "expect C1 CLOSED", "thaw C1", "freeze C1", "freeze C1", "C1 connect S2", "thaw C1",
    "C1 set /a \"u\"", "run 1s", "expect C1 watch NodeDeleted /a", "expect violation Agreement", "expect sync S1 SNAP",
    "expect sync S2 SNAP",
    "expect sync S3 SNAP", "expect rule leader-x", "drop packet 99999", "duplicate packet 99999", "run to 1s", "at 1s after 3 start S1",
    "run until commit 9.9 within 1s", "run until commit within 1s", "run until phase DISCOVERY within 1s",
    "run until S1 OBSERVING within 1s",
    "run until rule disk-damaged within 1s", "run 900000 events", "step commit 5", "freeze S2", "freeze S2", "force timeout S2",
    "expect S2 LOOKING",
    "expect leader S2", "thaw S2", "crash S3", "expect S3 LEADING", "expect leader S3", "run until S3 LEADING within 1s", "crash S1",
    "crash S2",
    "expect leader S2", "run until leader within 2s", "run until leader S1 within 2s", "C1 crash", "C1 use /l", "C1 get /a", "expect epoch 1",
    "run until quiet within 1us"};

Scenario threeServers() {
    Scenario s;
    for (int i = 1; i <= 3; ++i) s.ensemble.members.push_back({ServerId{i}});
    return s;
}

void refuse(std::set<std::string>& answers) {
    World world(threeServers());
    Trace trace;
    const ServerId s1{1};
    const std::vector<Command> commands = {
        StartServers{}, StartServers{{ServerId{9}}}, CrashServer{s1}, CrashServer{ServerId{9}}, FreezeServer{s1, true}, ForceTimeout{s1},
        CutLink{s1, s1}, CutLink{s1, ServerId{8}}, Partition{{{s1}, {s1}}}, DropPacket{99}, DeliverNext{99}, DelayPacket{99, msec(1)},
        DeliverInput{{InputKind::FsyncDone, {}, {}, {}, s1}},
        ClientCall{ClientId{5}, {}}, ConnectClient{ClientId{201}, s1, {}}, CloseClient{ClientId{4}}, SetFsync{ServerId{7}, msec(1), {}}};
    for (const Command& command : commands) answers.insert(world.apply(command, {}, trace));
}

void deliverOutOfOrder(std::set<std::string>& answers) {
    Lab lab(threeServers());
    lab.execute(StartServers{{ServerId{1}, ServerId{2}, ServerId{3}}});
    for (int i = 0; i < 4000; ++i) {
        std::vector<std::uint64_t> packets;
        lab.world().pending().forEach([&](const PendingInput& in) {
            if (in.kind == InputKind::Packet) packets.push_back(in.sequence);
        });
        for (const std::uint64_t sequence : packets) {
            World copy = lab.world();
            Trace trace;
            if (const std::string why = copy.apply(DeliverNext{sequence}, {}, trace); !why.empty()) {
                answers.insert(why);
                return;
            }
        }
        if (!lab.stepInput()) return;
    }
}

void miss(std::set<std::string>& answers) {
    Lab lab(threeServers());
    for (const char* line : kMissed) {
        const auto parsed = parseLine(line, lab.scenario());
        if (const auto* error = std::get_if<ScriptError>(&parsed)) {
            answers.insert(error->message);
            continue;
        }
        bool failed = false;
        if (const auto answer = carryOut(std::get<Statement>(parsed), lab, failed)) answers.insert(*answer);
    }
}

/// What the explorer does not begin with.
const char* const kUnexplorable[] = {
    "servers 3\neureka\nstart all\n", "servers 3\nfreeze S1\n", "servers 3\nstart all\nlink S1-S2 latency 1ms\n", "servers 3\nexplore writes 1\nstart all\n",
    "servers 3\nexplore heals 1\nstart all\n", "servers 3\nstart all\nexpect no leader\nexpect leader\n", "servers 3\nstart S1\nrun until leader within 1s\n", "servers 3\nstart S1\nstart S1\n"};

void beginToExplore(std::set<std::string>& answers) {
    for (const char* text : kUnexplorable) {
        const Script script = std::get<Script>(parseScript(text, "small.lab"));
        ExploreOptions options;
        options.budgets = script.scenario.explore.value_or(ExploreBudgets());
        const std::string problem = explore(script, options).problem;
        if (problem.empty()) qFatal("the explorer begins with: %s", text);
        answers.insert(problem);
    }
}

/// All that the bad inputs above bring forth.
std::set<std::string> realAnswers() {
    std::set<std::string> answers;
    beginToExplore(answers);
    for (const char* text : kBadScripts) {
        const auto parsed = parseScript(text, "bad.lab");
        if (const auto* error = std::get_if<ScriptError>(&parsed)) answers.insert(error->message);
        else qFatal("no error in: %s", text);
    }
    for (const char* line : kBadLines) {
        const auto parsed = parseLine(line, threeServers());
        if (const auto* error = std::get_if<ScriptError>(&parsed)) answers.insert(error->message);
        else qFatal("no error in: %s", line);
    }
    refuse(answers);
    deliverOutOfOrder(answers);
    miss(answers);
    answers.erase("");
    return answers;
}

/// English words that a Chinese sentence still has, apart from names and words of the protocol and of the .lab language.
QStringList englishIn(QString chinese) {
    static const QRegularExpression kept(
        "'[^']*'|\"[^\"]*\"|/[A-Za-z]+|small\\.lab|[0-9.]+(s|ms|us)|[SC][0-9]+|[A-Z]{2,}|[a-z]+[A-Z][A-Za-z]*|Node[A-Za-z]+");
    static const QRegularExpression word("[A-Za-z][A-Za-z-]+");
    static const QStringList known = QString(
        "Eureka within crashes restarts cuts heals drops timeouts writes reads elections resource timer epoch zxid leader observer tick fsync start crash cut run expect say snapshot accepted current current-tmp log no-snapshot "
        "torn damaged new "
        "latency jitter loss duplicate znode rule session sync refused down same trees violation no commit quiet phase event "
        "packet vote-round back "
        "connect at provide withdraw lookup eureka close load callback create set delete get exists children lock starting waiting holding unsure lost done accepted rejected holder notifications reads packets naive read write recipe recipes times hold like unprotected curator kazoo release resign leave stop knows outstanding bytes total reply watch frozen at watch unwatch auth async persistent recursive callback digest Disconnected Expired Closed Agreement until to xHH").split(' ');
    chinese.remove(kept);
    QStringList found;
    for (auto it = word.globalMatch(chinese); it.hasNext();)
        if (const QString w = it.next().captured(); !known.contains(w) && !w.contains('-')) found << w;
    return found;
}

}  // namespace

class TestEngineText : public QObject {
    Q_OBJECT

private slots:
    void everyAnswerIsKnown();
    void englishStaysAsItIs();
    void everyLiteralOfTheParserIsKnown();
    void everySentenceOfTheHuntIsKnown();
    void placesAreNumbered();
    void chineseHasNoEnglish();
    void partsAreTranslated();
    void strangersStayAsTheyAre();
};

void TestEngineText::everyAnswerIsKnown() {
    const auto answers = realAnswers();
    QVERIFY2(answers.size() > 150, qPrintable(QString::number(answers.size())));
    QStringList unknown;
    for (const std::string& answer : answers)
        if (!isKnownEngineSentence(answer)) unknown << QString::fromStdString(answer);
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join('\n')));
}

void TestEngineText::englishStaysAsItIs() {
    for (const std::string& answer : realAnswers()) QCOMPARE(engineSentence(answer).toStdString(), answer);
    QCOMPARE(errorText({"five.lab", 12, 7, "expected a server (S1 to S5), found 'S9'"}),
             QString("five.lab:12:7: expected a server (S1 to S5), found 'S9'"));
}

void TestEngineText::everyLiteralOfTheParserIsKnown() {
    static const QRegularExpression expected("failExpected\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");
    static const QRegularExpression value("line\\.(number|time|string)\\(\"([^\"]*)\"");
    static const QRegularExpression whole("(?:fail\\((?:[^\"()]|\\(\\))*|ParseFailure\\{[^\"{}]*)\"([^\"\\\\]*)\"[)}]");
    QStringList unknown;
    int seen = 0;
    const auto look = [&](const QString& sentence) {
        ++seen;
        if (!isKnownEngineSentence(sentence.toStdString())) unknown << sentence;
    };
    const QDir folder(ZAB_SOURCE_DIR "/engine/script");
    for (const QString& name : folder.entryList({"*.cpp"}, QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = expected.globalMatch(text); it.hasNext();) look("expected " + it.next().captured(1) + ", found 'x'");
        for (auto it = whole.globalMatch(text); it.hasNext();) look(it.next().captured(1));
        for (auto it = value.globalMatch(text); it.hasNext();) {
            const auto m = it.next();
            const QString end = m.captured(1) == "number" ? " (a number from 1 to 2)"
                                : m.captured(1) == "string" ? " in quotes"
                                : " (a time such as 2s, 5ms or 500us, at most 1000000s)";
            look("expected " + m.captured(2) + end + ", found the end of the line");
        }
    }
    QVERIFY2(seen > 80, qPrintable(QString::number(seen)));
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join('\n')));
}

/// Literals of engine/hunt that are whole sentences, or the end of one behind a number.
void TestEngineText::everySentenceOfTheHuntIsKnown() {
    static const QRegularExpression sentence("\"([^\"\\n]*[a-z]\\.)\"");
    QStringList unknown;
    int seen = 0;
    const QDir folder(ZAB_SOURCE_DIR "/engine/hunt");
    for (const QString& name : folder.entryList({"*.cpp"}, QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = sentence.globalMatch(text); it.hasNext(); ++seen)
            if (const QString s = it.next().captured(1); !isKnownEngineSentence((s.startsWith(": ") ? "Line 3" + s : s).toStdString())) unknown << s;
    }
    QVERIFY2(seen >= 4, qPrintable(QString::number(seen)));
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join('\n')));
}

void TestEngineText::placesAreNumbered() {
    for (const EnginePhrase& phrase : enginePhrases()) {
        const QString text = QString::fromLatin1(phrase.text);
        const auto places = static_cast<int>(qstrlen(phrase.places));
        for (int i = 1; i <= places; ++i) QCOMPARE(text.count(QString("%%1").arg(i)), 1);
        QVERIFY2(!text.contains(QString("%%1").arg(places + 1)), phrase.text);
    }
}

void TestEngineText::chineseHasNoEnglish() {
    QTranslator translator;
    QVERIFY(translator.load(":/i18n/zablab_zh_CN.qm"));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QStringList english;
    static const QRegularExpression han("[\\x{4e00}-\\x{9fff}]");
    for (const std::string& answer : realAnswers()) {
        const QString chinese = engineSentence(answer);
        if (!chinese.contains(han)) english << chinese;
        if (const QStringList words = englishIn(chinese); !words.isEmpty()) english << chinese + "   <- " + words.join(' ');
    }
    QCoreApplication::removeTranslator(&translator);
    QVERIFY2(english.isEmpty(), qPrintable('\n' + english.join('\n')));
    QVERIFY(!englishIn("预期 a server").isEmpty());
}

void TestEngineText::partsAreTranslated() {
    QTranslator translator;
    QVERIFY(translator.load(":/i18n/zablab_zh_CN.qm"));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const QString error = errorText({"five.lab", 12, 7, "expected a server (S1 to S5), found the end of the line"});
    const QString has = engineSentence("S1 has /a");
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(error, QString::fromUtf8("five.lab:12:7: 此处应为服务器（S1 至 S5），实际是行尾"));
    QCOMPARE(has, QString::fromUtf8("S1 上有 /a"));
}

void TestEngineText::strangersStayAsTheyAre() {
    for (const char* text : {"", "expect leader", "Guten Tag", "expected nonsense, found 'x'", "S1 is not really running."}) {
        QVERIFY2(!isKnownEngineSentence(text), text);
        QCOMPARE(engineSentence(text), QString(text));
    }
    QVERIFY(isKnownEngineSentence("expected a command, found 'a, found b'"));
}

QTEST_GUILESS_MAIN(TestEngineText)
#include "tst_engine_text.moc"
