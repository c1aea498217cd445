// SPDX-License-Identifier: GPL-3.0-or-later
// Contests through the real window: every recipe is started by the dialog, its acts are tried, and whoever dies stands in line until its session is over.
#include "tests/ui/widgets/recipe_window.h"
#include "ui/text/recipe_words.h"
#include "ui/widgets/contest_dialog.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace zab;

class TestContestFlow : public RecipeWindow {
    Q_OBJECT

private slots:
    void initTestCase() { m_look = std::make_unique<Appearance>(); }
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }
    void aContestIsStarted();
    void everyRecipeIsStartedByTheDialog_data();
    void everyRecipeIsStartedByTheDialog();
    void theDialogSaysWhatIsWrong();
    void theDeadStandInLine();
    void theFirstRecipeComesToTheFront();

private:
    ContestDialog* openDialog();
    template <typename Field>
    Field* field(const QDialog* dialog, const char* name) const;
};

void TestContestFlow::aContestIsStarted() {
    open("lock-chain-and-herd.lab", 1);
    QSignalSpy problems(&panel(), &RecipePanel::problem);
    ContestPlan plan;
    plan.path = QStringLiteral("/locks/many");
    plan.first = 21;
    plan.count = 12;
    panel().startContest(plan);
    run("run until quiet");
    QCOMPARE(problems.count(), 0);
    const RecipeView* many = recipe("/locks/many");
    QVERIFY(many);
    QCOMPARE(many->parts.size(), std::size_t(12));
    QVERIFY(many->parts[0].state == RecipeState::Holding);
    QCOMPARE(panel().path(), std::string("/locks/many"));
}

/// The dialog as a person finds it: the button, the fields by their names, Start.
ContestDialog* TestContestFlow::openDialog() {
    QTest::mouseClick(m_window->findChild<QToolButton*>(QStringLiteral("contest")), Qt::LeftButton);
    ContestDialog* dialog = nullptr;
    [&] { QTRY_VERIFY((dialog = m_window->findChild<ContestDialog*>()) != nullptr && dialog->isVisible()); }();
    return dialog;
}

template <typename Field>
Field* TestContestFlow::field(const QDialog* dialog, const char* name) const {
    for (Field* f : dialog->findChildren<Field*>())
        if (f->accessibleName() == QLatin1String(name) && f->isVisible()) return f;
    return nullptr;
}

void TestContestFlow::everyRecipeIsStartedByTheDialog_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<int>("holding");
    const QStringList lock{"Whoever waits watches", "Znodes", "after a lost answer it looks for its znode first (protected)", "Each holds it", "Turns of each", "Contenders"};
    QTest::newRow("lock") << int(RecipeKind::Lock) << "/locks/a" << lock << 1;
    QTest::newRow("read/write lock") << int(RecipeKind::ReadWriteLock) << "/locks/table" << (lock.mid(1) << "Readers before each writer") << -1;   // as they come: one writer or some readers
    QTest::newRow("election") << int(RecipeKind::Election) << "/election" << lock.mid(1) << 1;
    QTest::newRow("barrier") << int(RecipeKind::Barrier) << "/barrier" << QStringList{"the first client puts the barrier up", "Clients"} << 0;
    QTest::newRow("double barrier") << int(RecipeKind::DoubleBarrier) << "/room" << QStringList{"Opens when there are", "Clients"} << 8;
    QTest::newRow("queue") << int(RecipeKind::Queue) << "/queue" << QStringList{"Of these put elements in", "Elements of each", "Takes of each other", "Znodes"} << 0;
    QTest::newRow("group") << int(RecipeKind::Group) << "/group" << QStringList{"Name", "Members"} << 8;
    QTest::newRow("configuration") << int(RecipeKind::Config) << "/config" << QStringList{"Data at first", "the first client makes the znode"} << 8;
    QTest::newRow("service") << int(RecipeKind::Service) << "/services/orders" << QStringList{"Of these provide it", "Address"} << 8;
}

void TestContestFlow::everyRecipeIsStartedByTheDialog() {
    QFETCH(int, kind);
    QFETCH(QString, path);
    QFETCH(QStringList, fields);
    QFETCH(int, holding);
    open("start-all-at-once.lab", 20);
    QVERIFY(m_window->feed().view()->leader);
    QSignalSpy problems(&panel(), &RecipePanel::problem);
    ContestDialog* dialog = openDialog();
    field<QComboBox>(dialog, "Recipe")->setCurrentIndex(kind);
    for (const QString& name : fields) QVERIFY2(field<QWidget>(dialog, qPrintable(name)), qPrintable(name));
    if (kind != int(RecipeKind::Lock)) QVERIFY(!field<QWidget>(dialog, "Whoever waits watches"));
    QCOMPARE(field<QLineEdit>(dialog, "Path")->text(), path);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    settle();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed().progress().playing, 30000);
    settle();
    QCOMPARE(problems.count(), 0);
    QCOMPARE(panel().path(), path.toStdString());
    const RecipeView* r = recipe(path.toStdString());
    QVERIFY(r);
    QCOMPARE(int(r->kind), kind);
    QCOMPARE(r->parts.size(), std::size_t(8));
    if (holding < 0) QVERIFY(countOf(*r, RecipeState::Holding) > 0);
    else QCOMPARE(countOf(*r, RecipeState::Holding), holding);
    QCOMPARE(shape(HitKind::RecipePart, 8) != nullptr, true);
    // Every act that is offered is understood and carried out.
    QSignalSpy notices(&m_window->feed(), &TraceFeed::noticed);
    QMenu* menu = m_window->findChild<QToolButton*>(QStringLiteral("recipeMore"))->menu();
    emit menu->aboutToShow();
    int tried = 0;
    for (const RecipeActs::Act act : {RecipeActs::Use, RecipeActs::UseUnfenced, RecipeActs::PutUp, RecipeActs::TakeAway, RecipeActs::Take, RecipeActs::Lookup, RecipeActs::End}) {
        QAction* action = panel().acts().action(act);
        if (!action->isVisible() || !action->isEnabled()) continue;
        QVERIFY(menu->actions().contains(action));
        action->trigger();
        run("run until quiet within 30s");
        ++tried;
    }
    QVERIFY(tried > 0 || kind == int(RecipeKind::Config));
    for (const QList<QVariant>& n : notices) QVERIFY2(n[0].value<Notice>().kind != Notice::Kind::Refused, n[0].value<Notice>().text.c_str());
    QCOMPARE(problems.count(), 0);
}

void TestContestFlow::theDialogSaysWhatIsWrong() {
    open("lock-chain-and-herd.lab", 2);
    ContestDialog* dialog = openDialog();
    QPushButton* start = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    const auto problem = [&] { return dialog->findChild<QLabel*>(QStringLiteral("problem"))->text(); };
    // It suggests more of what is looked at: further clients at the same path.
    auto* path = field<QLineEdit>(dialog, "Path");
    auto* first = field<QSpinBox>(dialog, "First client");
    QCOMPARE(path->text(), QString::fromStdString(kChain));
    QCOMPARE(first->value(), 9);
    QVERIFY2(start->isEnabled() && problem().isEmpty(), qPrintable(problem()));
    first->setValue(1);
    QVERIFY(!start->isEnabled());
    QVERIFY2(problem().contains(QStringLiteral("C1 takes part in /locks/chain already")), qPrintable(problem()));
    for (const char* wrong : {"", "locks", "/", "/a/", "/a//b", "/a b c/..", "/a\"b"}) {
        path->setText(QString::fromLatin1(wrong));
        const bool fine = QByteArray(wrong) == "/a\"b";
        QVERIFY2(start->isEnabled() == fine && problem().isEmpty() == fine, wrong);
    }
    path->setText(QString::fromStdString(kChain));
    field<QComboBox>(dialog, "Recipe")->setCurrentIndex(int(RecipeKind::Queue));
    path->setText(QString::fromStdString(kChain));
    QVERIFY2(problem().contains(QStringLiteral("Another recipe is played at /locks/chain")), qPrintable(problem()));
    path->setText(QStringLiteral("/elsewhere"));
    QVERIFY(start->isEnabled());
    // The run goes on behind it.
    run("freeze C3");
    QTRY_VERIFY(!start->isEnabled());
    QVERIFY2(problem().contains(QStringLiteral("C3 is frozen")), qPrintable(problem()));
}

/// A dead waiter's znode stays in line until its session expires: the picture shows it, and whom it holds up; the wait is made short.
void TestContestFlow::theDeadStandInLine() {
    open("lock-chain-and-herd.lab", 2);
    const int dead = recipe(kChain)->parts[2].client.value, behind = recipe(kChain)->parts[3].client.value;
    click(HitKind::RecipePart, dead);
    press(RecipeActs::Crash);
    settle();
    QVERIFY(part(kChain, dead) && isDead(*part(kChain, dead)));
    QVERIFY(shape(HitKind::RecipePart, dead)->state.startsWith(QStringLiteral("dead")));
    QCOMPARE(part(kChain, behind)->waitsFor, ClientId{dead});
    QVERIFY(!panel().acts().action(RecipeActs::End)->isEnabled());
    const SimTime then = m_window->feed().view()->now;
    press(RecipeActs::Expire);
    QTRY_VERIFY(m_window->feed().progress().playing);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->feed().progress().playing, 15000);
    settle();
    QVERIFY(m_window->feed().view()->now - then > sec(3));
    QVERIFY(!part(kChain, dead));
    // Given up on the way, it stops where it is.
    const int next = recipe(kChain)->parts[2].client.value;
    click(HitKind::RecipePart, next);
    press(RecipeActs::Expire);
    QTRY_VERIFY(m_window->feed().progress().playing);
    m_window->client().cancel();
    QTRY_VERIFY(!m_window->feed().progress().playing);
    settle();
    QVERIFY(m_window->feed().progress().goal.empty());
    QVERIFY(part(kChain, next));
}

void TestContestFlow::theFirstRecipeComesToTheFront() {
    const auto inFront = [this] { return !canvas().viewport()->visibleRegion().isEmpty(); };
    QVERIFY(m_window->showPanel(QStringLiteral("event")));
    open("lock-chain-and-herd.lab", 2);
    QTRY_VERIFY(inFront());
    // What a person has chosen stays.
    QVERIFY(m_window->showPanel(QStringLiteral("console")));
    open("lock-chain-and-herd.lab", 2);
    QVERIFY(!inFront());
}

QTEST_MAIN(TestContestFlow)
#include "tst_contest_flow.moc"
