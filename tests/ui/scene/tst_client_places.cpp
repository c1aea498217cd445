// SPDX-License-Identifier: GPL-3.0-or-later
// Where clients stand: beside the server with which they are cut off, while their connection goes to the one that serves them.
#include "tests/ui/scene/sample_views.h"
#include "ui/scene/stage_scene.h"

#include <QTest>

#include <set>

using namespace zab;

namespace {

const QSizeF kSizes[] = {{880, 320}, {1340, 640}, {1920, 1000}};

const ShapeGroup* chipOf(const StageScene& scene, ClientId client) {
    for (const ShapeGroup& g : scene.still)
        if (g.target.kind == HitKind::Client && g.target.client == client) return &g;
    return nullptr;
}

/// The line from the chip to the server that serves it.
const Shape* wireOf(const ShapeGroup& chip) {
    for (const Shape& s : chip.shapes)
        if (s.kind == ShapeKind::Polyline) return &s;
    return nullptr;
}

/// Every client stands beside the server after the one that serves it, and talks across the stage.
ClusterView crossing(int servers) {
    ClusterView view = sample::broadcasting(servers, servers, 0, 1);
    for (ClientView& c : view.clients) {
        c.connected = true;
        c.at = ServerId{c.server.value % servers + 1};
        for (int i = 0; i < 4; ++i) {
            const bool up = i % 2 == 0;
            sample::packet(view, up ? ActorId(c.id) : ActorId(c.server), up ? ActorId(c.server) : ActorId(c.id),
                           up ? MessageType::ClientRequest : MessageType::ClientReply, -400 * i, 1900 - 400 * i);
        }
    }
    return view;
}

double apart(const QRectF& r, QPointF p) {
    return std::hypot(std::max({r.left() - p.x(), 0.0, p.x() - r.right()}), std::max({r.top() - p.y(), 0.0, p.y() - r.bottom()}));
}

}  // namespace

class TestClientPlaces : public QObject {
    Q_OBJECT

private slots:
    void standsThereWhoeverServesIt();
    void theWireGoesToWhoServes();
    void aCutIsSeenOnTheWire();
    void whatCrossesCoversNothing_data();
    void whatCrossesCoversNothing();
    void nowhereIsBesideWhoServes();
    void whoWasNeverToldAnythingIsNotThere();
    void pillsOfAClientStayApart();
    void aPileNamesItsClients();
};

void TestClientPlaces::standsThereWhoeverServesIt() {
    ClusterView view = crossing(5);
    const StageLayout layout = layoutStage(view, Theme::light(), {1340, 640}, {});
    const auto place = [&] { return chipOf(buildStage(view, Theme::light(), {1340, 640}, view.now, {}), {1})->bounds; };
    const QRectF before = place();
    QVERIFY(layout.card({2})->clientZone.contains(before));
    for (const int server : {2, 3, 5, 0}) {
        view.clients[0].server = {server};
        view.clients[0].connected = server != 0;
        QCOMPARE(place(), before);
    }
    QVERIFY(chipOf(buildStage(view, Theme::light(), {1340, 640}, view.now, {}), {1})->state.contains(QStringLiteral("stands beside S2")));
}

void TestClientPlaces::theWireGoesToWhoServes() {
    const ClusterView view = crossing(5);
    for (const QSizeF& size : kSizes) {
        const StageLayout layout = layoutStage(view, Theme::light(), size, {});
        const StageScene scene = buildStage(view, Theme::light(), size, view.now, {});
        for (const ClientView& c : view.clients) {
            const ShapeGroup* chip = chipOf(scene, c.id);
            QVERIFY(chip);
            const Shape* wire = wireOf(*chip);
            QVERIFY(wire);
            QVERIFY(apart(chip->bounds, wire->points.first()) < 1);
            QVERIFY(apart(layout.card(c.server)->card, wire->points.last()) < 1);
            QVERIFY(apart(layout.card(c.at)->card, wire->points.last()) > 1);
        }
        // What lies over a card is drawn before it: the wire never hides a word.
        std::size_t lastChip = 0, firstCard = scene.still.size();
        for (std::size_t i = 0; i < scene.still.size(); ++i) {
            if (scene.still[i].target.kind == HitKind::Client) lastChip = i;
            if (scene.still[i].target.kind == HitKind::Server) firstCard = std::min(firstCard, i);
        }
        QVERIFY(lastChip < firstCard);
    }
}

void TestClientPlaces::aCutIsSeenOnTheWire() {
    ClusterView view = crossing(3);
    const auto wire = [&] {
        const StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, {});
        return *wireOf(*chipOf(scene, {1}));
    };
    QVERIFY(wire().dash.isEmpty());
    for (LinkView& l : view.links) l.cutAB = l.a == view.clients[0].server && l.b == view.clients[0].at;
    QVERIFY(!wire().dash.isEmpty());
    QCOMPARE(wire().stroke.rgb(), Theme::light().color(Ink::Down).rgb());
    view.clients[0].at = {};   // the same cut does not concern it
    QVERIFY(wire().dash.isEmpty());
}

void TestClientPlaces::whatCrossesCoversNothing_data() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<QSizeF>("size");
    for (const int servers : {2, 3, 5, 7, 9})
        for (const QSizeF& size : kSizes) QTest::addRow("%d servers, %.0fx%.0f", servers, size.width(), size.height()) << servers << size;
}

void TestClientPlaces::whatCrossesCoversNothing() {
    QFETCH(int, servers);
    QFETCH(QSizeF, size);
    const ClusterView view = crossing(servers);
    int seen = 0;
    for (int step = 0; step < 8; ++step) {
        const StageScene scene = buildStage(view, Theme::light(), size, view.now + usec(step * 230), {});
        for (const ShapeGroup& packet : scene.packets) {
            if (packet.target.kind != HitKind::Packet) continue;
            ++seen;
            for (const ShapeGroup& other : scene.still) {
                if (other.target.kind != HitKind::Server || !other.bounds.adjusted(1, 1, -1, -1).intersects(packet.bounds)) continue;
                QFAIL(qPrintable(packet.name + QStringLiteral(" over ") + other.name));
            }
        }
    }
    QVERIFY2(seen > servers, qPrintable(QString::number(seen)));
}

void TestClientPlaces::nowhereIsBesideWhoServes() {
    ClusterView view = crossing(5);
    view.clients[0].at = {};
    const StageLayout layout = layoutStage(view, Theme::light(), {1340, 640}, {});
    const StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, {});
    QVERIFY(layout.card(view.clients[0].server)->clientZone.contains(chipOf(scene, {1})->bounds));
    // Only who stands somewhere has the mark for it.
    QVERIFY(chipOf(scene, {1})->shapes.size() < chipOf(scene, {2})->shapes.size());
}

void TestClientPlaces::whoWasNeverToldAnythingIsNotThere() {
    ClusterView view = crossing(3);
    for (int id = 4; id <= 9; ++id) {
        ClientView c;
        c.id = {id};
        c.state = "NOT_CONNECTED";
        view.clients.push_back(c);
    }
    const auto seen = [&](int id) { return chipOf(buildStage(view, Theme::light(), {1340, 640}, view.now, {}), {id}) != nullptr; };
    for (int id = 4; id <= 9; ++id) QVERIFY(!seen(id));
    view.clients[8].hosts = {{2}, {1}, {3}};   // only C9 has ever been told to connect
    view.clients[6].at = {2};                  // C7 stands somewhere
    view.clients[5].frozen = true;
    CapClientView asks;                        // C5 asks Eureka and no ZooKeeper
    asks.id = {5};
    view.cap.clients.push_back(asks);
    RecipeView recipe;
    RecipePartView part;
    part.client = {4};
    recipe.parts.push_back(part);
    view.recipes.push_back(recipe);
    for (const int id : {1, 2, 3, 4, 5, 6, 7, 9}) QVERIFY2(seen(id), qPrintable(QString::number(id)));
    QVERIFY(!seen(8));
}

void TestClientPlaces::pillsOfAClientStayApart() {
    for (const QSizeF& size : kSizes) {
        ClusterView view = sample::broadcasting(3, 3, 0, 1);
        view.packets.clear();
        for (ClientView& c : view.clients) {
            c.connected = true;
            for (int i = 0; i < 6; ++i) sample::packet(view, c.id, c.server, MessageType::ClientRequest, -150 * i, 1900 - 150 * i);
        }
        const StageScene scene = buildStage(view, Theme::light(), size, view.now, {});
        int told = 0;
        for (std::size_t i = 0; i < scene.packets.size(); ++i) {
            told += 1 + static_cast<int>(scene.packets[i].tip.count(QStringLiteral("\n+ ")));
            for (std::size_t j = 0; j < i; ++j) QVERIFY2(!scene.packets[i].bounds.intersects(scene.packets[j].bounds), qPrintable(scene.packets[i].name));
        }
        QCOMPARE(told, 18);   // each is drawn, or a part of one that is
    }
}

void TestClientPlaces::aPileNamesItsClients() {
    const ClusterView view = sample::broadcasting(3, 3, 0, 40);
    const StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, {});
    std::set<QString> named;
    int chips = 0, piles = 0;
    for (const ShapeGroup& g : scene.still) {
        if (g.target.kind == HitKind::Client) ++chips;
        if (g.target.kind != HitKind::ClientPile) continue;
        ++piles;
        QVERIFY(!g.target.client);   // nobody's menu
        const QStringList words = g.state.split(QStringLiteral(", "));
        QVERIFY(std::any_of(g.shapes.begin(), g.shapes.end(), [&](const Shape& s) { return s.text == QStringLiteral("+%1").arg(words.size()); }));
        for (const QString& word : words) named.insert(word);
    }
    QCOMPARE(piles, 3);
    QCOMPARE(chips + static_cast<int>(named.size()), 120);
    // Who is selected in it is seen by its frame.
    StageOptions options;
    options.selected.kind = HitKind::Client;
    options.selected.client = {named.begin()->mid(1).toInt()};
    const StageScene framed = buildStage(view, Theme::light(), {1340, 640}, view.now, options);
    const auto shapes = [](const StageScene& s) {
        std::size_t n = 0;
        for (const ShapeGroup& g : s.still) n += g.target.kind == HitKind::ClientPile ? g.shapes.size() : 0;
        return n;
    };
    QCOMPARE(shapes(framed), shapes(scene) + 1);
}

QTEST_MAIN(TestClientPlaces)
#include "tst_client_places.moc"
