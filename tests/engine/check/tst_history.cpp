// SPDX-License-Identifier: GPL-3.0-or-later
// What clients see: every property is held by a small stream of events and violated by the smallest change of it, and where writes are
// linearizable is asked of another judge as well, one that searches.
#include "engine/base/prng.h"
#include "engine/check/liveness.h"
#include "engine/check/safety.h"
#include "engine/tree/request.h"
#include "engine/zab/rules.h"

#include <QtTest>

#include <algorithm>
#include <set>
#include <vector>

using namespace zab;

namespace {

constexpr std::int64_t z(std::int64_t counter) { return Zxid::make(1, counter).value; }

/// Events as servers and clients write them.
struct Stream {
    SafetyChecker checker;
    EventId next = 0;
    SimTime now;

    void event(EventKind kind, ActorId actor, ActorId peer, std::array<std::int64_t, 6> args, std::int32_t text = -1, RuleId rule = RuleId::None) {
        Event e;
        e.id = next++;
        e.time = now;
        e.kind = kind;
        e.actor = actor;
        e.peer = peer;
        e.args = args;
        e.text = text;
        e.rule = rule;
        checker.observe(e);
    }
    void connected(int client, int server, std::int64_t session) { event(EventKind::ClientConnected, ClientId{client}, ServerId{server}, {session}); }
    void call(int client, int xid, OpCode op) { event(EventKind::ClientRequest, ClientId{client}, {}, {client, xid, static_cast<std::int64_t>(op)}); }
    void reply(int client, int xid, OpCode op, std::int64_t zxid) {
        event(EventKind::ClientReply, ClientId{client}, {}, {client, xid, static_cast<std::int64_t>(op), 0, zxid});
    }
    void propose(std::int64_t zxid, int client, int xid) { event(EventKind::ProposalMade, ServerId{1}, {}, {zxid, 7, 1, client, xid}); }
    void apply(int server, std::int64_t zxid, std::int64_t history, std::int64_t tree) {
        event(EventKind::TxnApplied, ServerId{server}, {}, {zxid, 7, history, 0, tree});
    }
    void watch(int server, int client, OpCode op, std::int32_t path) { event(EventKind::WatchSet, ServerId{server}, ClientId{client}, {client, static_cast<std::int64_t>(op)}, path); }
    void fire(int server, int client, WatchEventType type, std::int32_t path, RuleId rule = RuleId::WatchTriggered) {
        event(EventKind::WatchFired, ServerId{server}, ClientId{client}, {client, static_cast<std::int64_t>(type)}, path, rule);
    }
    void state(int server, ServerState s) { event(EventKind::StateChanged, ServerId{server}, {}, {static_cast<std::int64_t>(s), 0}); }
    bool violates(Property p) const {
        const auto& all = checker.violations();
        return std::any_of(all.begin(), all.end(), [p](const ViolationFound& v) { return v.property == p; });
    }
    bool isGood() const { return checker.violations().empty(); }
};

// --- The other judge: is there any order? -------------------------------------------------------------------------------

/// A write to one znode as its client sees it: the version that the answer names; 0: no answer came.
struct Write {
    int called = 0, answered = 0;   ///< moments; answered 0: never
    int version = 0;
    int client = 0, xid = 0;
    std::int64_t zxid = 0;
};

/// Wing and Gong: tries every operation next that was called before the first answer among those left, and remembers what has been tried.
class Search {
public:
    explicit Search(const std::vector<Write>& history) : m_history(history) {}
    bool isLinearizable() { return goesOn(0, 0); }

private:
    bool goesOn(unsigned done, int version) {
        if (!m_tried.insert(done).second) return false;
        int firstAnswer = INT32_MAX;
        bool over = true;
        for (std::size_t i = 0; i < m_history.size(); ++i) {
            if ((done >> i & 1) != 0 || m_history[i].answered == 0) continue;
            over = false;
            firstAnswer = std::min(firstAnswer, m_history[i].answered);
        }
        if (over) return true;   // what has no answer need not have happened
        for (std::size_t i = 0; i < m_history.size(); ++i) {
            const Write& w = m_history[i];
            if ((done >> i & 1) != 0 || w.called > firstAnswer) continue;
            if (w.answered != 0 && w.version != version + 1) continue;
            if (goesOn(done | 1U << i, version + 1)) return true;
        }
        return false;
    }
    const std::vector<Write>& m_history;
    std::set<unsigned> m_tried;   ///< the version is their number
};

/// Up to nine writes of three clients. `mutate`: one of them takes effect outside of its call, or two get each other's answer.
std::vector<Write> randomHistory(Prng& random, bool mutate) {
    struct Op { int called, effect, answered, client, xid; };
    std::vector<Op> ops;
    for (int client = 1; client <= 3; ++client) {
        int t = 1 + static_cast<int>(random.below(20)) * 10;
        for (int xid = 1; xid <= 1 + random.below(3); ++xid) {
            Op op{t, 0, 0, client, xid};
            op.effect = t + 1 + static_cast<int>(random.below(60));
            op.answered = op.effect + 1 + static_cast<int>(random.below(60));
            t = op.answered + 1 + static_cast<int>(random.below(30));
            ops.push_back(op);
        }
    }
    const auto any = [&]() -> Op& { return ops[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(ops.size())))]; };
    bool swap = false;
    if (mutate) {
        swap = random.below(2) == 0;
        Op& op = any();
        if (!swap) op.effect = random.below(2) == 0 ? op.called - static_cast<int>(random.below(80)) : op.answered + static_cast<int>(random.below(80));
    }
    std::vector<const Op*> order;
    for (const Op& op : ops) order.push_back(&op);
    std::stable_sort(order.begin(), order.end(), [](const Op* a, const Op* b) { return a->effect < b->effect; });
    std::vector<Write> history;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Op& op = *order[i];
        history.push_back({op.called, op.answered, static_cast<int>(i) + 1, op.client, op.xid, z(static_cast<std::int64_t>(i) + 1)});
    }
    if (swap) {
        Write& a = history[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(history.size())))];
        Write& b = history[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(history.size())))];
        std::swap(a.version, b.version);
        std::swap(a.zxid, b.zxid);
    } else if (!mutate && random.below(2) == 0) {   // an answer is lost, though the write has happened
        Write& lost = history[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(history.size())))];
        lost.answered = lost.version = 0;
    }
    return history;
}

bool zxidsAgree(const std::vector<Write>& history) {
    struct Moment { int at; bool answer; const Write* write; };
    std::vector<Moment> moments;
    for (const Write& w : history) {
        moments.push_back({w.called, false, &w});
        if (w.answered != 0) moments.push_back({w.answered, true, &w});
    }
    std::stable_sort(moments.begin(), moments.end(), [](const Moment& a, const Moment& b) { return a.at != b.at ? a.at < b.at : !a.answer && b.answer; });
    Stream s;
    for (const Moment& m : moments) {
        if (m.answer) s.reply(m.write->client, m.write->xid, OpCode::SetData, m.write->zxid);
        else s.call(m.write->client, m.write->xid, OpCode::SetData);
    }
    return s.isGood();
}

}  // namespace

class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void realTimeOrdersWrites() {
        for (const bool broken : {false, true}) {
            Stream s;
            s.call(1, 1, OpCode::Create);
            s.reply(1, 1, OpCode::Create, z(2));
            s.call(2, 1, OpCode::SetData);
            s.reply(2, 1, OpCode::SetData, z(broken ? 1 : 3));
            QCOMPARE(s.violates(Property::LinearizableWrites), broken);
            QCOMPARE(s.isGood(), !broken);
        }
        Stream at;   // called while the other was under way: any order is good
        at.call(1, 1, OpCode::Create);
        at.call(2, 1, OpCode::SetData);
        at.reply(1, 1, OpCode::Create, z(2));
        at.reply(2, 1, OpCode::SetData, z(1));
        QVERIFY(at.isGood());
    }
    void anAnswerBelongsToItsTransaction() {
        for (const int xid : {1, 2}) {
            Stream s;
            s.call(1, 1, OpCode::Create);
            s.propose(z(1), 1, xid);
            s.reply(1, 1, OpCode::Create, z(1));
            QCOMPARE(s.violates(Property::LinearizableWrites), xid != 1);
        }
    }
    void aSessionIsAnsweredInOrder() {
        for (const bool broken : {false, true}) {
            Stream s;
            s.connected(1, 1, 1);
            for (int xid : {1, 2}) s.call(1, xid, OpCode::GetData);
            s.reply(1, broken ? 2 : 1, OpCode::GetData, z(1));
            s.reply(1, broken ? 1 : 2, OpCode::GetData, z(1));
            QCOMPARE(s.violates(Property::SessionOrder), broken);
        }
    }
    void readsNeverGoBackInASession() {
        for (const bool broken : {false, true}) {
            Stream s;
            s.connected(1, 1, 1);
            s.reply(1, 1, OpCode::GetData, z(5));
            s.connected(1, 2, 1);   // another server, the same session
            s.reply(1, 2, OpCode::GetData, z(broken ? 4 : 5));
            QCOMPARE(s.violates(Property::SessionMonotonicReads), broken);
        }
        Stream other;   // another session may see less
        other.reply(1, 1, OpCode::GetData, z(5));
        other.event(EventKind::ClientReply, ClientId{1}, {}, {99, 1, static_cast<std::int64_t>(OpCode::GetData), 0, z(4)});
        QVERIFY(!other.violates(Property::SessionMonotonicReads));
    }
    void theNoticeComesBeforeTheRead() {
        for (const bool broken : {false, true}) {
            Stream s;
            s.connected(1, 2, 1);
            s.watch(2, 1, OpCode::GetData, 0);
            s.apply(2, z(3), 11, 0);
            s.fire(2, 1, WatchEventType::NodeDataChanged, 0);
            if (!broken) s.event(EventKind::ClientWatchEvent, ClientId{1}, ServerId{2}, {1, static_cast<std::int64_t>(WatchEventType::NodeDataChanged)});
            s.reply(1, 1, OpCode::GetData, z(3));
            QCOMPARE(s.violates(Property::WatchBeforeRead), broken);
        }
    }
    void aWatchFiresOnce() {
        const auto twice = [](WatchEventType first, WatchEventType second, OpCode op) {
            Stream s;
            s.watch(2, 1, op, 0);
            s.fire(2, 1, first, 0);
            s.fire(2, 1, second, 0);
            return s.violates(Property::OneShotWatch);
        };
        QVERIFY(twice(WatchEventType::NodeDataChanged, WatchEventType::NodeDataChanged, OpCode::GetData));
        QVERIFY(twice(WatchEventType::NodeChildrenChanged, WatchEventType::NodeDeleted, OpCode::GetChildren));
        Stream s;
        s.watch(2, 1, OpCode::GetData, 0);
        s.watch(2, 1, OpCode::GetChildren, 0);
        s.fire(2, 1, WatchEventType::NodeChildrenChanged, 0);
        s.fire(2, 1, WatchEventType::NodeDeleted, 0);
        QVERIFY(s.isGood());
        s.fire(2, 1, WatchEventType::NodeCreated, 0, RuleId::WatchMissedMeanwhile);   // it was away: told without a watch
        s.watch(2, 1, OpCode::AddWatch, 0);
        for (int i = 0; i < 3; ++i) s.fire(2, 1, WatchEventType::NodeDataChanged, 0, RuleId::PersistentWatchTriggered);
        QVERIFY(s.isGood());
        s.event(EventKind::ConnectionClosed, ServerId{2}, ClientId{1}, {1});
        s.fire(2, 1, WatchEventType::NodeDataChanged, 0);   // its watches have gone with the connection
        QVERIFY(s.violates(Property::OneShotWatch));
    }
    void aSessionEndsByItsLeaderOrItsClient() {
        for (const ServerState role : {ServerState::Leading, ServerState::Following}) {
            Stream s;
            s.state(1, role);
            s.event(EventKind::SessionExpired, ServerId{1}, {}, {1, 4000});
            s.event(EventKind::ClientSessionExpired, ClientId{1}, ServerId{1}, {1, 0});   // it has seen nothing: a deposed leader may say so
            QVERIFY(s.isGood());
            s.event(EventKind::ClientSessionExpired, ClientId{1}, ServerId{1}, {1, z(3)});
            QCOMPARE(s.violates(Property::SessionsEndByCommit), role == ServerState::Following);
        }
        Stream closed;
        closed.call(1, 1, OpCode::CloseSession);
        closed.event(EventKind::SessionClosed, ServerId{1}, {}, {1});
        QVERIFY(closed.isGood());
        closed.event(EventKind::SessionClosed, ServerId{1}, {}, {2});
        QVERIFY(closed.violates(Property::SessionsEndByCommit));
    }
    void oneHistoryMakesOneTree() {
        for (const int tree : {5, 6}) {
            Stream s;
            s.apply(1, z(1), 21, 5);
            s.apply(2, z(1), 21, tree);
            QCOMPARE(s.violates(Property::SameHistorySameTree), tree != 5);
        }
        for (const bool fuzzyFirst : {false, true}) {   // 2 is applied once more by a server whose snapshot reached up to 3
            Stream s;
            if (!fuzzyFirst) s.apply(1, z(3), 23, 7);
            s.apply(2, z(2), 23, 6);
            s.apply(2, z(3), 23, 7);
            if (fuzzyFirst) s.apply(1, z(3), 23, 7);
            QVERIFY(s.isGood());
            s.apply(3, z(3), 23, 8);
            QVERIFY(s.violates(Property::SameHistorySameTree));
        }
    }
    /// S2 has committed 1.1 by being established with it; S1, which proposed it, leads an older epoch and does not know. What S1 makes S3 cut
    /// off is not lost; what S2 makes it cut off is.
    void onlyALeaderThatIsNotDeposedCanLoseSomething() {
        for (const int planner : {1, 2}) {
            Stream s;
            const auto server = [&s](EventKind k, int at, std::array<std::int64_t, 6> args, int peer = 0) { s.event(k, ServerId{at}, peer ? ActorId(ServerId{peer}) : ActorId(), args); };
            for (int i : {1, 2, 3}) server(EventKind::ServerStarted, i, {});
            s.state(1, ServerState::Leading);
            for (int i : {1, 2}) server(EventKind::AcceptedEpochWritten, i, {i});
            server(EventKind::LeaderEstablished, 1, {1, 0, 0});
            server(EventKind::ProposalMade, 1, {z(1), 7, 1, 0, 0});
            for (int i : {2, 3}) server(EventKind::TxnReplayed, i, {z(1), 7, 21, 0});
            s.state(2, ServerState::Leading);
            server(EventKind::LeaderEstablished, 2, {2, z(1), 21});
            server(EventKind::SyncPlanned, planner, {}, 3);
            server(EventKind::LogTruncated, 3, {0}, planner);
            QCOMPARE(s.violates(Property::CommittedLogDurability), planner == 2);
        }
    }
    void aHealedQuorumOwesThree() {
        const auto missing = [](int upTo) {
            Stream s;
            for (int server : {1, 2}) s.event(EventKind::ServerStarted, ServerId{server}, {}, {});
            s.event(EventKind::Demanded, {}, {}, {0b110, sec(10).us});
            if (upTo > 0) s.event(EventKind::LeaderEstablished, ServerId{2}, {}, {1, 0, 0}), s.propose(z(1), 1, 1);
            if (upTo > 0) s.event(EventKind::ProposalMade, ServerId{2}, {}, {z(1), 7, 1, 1, 1});
            if (upTo > 1) s.event(EventKind::Committed, ServerId{2}, {}, {z(1), 2, 2});
            if (upTo > 2)
                for (int server : {1, 2}) s.event(EventKind::TxnApplied, ServerId{server}, {}, {z(1), 7, 21, 1, 5});
            s.now = sec(11);
            s.event(EventKind::TimerFired, ServerId{1}, {}, {});
            for (const Property p : {Property::LeaderElected, Property::Progress, Property::TreesConverge})
                if (s.violates(p)) return p;
            return Property::Count_;
        };
        QCOMPARE(missing(0), Property::LeaderElected);
        QCOMPARE(missing(1), Property::Progress);
        QCOMPARE(missing(2), Property::TreesConverge);
        QCOMPARE(missing(3), Property::Count_);
    }
    /// A thousand small histories, most of them with one thing changed: the zxid as witness and the search for any order agree.
    void theSearchAgrees() {
        Prng random(20261);
        int good = 0, broken = 0;
        for (int i = 0; i < 1000; ++i) {
            const std::vector<Write> history = randomHistory(random, i % 4 != 0);
            const bool linearizable = Search(history).isLinearizable();
            (linearizable ? good : broken) += 1;
            QVERIFY2(zxidsAgree(history) == linearizable, qPrintable(QString("history %1").arg(i)));
            QVERIFY(linearizable || i % 4 != 0);
        }
        QVERIFY(good > 300 && broken > 300);
    }
};

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
