// SPDX-License-Identifier: GPL-3.0-or-later
// zab bench engine: how fast the engine is, on one core, with live checks off and on.
#include "app/zab_options.h"
#include "engine/lab/lab.h"
#include "engine/script/script.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <string>

namespace zab {
namespace {

Scenario scenarioOf(int servers, std::uint64_t seed) {
    const auto parsed = parseScript("servers " + std::to_string(servers) + "\nseed " + std::to_string(seed), "bench");
    return std::get<Script>(parsed).scenario;
}

std::vector<ServerId> everyone(int servers) {
    std::vector<ServerId> list;
    for (int i = 1; i <= servers; ++i) list.push_back(ServerId{i});
    return list;
}

bool allInBroadcast(const Lab& lab) {
    for (int i = 1; i <= lab.scenario().ensemble.serverCount(); ++i)
        if (!lab.world().host(ServerId{i}).server.replica().serving()) return false;
    return true;
}

void elect(Lab& lab) {
    lab.execute(StartServers{everyone(lab.scenario().ensemble.serverCount())});
    while (!allInBroadcast(lab) && lab.stepInput()) {}
}

Zxid committed(const Lab& lab) {
    Zxid newest;
    for (int i = 1; i <= lab.scenario().ensemble.serverCount(); ++i)
        newest = std::max(newest, lab.world().host(ServerId{i}).server.replica().lastCommitted());
    return newest;
}

class Bench {
public:
    Bench(double seconds, bool checks) : m_seconds(seconds), m_checks(checks) {}

    QJsonObject run() {
        QJsonObject out;
        out["transactions"] = QJsonObject{{"servers3Outstanding1", load(3, 1)},
                                          {"servers3Outstanding128", load(3, 128)},
                                          {"servers5Outstanding1", load(5, 1)},
                                          {"servers5Outstanding128", load(5, 128)}};
        out["electionsPerSecond"] = elections();
        out["virtualSecondsPerSecondIdle"] = idle();
        return out;
    }

private:
    /// Works until the time is over; how many seconds of the processor it took.
    template <class Work>
    double measure(Work work) const {
        const double begin = processorSeconds();
        double passed = 0;
        do {
            work();
            passed = processorSeconds() - begin;
        } while (passed < m_seconds);
        return passed;
    }

    QJsonObject load(int servers, int outstanding) const {
        Lab lab(scenarioOf(servers, 1), false);
        lab.setChecks(m_checks);
        elect(lab);
        lab.execute(ConnectClient{ClientId{1}, {}, {}});
        lab.execute(ClientLoad{ClientId{1}, outstanding, 100, 0});
        for (int i = 0; i < 20000; ++i) lab.stepInput();   // warm
        const Zxid before = committed(lab);
        const EventId events = lab.trace().size();
        const SimTime virtualBefore = lab.world().now();
        const double seconds = measure([&] {
            for (int i = 0; i < 1000; ++i) lab.stepInput();
        });
        return QJsonObject{{"committedPerSecond", static_cast<double>(committed(lab).value - before.value) / seconds},
                           {"eventsPerSecond", static_cast<double>(lab.trace().size() - events) / seconds},
                           {"virtualSecondsPerSecond", static_cast<double>((lab.world().now() - virtualBefore).us) / 1e6 / seconds}};
    }

    double elections() const {
        std::int64_t count = 0;
        const double seconds = measure([&] {
            Lab lab(scenarioOf(3, static_cast<std::uint64_t>(++count)), false);
            lab.setChecks(m_checks);
            elect(lab);
        });
        return static_cast<double>(count) / seconds;
    }

    double idle() const {
        Lab lab(scenarioOf(3, 1), false);
        lab.setChecks(m_checks);
        elect(lab);
        const SimTime before = lab.world().now();
        const double seconds = measure([&] {
            for (int i = 0; i < 1000; ++i) lab.stepInput();
        });
        return static_cast<double>((lab.world().now() - before).us) / 1e6 / seconds;
    }

    double m_seconds;
    bool m_checks;
};

}  // namespace

int benchEngine(double seconds) {
    const QJsonObject out{{"version", ZAB_VERSION},
                          {"dataBytes", 100},
                          {"seconds", "processor time of one core"},
                          {"checksOff", Bench(seconds, false).run()},
                          {"checksOn", Bench(seconds, true).run()}};
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Indented));
    return kAllGood;
}

}  // namespace zab
