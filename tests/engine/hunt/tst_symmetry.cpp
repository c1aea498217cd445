// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that stand in each other's place count once, exactly where nothing tells them apart: the orbits are counted a second time from
// what can be seen of the states, and every state goes on as those that it is counted with.
#include "engine/hunt/explore.h"
#include "engine/hunt/stage.h"
#include "engine/hunt/state_space.h"
#include "tests/engine/script_of.h"

#include <QtTest>

#include <map>
#include <numeric>
#include <set>
#include <sstream>

using namespace zab;
using zab::tests::scriptOf;

namespace {

ExploreResult exploreText(const std::string& text, bool symmetry, int jobs = 1) {
    const Script script = scriptOf(text);
    ExploreOptions options;
    options.budgets = script.scenario.explore.value_or(ExploreBudgets());
    options.symmetry = symmetry;
    options.jobs = jobs;
    return explore(script, options);
}

std::string serving(int servers, const std::string& client) {
    return "start all\nrun until leader S" + std::to_string(servers) + "\nrun 1s\nC1 connect " + client + "\nrun 500ms\n";
}

/// Every state of a search in which each counts by itself.
struct Everything {
    explicit Everything(const std::string& text, std::vector<Renaming> names = {}) : script(scriptOf(text)), stage(script) {
        shared.renamings = std::move(names);
        StateSpace space(shared, stage.lab().world(), {});
        servers = static_cast<std::size_t>(stage.lab().world().config().serverCount());
        actors = servers + stage.lab().world().clients().size();
        add(space.first(stage.lab().world(), stage.checker(), Purse(*script.scenario.explore)));
        std::vector<Move> moves;
        State to;
        for (std::size_t i = 0; i < states.size(); ++i) {
            const State from = states[i];
            next.emplace_back();
            space.moves(from, moves);
            for (const Move& m : moves) {
                if (!space.step(from, m, to)) continue;
                add(to);
                next[i].push_back(to);
            }
        }
    }
    /// As it is (0), or by one of the renamings.
    Digest128 digest(const State& s, std::size_t renaming) const {
        Digest128 sum;
        const auto more = [&](const Fingerprints& f) { sum += renaming == 0 ? f.own : f.renamed[renaming - 1]; };
        more(shared.surroundings[s[0]].digest);
        more(shared.checkers[s[1]].digest);
        sum += shared.purses[s[2]].digest;
        for (std::size_t i = 3; i < s.size(); ++i) more(i < 3 + actors ? shared.actors[s[i]].digest : shared.queues[s[i]].digest);
        return sum;
    }
    void add(const State& s) {
        if (places.try_emplace(digest(s, 0), states.size()).second) states.push_back(s);
    }

    Script script;
    Stage stage;
    Shared shared;
    std::size_t servers = 0, actors = 0;
    std::vector<State> states;
    std::vector<std::vector<State>> next;
    std::map<Digest128, std::size_t> places;
};

/// What can be seen of a state, with each server in the place that `place` gives it.
class Portrait {
public:
    Portrait(const Everything& all, const State& s, const std::vector<std::size_t>& place) : m_all(all), m_s(s), m_place(place) {}
    std::string text() {
        std::vector<std::string> parts(m_all.actors + m_all.actors * m_all.actors);
        for (std::size_t i = 0; i < m_all.actors; ++i) parts[seat(i)] = actor(i);
        for (std::size_t a = 0; a < m_all.actors; ++a)
            for (std::size_t b = 0; b < m_all.actors; ++b) parts[m_all.actors + seat(a) * m_all.actors + seat(b)] = packets(a, b);
        return std::accumulate(parts.begin(), parts.end(), std::to_string(m_s[2]), [](const std::string& a, const std::string& b) { return a + "\n" + b; });
    }

private:
    std::size_t seat(std::size_t i) const { return i < m_all.servers ? m_place[i] : i; }
    std::string actor(std::size_t i) const {
        const auto& part = m_all.shared.actors[m_s[3 + i]].part;
        std::ostringstream out;
        if (const auto* client = std::get_if<ClientPart>(&part)) {
            const Client& c = client->host->client;
            out << c.lastZxid().value << ' ' << c.outstanding() << ' ' << c.lastXid() << ' ' << c.events().waiting().size() << ' ' << client->own.size();
            return out.str();
        }
        const auto& server = std::get<ServerPart>(part);
        const Replica& r = server.host->server.replica();
        out << r.role().index() << ' ' << r.lastProcessed().value << ' ' << r.disk().log.last().value << ' ' << r.disk().log.unsynced() << ' ' << r.syncQueue().size() << ' ' << r.fsyncing();
        for (const PendingInput& in : server.own) out << ' ' << static_cast<int>(in.kind) << '.' << static_cast<int>(in.timer);
        if (const auto* learning = std::get_if<Learning>(&r.role())) out << " pending " << learning->pending.size();
        const auto* leading = std::get_if<Leading>(&r.role());
        for (const Outstanding& o : leading ? leading->outstanding : std::deque<Outstanding>()) {
            std::set<std::size_t> acks;
            o.acks.forEach([&](ServerId s) { acks.insert(seat(static_cast<std::size_t>(s.value - 1))); });
            out << " waits " << o.txn->zxid.value;
            for (const std::size_t a : acks) out << '+' << a;
        }
        return out.str();
    }
    std::string packets(std::size_t a, std::size_t b) const {
        std::ostringstream out;
        for (const std::uint32_t p : m_all.shared.queues[m_s[3 + m_all.actors + a * m_all.actors + b]].packets) {
            const PendingInput& in = m_all.shared.packets[p].flying.in;
            out << messageName(messageType(in.message)) << messageZxid(in.message).value << ' ';
        }
        return out.str();
    }
    const Everything& m_all;
    const State& m_s;
    const std::vector<std::size_t>& m_place;
};

}  // namespace

class TestSymmetry : public QObject {
    Q_OBJECT

private slots:
    void orbitsAreCounted_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("alike");   // servers, from 0
        const auto row = [](const char* name, const std::string& text, const QList<int>& alike) { QTest::newRow(name) << QString::fromStdString(text) << alike; };
        row("two followers", "servers 3\nexplore writes 1\n" + serving(3, "S3"), {0, 1});
        row("three that have no client", "servers 5\nexplore writes 1\n" + serving(5, "S2"), {0, 2, 3});
        row("four", "servers 5\nexplore writes 1\n" + serving(5, "S5"), {0, 1, 2, 3});
    }
    void orbitsAreCounted() {
        QFETCH(QString, text);
        QFETCH(QList<int>, alike);
        const Everything all(text.toStdString());
        std::set<std::string> seen, orbits;
        for (const State& s : all.states) {
            std::vector<std::size_t> place(all.servers);
            std::iota(place.begin(), place.end(), std::size_t{0});
            seen.insert(Portrait(all, s, place).text());
            std::string least;
            QList<int> order = alike;
            do {
                for (qsizetype i = 0; i < alike.size(); ++i) place[static_cast<std::size_t>(alike[i])] = static_cast<std::size_t>(order[i]);
                const std::string one = Portrait(all, s, place).text();
                if (least.empty() || one < least) least = one;
            } while (std::next_permutation(order.begin(), order.end()));
            orbits.insert(least);
        }
        QCOMPARE(seen.size(), all.states.size());   // what is seen tells all states apart
        const ExploreResult without = exploreText(text.toStdString(), false), with = exploreText(text.toStdString(), true);
        QCOMPARE(without.totals.distinct, all.states.size());
        QCOMPARE(without.renamings, std::size_t{1});
        QCOMPARE(with.totals.distinct, orbits.size());
        QVERIFY(orbits.size() < seen.size());
        QCOMPARE(with.end, ExploreResult::End::Exhausted);
        QCOMPARE(with.totals.depth, without.totals.depth);
        QVERIFY(with.rulesHit == without.rulesHit);
        const ExploreResult two = exploreText(text.toStdString(), true, 2);
        QCOMPARE(two.totals.distinct, with.totals.distinct);
        QCOMPARE(two.totals.generated, with.totals.generated);
    }

    // For every state and every renaming: the renamed state is there, and its moves lead to the renamed ones of those behind this.
    void exchangedStatesGoOnAlike_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("two followers") << QString::fromStdString("servers 3\nexplore writes 2 reads 1\n" + serving(3, "S3"));
        QTest::newRow("four followers") << QString::fromStdString("servers 5\nexplore writes 1\n" + serving(5, "S5"));
        QTest::newRow("two groups") << QString::fromStdString("servers 5\nobservers S1 S2\nexplore writes 1\n" + serving(5, "S5"));
    }
    void exchangedStatesGoOnAlike() {
        QFETCH(QString, text);
        const Script script = scriptOf(text.toStdString());
        const Stage stage(script);
        const std::vector<Renaming> names = renamings(stage.lab().world(), stage.checker(), Purse(*script.scenario.explore));
        QVERIFY(!names.empty());
        const Everything all(text.toStdString(), names);
        QVERIFY(!all.shared.asymmetric);
        const auto behind = [&](std::size_t i, std::size_t renaming) {
            std::multiset<Digest128> digests;
            for (const State& s : all.next[i]) digests.insert(all.digest(s, renaming));
            return digests;
        };
        std::set<Digest128> orbits;
        for (std::size_t i = 0; i < all.states.size(); ++i) {
            Digest128 least = all.digest(all.states[i], 0);
            for (std::size_t r = 1; r <= names.size(); ++r) least = std::min(least, all.digest(all.states[i], r));
            orbits.insert(least);
            for (std::size_t r = 1; r <= names.size(); ++r) {
                const auto other = all.places.find(all.digest(all.states[i], r));
                QVERIFY2(other != all.places.end(), qPrintable(QString::number(i)));
                QVERIFY2(behind(i, r) == behind(other->second, 0), qPrintable(QString::number(i)));
            }
        }
        QCOMPARE(exploreText(text.toStdString(), true).totals.distinct, orbits.size());
    }

    void notWhereIdsDecide_data() {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const std::string& text) { QTest::newRow(name) << QString::fromStdString(text); };
        for (const char* fault : {"crashes", "restarts", "cuts", "drops", "timeouts"}) row(fault, "servers 3\nexplore writes 1 " + std::string(fault) + " 1\n" + serving(3, "S3"));
        row("elections", "servers 3\nexplore writes 0\nstart all\n");
        row("a client at one of them", "servers 3\nexplore writes 1\n" + serving(3, "S2"));
        row("one is behind", "servers 3\nexplore writes 1\n" + serving(3, "S3") + "C1 create /a\ndeliver request C1-S3\ndeliver PROPOSAL S3-S1\n");
        row("one observes", "servers 3\nobservers S1\nexplore writes 1\n" + serving(3, "S3"));
        // Nothing fails, but the counter runs over and the leader steps down (§3.7): the search begins again.
        row("an election that nobody has asked for", "servers 3\nexplore writes 2 elections 0\nset counterLimit 2\n" + serving(3, "S3"));
    }
    void notWhereIdsDecide() {
        QFETCH(QString, text);
        const Script script = scriptOf(text.toStdString());
        ExploreOptions options;
        options.budgets = *script.scenario.explore;
        options.maxDepth = 8;
        const ExploreResult with = explore(script, options);
        options.symmetry = false;
        const ExploreResult without = explore(script, options);
        QCOMPARE(with.problem, std::string());
        QCOMPARE(with.renamings, std::size_t{1});
        QVERIFY(without.totals.distinct > 1);
        QCOMPARE(with.totals.distinct, without.totals.distinct);
    }

    // What falls falls, as early.
    void theSameFalls() {
        for (const char* rule : {"fifo-links", "apply-on-commit", "commit-in-order", "quorum-majority"}) {
            const std::string text = "servers 3\nwithout " + std::string(rule) + "\nexplore writes 2 reads 1\n" + serving(3, "S3");
            const ExploreResult with = exploreText(text, true), without = exploreText(text, false);
            QCOMPARE(with.findings.size(), without.findings.size());
            QVERIFY2(!with.findings.empty() || (with.renamings == 2 && with.totals.distinct * 3 < without.totals.distinct * 2), rule);
            for (std::size_t i = 0; i < with.findings.size(); ++i) {
                QCOMPARE(with.findings[i].property, without.findings[i].property);
                QCOMPARE(with.findings[i].inputs, without.findings[i].inputs);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestSymmetry)
#include "tst_symmetry.moc"
