// SPDX-License-Identifier: GPL-3.0-or-later
// Eureka's rules one by one: leases, eviction, self-preservation, conflicts, caches; and a client that stands beside a server.
#include "engine/eureka/eureka_server.h"
#include "engine/eureka/instance_registry.h"
#include "engine/script/script.h"
#include "engine/zab/rules.h"

#include <QtTest>

using namespace zab;

namespace {

InstanceRef instance(const std::string& id, SimTime dirty = {}) { return std::make_shared<const InstanceInfo>(InstanceInfo{"ORDERS", id, ClientId{1}, dirty}); }

/// A registry by itself; what it decides is counted.
struct One {
    EurekaConfig config;
    InstanceRegistry registry;
    Effects out;
    std::vector<RuleId> ruled;

    void collect() {
        for (const Effect& e : out.list())
            if (const auto* note = std::get_if<Note>(&e)) ruled.push_back(note->event.rule);
        out.begin(ServerId{1});
    }
    int count(RuleId rule) {
        collect();
        return static_cast<int>(std::count(ruled.begin(), ruled.end(), rule));
    }
    void enroll(SimTime now, const InstanceRef& i) { registry.enroll(config, now, i, out); }
    int renew(SimTime now, const InstanceRef& i, bool replicated = false) {
        InstanceRef lacking;
        return registry.renew(now, i, replicated, lacking, out);
    }
    /// Does everything that is due up to that time, in order.
    void run(SimTime until) {
        while (registry.nextDue() <= until) registry.wake(config, registry.nextDue(), out);
    }
};

Lab played(const std::string& text) {
    const auto parsed = parseScript(text, "t.lab");
    if (const auto* error = std::get_if<ScriptError>(&parsed)) qFatal("%s", error->text().c_str());
    const Script& script = std::get<Script>(parsed);
    Lab lab(script.scenario);
    ScriptRunner runner(script, lab);
    while (!runner.atEnd() && runner.step()) {}
    if (runner.error()) qFatal("%s", runner.error()->text().c_str());
    for (const ExpectationFailure& f : runner.failures()) qFatal("line %d: %s: %s", f.line, f.expectation.c_str(), f.seen.c_str());
    return lab;
}

}  // namespace

class TestEureka : public QObject {
    Q_OBJECT

private slots:
    void aRenewedLeaseLastsTwiceAsLong() {
        Lease lease{instance("a:1"), sec(10), sec(10), sec(90)};
        QVERIFY(!lease.isExpired(sec(100), {}));
        QVERIFY(lease.isExpired(sec(100) + usec(1), {}));
        lease.renew(sec(20));
        QVERIFY(!lease.isExpired(sec(20 + 180), {}));
        QVERIFY(lease.isExpired(sec(20 + 180) + usec(1), {}));
        QVERIFY(!lease.isExpired(sec(20 + 185), sec(5)));   // the eviction task came late
    }

    void unknownIs404AndTheNewerWins() {
        One one;
        QCOMPARE(one.renew(sec(1), instance("a:1")), 404);
        one.enroll(sec(1), instance("a:1", sec(1)));
        QCOMPARE(one.renew(sec(2), instance("a:1", sec(1))), 200);
        QCOMPARE(one.renew(sec(2), instance("a:1", sec(3))), 404);         // it has changed since: register again
        QCOMPARE(one.renew(sec(2), instance("a:1", usec(1))), 200);        // a client with an older one is left alone
        QCOMPARE(one.renew(sec(2), instance("a:1", usec(1)), true), 409);  // a peer is not
        one.enroll(sec(4), instance("a:1", usec(1)));
        QCOMPARE(one.registry.holder(instance("a:1"))->lastDirty, sec(1));
        QCOMPARE(one.count(RuleId::EurekaNewerWins), 1);
        one.enroll(sec(4), instance("a:1", sec(1)));   // equal: what comes is taken
        one.enroll(sec(4), instance("a:1", sec(9)));
        QCOMPARE(one.registry.holder(instance("a:1"))->lastDirty, sec(9));
        QVERIFY(one.registry.cancel(one.config, instance("a:1"), one.out));
        QVERIFY(!one.registry.cancel(one.config, instance("a:1"), one.out));
        QCOMPARE(one.count(RuleId::EurekaCancelUnknown), 1);
    }

    void atMostFifteenPercentAtOnce() {
        One one;
        one.config.selfPreservation = false;
        one.registry.open(one.config, {}, 0, one.out);
        for (int i = 0; i < 20; ++i) one.enroll(sec(1), instance("a:" + std::to_string(i)));
        one.run(sec(60));
        QCOMPARE(one.registry.size(), 20);   // 59 s old: none has expired
        one.run(sec(120));
        QCOMPARE(one.registry.size(), 17);   // 20 - 17
        one.run(sec(180));
        QCOMPARE(one.registry.size(), 14);   // 17 - 14
        QCOMPARE(one.count(RuleId::EurekaEvictionLimit), 2);
        QCOMPARE(one.count(RuleId::EurekaEvicts), 6);
    }

    void theChoiceFollowsTheSeed() {
        const auto left = [](std::uint64_t seed) {
            One one;
            one.registry = InstanceRegistry(seed);
            one.config.selfPreservation = false;
            one.registry.open(one.config, {}, 0, one.out);
            for (int i = 0; i < 20; ++i) one.enroll(sec(1), instance("a:" + std::to_string(i)));
            one.run(sec(120));
            QStringList ids;
            for (const auto& [id, lease] : one.registry.apps().at("ORDERS")) ids << QString::fromStdString(id);
            return ids;
        };
        QCOMPARE(left(1), left(1));
        QVERIFY(left(1) != left(2));
    }

    void selfPreservationCountsTheLastMinute() {
        One one;
        one.registry.open(one.config, {}, 10, one.out);
        QCOMPARE(one.registry.threshold(), 17);   // 10 clients, twice a minute, 85 percent
        std::vector<InstanceRef> all;
        for (int i = 0; i < 10; ++i) all.push_back(instance("a:" + std::to_string(i)));
        for (const InstanceRef& i : all) one.enroll({}, i);
        QCOMPARE(one.registry.expected(), 20);   // who was copied is counted again: only a registration without a lease adds
        one.registry = InstanceRegistry(1);
        for (const InstanceRef& i : all) one.enroll({}, i);
        one.registry.open(one.config, {}, 10, one.out);
        for (int round = 0; round < 2; ++round)
            for (int i = 0; i < 9; ++i) one.renew(sec(10 + 30 * round), all[static_cast<std::size_t>(i)]);
        one.run(sec(60));
        QVERIFY(one.registry.expirationEnabled(one.config));   // 18 > 17
        for (int round = 0; round < 2; ++round)
            for (int i = 0; i < 8; ++i) one.renew(sec(70 + 30 * round), all[static_cast<std::size_t>(i)]);
        one.run(sec(120));
        QVERIFY(!one.registry.expirationEnabled(one.config));   // 16
        one.run(sec(600));
        QVERIFY(one.registry.selfPreserving());
        QCOMPARE(one.registry.size(), 10);
        one.config.selfPreservation = false;
        one.run(sec(700));
        QVERIFY(one.registry.size() < 10);
    }

    void theThresholdBelievesNoLandslide() {
        One one;
        one.config.thresholdUpdate = sec(30);
        for (int i = 0; i < 8; ++i) one.enroll({}, instance("a:" + std::to_string(i)));
        one.registry.open(one.config, {}, 10, one.out);
        one.run(sec(30));
        QCOMPARE(one.registry.expected(), 10);   // 8 is not more than 85 percent of 10
        QCOMPARE(one.count(RuleId::EurekaThresholdKept), 1);
        one.enroll(sec(31), instance("b:1"));
        one.run(sec(60));
        QCOMPARE(one.registry.expected(), 11);   // and 9 not of 11
        one.config.selfPreservation = false;
        one.run(sec(90));
        QCOMPARE(one.registry.expected(), 9);
    }

    void theAnswerIsAsOldAsTheCache() {
        One one;
        one.enroll(sec(1), instance("a:1"));
        QCOMPARE(one.registry.payload(one.config, sec(5), one.out).first.size(), std::size_t{1});
        one.enroll(sec(6), instance("a:2"));
        const auto stale = one.registry.payload(one.config, sec(20), one.out);
        QCOMPARE(stale.first.size(), std::size_t{1});
        QCOMPARE(stale.second, sec(5));
        one.run(sec(30));   // the task runs at whole multiples of 30 s
        const auto fresh = one.registry.payload(one.config, sec(31), one.out);
        QCOMPARE(fresh.first.size(), std::size_t{2});
        QCOMPARE(fresh.second, sec(30));
        one.config.cache = {};
        one.enroll(sec(32), instance("a:3"));
        QCOMPARE(one.registry.payload(one.config, sec(32), one.out).first.size(), std::size_t{3});
    }

    void whoStandsBesideAServerIsCutOffWithIt() {
        const std::string begin = "servers 3\nsession-timeout 6s\nstart all\nrun until leader\nC1 at S1\nC1 connect S3\nrun until quiet\n";
        Lab far = played(begin + "cut S1\nrun 6s\nC1 connect S2\nrun 3s\n");
        QVERIFY(far.world().clients()[0]->client.state() != Client::State::Connected);
        Lab near = played(begin + "cut S1\nrun 1s\nC1 connect S1\nrun 1s\n");   // S1 itself it reaches; but that has no leader
        QCOMPARE(near.world().clients()[0]->client.server().value, 1);
        Lab moved = played(begin + "cut S1\nrun 6s\nC1 at S2\nC1 connect S2\nrun 3s\n");
        QVERIFY(moved.world().clients()[0]->client.state() == Client::State::Connected);
        Lab healed = played(begin + "cut S1\nrun 1s\nheal all\nrun 2s\nC1 create /a\nrun 1s\nexpect C1 reply OK\n");
        QVERIFY(healed.world().clients()[0]->client.state() == Client::State::Connected);
    }

    void aStandAloneChangesNothing() {
        const std::string rest = "servers 3\nstart all\nrun until leader\n%1C1 connect S2\nC1 create /a\nrun 5s\n";
        const auto digestOf = [&](const char* line) {
            std::string text = rest;
            text.replace(text.find("%1"), 2, line);
            return played(text);
        };
        Lab with = digestOf("C1 at S2\n"), without = digestOf("");
        QCOMPARE(with.world().now(), without.world().now());
        QCOMPARE(with.world().events(), without.world().events());
    }

    void judgementsSurviveStepsBack() {
        Lab lab = played(
            "servers 3\neureka\nset eurekaFetch 1s\nset eurekaCache 1s\nstart all\nrun until leader\nC1 at S1\nC1 connect S1\nC2 at S3\nC2 connect S3\nrun until quiet\n"
            "C1 provide /services/orders \"a:1\"\nrun 5s\nC2 lookup /services/orders every 500ms\nrun 3s\nexpect C2 lookup eureka fresh\n"
            "cut S1\nrun 2s\nexpect C2 lookup eureka stale\nC2 lookup /services/orders every 0s\nrun 2s\nexpect C2 lookup eureka lost\nexpect C2 lookup zookeeper answered\n");
        const std::uint64_t digest = lab.trace().digest();
        const std::int64_t samples = lab.services().samples().size(), step = lab.step();
        lab.seek(step / 2);
        QVERIFY(lab.services().samples().size() < samples);
        lab.seek(step);
        QCOMPARE(lab.services().samples().size(), samples);
        QCOMPARE(lab.trace().digest(), digest);
        const CapView cap = lab.view().cap;
        QCOMPARE(cap.sides.size(), std::size_t{3});   // two now, and the whole network before
        QVERIFY(cap.sides[0].present && cap.sides[1].present && !cap.sides[2].present);
        QCOMPARE(cap.sides[0].clients.size(), std::size_t{1});
        const CapCounts& eureka = cap.sides[1].counts[static_cast<std::size_t>(Registry::Eureka)];
        QVERIFY(eureka.stale > 0 && eureka.refused == 0);
        QVERIFY(eureka.stalenessMax <= sec(2) && eureka.stalenessMax > sec(1));
        std::int64_t points = 0;
        for (const CapPoint& p : cap.sides[1].points[static_cast<std::size_t>(Registry::Eureka)]) points += p.fresh + p.stale + p.refused;
        QCOMPARE(points, eureka.asked());
        QCOMPARE(cap.servers.size(), std::size_t{3});
        QCOMPARE(cap.servers[0].leases.size(), std::size_t{1});
        QCOMPARE(cap.servers[0].znodes.size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestEureka)
#include "tst_eureka.moc"
