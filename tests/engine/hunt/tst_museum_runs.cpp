// SPDX-License-Identifier: GPL-3.0-or-later
// The exhibits of the museum are about as short as they can be: what `before` ends in is there after at most 1.3 times the shortest run that is
// known from the same disks, found by shrinking it input by input or by going on from its last command breadth first.
#include "engine/hunt/chaos.h"
#include "engine/zab/variants.h"
#include "tests/engine/hunt/run_length.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <algorithm>
#include <iterator>

using namespace zab;
using namespace zab::hunt_tests;

namespace {

/// The shortest runs known, of the exhibit itself or of any other that was tried, with the property that falls.
struct Known {
    const char* name;
    Property falls;
    std::int64_t shortest;
};
constexpr Known kKnown[] = {
    {"1154-before", Property::ProcessConsistency, 36},
    {"1277-before", Property::LocalPrimaryOrder, 49},
    {"2355-before", Property::PrefixConsistency, 83},
    {"2845-before", Property::ProcessConsistency, 72},
    {"3104-before", Property::SameHistorySameTree, 83},
    {"3911-before", Property::LeaderLogCompleteness, 29},
    {"4394-before", Property::TreesConverge, 149},
    {"4643-before", Property::CommittedLogDurability, 49},
    {"4646-before", Property::LeaderLogCompleteness, 29},
    {"4685-before", Property::LeaderElected, 21},
    {"4785-before", Property::CommittedLogDurability, 49},
    {"4785-order-1", Property::CommittedLogDurability, 49},
    {"4785-order-2", Property::CommittedLogDurability, 49},
    {"4785-order-3", Property::CommittedLogDurability, 49},
};

std::string textOf(const char* name) {
    QFile file(QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits/zookeeper-%1.lab").arg(QString::fromUtf8(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// The same run without the defect.
bool isCleanWhenCured(const std::string& text) {
    Script script = scriptOf(text);
    script.scenario.ensemble.variants = {};
    return played(script).checker().violations().empty();
}

class TestMuseumRuns : public QObject {
    Q_OBJECT

private slots:
    void isShort_data() {
        QTest::addColumn<int>("exhibit");
        for (int i = 0; i < int(std::size(kKnown)); ++i) QTest::newRow(kKnown[i].name) << i;
    }
    void isShort() {
        QFETCH(int, exhibit);
        const Known& known = kKnown[exhibit];
        compareLengths(textOf(known.name), known.falls, known.shortest, isCleanWhenCured);
    }
    void allThatEndInAPropertyAreHere() {
        const QDir dir(QStringLiteral(ZAB_SOURCE_DIR "/resources/exhibits"));
        for (const QString& name : dir.entryList({QStringLiteral("zookeeper-*.lab")}, QDir::Files)) {
            const QString id = name.mid(10).chopped(4);
            if (textOf(qPrintable(id)).find("\nexpect violation ") == std::string::npos) continue;
            const bool known = std::any_of(std::begin(kKnown), std::end(kKnown), [&](const Known& k) { return id == QLatin1String(k.name); });
            QVERIFY2(known, qPrintable(id));
        }
    }
    // A follower whose tree is behind (ZOOKEEPER-3023) is nothing that a client or a property could tell from a slow one: its log and its word
    // are right. With ZOOKEEPER-3911 the tree is where one sees how early it serves.
    void anOldTreeBreaksNothingByItself() {
        ChaosOptions options;
        options.lastSeed = 500;
        options.jobs = 2;
        options.variants.defects.add(Defect::Zk3023);
        const ChaosResult r = runChaos(options);
        QVERIFY2(r.findings.empty(), r.findings.empty() ? "" : propertyInfo(r.findings.front().property).id.data());
        Script script = scriptOf(textOf("3911-before"));
        script.scenario.ensemble.variants.defects = options.variants.defects;
        QVERIFY(played(script).checker().violations().empty());
    }
    void theExplorerGoesNoShorterWay() {
        int reached = 0;
        for (const Known& k : kKnown) {
            if (isOfLiveness(k.falls)) continue;
            const std::string text = textOf(k.name);
            const auto shortest = lengthByTheExplorer(text, k.falls, 20000);
            if (!shortest) continue;
            ++reached;
            const std::int64_t length = lengthUntil(text, k.falls);
            qInfo("%s: %lld, by the explorer %lld", k.name, static_cast<long long>(length), static_cast<long long>(*shortest));
            QVERIFY2(length * 10 <= *shortest * 13, k.name);
        }
        QVERIFY(reached >= 4);
    }
};

}  // namespace

QTEST_APPLESS_MAIN(TestMuseumRuns)
#include "tst_museum_runs.moc"
