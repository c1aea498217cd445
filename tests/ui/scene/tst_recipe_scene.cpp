// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes as shapes: who holds, who waits for whom; texts are read, parts keep their places, two hundred of them are cheap.
#include "tests/ui/scene/recipe_samples.h"
#include "ui/scene/recipe_compare.h"
#include "ui/scene/recipe_scene.h"
#include "ui/scene/text_fit.h"
#include "ui/text/recipe_words.h"
#include "ui/theme/color_vision.h"

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using namespace zab;

namespace {

StageScene draw(const RecipeView& recipe, double width = 900, const Theme& theme = Theme::light(), ClientId selected = {}) {
    RecipeSlots places;
    places.update(recipe);
    RecipeSceneOptions options;
    options.width = width;
    options.scale = theme.projector() ? 1.5 : 1;
    options.full = fitsInFull(recipe, places, options, 0);
    if (selected) {
        options.selected.kind = HitKind::RecipePart;
        options.selected.client = selected;
    }
    return buildRecipe(recipe, sample::playing({recipe}), places, theme, options);
}

std::vector<const ShapeGroup*> all(const StageScene& scene, HitKind kind) {
    std::vector<const ShapeGroup*> groups;
    for (const ShapeGroup& g : scene.still)
        if (g.target.kind == kind) groups.push_back(&g);
    return groups;
}

const ShapeGroup* partOf(const StageScene& scene, int client) {
    for (const ShapeGroup* g : all(scene, HitKind::RecipePart))
        if (g->target.client.value == client) return g;
    return nullptr;
}

std::vector<int> line(const RecipeSlots& remembered) {
    std::vector<int> places;
    for (const RecipePlace& p : remembered.places())
        if (p.group == 0) places.push_back(p.place);
    return places;
}

std::vector<RecipeView> everything() {
    std::vector<RecipeView> recipes{sample::lock(8), sample::lock(8, true), sample::lock(120), sample::readWrite()};
    for (const RecipeKind kind : {RecipeKind::Barrier, RecipeKind::DoubleBarrier, RecipeKind::Queue, RecipeKind::Group, RecipeKind::Config, RecipeKind::Service})
        recipes.push_back(sample::other(kind));
    RecipeView mixed = sample::lock(6);
    mixed.parts[1].state = RecipeState::Unsure;
    mixed.parts[2].state = RecipeState::Lost;
    mixed.parts[3].state = RecipeState::Starting;
    mixed.parts[4].state = RecipeState::Done;
    mixed.accepted = 5;
    mixed.rejected = 1;
    mixed.highestToken = Zxid::make(1, 99);   // the holder is outdated
    mixed.lastWriter = {2};
    recipes.push_back(mixed);
    return recipes;
}

}  // namespace

class TestRecipeScene : public QObject {
    Q_OBJECT

private slots:
    void theHolderIsFirstAndMarked();
    void eachWaiterPointsAtItsPredecessor();
    void theNaiveLockIsAStar();
    void textsCanBeRead_data();
    void textsCanBeRead();
    void partsDoNotCoverEachOther();
    void whoStaysKeepsItsPlace();
    void aStepBackBringsBackThePlaces();
    void nobodyIsMovedByAnother_data();
    void nobodyIsMovedByAnother();
    void anOutdatedHolderIsWarnedOf();
    void sectionsSayWhatEachDoes();
    void comparisonIsNumbersAndBars();
    void twoHundredPartsAreCheap();
};

void TestRecipeScene::theHolderIsFirstAndMarked() {
    const StageScene scene = draw(sample::lock(8));
    const ShapeGroup* holder = partOf(scene, 1);
    QVERIFY(holder && holder->state.startsWith(QStringLiteral("holds")));
    for (int c = 2; c <= 8; ++c) {
        const QRectF& other = partOf(scene, c)->bounds;
        QVERIFY(std::pair(holder->bounds.top(), holder->bounds.left()) < std::pair(other.top(), other.left()));
    }
    QVERIFY(std::any_of(holder->shapes.begin(), holder->shapes.end(), [](const Shape& s) { return s.kind == ShapeKind::Icon && s.text == QLatin1String("key"); }));
    RecipeView election = sample::lock(3);
    election.kind = RecipeKind::Election;
    const StageScene elected = draw(election);
    QVERIFY(std::any_of(partOf(elected, 1)->shapes.begin(), partOf(elected, 1)->shapes.end(), [](const Shape& s) { return s.text == QLatin1String("crown"); }));
}

void TestRecipeScene::eachWaiterPointsAtItsPredecessor() {
    for (const double width : {300.0, 900.0, 1800.0}) {
        const StageScene scene = draw(sample::lock(8), width);
        const auto arrows = all(scene, HitKind::RecipeArrow);
        QCOMPARE(arrows.size(), std::size_t(7));
        for (const ShapeGroup* a : arrows) {
            const QRectF from = partOf(scene, a->target.client.value)->bounds, to = partOf(scene, a->target.client.value - 1)->bounds;
            QVERIFY(from.adjusted(-1, -1, 1, 1).contains(a->path.first()));
            QVERIFY(to.adjusted(-1, -1, 1, 1).contains(a->path.last()));
        }
    }
}

void TestRecipeScene::theNaiveLockIsAStar() {
    const StageScene scene = draw(sample::lock(8, true));
    const auto arrows = all(scene, HitKind::RecipeArrow);
    QCOMPARE(arrows.size(), std::size_t(7));
    for (const ShapeGroup* a : arrows) QVERIFY(partOf(scene, 1)->bounds.adjusted(-1, -1, 1, 1).contains(a->path.last()));
}

void TestRecipeScene::textsCanBeRead_data() {
    QTest::addColumn<double>("width");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("projector");
    for (const double width : {240.0, 560.0, 1200.0})
        for (const bool dark : {false, true})
            for (const bool projector : {false, true}) QTest::addRow("%.0f %s%s", width, dark ? "dark" : "light", projector ? " projector" : "") << width << dark << projector;
}

void TestRecipeScene::textsCanBeRead() {
    QFETCH(double, width);
    QFETCH(bool, dark);
    QFETCH(bool, projector);
    const Theme theme = dark ? Theme::dark(projector) : Theme::light(projector);
    for (const RecipeView& recipe : everything()) {
        const StageScene scene = draw(recipe, width, theme, {1});
        QVERIFY(scene.size.height() > 60);
        for (const ShapeGroup& g : scene.still) {
            QVERIFY2(!g.name.isEmpty() && !g.state.isEmpty(), qPrintable(g.name));
            for (const Shape& shape : g.shapes) {
                if (shape.kind != ShapeKind::Label) continue;
                QVERIFY2(textWidth(shape.font, static_cast<int>(shape.fontPixels), shape.text) <= shape.rect.width() + 2, qPrintable(shape.text));
                QVERIFY2(contrastRatio(shape.color, shape.on) >= 4.5, qPrintable(shape.text + shape.color.name() + shape.on.name()));
                QVERIFY2(shape.rect.left() >= 0 && shape.rect.right() <= width + 1, qPrintable(shape.text));
            }
        }
    }
}

void TestRecipeScene::partsDoNotCoverEachOther() {
    for (const RecipeView& recipe : everything())
        for (const double width : {240.0, 560.0, 1200.0}) {
            const StageScene scene = draw(recipe, width);
            const auto parts = all(scene, HitKind::RecipePart);
            QCOMPARE(parts.size(), recipe.parts.size());
            for (std::size_t i = 0; i < parts.size(); ++i) {
                QVERIFY(QRectF(QPointF(), scene.size).contains(parts[i]->bounds));
                for (std::size_t j = 0; j < i; ++j) QVERIFY(!parts[i]->bounds.intersects(parts[j]->bounds));
            }
            for (const ShapeGroup* r : all(scene, HitKind::RecipeResource))
                for (const ShapeGroup* p : parts) QVERIFY(!r->bounds.intersects(p->bounds));
        }
}

void TestRecipeScene::whoStaysKeepsItsPlace() {
    RecipeSlots places;
    RecipeView recipe = sample::lock(9);
    places.update(recipe);
    QCOMPARE(line(places), (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8}));
    recipe.parts.erase(recipe.parts.begin() + 4);    // a dead waiter in the middle
    recipe.parts.erase(recipe.parts.begin());        // and the holder has given back
    places.update(recipe);
    QCOMPARE(line(places), (std::vector<int>{1, 2, 3, 5, 6, 7, 8}));
    recipe.parts.push_back(sample::part(1, 9, RecipeState::Waiting, recipe.path, 9, 8));   // it comes again, behind the others
    recipe.parts.push_back(sample::part(30, -1, RecipeState::Starting, recipe.path));      // one without a znode stands in no line
    places.update(recipe);
    QCOMPARE(line(places), (std::vector<int>{1, 2, 3, 5, 6, 7, 8, 9}));
    QVERIFY(places.places().back() == (RecipePlace{1, 0}));
}

void TestRecipeScene::aStepBackBringsBackThePlaces() {
    RecipeSlots places;
    const RecipeView whole = sample::lock(9);
    RecipeView later = whole;
    places.update(whole);
    later.parts.erase(later.parts.begin(), later.parts.begin() + 3);
    places.update(later);
    QCOMPARE(places.first(), 3);
    places.update(whole);
    QCOMPARE(line(places), (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8}));
    // Numbers that arrive in another order still stand in theirs.
    RecipeView late = sample::lock(3);
    std::swap(late.parts[1], late.parts[2]);
    RecipeSlots other;
    RecipeView two = late;
    two.parts.erase(two.parts.begin() + 2);
    other.update(two);
    other.update(sample::lock(3));
    QCOMPARE(line(other), (std::vector<int>{0, 1, 2}));
}

void TestRecipeScene::nobodyIsMovedByAnother_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("width");
    for (int kind = 0; kind < static_cast<int>(RecipeKind::Count_); ++kind)
        for (const double width : {420.0, 1000.0}) QTest::addRow("%s %.0f", recipeKindName(static_cast<RecipeKind>(kind)).data(), width) << kind << width;
}

/// One after the other ends its part: who stays in its group keeps size and column, and its row but for rows that have become empty.
void TestRecipeScene::nobodyIsMovedByAnother() {
    QFETCH(int, kind);
    QFETCH(double, width);
    RecipeView recipe;
    recipe.kind = static_cast<RecipeKind>(kind);
    recipe.path = "/r";
    for (int c = 1; c <= 24; ++c) {
        recipe.parts.push_back(sample::part(c, c, c % 2 ? RecipeState::Holding : RecipeState::Waiting, recipe.path, isChain(recipe.kind) && c > 1 ? c - 1 : 0, c - 1));
        recipe.parts.back().role = recipe.kind == RecipeKind::Queue ? (c % 3 ? "take" : "offer") : recipe.kind == RecipeKind::Service ? (c % 3 ? "discover" : "provide") : "";
    }
    RecipeSlots places;
    places.update(recipe);
    RecipeSceneOptions options;
    options.width = width;
    options.full = false;
    const auto picture = [&] {
        places.update(recipe);
        return buildRecipe(recipe, sample::playing({recipe}), places, Theme::light(), options);
    };
    StageScene before = picture();
    for (int step = 0; step < 23; ++step) {
        const std::size_t leaver = static_cast<std::size_t>(step % 2 ? 24 - step : step * 7 % 24);
        std::map<int, int> groups;
        for (const RecipePartView& p : recipe.parts) groups[p.client.value] = recipeGroup(recipe.kind, p);
        RecipePartView& part = recipe.parts[leaver % 24];
        part.state = RecipeState::Done;
        part.znode.clear();
        part.since = part.since + msec(1000 + step);
        const StageScene now = picture();
        std::set<double> shifts;
        for (const RecipePartView& p : recipe.parts) {
            if (groups[p.client.value] != recipeGroup(recipe.kind, p)) continue;
            const QRectF was = partOf(before, p.client.value)->bounds, is = partOf(now, p.client.value)->bounds;
            QCOMPARE(is.size(), was.size());
            QCOMPARE(is.left(), was.left());
            if (groups[p.client.value] == 0 || width > 900) shifts.insert(std::round(is.top() - was.top()));
            QVERIFY2(is.top() - was.top() < 1 || groups[p.client.value] > 0, "only those below others go down");
        }
        // A row of a line that is empty goes, and all below it move up by it.
        if (!isChain(recipe.kind) && width > 900 && recipeGroups(recipe.kind) == 2) QVERIFY(shifts.size() <= 1 && (shifts.empty() || *shifts.begin() == 0));
        before = now;
    }
}

void TestRecipeScene::anOutdatedHolderIsWarnedOf() {
    RecipeView recipe = sample::lock(3);
    recipe.parts[1].state = RecipeState::Holding;   // the second has got it: the first was paused and does not know
    QVERIFY(isOutdated(recipe, recipe.parts[0]));
    QVERIFY(!isOutdated(recipe, recipe.parts[1]));
    const StageScene scene = draw(recipe);
    QVERIFY(std::any_of(partOf(scene, 1)->shapes.begin(), partOf(scene, 1)->shapes.end(), [](const Shape& s) { return s.text == QLatin1String("warning"); }));
    QVERIFY(!isOutdated(sample::readWrite(), sample::readWrite().parts[0]));   // readers share
}

void TestRecipeScene::sectionsSayWhatEachDoes() {
    const StageScene queue = draw(sample::other(RecipeKind::Queue));
    const auto titles = all(queue, HitKind::RecipeTitle);
    QCOMPARE(titles.size(), std::size_t(2));
    QCOMPARE(titles[0]->state, QStringLiteral("3"));
    QCOMPARE(titles[1]->state, QStringLiteral("2"));
    QVERIFY(titles[0]->bounds.top() == titles[1]->bounds.top() && titles[0]->bounds.right() < titles[1]->bounds.left());   // side by side
    const StageScene barrier = draw(sample::other(RecipeKind::Barrier));
    const auto groups = all(barrier, HitKind::RecipeTitle);
    QCOMPARE(groups.size(), std::size_t(3));
    QCOMPARE(groups[0]->state + groups[1]->state + groups[2]->state, QStringLiteral("230"));   // wait, have passed, done
    QVERIFY(std::any_of(barrier.still.begin(), barrier.still.end(), [](const ShapeGroup& g) {
        return std::any_of(g.shapes.begin(), g.shapes.end(), [](const Shape& s) { return s.text == QLatin1String("node-3"); });
    }));
}

void TestRecipeScene::comparisonIsNumbersAndBars() {
    const RecipeView chain = sample::lock(8), herd = sample::lock(8, true, 0, "/locks/herd");
    const StageScene scene = buildComparison(&chain, &herd, Theme::light(), {700, 200});
    const auto rows = all(scene, HitKind::RecipeTitle);
    QCOMPARE(rows.size(), std::size_t(5));
    QCOMPARE(rows[2]->state, QStringLiteral("1 against 7"));
    QCOMPARE(rows[3]->state, QStringLiteral("1 against 16"));
    QCOMPARE(rows[4]->state, QStringLiteral("5 against 40"));
    // Bars stand for the numbers: track and bar, for each of the two.
    std::vector<double> bars;
    for (const Shape& s : rows[2]->shapes)
        if (s.kind == ShapeKind::Rect) bars.push_back(s.rect.width());
    QCOMPARE(bars.size(), std::size_t(4));
    QVERIFY(qAbs(bars[1] * 7 - bars[3]) < 0.5);
    // In a low dock every row is there, and no two texts of a row touch each other.
    const StageScene low = buildComparison(&chain, &herd, Theme::light(), {690, 100});
    for (const ShapeGroup* row : all(low, HitKind::RecipeTitle)) {
        QVERIFY(row->bounds.bottom() <= 100);
        std::vector<QRectF> texts;
        for (const Shape& s : row->shapes)
            if (s.kind == ShapeKind::Label) texts.push_back(s.rect);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY(texts[i].height() >= 12);
            for (std::size_t k = i + 1; k < texts.size(); ++k) QVERIFY(!texts[i].intersects(texts[k]));
        }
    }
    QVERIFY(!buildComparison(nullptr, nullptr, Theme::dark(), {300, 100}).still.empty());
}

void TestRecipeScene::twoHundredPartsAreCheap() {
    const RecipeView chain = sample::lock(200), star = sample::lock(200, true);
    for (const RecipeView* recipe : {&chain, &star}) draw(*recipe);   // texts are measured once
    QElapsedTimer clock;
    clock.start();
    constexpr int kTimes = 40;
    for (int i = 0; i < kTimes; ++i) draw(i % 2 ? chain : star, 900, Theme::light(), {i + 1});
    const double ms = static_cast<double>(clock.nsecsElapsed()) / 1e6 / kTimes;
    qInfo("a picture of 200 parts is made in %.2f ms", ms);
    QVERIFY2(ms < 8, "half a frame of a sixtieth of a second");
}

QTEST_MAIN(TestRecipeScene)
#include "tst_recipe_scene.moc"
