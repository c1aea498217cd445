// SPDX-License-Identifier: GPL-3.0-or-later
// Every safety property: held by a small stream of events, and violated by the smallest change of it.
#include "engine/base/digest.h"
#include "engine/check/safety.h"

#include <QtTest>

using namespace zab;

namespace {

constexpr Zxid z(Epoch epoch, std::int64_t counter) { return Zxid::make(epoch, counter); }

/// Writes events as an ensemble would, with a rolling history like the engine's.
struct Stream {
    SafetyChecker checker;
    EventId next = 0;

    static std::int64_t roll(std::int64_t history, Zxid zxid, std::int64_t payload) {
        Digest d;
        d.add(history);
        d.add(zxid.value);
        d.add(payload);
        return static_cast<std::int64_t>(d.value() | 1);
    }
    /// History of a list of (zxid, payload) since genesis.
    static std::int64_t history(const std::vector<std::pair<Zxid, std::int64_t>>& txns) {
        std::int64_t h = 0;
        for (const auto& [zxid, payload] : txns) h = roll(h, zxid, payload);
        return h;
    }
    EventId event(EventKind kind, int server, std::array<std::int64_t, 6> args = {}) {
        Event e;
        e.id = next++;
        e.kind = kind;
        e.actor = ServerId{server};
        e.args = args;
        checker.observe(e);
        return e.id;
    }
    void start(int server, const std::vector<std::pair<Zxid, std::int64_t>>& disk = {}) {
        event(EventKind::SnapshotLoaded, server, {0, 0, 0});
        std::int64_t h = 0;
        for (const auto& [zxid, payload] : disk) {
            h = roll(h, zxid, payload);
            event(EventKind::TxnReplayed, server, {zxid.value, payload, h, 0});
        }
        event(EventKind::ServerStarted, server, {disk.empty() ? 0 : disk.back().first.value, 0, 0, h});
    }
    void state(int server, ServerState s, int leader = 0) {
        event(EventKind::StateChanged, server, {static_cast<std::int64_t>(s), leader});
    }
    void closeSession(std::int64_t session) {
        for (const EventKind k : {EventKind::StateChanged, EventKind::SessionExpired, EventKind::SessionClosed}) event(k, 1, {k == EventKind::StateChanged ? 2 : session});
    }
    EventId accept(int server, Epoch epoch, Zxid last, std::int64_t history, int leader) {
        return event(EventKind::NewLeaderAccepted, server, {epoch, last.value, history, leader});
    }
    EventId establish(int server, Epoch epoch, Zxid last, std::int64_t history) {
        return event(EventKind::LeaderEstablished, server, {epoch, last.value, history});
    }
    void serve(int server, Epoch epoch, Zxid last, std::int64_t history, int leader) {
        event(EventKind::ServerServing, server, {epoch, last.value, history, leader});
    }
    EventId propose(int server, Zxid zxid, std::int64_t payload) {
        return event(EventKind::ProposalMade, server, {zxid.value, payload, zxid.epoch()});
    }
    EventId commit(int server, Zxid zxid) { return event(EventKind::Committed, server, {zxid.value, 2, 2}); }
    EventId apply(int server, Zxid zxid, std::int64_t payload, std::int64_t history) {
        return event(EventKind::TxnApplied, server, {zxid.value, payload, history, 1});
    }
    /// Three servers with empty disks; S1 leads `epoch`, all serve.
    void begin(Epoch epoch = 1) {
        for (int s = 1; s <= 3; ++s) start(s);
        state(1, ServerState::Leading, 1);
        for (int s = 2; s <= 3; ++s) state(s, ServerState::Following, 1);
        for (int s = 2; s <= 3; ++s) accept(s, epoch, z(0, 0), 0, 1);
        establish(1, epoch, z(0, 0), 0);
        for (int s = 2; s <= 3; ++s) serve(s, epoch, z(0, 0), 0, 1);
    }
    bool violates(Property p) const {
        for (const ViolationFound& v : checker.violations())
            if (v.property == p) return true;
        return false;
    }
    QString all() const {
        QStringList names;
        for (const ViolationFound& v : checker.violations())
            names << QString::fromUtf8(propertyInfo(v.property).id.data(), static_cast<int>(propertyInfo(v.property).id.size()));
        return names.join(' ');
    }
};

#define HOLDS(stream) QVERIFY2((stream).checker.violations().empty(), qPrintable((stream).all()))
#define ONLY(stream, names) QCOMPARE((stream).all(), QString(names))

}  // namespace

class TestSafety : public QObject {
    Q_OBJECT

private slots:
    void everyPropertyHasWords() {
        for (int i = 0; i < static_cast<int>(Property::Count_); ++i) {
            const PropertyInfo& info = propertyInfo(static_cast<Property>(i));
            QVERIFY(!info.id.empty());
            QVERIFY(QString::fromUtf8(info.sentence).endsWith('.'));
        }
    }

    // --- recipes: events of clients; text 1 is the path ---
    void locksAndTokens_data() {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("names");
        QTest::newRow("held") << 0 << "";
        QTest::newRow("two holders") << 1 << "lockOneHolder";
        QTest::newRow("the first one's session is closed") << 2 << "";
        QTest::newRow("the first one has given back") << 3 << "";
        QTest::newRow("a token is not above the last") << 4 << "fencingTokensAscend";
        QTest::newRow("a smaller token is accepted") << 5 << "fencedResource";
        QTest::newRow("a smaller token is accepted by a resource that does not look") << 6 << "";
        QTest::newRow("a smaller token is refused") << 7 << "";
        QTest::newRow("two readers") << 8 << "";
        QTest::newRow("a reader and a writer") << 9 << "lockOneHolder";
        QTest::newRow("the same one is sure again") << 10 << "";
        QTest::newRow("another lock") << 11 << "";
        QTest::newRow("a barrier lets many pass") << 12 << "";
        QTest::newRow("the same one comes again by the same znode") << 14 << "";
        QTest::newRow("who comes later holds in a session that is closed") << 13 << "";
    }
    void locksAndTokens() {
        QFETCH(int, fault);
        QFETCH(QString, names);
        Stream s;
        const auto client = [&](EventKind kind, int id, std::array<std::int64_t, 6> args, std::int32_t path = 1) {
            Event e;
            e.id = s.next++, e.kind = kind;
            e.actor = ClientId{id};
            e.args = args;
            e.text = path;
            s.checker.observe(e);
        };
        const std::int64_t t1 = z(1, 5).value, t2 = z(1, 9).value;
        const auto acquire = [&](int id, std::int64_t token, bool exclusive = true, bool again = false, std::int32_t path = 1) {
            client(EventKind::RecipeAcquired, id, {id * 100, id, token, exclusive, again}, path);
        };
        const auto answered = [&](std::int64_t token, bool accepted, bool fenced) { client(EventKind::ResourceAnswered, 1, {token, 0, accepted, fenced}); };
        acquire(1, fault == 12 ? 0 : t1, fault != 8 && fault != 9);
        if (fault == 0 || fault == 2) s.closeSession(100);
        if (fault == 13) s.closeSession(200);
        if (fault == 3 || fault == 4 || fault == 14) client(EventKind::RecipeReleased, 1, {100, 1, t1, 1});
        if (fault == 10 || fault == 14) acquire(1, t1, true, fault == 10);
        else if (fault == 11) acquire(2, t2, true, false, 2);
        else if (fault < 5 || fault > 7) acquire(2, fault == 12 ? 0 : fault == 4 ? t1 : t2, fault != 8);
        if (fault >= 5 && fault <= 7) {
            answered(t2, true, true);
            answered(t1, fault != 7, fault != 6);
        }
        ONLY(s, names);
    }

    void ordinaryRunHolds() {
        Stream s;
        s.begin();
        std::int64_t h = 0;
        for (int i = 1; i <= 1000; ++i) {
            s.propose(1, z(1, i), 100 + i);
            s.commit(1, z(1, i));
            h = Stream::roll(h, z(1, i), 100 + i);
            for (int server = 1; server <= 3; ++server) s.apply(server, z(1, i), 100 + i, h);
        }
        HOLDS(s);
    }

    void uncommittedTailOfTheNewLeaderIsCommitted() {
        Stream s;
        s.begin();
        const auto h1 = Stream::history({{z(1, 1), 5}});
        s.propose(1, z(1, 1), 5);
        s.event(EventKind::LogAppended, 2, {z(1, 1).value, 5, 0, 0});
        s.event(EventKind::ServerCrashed, 1);
        s.state(2, ServerState::Looking);
        s.state(3, ServerState::Looking);
        s.event(EventKind::TxnReplayed, 2, {z(1, 1).value, 5, h1, 0});
        s.state(2, ServerState::Leading, 2);
        s.state(3, ServerState::Following, 2);
        s.accept(3, 2, z(0, 0), 0, 2);
        s.establish(2, 2, z(1, 1), h1);
        s.serve(3, 2, z(0, 0), 0, 2);
        s.apply(3, z(1, 1), 5, h1);
        s.propose(2, z(2, 1), 6);
        s.commit(2, z(2, 1));
        s.apply(2, z(2, 1), 6, Stream::history({{z(1, 1), 5}, {z(2, 1), 6}}));
        HOLDS(s);
    }

    void uncommittedTailThatDisappearsIsNoViolation() {
        Stream s;
        s.begin();
        s.propose(1, z(1, 1), 5);   // on the leader's disk only
        s.event(EventKind::LogAppended, 1, {z(1, 1).value, 5, 0, 0});
        s.event(EventKind::ServerCrashed, 1);
        s.state(2, ServerState::Leading, 2);
        s.state(3, ServerState::Following, 2);
        s.accept(3, 2, z(0, 0), 0, 2);
        s.establish(2, 2, z(0, 0), 0);
        const auto h2 = Stream::history({{z(2, 1), 6}});
        s.propose(2, z(2, 1), 6);
        s.commit(2, z(2, 1));
        s.apply(2, z(2, 1), 6, h2);
        s.start(1, {{z(1, 1), 5}});
        s.state(1, ServerState::Following, 2);
        s.event(EventKind::LogTruncated, 1, {0});
        s.accept(1, 2, z(0, 0), 0, 2);
        s.serve(1, 2, z(0, 0), 0, 2);
        s.apply(1, z(2, 1), 6, h2);
        HOLDS(s);
    }

    void leadership() {
        Stream s;
        s.begin();
        s.state(2, ServerState::Leading, 2);
        s.establish(2, 1, z(0, 0), 0);
        ONLY(s, "Leadership1 Leadership2");

        Stream later;   // not at the same time: only Leadership2
        later.begin();
        later.event(EventKind::ServerCrashed, 1);
        later.state(2, ServerState::Leading, 2);
        const EventId decisive = later.establish(2, 1, z(0, 0), 0);
        ONLY(later, "Leadership2");
        QCOMPARE(later.checker.violations().front().event, decisive);

        Stream good;
        good.begin();
        good.event(EventKind::ServerCrashed, 1);
        good.state(2, ServerState::Leading, 2);
        good.establish(2, 2, z(0, 0), 0);
        HOLDS(good);
    }

    void agreementAndPrefixConsistency() {
        Stream s;
        s.begin();
        s.propose(1, z(1, 1), 5);
        s.commit(1, z(1, 1));
        s.apply(1, z(1, 1), 5, Stream::history({{z(1, 1), 5}}));
        s.apply(2, z(1, 1), 9, Stream::history({{z(1, 1), 9}}));   // another content under the same zxid
        QVERIFY(s.violates(Property::Agreement));
        QVERIFY(s.violates(Property::PrefixConsistency));
        QVERIFY(s.violates(Property::Integrity));   // nobody broadcast that content
        QVERIFY(!s.violates(Property::TotalOrder));
    }

    void prefixConsistencyOfWhatIsServed() {
        const std::vector<std::pair<Zxid, std::int64_t>> mine{{z(1, 1), 5}, {z(1, 2), 6}}, other{{z(1, 1), 5}, {z(1, 2), 7}};
        for (const bool same : {true, false}) {
            Stream s;
            s.start(1, mine);
            s.start(2, same ? mine : other);
            s.state(1, ServerState::Leading, 1);
            s.state(2, ServerState::Following, 1);
            s.establish(1, 2, z(1, 2), Stream::history(mine));
            s.serve(2, 2, z(1, 2), Stream::history(same ? mine : other), 1);
            QCOMPARE(s.all(), same ? QString() : QString("PrefixConsistency Agreement"));
        }
    }

    void totalOrder() {
        Stream s;
        s.begin();
        const std::vector<std::pair<Zxid, std::int64_t>> txns{{z(1, 1), 5}, {z(1, 2), 6}};
        for (const auto& [zxid, payload] : txns) s.propose(1, zxid, payload);
        for (const auto& [zxid, payload] : txns) s.commit(1, zxid);
        s.apply(1, z(1, 1), 5, Stream::history({txns[0]}));
        s.apply(1, z(1, 2), 6, Stream::history(txns));
        HOLDS(s);
        s.apply(2, z(1, 2), 6, Stream::history({txns[1]}));   // without 1.1 before it
        ONLY(s, "LocalPrimaryOrder PrefixConsistency TotalOrder");
    }

    void localPrimaryOrder() {
        Stream s;
        s.begin();
        s.propose(1, z(1, 1), 5);
        HOLDS(s);
        const EventId decisive = s.propose(1, z(1, 3), 6);   // a number is skipped
        ONLY(s, "LocalPrimaryOrder");
        QCOMPARE(s.checker.violations().front().event, decisive);
    }

    void globalPrimaryOrder() {
        Stream s;
        s.begin(2);
        s.propose(1, z(2, 1), 5);
        s.commit(1, z(2, 1));
        const auto h = Stream::history({{z(2, 1), 5}});
        s.apply(1, z(2, 1), 5, h);
        HOLDS(s);
        s.apply(1, z(1, 7), 6, Stream::roll(h, z(1, 7), 6));   // an older epoch afterwards
        QVERIFY(s.violates(Property::GlobalPrimaryOrder));
    }

    void integrity() {
        Stream s;
        s.begin();
        s.apply(1, z(1, 1), 5, Stream::history({{z(1, 1), 5}}));   // never broadcast
        QVERIFY(s.violates(Property::Integrity));

        Stream disk;   // stood on a disk at the beginning
        const std::vector<std::pair<Zxid, std::int64_t>> txns{{z(1, 1), 5}};
        disk.start(1, txns);
        disk.start(2);
        disk.state(1, ServerState::Leading, 1);
        disk.state(2, ServerState::Following, 1);
        disk.establish(1, 2, z(1, 1), Stream::history(txns));
        disk.serve(2, 2, z(0, 0), 0, 1);
        disk.apply(2, z(1, 1), 5, Stream::history(txns));
        HOLDS(disk);

        Stream commit;
        commit.begin();
        commit.commit(1, z(1, 1));
        ONLY(commit, "Integrity");
    }

    void primaryIntegrity() {
        Stream s;   // S2 broadcasts in epoch 2, afterwards something of epoch 1 is delivered
        s.begin();
        s.propose(1, z(1, 1), 5);
        s.state(2, ServerState::Leading, 2);
        s.establish(2, 2, z(0, 0), 0);
        s.propose(2, z(2, 1), 6);
        HOLDS(s);
        s.commit(1, z(1, 1));
        QVERIFY(s.violates(Property::PrimaryIntegrity));

        Stream late;   // a primary broadcasts without having delivered what was committed before
        late.begin();
        late.propose(1, z(1, 1), 5);
        late.commit(1, z(1, 1));
        late.apply(1, z(1, 1), 5, Stream::history({{z(1, 1), 5}}));
        late.state(2, ServerState::Leading, 2);
        late.propose(2, z(2, 1), 6);
        ONLY(late, "PrimaryIntegrity");
    }

    void processConsistency() {
        const std::vector<std::pair<Zxid, std::int64_t>> leader{{z(1, 1), 5}, {z(1, 2), 6}};
        for (const bool good : {true, false}) {
            Stream s;
            s.start(1, leader);
            const std::vector<std::pair<Zxid, std::int64_t>> follower{{z(1, 1), good ? 5 : 8}};
            s.start(2, follower);
            s.state(1, ServerState::Leading, 1);
            s.state(2, ServerState::Following, 1);
            s.accept(2, 2, z(1, 1), Stream::history(follower), 1);
            QCOMPARE(s.all(), good ? QString() : QString("processConsistency"));
        }
        Stream extra;   // the follower has kept something that its leader does not have
        extra.start(1, leader);
        auto more = leader;
        more.push_back({z(1, 3), 7});
        extra.start(2, more);
        extra.state(1, ServerState::Leading, 1);
        extra.state(2, ServerState::Following, 1);
        extra.accept(2, 2, z(1, 3), Stream::history(more), 1);
        ONLY(extra, "processConsistency");
    }

    void proposalsNotYetAppliedByTheLeaderAreConsistent() {
        Stream s;
        s.begin();
        s.propose(1, z(1, 1), 5);
        s.start(3);
        s.state(3, ServerState::Following, 1);
        s.accept(3, 1, z(1, 1), Stream::history({{z(1, 1), 5}}), 1);
        HOLDS(s);
    }

    void monotonicRead() {
        Stream s;
        s.begin();
        s.propose(1, z(1, 1), 5);
        s.state(2, ServerState::Leading, 2);
        s.establish(2, 2, z(0, 0), 0);
        HOLDS(s);
        s.commit(1, z(1, 1));   // the old leader commits what the new one does not have
        ONLY(s, "monotonicRead");

        Stream good;   // the new leader has it in its history: the old one's late word changes nothing
        good.begin();
        good.propose(1, z(1, 1), 5);
        const auto h = Stream::history({{z(1, 1), 5}});
        good.state(2, ServerState::Looking);
        good.event(EventKind::TxnReplayed, 2, {z(1, 1).value, 5, h, 0});
        good.state(2, ServerState::Leading, 2);
        good.establish(2, 2, z(1, 1), h);
        good.commit(1, z(1, 1));
        good.apply(1, z(1, 1), 5, h);
        HOLDS(good);
    }

    void leaderLogCompleteness() {
        for (const bool good : {true, false}) {
            Stream s;
            s.begin();
            const auto h = Stream::history({{z(1, 1), 5}});
            s.propose(1, z(1, 1), 5);
            s.commit(1, z(1, 1));
            s.apply(1, z(1, 1), 5, h);
            s.event(EventKind::ServerCrashed, 1);
            if (good) s.apply(2, z(1, 1), 5, h);
            s.state(2, ServerState::Leading, 2);
            s.establish(2, 2, good ? z(1, 1) : z(0, 0), good ? h : 0);
            QCOMPARE(s.all(), good ? QString() : QString("leaderLogCompleteness"));
        }
        Stream unapplied;   // committed by the quorum's word, applied by nobody yet
        unapplied.begin();
        unapplied.propose(1, z(1, 1), 5);
        unapplied.commit(1, z(1, 1));
        unapplied.event(EventKind::ServerCrashed, 1);
        unapplied.state(2, ServerState::Leading, 2);
        unapplied.establish(2, 2, z(0, 0), 0);
        ONLY(unapplied, "leaderLogCompleteness");
    }

    void committedLogDurability() {
        for (const bool good : {true, false}) {
            Stream s;
            s.begin();
            const auto h1 = Stream::history({{z(1, 1), 5}});
            const auto h2 = Stream::history({{z(1, 1), 5}, {z(1, 2), 6}});
            s.propose(1, z(1, 1), 5);
            s.propose(1, z(1, 2), 6);
            s.commit(1, z(1, 1));
            s.apply(1, z(1, 1), 5, h1);
            s.apply(2, z(1, 1), 5, h1);
            if (!good) {
                s.commit(1, z(1, 2));
                s.apply(1, z(1, 2), 6, h2);
            }
            s.event(EventKind::ServerCrashed, 2);
            s.start(2, {{z(1, 1), 5}, {z(1, 2), 6}});
            s.state(2, ServerState::Following, 1);
            s.event(EventKind::LogTruncated, 2, {z(1, 1).value});
            QCOMPARE(s.all(), good ? QString() : QString("committedLogDurability"));
        }
        Stream snap;   // a snapshot that lacks what the server had
        snap.begin();
        snap.propose(1, z(1, 1), 5);
        snap.commit(1, z(1, 1));
        snap.apply(2, z(1, 1), 5, Stream::history({{z(1, 1), 5}}));
        snap.state(2, ServerState::Looking);
        snap.state(2, ServerState::Following, 3);
        const EventId decisive = snap.event(EventKind::SnapshotLoaded, 2, {0, 0, 0});
        snap.accept(2, 2, z(0, 0), 0, 3);
        ONLY(snap, "committedLogDurability");
        QCOMPARE(snap.checker.violations().front().event, decisive);
    }

    void aServerFarBehindIsCheckedWhenItCatchesUp() {
        Stream s;
        s.begin();
        const std::int64_t n = RecentLog<int>::kKept * 3;
        std::vector<std::int64_t> histories{0};
        for (std::int64_t i = 1; i <= n; ++i) {
            s.propose(1, z(1, i), 100 + i);
            s.commit(1, z(1, i));
            histories.push_back(Stream::roll(histories.back(), z(1, i), 100 + i));
            s.apply(1, z(1, i), 100 + i, histories.back());
        }
        const SafetyChecker copy = s.checker;   // a copy goes its own way
        for (std::int64_t i = 1; i <= n; ++i) s.apply(2, z(1, i), 100 + i, histories[static_cast<std::size_t>(i)]);
        HOLDS(s);
        s.checker = copy;
        for (std::int64_t i = 1; i <= n; ++i) s.apply(3, z(1, i), 100 + i, histories[static_cast<std::size_t>(i)] + (i >= 10 ? 2 : 0));
        QVERIFY(s.violates(Property::PrefixConsistency));
    }

    void recentLogKeepsTheNewest() {
        RecentLog<int> log;
        for (int i = 0; i < 100000; ++i) log.push(i);
        QVERIFY(log.size() >= RecentLog<int>::kKept);
        QVERIFY(log.size() <= RecentLog<int>::kKept + RecentLog<int>::kChunk);
        QCOMPARE(log[log.begin()], static_cast<int>(log.begin()));
        RecentLog<int> copy = log;
        copy.cut(99990);
        copy.push(-1);
        copy.edit(99980) = -2;
        QCOMPARE(log[99990], 99990);
        QCOMPARE(log[99980], 99980);
        QCOMPARE(copy.back(), -1);
        QCOMPARE(copy.end(), std::int64_t{99991});
    }
};

QTEST_APPLESS_MAIN(TestSafety)
#include "tst_safety.moc"
