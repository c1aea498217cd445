// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cap_setup.h"

#include <QtGlobal>

namespace zab {
namespace {

// As in lesson 8: every interval of Eureka is a third of the usual one, and nobody preserves itself, so that a lecture sees the end.
constexpr const char* kHead =
    "seed 8\n"
    "session-timeout 6s\n"
    "eureka\n"
    "set eurekaSelfPreservation no\n"
    "set eurekaRenewal 10s\n"
    "set eurekaLease 30s\n"
    "set eurekaEviction 20s\n"
    "set eurekaFetch 10s\n"
    "set eurekaCache 10s\n"
    "start all\n"
    "run until leader\n"
    "run until quiet\n";
constexpr const char* kTitle = QT_TRANSLATE_NOOP("Lesson", "ZooKeeper and Eureka under a cut of your own");
constexpr const char* kReady = QT_TRANSLATE_NOOP("Lesson", "Both registries know all instances, and every consumer looks for the service. Now choose who is cut off.");

std::string client(int number) { return "C" + std::to_string(number); }

}  // namespace

ServerId capPlace(int i, int servers) { return ServerId{i % 2 == 0 ? i / 2 % servers + 1 : servers - i / 2 % servers}; }

std::string capScript(const CapSetup& setup) {
    std::string text = "title \"" + std::string(kTitle) + "\"\nservers " + std::to_string(setup.servers) + "\n" + kHead;
    const std::string path = " /services/orders";
    const auto stand = [&](int number, int i) {
        const std::string at = "S" + std::to_string(capPlace(i, setup.servers).value);
        text += client(number) + " at " + at + "\n" + client(number) + " connect " + at + "\n";
    };
    for (int i = 0; i < setup.providers; ++i) stand(i + 1, i);
    for (int i = 0; i < setup.consumers; ++i) stand(setup.providers + i + 1, i);
    text += "run until quiet\n";
    for (int i = 1; i <= setup.providers; ++i) text += client(i) + " provide" + path + " \"orders" + std::to_string(i) + ":80\"\n";
    text += "run 5s\n";
    for (int i = 1; i <= setup.consumers; ++i)
        text += client(setup.providers + i) + " lookup" + path + " every " + std::to_string(setup.every.us) + "us\n";
    return text + "run 25s\nsay \"" + kReady + "\"\n";
}

}  // namespace zab
