// SPDX-License-Identifier: GPL-3.0-or-later
// Decision bubbles among clients and packets: no tongue runs over somebody else, an older bubble makes room for what travels, and
// what a link says of itself can be read while packets fly.
#include "tests/ui/scene/sample_views.h"
#include "ui/scene/link_scene.h"
#include "ui/scene/stage_scene.h"

#include <QTest>

using namespace zab;

namespace {

const QSizeF kSizes[] = {{880, 320}, {1060, 690}, {1340, 640}, {1920, 1000}};

/// Three clients at each server; the decisions of two clients and of a server are news.
ClusterView crowded(int servers) { return sample::broadcasting(servers, servers, 4, 3); }

StageOptions speaking(const ClusterView& view) {
    StageOptions options;
    const QString text = QStringLiteral("Before number 3 there are 2. It watches the last of them, number 2, and nobody else.");
    options.decisions.push_back({{}, 91, QStringLiteral("C2 decides"), text, view.clients[1].id});
    options.decisions.push_back({{}, 90, QStringLiteral("C6 decides"), text, view.clients[5].id});
    options.decisions.push_back({view.servers[0].id, 89, QStringLiteral("S1 decides"), text, {}});
    return options;
}

const Shape* tongueOf(const ShapeGroup& bubble) {
    for (const Shape& s : bubble.shapes)
        if (s.kind == ShapeKind::Polyline && s.closed) return &s;
    return nullptr;
}

void places() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<QSizeF>("size");
    for (const int servers : {3, 5, 7})
        for (const QSizeF& size : kSizes) QTest::addRow("%d servers, %.0fx%.0f", servers, size.width(), size.height()) << servers << size;
}

}  // namespace

class TestBubbles : public QObject {
    Q_OBJECT

private slots:
    void tonguesRunOverNobody_data() { places(); }
    void tonguesRunOverNobody();
    void olderOnesMakeRoomForPackets_data() { places(); }
    void olderOnesMakeRoomForPackets();
    void theNewestIsAlwaysSaid();
    void theNewestMakesRoomForPacketsToo();
    void wordsReachTheBackRow();
    void wordsOfALinkCanBeRead();
};

void TestBubbles::tonguesRunOverNobody() {
    QFETCH(int, servers);
    QFETCH(QSizeF, size);
    const ClusterView view = crowded(servers);
    const StageScene scene = buildStage(view, Theme::light(), size, view.now, speaking(view));
    int tongues = 0;
    for (const ShapeGroup& bubble : scene.bubbles) {
        const Shape* tongue = tongueOf(bubble);
        if (!tongue) continue;
        ++tongues;
        const QPointF tip = tongue->points[1], root = (tongue->points[0] + tongue->points[2]) / 2;
        for (const ShapeGroup& other : scene.still) {
            const bool solid = other.target.kind == HitKind::Client || other.target.kind == HitKind::Server;
            const bool own = bubble.target.client ? other.target.client == bubble.target.client : other.target.kind == HitKind::Server && other.target.server == bubble.target.server;
            if (!solid || own) continue;
            for (int i = 0; i <= 30; ++i)
                QVERIFY2(!other.bounds.adjusted(1, 1, -1, -1).contains(root + (tip - root) * (i / 30.0)), qPrintable(bubble.name + QStringLiteral(" over ") + other.name));
        }
    }
    if (!scene.bubbles.empty()) QVERIFY(tongues >= 1);
}

void TestBubbles::olderOnesMakeRoomForPackets() {
    QFETCH(int, servers);
    QFETCH(QSizeF, size);
    const ClusterView view = crowded(servers);
    const StageScene scene = buildStage(view, Theme::light(), size, view.now, speaking(view));
    for (std::size_t i = 1; i < scene.bubbles.size(); ++i) {   // the first is the newest that has a place at all
        const ShapeGroup& bubble = scene.bubbles[i];
        for (const ShapeGroup& packet : scene.packets)
            QVERIFY2(!bubble.bounds.intersects(packet.bounds), qPrintable(bubble.name + QStringLiteral(" over ") + packet.name));
    }
}

void TestBubbles::theNewestIsAlwaysSaid() {
    // Where it is said while nothing travels, it is also said in dense traffic.
    for (const int servers : {3, 5, 7})
        for (const QSizeF& size : kSizes) {
            const ClusterView view = crowded(servers);
            ClusterView calm = view;
            calm.packets.clear();
            StageOptions options = speaking(view);
            options.decisions.erase(options.decisions.begin(), options.decisions.end() - 1);
            if (!buildStage(calm, Theme::light(), size, view.now, options).bubbles.empty() || servers == 3)
                QVERIFY2(!buildStage(view, Theme::light(), size, view.now, options).bubbles.empty(), qPrintable(QString::number(servers)));
        }
}

/// A leader has just committed: COMMIT is on its way, and it is what the bubble speaks of.
void TestBubbles::theNewestMakesRoomForPacketsToo() {
    for (const QSizeF& size : {QSizeF(884, 336), QSizeF(884, 356), QSizeF(1060, 690), QSizeF(1340, 640)})
        for (int percent = 0; percent <= 100; percent += 20) {
            ClusterView view = sample::broadcasting(3, 3, 0, 0);
            view.packets.clear();
            for (const int to : {1, 2}) sample::packet(view, ServerId{3}, ServerId{to}, MessageType::Commit, -10 * percent, 1000 - 10 * percent, Zxid::make(2, 1));
            StageOptions options;
            options.decisions.push_back({{3}, 89, QStringLiteral("S3: committed"),
                                         QStringLiteral("1.1: 2 acknowledgements, 2 needed, and every older proposal is committed: COMMIT goes out."), {}});
            const StageScene scene = buildStage(view, Theme::light(), size, view.now, options);
            QCOMPARE(scene.bubbles.size(), std::size_t{1});
            for (const ShapeGroup& packet : scene.packets)
                QVERIFY2(!scene.bubbles.front().bounds.intersects(packet.bounds), qPrintable(QStringLiteral("%1 at %2 %").arg(packet.name).arg(percent)));
        }
}

void TestBubbles::wordsReachTheBackRow() {
    ClusterView view = sample::broadcasting(3, 3, 0, 0);
    view.packets.clear();
    StageOptions options;
    options.decisions.push_back({{3}, 89, QStringLiteral("S3: committed"), QStringLiteral("1.1: 2 acknowledgements, 2 needed: COMMIT goes out."), {}});
    const StageScene scene = buildStage(view, Theme::light(true), {1350, 562}, view.now, options);   // of a screen of 768 lines
    QVERIFY(!scene.bubbles.empty());
    for (const ShapeGroup& bubble : scene.bubbles)
        for (const Shape& s : bubble.shapes)
            if (s.kind == ShapeKind::Label) QVERIFY2(s.fontPixels >= 19, qPrintable(QString::number(s.fontPixels)));
}

void TestBubbles::wordsOfALinkCanBeRead() {
    for (const QSizeF& size : kSizes) {
        ClusterView view = sample::broadcasting(3, 3, 0, 0);
        view.packets.clear();
        for (LinkView& l : view.links) {
            l.slow = true;
            l.latency = msec(400);
        }
        for (int k = 0; k < 10; ++k) {
            sample::packet(view, ServerId{3}, ServerId{1}, MessageType::Proposal, -100 * k, 1000 - 100 * k, Zxid::make(2, k + 1));
            sample::packet(view, ServerId{1}, ServerId{3}, MessageType::Ack, -100 * k, 1000 - 100 * k, Zxid::make(2, k + 1));
        }
        const StageLayout layout = layoutStage(view, Theme::light(), size, {});
        const StageScene scene = buildStage(view, Theme::light(), size, view.now, {});
        const ShapeBuilder draw(Theme::light(), layout.scale);
        for (const LinkView& l : view.links) {
            const QRectF note = notePlace(l, layout, draw);
            QVERIFY(!note.isEmpty() && layout.field.contains(note));
            for (const CardPlace& card : layout.cards) QVERIFY(!note.intersects(card.card));
            if (l.a != ServerId{1} || l.b != ServerId{3}) continue;   // the level one
            for (const ShapeGroup& packet : scene.packets) QVERIFY2(!packet.bounds.intersects(note), qPrintable(packet.name));
        }
    }
}

QTEST_MAIN(TestBubbles)
#include "tst_bubbles.moc"
