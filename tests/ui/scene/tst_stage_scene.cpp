// SPDX-License-Identifier: GPL-3.0-or-later
// The stage of 1 to 15 servers at several sizes: nothing overlaps, nothing jumps, nothing important is cut off.
#include "tests/ui/scene/sample_views.h"
#include "ui/scene/packet_scene.h"
#include "ui/scene/stage_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/scene/text_fit.h"
#include "ui/text/language.h"
#include "ui/theme/color_vision.h"

#include <QTest>

#include <cmath>

using namespace zab;

namespace {

const QSizeF kSizes[] = {{800, 420}, {1060, 690}, {1340, 640}, {1920, 1000}};

enum Kind { Electing, Broadcasting, Discovering, Synchronizing, Registering, RegistersAgain, KindCount };
const char* const kKindNames[] = {"electing", "broadcasting", "discovery", "synchronization", "with Eureka", "electing, with Eureka"};
/// Those of one ensemble, in whatever state it is.
bool hasEureka(int kind) { return kind >= Registering; }

ClusterView viewOf(int kind, int n) {
    const int leader = n / 2 + 1;
    switch (kind) {
        case Electing: return sample::electing(n, 2);
        case Broadcasting: return sample::broadcasting(n, leader, 6, 3);
        case Registering: return sample::withEureka(sample::broadcasting(n, leader, 6, 3));
        case RegistersAgain: return sample::withEureka(sample::electing(n, 2));
        case Discovering: return sample::recovering(n, leader, Phase::Discovery);
        default: return sample::recovering(n, leader, Phase::Synchronization);
    }
}

StageOptions speaking(const ClusterView& view) {
    StageOptions options;
    for (const ServerView& server : view.servers)
        if (server.life == ServerLife::Up)
            options.decisions.push_back({server.id, 7, QStringLiteral("S4 compares"),
                                         QStringLiteral("epoch 2 = 2, zxid 2.8 > 2.5, so S1 wins over S4; the id is not looked at.")});
    return options;
}

std::vector<QRectF> boxes(const std::vector<ShapeGroup>& groups, HitKind kind) {
    std::vector<QRectF> result;
    for (const ShapeGroup& g : groups)
        if (g.target.kind == kind) result.push_back(g.bounds);
    return result;
}

QString words(const QRectF& r) {
    return QStringLiteral("(%1 %2 %3x%4)").arg(r.x()).arg(r.y()).arg(r.width()).arg(r.height());
}

void rows() {
    QTest::addColumn<int>("n");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("projector");
    for (int n = 1; n <= 15; ++n)
        for (const QSizeF& size : kSizes)
            for (int kind = 0; kind < KindCount; ++kind) {
                if (n > 13 && size.width() < 1000 && hasEureka(kind)) continue;   // two processes on each card want a larger window
                QTest::addRow("%d servers, %.0fx%.0f, %s", n, size.width(), size.height(), kKindNames[kind]) << n << size << kind << false;
            }
    for (int n : {3, 5, 7}) QTest::addRow("%d servers, projector", n) << n << QSizeF(1920, 1040) << int(Broadcasting) << true;
    for (int n : {3, 5, 7}) QTest::addRow("%d servers with Eureka, projector", n) << n << QSizeF(1920, 1040) << int(Registering) << true;
}

#define VERIFY_APART(a, b, what) \
    QVERIFY2(!(a).adjusted(0.2, 0.2, -0.2, -0.2).intersects(b), qPrintable(QStringLiteral(what " ") + words(a) + QLatin1Char(' ') + words(b)))

}  // namespace

class TestStageScene : public QObject {
    Q_OBJECT

private slots:
    void nothingOverlaps_data() { rows(); }
    void nothingOverlaps();
    void textsStayInTheirCards_data() { rows(); }
    void textsStayInTheirCards();
    void textsHaveContrast_data();
    void textsHaveContrast();
    void placesNeverChangeWithState_data();
    void placesNeverChangeWithState();
    void placesFollowOnlySizeAndMoves();
    void pillsMoveWithTime();
    void queueIsFirstInFirstOut();
    void denseTrafficFolds();
    void oppositeLanesStayApart();
    void draggedServersNeverCover();
    void bubblesStayWhereTheyAre();
    void tallyAndLampsTellWhoVoted();
    void proposalsShowTheirAcks();
    void pingsCanBeHidden();
    void linksTellWhatIsWrong();
    void shortWordsSpeakTheLanguage();
    void everythingHasAName();
    void whatIsUnderThePointer();
    void textsFitAndBreak();
};

void TestStageScene::nothingOverlaps() {
    QFETCH(int, n);
    QFETCH(QSizeF, size);
    QFETCH(int, kind);
    QFETCH(bool, projector);
    const ClusterView view = viewOf(kind, n);
    const StageScene scene = buildStage(view, Theme::light(projector), size, view.now, speaking(view));
    const QRectF stage(QPointF(), size);
    const auto cards = boxes(scene.still, HitKind::Server), chips = boxes(scene.still, HitKind::Client), panels = boxes(scene.still, HitKind::Queue);
    const auto cells = boxes(scene.packets, HitKind::QueueCell), pills = boxes(scene.packets, HitKind::Packet);
    const auto bubbles = boxes(scene.bubbles, HitKind::Decision);
    QCOMPARE(static_cast<int>(cards.size()), n);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        QVERIFY2(stage.contains(cards[i]), qPrintable(words(cards[i])));
        for (std::size_t j = 0; j < i; ++j) VERIFY_APART(cards[i], cards[j], "cards");
        for (const QRectF& cell : cells) VERIFY_APART(cell, cards[i], "queue cell on card");
        for (const QRectF& pill : pills) VERIFY_APART(pill, cards[i], "pill on card");
        for (const QRectF& chip : chips) VERIFY_APART(chip, cards[i], "client on card");
        for (const QRectF& bubble : bubbles) VERIFY_APART(bubble, cards[i], "bubble on card");
        for (const QRectF& panel : panels) VERIFY_APART(panel, cards[i], "panel on card");
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        QVERIFY(stage.contains(cells[i]));
        for (std::size_t j = 0; j < i; ++j) VERIFY_APART(cells[i], cells[j], "queue cells");
        for (const QRectF& chip : chips) VERIFY_APART(cells[i], chip, "queue cell on client");
        for (const QRectF& bubble : bubbles) VERIFY_APART(bubble, cells[i], "bubble on queue cell");
        for (const QRectF& panel : panels) VERIFY_APART(cells[i], panel, "panel on queue cell");
    }
    for (std::size_t i = 0; i < bubbles.size(); ++i) {
        QVERIFY(stage.contains(bubbles[i]));
        for (std::size_t j = 0; j < i; ++j) VERIFY_APART(bubbles[i], bubbles[j], "bubbles");
        for (const QRectF& chip : chips) VERIFY_APART(bubbles[i], chip, "bubble on client");
        for (const QRectF& panel : panels) VERIFY_APART(bubbles[i], panel, "bubble on panel");
    }
    for (std::size_t i = 0; i < chips.size(); ++i) {
        QVERIFY2(stage.contains(chips[i]), qPrintable(words(chips[i])));
        for (std::size_t j = 0; j < i; ++j) VERIFY_APART(chips[i], chips[j], "clients");
    }
    if (n <= 5 && size.width() >= 1060) QVERIFY2(!bubbles.empty(), "where there is room, a decision is spoken");
}

void TestStageScene::textsStayInTheirCards() {
    QFETCH(int, n);
    QFETCH(QSizeF, size);
    QFETCH(int, kind);
    QFETCH(bool, projector);
    const ClusterView view = viewOf(kind, n);
    const StageScene scene = buildStage(view, Theme::light(projector), size, view.now, StageOptions());
    int ids = 0, states = 0;
    for (const ShapeGroup& g : scene.still) {
        const ShapeGroup* card = nullptr;
        for (const ShapeGroup& other : scene.still)
            if (other.target.kind == HitKind::Server && other.target.server == g.target.server) card = &other;
        for (const Shape& shape : g.shapes) {
            if (shape.kind != ShapeKind::Label) continue;
            const double width = textWidth(shape.font, static_cast<int>(shape.fontPixels), shape.text);
            QVERIFY2(width <= shape.rect.width() + 0.6, qPrintable(shape.text));
            if (g.target.kind == HitKind::Server && card) QVERIFY2(card->bounds.contains(shape.rect), qPrintable(shape.text));
            QVERIFY2(shape.fontPixels >= 7, qPrintable(shape.text));
            if (!shape.important) continue;
            QVERIFY2(!shape.elided, qPrintable(shape.text));
            ids += shape.text.startsWith(QLatin1Char('S')) && shape.font == FontRole::Id ? 1 : 0;
            states += shape.font == FontRole::State && g.target.kind == HitKind::Server ? 1 : 0;
            if (projector && g.target.kind == HitKind::Server) QVERIFY2(shape.fontPixels * 40 >= size.height(), qPrintable(shape.text));
        }
    }
    QCOMPARE(ids, n);
    QCOMPARE(states, n);
    if (n == 5 && size == QSizeF(800, 420)) QVERIFY2(scene.scale >= 0.7, "five servers are legible on a laptop");
}

void TestStageScene::textsHaveContrast_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("kind");
    for (bool dark : {false, true})
        for (int kind = 0; kind < KindCount; ++kind) QTest::addRow("%s %s", dark ? "dark" : "light", kKindNames[kind]) << dark << kind;
}

void TestStageScene::textsHaveContrast() {
    QFETCH(bool, dark);
    QFETCH(int, kind);
    ClusterView view = viewOf(kind, 5);
    view.servers[1].life = ServerLife::Refused;
    StageOptions options = speaking(view);
    options.hidePings = false;
    const StageScene scene = buildStage(view, dark ? Theme::dark() : Theme::light(), {1060, 690}, view.now, options);
    int labels = 0;
    for (const auto* layer : {&scene.still, &scene.packets, &scene.bubbles})
        for (const ShapeGroup& g : *layer)
            for (const Shape& shape : g.shapes) {
                if (shape.kind != ShapeKind::Label) continue;
                ++labels;
                QVERIFY2(contrastRatio(shape.color, shape.on) >= 4.5, qPrintable(shape.text + shape.color.name() + shape.on.name()));
            }
    QVERIFY(labels > 60);
}

void TestStageScene::placesNeverChangeWithState_data() {
    QTest::addColumn<int>("n");
    for (int n = 1; n <= 15; ++n) QTest::addRow("%d servers", n) << n;
}

void TestStageScene::placesNeverChangeWithState() {
    QFETCH(int, n);
    for (const QSizeF& size : kSizes) {
        std::map<std::pair<bool, int>, QRectF> places;   // a run has Eureka from its beginning or never
        for (int kind = 0; kind < KindCount; ++kind) {
            ClusterView view = viewOf(kind, n);
            if (kind == Synchronizing) view.clients.clear();
            const StageScene scene = buildStage(view, Theme::light(), size, view.now, speaking(view));
            for (const ShapeGroup& g : scene.still) {
                if (g.target.kind != HitKind::Server) continue;
                const auto [it, isNew] = places.emplace(std::pair(hasEureka(kind), g.target.server.value), g.bounds);
                QVERIFY(isNew || it->second == g.bounds);
            }
        }
    }
}

void TestStageScene::placesFollowOnlySizeAndMoves() {
    const ClusterView a = sample::electing(5), b = sample::broadcasting(5, 2);
    StageOptions options;
    QCOMPARE(layoutKey(a, Theme::light(), {800, 500}, options), layoutKey(b, Theme::dark(), {800, 500}, options));
    QVERIFY(layoutKey(a, Theme::light(), {801, 500}, options) != layoutKey(a, Theme::light(), {800, 500}, options));
    StageOptions moved;
    moved.moved[2] = {0.5, 0.5};
    QVERIFY(layoutKey(a, Theme::light(), {800, 500}, moved) != layoutKey(a, Theme::light(), {800, 500}, options));
}

void TestStageScene::pillsMoveWithTime() {
    ClusterView view = sample::broadcasting(3, 3, 0, 0);
    view.packets.clear();
    sample::packet(view, ServerId{3}, ServerId{1}, MessageType::Proposal, 0, 2000, Zxid::make(2, 9));
    const StageLayout layout = layoutStage(view, Theme::light(), {1060, 690}, {});
    StageScene scene = buildStill(view, layout, Theme::light(), view.now, {});
    const QPointF sender = layout.card({3})->card.center(), receiver = layout.card({1})->card.center();
    double last = 1e9;
    QVERIFY(scene.moves);
    for (int us = 0; us <= 2000; us += 100) {
        updatePackets(scene, view, layout, Theme::light(), view.now + usec(us), {});
        QCOMPARE(scene.packets.size(), std::size_t(1));
        const QPointF at = scene.packets[0].bounds.center();
        const double left = QLineF(at, receiver).length();
        QVERIFY2(left < last, "always nearer to its receiver");
        if (us == 0) QVERIFY(QLineF(at, sender).length() < left);
        last = left;
    }
    updatePackets(scene, view, layout, Theme::light(), view.now + sec(9), {});
    QCOMPARE(QLineF(scene.packets[0].bounds.center(), receiver).length(), last);   // late pictures leave it at the door
}

void TestStageScene::queueIsFirstInFirstOut() {
    ClusterView view = sample::broadcasting(3, 3, 0, 0);
    view.packets.clear();
    for (int k = 0; k < 3; ++k) sample::packet(view, ServerId{3}, ServerId{1}, MessageType::Proposal, 20 * (k + 1), 2000 + 20 * k, Zxid::make(2, 9 + k));
    const StageLayout layout = layoutStage(view, Theme::light(), {1920, 1000}, {});
    StageScene scene = buildStill(view, layout, Theme::light(), view.now, {});
    const QPointF sender = layout.card({3})->card.center();
    const auto distances = [&] {
        std::map<std::uint64_t, double> result;
        for (const ShapeGroup& g : scene.packets)
            if (g.target.kind == HitKind::QueueCell) result[g.target.sequence] = QLineF(g.bounds.center(), sender).length();
        return result;
    };
    auto d = distances();
    QCOMPARE(d.size(), std::size_t(3));
    QVERIFY2(d[1] > d[2] && d[2] > d[3], "the oldest is nearest to the wire, the newest next to its sender");
    const QPointF head = scene.find({HitKind::QueueCell, {}, {}, 1, {}, {}, view.packets[0].event})->bounds.center();
    updatePackets(scene, view, layout, Theme::light(), view.now + usec(20), {});
    QCOMPARE(distances().size(), std::size_t(2));
    const ShapeGroup* flying = scene.find({HitKind::Packet, {}, {}, 1, {}, {}, view.packets[0].event});
    QVERIFY(flying);
    QVERIFY2(QLineF(flying->bounds.center(), head).length() < 40, "it leaves from where it stood");
}

void TestStageScene::denseTrafficFolds() {
    ClusterView view = sample::broadcasting(3, 3, 0, 0);
    view.packets.clear();
    for (int k = 0; k < 30; ++k) sample::packet(view, ServerId{3}, ServerId{1}, MessageType::Proposal, -1000 - 4 * (30 - k), 1000 - 4 * (30 - k), Zxid::make(2, 9 + k));
    for (int k = 0; k < 30; ++k) sample::packet(view, ServerId{3}, ServerId{2}, MessageType::Proposal, 20 + k, 2000 + k, Zxid::make(2, 9 + k));
    const StageScene scene = buildStage(view, Theme::light(), {1060, 690}, view.now, {});
    const auto pills = boxes(scene.packets, HitKind::Packet), cells = boxes(scene.packets, HitKind::QueueCell);
    QVERIFY2(pills.size() < 6, "packets close behind one another become one pill");
    QVERIFY(cells.size() <= 5 && cells.size() >= 2);
    int counted = 0;
    for (const ShapeGroup& g : scene.packets)
        for (const Shape& shape : g.shapes)
            if (shape.kind == ShapeKind::Label && shape.text.contains(QLatin1Char('+'))) counted += shape.text.section(QLatin1Char('+'), 1).toInt();
    QCOMPARE(counted + static_cast<int>(pills.size()) + static_cast<int>(cells.size()) - 1, 60);   // "+n" on a cell counts that cell too
}

void TestStageScene::oppositeLanesStayApart() {
    for (int n = 2; n <= 9; ++n) {
        ClusterView view = sample::broadcasting(n, 1, 0, 0);
        view.packets.clear();
        sample::packet(view, ServerId{1}, ServerId{2}, MessageType::Ack, -1000, 1000, Zxid::make(2, 9));
        sample::packet(view, ServerId{2}, ServerId{1}, MessageType::Ack, -1000, 1000, Zxid::make(2, 9));
        for (const QSizeF& size : kSizes) {
            const auto pills = boxes(buildStage(view, Theme::light(), size, view.now, {}).packets, HitKind::Packet);
            QCOMPARE(pills.size(), std::size_t(2));
            VERIFY_APART(pills[0], pills[1], "pills that meet");
        }
    }
}

void TestStageScene::draggedServersNeverCover() {
    const ClusterView view = sample::broadcasting(5, 3);
    for (const QPointF& to : {QPointF(0.5, 0.5), QPointF(0, 0), QPointF(1, 1), QPointF(0.5, 0.15), QPointF(0.3, 0.85)}) {
        StageOptions options;
        options.moved[1] = to;
        options.moved[4] = to;
        const StageScene scene = buildStage(view, Theme::light(), {1060, 690}, view.now, options);
        const auto cards = boxes(scene.still, HitKind::Server);
        for (std::size_t i = 0; i < cards.size(); ++i) {
            QVERIFY(QRectF(0, 0, 1060, 690).contains(cards[i]));
            for (std::size_t j = 0; j < i; ++j) VERIFY_APART(cards[i], cards[j], "cards");
            for (const QRectF& cell : boxes(scene.packets, HitKind::QueueCell)) VERIFY_APART(cell, cards[i], "queue cell on card");
        }
    }
}

void TestStageScene::bubblesStayWhereTheyAre() {
    const ClusterView first = sample::electing(5);
    StageOptions options;
    options.decisions = {{{4}, 7, {}, QStringLiteral("epoch 2 = 2, zxid 2.8 > 2.5, so S1 wins over S4; the id is not looked at.")}};
    const StageScene before = buildStage(first, Theme::light(), {1060, 690}, first.now, options);
    QCOMPARE(before.bubbles.size(), std::size_t(1));
    options.bubblePlaces[4] = before.bubbles[0].bounds;
    ClusterView second = first;
    second.packets.resize(second.packets.size() / 2);
    const StageScene after = buildStage(second, Theme::light(), {1060, 690}, second.now, options);
    QCOMPARE(after.bubbles[0].bounds, before.bubbles[0].bounds);
}

void TestStageScene::tallyAndLampsTellWhoVoted() {
    const ClusterView view = sample::electing(5);
    const StageScene scene = buildStage(view, Theme::light(), {1060, 690}, view.now, {});
    const ServerView& s2 = view.servers[1];
    for (int voter = 1; voter <= 5; ++voter) {
        const ShapeGroup* lamp = scene.find({HitKind::HeardLamp, {2}, {voter}});
        QVERIFY(lamp);
        const bool heard = std::any_of(s2.heard.begin(), s2.heard.end(), [&](const HeardVote& h) { return h.from.value == voter; });
        QCOMPARE(lamp->state.contains(QStringLiteral("zxid")), heard);
    }
    const ShapeGroup* tally = scene.find({HitKind::Tally, {2}});
    QVERIFY(tally && tally->state.startsWith(QStringLiteral("%1 of 5").arg(s2.tally)));
}

void TestStageScene::proposalsShowTheirAcks() {
    const ClusterView view = sample::broadcasting(5, 3);
    const StageScene scene = buildStage(view, Theme::light(), {1340, 800}, view.now, {});
    const ProposalView& oldest = view.servers[2].outstanding.front();
    QVERIFY(scene.find({HitKind::Proposal, {3}, {}, 0, oldest.zxid, {}, oldest.reason}));
    for (int voter = 1; voter <= 5; ++voter) {
        const ShapeGroup* lamp = scene.find({HitKind::AckLamp, {3}, {voter}, 0, oldest.zxid, {}, oldest.reason});
        QVERIFY(lamp);
        const bool acked = std::find(oldest.acks.begin(), oldest.acks.end(), ServerId{voter}) != oldest.acks.end();
        QCOMPARE(lamp->shapes.front().fill == Theme::light().color(Ink::Ack), acked);
    }
}

void TestStageScene::pingsCanBeHidden() {
    const ClusterView view = sample::broadcasting(3, 3, 0, 0);
    StageOptions options;
    const auto pings = [&] {
        int count = 0;
        for (const ShapeGroup& g : buildStage(view, Theme::light(), {1060, 690}, view.now, options).packets)
            count += g.name.contains(QStringLiteral("PING")) || g.tip.contains(QStringLiteral("PING")) ? 1 : 0;
        return count;
    };
    QCOMPARE(pings(), 0);
    options.hidePings = false;
    QVERIFY(pings() > 0);
}

void TestStageScene::linksTellWhatIsWrong() {
    ClusterView view = sample::broadcasting(5, 3);
    view.links[0].cutAB = view.links[0].cutBA = true;
    view.links[1].cutAB = true;
    view.links[2].slow = true;
    view.links[2].latency = msec(50);
    view.links[3].lossPpm = 100000;
    const StageScene scene = buildStage(view, Theme::light(), {1060, 690}, view.now, {});
    const auto group = [&](int i) { return scene.find({HitKind::Link, view.links[static_cast<std::size_t>(i)].a, view.links[static_cast<std::size_t>(i)].b}); };
    const auto icons = [](const ShapeGroup* g) {
        return std::count_if(g->shapes.begin(), g->shapes.end(), [](const Shape& s) { return s.kind == ShapeKind::Icon && s.text == QLatin1String("scissors"); });
    };
    const auto lines = [](const ShapeGroup* g) {
        return std::count_if(g->shapes.begin(), g->shapes.end(), [](const Shape& s) { return s.kind == ShapeKind::Polyline; });
    };
    QCOMPARE(icons(group(0)), 1);
    QCOMPARE(lines(group(0)), 2);   // a gap
    QCOMPARE(icons(group(1)), 1);
    QCOMPARE(lines(group(1)), 1);
    QCOMPARE(icons(group(2)), 0);
    QVERIFY(!group(2)->shapes.front().dash.isEmpty());
    QVERIFY(group(3)->state.contains(QStringLiteral("10 %")));
}

/// Protocol words are ZooKeeper's in every language; what is no protocol word is translated, on the smallest pill too.
void TestStageScene::shortWordsSpeakTheLanguage() {
    const auto shortWord = [](MessageType type) {
        PacketView p;
        p.type = type;
        p.zxid = Zxid::make(2, 6);
        return packetShortWord(p);
    };
    const QString english = shortWord(MessageType::Connect);
    Language texts;
    texts.use(QStringLiteral("zh_CN"));
    QCOMPARE(shortWord(MessageType::Proposal), QStringLiteral("P 2.6"));
    for (const MessageType type : {MessageType::Connect, MessageType::Disconnect, MessageType::ClientReply}) {
        const QString word = shortWord(type);
        QVERIFY2(std::any_of(word.begin(), word.end(), [](QChar c) { return c.script() == QChar::Script_Han; }), qPrintable(word));
    }
    QVERIFY(shortWord(MessageType::Connect) != english);
}

void TestStageScene::everythingHasAName() {
    for (int kind = 0; kind < KindCount; ++kind) {
        const ClusterView view = viewOf(kind, 5);
        const StageScene scene = buildStage(view, Theme::light(), {1060, 690}, view.now, speaking(view));
        for (const auto* layer : {&scene.still, &scene.packets, &scene.bubbles})
            for (const ShapeGroup& g : *layer) {
                if (!g.target || (g.target.kind == HitKind::Server && g.name.isEmpty())) continue;
                QVERIFY2(!g.name.isEmpty() && !g.state.isEmpty(), qPrintable(QStringLiteral("kind %1").arg(int(g.target.kind))));
            }
    }
}

void TestStageScene::whatIsUnderThePointer() {
    const ClusterView view = sample::broadcasting(5, 3);
    const StageScene scene = buildStage(view, Theme::light(), {1060, 690}, view.now, {});
    for (const ShapeGroup& g : scene.still) {
        if (g.target.kind == HitKind::Server) QCOMPARE(scene.at(g.bounds.topLeft() + QPointF(20, 10))->target, g.target);
        if (g.target.kind == HitKind::LogCell) QCOMPARE(scene.at(g.bounds.center())->target, g.target);
    }
    QVERIFY(!scene.at({5, 685}));
    const ShapeGroup* link = scene.find({HitKind::Link, {1}, {5}});
    QVERIFY(link);
    QCOMPARE(scene.at(link->path[link->path.size() / 2] + QPointF(0, 3))->target, link->target);
}

void TestStageScene::textsFitAndBreak() {
    const QString sentence = QStringLiteral("epoch 2 = 2, zxid 2.8 > 2.5, so S1 wins over S4; the id is not looked at.");
    const WrappedText wide = wrapText(FontRole::Body, 13, sentence, 260, 3);
    QVERIFY(wide.lines.size() >= 2 && !wide.elided);
    QCOMPARE(wide.lines.join(QLatin1Char(' ')), sentence);
    const WrappedText narrow = wrapText(FontRole::Body, 13, sentence, 90, 2);
    QCOMPARE(narrow.lines.size(), 2);
    QVERIFY(narrow.elided && narrow.width <= 91);
    const WrappedText chinese = wrapText(FontRole::Body, 13, QString::fromUtf8("纪元相同，事务号较大，所以一号胜出；不再比较服务器编号。"), 130, 3);
    QVERIFY2(chinese.lines.size() >= 2, "Chinese breaks between characters");
    const FittedText fitted = fitText(FontRole::State, 20, 8, QStringLiteral("FOLLOWING"), 80);
    QVERIFY(!fitted.elided && fitted.pixels < 20);
    QVERIFY(fitText(FontRole::Body, 13, 12, sentence, 50).elided);
    QVERIFY(wrapText(FontRole::Body, 13, QString(), 100, 3).lines.isEmpty());
}

QTEST_MAIN(TestStageScene)
#include "tst_stage_scene.moc"
