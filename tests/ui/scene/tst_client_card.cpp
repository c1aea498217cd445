// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of opened clients: they cover nothing, everything in them can be read, and every part leads somewhere.
#include "tests/ui/scene/sample_views.h"
#include "ui/scene/client_card.h"
#include "ui/scene/stage_scene.h"
#include "ui/scene/text_fit.h"
#include "ui/theme/color_vision.h"

#include <QTest>

using namespace zab;

namespace {

const QSizeF kSizes[] = {{800, 420}, {1060, 690}, {1340, 640}, {1920, 1000}};

WatchRegistration registration(WatchRegistration::Kind kind, const char* path, EventId registered, EventId triggered = kNoEvent, EventId called = kNoEvent) {
    WatchRegistration w;
    w.kind = kind;
    w.path = path;
    w.registered = registered;
    w.triggered = triggered;
    w.queued = called == kNoEvent ? kNoEvent : called - 1;
    w.called = called;
    return w;
}

/// A client with something everywhere.
void fill(ClientView& c) {
    c.state = "CONNECTED";
    c.connected = c.alive = true;
    c.session = {0x100000000000000};
    c.outgoing = {{9, "setData", "/app/config"}, {10, "getData", "/app/config"}};
    c.outgoingSize = 2;
    c.pending = {{5, "create", "/app/a"}, {6, "getData", "/b"}, {7, "getData", "/c"}, {8, "getData", "/d"}};
    c.pendingSize = 40;
    c.waiting = {{"NodeDataChanged", "/b"}, {"None", "Disconnected"}};
    c.waitingSize = 2;
    c.calling = true;
    c.callback = {"NodeDataChanged", "/app/config"};
    c.callbackUntil = msec(9218);
    c.callbackTime = sec(5);
    c.watchCount = 3;
    using Kind = ClientWatchView::Kind;
    c.watches = {{Kind::Data, "/app/config", {"", "w1", "cache of the application", "w3"}}, {Kind::Data, "/b", {""}},
                 {Kind::Exist, "/app/a-rather-long-path/that/goes/on/and/on", {"a watcher with a long name", "w2"}}};
    c.hosts = {{3}, {1}, {2}};
    c.auth = {"digest anna", "digest a-rather-long-name-of-a-user", "ip 10.0.0.7", "digest d"};
}

ClusterView sampleView(int servers) {
    ClusterView view = sample::broadcasting(servers, servers / 2 + 1, 4, 3);
    for (ClientView& c : view.clients) fill(c);
    return view;
}

StageOptions opened(const ClusterView& view, int count) {
    StageOptions options;
    for (int i = 0; i < count; ++i) {
        const ClientId id = view.clients[static_cast<std::size_t>(i)].id;
        options.opened.push_back(id);
        ClientStory& story = options.stories[id.value];
        story.registrations = {registration(WatchRegistration::Kind::Data, "/b", 40), registration(WatchRegistration::Kind::Data, "/app/config", 10, 20, 30),
                               registration(WatchRegistration::Kind::Child, "/app", 5, 6, 8)};
        story.queued = {50, 51};
        story.callback = 30;
    }
    options.decisions.push_back({view.servers[0].id, 7, QStringLiteral("S1 decides"), QStringLiteral("COMMIT 2.6 matches the oldest logged proposal: it is applied.")});
    return options;
}

const ShapeGroup* only(const StageScene& scene, HitKind kind, ClientId client, std::uint64_t sequence = 0, const std::string& path = {}) {
    for (const ShapeGroup& g : scene.still)
        if (g.target.kind == kind && g.target.client == client && g.target.sequence == sequence && g.target.path == path) return &g;
    return nullptr;
}

/// "+7" in the row of the SendThread at that height.
int folded(const StageScene& scene, ClientId client, double y) {
    for (const Shape& s : only(scene, HitKind::ClientThread, client, 1)->shapes)
        if (s.text.startsWith(QLatin1Char('+')) && s.rect.top() < y && s.rect.bottom() > y) return s.text.toInt();
    return 0;
}

bool belongsToCard(const ShapeGroup& g) {
    return g.target.kind >= HitKind::ClientCard && g.target.kind <= HitKind::WatchStep;
}

void sizes() {
    QTest::addColumn<int>("servers");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("cards");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("projector");
    for (int servers : {1, 3, 5, 9, 15})
        for (const QSizeF& size : kSizes)
            for (int cards : {1, 2, 4})
                QTest::addRow("%d servers, %.0fx%.0f, %d cards", servers, size.width(), size.height(), cards) << servers << size << std::min(cards, servers * 3) << (servers == 3) << false;
    QTest::addRow("projector") << 5 << QSizeF(1920, 1040) << 2 << false << true;
}

}  // namespace

class TestClientCard : public QObject {
    Q_OBJECT

private slots:
    void coversNothing_data() { sizes(); }
    void coversNothing();
    void everythingCanBeRead_data() { sizes(); }
    void everythingCanBeRead();
    void serversStayWithinOneOpening();
    void threeStepsLeadToTheirEvents();
    void cellsAreTheQueues();
    void aChosenWatchIsToldInWords();
    void theListOfServersIsARing();
    void aLongListFolds();
    void whoIsCalledStandsBesideTheWatch();
    void authLeadsToWhereItWasSaid();
    void stateIsWordAndShape();
    void theNewestCardsHaveThePlace();
    void aDecisionStandsBesideItsClient();
};

void TestClientCard::coversNothing() {
    QFETCH(int, servers);
    QFETCH(QSizeF, size);
    QFETCH(int, cards);
    QFETCH(bool, dark);
    QFETCH(bool, projector);
    const ClusterView view = sampleView(servers);
    const StageScene scene = buildStage(view, dark ? Theme::dark(projector) : Theme::light(projector), size, view.now, opened(view, cards));
    std::vector<QRectF> boxes, others;
    int serverCards = 0;
    for (const auto* layer : {&scene.still, &scene.packets, &scene.bubbles})
        for (const ShapeGroup& g : *layer) {
            if (g.target.kind == HitKind::ClientCard) boxes.push_back(g.bounds);
            else if (!belongsToCard(g) && g.target.kind != HitKind::Link && g.target.kind != HitKind::Stage) others.push_back(g.bounds);
            serverCards += g.target.kind == HitKind::Server ? 1 : 0;
        }
    QCOMPARE(serverCards, servers);
    QVERIFY(!boxes.empty());
    if (size.height() >= 640 && !projector) QVERIFY(boxes.size() >= std::min<std::size_t>(2, static_cast<std::size_t>(cards)));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        QVERIFY(QRectF(QPointF(), size).contains(boxes[i]));
        for (std::size_t j = 0; j < i; ++j) QVERIFY(!boxes[i].intersects(boxes[j]));
        for (const QRectF& other : others) QVERIFY2(!boxes[i].intersects(other), qPrintable(QStringLiteral("%1 %2").arg(other.x()).arg(other.y())));
    }
}

void TestClientCard::everythingCanBeRead() {
    QFETCH(int, servers);
    QFETCH(QSizeF, size);
    QFETCH(int, cards);
    QFETCH(bool, dark);
    QFETCH(bool, projector);
    const ClusterView view = sampleView(servers);
    const StageScene scene = buildStage(view, dark ? Theme::dark(projector) : Theme::light(projector), size, view.now, opened(view, cards));
    std::map<int, QRectF> whole;
    for (const ShapeGroup& g : scene.still)
        if (g.target.kind == HitKind::ClientCard) whole[g.target.client.value] = g.bounds;
    int labels = 0;
    for (const ShapeGroup& g : scene.still) {
        if (!belongsToCard(g)) continue;
        QVERIFY2(!g.name.isEmpty() && !g.state.isEmpty(), qPrintable(QStringLiteral("kind %1").arg(int(g.target.kind))));
        const QRectF card = whole[g.target.client.value];
        QVERIFY2(card.adjusted(-0.5, -0.5, 0.5, 0.5).contains(g.bounds), qPrintable(g.name));
        for (const Shape& shape : g.shapes) {
            if (shape.kind != ShapeKind::Label) continue;
            ++labels;
            const double width = textWidth(shape.font, static_cast<int>(shape.fontPixels), shape.text);
            QVERIFY2(width <= shape.rect.width() + 4, qPrintable(shape.text));
            QVERIFY2(card.contains(shape.rect), qPrintable(shape.text));
            QVERIFY2(contrastRatio(shape.color, shape.on) >= 4.5, qPrintable(shape.text + shape.color.name() + shape.on.name()));
            QVERIFY2(!shape.important || !shape.elided, qPrintable(shape.text));
            if (projector && shape.important) QVERIFY2(shape.fontPixels * 40 >= size.height(), qPrintable(shape.text));
        }
    }
    QVERIFY(labels >= 18 * static_cast<int>(whole.size()));
}

void TestClientCard::serversStayWithinOneOpening() {
    const ClusterView a = sampleView(5);
    ClusterView b = sample::electing(5);   // the client is not even there
    const StageOptions options = opened(a, 1);
    const StageLayout first = layoutStage(a, Theme::light(), {1060, 690}, options), second = layoutStage(b, Theme::light(), {1060, 690}, options);
    for (std::size_t i = 0; i < first.cards.size(); ++i) QCOMPARE(first.cards[i].card, second.cards[i].card);
    QCOMPARE(first.opened[0].card, second.opened[0].card);
    QVERIFY(layoutKey(a, Theme::light(), {1060, 690}, options) != layoutKey(a, Theme::light(), {1060, 690}, {}));
    const StageScene scene = buildStage(b, Theme::light(), {1060, 690}, b.now, options);
    QVERIFY2(only(scene, HitKind::ClientCard, options.opened[0]), "the card waits for its client");
}

void TestClientCard::threeStepsLeadToTheirEvents() {
    const ClusterView view = sampleView(3);
    const StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, opened(view, 1));
    const ClientId c = view.clients[0].id;
    const EventId events[] = {10, 20, 30};
    for (std::uint64_t step = 1; step <= 3; ++step) {
        const ShapeGroup* lamp = only(scene, HitKind::WatchStep, c, step, "data /app/config");
        QVERIFY(lamp);
        QCOMPARE(lamp->target.event, events[step - 1]);
        QCOMPARE(lamp->shapes.front().fill, Theme::light().color(Ink::Ack));
        QCOMPARE(scene.at(lamp->bounds.center())->target, lamp->target);
    }
    const ShapeGroup* ahead = only(scene, HitKind::WatchStep, c, 2, "data /b");
    QVERIFY(ahead && ahead->target.event == kNoEvent);
    QVERIFY(ahead->shapes.front().fill != Theme::light().color(Ink::Ack));
    // A watch that is used up is crossed out.
    const ShapeGroup* gone = only(scene, HitKind::ClientWatch, c, 0, "child /app");
    QVERIFY(gone && std::any_of(gone->shapes.begin(), gone->shapes.end(), [](const Shape& s) { return s.kind == ShapeKind::Polyline; }));
}

void TestClientCard::cellsAreTheQueues() {
    const ClusterView view = sampleView(3);
    const StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, opened(view, 1));
    const ClientId c = view.clients[0].id;
    for (const ClientCallView& call : view.clients[0].outgoing) QVERIFY(only(scene, HitKind::ClientCall, c, static_cast<std::uint64_t>(call.xid)));
    int cells = 0;
    for (const ShapeGroup& g : scene.still)
        cells += g.target.kind == HitKind::ClientCall && g.bounds.top() > only(scene, HitKind::ClientCall, c, 9)->bounds.bottom() ? 1 : 0;
    QVERIFY(cells >= 1);
    QCOMPARE(cells + folded(scene, c, only(scene, HitKind::ClientCall, c, 5)->bounds.center().y()), 40);
    // The two that wait are the newest two that were queued.
    const ShapeGroup* event = only(scene, HitKind::ClientEvent, c, 1);
    QVERIFY(event && event->target.event == 50);
    const ShapeGroup* callback = only(scene, HitKind::ClientCallback, c);
    QVERIFY(callback && callback->target.event == 30 && callback->state.contains(QStringLiteral("9.2180")));
}

void TestClientCard::aChosenWatchIsToldInWords() {
    const ClusterView view = sampleView(3);
    StageOptions options = opened(view, 1);
    const ClientId c = view.clients[0].id;
    const auto told = [&](const char* key) {
        const StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, options);
        const ShapeGroup* row = only(scene, HitKind::ClientWatch, c, 0, key);
        return row && std::count_if(row->shapes.begin(), row->shapes.end(), [](const Shape& s) { return s.text.contains(QStringLiteral("server triggers")); }) == 1;
    };
    QVERIFY(told("data /b"));   // the newest
    options.watches[c.value] = "data /app/config";
    QVERIFY(told("data /app/config"));
    QVERIFY(!told("data /b"));
}

void TestClientCard::theListOfServersIsARing() {
    ClusterView view = sampleView(3);
    ClientView& c = view.clients[0];
    c.server = {2};   // the last of its list: after it comes the first
    StageOptions options = opened(view, 1);
    options.stories[c.id.value].servers[2] = 77;
    const auto draw = [&] { return buildStage(view, Theme::light(), {1340, 640}, view.now, options); };
    const auto host = [&](const StageScene& scene, int server) {
        const auto it = std::find_if(scene.still.begin(), scene.still.end(), [&](const ShapeGroup& g) { return g.target.kind == HitKind::ClientHost && g.target.server.value == server; });
        return it == scene.still.end() ? ShapeGroup() : *it;
    };
    const auto arrow = [](const ShapeGroup& g) { return std::any_of(g.shapes.begin(), g.shapes.end(), [](const Shape& s) { return s.kind == ShapeKind::Polyline; }); };
    StageScene scene = draw();
    QVERIFY(host(scene, 3).bounds.right() < host(scene, 1).bounds.left() && host(scene, 1).bounds.right() < host(scene, 2).bounds.left());
    QCOMPARE(host(scene, 2).state, QStringLiteral("connected"));
    QCOMPARE(host(scene, 2).target.event, EventId(77));
    QVERIFY(arrow(host(scene, 3)) && !arrow(host(scene, 1)) && !arrow(host(scene, 2)));
    QVERIFY(host(scene, 2).shapes.front().fill != host(scene, 3).shapes.front().fill);
    // The connection is lost: it is nowhere, and sleeps before it goes on.
    c.connected = false;
    c.state = "CONNECTING";
    c.nextServer = {3};
    c.retryAt = view.now + msec(640);
    scene = draw();
    QVERIFY(arrow(host(scene, 3)) && host(scene, 3).state.contains(QStringLiteral("4.8580")));
    QVERIFY(!host(scene, 2).state.contains(QStringLiteral("connected")));
    const ShapeGroup* thread = only(scene, HitKind::ClientThread, c.id, 1);
    QVERIFY(thread && thread->state.contains(QStringLiteral("640 ms")) && thread->state.contains(QStringLiteral("S3")));
    // It asks the next one.
    c.nextServer = {};
    c.server = {3};
    scene = draw();
    QVERIFY(!host(scene, 3).shapes.front().dash.isEmpty() && arrow(host(scene, 1)));
    c.alive = false;
    c.state.clear();
    scene = draw();
    for (const int server : {1, 2, 3}) QVERIFY(!arrow(host(scene, server)));
}

void TestClientCard::aLongListFolds() {
    ClusterView view = sampleView(15);
    ClientView& c = view.clients[0];
    c.hosts.clear();
    for (int i = 15; i >= 1; --i) c.hosts.push_back({i});
    for (const int now : {15, 8, 2, 1}) {
        c.server = {now};
        const StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, opened(view, 1));
        int cells = 0;
        double y = 0;
        bool here = false, after = false;
        for (const ShapeGroup& g : scene.still) {
            if (g.target.kind == HitKind::ClientHost) {
                ++cells;
                here = here || g.target.server.value == now;
                after = after || g.target.server.value == (now > 1 ? now - 1 : 15);
                y = g.bounds.center().y();
            }
        }
        QVERIFY2(here && after, qPrintable(QString::number(now)));
        QCOMPARE(cells + folded(scene, c.id, y), 15);
    }
}

void TestClientCard::whoIsCalledStandsBesideTheWatch() {
    const ClusterView view = sampleView(3);
    const ClientId c = view.clients[0].id;
    StageOptions options = opened(view, 1);
    const auto row = [&](const char* key) { return *only(buildStage(view, Theme::light(), {1340, 640}, view.now, options), HitKind::ClientWatch, c, 0, key); };
    const auto has = [](const ShapeGroup& g, const char* part) { return std::any_of(g.shapes.begin(), g.shapes.end(), [&](const Shape& s) { return s.text.contains(QLatin1String(part)); }); };
    // In the row: as many as there is room for, and how many more. All of them for those who listen.
    const ShapeGroup config = row("data /app/config");
    QVERIFY(config.state.contains(QStringLiteral("default watcher, w1, cache of the application, w3")));
    QVERIFY(has(config, "/app/config") && (has(config, " +") || has(config, "4 watchers")));
    QVERIFY(has(row("data /b"), "default watcher"));
    options.watches[c.value] = "data /app/config";
    QVERIFY(has(row("data /b"), "default"));
    QVERIFY(has(row("data /app/config"), "w1"));   // told in words below it
    QVERIFY(!row("child /app").state.contains(QStringLiteral("watchers")));   // used up
    // Of a long path the end is told, where the number stands.
    ClusterView queued = view;
    queued.clients[0].watches = {{ClientWatchView::Kind::Data, "/locks/printer/_c_97d2a580-8c0e-4d2_a3fca0ce148d-lock-0000000003", {""}}};
    const StageScene waiting = buildStage(queued, Theme::light(), {1340, 640}, view.now, options);
    const ShapeGroup* lock = only(waiting, HitKind::ClientWatch, c, 0, "data " + queued.clients[0].watches[0].path);
    QVERIFY(lock && has(*lock, "0003") && has(*lock, "/lo"));
    // The event that runs says whom it calls.
    ClusterView calling = view;
    calling.clients[0].callback.watchers = {"", "w1"};
    calling.clients[0].callbackWatcher = 1;
    const StageScene scene = buildStage(calling, Theme::light(), {1340, 640}, view.now, options);
    QVERIFY(only(scene, HitKind::ClientCallback, c)->name.contains(QStringLiteral("w1, 2 of 2")));
}

void TestClientCard::authLeadsToWhereItWasSaid() {
    ClusterView view = sampleView(3);
    StageOptions options = opened(view, 1);
    const ClientId c = view.clients[0].id;
    options.stories[c.value].auth = 91;
    StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, options);
    const ShapeGroup* first = only(scene, HitKind::ClientAuth, c, 1);
    QVERIFY(first && first->target.event == 91);
    QVERIFY(first->name.contains(QStringLiteral("digest anna")) && first->state.contains(QStringLiteral("xid -4")));
    view.clients[0].auth.clear();
    scene = buildStage(view, Theme::light(), {1340, 640}, view.now, options);
    QVERIFY(!only(scene, HitKind::ClientAuth, c, 1));
}

void TestClientCard::stateIsWordAndShape() {
    ClusterView view = sampleView(3);
    const StageOptions options = opened(view, 1);
    const auto card = [&] { return *only(buildStage(view, Theme::light(), {1340, 640}, view.now, options), HitKind::ClientCard, view.clients[0].id); };
    const auto has = [](const ShapeGroup& g, const QString& word) { return std::any_of(g.shapes.begin(), g.shapes.end(), [&](const Shape& s) { return s.text == word; }); };
    const auto hatched = [](const ShapeGroup& g) { return std::any_of(g.shapes.begin(), g.shapes.end(), [](const Shape& s) { return s.hatch.isValid(); }); };
    const auto dashed = [](const ShapeGroup& g) { return std::any_of(g.shapes.begin(), g.shapes.end(), [](const Shape& s) { return !s.dash.isEmpty(); }); };
    QVERIFY(has(card(), QStringLiteral("CONNECTED")) && !hatched(card()) && !dashed(card()));
    view.clients[0].frozen = true;
    QVERIFY(has(card(), QStringLiteral("CONNECTED")) && hatched(card()));
    QVERIFY(card().state.contains(QStringLiteral("frozen")));
    view.clients[0].frozen = false;
    view.clients[0].state = "CONNECTING";
    view.clients[0].connected = false;
    QVERIFY(has(card(), QStringLiteral("CONNECTING")) && dashed(card()));
    view.clients[0].state = "CLOSED";
    view.clients[0].expired = true;
    QVERIFY(has(card(), QStringLiteral("CLOSED")) && hatched(card()));
    view.clients[0].alive = false;
    view.clients[0].state.clear();
    QVERIFY(has(card(), QStringLiteral("DEAD")) && hatched(card()));
}

void TestClientCard::theNewestCardsHaveThePlace() {
    const ClusterView view = sampleView(5);
    const StageLayout layout = layoutStage(view, Theme::light(), {800, 420}, opened(view, 4));
    QVERIFY(!layout.opened.empty() && layout.opened.size() < 4);
    QCOMPARE(layout.opened.back().id, view.clients[3].id);
    QVERIFY(!layout.openedCard(view.clients[0].id));
}

void TestClientCard::aDecisionStandsBesideItsClient() {
    const ClusterView view = sampleView(3);
    for (const bool open : {false, true}) {
        StageOptions options = open ? opened(view, 1) : StageOptions();
        options.decisions.clear();
        options.decisions.push_back({{}, 9, QStringLiteral("C1 decides"), QStringLiteral("NodeDataChanged takes the path out of the maps."), view.clients[0].id});
        const StageScene scene = buildStage(view, Theme::light(), {1340, 640}, view.now, options);
        QCOMPARE(scene.bubbles.size(), std::size_t(1));
        QCOMPARE(scene.bubbles[0].target.client, view.clients[0].id);
        QVERIFY(scene.bubbles[0].name.contains(QStringLiteral("C1")));
    }
}

QTEST_MAIN(TestClientCard)
#include "tst_client_card.moc"
