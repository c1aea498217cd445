// SPDX-License-Identifier: GPL-3.0-or-later
// The strip of a server's log: every cell carries its number at any size, and epochs are told apart.
#include "tests/ui/scene/sample_views.h"
#include "ui/scene/stage_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"

#include <QTest>

using namespace zab;

namespace {

/// The stage of a window of 1366x768 with a broken seal above it, and what other windows leave.
const QSizeF kSizes[] = {{640, 250}, {884, 336}, {1060, 690}, {1340, 640}, {1920, 1000}};

StageOptions oneSeal() {
    StageOptions options;
    options.variants.push_back({"propose-while-syncing", QStringLiteral("switched off: propose-while-syncing")});
    return options;
}

ClusterView withLog(int servers, const std::vector<Zxid>& log, LogLook look = LogLook::Applied) {
    ClusterView view = sample::broadcasting(servers, servers, 0, 1);
    for (ServerView& s : view.servers) {
        s.log.clear();
        for (const Zxid zxid : log) s.log.push_back({zxid, look});
    }
    return view;
}

std::vector<const ShapeGroup*> cells(const StageScene& scene, ServerId server) {
    std::vector<const ShapeGroup*> found;
    for (const ShapeGroup& g : scene.still)
        if (g.target.kind == HitKind::LogCell && g.target.server == server) found.push_back(&g);
    return found;
}

const Shape* label(const ShapeGroup& cell) {
    for (const Shape& s : cell.shapes)
        if (s.kind == ShapeKind::Label) return &s;
    return nullptr;
}

QStringList words(const StageScene& scene, ServerId server) {
    QStringList all;
    for (const ShapeGroup* cell : cells(scene, server)) all << (label(*cell) ? label(*cell)->text : QString());
    return all;
}

}  // namespace

class TestLogStrip : public QObject {
    Q_OBJECT

private slots:
    void cellsKeepTheirNumbers_data();
    void cellsKeepTheirNumbers();
    void anEpochIsToldApart();
    void zxidsThatDoNotAscendAreToldApart();
    void theNewestAreShown();
};

void TestLogStrip::cellsKeepTheirNumbers_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<bool>("projector");
    QTest::addColumn<int>("look");
    for (const QSizeF& size : kSizes)
        for (const int servers : {3, 5})
            for (const bool projector : {false, true})
                for (const LogLook look : {LogLook::Queued, LogLook::Appended, LogLook::Fsynced, LogLook::Committed, LogLook::Applied})
                    if (size.width() > 700 || servers == 3)
                        QTest::addRow("%d servers, %.0fx%.0f%s, look %d", servers, size.width(), size.height(), projector ? ", projector" : "", int(look)) << servers << size << projector << int(look);
}

void TestLogStrip::cellsKeepTheirNumbers() {
    QFETCH(int, servers);
    QFETCH(QSizeF, size);
    QFETCH(bool, projector);
    QFETCH(int, look);
    const std::vector<Zxid> log{Zxid::make(1, 1), Zxid::make(1, 2), Zxid::make(1, 3), Zxid::make(1, 4), Zxid::make(2, 1), Zxid::make(2, 2), Zxid::make(2, 3), Zxid::make(2, 4)};
    const ClusterView view = withLog(servers, log, static_cast<LogLook>(look));
    const StageScene scene = buildStage(view, Theme::light(projector), size, view.now, oneSeal());
    const StageLayout layout = layoutStage(view, Theme::light(projector), size, oneSeal());
    if (layout.level == CardLevel::Mini) return;   // its strip is half as wide; what it shows has numbers: theNewestAreShown
    for (const ServerView& server : view.servers) {
        const auto all = cells(scene, server.id);
        QCOMPARE(all.size(), log.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Shape* number = label(*all[i]);
            QVERIFY2(number, qPrintable(all[i]->name));
            QVERIFY2(!number->elided && number->fontPixels >= 7, qPrintable(number->text));
            QVERIFY2(textWidth(number->font, static_cast<int>(number->fontPixels), number->text) <= number->rect.width(), qPrintable(number->text));
            QVERIFY(layout.card(server.id)->card.contains(all[i]->bounds));
            if (i > 0) QVERIFY(all[i]->bounds.left() >= all[i - 1]->bounds.right() - 0.01);
        }
    }
}

void TestLogStrip::anEpochIsToldApart() {
    const ServerId s1{1};
    const auto shown = [&](const std::vector<Zxid>& log) {
        const ClusterView view = withLog(3, log);
        return words(buildStage(view, Theme::light(), {1060, 690}, view.now, {}), s1);
    };
    QCOMPARE(shown({Zxid::make(2, 1)}), QStringList{QStringLiteral("2.1")});   // not "1", as 1.1 would be
    QCOMPARE(shown({Zxid::make(1, 1), Zxid::make(2, 1), Zxid::make(2, 2)}), (QStringList{QStringLiteral("1.1"), QStringLiteral("2.1"), QStringLiteral("2")}));
}

void TestLogStrip::zxidsThatDoNotAscendAreToldApart() {
    // As ZOOKEEPER-1277 leaves them: 2.1 of a counter that has run over, and 2.1 of an epoch that somebody was elected for.
    const ClusterView view = withLog(3, {Zxid::make(1, 3), Zxid::make(2, 0), Zxid::make(2, 1), Zxid::make(2, 1)});
    const QStringList shown = words(buildStage(view, Theme::light(), {1060, 690}, view.now, {}), {1});
    QCOMPARE(shown, (QStringList{QStringLiteral("1.3"), QStringLiteral("2.0"), QStringLiteral("1"), QStringLiteral("2.1")}));
}

void TestLogStrip::theNewestAreShown() {
    std::vector<Zxid> log;
    for (int c = 100; c < 160; ++c) log.push_back(Zxid::make(3, c));
    for (const int servers : {3, 9, 15}) {
        const ClusterView view = withLog(servers, log);
        for (const QSizeF& size : {QSizeF(884, 336), QSizeF(1340, 640), QSizeF(1920, 1000)}) {
            const StageScene scene = buildStage(view, Theme::light(), size, view.now, {});
            for (const ServerView& server : view.servers) {
                const QStringList shown = words(scene, server.id);
                QVERIFY(!shown.isEmpty() && shown.size() < 60);
                QVERIFY(cells(scene, server.id).back()->target.zxid == log.back());
                QVERIFY2(!shown.contains(QString()) && shown.front().startsWith(QStringLiteral("3.1")), qPrintable(shown.join(QLatin1Char(' '))));
            }
        }
    }
}

QTEST_MAIN(TestLogStrip)
#include "tst_log_strip.moc"
