// SPDX-License-Identifier: GPL-3.0-or-later
// PersistentMap beside std::map, through growth, shrinking and copies; and what a copy costs.
#include "engine/base/persistent_map.h"

#include "engine/base/prng.h"

#include <QtTest>

#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <vector>

using namespace zab;

namespace {

/// A key without a rank: every comparison has to look at the keys themselves.
struct PlainKey {
    int a = 0;
    int b = 0;
    auto operator<=>(const PlainKey&) const = default;
};

/// A key whose rank ties for eight neighbours at a time.
struct CoarseKey {
    int n = 0;
    std::uint64_t orderRank() const { return static_cast<std::uint64_t>(n + 8) / 8; }
    auto operator<=>(const CoarseKey&) const = default;
};

int makeKey(int n, int) { return n - 500; }
std::string makeKey(int n, const std::string&) { return (n % 2 ? "/services/locks/write-" : "/s") + std::to_string(n); }
PlainKey makeKey(int n, PlainKey) { return {n % 7, n / 7}; }
CoarseKey makeKey(int n, CoarseKey) { return {n}; }

/// Counts its copies and its living objects.
struct Counted {
    static inline int copies = 0;
    static inline std::atomic<int> alive = 0;
    explicit Counted(int v = 0) : value(v) { ++alive; }
    Counted(const Counted& o) : value(o.value) {
        ++copies;
        ++alive;
    }
    Counted(Counted&& o) noexcept : value(o.value) { ++alive; }
    Counted& operator=(const Counted&) = default;
    ~Counted() { --alive; }
    int value;
};

template <class Map, class Reference>
bool sameContent(const Map& map, const Reference& reference) {
    if (map.size() != reference.size()) return false;
    auto expected = reference.begin();
    for (const auto& [key, value] : map) {
        if (!(key == expected->first) || value != expected->second) return false;
        ++expected;
    }
    return true;
}

template <class K, class Compare>
class Pair {
public:
    explicit Pair(std::uint64_t seed) : m_prng(seed) {}

    /// Grows, shrinks, grows again; keeps copies and looks at them at the end.
    void run(int steps, int keys) {
        for (int i = 0; i < steps; ++i) {
            const bool shrinking = (i / (steps / 4)) % 2 == 1;
            step(makeKey(static_cast<int>(m_prng.below(keys)), K{}), shrinking ? 85 : 30);
            if (i % (steps / 16) == 0) m_kept.emplace_back(m_map, m_reference);
        }
        QVERIFY(sameContent(m_map, m_reference));
        for (const auto& [map, reference] : m_kept) QVERIFY(sameContent(map, reference));
        checkBounds(keys);
        drain(keys);
        for (const auto& [map, reference] : m_kept) QVERIFY(sameContent(map, reference));
    }

private:
    void step(const K& key, int erasePercent) {
        const int value = static_cast<int>(m_prng.below(1000));
        const auto at = m_reference.find(key);
        const int* found = m_map.find(key);
        QCOMPARE(found != nullptr, at != m_reference.end());
        if (found) QCOMPARE(*found, at->second);
        if (m_prng.below(100) < erasePercent) {
            QCOMPARE(m_map.erase(key), m_reference.erase(key) == 1);
        } else if (m_prng.below(3) == 0) {
            int* edited = m_map.edit(key);
            QCOMPARE(edited != nullptr, at != m_reference.end());
            if (edited) *edited = at->second = value;
        } else if (m_prng.below(2) == 0) {
            const auto [kept, fresh] = m_map.tryEmplace(key, value);
            QCOMPARE(fresh, m_reference.try_emplace(key, value).second);
            QCOMPARE(*kept, m_reference.at(key));
        } else {
            m_map.insertOrAssign(key, value);
            m_reference.insert_or_assign(key, value);
        }
    }
    void checkBounds(int keys) {
        for (int n = -1; n <= keys; ++n) {
            const K key = makeKey(n, K{});
            auto expected = m_reference.lower_bound(key);
            auto it = m_map.lowerBound(key);
            for (int i = 0; i < 3 && expected != m_reference.end(); ++i, ++it, ++expected) {
                QVERIFY(it != m_map.end());
                QVERIFY(it->first == expected->first);
            }
            if (expected == m_reference.end()) QVERIFY(it == m_map.end());
        }
    }
    void drain(int keys) {
        for (int n = 0; n < keys; ++n) m_map.erase(makeKey(n, K{}));
        QVERIFY(m_map.empty());
        QVERIFY(m_map.begin() == m_map.end());
    }

    using Map = PersistentMap<K, int, Compare>;
    using Reference = std::map<K, int, Compare>;
    Prng m_prng;
    Map m_map;
    Reference m_reference;
    std::vector<std::pair<Map, Reference>> m_kept;
};

}  // namespace

class TestPersistentMap : public QObject {
    Q_OBJECT
private slots:
    void anEmptyMapHasNothing();
    void behavesAsStdMap_data();
    void behavesAsStdMap();
    void findsStringsByViews();
    void aUniqueMapChangesInPlace();
    void aCopyCopiesNoValueAndAChangeCopiesOne();
    void changingACopyLeavesTheOther();
    void editedValuesStayWhereTheyAre();
    void forEachFromStopsWhenTold();
    void equalityLooksAtContent();
    void nothingLeaks();
    void copiesLiveInDifferentThreads();
    void aMillionEntriesComeAndGo();
};

void TestPersistentMap::anEmptyMapHasNothing() {
    PersistentMap<int, int> map;
    QVERIFY(map.empty());
    QVERIFY(map.find(1) == nullptr);
    QVERIFY(map.edit(1) == nullptr);
    QVERIFY(!map.erase(1));
    QVERIFY(map.begin() == map.end());
    QVERIFY(map.lowerBound(0) == map.end());
    const auto copy = map;
    QVERIFY(copy == map);
}

void TestPersistentMap::behavesAsStdMap_data() {
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("keys");
    QTest::newRow("one node") << 400 << 10;
    QTest::newRow("two levels") << 4000 << 200;
    QTest::newRow("many levels") << 60000 << 9000;
}

void TestPersistentMap::behavesAsStdMap() {
    QFETCH(int, steps);
    QFETCH(int, keys);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Pair<int, std::less<>>(seed).run(steps, keys);
        Pair<int, std::greater<>>(seed).run(steps, keys);
        Pair<std::string, std::less<>>(seed).run(steps, keys);
        Pair<PlainKey, std::less<>>(seed).run(steps, keys);
        Pair<CoarseKey, std::less<>>(seed).run(steps, keys);
        if (QTest::currentTestFailed()) QFAIL(qPrintable(QString("seed %1").arg(seed)));
    }
}

void TestPersistentMap::findsStringsByViews() {
    PersistentMap<std::string, int> map;
    map.insertOrAssign("/app", 1);
    map.insertOrAssign("/app/config-a", 2);
    map.insertOrAssign("/app/config-b", 3);
    map.insertOrAssign(std::string("/app\0", 5), 4);  // as rank equal to "/app"
    const std::string longer = "/app/config-bc";
    QCOMPARE(*map.find("/app"), 1);
    QCOMPARE(*map.find(std::string_view(longer).substr(0, 13)), 3);
    QCOMPARE(*map.find(std::string_view("/app\0", 5)), 4);
    QVERIFY(!map.contains(longer));
    QVERIFY(map.erase("/app/config-a"));
    QCOMPARE(map.size(), std::size_t{3});
}

void TestPersistentMap::aUniqueMapChangesInPlace() {
    PersistentMap<int, Counted> map;
    for (int i = 0; i < 1000; ++i) map.tryEmplace(i, i);
    Counted::copies = 0;
    for (int i = 0; i < 1000; ++i) map.edit(i)->value += 1;
    for (int i = 0; i < 1000; i += 3) map.erase(i);
    QCOMPARE(Counted::copies, 0);
    QCOMPARE(map.find(1)->value, 2);
}

void TestPersistentMap::aCopyCopiesNoValueAndAChangeCopiesOne() {
    PersistentMap<int, Counted> map;
    for (int i = 0; i < 1000; ++i) map.tryEmplace(i, i);
    Counted::copies = 0;
    auto copy = map;
    QCOMPARE(Counted::copies, 0);
    copy.edit(500)->value = -1;
    QCOMPARE(Counted::copies, 1);
    copy.edit(500)->value = -2;
    QCOMPARE(Counted::copies, 1);
    copy.tryEmplace(1000, 1000);
    copy.erase(3);
    QCOMPARE(Counted::copies, 1);
    QCOMPARE(map.find(500)->value, 500);
    QCOMPARE(copy.find(500)->value, -2);
}

void TestPersistentMap::changingACopyLeavesTheOther() {
    PersistentMap<std::string, std::string> map;
    for (int i = 0; i < 300; ++i) map.insertOrAssign("key" + std::to_string(i), "old");
    const auto before = map;
    for (int i = 0; i < 300; i += 2) map.erase("key" + std::to_string(i));
    for (int i = 1; i < 300; i += 2) *map.edit("key" + std::to_string(i)) = "new";
    QCOMPARE(map.size(), std::size_t{150});
    QCOMPARE(before.size(), std::size_t{300});
    for (int i = 0; i < 300; ++i) QVERIFY(*before.find("key" + std::to_string(i)) == "old");
    QVERIFY(!(map == before));
}

void TestPersistentMap::editedValuesStayWhereTheyAre() {
    PersistentMap<int, int> map;
    for (int i = 0; i < 500; ++i) map.insertOrAssign(i * 2, i);
    const auto copy = map;
    int* value = map.edit(100);
    for (int i = 0; i < 500; ++i) map.insertOrAssign(i * 2 + 1, i);
    for (int i = 200; i < 900; ++i) map.erase(i);
    *value = -7;
    QCOMPARE(*map.find(100), -7);
    QCOMPARE(*copy.find(100), 50);
}

void TestPersistentMap::forEachFromStopsWhenTold() {
    PersistentMap<int, int> map;
    for (int i = 0; i < 100; ++i) map.insertOrAssign(i, i * i);
    std::vector<int> seen;
    map.forEachFrom(40, [&](int key, int value) {
        seen.push_back(value);
        return key < 42;
    });
    QCOMPARE(seen, (std::vector<int>{1600, 1681, 1764}));
    int sum = 0;
    map.forEach([&](int key, int) { sum += key; });
    QCOMPARE(sum, 4950);
}

void TestPersistentMap::equalityLooksAtContent() {
    PersistentMap<int, int> up;
    PersistentMap<int, int> down;
    for (int i = 0; i < 200; ++i) up.insertOrAssign(i, i);
    for (int i = 400; i-- > 0;) down.insertOrAssign(i, i);
    for (int i = 200; i < 400; ++i) down.erase(i);
    QVERIFY(up == down);
    *down.edit(7) = 8;
    QVERIFY(!(up == down));
    down.erase(7);
    QVERIFY(!(up == down));
}

void TestPersistentMap::nothingLeaks() {
    Counted::alive = 0;
    {
        PersistentMap<std::string, Counted> map;
        std::vector<PersistentMap<std::string, Counted>> kept;
        Prng prng(4);
        for (int i = 0; i < 20000; ++i) {
            const std::string key = "/a/long/common/beginning/" + std::to_string(prng.below(700));
            if (prng.below(2) == 0)
                map.erase(key);
            else
                map.tryEmplace(key, i);
            if (i % 500 == 0) kept.push_back(map);
            if (i % 1500 == 0) kept.erase(kept.begin());
        }
        QVERIFY(Counted::alive > 0);
        map = kept.front();
        map.clear();
    }
    QCOMPARE(Counted::alive.load(), 0);
}

void TestPersistentMap::copiesLiveInDifferentThreads() {
    PersistentMap<int, int> map;
    for (int i = 0; i < 5000; ++i) map.insertOrAssign(i, i);
    const auto work = [](PersistentMap<int, int> mine, int factor, long long& sum) {
        for (int round = 0; round < 20; ++round) {
            const auto before = mine;
            for (int i = round; i < 5000; i += 7) *mine.edit(i) += factor;
            mine.forEach([&](int, int v) { sum += v; });
            before.forEach([&](int, int v) { sum -= v; });
        }
    };
    long long one = 0;
    long long two = 0;
    std::thread a(work, map, 1, std::ref(one));
    std::thread b(work, map, 2, std::ref(two));
    for (int i = 0; i < 5000; ++i) *map.edit(i) = -1;
    a.join();
    b.join();
    QVERIFY(one > 0);
    QCOMPARE(two, 2 * one);
    QCOMPARE(*map.find(4999), -1);
}

void TestPersistentMap::aMillionEntriesComeAndGo() {
    PersistentMap<int, int> map;
    for (int i = 0; i < 1000000; ++i) map.tryEmplace(i, i);
    auto copy = map;
    for (int i = 0; i < 1000000; ++i) {
        if (i != 123456) map.erase(i);
    }
    QCOMPARE(map.size(), std::size_t{1});
    QCOMPARE(*map.find(123456), 123456);
    QCOMPARE(copy.size(), std::size_t{1000000});
    copy.clear();
    QVERIFY(copy.empty());
}

QTEST_APPLESS_MAIN(TestPersistentMap)
#include "tst_persistent_map.moc"
