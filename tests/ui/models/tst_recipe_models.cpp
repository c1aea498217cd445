// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes as tables and in the inspector: the same facts as in the picture.
#include "tests/ui/scene/recipe_samples.h"
#include "ui/models/inspection.h"
#include "ui/models/recipe_models.h"
#include "ui/text/recipe_words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace zab;

namespace {

QStringList cells(const QAbstractItemModel& model, int row) {
    QStringList out;
    for (int c = 0; c < model.columnCount(); ++c) out << model.index(row, c).data().toString();
    return out;
}

/// A transaction with this zxid: proposed, acknowledged twice, committed; its client hears of it. The id of the last event.
EventId addTransaction(Trace& trace, Zxid zxid) {
    const auto add = [&](EventKind kind, ActorId actor) {
        Event e;
        e.kind = kind;
        e.actor = actor;
        e.args = {zxid.value};
        return trace.append(e);
    };
    add(EventKind::ProposalMade, ServerId{3});
    add(EventKind::AckCounted, ServerId{3});
    add(EventKind::AckCounted, ServerId{3});
    add(EventKind::Committed, ServerId{3});
    return add(EventKind::ClientReply, ClientId{2});
}

}  // namespace

class TestRecipeModels : public QObject {
    Q_OBJECT

private slots:
    void listTellsHolderWaitersAndCost();
    void partsComeAndGo();
    void turnsNewestFirst();
    void inspectorLeadsThroughTheTransaction();
    void averagesOfNothing();
};

void TestRecipeModels::listTellsHolderWaitersAndCost() {
    RecipeListModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRecipes({sample::lock(8), sample::lock(8, true, 0, "/locks/b")});
    QCOMPARE(cells(model, 0), (QStringList{QStringLiteral("/locks/a"), QStringLiteral("lock"), QStringLiteral("C1 holds, 7 waiting"), QStringLiteral("3"), QStringLiteral("1.0 / 1.0 / 5.0")}));
    QCOMPARE(cells(model, 1), (QStringList{QStringLiteral("/locks/b"), QStringLiteral("naive lock"), QStringLiteral("C1 holds, 7 waiting"), QStringLiteral("3"), QStringLiteral("7.0 / 16 / 40")}));
    QCOMPARE(model.rowOf("/locks/b"), 1);
    QCOMPARE(model.rowOf("/nowhere"), -1);
    model.setRecipes({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.path(0).empty());
}

void TestRecipeModels::partsComeAndGo() {
    RecipePartModel model;
    const QAbstractItemModelTester tester(&model);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (const int count : {3, 200, 7, 0, 12}) {
        const RecipeView recipe = sample::lock(count);
        model.setRecipe(recipe);
        QCOMPARE(model.rowCount(), count);
        for (int row = 0; row < count; ++row) QCOMPARE(model.client(row), recipe.parts[static_cast<std::size_t>(row)].client);
    }
    QCOMPARE(resets.count(), 0);   // a selection stays
    QCOMPARE(model.index(4, RecipePartModel::WaitsFor).data().toString(), QStringLiteral("C4"));
    QCOMPARE(model.index(4, RecipePartModel::Token).data().toString(), QStringLiteral("1.24"));
    QCOMPARE(model.index(0, RecipePartModel::State).data().toString(), QStringLiteral("holds"));
    RecipeView outdated = sample::lock(2);
    outdated.highestToken = Zxid::make(1, 99);
    model.setRecipe(outdated);
    QCOMPARE(model.index(0, RecipePartModel::State).data().toString(), QStringLiteral("believes it holds"));
    // Who only believes it is not said to hold.
    outdated.highestToken = {};
    outdated.parts[1].state = RecipeState::Holding;
    QCOMPARE(recipeSummary(outdated), QStringLiteral("C2 holds, C1 believes it holds, 0 waiting"));
    outdated.parts[0].state = RecipeState::Lost;   // its process has died, its znode is still there
    model.setRecipe(outdated);
    QCOMPARE(model.index(0, RecipePartModel::State).data().toString(), QStringLiteral("dead"));
    QCOMPARE(recipeSummary(sample::readWrite()), QStringLiteral("holds: C1 C2 C3, 4 waiting"));
}

void TestRecipeModels::turnsNewestFirst() {
    RecipeTurnModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRecipe(sample::lock(8));
    QCOMPARE(cells(model, 0), (QStringList{QStringLiteral("3"), QStringLiteral("C3"), QStringLiteral("55 ms"), QStringLiteral("25 ms"), QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("5")}));
    QCOMPARE(cells(model, 2).first(), QStringLiteral("1"));
}

void TestRecipeModels::inspectorLeadsThroughTheTransaction() {
    Trace trace;
    RecipeView recipe = sample::lock(3);
    for (RecipePartView& p : recipe.parts) p.created = p.reason = kNoEvent;
    RecipePartView& second = recipe.parts[1];
    addTransaction(trace, Zxid::make(1, 4));   // another one
    second.created = addTransaction(trace, second.token);
    const ClusterView view = sample::playing({recipe});
    const Inspection i = inspect(Selection::ofRecipePart({2}, "/locks/a"), trace, view);
    QCOMPARE(i.badge, QStringLiteral("C2"));
    QVERIFY(i.title.startsWith(QStringLiteral("waits for C1")));
    std::vector<EventId> events;
    for (const auto& a : i.also)
        if (a.target.kind == Selection::Kind::Event) events.push_back(a.target.event);
    QCOMPARE(events, (std::vector<EventId>{5, 6, 7, 8, 9}));   // proposed, two acknowledgements, committed, told
    QVERIFY(std::any_of(i.also.begin(), i.also.end(), [&](const auto& a) { return a.target.kind == Selection::Kind::Znode && a.target.path == second.znode; }));
    QVERIFY(std::any_of(i.also.begin(), i.also.end(), [](const auto& a) { return a.target == Selection::ofRecipePart({1}, "/locks/a"); }));
    // And back from the client to its part.
    const Inspection client = inspect(Selection::ofClient({2}), trace, view);
    QVERIFY(std::any_of(client.also.begin(), client.also.end(), [](const auto& a) { return a.target == Selection::ofRecipePart({2}, "/locks/a"); }));
    QVERIFY(inspect(Selection::ofRecipePart({9}, "/locks/a"), trace, view).isEmpty());
}

void TestRecipeModels::averagesOfNothing() {
    RecipeView recipe = sample::lock(2);
    recipe.turns.clear();
    QVERIFY(perRelease(recipe).notifications < 0);
    RecipeListModel model;
    model.setRecipes({recipe});
    QVERIFY(model.index(0, RecipeListModel::PerReleaseNumbers).data().toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestRecipeModels)
#include "tst_recipe_models.moc"
