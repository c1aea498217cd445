// SPDX-License-Identifier: GPL-3.0-or-later
// The Eureka servers of a run stand on the cards of the servers beside them (§13), with their state, and never move anything.
#include "tests/ui/scene/sample_views.h"
#include "ui/lens/lens.h"
#include "ui/scene/stage_scene.h"
#include "ui/widgets/stage_controller.h"

#include <QTest>

#include <algorithm>

using namespace zab;

class TestEurekaStrip : public QObject {
    Q_OBJECT

private slots:
    void eurekaStandsOnTheCards();
    void theNumberOfLeasesIsNeverCut();
};

void TestEurekaStrip::eurekaStandsOnTheCards() {
    ClusterView view = sample::withEureka(sample::broadcasting(5, 2));
    const auto labels = [](const ShapeGroup& g) {
        QStringList words;
        for (const Shape& shape : g.shapes)
            if (shape.kind == ShapeKind::Label) words << shape.text;
        return words;
    };
    const auto icons = [](const ShapeGroup& g) { return std::count_if(g.shapes.begin(), g.shapes.end(), [](const Shape& s) { return s.kind == ShapeKind::Icon; }); };
    const StageScene scene = buildStage(view, Theme::light(), {1060, 690}, view.now, {});
    for (const CapServerView& eureka : view.cap.servers) {
        const ShapeGroup* strip = scene.find({HitKind::Eureka, eureka.id});
        const ShapeGroup* card = scene.find({HitKind::Server, eureka.id});
        QVERIFY(strip && card);
        QVERIFY(StageController::selectionOf(strip->target) == Selection::ofServer(eureka.id));
        QVERIFY(card->bounds.contains(strip->bounds));
        QCOMPARE(strip->name, QStringLiteral("Eureka at S%1").arg(eureka.id.value));
        QVERIFY2(strip->tip.startsWith(strip->name), qPrintable(strip->tip));
        QCOMPARE(labels(*strip).value(0), QStringLiteral("Eureka"));
        QCOMPARE(icons(*strip), eureka.selfPreserving ? 1 : 0);   // told without colour
        const std::size_t leases = eureka.leases.size();
        const QString state = eureka.eureka ? labels(*strip).value(1) : QString();
        const QString count = leases == 1 ? QStringLiteral("1 lease") : QStringLiteral("%1 leases").arg(leases), preserved = QStringLiteral("self-preservation: %1").arg(leases);
        if (eureka.eureka) QVERIFY2(state.startsWith(count) || (eureka.selfPreserving && state == preserved), qPrintable(state));
        else QCOMPARE(labels(*strip).value(1), QStringLiteral("down"));
        QVERIFY2(strip->state.contains(eureka.selfPreserving ? QStringLiteral("self-preservation is on: 3") : eureka.eureka ? QStringLiteral("is off: 3") : QStringLiteral("down")), qPrintable(strip->state));
        if (leases > 0) QVERIFY2(strip->tip.contains(QStringLiteral("10.0.0.1:8080: its lease lasts 30 s more")), qPrintable(strip->tip));
        // What stands in the card ends above it.
        for (const ShapeGroup& g : scene.still)
            if (g.target.server == eureka.id && g.target.kind != HitKind::Server && g.target.kind != HitKind::Eureka && g.target.kind != HitKind::Queue && card->bounds.contains(g.bounds))
                QVERIFY2(!g.bounds.adjusted(0.5, 0.5, -0.5, -0.5).intersects(strip->bounds), qPrintable(g.name));
        QCOMPARE(scene.at(strip->bounds.center()), strip);
    }
    // Its card leaves the same room to the ZooKeeper server, whatever Eureka does.
    for (CapServerView& eureka : view.cap.servers) eureka.eureka = eureka.selfPreserving = false;
    const StageScene down = buildStage(view, Theme::light(), {1060, 690}, view.now, {});
    for (const CapServerView& eureka : view.cap.servers) QCOMPARE(down.find({HitKind::Eureka, eureka.id})->bounds, scene.find({HitKind::Eureka, eureka.id})->bounds);
    const ClusterView without = sample::broadcasting(5, 2);
    QVERIFY(!buildStage(without, Theme::light(), {1060, 690}, view.now, {}).find({HitKind::Eureka, ServerId{1}}));
}

void TestEurekaStrip::theNumberOfLeasesIsNeverCut() {
    for (const int n : {3, 5, 9})
        for (const QSizeF& size : {QSizeF(800, 420), QSizeF(880, 290), QSizeF(1340, 640), QSizeF(1920, 1000)}) {
            const ClusterView view = sample::withEureka(sample::electing(n));
            const StageScene scene = buildStage(view, Theme::light(), size, view.now, {});
            for (const CapServerView& eureka : view.cap.servers)
                for (const Shape& shape : scene.find({HitKind::Eureka, eureka.id})->shapes)
                    if (shape.kind == ShapeKind::Label) QVERIFY2(!shape.elided, qPrintable(QStringLiteral("%1 of %2, %3x%4").arg(shape.text).arg(n).arg(size.width()).arg(size.height())));
        }
}

QTEST_MAIN(TestEurekaStrip)
#include "tst_eureka_strip.moc"
